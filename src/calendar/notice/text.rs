//! A notice as text: lines that set the year, lines of sentences.

use std::collections::BTreeMap;

use super::sentence::sentence;
use super::{NoticeFault, NoticeProblem, settled, year_of};
use crate::calendar::{YearDays, YearError, parse_date};

/// How lines of the notice begin that say nothing of days.
const AROUND: [&str; 5] = ["国务院办公厅", "部分节假日安排", "各省", "节假日期间", "(此件公开发布)"];
/// How a line ends that names the year and no day.
const TITLES: [&str; 4] = ["通知", "如下", "安排", "节假日"];

/// Reads the notices of a file.
pub(super) fn read(text: &str) -> Result<BTreeMap<i16, YearDays>, Vec<NoticeFault>> {
    let mut reading = Reading::default();
    for (line, number) in text.lines().zip(1..) {
        if let Err(problem) = reading.line(&plain(line), number) {
            reading.faults.push(NoticeFault { line: number, text: line.trim().to_owned(), problem });
        }
    }
    reading.finish()
}

/// The line without its comment, without spaces, with the punctuation that was meant.
fn plain(line: &str) -> String {
    let uncommented = line.split(['#', '＃']).next().unwrap_or_default();
    let meant = |c: char| match c {
        '～' | '〜' | '—' | '–' | '−' | '─' | '~' => '-',
        '【' | '〔' | '[' => '(',
        '】' | '〕' | ']' => ')',
        '．' => '.',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let is_said = |c: &char| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}');
    uncommented.chars().filter(is_said).map(meant).collect()
}

/// The years of a file as far as they are read.
#[derive(Default)]
struct Reading {
    /// Year, the line that set it, its days; the last is the one being read.
    years: Vec<(i16, usize, YearDays)>,
    faults: Vec<NoticeFault>,
    /// The line before was the signature; its date follows.
    is_signed: bool,
}

impl Reading {
    fn line(&mut self, line: &str, number: usize) -> Result<(), NoticeProblem> {
        let was_signed = std::mem::take(&mut self.is_signed);
        if line.is_empty() || (was_signed && parse_date(line).is_ok()) || is_file_number(line) {
            return Ok(());
        }
        let has_digits = line.contains(|c: char| c.is_ascii_digit());
        if !has_digits && AROUND.iter().any(|start| line.starts_with(start)) {
            self.is_signed = line == "国务院办公厅";
            return Ok(());
        }
        if let Some(year) = title(line) {
            return self.begin(year_of(year)?, number);
        }
        match inline_year(line) {
            Some((year, days)) => {
                let year = year_of(year)?;
                if self.years.last().is_none_or(|(current, ..)| *current != year) {
                    self.begin(year, number)?;
                }
                self.days(days)
            }
            None => self.days(line),
        }
    }

    /// A line that sets the year. Title and preamble both name it, before any day.
    fn begin(&mut self, year: i16, number: usize) -> Result<(), NoticeProblem> {
        let is_new = |(known, _, days): &(i16, usize, YearDays)| {
            *known != year || (days.off.is_empty() && days.work.is_empty())
        };
        if !self.years.iter().all(is_new) {
            return Err(NoticeProblem::YearTwice(year));
        }
        self.years.retain(|(known, ..)| *known != year);
        self.years.push((year, number, YearDays::default()));
        Ok(())
    }

    /// The days of a line, all or none.
    fn days(&mut self, line: &str) -> Result<(), NoticeProblem> {
        let (year, _, days) = self.years.last_mut().ok_or(NoticeProblem::NoYear)?;
        let mut with = days.clone();
        for said in line.split(['。', ';']).filter(|said| !said.is_empty()) {
            let said = sentence(said, *year)?;
            with.off.extend(said.off);
            with.work.extend(said.work);
        }
        // A day may be off here and worked in an earlier line.
        with.check_each(*year).map_err(|error| NoticeProblem::Days { year: *year, error })?;
        *days = with;
        Ok(())
    }

    fn finish(mut self) -> Result<BTreeMap<i16, YearDays>, Vec<NoticeFault>> {
        let mut years = BTreeMap::new();
        for (year, line, days) in self.years {
            let days = settled(days);
            if let Err(error) = days.check(year) {
                // Where days were not understood, that they are missing needs no word.
                if error != YearError::Empty || self.faults.is_empty() {
                    let problem = NoticeProblem::Days { year, error };
                    self.faults.push(NoticeFault { line, text: format!("{year}年"), problem });
                }
            }
            years.insert(year, days);
        }
        if years.is_empty() && self.faults.is_empty() {
            self.faults.push(NoticeFault { line: 0, text: String::new(), problem: NoticeProblem::Nothing });
        }
        if self.faults.is_empty() { Ok(years) } else { Err(self.faults) }
    }
}

/// `国办发明电(2025)7号`
fn is_file_number(line: &str) -> bool {
    line.starts_with("国办发") && line.ends_with('号')
}

/// The year of a line that names one and no day: `2027年`, `国务院办公厅关于2027年部分节假日安排的通知`.
fn title(line: &str) -> Option<&str> {
    if line.chars().all(|c| c.is_ascii_digit()) {
        return (line.len() == 4).then_some(line);
    }
    let (before, after) = line.split_once('年')?;
    let year = before.trim_start_matches(|c: char| !c.is_ascii_digit());
    let is_one = year.chars().all(|c| c.is_ascii_digit()) && !after.contains(|c: char| c.is_ascii_digit());
    let end = after.trim_end_matches(['。', ':', '的']);
    let is_title = end.is_empty() || TITLES.iter().any(|title| end.ends_with(title));
    (is_one && !year.is_empty() && is_title).then_some(year)
}

/// A year before a name: `2027年春节：…`. Before a month it belongs to the day.
fn inline_year(line: &str) -> Option<(&str, &str)> {
    let (year, days) = line.split_once('年')?;
    let is_year = !year.is_empty() && year.chars().all(|c| c.is_ascii_digit());
    (is_year && !days.starts_with(|c: char| c.is_ascii_digit())).then_some((year, days))
}
