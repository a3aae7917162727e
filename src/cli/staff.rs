//! `gongkai clerk hand-over`, `stand-in`, `cases`: whose cases they are, who looks after them, what is handed over.

use std::path::Path;

use serde_json::json;

use super::args::ClerkSub;
use super::clerk::find;
use super::day::optional;
use super::failure::Failure;
use super::outlet::Outlet;
use super::rows;
use crate::desk::{Desk, HandOver, HandedAll};
use crate::host::Opened;
use crate::office::StandIn;
use crate::report::formats::{HANDING_FORMATS, HandingFormat};
use crate::request::RequestId;
use crate::words::cli as words;

/// Does it; what concerns a clerk himself is not among it.
pub(super) fn run(sub: &ClerkSub, opened: &Opened, outlet: &mut Outlet) -> Result<(), Failure> {
    let (desk, who) = (&opened.desk, opened.clerk);
    match sub {
        ClerkSub::HandOver { from, to, reason, only, dry_run, json } => {
            let ids: Vec<RequestId> = only.iter().map(|no| desk.id_of(no)).collect::<Result<_, _>>()?;
            let hand_over = HandOver {
                from: find(desk, from)?,
                to: find(desk, to)?,
                only: ids,
                reason: reason.clone().unwrap_or_default(),
            };
            let handed = desk.hand_over(who, &hand_over, *dry_run)?;
            say_handed(&hand_over, &handed, *json, desk, outlet)
        }
        ClerkSub::StandIn { of, by, from, until, end } => {
            let (of, by) = (find(desk, of)?, find(desk, by)?);
            let office = desk.office();
            let (name, deputy) = (office.name_of(of), office.name_of(by));
            if *end {
                desk.end_stand_in(who, of, by)?;
                return outlet.say(&words::stand_in_ended(name, deputy));
            }
            let from = optional("--from", from.as_deref())?.unwrap_or(desk.today());
            let until = optional("--until", until.as_deref())?;
            desk.set_stand_in(who, StandIn { of, by, from, until })?;
            outlet.say(&words::stand_in_set(name, deputy, from, until))
        }
        ClerkSub::Cases { whose, to, format, output } => {
            let format = handing_format(format.as_deref(), output.as_deref())?;
            let to = to.as_deref().map(|to| find(desk, to)).transpose()?;
            let list = desk.handing_list(find(desk, whose)?, to)?;
            let bytes = format.render(&list).map_err(|error| Failure::Refused(error.to_string()))?;
            match output {
                Some(path) => outlet.files.replace(path, &bytes),
                None => outlet.bytes(&bytes, format.is_binary),
            }
        }
        ClerkSub::Add { .. } | ClerkSub::Set { .. } | ClerkSub::Leave { .. } | ClerkSub::Back { .. } => {
            Ok(())
        }
    }
}

fn say_handed(
    hand_over: &HandOver,
    handed: &HandedAll,
    json: bool,
    desk: &Desk,
    outlet: &mut Outlet,
) -> Result<(), Failure> {
    let (today, calendar) = (desk.today(), desk.calendar());
    if json {
        let rows: Vec<_> = handed.rows.iter().map(|row| rows::json(row, today, &calendar)).collect();
        return outlet.json(&json!({
            "from": hand_over.from.0,
            "to": hand_over.to.0,
            "commit": handed.commit.map(|commit| commit.0),
            "cases": rows,
        }));
    }
    let office = desk.office();
    let (from, to) = (office.name_of(hand_over.from), office.name_of(hand_over.to));
    outlet.say(&words::handed_over(from, to, handed.rows.len(), handed.commit))?;
    if handed.rows.is_empty() {
        return Ok(());
    }
    outlet.say(&rows::lines(&handed.rows, today, &calendar))
}

/// The format named, else that of the file's extension, else text.
fn handing_format(format: Option<&str>, output: Option<&Path>) -> Result<HandingFormat, Failure> {
    let extension =
        output.and_then(Path::extension).map(|extension| extension.to_string_lossy().into_owned());
    let Some(word) = format.map(str::to_owned).or(extension) else { return Ok(HANDING_FORMATS[0]) };
    let known: Vec<&str> = HANDING_FORMATS.iter().map(|format| format.name).collect();
    HandingFormat::of(&word).ok_or_else(|| Failure::Usage(words::no_such_format(&word, &known)))
}
