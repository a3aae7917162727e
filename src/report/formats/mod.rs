//! The forms in which tables and reports leave the house: one each behind one small trait. What is printed
//! in which order stands in `outline`, once for all of them.

mod csv;
mod docx;
mod handing;
mod html;
mod json;
pub(crate) mod keys;
mod markdown;
mod markup;
mod outline;
mod text;
mod xlsx;

use thiserror::Error;

use super::{GridError, Report};
use crate::words::report as words;

pub use handing::{HANDING_FORMATS, HandingFormat};
pub use json::to_json;

/// Why a report could not be rendered.
#[derive(Debug, Error)]
pub enum FormatError {
    /// A layout of ours does not tile: a fault of the program.
    #[error("{}", words::layout_fault(.0))]
    Grid(#[from] GridError),
    /// The JSON writer refused.
    #[error("{}", words::cannot_write(.0))]
    Json(#[from] serde_json::Error),
    /// The CSV writer refused.
    #[error("{}", words::cannot_write(.0))]
    Csv(#[from] ::csv::Error),
    /// The workbook writer refused.
    #[error("{}", words::cannot_write(.0))]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The packer of the document refused.
    #[error("{}", words::cannot_write(.0))]
    Zip(#[from] zip::result::ZipError),
    /// A layout is larger than a sheet.
    #[error("{}", words::sheet_too_small())]
    TooLarge,
}

/// A form of a report: values in, bytes out, the same bytes for the same values.
pub trait Format: Sync {
    /// Its name on the command line (`--format NAME`).
    fn name(&self) -> &'static str;
    /// The extension of its files, without the dot.
    fn extension(&self) -> &'static str;
    /// Whether the bytes are unfit for a terminal.
    fn is_binary(&self) -> bool;
    /// The whole document.
    fn render(&self, report: &Report) -> Result<Vec<u8>, FormatError>;
}

/// All forms, the default one first.
pub const ALL: [&dyn Format; 7] =
    [&text::Text, &json::Json, &csv::Csv, &xlsx::Xlsx, &docx::Docx, &html::Html, &markdown::Markdown];

/// The form of this name.
pub fn by_name(name: &str) -> Option<&'static dyn Format> {
    ALL.into_iter().find(|format| format.name() == name)
}

/// The form that a file with this extension has; upper and lower case are one.
pub fn by_extension(extension: &str) -> Option<&'static dyn Format> {
    ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
}

#[cfg(test)]
mod odd_text;
#[cfg(test)]
mod read_back;

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::{Period, samples};
    use super::*;

    #[test]
    fn a_format_is_found_by_its_name_and_by_its_extension() {
        for format in ALL {
            assert_eq!(by_name(format.name()).map(Format::name), Some(format.name()));
            assert_eq!(by_extension(format.extension()).map(Format::name), Some(format.name()));
        }
        assert_eq!(by_extension("XLSX").map(Format::name), Some("xlsx"));
        assert!(by_name("pdf").is_none());
    }

    #[test]
    fn the_same_tables_give_the_same_bytes_in_every_format() {
        for period in [Period::Year(2025), Period::Between(date(2025, 1, 1), date(2025, 3, 31))] {
            let report = Report { period, ..samples::worded() };
            for format in ALL {
                assert_eq!(format.render(&report).unwrap(), format.render(&report).unwrap());
            }
        }
    }
}
