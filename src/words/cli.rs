//! Words of the command line: helps, results, what is wrong with the usage.

mod annual;
mod backup;
mod clerk;
mod demo;
mod help;
mod keys;
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
pub use keys::*;
pub use notice::*;
pub use said::*;
pub use serve::*;
pub use usage::*;

/// A moment as the clocks of the country show it (UTC+8).
fn beijing(at: i64) -> String {
    const CHINA: i64 = 8 * 3_600_000;
    let at = jiff::Timestamp::from_millisecond(at.saturating_add(CHINA));
    at.map(|at| at.strftime("%Y-%m-%d %H:%M:%S").to_string()).unwrap_or_default()
}
