//! The three tables, gathered from wherever in the document their rows stand.

use std::array;

use super::super::blocks::{Slot, Texts};
use super::super::fold::{bare, figure_like};
use super::super::known::{self, Line2};
use super::super::{Doubt, TableNo, sections, table2, table3, table4};
use super::Item;
use crate::law::OutcomeRow;
use crate::report::{Cell, Column3, Dispute, Part, Row3, Stated, StatedTable3, Table2, Table4, YearTables};
use crate::words::report as words;

/// More doubts than this help nobody.
const MOST_DOUBTS: usize = 60;

/// What was found so far. A row that comes again is kept as it came first.
#[derive(Default)]
pub(super) struct Gathered {
    rows2: Vec<(Line2, Vec<Cell>)>,
    rows3: Vec<(Row3, [Cell; 7])>,
    groups4: Vec<(Dispute, [Cell; 5])>,
    /// Whether a table follows the form of 2019.
    pub(super) form2019: bool,
    doubts: Vec<Doubt>,
}

impl Gathered {
    /// Whether no table was found.
    pub(super) fn is_empty(&self) -> bool {
        self.rows2.is_empty() && self.rows3.is_empty() && self.groups4.is_empty()
    }

    /// Takes the rows of the three tables out of a table of the document, which stands in `part`. What is
    /// left of it follows in `items` as words, and where rows were as marks.
    pub(super) fn take(&mut self, texts: &Texts, part: Option<Part>, items: &mut Vec<Item>) {
        let titles: Vec<Part> = titles(texts).collect();
        let under =
            |wanted: Part| if titles.is_empty() { part == Some(wanted) } else { titles.contains(&wanted) };
        let mut marks: Vec<Option<TableNo>> = vec![None; texts.rows.len()];
        let mut mark = |used: &std::collections::BTreeSet<usize>, table: TableNo| {
            for at in used {
                if let Some(mark) = marks.get_mut(*at) {
                    mark.get_or_insert(table);
                }
            }
        };
        // Table 3 first: its labels are the least like others.
        if let Some(found) = table3::find(texts, under(Part::Requests)) {
            mark(&found.used, TableNo::Three);
            self.form2019 |= found.form2019;
            self.doubts.extend(found.doubts);
            found.rows.into_iter().for_each(|(row, cells)| self.row3(row, cells));
        }
        if let Some(found) = table4::find(texts, under(Part::Disputes)) {
            mark(&found.used, TableNo::Four);
            self.doubts.extend(found.doubts);
            found.groups.into_iter().for_each(|(group, cells)| self.group4(group, cells));
        }
        if let Some(found) = table2::find(texts, under(Part::Disclosure)) {
            mark(&found.used, TableNo::Two);
            self.form2019 |= found.form2019;
            self.doubts.extend(found.doubts);
            found.rows.into_iter().for_each(|(line, cells)| self.row2(line, cells));
        }
        let any = marks.iter().any(Option::is_some);
        for (row, mark) in texts.rows.iter().zip(marks) {
            match mark {
                Some(table) if items.last() != Some(&Item::Table(table)) => items.push(Item::Table(table)),
                Some(_) => {}
                None => items.extend(left_over(row, any)),
            }
        }
    }

    fn row2(&mut self, line: Line2, cells: Vec<Cell>) {
        match self.rows2.iter().find(|(known, _)| *known == line) {
            None => self.rows2.push((line, cells)),
            Some((_, first)) if *first == cells => {}
            Some(_) => self.repeated(words::line_place(words::TABLE2, line.label())),
        }
    }

    fn row3(&mut self, row: Row3, cells: [Cell; 7]) {
        match self.rows3.iter().find(|(known, _)| *known == row) {
            None => self.rows3.push((row, cells)),
            Some((_, first)) if *first == cells => {}
            Some(_) => self.repeated(words::row_place(words::TABLE3, &row.name())),
        }
    }

    fn group4(&mut self, dispute: Dispute, cells: [Cell; 5]) {
        match self.groups4.iter().find(|(known, _)| *known == dispute) {
            None => self.groups4.push((dispute, cells)),
            Some((_, first)) if *first == cells => {}
            Some(_) => self.repeated(words::line_place(words::TABLE4, dispute.label())),
        }
    }

    fn repeated(&mut self, place: String) {
        let doubt = Doubt::RowRepeated { place };
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }

    /// The tables, and what is doubtful in them.
    pub(super) fn finish(mut self) -> (YearTables, Vec<Doubt>) {
        self.doubts.truncate(MOST_DOUBTS);
        self.missing();
        let line =
            |wanted: Line2| self.rows2.iter().find(|(line, _)| *line == wanted).map(|(_, cells)| cells);
        let cell2 = |wanted: Line2, at: usize| {
            Stated::from(line(wanted).and_then(|cells| cells.get(at)).cloned().unwrap_or_default())
        };
        let documents = crate::report::Document::ALL
            .map(|document| array::from_fn(|at| cell2(Line2::Document(document), at)));
        let table2 = Table2 {
            documents,
            licences: cell2(Line2::Licences, 0),
            penalties: cell2(Line2::Penalties, 0),
            compulsions: cell2(Line2::Compulsions, 0),
            charges: cell2(Line2::Charges, 0),
        };
        let table3 = StatedTable3::from_fn(|row, column| self.cell3(row, column).into());
        let group = |wanted: Dispute| {
            let found = self.groups4.iter().find(|(dispute, _)| *dispute == wanted);
            found.map_or_else(Default::default, |(_, cells)| cells.clone().map(Stated::from))
        };
        let table4 = Table4 {
            review: group(Dispute::Review),
            direct_suit: group(Dispute::DirectSuit),
            suit_after_review: group(Dispute::SuitAfterReview),
        };
        (YearTables { table2, table3, table4, ..YearTables::default() }, self.doubts)
    }

    fn cell3(&self, row: Row3, column: Column3) -> Cell {
        let found = self.rows3.iter().find(|(known, _)| *known == row);
        found.and_then(|(_, cells)| cells.get(column.index())).cloned().unwrap_or_default()
    }

    /// Notes what is not there; of a table that is missing as a whole, that alone.
    fn missing(&mut self) {
        if self.rows2.is_empty() {
            self.doubts.push(Doubt::TableMissing(TableNo::Two));
        } else {
            let lacks = |line: &Line2| self.rows2.iter().all(|(known, _)| known != line);
            let places = Line2::ALL.into_iter().filter(lacks);
            let places = places.map(|line| words::line_place(words::TABLE2, line.label()));
            self.doubts.extend(places.map(|place| Doubt::RowMissing { place }).collect::<Vec<_>>());
        }
        if self.rows3.is_empty() {
            self.doubts.push(Doubt::TableMissing(TableNo::Three));
        } else {
            let lacks =
                |row: &Row3| self.rows3.iter().all(|(known, _)| known != row) && !self.not_asked(*row);
            let places = Row3::all().filter(lacks).map(|row| words::row_place(words::TABLE3, &row.name()));
            self.doubts.extend(places.map(|place| Doubt::RowMissing { place }).collect::<Vec<_>>());
        }
        if self.groups4.is_empty() {
            self.doubts.push(Doubt::TableMissing(TableNo::Four));
        } else {
            let lacks = |dispute: &Dispute| self.groups4.iter().all(|(known, _)| known != dispute);
            let places = Dispute::ALL.into_iter().filter(lacks);
            let places = places.map(|dispute| words::line_place(words::TABLE4, dispute.label()));
            self.doubts.extend(places.map(|place| Doubt::RowMissing { place }).collect::<Vec<_>>());
        }
    }

    /// （六）1 and （六）2 do not exist in the form of 2019.
    fn not_asked(&self, row: Row3) -> bool {
        let split = [OutcomeRow::OtherNoSupplement, OutcomeRow::OtherNoFee].map(Row3::Result);
        self.form2019 && split.contains(&row)
    }
}

/// The titles of parts in a table that is a whole sheet.
fn titles(texts: &Texts) -> impl Iterator<Item = Part> {
    let lines = texts.rows.iter().filter_map(|row| Texts::alone(row));
    lines.filter_map(|text| sections::title(text).map(|found| found.part))
}

/// The words of a row that belongs to none of the three tables.
fn left_over(row: &[Slot], beside_tables: bool) -> Vec<Item> {
    let cells = || row.iter().filter(|slot| slot.counts() && !slot.text.is_empty());
    if let Some(text) = Texts::alone(row) {
        let words = bare(text);
        if known::furniture(&words) || figure_like(text) {
            return Vec::new();
        }
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        return lines.map(|line| Item::Words(line.to_owned())).collect();
    }
    // Beside the tables such rows are headings or figures; a table of its own is prose in columns.
    let no_prose = |text: &str| known::furniture(&bare(text)) || figure_like(text);
    if cells().next().is_none() || (beside_tables && cells().any(|slot| no_prose(&slot.text))) {
        return Vec::new();
    }
    let line: Vec<String> = cells().map(|slot| slot.text.replace('\n', "")).collect();
    vec![Item::Words(line.join(" "))]
}
