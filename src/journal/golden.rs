//! The bytes on disk, held forever: `tests/fixtures/journal_v1.hex`.

use super::{
    EntryHead, FileJournal, Journal, Options, PrivateBlob, Seq, StoredEntry, lossy::Lossy, seal, segment,
};

const GOLDEN: &str = include_str!("../../tests/fixtures/journal_v1.hex");
const OPTIONS: Options = Options { block: 1024, segment: 4096, buffer: 4096, long_commit: 4000 };

fn commits() -> [Vec<StoredEntry>; 2] {
    let head = EntryHead {
        seq: Seq(1),
        at: 1_793_500_800_000,
        who: 1,
        request: 0,
        kind: 1,
        version: 1,
        practice_day: None,
    };
    let blob = PrivateBlob { key_id: 1, nonce: *b"twelve bytes", sealed: (0..40).collect() };
    let first = StoredEntry { head, clear: "北关区人民政府办公室".into(), private: None };
    let second = StoredEntry {
        head: EntryHead {
            seq: Seq(2),
            at: -1,
            who: 300,
            request: 2,
            kind: 0x0203,
            version: 7,
            practice_day: Some(-20_514),
        },
        clear: vec![0, 1, 2, 255],
        private: Some(blob.clone()),
    };
    let head = EntryHead { seq: Seq(3), who: u32::MAX, request: u64::MAX, practice_day: Some(0), ..head };
    let third =
        StoredEntry { head, clear: Vec::new(), private: Some(PrivateBlob { key_id: u32::MAX, ..blob }) };
    [vec![first], vec![second, third]]
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.chunks(32).map(seal::to_hex).flat_map(|line| [line, "\n".to_owned()]).collect()
}

fn from_hex(text: &str) -> Vec<u8> {
    let digits: String = text.split_whitespace().collect();
    digits.as_bytes().chunks(2).map(|p| u8::from_str_radix(str::from_utf8(p).unwrap(), 16).unwrap()).collect()
}

#[test]
fn a_journal_of_today_has_the_bytes_of_format_one() {
    let disk = Lossy::default();
    let mut journal = FileJournal::create(disk.shared(), OPTIONS).unwrap();
    for commit in commits() {
        let head = journal.head().seq;
        journal.append(head, commit).unwrap();
    }
    let bytes = disk.bytes(&segment::name(1));
    let used = bytes.iter().rposition(|byte| *byte != 0).unwrap() + 1;
    assert!(bytes.len().is_multiple_of(1024));
    assert_eq!(to_hex(&bytes[..used]), GOLDEN);
}

#[test]
fn a_journal_of_format_one_is_read_forever() {
    let disk = Lossy::default();
    disk.put(&segment::name(1), &from_hex(GOLDEN));
    let journal = FileJournal::open(disk.shared(), OPTIONS, None).unwrap().journal;
    let read: Vec<_> = journal.read_from(Seq(1)).map(|read| read.unwrap().entry).collect();
    assert_eq!(read, commits().concat());
    assert_eq!(journal.verify(&mut |_| {}).unwrap().commits, 2);
}
