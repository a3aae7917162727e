//! Every event comes back; version 1 has the same bytes forever: `tests/fixtures/events_v1.txt`.

mod office_samples;
mod personal;
mod record_samples;
mod samples;

use proptest::prelude::*;

pub(super) use self::samples::{any_fact, every_fact};
use super::super::seal::to_hex;
use super::super::{Keyring, OfficeKey, Seq};
use super::*;

const GOLDEN: &str = include_str!("../../../tests/fixtures/events_v1.txt");

pub(super) fn keys() -> Keys {
    Keys::in_memory(Keyring::of(OfficeKey::from_hex("0123456789abcdeffedcba9876543210").unwrap())).unwrap()
}

const AUTHOR: Author = Author { who: ClerkId(7), at: 1_793_500_800_000, practice_day: Some(20_514) };

pub(super) fn stored(fact: &Fact) -> StoredEntry {
    encode(Seq(9), Some(RequestId(3)), AUTHOR, fact, &keys()).unwrap()
}

/// Kind, version, clear bytes, opened private bytes: what is frozen of an event.
fn frozen(fact: &Fact) -> String {
    let stored = stored(fact);
    let private =
        stored.private.as_ref().map(|blob| keys().office().open(&stored.head.binding(), blob).unwrap());
    let private = private.map_or_else(|| "-".to_owned(), |bytes| to_hex(&bytes));
    let clear = if stored.clear.is_empty() { "-".to_owned() } else { to_hex(&stored.clear) };
    format!("{} {} {clear} {private}", stored.head.kind, stored.head.version)
}

#[test]
fn every_event_of_today_has_the_bytes_of_version_one() {
    let lines: Vec<String> = every_fact().iter().map(frozen).collect();
    let golden: Vec<&str> = GOLDEN.lines().collect();
    assert_eq!(lines, golden);
}

#[test]
fn every_event_of_version_one_is_read_forever() {
    let bytes = |hex: &str| -> Vec<u8> {
        let digits = hex.trim_matches('-').as_bytes();
        digits.chunks(2).map(|p| u8::from_str_radix(str::from_utf8(p).unwrap(), 16).unwrap()).collect()
    };
    let facts = every_fact();
    assert_eq!(GOLDEN.lines().count(), facts.len());
    for (line, fact) in GOLDEN.lines().zip(facts) {
        let mut parts = line.split(' ');
        let mut next = || parts.next().unwrap();
        let head = EntryHead {
            kind: next().parse().unwrap(),
            version: next().parse().unwrap(),
            ..stored(&fact).head
        };
        let clear = bytes(next());
        let private = match next() {
            "-" => None,
            hex => Some(keys().office().seal(&head.binding(), &bytes(hex)).unwrap()),
        };
        assert_eq!(decode(&StoredEntry { head, clear, private }, &keys()).unwrap(), fact);
    }
}

