//! Dates and closed lists on the command line.

use jiff::civil::Date;

use super::failure::Failure;
use crate::calendar::parse_date;
use crate::words;

/// A date, or wrong usage that says what is wrong with it.
pub(super) fn date(option: &str, text: &str) -> Result<Date, Failure> {
    parse_date(text.trim()).map_err(|error| {
        Failure::Usage(words::cli::option(option, &words::calendar::date_error(error, text)))
    })
}

/// A date that may be left out.
pub(super) fn optional(option: &str, text: Option<&str>) -> Result<Option<Date>, Failure> {
    text.map(|text| date(option, text)).transpose()
}

/// A word of a closed list, or wrong usage that names the list.
pub(super) fn choice<T>(
    option: &str,
    word: &str,
    found: Option<T>,
    all: impl Iterator<Item = (&'static str, String)>,
) -> Result<T, Failure> {
    found.ok_or_else(|| Failure::Usage(words::cli::no_such_choice(option, word, all)))
}

/// A text that the step needs.
pub(super) fn needed<T>(option: &str, value: Option<T>) -> Result<T, Failure> {
    value.ok_or_else(|| Failure::Usage(words::cli::missing(option)))
}

/// A year of four figures.
pub(super) fn year(text: &str) -> Result<i16, Failure> {
    match text.parse::<i16>() {
        Ok(year) if (1990..=2099).contains(&year) => Ok(year),
        _ => Err(Failure::Usage(words::cli::bad_year(text))),
    }
}
