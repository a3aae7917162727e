//! Forms: fields that are filled in, checked as one leaves them, and made into one command.

mod build;
mod draw;
mod field;
mod follow;
mod place;
mod record;
mod report;
mod staff;
mod steps;
mod submit;

use crate::office::ReportOf;
use jiff::civil::Date;

pub(crate) use field::{FormField, Name, Value};
pub(crate) use place::places;
pub(crate) use record::record_places;
pub(crate) use submit::Wanted;

use super::drafts::Slot;
use super::keymap::Action;
use super::screens::{Deed, Outlook, StepKind};
use super::staff::ClerkDeed;
use super::widgets::Edit;
use crate::desk::CaseView;
use crate::law::{OutcomeKind, OutcomeRow};
use crate::records::{RecordId, RecordKind};
use crate::request::{Channel, ClerkId, Field, Outcome, Reckoning, RequestId, Seq};
use crate::terminal::KeyPress;
use crate::words::tui::forms as words;

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The first run.
    Found,
    /// A new request.
    Register,
    /// A step on a request.
    Step(StepKind, RequestId),
    /// A step on all marked requests.
    Bulk(StepKind),
    /// A new record of a register, or something that is done to one.
    Record(Deed, RecordKind, Option<RecordId>),
    /// The publication of a year's report.
    Publish(ReportOf),
    /// The export of a year's report.
    Export(ReportOf),
    /// Something about a clerk.
    Clerk(ClerkDeed, ClerkId),
}

/// A form being filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// What it is for.
    pub(crate) purpose: Purpose,
    /// What stands above it.
    pub(crate) title: String,
    /// The version of the case that the clerk saw.
    pub(crate) version: Seq,
    /// The fields.
    pub(crate) fields: Vec<FormField>,
    /// Which field has the cursor.
    pub(crate) focus: usize,
    /// What the choices of its fields stand for.
    pub(crate) choices: Choices,
    /// Applicant and content of a new request for which earlier ones were last looked for.
    pub(crate) sought: (String, String),
    /// The case it is about, for what follows from what is typed.
    pub(crate) basis: Option<Box<Basis>>,
    /// The requests it is about, where it is about many.
    pub(crate) marked: Vec<Outlook>,
    /// The record it is about.
    pub(crate) recorded: Option<Box<record::Recorded>>,
    /// Where its draft lies outside of the process.
    pub(crate) slot: Option<Slot>,
}

/// What the choices of a form stand for, each in the order of its choice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    /// Entries: to be revoked, or of the letter that was received.
    pub(crate) entries: Vec<Seq>,
    /// Items that are unanswered.
    pub(crate) items: Vec<u16>,
    /// Names: of those who were asked, of the units that have the work.
    pub(crate) names: Vec<String>,
    /// Clerks.
    pub(crate) clerks: Vec<ClerkId>,
    /// Outcomes of the items.
    pub(crate) outcomes: Vec<Outcome>,
    /// What the guide led to: its grounds count while row and kind are still those.
    pub(crate) guided: Option<Outcome>,
}

/// What a step is tried on as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Basis {
    /// The case.
    pub(crate) view: CaseView,
    /// What terms are computed with.
    pub(crate) reckoning: Reckoning,
    /// The civil day.
    pub(crate) today: Date,
}

/// What a key did to a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FormReply {
    /// It took the key.
    Taken,
    /// The list of a choice is wanted.
    List,
    /// Ask the key map.
    Ignored,
}

impl Form {
    /// The field of a name.
    pub(crate) fn field(&self, name: Name) -> Option<&FormField> {
        self.fields.iter().find(|field| field.name == name)
    }

    fn field_mut(&mut self, name: Name) -> Option<&mut FormField> {
        self.fields.iter_mut().find(|field| field.name == name)
    }

    /// The field that has the cursor.
    pub(crate) fn focused(&self) -> Option<&FormField> {
        self.fields.get(self.focus)
    }

    /// Whether something was typed.
    pub(crate) fn is_touched(&self) -> bool {
        self.fields.iter().any(FormField::is_changed)
    }

    /// Answers a key; what is no text is left to the key map.
    pub(crate) fn handle(&mut self, press: KeyPress, width: u16) -> FormReply {
        let room = draw::value_width(width);
        let Some(field) = self.fields.get_mut(self.focus) else { return FormReply::Ignored };
        let edit = field.handle(press, room);
        if edit != Edit::Ignored {
            self.follow();
            return FormReply::Taken;
        }
        let wants_list = match &field.value {
            // A choice that was not made yet is listed by Enter; typing looks for it in the list.
            Value::Choice(_, chosen) => {
                press.typed().is_some() || (chosen.is_none() && press.code == crate::terminal::Key::Enter)
            }
            _ => false,
        };
        if wants_list { FormReply::List } else { FormReply::Ignored }
    }

