//! Other people's registers: .xlsx and .csv files, read from bytes into typed records.
//!
//! This room opens no paths and decides nothing about what is counted: it says what a row says, and
//! where a row does not say it, which cell is at fault and what was expected there. Every bad row is
//! reported, not only the first, so that a clerk can mend a file in one go.
//!
//! It may touch `law` and `text` and the libraries that know the file formats. The way through it:
//! [`read`] looks at the bytes (`sniff`), a format (`xlsx`, `delimited`) hands over rows of cells, the
//! collector finds the header row (`columns`, `heading`) and makes each further row a [`Record`] (`row`).

mod cell;
mod channel;
mod collect;
mod columns;
mod date;
mod delimited;
mod fault;
mod field;
mod fold;
mod heading;
mod kind_words;
#[cfg(test)]
mod limit_tests;
mod outcome_words;
mod record;
mod row;
mod sniff;
mod steps;
#[cfg(test)]
mod tests;
mod unpacked;
mod xlsx;

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;

pub use channel::LedgerChannel;
pub use fault::{Doubt, Expected, Fault, LedgerError, PassedOver, PassedWhy, Problem, Warning};
pub use field::Field;
pub use record::{Reading, Record};

use collect::Collector;
use sniff::Format;

/// The longest text a cell may hold, in characters.
pub const MAX_TEXT: usize = 20_000;
/// The largest file that is read, in bytes.
pub const MAX_FILE: usize = 64 * 1024 * 1024;
/// The most that the parts of an .xlsx may unpack to, in bytes.
pub const MAX_UNPACKED: u64 = 512 * 1024 * 1024;
/// The most rows that are read of all sheets together: as many as one sheet can have.
pub const MAX_ROWS: usize = 1 << 20;
/// The most bytes of text in all cells together; one that many cells share counts for each of them.
pub const MAX_TEXTS: usize = 512 * 1024 * 1024;
/// With so many bad cells the rest of a file is not looked at.
pub const MAX_FAULTS: usize = 10_000;

/// What the reader must be told.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// The civil day of reading: nothing in a ledger can have happened after it.
    pub today: Date,
    /// The office's own headings, looked up before the known ones.
    pub profile: Option<BTreeMap<String, Field>>,
}

impl ReadOptions {
    /// Reading on day `today`, with the known headings only.
    pub const fn on(today: Date) -> Self {
        Self { today, profile: None }
    }
}

/// Reads a ledger. `name` is the file's name and serves messages only: what the file is, its bytes say.
///
/// `progress` is called now and then with the number of rows done so far, over all sheets.
///
/// # Errors
///
/// A [`LedgerError`] where the file as a whole cannot be read: not a ledger's format, damaged, too large,
/// or without any header row. Bad rows are no error but [`Reading::faults`].
pub fn read(
    bytes: &[u8],
    name: &str,
    options: &ReadOptions,
    progress: &mut dyn FnMut(usize),
) -> Result<Reading, LedgerError> {
    read_bytes(bytes, options, progress).map_err(|problem| LedgerError { file: name.to_owned(), problem })
}

/// The text of a file that holds text: Unicode by its mark, UTF-8, or GB18030. `None` for anything else.
pub fn text_of(bytes: &[u8]) -> Option<Cow<'_, str>> {
    match sniff::format(bytes) {
        Ok(Format::Delimited) => delimited::decoded(bytes).ok(),
        Err(Problem::Empty) => Some(Cow::Borrowed("")),
        Ok(Format::Xlsx) | Err(_) => None,
    }
}

fn read_bytes(
    bytes: &[u8],
    options: &ReadOptions,
    progress: &mut dyn FnMut(usize),
) -> Result<Reading, Problem> {
    let mut collector = Collector::new(options, progress);
    match sniff::format(bytes)? {
        Format::Xlsx => xlsx::read(bytes, &mut collector)?,
        Format::Delimited => delimited::read(bytes, &mut collector)?,
    }
    collector.finish()
}
