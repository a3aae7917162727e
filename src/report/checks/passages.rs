//! The words of a report, paragraph by paragraph, with the places they stand in.

use super::Target;
use crate::report::{Part, Prose};

/// A paragraph or note of a report.
pub(super) struct Passage<'a> {
    /// Its part; `None` for the preface.
    pub(super) part: Option<Part>,
    /// Where it stands.
    pub(super) target: Target,
    /// Its words.
    pub(super) text: &'a str,
}

/// All paragraphs and notes in the order of the report.
pub(super) fn passages(prose: &Prose) -> impl Iterator<Item = Passage<'_>> {
    let preface = prose.preface.iter().enumerate();
    let preface = preface.map(|(index, text)| Passage { part: None, target: Target::Preface(index), text });
    preface.chain(Part::ALL.into_iter().flat_map(|part| of_part(prose, part)))
}

/// The paragraphs and notes of one part.
pub(super) fn of_part(prose: &Prose, part: Part) -> impl Iterator<Item = Passage<'_>> {
    let section = prose.section(part);
    let paragraphs = section.paragraphs.iter().enumerate();
    let paragraphs = paragraphs.map(move |(index, text)| (Target::Paragraph(part, index), text));
    let notes = section.notes.iter().enumerate().map(move |(index, text)| (Target::Note(part, index), text));
    paragraphs.chain(notes).map(move |(target, text)| Passage { part: Some(part), target, text })
}

/// The words of a part without any space.
pub(super) fn part_text(prose: &Prose, part: Part) -> String {
    of_part(prose, part).flat_map(|passage| passage.text.chars()).filter(|c| !c.is_whitespace()).collect()
}
