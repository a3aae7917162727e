//! What the holiday notice of one year says.

use jiff::civil::{Date, Weekday};

/// The days of one year's notice (国务院办公厅关于部分节假日安排的通知).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearDays {
    /// Every day of a holiday, the weekend days inside it too.
    pub off: Vec<Date>,
    /// The weekend days on which people work instead (调休).
    pub work: Vec<Date>,
}

/// Why a list of days cannot be the notice of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum YearError {
    /// No day off at all: not a notice.
    #[error("no day off is listed")]
    Empty,
    /// The day lies in another year. (December of the year before is allowed: the new-year holiday may
    /// begin there.)
    #[error("{0} lies outside the year")]
    Outside(Date),
    /// The day is listed as a day off and as a make-up day.
    #[error("{0} is both off and worked")]
    Both(Date),
    /// A make-up day is a weekend day; this one is a weekday.
    #[error("the make-up day {0} is a weekday")]
    MakeUpOnWeekday(Date),
}

impl YearDays {
    /// Whether the days can be the notice of `year`; for days that somebody typed or sent.
    pub fn check(&self, year: i16) -> Result<(), YearError> {
        if self.off.is_empty() { Err(YearError::Empty) } else { self.check_each(year) }
    }

    /// Whether each of the days can stand in the notice of `year`.
    pub(super) fn check_each(&self, year: i16) -> Result<(), YearError> {
        let outside = |day: &&Date| day.year() != year && (day.year(), day.month()) != (year - 1, 12);
        if let Some(day) = self.off.iter().chain(&self.work).find(outside) {
            return Err(YearError::Outside(*day));
        }
        if let Some(day) = self.work.iter().find(|day| self.off.contains(day)) {
            return Err(YearError::Both(*day));
        }
        match self.work.iter().find(|day| !is_weekend(**day)) {
            Some(day) => Err(YearError::MakeUpOnWeekday(*day)),
            None => Ok(()),
        }
    }
}

pub(super) fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn checked(off: &[Date], work: &[Date]) -> Result<(), YearError> {
        YearDays { off: off.to_vec(), work: work.to_vec() }.check(2027)
    }

    #[test]
    fn a_notice_may_reach_into_the_december_before() {
        assert_eq!(checked(&[date(2026, 12, 31), date(2027, 1, 1)], &[date(2027, 1, 3)]), Ok(()));
    }

    #[test]
    fn what_is_no_notice_is_refused_with_the_day() {
        let new_year = date(2027, 1, 1);
        assert_eq!(checked(&[], &[]), Err(YearError::Empty));
        assert_eq!(checked(&[date(2026, 10, 1)], &[]), Err(YearError::Outside(date(2026, 10, 1))));
        assert_eq!(checked(&[new_year], &[new_year]), Err(YearError::Both(new_year)));
        let monday = date(2027, 1, 4);
        assert_eq!(checked(&[new_year], &[monday]), Err(YearError::MakeUpOnWeekday(monday)));
    }
}
