//! What is to be printed: an organ's annual report, or table 3 of any period.

use jiff::civil::Date;

use super::{Prose, YearTables};
use crate::law::{ApplicantKind, OutcomeRow, labels};
use crate::words::report as words;

/// The time a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// A year: the annual report (统计期限 1 January to 31 December).
    Year(i16),
    /// From a first to a last day, both counted: table 3 alone, which is not an annual report.
    Between(Date, Date),
}

/// Tables and the time they are about: what a format prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The figures. For a period only table 3 counts.
    pub tables: YearTables,
    /// The time.
    pub period: Period,
    /// The words around the tables; `None` where the tables are printed alone.
    pub prose: Option<Prose>,
    /// The requests behind table 3, where they are wanted: a workbook has a sheet of them.
    pub cases: Vec<CountedCase>,
}

/// A request behind the figures of table 3.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedCase {
    /// 编号
    pub no: String,
    /// The applicant, only where names are asked for.
    pub applicant: Option<String>,
    /// The column.
    pub kind: ApplicantKind,
    /// The day of receipt.
    pub received: Date,
    /// Counted in row 一; else in row 二.
    pub is_new: bool,
    /// The row of 三 in which it is counted; `None` where it did not end in the year.
    pub result: Option<OutcomeRow>,
    /// The day on which it ended.
    pub closed: Option<Date>,
    /// Counted in row 四.
    pub is_carried_out: bool,
}

impl Report {
    /// The title: `<机关><年份>年政府信息公开工作年度报告`, or one that says which days were counted.
    pub fn title(&self) -> String {
        let organ = self.tables.organ.as_deref().unwrap_or_default();
        match self.period {
            Period::Year(year) => format!("{organ}{}", words::year_title(year, labels::TITLE_TAIL)),
            Period::Between(from, to) => format!("{organ}{}", words::period_title(from, to)),
        }
    }

    /// Whether all three tables are printed.
    pub(crate) fn is_annual(&self) -> bool {
        matches!(self.period, Period::Year(_))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_a_whole_year_is_called_an_annual_report() {
        let tables = YearTables { organ: Some("北关区工信局".to_owned()), ..YearTables::default() };
        let annual =
            Report { tables: tables.clone(), period: Period::Year(2025), prose: None, cases: Vec::new() };
        assert_eq!(annual.title(), "北关区工信局2025年政府信息公开工作年度报告");
        let quarter = Report {
            tables,
            period: Period::Between(date(2026, 1, 1), date(2026, 3, 31)),
            prose: None,
            cases: Vec::new(),
        };
        assert_eq!(quarter.title(), "北关区工信局2026年1月1日至2026年3月31日政府信息公开申请办理情况");
    }
}
