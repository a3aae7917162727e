//! Reading what other organs and other years published: bytes in, values out.
//!
//! PURE: no files, no clock. It may use `law`, `words` and `text` besides the values of the report.
//!
//! Every format (html, docx, xlsx, separated or spaced text) is first brought to one list of [`blocks`];
//! one recogniser ([`recognise`]) then finds the title, the six parts, the prose and the three tables by
//! their labels. JSON is the exception: it is our own fixed layout and is read strictly.
//!
//! Reading is tolerant, judging is not: a cell is taken as it stands ("/" stays text, nothing stays blank)
//! for the rules in [`checks`](super::checks) to find, and whatever had to be guessed is a [`Doubt`].

mod blocks;
mod builder;
mod csv;
mod decode;
mod docx;
mod doubt;
mod error;
mod fold;
mod html;
mod json;
mod known;
mod package;
mod plain;
mod recognise;
mod sections;
mod sniff;
mod table2;
mod table3;
mod table4;
mod title;
mod xlsx;

pub use doubt::{Doubt, TableNo};
pub use error::ReadError;
pub use json::{TablesError, from_json};

use super::{Cell, Column3, Prose, Row3, Stated, WanYuan, YearTables, prose_from_json};
use crate::law::OutcomeRow;
use blocks::Block;
use decode::Decoded;
use sniff::Kind;

/// Larger files are refused, in bytes.
const MAX_FILE: usize = 32 << 20;

/// JSON of our own is some ten thousand bytes; a tree of it takes many times the room of its text.
const MAX_JSON: usize = 4 << 20;

/// Which layout the tables of a report follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// 国办公开办函〔2021〕30号: the reports on 2021 and later.
    #[default]
    Form2021,
    /// 国办公开办函〔2019〕60号, for the reports on 2019 and 2020. It does not ask for （六）1 and （六）2 of
    /// table 3 (its one row （六） is read as （六）3), for documents repealed and valid, nor for the amount of
    /// charges. These cells stay blank, since nobody stated a 0; a check that knows the form passes over
    /// them: see [`ReadReport::judged`].
    Form2019,
}

/// What a published report says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadReport {
    /// The title as it stands.
    pub title: Option<String>,
    /// The organ that the title (or the file) names.
    pub organ: Option<String>,
    /// The year that the title (or the file) names.
    pub year: Option<i16>,
    /// The layout of its tables.
    pub form: Form,
    /// The three tables as stated, with year and organ.
    pub tables: YearTables,
    /// The words around the tables; `None` where the file holds tables alone.
    pub prose: Option<Prose>,
    /// The titles of the parts as they stand, in the order of the document, one for each part.
    pub headings: Vec<String>,
    /// What had to be guessed or was not found, in the order of the document.
    pub doubts: Vec<Doubt>,
}

impl ReadReport {
    /// The tables for the rules and for adding up: as stated, but 0 in the cells for which the form has no
    /// place. A sum over rows that did not exist must be tried, and nobody left them blank.
    pub fn judged(&self) -> YearTables {
        let mut tables = self.tables.clone();
        if self.form == Form::Form2019 {
            let [regulations, normative] = &mut tables.table2.documents;
            for [_, repealed, valid] in [regulations, normative] {
                stand_in(repealed, Cell::Number(0));
                stand_in(valid, Cell::Number(0));
            }
            stand_in(&mut tables.table2.charges, Cell::Amount(WanYuan::default()));
            for row in [OutcomeRow::OtherNoSupplement, OutcomeRow::OtherNoFee].map(Row3::Result) {
                for column in Column3::all() {
                    let mut stated = tables.table3.at(row, column).clone();
                    stand_in(&mut stated, Cell::Number(0));
                    tables.table3.set(row, column, stated);
                }
            }
        }
        tables
    }
}

fn stand_in(stated: &mut Stated, cell: Cell) {
    if stated.cell == Cell::Blank {
        stated.cell = cell;
    }
}

/// Reads a report of any kind, known by its content. `name` is the file's name, for messages alone.
///
/// # Errors
///
/// [`ReadError`]: no report at all, damaged, too large, or a kind that is not read. A report with gaps is
/// no error but a [`ReadReport`] with doubts.
pub fn from_bytes(name: Option<&str>, bytes: &[u8]) -> Result<ReadReport, ReadError> {
    if bytes.len() > MAX_FILE {
        return Err(ReadError::TooLarge { limit: MAX_FILE });
    }
    match sniff::kind(bytes, name)? {
        Kind::Json if bytes.len() > MAX_JSON => Err(ReadError::TooLarge { limit: MAX_JSON }),
        Kind::Json => Ok(from_tables(from_json(bytes)?, prose_from_json(bytes)?)),
        Kind::Docx => recognise::report(&docx::blocks(bytes)?),
        Kind::Xlsx => recognise::report(&xlsx::blocks(bytes)?),
        Kind::Html => decoded(&decode::markup(bytes), html::blocks),
        Kind::Text => {
            let text = decode::text(bytes);
            let blocks = if csv::is_separated(&text.text) { csv::blocks } else { plain::blocks };
            decoded(&text, blocks)
        }
    }
}

fn decoded(
    text: &Decoded,
    blocks: fn(&Decoded) -> Result<Vec<Block>, ReadError>,
) -> Result<ReadReport, ReadError> {
    let mut report = recognise::report(&blocks(text)?)?;
    if text.garbled {
        report.doubts.insert(0, Doubt::Garbled);
    }
    Ok(report)
}

fn from_tables(tables: YearTables, prose: Option<Prose>) -> ReadReport {
    ReadReport { organ: tables.organ.clone(), year: tables.year, tables, prose, ..ReadReport::default() }
}

#[cfg(test)]
mod tests;
