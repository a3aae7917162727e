//! Damage of every kind is seen and named, and nothing is touched.

use super::{
    Anchor, Damage, Fault, FileJournal, Head, Journal, JournalError, Options, Seal, Seq,
    contract::SMALL,
    inspect,
    lossy::{Dice, Lossy},
    samples::{entries, entry},
    segment,
};

/// Three segments and some commits in each.
fn office() -> (Lossy, FileJournal) {
    let disk = Lossy::default();
    let mut journal = FileJournal::create(disk.shared(), SMALL).unwrap();
    for lengths in
        [&[100_usize, 900][..], &[700, 700, 40], &[1500, 90], &[2500], &[2000, 800], &[300], &[50, 60]]
    {
        let head = journal.head().seq;
        journal.append(head, entries(head.next().0, lengths)).unwrap();
    }
    (disk, journal)
}

fn open(disk: &Lossy, anchor: Option<Anchor>) -> Result<super::Opened, JournalError> {
    FileJournal::open(disk.shared(), SMALL, anchor)
}

fn names(disk: &Lossy) -> Vec<String> {
    disk.shared().list().unwrap()
}

/// How many bytes of a segment are in use.
fn used(disk: &Lossy, number: u32) -> usize {
    disk.bytes(&segment::name(number)).iter().rposition(|byte| *byte != 0).unwrap() + 1
}

fn copy(disk: &Lossy) -> Lossy {
    let copy = Lossy::default();
    for name in names(disk) {
        copy.put(&name, &disk.bytes(&name));
    }
    copy
}

#[test]
fn the_office_of_these_tests_has_three_segments_and_opens_at_its_head() {
    let (disk, journal) = office();
    assert_eq!(names(&disk), ["000001.journal", "000002.journal", "000003.journal"]);
    let opened = open(&copy(&disk), Some(journal.head())).unwrap();
    assert_eq!((opened.journal.head(), opened.torn), (journal.head(), None));
}

#[test]
fn every_flipped_bit_in_a_used_byte_is_found_by_verification_and_named() {
    let (disk, journal) = office();
    let head = journal.head();
    for number in 1..=3 {
        let name = segment::name(number);
        for at in 0..used(&disk, number) {
            let bits = 1 << (at % 8);
            disk.flip(&name, at, bits);
            let fault = journal.verify(&mut |_| {}).expect_err(&format!("{name} {at}"));
            assert!((1..=head.seq.0).contains(&fault.seq.0), "{name} {at}: {fault:?}");
            assert_eq!(fault.segment, number);
            disk.flip(&name, at, bits);
        }
    }
    journal.verify(&mut |_| {}).unwrap();
}

#[test]
fn the_named_entry_is_the_one_whose_bytes_are_bad() {
    let (disk, journal) = office();
    for read in journal.read_from(Seq(1)).map(Result::unwrap) {
        let name = segment::name(read.position.segment);
        for within in [0, 5, 21, 24, 40] {
            let at = usize::try_from(read.position.offset).unwrap() + within;
            disk.flip(&name, at, 0x20);
            let fault = journal.verify(&mut |_| {}).unwrap_err();
            assert_eq!((fault.seq, fault.offset), (read.entry.head.seq, read.position.offset), "{within}");
            disk.flip(&name, at, 0x20);
        }
    }
}

#[test]
fn with_the_registers_cursor_no_flip_is_ever_opened_as_a_shorter_journal() {
    let (disk, journal) = office();
    let head = journal.head();
    for number in 1..=3 {
        for at in 0..used(&disk, number) {
            let flipped = copy(&disk);
            flipped.flip(&segment::name(number), at, 0x81);
            let before = flipped.bytes(&segment::name(number));
            match open(&flipped, Some(head)) {
                Ok(opened) => {
                    assert_eq!(opened.journal.head(), head);
                    assert!(number < 3, "the last segment is read on opening ({at})");
                    opened.journal.verify(&mut |_| {}).unwrap_err();
                }
                Err(JournalError::Damaged(_) | JournalError::Shortened { .. }) => {
                    assert_eq!(flipped.bytes(&segment::name(number)), before, "nothing is touched");
                    assert_eq!(names(&flipped), names(&disk));
                    let inspected = inspect(&flipped, Some(head), &mut |_| {});
                    assert!(inspected.is_err());
                }
                Err(other) => panic!("{number} {at}: {other:?}"),
            }
        }
    }
}

#[test]
fn damage_before_a_later_commit_is_refused_even_without_a_cursor() {
    let (disk, journal) = office();
    // The last segment holds the commits of entries 11 and 12-13; all of the first is before the second.
    let last = journal.read_from(Seq(12)).next().unwrap().unwrap().position;
    assert_eq!(last.segment, 3);
    for at in 64..usize::try_from(last.offset).unwrap() {
        let flipped = copy(&disk);
        flipped.flip(&segment::name(3), at, 0x04);
        let Err(JournalError::Damaged(fault)) = open(&flipped, None) else { panic!("{at}") };
        assert_eq!((fault.seq, fault.segment), (Seq(11), 3), "{at}");
    }
}

