//! The full check of a year, and the report in every format.

use gongkai::report::formats;
use gongkai::report::{Period, Report, YearTables, from_json, merge};

use crate::Outcome;
use crate::measure::{Line, Times, time};
use crate::office::{Office, YEARS};

/// All rules that exist, recounted from the case rows.
pub fn check(office: &Office) -> Outcome<Vec<Line>> {
    let opened = office.open()?;
    let times = Times::of(3, |_| Ok(opened.desk.check_year(*YEARS.end(), None).map(drop)?))?;
    opened.close();
    let line =
        Line::new(format!("{:?}: full check of a year", office.size), "C <= 1.5 s", time(times.at(50)));
    Ok(vec![line.ok(times.at(50).as_secs_f64() <= 1.5)])
}

/// From the counters to the bytes, in every format; and the sum of 200 organs' tables.
pub fn formats(office: &Office) -> Outcome<Vec<Line>> {
    let opened = office.open()?;
    let mut lines = Vec::new();
    for format in formats::ALL {
        let times = Times::of(20, |_| {
            let tables = opened.desk.tables(*YEARS.end(), None)?;
            let report =
                Report { tables, period: Period::Year(*YEARS.end()), prose: None, cases: Vec::new() };
            Ok(format.render(&report).map(drop)?)
        })?;
        let what = format!("{:?}: report as {}", office.size, format.name());
        lines.push(Line::new(what, "<= 300 ms", times.words()).ok(times.at(99).as_millis() < 300));
    }
    let tables = opened.desk.tables(*YEARS.end(), None)?;
    opened.close();
    lines.push(merged(&tables)?);
    Ok(lines)
}

fn merged(tables: &YearTables) -> Outcome<Line> {
    let file = formats::to_json(tables).to_string();
    let times = Times::of(3, |_| {
        let all = (0..200).map(|_| from_json(file.as_bytes())).collect::<Result<Vec<_>, _>>()?;
        Ok(merge(*YEARS.end(), "安阳市", &all).map(drop)?)
    })?;
    let line = Line::new("200 files read and merged", "<= 2 s", time(times.at(50)));
    Ok(line.ok(times.at(50).as_secs_f64() <= 2.0))
}
