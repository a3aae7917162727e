//! What table 4 takes from the records.
//!
//! Each dispute stands in a year at most once, by how it stood on 31 December: pending as 尚未审结, ended in
//! that year by its result; of several instances in a year the last counts. Whether one that was pending at
//! the end of a year counts again in the next is not regulated: a reading of the office.

use super::fold::year_end;
use super::{Dispute, DisputeKind, DisputeResult, Record, Records, Role, Value};
use crate::request::OrganId;

/// How an office counts disputes that run over a 31 December.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counting {
    /// Whether a dispute that was pending at the end of a year counts again in the next, with its result or
    /// as pending.
    pub again: bool,
}

impl Default for Counting {
    fn default() -> Self {
        Self { again: true }
    }
}

/// The figures of table 4, each group as 维持, 纠正, 其他结果, 尚未审结.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Table4Figures {
    /// 行政复议
    pub review: [u64; 4],
    /// 未经复议直接起诉
    pub direct_suit: [u64; 4],
    /// 复议后起诉
    pub suit_after_review: [u64; 4],
}

/// Table 4 of `year`, for one organ or for all together.
pub fn table4(records: &Records, year: i16, organ: Option<OrganId>, counting: Counting) -> Table4Figures {
    let mut figures = Table4Figures::default();
    for record in records.of(organ) {
        let Value::Dispute(dispute) = record.value() else { continue };
        let Some(column) = column(record, dispute, year, counting) else { continue };
        let group = match dispute.kind {
            DisputeKind::Review => &mut figures.review,
            DisputeKind::DirectSuit => &mut figures.direct_suit,
            DisputeKind::SuitAfterReview => &mut figures.suit_after_review,
        };
        if let Some(cell) = group.get_mut(column) {
            *cell += 1;
        }
    }
    figures
}

/// The column in which a dispute stands in `year`; `None` where it does not count.
pub(super) fn column(record: &Record, dispute: &Dispute, year: i16, counting: Counting) -> Option<usize> {
    let filed = dispute.filed_on.year();
    let counts = dispute.role == Role::Defendant && filed <= year;
    if !counts || (filed < year && !counting.again && pending_before(record, year)) {
        return None;
    }
    match record.ending_by(year_end(year)) {
        None => Some(3),
        Some(ending) if ending.on.year() == year => Some(match ending.result {
            DisputeResult::Upheld => 0,
            DisputeResult::Corrected => 1,
            DisputeResult::Other => 2,
        }),
        Some(_) => None,
    }
}

/// Whether it was pending when `year` began.
fn pending_before(record: &Record, year: i16) -> bool {
    record.ending_by(year_end(year.saturating_sub(1))).is_none()
}
