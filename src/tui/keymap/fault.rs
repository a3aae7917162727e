//! What is wrong with a row of a key map file.

use std::fmt;

use super::actions::Action;
use crate::words::tui::keys as words;

/// A row that was dropped, or something that the whole file lacks; the rest of the file lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeymapFault {
    /// The line, counted from 1; 0 where the fault is of the whole file.
    pub line: usize,
    /// What is wrong.
    pub what: Fault,
}

/// What is wrong with a key map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Not TOML from here on.
    NotToml(String),
    /// A section that is no context, with the nearest name.
    UnknownContext(String, &'static str),
    /// An action that does not exist, with the nearest name.
    UnknownAction(String, &'static str),
    /// `extends` names no key map of the program; the nearest name.
    UnknownPreset(String, &'static str),
    /// Not a row of a key and an action.
    BadRow,
    /// Not the name of a key.
    BadKey(String),
    /// A key that must not be bound, and why.
    Reserved(String, &'static str),
    /// More keys in a sequence than anybody presses.
    TooManyKeys(usize),
    /// The file is longer than is read, in bytes; nothing of it counts.
    TooLarge(usize),
    /// More files of keys than are looked at; nothing of this one counts.
    TooManyFiles(usize),
    /// Bound before in the same context of the same file.
    Duplicate(String, Action),
    /// The beginning of a longer sequence, or the other way round.
    Shadowed(String),
    /// The action has no key left.
    NoKey(Action),
    /// The action can be reached by letters alone, hence not under an input method.
    LettersOnly(Action),
}

impl fmt::Display for KeymapFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "{}: ", self.line)?;
        }
        f.write_str(&self.what.sentence())
    }
}

impl Fault {
    /// What the clerk reads.
    pub fn sentence(&self) -> String {
        match self {
            Self::NotToml(message) => words::not_toml(message),
            Self::UnknownContext(name, nearest) => words::unknown_context(name, nearest),
            Self::UnknownAction(name, nearest) => words::unknown_action(name, nearest),
            Self::UnknownPreset(name, nearest) => words::unknown_preset(name, nearest),
            Self::BadRow => words::bad_row(),
            Self::BadKey(key) => words::bad_key(key),
            Self::Reserved(key, why) => words::reserved_key(key, why),
            Self::TooManyKeys(limit) => words::too_many_keys(*limit),
            Self::TooLarge(limit) => words::keymap_too_large(*limit),
            Self::TooManyFiles(limit) => words::too_many_keymaps(*limit),
            Self::Duplicate(key, action) => words::duplicate_key(key, action.label()),
            Self::Shadowed(key) => words::shadowed_key(key),
            Self::NoKey(action) => words::no_key(action.name()),
            Self::LettersOnly(action) => words::letters_only(action.name()),
        }
    }
}

/// The name that differs least from what was written.
pub(super) fn nearest(written: &str, names: impl Iterator<Item = &'static str>) -> &'static str {
    names.min_by_key(|name| distance(written, name)).unwrap_or_default()
}

/// How many characters must be added, dropped or changed (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (n, x) in a.chars().enumerate() {
        let mut left = n + 1;
        let mut next = vec![left];
        for ((y, corner), above) in b.iter().zip(&row).zip(row.iter().skip(1)) {
            left = (corner + usize::from(x != *y)).min(above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_fingers_finds_the_name_that_was_meant() {
        let names = ["request.extend", "request.serve", "app.quit"];
        assert_eq!(nearest("request.extned", names.into_iter()), "request.extend");
        assert_eq!(nearest("quit", names.into_iter()), "app.quit");
    }

    #[test]
    fn distances_count_changes() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }
}
