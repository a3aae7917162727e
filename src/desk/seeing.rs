//! Whom a desk is for. One office has one desk; each clerk has a handle of it that shows what he may see, and
//! no reading leads past that: rows, numbers and entries come out of [`Desk::read`] alone, which gives the
//! register as far as it is seen.
//!
//! The role 科室 sees the requests of its units alone (see [`Sight`]). Figures of the whole office, which the
//! annual report publishes, are shown to everybody \[D\]; the requests behind them, the working figures (they go
//! down to units and topics), findings about single requests and disputes are those of what is seen.

use std::ops::Deref;
use std::sync::Arc;

use super::{Command, Desk, DeskError, Notice, Shared};
use crate::office::{Right, Sight, fold_unit};
use crate::records::{Record, RecordEvent, Records, Value};
use crate::request::{ClerkId, RequestId, ReviewKind, Step};

impl Deref for Desk {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.shared
    }
}

impl Desk {
    /// The same desk as the clerk sees it. What he may see is looked up each time it is asked for: a change of
    /// his roles or units holds at once.
    #[must_use]
    pub fn seen_by(&self, clerk: ClerkId) -> Self {
        Self { shared: Arc::clone(&self.shared), viewer: Some(clerk) }
    }

    /// What the clerk is to be told on coming, beside what opening had to do.
    pub fn greeting(&self) -> Option<Notice> {
        (self.sight() == Sight::Units(Vec::new())).then_some(Notice::NoUnit)
    }

    /// Which requests are seen here.
    pub fn sight(&self) -> Sight {
        self.viewer.map_or(Sight::Whole, |clerk| self.office().sight(clerk))
    }

    /// Whether a request is seen here.
    pub fn sees(&self, id: RequestId) -> bool {
        self.sight().is_whole() || self.row(id).is_ok()
    }

    /// Whether any request is or was handed to a unit of this name.
    ///
    /// # Errors
    /// As [`Desk::page`].
    pub fn has_handed_to(&self, unit: &str) -> Result<bool, DeskError> {
        let sight = Sight::Units(vec![fold_unit(unit)]);
        let ids = self.read_whole(|register| register.seen(&sight).all_ids())?;
        Ok(ids.is_some_and(|ids| !ids.is_empty()))
    }

    /// Who does not see all is told that he may not before anything is decided: a refusal for another reason
    /// would tell of what he does not see.
    pub(super) fn allow_first(&self, right: Right) -> Result<(), DeskError> {
        match self.viewer {
            Some(clerk) if !self.sight().is_whole() => self.allow(clerk, right),
            _ => Ok(()),
        }
    }

    /// The same for a command; a request that is not seen is unknown, whatever is to be done to it.
    pub(super) fn allow_command(&self, command: &Command) -> Result<(), DeskError> {
        if self.sight().is_whole() {
            return Ok(());
        }
        match command {
            Command::Register(_) | Command::RevokeCommit { .. } => self.allow_first(Right::Handle),
            Command::Revoke { id, .. } => self.row(*id).and_then(|_| self.allow_first(Right::Handle)),
            Command::Step { id, step, .. } => self.row(*id).and_then(|_| self.allow_first(right_of(step))),
        }
    }

    /// The records as far as they are seen: a dispute stands with its request, and one without a request is of
    /// no unit.
    ///
    /// # Errors
    /// As [`Desk::page`].
    pub fn records(&self) -> Result<Arc<Records>, DeskError> {
        let records = self.all_records()?;
        if self.sight().is_whole() {
            return Ok(records);
        }
        let mut seen = Records::clone(&records);
        let mut hidden = Vec::new();
        for record in records.all() {
            for no in disputed(record) {
                match self.id_of(no) {
                    Err(DeskError::UnknownRequest(_)) => hidden.push(record.id),
                    found => _ = found?,
                }
            }
        }
        seen.retain(|record| !hidden.contains(&record.id));
        Ok(Arc::new(seen))
    }
}

/// The numbers of all requests that a dispute was ever about.
fn disputed(record: &Record) -> Vec<&str> {
    let earlier = record.history.iter().filter_map(|entry| match &entry.event {
        RecordEvent::Added(body) | RecordEvent::Changed { body, .. } => Some(body.as_ref()),
        _ => None,
    });
    let requests = earlier.chain([&record.body]).filter_map(|body| match &body.value {
        Value::Dispute(dispute) => Some(dispute.request.as_str()),
        _ => None,
    });
    requests.collect()
}

/// The right that a step wants.
const fn right_of(step: &Step) -> Right {
    match step {
        Step::UnitAnswer { .. } | Step::UnitReturn { .. } => Right::UnitWork,
        Step::Note { .. } => Right::Note,
        Step::Review { kind: ReviewKind::Leader, .. } => Right::Approve,
        Step::Review { .. } => Right::Review,
        _ => Right::Handle,
    }
}
