//! The organs that are to hand in, and what became of each.

use super::{Returned, SortedOut, same_name};

/// A line of the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterLine<'a> {
    /// The organ, as the roster has it.
    pub organ: &'a str,
    /// What became of it.
    pub state: State<'a>,
}

/// What became of an organ's report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State<'a> {
    /// It counts: the file.
    Taken(&'a str),
    /// It goes back.
    Returned(&'a Returned),
    /// Nothing was handed in.
    Missing,
}

/// The roster with what became of each organ. A file that names no organ belongs to the one whose name
/// stands in the name of the file.
pub fn roster<'a>(organs: &[&'a str], sorted: &'a SortedOut) -> Vec<RosterLine<'a>> {
    let state = |organ: &str| {
        let taken = sorted.taken.iter().find(|taken| belongs(organ, taken.organ.as_deref(), &taken.file));
        let returned =
            || sorted.returned.iter().find(|back| belongs(organ, back.organ.as_deref(), &back.file));
        match taken {
            Some(taken) => State::Taken(&taken.file),
            None => returned().map_or(State::Missing, State::Returned),
        }
    };
    organs.iter().map(|organ| RosterLine { organ, state: state(organ) }).collect()
}

/// Files that count and belong to no organ of the roster.
pub fn beyond_roster<'a>(organs: &[&str], sorted: &'a SortedOut) -> Vec<&'a str> {
    let known = |file: &str, named: Option<&str>| organs.iter().any(|organ| belongs(organ, named, file));
    let beyond = sorted.taken.iter().filter(|taken| !known(&taken.file, taken.organ.as_deref()));
    beyond.map(|taken| taken.file.as_str()).collect()
}

fn belongs(organ: &str, named: Option<&str>, file: &str) -> bool {
    // The folder may be called after the government of them all.
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    named.map_or_else(|| name.contains(organ), |named| same_name(named, organ))
}
