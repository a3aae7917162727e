//! What goes to others and comes back: consultations, help, what was received when, extension, deferral.

use jiff::civil::Date;

use super::super::build::{LONG, law_area, law_date, law_line, of_list};
use super::Blank;
use crate::law::terms;
use crate::request::clock::opinion_term;
use crate::request::{ConsultRole, Field, Opinion, Seq, Step};
use crate::tui::form::{Form, FormField, Name};
use crate::tui::screens::{StepKind, asked};
use crate::words::request::field as label;
use crate::words::tui::{forms, steps as words};

pub(super) fn fields(blank: &mut Blank, kind: StepKind) -> Option<Vec<FormField>> {
    Some(match kind {
        StepKind::ConsultSend => {
            let known = blank.case.consultations.iter().map(|asked| asked.party.clone()).collect();
            vec![
                of_list(Name::Role, words::ROLE, &ConsultRole::ALL.map(ConsultRole::label), None),
                law_line(Field::Party, "").required().suggesting(known),
                blank.on().note(words::excluded(blank.reckoning.readings.excluded)),
                FormField::area(Name::Law(Field::Note), words::LETTER_TEXT, "", LONG),
            ]
        }
        StepKind::ConsultAnswer => vec![
            party(blank, asked(blank.case).map(|(seq, name)| (seq, name.to_owned())).collect()),
            of_list(Name::Opinion, words::OPINION, &Opinion::CHOICES.map(Opinion::label), None),
            blank.on(),
            law_area(Field::Reason, "", LONG),
        ],
        StepKind::OverrideNotice => {
            let third = blank.case.consultations.iter().filter(|asked| {
                asked.role == ConsultRole::Third
                    && asked.answer.is_none_or(|(_, opinion)| opinion != Opinion::Agree)
            });
            let third = third.map(|asked| (asked.seq, asked.party.clone())).collect();
            vec![
                party(blank, third),
                blank.on(),
                law_area(Field::Reason, "", LONG).note(words::OVERRIDE_REASON),
            ]
        }
        StepKind::Assist => vec![
            law_line(Field::Helper, ""),
            blank.on().note(words::assist_stops(blank.reckoning.readings.assist_stops)),
            FormField::area(Name::Law(Field::Note), words::LETTER_TEXT, "", LONG),
        ],
        StepKind::Received => vec![letters(blank), blank.on().note(words::RECEIVED)],
        StepKind::Extend => extension(blank),
        StepKind::Defer => vec![
            law_date(Field::Until, None)
                .required()
                .hint(words::TERM_HINT)
                .note(blank.due().map(words::defer_after).unwrap_or_default()),
            blank.on().note(words::DEFER),
            law_area(Field::Reason, "", LONG),
        ],
        _ => return None,
    })
}

/// One of those who were asked; the only one is chosen already.
fn party(blank: &mut Blank, asked: Vec<(Seq, String)>) -> FormField {
    let options: Vec<String> =
        asked.iter().map(|(seq, name)| words::asked(name, &who(blank, *seq))).collect();
    let only = (asked.len() == 1).then_some(0);
    blank.choices.entries = asked.iter().map(|(seq, _)| *seq).collect();
    blank.choices.names = asked.into_iter().map(|(_, name)| name).collect();
    let note = match (only, blank.choices.entries.first()) {
        (Some(_), Some(seq)) => term_of(blank, *seq).unwrap_or_default(),
        _ => String::new(),
    };
    FormField::choice(Name::Law(Field::Party), label(Field::Party), options, only).required().note(note)
}

/// Role and day of the letter of an entry.
fn who(blank: &Blank, seq: Seq) -> String {
    let asked = blank.case.consultations.iter().find(|asked| asked.seq == seq);
    let helping = blank.case.assists.iter().find(|assist| assist.seq == seq);
    match (asked, helping) {
        (Some(asked), _) => words::sent(asked.role.label(), asked.on),
        (None, Some(assist)) => words::sent(words::HELPER, assist.on),
        (None, None) => String::new(),
    }
}