#[test]
fn damage_in_a_last_commit_whose_end_is_whole_is_not_taken_for_a_torn_write() {
    let (disk, journal) = office();
    let reads: Vec<_> = journal.read_from(Seq(12)).map(Result::unwrap).collect();
    let from = usize::try_from(reads[0].position.offset).unwrap();
    for at in from..used(&disk, 3) - 56 {
        let flipped = copy(&disk);
        flipped.flip(&segment::name(3), at, 0x04);
        let Err(JournalError::Damaged(fault)) = open(&flipped, None) else { panic!("{at}") };
        let seq = if at < usize::try_from(reads[1].position.offset).unwrap() { 12 } else { 13 };
        assert_eq!(fault.seq, Seq(seq), "{at}");
    }
}

#[test]
fn zeros_before_a_later_commit_are_damage_and_not_the_end() {
    let (disk, journal) = office();
    let last = usize::try_from(journal.read_from(Seq(12)).next().unwrap().unwrap().position.offset).unwrap();
    let name = segment::name(3);
    let mut bytes = disk.bytes(&name);
    bytes[64..last].fill(0);
    disk.put(&name, &bytes);
    let Err(JournalError::Damaged(fault)) = open(&disk, None) else { panic!() };
    assert_eq!(fault, Fault { seq: Seq(11), segment: 3, offset: 64, what: Damage::Hole });
    assert!(fault.to_string().contains("记录 11, 文件 000003.journal, 位置 64"));
    assert!(fault.to_string().contains("记录 1 至 10 完好"));
}

#[test]
fn a_missing_segment_is_damage_at_its_first_entry() {
    let (disk, _) = office();
    for (number, seq) in [(1, 1), (2, 8)] {
        let without = copy(&disk);
        without.remove(&segment::name(number));
        let Err(JournalError::Damaged(fault)) = open(&without, None) else { panic!() };
        assert_eq!((fault.segment, fault.what), (number, Damage::SegmentMissing));
        assert_eq!(fault.seq, Seq(seq));
    }
}

#[test]
fn a_cursor_beyond_the_head_or_with_another_seal_means_shortened_and_nothing_is_touched() {
    let (disk, journal) = office();
    let head = journal.head();
    let beyond = Head { seq: head.seq.next(), seal: head.seal };
    for anchor in [beyond, Head { seal: Seal::ORIGIN, ..head }, Head { seq: Seq(4), seal: head.seal }] {
        assert!(matches!(open(&disk, Some(anchor)), Err(JournalError::Shortened { .. })));
        assert!(matches!(inspect(&disk, Some(anchor), &mut |_| {}), Err(JournalError::Shortened { .. })));
    }
    for seq in 0..=head.seq.0 {
        let anchor = Head { seq: Seq(seq), seal: journal.seal_at(Seq(seq)).unwrap() };
        assert!(open(&disk, Some(anchor)).is_ok(), "{seq}");
    }
    disk.remove(&segment::name(3));
    assert!(matches!(open(&disk, Some(head)), Err(JournalError::Shortened { .. })));
    let nothing = Lossy::default();
    assert!(matches!(open(&nothing, Some(head)), Err(JournalError::Shortened { .. })));
    assert!(matches!(open(&nothing, None), Err(JournalError::Missing)));
    assert!(names(&nothing).is_empty());
}

#[test]
fn the_end_of_a_commit_cut_off_is_put_aside_and_told_and_the_journal_goes_on() {
    let (disk, mut journal) = office();
    let head = journal.head();
    let full = copy(&disk);
    journal.append(head.seq, entries(14, &[40, 300])).unwrap();
    let name = segment::name(3);
    let (from, to) = (used(&full, 3), used(&disk, 3));
    for cut in from + 1..to {
        let torn = copy(&disk);
        let mut bytes = torn.bytes(&name);
        bytes[cut..].fill(0);
        torn.put(&name, &bytes);
        // Had somebody seen the commit, it would not be cut.
        assert!(matches!(open(&torn, Some(journal.head())), Err(JournalError::Shortened { .. })));
        let opened = open(&torn, Some(head)).unwrap();
        let told = opened.torn.unwrap();
        assert_eq!((told.first, told.kept_in.as_deref()), (Seq(14), Some("torn-14-1.bytes")));
        assert!(told.words().contains("torn-14-1.bytes"));
        let kept = torn.bytes("torn-14-1.bytes");
        assert_eq!(kept[..], bytes[from..from + kept.len()]);
        assert_eq!(torn.bytes(&name)[..from], full.bytes(&name)[..from]);
        assert_eq!(used(&torn, 3), from);
        let mut journal = opened.journal;
        assert_eq!(journal.head(), head);
        journal.append(head.seq, entries(14, &[77])).unwrap();
        assert_eq!(journal.verify(&mut |_| {}).unwrap().head, journal.head());
    }
}

