//! Table 3: rows by their labels, columns by their headings.

use std::collections::{BTreeMap, BTreeSet};

use super::blocks::{Cover, Slot, Texts};
use super::fold::{bare, figure_like, heading, numbered, tight};
use super::{Doubt, TableNo, known};
use crate::law::{OutcomeGroup, OutcomeRow};
use crate::report::{Cell, Row3};
use crate::words::report as words;

/// Columns of figures.
const WIDTH: usize = 7;
/// A table with more unknown rows is another table, and a large one.
const MOST_GUESSES: usize = 60;

/// What was found of table 3 in one table of a document.
#[derive(Default)]
pub(super) struct Found {
    /// The rows with their cells.
    pub(super) rows: Vec<(Row3, [Cell; WIDTH])>,
    /// Which rows of the document's table belong to it.
    pub(super) used: BTreeSet<usize>,
    /// Whether （六） is one row, as in 2019.
    pub(super) form2019: bool,
    /// What was guessed.
    pub(super) doubts: Vec<Doubt>,
    /// How many labels had to be guessed, or could not be.
    guesses: usize,
}

/// A row with a label and its slots of figures.
struct Line<'t> {
    row: Row3,
    /// The column of the label.
    label: usize,
    /// Columns and texts right of the label.
    slots: Vec<(usize, &'t str)>,
    /// Columns of those that are not empty.
    filled: Vec<usize>,
}

impl Line<'_> {
    /// Whether it has a figure for each column and no more, side by side.
    fn whole(&self) -> bool {
        let side_by_side = self.filled.windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b));
        self.filled.len() == WIDTH && side_by_side
    }

    fn place(&self) -> String {
        words::row_place(words::TABLE3, &self.row.name())
    }

    fn at(&self, column: usize) -> &str {
        self.slots.iter().find(|(at, _)| *at == column).map_or("", |(_, text)| text)
    }
}

/// Finds the rows of table 3. None if the table is not it, nor a part of it; `expected` where it stands
/// under the title of its part.
pub(super) fn find(texts: &Texts, expected: bool) -> Option<Found> {
    let mut found = Found::default();
    let heads: Vec<usize> = (0..texts.rows.len()).filter(|at| is_head(row_at(texts, *at))).collect();
    let columns = if texts.ragged { None } else { headings(texts, &heads) };
    let mut lines = Vec::new();
    let mut group = None;
    let mut unknown = Vec::new();
    for (at, row) in texts.rows.iter().enumerate() {
        if heads.contains(&at) {
            found.used.insert(at);
            continue;
        }
        if row.iter().any(|slot| known::head4(&heading(&slot.text))) {
            continue;
        }
        match label(row, &mut group, &mut found) {
            Label::Row(row_of, column) => {
                found.used.insert(at);
                lines.push(line(row_of, column, row));
            }
            Label::Unknown(label) => unknown.push((at, label)),
            Label::None => {}
        }
    }
    let figures = lines.iter().filter(|line| !line.filled.is_empty()).count();
    if lines.len() < 3 && (!expected || figures == 0) {
        return None;
    }
    // In a sheet with several tables, only what stands between rows of this one.
    let inside = lines_of(&found.used);
    for (at, label) in unknown.into_iter().filter(|(at, _)| inside.contains(at)) {
        found.used.insert(at);
        found.doubts.push(Doubt::RowUnknown { table: TableNo::Three, found: label });
    }
    assign(&lines, columns, texts.ragged, &mut found);
    misplaced(&lines, &mut found.doubts);
    Some(found)
}

/// The rows from the first to the last of these.
fn lines_of(used: &BTreeSet<usize>) -> std::ops::Range<usize> {
    used.first().copied().unwrap_or_default()..used.last().copied().unwrap_or_default()
}

fn row_at(texts: &Texts, at: usize) -> &[Slot] {
    texts.rows.get(at).map_or(&[], Vec::as_slice)
}

/// Whether a row holds headings of columns.
fn is_head(row: &[Slot]) -> bool {
    row.iter().any(|slot| known::head3(&heading(&slot.text)))
}

/// The column of each heading, if all seven stand in columns of their own.
fn headings(texts: &Texts, heads: &[usize]) -> Option<[usize; WIDTH]> {
    let kinds = |at: usize| {
        let slots = row_at(texts, at).iter().filter(|slot| slot.counts());
        slots.filter_map(|slot| known::column3(&heading(&slot.text))).count()
    };
    let last = heads.iter().copied().filter(|at| kinds(*at) >= 4).max()?;
    let mut columns = [usize::MAX; WIDTH];
    // From the lowest row upwards: 自然人 and 总计 may stand above in their columns.
    for at in heads.iter().rev().filter(|at| **at <= last) {
        for (place, slot) in row_at(texts, *at).iter().enumerate().filter(|(_, slot)| slot.counts()) {
            let Some(column) = known::column3(&heading(&slot.text)) else { continue };
            if let Some(known @ &mut usize::MAX) = columns.get_mut(column.index()) {
                *known = place;
            }
        }
    }
    let all: BTreeSet<usize> = columns.iter().copied().collect();
    (all.len() == WIDTH && !all.contains(&usize::MAX)).then_some(columns)
}

enum Label {
    Row(Row3, usize),
    Unknown(String),
    None,
}

