//! Events of the records as they are stored: kinds from 100 to 139.
//!
//! 100 to 106 add a record of each kind, 110 to 116 change one; what stands in it is in `record_values`.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::codes::Code;
use super::record_values::StoredValue;
use super::{Body, DecodeError, Parts, to_bytes};
use crate::calendar::{from_day, to_day};
use crate::records::{self, RecordEvent, RecordId, RecordStep, Value};
use crate::request::{OrganId, Seq};

/// The first kind of the records.
pub(super) const FIRST_KIND: u16 = 100;
/// The last kind that is kept for them.
pub(super) const LAST_KIND: u16 = 139;

const ADDED: u16 = 100;
const CHANGED: u16 = 110;
const REMOVED: u16 = 120;
const STEP_TAKEN_BACK: u16 = 121;
const REVIEWED: u16 = 122;
const PROOFREAD: u16 = 123;
const PUBLISHED: u16 = 124;
const ANSWERED: u16 = 125;
const HEARD: u16 = 126;
const ENDED: u16 = 127;
const APPEALED: u16 = 128;

/// A record that is added: clear part.
#[derive(Serialize, Deserialize)]
struct AddedV1<T> {
    organ: u16,
    value: T,
}

/// A record that is changed: clear part.
#[derive(Serialize, Deserialize)]
struct ChangedV1<T> {
    id: u64,
    organ: u16,
    value: T,
}

/// A record that is added or changed: private part.
#[derive(Serialize, Deserialize)]
struct TextsV1<T> {
    note: String,
    reason: String,
    texts: T,
}

#[derive(Serialize, Deserialize)]
struct RemovedV1 {
    id: u64,
}

#[derive(Serialize, Deserialize)]
struct StepTakenBackV1 {
    id: u64,
    seq: u64,
}

#[derive(Serialize, Deserialize)]
struct CheckV1 {
    id: u64,
    on: i32,
    round: u8,
}

#[derive(Serialize, Deserialize)]
struct StepV1 {
    id: u64,
    on: i32,
}

#[derive(Serialize, Deserialize)]
struct PublishedTextsV1 {
    url: String,
    override_reason: String,
}

#[derive(Serialize, Deserialize)]
struct EndedV1 {
    id: u64,
    on: i32,
    result: u8,
}

/// The stored form of an event; `None` beyond the format's limits.
pub(super) fn parts(event: &RecordEvent) -> Option<Parts> {
    let (kind, clear, private) = match event {
        RecordEvent::Added(body) => return whole(None, body, ""),
        RecordEvent::Changed { id, body, reason } => return whole(Some(*id), body, reason),
        RecordEvent::Removed { id, reason } => {
            (REMOVED, to_bytes(&RemovedV1 { id: id.0 })?, to_bytes(reason)?)
        }
        RecordEvent::StepTakenBack { id, seq, reason } => {
            (STEP_TAKEN_BACK, to_bytes(&StepTakenBackV1 { id: id.0, seq: seq.0 })?, to_bytes(reason)?)
        }
        RecordEvent::Stepped { id, step } => step_parts(*id, step)?,
    };
    Some(Parts { kind, version: 1, clear, private: Some(private) })
}

fn step_parts(id: RecordId, step: &RecordStep) -> Option<(u16, Vec<u8>, Vec<u8>)> {
    let (id, on) = (id.0, to_day(step.on()));
    let plain = to_bytes(&StepV1 { id, on })?;
    Some(match step {
        RecordStep::Reviewed { round, by, .. } => {
            (REVIEWED, to_bytes(&CheckV1 { id, on, round: *round })?, to_bytes(by)?)
        }
        RecordStep::Proofread { round, by, .. } => {
            (PROOFREAD, to_bytes(&CheckV1 { id, on, round: *round })?, to_bytes(by)?)
        }
        RecordStep::Published { url, override_reason, .. } => {
            let texts = PublishedTextsV1 { url: url.clone(), override_reason: override_reason.clone() };
            (PUBLISHED, plain, to_bytes(&texts)?)
        }
        RecordStep::Answered { text, .. } => (ANSWERED, plain, to_bytes(text)?),
        RecordStep::Heard { text, .. } => (HEARD, plain, to_bytes(text)?),
        RecordStep::Ended { result, text, .. } => {
            (ENDED, to_bytes(&EndedV1 { id, on, result: result.code()? })?, to_bytes(text)?)
        }
        RecordStep::Appealed { text, .. } => (APPEALED, plain, to_bytes(text)?),
    })
}

