//! Keys that nobody may bind: terminals, multiplexers and input methods keep them for themselves.

use super::actions::Action;
use crate::terminal::{Key, KeyPress};
use crate::words::tui::keys::{
    WHY_ALIAS, WHY_FIXED, WHY_FLOW, WHY_IME, WHY_MUX, WHY_UNDELIVERED, WHY_WINDOW,
};

/// Why this key cannot mean this action; nothing if it can.
pub(super) fn reserved(press: KeyPress, action: Action) -> Option<&'static str> {
    if press.alt {
        // Esc before a letter, and the menu key of windows.
        return Some(WHY_IME);
    }
    match press.code {
        Key::Char(c) if press.ctrl => reserved_control(c, action),
        Key::F(_) if press.ctrl || press.shift => Some(WHY_UNDELIVERED),
        Key::F(11) => Some(WHY_WINDOW),
        Key::Tab if press.shift && !press.ctrl => None,
        Key::Enter | Key::Esc | Key::Tab | Key::BackTab | Key::Backspace if press.ctrl || press.shift => {
            Some(WHY_UNDELIVERED)
        }
        _ => None,
    }
}

fn reserved_control(c: char, action: Action) -> Option<&'static str> {
    match c.to_ascii_lowercase() {
        's' | 'q' => Some(WHY_FLOW),
        'h' | 'i' | 'j' | 'm' | '[' => Some(WHY_ALIAS),
        'a' | 'b' => Some(WHY_MUX),
        // These two never lose typed text: the clerk's fingers expect it of every program.
        'c' => (!matches!(action, Action::Quit | Action::Cancel | Action::Back)).then_some(WHY_FIXED),
        'z' => (action != Action::Suspend).then_some(WHY_FIXED),
        ' ' | '.' | ',' => Some(WHY_IME),
        'd'..='y' => None,
        _ => Some(WHY_UNDELIVERED),
    }
}

/// A key that an input method swallows when it is on.
pub(super) fn is_letter(press: KeyPress) -> bool {
    matches!(press.typed(), Some(c) if c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::chord::parse_as_written;

    fn refused(key: &str, action: Action) -> bool {
        parse_as_written(key).unwrap().into_iter().any(|press| reserved(press, action).is_some())
    }

    #[test]
    fn keys_of_terminals_multiplexers_and_input_methods_are_refused() {
        for key in
            ["Ctrl-S", "Ctrl-Q", "Ctrl-A", "Ctrl-B", "Ctrl-Space", "Alt-x", "Ctrl-[", "Ctrl-5", "Ctrl-Enter"]
        {
            assert!(refused(key, Action::Save), "{key}");
        }
    }

    #[test]
    fn ctrl_c_and_ctrl_z_mean_what_they_mean_everywhere() {
        assert!(refused("Ctrl-C", Action::Save) && !refused("Ctrl-C", Action::Quit));
        assert!(refused("Ctrl-Z", Action::Back) && !refused("Ctrl-Z", Action::Suspend));
    }

    #[test]
    fn ordinary_keys_are_free() {
        for key in ["F5", "Ctrl-G", "Up", "n", "7", "Shift-Tab", "Ctrl-Home"] {
            assert!(!refused(key, Action::Save), "{key}");
        }
    }
}
