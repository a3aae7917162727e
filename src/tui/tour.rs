//! The guided tour: one line at a time says what is to be seen and which key leads on. It watches what is done
//! and never does anything itself.

use super::keymap::{Action, Context, Keymap, print_keys};
use super::widgets::{Message, Tone};
use crate::words::tui::tour as words;

/// Where one is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tour {
    at: usize,
}

/// What leads on from each stop, where it is pressed, and what is said there.
const STOPS: [(Action, Context, &str); 14] = [
    (Action::Down, Context::List, words::LIST),
    (Action::Open, Context::List, words::OPEN),
    (Action::Clock, Context::Case, words::CLOCK),
    (Action::Steps, Context::Case, words::STEPS),
    (Action::Back, Context::Case, words::BACK),
    (Action::GoCarry, Context::List, words::CARRY),
    (Action::GoYear, Context::Carry, words::YEAR),
    (Action::DrillDown, Context::Year, words::CELL),
    (Action::Back, Context::List, words::CELL_LIST),
    (Action::ShowChecks, Context::Year, words::CHECKS),
    (Action::GoCalendar, Context::Year, words::CALENDAR),
    (Action::GoList, Context::Calendar, words::HOME),
    (Action::Search, Context::List, words::SEARCH),
    (Action::Palette, Context::List, words::PALETTE),
];

impl Tour {
    /// The clerk has done something: the next stop, if it was what this one asks for.
    pub(crate) fn pass(&mut self, action: Action) {
        if STOPS.get(self.at).is_some_and(|(wanted, ..)| *wanted == action) {
            self.at += 1;
        }
    }

    /// What is said now, with the keys that are in force.
    pub(crate) fn message(self, keymap: &Keymap) -> Message {
        let key = |action: Action, context: Context| {
            let keys = keymap.keys_of(&[context, Context::Global], action);
            keys.first().map(|keys| print_keys(keys)).unwrap_or_default()
        };
        let text = match STOPS.get(self.at) {
            Some((action, context, text)) => {
                words::stop(self.at + 1, STOPS.len(), text, &key(*action, *context), action.label())
            }
            None => words::end(&key(Action::Tour, Context::List), &key(Action::Quit, Context::List)),
        };
        Message::new(Tone::Info, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::Preset;

    #[test]
    fn every_stop_names_a_key_in_every_key_map() {
        for preset in Preset::ALL {
            let keymap = Keymap::preset(preset);
            for at in 0..=STOPS.len() {
                let said = Tour { at }.message(&keymap).line();
                assert!(!said.contains("按 （"), "{}: {said}", preset.name());
            }
        }
    }

    #[test]
    fn another_key_does_not_lead_on() {
        let mut tour = Tour::default();
        tour.pass(Action::Up);
        assert_eq!(tour, Tour::default());
        tour.pass(Action::Down);
        assert_eq!(tour, Tour { at: 1 });
    }
}
