//! `gongkai import FILE`: a register from .xlsx or .csv; all or nothing.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::DONE;
use super::args::Import;
use super::day::year;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::desk::{ImportOptions, Imported};
use crate::ledger::{self, Field, ReadOptions, Reading};
use crate::request::OrganId;
use crate::words;

/// Takes the register over.
pub(super) fn run(args: &Import, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let bytes = outlet.files.read(&args.file)?;
    let first_year = args.first_year.as_deref().map(year).transpose()?;
    let profile = args.profile.as_deref().map(|path| profile(path, outlet)).transpose()?;
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let organ = desk.organ_of(args.organ.as_deref())?.unwrap_or(OrganId::FIRST);
    let options = ReadOptions { today: desk.today(), profile };
    let name = args.file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let reading = ledger::read(&bytes, &name, &options, &mut progress(outlet))
        .map_err(|error| Failure::Refused(words::ledger::error(&error)))?;
    let mut report = Imported::default();
    if reading.faults.is_empty() {
        let options = ImportOptions { organ, dry_run: args.dry_run, first_year };
        report = desk.import(opened.clerk, &reading.records, options, &mut progress(outlet))?;
    }
    print(args, &reading, &report, outlet)?;
    let faults = reading.faults.len() + report.refused.len();
    opened.close();
    if faults > 0 { Err(Failure::Refused(words::cli::import_refused(faults))) } else { Ok(DONE) }
}

/// A line now and then while a large file is read or written.
fn progress<'a>(outlet: &'a mut Outlet) -> impl FnMut(usize) + 'a {
    let mut told = 0;
    move |done| {
        if done >= told + 20_000 {
            told = done;
            // Progress that cannot be shown does not stop the import.
            let _ = outlet.warn(&words::cli::progress(done));
        }
    }
}

fn print(args: &Import, reading: &Reading, report: &Imported, outlet: &mut Outlet) -> Result<(), Failure> {
    for line in faults(reading, report) {
        outlet.warn(&line)?;
    }
    let warnings: Vec<String> = reading
        .warnings
        .iter()
        .map(words::ledger::warning)
        .chain(report.differing.iter().map(|no| words::cli::differing(no)))
        .chain(report.uncounted.iter().map(|no| words::cli::uncounted(no)))
        .collect();
    for line in
        warnings.iter().chain(&reading.passed_over.iter().map(words::ledger::passed_over).collect::<Vec<_>>())
    {
        outlet.warn(line)?;
    }
    if args.json {
        return outlet.json(&whole(args, reading, report, &warnings));
    }
    if reading.faults.is_empty() && report.refused.is_empty() {
        outlet.say(&words::cli::imported(report.added, report.known, args.dry_run))?;
        if let Some(commit) = report.commit {
            outlet.warn(&words::cli::import_commit(commit.0))?;
        }
    }
    Ok(())
}

fn faults(reading: &Reading, report: &Imported) -> Vec<String> {
    let refused = report.refused.iter().map(|record| {
        words::cli::refused_row(&record.sheet, record.row, &words::request::refusal(&record.refusal))
    });
    reading.faults.iter().map(words::ledger::fault).chain(refused).collect()
}

fn whole(args: &Import, reading: &Reading, report: &Imported, warnings: &[String]) -> Value {
    json!({
        "added": report.added,
        "known": report.known,
        "dry_run": args.dry_run,
        "commit": report.commit.map(|seq| seq.0),
        "faults": faults(reading, report),
        "warnings": warnings,
    })
}

/// The office's own headings.
fn profile(path: &Path, outlet: &mut Outlet) -> Result<BTreeMap<String, Field>, Failure> {
    let bad = |what: &str| Failure::Refused(words::cli::bad_profile(path, what));
    let named: BTreeMap<String, String> =
        serde_json::from_slice(&outlet.files.read(path)?).map_err(|error| bad(&error.to_string()))?;
    named
        .into_iter()
        .map(|(own, known)| {
            let field = Field::ALL.into_iter().find(|field| field.label() == known);
            field.map(|field| (own, field)).ok_or_else(|| bad(&words::cli::no_such_heading(&known)))
        })
        .collect()
}
