//! `gongkai calendar import FILE`: takes over holiday notices and lists the cases that moved.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::DONE;
use super::args::CalendarImport;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::calendar::{NoticeFault, YearDays, read_notice};
use crate::desk::{Moved, Redated};
use crate::ledger;
use crate::words::{calendar, cli as words};

/// Takes the notices over.
pub(super) fn run(
    args: &CalendarImport,
    invocation: &Invocation,
    outlet: &mut Outlet,
) -> Result<u8, Failure> {
    let bytes = outlet.files.read(&args.file)?;
    let text = ledger::text_of(&bytes).ok_or_else(|| Failure::Refused(words::no_notice_text(&args.file)))?;
    let years = match read_notice(&text) {
        Ok(years) => years,
        Err(faults) => return Err(refused(args, &faults, outlet)?),
    };
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let redated =
        if args.dry_run { desk.preview_calendar(&years)? } else { desk.set_calendar(opened.clerk, &years)? };
    if args.json {
        outlet.json(&whole(args, &years, &redated))?;
    } else {
        print(args, &years, &redated, outlet)?;
    }
    opened.close();
    Ok(DONE)
}

/// Says every fault; the failure to end with.
fn refused(args: &CalendarImport, faults: &[NoticeFault], outlet: &mut Outlet) -> Result<Failure, Failure> {
    let lines: Vec<String> = faults.iter().map(calendar::notice_fault).collect();
    for line in &lines {
        outlet.warn(line)?;
    }
    if args.json {
        let mut value = whole(args, &BTreeMap::new(), &Redated::default());
        if let Some(object) = value.as_object_mut() {
            object.insert("faults".to_owned(), json!(lines));
        }
        outlet.json(&value)?;
    }
    Ok(Failure::Refused(words::notice_refused(lines.len())))
}

fn print(
    args: &CalendarImport,
    years: &BTreeMap<i16, YearDays>,
    redated: &Redated,
    outlet: &mut Outlet,
) -> Result<(), Failure> {
    for (year, days) in years {
        outlet.say(&if redated.known.contains(year) {
            words::notice_known(*year)
        } else {
            words::notice_taken(*year, days, args.dry_run)
        })?;
    }
    print_moved(redated, args.dry_run, outlet)
}

/// Lists the cases that moved.
pub(super) fn print_moved(redated: &Redated, dry_run: bool, outlet: &mut Outlet) -> Result<(), Failure> {
    if redated.moved.is_empty() {
        outlet.say(words::NOTHING_MOVED)?;
    } else {
        outlet.say(&words::moved_title(redated.moved.len(), dry_run))?;
        for moved in &redated.moved {
            outlet.say(&words::moved(moved))?;
        }
    }
    if redated.settled > 0 {
        outlet.say(&words::settled(redated.settled, dry_run))?;
    }
    Ok(())
}

/// The result as JSON: the keys are fixed.
fn whole(args: &CalendarImport, years: &BTreeMap<i16, YearDays>, redated: &Redated) -> Value {
    let years: Vec<Value> = years
        .iter()
        .map(|(year, days)| {
            let changed = !redated.known.contains(year);
            json!({ "year": year, "off": days.off.len(), "work": days.work.len(), "changed": changed })
        })
        .collect();
    let moved = moved(redated);
    json!({
        "years": years,
        "dry_run": args.dry_run,
        "moved": moved,
        "settled": redated.settled,
        "faults": [],
    })
}

/// The cases that moved, as JSON.
pub(super) fn moved(redated: &Redated) -> Value {
    let one = |moved: &Moved| {
        json!({
            "no": moved.row.no,
            "before": moved.before.map(|on| on.to_string()),
            "after": moved.after.map(|on| on.to_string()),
            "was_provisional": moved.was_provisional,
            "provisional": moved.row.provisional,
            "working_days": moved.working_days,
            "days": moved.days,
        })
    };
    Value::Array(redated.moved.iter().map(one).collect())
}
