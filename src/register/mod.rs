//! The register (台账): everything derived from the journal, in sled. It may die at any moment and is then
//! derived anew.
//!
//! One row a case, the counters of the years, and the indexes that answer a list without scanning. What a
//! case contributes is one pure function of its row (`contributions`); a change replaces the old
//! contributions by the new ones, in one transaction with the cursor into the journal. Rows depend on the
//! journal and the program only, never on today.
//!
//! May touch files under the home, and sled, here alone. Not the clock, the terminal or sockets. Keys hold
//! nothing personal; what is personal in a row is sealed with the key of its case.

mod apply;
mod catch_up;
mod check;
mod contributions;
mod counters;
mod decoded;
mod digest;
mod error;
mod guard;
mod keys;
mod latest;
mod office;
mod open;
mod query;
mod rebuild;
mod records;
mod row;
mod row_bytes;
mod seen;
mod trees;

#[cfg(test)]
mod tests;

pub use catch_up::Behind;
pub use check::{Checked, Difference};
pub use contributions::CellRow;
pub use counters::{Fees, YearCounters, YearCounts};
pub use error::RegisterError;
pub use open::{Opening, Unusable, open};
pub use query::{Cell, Cursor, Page, Query};
pub use rebuild::{Progress, rebuild};
pub use row::{CaseRow, Kept};
pub use seen::Seen;

use std::path::PathBuf;
use std::sync::Arc;

use crate::journal::Keys;

use decoded::Decoded;
use trees::Trees;

/// An open register.
pub struct Register {
    db: sled::Db,
    trees: Trees,
    keys: Arc<Keys>,
    decoded: Decoded,
    folder: PathBuf,
    /// Written to since it was opened, so that its snapshot is stale.
    dirty: bool,
}

impl std::fmt::Debug for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Register").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// The id of the sources that this build derives rows with.
pub const DERIVATION: &str = env!("GONGKAI_DERIVATION");
