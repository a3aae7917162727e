//! The calendar of working days: what a day is, and how terms run over it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::holidays::{Row, YEARS};
use super::table::Table;
use super::year::{YearDays, is_weekend};

/// What a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// A weekday on which people work.
    Working,
    /// A weekend day on which people work (调休).
    MakeUp,
    /// A weekend day outside any holiday.
    Weekend,
    /// A day of a holiday by a known notice, weekend days inside it too.
    Holiday,
    /// A holiday of fixed date in a year whose notice is not known (放假办法, as of 2025).
    ProvisionalHoliday,
}

impl DayKind {
    /// Whether the day counts in a term of working days.
    pub fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::MakeUp)
    }
}

/// A computed day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub on: Date,
    /// Whether a day that was counted lies in a year whose notice is not known.
    pub provisional: bool,
}

/// A number of working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Working days, negative backwards.
    pub days: i32,
    /// Whether a day that was looked at lies in a year whose notice is not known.
    pub provisional: bool,
}

/// The holidays of the known years, and the working days that follow from them. Cheap to clone.
#[derive(Clone)]
pub struct Calendar {
    inner: Arc<Inner>,
}

struct Inner {
    years: BTreeMap<i16, YearDays>,
    /// Days that a notice names: true where they are worked.
    named: BTreeMap<Date, bool>,
    table: Table,
}

impl Calendar {
    /// The calendar that comes with the program: the notices of 2019 to 2026.
    pub fn built_in() -> Self {
        static BUILT_IN: OnceLock<Calendar> = OnceLock::new();
        BUILT_IN.get_or_init(|| Self::from_years(built_in_years())).clone()
    }

    /// A calendar of the notices of these years. What a notice says of a day in the year before holds
    /// over that year's own.
    pub fn from_years(years: BTreeMap<i16, YearDays>) -> Self {
        let mut named = BTreeMap::new();
        for days in years.values() {
            named.extend(days.off.iter().map(|day| (*day, false)));
            named.extend(days.work.iter().map(|day| (*day, true)));
        }
        let table = Table::new(|day| kind(&years, &named, day).is_working());
        Self { inner: Arc::new(Inner { years, named, table }) }
    }

    /// The same calendar with the notice of one year added or replaced.
    #[must_use]
    pub fn with_year(&self, year: i16, days: YearDays) -> Self {
        let mut years = self.inner.years.clone();
        years.insert(year, days);
        Self::from_years(years)
    }

    /// The years whose notices are known, with what they say, in order.
    pub fn years(&self) -> impl Iterator<Item = (i16, &YearDays)> {
        self.inner.years.iter().map(|(year, days)| (*year, days))
    }

    /// Whether the notice of the year is known.
    pub fn knows(&self, year: i16) -> bool {
        self.inner.years.contains_key(&year)
    }

    /// The year whose notice is to be taken over now: this one's if it is not known, from November on (when
    /// the State Council's office publishes it) the next one's.
    ///
    /// ```
    /// use gongkai::calendar::Calendar;
    /// use jiff::civil::date;
    /// assert_eq!(Calendar::built_in().wants_notice(date(2026, 10, 31)), None);
    /// assert_eq!(Calendar::built_in().wants_notice(date(2026, 11, 1)), Some(2027));
    /// ```
    pub fn wants_notice(&self, today: Date) -> Option<i16> {
        let next = (today.month() >= 11).then(|| today.year().saturating_add(1));
        std::iter::once(today.year()).chain(next).find(|year| !self.knows(*year))
    }

    /// The first and the last day that may be another in `other`; nothing where both are the same.
    pub fn differs_within(&self, other: &Self) -> Option<(Date, Date)> {
        let years = |calendar: &Self| -> Vec<i16> { calendar.inner.years.keys().copied().collect() };
        let mut span: Option<(Date, Date)> = None;
        for year in years(self).into_iter().chain(years(other)) {
            let (here, there) = (self.inner.years.get(&year), other.inner.years.get(&year));
            if here == there {
                continue;
            }
            let first = Date::new(year, 1, 1).unwrap_or(Date::MIN);
            let named = here.into_iter().chain(there).flat_map(|days| days.off.iter().chain(&days.work));
            for day in [first, first.last_of_year()].into_iter().chain(named.copied()) {
                span = Some(span.map_or((day, day), |(from, to)| (from.min(day), to.max(day))));
            }
        }
        span
    }

    /// What the day is.
    pub fn day_kind(&self, day: Date) -> DayKind {
        kind(&self.inner.years, &self.inner.named, day)
    }

    /// Whether the day counts in a term of working days.
    pub fn is_working_day(&self, day: Date) -> bool {
        self.day_kind(day).is_working()
    }

