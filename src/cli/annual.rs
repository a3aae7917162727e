//! `gongkai annual YEAR …`: the words of an annual report, its publication, what has changed since.

use std::path::Path;

use serde_json::{Value, json};

use super::DONE;
use super::args::{Annual, AnnualSub, PublishArgs, StateArgs, TextArgs};
use super::day::{optional, year};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::tables::read_report;
use crate::desk::{Desk, Publishing};
use crate::ledger;
use crate::office::TextPlace;
use crate::report::{Period, Report};
use crate::request::{ClerkId, OrganId};
use crate::words::cli as words;
use crate::words::office::text_place;

/// Does what the subcommand says.
pub(super) fn run(args: &Annual, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let of_year = year(&args.year)?;
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let of = (of_year, desk.organ_of(args.organ.as_deref())?);
    match &args.sub {
        AnnualSub::Text(text) => texts(text, desk, opened.clerk, of, outlet)?,
        AnnualSub::Fields { json } => fields(*json, desk, of, outlet)?,
        AnnualSub::Publish(said) => publish(said, desk, opened.clerk, of, outlet)?,
        AnnualSub::Differences { json } => differences(*json, desk, of, outlet)?,
        AnnualSub::State(file) => state(file, desk, opened.clerk, of, outlet)?,
    }
    opened.close();
    Ok(DONE)
}

type Of = (i16, Option<OrganId>);

/// Shows all words, shows one place as a clerk edits it, or writes it.
fn texts(args: &TextArgs, desk: &Desk, clerk: ClerkId, of: Of, outlet: &mut Outlet) -> Result<(), Failure> {
    let Some(word) = &args.place else {
        for state in desk.report_texts(of.0, of.1)? {
            outlet.say(&words::text_state(&state))?;
        }
        return Ok(());
    };
    let place = place(word)?;
    if args.draft {
        desk.write_text(clerk, of, place, "")?;
        return outlet.say(&words::draft_again(text_place(place)));
    }
    if args.none {
        desk.leave_text_out(clerk, of, place)?;
        return outlet.say(&words::text_left_out(text_place(place)));
    }
    if let Some(path) = &args.set {
        let text = read_text(path, outlet)?;
        desk.write_text(clerk, of, place, text.trim_end())?;
        return outlet.say(&words::text_written(text_place(place), text.trim_end().chars().count()));
    }
    let states = desk.report_texts(of.0, of.1)?;
    match states.into_iter().find(|state| state.place == place) {
        Some(state) => outlet.say(&state.text),
        None => Ok(()),
    }
}

fn place(word: &str) -> Result<TextPlace, Failure> {
    let all = TextPlace::ALL.into_iter().map(|place| (place.key(), text_place(place).to_owned()));
    let found = TextPlace::ALL.into_iter().find(|place| place.key() == word || text_place(*place) == word);
    super::day::choice("PLACE", word, found, all)
}

/// A text file, or standard input for `-`.
fn read_text(path: &Path, outlet: &mut Outlet) -> Result<String, Failure> {
    let bytes = if path == Path::new("-") { outlet.files.stdin() } else { outlet.files.read(path) }?;
    let text = ledger::text_of(&bytes).ok_or_else(|| Failure::Refused(words::no_text(path)))?;
    Ok(crate::text::clean_text(&text))
}

fn fields(as_json: bool, desk: &Desk, of: Of, outlet: &mut Outlet) -> Result<(), Failure> {
    let fields = desk.report_fields(of.0, of.1)?;
    if as_json {
        let one = |(name, value): (String, String)| (name, Value::String(value));
        return outlet.json(&Value::Object(fields.into_iter().map(one).collect()));
    }
    for (name, value) in fields {
        outlet.say(&words::field_line(&name, &value))?;
    }
    Ok(())
}

fn publish(
    args: &PublishArgs,
    desk: &Desk,
    clerk: ClerkId,
    of: Of,
    outlet: &mut Outlet,
) -> Result<(), Failure> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let said = Publishing {
        on: optional("--on", args.on.as_deref())?,
        url: text(&args.url),
        signed_by: text(&args.signed_by),
        reason: text(&args.reason),
    };
    desk.publish(clerk, of, said)?;
    let head = desk.head();
    outlet.say(&words::published(of.0, head.seq.0, &head.seal.to_string()))
}

fn differences(as_json: bool, desk: &Desk, of: Of, outlet: &mut Outlet) -> Result<(), Failure> {
    let all = desk.differences(of.0, of.1)?;
    if as_json {
        let one = |difference: &crate::report::Difference| json!({ "place": difference.place, "published": difference.published, "now": difference.now });
        return outlet.json(&Value::Array(all.iter().map(one).collect()));
    }
    if desk.published(of.0, of.1)?.is_none() {
        return outlet.say(&words::not_published(of.0));
    }
    if all.is_empty() {
        return outlet.say(&words::no_difference(of.0));
    }
    for difference in &all {
        outlet.say(&words::difference(difference))?;
    }
    Ok(())
}

/// Takes over a published report of a year before the office's books.
fn state(args: &StateArgs, desk: &Desk, clerk: ClerkId, of: Of, outlet: &mut Outlet) -> Result<(), Failure> {
    let read = read_report(&args.file, outlet)?;
    let tables = read.judged();
    if let Some(stated) = tables.year.filter(|stated| *stated != of.0) {
        return Err(Failure::Refused(words::other_year(&args.file, stated, of.0)));
    }
    let report = Report { tables, period: Period::Year(of.0), prose: read.prose, cases: Vec::new() };
    let brought = if args.carried { Some(desk.bring_carried(clerk, of, &report.tables)?) } else { None };
    desk.state_year(clerk, of, &report)?;
    outlet.say(&words::stated(of.0))?;
    brought.map_or(Ok(()), |count| outlet.say(&words::brought(count)))
}
