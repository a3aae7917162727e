//! What the checks found, and what differs from what was published; Enter goes to the place.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::line_of;
use crate::report::checks::{Figure2, Finding, Severity, Target};
use crate::report::{Column3, Difference, Dispute, DisputeColumn, Document, DocumentColumn, Row3};
use crate::text;
use crate::tui::keymap::Action;
use crate::tui::widgets::{put, theme};
use crate::words::tui::year as words;

/// Columns before a message.
const INDENT: u16 = 4;

/// What the checks found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// Cells of a published report that the records give otherwise by now.
    pub(crate) differences: Vec<Difference>,
    /// Findings.
    pub(crate) findings: Vec<Finding>,
}

impl Found {
    /// How many findings are of this severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

/// Where one is among the findings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ChecksTab {
    /// What was found, once it is here.
    pub(crate) found: Option<Box<Found>>,
    selected: usize,
}

/// A line on the screen: of which item, if of one.
struct Line {
    item: Option<usize>,
    indent: u16,
    text: String,
    style: Style,
}

impl ChecksTab {
    /// Takes what was found.
    pub(crate) fn take(&mut self, found: Box<Found>) {
        self.found = Some(found);
        self.selected = self.selected.min(self.len().saturating_sub(1));
    }

    fn len(&self) -> usize {
        self.found.as_ref().map_or(0, |found| found.differences.len() + found.findings.len())
    }

    /// Where the selected item leads.
    pub(super) fn target(&self) -> Option<Target> {
        let found = self.found.as_ref()?;
        match self.selected.checked_sub(found.differences.len()) {
            None => found.differences.get(self.selected).and_then(|difference| cell_of(&difference.place)),
            Some(at) => found.findings.get(at).map(|finding| finding.target.clone()),
        }
    }

    /// Answers a movement; false where the action is none.
    pub(super) fn act(&mut self, action: Action, body: usize) -> bool {
        let last = self.len().saturating_sub(1);
        let page = (body / 3).max(1);
        self.selected = match action {
            Action::Up => self.selected.saturating_sub(1),
            Action::Down => (self.selected + 1).min(last),
            Action::PageUp => self.selected.saturating_sub(page),
            Action::PageDown => (self.selected + page).min(last),
            Action::Home => 0,
            Action::End => last,
            Action::Left | Action::Right => self.selected,
            _ => return false,
        };
        true
    }

    /// `2/7`
    pub(super) fn position(&self) -> String {
        match self.len() {
            0 => String::new(),
            len => format!("{}/{len}", self.selected + 1),
        }
    }

    /// Draws the part around the selected item; gives the place of the cursor.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let Some(found) = &self.found else {
            put(words::CHECKING, line_of(area, 0), buf, theme::PLAIN);
            return None;
        };
        if self.len() == 0 {
            put(words::NOTHING_FOUND, line_of(area, 0), buf, theme::GOOD);
            return None;
        }
        let lines = lines(found, usize::from(area.width.saturating_sub(INDENT)).max(2));
        let of_selected = |line: &Line| line.item == Some(self.selected);
        let start = lines.iter().position(of_selected).unwrap_or_default();
        let end = lines.iter().rposition(of_selected).unwrap_or_default() + 1;
        let first = end.saturating_sub(usize::from(area.height)).min(start);
        let mut cursor = None;
        for (n, line) in (0_u16..).zip(lines.iter().skip(first).take(usize::from(area.height))) {
            let place = line_of(area, n);
            if line.item == Some(self.selected) && usize::from(n) + first == start {
                put(">", place, buf, theme::FOCUS);
                cursor = Some(Position::new(place.x, place.y));
            }
            let indent = line.indent.min(place.width);
            let rest = Rect { x: place.x + indent, width: place.width - indent, ..place };
            put(&line.text, rest, buf, line.style);
        }
        cursor
    }
}

fn lines(found: &Found, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let title = |text: String| Line { item: None, indent: 0, text, style: theme::TITLE };
    let said = |item: usize, text: &str| {
        let wrapped = text::wrap(text, width).into_iter();
        wrapped
            .map(|text| Line { item: Some(item), indent: INDENT, text, style: theme::PLAIN })
            .collect::<Vec<_>>()
    };
    if !found.differences.is_empty() {
        lines.push(title(words::differences(found.differences.len())));
    }
    for (n, difference) in found.differences.iter().enumerate() {
        let place = difference.place.clone();
        lines.push(Line { item: Some(n), indent: 2, text: place, style: theme::WARN });
        lines.extend(said(n, &words::difference(difference)));
    }
    let counts = words::summary(found.count(Severity::Error), found.count(Severity::Warning));
    let said_of_findings = if found.findings.is_empty() { words::NOTHING_FOUND.to_owned() } else { counts };
    lines.push(title(format!("{}  {said_of_findings}", words::FINDINGS)));
    for (n, finding) in (found.differences.len()..).zip(&found.findings) {
        let style = match finding.severity {
            Severity::Error => theme::BAD,
            Severity::Warning => theme::WARN,
        };
        let text = format!("{} {} {}", finding.severity.label(), finding.rule, finding.place);
        lines.push(Line { item: Some(n), indent: 2, text, style });
        lines.extend(said(n, &finding.message));
    }
    lines
}

/// The cell that is called so.
fn cell_of(place: &str) -> Option<Target> {
    let table3 = Row3::all().flat_map(|row| {
        Column3::all().map(move |column| Target::Table3 { row: Some(row), column: Some(column) })
    });
    let table4 = Dispute::ALL.into_iter().flat_map(|dispute| {
        DisputeColumn::ALL.into_iter().map(move |column| Target::Table4 { dispute, column: Some(column) })
    });
    let documents = Document::ALL.into_iter().flat_map(|document| {
        DocumentColumn::ALL.into_iter().map(move |column| Figure2::Document(document, Some(column)))
    });
    let figures = [Figure2::Licences, Figure2::Penalties, Figure2::Compulsions, Figure2::Charges];
    let table2 = documents.chain(figures).map(Target::Table2);
    table3.chain(table2).chain(table4).find(|target| target.place() == place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::differences;
    use crate::report::{Stated, samples};

    #[test]
    fn a_difference_leads_to_its_cell() {
        let published = samples::named();
        let mut now = published.clone();
        now.table3.set(Row3::New, Column3::Sum, Stated::number(1));
        now.table4.review[3] = Stated::number(99);
        now.table2.licences = Stated::number(99);
        let targets: Vec<_> =
            differences(&published, &now).iter().filter_map(|one| cell_of(&one.place)).collect();
        assert_eq!(
            targets,
            [
                Target::Table2(Figure2::Licences),
                Target::Table3 { row: Some(Row3::New), column: Some(Column3::Sum) },
                Target::Table4 { dispute: Dispute::Review, column: Some(DisputeColumn::Pending) },
            ]
        );
    }
}
