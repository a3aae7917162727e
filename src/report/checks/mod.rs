//! The rules that a report must keep, as functions of values. A clean result is an empty list.
//!
//! | rule | says | severity |
//! |---|---|---|
//! | V1 | per column: new + carried in = total + carried out | error |
//! | V2 | per column: total = sum of the 21 results | error |
//! | V3 | per row of table 3: 总计 = sum of the six kinds of applicants | error |
//! | V4 | per column: carried in = what the previous year carried out | error; warning once recorded |
//! | V5 | per group of table 4: 总计 = sum of the four results | error |
//! | V6 | numbers in the words = the tables; what is understood: see `claims` | error |
//! | V7 | no blank, no "/" or "-", no negative or broken number | error |
//! | V8 | valid documents = those of the year before + made - repealed | warning |
//! | V9 | no 规章 of an organ that may make none | error |
//! | V10 | part six speaks of the 信息处理费; （六）2 has fee notices | warning |
//! | V11 | part five tells problems, last year's among them | warning |
//! | V12 | part one has at most 1,000 字 and the five aspects | warning |
//! | V13 | the six titles in order, verbatim | error; warning for a variant |
//! | V14 | the title's year and the 统计期限 are the year of the data | error; warning for another wording |
//! | V15 | the whole = sum of the parts, cell by cell | error |
//! | V16 | table 3 = table 3 recounted from the cases | error |
//! | V17 | an outcome has the step it rests on | warning |
//! | V18 | a refusal on arts. 14-16 says 复议前置 | error |
//! | V19 | answers served after their last day | warning |
//! | V20 | handed in by the organ's own day, by 31 January, governments by 31 March | warning |
//! | V21 | a carried case keeps its column | error |
//! | V22 | charges a hundred times those of the year before, or a hundredth; or without anything to charge | warning |
//! | S1 | parts one and six have words | error; warning for six |
//! | S2 | nothing is left open (XX, ____) | warning |
//! | P1 | 均按时 while answers were late | error |
//! | P2 | what part six says was collected = what was | error |
//! | P3 | a part that is last year's part again (90 %) | warning |
//! | R1-R8 | the records before the year ends: see [`self_check`] | |
//!
//! A rule without its input is silent. *Zero and unknown differ*: a [`Cell::Blank`](super::Cell) is a figure
//! that nobody has stated. It is never taken for 0: V7 names it, a sum or a claim that needs it is not tried,
//! and a fact that is `None` (fees, charges of an organ, late answers) keeps its rule silent, where
//! `Some(0)` makes it compare. On paper both end as 0, the unknown only once a clerk has made it one.

mod cases;
mod claims;
mod facts;
mod fees;
mod finding;
mod identities;
mod on_time;
mod passages;
mod period;
mod published;
mod recounted;
mod sections;
mod single;
mod target;
mod titles;
mod yearly;

use super::{Prose, Report, Table3, YearTables};

pub use cases::{
    Asked, CaseFacts, LetterFacts, ThirdFacts, counted, late_answers, self_check, self_check_as_of,
};
pub use facts::{FeeFacts, HandIn, OrganFacts};
pub use finding::{Finding, Severity, findings_json, findings_text};
pub use identities::{Identities, identities};
pub use published::published;
pub use recounted::aggregate;
pub use sections::OVERVIEW_MOST;
pub use target::{Figure2, Target};

/// What is checked, and against what. Each field but the tables may be left out.
#[derive(Debug, Clone, Copy)]
pub struct Check<'a> {
    /// The tables.
    pub tables: &'a YearTables,
    /// The words around them.
    pub prose: Option<&'a Prose>,
    /// The title as it stands.
    pub title: Option<&'a str>,
    /// The headings of the document as they stand, in order, for V13; a report of our own has the right ones.
    pub headings: Option<&'a [&'a str]>,
    /// What is known of the organ, for V9, V20 and V22.
    pub organ: Option<OrganFacts>,
    /// The previous year's published tables, for V4, V8 and V22.
    pub previous: Option<&'a YearTables>,
    /// The previous year's words, for V11 and P3.
    pub previous_prose: Option<&'a Prose>,
    /// Table 3 counted anew from the case rows, its last row from the cases open on 31 December, for V16.
    pub recount: Option<&'a Table3>,
    /// The sum of the subordinate organs' tables, from [`merge`](fn@crate::report::merge), for V15.
    pub subordinates: Option<&'a YearTables>,
    /// The fees of the year, for V10 and P2.
    pub fees: Option<FeeFacts>,
    /// Answers of the year that came late, for P1; [`late_answers`] counts them.
    pub late: Option<u64>,
    /// The cases behind the tables, for V17, V18, V19 and V21.
    pub cases: Option<&'a [CaseFacts]>,
    /// When it was handed in, for V20.
    pub hand_in: Option<HandIn>,
    /// Whether 规章 may be "/" (the organ has no rule-making power and its portal wants it so).
    pub regulations_struck_out: bool,
    /// Whether it is on record why the previous year's published figure was wrong: V4 then warns only.
    pub difference_recorded: bool,
}

