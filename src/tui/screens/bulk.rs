//! A step on many requests, one a row: first what would come of it, then what came of it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::StepKind;
use crate::desk::Command;
use crate::request::{RequestId, Seq, Step};
use crate::tui::effect::{Effect, Then};
use crate::tui::keymap::Action;
use crate::tui::widgets::{Column, Scroll, TableView, draw_table, put, theme};
use crate::words::tui::lists as words;

/// A request and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outlook {
    /// Which one.
    pub(crate) id: RequestId,
    /// The version that the clerk saw.
    pub(crate) version: Seq,
    /// 编号
    pub(crate) no: String,
    /// 申请人
    pub(crate) applicant: String,
    /// What would become of it or has, or why nothing does; nothing while that is not known.
    pub(crate) said: Option<Result<String, String>>,
}

/// The step, the requests, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bulk {
    kind: StepKind,
    step: Step,
    rows: Vec<Outlook>,
    is_done: bool,
    scroll: Scroll,
}

impl Bulk {
    /// This step on these requests, not tried yet.
    pub(crate) fn of(kind: StepKind, step: Step, rows: Vec<Outlook>) -> Self {
        Self { kind, step, rows, is_done: false, scroll: Scroll::default() }
    }

    /// Tries the step on every request.
    pub(crate) fn attempt(&self) -> Effect {
        Effect::Each(self.rows.iter().map(|row| self.command(row)).collect(), Then::Try)
    }

    /// Does the step on every request on which it can be done; nothing where it is done, or there is none.
    pub(crate) fn carry_out(&self) -> Option<Effect> {
        if self.is_done {
            return None;
        }
        let good: Vec<Command> =
            self.rows.iter().filter(|row| is_good(row)).map(|row| self.command(row)).collect();
        (!good.is_empty()).then_some(Effect::Each(good, Then::Do))
    }

    fn command(&self, row: &Outlook) -> Command {
        Command::Step { id: row.id, version: Some(row.version), step: self.step.clone() }
    }

    /// What came of the tries, or of what was done: in the order of what was asked.
    pub(crate) fn take(&mut self, then: Then, said: Vec<Result<String, String>>) {
        let asked = self.rows.iter_mut().filter(|row| then == Then::Try || is_good(row));
        for (row, said) in asked.zip(said) {
            row.said = Some(said);
        }
        self.is_done = then == Then::Do;
    }

    /// Whether it was done.
    pub(crate) const fn is_done(&self) -> bool {
        self.is_done
    }

    /// Answers a movement.
    pub(crate) fn act(&mut self, action: Action, body: usize) {
        let (len, height) = (self.rows.len(), body.saturating_sub(2));
        self.scroll = self.scroll.by(action, len, height).unwrap_or(self.scroll);
    }

    /// Actions for the hint bar, and whether each works now.
    pub(crate) fn hints(&self) -> Vec<(Action, bool)> {
        let can = !self.is_done && self.rows.iter().any(is_good);
        vec![(Action::Accept, can), (Action::Back, true), (Action::Help, true)]
    }

    /// What it is, and how many requests it can be done on.
    pub(crate) fn title(&self) -> String {
        let good = self.rows.iter().filter(|row| is_good(row)).count();
        words::bulk_screen_title(self.kind.label(), self.is_done, good, self.rows.len() - good)
    }

    /// Where one is in it.
    pub(crate) fn position(&self) -> String {
        format!("{}/{}", self.scroll.selected() + 1, self.rows.len())
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let [no, applicant, said] = words::BULK_HEADS;
        let columns = [Column::fixed(no, 14), Column::fixed(applicant, 12), Column::filling(said)];
        let table = Rect { height: area.height.saturating_sub(1), ..area };
        let height = TableView::page(table);
        let scroll = self.scroll.fit(self.rows.len(), height);
        let seen = || self.rows.iter().skip(scroll.first()).take(height);
        let cells: Vec<Vec<String>> = seen().map(cells).collect();
        let styles: Vec<Style> = seen().map(style).collect();
        let view = TableView::new(&columns, &cells).styles(&styles).selected(Some(scroll.row()));
        let cursor = draw_table(&view, table, buf);
        let below = Rect { y: table.bottom(), height: 1, ..area }.intersection(area);
        put(&self.below(), below, buf, theme::TITLE);
        cursor.or(Some(Position::new(area.x, area.y)))
    }

    /// What is to be done now.
    fn below(&self) -> String {
        let good = self.rows.iter().filter(|row| is_good(row)).count();
        match (self.is_done, good) {
            (true, _) => words::BULK_DONE.to_owned(),
            (false, 0) => words::BULK_NONE.to_owned(),
            (false, _) => words::bulk_ask(good),
        }
    }
}

fn is_good(row: &Outlook) -> bool {
    matches!(row.said, Some(Ok(_)))
}

fn cells(row: &Outlook) -> Vec<String> {
    let said = match &row.said {
        None => String::new(),
        Some(Ok(said) | Err(said)) => said.clone(),
    };
    vec![crate::text::truncate_start(&row.no, 14).into_owned(), row.applicant.clone(), said]
}

const fn style(row: &Outlook) -> Style {
    match &row.said {
        Some(Err(_)) => theme::WARN,
        _ => theme::PLAIN,
    }
}
