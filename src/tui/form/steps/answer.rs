//! The answer: decision, the row of several items, service.

use super::super::build::{LONG, law_area, of_list};
use super::Blank;
use crate::law::OutcomeRow;
use crate::request::{Field, Outcome, ServiceWay, Step};
use crate::tui::form::{Form, FormField, Name, kinds};
use crate::tui::screens::StepKind;
use crate::words::request::field as label;
use crate::words::tui::{forms, screens, steps as words};

pub(super) fn fields(blank: &mut Blank, kind: StepKind) -> Option<Vec<FormField>> {
    Some(match kind {
        StepKind::Decide => decision(blank),
        StepKind::Overrule => vec![rows(blank), blank.on(), law_area(Field::Reason, "", LONG).required()],
        StepKind::Serve => vec![
            of_list(Name::Way, forms::WAY, &ServiceWay::CHOICES.map(ServiceWay::label), None),
            blank.on(),
            FormField::line(Name::Law(Field::Proof), label(Field::Proof), ""),
        ],
        _ => return None,
    })
}

fn decision(blank: &mut Blank) -> Vec<FormField> {
    let outcomes = OutcomeRow::ALL.map(|row| forms::outcome(&row.place(), row.short_label())).to_vec();
    let fields = vec![
        blank.on(),
        FormField::choice(Name::Outcome, forms::OUTCOME, outcomes, None).required().hint(forms::OUTCOME_HINT),
        FormField::choice(Name::OutcomeKind, forms::OUTCOME_KIND, Vec::new(), None),
        law_area(Field::Facts, "", LONG),
        FormField::line(Name::LetterNo, forms::LETTER_NO, ""),
        FormField::line(Name::Override, forms::OVERRIDE, "").hint(forms::OVERRIDE_HINT),
    ];
    items(blank).into_iter().chain(fields).collect()
}

/// The items that have no answer yet, where there are several.
fn items(blank: &mut Blank) -> Option<FormField> {
    if blank.case.own_items().count() < 2 {
        return None;
    }
    let open = blank.case.own_items().filter(|(_, item)| item.answer.is_none());
    let (numbers, texts): (Vec<u16>, Vec<String>) =
        open.map(|(n, item)| (n, forms::item(n, &item.text))).unzip();
    let mut options = vec![forms::ALL_ITEMS.to_owned()];
    options.extend(texts);
    blank.choices.items = numbers;
    Some(FormField::choice(Name::ItemNo, forms::ITEM, options, Some(0)).required())
}

/// The outcomes of the items, each once.
fn rows(blank: &mut Blank) -> FormField {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for answer in blank.case.own_items().filter_map(|(_, item)| item.answer.as_ref()) {
        if !outcomes.contains(&answer.outcome) {
            outcomes.push(answer.outcome.clone());
        }
    }
    let options = outcomes.iter().map(screens::outcome).collect();
    let now = blank.case.answered_outcome().map(|outcome| words::row_now(&screens::outcome(&outcome)));
    blank.choices.outcomes = outcomes;
    FormField::choice(Name::Row, words::ROW, options, None).required().note(now.unwrap_or_default())
}

/// The day that counts, and its proof, follow from the way.
pub(super) fn follow(form: &mut Form) {
    let way = form.chosen(Name::Way).and_then(|at| ServiceWay::CHOICES.get(at)).copied();
    form.set_note(Name::Law(Field::On), way.map(words::served_on).unwrap_or_default().to_owned());
    form.set_note(Name::Law(Field::Proof), way.map(words::proof).unwrap_or_default().to_owned());
}

pub(super) fn step(form: &Form, kind: StepKind) -> Option<Step> {
    let on = form.day(Field::On);
    Some(match kind {
        StepKind::Decide => Step::Decide {
            on: on?,
            item: form
                .chosen(Name::ItemNo)
                .and_then(|at| form.choices.items.get(at.checked_sub(1)?))
                .copied(),
            outcome: outcome(form)?,
            facts: form.law(Field::Facts),
            letter_no: form.line(Name::LetterNo),
            override_reason: form.line(Name::Override),
        },
        StepKind::Overrule => Step::Overrule {
            on: on?,
            outcome: form.choices.outcomes.get(form.chosen(Name::Row)?).cloned()?,
            reason: form.law(Field::Reason),
        },
        StepKind::Serve => Step::Serve {
            on: on?,
            way: ServiceWay::CHOICES.get(form.chosen(Name::Way)?).copied()?,
            proof: form.law(Field::Proof),
        },
        _ => return None,
    })
}

fn outcome(form: &Form) -> Option<Outcome> {
    let row = form.row()?;
    let kind = form.chosen(Name::OutcomeKind).and_then(|at| kinds(row).nth(at));
    let plain = Outcome { kind, ..Outcome::of(row) };
    let guided = form.choices.guided.clone();
    Some(guided.filter(|guided| (guided.row, guided.kind) == (plain.row, plain.kind)).unwrap_or(plain))
}
