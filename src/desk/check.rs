//! The rules on the office's own year: its tables and words, against the year before, against a recount, and
//! against the cases behind them.

use jiff::civil::Date;

use super::{Desk, DeskError};
use crate::office::ReportOf;
use crate::report::checks::{Check, Finding, HandIn, OrganFacts, late_answers, self_check_as_of};
use crate::report::prose_from_json;
use crate::request::OrganId;

impl Desk {
    /// Checks the report of `year` by all rules; empty where all is well. Its words are judged once a clerk
    /// has written some: before that they are the program's own draft. Whoever sees some of the cases alone is
    /// told of these and of the tables.
    ///
    /// # Errors
    /// The register, or a case that cannot be read.
    pub fn check_year(&self, year: i16, organ: Option<OrganId>) -> Result<Vec<Finding>, DeskError> {
        self.check_report(year, organ, self.has_words(year, organ))
    }

    /// Whether a clerk has written words for the report of `year`.
    pub fn has_words(&self, year: i16, organ: Option<OrganId>) -> bool {
        let of = self.report_of(year, organ);
        self.office().reports.of(of).is_some_and(|book| !book.texts.is_empty())
    }

    /// The same, its words judged or not.
    pub(super) fn check_report(
        &self,
        year: i16,
        organ: Option<OrganId>,
        with_words: bool,
    ) -> Result<Vec<Finding>, DeskError> {
        let mut report = self.report(year, organ)?;
        report.prose = report.prose.filter(|_| with_words);
        let (before, (first, last)) = (year.saturating_sub(1), ends(year));
        let previous = self.known_tables(before, organ)?;
        let (recount, rows) = self.recounted(first, last, organ)?;
        let facts = self.year_facts(first, last, rows)?;
        let is_whole = self.sight().is_whole();
        let title = report.title();
        let public = |year| {
            let of = ReportOf { year, ..self.report_of(year, organ) };
            self.office().reports.of(of).and_then(|book| book.public().cloned())
        };
        let said = public(before).and_then(|was| prose_from_json(was.json.as_bytes()).ok().flatten());
        let readings = self.reckoning().readings;
        let check = Check {
            previous: previous.as_ref(),
            previous_prose: said.as_ref(),
            recount: Some(&recount),
            title: Some(&title),
            cases: Some(&facts.worked),
            // Sums over some of the cases alone would contradict the report.
            late: Some(late_answers(&facts.cases)).filter(|_| is_whole),
            fees: facts.fees.filter(|_| is_whole),
            organ: Some(OrganFacts {
                makes_rules: readings.makes_rules != Some(false),
                has_charges: readings.has_charges,
                government: is_government(&self.organ_name(organ)),
            }),
            hand_in: self.handed_in(year, public(year).and_then(|now| now.on)),
            ..Check::of_report(&report)
        };
        let mut findings = check.run();
        findings.extend(self_check_as_of(&facts.cases, self.today().min(last), self.today()));
        Ok(findings)
    }

    /// When the report was handed in; of one that is not published, and was to be in the year after it, that
    /// is not before today.
    fn handed_in(&self, year: i16, published: Option<Date>) -> Option<HandIn> {
        let today = self.today();
        let waits = today.year().checked_sub(1) == Some(year);
        let on = published.or_else(|| waits.then_some(today))?;
        let own_day = self.reckoning().readings.hand_in.and_then(|day| day.in_year(year.saturating_add(1)));
        Some(HandIn { on, own_day })
    }

    /// The last day for the report of `year`: by 31 January for departments, by 31 March for governments
    /// (art. 49), or before that by the superior's own day.
    pub(super) fn report_due(&self, year: i16, organ: Option<OrganId>) -> Option<Date> {
        let month = if is_government(&self.organ_name(organ)) { 3 } else { 1 };
        let legal = Date::new(year.checked_add(1)?, month, 31).ok()?;
        let own = self.reckoning().readings.hand_in.and_then(|day| day.in_year(legal.year()));
        Some(own.map_or(legal, |own| own.min(legal)))
    }
}

/// Whether an organ of this name is a government at county level or above: its report is due by 31 March.
/// Art. 49 does not name townships; they report by local order, as departments do.
fn is_government(name: &str) -> bool {
    let township = ["乡人民政府", "镇人民政府"].iter().any(|end| name.ends_with(end));
    name.ends_with("人民政府") && !township
}

/// The first and the last day of a year.
fn ends(year: i16) -> (Date, Date) {
    let first = Date::new(year, 1, 1).unwrap_or(Date::MIN);
    (first, first.last_of_year())
}