/// The event of a stored body.
pub(super) fn event(body: &Body) -> Result<RecordEvent, DecodeError> {
    if body.head.version != 1 {
        return Err(body.newer());
    }
    match body.head.kind {
        REMOVED => {
            let RemovedV1 { id } = body.clear()?;
            Ok(RecordEvent::Removed { id: RecordId(id), reason: body.private()? })
        }
        STEP_TAKEN_BACK => {
            let StepTakenBackV1 { id, seq } = body.clear()?;
            Ok(RecordEvent::StepTakenBack { id: RecordId(id), seq: Seq(seq), reason: body.private()? })
        }
        REVIEWED..=APPEALED => step(body),
        ADDED..CHANGED => value(body, body.head.kind - ADDED),
        CHANGED..REMOVED => value(body, body.head.kind - CHANGED),
        _ => Err(body.newer()),
    }
}

fn step(body: &Body) -> Result<RecordEvent, DecodeError> {
    let day = |number: i32| from_day(number).ok_or_else(|| body.malformed());
    let (id, step) = match body.head.kind {
        kind @ (REVIEWED | PROOFREAD) => {
            let CheckV1 { id, on, round } = body.clear()?;
            let (on, by) = (day(on)?, body.private()?);
            let is_review = kind == REVIEWED;
            (
                id,
                if is_review {
                    RecordStep::Reviewed { on, round, by }
                } else {
                    RecordStep::Proofread { on, round, by }
                },
            )
        }
        ENDED => {
            let EndedV1 { id, on, result } = body.clear()?;
            let result = Code::from_code(result).ok_or_else(|| body.malformed())?;
            (id, RecordStep::Ended { on: day(on)?, result, text: body.private()? })
        }
        kind => {
            let StepV1 { id, on } = body.clear()?;
            let on = day(on)?;
            let step = match kind {
                PUBLISHED => {
                    let PublishedTextsV1 { url, override_reason } = body.private()?;
                    RecordStep::Published { on, url, override_reason }
                }
                ANSWERED => RecordStep::Answered { on, text: body.private()? },
                HEARD => RecordStep::Heard { on, text: body.private()? },
                _ => RecordStep::Appealed { on, text: body.private()? },
            };
            (id, step)
        }
    };
    Ok(RecordEvent::Stepped { id: RecordId(id), step })
}

/// A record as it was written down.
fn whole(id: Option<RecordId>, body: &records::Body, reason: &str) -> Option<Parts> {
    match &body.value {
        Value::Document(value) => put(0, id, body, value, reason),
        Value::Stock(value) => put(1, id, body, value, reason),
        Value::Decisions(value) => put(2, id, body, value, reason),
        Value::Charge(value) => put(3, id, body, value, reason),
        Value::Disclosure(value) => put(4, id, body, value, reason),
        Value::Dispute(value) => put(5, id, body, value, reason),
        Value::Activity(value) => put(6, id, body, value, reason),
    }
}

fn put<T: StoredValue>(
    place: u16,
    id: Option<RecordId>,
    body: &records::Body,
    value: &T,
    reason: &str,
) -> Option<Parts> {
    let organ = body.organ.0;
    let (value, texts) = value.split()?;
    let (kind, clear) = match id {
        None => (ADDED, to_bytes(&AddedV1 { organ, value })?),
        Some(id) => (CHANGED, to_bytes(&ChangedV1 { id: id.0, organ, value })?),
    };
    let private = TextsV1 { note: body.note.clone(), reason: reason.to_owned(), texts };
    Some(Parts { kind: kind + place, version: 1, clear, private: Some(to_bytes(&private)?) })
}

fn value(body: &Body, place: u16) -> Result<RecordEvent, DecodeError> {
    match place {
        0 => take(body, Value::Document),
        1 => take(body, Value::Stock),
        2 => take(body, Value::Decisions),
        3 => take(body, Value::Charge),
        4 => take(body, Value::Disclosure),
        5 => take(body, Value::Dispute),
        6 => take(body, Value::Activity),
        _ => Err(body.newer()),
    }
}

fn take<T: StoredValue>(body: &Body, of: impl Fn(T) -> Value) -> Result<RecordEvent, DecodeError> {
    let (id, organ, value) = if body.head.kind < CHANGED {
        let AddedV1 { organ, value } = body.clear::<AddedV1<T::Clear>>()?;
        (None, organ, value)
    } else {
        let ChangedV1 { id, organ, value } = body.clear::<ChangedV1<T::Clear>>()?;
        (Some(RecordId(id)), organ, value)
    };
    let TextsV1 { note, reason, texts } = texts::<T::Texts>(body)?;
    let value = of(T::join(value, texts).ok_or_else(|| body.malformed())?);
    let written = Box::new(records::Body { organ: OrganId(organ), note, value });
    Ok(match id {
        None => RecordEvent::Added(written),
        Some(id) => RecordEvent::Changed { id, body: written, reason },
    })
}

fn texts<T: DeserializeOwned + Serialize>(body: &Body) -> Result<TextsV1<T>, DecodeError> {
    body.private()
}
