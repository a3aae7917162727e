//! One case: its facts, its clock explained, its timeline.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::document::{Document, Row};
use super::facts::facts;
use super::offers::{Offer, offers};
use super::steps::StepKind;
use super::terms::{clock, deadlines};
use crate::desk::CaseView;
use crate::request::{Entry, RequestId};
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Head;
use crate::tui::widgets::theme;
use crate::words;
use crate::words::tui::screens as said;

/// From this width on the timeline stands at the right.
const TWO_COLUMNS: u16 = 100;

/// The case screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CaseScreen {
    /// Which case.
    pub(crate) id: RequestId,
    /// The case, once it is here.
    pub(crate) view: Option<Box<CaseView>>,
    /// Which steps can be taken, in the order of the procedure.
    pub(crate) offers: Vec<(StepKind, Offer)>,
    left: Document,
    right: Document,
    /// Where the explanation of the due date begins: the row, on the left.
    clock_at: usize,
    /// It stands on top, and nothing was moved since.
    at_clock: bool,
    /// Numbers of identity and telephone are shown in full.
    revealed: bool,
}

impl CaseScreen {
    /// A case, not read yet.
    pub(crate) fn of(id: RequestId) -> Self {
        Self {
            id,
            view: None,
            offers: Vec::new(),
            left: Document::default(),
            right: Document::default(),
            clock_at: 0,
            at_clock: false,
            revealed: false,
        }
    }

    /// Reads the case.
    pub(crate) fn reload(&self) -> Vec<Effect> {
        vec![Effect::Case(self.id)]
    }

    /// Takes the case.
    pub(crate) fn take(&mut self, view: Box<CaseView>, head: &Head, width: u16) {
        self.offers = offers(&view.case, &view.entries, head.today, &head.reckoning());
        self.view = Some(view);
        self.lay_out(head, width);
    }

    /// How a step stands.
    pub(crate) fn offer(&self, kind: StepKind) -> Option<&Offer> {
        self.offers.iter().find(|(own, _)| *own == kind).map(|(_, offer)| offer)
    }

    /// Lays the text out for a width.
    pub(crate) fn lay_out(&mut self, head: &Head, width: u16) {
        let Some(view) = &self.view else { return };
        let mut left = facts(view, head, self.revealed);
        left.extend(deadlines(view, head));
        self.clock_at = left.len();
        left.extend(clock(view, head));
        let timeline = timeline(view, self.revealed);
        if width >= TWO_COLUMNS {
            self.left.set(left);
            self.right.set(timeline);
        } else {
            left.extend(timeline);
            self.left.set(left);
            self.right.set(Vec::new());
        }
    }

    /// Shows the numbers of identity and telephone in full, or hides them again; whether they are shown now.
    pub(crate) fn reveal(&mut self, head: &Head, width: u16) -> bool {
        self.revealed = !self.revealed;
        self.lay_out(head, width);
        self.revealed
    }

    /// Whether they are shown in full.
    pub(crate) const fn is_revealed(&self) -> bool {
        self.revealed
    }

    /// Everything on it as text.
    pub(crate) fn text(&self) -> String {
        format!("{}\n{}", self.left.text(), self.right.text()).trim_end().to_owned()
    }

    /// The due date explained, as text.
    pub(crate) fn clock_text(&self, head: &Head) -> String {
        let rows = self.view.as_ref().map(|view| clock(view, head)).unwrap_or_default();
        let text = Document::new(rows).text();
        format!("{}\n{text}", self.title()).trim_end().to_owned()
    }

    /// To the explanation of the due date, and back to the beginning.
    pub(crate) fn turn_to_clock(&mut self, width: u16) {
        let (left, _) = halves(Rect { width, ..Rect::default() });
        self.at_clock = !self.at_clock;
        let row = if self.at_clock { self.clock_at } else { 0 };
        self.left.turn_to(row, left.width);
    }

