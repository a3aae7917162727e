//! The clerk's other sessions at the host: offered, listed, gone over to.

use super::dialog::Dialog;
use super::effect::Effect;
use super::keymap::{Action, Context, print_keys};
use super::model::Model;
use super::pick::{Choice, Pick};
use super::screens::Screen;
use super::update::tell;
use super::widgets::{Message as Line, Tone};
use crate::words::tui::screens as words;

/// Another session of the same clerk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherSession {
    /// Its number.
    pub id: u64,
    /// What stands above what it shows.
    pub title: String,
    /// Something in it is half-typed.
    pub is_half_typed: bool,
    /// Its line is lost; else it is open somewhere, or its line is dead and nobody has noticed.
    pub is_left: bool,
    /// For how many minutes nobody has been at it, or done anything there.
    pub minutes: i64,
}

impl OtherSession {
    /// Whether the clerk may have come for it. At one that is open somewhere and where nothing has been done
    /// for a minute he may sit before a line that is dead.
    const fn may_be_wanted(&self) -> bool {
        self.is_left || self.minutes >= 1
    }
}

/// Offers sessions that the clerk may have come for; of others a word.
pub(super) fn offer(model: &mut Model, others: Vec<OtherSession>) {
    if others.is_empty() {
        return;
    }
    if model.dialog.is_none() && others.iter().any(OtherSession::may_be_wanted) {
        model.dialog = Some(dialog(others));
    } else if model.message.is_none() {
        let keys = model.keymap.keys_of(&[Context::Global], Action::Sessions);
        let key = keys.first().map(|keys| print_keys(keys)).unwrap_or_default();
        model.message = Some(Line::new(Tone::Info, words::other_sessions(others.len(), &key)));
    }
}

/// All of them.
pub(super) fn list(model: &mut Model, others: Vec<OtherSession>) -> Vec<Effect> {
    if others.is_empty() {
        return tell(model, Tone::Info, words::NO_SESSIONS);
    }
    model.dialog = Some(dialog(others));
    Vec::new()
}

/// Those that were left last first, then those that were worked at last.
fn dialog(mut others: Vec<OtherSession>) -> Dialog {
    others.sort_by_key(|other| (!other.is_left, other.minutes, std::cmp::Reverse(other.id)));
    let choice = |(n, other): (usize, &OtherSession)| Choice {
        number: n.to_string(),
        label: other.title.clone(),
        more: words::session_stands(other.is_left, other.minutes, other.is_half_typed),
        ..Choice::default()
    };
    let mut choices: Vec<Choice> = (1..).zip(&others).map(choice).collect();
    let stay = Choice { number: "0".to_owned(), label: words::SESSION_STAY.to_owned(), ..Choice::default() };
    choices.push(stay);
    Dialog::Sessions(Pick::new(words::SESSIONS_TITLE, choices), others.iter().map(|other| other.id).collect())
}

/// Whether something in a session is half-typed.
pub(super) fn is_half_typed(model: &Model) -> bool {
    let open = model.screens.iter().any(|screen| match screen {
        Screen::Form(form) => form.is_touched(),
        Screen::Editor(editor) => editor.is_touched(),
        _ => false,
    });
    open || !model.drafts.is_empty()
}

/// Whether nothing was begun in a session yet.
pub(super) fn is_blank(model: &Model) -> bool {
    model.screens.len() == 1 && !is_half_typed(model)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::tui::keymap::Keymap;

    fn other(id: u64, is_left: bool, minutes: i64) -> OtherSession {
        OtherSession { id, title: format!("第{id}个"), is_half_typed: id == 2, is_left, minutes }
    }

    fn offered(others: Vec<OtherSession>) -> Model {
        let mut model = Model::new(Size::new(80, 24), Keymap::built_in(), 0, true, "");
        offer(&mut model, others);
        model
    }

    #[test]
    fn what_the_clerk_may_have_come_for_is_asked_about_and_the_last_left_stands_first() {
        let model = offered(vec![other(1, false, 3), other(2, true, 90), other(3, true, 2)]);
        let Some(Dialog::Sessions(_, ids)) = &model.dialog else { panic!("{model:?}") };
        assert_eq!(*ids, [3, 2, 1]);
    }

    #[test]
    fn two_windows_at_once_are_told_in_a_line_and_none_in_no_word() {
        let model = offered(vec![other(1, false, 0)]);
        assert!(model.dialog.is_none());
        assert_eq!(model.message.unwrap().line(), "您另有 1 个会话；按 & 查看，可以接过来");
        let model = offered(Vec::new());
        assert!(model.dialog.is_none() && model.message.is_none());
    }

    #[test]
    fn how_a_session_stands_is_told_in_words() {
        assert_eq!(words::session_stands(true, 90, true), "1 小时前断开，有没填完的内容");
        assert_eq!(words::session_stands(false, 0, false), "在另一处开着，刚才有操作");
    }
}
