//! The desk (经办): the use-cases. Everything that a screen or a command may ask for, and nothing else.
//!
//! A record goes one way: [`Desk::submit`] decides on the case as it stands, appends one commit to the
//! journal (only then is it "已保存"), and applies it to the register. One lock around that, none around
//! reading. A register that cannot be read is derived anew and the question asked again; the clerk notices
//! nothing but the time.
//!
//! The records behind tables 2 and 4 go the same way by [`Desk::record`].
//!
//! May touch journal, register, request, records, office, law, report, ledger records. Not sled's own types, not the
//! terminal, not paths. The clock comes in as [`Time`].

mod agenda;
mod allowing;
mod annual;
mod calendar;
mod case;
mod check;
mod clerks;
mod command;
mod completion;
mod condition;
mod counted;
mod earlier;
mod erasing;
mod error;
mod facts;
mod find;
mod founding;
mod handing;
mod handing_list;
mod import;
mod keeping;
mod months;
mod numbers;
mod opening;
mod order;
mod organs;
mod other_tasks;
mod others;
mod period;
mod reading;
mod records;
mod rule;
mod seeing;
mod sounds;
mod store;
mod submit;
mod texts;
mod time;
mod upkeep;
mod working;
mod writing;
mod year;

#[cfg(test)]
mod tests;

use std::sync::{Arc, Mutex, OnceLock, RwLock};

use crate::journal::{Journal, JournalError, JournalReader, Keys};
use crate::office::Office;
use crate::records::Records;
use crate::register::Register;
use crate::request::{ClerkId, Reckoning};

pub use agenda::{Task, Todo};
pub use annual::{Published, Publishing, TEXT_LIMIT, TextState};
pub use calendar::{Moved, Redated};
pub use case::CaseView;
pub use clerks::{ClerkChange, ClerkFault};
pub use command::{Command, Done, Preview};
pub use completion::complete;
pub use condition::BadCondition;
pub use earlier::{Earlier, LIKELY};
pub use erasing::{Erasing, KeysShown};
pub use error::DeskError;
pub use founding::Founding;
pub use handing::{HandOver, HandedAll, Person};
pub use import::{ImportOptions, Imported, RefusedRecord};
pub use months::Months;
pub use opening::{Notice, Opened, open};
pub use order::{MOST_SORTED, Order, OrderBy};
pub use other_tasks::{OtherTask, OtherTodo};
pub use records::RecordDone;
pub use rule::DeskRule;
pub use store::RegisterStore;
pub use time::{SystemTime, Time, civil_day, parse_today};
pub use upkeep::{Rebuilt, Verified};
pub use working::{Figure, Figures, GroupFigures, Working};

/// The desk of an open home, for all or for one clerk (see [`Desk::seen_by`]).
#[derive(Clone)]
pub struct Desk {
    shared: Arc<Shared>,
    /// For whom it is; without one it shows everything.
    viewer: Option<ClerkId>,
}

/// What all handles of a desk share.
pub struct Shared {
    /// The one writer, and what it must know; held from deciding to applying.
    writer: Mutex<Writer>,
    reader: Arc<dyn JournalReader>,
    /// `None` only while it is derived anew.
    register: RwLock<Option<Register>>,
    store: Box<dyn RegisterStore>,
    keys: Arc<Keys>,
    office: RwLock<Arc<Office>>,
    reckoning: RwLock<Reckoning>,
    /// Folded when first asked for, kept up from then on.
    records: RwLock<Option<Arc<Records>>>,
    found: Mutex<find::Index>,
    time: Box<dyn Time>,
    /// Who is told of changes.
    watcher: OnceLock<writing::Watcher>,
    lookout: OnceLock<writing::Lookout>,
}

/// The journal's writer.
struct Writer {
    journal: Box<dyn Journal>,
    /// A write failed and the head could not be read anew: nothing is written until it can be.
    is_stuck: bool,
}

impl Writer {
    fn new(journal: Box<dyn Journal>) -> Self {
        Self { journal, is_stuck: false }
    }

    /// Before a write: reads the head anew where that failed after an earlier one.
    fn make_ready(&mut self) -> Result<(), DeskError> {
        if self.is_stuck {
            self.journal.reopen()?;
            self.is_stuck = false;
        }
        Ok(())
    }

    /// After a failed write: reads the head anew, so that nothing unacknowledged stays.
    fn failed(&mut self, error: JournalError) -> DeskError {
        self.is_stuck = self.journal.reopen().is_err();
        error.into()
    }
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk")
            .field("head", &self.reader.head())
            .field("viewer", &self.viewer)
            .finish_non_exhaustive()
    }
}
