//! The list of requests: open ones in due order, concluded ones, all, what a cell counts, what a search found; in
//! its own order or another; and searching.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Rows;
use super::list_rows::draw_rows;
use crate::desk::{Order, OrderBy, complete};
use crate::register::{Cell, Query};
use crate::tui::effect::{Effect, Source};
use crate::tui::keymap::Action;
use crate::tui::model::Head;
use crate::tui::widgets::{TextInput, put, theme};
use crate::words::tui::lists;
use crate::words::tui::screens as words;

/// Most requests that a search lists while one types: more are narrowed by typing on.
pub(crate) const FOUND: usize = 200;

/// What the list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Filter {
    /// Open cases and those to be answered anew, the next due first.
    Open,
    /// Concluded cases.
    Closed,
    /// All.
    All,
    /// What a cell of table 3 counts, under this title.
    Cell(String, Cell),
    /// What meets these words.
    Found(String),
}

impl Filter {
    fn source(&self) -> Source {
        match self {
            Self::Open => Source::Query(Query::AtWork),
            Self::Closed => Source::Query(Query::Closed),
            Self::All => Source::Query(Query::All),
            Self::Cell(_, cell) => Source::Query(Query::Cell(*cell)),
            Self::Found(words) => Source::Words(words.clone()),
        }
    }
}

/// A search as one types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Search {
    /// What is typed.
    pub(crate) input: TextInput,
    /// What was found.
    pub(crate) rows: Rows,
    /// What the last word can become.
    completions: Vec<String>,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct List {
    /// What it shows.
    pub(crate) filter: Filter,
    /// Its order; its own where there is none.
    pub(crate) order: Option<Order>,
    /// Its rows.
    pub(crate) rows: Rows,
    /// The search over it.
    pub(crate) search: Option<Search>,
}

impl List {
    /// The open cases.
    pub(crate) fn open() -> Self {
        Self::of(Filter::Open)
    }

    /// Any list, in its own order.
    pub(crate) fn of(filter: Filter) -> Self {
        Self { rows: rows(&filter.source(), None), filter, order: None, search: None }
    }

    /// Where its rows come from.
    pub(crate) fn source(&self) -> Source {
        self.filter.source()
    }

    /// The rows that are seen.
    pub(crate) fn shown(&self) -> &Rows {
        self.search.as_ref().map_or(&self.rows, |search| &search.rows)
    }

    /// The rows that are seen.
    pub(crate) fn shown_mut(&mut self) -> &mut Rows {
        self.search.as_mut().map_or(&mut self.rows, |search| &mut search.rows)
    }

    /// The next of open, concluded, all; while one searches, what was found becomes the list.
    pub(crate) fn next_filter(&mut self) -> Vec<Effect> {
        let words = self.search.as_ref().map(|search| search.input.text());
        let next = match (words, &self.filter) {
            (Some(words), _) if words.trim().is_empty() => return Vec::new(),
            (Some(words), _) => Filter::Found(words),
            (None, Filter::Open) => Filter::Closed,
            (None, Filter::Closed) => Filter::All,
            (None, Filter::All | Filter::Found(_)) => Filter::Open,
            (None, Filter::Cell(..)) => return Vec::new(),
        };
        self.show(next)
    }

    /// Shows something else, in its own order.
    pub(crate) fn show(&mut self, filter: Filter) -> Vec<Effect> {
        *self = Self::of(filter);
        self.reload()
    }

    /// Another order; the same once more turns it round.
    pub(crate) fn order_by(&mut self, by: Option<OrderBy>) -> Vec<Effect> {
        let now = self.order;
        self.order = by.map(|by| Order { by, reversed: now == Some(Order { by, reversed: false }) });
        self.rows = rows(&self.source(), self.order);
        self.reload()
    }

    /// Begins a search with this text, or goes on with it. What a search found is searched by its own words.
    pub(crate) fn search_for(&mut self, text: &str) -> Vec<Effect> {
        let before = match &self.filter {
            Filter::Found(words) => words.as_str(),
            _ => "",
        };
        let search = self.search.get_or_insert_with(|| Search {
            input: TextInput::new(before),
            rows: Rows::given(Vec::new()),
            completions: Vec::new(),
        });
        search.input.paste(text);
        vec![Effect::Find(search.input.text())]
    }

    /// After the words of the search have changed.
    pub(crate) fn typed(&mut self, head: &Head) -> Vec<Effect> {
        let Some(search) = &mut self.search else { return Vec::new() };
        let organs: Vec<&str> = head.organs.iter().map(|(_, name)| name.as_str()).collect();
        let clerks: Vec<&str> = head.clerks.iter().map(|clerk| clerk.name.as_str()).collect();
        search.completions = complete(&search.input.text(), &organs, &clerks);
        vec![Effect::Find(search.input.text())]
    }

    /// Completes the last word by the first of what it can become; `None` where it can become nothing.
    pub(crate) fn complete(&mut self, head: &Head) -> Option<Vec<Effect>> {
        let search = self.search.as_mut()?;
        let word = search.completions.first()?;
        let text = search.input.text();
        let kept = text.trim_end_matches(|c: char| !c.is_whitespace());
        search.input.set(&format!("{kept}{word}"));
        Some(self.typed(head))
    }

