//! An entry as one line of JSON, with everything that the stored form has but nonce and key.
//!
//! Both ways go through the readers of the stored form: while a body is read, its parts are written down in
//! the other form. So no kind needs a second description, old versions stay what they are, and what comes
//! back has the very bytes that were exported.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::sealed_for;
use super::{Body, DecodeError, Fact, Source, fact, to_bytes};
use crate::journal::{EntryHead, Keys, OF_THE_CASE, PrivateBlob, PrivateError, ReadEntry, Seq, StoredEntry};
use crate::request::Event;

/// The parts of a body in both forms, as far as they were read.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) clear: Option<Both>,
    pub(super) private: Option<Both>,
    /// The private part was erased; how many items the case had.
    pub(super) erased: Option<u16>,
}

/// One part in both forms.
pub(super) struct Both {
    bytes: Vec<u8>,
    json: Value,
}

impl Both {
    /// Both forms of a part.
    pub(super) fn of<T: Serialize>(value: &T) -> Option<Self> {
        Some(Self { bytes: to_bytes(value)?, json: serde_json::to_value(value).ok()? })
    }
}

/// A line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    seq: u64,
    /// The first entry of its commit.
    commit: u64,
    at: i64,
    who: u32,
    request: u64,
    kind: u16,
    version: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    practice_day: Option<i32>,
    clear: Value,
    /// Missing where there is no private part; a part may be `null`.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    private: Option<Value>,
    /// In the place of the private part where that was erased: how many items the case had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    erased: Option<u16>,
}

fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// Why a line is not an entry that can be kept.
#[derive(Debug)]
pub(in crate::journal) enum LineError {
    /// It is not JSON of this layout.
    Layout,
    /// What it says of the event cannot be.
    Event(DecodeError),
    /// The private part could not be sealed.
    Sealing(PrivateError),
}

/// What a line tells.
pub(in crate::journal) struct Told {
    /// The first entry of its commit.
    pub(in crate::journal) commit: Seq,
    /// The entry, to be kept.
    pub(in crate::journal) entry: StoredEntry,
    /// What happened.
    pub(in crate::journal) fact: Fact,
}

/// The line of an entry, without line end.
///
/// # Errors
/// The entry cannot be read.
pub(in crate::journal) fn to_json(read: &ReadEntry, keys: &Keys) -> Result<String, DecodeError> {
    let (head, clear) = (&read.entry.head, &read.entry.clear);
    let malformed = || DecodeError::Malformed { seq: head.seq.0, kind: head.kind };
    let seen = std::cell::RefCell::new(Seen::default());
    let source = Source::Stored { clear, private: read.entry.private.as_ref(), keys, lost: None };
    fact(&Body { head, source, seen: Some(&seen) })?;
    let Seen { clear: told, private, erased } = seen.into_inner();
    // Bytes that the line would not bring back must not be lost in silence.
    let is_whole = told.as_ref().map_or(&[][..], |both| &both.bytes) == clear.as_slice();
    let has_private = private.is_some() || erased.is_some();
    if !is_whole || has_private != read.entry.private.is_some() {
        return Err(malformed());
    }
    let line = Line {
        seq: head.seq.0,
        commit: read.commit.0,
        at: head.at,
        who: head.who,
        request: head.request,
        kind: head.kind,
        version: head.version,
        practice_day: head.practice_day,
        clear: told.map_or(Value::Null, |both| both.json),
        private: private.map(|both| both.json),
        erased,
    };
    serde_json::to_string(&line).map_err(|_| malformed())
}

