//! The header row of a sheet: which column means what.

use std::collections::BTreeMap;

use super::Field;
use super::cell::Cell;
use super::date::Epoch;
use super::fold;
use super::heading::{self, Known};

/// How many known headings make a header row.
const ENOUGH: usize = 3;

/// The columns of a sheet.
#[derive(Debug)]
pub(super) struct Columns {
    /// The header's row, from 1.
    pub(super) row: u32,
    /// The headings as they stand, on one line; by column.
    headings: Vec<String>,
    /// Which column has each field; by the field's place in [`Field::ALL`].
    single: Vec<Option<usize>>,
    /// The columns of fields that may have several.
    many: Vec<(Field, usize)>,
    /// The columns without a place of their own, kept as notes.
    notes: Vec<usize>,
    /// Columns that lost to another of the same meaning: (lost, taken).
    pub(super) lost: Vec<(usize, usize)>,
    /// Columns that mean the same, none better than the other.
    pub(super) twins: Vec<(Field, usize)>,
    /// How many known headings there are.
    known: usize,
    /// The rank of the heading taken for 答复日期; 审批时间 is the last.
    answered_rank: usize,
}

impl Columns {
    /// Reads `cells` as a header row, if it has three known headings.
    pub(super) fn find(
        row: u32,
        cells: &[Cell<'_>],
        profile: Option<&BTreeMap<String, Field>>,
    ) -> Option<Self> {
        let headings: Vec<String> =
            cells.iter().map(|cell| fold::one_line(&cell.text(Epoch::Y1900))).collect();
        let known: Vec<(usize, Known)> = headings
            .iter()
            .enumerate()
            .filter_map(|(column, heading)| Some((column, heading::recognise(heading, profile)?)))
            .collect();
        let count = distinct(&known);
        if count < ENOUGH {
            return None;
        }
        let mut columns = Self {
            row,
            single: vec![None; Field::ALL.len()],
            many: Vec::new(),
            notes: Vec::new(),
            lost: Vec::new(),
            twins: Vec::new(),
            known: count,
            answered_rank: 0,
            headings,
        };
        for (place, field) in Field::ALL.into_iter().enumerate() {
            columns.settle(place, field, &known);
        }
        columns.notes = columns.without_place(&known);
        Some(columns)
    }

    /// Gives `field` its column: the heading of the best rank wins.
    fn settle(&mut self, place: usize, field: Field, known: &[(usize, Known)]) {
        let mut mine: Vec<(usize, usize)> = known
            .iter()
            .filter(|(_, known)| known.field == field)
            .map(|(column, known)| (known.rank, *column))
            .collect();
        if field.is_many() {
            self.many.extend(mine.into_iter().map(|(_, column)| (field, column)));
            return;
        }
        mine.sort_unstable();
        let Some(&(best, taken)) = mine.first() else { return };
        if let Some(slot) = self.single.get_mut(place) {
            *slot = Some(taken);
        }
        if field == Field::AnsweredOn {
            self.answered_rank = best;
        }
        for &(rank, column) in mine.iter().skip(1) {
            if rank == best {
                self.twins.push((field, column));
            } else {
                self.lost.push((column, taken));
            }
        }
    }

    /// The columns with a heading that nobody knows, and those that lost to a better one.
    fn without_place(&self, known: &[(usize, Known)]) -> Vec<usize> {
        let is_known = |column: usize| known.iter().any(|(other, _)| *other == column);
        let has_lost = |column: usize| self.lost.iter().any(|(lost, _)| *lost == column);
        self.headings
            .iter()
            .enumerate()
            .filter(|(column, heading)| !heading.is_empty() && (!is_known(*column) || has_lost(*column)))
            .map(|(column, _)| column)
            .collect()
    }

    /// The column of `field`.
    pub(super) fn of(&self, field: Field) -> Option<usize> {
        let place = Field::ALL.iter().position(|other| *other == field)?;
        self.single.get(place).copied().flatten()
    }

    /// The column whose day counts as 收到日期: where there is none, the applicant's own date.
    pub(super) fn receipt(&self) -> Field {
        if self.of(Field::ReceivedOn).is_some() { Field::ReceivedOn } else { Field::SubmittedOn }
    }

    /// Whether the applicant's own date must stand for the day of receipt.
    pub(super) fn takes_submission_as_receipt(&self) -> bool {
        self.of(Field::ReceivedOn).is_none() && self.of(Field::SubmittedOn).is_some()
    }

    /// Whether the day of approval must stand for the day of the answer.
    pub(super) fn takes_approval_as_answer(&self) -> bool {
        self.of(Field::AnsweredOn).is_some() && self.answered_rank + 1 == Field::AnsweredOn.headings().count()
    }

    /// The fields that no ledger can do without and this one lacks.
    pub(super) fn missing(&self) -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(|field| {
            let column = if *field == Field::ReceivedOn { self.receipt() } else { *field };
            field.is_required() && self.of(column).is_none()
        })
    }

    /// The columns of a field that may have several.
    pub(super) fn all_of(&self, field: Field) -> impl Iterator<Item = usize> {
        self.many.iter().filter(move |(other, _)| *other == field).map(|(_, column)| *column)
    }

    /// The columns kept as notes.
    pub(super) fn notes(&self) -> &[usize] {
        &self.notes
    }

    /// The heading of `column`.
    pub(super) fn heading(&self, column: usize) -> &str {
        self.headings.get(column).map_or("", String::as_str)
    }

    /// The heading under which `field` stands here, or the contract's.
    pub(super) fn heading_of(&self, field: Field) -> &str {
        self.of(field).map_or(field.label(), |column| self.heading(column))
    }

    /// Whether this header knows no less than `other`.
    pub(super) fn is_no_poorer_than(&self, other: &Self) -> bool {
        self.known >= other.known
    }
}

/// How many fields `known` names; screen columns do not count.
fn distinct(known: &[(usize, Known)]) -> usize {
    let mut fields: Vec<Field> =
        known.iter().map(|(_, known)| known.field).filter(|field| *field != Field::Ignored).collect();
    fields.sort_unstable();
    fields.dedup();
    fields.len()
}
