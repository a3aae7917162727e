//! `gongkai check`: the rules on the office's own year or on somebody's published report; exit code 3 on errors.

use super::args;
use super::day::year;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::tables::read_report;
use super::{DONE, FOUND};
use crate::report::ReadReport;
use crate::report::checks::{self, Severity, findings_json, findings_text};
use crate::words;

/// Checks and prints the findings.
pub(super) fn run(args: &args::Check, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let findings = if let Some(path) = &args.file {
        published(&read_report(path, outlet)?)
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

/// The rules on a report as it was read: its tables, its words, and its titles where it has any.
fn published(read: &ReadReport) -> Vec<checks::Finding> {
    let tables = read.judged();
    let headings: Vec<&str> = read.headings.iter().map(String::as_str).collect();
    let check = checks::Check {
        prose: read.prose.as_ref(),
        title: read.title.as_deref(),
        // A file of tables alone has the titles of their parts at most.
        headings: (read.prose.is_some() && !headings.is_empty()).then_some(headings.as_slice()),
        ..checks::Check::new(&tables)
    };
    check.run()
}
