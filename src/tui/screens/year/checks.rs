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
    /// No clerk has written words yet: they are the program's draft, and were not judged.
    pub(crate) draft: bool,
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
    /// The first of its item.
    is_head: bool,
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
            if found.draft {
                put(words::WORDS_NOT_JUDGED, line_of(area, 1), buf, theme::WARN);
            }
            return None;
        }
        // What was not judged is said at the foot, whatever is seen above.
        let area = if found.draft && area.height > 1 {
            put(words::WORDS_NOT_JUDGED, line_of(area, area.height - 1), buf, theme::WARN);
            Rect { height: area.height - 1, ..area }
        } else {
            area
        };
        let (width, height) =
            (usize::from(area.width.saturating_sub(INDENT)).max(2), usize::from(area.height));
        let first = first_seen(found, self.selected, width, height);
        let lines = (first..self.len()).flat_map(|item| lines(found, item, width)).take(height);
        let mut cursor = None;
        for (n, line) in (0_u16..).zip(lines) {
            let place = line_of(area, n);
            if line.is_head && line.item == Some(self.selected) {
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

/// The first item that is seen, so that the selected one is: there may be thousands, so that only those
/// around it are laid out.
fn first_seen(found: &Found, selected: usize, width: usize, height: usize) -> usize {
    let mut first = selected;
    let mut used = lines(found, selected, width).count();
    while let Some(before) = first.checked_sub(1) {
        used += lines(found, before, width).count();
        if used > height {
            break;
        }
        first = before;
    }
    first
}

/// The lines of an item, the title above it among them where it is the first of its kind.
fn lines(found: &Found, item: usize, width: usize) -> impl Iterator<Item = Line> {
    let title = |text: String| Line { item: None, is_head: false, indent: 0, text, style: theme::TITLE };
    let head = |text: String, style| Line { item: Some(item), is_head: true, indent: 2, text, style };
    let mut lines = Vec::new();
    let differing = found.differences.len();
    let (head, said) = match (found.differences.get(item), item.checked_sub(differing)) {
        (Some(difference), _) => {
            if item == 0 {
                lines.push(title(words::differences(differing)));
            }
            (head(difference.place.clone(), theme::WARN), words::difference(difference))
        }
        (None, Some(at)) => {
            let Some(finding) = found.findings.get(at) else { return lines.into_iter() };
            if at == 0 {
                let counts = words::summary(found.count(Severity::Error), found.count(Severity::Warning));
                lines.push(title(format!("{}  {counts}", words::FINDINGS)));
            }
            let style = match finding.severity {
                Severity::Error => theme::BAD,
                Severity::Warning => theme::WARN,
            };
            let text = format!("{} {} {}", finding.severity.label(), finding.rule, finding.place);
            (head(text, style), finding.message.clone())
        }
        (None, None) => return lines.into_iter(),
    };
    lines.push(head);
    let said = text::wrap(&said, width).into_iter();
    lines.extend(said.map(|text| Line {
        item: Some(item),
        is_head: false,
        indent: INDENT,
        text,
        style: theme::PLAIN,
    }));
    if found.findings.is_empty() && item + 1 == differing {
        lines.push(title(format!("{}  {}", words::FINDINGS, words::NOTHING_FOUND)));
    }
    lines.into_iter()
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

    #[test]
    fn the_selected_one_of_thousands_is_seen_in_any_window() {
        let finding = |n: usize| Finding {
            rule: "V17",
            severity: Severity::Warning,
            target: Target::Case(n.to_string()),
            place: format!("申请 {n}"),
            left: String::new(),
            right: String::new(),
            message: "办理结果为逾期不补正，但没有补正通知".repeat(3),
        };
        let findings = (0..20_000).map(finding).collect();
        let found = Box::new(Found { differences: Vec::new(), findings, draft: false });
        for selected in [0, 1, 2, 7, 9_999, 19_999] {
            let tab = ChecksTab { found: Some(found.clone()), selected };
            for (width, height) in [(80, 18), (60, 10), (10, 3), (3, 1)] {
                let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
                assert!(tab.draw(buf.area, &mut buf).is_some() || height < 2, "{selected} {width}x{height}");
            }
        }
    }
}
