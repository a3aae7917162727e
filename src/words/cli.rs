//! Words of the command line: helps, results, what is wrong with the usage.

mod annual;
mod backup;
mod clerk;
mod demo;
mod help;
pub mod merge;
mod notice;
mod said;
mod serve;
mod usage;
pub mod working;

pub use annual::*;
pub use backup::*;
pub use clerk::*;
pub use demo::*;
pub use help::*;
pub use notice::*;
pub use said::*;
pub use serve::*;
pub use usage::*;
