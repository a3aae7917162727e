//! One row of a sheet made a [`Record`], or the faults that keep it from being one.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;

use super::cell::Cell;
use super::columns::Columns;
use super::date::{DateFault, Epoch};
use super::fold;
use super::kind_words::{self, KindWord};
use super::outcome_words::{Meaning, OutcomeWords};
use super::{Doubt, Expected, Fault, Field, LedgerChannel, MAX_TEXT, Record, Warning, steps};
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};
use crate::text::{fold_width, has_control};

/// The widest value that a message shows, in columns.
const SHOWN: usize = 40;

/// What a row is read against.
pub(super) struct RowReader<'r> {
    /// The sheet's name.
    pub(super) sheet: &'r Arc<str>,
    /// The row, from 1.
    pub(super) row: u32,
    /// The row's cells.
    pub(super) cells: &'r [Cell<'r>],
    /// Which column means what.
    pub(super) columns: &'r Columns,
    /// The outcome words.
    pub(super) outcomes: &'r OutcomeWords,
    /// From which day the workbook counts.
    pub(super) epoch: Epoch,
    /// The day of reading.
    pub(super) today: Date,
    /// Where faults go.
    pub(super) faults: &'r mut Vec<Fault>,
    /// Where warnings go.
    pub(super) warnings: &'r mut Vec<Warning>,
}

/// Which days a field may name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    /// Something that happened: not after today.
    Past,
    /// A term: any day; what is no date is doubted only.
    Term,
}

impl<'r> RowReader<'r> {
    /// Reads the row: its number, and the record unless anything in it is at fault.
    pub(super) fn record(mut self) -> (Option<String>, Option<Record>) {
        let faults_before = self.faults.len();
        let no = self.no();
        let mut note = self.note();
        let received_on = self.received_on();
        let applicant = self.applicant();
        let kind = self.kind(&applicant);
        let content = self.content();
        let outcome = self.outcome();
        let answered_on = self.answered_on(received_on, outcome.is_some());
        let record = Record {
            sheet: Arc::clone(self.sheet),
            row: self.row,
            no: no.clone(),
            platform_no: self.line(Field::PlatformNo),
            received_on: received_on.unwrap_or_default(),
            submitted_on: self.submitted_on(received_on),
            channel: self.channel(),
            applicant,
            kind: kind.unwrap_or(ApplicantKind::Other),
            id_number: self.id_number(),
            contact: self.joined(Field::Contact),
            content,
            form_of_supply: self.line(Field::FormOfSupply),
            unit: self.line(Field::Unit),
            assigned_on: self.date(Field::AssignedOn, When::Past, &mut note),
            supplement_asked_on: self.date(Field::SupplementAskedOn, When::Past, &mut note),
            supplement_due_on: self.date(Field::SupplementDueOn, When::Term, &mut note),
            supplement_received_on: self.date(Field::SupplementReceivedOn, When::Past, &mut note),
            consulted_on: self.date(Field::ConsultedOn, When::Past, &mut note),
            opinion_on: self.date(Field::OpinionOn, When::Past, &mut note),
            extended_on: self.date(Field::ExtendedOn, When::Past, &mut note),
            extended_to: self.date(Field::ExtendedTo, When::Term, &mut note),
            due_on: self.date(Field::DueOn, When::Term, &mut note),
            outcome,
            answered_on,
            letter_no: self.line(Field::LetterNo),
            service_way: self.line(Field::ServiceWay),
            mail_no: self.line(Field::MailNo),
            dispute: self.joined(Field::Dispute),
            note,
        };
        if self.faults.len() > faults_before {
            return (no, None);
        }
        for (field, doubt) in steps::doubts(&record) {
            self.doubt(field, doubt);
        }
        (no, Some(record))
    }

    /// The cell under `field`, if it holds anything.
    fn cell(&self, field: Field) -> Option<&'r Cell<'r>> {
        self.at(self.columns.of(field)?)
    }

    fn at(&self, column: usize) -> Option<&'r Cell<'r>> {
        self.cells.get(column).filter(|cell| !cell.is_blank())
    }

