//! The tables of one organ's year.

use super::{StatedTable3, Table2, Table3, Table4};

/// Tables 2 to 4 of one organ's year, as stated.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearTables {
    /// The year; a file may leave it out.
    pub year: Option<i16>,
    /// The organ's full name; a file may leave it out.
    pub organ: Option<String>,
    /// A note on the whole, kept from the file it came in.
    pub note: Option<String>,
    /// Section 二
    pub table2: Table2,
    /// Section 三
    pub table3: StatedTable3,
    /// Section 四
    pub table4: Table4,
}

impl YearTables {
    /// The tables of an organ's year from its own records.
    pub fn new(year: i16, organ: &str, table2: Table2, table3: &Table3, table4: Table4) -> Self {
        Self {
            year: Some(year),
            organ: Some(organ.to_owned()),
            note: None,
            table2,
            table3: table3.stated(),
            table4,
        }
    }
}
