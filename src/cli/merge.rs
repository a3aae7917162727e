//! `gongkai merge YEAR FILE…`: the sum of subordinate organs' tables. Every file is judged first; one that
//! fails stops the merging unless it may be left out.

use std::path::Path;

use super::args;
use super::day::year;
use super::failure::Failure;
use super::files::read_file;
use super::outlet::Outlet;
use super::report::{hand_out, named_format};
use super::tables::read_report;
use super::{DONE, FOUND};
use crate::ledger;
use crate::report::checks::{Check, Severity, aggregate};
use crate::report::{
    Document, DocumentColumn, HandedIn, MergeError, Period, Report, SortedOut, YearTables, beyond_roster,
    from_bytes, merge, roster, sort_out,
};
use crate::words::cli::merge as words;

/// Reads, judges, adds, prints.
pub(super) fn run(args: &args::Merge, outlet: &mut Outlet) -> Result<u8, Failure> {
    let format = named_format(args.format.as_deref(), args.output.as_deref())?;
    let of_year = year(&args.year)?;
    refuse_own_output(args)?;
    let organs = args.roster.as_deref().map(read_roster).transpose()?;
    let sorted = sort_out(of_year, args.files.iter().map(|path| read(path)).collect());
    tell(&sorted, outlet)?;
    if let Some(organs) = &organs {
        tell_roster(organs, &sorted, outlet)?;
    }
    let returned = sorted.returned.len();
    if returned > 0 && !args.leave_out_failing {
        return Err(Failure::Refused(words::merge_stopped(returned)));
    }
    if sorted.taken.is_empty() {
        return Err(Failure::Refused(words::NOTHING_TO_MERGE.to_owned()));
    }
    let organ = args.organ.as_deref().unwrap_or(words::MERGED_ORGAN);
    let tables = merge(of_year, organ, &sorted.tables()).map_err(|error| refused(&error, &sorted))?;
    tell_joint(&sorted, outlet)?;
    let mut findings = Check::new(&tables).run();
    if let Some(path) = &args.against {
        findings.extend(aggregate(&read_report(path, outlet)?.judged(), &tables));
    }
    for finding in &findings {
        outlet.warn(&words::of_the_sum(&finding.line()))?;
    }
    let report = Report { tables, period: Period::Year(of_year), prose: None, cases: Vec::new() };
    hand_out(&report, format, args.output.as_deref(), outlet)?;
    outlet.warn(&words::merged(sorted.taken.len(), returned))?;
    let errors = findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if errors || returned > 0 { FOUND } else { DONE })
}

/// The sum of an earlier run, caught by a pattern such as `*.xlsx`, would be added to its own parts.
fn refuse_own_output(args: &args::Merge) -> Result<(), Failure> {
    let place = |path: &Path| path.canonicalize().ok();
    let Some(output) = args.output.as_deref().and_then(place) else { return Ok(()) };
    let own = args.files.iter().find(|file| place(file).as_ref() == Some(&output));
    own.map_or(Ok(()), |file| Err(Failure::Usage(words::own_output(file))))
}

/// A file and the report in it; one that cannot be read is no end of the merging.
fn read(path: &Path) -> HandedIn {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let read = match read_file(path) {
        Ok(bytes) => from_bytes(name.as_deref(), &bytes).map_err(|error| error.to_string()),
        Err(failure) => Err(failure.words()),
    };
    HandedIn { file: path.display().to_string(), read }
}

/// The organs of a roster: one a line, `#` begins a remark.
fn read_roster(path: &Path) -> Result<Vec<String>, Failure> {
    let bytes = read_file(path)?;
    let text = ledger::text_of(&bytes).ok_or_else(|| Failure::Refused(words::no_roster(path)))?;
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    let lines = lines.map(|line| line.trim_start_matches('\u{feff}'));
    let mut organs: Vec<String> = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        if !organs.iter().any(|organ| organ == line) {
            organs.push(line.to_owned());
        }
    }
    if organs.is_empty() { Err(Failure::Refused(words::no_roster(path))) } else { Ok(organs) }
}

/// What is wrong or doubtful, a line each.
fn tell(sorted: &SortedOut, outlet: &mut Outlet) -> Result<(), Failure> {
    for returned in &sorted.returned {
        for fault in &returned.faults {
            outlet.warn(&words::returned(returned, fault))?;
        }
    }
    for taken in &sorted.taken {
        for doubt in &taken.doubts {
            outlet.warn(&words::doubtful(&taken.file, doubt))?;
        }
        if !taken.names_year {
            outlet.warn(&words::without_year(&taken.file))?;
        }
    }
    let warned: Vec<&str> = sorted
        .taken
        .iter()
        .filter(|taken| !taken.warnings.is_empty())
        .map(|taken| taken.file.as_str())
        .collect();
    outlet.warn(&words::warned(&warned))
}

fn tell_roster(organs: &[String], sorted: &SortedOut, outlet: &mut Outlet) -> Result<(), Failure> {
    let organs: Vec<&str> = organs.iter().map(String::as_str).collect();
    let lines = roster(&organs, sorted);
    outlet.warn(&words::roster_head(&lines))?;
    for line in &lines {
        outlet.warn(&words::roster_line(line))?;
    }
    for file in beyond_roster(&organs, sorted) {
        outlet.warn(&words::beyond_roster(file))?;
    }
    Ok(())
}

/// V15: a document that several organs made together is counted by the lead organ only. Tables do not say
/// which are joint, so a person is told where to look.
fn tell_joint(sorted: &SortedOut, outlet: &mut Outlet) -> Result<(), Failure> {
    let made = |tables: &YearTables| {
        let made = |document| tables.table2.document(document, DocumentColumn::Made).cell.count();
        Document::ALL.into_iter().filter_map(made).sum::<u64>()
    };
    let makers: Vec<(&str, u64)> = sorted
        .taken
        .iter()
        .map(|taken| (taken.organ.as_deref().unwrap_or(&taken.file), made(&taken.tables)))
        .filter(|(_, made)| *made > 0)
        .collect();
    if makers.len() > 1 { outlet.warn(&words::joint_documents(&makers)) } else { Ok(()) }
}

fn refused(error: &MergeError, sorted: &SortedOut) -> Failure {
    let file = match error {
        MergeError::NoFigure { part, .. } => sorted.taken.get(*part).map(|taken| taken.file.as_str()),
        MergeError::TooLarge => None,
    };
    Failure::Refused(words::not_merged(file, &error.to_string()))
}
