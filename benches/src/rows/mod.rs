//! The rows of the budgets, one file each or a few together. A row opens the office itself and leaves it
//! closed.

pub mod days;
pub mod import;
pub mod lists;
pub mod memory;
pub mod program;
pub mod ready;
pub mod rebuild;
pub mod report;
pub mod search;
pub mod space;
pub mod step;
pub mod tables;

use crate::Outcome;
use crate::measure::Line;
use crate::office::{Office, Size};

/// A row: measures an office and says what came out.
pub type Measure = fn(&Office) -> Outcome<Vec<Line>>;

/// A row with its name on the command line and the offices it is bound to.
pub struct Entry {
    /// Its name on the command line.
    pub name: &'static str,
    /// The offices for which it is measured unless it is asked for.
    pub sizes: &'static [Size],
    /// The measurement.
    pub measure: Measure,
}

const EVERY: &[Size] = &[Size::D, Size::C, Size::N];
const OFFICES: &[Size] = &[Size::D, Size::C];

/// All rows. `step` is last, because it writes.
///
/// Key to painted bytes, client start beside a running host, memory with three sessions and the bytes sent
/// to the terminal belong here, in `keys.rs`, as soon as there are sessions.
pub const ALL: &[Entry] = &[
    Entry { name: "rebuild", sizes: EVERY, measure: rebuild::measure },
    Entry { name: "ready", sizes: EVERY, measure: ready::after_a_clean_stop },
    Entry { name: "lost", sizes: OFFICES, measure: ready::after_the_register_was_lost },
    Entry { name: "lists", sizes: EVERY, measure: lists::measure },
    Entry { name: "cells", sizes: EVERY, measure: lists::cells },
    Entry { name: "tables", sizes: EVERY, measure: tables::measure },
    Entry { name: "search", sizes: EVERY, measure: search::measure },
    Entry { name: "check", sizes: OFFICES, measure: report::check },
    Entry { name: "report", sizes: OFFICES, measure: report::formats },
    Entry { name: "memory", sizes: EVERY, measure: memory::measure },
    Entry { name: "space", sizes: OFFICES, measure: space::measure },
    Entry { name: "import", sizes: &[Size::D], measure: import::measure },
    Entry { name: "days", sizes: &[Size::D], measure: days::measure },
    Entry { name: "program", sizes: &[Size::D], measure: program::measure },
    Entry { name: "step", sizes: OFFICES, measure: step::measure },
];
