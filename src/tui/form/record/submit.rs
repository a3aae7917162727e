//! From a filled form to a command on the registers.

use jiff::civil::Date;

use crate::records::{
    Body, DisputeResult, EndWay, Ended, FieldForm, FieldSpec, Form as Texts, FormError, RecordAct,
    RecordCommand, RecordField, RecordId, RecordKind, RecordStep, choices, fields,
};
use crate::terminal::fold_key;
use crate::tui::form::{Form, FormField, Name, Purpose};
use crate::tui::model::Head;
use crate::tui::screens::Deed;
use crate::words::tui::{forms, records as words};

/// Whether what was typed is a record; what is wrong stands under its field.
pub(in crate::tui::form) fn check(form: &mut Form) -> Result<(), String> {
    let Purpose::Record(Deed::Add | Deed::Change, kind, _) = form.purpose else { return Ok(()) };
    let Some(texts) = texts(form) else { return Ok(()) };
    let Err(error) = texts.value(kind) else { return Ok(()) };
    let (FormError::Missing(wrong) | FormError::Unreadable(wrong)) = error;
    let spec = fields(kind).iter().find(|spec| spec.field == wrong);
    let text = match (error, spec) {
        (FormError::Unreadable(_), Some(spec)) => words::unreadable(*spec),
        _ => forms::missing(words::label(wrong)),
    };
    form.refused(&[Name::Record(wrong)], &text);
    Err(forms::faults(&[words::label(wrong)]))
}

/// The command; nothing while a field that is needed is empty, which the check has said.
pub(in crate::tui::form) fn command(
    form: &Form,
    deed: Deed,
    kind: RecordKind,
    id: Option<RecordId>,
    head: &Head,
) -> Option<RecordCommand> {
    let Some(id) = id else {
        return Some(RecordCommand::Add(Box::new(body(form, kind, head)?)));
    };
    let act = act(form, deed, kind, head)?;
    Some(RecordCommand::Act { id, version: Some(form.version), act })
}

fn body(form: &Form, kind: RecordKind, head: &Head) -> Option<Body> {
    let own = form.recorded.as_ref()?.organ;
    let chosen = form.chosen(Name::Organ).and_then(|at| head.organs.get(at)).map(|(id, _)| *id);
    let value = texts(form)?.value(kind).ok()?;
    Some(Body { organ: chosen.unwrap_or(own), note: text(form, RecordField::Note), value })
}

fn act(form: &Form, deed: Deed, kind: RecordKind, head: &Head) -> Option<RecordAct> {
    let reason = || text(form, RecordField::Reason);
    let ended = |way| {
        let on = on(form, head.today)?;
        Some(RecordAct::EndDocument(Ended { on, way, reason: reason() }))
    };
    Some(match deed {
        Deed::Add | Deed::Change => {
            RecordAct::Change { body: Box::new(body(form, kind, head)?), reason: reason() }
        }
        Deed::Remove => RecordAct::Remove { reason: reason() },
        Deed::Repeal => ended(EndWay::Repealed)?,
        Deed::Void => ended(EndWay::Void)?,
        Deed::Reinstate => RecordAct::Reinstate { reason: reason() },
        Deed::Undo => {
            let seq = form.choices.entries.get(form.chosen(Name::Entry)?).copied()?;
            RecordAct::TakeBack { seq, reason: reason() }
        }
        _ => RecordAct::Step(step(form, deed, on(form, head.today)?)?),
    })
}

fn step(form: &Form, deed: Deed, on: Date) -> Option<RecordStep> {
    let said = |field| text(form, field);
    let round = || {
        let chosen = form.chosen(Name::Record(RecordField::Round))?;
        u8::try_from(chosen).ok()?.checked_add(1)
    };
    Some(match deed {
        Deed::Review => RecordStep::Reviewed { on, round: round()?, by: said(RecordField::By) },
        Deed::Proof => RecordStep::Proofread { on, round: round()?, by: said(RecordField::By) },
        Deed::Publish => {
            let (url, override_reason) = (said(RecordField::Url), said(RecordField::Reason));
            RecordStep::Published { on, url, override_reason }
        }
        Deed::Answer => RecordStep::Answered { on, text: said(RecordField::Text) },
        Deed::Hearing => RecordStep::Heard { on, text: said(RecordField::Text) },
        Deed::Appeal => RecordStep::Appealed { on, text: said(RecordField::Text) },
        Deed::End => {
            let result = DisputeResult::ALL.get(form.chosen(Name::Result)?).copied()?;
            RecordStep::Ended { on, result, text: said(RecordField::Text) }
        }
        _ => return None,
    })
}

fn text(form: &Form, field: RecordField) -> String {
    form.line(Name::Record(field))
}

fn on(form: &Form, today: Date) -> Option<Date> {
    form.field(Name::Record(RecordField::On)).and_then(|field| field.day(today).ok()).flatten()
}

/// What was typed, over what stood in the record.
fn texts(form: &Form) -> Option<Texts> {
    let recorded = form.recorded.as_ref()?;
    let mut texts = recorded.texts.clone();
    for spec in fields(recorded.kind) {
        if let Some(field) = form.field(Name::Record(spec.field)) {
            texts.set(spec.field, &typed(recorded.kind, *spec, field));
        }
    }
    Some(texts)
}

/// The text of a field as the registers take it: a choice by its key, full-width digits as they are meant, of
/// a suggestion the number alone.
fn typed(kind: RecordKind, spec: FieldSpec, field: &FormField) -> String {
    let text = field.text();
    let folded = || text.trim().chars().map(fold_key).collect::<String>();
    match spec.form {
        FieldForm::Choice => {
            let chosen = field.chosen().and_then(|at| choices(kind, spec.field).get(at).copied());
            chosen.map(|(key, _)| key.to_owned()).unwrap_or_default()
        }
        FieldForm::Number => field.count().map(|count| count.to_string()).unwrap_or_default(),
        FieldForm::Period | FieldForm::Year | FieldForm::Money => folded(),
        FieldForm::Record => folded().split_whitespace().next().unwrap_or_default().to_owned(),
        FieldForm::Date | FieldForm::Line | FieldForm::Text | FieldForm::Request => text,
    }
}