#[test]
fn every_kind_is_in_the_golden_bytes() {
    let mut kinds: Vec<u16> = every_fact().iter().map(|fact| stored(fact).head.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(
        kinds,
        (1..=14).chain(16..=54).chain(100..=106).chain(110..=116).chain(120..=128).collect::<Vec<u16>>()
    );
}

#[test]
fn a_kind_or_version_of_a_newer_program_is_told_apart_from_damage() {
    for fact in every_fact() {
        for (kind, version) in [
            (None, 2),
            (None, 0),
            (Some(15), 1),
            (Some(55), 1),
            (Some(107), 1),
            (Some(139), 1),
            (Some(u16::MAX), 1),
        ] {
            let mut entry = stored(&fact);
            entry.head.kind = kind.unwrap_or(entry.head.kind);
            entry.head.version = version;
            // Sealed otherwise, as it may be by then.
            if let Some(blob) = &mut entry.private {
                blob.key_id = 99;
            }
            let error = decode(&entry, &keys()).unwrap_err();
            assert!(matches!(error, DecodeError::NeedsNewerProgram { seq: 9, .. }), "{error}");
        }
    }
}

#[test]
fn bytes_too_few_or_too_many_are_malformed() {
    for fact in every_fact() {
        let whole = stored(&fact);
        let mut short = whole.clone();
        short.clear.pop();
        let mut long = whole.clone();
        long.clear.push(0);
        for entry in [short, long] {
            let error = decode(&entry, &keys()).unwrap_err();
            assert!(matches!(error, DecodeError::Malformed { seq: 9, .. }), "{fact:?}: {error}");
        }
        let Some(blob) = &whole.private else { continue };
        let plain = keys().office().open(&whole.head.binding(), blob).unwrap();
        let (short, long) = (plain[..plain.len() - 1].to_vec(), [plain, vec![0]].concat());
        for plain in [short, long, Vec::new()] {
            let private = Some(keys().office().seal(&whole.head.binding(), &plain).unwrap());
            let entry = StoredEntry { private, ..whole.clone() };
            let error = decode(&entry, &keys()).unwrap_err();
            assert!(matches!(error, DecodeError::Malformed { .. }), "{fact:?}: {error}");
        }
        let error = decode(&StoredEntry { private: None, ..whole }, &keys()).unwrap_err();
        assert!(matches!(error, DecodeError::Malformed { .. }), "{fact:?}: {error}");
    }
}

#[test]
fn a_private_part_opens_in_its_own_entry_alone() {
    let sealed = every_fact().into_iter().map(|fact| stored(&fact)).filter(|entry| entry.private.is_some());
    for entry in sealed {
        let alterations: [fn(&mut EntryHead); 4] = [
            |head| head.seq = Seq(10),
            |head| head.request = 4,
            |head| head.who = 8,
            |head| head.practice_day = None,
        ];
        for alter in alterations {
            let mut moved = entry.clone();
            alter(&mut moved.head);
            let error = decode(&moved, &keys()).unwrap_err();
            assert!(matches!(error, DecodeError::Private { source: PrivateError::Tampered, .. }), "{error}");
        }
    }
}

#[test]
fn nothing_personal_is_seen_in_the_stored_bytes() {
    for fact in every_fact() {
        let entry = stored(&fact);
        let blob = entry.private.map(|blob| blob.sealed).unwrap_or_default();
        let seen = [entry.clear, blob].concat();
        for personal in personal::PERSONAL.into_iter().chain(record_samples::PERSONAL) {
            let found = memchr::memmem::find(&seen, personal.as_bytes());
            assert_eq!(found, None, "{personal} in {fact:?}");
        }
    }
}

#[test]
fn an_entry_of_the_office_is_none_of_a_request() {
    let entry = stored(&Fact::Office(OfficeEvent::Founded { practice: true }));
    assert!(matches!(decode_entry(&entry, &keys()), Err(DecodeError::Malformed { seq: 9, kind: 1 })));
}

#[test]
fn an_entry_of_a_request_is_none_of_a_record() {
    let entry = stored(&Fact::Request(Event::Confirmed { on: jiff::civil::date(2026, 3, 2) }));
    assert!(matches!(decode_record(&entry, &keys()), Err(DecodeError::Malformed { seq: 9, .. })));
    assert!(!is_of_record(&entry.head));
}

#[test]
fn an_event_beyond_the_limits_of_the_format_is_refused() {
    let text = "长".repeat(6 << 20);
    let fact = Fact::Request(Event::Revoked { seq: Seq(1), reason: text });
    let refused = encode(Seq(9), Some(RequestId(3)), AUTHOR, &fact, &keys());
    assert!(matches!(refused, Err(EncodeError::TooLarge)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_event_comes_back(fact in any_fact(), practice_day in prop::option::of(0_i32..30_000)) {
        let author = Author { practice_day, ..AUTHOR };
        let stored = encode(Seq(9), Some(RequestId(3)), author, &fact, &keys()).unwrap();
        prop_assert_eq!(&decode(&stored, &keys()).unwrap(), &fact);
        prop_assert_eq!(is_of_record(&stored.head), matches!(fact, Fact::Record(_)));
        if let Fact::Record(event) = &fact {
            let entry = decode_record(&stored, &keys()).unwrap();
            prop_assert_eq!((entry.seq, entry.at, entry.who), (Seq(9), author.at, author.who));
            prop_assert_eq!(entry.practice_day, practice_day.and_then(from_day));
            prop_assert_eq!(&entry.event, event);
        }
        if let Fact::Request(event) = fact {
            let entry = decode_entry(&stored, &keys()).unwrap();
            prop_assert_eq!((entry.seq, entry.at, entry.who), (Seq(9), author.at, author.who));
            prop_assert_eq!(entry.practice_day, practice_day.and_then(from_day));
            prop_assert_eq!(entry.event, event);
        }
    }

    #[test]
    fn no_bytes_panic(kind in 0_u16..150, clear: Vec<u8>, plain: Vec<u8>) {
        let mut entry = stored(&Fact::Office(OfficeEvent::Founded { practice: true }));
        entry.head.kind = kind;
        let private = Some(keys().office().seal(&entry.head.binding(), &plain).unwrap());
        let _ = decode(&StoredEntry { clear, private, ..entry }, &keys());
    }
}
