//! Table 3 of a year: frozen head and labels, sums tried, every cell opened by Enter.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{figure, halved, line_of};
use crate::law::{ApplicantKind, OutcomeRow};
use crate::office::ReportOf;
use crate::register::{Cell, CellRow};
use crate::report::{Column3, Row3, StatedTable3};
use crate::tui::keymap::Action;
use crate::tui::screens::list::Filter;
use crate::tui::widgets::{Scroll, put, theme};
use crate::words::tui::screens as words;

/// Columns of a figure on the screen.
const FIGURE: u16 = 7;
/// Columns of the gutter.
const GUTTER: u16 = 2;
/// Rows above and below the figures: two of head, one of balance, one of the full label.
const FRAME: usize = 4;

/// Where one is in table 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Table3Tab {
    scroll: Scroll,
    column: usize,
}

impl Default for Table3Tab {
    fn default() -> Self {
        Self { scroll: Scroll::at(0), column: Column3::Sum.index() }
    }
}

impl Table3Tab {
    /// The selected cell.
    fn cell(&self) -> Option<(Row3, Column3)> {
        Row3::all().nth(self.scroll.selected()).zip(Column3::all().nth(self.column))
    }

    /// Selects a cell; without a row the balance of the column, without a column the sum of the row.
    pub(crate) fn select(&mut self, row: Option<Row3>, column: Option<Column3>) {
        self.scroll = Scroll::at(row.unwrap_or(Row3::CarriedOut).index());
        self.column = column.unwrap_or(Column3::Sum).index();
    }

    /// The list of what the selected cell counts.
    pub(crate) fn drill_down(&self, ReportOf { year, organ }: ReportOf) -> Option<Filter> {
        let (row, column) = self.cell()?;
        let column_of = match column {
            Column3::Kind(kind) => Some(kind),
            Column3::Sum => None,
        };
        let cell = Cell { year, row: cell_row(row), column: column_of, organ };
        Some(Filter::Cell(words::cell_title(year, &row.name(), column.label()), cell))
    }

    /// Answers a movement; false where the action is none.
    pub(crate) fn act(&mut self, action: Action, body: usize) -> bool {
        let (len, height) = (Row3::all().count(), body.saturating_sub(FRAME));
        match action {
            Action::Left => self.column = self.column.saturating_sub(1),
            Action::Right => self.column = (self.column + 1).min(Column3::Sum.index()),
            _ => match self.scroll.by(action, len, height) {
                Some(moved) => self.scroll = moved,
                None => return false,
            },
        }
        true
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, table: &StatedTable3, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let line = |n: u16| line_of(area, n);
        let (balance, style) = balance(table);
        put(&balance, line(0), buf, style);
        draw_head(line(1), line(2), buf);
        let height = usize::from(area.height).saturating_sub(FRAME);
        let scroll = self.scroll.fit(Row3::all().count(), height);
        let mut cursor = Some(Position::new(area.x, area.y));
        for (n, row) in (3_u16..).zip(Row3::all().skip(scroll.first()).take(height)) {
            let selected = Row3::all().nth(scroll.selected()) == Some(row);
            let at = self.draw_row(table, row, selected, line(n), buf);
            cursor = if selected { at } else { cursor };
        }
        let label = Row3::all().nth(scroll.selected()).map_or("", Row3::label);
        put(&words::full_label(label), line(area.height.saturating_sub(1)), buf, theme::PLAIN);
        cursor
    }

    fn draw_row(
        &self,
        table: &StatedTable3,
        row: Row3,
        selected: bool,
        line: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let labels = label_width(line);
        if selected {
            put(">", line, buf, theme::FOCUS);
        }
        let label = Rect { x: line.x + GUTTER.min(line.width), width: labels, ..line };
        put(&row.name(), label.intersection(line), buf, if selected { theme::TITLE } else { theme::PLAIN });
        let mut cursor = None;
        for column in Column3::all() {
            let here = selected && column.index() == self.column;
            let wrong = is_wrong(table, row, column);
            let place = figure_place(line, column.index());
            let text = figure(&table.at(row, column).cell.text(), here, wrong, FIGURE);
            let style = match (wrong, here) {
                (true, _) => theme::BAD,
                (false, true) => theme::FOCUS,
                (false, false) => theme::PLAIN,
            };
            put(&text, place, buf, style);
            if here && !place.is_empty() {
                cursor = Some(Position::new(place.right().saturating_sub(2), place.y));
            }
        }
        cursor
    }
}

fn label_width(line: Rect) -> u16 {
    line.width.saturating_sub(GUTTER + 7 * FIGURE)
}

