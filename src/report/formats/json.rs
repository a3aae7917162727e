//! JSON in the layout of `published_tables_2025.json`; [`from_json`](crate::report::from_json) reads the
//! tables back, [`prose_from_json`](crate::report::prose_from_json) the words.

use serde_json::{Map, Number, Value, json};

use super::{Format, FormatError, keys};
use crate::report::{
    Cell, Column3, Dispute, Document, Part, Period, Prose, Report, Row3, Stated, YearTables,
};

/// One JSON value: the tables of the year, and under `text` the words of the report where it has any; of a
/// period table 3 alone, with its first and last day.
pub(super) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn is_binary(&self) -> bool {
        false
    }

    fn render(&self, report: &Report) -> Result<Vec<u8>, FormatError> {
        let value = match report.period {
            Period::Year(year) => {
                let mut value = to_json(&YearTables { year: Some(year), ..report.tables.clone() });
                if let (Some(prose), Value::Object(root)) = (&report.prose, &mut value) {
                    root.insert(keys::TEXT.to_owned(), text(prose));
                }
                value
            }
            Period::Between(from, to) => {
                let mut root = Map::new();
                root.insert(keys::FROM.to_owned(), from.to_string().into());
                root.insert(keys::TO.to_owned(), to.to_string().into());
                put_text(&mut root, keys::ORGAN, report.tables.organ.as_deref());
                root.insert(keys::TABLE3.to_owned(), table3(&report.tables));
                Value::Object(root)
            }
        };
        let mut bytes = serde_json::to_vec_pretty(&value)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// The tables of a year as a JSON value. Year, organ and notes are left out where there are none.
pub fn to_json(tables: &YearTables) -> Value {
    let mut root = Map::new();
    if let Some(year) = tables.year {
        root.insert(keys::YEAR.to_owned(), year.into());
    }
    put_text(&mut root, keys::ORGAN, tables.organ.as_deref());
    put_text(&mut root, keys::NOTE, tables.note.as_deref());
    root.insert(keys::TABLE2.to_owned(), table2(tables));
    root.insert(keys::TABLE3.to_owned(), table3(tables));
    root.insert(keys::TABLE4.to_owned(), table4(tables));
    Value::Object(root)
}

fn put_text(fields: &mut Map<String, Value>, key: &str, text: Option<&str>) {
    if let Some(text) = text {
        fields.insert(key.to_owned(), text.into());
    }
}

/// The words: every part with its title, its paragraphs and its notes, as they were written.
fn text(prose: &Prose) -> Value {
    let sections = Part::ALL.map(|part| {
        let section = prose.section(part);
        json!({
            keys::TITLE: part.title(),
            keys::PARAGRAPHS: section.paragraphs,
            keys::NOTES: section.notes,
        })
    });
    json!({ keys::PREFACE: prose.preface, keys::SECTIONS: sections, keys::SIGNATURE: prose.signature })
}

fn table2(tables: &YearTables) -> Value {
    let mut fields = Map::new();
    for (document, row) in Document::ALL.into_iter().zip(&tables.table2.documents) {
        fields.insert(document.label().to_owned(), cells(row));
    }
    for (label, stated) in tables.table2.decisions() {
        fields.insert(label.to_owned(), cell(stated));
    }
    fields.insert(keys::CHARGES.to_owned(), cell(&tables.table2.charges));
    Value::Object(fields)
}

fn table3(tables: &YearTables) -> Value {
    let rows = Row3::all().map(|row| {
        let values = Column3::all().map(|column| cell(tables.table3.at(row, column)));
        json!({
            keys::KEY: row.key(),
            keys::LABEL: row.label(),
            keys::VALUES: values.collect::<Vec<Value>>(),
        })
    });
    json!({
        keys::COLUMNS: Column3::all().map(Column3::key).collect::<Vec<&str>>(),
        keys::ROWS: rows.collect::<Vec<Value>>(),
    })
}

fn table4(tables: &YearTables) -> Value {
    let mut fields = Map::new();
    fields.insert(keys::COLUMNS.to_owned(), json!(keys::DISPUTE_COLUMNS));
    for dispute in Dispute::ALL {
        fields.insert(dispute.key().to_owned(), cells(tables.table4.group(dispute)));
    }
    Value::Object(fields)
}

fn cells(row: &[Stated]) -> Value {
    Value::Array(row.iter().map(cell).collect())
}

/// A cell is its value, or `{"value": …, "note": …}` where a note stands beside it.
fn cell(stated: &Stated) -> Value {
    let value = match &stated.cell {
        Cell::Number(number) => (*number).into(),
        Cell::Amount(amount) => amount_value(&amount.to_string()),
        Cell::Blank => Value::Null,
        Cell::Text(text) => text.clone().into(),
    };
    match &stated.note {
        None => value,
        Some(note) => json!({ keys::VALUE: value, keys::NOTE: note }),
    }
}

/// A JSON number where it reads back as the same decimals, else the decimals as text.
fn amount_value(decimals: &str) -> Value {
    if let Ok(whole) = decimals.parse::<u64>() {
        return whole.into();
    }
    let float = decimals.parse::<f64>().ok().filter(|float| float.to_string() == decimals);
    float.and_then(Number::from_f64).map_or_else(|| decimals.into(), Value::Number)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::report::{WanYuan, from_json, prose_from_json, samples};

    fn round_trip(tables: &YearTables) -> YearTables {
        from_json(to_json(tables).to_string().as_bytes()).unwrap()
    }

    #[test]
    fn the_published_file_is_written_as_it_was_read() {
        let written = to_json(&samples::published());
        let published = samples::published_json();
        assert_eq!(written, published);
        let order = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(order(&written), order(&published));
        assert_eq!(order(&written["table2"]), order(&published["table2"]));
    }

    #[test]
    fn tables_survive_a_round_trip_with_year_organ_notes_and_broken_cells() {
        let mut tables = samples::named();
        tables.table2.documents[0][1] = Cell::Text("/".to_owned()).into();
        tables.table2.licences = Stated { cell: Cell::Number(3), note: Some("含委托".to_owned()) };
        tables.table4.review[0] = Cell::Blank.into();
        tables.table3.set(Row3::New, Column3::Sum, Cell::Text("-1".to_owned()).into());
        assert_eq!(round_trip(&tables), tables);
    }

    #[test]
    fn every_amount_survives_even_where_a_float_could_not_hold_it() {
        for fen in [0, 1, 38_000, 1_234_567, 12_345_678_901_234_567_891, u64::MAX] {
            let mut tables = samples::published();
            tables.table2.charges = Stated::amount(WanYuan::from_fen(fen));
            assert_eq!(round_trip(&tables), tables, "{fen}");
        }
        assert_eq!(amount_value("0.038").to_string(), "0.038");
    }

    #[test]
    fn the_words_stand_beside_the_tables_and_both_are_read_back() {
        let report = samples::worded();
        let bytes = Json.render(&report).unwrap();
        assert_eq!(from_json(&bytes).unwrap(), report.tables);
        assert_eq!(prose_from_json(&bytes).unwrap(), report.prose);
        let value: Value = serde_json::from_slice(&bytes).unwrap();
        let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["year", "organ", "note", "table2", "table3", "table4", "text"]);
        assert_eq!(value["text"]["sections"][5]["title"], "六、其他需要报告的事项");
    }

    #[test]
    fn a_period_gives_its_days_and_table_3_alone() {
        let period = Period::Between(date(2025, 1, 1), date(2025, 6, 30));
        let bytes = Json
            .render(&Report { tables: samples::named(), period, prose: None, cases: Vec::new() })
            .unwrap();
        let value: Value = serde_json::from_slice(&bytes).unwrap();
        let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["from", "to", "organ", "table3"]);
        assert_eq!(value["from"], "2025-01-01");
    }
}
