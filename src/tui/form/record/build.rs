//! The forms of the registers.

use jiff::civil::Date;

use super::Recorded;
use crate::calendar::parse_date;
use crate::records::{
    Check, DisputeKind, DisputeResult, FieldForm, FieldSpec, Form as Texts, Record, RecordField, RecordKind,
    RecordStep, Records, Value, choices, fields,
};
use crate::request::{OrganId, Seq};
use crate::tui::form::{Choices, Form, FormField, Name, Purpose};
use crate::tui::model::Head;
use crate::tui::screens::Deed;
use crate::words::records as said;
use crate::words::tui::{forms, records as words};

/// Rows of the window on a long text.
const LONG: u16 = 2;

impl Form {
    /// A new record of a kind.
    pub(crate) fn new_record(kind: RecordKind, records: &Records, head: &Head) -> Self {
        let recorded = Recorded { kind, texts: Texts::default(), organ: OrganId::FIRST };
        let own = values(&recorded, "", records, head);
        let title = words::form_title(Deed::Add.words(), kind, None);
        Self::recording(Purpose::Record(Deed::Add, kind, None), title, own, recorded)
    }

    /// What is done to a record, on this day if it can be done on it.
    pub(crate) fn deed(
        deed: Deed,
        record: &Record,
        records: &Records,
        head: &Head,
        on: Option<Date>,
    ) -> Self {
        let kind = record.kind();
        let texts = Texts::of(record.value());
        let recorded = Recorded { kind, texts, organ: record.body.organ };
        let own = match deed {
            Deed::Add | Deed::Change => {
                let mut own = values(&recorded, &record.body.note, records, head);
                own.push(area(RecordField::Reason).hint(forms::AMEND_HINT));
                own
            }
            _ => deed_fields(deed, record, records, on),
        };
        let title = words::form_title(deed.words(), kind, Some(record.id));
        let mut form = Self::recording(Purpose::Record(deed, kind, Some(record.id)), title, own, recorded);
        form.version = record.version;
        form.choices = Choices { entries: steps(record).map(|(seq, _)| seq).collect(), ..Choices::default() };
        form
    }

    fn recording(purpose: Purpose, title: String, fields: Vec<FormField>, recorded: Recorded) -> Self {
        let recorded = Some(Box::new(recorded));
        Self { recorded, ..Self::of(purpose, title, fields) }
    }
}

/// The fields of the kind, filled with what stands in the record.
fn values(recorded: &Recorded, note: &str, records: &Records, head: &Head) -> Vec<FormField> {
    let kind = recorded.kind;
    let mut own: Vec<FormField> = Vec::new();
    if head.organs.len() > 1 {
        let names = head.organs.iter().map(|(_, name)| name.clone()).collect();
        let here = head.organs.iter().position(|(id, _)| *id == recorded.organ);
        own.push(FormField::choice(Name::Organ, words::ORGAN, names, here).required());
    }
    own.extend(fields(kind).iter().map(|spec| {
        let text = if spec.field == RecordField::Note { note } else { recorded.texts.get(spec.field) };
        value(kind, *spec, text, records)
    }));
    own
}

fn value(kind: RecordKind, spec: FieldSpec, text: &str, records: &Records) -> FormField {
    let (name, label) = (Name::Record(spec.field), words::label(spec.field));
    let field = match spec.form {
        FieldForm::Choice => {
            let known = choices(kind, spec.field);
            let chosen = known.iter().position(|(key, _)| *key == text);
            // Where nothing is said, the first is meant.
            let chosen = chosen.or((!spec.required).then_some(0));
            let labels = known.iter().map(|(_, label)| (*label).to_owned()).collect();
            FormField::choice(name, label, labels, chosen)
        }
        FieldForm::Date => FormField::date(name, label, parse_date(text).ok()),
        FieldForm::Number => FormField::number(name, label, text.parse().ok()).hint(words::hint(spec)),
        FieldForm::Text => FormField::area(name, label, text, LONG).hint(words::hint(spec)),
        FieldForm::Record => {
            let reviews = records.list(RecordKind::Dispute, None).into_iter().filter(|record| {
                matches!(record.value(), Value::Dispute(dispute) if dispute.kind == DisputeKind::Review)
            });
            let known = reviews.map(words::suggestion).collect();
            FormField::line(name, label, text).suggesting(known).hint(words::hint(spec))
        }
        _ => FormField::line(name, label, text).hint(words::hint(spec)),
    };
    if spec.required { field.required() } else { field }
}

fn line(field: RecordField, text: &str) -> FormField {
    FormField::line(Name::Record(field), field.label(), text)
}

fn area(field: RecordField) -> FormField {
    FormField::area(Name::Record(field), field.label(), "", LONG)
}

fn deed_fields(deed: Deed, record: &Record, records: &Records, on: Option<Date>) -> Vec<FormField> {
    let on = FormField::date(Name::Record(RecordField::On), RecordField::On.label(), on).required();
    let reason = || area(RecordField::Reason).required();
    match deed {
        Deed::Repeal | Deed::Void => vec![on, reason()],
        Deed::Review => vec![on, round(record, Check::Review), by(records)],
        Deed::Proof => vec![on, round(record, Check::Proof), by(records)],
        Deed::Publish => {
            let url = match record.value() {
                Value::Disclosure(disclosure) => disclosure.url.as_str(),
                _ => "",
            };
            let lacking = record.lacking_checks();
            let field = Name::Record(RecordField::Reason);
            let why = FormField::area(field, words::OVERRIDE, "", LONG).hint(words::OVERRIDE_HINT);
            vec![on, line(RecordField::Url, url), why.note(words::lacking(&lacking))]
        }
        Deed::Answer | Deed::Hearing | Deed::Appeal => vec![on, area(RecordField::Text)],
        Deed::End => {
            let results = DisputeResult::ALL.iter().map(|result| result.label().to_owned()).collect();
            let result = FormField::choice(Name::Result, words::RESULT, results, None).required();
            vec![on, result, area(RecordField::Text).hint(words::RESULT_TEXT_HINT)]
        }
        Deed::Undo => {
            let known: Vec<String> = steps(record).map(|(_, words)| words).collect();
            let last = known.len().checked_sub(1);
            vec![FormField::choice(Name::Entry, words::ENTRY, known, last).required(), reason()]
        }
        Deed::Add | Deed::Change | Deed::Remove | Deed::Reinstate => vec![reason()],
    }
}

/// The next of three.
fn round(record: &Record, check: Check) -> FormField {
    let next = record.next_round(check).map(|round| usize::from(round.saturating_sub(1)));
    let name = Name::Record(RecordField::Round);
    FormField::choice(name, RecordField::Round.label(), words::rounds(check), next).required()
}

/// Who; those who did it before are listed.
fn by(records: &Records) -> FormField {
    let mut known: Vec<String> = records
        .list(RecordKind::Disclosure, None)
        .into_iter()
        .flat_map(Record::checks)
        .map(|done| done.by.to_owned())
        .collect();
    known.sort();
    known.dedup();
    line(RecordField::By, "").suggesting(known).required()
}

/// The steps that stand, with their entries.
fn steps(record: &Record) -> impl Iterator<Item = (Seq, String)> {
    record.steps.iter().map(|taken| {
        let entry = record.history.iter().find(|entry| entry.seq == taken.seq);
        let (name, detail) = entry.map_or(("", String::new()), |entry| {
            (said::event_name(&entry.event), said::event_detail(&entry.event))
        });
        (taken.seq, words::step(taken.seq, RecordStep::on(&taken.step), name, &detail))
    })
}
