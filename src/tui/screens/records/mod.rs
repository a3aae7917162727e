//! 台账登记: the registers behind tables 2 and 4, one kind at a time, by year.

mod behind;
mod deeds;
mod one;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

pub(crate) use behind::Behind;
pub(crate) use deeds::{Deed, DeedOffer, deed_offers};
pub(crate) use one::RecordScreen;

use crate::records::{Record, RecordId, RecordKind, Records};
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Head;
use crate::tui::widgets::{Column, Scroll, TableView, draw_table, put, theme};
use crate::words::records as said;
use crate::words::tui::{records as words, screens};

/// Rows of head and foot beside the kinds and the table: a blank one, and the selected record in full.
const FRAME: u16 = 2;

/// The registers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RecordsScreen {
    /// The year of which records are listed.
    pub(crate) year: i16,
    /// Which register.
    pub(crate) kind: RecordKind,
    /// The records of all years, removed ones too.
    every: bool,
    /// Only those that a cell of the report counts.
    behind: Option<Behind>,
    /// All records, once they are here.
    pub(crate) records: Option<Arc<Records>>,
    scroll: Scroll,
    /// Show this one when the records come next.
    want: Option<RecordId>,
}

impl RecordsScreen {
    /// The records of a year, not read yet.
    pub(crate) const fn of(year: i16, kind: RecordKind) -> Self {
        Self { year, kind, every: false, behind: None, records: None, scroll: Scroll::at(0), want: None }
    }

    /// Only those that a cell counts, of whatever kind, until another register is looked at.
    #[must_use]
    pub(crate) fn behind(self, behind: Behind) -> Self {
        Self { behind: Some(behind), ..self }
    }

    /// Reads them.
    pub(crate) fn reload() -> Vec<Effect> {
        vec![Effect::Records]
    }

    /// Takes them.
    pub(crate) fn take(&mut self, records: &Arc<Records>) {
        let held = self.selected().map(|record| record.id);
        self.records = Some(Arc::clone(records));
        // Others may have put records before it: the cursor stays on its own.
        let at = held.and_then(|id| self.rows().iter().position(|row| row.id == id));
        if let Some(at) = at.filter(|at| *at != self.scroll.selected()) {
            self.scroll = Scroll::at(at);
        }
        let wanted = self.want.take().and_then(|id| records.get(id).ok());
        if let Some(record) = wanted {
            self.kind = record.kind();
            if self.behind.as_ref().is_some_and(|behind| !behind.counts(record, self.year)) {
                self.behind = None;
            }
            if !self.every && record.removed.is_none() && !record.touches(self.year) {
                self.year = record.value().day().year();
            }
            let at = self.rows().iter().position(|row| row.id == record.id);
            self.scroll = Scroll::at(at.unwrap_or_default());
        }
    }

    /// Shows this record when the records come next.
    pub(crate) const fn want(&mut self, id: RecordId) {
        self.want = Some(id);
    }

    fn is_listed(&self, record: &Record) -> bool {
        self.every || (record.removed.is_none() && record.touches(self.year))
    }

    fn is_shown(&self, record: &Record) -> bool {
        match &self.behind {
            Some(behind) => behind.counts(record, self.year),
            None => record.kind() == self.kind && self.is_listed(record),
        }
    }

    /// The rows of the register, by day; of all years the latest first.
    fn rows(&self) -> Vec<&Record> {
        let Some(records) = &self.records else { return Vec::new() };
        let mut rows: Vec<&Record> = records.all().filter(|record| self.is_shown(record)).collect();
        rows.sort_by_key(|record| (record.value().day(), record.id));
        if self.every {
            rows.reverse();
        }
        rows
    }

    /// Standing records of a kind.
    fn count(&self, kind: RecordKind) -> usize {
        let Some(records) = &self.records else { return 0 };
        let standing = records.of(None).filter(|record| record.kind() == kind);
        standing.filter(|record| self.is_listed(record)).count()
    }

    /// The selected record.
    pub(crate) fn selected(&self) -> Option<&Record> {
        let rows = self.rows();
        rows.get(self.scroll.selected()).or(rows.last()).copied()
    }

    /// Answers the actions of this screen; false where the action is another's.
    pub(crate) fn act(&mut self, action: Action, width: u16, body: usize) -> bool {
        let (len, height) = (self.rows().len(), self.page(width, body));
        if let Some(moved) = self.scroll.by(action, len, height) {
            return self.scroll_to(moved);
        }
        let kind_at = |at: usize| RecordKind::ALL.get(at).copied();
        let here = RecordKind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or_default();
        let kinds = RecordKind::ALL.len();
        let kind = match action {
            Action::PrevYear => return self.go(-1),
            Action::NextYear => return self.go(1),
            Action::EveryYear => {
                self.behind = None;
                self.every = !self.every;
                return self.scroll_to(Scroll::at(0));
            }
            Action::NextKind => kind_at((here + 1) % kinds),
            Action::PrevKind => kind_at((here + kinds - 1) % kinds),
            Action::Documents => Some(RecordKind::Document),
            Action::Stocks => Some(RecordKind::Stock),
            Action::Decisions => Some(RecordKind::Decisions),
            Action::Charges => Some(RecordKind::Charge),
            Action::Disclosures => Some(RecordKind::Disclosure),
            Action::Disputes => Some(RecordKind::Dispute),
            Action::Activities => Some(RecordKind::Activity),
            _ => return false,
        };
        self.kind = kind.unwrap_or(self.kind);
        self.behind = None;
        self.scroll_to(Scroll::at(0))
    }