    /// Back from what a search found to the open cases; false where there is nothing to go back from.
    pub(crate) fn leave_found(&mut self) -> Option<Vec<Effect>> {
        matches!(self.filter, Filter::Found(_)).then(|| self.show(Filter::Open))
    }

    /// Everything to be read anew after something changed.
    pub(crate) fn reload(&mut self) -> Vec<Effect> {
        let mut effects = match (self.source(), self.order) {
            (Source::Query(_), None) => self.rows.reload(),
            (source, order) => vec![Effect::Whole(source, order)],
        };
        effects.extend(self.search.as_ref().map(|search| Effect::Find(search.input.text())));
        effects
    }

    /// Actions for the hint bar, and whether each works now.
    pub(crate) fn hints(&self) -> Vec<(Action, bool)> {
        let any = self.shown().selected().is_some();
        let mut hints = vec![(Action::Open, any)];
        match (&self.search, &self.filter) {
            (Some(search), _) => hints.extend([
                (Action::Complete, !search.completions.is_empty()),
                (Action::Filter, any),
                (Action::Back, true),
            ]),
            (None, Filter::Cell(..)) => hints.push((Action::Search, true)),
            (None, _) => {
                let own = [Action::Register, Action::Filter, Action::Search];
                hints.extend(own.map(|action| (action, true)));
            }
        }
        if self.search.is_none() {
            hints.extend([(Action::Mark, any), (Action::Bulk, !self.rows.marked().is_empty())]);
        }
        let rest = [
            Action::GoCarry,
            Action::GoYear,
            Action::GoCalendar,
            Action::GoRecords,
            Action::Views,
            Action::Sort,
            Action::Help,
            Action::Back,
        ];
        let rest = rest.into_iter().filter(|action| *action != Action::Back || self.search.is_none());
        hints.extend(rest.map(|action| (action, true)));
        hints
    }

    /// What the list shows, in words.
    pub(crate) fn title(&self) -> String {
        let title = match (&self.search, &self.filter) {
            (Some(_), _) => return words::SEARCH_TITLE.to_owned(),
            (None, Filter::Open) => words::OPEN_TITLE.to_owned(),
            (None, Filter::Closed) => words::CLOSED_TITLE.to_owned(),
            (None, Filter::All) => words::ALL_TITLE.to_owned(),
            (None, Filter::Cell(title, _)) => title.clone(),
            (None, Filter::Found(words)) => lists::found_title(words),
        };
        self.order.map_or(title.clone(), |order| lists::ordered(&title, order.by, order.reversed))
    }

    /// Whether the last word of the search can still become a condition.
    pub(crate) fn is_half_typed(&self) -> bool {
        self.search.as_ref().is_some_and(|search| !search.completions.is_empty())
    }

    /// Lines above the rows.
    pub(crate) fn lines_above(&self) -> usize {
        self.search.as_ref().map_or(0, |search| if search.completions.is_empty() { 1 } else { 2 })
    }

    /// Where one is in it.
    pub(crate) fn position(&self) -> String {
        let place = self.shown().position();
        let is_cut = self.search.as_ref().is_some_and(|search| search.rows.items.len() >= FOUND);
        if is_cut { lists::at_least(&place) } else { place }
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, head: &Head, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let Some(search) = &self.search else {
            return draw_rows(&self.rows, (head, self.names_handlers()), area, buf, self.nothing());
        };
        let line = Rect { height: area.height.min(1), ..area };
        let used = put(words::SEARCH_FIELD, line, buf, theme::TITLE);
        let field = Rect { x: line.x + used, width: line.width.saturating_sub(used), ..line };
        let cursor = search.input.draw(field, buf, theme::FIELD);
        let taken = u16::try_from(self.lines_above()).unwrap_or(1).min(area.height);
        if taken == 2 {
            let line = Rect { y: area.y.saturating_add(1), height: 1, ..area };
            put(&lists::completions(&search.completions), line, buf, theme::DISABLED);
        }
        let below =
            Rect { y: area.y.saturating_add(taken), height: area.height.saturating_sub(taken), ..area };
        let nothing = if search.input.is_empty() { words::SEARCH_HELP } else { words::NOTHING_FOUND };
        draw_rows(&search.rows, (head, self.names_handlers()), below, buf, nothing);
        cursor
    }

    /// Whether cases of several clerks are listed because they are the clerk's to look after.
    fn names_handlers(&self) -> bool {
        let words = match (&self.search, &self.filter) {
            (Some(search), _) => search.input.text(),
            (None, Filter::Found(words)) => words.clone(),
            (None, _) => return false,
        };
        lists::asks_for_mine(&words)
    }

    const fn nothing(&self) -> &'static str {
        match self.filter {
            Filter::Open => words::NOTHING_OPEN,
            Filter::Found(_) => words::NOTHING_FOUND,
            Filter::Closed | Filter::All | Filter::Cell(..) => words::NOTHING_HERE,
        }
    }
}

/// Rows read page by page in their own order, whole in another.
fn rows(source: &Source, order: Option<Order>) -> Rows {
    match (source, order) {
        (Source::Query(query), None) => Rows::of(*query),
        _ => Rows::awaited(),
    }
}
