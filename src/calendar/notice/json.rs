//! A notice as JSON.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::{MapAccess, Visitor};

use super::{NoticeFault, NoticeProblem, settled, year_of};
use crate::calendar::{YearDays, parse_date};

/// The years in the order of the file: a map would lose a year that stands there twice.
struct Years(Vec<(String, Year)>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    off: Vec<String>,
    #[serde(default)]
    work: Vec<String>,
}

impl<'de> Deserialize<'de> for Years {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Years;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("years")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Years, M::Error> {
                let mut years = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    years.push(entry);
                }
                Ok(Years(years))
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

/// Reads the notices of a file.
pub(super) fn read(text: &str) -> Result<BTreeMap<i16, YearDays>, Vec<NoticeFault>> {
    let Years(stated) = serde_json::from_str(text).map_err(|error| vec![malformed(text, &error)])?;
    let mut years = BTreeMap::new();
    let mut faults = Vec::new();
    for (key, stated) in stated {
        match year(&key, &stated) {
            Ok((year, days)) => {
                if years.insert(year, days).is_some() {
                    let again = at(text, &key, NoticeProblem::YearTwice(year));
                    faults.push(again);
                }
            }
            Err((stated, problem)) => faults.push(at(text, &stated, problem)),
        }
    }
    match (faults.is_empty(), years.is_empty()) {
        (true, false) => Ok(years),
        (true, true) => {
            Err(vec![NoticeFault { line: 0, text: String::new(), problem: NoticeProblem::Nothing }])
        }
        (false, _) => Err(faults),
    }
}

/// One year; or the text that is wrong in it.
fn year(key: &str, stated: &Year) -> Result<(i16, YearDays), (String, NoticeProblem)> {
    let year = year_of(key).map_err(|problem| (key.to_owned(), problem))?;
    let days = settled(YearDays { off: dates(&stated.off)?, work: dates(&stated.work)? });
    days.check(year).map_err(|error| (key.to_owned(), NoticeProblem::Days { year, error }))?;
    Ok((year, days))
}

fn dates(texts: &[String]) -> Result<Vec<Date>, (String, NoticeProblem)> {
    let date =
        |text: &String| parse_date(text).map_err(|_| (text.clone(), NoticeProblem::NotADate(text.clone())));
    texts.iter().map(date).collect()
}

/// A fault where this text stands in quotes for the last time.
fn at(text: &str, stated: &str, problem: NoticeProblem) -> NoticeFault {
    let quoted = format!("\"{stated}\"");
    let line = text.lines().zip(1..).filter(|(line, _)| line.contains(&quoted)).last().map_or(0, |(_, n)| n);
    NoticeFault { line, text: stated.to_owned(), problem }
}

fn malformed(text: &str, error: &serde_json::Error) -> NoticeFault {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    NoticeFault {
        line: error.line(),
        text: line.trim().to_owned(),
        problem: NoticeProblem::Json { column: error.column() },
    }
}
