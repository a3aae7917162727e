//! The sample office (演练机构): a believable year of a county bureau, for practice and for trying the program.
//!
//! Pure data and a builder: what stands in `cases`, `records` and `annual` is done through the desk's own
//! commands, so that every rule has accepted every step. All days are derived from the desk's today; none is
//! ever in the future. Persons, firms and places are invented.
//!
//! May use the desk and the values it takes. Not the journal, the register, files or the terminal.

mod act;
mod annual;
mod build;
mod cases;
mod days;
mod plan;
mod records;
mod staff;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::desk::{Desk, DeskError, Founding};
use crate::request::ClerkId;

/// The organ of the sample.
const ORGAN: &str = "青陵县自然资源和规划局";
/// The 字号 of its answers; its requests are numbered by year alone.
const PREFIX: &str = "青资公";
/// The clerk.
const CLERK: &str = "林晓梅";
/// Who approves and signs.
const LEADER: &str = "周志远";

/// A step of the sample that was not accepted.
#[derive(Debug, thiserror::Error)]
#[error("{what} on {on}: {because}")]
pub struct DemoError {
    /// Which request or record.
    pub what: String,
    /// On which day.
    pub on: Date,
    /// Why.
    #[source]
    pub because: Box<DeskError>,
}

/// What the sample office is founded with, for the account `uid`.
pub fn founding(uid: u32) -> Founding {
    Founding { organ: ORGAN.into(), prefix: String::new(), practice: true, uid, clerk: CLERK.into() }
}

/// Fills a new office with the sample, as the clerk `who`, up to the desk's today.
///
/// # Errors
/// The first step that the desk does not accept, or a failure to write.
pub fn build(desk: &Desk, who: ClerkId) -> Result<(), DemoError> {
    let days = days::Days::of(desk);
    let requests = build::requests(desk, who, &days)?;
    records::record(desk, who, &days, &requests)?;
    annual::settle(desk, who, &days)?;
    staff::admit(desk, who)
}
