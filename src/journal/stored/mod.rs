//! How events stand in the journal: kind, version, a clear part and a private part.
//!
//! The structs here are plain and frozen: field order is the format, days are `i32`, and a changed event
//! gets a new struct and the next version number while the old one stays and converts up. An unknown kind
//! or version means that a newer program wrote it. Everything personal (names, numbers of ids, contacts,
//! free texts) is in the private part, sealed with the key of its case, or else with the office's. Of an
//! erased case the clear part alone is read; a word stands for each text.

mod codes;
mod json;
mod office;
mod others;
mod procedure;
mod record_values;
mod records;
mod request;
#[cfg(test)]
mod tests;
mod withheld;

use std::cell::RefCell;

use bincode::Options;
use jiff::civil::Date;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use json::{Both, Seen};
pub(super) use json::{LineError, Told, from_json, to_json};

use withheld::Withheld;

use super::{EntryHead, Keys, PrivateBlob, PrivateError, Revealed, StoredEntry};
use crate::calendar::from_day;
use crate::office::OfficeEvent;
use crate::records::{RecordEntry, RecordEvent};
use crate::request::{ClerkId, ERASED, Entry, Event, RequestId, Seq, UNREADABLE};

/// An event of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// Of the office.
    Office(OfficeEvent),
    /// Of a request.
    Request(Event),
    /// Of a record.
    Record(RecordEvent),
}

/// Who records when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Author {
    /// The clerk.
    pub who: ClerkId,
    /// UTC milliseconds.
    pub at: i64,
    /// The day set in a practice office.
    pub practice_day: Option<i32>,
}

/// Why an event cannot be stored.
#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    /// A part is beyond 16 MiB, or a value has no number.
    #[error("the event is beyond the limits of the format")]
    TooLarge,
    /// The private part could not be sealed.
    #[error(transparent)]
    Private(#[from] PrivateError),
}

/// Why an entry cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// A kind or version that this program does not know.
    #[error("entry {seq} has kind {kind} version {version}: a newer program is needed")]
    NeedsNewerProgram {
        /// The entry.
        seq: u64,
        /// Its kind.
        kind: u16,
        /// Its version.
        version: u8,
    },
    /// The bytes do not make the event that the head promises.
    #[error("entry {seq} of kind {kind} is malformed")]
    Malformed {
        /// The entry.
        seq: u64,
        /// Its kind.
        kind: u16,
    },
    /// The private part cannot be opened.
    #[error("the private part of entry {seq} cannot be opened: {source}")]
    Private {
        /// The entry.
        seq: u64,
        /// Why.
        source: PrivateError,
    },
}

/// The two parts of an event, before sealing.
pub(super) struct Parts {
    kind: u16,
    version: u8,
    clear: Vec<u8>,
    private: Option<Vec<u8>>,
}

/// The stored form of `fact` as entry `seq` of `request` (for a registration, its own number; for what is
/// of no request, none).
///
/// # Errors
/// When no random numbers are to be had for the nonce, or the event is beyond the format's limits.
pub fn encode(
    seq: Seq,
    request: Option<RequestId>,
    author: Author,
    fact: &Fact,
    keys: &Keys,
) -> Result<StoredEntry, EncodeError> {
    let parts = match fact {
        Fact::Office(event) => office::parts(event),
        Fact::Request(event) => request::parts(event),
        Fact::Record(event) => records::parts(event),
    }
    .ok_or(EncodeError::TooLarge)?;
    let head = EntryHead {
        seq,
        at: author.at,
        who: author.who.0,
        request: request.map_or(0, |id| id.0),
        kind: parts.kind,
        version: parts.version,
        practice_day: author.practice_day,
    };
    let private = parts.private.map(|plain| keys.seal(sealed_for(&head), &head.binding(), &plain));
    let private = private.transpose()?;
    Ok(StoredEntry { head, clear: parts.clear, private })
}

/// The case whose key seals the private part of an entry; zero for the office's. Why a case was erased is
/// still to be read when its key is gone.
const fn sealed_for(head: &EntryHead) -> u64 {
    if head.kind == others::ERASED { 0 } else { head.request }
}

/// The event of a stored entry.
///
/// # Errors
/// A newer kind, malformed bytes, or a private part that does not open.
pub fn decode(stored: &StoredEntry, keys: &Keys) -> Result<Fact, DecodeError> {
    decode_with(stored, keys, None)
}

fn decode_with(stored: &StoredEntry, keys: &Keys, lost: Option<u16>) -> Result<Fact, DecodeError> {
    let source = Source::Stored { clear: &stored.clear, private: stored.private.as_ref(), keys, lost };
    fact(&Body { head: &stored.head, source, seen: None })
}

/// Whether an entry tells that its request was erased.
pub const fn is_erasure(head: &EntryHead) -> bool {
    head.kind == others::ERASED
}

/// Whether the private part of an entry is sealed by a key of its case.
pub fn is_under_key_of_case(stored: &StoredEntry) -> bool {
    stored.private.as_ref().is_some_and(|blob| blob.key_id == super::OF_THE_CASE)
}

fn fact(body: &Body) -> Result<Fact, DecodeError> {
    if body.head.kind < request::FIRST_KIND {
        office::event(body).map(Fact::Office)
    } else if is_of_record(body.head) {
        records::event(body).map(Fact::Record)
    } else {
        request::event(body).map(Fact::Request)
    }
}

/// The entry of a request, ready to be folded.
///
/// # Errors
/// As [`decode`]; an entry of the office is malformed here.
pub fn decode_entry(stored: &StoredEntry, keys: &Keys) -> Result<Entry, DecodeError> {
    entry_of(&stored.head, decode(stored, keys)?)
}

