//! One case: its facts, its clock explained, its timeline.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::document::{Document, Row};
use super::steps::StepKind;
use crate::calendar::{format_iso, format_long};
use crate::desk::CaseView;
use crate::request::{Entry, RequestId};
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Head;
use crate::tui::widgets::theme;
use crate::words;
use crate::words::tui::screens as said;

/// Columns for the labels of facts.
const LABEL: u16 = 10;
/// From this width on the timeline stands at the right.
const TWO_COLUMNS: u16 = 100;

/// The case screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CaseScreen {
    /// Which case.
    pub(crate) id: RequestId,
    /// The case, once it is here.
    pub(crate) view: Option<Box<CaseView>>,
    /// Whether the clock is explained.
    pub(crate) explains: bool,
    left: Document,
    right: Document,
}

impl CaseScreen {
    /// A case, not read yet.
    pub(crate) fn of(id: RequestId) -> Self {
        Self { id, view: None, explains: true, left: Document::default(), right: Document::default() }
    }

    /// Reads the case.
    pub(crate) fn reload(&self) -> Vec<Effect> {
        vec![Effect::Case(self.id)]
    }

    /// Takes the case.
    pub(crate) fn take(&mut self, view: Box<CaseView>, head: &Head, width: u16) {
        self.view = Some(view);
        self.lay_out(head, width);
    }

    /// Lays the text out for a width.
    pub(crate) fn lay_out(&mut self, head: &Head, width: u16) {
        let Some(view) = &self.view else { return };
        let mut left = facts(view, head);
        if self.explains {
            left.extend(clock(view));
        }
        let timeline = timeline(view);
        if width >= TWO_COLUMNS {
            self.left.set(left);
            self.right.set(timeline);
        } else {
            left.extend(timeline);
            self.left.set(left);
            self.right.set(Vec::new());
        }
    }

    /// Shows or hides the explanation of the due date.
    pub(crate) fn toggle_clock(&mut self, head: &Head, width: u16) {
        self.explains = !self.explains;
        self.lay_out(head, width);
    }

    /// Answers a movement; false where the action is none.
    pub(crate) fn act(&mut self, action: Action, width: u16, height: usize) -> bool {
        let (left, right) = halves(Rect { width, ..Rect::default() });
        // The longer of the two decides how far one can go.
        if self.right.height(right.width) > self.left.height(left.width) {
            self.left.act(action, left.width, height);
            return self.right.act(action, right.width, height);
        }
        self.right.act(action, right.width, height);
        self.left.act(action, left.width, height)
    }

    /// Actions for the hint bar, and whether each works now.
    pub(crate) fn hints(&self, head: &Head) -> Vec<(Action, bool)> {
        let mut hints = vec![(Action::Steps, self.view.is_some())];
        if let Some(view) = &self.view {
            let now = StepKind::ALL.into_iter().filter(|kind| kind.available(&view.case, head.today).is_ok());
            hints.extend(now.map(|kind| (kind.action(), true)));
        }
        hints.extend([Action::Clock, Action::Help, Action::Back].map(|action| (action, true)));
        hints
    }

    /// The number of the case and where one reads.
    pub(crate) fn title(&self) -> String {
        self.view.as_ref().map_or_else(String::new, |view| said::case_title(&view.row.no))
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

fn facts(view: &CaseView, head: &Head) -> Vec<Row> {
    let (case, row) = (&view.case, &view.row);
    let facts = &case.facts;
    let personal = &facts.particulars;
    let day = |day: Option<jiff::civil::Date>| day.map(format_long).unwrap_or_default();
    let mut rows = vec![
        Row::labelled(said::STATUS, &said::standing(row, head.today, &head.calendar), LABEL)
            .with(theme::FOCUS),
    ];
    let outcome = case.outcome().map(|outcome| said::outcome(&outcome)).unwrap_or_default();
    let mut fact = |label: &str, text: &str| {
        if !text.is_empty() {
            rows.push(Row::labelled(label, text, LABEL));
        }
    };
    fact(said::OUTCOME, &outcome);
    fact(said::CLOSED_ON, &day(row.closed_on));
    fact(said::APPLICANT, &said::applicant(&personal.applicant, facts.kind.label()));
    fact(said::CHANNEL, facts.channel.label());
    fact(said::SUBMITTED_ON, &day(facts.submitted_on.filter(|on| Some(*on) != facts.received_on)));
    fact(said::RECEIVED_ON, &day(facts.received_on));
    fact(said::TITLE, &personal.title);
    fact(said::CONTENT, &personal.content);
    for (n, item) in (1..).zip(&case.items).filter(|_| !personal.items.is_empty()) {
        let answer = item.answer.as_ref().map(|answer| said::outcome(&answer.outcome)).unwrap_or_default();
        fact(&said::item(n), &said::item_answer(&item.text, &answer));
    }
    for (label, text) in [
        (said::ID_NUMBER, &personal.id_number),
        (said::CONTACT, &personal.contact),
        (said::FORM_OF_SUPPLY, &personal.form_of_supply),
        (said::PLATFORM_NO, &personal.platform_no),
        (said::UNIT, &personal.unit),
    ] {
        fact(label, text);
    }
    rows.push(Row::default());
    rows
}

/// The clock, explained: date, rule, effect, article.
fn clock(view: &CaseView) -> Vec<Row> {
    let mut rows = vec![Row::styled(said::CLOCK_TITLE, theme::TITLE)];
    for line in &view.clock.lines {
        let rule = words::request::rule(line.rule);
        let effect = words::request::effect(line.effect);
        rows.push(Row::labelled(
            &format_iso(line.on),
            &said::clock_line(&rule, &effect, line.rule.article()),
            12,
        ));
    }
    if view.clock.lines.is_empty() {
        rows.push(Row::styled(said::NO_CLOCK, theme::PLAIN));
    }
    rows.push(Row::default());
    rows
}

/// Everything that was recorded, revoked entries marked.
fn timeline(view: &CaseView) -> Vec<Row> {
    let mut rows = vec![Row::styled(said::TIMELINE_TITLE, theme::TITLE)];
    for entry in &view.entries {
        let revoked = view.revoked.contains_key(&entry.seq);
        let style = if revoked { theme::DISABLED } else { theme::PLAIN };
        let label = said::entry_label(entry.seq, entry.event.on());
        rows.push(Row::labelled(&label, &entry_line(entry, revoked), 18).with(style));
    }
    rows
}

/// An entry in one line.
pub(crate) fn entry_line(entry: &Entry, revoked: bool) -> String {
    let name = words::request::event_name(&entry.event);
    said::entry(name, &words::request::event_detail(&entry.event), revoked)
}
