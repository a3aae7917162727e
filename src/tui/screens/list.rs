//! The list of requests: open ones in due order, concluded ones, all, or what a cell counts; and searching.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Rows;
use crate::calendar::format_iso;
use crate::register::{CaseRow, Cell, Query};
use crate::request::clock::Deadline;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Head;
use crate::tui::widgets::{Column, TableView, TextInput, draw_table, put, theme};
use crate::words::tui::calendar as due;
use crate::words::tui::screens as words;

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
}

impl Filter {
    const fn query(&self) -> Query {
        match self {
            Self::Open => Query::AtWork,
            Self::Closed => Query::Closed,
            Self::All => Query::All,
            Self::Cell(_, cell) => Query::Cell(*cell),
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
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct List {
    /// What it shows.
    pub(crate) filter: Filter,
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

    /// Any list.
    pub(crate) fn of(filter: Filter) -> Self {
        Self { rows: Rows::of(filter.query()), filter, search: None }
    }

    /// The rows that are seen.
    pub(crate) fn shown(&self) -> &Rows {
        self.search.as_ref().map_or(&self.rows, |search| &search.rows)
    }

    /// The rows that are seen.
    pub(crate) fn shown_mut(&mut self) -> &mut Rows {
        self.search.as_mut().map_or(&mut self.rows, |search| &mut search.rows)
    }

    /// The next of open, concluded, all.
    pub(crate) fn next_filter(&mut self) -> Vec<Effect> {
        let next = match &self.filter {
            Filter::Open => Filter::Closed,
            Filter::Closed => Filter::All,
            Filter::All => Filter::Open,
            Filter::Cell(..) => return Vec::new(),
        };
        *self = Self::of(next);
        self.rows.reload()
    }

    /// Begins a search with this text, or goes on with it.
    pub(crate) fn search_for(&mut self, text: &str) -> Vec<Effect> {
        let search = self
            .search
            .get_or_insert_with(|| Search { input: TextInput::default(), rows: Rows::given(Vec::new()) });
        search.input.paste(text);
        vec![Effect::Find(search.input.text())]
    }

    /// Everything to be read anew after something changed.
    pub(crate) fn reload(&mut self) -> Vec<Effect> {
        let mut effects = self.rows.reload();
        effects.extend(self.search.as_ref().map(|search| Effect::Find(search.input.text())));
        effects
    }

    /// Actions for the hint bar, and whether each works now.
    pub(crate) fn hints(&self) -> Vec<(Action, bool)> {
        let any = self.shown().selected().is_some();
        let mut hints = vec![(Action::Open, any)];
        if matches!(self.filter, Filter::Cell(..)) {
            hints.push((Action::Search, true));
        } else {
            hints.extend([Action::Register, Action::Filter, Action::Search].map(|action| (action, true)));
        }
        hints.extend(
            [
                Action::GoCarry,
                Action::GoYear,
                Action::GoCalendar,
                Action::GoRecords,
                Action::Help,
                Action::Back,
            ]
            .map(|action| (action, true)),
        );
        hints
    }

    /// What the list shows, in words.
    pub(crate) fn title(&self) -> String {
        match (&self.search, &self.filter) {
            (Some(_), _) => words::SEARCH_TITLE.to_owned(),
            (None, Filter::Open) => words::OPEN_TITLE.to_owned(),
            (None, Filter::Closed) => words::CLOSED_TITLE.to_owned(),
            (None, Filter::All) => words::ALL_TITLE.to_owned(),
            (None, Filter::Cell(title, _)) => title.clone(),
        }
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, head: &Head, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let Some(search) = &self.search else {
            return draw_rows(&self.rows, head, area, buf, self.nothing());
        };
        let line = Rect { height: area.height.min(1), ..area };
        let used = put(words::SEARCH_FIELD, line, buf, theme::TITLE);
        let field = Rect { x: line.x + used, width: line.width.saturating_sub(used), ..line };
        let cursor = search.input.draw(field, buf, theme::FIELD);
        let below = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
        let nothing = if search.input.is_empty() { words::SEARCH_HELP } else { words::NOTHING_FOUND };
        draw_rows(&search.rows, head, below, buf, nothing);
        cursor
    }

    const fn nothing(&self) -> &'static str {
        match self.filter {
            Filter::Open => words::NOTHING_OPEN,
            Filter::Closed | Filter::All | Filter::Cell(..) => words::NOTHING_HERE,
        }
    }
}

/// From this width on, what is due is said in full.
const ROOMY: u16 = 100;

/// The rows of a page of requests.
pub(crate) fn draw_rows(
    rows: &Rows,
    head: &Head,
    area: Rect,
    buf: &mut Buffer,
    nothing: &str,
) -> Option<Position> {
    let roomy = area.width >= ROOMY;
    let (no, applicant, next) = match area.width {
        120.. => (20, 16, 32),
        ROOMY.. => (14, 10, 28),
        _ => (14, 10, 14),
    };
    let columns = [
        Column::fixed(words::NO, no),
        Column::fixed(words::RECEIVED, 10),
        Column::fixed(words::APPLICANT, applicant),
        Column::filling(words::TITLE),
        Column::fixed(words::STATUS, 8),
        Column::fixed(due::NEXT_DUE, next),
    ];
    let height = TableView::page(area);
    let scroll = rows.scroll.fit(rows.items.len(), height);
    let seen = || rows.items.iter().skip(scroll.first()).take(height);
    let cells: Vec<Vec<String>> = seen().map(|row| cells(row, head, (roomy, no))).collect();
    let styles: Vec<Style> = seen().map(|row| style(row, head)).collect();
    if cells.is_empty() {
        draw_table(&TableView::new(&columns, &[]), area, buf);
        let below = Rect { x: area.x + 2, y: area.y + 2, width: area.width.saturating_sub(2), height: 1 };
        if rows.loaded {
            put(nothing, below.intersection(area), buf, theme::PLAIN);
        }
        return Some(Position::new(area.x, area.y));
    }
    draw_table(&TableView::new(&columns, &cells).styles(&styles).selected(Some(scroll.row())), area, buf)
}

fn cells(row: &CaseRow, head: &Head, (roomy, no): (bool, u16)) -> Vec<String> {
    let next = if roomy { due::next_full } else { due::next_brief };
    vec![
        // The running number tells requests apart: it is the last to go.
        crate::text::truncate_start(&row.no, usize::from(no)).into_owned(),
        row.listed_on.map(format_iso).unwrap_or_default(),
        row.applicant.clone(),
        crate::text::clean_line(row.shown_title()),
        words::status(row).to_owned(),
        next(row, head.today, &head.calendar),
    ]
}

fn style(row: &CaseRow, head: &Head) -> Style {
    let Some(next) = row.next_due() else { return theme::PLAIN };
    urgency(next.what, next.on, head)
}

/// How pressing a day is. What others let pass is to be looked at; only what binds the office can be missed.
pub(super) fn urgency(what: Deadline, on: Date, head: &Head) -> Style {
    match head.calendar.days_left(head.today, on) {
        ..0 if due::is_binding(what) => theme::BAD,
        ..=3 => theme::WARN,
        _ => theme::PLAIN,
    }
}
