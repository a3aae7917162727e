use serde_json::json;

use super::*;
use crate::report::samples;
use crate::report::{Cell, WanYuan};

fn published_with(pointer: &str, value: Value) -> Result<YearTables, TablesError> {
    let mut json = samples::published_json();
    *json.pointer_mut(pointer).unwrap() = value;
    from_json(json.to_string().as_bytes())
}

fn published_without(pointer: &str, key: &str) -> TablesError {
    let mut json = samples::published_json();
    json.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    from_json(json.to_string().as_bytes()).unwrap_err()
}

#[test]
fn the_published_tables_are_read_without_year_and_organ() {
    let tables = samples::published();
    assert_eq!((tables.year, tables.organ.as_deref()), (None, None));
    assert_eq!(tables.table3.count(Row3::New, Column3::Sum), Some(14_069));
    assert_eq!(tables.table3.count(Row3::CarriedOut, Column3::Sum), Some(819));
    assert_eq!(tables.table2.charges.cell, Cell::Amount(WanYuan::from_fen(316_441_000_000)));
}

#[test]
fn what_is_no_figure_is_kept_as_stated() {
    let slash = published_with("/table2/规章/0", json!("/")).unwrap();
    assert_eq!(slash.table2.documents[0][0].cell, Cell::Text("/".to_owned()));
    let negative = published_with("/table3/rows/0/values/1", json!(-3)).unwrap();
    let first = Column3::Kind(crate::law::ApplicantKind::Commercial);
    assert_eq!(negative.table3.at(Row3::New, first).cell, Cell::Text("-3".to_owned()));
    let blank = published_with("/table4/review/3", Value::Null).unwrap();
    assert_eq!(blank.table4.review[3].cell, Cell::Blank);
}

#[test]
fn a_small_charge_is_read_exactly() {
    for (value, fen) in [(json!(0.038), 38_000), (json!(0.000_001), 1), (json!("12.5"), 12_500_000)] {
        let tables = published_with("/table2/行政事业性收费_万元", value).unwrap();
        assert_eq!(tables.table2.charges.cell, Cell::Amount(WanYuan::from_fen(fen)));
    }
}

#[test]
fn a_note_may_stand_beside_any_cell() {
    let cell = json!({"value": 3, "note": "另有一件并入市府"});
    let tables = published_with("/table3/rows/0/values/0", cell).unwrap();
    let natural = Column3::Kind(crate::law::ApplicantKind::Natural);
    let stated = tables.table3.at(Row3::New, natural);
    assert_eq!((&stated.cell, stated.note.as_deref()), (&Cell::Number(3), Some("另有一件并入市府")));
}

#[test]
fn every_missing_part_is_named_by_its_place() {
    for (pointer, key, place) in [
        ("", "table2", "table2"),
        ("", "table4", "table4"),
        ("/table2", "行政许可", "table2.行政许可"),
        ("/table2", "行政事业性收费_万元", "table2.行政事业性收费_万元"),
        ("/table3", "columns", "table3.columns"),
        ("/table3/rows/3", "values", "table3.rows[3].values"),
        ("/table3/rows/3", "key", "table3.rows[3].key"),
        ("/table4", "direct_suit", "table4.direct_suit"),
    ] {
        assert_eq!(published_without(pointer, key), TablesError::Missing { place: place.to_owned() });
    }
}

#[test]
fn every_malformed_part_has_its_own_error() {
    let place = |text: &str| text.to_owned();
    assert_eq!(from_json(b"{\n oops"), Err(TablesError::NotJson { line: 2, column: 2 }));
    assert!(matches!(from_json(b"[]"), Err(TablesError::WrongKind { .. })));
    assert!(matches!(from_json(b""), Err(TablesError::NotJson { .. })));
    assert_eq!(
        published_with("/table3/rows/2/values", json!([1, 2])),
        Err(TablesError::WrongLength { place: place("table3.rows[2].values"), expected: 7, found: 2 })
    );
    assert_eq!(
        published_with("/table3/rows/2/values/1", json!(true)),
        Err(TablesError::WrongKind { place: place("table3.rows[2].values[1]"), expected: words::A_FIGURE })
    );
    assert_eq!(
        published_with("/table3/rows/2/key", json!("opened")),
        Err(TablesError::UnknownRow { place: place("table3.rows[2]"), key: place("opened") })
    );
    assert_eq!(
        published_with("/table3/rows/2/key", json!("new")),
        Err(TablesError::RepeatedRow { place: place("table3.rows[2]"), key: place("new") })
    );
    assert!(matches!(
        published_with("/table4/columns/0", json!("结果维持")),
        Err(TablesError::WrongColumns { .. })
    ));
    assert!(matches!(published_with("/note", json!(1)), Err(TablesError::WrongKind { .. })));
}

#[test]
fn a_missing_row_is_named_by_its_key() {
    let mut json = samples::published_json();
    json.pointer_mut("/table3/rows").unwrap().as_array_mut().unwrap().remove(7);
    let error = from_json(json.to_string().as_bytes()).unwrap_err();
    assert_eq!(error, TablesError::Missing { place: "table3.rows[deny_third]".to_owned() });
    assert_eq!(error.to_string(), "缺少 table3.rows[deny_third]");
}

#[test]
fn a_year_must_be_one() {
    for year in [json!("2025"), json!(0), json!(20_250), json!(2025.5)] {
        let mut json = samples::published_json();
        json.as_object_mut().unwrap().insert("year".to_owned(), year);
        assert_eq!(from_json(json.to_string().as_bytes()), Err(TablesError::BadYear));
    }
}
