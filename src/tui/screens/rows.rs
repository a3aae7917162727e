//! A list that is read page by page as one moves through it.

use std::collections::BTreeSet;

use crate::register::{CaseRow, Cursor, Page, Query};
use crate::request::RequestId;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::widgets::Scroll;
use crate::words::tui::lists;

/// Rows asked for at a time.
const PAGE: usize = 100;

/// The rows of a list, as far as they were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rows {
    /// Which list; nothing for rows that were given whole.
    pub(crate) query: Option<Query>,
    /// The rows read so far.
    pub(crate) items: Vec<CaseRow>,
    /// How many there are.
    pub(crate) total: usize,
    /// Which one is selected.
    pub(crate) scroll: Scroll,
    /// The answer has come.
    pub(crate) loaded: bool,
    /// Those that are marked.
    marked: BTreeSet<RequestId>,
    next: Option<Cursor>,
    /// Select this one when it comes.
    want: Option<RequestId>,
    to_end: bool,
    marks_all: bool,
}

impl Rows {
    /// The rows of a query, not read yet.
    pub(crate) fn of(query: Query) -> Self {
        Self { query: Some(query), loaded: false, ..Self::given(Vec::new()) }
    }

    /// These rows.
    pub(crate) fn given(rows: Vec<CaseRow>) -> Self {
        Self {
            query: None,
            total: rows.len(),
            items: rows,
            scroll: Scroll::default(),
            loaded: true,
            marked: BTreeSet::new(),
            next: None,
            want: None,
            to_end: false,
            marks_all: false,
        }
    }

    /// Rows that come whole, once they were asked for.
    pub(crate) fn awaited() -> Self {
        Self { loaded: false, ..Self::given(Vec::new()) }
    }

    /// Takes all rows at once: the selected case stays selected, marks stay.
    pub(crate) fn take_whole(&mut self, rows: &[CaseRow], height: usize) {
        let page = Page { rows: rows.to_vec(), next: None };
        self.want = self.want.or_else(|| self.selected().map(|row| row.id));
        self.take(None, &page, Some(rows.len()), height);
    }

    /// Reads it anew from the beginning, as far as it was read; the selected case stays selected.
    pub(crate) fn reload(&mut self) -> Vec<Effect> {
        self.want = self.want.or_else(|| self.selected().map(|row| row.id));
        let limit = self.items.len().max(PAGE);
        self.query.map(|query| Effect::Page { query, from: None, limit }).into_iter().collect()
    }

    /// Selects this case when the rows come next.
    pub(crate) fn want(&mut self, id: RequestId) {
        self.want = Some(id);
    }

    /// The selected row.
    pub(crate) fn selected(&self) -> Option<&CaseRow> {
        self.items.get(self.scroll.selected())
    }

    /// Selects this case, if it is here.
    pub(crate) fn select(&mut self, id: RequestId, height: usize) {
        if let Some(at) = self.items.iter().position(|row| row.id == id) {
            let by = at.cast_signed().saturating_sub(self.scroll.selected().cast_signed());
            self.scroll = self.scroll.moved(by, self.items.len(), height);
        }
    }

    /// Takes a page that was asked for.
    pub(crate) fn take(&mut self, from: Option<&Cursor>, page: &Page, total: Option<usize>, height: usize) {
        if from.is_none() {
            self.items.clear();
        } else if from != self.next.as_ref() {
            // Asked for before something else was read.
            return;
        }
        self.items.extend(page.rows.iter().cloned());
        self.next.clone_from(&page.next);
        self.loaded = true;
        self.total = total.unwrap_or(self.total).max(self.items.len());
        if let Some(id) = self.want.take() {
            self.select(id, height);
        }
        if std::mem::take(&mut self.to_end) {
            self.scroll = self.scroll.end(self.items.len(), height);
        }
        self.scroll = self.scroll.fit(self.items.len(), height);
        if std::mem::take(&mut self.marks_all) {
            self.mark_all();
        }
        if self.next.is_none() {
            // What has left the list cannot be seen to be marked.
            self.marked.retain(|id| self.items.iter().any(|row| row.id == *id));
        }
    }

    /// Whether a row is marked.
    pub(crate) fn is_marked(&self, id: RequestId) -> bool {
        self.marked.contains(&id)
    }

    /// The marked rows, in the order of the list.
    pub(crate) fn marked(&self) -> Vec<&CaseRow> {
        self.items.iter().filter(|row| self.is_marked(row.id)).collect()
    }

    /// Takes all marks away.
    pub(crate) fn unmark(&mut self) {
        self.marked.clear();
    }

    /// Marks the selected row, or takes its mark away, and goes on to the next.
    fn mark(&mut self, height: usize) {
        if let Some(id) = self.selected().map(|row| row.id) {
            if !self.marked.remove(&id) {
                self.marked.insert(id);
            }
            self.scroll = self.scroll.moved(1, self.items.len(), height);
        }
    }

    /// Marks every row that was read; where all are marked, none.
    fn mark_all(&mut self) {
        if self.items.iter().all(|row| self.is_marked(row.id)) {
            self.marked.clear();
        } else {
            self.marked = self.items.iter().map(|row| row.id).collect();
        }
    }

    /// Answers a movement; `None` where the action is none.
    pub(crate) fn act(&mut self, action: Action, height: usize) -> Option<Vec<Effect>> {
        let (len, scroll) = (self.items.len(), self.scroll);
        self.scroll = match action {
            Action::Up => scroll.moved(-1, len, height),
            Action::Down => scroll.moved(1, len, height),
            Action::PageUp => scroll.paged(-1, len, height),
            Action::PageDown => scroll.paged(1, len, height),
            Action::Home => scroll.home(),
            Action::End if self.next.is_some() => {
                self.to_end = true;
                return Some(self.more(usize::MAX));
            }
            Action::End => scroll.end(len, height),
            Action::Mark => {
                self.mark(height);
                self.scroll
            }
            Action::MarkAll if self.next.is_some() => {
                self.marks_all = true;
                return Some(self.more(usize::MAX));
            }
            Action::MarkAll => {
                self.mark_all();
                return Some(Vec::new());
            }
            _ => return None,
        };
        let near_the_end = self.scroll.selected() + 2 * height.max(1) >= len;
        Some(if near_the_end { self.more(PAGE.max(4 * height)) } else { Vec::new() })
    }

    fn more(&self, limit: usize) -> Vec<Effect> {
        match (self.query, &self.next) {
            (Some(query), Some(next)) => vec![Effect::Page { query, from: Some(next.clone()), limit }],
            _ => Vec::new(),
        }
    }

    /// `12/340`, and how many are marked; empty for an empty list.
    pub(crate) fn position(&self) -> String {
        if self.items.is_empty() {
            return String::new();
        }
        let place = format!("{}/{}", self.scroll.selected() + 1, self.total);
        if self.marked.is_empty() { place } else { lists::marked(self.marked.len(), &place) }
    }
}
