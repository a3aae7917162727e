//! The way between a record and the cells of the report: what stands behind a cell, where a record counts.

use crate::records::{Counting, DecisionKind, DisputeKind, DocumentKind, Record, RecordCell, Value, cells};
use crate::report::checks::{Figure2, Target};
use crate::report::{Dispute, DisputeColumn, Document, DocumentColumn};
use crate::request::OrganId;

/// A cell of table 2 or 4, and whose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Behind {
    /// The cell, or a line of cells.
    pub(crate) target: Target,
    /// Of this organ, or of all together.
    pub(crate) organ: Option<OrganId>,
    /// How the office counts.
    pub(crate) counting: Counting,
}

impl Behind {
    /// Whether the cell counts the record in `year`.
    pub(super) fn counts(&self, record: &Record, year: i16) -> bool {
        let is_ours = self.organ.is_none_or(|organ| organ == record.body.organ);
        is_ours && cells(record, year, self.counting).into_iter().any(|cell| self.holds(cell))
    }

    fn holds(&self, cell: RecordCell) -> bool {
        let own = place_of(cell);
        match (&self.target, &own) {
            (Target::Table2(Figure2::Document(kind, None)), Target::Table2(Figure2::Document(own, _))) => {
                kind == own
            }
            (
                Target::Table4 { dispute, column: None | Some(DisputeColumn::Sum) },
                Target::Table4 { dispute: own, .. },
            ) => dispute == own,
            (target, own) => *target == *own,
        }
    }
}

/// Where in the report a cell stands.
fn place_of(cell: RecordCell) -> Target {
    let document = |kind| match kind {
        DocumentKind::Regulation => Document::Regulation,
        DocumentKind::Normative => Document::NormativeDocument,
    };
    let documents = |kind, column| Target::Table2(Figure2::Document(document(kind), Some(column)));
    match cell {
        RecordCell::Made(kind) => documents(kind, DocumentColumn::Made),
        RecordCell::Repealed(kind) => documents(kind, DocumentColumn::Repealed),
        RecordCell::Valid(kind) => documents(kind, DocumentColumn::Valid),
        RecordCell::Decisions(DecisionKind::Licence) => Target::Table2(Figure2::Licences),
        RecordCell::Decisions(DecisionKind::Penalty) => Target::Table2(Figure2::Penalties),
        RecordCell::Decisions(DecisionKind::Compulsion) => Target::Table2(Figure2::Compulsions),
        RecordCell::Charges => Target::Table2(Figure2::Charges),
        RecordCell::Dispute(kind, column) => Target::Table4 {
            dispute: match kind {
                DisputeKind::Review => Dispute::Review,
                DisputeKind::DirectSuit => Dispute::DirectSuit,
                DisputeKind::SuitAfterReview => Dispute::SuitAfterReview,
            },
            column: DisputeColumn::PARTS.get(column).copied(),
        },
    }
}

/// The cells that a record fills, each with the first and the last year in which it does, up to `last`.
pub(super) fn filled(record: &Record, counting: Counting, last: i16) -> Vec<(Target, i16, i16)> {
    let mut filled: Vec<(Target, i16, i16)> = Vec::new();
    for year in record.value().day().year()..=last.max(last_year(record)) {
        for cell in cells(record, year, counting) {
            let place = place_of(cell);
            match filled.iter_mut().find(|(own, _, to)| *own == place && *to == year - 1) {
                Some((_, _, to)) => *to = year,
                None => filled.push((place, year, year)),
            }
        }
    }
    filled
}

/// A charge or a count may be of a year to come.
fn last_year(record: &Record) -> i16 {
    match record.value() {
        Value::Decisions(decisions) => decisions.period.year(),
        Value::Charge(charge) => charge.period.year(),
        _ => i16::MIN,
    }
}
