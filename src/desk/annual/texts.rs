//! The words of a report: drafted, written by a clerk, last year's beside them.

use super::super::{Desk, DeskError};
use super::Ground;
use crate::office::{OfficeEvent, ReportEvent, ReportOf, TextPlace};
use crate::report::{Part, UnknownField, draft, preface};
use crate::request::{ClerkId, Field, OrganId, Refusal};
use crate::text::has_control;

/// Characters of the words of one place.
pub const TEXT_LIMIT: usize = 20_000;

/// The words of one place as they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextState {
    /// Where.
    pub place: TextPlace,
    /// The words, with live fields.
    pub text: String,
    /// What the program proposes for the place.
    pub draft: String,
    /// They are the program's draft: no clerk has written others, nor wanted none.
    pub is_draft: bool,
    /// The words with figures put in, or the field that stands for nothing.
    pub resolved: Result<String, UnknownField>,
    /// Last year's words of the place, as a clerk wrote them then; empty where there are none.
    pub last_year: String,
}

impl Desk {
    /// All words of a report, in its order.
    ///
    /// # Errors
    /// The register.
    pub fn report_texts(&self, year: i16, organ: Option<OrganId>) -> Result<Vec<TextState>, DeskError> {
        let of = self.report_of(year, organ);
        let ground = self.ground(year, organ)?;
        let state = |place| {
            let text = self.text_of(of, place, &ground);
            TextState {
                place,
                draft: draft_of(place, &ground),
                is_draft: self.written(of, place).is_none(),
                resolved: ground.fields.resolve(&text),
                text,
                last_year: self
                    .written(ReportOf { year: of.year.saturating_sub(1), ..of }, place)
                    .unwrap_or_default(),
            }
        };
        Ok(TextPlace::ALL.into_iter().map(state).collect())
    }

    /// The live fields of a report with what stands for each, by name.
    ///
    /// # Errors
    /// The register.
    pub fn report_fields(
        &self,
        year: i16,
        organ: Option<OrganId>,
    ) -> Result<Vec<(String, String)>, DeskError> {
        let ground = self.ground(year, organ)?;
        Ok(ground.fields.all().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    /// Writes the words of a place for the clerk `who`; empty takes the draft again.
    ///
    /// # Errors
    /// A field that stands for nothing, a text beyond the limit, or a failure to write: nothing is kept.
    pub fn write_text(
        &self,
        who: ClerkId,
        (year, organ): (i16, Option<OrganId>),
        place: TextPlace,
        text: &str,
    ) -> Result<(), DeskError> {
        if text.split('\n').any(has_control) {
            return Err(Refusal::ControlCharacters(Field::Content).into());
        }
        if text.chars().count() > TEXT_LIMIT {
            return Err(Refusal::TooLong { field: Field::Content, limit: TEXT_LIMIT }.into());
        }
        let of = self.report_of(year, organ);
        let ground = self.ground(year, organ)?;
        ground.fields.resolve(text).map_err(|error| DeskError::Field { place, error })?;
        let event = ReportEvent::TextSet { place, text: text.to_owned() };
        self.write_report(who, of, event)
    }

    /// Leaves a place without words for the clerk `who`, not even the draft; words written later, or the
    /// draft taken again, fill it.
    ///
    /// # Errors
    /// A failure to write.
    pub fn leave_text_out(
        &self,
        who: ClerkId,
        (year, organ): (i16, Option<OrganId>),
        place: TextPlace,
    ) -> Result<(), DeskError> {
        self.write_report(who, self.report_of(year, organ), ReportEvent::TextLeftOut { place })
    }

    /// Appends what happened to a report.
    pub(super) fn write_report(
        &self,
        who: ClerkId,
        of: ReportOf,
        event: ReportEvent,
    ) -> Result<(), DeskError> {
        let mut writer = self.writer()?;
        let head = self.write_office(&mut writer, who, &[OfficeEvent::Report(of, event)])?;
        self.apply(&std::collections::BTreeMap::new(), head)
    }

    /// What a clerk wrote for a place; empty where he wants nothing there.
    pub(super) fn written(&self, of: ReportOf, place: TextPlace) -> Option<String> {
        self.office().reports.of(of)?.texts.get(&place).cloned()
    }

    /// The words of a place: a clerk's, else the draft.
    pub(super) fn text_of(&self, of: ReportOf, place: TextPlace, ground: &Ground) -> String {
        self.written(of, place).unwrap_or_else(|| draft_of(place, ground))
    }
}

/// What the program proposes for a place.
fn draft_of(place: TextPlace, ground: &Ground) -> String {
    let drafted = |part| draft(part, &ground.tables, &ground.recorded);
    match place {
        TextPlace::Preface => preface(),
        TextPlace::Overview => drafted(Part::Overview),
        TextPlace::Problems => drafted(Part::Problems),
        TextPlace::Others => drafted(Part::Others),
        TextPlace::Disclosure
        | TextPlace::Requests
        | TextPlace::Disputes
        | TextPlace::Notes2
        | TextPlace::Notes3
        | TextPlace::Notes4
        | TextPlace::Signature => String::new(),
    }
}