    /// The raw text under `field`; a failed formula or too long a text is a fault.
    fn text(&mut self, field: Field) -> Cow<'r, str> {
        match self.columns.of(field) {
            Some(column) => self.text_at(column),
            None => Cow::Borrowed(""),
        }
    }

    fn text_at(&mut self, column: usize) -> Cow<'r, str> {
        let Some(cell) = self.at(column) else { return Cow::Borrowed("") };
        let text = cell.text(self.epoch);
        if cell.is_error() {
            self.fault_at(column, &text, Expected::NoFailedFormula);
        } else if text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT {
            self.fault_at(column, &text, Expected::Shorter { limit: MAX_TEXT });
        } else {
            return text;
        }
        Cow::Borrowed("")
    }

    fn line(&mut self, field: Field) -> String {
        fold::one_line(&self.text(field))
    }

    /// The text of all columns of a field that may have several.
    fn joined(&mut self, field: Field) -> String {
        let columns: Vec<usize> = self.columns.all_of(field).collect();
        let mut joined = String::new();
        for column in columns {
            let text = fold::one_line(&self.text_at(column));
            if text.is_empty() {
                continue;
            }
            if !joined.is_empty() {
                joined.push('；');
            }
            let heading = self.columns.heading(column);
            if field == Field::Dispute && fold::essence(heading) != field.label() {
                joined.push_str(heading);
                joined.push_str(": ");
            }
            joined.push_str(&text);
        }
        joined
    }

    /// 备注, then what has no other place, a line each.
    fn note(&mut self) -> String {
        let mut note = fold::many_lines(&self.text(Field::Note));
        let columns = self.columns;
        for &column in columns.notes() {
            let text = fold::one_line(&self.text_at(column));
            if !text.is_empty() {
                add_line(&mut note, columns.heading(column), &text);
            }
        }
        note
    }

    /// 编号; 序号 only where it is more than a row counter.
    fn no(&mut self) -> Option<String> {
        let no = self.line(Field::No);
        if !no.is_empty() {
            return Some(no);
        }
        let ordinal = self.line(Field::Ordinal);
        let counts_rows = fold_width(&ordinal).chars().all(|c| c.is_ascii_digit());
        (!counts_rows).then_some(ordinal)
    }

    fn received_on(&mut self) -> Option<Date> {
        let field = self.columns.receipt();
        if self.cell(field).is_none() {
            self.fault(field, "", Expected::Present);
            return None;
        }
        self.date(field, When::Past, &mut String::new())
    }

    fn submitted_on(&mut self, received_on: Option<Date>) -> Option<Date> {
        if self.columns.takes_submission_as_receipt() {
            return received_on;
        }
        self.date(Field::SubmittedOn, When::Past, &mut String::new())
    }

    fn date(&mut self, field: Field, when: When, note: &mut String) -> Option<Date> {
        let column = self.columns.of(field)?;
        let cell = self.at(column)?;
        let expected = match cell.date(self.epoch) {
            Ok(date) if when == When::Past && date > self.today => Expected::NotFuture { today: self.today },
            Ok(date) => return Some(date),
            Err(DateFault::NotADate) if when == When::Term && !cell.is_error() => {
                let text = fold::one_line(&cell.text(self.epoch));
                add_line(note, self.columns.heading(column), &text);
                self.doubt(field, Doubt::NotADate);
                return None;
            }
            Err(DateFault::NotADate) if cell.is_error() => Expected::NoFailedFormula,
            Err(DateFault::NotADate) => Expected::Date,
            Err(DateFault::FullWidth) => Expected::HalfWidthDate,
            Err(DateFault::Impossible) => Expected::RealDate,
            Err(DateFault::OutOfRange) => Expected::DateInRange,
        };
        self.fault_at(column, &cell.text(self.epoch), expected);
        None
    }

    fn channel(&mut self) -> Option<LedgerChannel> {
        let text = self.text(Field::Channel);
        (!text.is_empty()).then(|| LedgerChannel::from_words(&text))
    }

    fn applicant(&mut self) -> String {
        let text = self.text(Field::Applicant);
        let name = text.trim();
        if has_control(name) {
            self.fault(Field::Applicant, name, Expected::PlainText);
        } else if self.cell(Field::Applicant).is_none() {
            self.fault(Field::Applicant, "", Expected::Present);
        }
        fold::one_line(name)
    }

    fn content(&mut self) -> String {
        let text = self.text(Field::Content);
        let content = fold::many_lines(&text);
        if self.cell(Field::Content).is_none() || (content.is_empty() && !text.is_empty()) {
            self.fault(Field::Content, "", Expected::Present);
        }
        if content.ends_with(['…', '⋯']) || content.ends_with("...") {
            self.doubt(Field::Content, Doubt::CutOff);
        }
        content
    }

    fn id_number(&mut self) -> String {
        if let Some(Cell::Number(number)) = self.cell(Field::IdNumber)
            && *number >= 1e15
        {
            self.doubt(Field::IdNumber, Doubt::LostFigures);
        }
        self.line(Field::IdNumber)
    }

    fn kind(&mut self, applicant: &str) -> Option<ApplicantKind> {
        let words = self.text(Field::Kind);
        if self.cell(Field::Kind).is_none() {
            self.fault(Field::Kind, "", Expected::Present);
            return None;
        }
        if words.is_empty() {
            return None;
        }
        match kind_words::read(&words) {
            KindWord::Kind(kind) => Some(kind),
            KindWord::SoleTrader => {
                self.doubt(Field::Kind, Doubt::SoleTrader);
                Some(ApplicantKind::Commercial)
            }
            KindWord::Unclear(Expected::ApplicantKind)
                if words.trim() == applicant && (2..=4).contains(&applicant.chars().count()) =>
            {
                self.doubt(Field::Kind, Doubt::NameForKind);
                Some(ApplicantKind::Natural)
            }
            KindWord::Unclear(expected) => {
                self.fault(Field::Kind, &words, expected);
                None
            }
        }
    }

    fn outcome(&mut self) -> Option<(OutcomeRow, Option<OutcomeKind>)> {
        let words = self.text(Field::Outcome);
        if words.is_empty() {
            return None;
        }
        let meaning = match self.outcomes.read(&words) {
            // 审批结果 不公开 and 不公开类别 信息不存在 are one outcome in two columns.
            Some(Meaning::Ask(rows)) => {
                let detail = self.text(Field::OutcomeDetail);
                match self.outcomes.read(&detail) {
                    Some(ended @ Meaning::Ended(..)) => Some(ended),
                    _ => Some(Meaning::Ask(rows)),
                }
            }
            meaning => meaning,
        };
        let expected = match meaning {
            Some(Meaning::Ended(row, kind)) => return Some((row, kind)),
            Some(Meaning::Open) => return None,
            Some(Meaning::Ask(rows)) => Expected::OneOf(rows),
            Some(Meaning::Over) => Expected::OutcomeNotState,
            None => Expected::Outcome,
        };
        self.fault(Field::Outcome, &words, expected);
        None
    }

    fn answered_on(&mut self, received_on: Option<Date>, concluded: bool) -> Option<Date> {
        if self.cell(Field::AnsweredOn).is_none() {
            if concluded {
                self.fault(Field::AnsweredOn, "", Expected::AnswerDay);
            }
            return None;
        }
        let answered_on = self.date(Field::AnsweredOn, When::Past, &mut String::new())?;
        if let Some(received_on) = received_on.filter(|received_on| answered_on < *received_on) {
            self.fault(
                Field::AnsweredOn,
                &answered_on.to_string(),
                Expected::NotBeforeReceipt { received_on },
            );
        }
        Some(answered_on)
    }

    fn fault(&mut self, field: Field, value: &str, expected: Expected) {
        let column = self.columns.heading_of(field).to_owned();
        self.push_fault(column, value, expected);
    }

    fn fault_at(&mut self, column: usize, value: &str, expected: Expected) {
        let column = self.columns.heading(column).to_owned();
        self.push_fault(column, value, expected);
    }

    fn push_fault(&mut self, column: String, value: &str, expected: Expected) {
        let value = fold::shown(value, SHOWN);
        self.faults.push(Fault { sheet: Arc::clone(self.sheet), row: self.row, column, value, expected });
    }

    fn doubt(&mut self, field: Field, doubt: Doubt) {
        let value = self.cell(field).map(|cell| fold::shown(&cell.text(self.epoch), SHOWN));
        self.warnings.push(Warning {
            sheet: Arc::clone(self.sheet),
            row: self.row,
            column: self.columns.heading_of(field).to_owned(),
            value: value.unwrap_or_default(),
            doubt,
        });
    }
}

fn add_line(note: &mut String, heading: &str, text: &str) {
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(heading);
    note.push_str(": ");
    note.push_str(text);
}
