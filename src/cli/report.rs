//! `gongkai report`: the year's tables, table 3 of any period, or a tables file in another form.

use std::fs;
use std::io::Write;
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
        Some(path) => write(path, &bytes),
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

/// Writes a file under a name that is free, whole or not at all; gives its whole path, or says why not.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<String, String> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => words::cli::file_exists(path),
        _ => words::cli::cannot_write_new(path, &words::cli::io(&error)),
    };
    let mut file = fs::File::create_new(path).map_err(failed)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // The first error is the one worth telling.
        let _ = fs::remove_file(path);
    }
    written.map_err(failed)?;
    let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    Ok(whole.display().to_string())
}

/// Writes a file whole or not at all: beside its place first, then under its name.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        Failure::Refused(words::cli::cannot_write_file(path, &words::cli::io(&error)))
    };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let written = fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    });
    if written.is_err() && beside.exists() {
        // The first error is the one worth telling.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(failed)
}
