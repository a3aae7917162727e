//! Tables for tests.

use serde_json::Value;

use super::{YearTables, from_json};

const PUBLISHED: &[u8] = include_bytes!("../../tests/fixtures/published_tables_2025.json");

/// The published tables of 2025 as JSON.
pub(crate) fn published_json() -> Value {
    serde_json::from_slice(PUBLISHED).unwrap()
}

/// The published tables of 2025.
pub(crate) fn published() -> YearTables {
    from_json(PUBLISHED).unwrap()
}

/// The published tables of 2025 with a year and an organ.
pub(crate) fn named() -> YearTables {
    YearTables { year: Some(2025), organ: Some("测试市人民政府".to_owned()), ..published() }
}

/// Tables of a previous year that fit the published ones of 2025: what it carried out is what they carry
/// in, and the documents valid then explain those valid now.
pub(crate) fn previous() -> YearTables {
    use super::{Column3, Row3, Stated};
    let mut tables = published();
    for column in Column3::all() {
        let carried = tables.table3.at(Row3::CarriedIn, column).clone();
        tables.table3.set(Row3::CarriedOut, column, carried);
    }
    tables.table2.documents[0][2] = Stated::number(74 - 3 + 5);
    tables.table2.documents[1][2] = Stated::number(4185 - 564 + 984);
    tables
}

/// The tables of an organ that has nothing to report.
pub(crate) fn zero() -> YearTables {
    use super::{Table2, Table3, Table4};
    let none = Table3 { new: [0; 6], carried_in: [0; 6], results: [[0; 6]; 21], carried_out: [0; 6] };
    YearTables::new(2025, "北关区工信局", Table2::zero(), &none, Table4::zero())
}
