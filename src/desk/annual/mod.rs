//! The annual report of a year: its words beside its tables, its publication, and what has changed since.
//!
//! Words are drafted from what is recorded until a clerk writes others; live fields take the figures of the
//! tables in both. What was published is kept as it was; later differences are told, never silent.

mod opening;
mod publish;
mod texts;

pub use publish::{Published, Publishing};
pub use texts::{TEXT_LIMIT, TextState};

use super::{Desk, DeskError};
use crate::office::{ReportOf, TextPlace};
use crate::records::{ActivityKind, activities, disclosed};
use crate::report::{Fields, Period, Prose, Recorded, Report, YearTables};
use crate::request::OrganId;
use crate::words;

/// What a report is made of: tables, what is recorded beside them, fields.
struct Ground {
    tables: YearTables,
    recorded: Recorded,
    fields: Fields,
}

impl Desk {
    /// Which report is meant: an office of one organ has one report a year.
    pub(super) fn report_of(&self, year: i16, organ: Option<OrganId>) -> ReportOf {
        let office = self.office();
        let only = office.organs.first().filter(|_| office.organs.len() == 1).map(|organ| organ.id);
        ReportOf { organ: organ.or(only), year }
    }

    /// The whole report of `year`, of one organ or of all together: tables and words, figures put in.
    ///
    /// # Errors
    /// The register; a field in the words that stands for nothing.
    pub fn report(&self, year: i16, organ: Option<OrganId>) -> Result<Report, DeskError> {
        let of = self.report_of(year, organ);
        let ground = self.ground(year, organ)?;
        let prose = self.prose(of, &ground)?;
        Ok(Report {
            tables: ground.tables,
            period: Period::Year(year),
            prose: Some(prose),
            cases: Vec::new(),
        })
    }

    /// The words of a report, figures put in.
    fn prose(&self, of: ReportOf, ground: &Ground) -> Result<Prose, DeskError> {
        let mut prose = Prose::default();
        for place in TextPlace::ALL {
            let text = self.text_of(of, place, ground);
            let resolved = ground.fields.resolve(&text).map_err(|error| DeskError::Field { place, error })?;
            let lines = resolved.lines().map(str::trim_end).filter(|line| !line.trim().is_empty());
            *slot(&mut prose, place) = lines.map(str::to_owned).collect();
        }
        Ok(prose)
    }

    fn ground(&self, year: i16, organ: Option<OrganId>) -> Result<Ground, DeskError> {
        let tables = self.tables(year, organ)?;
        let recorded = self.recorded(ReportOf { organ, year })?;
        let fields = Fields::of(&tables, &recorded);
        Ok(Ground { tables, recorded, fields })
    }
}

impl Desk {
    /// What the words of a report rest on beside its tables.
    fn recorded(&self, of: ReportOf) -> Result<Recorded, DeskError> {
        let records = self.all_records()?;
        let fees = self.fees(of.year, of.organ)?;
        let mut recorded = Recorded {
            disclosed: disclosed(&records, of.year, of.organ).into_iter().map(str::to_owned).collect(),
            fee_notices: fees.notices,
            fees_noticed: fees.noticed,
            fees_collected: fees.collected,
            earlier_problems: self
                .written(
                    ReportOf { year: of.year.saturating_sub(1), ..self.report_of(of.year, of.organ) },
                    TextPlace::Problems,
                )
                .unwrap_or_default(),
            ..Recorded::default()
        };
        for sum in activities(&records, of.year, of.organ) {
            match sum.kind {
                ActivityKind::Own => recorded.measures.push((sum.name, sum.sum.to_string())),
                ActivityKind::Platform => recorded.platform.extend(sum.titles),
                _ => recorded.supervision.push(words::records::summed(&sum)),
            }
        }
        Ok(recorded)
    }
}

/// Where the words of a place stand in a report.
fn slot(prose: &mut Prose, place: TextPlace) -> &mut Vec<String> {
    let [overview, disclosure, requests, disputes, problems, others] = &mut prose.sections;
    match place {
        TextPlace::Preface => &mut prose.preface,
        TextPlace::Overview => &mut overview.paragraphs,
        TextPlace::Disclosure => &mut disclosure.paragraphs,
        TextPlace::Requests => &mut requests.paragraphs,
        TextPlace::Disputes => &mut disputes.paragraphs,
        TextPlace::Problems => &mut problems.paragraphs,
        TextPlace::Others => &mut others.paragraphs,
        TextPlace::Notes2 => &mut disclosure.notes,
        TextPlace::Notes3 => &mut requests.notes,
        TextPlace::Notes4 => &mut disputes.notes,
        TextPlace::Signature => &mut prose.signature,
    }
}
