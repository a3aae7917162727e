//! `gongkai clock NO`: the due date explained line by line, with articles.

use serde_json::{Value, json};

use super::DONE;
use super::args::OfCase;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::desk::Desk;
use crate::request::clock::Clock;
use crate::words::cli as said;
use crate::words::request as words;

/// Prints the computation.
pub(super) fn run(args: &OfCase, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let view = desk.case(desk.id_of(&args.no)?)?;
    if args.json {
        outlet.json(&json(&view.clock, desk))?;
    } else {
        let left =
            view.clock.days_left(desk.today(), &desk.calendar()).filter(|_| view.row.closed_on.is_none());
        outlet.say(&text(&view.clock))?;
        outlet.say(&said::due_line(view.clock.due_on, &said::days_left(left, view.clock.provisional)))?;
    }
    opened.close();
    Ok(DONE)
}

/// The clock as JSON: the keys are fixed.
pub(super) fn json(clock: &Clock, desk: &Desk) -> Value {
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
    })
}

/// The clock as lines.
pub(super) fn text(clock: &Clock) -> String {
    let lines = clock.lines.iter().map(|line| {
        said::clock_line(line.on, &words::rule(line.rule), &words::effect(line.effect), line.rule.article())
    });
    lines.collect::<Vec<_>>().join("\n")
}
