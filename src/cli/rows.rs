//! A row of a list, as JSON and as a line.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::calendar::Calendar;
use crate::desk::{Task, Todo};
use crate::register::CaseRow;
use crate::request::clock::Deadline;
use crate::text::{clean_line, pad, width};
use crate::words::cli as words;

/// The JSON of a row: the keys are fixed.
pub(super) fn json(row: &CaseRow, today: Date, calendar: &Calendar) -> Value {
    json!({
        "no": row.no,
        "id": row.id.0,
        "received_on": row.listed_on.map(|on| on.to_string()),
        "applicant": row.applicant,
        "kind": row.kind.key(),
        "title": row.shown_title(),
        "content": row.content,
        "status": row.status.key(),
        "due_on": row.due_on.map(|on| on.to_string()),
        "days_left": row.days_left(today, calendar),
        "provisional": row.provisional,
        "outcome": row.outcome.map(|(row, _)| row.key()),
        "closed_on": row.closed_on.map(|on| on.to_string()),
    })
}

/// What is due next, as JSON: beside the fixed keys of a row.
pub(super) fn next(row: &CaseRow) -> Value {
    json!(row.next_due().map(|next| json!({
        "what": next.what.key(),
        "on": next.on.to_string(),
        "provisional": next.provisional,
    })))
}

/// Widths of the columns, in cells of the terminal; the last has what it needs.
const WIDTHS: [usize; 5] = [14, 10, 12, 24, 8];

/// The list as lines: a heading and a line a row.
pub(super) fn lines(rows: &[CaseRow], today: Date, calendar: &Calendar) -> String {
    let numbers = number_column(rows.iter());
    let mut text = line(numbers, &words::LIST_HEADINGS.map(str::to_owned));
    for row in rows {
        let received = row.listed_on.map_or_else(String::new, |on| on.to_string());
        text.push_str(&one(numbers, row, received, term(row, today, calendar)));
    }
    text
}

/// Tasks as lines: as a list, with the day and whom it concerns.
pub(super) fn tasks(tasks: &[&Task], today: Date, calendar: &Calendar) -> String {
    let numbers = number_column(tasks.iter().map(|task| &task.row));
    let mut text = String::new();
    for task in tasks {
        let received = task.row.listed_on.map_or_else(String::new, |on| on.to_string());
        let whom = clean_line(&task.whom.join("、"));
        let about = match (task.what, task.on) {
            (Todo::Overdue | Todo::DueToday | Todo::DueSoon | Todo::Serve, _) | (_, None) => {
                term(&task.row, today, calendar)
            }
            (_, Some(on)) => on.to_string(),
        };
        text.push_str(&one(numbers, &task.row, received, format!("{about} {whom}").trim_end().to_owned()));
    }
    text
}

/// When it ended, else what is due: the answer, and what comes before it.
fn term(row: &CaseRow, today: Date, calendar: &Calendar) -> String {
    let answer = match (row.closed_on, row.waits_until) {
        (Some(on), _) => words::closed_on(on),
        (None, Some(until)) if row.due_on.is_none() => words::waits_until(until),
        _ => words::days_left(row.days_left(today, calendar), row.provisional),
    };
    let applicants = row.waits_until.is_some();
    match row.next_due().filter(|next| next.what != Deadline::Answer && !applicants) {
        Some(next) => format!("{answer}；{}", words::before_answer(next.what, next.on)),
        None => answer,
    }
}

/// Cells of the column of numbers: a number is what a clerk types next, and never cut.
fn number_column<'r>(rows: impl Iterator<Item = &'r CaseRow>) -> usize {
    let [least, ..] = WIDTHS;
    rows.map(|row| width(&clean_line(&row.no))).max().unwrap_or_default().max(least)
}

fn one(numbers: usize, row: &CaseRow, received: String, last: String) -> String {
    line(
        numbers,
        &[
            clean_line(&row.no),
            received,
            clean_line(&row.applicant),
            clean_line(row.shown_title()),
            row.status.label().to_owned(),
            last,
        ],
    )
}

fn line(numbers: usize, cells: &[String; 6]) -> String {
    let mut text = String::new();
    for (place, cell) in cells.iter().enumerate() {
        match WIDTHS.get(place) {
            Some(_) if place == 0 => text.push_str(&pad(cell, numbers)),
            Some(cells) => text.push_str(&pad(cell, *cells)),
            None => text.push_str(cell),
        }
        text.push_str(if place < WIDTHS.len() { "  " } else { "" });
    }
    format!("{}\n", text.trim_end())
}