impl<'a> Check<'a> {
    /// A check of the tables by themselves.
    pub const fn new(tables: &'a YearTables) -> Self {
        Self {
            tables,
            prose: None,
            title: None,
            headings: None,
            organ: None,
            previous: None,
            previous_prose: None,
            recount: None,
            subordinates: None,
            fees: None,
            late: None,
            cases: None,
            hand_in: None,
            regulations_struck_out: false,
            difference_recorded: false,
        }
    }

    /// A check of a report: its tables and, where it has them, its words.
    pub const fn of_report(report: &'a Report) -> Self {
        Self { prose: report.prose.as_ref(), ..Self::new(&report.tables) }
    }

    /// All findings, in the order of the rules.
    pub fn run(&self) -> Vec<Finding> {
        let mut findings = self.of_tables();
        findings.extend(self.of_words());
        findings.extend(self.of_the_year());
        if let Some(whole) = self.subordinates {
            findings.extend(aggregate(self.tables, whole));
        }
        if let Some(recount) = self.recount {
            findings.extend(recounted::v16(self.tables, recount));
        }
        if let Some(cases) = self.cases {
            findings.extend(counted(cases));
        }
        findings.sort_by_key(|finding| order(finding.rule));
        findings
    }

    /// The rules of the tables alone, and against the year before.
    fn of_tables(&self) -> Vec<Finding> {
        let mut findings = identities(self.tables).broken;
        findings.extend(single::v7(self.tables, self.regulations_struck_out));
        if let Some(previous) = self.previous {
            let severity = if self.difference_recorded { Severity::Warning } else { Severity::Error };
            findings.extend(yearly::v4(self.tables, previous, severity));
            findings.extend(yearly::v8(self.tables, previous));
            findings.extend(yearly::v22(self.tables, previous));
        }
        if let Some(organ) = self.organ {
            findings.extend(yearly::v9(self.tables, organ));
            findings.extend(yearly::v22_no_items(self.tables, organ));
        }
        if let Some(fees) = self.fees {
            findings.extend(fees::v10_notices(self.tables, fees));
        }
        findings
    }

    /// The rules of the words.
    fn of_words(&self) -> Vec<Finding> {
        let Some(prose) = self.prose else { return Vec::new() };
        let mut findings = claims::v6(self.tables, prose);
        findings.extend(fees::v10_spoken(prose, self.fees));
        findings.extend(sections::v11(prose, self.previous_prose, self.tables.year));
        findings.extend(sections::v12(prose));
        findings.extend(sections::s1(prose));
        findings.extend(sections::s2(prose));
        if let Some(late) = self.late {
            findings.extend(on_time::p1(prose, late));
        }
        if let Some(fees) = self.fees {
            findings.extend(fees::p2(prose, fees));
        }
        if let Some(previous) = self.previous_prose {
            findings.extend(sections::p3(prose, previous));
        }
        findings
    }

    /// The rules of titles and days.
    fn of_the_year(&self) -> Vec<Finding> {
        let mut findings = self.headings.map(titles::v13).unwrap_or_default();
        let Some(year) = self.tables.year else { return findings };
        if let Some(title) = self.title {
            findings.extend(period::v14_title(title, year));
        }
        if let Some(prose) = self.prose {
            findings.extend(period::v14_period(prose, year));
        }
        let government = self.organ.is_some_and(|organ| organ.government);
        findings.extend(self.hand_in.and_then(|hand_in| period::v20(hand_in, year, government)));
        findings
    }
}

/// V1 to V22 by number, then S, P and R.
fn order(rule: &'static str) -> (usize, u8) {
    let mut letters = rule.chars();
    let kind = letters.next().and_then(|first| "VSPR".find(first)).unwrap_or(usize::MAX);
    (kind, letters.as_str().parse().unwrap_or_default())
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod words_tests;
