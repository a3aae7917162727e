//! A backup of format one is read forever: `tests/fixtures/backup_v1.backup`, made with a passphrase on the
//! practice day 2026-03-02, with two requests, a draft and a paper.

use std::fs;
use std::path::Path;

use super::*;
use crate::journal::{Directory, FileJournal, Journal, Keys, Seq, decode_entry};
use crate::request::Event;

const PASSPHRASE: &str = "北关区二〇二六年密语";
const HEAD: &str = "14:93d7152aafa6dceec7b343f46a9d2e284e6d16696193efb7fd45e1aa284b8736";

#[test]
fn a_backup_of_format_one_is_read_forever() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/backup_v1.backup");
    let mut archive = Archive::open(&path).unwrap();
    let manifest = archive.manifest().clone();
    assert_eq!((manifest.office(), manifest.made_on()), ("北关区工业和信息化局", "2026-03-02"));
    assert!(manifest.is_practice() && manifest.holds_the_key() && !manifest.is_rotating());
    let keys = archive.keys(&KeySource::Passphrase(Passphrase::of(PASSPHRASE))).unwrap();
    let into = tempfile::tempdir().unwrap();
    let whole = unpack(&mut archive, &keys, into.path()).unwrap();
    assert_eq!((whole.journal.head.to_string().as_str(), whole.journal.commits), (HEAD, 4));
    assert_eq!(fs::read(into.path().join("clerks/1/draft")).unwrap(), "测试草稿\n".as_bytes());
    assert_eq!(fs::read(into.path().join("papers/00ff")).unwrap(), b"paper");
    let keys = Keys::in_memory(keys).unwrap();
    let medium = std::sync::Arc::new(Directory::at(into.path().join("journal")));
    let journal = FileJournal::open(medium, crate::journal::Options::default(), None).unwrap().journal;
    let applicants: Vec<String> = journal
        .read_from(Seq(1))
        .map(|read| read.unwrap().entry)
        .filter(|entry| entry.head.request == entry.head.seq.0)
        .map(|entry| match decode_entry(&entry, &keys).unwrap().event {
            Event::Registered(registered) => registered.particulars.applicant,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(applicants, ["李强", "某公司"]);
}
