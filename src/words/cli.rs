//! Words of the command line: helps, results, what is wrong with the usage.

mod annual;
mod help;
mod notice;
mod said;
mod usage;

pub use annual::*;
pub use help::*;
pub use notice::*;
pub use said::*;
pub use usage::*;
