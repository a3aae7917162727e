//! Sample offices: ten years of a department (D), of a big city (C), and a nation's year (N).

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gongkai::calendar::to_day;
use gongkai::desk::Founding;
use gongkai::host::{Home, Opened};
use gongkai::journal::{Abandon, Author, Fact, FileJournal, Journal, Keyring, Keys, Seq, encode};
use gongkai::register::{self, Opening, Register};
use gongkai::request::{ClerkId, Event, RequestId};
use jiff::civil::date;

use crate::Outcome;
use crate::random::Random;
use crate::story::{days_of, story};

/// The years that every sample office has kept.
pub const YEARS: std::ops::RangeInclusive<i16> = 2016..=2025;

/// How large an office is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 2,000 requests.
    D,
    /// 140,000 requests.
    C,
    /// 1,000,000 requests.
    N,
}

impl Size {
    /// The size of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::D, Self::C, Self::N].into_iter().find(|size| format!("{size:?}").eq_ignore_ascii_case(name))
    }

    /// Requests of ten years.
    pub const fn requests(self) -> u64 {
        match self {
            Self::D => 2_000,
            Self::C => 140_000,
            Self::N => 1_000_000,
        }
    }

    /// The budget of this size, in the order D, C, N.
    pub fn of<T: Copy>(self, budgets: [T; 3]) -> T {
        budgets[self as usize]
    }
}

/// A sample office in a folder of its own.
pub struct Office {
    /// How large.
    pub size: Size,
    /// The folder, for the peers' files too.
    pub folder: PathBuf,
}

impl Office {
    /// The home.
    pub fn home(&self) -> PathBuf {
        self.folder.join("home")
    }

    /// The journal's folder.
    pub fn journal(&self) -> PathBuf {
        self.home().join("data/journal")
    }

    /// The register's folder.
    pub fn register(&self) -> PathBuf {
        self.home().join("data/register")
    }

    /// The office's keys.
    pub fn keys(&self) -> Outcome<Arc<Keys>> {
        let office = Keyring::read_file(&self.home().join("data/office.key"))?;
        Ok(Arc::new(Keys::open_at(&self.home().join("data/keys"), office)?))
    }

    /// Opens the office as the program does.
    pub fn open(&self) -> Outcome<Opened> {
        open(&self.home())
    }

    /// The register alone; the office must be closed and its register whole.
    pub fn open_register(&self) -> Outcome<Register> {
        match register::open(&self.register(), &self.keys()?)? {
            Opening::Usable(register, _) => Ok(*register),
            Opening::Unusable(why) => Err(format!("the register is {why:?}").into()),
        }
    }

    /// Makes the office, or takes the one that an earlier run left in `folder`.
    pub fn make(size: Size, folder: &Path) -> Outcome<Self> {
        let office = Self { size, folder: folder.join(format!("{size:?}")) };
        let done = office.folder.join("made");
        if !done.exists() {
            eprintln!("making the sample office {size:?} in {}", office.folder.display());
            found(&office.home())?;
            let mut journal = FileJournal::open_at(&office.journal(), None)?.journal;
            write(size, &mut journal, office.keys()?.as_ref())?;
            drop(journal);
            // The register is left far behind, so that it is derived anew now.
            office.open()?.close();
            fs::write(done, [])?;
        }
        Ok(office)
    }
}

/// Opens the home of this account's office.
pub fn open(home: &Path) -> Outcome<Opened> {
    Ok(Home::at(home).open(fs::metadata(home)?.uid(), None, &mut |_| true)?)
}

/// Founds an office without requests.
pub fn found(home: &Path) -> Outcome<()> {
    fs::create_dir_all(home)?;
    Home::at(home).found(&Founding {
        organ: "北关区工业和信息化局".to_owned(),
        prefix: String::new(),
        practice: false,
        uid: fs::metadata(home)?.uid(),
        clerk: "张敏".to_owned(),
    })?;
    Ok(())
}

/// An event that waits for its month to be written.
type Waiting = (i32, u64, usize, Event);

/// Entries of a commit: what an import of a month might have.
const COMMIT: usize = 8_000;

/// Writes ten years, month by month. What would happen after the last year has not happened yet, so that
/// the last month's requests are open.
fn write(size: Size, journal: &mut FileJournal, keys: &Keys) -> Outcome<()> {
    let mut ids: Vec<u64> = Vec::new();
    let mut waiting: Vec<Waiting> = Vec::new();
    for year in YEARS {
        let mut received = received_in(size, year);
        received.sort_unstable();
        let mut numbered = received.into_iter().zip(1_u32..).peekable();
        for month in 1..=12 {
            let end = to_day(date(year, month, 1).last_of_month()) + 1;
            while let Some((day, n)) = numbered.next_if(|(day, _)| *day < end) {
                let request = ids.len() as u64;
                ids.push(0);
                let events = story(&mut Random::new(request), year, n, day);
                let places = events.into_iter().enumerate();
                waiting.extend(places.map(|(place, (on, event))| (on, request, place, event)));
            }
            waiting.sort_unstable_by_key(|(on, request, place, _)| (*on, *request, *place));
            let rest = waiting.split_off(waiting.partition_point(|(on, ..)| *on < end));
            for commit in waiting.chunks(COMMIT) {
                append(commit, &mut ids, journal, keys)?;
            }
            waiting = rest;
        }
    }
    Ok(())
}

/// The days of receipt in a year: more from year to year, none at weekends.
fn received_in(size: Size, year: i16) -> Vec<i32> {
    let share = 11 + 2 * u64::try_from(year - YEARS.start()).unwrap_or_default();
    let count = size.requests() * share / 200;
    let days = days_of(year);
    let mut random = Random::new(u64::from(year.unsigned_abs()) << 32);
    let length = days.len() as u64;
    (0..count)
        .map(|_| {
            let day = days.start + random.below(length) as i32;
            // 1970-01-01 was a Thursday.
            let weekday = (day + 3).rem_euclid(7);
            if weekday < 5 || day - days.start < 2 { day } else { day - (weekday - 4) }
        })
        .collect()
}

fn append(commit: &[Waiting], ids: &mut [u64], journal: &mut FileJournal, keys: &Keys) -> Outcome<()> {
    let head = journal.head().seq;
    let new = commit.iter().zip(head.0 + 1..).filter(|((_, _, place, _), _)| *place == 0);
    keys.make(new.map(|(_, seq)| seq))?;
    let mut failed = None;
    let mut entries = commit.iter().zip(head.0 + 1..).map(|((on, request, place, event), seq)| {
        let id = &mut ids[*request as usize];
        if *place == 0 {
            *id = seq;
        }
        let at = (i64::from(*on) * 24 + 2) * 3_600_000 + seq as i64 % 20_000_000;
        let author = Author { who: ClerkId(1), at, practice_day: None };
        encode(Seq(seq), Some(RequestId(*id)), author, &Fact::Request(event.clone()), keys).map_err(|error| {
            failed = Some(error);
            Abandon
        })
    });
    let appended = journal.append_stream(head, &mut entries, &mut |_, _| {});
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(appended.map(|_| ())?),
    }
}