/// The last day for the opinion to the letter of an entry.
fn term_of(blank: &Blank, seq: Seq) -> Option<String> {
    let asked = blank.case.consultations.iter().find(|asked| asked.seq == seq)?;
    let received = blank.case.letter_received_on(seq);
    let last = opinion_term(received, asked.on, blank.calendar());
    Some(words::opinion_term(last.on, received, asked.on))
}

/// What went out and was not received yet; the only one is chosen already.
fn letters(blank: &mut Blank) -> FormField {
    let open = blank.case.letters.iter().filter(|letter| letter.received_on.is_none());
    let open: Vec<(Seq, Date)> = open.map(|letter| (letter.seq, letter.on)).collect();
    let options: Vec<String> =
        open.iter().map(|(seq, on)| forms::entry(*seq, Some(*on), &blank.letter(*seq))).collect();
    blank.choices.entries = open.iter().map(|(seq, _)| *seq).collect();
    FormField::choice(Name::Letter, words::LETTER, options, (open.len() == 1).then_some(0)).required()
}

/// Art. 33: as many days as are left.
fn extension(blank: &Blank) -> Vec<FormField> {
    let used: u16 = blank.case.extensions_in_force().map(|(_, days)| days).sum();
    let left = terms::EXTENSION_MAX.saturating_sub(used);
    vec![
        FormField::number(Name::Days, words::DAYS, Some(left.into())).required().note(words::extension(
            used,
            left,
            terms::EXTENSION_MAX,
        )),
        law_line(Field::ApprovedBy, "").required().hint(words::APPROVED_BY_HINT),
        law_line(Field::Reason, "").required(),
        blank.on().note(blank.due().map(words::extend_by).unwrap_or_default()),
    ]
}

/// What silence means follows from the role.
pub(super) fn follow_role(form: &mut Form) {
    let role = form.chosen(Name::Role).and_then(|at| ConsultRole::ALL.get(at)).copied();
    form.set_note(Name::Role, role.map(words::role).unwrap_or_default().to_owned());
}

/// Silence is recorded when the term is over.
pub(super) fn follow_opinion(form: &mut Form) {
    let silent = form.chosen(Name::Opinion).and_then(|at| Opinion::CHOICES.get(at)) == Some(&Opinion::None);
    let note = if silent { words::SILENT_ON } else { words::OPINION_ON };
    form.set_note(Name::Law(Field::On), note.to_owned());
    form.set_note(Name::Opinion, if silent { words::SILENT } else { "" }.to_owned());
}

pub(super) fn step(form: &Form, kind: StepKind) -> Option<Step> {
    let on = form.day(Field::On);
    Some(match kind {
        StepKind::ConsultSend => Step::ConsultSend {
            on: on?,
            party: form.law(Field::Party),
            role: ConsultRole::ALL.get(form.chosen(Name::Role)?).copied()?,
            text: form.law(Field::Note),
        },
        StepKind::ConsultAnswer => Step::ConsultAnswer {
            on: on?,
            party: form.name(Field::Party)?,
            opinion: Opinion::CHOICES.get(form.chosen(Name::Opinion)?).copied()?,
            reasons: form.law(Field::Reason),
        },
        StepKind::OverrideNotice => {
            Step::OverrideNotice { on: on?, party: form.name(Field::Party)?, reason: form.law(Field::Reason) }
        }
        StepKind::Assist => {
            Step::Assist { on: on?, organ: form.law(Field::Helper), text: form.law(Field::Note) }
        }
        StepKind::Received => {
            Step::Received { on: on?, seq: form.choices.entries.get(form.chosen(Name::Letter)?).copied()? }
        }
        StepKind::Extend => Step::Extend {
            on: on?,
            days: u16::try_from(form.field(Name::Days)?.count()?).unwrap_or(u16::MAX),
            approved_by: form.law(Field::ApprovedBy),
            reason: form.law(Field::Reason),
        },
        StepKind::Defer => {
            Step::Defer { on: on?, until: form.day(Field::Until)?, reason: form.law(Field::Reason) }
        }
        _ => return None,
    })
}