/// The entry of a request whose key may be missing: then a word stands for each of its texts, and it is
/// taken to have had so many items.
///
/// # Errors
/// As [`decode_entry`], but for a missing key.
pub fn decode_entry_lost(stored: &StoredEntry, keys: &Keys, items: u16) -> Result<Entry, DecodeError> {
    entry_of(&stored.head, decode_with(stored, keys, Some(items))?)
}

fn entry_of(head: &EntryHead, fact: Fact) -> Result<Entry, DecodeError> {
    let malformed = DecodeError::Malformed { seq: head.seq.0, kind: head.kind };
    let Fact::Request(event) = fact else { return Err(malformed) };
    let practice_day = practice_day(head)?;
    Ok(Entry { seq: head.seq, at: head.at, who: ClerkId(head.who), practice_day, event })
}

/// The entry of a record, ready to be folded.
///
/// # Errors
/// As [`decode`]; an entry of the office or of a request is malformed here.
pub fn decode_record(stored: &StoredEntry, keys: &Keys) -> Result<RecordEntry, DecodeError> {
    let head = &stored.head;
    let malformed = DecodeError::Malformed { seq: head.seq.0, kind: head.kind };
    let Fact::Record(event) = decode(stored, keys)? else { return Err(malformed) };
    let practice_day = practice_day(head)?;
    Ok(RecordEntry { seq: head.seq, at: head.at, who: ClerkId(head.who), practice_day, event })
}

/// Whether an entry is one of the records: like those of the office, these belong to no request.
pub const fn is_of_record(head: &EntryHead) -> bool {
    records::FIRST_KIND <= head.kind && head.kind <= records::LAST_KIND
}

fn practice_day(head: &EntryHead) -> Result<Option<Date>, DecodeError> {
    let Some(day) = head.practice_day else { return Ok(None) };
    let malformed = DecodeError::Malformed { seq: head.seq.0, kind: head.kind };
    from_day(day).map(Some).ok_or(malformed)
}

/// A body while it is read.
struct Body<'a> {
    head: &'a EntryHead,
    source: Source<'a>,
    /// Where both parts are written down as they are read, if somebody asks for their other form.
    seen: Option<&'a RefCell<Seen>>,
}

/// What a body is read from.
#[derive(Clone, Copy)]
enum Source<'a> {
    /// The journal.
    Stored {
        clear: &'a [u8],
        private: Option<&'a PrivateBlob>,
        keys: &'a Keys,
        /// How many items a case without its key is taken to have had, if it is to be read all the same.
        lost: Option<u16>,
    },
    /// A line of an export; of an erased case, with how many items it had.
    Json { clear: &'a Value, private: Option<&'a Value>, erased: Option<u16> },
}

impl Body<'_> {
    fn malformed(&self) -> DecodeError {
        DecodeError::Malformed { seq: self.head.seq.0, kind: self.head.kind }
    }

    fn newer(&self) -> DecodeError {
        let EntryHead { seq, kind, version, .. } = *self.head;
        DecodeError::NeedsNewerProgram { seq: seq.0, kind, version }
    }

    fn clear<T: DeserializeOwned + Serialize>(&self) -> Result<T, DecodeError> {
        let value = match self.source {
            Source::Stored { clear, .. } => from_bytes(clear),
            Source::Json { clear, .. } => T::deserialize(clear).ok(),
        };
        let value = value.ok_or_else(|| self.malformed())?;
        self.note(&value, |seen, both| seen.clear = Some(both))?;
        Ok(value)
    }

    /// Opened only once kind and version are known: a newer program may seal otherwise.
    fn private<T: DeserializeOwned + Serialize>(&self) -> Result<T, DecodeError> {
        let value = match self.source {
            Source::Stored { private, keys, lost, .. } => {
                let blob = private.ok_or_else(|| self.malformed())?;
                let head = self.head;
                match (keys.reveal(sealed_for(head), &head.binding(), blob), lost) {
                    (Ok(Revealed::Plain(plain)), _) => from_bytes(&plain),
                    (Ok(Revealed::Erased { items }), _) => return self.erased(items),
                    (Err(source), Some(items)) if source.is_of_one_case() => {
                        Withheld { word: UNREADABLE, items }.part()
                    }
                    (Err(source), _) => return Err(DecodeError::Private { seq: head.seq.0, source }),
                }
            }
            Source::Json { erased: Some(items), private: None, .. } => return self.erased(items),
            Source::Json { private, .. } => private.and_then(|value| T::deserialize(value).ok()),
        };
        let value = value.ok_or_else(|| self.malformed())?;
        self.note(&value, |seen, both| seen.private = Some(both))?;
        Ok(value)
    }

    fn erased<T: DeserializeOwned>(&self, items: u16) -> Result<T, DecodeError> {
        if let Some(seen) = self.seen {
            seen.borrow_mut().erased = Some(items);
        }
        Withheld { word: ERASED, items }.part().ok_or_else(|| self.malformed())
    }

    fn note<T: Serialize>(&self, value: &T, put: impl FnOnce(&mut Seen, Both)) -> Result<(), DecodeError> {
        if let Some(seen) = self.seen {
            let both = Both::of(value).ok_or_else(|| self.malformed())?;
            put(&mut seen.borrow_mut(), both);
        }
        Ok(())
    }
}

/// No part of an event is larger.
const LIMIT: u64 = 16 << 20;

fn options() -> impl Options {
    bincode::DefaultOptions::new().with_fixint_encoding().with_limit(LIMIT).reject_trailing_bytes()
}

fn to_bytes<T: Serialize>(value: &T) -> Option<Vec<u8>> {
    options().serialize(value).ok()
}

fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    options().deserialize(bytes).ok()
}
