//! `gongkai clock NO`: the due date explained line by line, with articles.

use serde_json::{Value, json};

use super::DONE;
use super::args::OfCase;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::desk::{CaseView, Desk};
use crate::request::clock::{Deadline, SubDeadline};
use crate::words::cli as said;
use crate::words::request as words;

/// Prints the computation.
pub(super) fn run(args: &OfCase, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let view = desk.case(desk.id_of(&args.no)?)?;
    if args.json {
        outlet.json(&json(&view, desk))?;
    } else {
        let left =
            view.clock.days_left(desk.today(), &desk.calendar()).filter(|_| view.row.closed_on.is_none());
        outlet.say(&text(&view))?;
        outlet.say(&said::due_line(view.clock.due_on, &said::days_left(left, view.clock.provisional)))?;
    }
    opened.close();
    Ok(DONE)
}

/// The clock as JSON: the keys are fixed.
pub(super) fn json(view: &CaseView, desk: &Desk) -> Value {
    let clock = &view.clock;
    let lines: Vec<Value> = clock
        .lines
        .iter()
        .map(|line| {
            json!({
                "on": line.on.to_string(),
                "rule": words::rule(line.rule),
                "article": line.rule.article(),
                "effect": words::effect(line.effect),
            })
        })
        .collect();
    json!({
        "due_on": clock.due_on.map(|on| on.to_string()),
        "days_left": clock.days_left(desk.today(), &desk.calendar()),
        "provisional": clock.provisional,
        "lines": lines,
        "deadlines": view.deadlines.iter().copied().map(deadline).collect::<Vec<_>>(),
    })
}

fn deadline(deadline: SubDeadline) -> Value {
    json!({
        "what": deadline.what.key(),
        "label": words::deadline(deadline.what),
        "on": deadline.on.to_string(),
        "provisional": deadline.provisional,
        "article": deadline.article(),
    })
}

/// The clock as lines, and the deadlines beside that of the answer.
pub(super) fn text(view: &CaseView) -> String {
    let lines = view.clock.lines.iter().map(|line| {
        said::clock_line(line.on, &words::rule(line.rule), &words::effect(line.effect), line.rule.article())
    });
    let mut lines: Vec<String> = lines.collect();
    let others: Vec<String> = view
        .deadlines
        .iter()
        .filter(|deadline| deadline.what != Deadline::Answer)
        .map(|deadline| said::deadline(*deadline))
        .collect();
    if !others.is_empty() {
        lines.extend([String::new(), said::DEADLINES.to_owned()]);
        lines.extend(others);
    }
    lines.join("\n")
}
