//! `gongkai report`: the year's tables, table 3 of any period, or a tables file in another form.

use std::fs;
use std::io::Write;
use std::path::Path;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::DONE;
use super::args;
use super::day::{date, needed, year};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::tables::read_report;
use crate::calendar::format_iso;
use crate::desk::{Figure, Figures, UnitFigures, Working};
use crate::report::formats::{ALL, Format, by_extension, by_name};
use crate::report::{Period, Report};
use crate::request::Channel;
use crate::words;

/// Prints or writes the report.
pub(super) fn run(args: &args::Report, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    if args.working {
        return working(args, invocation, outlet);
    }
    let format = named_format(args.format.as_deref(), args.output.as_deref())?;
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
        return Ok(Report { tables, period: Period::Year(of_year), prose: read.prose });
    }
    if args.year.is_none() && args.from.is_none() && args.to.is_none() {
        return Err(Failure::Usage(words::cli::WHICH_REPORT.to_owned()));
    }
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let organ = desk.organ_of(args.organ.as_deref())?;
    let report = if let Some(text) = &args.year {
        let of_year = year(text)?;
        desk.report(of_year, organ)?
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

/// The working figures of a period, for monitoring returns.
fn working(args: &args::Report, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let (from, to) = period(args)?;
    let opened = invocation.open(outlet)?;
    let organ = opened.desk.organ_of(args.organ.as_deref())?;
    let working = opened.desk.working(from, to, organ)?;
    opened.close();
    if args.json {
        outlet.json(&working_json(&working))?;
    } else {
        outlet.say(&words::cli::working::table(&working))?;
    }
    Ok(DONE)
}

/// The working figures with English keys; 本期 is `period`, 累计 is `so_far`.
fn working_json(working: &Working) -> Value {
    let pair = |value: &dyn Fn(&Figures) -> Value| json!({ "period": value(&working.this), "so_far": value(&working.so_far) });
    let mut all = serde_json::Map::new();
    let (from, to) = working.period;
    all.insert("organ".to_owned(), json!(working.organ));
    for (key, on) in [("from", from), ("to", to), ("since", working.since)] {
        all.insert(key.to_owned(), json!(format_iso(on)));
    }
    for figure in Figure::ALL {
        all.insert(figure.key().to_owned(), pair(&|figures| json!(figures.count(figure))));
    }
    let mean = |figures: &Figures| json!(figures.mean_tenths().map(words::cli::working::tenths));
    all.insert("mean_working_days".to_owned(), pair(&mean));
    let channel = |channel: Channel| {
        let received = pair(&|figures| json!(figures.channel(channel)));
        json!({ "key": channel.key(), "label": channel.label(), "received": received })
    };
    all.insert("channels".to_owned(), Channel::ALL.map(channel).into_iter().collect());
    let unit = |unit: &String| {
        let of = |value: fn(&UnitFigures) -> u64| {
            pair(&|figures| json!(figures.units.get(unit).map(value).unwrap_or_default()))
        };
        json!({
            "unit": unit,
            "received": of(|unit| unit.received),
            "concluded": of(|unit| unit.concluded),
            "answered_late": of(|unit| unit.late),
        })
    };
    all.insert("units".to_owned(), working.units().into_iter().map(unit).collect());
    // Requests have no topic in the register.
    all.insert("topics".to_owned(), Value::Null);
    Value::Object(all)
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
