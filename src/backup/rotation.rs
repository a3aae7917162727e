//! Which backups of the rotation to keep.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::error::at;
use super::{Archive, BackupError, names};
use crate::journal::{Keyring, Seq};

/// For how many days, weeks and months the last backup is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Days that have a backup.
    pub days: usize,
    /// Weeks, from Monday.
    pub weeks: usize,
    /// Months.
    pub months: usize,
}

/// What the program keeps: a week day by day, a month week by week, a year month by month.
pub const KEPT: Policy = Policy { days: 7, weeks: 5, months: 12 };

/// A backup that the rotation made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rotated {
    /// The file.
    pub path: PathBuf,
    /// The day it was made.
    pub on: Date,
    /// The last entry in it.
    pub seq: Seq,
    /// When it was made: UTC milliseconds since 1970.
    pub made_at: i64,
}

/// What is in the folder of backups.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Those that the rotation made.
    pub rotated: Vec<Rotated>,
    /// Files named so that cannot be read as such; they are never removed.
    pub doubtful: Vec<PathBuf>,
}

impl Kept {
    /// Looks through `folder`. A backup counts as one of the rotation only if its name says so, its
    /// manifest says the same, and the office's own key made its seal.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn in_folder(folder: &Path, keys: &Keyring) -> Result<Self, BackupError> {
        let mut kept = Self::default();
        for entry in fs::read_dir(folder).map_err(at(folder))? {
            let entry = entry.map_err(at(folder))?;
            let Some((on, seq)) = entry.file_name().to_str().and_then(names::of_rotation) else { continue };
            let path = entry.path();
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            match Archive::open(&path).and_then(|archive| archive.fits(keys).map(|()| archive)) {
                Ok(archive) if is_file && is_same(&archive, on, seq) => {
                    kept.rotated.push(Rotated { path, on, seq, made_at: archive.manifest().made_at() });
                }
                _ => kept.doubtful.push(path),
            }
        }
        kept.rotated.sort_by(|one, other| one.path.cmp(&other.path));
        kept.doubtful.sort();
        Ok(kept)
    }
}

fn is_same(archive: &Archive, on: Date, seq: Seq) -> bool {
    let manifest = archive.manifest();
    let head = manifest.head().map(|head| head.seq);
    manifest.is_rotating() && manifest.made_on() == on.to_string() && head.is_ok_and(|head| head == seq)
}

/// The backups that are needed no longer: neither the last of one of the last days, weeks or months that
/// have any, nor the newest by its day or by its last entry (the clock may have been wrong).
///
/// What counts are days that have a backup, so that a long holiday thins out nothing.
pub fn superfluous(backups: &[Rotated], policy: Policy) -> Vec<&Rotated> {
    let mut sorted: Vec<&Rotated> = backups.iter().collect();
    sorted.sort_by_key(|backup| std::cmp::Reverse((backup.on, backup.made_at, backup.seq)));
    let furthest = backups.iter().map(|backup| backup.seq).max();
    let mut days = Last::new(policy.days);
    let mut weeks = Last::new(policy.weeks);
    let mut months = Last::new(policy.months);
    let mut needed_for_seq = furthest;
    let mut gone = Vec::new();
    for (place, backup) in sorted.into_iter().enumerate() {
        let week = backup.on.iso_week_date();
        let by_day = days.wants((backup.on.year(), backup.on.day_of_year()));
        let by_week = weeks.wants((week.year(), i16::from(week.week())));
        let by_month = months.wants((backup.on.year(), i16::from(backup.on.month())));
        let by_seq = needed_for_seq.take_if(|seq| *seq == backup.seq).is_some();
        if place > 0 && !by_day && !by_week && !by_month && !by_seq {
            gone.push(backup);
        }
    }
    gone
}

/// The last so many periods that have a backup.
struct Last {
    seen: BTreeSet<(i16, i16)>,
    most: usize,
}

impl Last {
    fn new(most: usize) -> Self {
        Self { seen: BTreeSet::new(), most }
    }

