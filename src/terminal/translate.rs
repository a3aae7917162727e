//! From crossterm's events to ours: the one place that names its types.

use crossterm::event::{Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::event::{Event, Key, KeyPress};

/// Our event for one of crossterm's; nothing for those we never asked for (mouse, focus, key releases).
pub(super) fn translate(raw: Raw) -> Option<Event> {
    match raw {
        Raw::Key(key) => press(key).map(Event::Key),
        Raw::Paste(text) => Some(Event::Paste(text)),
        Raw::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        _ => None,
    }
}

fn press(key: KeyEvent) -> Option<KeyPress> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let press = KeyPress {
        code: code(key.code)?,
        ctrl: key.modifiers.contains(KeyModifiers::CONTROL),
        alt: key.modifiers.contains(KeyModifiers::ALT),
        shift: key.modifiers.contains(KeyModifiers::SHIFT),
    };
    Some(press.canonical())
}

fn code(code: KeyCode) -> Option<Key> {
    Some(match code {
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::F(n) => Key::F(n),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<Event> {
        translate(Raw::Key(KeyEvent::new(code, modifiers)))
    }

    #[test]
    fn keys_arrive_in_canonical_form() {
        let ctrl_h = key(KeyCode::Char('h'), KeyModifiers::CONTROL);
        assert_eq!(ctrl_h, Some(Event::Key(KeyPress::plain(Key::Backspace))));
        let shift_a = key(KeyCode::Char('A'), KeyModifiers::SHIFT);
        assert_eq!(shift_a, Some(Event::Key(KeyPress::char('A'))));
        let back = key(KeyCode::BackTab, KeyModifiers::SHIFT);
        assert_eq!(back, Some(Event::Key(KeyPress::plain(Key::BackTab))));
    }

    #[test]
    fn what_was_not_asked_for_is_passed_over() {
        assert_eq!(translate(Raw::FocusGained), None);
        assert_eq!(key(KeyCode::CapsLock, KeyModifiers::NONE), None);
    }
}