    /// The last day of a term of `n` working days that begins on `start`, which is not counted itself
    /// (民法典 art. 201, 民诉法 art. 85). A term of no days ends where it begins.
    ///
    /// ```
    /// use gongkai::calendar::Calendar;
    /// use jiff::civil::date;
    /// // Signed for before the National Day holiday; 8 and 9 October were worked.
    /// let due = Calendar::built_in().nth_working_day_after(date(2022, 9, 30), 20);
    /// assert_eq!((due.on, due.provisional), (date(2022, 11, 2), false));
    /// ```
    pub fn nth_working_day_after(&self, start: Date, n: u16) -> Due {
        if n == 0 {
            return Due { on: start, provisional: false };
        }
        let on = self.inner.table.nth_after(start, n).unwrap_or_else(|| self.walk(start, n));
        Due { on, provisional: self.is_guess_after(start, on) }
    }

    /// How many working days lie after `from` up to `to` with it; negative when `to` is the earlier one.
    ///
    /// ```
    /// use gongkai::calendar::Calendar;
    /// use jiff::civil::date;
    /// let count = Calendar::built_in().count(date(2026, 3, 2), date(2026, 3, 30));
    /// assert_eq!((count.days, count.provisional), (20, false));
    /// ```
    pub fn count(&self, from: Date, to: Date) -> Count {
        let days = self.working_days_between(from, to);
        Count { days, provisional: self.is_guess_after(from.min(to), from.max(to)) }
    }

    /// The number of [`count`](Self::count) alone.
    pub fn working_days_between(&self, from: Date, to: Date) -> i32 {
        self.inner.table.between(from, to).unwrap_or_else(|| {
            let walked = self.walk_count(from.min(to), from.max(to));
            if from <= to { walked } else { -walked }
        })
    }

    /// The working days left from `today` until the day `due`: 0 on the day itself, and negative, at
    /// least -1, as soon as it is past, on the weekend after it too.
    pub fn days_left(&self, today: Date, due: Date) -> i32 {
        let days = self.working_days_between(today, due);
        if today > due { days.min(-1) } else { days }
    }

    /// The day itself, or the first working day after it: where the last day of a term of calendar days
    /// or months is a day off, the term ends on the next working day (民诉法 art. 85).
    pub fn next_working_day(&self, day: Date) -> Due {
        if self.is_working_day(day) {
            return Due { on: day, provisional: !self.knows(day.year()) };
        }
        let next = self.nth_working_day_after(day, 1);
        Due { provisional: next.provisional || !self.knows(day.year()), ..next }
    }

    /// Whether a day after `start` up to `end` lies in a year that is not known.
    fn is_guess_after(&self, start: Date, end: Date) -> bool {
        let first = start.tomorrow().unwrap_or(start);
        (first.year()..=end.year()).any(|year| !self.knows(year))
    }

    /// Day by day, beyond the table; stops at the last day that a date can hold.
    fn walk(&self, start: Date, n: u16) -> Date {
        let mut day = start;
        let mut left = n;
        while left > 0 {
            let Ok(next) = day.tomorrow() else { break };
            day = next;
            left -= u16::from(self.is_working_day(day));
        }
        day
    }

    fn walk_count(&self, from: Date, to: Date) -> i32 {
        let mut day = from;
        let mut count = 0;
        while day < to {
            let Ok(next) = day.tomorrow() else { break };
            day = next;
            count += i32::from(self.is_working_day(day));
        }
        count
    }
}

fn kind(years: &BTreeMap<i16, YearDays>, named: &BTreeMap<Date, bool>, day: Date) -> DayKind {
    match named.get(&day) {
        Some(true) if is_weekend(day) => DayKind::MakeUp,
        Some(true) => DayKind::Working,
        Some(false) => DayKind::Holiday,
        None if is_fixed_holiday(day) && !years.contains_key(&day.year()) => DayKind::ProvisionalHoliday,
        None if is_weekend(day) => DayKind::Weekend,
        None => DayKind::Working,
    }
}

/// 全国年节及纪念日放假办法 as of 2025: 元旦, 劳动节, 国庆节. The other holidays follow the moon or the sun and are
/// not guessed.
fn is_fixed_holiday(day: Date) -> bool {
    matches!((day.month(), day.day()), (1, 1) | (5, 1 | 2) | (10, 1..=3))
}

fn built_in_years() -> BTreeMap<i16, YearDays> {
    let year_days =
        |(year, off, work): &Row| (*year, YearDays { off: dates(*year, off), work: dates(*year, work) });
    YEARS.iter().map(year_days).collect()
}

fn dates(year: i16, days: &[i16]) -> Vec<Date> {
    let date = |day: &i16| {
        let month = i8::try_from(day / 100).ok()?;
        Date::new(year, month, i8::try_from(day % 100).ok()?).ok()
    };
    days.iter().filter_map(date).collect()
}

impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        // All else is derived from the notices.
        Arc::ptr_eq(&self.inner, &other.inner) || self.inner.years == other.inner.years
    }
}

impl Eq for Calendar {}

impl fmt::Debug for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Calendar").field("years", &self.inner.years).finish_non_exhaustive()
    }
}