    /// Whether a backup is the newest of a period that is still kept. They come newest first.
    fn wants(&mut self, period: (i16, i16)) -> bool {
        self.seen.len() < self.most && self.seen.insert(period)
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn backup(on: Date, seq: u64) -> Rotated {
        Rotated { path: format!("auto-{on}-{seq}.backup").into(), on, seq: Seq(seq), made_at: 0 }
    }

    fn left(backups: &[Rotated]) -> Vec<String> {
        let gone = superfluous(backups, KEPT);
        let stays = backups.iter().filter(|backup| !gone.contains(backup));
        stays.map(|backup| backup.on.to_string()).collect()
    }

    /// One a day, thinned out every day, as the host does it.
    fn after(days: i64, start: Date) -> Vec<Rotated> {
        let mut kept: Vec<Rotated> = Vec::new();
        for n in 0..days {
            kept.push(backup(start.checked_add(n.days()).unwrap(), u64::try_from(n).unwrap()));
            let gone: Vec<Rotated> = superfluous(&kept, KEPT).into_iter().cloned().collect();
            kept.retain(|backup| !gone.contains(backup));
        }
        kept
    }

    #[test]
    fn after_two_years_there_are_seven_days_five_weeks_and_twelve_months() {
        let kept = after(730, date(2025, 1, 1));
        assert_eq!(
            left(&kept),
            [
                "2026-01-31",
                "2026-02-28",
                "2026-03-31",
                "2026-04-30",
                "2026-05-31",
                "2026-06-30",
                "2026-07-31",
                "2026-08-31",
                "2026-09-30",
                "2026-10-31",
                "2026-11-30",
                "2026-12-06",
                "2026-12-13",
                "2026-12-20",
                "2026-12-25",
                "2026-12-26",
                "2026-12-27",
                "2026-12-28",
                "2026-12-29",
                "2026-12-30",
                "2026-12-31"
            ]
        );
    }

    #[test]
    fn of_one_day_the_last_is_kept() {
        let day = date(2026, 3, 2);
        let mut earlier = backup(day, 5);
        earlier.made_at = -1;
        let kept = [earlier.clone(), backup(day, 6)];
        assert_eq!(superfluous(&kept, KEPT), [&earlier]);
    }

    #[test]
    fn a_wrong_clock_takes_away_neither_the_newest_day_nor_the_longest_journal() {
        let mut kept = vec![backup(date(2036, 1, 1), 3)];
        kept.extend((0..40).map(|n| backup(date(2026, 3, 1).checked_add(n.days()).unwrap(), 100)));
        kept.push(backup(date(2015, 1, 1), 500));
        let gone = superfluous(&kept, Policy { days: 1, weeks: 1, months: 1 });
        assert!(!gone.contains(&&kept[0]) && !gone.contains(&kept.last().unwrap()));
        assert_eq!(gone.len(), 40);
    }

    proptest! {
        #[test]
        fn the_newest_stays_and_no_more_stay_than_asked_for(
            made in prop::collection::vec((0..3000_i64, any::<u16>(), any::<i8>()), 0..60),
            days in 0..9_usize, weeks in 0..9_usize, months in 0..9_usize,
        ) {
            let of = |(n, seq, at): (i64, u16, i8)| Rotated {
                made_at: i64::from(at),
                ..backup(date(2020, 1, 1).checked_add(n.days()).unwrap(), u64::from(seq))
            };
            let all: Vec<Rotated> = made.into_iter().map(of).collect();
            let gone = superfluous(&all, Policy { days, weeks, months });
            let newest = all.iter().max_by_key(|backup| (backup.on, backup.made_at, backup.seq));
            let furthest = all.iter().map(|backup| backup.seq).max();
            let stays: Vec<_> = all.iter().filter(|backup| !gone.contains(backup)).collect();
            if let Some(newest) = newest {
                prop_assert!(stays.contains(&newest));
                prop_assert!(stays.iter().any(|backup| Some(backup.seq) == furthest));
            }
            let equals = |stay: &&Rotated| all.iter().filter(|other| other == stay).count();
            let distinct = stays.iter().filter(|stay| equals(stay) == 1).count();
            prop_assert!(distinct <= days + weeks + months + 2);
        }
    }
}
