//! One cell, whatever file it stands in.

use std::borrow::Cow;

use jiff::civil::Date;

use super::date::{self, DateFault, Epoch};
use super::fold;

/// The value of a cell. Text of a shared string or of a delimited file is borrowed.
#[derive(Debug, Clone, Default)]
pub(super) enum Cell<'a> {
    /// Nothing in it.
    #[default]
    Empty,
    /// Text, as it stands.
    Text(Cow<'a, str>),
    /// A plain number.
    Number(f64),
    /// A number that the sheet shows as a date.
    Serial(f64),
    /// A formula that failed: `#REF!` and its like.
    Error(String),
}

/// What spreadsheet programs write where a formula failed; an export to text carries the words along.
const ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

impl Cell<'_> {
    /// Whether it counts as empty; see [`fold::is_blank`].
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => fold::is_blank(text),
            _ => false,
        }
    }

    /// Whether a failed formula stands here.
    pub(super) fn is_error(&self) -> bool {
        match self {
            Self::Error(_) => true,
            Self::Text(text) => text.starts_with('#') && ERRORS.contains(&text.trim()),
            _ => false,
        }
    }

    /// What one reads in the cell.
    pub(super) fn text(&self, epoch: Epoch) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Serial(number) => match date::from_serial(*number, epoch) {
                Ok(date) => Cow::Owned(date.to_string()),
                Err(_) => Cow::Owned(number.to_string()),
            },
            Self::Error(word) => Cow::Borrowed(word),
        }
    }

    /// The day that stands in the cell.
    pub(super) fn date(&self, epoch: Epoch) -> Result<Date, DateFault> {
        match self {
            Self::Text(text) => date::from_text(text),
            Self::Number(number) => date::from_number(*number, epoch),
            Self::Serial(number) => date::from_serial(*number, epoch),
            Self::Empty | Self::Error(_) => Err(DateFault::NotADate),
        }
    }
}
