//! `gongkai check`: the rules on the office's own year or on a tables file; exit code 3 on errors.

use super::args;
use super::day::year;
use super::failure::Failure;
use super::import::read_file;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::{DONE, FOUND};
use crate::report::checks::{self, Severity, findings_json, findings_text};
use crate::report::from_json;
use crate::words;

/// Checks and prints the findings.
pub(super) fn run(args: &args::Check, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let findings = if let Some(path) = &args.file {
        let tables = from_json(&read_file(path)?).map_err(|error| Failure::Refused(error.to_string()))?;
        checks::Check::new(&tables).run()
    } else if let Some(text) = &args.year {
        let of_year = year(text)?;
        let opened = invocation.open(outlet)?;
        let organ = opened.desk.organ_of(args.organ.as_deref())?;
        let findings = opened.desk.check_year(of_year, organ)?;
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
