//! What follows from what is typed: one choice of another, notes below the fields, the case as it would stand.

use super::{Form, Name, Purpose, Value, kinds, steps};
use crate::register::CaseRow;
use crate::request::{Context, Step, decide};
use crate::tui::screens::StepKind;
use crate::words::tui::{screens, steps as words};

impl Form {
    /// Brings everything that follows from the typed up to date.
    pub(super) fn follow(&mut self) {
        self.follow_row();
        self.follow_format();
        match self.purpose {
            Purpose::Step(kind, _) => steps::follow(self, kind),
            // The only one that follows from the day alone, whatever the request.
            Purpose::Bulk(kind @ StepKind::Assign) => steps::follow(self, kind),
            _ => {}
        }
    }

    /// The kinds follow from the row of the outcome.
    fn follow_row(&mut self) {
        let Some(row) = self.row() else { return };
        let kinds: Vec<String> = kinds(row).map(|kind| kind.label().to_owned()).collect();
        let Some(field) = self.field_mut(Name::OutcomeKind) else { return };
        let same = matches!(&field.value, Value::Choice(options, _) if *options == kinds);
        if !same {
            field.value = Value::Choice(kinds, None);
        }
    }

    /// Takes what was typed into another form of the same step: all of it, or where `changed` only what was
    /// changed there.
    pub(crate) fn take_typed(&mut self, other: &Self, changed: bool) {
        // Twice: what a choice can be may follow from another one.
        for _ in 0..2 {
            for field in &mut self.fields {
                let typed = other.field(field.name).filter(|typed| typed.is_changed() || !changed);
                if let Some(typed) = typed {
                    field.take_typed(typed);
                }
            }
            self.follow();
        }
    }

    /// Takes back what was typed into a field.
    pub(crate) fn take_back(&mut self, name: Name) {
        if let Some(field) = self.field_mut(name) {
            field.take_back();
        }
        self.follow();
    }

    /// Another note below a field, and whether it must be filled in.
    pub(crate) fn set_note(&mut self, name: Name, note: String) {
        if let Some(field) = self.field_mut(name) {
            field.note = note;
        }
    }

    /// Whether a field must be filled in.
    pub(super) fn set_required(&mut self, name: Name, required: bool) {
        if let Some(field) = self.field_mut(name) {
            field.required = required;
        }
    }

    /// How the case would stand, in a line; nothing while the step is not whole or would be refused.
    pub(crate) fn outlook(&self) -> Option<String> {
        let (Purpose::Step(kind, _), Some(basis)) = (self.purpose, &self.basis) else { return None };
        let step = whole(steps::step(self, kind)?);
        let context = Context { today: basis.today, reckoning: &basis.reckoning };
        let decision = decide(&basis.view.entries, step, &context).ok()?;
        let row = CaseRow::derive(&decision.case, Vec::new(), &basis.reckoning);
        Some(words::outlook(&screens::standing(&row, basis.today, &basis.reckoning.calendar)))
    }
}

/// The step with its texts filled in: they do not bear on how the case would stand, and come last.
fn whole(mut step: Step) -> Step {
    let fill = |text: &mut String| {
        if text.trim().is_empty() {
            "-".clone_into(text);
        }
    };
    match &mut step {
        Step::SupplementAsk { points: text, .. }
        | Step::ConsultSend { party: text, .. }
        | Step::UnitReturn { reason: text, .. }
        | Step::Overrule { reason: text, .. } => fill(text),
        Step::Extend { approved_by, reason, .. } => {
            fill(approved_by);
            fill(reason);
        }
        _ => {}
    }
    step
}
