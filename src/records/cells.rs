//! Which cells of tables 2 and 4 a record fills in a year: the way from a record to its figures and back.

use super::fold::year_end;
use super::table4::column;
use super::{Counting, DecisionKind, DisputeKind, DocumentKind, Record, Value};

/// A cell that records fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordCell {
    /// 本年制发件数
    Made(DocumentKind),
    /// 本年废止件数
    Repealed(DocumentKind),
    /// 现行有效件数; what was in force when the books began fills it too.
    Valid(DocumentKind),
    /// 行政许可, 行政处罚, 行政强制
    Decisions(DecisionKind),
    /// 行政事业性收费
    Charges,
    /// One of the four columns of a group of table 4: 维持, 纠正, 其他结果, 尚未审结, from 0.
    Dispute(DisputeKind, usize),
}

/// The cells that `record` fills in `year`: none where it is removed or counts for another organ.
pub fn cells(record: &Record, year: i16, counting: Counting) -> Vec<RecordCell> {
    if record.removed.is_some() {
        return Vec::new();
    }
    match record.value() {
        Value::Document(document) if document.lead => {
            let (kind, end) = (document.kind, year_end(year));
            let ended = document.ended.as_ref().map(|ended| ended.on);
            let is_valid = document.issued_on <= end && ended.is_none_or(|ended| ended > end);
            [
                (document.issued_on.year() == year, RecordCell::Made(kind)),
                (ended.is_some_and(|ended| ended.year() == year), RecordCell::Repealed(kind)),
                (is_valid, RecordCell::Valid(kind)),
            ]
            .into_iter()
            .filter_map(|(fills, cell)| fills.then_some(cell))
            .collect()
        }
        Value::Stock(stock) if stock.count > 0 && stock.year <= year => vec![RecordCell::Valid(stock.kind)],
        Value::Decisions(decisions) if decisions.period.year() == year => {
            vec![RecordCell::Decisions(decisions.kind)]
        }
        Value::Charge(charge) if charge.period.year() == year => vec![RecordCell::Charges],
        Value::Dispute(dispute) => {
            let column = column(record, dispute, year, counting);
            column.map(|column| RecordCell::Dispute(dispute.kind, column)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}
