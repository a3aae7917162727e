//! Working days counted ahead, so that a term is computed without walking its days.

use jiff::civil::Date;

use super::day::{from_day, to_day};

/// The days that an office can meet in its registers; others are walked.
const FIRST: Date = Date::constant(2000, 1, 1);
const LAST: Date = Date::constant(2059, 12, 31);

/// The working days of sixty years.
pub(super) struct Table {
    first: i32,
    /// For each day from `first` on: how many working days there are up to and with it.
    rank: Vec<u16>,
    /// The working days in order.
    working: Vec<Date>,
}

impl Table {
    pub(super) fn new(is_working: impl Fn(Date) -> bool) -> Self {
        let first = to_day(FIRST);
        let mut table = Self { first, rank: Vec::new(), working: Vec::new() };
        let mut rank = 0;
        for day in (first..=to_day(LAST)).filter_map(from_day) {
            if is_working(day) {
                table.working.push(day);
                rank += 1;
            }
            table.rank.push(rank);
        }
        table
    }

    /// The `n`th working day after `start`, `n` at least 1; nothing where the table does not reach.
    pub(super) fn nth_after(&self, start: Date, n: u16) -> Option<Date> {
        let index = usize::from(self.rank_of(start)?) + usize::from(n);
        self.working.get(index.checked_sub(1)?).copied()
    }

    /// The working days after `from` up to `to`; nothing where the table does not reach.
    pub(super) fn between(&self, from: Date, to: Date) -> Option<i32> {
        Some(i32::from(self.rank_of(to)?) - i32::from(self.rank_of(from)?))
    }

    fn rank_of(&self, day: Date) -> Option<u16> {
        let index = usize::try_from(to_day(day) - self.first).ok()?;
        self.rank.get(index).copied()
    }
}
