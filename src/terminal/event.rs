//! What the terminal tells the program, free of any terminal library.

/// Something that came from the clerk's terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(KeyPress),
    /// Text came in as one piece: pasted, or too fast to be typed. Raw: the field cleans it.
    Paste(String),
    /// The window now has this many columns and rows; may be 0 x 0 once the terminal is gone.
    Resize(u16, u16),
    /// The terminal is gone (SIGHUP). Save drafts at once: the process ends in half a second.
    Hangup,
    /// Somebody asks the program to end (SIGTERM). Same promise as [`Event::Hangup`].
    Terminate,
    /// Somebody asks the program to stop for a while (SIGTSTP).
    Suspend,
    /// The program runs again after a stop (SIGCONT); the screen holds something else by now.
    Resumed,
}

/// A key, without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A character as typed; an upper-case letter is its own character and needs no shift.
    Char(char),
    /// Function key 1 to 12.
    F(u8),
    /// Enter; a line feed counts as Enter too.
    Enter,
    /// Escape alone.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab, which terminals send as a key of its own.
    BackTab,
    /// Backspace; `0x08` (Ctrl-H) counts as Backspace too.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// A key with its modifiers, in one canonical form: letters under Ctrl or Alt are lower case, and
/// shift is told only where the key itself does not tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPress {
    /// Which key.
    pub code: Key,
    /// Ctrl was held.
    pub ctrl: bool,
    /// Alt was held (or Esc came just before).
    pub alt: bool,
    /// Shift was held; never set for characters and Shift-Tab.
    pub shift: bool,
}

impl KeyPress {
    /// A key alone.
    pub const fn plain(code: Key) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A character alone.
    pub const fn char(c: char) -> Self {
        Self::plain(Key::Char(c))
    }

    /// Ctrl with a character.
    pub const fn ctrl(c: char) -> Self {
        Self { code: Key::Char(c.to_ascii_lowercase()), ctrl: true, alt: false, shift: false }
    }

    /// The character that a text field takes from this key, if it is one.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Key::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The canonical form of a key: Ctrl-H is Backspace and Ctrl-J and Ctrl-M are Enter, since that is
    /// what terminals send for them; Ctrl-I is Tab.
    #[must_use]
    pub fn canonical(self) -> Self {
        let bare = Self { shift: false, ..self };
        match (self.code, self.ctrl) {
            (Key::Char('h' | 'H'), true) => Self { code: Key::Backspace, ctrl: false, ..bare },
            (Key::Char('j' | 'm' | 'J' | 'M'), true) => Self { code: Key::Enter, ctrl: false, ..bare },
            (Key::Char('i' | 'I'), true) => Self { code: Key::Tab, ctrl: false, ..bare },
            (Key::Char('\n' | '\r'), _) => Self { code: Key::Enter, ctrl: false, ..bare },
            (Key::Char('\t'), _) => Self { code: Key::Tab, ctrl: false, ..bare },
            (Key::Char('\u{8}' | '\u{7f}'), _) => Self { code: Key::Backspace, ctrl: false, ..bare },
            (Key::Char(c), ctrl) if ctrl || self.alt => {
                Self { code: Key::Char(c.to_ascii_lowercase()), ..bare }
            }
            (Key::Tab, _) if self.shift => Self { code: Key::BackTab, ..bare },
            (Key::Char(_) | Key::BackTab, _) => bare,
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_terminals_send_for_backspace_and_enter_is_backspace_and_enter() {
        assert_eq!(KeyPress::ctrl('h').canonical(), KeyPress::plain(Key::Backspace));
        assert_eq!(KeyPress::ctrl('j').canonical(), KeyPress::plain(Key::Enter));
        assert_eq!(KeyPress::char('\n').canonical(), KeyPress::plain(Key::Enter));
    }

    #[test]
    fn shift_is_told_once() {
        let big = KeyPress { shift: true, ..KeyPress::char('A') };
        assert_eq!(big.canonical(), KeyPress::char('A'));
        let back = KeyPress { shift: true, ..KeyPress::plain(Key::Tab) };
        assert_eq!(back.canonical(), KeyPress::plain(Key::BackTab));
    }

    #[test]
    fn only_unmodified_characters_are_typed() {
        assert_eq!(KeyPress::char('信').typed(), Some('信'));
        assert_eq!(KeyPress::ctrl('x').typed(), None);
        assert_eq!(KeyPress::plain(Key::Enter).typed(), None);
    }
}
