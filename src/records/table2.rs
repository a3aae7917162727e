//! What table 2 takes from the records.
//!
//! Documents are counted by the lead organ alone; 废止 counts 宣布失效 too. What is in force on 31 December is
//! the opening figure, with what was issued since and without what ended since: for every year the figure of
//! the year before, with those made and without those repealed (V8), whatever was recorded when.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::fold::year_end;
use super::{DecisionKind, DocumentKind, Period, Records, Value};
use crate::request::OrganId;

/// The three figures of a kind of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DocumentFigures {
    /// 本年制发件数
    pub made: u64,
    /// 本年废止件数
    pub repealed: u64,
    /// 现行有效件数, on 31 December; negative only before the first kept year, where the records are not whole.
    pub valid: i64,
}

/// The figures of table 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Table2Figures {
    /// Of 规章 and 行政规范性文件.
    pub documents: [DocumentFigures; 2],
    /// 行政许可, 行政处罚, 行政强制
    pub decisions: [u64; 3],
    /// 行政事业性收费 in 分; what was collected for processing requests comes from the cases.
    pub charges_fen: u64,
}

/// Table 2 of `year`, for one organ or for all together.
pub fn table2(records: &Records, year: i16, organ: Option<OrganId>) -> Table2Figures {
    let mut figures = Table2Figures::default();
    let mut openings: BTreeMap<(OrganId, usize), Opening> = BTreeMap::new();
    let in_year = |period: Period| period.year() == year;
    for record in records.of(organ) {
        let opening = |kind: DocumentKind| (record.body.organ, kind as usize);
        match record.value() {
            Value::Document(document) if document.lead => {
                let ended = document.ended.as_ref().map(|ended| ended.on);
                openings
                    .entry(opening(document.kind))
                    .or_default()
                    .documents
                    .push((document.issued_on, ended));
            }
            Value::Stock(stock) => {
                openings.entry(opening(stock.kind)).or_default().stock = Some((stock.year, stock.count));
            }
            Value::Decisions(decisions) if in_year(decisions.period) => {
                let place = DecisionKind::ALL.iter().position(|kind| *kind == decisions.kind);
                if let Some(cell) = place.and_then(|place| figures.decisions.get_mut(place)) {
                    *cell += u64::from(decisions.count);
                }
            }
            Value::Charge(charge) if in_year(charge.period) => {
                figures.charges_fen = figures.charges_fen.saturating_add(charge.fen);
            }
            _ => {}
        }
    }
    for ((_, kind), opening) in openings {
        if let Some(sum) = figures.documents.get_mut(kind) {
            opening.count_into(sum, year);
        }
    }
    figures
}

/// The documents of one organ and kind: days of issue and end, and the opening figure with its year.
#[derive(Default)]
struct Opening {
    documents: Vec<(Date, Option<Date>)>,
    stock: Option<(i16, u32)>,
}

impl Opening {
    fn count_into(&self, sum: &mut DocumentFigures, year: i16) {
        let within = |on: Date| on.year() == year;
        sum.made += many(self.documents.iter().filter(|(issued, _)| within(*issued)));
        sum.repealed += many(self.documents.iter().filter(|(_, ended)| ended.is_some_and(within)));
        sum.valid += self.in_force(year_end(year)) + self.unrecorded();
    }

    /// Recorded documents that are in force at the end of `day`.
    fn in_force(&self, day: Date) -> i64 {
        let counts =
            |(issued, ended): &&(Date, Option<Date>)| *issued <= day && ended.is_none_or(|ended| ended > day);
        i64::try_from(self.documents.iter().filter(counts).count()).unwrap_or(i64::MAX)
    }

    /// Documents in force when the books began that nobody recorded one by one.
    fn unrecorded(&self) -> i64 {
        self.stock
            .map_or(0, |(first, count)| i64::from(count) - self.in_force(year_end(first.saturating_sub(1))))
    }
}

fn many<T>(items: impl Iterator<Item = T>) -> u64 {
    u64::try_from(items.count()).unwrap_or(u64::MAX)
}
