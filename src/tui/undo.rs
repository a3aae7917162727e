//! Taking the last entry of a case back: a reason, the consequence, and a new entry that revokes it.

use super::dialog::{Choosing, Dialog};
use super::effect::Effect;
use super::model::Model;
use super::pick::Pick;
use super::screens::{Screen, entry_line};
use super::update::tell;
use super::widgets::Tone;
use crate::desk::Command;
use crate::request::Seq;
use crate::words::tui::lists as words;

/// Why is the last entry to be taken back? A registration goes by its own step alone: it takes the case with it.
pub(super) fn ask(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Case(case)) = model.top() else { return Vec::new() };
    let Some(view) = &case.view else { return Vec::new() };
    let standing = view.entries.iter().filter(|entry| !view.revoked.contains_key(&entry.seq));
    let last = standing.skip(1).max_by_key(|entry| entry.seq);
    let Some(last) = last else { return tell(model, Tone::Info, words::NOTHING_TO_UNDO) };
    let title = words::undo_title(&crate::text::truncate(&entry_line(last, false), 50));
    let reasons = words::UNDO_REASONS.map(str::to_owned);
    let choosings = reasons.iter().map(|reason| Choosing::Undo(last.seq, reason.clone())).collect();
    model.dialog = Some(Dialog::Choose(Pick::numbered(&title, &reasons, 0, ""), choosings));
    Vec::new()
}

/// For this reason: what follows is shown before it is done.
pub(super) fn chosen(model: &mut Model, seq: Seq, reason: String) -> Vec<Effect> {
    let Some(Screen::Case(case)) = model.top() else { return Vec::new() };
    let Some(view) = &case.view else { return Vec::new() };
    let (id, version) = (view.row.id, Some(view.row.version));
    vec![Effect::Preview(Command::Revoke { id, version, seq, reason })]
}