fn figure_place(line: Rect, column: usize) -> Rect {
    let skipped = GUTTER + label_width(line) + FIGURE * u16::try_from(column).unwrap_or(u16::MAX / FIGURE);
    Rect { x: line.x.saturating_add(skipped), width: FIGURE, ..line }.intersection(line)
}

/// The heads are too long for a column: each stands in two lines.
fn draw_head(upper: Rect, lower: Rect, buf: &mut Buffer) {
    put(
        words::TABLE3_HEAD,
        Rect { x: upper.x + GUTTER.min(upper.width), ..upper }.intersection(upper),
        buf,
        theme::TITLE,
    );
    for column in Column3::all() {
        let (first, second) = halved(column.label());
        for (line, part) in [(upper, first), (lower, second)] {
            let part = figure(&part, false, false, FIGURE);
            put(&part, figure_place(line, column.index()), buf, theme::TITLE);
        }
    }
}

/// Whether a stated sum differs from what it sums: V1 in the last row, V2 in （七）, V3 in 总计.
fn is_wrong(table: &StatedTable3, row: Row3, column: Column3) -> bool {
    let across = column == Column3::Sum && {
        let kinds = ApplicantKind::ALL.map(|kind| table.count(row, Column3::Kind(kind)));
        differs(table.count(row, column), &kinds)
    };
    let down = match row {
        Row3::Total => {
            let results = OutcomeRow::ALL.map(|result| table.count(Row3::Result(result), column));
            differs(table.count(row, column), &results)
        }
        Row3::CarriedOut => !is_balanced(table, column),
        _ => false,
    };
    across || down
}

fn differs(stated: Option<u64>, parts: &[Option<u64>]) -> bool {
    let sum: Option<u64> = parts.iter().try_fold(0_u64, |sum, part| Some(sum.saturating_add((*part)?)));
    stated != sum
}

/// 第一项加第二项之和，等于第三项加第四项之和.
fn is_balanced(table: &StatedTable3, column: Column3) -> bool {
    let sum = |one, other| Some(table.count(one, column)?.saturating_add(table.count(other, column)?));
    sum(Row3::New, Row3::CarriedIn) == sum(Row3::Total, Row3::CarriedOut)
}

fn balance(table: &StatedTable3) -> (String, ratatui::style::Style) {
    let off: Vec<&str> =
        Column3::all().filter(|column| !is_balanced(table, *column)).map(Column3::label).collect();
    if off.is_empty() {
        (words::BALANCED.to_owned(), theme::GOOD)
    } else {
        (words::unbalanced(&off), theme::BAD)
    }
}

const fn cell_row(row: Row3) -> CellRow {
    match row {
        Row3::New => CellRow::New,
        Row3::CarriedIn => CellRow::CarriedIn,
        Row3::Result(row) => CellRow::Result(row),
        Row3::Total => CellRow::Total,
        Row3::CarriedOut => CellRow::CarriedOut,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Stated;

    fn table(figures: &[(Row3, u64)]) -> StatedTable3 {
        let kind = Column3::Kind(ApplicantKind::Natural);
        StatedTable3::from_fn(|row, column| {
            let stated = figures.iter().find(|(at, _)| *at == row).map_or(0, |(_, figure)| *figure);
            Stated::number(if column == kind || column == Column3::Sum { stated } else { 0 })
        })
    }

    #[test]
    fn a_column_that_does_not_balance_is_marked_and_named() {
        let open = Row3::Result(OutcomeRow::Open);
        let sound = table(&[(Row3::New, 3), (open, 2), (Row3::Total, 2), (Row3::CarriedOut, 1)]);
        assert_eq!(balance(&sound).0, words::BALANCED);
        assert!(Row3::all().all(|row| Column3::all().all(|column| !is_wrong(&sound, row, column))));
        let mut wrong = sound.clone();
        wrong.set(Row3::CarriedOut, Column3::Kind(ApplicantKind::Natural), Stated::number(2));
        assert!(is_wrong(&wrong, Row3::CarriedOut, Column3::Kind(ApplicantKind::Natural)), "V1");
        assert!(is_wrong(&wrong, Row3::CarriedOut, Column3::Sum), "V3");
        assert!(balance(&wrong).0.contains("自然人"));
    }

    #[test]
    fn a_total_that_is_not_the_sum_of_its_results_is_marked() {
        let mut wrong = table(&[(Row3::New, 1), (Row3::CarriedOut, 1)]);
        wrong.set(Row3::Total, Column3::Kind(ApplicantKind::Research), Stated::number(1));
        assert!(is_wrong(&wrong, Row3::Total, Column3::Kind(ApplicantKind::Research)), "V2");
        assert!(!is_wrong(&wrong, Row3::Total, Column3::Kind(ApplicantKind::Other)));
    }
}
