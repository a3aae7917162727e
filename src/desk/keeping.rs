//! What a backup needs of an open desk, and what a restored one writes down first.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Desk, DeskError};
use crate::journal::{JournalReader, Keys};
use crate::office::{OfficeEvent, Restoration};
use crate::request::{ClerkId, RequestId, Seq};

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

    /// What a clerk wrote after the entry `after`: numbers, and the request that each is about, if it is about
    /// one; in their order.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub fn written_since(
        &self,
        who: ClerkId,
        after: Seq,
    ) -> Result<Vec<(Seq, Option<RequestId>)>, DeskError> {
        let mut written = Vec::new();
        for read in self.reader.read_from(Seq(after.0.saturating_add(1))) {
            let head = read?.entry.head;
            if head.who == who.0 {
                written.push((head.seq, Some(RequestId(head.request)).filter(|_| head.request > 0)));
            }
        }
        Ok(written)
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
