//! What subordinate organs handed in: which files count, which go back and why, who is missing.

mod roster;

pub use roster::{RosterLine, State, beyond_roster, roster};

use super::checks::{Finding, Severity, published};
use super::{Doubt, ReadReport, YearTables};

/// A file that was handed in, and the report in it or why there is none, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// The file, as it is to be named.
    pub file: String,
    /// What was read.
    pub read: Result<ReadReport, String>,
}

/// A file that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The file.
    pub file: String,
    /// The organ that it names.
    pub organ: Option<String>,
    /// Whether it names the year; otherwise it is taken for the year that was asked for.
    pub names_year: bool,
    /// Its tables.
    pub tables: YearTables,
    /// What the rules warn of.
    pub warnings: Vec<Finding>,
    /// What had to be guessed in reading it.
    pub doubts: Vec<Doubt>,
}

/// A file that does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The file.
    pub file: String,
    /// The organ that it names.
    pub organ: Option<String>,
    /// Why, at least one.
    pub faults: Vec<Fault>,
}

/// Why a file does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It gives no report; why, in words.
    Unread(String),
    /// It is of another year.
    OtherYear(i16),
    /// Another file of the same organ counts already.
    SameOrgan {
        /// that file
        file: String,
    },
    /// A rule finds an error.
    Rule(Finding),
}

/// The files, sorted out; each list in the order in which they were given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SortedOut {
    /// Those that count.
    pub taken: Vec<Taken>,
    /// Those that do not.
    pub returned: Vec<Returned>,
}

/// Judges every file by itself by the rules, and that it is the only one of its organ and of `year`. A file
/// that goes back stands in nobody's way: its correction may be among those after it.
pub fn sort_out(year: i16, handed_in: Vec<HandedIn>) -> SortedOut {
    let mut sorted = SortedOut::default();
    for HandedIn { file, read } in handed_in {
        match read {
            Ok(read) => sorted.judge(year, file, read),
            Err(why) => {
                sorted.returned.push(Returned { file, organ: None, faults: vec![Fault::Unread(why)] });
            }
        }
    }
    sorted
}

impl SortedOut {
    fn judge(&mut self, year: i16, file: String, read: ReadReport) {
        let of_year = read.year.or(read.tables.year);
        let organ = read.organ.clone().or_else(|| read.tables.organ.clone());
        let organ = organ.filter(|organ| !organ.trim().is_empty());
        let mut faults = Vec::new();
        faults.extend(of_year.filter(|stated| *stated != year).map(Fault::OtherYear));
        faults.extend(self.file_of(organ.as_deref()).map(|file| Fault::SameOrgan { file }));
        let findings = published(&read, None);
        let is_error = |finding: &Finding| finding.severity == Severity::Error;
        let (errors, warnings): (Vec<_>, Vec<_>) = findings.into_iter().partition(is_error);
        faults.extend(errors.into_iter().map(Fault::Rule));
        if faults.is_empty() {
            let tables = read.judged();
            let names_year = of_year.is_some();
            self.taken.push(Taken { file, organ, names_year, tables, warnings, doubts: read.doubts });
        } else {
            self.returned.push(Returned { file, organ, faults });
        }
    }

    /// The file of an organ among those that count.
    fn file_of(&self, organ: Option<&str>) -> Option<String> {
        let organ = organ?;
        let same = |taken: &&Taken| taken.organ.as_deref().is_some_and(|other| same_name(other, organ));
        self.taken.iter().find(same).map(|taken| taken.file.clone())
    }

    /// The tables that count.
    pub fn tables(&self) -> Vec<YearTables> {
        self.taken.iter().map(|taken| taken.tables.clone()).collect()
    }
}

/// Whether two names are one, spaces aside.
fn same_name(one: &str, other: &str) -> bool {
    one.chars().filter(|c| !c.is_whitespace()).eq(other.chars().filter(|c| !c.is_whitespace()))
}

#[cfg(test)]
mod tests;
