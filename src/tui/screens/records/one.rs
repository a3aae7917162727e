//! One record: what stands in it, how it stands, everything that happened to it.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::behind::filled;
use super::{Deed, DeedOffer, RecordsScreen, deed_offers};
use crate::records::{
    Counting, Document as Paper, Form, Record, RecordEntry, RecordEvent, RecordField, RecordId, Records,
    Value, fields,
};
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Head;
use crate::tui::screens::document::{Document, Row};
use crate::tui::widgets::theme;
use crate::words::records as said;
use crate::words::tui::{records as words, screens};

/// Columns for the labels of facts.
const LABEL: u16 = 20;
/// Columns for number and day of an entry.
const ENTRY: u16 = 18;

/// The screen of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RecordScreen {
    /// Which record.
    pub(crate) id: RecordId,
    /// All records, once they are here.
    pub(crate) records: Option<Arc<Records>>,
    /// What can be done to it.
    pub(crate) offers: Vec<(Deed, DeedOffer)>,
    text: Document,
}

impl RecordScreen {
    /// A record, not read yet.
    pub(crate) fn of(id: RecordId) -> Self {
        Self { id, records: None, offers: Vec::new(), text: Document::default() }
    }

    /// Reads it.
    pub(crate) fn reload() -> Vec<Effect> {
        RecordsScreen::reload()
    }

    /// The record.
    pub(crate) fn record(&self) -> Option<&Record> {
        self.records.as_ref()?.get(self.id).ok()
    }

    /// Takes the records.
    pub(crate) fn take(&mut self, records: &Arc<Records>, head: &Head) {
        if let Ok(record) = records.get(self.id) {
            self.offers = deed_offers(records, record, head.today, &head.calendar);
            self.text.set(rows(record, head));
        }
        self.records = Some(Arc::clone(records));
    }

    /// How a deed stands.
    pub(crate) fn offer(&self, deed: Deed) -> Option<&DeedOffer> {
        self.offers.iter().find(|(own, _)| *own == deed).map(|(_, offer)| offer)
    }

    /// Answers a movement; false where the action is none.
    pub(crate) fn act(&mut self, action: Action, width: u16, height: usize) -> bool {
        self.text.act(action, width, height)
    }

    /// Actions for the hint bar, and whether each works now.
    pub(crate) fn hints(&self) -> Vec<(Action, bool)> {
        vec![(Action::Steps, self.record().is_some()), (Action::Help, true), (Action::Back, true)]
    }

    /// Number and kind of the record.
    pub(crate) fn title(&self) -> String {
        self.record().map(|record| words::record_title(record.id, record.kind())).unwrap_or_default()
    }

    /// Everything on it as text.
    pub(crate) fn text(&self) -> String {
        format!("{}\n{}", self.title(), self.text.text()).trim_end().to_owned()
    }

    /// How far one has read.
    pub(crate) fn position(&self, width: u16, height: usize) -> String {
        self.text.position(width, height)
    }

    /// Draws it.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> Position {
        self.text.draw(area, buf)
    }
}

fn rows(record: &Record, head: &Head) -> Vec<Row> {
    let due = record.publish_by(&head.calendar);
    let state = said::status(record, due);
    let state = if state.is_empty() { words::STANDS } else { state.trim_matches(['[', ']']) };
    let mut rows = vec![Row::labelled(screens::STATUS, state, LABEL).with(theme::FOCUS)];
    let form = Form::of(record.value());
    for spec in fields(record.kind()) {
        let text = if spec.field == RecordField::Note { &record.body.note } else { form.get(spec.field) };
        if !text.is_empty() {
            let shown = said::shown(record.kind(), spec.field, text);
            rows.push(Row::labelled(spec.field.label(), &shown, LABEL));
        }
    }
    if head.organs.len() > 1
        && let Some((_, name)) = head.organs.iter().find(|(id, _)| *id == record.body.organ)
    {
        rows.push(Row::labelled(words::ORGAN, name, LABEL));
    }
    if let Value::Document(Paper { ended: Some(ended), .. }) = record.value() {
        rows.push(Row::labelled(ended.way.label(), &words::ended(ended.on, &ended.reason), LABEL));
    }
    let counting = Counting { again: head.readings.disputes_again };
    for (n, (target, first, last)) in filled(record, counting, head.today.year()).into_iter().enumerate() {
        let label = if n == 0 { words::COUNTED } else { "" };
        rows.push(Row::labelled(label, &words::counted(&target.place(), first, last), LABEL));
    }
    rows.push(Row::default());
    rows.push(Row::styled(said::HISTORY, theme::TITLE));
    rows.extend(history(record));
    rows
}

/// Everything that happened, steps that were taken back marked.
fn history(record: &Record) -> Vec<Row> {
    let mut before: Option<&Value> = None;
    let row = |entry: &RecordEntry, before: Option<&Value>| {
        let stands = match &entry.event {
            RecordEvent::Stepped { .. } => record.steps.iter().any(|taken| taken.seq == entry.seq),
            _ => true,
        };
        let label = screens::entry_label(entry.seq, said::event_day(&entry.event));
        let (name, detail) = of_the_end(&entry.event, before)
            .unwrap_or_else(|| (said::event_name(&entry.event), said::event_detail(&entry.event)));
        let style = if stands { theme::PLAIN } else { theme::DISABLED };
        Row::labelled(&label, &words::entry(name, &detail, stands), ENTRY).with(style)
    };
    let mut rows = Vec::new();
    for entry in &record.history {
        rows.push(row(entry, before));
        if let RecordEvent::Added(body) | RecordEvent::Changed { body, .. } = &entry.event {
            before = Some(&body.value);
        }
    }
    rows
}

/// A change that ends a document, or takes its end back, is told as that.
fn of_the_end(event: &RecordEvent, before: Option<&Value>) -> Option<(&'static str, String)> {
    let RecordEvent::Changed { body, reason, .. } = event else { return None };
    let (Value::Document(now), Some(Value::Document(was))) = (&body.value, before) else { return None };
    if now.ended == was.ended {
        return None;
    }
    Some(match &now.ended {
        Some(ended) => (ended.way.label(), words::ended(ended.on, &ended.reason)),
        None => (words::REINSTATE.label, reason.clone()),
    })
}