/// Which row this is: the rightmost label that is known counts.
fn label(row: &[Slot], group: &mut Option<OutcomeGroup>, found: &mut Found) -> Label {
    let mut last: Option<(usize, &Slot)> = None;
    let mut known_row = None;
    let mut own_group = None;
    for (at, slot) in row.iter().enumerate().filter(|(_, slot)| slot.counts()) {
        if slot.text.is_empty() || figure_like(&slot.text) {
            continue;
        }
        let words = bare(&slot.text);
        if let Some(of) = known::group3(&words) {
            *group = Some(of);
            own_group = Some((of, at));
        }
        if let Some(row) = known::row3(&words) {
            known_row = Some((row, at));
        }
        last = Some((at, slot));
    }
    let figures = |column: usize| row.iter().skip(column + 1).any(|slot| figure_like(&slot.text));
    if let Some((row, at)) = known_row {
        if matches!(row, Row3::New | Row3::CarriedIn | Row3::CarriedOut | Row3::Total) {
            *group = None;
        }
        return Label::Row(row, at);
    }
    let Some((at, slot)) = last else { return Label::None };
    let alone = own_group.filter(|(group, column)| *group == OutcomeGroup::Other && *column == at);
    if alone.is_some() && figures(at) {
        found.form2019 = true;
        return Label::Row(Row3::Result(OutcomeRow::OtherOther), at);
    }
    let words = bare(&slot.text);
    let elsewhere = known::line2(&words).is_some() || known::dispute(&words).is_some();
    if !figures(at) || elsewhere || known::furniture(&words) {
        return Label::None;
    }
    found.guesses += 1;
    if found.guesses > MOST_GUESSES {
        return Label::None;
    }
    match guess(&slot.text, *group) {
        Some(row) => {
            let place = words::row_place(words::TABLE3, &row.name());
            found.doubts.push(Doubt::RowLabel { place, found: slot.text.to_string() });
            Label::Row(row, at)
        }
        None => Label::Unknown(slot.text.chars().take(40).collect()),
    }
}

/// The row whose label is most like this one, else the row of that number in the group.
fn guess(text: &str, group: Option<OutcomeGroup>) -> Option<Row3> {
    let like = known::row3_like(&bare(text));
    like.or_else(|| {
        let tight = tight(text);
        let place = numbered(&tight).0?.checked_sub(1)?;
        let arabic = tight.starts_with(|letter: char| letter.is_ascii_digit());
        group.filter(|_| arabic)?.rows().nth(place).map(Row3::Result)
    })
}

fn line(row: Row3, label: usize, slots: &[Slot]) -> Line<'_> {
    let right = slots.iter().enumerate().skip(label + 1);
    // The label's own cell may reach on to the right.
    let right = right.skip_while(|(_, slot)| slot.cover == Cover::Left);
    let slots: Vec<(usize, &str)> =
        right.filter(|(_, slot)| slot.counts()).map(|(at, slot)| (at, &*slot.text)).collect();
    let filled = slots.iter().filter(|(_, text)| !text.is_empty()).map(|(at, _)| *at).collect();
    Line { row, label, slots, filled }
}

fn assign(lines: &[Line<'_>], columns: Option<[usize; WIDTH]>, ragged: bool, found: &mut Found) {
    // Where whole rows begin, by the column of their label.
    let starts: BTreeMap<usize, usize> = lines
        .iter()
        .filter(|line| line.whole())
        .filter_map(|line| Some((line.label, *line.filled.first()?)))
        .collect();
    let usual = starts.values().max().copied();
    let mut realigned = 0;
    for line in lines {
        let under = columns.filter(|columns| line.filled.iter().all(|at| columns.contains(at)));
        let places: Vec<usize> = if let Some(columns) = under {
            columns.to_vec()
        } else if line.filled.len() == WIDTH {
            let shifted = if ragged { line.filled.first().copied() != usual } else { columns.is_some() };
            realigned += usize::from(shifted);
            line.filled.clone()
        } else {
            let fits = |start: &&usize| {
                line.filled.len() < WIDTH
                    && line.filled.iter().all(|at| (**start..**start + WIDTH).contains(at))
            };
            // A row with gaps stands where the whole rows with such a label stand.
            let like = starts.get(&line.label).filter(fits);
            if like.is_none() {
                let (expected, found_cells) = (WIDTH, line.filled.len());
                found.doubts.push(Doubt::RowCells { place: line.place(), expected, found: found_cells });
            }
            let start = like.or_else(|| starts.values().find(fits));
            start.map_or_else(|| from_right(line), |start| (*start..*start + WIDTH).collect())
        };
        let mut cells = <[Cell; WIDTH]>::default();
        let lacking = WIDTH.saturating_sub(places.len());
        for (cell, place) in cells.iter_mut().skip(lacking).zip(places) {
            *cell = Cell::count_from_text(line.at(place));
        }
        found.rows.push((line.row, cells));
    }
    if realigned > 0 {
        found.doubts.push(Doubt::Realigned { table: TableNo::Three, rows: realigned });
    }
}

/// The last seven columns of a row whose figures stand nowhere in particular: of those that are filled.
fn from_right(line: &Line<'_>) -> Vec<usize> {
    let surplus = line.filled.len().saturating_sub(WIDTH);
    line.filled.iter().skip(surplus).copied().collect()
}

/// Leaf rows whose label stands in another column than the first one of their group.
fn misplaced(lines: &[Line<'_>], doubts: &mut Vec<Doubt>) {
    let mut first: BTreeMap<OutcomeGroup, usize> = BTreeMap::new();
    for line in lines {
        let Row3::Result(row) = line.row else { continue };
        if *first.entry(row.group()).or_insert(line.label) != line.label {
            doubts.push(Doubt::RowPlace { place: line.place() });
        }
    }
}
