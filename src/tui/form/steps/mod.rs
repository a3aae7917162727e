//! The form of each step: its fields, what follows from them, and the step it becomes. One file a group.

mod after;
mod answer;
mod applicant;
mod inside;
mod others;
mod outside;

pub(super) use inside::named;

use jiff::civil::Date;

use super::{Basis, Choices, Form, FormField, Name, Purpose};
use crate::calendar::{Calendar, Due};
use crate::desk::CaseView;
use crate::request::clock::clock;
use crate::request::{Case, Entry, Field, Reckoning, Seq, Step};
use crate::tui::model::Head;
use crate::tui::screens::{Outlook, StepKind, entry_line};
use crate::words::tui::{forms, lists, steps as words};

impl Form {
    /// A step on a case; `on` is the day that is proposed.
    pub(crate) fn step(kind: StepKind, view: &CaseView, head: &Head, on: Option<Date>) -> Self {
        let mut blank = Blank {
            case: &view.case,
            view,
            head,
            reckoning: head.reckoning(),
            on,
            choices: Choices::default(),
        };
        let fields = blank.fields(kind);
        let title = forms::step_title(kind.label(), &view.row.no);
        let mut form = Self::of(Purpose::Step(kind, view.row.id), title, fields);
        form.version = view.row.version;
        form.choices = blank.choices;
        let reckoning = blank.reckoning;
        form.basis = Some(Box::new(Basis { view: view.clone(), reckoning, today: head.today }));
        form.follow();
        form
    }
}

impl Form {
    /// A step on many requests, with the fields that it has for this one of them. What is chosen from a single
    /// case is left to each: the desk takes the only unit that there is.
    pub(crate) fn bulk(kind: StepKind, view: &CaseView, head: &Head, marked: Vec<Outlook>) -> Self {
        let mut form = Self::step(kind, view, head, Some(head.today));
        form.purpose = Purpose::Bulk(kind);
        form.title = lists::bulk_form_title(kind.label(), marked.len());
        form.marked = marked;
        form.fields.retain(|field| !(field.name == Name::Law(Field::Unit) && field.chosen_from_case()));
        for field in &mut form.fields {
            field.note.clear();
        }
        form.follow();
        form
    }

    /// The step that such a form describes.
    pub(crate) fn bulk_step(&self, kind: StepKind) -> Option<Step> {
        step(self, kind)
    }

    /// The unit chosen; of many requests each has its own, which is left open.
    pub(super) fn unit(&self) -> Option<String> {
        match self.purpose {
            Purpose::Bulk(_) => Some(String::new()),
            _ => self.name(Field::Unit),
        }
    }
}

/// A form being made: the case it is about, and what its choices will stand for.
struct Blank<'a> {
    view: &'a CaseView,
    head: &'a Head,
    case: &'a Case,
    reckoning: Reckoning,
    on: Option<Date>,
    choices: Choices,
}

impl Blank<'_> {
    fn fields(&mut self, kind: StepKind) -> Vec<FormField> {
        applicant::fields(self, kind)
            .or_else(|| outside::fields(self, kind))
            .or_else(|| inside::fields(self, kind))
            .or_else(|| answer::fields(self, kind))
            .or_else(|| after::fields(self, kind))
            .or_else(|| others::fields(self, kind))
            .unwrap_or_default()
    }

    /// The day of the step.
    fn on(&self) -> FormField {
        FormField::date(Name::Law(Field::On), forms::ON, self.on).required()
    }

    fn calendar(&self) -> &Calendar {
        &self.reckoning.calendar
    }

    fn due(&self) -> Option<Date> {
        clock(self.case, &self.reckoning).due_on
    }

    /// What the entry of a letter sent, in a line.
    fn letter(&self, seq: Seq) -> String {
        let entry = self.view.entries.iter().find(|entry| entry.seq == seq);
        entry.map(|entry: &Entry| entry_line(entry, false)).unwrap_or_default()
    }
}

/// The step that a form describes; nothing while it is not whole.
pub(super) fn step(form: &Form, kind: StepKind) -> Option<Step> {
    applicant::step(form, kind)
        .or_else(|| outside::step(form, kind))
        .or_else(|| inside::step(form, kind))
        .or_else(|| answer::step(form, kind))
        .or_else(|| after::step(form, kind))
        .or_else(|| others::step(form, kind))
}

/// Notes and fields that follow from what is typed.
pub(super) fn follow(form: &mut Form, kind: StepKind) {
    match kind {
        StepKind::FeeNotice => applicant::follow(form),
        StepKind::ConsultSend => outside::follow_role(form),
        StepKind::ConsultAnswer => outside::follow_opinion(form),
        StepKind::Assign => inside::follow(form),
        StepKind::Serve => answer::follow(form),
        _ => {}
    }
}

/// A day of a term with what it is counted from.
fn counted(due: Due, from: Date, days: u16) -> String {
    words::counted(due.on, from, days)
}
