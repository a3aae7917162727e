//! Publishing a report, reading in an earlier one, and what differs from what was published.

use jiff::civil::Date;

use super::super::{Desk, DeskError};
use crate::office::{Publication, ReportEvent};
use crate::report::checks::Severity;
use crate::report::formats::by_name;
use crate::report::{Difference, Report, YearTables, differences, from_json};
use crate::request::{ClerkId, Field, OrganId, Refusal};

/// What a clerk says of a publication.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Publishing {
    /// The day; today where none.
    pub on: Option<Date>,
    /// Where it stands.
    pub url: String,
    /// Who signed it.
    pub signed_by: String,
    /// Why it is published although rules find errors.
    pub reason: String,
}

/// A published report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// What was said of it.
    pub publication: Publication,
    /// The tables as published.
    pub tables: YearTables,
}

impl Desk {
    /// Publishes the report of a year as it stands.
    ///
    /// # Errors
    /// A day in the future, errors among the findings without a written reason, or a failure to write.
    pub fn publish(
        &self,
        who: ClerkId,
        (year, organ): (i16, Option<OrganId>),
        said: Publishing,
    ) -> Result<(), DeskError> {
        let today = self.today();
        let on = said.on.unwrap_or(today);
        if on > today {
            return Err(Refusal::InFuture { field: Field::On, on, today }.into());
        }
        let report = self.report(year, organ)?;
        let errors = self
            .check_report(year, organ, true)?
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .count();
        if errors > 0 && said.reason.trim().is_empty() {
            return Err(DeskError::PublishedWithErrors { errors });
        }
        let publication = Publication {
            on: Some(on),
            url: said.url,
            signed_by: said.signed_by,
            reason: if errors > 0 { said.reason } else { String::new() },
            json: as_json(&report)?,
        };
        self.write_report(who, self.report_of(year, organ), ReportEvent::Published(Box::new(publication)))
    }

    /// Takes over the published report of a year before the office's books: what the year after it carries
    /// in and compares with.
    ///
    /// # Errors
    /// The year is kept here, or a failure to write.
    pub fn state_year(
        &self,
        who: ClerkId,
        (year, organ): (i16, Option<OrganId>),
        report: &Report,
    ) -> Result<(), DeskError> {
        let publication = Publication { json: as_json(report)?, ..Publication::default() };
        self.write_report(who, self.report_of(year, organ), ReportEvent::Stated(Box::new(publication)))
    }

    /// The report of a year as the public knows it.
    ///
    /// # Errors
    /// What was kept cannot be read.
    pub fn published(&self, year: i16, organ: Option<OrganId>) -> Result<Option<Published>, DeskError> {
        let office = self.office();
        let Some(publication) = office.reports.of(self.report_of(year, organ)).and_then(|book| book.public())
        else {
            return Ok(None);
        };
        let tables =
            from_json(publication.json.as_bytes()).map_err(|_| DeskError::PublicationUnread(year))?;
        Ok(Some(Published { publication: publication.clone(), tables }))
    }

    /// The cells of a published year that the records would give otherwise by now.
    ///
    /// # Errors
    /// The register; what was kept cannot be read.
    pub fn differences(&self, year: i16, organ: Option<OrganId>) -> Result<Vec<Difference>, DeskError> {
        let Some(published) = self.published(year, organ)? else { return Ok(Vec::new()) };
        match self.tables(year, organ) {
            Ok(now) => Ok(differences(&published.tables, &now)),
            Err(DeskError::NotKept { .. }) => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    /// The tables of a year as they were published, else as the records give them: what the next year
    /// compares with (V4).
    pub(in crate::desk) fn known_tables(
        &self,
        year: i16,
        organ: Option<OrganId>,
    ) -> Result<Option<YearTables>, DeskError> {
        if let Some(published) = self.published(year, organ)? {
            return Ok(Some(published.tables));
        }
        match self.tables(year, organ) {
            Err(DeskError::NotKept { .. }) => Ok(None),
            tables => tables.map(Some),
        }
    }
}

/// Tables and words as the format `json` prints them.
fn as_json(report: &Report) -> Result<String, DeskError> {
    let bytes = by_name("json").map(|json| json.render(report)).transpose();
    let bytes = bytes.map_err(|error| DeskError::Unrendered(error.to_string()))?.unwrap_or_default();
    String::from_utf8(bytes).map_err(|error| DeskError::Unrendered(error.to_string()))
}