    const fn scroll_to(&mut self, scroll: Scroll) -> bool {
        self.scroll = scroll;
        true
    }

    fn go(&mut self, by: i16) -> bool {
        self.every = false;
        self.year = (self.year + by).clamp(1990, 2099);
        self.scroll_to(Scroll::at(0))
    }

    /// Actions for the hint bar, and whether each works now.
    pub(crate) fn hints(&self) -> Vec<(Action, bool)> {
        let mut hints = vec![(Action::OpenRecord, self.selected().is_some())];
        let rest = [
            Action::NewRecord,
            Action::NextKind,
            Action::EveryYear,
            Action::PrevYear,
            Action::NextYear,
            Action::GoYear,
            Action::GoList,
            Action::Help,
            Action::Back,
        ];
        hints.extend(rest.map(|action| (action, true)));
        hints
    }

    /// What is listed.
    pub(crate) fn title(&self) -> String {
        match &self.behind {
            Some(behind) => words::behind_title(self.year, &behind.target.place()),
            None => words::title(self.kind, (!self.every).then_some(self.year)),
        }
    }

    /// Which of how many is selected.
    pub(crate) fn position(&self) -> String {
        match self.rows().len() {
            0 => String::new(),
            len => format!("{}/{len}", self.scroll.selected().min(len - 1) + 1),
        }
    }

    /// The kinds with their counts, in as many lines as they take.
    fn kinds(&self, width: u16) -> Vec<Vec<(RecordKind, String)>> {
        let mut lines: Vec<Vec<(RecordKind, String)>> = vec![Vec::new()];
        let mut used = 0;
        for (n, kind) in (1_usize..).zip(RecordKind::ALL) {
            let text = words::kind(n, kind, self.count(kind), kind == self.kind);
            let wide = crate::text::width(&text) + 1;
            if used > 0 && used + wide > usize::from(width) + 1 {
                lines.push(Vec::new());
                used = 0;
            }
            used += wide;
            if let Some(line) = lines.last_mut() {
                line.push((kind, text));
            }
        }
        lines
    }

    fn table(&self, area: Rect) -> Rect {
        let kinds = u16::try_from(self.kinds(area.width).len()).unwrap_or(u16::MAX);
        let used = kinds.saturating_add(1).min(area.height);
        let height = area.height.saturating_sub(kinds.saturating_add(FRAME));
        Rect { y: area.y.saturating_add(used), height, ..area }
    }

    fn page(&self, width: u16, body: usize) -> usize {
        let height = u16::try_from(body).unwrap_or(u16::MAX);
        TableView::page(self.table(Rect { x: 0, y: 0, width, height }))
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, head: &Head, area: Rect, buf: &mut Buffer) -> Option<Position> {
        for (n, kinds) in (0_u16..).zip(self.kinds(area.width)) {
            let mut place = Rect { y: area.y.saturating_add(n), height: 1, ..area }.intersection(area);
            for (kind, text) in kinds {
                let style = if kind == self.kind { theme::FOCUS } else { theme::PLAIN };
                let used = put(&text, place, buf, style).saturating_add(1).min(place.width);
                place = Rect { x: place.x + used, width: place.width - used, ..place };
            }
        }
        let table = self.table(area).intersection(area);
        let last = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }.intersection(area);
        if self.records.is_none() {
            put(screens::READING, table, buf, theme::PLAIN);
            return Some(Position::new(area.x, area.y));
        }
        if let Some(record) = self.selected() {
            let due = record.publish_by(&head.calendar);
            put(said::line(record, due).trim_start(), last, buf, theme::PLAIN);
        }
        self.draw_rows(head, table, buf).or(Some(Position::new(area.x, area.y)))
    }

    fn draw_rows(&self, head: &Head, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let state = if area.width >= 80 { 26 } else { 20 };
        let columns = [
            Column::fixed(words::PERIOD, 10),
            Column::filling(words::WHAT),
            Column::fixed(screens::STATUS, state),
        ];
        let rows = self.rows();
        let height = TableView::page(area);
        let scroll = self.scroll.fit(rows.len(), height);
        let seen = || rows.iter().skip(scroll.first()).take(height);
        let cells: Vec<Vec<String>> = seen().map(|record| cells(record, head)).collect();
        let styles: Vec<Style> = seen().map(|record| style(record, head)).collect();
        if cells.is_empty() {
            draw_table(&TableView::new(&columns, &[]), area, buf);
            let place = Rect { x: area.x + 2, y: area.y + 2, width: area.width.saturating_sub(2), height: 1 };
            put(words::NOTHING, place.intersection(area), buf, theme::PLAIN);
            return None;
        }
        draw_table(&TableView::new(&columns, &cells).styles(&styles).selected(Some(scroll.row())), area, buf)
    }
}

fn cells(record: &Record, head: &Head) -> Vec<String> {
    let due = record.publish_by(&head.calendar);
    vec![said::period(record), said::what(record), words::state(record, due)]
}

/// What is removed is dim; what must be published stands out as its day comes near.
fn style(record: &Record, head: &Head) -> Style {
    if record.removed.is_some() {
        return theme::DISABLED;
    }
    match record.publish_by(&head.calendar).filter(|_| record.publication().is_none()) {
        Some(due) => match head.calendar.days_left(head.today, due.on) {
            ..0 => theme::BAD,
            0..=3 => theme::WARN,
            _ => theme::PLAIN,
        },
        None => theme::PLAIN,
    }
}
