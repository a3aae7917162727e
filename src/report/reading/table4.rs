//! Table 4: one row of fifteen figures under its headings, or a row for each of its three groups.

use std::collections::BTreeSet;

use super::blocks::{Slot, Texts};
use super::fold::{bare, figure_like, heading};
use super::{Doubt, known};
use crate::law::labels;
use crate::report::{Cell, Dispute};
use crate::words::report as words;

/// Figures of a group.
const GROUP: usize = 5;
/// Figures in one row.
const WIDTH: usize = 15;

/// What was found of table 4 in one table of a document.
#[derive(Default)]
pub(super) struct Found {
    /// The groups with their cells.
    pub(super) groups: Vec<(Dispute, [Cell; GROUP])>,
    /// Which rows of the document's table belong to it.
    pub(super) used: BTreeSet<usize>,
    /// What was guessed.
    pub(super) doubts: Vec<Doubt>,
}

/// Finds table 4. None if the table does not hold it; `expected` where it stands under the title of its part.
pub(super) fn find(texts: &Texts, expected: bool) -> Option<Found> {
    let mut found = Found::default();
    let heads: Vec<usize> =
        texts.rows.iter().enumerate().filter(|(_, row)| is_head(row)).map(|(at, _)| at).collect();
    rows_of_groups(texts, expected || !heads.is_empty(), &heads, &mut found);
    if found.groups.is_empty() {
        one_row(texts, *heads.last()?, &mut found)?;
    }
    let before = heads.first().and_then(|first| first.checked_sub(1));
    let halves = before.filter(|at| texts.rows.get(*at).is_some_and(|row| has_halves(row)));
    found.used.extend(heads.into_iter().chain(halves));
    Some(found)
}

/// Whether a row holds headings of columns.
fn is_head(row: &[Slot]) -> bool {
    row.iter().filter(|slot| slot.counts() && known::head4(&heading(&slot.text))).count() >= 3
}

fn has_halves(row: &[Slot]) -> bool {
    row.iter().any(|slot| labels::TABLE4_HALVES.contains(&bare(&slot.text).as_str()))
}

fn rows_of_groups(texts: &Texts, expected: bool, heads: &[usize], found: &mut Found) {
    for (at, row) in texts.rows.iter().enumerate().filter(|(at, _)| !heads.contains(at)) {
        let slots: Vec<&Slot> = row.iter().filter(|slot| slot.counts()).collect();
        let Some((label, dispute)) = slots
            .iter()
            .enumerate()
            .filter_map(|(at, slot)| Some((at, known::dispute(&heading(&slot.text))?)))
            .next_back()
        else {
            continue;
        };
        let figures: Vec<&str> = slots.iter().skip(label + 1).map(|slot| &*slot.text).collect();
        let filled = figures.iter().filter(|text| figure_like(text)).count();
        if filled >= 3 && expected || filled == GROUP {
            found.used.insert(at);
            let place = words::line_place(words::TABLE4, dispute.label());
            let cells: [Cell; GROUP] = aligned(&figures, &place, &mut found.doubts);
            found.groups.push((dispute, cells));
        }
    }
}

/// The row below the headings.
fn one_row(texts: &Texts, head: usize, found: &mut Found) -> Option<()> {
    let below = || texts.rows.iter().enumerate().skip(head + 1);
    let with_figures = below().find(|(_, row)| row.iter().any(|slot| figure_like(&slot.text)));
    let (at, row) = with_figures.or_else(|| below().next())?;
    found.used.insert(at);
    // In a table with marked merges, the headings say which slots are meant.
    let marked = texts.rows.get(head).filter(|_| !texts.ragged);
    let headed: Vec<usize> = marked
        .into_iter()
        .flatten()
        .enumerate()
        .filter(|(_, slot)| slot.counts() && is_column(&bare(&slot.text)))
        .map(|(at, _)| at)
        .collect();
    let filled = row.iter().filter(|slot| slot.counts() && !slot.text.is_empty()).count();
    let under: Vec<&str> = headed.iter().filter_map(|at| row.get(*at)).map(|slot| &*slot.text).collect();
    let complete = under.iter().filter(|text| !text.is_empty()).count() == filled;
    let figures: Vec<&str> = if under.len() == WIDTH && complete {
        under
    } else {
        row.iter().filter(|slot| slot.counts()).map(|slot| &*slot.text).collect()
    };
    let cells: [Cell; WIDTH] = aligned(&figures, words::TABLE4, &mut found.doubts);
    for (dispute, group) in Dispute::ALL.into_iter().zip(cells.chunks(GROUP)) {
        let mut five = <[Cell; GROUP]>::default();
        five.clone_from_slice(group);
        found.groups.push((dispute, five));
    }
    Some(())
}

fn is_column(words: &str) -> bool {
    known::head4(words) || words == labels::SUM
}

/// The figures of a row: as many as there are columns, else those that are filled, else from the right.
fn aligned<const N: usize>(figures: &[&str], place: &str, doubts: &mut Vec<Doubt>) -> [Cell; N] {
    let filled: Vec<&str> = figures.iter().copied().filter(|text| !text.is_empty()).collect();
    let chosen = if filled.len() == N || filled.len() > N { &filled } else { figures };
    if chosen.len() != N {
        doubts.push(Doubt::RowCells { place: place.to_owned(), expected: N, found: filled.len() });
    }
    let mut cells = [const { Cell::Blank }; N];
    for (cell, text) in cells.iter_mut().rev().zip(chosen.iter().rev()) {
        *cell = Cell::count_from_text(text);
    }
    cells
}
