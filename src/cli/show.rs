//! `gongkai show NO`: the case with its timeline.

use serde_json::{Value, json};

use super::args::Show;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::{DONE, clock, rows};
use crate::desk::{CaseView, Desk};
use crate::law::OutcomeKind;
use crate::office::{Looked, Right};
use crate::request::{Entry, contents, lacking};
use crate::text::mask;
use crate::words::cli as said;
use crate::words::request as words;

/// Prints the case.
pub(super) fn run(args: &Show, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let mut view = desk.case(desk.id_of(&args.no)?)?;
    let is_whole = desk.allow(opened.clerk, Right::Personal).is_ok();
    if !is_whole {
        let personal = &mut view.case.facts.particulars;
        personal.id_number = mask(&personal.id_number);
        personal.contact = mask(&personal.contact);
    }
    desk.looked(opened.clerk, if is_whole { Looked::Personal } else { Looked::Case }, view.row.id);
    if args.contents {
        outlet.say(&file(&view))?;
    } else if args.json {
        outlet.json(&whole(&view, desk, is_whole))?;
    } else {
        outlet.say(&text(&view, desk, is_whole))?;
    }
    opened.close();
    Ok(DONE)
}

/// 卷内目录, and what the file should hold and does not.
fn file(view: &CaseView) -> String {
    let archived = view.case.archived.as_ref().map_or("", |archive| archive.file_no.as_str());
    let mut lines = vec![said::contents_title(&view.row.no, archived)];
    for (n, entry) in (1..).zip(contents(&view.entries)) {
        lines.push(said::contents_line(n, entry));
    }
    lines.extend(lacking(&view.case).into_iter().map(|paper| said::lacks(words::paper(paper))));
    lines.join("\n")
}

fn whole(view: &CaseView, desk: &Desk, numbers: bool) -> Value {
    let mut json = rows::json(&view.row, desk.today(), &desk.calendar());
    let case = &view.case;
    let particulars = &case.facts.particulars;
    let day = |on: Option<jiff::civil::Date>| on.map(|on| on.to_string());
    let items: Vec<Value> = case
        .items
        .iter()
        .map(|item| {
            let answer = item.answer.as_ref();
            json!({
                "text": item.text,
                "moved_to": item.moved_to,
                "outcome": answer.map(|answer| answer.outcome.row.key()),
                "kind": answer.and_then(|answer| answer.outcome.kind).map(OutcomeKind::key),
                "decided_on": answer.map(|answer| answer.on.to_string()),
                "grounds": answer.map(|answer| {
                    answer.outcome.effective_grounds().iter().map(ToString::to_string).collect::<Vec<_>>()
                }),
            })
        })
        .collect();
    let more = json!({
        "version": case.version.0,
        "handler": desk.office().name_of(case.handler.clerk),
        "handler_since": day(case.handler.since),
        "void": case.void,
        "channel": case.facts.channel.key(),
        "submitted_on": day(case.facts.submitted_on),
        "confirmed_on": day(case.facts.confirmed_on),
        "id_number": particulars.id_number,
        "contact": particulars.contact,
        "form_of_supply": particulars.form_of_supply,
        "unit": particulars.unit,
        "outcome_kind": view.row.outcome.and_then(|(_, kind)| kind).map(OutcomeKind::key),
        "review_first": case.outcome().map(|outcome| outcome.review_first()),
        "items": items,
        "timeline": view.entries.iter().map(|entry| entry_json(entry, view, desk, numbers)).collect::<Vec<_>>(),
        "next": rows::next(&view.row),
        "clock": clock::json(view, desk),
    });
    if let (Some(json), Value::Object(more)) = (json.as_object_mut(), more) {
        json.extend(more);
    }
    json
}

fn entry_json(entry: &Entry, view: &CaseView, desk: &Desk, numbers: bool) -> Value {
    json!({
        "seq": entry.seq.0,
        "at": entry.at,
        "practice_day": entry.practice_day.map(|day| day.to_string()),
        "who": desk.office().clerk(entry.who).map(|clerk| clerk.name.clone()),
        "event": words::event_name(&entry.event),
        "on": entry.event.on().map(|on| on.to_string()),
        "detail": said::detail(entry, numbers),
        "revoked_by": view.revoked.get(&entry.seq).map(|seq| seq.0),
    })
}

fn text(view: &CaseView, desk: &Desk, numbers: bool) -> String {
    let row = &view.row;
    let facts = &view.case.facts;
    let left = said::days_left(row.days_left(desk.today(), &desk.calendar()), row.provisional);
    let mut lines = said::case_facts(facts, row.status, view.case.void, &left, row.due_on, row.closed_on);
    let office = desk.office();
    // Where there is one clerk, he handles everything.
    if office.clerks.len() > 1 {
        let handler = view.case.handler;
        let (name, by) = (office.name_of(handler.clerk), office.standing_in_for(handler.clerk, desk.today()));
        lines.insert(2.min(lines.len()), said::fact("承办人", &words::handler(name, handler.since, &by)));
    }
    if let Some((outcome, kind)) = row.outcome {
        lines.push(said::fact("办理结果", &said::outcome(outcome, kind)));
    }
    if view.case.items.len() > 1 {
        for (item, number) in view.case.items.iter().zip(1..) {
            let answer = item.answer.as_ref().map(|answer| (answer.outcome.row, answer.outcome.kind));
            lines.push(match &item.moved_to {
                Some(to) => said::item_moved(number, &item.text, to),
                None => said::item(number, &item.text, answer),
            });
        }
    }
    lines.push(String::new());
    lines.push(said::TIMELINE.to_owned());
    for entry in &view.entries {
        let revoked = view.revoked.get(&entry.seq).map(|seq| seq.0);
        lines.push(said::entry(entry, revoked, numbers));
    }
    lines.push(String::new());
    lines.push(said::CLOCK_TITLE.to_owned());
    lines.push(clock::text(view));
    lines.join("\n")
}
