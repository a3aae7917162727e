//! Copying: what can be taken from a screen into the clipboard of the clerk's own machine (OSC 52), and a view
//! without frames for terminals that do not know that.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::dialog::Dialog;
use super::effect::Effect;
use super::model::{Head, Model};
use super::pick::Pick;
use super::screens::{Plain, Screen};
use super::update::tell;
use super::widgets::Tone;
use crate::report::{Column3, Dispute, DisputeColumn, Row3, YearTables};
use crate::words::tui::copying as words;

/// Longer texts are thrown away by terminals without a word.
const LONGEST: usize = 50_000;

/// Something that can be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Copyable {
    label: &'static str,
    text: String,
}

/// What the screen that is seen has to copy.
fn copyables(model: &Model) -> Vec<Copyable> {
    let head = &model.head;
    let one = |label: &'static str, text: String| Copyable { label, text };
    let mut all = Vec::new();
    let selected = match model.top() {
        Some(Screen::List(list)) => list.shown().selected(),
        Some(Screen::Carry(carry)) => carry.shown().and_then(|rows| rows.selected()),
        _ => None,
    };
    if let Some(row) = selected {
        all.push(one(words::NUMBER, row.no.clone()));
        all.push(one(words::ROW, words::row(row, head.today, &head.calendar)));
    }
    match model.top() {
        Some(Screen::List(list)) => all.push(one(words::ROWS, rows(list.shown().items.iter(), head))),
        Some(Screen::Case(case)) => {
            if let Some(view) = &case.view {
                all.push(one(words::NUMBER, view.row.no.clone()));
                all.push(one(words::ROW, words::row(&view.row, head.today, &head.calendar)));
            }
            all.push(one(words::CLOCK, case.clock_text(head)));
            all.push(one(words::WHOLE, case.text()));
        }
        Some(Screen::Record(record)) => all.push(one(words::WHOLE, record.text())),
        Some(Screen::Year(year)) => {
            if let Some(tables) = &year.tables {
                all.push(one(words::TABLE3, table3(tables)));
                all.push(one(words::TABLE4, table4(tables)));
            }
        }
        _ => {}
    }
    all.retain(|copyable| !copyable.text.trim().is_empty());
    all
}

fn rows<'r>(rows: impl Iterator<Item = &'r crate::register::CaseRow>, head: &Head) -> String {
    rows.map(|row| words::row(row, head.today, &head.calendar)).collect::<Vec<_>>().join("\n")
}

/// The table as cells between tabs, to be pasted into a sheet.
fn table3(tables: &YearTables) -> String {
    let heads = Column3::all().map(|column| column.label().to_owned());
    let mut lines = vec![std::iter::once(String::new()).chain(heads).collect::<Vec<_>>().join("\t")];
    for row in Row3::all() {
        let cells = Column3::all().map(|column| tables.table3.at(row, column).cell.text());
        lines.push(std::iter::once(row.label().to_owned()).chain(cells).collect::<Vec<_>>().join("\t"));
    }
    lines.join("\n")
}

fn table4(tables: &YearTables) -> String {
    let heads = DisputeColumn::ALL.map(|column| column.label().to_owned());
    let mut lines = vec![std::iter::once(String::new()).chain(heads).collect::<Vec<_>>().join("\t")];
    for dispute in Dispute::ALL {
        let cells = DisputeColumn::ALL.map(|column| tables.table4.at(dispute, column).cell.text());
        let cells = std::iter::once(dispute.label().to_owned()).chain(cells);
        lines.push(cells.collect::<Vec<_>>().join("\t"));
    }
    lines.join("\n")
}

/// Asks what is to be copied; the last choice is the view without frames.
pub(crate) fn ask(model: &mut Model) -> Vec<Effect> {
    let all = copyables(model);
    if all.is_empty() {
        return tell(model, Tone::Info, words::NOTHING);
    }
    let labels: Vec<String> =
        all.iter().map(|copyable| copyable.label).chain([words::VIEW]).map(str::to_owned).collect();
    model.dialog = Some(Dialog::Copy(Pick::numbered(words::TITLE, &labels, 0, ""), all));
    Vec::new()
}

/// Copies what was chosen, or shows all of it without frames.
pub(crate) fn choose(model: &mut Model, all: &[Copyable], choice: usize) -> Vec<Effect> {
    let Some(copyable) = all.get(choice) else {
        let last = all.last().map(|copyable| copyable.text.as_str()).unwrap_or_default();
        model.screens.push(Screen::Plain(Plain::of(last)));
        return Vec::new();
    };
    if copyable.text.len() > LONGEST {
        return tell(model, Tone::Refused, words::TOO_LONG);
    }
    let said = words::copied(copyable.label, copyable.text.chars().count());
    let _ = tell(model, Tone::Done, &said);
    vec![Effect::Copy(copyable.text.clone())]
}

/// What a terminal takes into the clipboard.
pub(crate) fn osc52(text: &str) -> Vec<u8> {
    format!("\x1b]52;c;{}\x07", STANDARD.encode(text)).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clipboard_gets_the_text_as_it_is() {
        assert_eq!(osc52("2026-001"), b"\x1b]52;c;MjAyNi0wMDE=\x07");
        let bytes = osc52("公开");
        let text = String::from_utf8(bytes).unwrap();
        let inside = text.strip_prefix("\x1b]52;c;").and_then(|rest| rest.strip_suffix('\x07')).unwrap();
        assert_eq!(STANDARD.decode(inside).unwrap(), "公开".as_bytes());
    }
}