/// What a line tells, its private part sealed anew; a registration makes the key of its case, which is to be
/// synced before the entry is kept.
///
/// # Errors
/// The line is not one, or no random numbers are to be had.
pub(in crate::journal) fn from_json(line: &str, keys: &Keys) -> Result<Told, LineError> {
    let line: Line = serde_json::from_str(line).map_err(|_| LineError::Layout)?;
    let head = EntryHead {
        seq: Seq(line.seq),
        at: line.at,
        who: line.who,
        request: line.request,
        kind: line.kind,
        version: line.version,
        practice_day: line.practice_day,
    };
    let seen = std::cell::RefCell::new(Seen::default());
    let source = Source::Json { clear: &line.clear, private: line.private.as_ref(), erased: line.erased };
    let fact = fact(&Body { head: &head, source, seen: Some(&seen) }).map_err(LineError::Event)?;
    let Seen { clear, private, erased } = seen.into_inner();
    if private.is_some() != line.private.is_some() || erased != line.erased {
        return Err(LineError::Event(DecodeError::Malformed { seq: head.seq.0, kind: head.kind }));
    }
    let is_new = matches!(fact, Fact::Request(Event::Registered(_)));
    let private = sealed(&head, private, erased, is_new, keys).map_err(LineError::Sealing)?;
    let clear = clear.map_or_else(Vec::new, |both| both.bytes);
    Ok(Told { commit: Seq(line.commit), entry: StoredEntry { head, clear, private }, fact })
}

/// The private part of a line, sealed.
fn sealed(
    head: &EntryHead,
    private: Option<Both>,
    erased: Option<u16>,
    is_new: bool,
    keys: &Keys,
) -> Result<Option<PrivateBlob>, PrivateError> {
    if let Some(items) = erased {
        keys.prepare_erased(head.request, items)?;
        // Nothing is left to seal; that there was a part is kept.
        return Ok(Some(PrivateBlob { key_id: OF_THE_CASE, nonce: [0; 12], sealed: Vec::new() }));
    }
    if is_new {
        keys.prepare(head.request)?;
    }
    private.map(|both| keys.seal(sealed_for(head), &head.binding(), &both.bytes)).transpose()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{any_fact, every_fact, keys, stored};
    use super::*;
    use proptest::prelude::*;

    fn read(entry: StoredEntry) -> ReadEntry {
        let position = crate::journal::Position { segment: 1, offset: 64 };
        ReadEntry { position, commit: Seq(9), closes: None, entry }
    }

    fn comes_back(entry: &StoredEntry) {
        let keys = keys();
        let plain = |entry: &StoredEntry| {
            let request = sealed_for(&entry.head);
            entry.private.as_ref().map(|blob| keys.reveal(request, &entry.head.binding(), blob).unwrap())
        };
        let line = to_json(&read(entry.clone()), &keys).unwrap();
        assert!(!line.contains('\n'), "{line}");
        let Told { commit, entry: back, .. } = from_json(&line, &keys).unwrap();
        assert_eq!((commit, back.head, &back.clear), (Seq(9), entry.head, &entry.clear), "{line}");
        assert_eq!(plain(&back), plain(entry), "{line}");
        assert_eq!(to_json(&read(back), &keys).unwrap(), line);
    }

    #[test]
    fn every_event_comes_back_from_its_line_with_its_very_bytes() {
        for fact in every_fact() {
            comes_back(&stored(&fact));
        }
    }

    proptest! {
        #[test]
        fn any_event_comes_back_from_its_line(fact in any_fact()) {
            comes_back(&stored(&fact));
        }

        #[test]
        fn any_text_is_refused_or_read_but_never_panics(text: String) {
            let _ = from_json(&text, &keys());
        }
    }

    #[test]
    fn a_line_with_something_more_or_less_than_an_entry_is_refused() {
        let line = to_json(&read(stored(&every_fact()[2])), &keys()).unwrap();
        assert!(line.contains("\"张敏\""), "Chinese stays as it is: {line}");
        for wrong in [
            line.replace("\"who\"", "\"wer\""),
            line.replace("\"seq\":9,", ""),
            line.replace("\"kind\":3", "\"kind\":99"),
            line.replace(",\"private\":\"张敏\"", ""),
            line.replace("\"张敏\"", "7"),
        ] {
            assert_ne!(wrong, line);
            assert!(from_json(&wrong, &keys()).is_err(), "{wrong}");
        }
    }
}
