//! What clerks were told about their steps, held against the journal.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use gongkai::words::host::LOST_IN_COMMAND;

use crate::office::{Ended, Office};

/// What became of a step, as its clerk was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// It is saved.
    Saved,
    /// It is not.
    NotSaved,
    /// Nobody could say.
    Uncertain,
}

impl Told {
    /// What the end of a command says.
    pub(crate) fn by(ended: &Ended) -> Self {
        match ended.code {
            0 => Self::Saved,
            _ if ended.err.contains(LOST_IN_COMMAND) => Self::Uncertain,
            _ => Self::NotSaved,
        }
    }
}

/// The mark of a step: its round, its clerk, its number.
pub(crate) fn mark(round: usize, clerk: u32, step: usize) -> String {
    format!("{round}.{clerk}.{step}")
}

/// A text with a mark in it.
pub(crate) fn marked(mark: &str) -> String {
    format!("材料<<{mark}>>")
}

/// Everything that was tried, by the mark in its text.
#[derive(Default)]
pub(crate) struct Book(Mutex<HashMap<String, Told>>);

impl Book {
    pub(crate) fn note(&self, mark: String, told: Told) {
        let before = self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(mark, told);
        assert_eq!(before, None);
    }

    /// How many steps of a clerk were saved.
    pub(crate) fn saved_by(&self, clerk: u32) -> usize {
        let book = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let clerk = format!(".{clerk}.");
        book.iter().filter(|(mark, told)| mark.contains(&clerk) && **told == Told::Saved).count()
    }

    /// Holds it against the journal; gives the numbers of steps saved, not saved, and uncertain ones.
    pub(crate) fn check(&self, office: &Office) -> (usize, usize, usize) {
        let export = office.run(&["journal", "export"]).done().out;
        let mut entries: HashMap<&str, usize> = HashMap::new();
        for line in export.lines() {
            if let Some((mark, _)) = line.split_once("<<").and_then(|(_, rest)| rest.split_once(">>")) {
                *entries.entry(mark).or_default() += 1;
            }
        }
        let book = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = |told| book.values().filter(|one| **one == told).count();
        for (mark, told) in book.iter() {
            match (told, entries.get(mark.as_str()).copied().unwrap_or_default()) {
                (Told::Saved, 1) | (Told::NotSaved, 0) | (Told::Uncertain, 0 | 1) => {}
                (told, times) => panic!("{mark}: told {told:?}, in the journal {times} times"),
            }
        }
        assert!(entries.keys().all(|mark| book.contains_key(*mark)), "an entry that nobody made");
        (count(Told::Saved), count(Told::NotSaved), count(Told::Uncertain))
    }
}