#[test]
fn a_commit_sealed_over_other_bytes_is_refused() {
    let (disk, _) = office();
    let (other, mut journal) = office();
    // The same journal but for one entry: its frames fit in number and length, its seals do not.
    let mut forged = entry(14, 40);
    forged.head.who += 1;
    journal.append(Seq(13), vec![forged]).unwrap();
    let (mut honest, name) = (open(&disk, None).unwrap().journal, segment::name(3));
    let from = used(&disk, 3);
    honest.append(Seq(13), entries(14, &[40])).unwrap();
    let mut bytes = disk.bytes(&name);
    let end = used(&disk, 3) - 56;
    bytes[from..end].copy_from_slice(&other.bytes(&name)[from..end]);
    disk.put(&name, &bytes);
    assert_eq!(honest.verify(&mut |_| {}).unwrap_err().what, Damage::Seal);
    let Err(JournalError::Damaged(fault)) = open(&disk, None) else { panic!() };
    assert_eq!((fault.seq, fault.what), (Seq(14), Damage::Seal));
}

#[test]
fn a_format_of_the_future_is_refused_untouched() {
    let (disk, _) = office();
    let mut bytes = disk.bytes(&segment::name(3));
    bytes[8] = 2;
    let crc = crc32fast::hash(&bytes[..60]);
    bytes[60..64].copy_from_slice(&crc.to_le_bytes());
    disk.put(&segment::name(3), &bytes);
    assert!(matches!(open(&disk, None), Err(JournalError::NeedsNewerProgram { segment: 3, version: 2 })));
    assert_eq!(disk.bytes(&segment::name(3)), bytes);
}

#[test]
fn a_journal_is_never_made_over_another() {
    let (disk, _) = office();
    assert!(matches!(FileJournal::create(disk.shared(), SMALL), Err(JournalError::AlreadyThere)));
    // But where making one was cut short there is none.
    let begun = Lossy::default();
    begun.put(&segment::name(1), &[0; 700]);
    assert!(matches!(open(&begun, None), Err(JournalError::Missing)));
    FileJournal::create(begun.shared(), SMALL).unwrap();
}

#[test]
fn after_a_failed_sync_nothing_is_acknowledged_until_reopened() {
    let (disk, mut journal) = office();
    let head = journal.head();
    disk.fail_sync(Some(0), Dice::new(1));
    assert!(matches!(journal.append(head.seq, entries(14, &[10])), Err(JournalError::Io { .. })));
    assert!(matches!(journal.append(head.seq, entries(14, &[10])), Err(JournalError::Poisoned)));
    assert_eq!((journal.head(), journal.read_from(Seq(14)).count()), (head, 0));
    assert_eq!(journal.reopen().unwrap(), head);
    let done = journal.append(head.seq, entries(14, &[99])).unwrap();
    assert_eq!(journal.verify(&mut |_| {}).unwrap().head, done.head);
}

#[test]
fn a_full_disk_refuses_the_commit_and_leaves_the_rest_readable() {
    let (disk, mut journal) = office();
    let head = journal.head();
    disk.set_capacity(Some(disk.used() + 700));
    assert!(matches!(journal.append(head.seq, entries(14, &[3000; 5])), Err(JournalError::Io { .. })));
    assert_eq!(journal.read_from(Seq(1)).map(Result::unwrap).count(), 13);
    assert_eq!(journal.reopen().unwrap(), head);
    // What was written ahead still has room for a small one.
    journal.append(head.seq, entries(14, &[10])).unwrap();

    // A torn end on a full disk: it cannot be put aside, but all before it can be read.
    let torn = copy(&disk);
    let mut bytes = torn.bytes(&segment::name(3));
    let end = used(&torn, 3);
    bytes[end - 30..].fill(0);
    torn.put(&segment::name(3), &bytes);
    torn.set_capacity(Some(torn.used()));
    let opened = open(&torn, Some(head)).unwrap();
    assert_eq!(opened.torn.unwrap().kept_in, None);
    let mut journal = opened.journal;
    assert_eq!(journal.read_from(Seq(1)).map(Result::unwrap).count(), 13);
    assert!(matches!(journal.append(head.seq, entries(14, &[10])), Err(JournalError::Io { .. })));
    torn.set_capacity(None);
    journal.append(head.seq, entries(14, &[10])).unwrap();
    assert!(names(&torn).contains(&"torn-14-1.bytes".to_owned()));
    assert_eq!(journal.verify(&mut |_| {}).unwrap().entries, 14);
}

#[test]
fn a_long_commit_costs_little_more_than_its_entries() {
    let disk = Lossy::default();
    let mut journal = FileJournal::create(disk.shared(), Options::default()).unwrap();
    let mut own = 0;
    for seq in 1..=2000 {
        let entry = entry(seq, 380);
        own += 380;
        journal.append(Seq(seq - 1), vec![entry]).unwrap();
    }
    let bytes = used(&disk, 1);
    assert!(bytes * 10 <= own * 13, "{bytes} bytes for {own}");
}
