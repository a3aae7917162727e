//! A list that is read page by page as one moves through it.

use crate::register::{CaseRow, Cursor, Page, Query};
use crate::request::RequestId;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::widgets::Scroll;

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
    next: Option<Cursor>,
    /// Select this one when it comes.
    want: Option<RequestId>,
    to_end: bool,
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
            next: None,
            want: None,
            to_end: false,
        }
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

    /// `12/340`; empty for an empty list.
    pub(crate) fn position(&self) -> String {
        if self.items.is_empty() {
            return String::new();
        }
        format!("{}/{}", self.scroll.selected() + 1, self.total)
    }
}
