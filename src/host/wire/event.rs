//! Terminal events on the wire. Hang-up, termination and a wish to stop stay with the client.

use serde::{Deserialize, Serialize};

use crate::terminal::{Event, Key, KeyPress};

/// The most characters of a paste in a frame: more than a session takes, so that a longer one, of which the
/// beginning alone goes up, is refused there as a whole.
const LONGEST: usize = 1 << 16;

/// What came from the terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::host) enum WireEvent {
    /// A key: which, and whether Ctrl, Alt, Shift were held.
    Key(WireKey, bool, bool, bool),
    /// Text in one piece.
    Paste(String),
    /// Columns and rows.
    Resize(u16, u16),
    /// The client runs again after a stop and has taken its terminal anew.
    Resumed,
}

/// A key; the order of the variants is their number on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "they are those of `Key`")]
pub(in crate::host) enum WireKey {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

impl WireEvent {
    /// What goes up for an event: nothing for what the client deals with itself.
    pub(in crate::host) fn of(event: Event) -> Vec<Self> {
        match event {
            Event::Key(KeyPress { code, ctrl, alt, shift }) => {
                vec![Self::Key(code.into(), ctrl, alt, shift)]
            }
            Event::Paste(text) => {
                vec![Self::Paste(text.chars().take(LONGEST).collect())]
            }
            Event::Resize(columns, rows) => vec![Self::Resize(columns, rows)],
            Event::Resumed => vec![Self::Resumed],
            Event::Hangup | Event::Terminate | Event::Suspend => Vec::new(),
        }
    }

    /// The event, in its canonical form whatever the client says.
    pub(in crate::host) fn event(self) -> Event {
        match self {
            Self::Key(code, ctrl, alt, shift) => {
                Event::Key(KeyPress { code: code.into(), ctrl, alt, shift }.canonical())
            }
            Self::Paste(text) => Event::Paste(text),
            Self::Resize(columns, rows) => Event::Resize(columns, rows),
            Self::Resumed => Event::Resumed,
        }
    }
}

/// Both directions from one list of pairs.
macro_rules! keys {
    ($($name:ident),*) => {
        impl From<Key> for WireKey {
            fn from(key: Key) -> Self {
                match key {
                    Key::Char(c) => Self::Char(c),
                    Key::F(n) => Self::F(n),
                    $(Key::$name => Self::$name,)*
                }
            }
        }

        impl From<WireKey> for Key {
            fn from(key: WireKey) -> Self {
                match key {
                    WireKey::Char(c) => Self::Char(c),
                    WireKey::F(n) => Self::F(n),
                    $(WireKey::$name => Self::$name,)*
                }
            }
        }
    };
}

keys!(
    Enter, Esc, Tab, BackTab, Backspace, Delete, Insert, Up, Down, Left, Right, Home, End, PageUp, PageDown
);
