//! What a backup needs of an open desk, and what a restored one writes down first.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Desk, DeskError};
use crate::journal::{JournalReader, Keys};
use crate::office::{OfficeEvent, Restoration};
use crate::request::{ClerkId, Seq};

impl Desk {
    /// The journal, for reading; whoever has it hinders nobody from writing.
    pub fn reader(&self) -> Arc<dyn JournalReader> {
        Arc::clone(&self.reader)
    }

    /// The keys: the office's own, and those of the cases.
    pub fn keys(&self) -> Arc<Keys> {
        Arc::clone(&self.keys)
    }

    /// The time by the desk's clock: UTC milliseconds since 1970.
    pub fn now(&self) -> i64 {
        self.time.now()
    }

    /// Writes down from what the home was made anew; gives the number of the entry.
    ///
    /// # Errors
    /// A failure to write: then nothing is kept.
    pub fn note_restored(&self, who: ClerkId, restoration: Restoration) -> Result<Seq, DeskError> {
        let mut writer = self.writer()?;
        let head = self.write_office(&mut writer, who, &[OfficeEvent::Restored(restoration)])?;
        self.apply(&BTreeMap::new(), head)?;
        Ok(head.seq)
    }
}
