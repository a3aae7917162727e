//! The records as they stand: a fold of their events.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::event::{Body, RecordEntry, RecordEvent, RecordId, RecordStep};
use super::{RecordKind, RecordRefusal, Value};
use crate::request::{OrganId, Seq};

/// A step that stands, with the entry that recorded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The entry.
    pub seq: Seq,
    /// The step.
    pub step: RecordStep,
}

/// That a record counts no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// The entry.
    pub seq: Seq,
    /// Why.
    pub reason: String,
}

/// A record as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its id.
    pub id: RecordId,
    /// The last entry that is in it.
    pub version: Seq,
    /// As it reads now.
    pub body: Body,
    /// Since when it counts no more.
    pub removed: Option<Removal>,
    /// The steps that stand: by day, then by what must come first, then by number.
    pub steps: Vec<Taken>,
    /// Everything that happened to it.
    pub history: Vec<RecordEntry>,
}

impl Record {
    fn new(id: RecordId, body: Body) -> Self {
        Self { id, version: Seq(id.0), body, removed: None, steps: Vec::new(), history: Vec::new() }
    }

    /// Its kind.
    pub fn kind(&self) -> RecordKind {
        self.body.value.kind()
    }

    /// What stands in it.
    pub fn value(&self) -> &Value {
        &self.body.value
    }

    /// Whether it has to do with `year`: what is listed of a year.
    pub fn touches(&self, year: i16) -> bool {
        match &self.body.value {
            Value::Document(document) => {
                document.issued_on.year() == year
                    || document.ended.as_ref().is_some_and(|ended| ended.on.year() == year)
            }
            Value::Disclosure(disclosure) => {
                disclosure.formed_on.year() == year
                    || self.publication().is_some_and(|published| published.on.year() == year)
            }
            Value::Dispute(dispute) => {
                let last = self.ending().map_or(i16::MAX, |ending| ending.on.year());
                (dispute.filed_on.year()..=last).contains(&year)
            }
            value => value.day().year() == year,
        }
    }

    fn take(&mut self, step: Taken) {
        self.steps.push(step);
        self.steps.sort_by_key(|taken| (taken.step.on(), taken.step.rank(), taken.seq));
    }
}

/// All records by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Records {
    all: BTreeMap<RecordId, Arc<Record>>,
}

impl Records {
    /// Puts one more entry in.
    ///
    /// # Errors
    /// [`RecordRefusal::NoSuchRecord`] for an entry of a record that was never added.
    pub fn add(&mut self, entry: RecordEntry) -> Result<(), RecordRefusal> {
        let id = entry.id();
        if let RecordEvent::Added(body) = &entry.event {
            self.all.insert(id, Arc::new(Record::new(id, body.as_ref().clone())));
        }
        let record = self.all.get_mut(&id).map(Arc::make_mut).ok_or(RecordRefusal::NoSuchRecord(id))?;
        match &entry.event {
            RecordEvent::Added(_) => {}
            RecordEvent::Changed { body, .. } => record.body = body.as_ref().clone(),
            RecordEvent::Removed { reason, .. } => {
                record.removed = Some(Removal { seq: entry.seq, reason: reason.clone() });
            }
            RecordEvent::Stepped { step, .. } => {
                record.take(Taken { seq: entry.seq, step: step.clone() });
            }
            RecordEvent::StepTakenBack { seq, .. } => record.steps.retain(|taken| taken.seq != *seq),
        }
        record.version = entry.seq;
        record.history.push(entry);
        Ok(())
    }

    /// Leaves those alone of which `wanted` says so.
    pub fn retain(&mut self, wanted: impl Fn(&Record) -> bool) {
        self.all.retain(|_, record| wanted(record));
    }

    /// The record `id`, removed or not.
    ///
    /// # Errors
    /// [`RecordRefusal::NoSuchRecord`].
    pub fn get(&self, id: RecordId) -> Result<&Record, RecordRefusal> {
        self.all.get(&id).map(AsRef::as_ref).ok_or(RecordRefusal::NoSuchRecord(id))
    }

    /// The record `id`, which is not removed.
    ///
    /// # Errors
    /// [`RecordRefusal::NoSuchRecord`], [`RecordRefusal::IsRemoved`].
    pub fn standing(&self, id: RecordId) -> Result<&Record, RecordRefusal> {
        let record = self.get(id)?;
        if record.removed.is_some() { Err(RecordRefusal::IsRemoved(id)) } else { Ok(record) }
    }

    /// All records, removed ones too, in the order of recording.
    pub fn all(&self) -> impl Iterator<Item = &Record> {
        self.all.values().map(AsRef::as_ref)
    }

    /// The records that count for an organ, or for all.
    pub fn of(&self, organ: Option<OrganId>) -> impl Iterator<Item = &Record> {
        self.all().filter(move |record| {
            record.removed.is_none() && organ.is_none_or(|organ| organ == record.body.organ)
        })
    }

    /// The records of a kind that stand, by day, then in the order of recording.
    pub fn list(&self, kind: RecordKind, organ: Option<OrganId>) -> Vec<&Record> {
        let mut list: Vec<&Record> = self.of(organ).filter(|record| record.kind() == kind).collect();
        list.sort_by_key(|record| (record.value().day(), record.id));
        list
    }

    /// How many there are, removed ones too.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether nothing was ever recorded.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

/// The last day of a year.
pub(super) fn year_end(year: i16) -> Date {
    super::Period::Year(year).last()
}