    /// Text pasted into the field with the cursor.
    pub(crate) fn paste(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.paste(text);
        }
        self.follow();
    }

    /// A choice made in the list.
    pub(crate) fn choose(&mut self, choice: usize) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.choose(choice);
        }
        self.follow();
    }

    /// Puts back what stood in the field of this label, if it has one.
    pub(crate) fn restore(&mut self, label: &str, text: &str) {
        let Some(at) = self.fields.iter().position(|field| field.label == label) else { return };
        self.focus = at;
        if let Some(field) = self.fields.get_mut(at) {
            field.restore(text);
        }
        self.follow();
    }

    /// To the next or the previous field; false at the end.
    pub(crate) fn go(&mut self, forward: bool, today: Date) -> bool {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.leave(today);
        }
        let next = if forward {
            (self.focus + 1..self.fields.len()).find(|at| !self.is_idle(*at))
        } else {
            self.focus.checked_sub(1)
        };
        match next.filter(|next| *next < self.fields.len()) {
            Some(next) => {
                self.focus = next;
                true
            }
            None => false,
        }
    }

    /// Whether a field has nothing to say: of what is handed in, signed for or said, the day of receipt is all
    /// that counts (art. 31). One passes by it on the way down, and reaches it on the way up.
    fn is_idle(&self, at: usize) -> bool {
        const DAYS: [Name; 2] = [Name::Law(Field::Submitted), Name::Law(Field::Confirmed)];
        let Some(field) = self.fields.get(at).filter(|field| DAYS.contains(&field.name)) else {
            return false;
        };
        let channel = self.chosen(Name::Channel).and_then(|chosen| Channel::ALL.get(chosen));
        let plain = matches!(channel, Some(Channel::InPerson | Channel::SignedPost | Channel::Oral));
        self.purpose == Purpose::Register && plain && field.text().trim().is_empty()
    }

    /// Checks every field; the cursor goes to the first fault.
    pub(crate) fn check(&mut self, today: Date) -> Result<(), String> {
        let faults: Vec<bool> = self.fields.iter_mut().map(|field| !field.check(today)).collect();
        match faults.iter().position(|fault| *fault) {
            None if self.lacks_kind() => {
                self.refused(&[Name::OutcomeKind], words::WHICH_KIND);
                Err(words::WHICH_KIND.to_owned())
            }
            None => record::check(self),
            Some(first) => {
                self.focus = first;
                let wrong = self.fields.iter().filter(|field| field.error.is_some());
                Err(words::faults(&wrong.map(|field| field.label).collect::<Vec<_>>()))
            }
        }
    }

    /// （四）1 is two things: information that does not exist wants a record of the search (V17), that of another
    /// organ wants its name. An open question would pass by both.
    fn lacks_kind(&self) -> bool {
        let kind = self.field(Name::OutcomeKind);
        self.row() == Some(OutcomeRow::NoneHeld) && kind.is_some_and(|kind| kind.chosen().is_none())
    }

    /// Writes a refusal under the first of these fields that the form has, and goes there.
    pub(crate) fn refused(&mut self, names: &[Name], text: &str) {
        let at = names.iter().find_map(|name| self.fields.iter().position(|own| own.name == *name));
        let Some(at) = at else { return };
        self.focus = at;
        if let Some(own) = self.fields.get_mut(at) {
            own.error = Some(text.to_owned());
        }
    }

    /// The row of the outcome.
    pub(crate) fn row(&self) -> Option<OutcomeRow> {
        let chosen = self.field(Name::Outcome)?.chosen()?;
        OutcomeRow::ALL.get(chosen).copied()
    }

    /// Applicant and content of a new request, where earlier ones of the applicant are to be looked for.
    pub(crate) fn seek_earlier(&mut self) -> Option<(String, String)> {
        let now = (self.law(Field::Applicant), self.law(Field::Content));
        let is_known = now == self.sought || (now.0.is_empty() && self.sought.0.is_empty());
        let wanted = self.purpose == Purpose::Register && !is_known;
        wanted.then(|| {
            self.sought.clone_from(&now);
            now
        })
    }

    /// Takes what the guide led to, for one item or for all that are open.
    pub(crate) fn take_outcome(&mut self, outcome: Outcome, item: Option<u16>) {
        let items = &self.choices.items;
        let at = item.and_then(|item| items.iter().position(|open| *open == item)).map(|at| at + 1);
        for (name, choice) in [(Name::ItemNo, at), (Name::Outcome, Some(outcome.row.index()))] {
            if let (Some(field), Some(choice)) = (self.field_mut(name), choice) {
                field.choose(choice);
            }
        }
        self.follow();
        let kind = outcome.kind.and_then(|kind| kinds(outcome.row).position(|other| other == kind));
        if let (Some(field), Some(kind)) = (self.field_mut(Name::OutcomeKind), kind) {
            field.choose(kind);
        }
        self.choices.guided = Some(outcome);
        self.follow();
        if let Some(at) = self.fields.iter().position(|field| field.name == Name::Law(Field::Facts)) {
            self.focus = at;
        }
    }

    /// Actions for the hint bar, and whether each works now.
    pub(crate) fn hints(&self) -> Vec<(Action, bool)> {
        let choice = self.focused().is_some_and(|field| field.options().is_some());
        let mut hints =
            vec![(Action::NextField, true), (Action::PrevField, self.focus > 0), (Action::Choose, choice)];
        if self.field(Name::Outcome).is_some() {
            hints.push((Action::Guide, true));
        }
        hints.extend([(Action::Save, true), (Action::Cancel, true)]);
        hints
    }
}

/// The kinds that a clerk may give; a withdrawal is a step of its own.
pub(crate) fn kinds(row: OutcomeRow) -> impl Iterator<Item = OutcomeKind> {
    OutcomeKind::of(row).filter(|kind| *kind != OutcomeKind::Withdrawn)
}
