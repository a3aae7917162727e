//! The 25 rows and 7 columns of table 3 (格式2021).

use crate::law::{ApplicantKind, OutcomeRow, labels};
use crate::words::report as words;

/// One of the 25 rows of table 3 that hold figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Row3 {
    /// 一、本年新收
    New,
    /// 二、上年结转
    CarriedIn,
    /// one of the 21 rows of block 三
    Result(OutcomeRow),
    /// （七）总计
    Total,
    /// 四、结转下年度
    CarriedOut,
}

impl Row3 {
    /// All 25 in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        let results = OutcomeRow::ALL.into_iter().map(Self::Result);
        [Self::New, Self::CarriedIn].into_iter().chain(results).chain([Self::Total, Self::CarriedOut])
    }

    /// The position in the table, 0 to 24.
    pub fn index(self) -> usize {
        match self {
            Self::New => 0,
            Self::CarriedIn => 1,
            Self::Result(row) => row.index() + 2,
            Self::Total => OutcomeRow::ALL.len() + 2,
            Self::CarriedOut => OutcomeRow::ALL.len() + 3,
        }
    }

    /// The key used in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::CarriedIn => "carried_in",
            Self::Result(row) => row.key(),
            Self::Total => "total",
            Self::CarriedOut => "carried_out",
        }
    }

    /// The row that has this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::all().find(|row| row.key() == key)
    }

    /// The label, verbatim.
    pub fn label(self) -> &'static str {
        match self {
            Self::New => labels::NEW,
            Self::CarriedIn => labels::CARRIED_IN,
            Self::Result(row) => row.label(),
            Self::Total => labels::TOTAL,
            Self::CarriedOut => labels::CARRIED_OUT,
        }
    }

    /// A short name for messages, unique in the table: 一、本年新收, （三）1.属于国家秘密.
    pub fn name(self) -> String {
        match self {
            Self::New => words::NEW.to_owned(),
            Self::CarriedIn => words::CARRIED_IN.to_owned(),
            Self::Result(row) if row.number() == 0 => format!("{}{}", row.place(), row.short_label()),
            Self::Result(row) => format!("{}.{}", row.place(), row.short_label()),
            Self::Total => labels::TOTAL.to_owned(),
            Self::CarriedOut => words::CARRIED_OUT.to_owned(),
        }
    }
}

/// One of the seven columns of table 3: six kinds of applicants and their sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column3 {
    /// a kind of applicant
    Kind(ApplicantKind),
    /// 总计
    Sum,
}

impl Column3 {
    /// All seven in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        ApplicantKind::ALL.into_iter().map(Self::Kind).chain([Self::Sum])
    }

    /// The position in the table, 0 to 6.
    pub fn index(self) -> usize {
        match self {
            Self::Kind(kind) => kind.column(),
            Self::Sum => ApplicantKind::ALL.len(),
        }
    }

    /// The key used in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.key(),
            Self::Sum => "total",
        }
    }

    /// The heading, verbatim.
    pub fn label(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.label(),
            Self::Sum => labels::SUM,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn rows_and_columns_stand_where_their_index_says() {
        assert!(Row3::all().enumerate().all(|(place, row)| row.index() == place));
        assert!(Column3::all().enumerate().all(|(place, column)| column.index() == place));
        assert_eq!((Row3::all().count(), Column3::all().count()), (25, 7));
    }

    #[test]
    fn every_row_has_a_name_and_a_key_of_its_own() {
        assert_eq!(Row3::all().map(Row3::name).collect::<HashSet<_>>().len(), 25);
        assert!(Row3::all().all(|row| Row3::from_key(row.key()) == Some(row)));
        assert_eq!(Row3::Result(OutcomeRow::DenySecret).name(), "（三）1.属于国家秘密");
    }
}
