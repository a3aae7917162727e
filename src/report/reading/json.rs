//! Reading tables from JSON in the layout of `published_tables_2025.json`.

use std::array;

use serde_json::{Map, Value};
use thiserror::Error;

use crate::law::labels;
use crate::report::formats::keys;
use crate::report::{
    Cell, Column3, Dispute, Document, Row3, Stated, StatedTable3, Table2, Table4, YearTables,
};
use crate::words::report as words;

type Object = Map<String, Value>;

/// Why bytes are no tables. A place is a path of keys: `table3.rows[4].values[0]`.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum TablesError {
    /// Not JSON at all.
    #[error("{}", words::not_json(*line, *column))]
    NotJson {
        /// line, from 1
        line: usize,
        /// column, from 1
        column: usize,
    },
    /// Something that must be there is not.
    #[error("{}", words::missing(place))]
    Missing {
        /// where
        place: String,
    },
    /// Something is of another kind than expected.
    #[error("{}", words::wrong_kind(place, expected))]
    WrongKind {
        /// where
        place: String,
        /// what should stand there, in Chinese
        expected: &'static str,
    },
    /// A list has not as many values as the table has columns.
    #[error("{}", words::wrong_length(place, *expected, *found))]
    WrongLength {
        /// where
        place: String,
        /// values the table needs
        expected: usize,
        /// values found
        found: usize,
    },
    /// The list of columns is not the one of the format.
    #[error("{}", words::wrong_columns(place, expected))]
    WrongColumns {
        /// where
        place: String,
        /// the columns of the format, in order
        expected: String,
    },
    /// A row's key is none of the format's 25.
    #[error("{}", words::unknown_row(place, key))]
    UnknownRow {
        /// where
        place: String,
        /// the key
        key: String,
    },
    /// A row is there twice.
    #[error("{}", words::repeated_row(place, key))]
    RepeatedRow {
        /// where
        place: String,
        /// the key
        key: String,
    },
    /// The year is none between 1 and 9999.
    #[error("{}", words::bad_year())]
    BadYear,
}

/// Reads the tables of a year. Year, organ and notes may be missing; unknown keys are passed over; figures
/// that are no figures ("/", negative, blank) are kept as stated, for rule V7 to find.
pub fn from_json(bytes: &[u8]) -> Result<YearTables, TablesError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let value: Value = serde_json::from_slice(bytes)
        .map_err(|error| TablesError::NotJson { line: error.line(), column: error.column() })?;
    let root = object(&value, "")?;
    Ok(YearTables {
        year: root.get(keys::YEAR).map_or(Ok(None), read_year)?,
        organ: optional_text(root, keys::ORGAN, "")?,
        note: optional_text(root, keys::NOTE, "")?,
        table2: read_table2(object(field(root, keys::TABLE2, "")?, keys::TABLE2)?)?,
        table3: read_table3(object(field(root, keys::TABLE3, "")?, keys::TABLE3)?)?,
        table4: read_table4(object(field(root, keys::TABLE4, "")?, keys::TABLE4)?)?,
    })
}

fn read_year(value: &Value) -> Result<Option<i16>, TablesError> {
    if value.is_null() {
        return Ok(None);
    }
    let year = value.as_i64().and_then(|year| i16::try_from(year).ok());
    match year {
        Some(year @ 1..=9999) => Ok(Some(year)),
        _ => Err(TablesError::BadYear),
    }
}

fn read_table2(table: &Object) -> Result<Table2, TablesError> {
    let count = |key: &str| read_cell(field(table, key, keys::TABLE2)?, &at(keys::TABLE2, key), false);
    let [regulations, normative] = Document::ALL.map(Document::label);
    let charges = field(table, keys::CHARGES, keys::TABLE2)?;
    Ok(Table2 {
        documents: [
            read_cells(table, regulations, keys::TABLE2)?,
            read_cells(table, normative, keys::TABLE2)?,
        ],
        licences: count(labels::LICENCES)?,
        penalties: count(labels::ENFORCEMENT_ROWS[0])?,
        compulsions: count(labels::ENFORCEMENT_ROWS[1])?,
        charges: read_cell(charges, &at(keys::TABLE2, keys::CHARGES), true)?,
    })
}

