//! The contract that every [`Journal`] keeps: one test, run against each implementation.

use std::sync::Arc;

use super::{
    Abandon, CommitRange, FileJournal, Head, Journal, JournalError, MemoryJournal, Options, Position, Seal,
    Seq, StoredEntry, frame,
    lossy::Lossy,
    samples::{entries, entry},
};

/// Sizes at which a few entries fill blocks, buffers and segments.
pub(super) const SMALL: Options = Options { block: 2048, segment: 4096, buffer: 1024, long_commit: 4000 };

fn each(check: impl Fn(Box<dyn Journal>)) {
    check(Box::new(MemoryJournal::new()));
    check(Box::new(FileJournal::create(Lossy::default().shared(), SMALL).unwrap()));
    let directory = tempfile::tempdir().unwrap();
    check(Box::new(FileJournal::create_at(directory.path()).unwrap()));
}

/// Commits of different sizes; 20 entries in all.
fn fill(journal: &mut dyn Journal) -> (Vec<StoredEntry>, Vec<Position>) {
    let commits: [&[usize]; 5] = [&[10], &[300, 0, 700], &[1500; 4], &[400; 10], &[3000, 20]];
    let (mut all, mut positions) = (Vec::new(), Vec::new());
    for lengths in commits {
        let head = journal.head().seq;
        let commit = entries(head.next().0, lengths);
        let done = journal.append(head, commit.clone()).unwrap();
        assert_eq!(done.first, head.next());
        assert_eq!(done.head, journal.head());
        assert_eq!(done.positions.len(), commit.len());
        positions.extend(done.positions);
        all.extend(commit);
    }
    (all, positions)
}

fn read(journal: &dyn Journal, from: u64) -> Vec<StoredEntry> {
    journal.read_from(Seq(from)).map(|read| read.unwrap().entry).collect()
}

#[test]
fn what_is_appended_is_read_back_in_order_and_by_position() {
    each(|mut journal| {
        assert_eq!(journal.head(), Head::ORIGIN);
        assert!(read(journal.as_ref(), 0).is_empty());
        let (all, positions) = fill(journal.as_mut());
        for from in 0..=21 {
            let expected = usize::try_from(from).unwrap().saturating_sub(1);
            assert_eq!(read(journal.as_ref(), from), all[expected..], "from {from}");
        }
        let found: Vec<_> = journal.read_from(Seq(1)).map(|read| read.unwrap().position).collect();
        assert_eq!(found, positions);
        let some = [positions[19], positions[0], positions[7]];
        let expected = [all[19].clone(), all[0].clone(), all[7].clone()];
        assert_eq!(journal.read_at(&some).unwrap(), expected);
        let nowhere = Position { segment: 99, offset: 64 };
        assert!(matches!(
            journal.read_at(&[positions[0], nowhere]),
            Err(JournalError::NoEntryAt { position }) if position == nowhere
        ));
    });
}

#[test]
fn the_bounds_of_a_commit_are_told_for_each_of_its_entries() {
    each(|mut journal| {
        fill(journal.as_mut());
        let bounds = [(1, 1), (2, 4), (5, 8), (9, 18), (19, 20)];
        for (first, last) in bounds {
            for seq in first..=last {
                let range = CommitRange { first: Seq(first), last: Seq(last) };
                assert_eq!(journal.commit_range(Seq(seq)).unwrap(), range);
            }
        }
        for none in [0, 21] {
            assert!(matches!(journal.commit_range(Seq(none)), Err(JournalError::NoEntry { .. })));
        }
        for read in journal.read_from(Seq(3)).map(Result::unwrap) {
            let seq = read.entry.head.seq.0;
            let (first, last) = *bounds.iter().find(|(_, last)| seq <= *last).unwrap();
            assert_eq!((read.commit, read.closes.is_some()), (Seq(first), seq == last));
        }
    });
}

#[test]
fn seals_are_the_chain_over_the_frames_and_the_same_in_every_journal() {
    each(|mut journal| {
        let (all, _) = fill(journal.as_mut());
        let (mut seal, mut bytes) = (Seal::ORIGIN, Vec::new());
        assert_eq!(journal.seal_at(Seq(0)).unwrap(), seal);
        for entry in &all {
            let seq = entry.head.seq;
            let first = journal.commit_range(seq).unwrap().first;
            frame::put_entry(&mut bytes, first, u32::try_from(seq.0 - first.0).unwrap(), entry).unwrap();
            seal = seal.then(&bytes);
            assert_eq!(journal.seal_at(seq).unwrap(), seal, "{seq}");
        }
        assert_eq!(journal.head(), Head { seq: Seq(20), seal });
        let closed: Vec<_> = journal.read_from(Seq(1)).filter_map(|read| read.unwrap().closes).collect();
        assert_eq!((closed.len(), closed.last()), (5, Some(&seal)));
        assert!(matches!(journal.seal_at(Seq(21)), Err(JournalError::NoEntry { .. })));
    });
}