    /// Answers a movement; false where the action is none.
    pub(crate) fn act(&mut self, action: Action, width: u16, height: usize) -> bool {
        let (left, right) = halves(Rect { width, ..Rect::default() });
        self.at_clock = false;
        // The longer of the two decides how far one can go.
        if self.right.height(right.width) > self.left.height(left.width) {
            self.left.act(action, left.width, height);
            return self.right.act(action, right.width, height);
        }
        self.right.act(action, right.width, height);
        self.left.act(action, left.width, height)
    }

    /// Actions for the hint bar, and whether each works now.
    pub(crate) fn hints(&self) -> Vec<(Action, bool)> {
        let mut hints = vec![(Action::Steps, self.view.is_some())];
        let undoable = self.view.as_ref().is_some_and(|view| view.entries.len() > view.revoked.len() + 1);
        hints.push((Action::Clock, true));
        hints.push((Action::Undo, undoable));
        let personal = self.view.as_ref().map(|view| &view.case.facts.particulars);
        let hidden = personal.is_some_and(|own| !own.id_number.is_empty() || !own.contact.is_empty());
        hints.extend(hidden.then_some((Action::Reveal, true)));
        hints.extend([Action::Help, Action::Back].map(|action| (action, true)));
        let now = self.offers.iter().filter(|(_, offer)| *offer == Offer::Now);
        hints.extend(now.map(|(kind, _)| (kind.action(), true)));
        hints
    }

    /// The number of the case and where one reads.
    pub(crate) fn title(&self) -> String {
        self.view.as_ref().map_or_else(String::new, |view| said::case_title(&view.row.no))
    }

    /// The same, with whoever else is at it.
    pub(crate) fn title_among(&self, head: &Head) -> String {
        let here = head.others.iter().filter(|(id, _)| *id == self.id).map(|(_, name)| name.as_str());
        let mut names: Vec<&str> = here.collect();
        names.sort_unstable();
        names.dedup();
        if names.is_empty() { self.title() } else { said::also_here(&self.title(), &names) }
    }

    /// How far one has read.
    pub(crate) fn position(&self, width: u16, height: usize) -> String {
        let (left, right) = halves(Rect { width, ..Rect::default() });
        if self.right.height(right.width) > self.left.height(left.width) {
            return self.right.position(right.width, height);
        }
        self.left.position(left.width, height)
    }

    /// Draws it.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> Position {
        let (left, right) = halves(area);
        self.right.draw(right, buf);
        self.left.draw(left, buf)
    }
}

/// Left and right half; the right one is empty in a narrow window.
fn halves(area: Rect) -> (Rect, Rect) {
    if area.width < TWO_COLUMNS {
        return (area, Rect { width: 0, ..area });
    }
    let width = (area.width - 2) / 2;
    let left = Rect { width, ..area };
    (left, Rect { x: area.x + width + 2, width: area.width - width - 2, ..area })
}

/// Everything that was recorded, revoked entries marked.
fn timeline(view: &CaseView, revealed: bool) -> Vec<Row> {
    let mut rows = vec![Row::styled(said::TIMELINE_TITLE, theme::TITLE)];
    for entry in &view.entries {
        let revoked = view.revoked.contains_key(&entry.seq);
        let style = if revoked { theme::DISABLED } else { theme::PLAIN };
        let label = said::entry_label(entry.seq, entry.event.on());
        let line = if revealed { whole_line(entry, revoked) } else { entry_line(entry, revoked) };
        rows.push(Row::labelled(&label, &line, 18).with(style));
    }
    rows
}

/// An entry in one line, its numbers hidden.
pub(crate) fn entry_line(entry: &Entry, revoked: bool) -> String {
    let name = words::request::event_name(&entry.event);
    said::entry(name, &words::request::event_detail_masked(&entry.event), revoked)
}

/// The same with its numbers, for eyes that have asked for them.
fn whole_line(entry: &Entry, revoked: bool) -> String {
    let name = words::request::event_name(&entry.event);
    said::entry(name, &words::request::event_detail(&entry.event), revoked)
}