fn read_table3(table: &Object) -> Result<StatedTable3, TablesError> {
    let columns: Vec<&str> = Column3::all().map(Column3::key).collect();
    check_columns(table, keys::TABLE3, &columns)?;
    let place = at(keys::TABLE3, keys::ROWS);
    let rows = list(field(table, keys::ROWS, keys::TABLE3)?, &place)?;
    let mut seen: Vec<Row3> = Vec::new();
    let mut cells = StatedTable3::default();
    for (index, row) in rows.iter().enumerate() {
        let place = format!("{place}[{index}]");
        let fields = object(row, &place)?;
        let key = text(field(fields, keys::KEY, &place)?, &at(&place, keys::KEY))?;
        let row = Row3::from_key(&key)
            .ok_or_else(|| TablesError::UnknownRow { place: place.clone(), key: key.clone() })?;
        if seen.contains(&row) {
            return Err(TablesError::RepeatedRow { place, key });
        }
        seen.push(row);
        let values: [Stated; 7] = read_cells(fields, keys::VALUES, &place)?;
        for (column, value) in Column3::all().zip(values) {
            cells.set(row, column, value);
        }
    }
    match Row3::all().find(|row| !seen.contains(row)) {
        Some(row) => Err(TablesError::Missing { place: format!("{place}[{}]", row.key()) }),
        None => Ok(cells),
    }
}

fn read_table4(table: &Object) -> Result<Table4, TablesError> {
    check_columns(table, keys::TABLE4, &keys::DISPUTE_COLUMNS)?;
    Ok(Table4 {
        review: read_cells(table, Dispute::Review.key(), keys::TABLE4)?,
        direct_suit: read_cells(table, Dispute::DirectSuit.key(), keys::TABLE4)?,
        suit_after_review: read_cells(table, Dispute::SuitAfterReview.key(), keys::TABLE4)?,
    })
}

fn check_columns(table: &Object, place: &str, expected: &[&str]) -> Result<(), TablesError> {
    let columns = list(field(table, keys::COLUMNS, place)?, &at(place, keys::COLUMNS))?;
    if columns.iter().map(Value::as_str).eq(expected.iter().copied().map(Some)) {
        return Ok(());
    }
    Err(TablesError::WrongColumns { place: at(place, keys::COLUMNS), expected: expected.join(" ") })
}

fn read_cells<const N: usize>(table: &Object, key: &str, place: &str) -> Result<[Stated; N], TablesError> {
    let values = field(table, key, place)?;
    let place = at(place, key);
    let values = list(values, &place)?;
    if values.len() != N {
        return Err(TablesError::WrongLength { place, expected: N, found: values.len() });
    }
    let mut cells: [Stated; N] = array::from_fn(|_| Stated::MISSING);
    for (index, (cell, value)) in cells.iter_mut().zip(values).enumerate() {
        *cell = read_cell(value, &format!("{place}[{index}]"), false)?;
    }
    Ok(cells)
}

/// A cell is a value, or `{"value": …, "note": …}` where its author noted something beside it.
fn read_cell(value: &Value, place: &str, amount: bool) -> Result<Stated, TablesError> {
    let Value::Object(fields) = value else {
        return Ok(plain_cell(value, place, amount)?.into());
    };
    let cell = plain_cell(field(fields, keys::VALUE, place)?, &at(place, keys::VALUE), amount)?;
    Ok(Stated { cell, note: optional_text(fields, keys::NOTE, place)? })
}

fn plain_cell(value: &Value, place: &str, amount: bool) -> Result<Cell, TablesError> {
    let words = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number_text(number),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
            return Err(TablesError::WrongKind { place: place.to_owned(), expected: words::A_FIGURE });
        }
    };
    Ok(if amount { Cell::amount_from_text(&words) } else { Cell::count_from_text(&words) })
}

/// The number in plain decimals: a small charge must not turn into an exponent.
fn number_text(number: &serde_json::Number) -> String {
    match number.as_f64() {
        Some(float) if number.is_f64() => float.to_string(),
        _ => number.to_string(),
    }
}

fn at(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
}

fn field<'a>(fields: &'a Object, key: &str, place: &str) -> Result<&'a Value, TablesError> {
    fields.get(key).ok_or_else(|| TablesError::Missing { place: at(place, key) })
}

fn object<'a>(value: &'a Value, place: &str) -> Result<&'a Object, TablesError> {
    let wrong = || TablesError::WrongKind { place: place.to_owned(), expected: words::AN_OBJECT };
    value.as_object().ok_or_else(wrong)
}

fn list<'a>(value: &'a Value, place: &str) -> Result<&'a Vec<Value>, TablesError> {
    let wrong = || TablesError::WrongKind { place: place.to_owned(), expected: words::A_LIST };
    value.as_array().ok_or_else(wrong)
}

fn text(value: &Value, place: &str) -> Result<String, TablesError> {
    let wrong = || TablesError::WrongKind { place: place.to_owned(), expected: words::A_TEXT };
    value.as_str().map(str::to_owned).ok_or_else(wrong)
}

fn optional_text(fields: &Object, key: &str, place: &str) -> Result<Option<String>, TablesError> {
    match fields.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => text(value, &at(place, key)).map(Some),
    }
}

#[cfg(test)]
mod tests;
