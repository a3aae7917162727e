//! Words of the command line: helps, results, what is wrong with the usage.

mod annual;
mod backup;
mod demo;
mod help;
mod keys;
pub mod merge;
mod notice;
mod said;
mod usage;
pub mod working;

pub use annual::*;
pub use backup::*;
pub use demo::*;
pub use help::*;
pub use keys::*;
pub use notice::*;
pub use said::*;
pub use usage::*;
