//! `gongkai record KIND ACTION`: the registers behind tables 2 and 4 and section 一.

mod act;
mod args;
mod json;

pub(super) use args::Record;

use super::DONE;
use super::day::{choice, needed, year};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::desk::{Desk, DeskError, RecordDone};
use crate::records::{
    self, Body, Form, FormError, RecordCommand, RecordField, RecordId, RecordKind, RecordRefusal, Records,
    fields,
};
use crate::request::OrganId;
use crate::words::records as words;

/// Does what is asked, or prints.
pub(super) fn run(args: &Record, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let kinds = RecordKind::ALL.into_iter().map(|kind| (kind.key(), kind.label().to_owned()));
    let kind = choice("KIND", &args.kind, RecordKind::from_word(args.kind.trim()), kinds)?;
    act::check_name(kind, &args.action)?;
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    match args.action.as_str() {
        "list" => list(args, kind, desk, outlet)?,
        "show" => show(id(args)?, kind, args.json, desk, outlet)?,
        "add" => {
            let done = desk.record(opened.clerk, RecordCommand::Add(Box::new(new(args, kind, desk)?)))?;
            warn(&done, outlet)?;
            if args.json {
                show(done.id, kind, true, desk, outlet)?;
            } else {
                outlet.say(&done.id.to_string())?;
            }
        }
        _ => {
            let id = id(args)?;
            let records = desk.records()?;
            let act = act::act(args, of_kind(&records, id, kind)?, desk)?;
            let done = desk.record(opened.clerk, RecordCommand::Act { id, version: None, act })?;
            warn(&done, outlet)?;
            if args.json {
                show(done.id, kind, true, desk, outlet)?;
            } else {
                let records = desk.records()?;
                outlet.say(&line(of_kind(&records, done.id, kind)?, desk))?;
            }
        }
    }
    opened.close();
    Ok(DONE)
}

fn warn(done: &RecordDone, outlet: &mut Outlet) -> Result<(), Failure> {
    done.warnings.iter().try_for_each(|warning| outlet.warn(&words::warning(warning)))
}

fn id(args: &Record) -> Result<RecordId, Failure> {
    let text = args.id.as_deref().ok_or_else(|| Failure::Usage(words::NEEDS_ID.to_owned()))?;
    text.trim().parse().map(RecordId).map_err(|_| Failure::Usage(words::bad_id(text)))
}

fn of_kind(records: &Records, id: RecordId, kind: RecordKind) -> Result<&records::Record, Failure> {
    let record = records.get(id).map_err(DeskError::from)?;
    let is = record.kind();
    if is == kind { Ok(record) } else { Err(DeskError::from(RecordRefusal::OtherKind { id, is }).into()) }
}

/// A new record from the flags.
fn new(args: &Record, kind: RecordKind, desk: &Desk) -> Result<Body, Failure> {
    let organ = desk.organ_of(args.organ.as_deref())?.unwrap_or(OrganId::FIRST);
    let value = filled(args, kind, Form::default())?;
    Ok(Body { organ, note: args.note.clone().unwrap_or_default(), value })
}

/// What a form says once the flags are written into it.
fn filled(args: &Record, kind: RecordKind, mut form: Form) -> Result<records::Value, Failure> {
    for field in RecordField::ALL {
        let Some(text) = args.given(field) else { continue };
        if !fields(kind).iter().any(|spec| spec.field == field) {
            return Err(Failure::Usage(words::no_such_field(kind, field)));
        }
        form.set(field, text);
    }
    form.value(kind).map_err(|error| {
        let (FormError::Missing(field) | FormError::Unreadable(field)) = error;
        Failure::Usage(words::form_error(kind, error, form.get(field)))
    })
}

fn list(args: &Record, kind: RecordKind, desk: &Desk, outlet: &mut Outlet) -> Result<(), Failure> {
    let organ = desk.organ_of(args.organ.as_deref())?;
    let of_year = args.year.as_deref().map(year).transpose()?;
    let records = desk.records()?;
    let mut list = records.list(kind, organ);
    list.retain(|record| of_year.is_none_or(|year| record.touches(year)));
    if args.json {
        return outlet.json(&list.into_iter().map(|record| json::record(record, desk)).collect());
    }
    if list.is_empty() {
        return outlet.say(words::NOTHING);
    }
    list.into_iter().try_for_each(|record| outlet.say(&line(record, desk)))
}

fn show(
    id: RecordId,
    kind: RecordKind,
    as_json: bool,
    desk: &Desk,
    outlet: &mut Outlet,
) -> Result<(), Failure> {
    let records = desk.records()?;
    let record = of_kind(&records, id, kind)?;
    if as_json {
        return outlet.json(&json::whole(record, desk));
    }
    outlet.say(&line(record, desk))?;
    let form = Form::of(record.value());
    for spec in fields(kind) {
        let text = if spec.field == RecordField::Note { &record.body.note } else { form.get(spec.field) };
        if !text.is_empty() {
            let shown = words::shown(kind, spec.field, text);
            outlet.say(&format!("{}  {}", crate::text::pad(spec.field.label(), 20), shown))?;
        }
    }
    outlet.say(words::HISTORY)?;
    record.history.iter().try_for_each(|entry| outlet.say(&words::entry(entry)))
}

fn line(record: &records::Record, desk: &Desk) -> String {
    words::line(record, record.publish_by(&desk.calendar()))
}

/// A text that the action needs.
fn must(option: &str, value: Option<&String>) -> Result<String, Failure> {
    needed(option, value.cloned())
}
