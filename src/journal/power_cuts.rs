//! Ten thousand losses of power, at any moment, with any part of what was not synced surviving: nothing
//! acknowledged is lost, and no half of a commit is ever read.

use super::{
    Anchor, FileJournal, Head, Journal, JournalError, Options, Seq, StoredEntry,
    lossy::{Dice, Lossy},
    samples::entry,
    segment,
};

const OPTIONS: Options = Options { block: 2048, segment: 6144, buffer: 900, long_commit: 3000 };
const CUTS: u64 = 10_000;
/// Openings of one disk: few, so that rereading all of it each time stays cheap.
const OPENINGS: u64 = 25;

/// What the office knows, apart from the disk.
#[derive(Default)]
struct Office {
    saved: Vec<StoredEntry>,
    /// Commits that were refused or cut off since the last one that was saved.
    doubtful: Vec<Vec<StoredEntry>>,
    cuts: u64,
    torn: u64,
    appeared: u64,
    refused: u64,
}

impl Office {
    fn next(&self) -> u64 {
        u64::try_from(self.saved.len()).unwrap() + 1
    }

    fn commit(&self, dice: &mut Dice) -> Vec<StoredEntry> {
        let count = if dice.below(12) == 0 { 1 + dice.below(25) } else { 1 + dice.below(4) };
        let mut salt = |seq| {
            let longest = if dice.below(10) == 0 { 2500 } else { 300 };
            let mut entry = entry(seq, usize::try_from(dice.below(longest)).unwrap());
            // Two tries at one number never have the same bytes.
            entry.head.at = i64::try_from(dice.below(1 << 50)).unwrap();
            entry
        };
        (self.next()..self.next() + count).map(&mut salt).collect()
    }

    /// One try to save; whether it was acknowledged.
    fn append(&mut self, journal: &mut FileJournal, dice: &mut Dice) -> bool {
        let commit = self.commit(dice);
        match journal.append(Seq(self.next() - 1), commit.clone()) {
            Ok(_) => {
                self.saved.extend(commit);
                self.doubtful.clear();
                true
            }
            Err(JournalError::Poisoned) => false,
            Err(JournalError::Io { .. }) => {
                self.doubtful.push(commit);
                self.refused += 1;
                false
            }
            Err(other) => panic!("{other:?}"),
        }
    }

    /// Everything saved is there; what else is there is one whole commit of the doubtful ones.
    fn check(&mut self, journal: &FileJournal, may_appear: bool) {
        let read: Vec<StoredEntry> = journal.read_from(Seq(1)).map(|read| read.unwrap().entry).collect();
        assert!(read.len() >= self.saved.len(), "{} of {} left", read.len(), self.saved.len());
        let (old, new) = read.split_at(self.saved.len());
        assert!(old == self.saved);
        if !new.is_empty() {
            assert!(may_appear && self.doubtful.iter().any(|commit| commit == new), "half a commit is read");
            self.appeared += 1;
            self.saved.extend(new.to_vec());
        }
        self.doubtful.clear();
        let verified = journal.verify(&mut |_| {}).unwrap();
        assert_eq!(verified.head, journal.head());
    }
}

/// Opens, perhaps losing power once or twice more while doing so.
fn open(disk: &Lossy, anchor: Option<Anchor>, dice: &mut Dice, office: &mut Office) -> FileJournal {
    loop {
        if dice.below(4) == 0 {
            disk.set_fuse(Some(dice.below(12)));
        }
        match FileJournal::open(disk.shared(), OPTIONS, anchor) {
            Ok(opened) => {
                let powered = opened.torn.as_ref().is_none_or(|torn| torn.kept_in.is_some());
                office.torn += u64::from(opened.torn.is_some());
                disk.set_fuse(None);
                if powered {
                    return opened.journal;
                }
                disk.cut_power(dice);
            }
            Err(JournalError::Io { .. }) => disk.cut_power(dice),
            Err(JournalError::Missing) if office.saved.is_empty() => {
                disk.set_fuse(None);
                return FileJournal::create(disk.shared(), OPTIONS).unwrap();
            }
            Err(other) => panic!("{other:?}"),
        }
    }
}
/// What happens between two openings.
fn work(journal: &mut FileJournal, disk: &Lossy, office: &mut Office, dice: &mut Dice) {
    let fate = dice.below(4);
    if fate == 0 {
        disk.fail_sync(Some(dice.below(4)), Dice::new(dice.below(u64::MAX >> 12)));
    } else if fate < 3 {
        disk.set_fuse(Some(dice.below(14)));
    }
    for _ in 0..=dice.below(4) {
        if !office.append(journal, dice) && fate == 0 {
            disk.fail_sync(None, dice.clone());
            if dice.flip() {
                // The program lives on: what was refused must be gone for good.
                assert_eq!(journal.reopen().unwrap().seq, Seq(office.next() - 1));
                office.check(journal, false);
            }
        }
    }
    disk.fail_sync(None, dice.clone());
}

fn life_of_a_disk(seed: u64) -> Office {
    let mut dice = Dice::new(seed);
    let disk = Lossy::default();
    let mut office = Office::default();
    disk.set_fuse(Some(dice.below(8)));
    drop(FileJournal::create(disk.shared(), OPTIONS));
    disk.cut_power(&mut dice);
    let mut cursor: Option<Head> = None;
    for _ in 0..OPENINGS {
        let anchor = cursor.filter(|_| dice.flip());
        let mut journal = open(&disk, anchor, &mut dice, &mut office);
        office.check(&journal, true);
        work(&mut journal, &disk, &mut office, &mut dice);
        cursor = Some(journal.head());
        // Mostly the power goes; sometimes only the program dies, and the system keeps what it was given.
        disk.set_fuse(None);
        if dice.below(5) > 0 {
            drop(journal);
            disk.cut_power(&mut dice);
            office.cuts += 1;
        }
    }
    office
}

#[test]
fn ten_thousand_power_cuts_lose_nothing_that_was_acknowledged_and_show_no_half_commit() {
    let mut all = Office::default();
    let mut saved = 0;
    for seed in 1.. {
        let office = std::panic::catch_unwind(|| life_of_a_disk(seed));
        let office = office.unwrap_or_else(|_| panic!("seed {seed}"));
        all.cuts += office.cuts;
        all.torn += office.torn;
        all.appeared += office.appeared;
        all.refused += office.refused;
        saved += office.saved.len();
        if all.cuts >= CUTS {
            break;
        }
    }
    // The simulation is worth something only if all of this happens often.
    let Office { torn, appeared, refused, .. } = all;
    assert!(torn > 500 && appeared > 100 && refused > 2000, "{torn} {appeared} {refused}");
    assert!(saved > 10_000, "{saved}");
}

#[test]
fn segments_roll_in_the_simulation() {
    let disk = Lossy::default();
    let mut journal = FileJournal::create(disk.shared(), OPTIONS).unwrap();
    for seq in 1..=60 {
        journal.append(Seq(seq - 1), vec![entry(seq, 400)]).unwrap();
    }
    assert!(disk.shared().list().unwrap().contains(&segment::name(4)));
}
