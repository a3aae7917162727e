//! `gongkai check`: the rules on the office's own year or on somebody's published report; exit code 3 on errors.

use std::path::Path;

use super::args;
use super::day::year;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::tables::read_report;
use super::{DONE, FOUND};
use crate::report::ReadReport;
use crate::report::checks::{Severity, findings_json, findings_text, published};
use crate::words;

/// Checks and prints the findings.
pub(super) fn run(args: &args::Check, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let findings = if let Some(path) = &args.file {
        let read = read_report(path, outlet)?;
        let previous = args.previous.as_deref().map(|path| before(path, &read, outlet)).transpose()?;
        published(&read, previous.as_ref())
    } else if let Some(text) = &args.year {
        let of_year = year(text)?;
        let opened = invocation.open(outlet)?;
        let organ = opened.desk.organ_of(args.organ.as_deref())?;
        let findings = opened.desk.check_year(of_year, organ)?;
        if !opened.desk.has_words(of_year, organ) {
            outlet.warn(&words::cli::words_unjudged(of_year))?;
        }
        opened.close();
        findings
    } else {
        return Err(Failure::Usage(words::cli::WHICH_CHECK.to_owned()));
    };
    if args.json {
        outlet.json(&findings_json(&findings))?;
    } else if findings.is_empty() {
        outlet.say(words::cli::ALL_RULES_HOLD)?;
    } else {
        outlet.say(&findings_text(&findings))?;
    }
    let errors = findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if errors { FOUND } else { DONE })
}

/// The report of the year before, which must be of that year where both name theirs.
fn before(path: &Path, read: &ReadReport, outlet: &mut Outlet) -> Result<ReadReport, Failure> {
    let previous = read_report(path, outlet)?;
    match (read.year, previous.year) {
        (Some(year), Some(before)) if before != year.saturating_sub(1) => {
            Err(Failure::Refused(words::cli::not_the_year_before(path, before, year)))
        }
        _ => Ok(previous),
    }
}
