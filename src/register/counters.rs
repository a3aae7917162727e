//! The counters of the years: `new[year][column]` and `result[year][row][column]`; everything else of
//! table 3 is a sum of these. Beside them the 信息处理费, noticed and collected, in 元.

use std::collections::BTreeMap;

use super::contributions::{BROUGHT, Counter, FEE_NOTICES, FEES_NOTICED, FEES_PAID, NEW};
use super::keys::{join, year, year_of};
use super::{Register, RegisterError};
use crate::request::OrganId;

/// Table 3 of a year as counted: six columns a row, sums left to the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearCounts {
    /// 一、本年新收
    pub new: [u64; 6],
    /// 二、上年结转
    pub carried_in: [u64; 6],
    /// 三、办理结果, by leaf row
    pub results: [[u64; 6]; 21],
    /// 四、结转下年度
    pub carried_out: [u64; 6],
}

/// 信息处理费 of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fees {
    /// Notices issued.
    pub notices: u64,
    /// What they come to, in 元.
    pub noticed: u64,
    /// What was paid, in 元.
    pub collected: u64,
}

/// All counters, read once: a few hundred numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearCounters {
    counts: BTreeMap<Counter, i64>,
}

/// The key of a counter.
pub(super) fn counter_key(counter: Counter) -> Vec<u8> {
    join(&[&counter.organ.to_be_bytes(), &year(counter.year), &[counter.what], &[counter.column]])
}

fn counter_of(key: &[u8]) -> Option<Counter> {
    let (organ, rest) = key.split_first_chunk::<2>()?;
    let (of_year, rest) = rest.split_first_chunk::<2>()?;
    let &[what, column] = rest else { return None };
    Some(Counter { organ: u16::from_be_bytes(*organ), what, year: year_of(*of_year), column })
}

impl Register {
    /// All counters.
    ///
    /// # Errors
    /// The store, or a counter that cannot be read.
    pub fn counters(&self) -> Result<YearCounters, RegisterError> {
        let mut counts = BTreeMap::new();
        for item in self.trees.counters()? {
            let (key, value) = item?;
            let counter = counter_of(&key).ok_or(RegisterError::Damaged("a counter's key is malformed"))?;
            let value = value.as_ref().try_into().map(i64::from_le_bytes);
            let value = value.map_err(|_| RegisterError::Damaged("a counter is malformed"))?;
            if value != 0 {
                counts.insert(counter, value);
            }
        }
        Ok(YearCounters { counts })
    }
}

impl YearCounters {
    pub(super) fn all(&self) -> impl Iterator<Item = (&Counter, &i64)> {
        self.counts.iter()
    }

    pub(super) fn add(&mut self, counter: Counter, count: i64) {
        let sum = self.counts.entry(counter).or_default();
        *sum += count;
        if *sum == 0 {
            self.counts.remove(&counter);
        }
    }

    /// 信息处理费 of `year`, for one organ or for all together: notices by their day, payments by theirs.
    pub fn fees(&self, year: i16, organ: Option<OrganId>) -> Fees {
        let sum = |what: u8| {
            let wanted = |counter: &Counter| {
                counter.what == what
                    && counter.year == year
                    && organ.is_none_or(|organ| organ.0 == counter.organ)
            };
            count(self.counts.iter().filter(|(counter, _)| wanted(counter)).map(|(_, sum)| sum).sum())
        };
        Fees { notices: sum(FEE_NOTICES), noticed: sum(FEES_NOTICED), collected: sum(FEES_PAID) }
    }

    /// Table 3 of `year` for one organ, or for all together.
    ///
    /// `carried_out(y)` = all received up to y minus all concluded up to y; `carried_in(y)` is that of the
    /// year before. Opening figures are carried and never new.
    pub fn of_year(&self, year: i16, organ: Option<OrganId>) -> YearCounts {
        let mut new = [0_i64; 6];
        let mut results = [[0_i64; 6]; 21];
        let (mut carried_in, mut carried_out) = ([0_i64; 6], [0_i64; 6]);
        for (counter, count) in self.requests() {
            if counter.year > year || organ.is_some_and(|organ| organ.0 != counter.organ) {
                continue;
            }
            let column = usize::from(counter.column);
            let received = matches!(counter.what, NEW | BROUGHT);
            let carried = if received { *count } else { -*count };
            add(&mut carried_out, column, carried);
            if counter.year < year {
                add(&mut carried_in, column, carried);
            } else if counter.what == BROUGHT {
                // An opening figure of this very year stands in row two: it came from before the books.
                add(&mut carried_in, column, *count);
            } else if counter.what == NEW {
                add(&mut new, column, *count);
            } else if let Some(cells) =
                usize::from(counter.what).checked_sub(1).and_then(|row| results.get_mut(row))
            {
                add(cells, column, *count);
            }
        }
        YearCounts {
            new: new.map(count),
            carried_in: carried_in.map(count),
            results: results.map(|cells| cells.map(count)),
            carried_out: carried_out.map(count),
        }
    }

    /// The counters that count requests.
    fn requests(&self) -> impl Iterator<Item = (&Counter, &i64)> {
        self.counts.iter().filter(|(counter, _)| !(FEE_NOTICES..=FEES_PAID).contains(&counter.what))
    }

    /// The first year that is kept whole; `None` where no opening figures were brought in.
    pub fn first_kept(&self) -> Option<i16> {
        let brought = self.counts.keys().filter(|counter| counter.what == BROUGHT);
        brought.map(|counter| counter.year.saturating_add(1)).max()
    }

    /// The years in which something was received or concluded.
    pub fn years(&self) -> Option<(i16, i16)> {
        let mut years = self.requests().map(|(counter, _)| counter.year);
        let first = years.next()?;
        Some(years.fold((first, first), |(low, high), year| (low.min(year), high.max(year))))
    }
}

fn add(cells: &mut [i64; 6], column: usize, count: i64) {
    if let Some(cell) = cells.get_mut(column) {
        *cell += count;
    }
}

/// A count is never negative in a register that was derived rightly; `check` finds it if it is.
fn count(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}
