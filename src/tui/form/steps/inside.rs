//! The work inside the organ: business units, reviews, notes, who handles the case.

use super::super::build::{LONG, law_area, law_date, law_line, of_list};
use super::Blank;
use crate::office::Clerk;
use crate::request::{Field, NoteKind, ReviewKind, Step};
use crate::tui::form::{Form, FormField, Name};
use crate::tui::screens::StepKind;
use crate::words::request::field as label;
use crate::words::tui::{forms, steps as words};

pub(super) fn fields(blank: &mut Blank, kind: StepKind) -> Option<Vec<FormField>> {
    let text = |label| FormField::area(Name::Law(Field::Note), label, "", LONG);
    Some(match kind {
        StepKind::Assign => {
            let known = known_units(blank);
            // The unit that the register names has it first; who gets it next is for the clerk to say.
            let first = known.first().filter(|_| blank.case.assignments.is_empty()).cloned();
            vec![
                law_line(Field::Unit, &first.unwrap_or_default()).required().suggesting(known),
                blank.on(),
                law_date(Field::UnitReplyBy, None).hint(words::TERM_HINT),
            ]
        }
        StepKind::UnitAnswer => vec![unit(blank), blank.on(), text(words::UNIT_TEXT)],
        StepKind::UnitReturn => vec![unit(blank), blank.on(), law_area(Field::Reason, "", LONG).required()],
        StepKind::Chase => vec![unit(blank), blank.on(), text(words::CHASE_TEXT)],
        StepKind::Review => vec![
            of_list(Name::ReviewKind, words::REVIEW_KIND, &ReviewKind::ALL.map(ReviewKind::label), None)
                .note(words::REVIEW),
            blank.on(),
            law_line(Field::Reviewer, ""),
            text(words::REVIEW_TEXT),
        ],
        StepKind::HandOver => {
            vec![handler(blank), blank.on(), law_line(Field::Reason, "").hint(words::HAND_OVER_HINT)]
        }
        StepKind::Note => vec![
            of_list(Name::NoteKind, forms::NOTE_KIND, &NoteKind::ALL.map(NoteKind::label), None),
            blank.on(),
            law_area(Field::Note, "", 5).required(),
        ],
        _ => return None,
    })
}

/// Units that the case names: of the registration, of earlier assignments.
fn known_units(blank: &Blank) -> Vec<String> {
    let registered = std::iter::once(&blank.case.facts.particulars.unit);
    let earlier = blank.case.assignments.iter().map(|assigned| &assigned.unit);
    let mut known: Vec<String> = Vec::new();
    for unit in registered.chain(earlier).filter(|unit| !unit.is_empty()) {
        if !known.contains(unit) {
            known.push(unit.clone());
        }
    }
    known
}

/// A unit that has the work; the only one is chosen already.
fn unit(blank: &mut Blank) -> FormField {
    let open = || blank.case.open_assignments();
    let options: Vec<String> =
        open().map(|open| words::unit(&open.unit, open.on, open.reply_by, open.chased.len())).collect();
    let names: Vec<String> = open().map(|open| open.unit.clone()).collect();
    let only = (names.len() == 1).then_some(0);
    blank.choices.names = names;
    FormField::choice(Name::Law(Field::Unit), label(Field::Unit), options, only).required()
}

/// A clerk who may handle it.
fn handler(blank: &mut Blank) -> FormField {
    let handlers: Vec<&Clerk> = blank.head.handlers().collect();
    blank.choices.clerks = handlers.iter().map(|clerk| clerk.id).collect();
    let now = blank.head.name_of(blank.case.handler.clerk);
    FormField::choice(Name::Law(Field::Handler), label(Field::Handler), named(&handlers), None)
        .required()
        .note(words::handler_now(now))
}

/// Their names; of two who have the same name, with the number that tells them apart.
pub(in crate::tui::form) fn named(clerks: &[&Clerk]) -> Vec<String> {
    let is_double = |name: &str| clerks.iter().filter(|clerk| clerk.name == name).count() > 1;
    let name = |clerk: &&Clerk| {
        if is_double(&clerk.name) { words::name_and_id(&clerk.name, clerk.id.0) } else { clerk.name.clone() }
    };
    clerks.iter().map(name).collect()
}

/// The day that the office sets where none is given.
pub(super) fn follow(form: &mut Form) {
    let (Some(on), Some(basis)) = (form.day(Field::On), &form.basis) else { return };
    let days = basis.reckoning.readings.unit_days;
    let usual = basis.reckoning.calendar.nth_working_day_after(on, days).on;
    form.set_note(Name::Law(Field::UnitReplyBy), words::unit_term(usual, days));
}

pub(super) fn step(form: &Form, kind: StepKind) -> Option<Step> {
    let on = form.day(Field::On);
    let text = form.law(Field::Note);
    Some(match kind {
        StepKind::Assign => {
            Step::Assign { on: on?, unit: form.law(Field::Unit), reply_by: form.day(Field::UnitReplyBy) }
        }
        StepKind::UnitAnswer => Step::UnitAnswer { on: on?, unit: form.unit()?, text },
        StepKind::UnitReturn => {
            Step::UnitReturn { on: on?, unit: form.unit()?, reason: form.law(Field::Reason) }
        }
        StepKind::Chase => Step::Chase { on: on?, unit: form.unit()?, text },
        StepKind::Review => Step::Review {
            on: on?,
            kind: ReviewKind::ALL.get(form.chosen(Name::ReviewKind)?).copied()?,
            by: form.law(Field::Reviewer),
            text,
        },
        StepKind::HandOver => Step::HandOver {
            on: on?,
            to: form.choices.clerks.get(form.chosen(Name::Law(Field::Handler))?).copied()?,
            name: form.line(Name::Law(Field::Handler)),
            reason: form.law(Field::Reason),
        },
        StepKind::Note => {
            Step::Note { on: on?, kind: NoteKind::ALL.get(form.chosen(Name::NoteKind)?).copied()?, text }
        }
        _ => return None,
    })
}
