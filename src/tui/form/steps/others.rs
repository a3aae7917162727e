//! Other requests, and the record itself: splits, joins, links, amendments, revocations.

use super::super::build::{LONG, channels, kinds, law_area, law_date, law_line, of_list};
use super::Blank;
use crate::request::{Amendment, Case, Channel, Field, Relation, Seq, Step};
use crate::text::mask;
use crate::tui::form::{Form, FormField, Name, Purpose};
use crate::tui::screens::{StepKind, entry_line};
use crate::words::tui::{forms, steps as words};

pub(super) fn fields(blank: &mut Blank, kind: StepKind) -> Option<Vec<FormField>> {
    let reason = || law_area(Field::Reason, "", LONG);
    Some(match kind {
        StepKind::Split => {
            let items: Vec<String> =
                blank.case.own_items().map(|(n, item)| forms::item(n, &item.text)).collect();
            vec![
                law_line(Field::Item, "").required().hint(words::SPLIT_HINT).note(items.join("\n")),
                law_line(Field::No, "").hint(forms::NO_HINT),
                blank.on(),
            ]
        }
        StepKind::Join => vec![
            law_line(Field::LinkTo, "").required().note(words::JOIN),
            blank.on(),
            reason().hint(words::JOIN_REASON),
        ],
        StepKind::Link => vec![
            law_line(Field::LinkTo, "").required(),
            of_list(Name::Relation, words::RELATION, &Relation::ALL.map(Relation::label), related()),
            blank.on(),
        ],
        StepKind::Amend => amend(blank.case),
        StepKind::Revoke => vec![entries(blank), reason().required()],
        _ => return None,
    })
}

fn related() -> Option<usize> {
    Relation::ALL.iter().position(|relation| *relation == Relation::Related)
}

/// The standing entries, the last first: the one that was wrong is mostly among the last.
fn entries(blank: &mut Blank) -> FormField {
    let view = blank.view;
    let standing = view.entries.iter().rev().filter(|entry| !view.revoked.contains_key(&entry.seq));
    let (seqs, lines): (Vec<Seq>, Vec<String>) = standing
        .map(|entry| (entry.seq, forms::entry(entry.seq, entry.event.on(), &entry_line(entry, false))))
        .unzip();
    blank.choices.entries = seqs;
    FormField::choice(Name::Entry, forms::ENTRY, lines, None).required()
}

/// What is registered, numbers hidden: these fields are empty, and left so change nothing. A mask never stands
/// in a field, so that it cannot be saved as the number.
fn amend(case: &Case) -> Vec<FormField> {
    let hidden = |field: FormField| match field.name {
        Name::Law(name) if field.name.is_number() && !field.text().is_empty() => {
            law_line(name, "").note(forms::hidden(&mask(&field.text())))
        }
        _ => field,
    };
    let reason = law_line(Field::Reason, "").required().hint(forms::AMEND_HINT);
    registered(case).into_iter().map(hidden).chain([reason]).collect()
}

/// What is registered, as it stands.
fn registered(case: &Case) -> Vec<FormField> {
    let facts = &case.facts;
    let personal = &facts.particulars;
    let channel = Channel::ALL.iter().position(|channel| *channel == facts.channel);
    vec![
        law_line(Field::Applicant, &personal.applicant).required(),
        FormField::choice(Name::Kind, forms::KIND, kinds(), Some(facts.kind.column())).required(),
        FormField::choice(Name::Channel, forms::CHANNEL, channels(), channel).required(),
        law_date(Field::Submitted, facts.submitted_on),
        law_date(Field::Confirmed, facts.confirmed_on),
        law_date(Field::Received, facts.received_on),
        law_line(Field::Title, &personal.title),
        law_area(Field::Content, &personal.content, LONG),
        law_line(Field::IdNumber, &personal.id_number),
        law_line(Field::Contact, &personal.contact),
        law_line(Field::FormOfSupply, &personal.form_of_supply),
        law_line(Field::Unit, &personal.unit),
    ]
}

impl Form {
    /// What is registered, a field each, numbers in full.
    pub(crate) fn registered(case: &Case) -> Vec<FormField> {
        registered(case)
    }

    /// Shows the numbers of identity and telephone in full, for a clerk whose look at them is noted.
    pub(crate) fn show_numbers(&mut self, case: &Case) {
        let numbers = registered(case).into_iter().filter(|field| field.name.is_number());
        numbers.for_each(|number| self.put_number(number));
    }

    fn put_number(&mut self, number: FormField) {
        let own = self.fields.iter_mut().find(|own| own.name == number.name);
        if let Some(own) = own.filter(|own| !own.is_changed()) {
            *own = number;
        }
    }

    /// Whether it shows registered numbers in full.
    pub(crate) fn shows_numbers(&self) -> bool {
        let is_amendment = matches!(self.purpose, Purpose::Step(StepKind::Amend, _));
        is_amendment && self.fields.iter().any(|field| field.name.is_number() && field.had_text())
    }
}

pub(super) fn step(form: &Form, kind: StepKind) -> Option<Step> {
    let on = form.day(Field::On);
    Some(match kind {
        StepKind::Split => Step::Split {
            on: on?,
            items: numbers(&form.law(Field::Item))?,
            no: Some(form.law(Field::No)).filter(|no| !no.is_empty()),
        },
        StepKind::Join => {
            Step::Join { on: on?, to: form.law(Field::LinkTo), reason: form.law(Field::Reason) }
        }
        StepKind::Link => Step::Link {
            on: on?,
            to: form.law(Field::LinkTo),
            relation: Relation::ALL.get(form.chosen(Name::Relation)?).copied()?,
        },
        StepKind::Amend => Step::Amend(Box::new(amendment(form))),
        _ => return None,
    })
}

/// Numbers of items: `2,3`, `2、3` or `2 3`; nothing where something else stands among them.
fn numbers(text: &str) -> Option<Vec<u16>> {
    let folded: String = text.chars().map(crate::terminal::fold_key).collect();
    let parts = folded.split([',', '，', '、', ' ', '.', '/']).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().ok()).collect()
}

/// Only what was changed.
fn amendment(form: &Form) -> Amendment {
    let changed = |name: Name| form.field(name).is_some_and(FormField::is_changed);
    let text = |field: Field| changed(Name::Law(field)).then(|| form.law(field));
    let day = |field: Field| form.day(field).filter(|_| changed(Name::Law(field)));
    Amendment {
        kind: form.kind().filter(|_| changed(Name::Kind)),
        channel: form.channel().filter(|_| changed(Name::Channel)),
        submitted_on: day(Field::Submitted),
        confirmed_on: day(Field::Confirmed),
        received_on: day(Field::Received),
        applicant: text(Field::Applicant),
        id_number: text(Field::IdNumber),
        contact: text(Field::Contact),
        title: text(Field::Title),
        content: text(Field::Content),
        form_of_supply: text(Field::FormOfSupply),
        unit: text(Field::Unit),
        reason: form.law(Field::Reason),
    }
}