#[test]
fn verification_counts_entries_and_commits_and_reaches_the_head() {
    each(|mut journal| {
        assert_eq!(journal.verify(&mut |_| {}).unwrap().head, Head::ORIGIN);
        fill(journal.as_mut());
        let mut last = Seq(0);
        let verified = journal.verify(&mut |progress| last = progress.seq).unwrap();
        assert_eq!((verified.entries, verified.commits, verified.head), (20, 5, journal.head()));
        assert_eq!(last, Seq(20));
    });
}

#[test]
fn a_commit_on_another_head_or_with_other_numbers_is_refused_and_leaves_nothing() {
    each(|mut journal| {
        let (all, _) = fill(journal.as_mut());
        let head = journal.head();
        let refused = journal.append(Seq(19), entries(20, &[1])).unwrap_err();
        assert!(matches!(refused, JournalError::Conflict { expected: Seq(19), head: Seq(20) }));
        let gap = vec![entry(21, 2000), entry(23, 5)];
        let refused = journal.append(Seq(20), gap).unwrap_err();
        assert!(matches!(refused, JournalError::OutOfOrder { expected: Seq(22), found: Seq(23) }));
        assert!(matches!(journal.append(Seq(20), Vec::new()), Err(JournalError::EmptyCommit)));
        let huge = StoredEntry { clear: vec![1; 17 << 20], ..entry(21, 0) };
        assert!(matches!(journal.append(Seq(20), vec![huge]), Err(JournalError::TooLarge { .. })));
        assert_eq!((journal.head(), read(journal.as_ref(), 0)), (head, all));
        journal.append(Seq(20), entries(21, &[5])).unwrap();
        assert_eq!(journal.verify(&mut |_| {}).unwrap().entries, 21);
    });
}

#[test]
fn a_streamed_commit_is_one_commit_and_an_abandoned_one_is_none() {
    each(|mut journal| {
        let mut source = (1..=200).map(|seq| Ok(entry(seq, 100)));
        let mut placed = Vec::new();
        let done =
            journal.append_stream(Seq(0), &mut source, &mut |seq, position| placed.push((seq, position)));
        assert_eq!(done.unwrap().head, journal.head());
        let all: Vec<_> = (1..=200).map(|seq| entry(seq, 100)).collect();
        assert_eq!(read(journal.as_ref(), 1), all);
        assert_eq!(journal.commit_range(Seq(77)).unwrap(), CommitRange { first: Seq(1), last: Seq(200) });
        let positions: Vec<_> = placed.iter().map(|(_, position)| *position).collect();
        assert_eq!(journal.read_at(&positions).unwrap(), all);

        let mut source = (201..=300).map(|seq| if seq < 260 { Ok(entry(seq, 100)) } else { Err(Abandon) });
        let refused = journal.append_stream(Seq(200), &mut source, &mut |_, _| {}).unwrap_err();
        assert!(matches!(refused, JournalError::Abandoned));
        assert_eq!(read(journal.as_ref(), 1), all);
        journal.append(Seq(200), entries(201, &[10, 20])).unwrap();
        assert_eq!(journal.verify(&mut |_| {}).unwrap().commits, 2);
    });
}

#[test]
fn a_reader_sees_what_is_appended_later_but_a_reading_that_began_does_not() {
    each(|mut journal| {
        let reader = journal.reader();
        journal.append(Seq(0), entries(1, &[10, 10])).unwrap();
        let reading = reader.read_from(Seq(0));
        let handle = std::thread::spawn({
            let reader = Arc::clone(&reader);
            move || reader.read_from(Seq(1)).count()
        });
        journal.append(Seq(2), entries(3, &[10])).unwrap();
        assert!((2..=3).contains(&handle.join().unwrap()));
        assert_eq!((reading.count(), reader.head().seq), (2, Seq(3)));
    });
}

#[test]
fn reopening_a_sound_journal_changes_nothing() {
    each(|mut journal| {
        let (all, _) = fill(journal.as_mut());
        let head = journal.head();
        assert_eq!(journal.reopen().unwrap(), head);
        assert_eq!(read(journal.as_ref(), 0), all);
        journal.append(head.seq, entries(21, &[7])).unwrap();
        assert_eq!(journal.verify(&mut |_| {}).unwrap().entries, 21);
    });
}
