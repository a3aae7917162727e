//! The records behind tables 2 and 4: one command, one commit, as for requests.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use super::{Desk, DeskError, Writer};
use crate::calendar::from_day;
use crate::journal::{Author, Fact, Head, encode};
use crate::office::Right;
use crate::records::{
    Body, RecordAct, RecordCommand, RecordContext, RecordDecision, RecordEntry, RecordEvent, RecordId,
    RecordWarning, Records, Value, decide,
};
use crate::register::Register;
use crate::request::{ClerkId, Seq};

/// What was recorded: saved on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordDone {
    /// The record.
    pub id: RecordId,
    /// The entry, which is now its version.
    pub seq: Seq,
    /// What the rules would have wanted otherwise.
    pub warnings: Vec<RecordWarning>,
}

impl Desk {
    /// All records as they stand; folded when first asked for.
    ///
    /// # Errors
    /// The journal, or a register that deriving anew does not mend.
    pub(super) fn all_records(&self) -> Result<Arc<Records>, DeskError> {
        if let Some(records) = &*self.records.read().unwrap_or_else(PoisonError::into_inner) {
            return Ok(Arc::clone(records));
        }
        let mut slot = self.records.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(records) = &*slot {
            return Ok(Arc::clone(records));
        }
        let records =
            Arc::new(self.read_whole(|register: &Register| register.records(self.reader.as_ref()))?);
        *slot = Some(Arc::clone(&records));
        Ok(records)
    }

    /// Does `command` on the records for the clerk `who`. When this returns `Ok`, it is saved on disk.
    ///
    /// # Errors
    /// A refusal, a record that changed since the clerk looked, an organ or a request that does not exist,
    /// or a failure to write: then nothing is kept.
    pub fn record(&self, who: ClerkId, command: RecordCommand) -> Result<RecordDone, DeskError> {
        let mut writer = self.writer()?;
        self.seen_by(who).allow_first(Right::Records)?;
        let records = self.all_records()?;
        let RecordDecision { event, warnings } = self.decided_record(&records, command)?;
        let (entry, head) = self.write_record(&mut writer, who, event)?;
        let (id, seq) = (entry.id(), entry.seq);
        let mut after = Records::clone(&records);
        after.add(entry)?;
        *self.records.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(after));
        self.apply(&BTreeMap::new(), head)?;
        Ok(RecordDone { id, seq, warnings })
    }

    /// What [`Desk::record`] would warn of, without doing it.
    ///
    /// # Errors
    /// As there, but for writing.
    pub fn preview_record(&self, command: RecordCommand) -> Result<Vec<RecordWarning>, DeskError> {
        let _writer = self.writer()?;
        self.allow_first(Right::Records)?;
        let records = self.all_records()?;
        Ok(self.decided_record(&records, command)?.warnings)
    }

    fn decided_record(
        &self,
        records: &Records,
        mut command: RecordCommand,
    ) -> Result<RecordDecision, DeskError> {
        match &mut command {
            RecordCommand::Add(body) => self.make_known(body)?,
            RecordCommand::Act { id, version, act } => {
                let now = records.get(*id)?.version;
                if let Some(seen) = version.filter(|seen| *seen != now) {
                    return Err(DeskError::RecordChanged { id: *id, seen, now });
                }
                if let RecordAct::Change { body, .. } = act {
                    self.make_known(body)?;
                }
            }
        }
        let calendar = self.calendar();
        let context = RecordContext { today: self.today(), calendar: &calendar };
        Ok(decide(records, command, &context)?)
    }

    /// The organ must be one of the office; the request of a dispute must exist, and is kept by its number
    /// as that is printed.
    fn make_known(&self, body: &mut Body) -> Result<(), DeskError> {
        if self.office().organ(body.organ).is_none() {
            return Err(DeskError::UnknownOrgan(body.organ.0.to_string()));
        }
        if let Value::Dispute(dispute) = &mut body.value
            && !dispute.request.is_empty()
        {
            dispute.request = self.row(self.id_of(&dispute.request)?)?.no;
        }
        Ok(())
    }

    fn write_record(
        &self,
        writer: &mut Writer,
        who: ClerkId,
        event: RecordEvent,
    ) -> Result<(RecordEntry, Head), DeskError> {
        self.allow(who, Right::Records)?;
        writer.make_ready()?;
        let expected = writer.journal.head().seq;
        let author = Author { who, at: self.time.now(), practice_day: self.time.practice_day() };
        let seq = expected.next();
        let stored = encode(seq, None, author, &Fact::Record(event.clone()), &self.keys)?;
        let appended = writer.journal.append(expected, vec![stored]).map_err(|error| writer.failed(error))?;
        let practice_day = author.practice_day.and_then(from_day);
        Ok((RecordEntry { seq, at: author.at, who, practice_day, event }, appended.head))
    }
}
