//! The keys of the JSON layout, a fixed contract: other programs read and write them.

pub(crate) const YEAR: &str = "year";
pub(crate) const ORGAN: &str = "organ";
pub(crate) const FROM: &str = "from";
pub(crate) const TO: &str = "to";
pub(crate) const NOTE: &str = "note";
pub(crate) const VALUE: &str = "value";
pub(crate) const TABLE2: &str = "table2";
pub(crate) const TABLE3: &str = "table3";
pub(crate) const TABLE4: &str = "table4";
pub(crate) const COLUMNS: &str = "columns";
pub(crate) const ROWS: &str = "rows";
pub(crate) const KEY: &str = "key";
pub(crate) const LABEL: &str = "label";
pub(crate) const VALUES: &str = "values";
/// The charges of table 2, in 万元.
pub(crate) const CHARGES: &str = "行政事业性收费_万元";
/// The five columns of table 4.
pub(crate) const DISPUTE_COLUMNS: [&str; 5] = ["维持", "纠正", "其他", "尚未审结", "总计"];
/// The words around the tables.
pub(crate) const TEXT: &str = "text";
pub(crate) const PREFACE: &str = "preface";
pub(crate) const SECTIONS: &str = "sections";
pub(crate) const TITLE: &str = "title";
pub(crate) const PARAGRAPHS: &str = "paragraphs";
pub(crate) const NOTES: &str = "notes";
pub(crate) const SIGNATURE: &str = "signature";
