//! `gongkai report`: the year's tables, table 3 of any period, or a tables file in another form.

use std::path::Path;

use jiff::civil::Date;

use super::DONE;
use super::args;
use super::day::{date, needed, year};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::tables::read_report;
use super::working;
use crate::report::formats::{ALL, Format, by_extension, by_name};
use crate::report::{Period, Report};
use crate::words;

/// Prints or writes the report.
pub(super) fn run(args: &args::Report, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    if args.working {
        return working::run(args, period(args)?, invocation, outlet);
    }
    let format = named_format(args.format.as_deref(), args.output.as_deref())?;
    if args.cases && format.name() != "xlsx" {
        return Err(Failure::Usage(words::cli::CASES_ONLY_IN_XLSX.to_owned()));
    }
    let report = report(args, invocation, outlet)?;
    hand_out(&report, format, args.output.as_deref(), outlet)?;
    Ok(DONE)
}

/// Prints a report, or writes it to a file.
pub(super) fn hand_out(
    report: &Report,
    format: &dyn Format,
    output: Option<&Path>,
    outlet: &mut Outlet,
) -> Result<(), Failure> {
    let bytes = format.render(report).map_err(|error| Failure::Refused(error.to_string()))?;
    match output {
        Some(path) => outlet.files.replace(path, &bytes),
        None => outlet.bytes(&bytes, format.is_binary()),
    }
}

/// The format named, else that of the file's extension, else text.
pub(super) fn named_format(
    format: Option<&str>,
    output: Option<&Path>,
) -> Result<&'static dyn Format, Failure> {
    let known: Vec<&str> = ALL.iter().map(|format| format.name()).collect();
    let unknown = |name: &str| Failure::Usage(words::cli::no_such_format(name, &known));
    if let Some(name) = format {
        return by_name(name).ok_or_else(|| unknown(name));
    }
    match output.and_then(Path::extension) {
        Some(extension) => {
            let extension = extension.to_string_lossy();
            by_extension(&extension).ok_or_else(|| unknown(&extension))
        }
        None => by_name("text").ok_or_else(|| unknown("text")),
    }
}

fn report(args: &args::Report, invocation: &Invocation, outlet: &mut Outlet) -> Result<Report, Failure> {
    if let Some(path) = &args.file {
        let read = read_report(path, outlet)?;
        let mut tables = read.tables;
        if let Some(text) = &args.year {
            tables.year = Some(year(text)?);
        }
        if let Some(organ) = &args.organ {
            tables.organ = Some(organ.clone());
        }
        let of_year = tables.year.unwrap_or_default();
        return Ok(Report { tables, period: Period::Year(of_year), prose: read.prose, cases: Vec::new() });
    }
    if args.year.is_none() && args.from.is_none() && args.to.is_none() {
        return Err(Failure::Usage(words::cli::WHICH_REPORT.to_owned()));
    }
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let organ = desk.organ_of(args.organ.as_deref())?;
    let report = if let Some(text) = &args.year {
        let of_year = year(text)?;
        let mut report = desk.report(of_year, organ)?;
        if args.cases {
            report.cases = desk.counted_cases(of_year, organ, args.names)?;
        }
        report
    } else {
        let (from, to) = period(args)?;
        desk.period(from, to, organ)?
    };
    opened.close();
    Ok(report)
}

/// The first and the last day of a period.
fn period(args: &args::Report) -> Result<(Date, Date), Failure> {
    let from = date("--from", &needed("--from", args.from.clone())?)?;
    let to = date("--to", &needed("--to", args.to.clone())?)?;
    if from > to {
        return Err(Failure::Usage(words::cli::PERIOD_UPSIDE_DOWN.to_owned()));
    }
    Ok((from, to))
}
