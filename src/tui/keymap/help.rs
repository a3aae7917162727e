//! Hint bar and help screen, derived from the key map.

use super::actions::{Action, Group};
use super::chord::print_keys;
use super::context::Context;
use super::reserved::is_letter;
use super::trie::Keymap;

/// One entry of the hint bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The key, as key map files spell it.
    pub key: String,
    /// What it does.
    pub label: &'static str,
    /// Which action it is.
    pub action: Action,
    /// It works now; else it is shown dimmed, and says why when pressed.
    pub enabled: bool,
}

impl Hint {
    /// The same entry, dimmed.
    #[must_use]
    pub fn disabled(self) -> Self {
        Self { enabled: false, ..self }
    }
}

/// The actions of one group on the help screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpSection {
    /// Which group.
    pub group: Group,
    /// Its actions that have a key here.
    pub rows: Vec<HelpRow>,
}

/// One action on the help screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpRow {
    /// All keys that mean it here, the preferred one first.
    pub keys: Vec<String>,
    /// Which action it is.
    pub action: Action,
    /// What it does, in a sentence.
    pub text: &'static str,
}

impl Keymap {
    /// Entries for the hint bar: the wanted actions that have a key in these contexts, in the wanted order,
    /// each with its first key that an input method does not swallow.
    pub fn hints(&self, contexts: &[Context], wanted: &[Action]) -> Vec<Hint> {
        wanted.iter().filter_map(|action| self.hint(contexts, *action)).collect()
    }

    fn hint(&self, contexts: &[Context], action: Action) -> Option<Hint> {
        let keys = self.keys_of(contexts, action);
        let sure = keys.iter().find(|keys| !keys.iter().any(|press| is_letter(*press)));
        let key = print_keys(sure.or(keys.first())?);
        Some(Hint { key, label: action.label(), action, enabled: true })
    }

    /// The help screen of these contexts: every action that has a key here, by group.
    pub fn help(&self, contexts: &[Context]) -> Vec<HelpSection> {
        let mut sections: Vec<HelpSection> = Vec::new();
        for action in Action::ALL.iter().copied() {
            let keys: Vec<_> = self.keys_of(contexts, action).iter().map(|keys| print_keys(keys)).collect();
            if keys.is_empty() {
                continue;
            }
            let row = HelpRow { keys, action, text: action.text() };
            match sections.last_mut().filter(|section| section.group == action.group()) {
                Some(section) => section.rows.push(row),
                None => sections.push(HelpSection { group: action.group(), rows: vec![row] }),
            }
        }
        sections
    }
}
