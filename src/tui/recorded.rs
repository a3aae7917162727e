//! What a command on the registers does to tables 2 and 4.

use crate::desk::{Desk, DeskError};
use crate::law::labels;
use crate::records::{
    Counting, DecisionKind, DocumentFigures, DocumentKind, RecordCommand, RecordId, Records, Table2Figures,
    Table4Figures, format_yuan, table2, table4,
};
use crate::request::ClerkId;
use crate::words::tui::records as words;

use super::message::RecordSaved;

/// Does it, and says what moved in the tables.
pub(super) fn record(desk: &Desk, clerk: ClerkId, command: RecordCommand) -> Result<RecordSaved, DeskError> {
    let before = desk.records()?;
    let done = desk.record(clerk, command)?;
    let after = desk.records()?;
    let record = after.get(done.id)?;
    let counting = Counting { again: desk.reckoning().readings.disputes_again };
    let last = desk.today().year();
    let years = first_year(&before, &after, done.id)..=last;
    let moved: Vec<String> = years.flat_map(|year| moved(&before, &after, year, counting)).collect();
    let text = words::saved(record, record.publish_by(&desk.calendar()), &moved);
    Ok(RecordSaved { id: done.id, text, warnings: done.warnings })
}

/// The year from which on the record can bear on a table.
fn first_year(before: &Records, after: &Records, id: RecordId) -> i16 {
    let year = |records: &Records| records.get(id).map_or(i16::MAX, |record| record.value().day().year());
    year(before).min(year(after)).max(1990)
}

/// The cells of a year that differ, in a phrase for each table.
fn moved(before: &Records, after: &Records, year: i16, counting: Counting) -> Vec<String> {
    let second = |records| cells2(&table2(records, year, None));
    let fourth = |records| cells4(&table4(records, year, None, counting));
    let tables =
        [(words::TABLE2, second(before), second(after)), (words::TABLE4, fourth(before), fourth(after))];
    let differing = |(table, before, after): (&str, Vec<Cell>, Vec<Cell>)| {
        let cells = before.into_iter().zip(after).filter(|((_, from), (_, to))| from != to);
        let cells: Vec<String> =
            cells.map(|((cell, from), (_, to))| words::cell(&cell, &from, &to)).collect();
        (!cells.is_empty()).then(|| words::moved(year, table, &cells))
    };
    tables.into_iter().filter_map(differing).collect()
}

/// A cell by its name, and its figure.
type Cell = (String, String);

/// The cells of table 2 that come from the registers, each as name and figure.
fn cells2(figures: &Table2Figures) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (kind, documents) in DocumentKind::ALL.into_iter().zip(figures.documents) {
        let DocumentFigures { made, repealed, valid } = documents;
        let figures = [made.to_string(), repealed.to_string(), valid.to_string()];
        for (name, figure) in words::DOCUMENT_FIGURES.into_iter().zip(figures) {
            cells.push((format!("{}{name}", kind.label()), figure));
        }
    }
    for (kind, count) in DecisionKind::ALL.into_iter().zip(figures.decisions) {
        cells.push((kind.label().to_owned(), count.to_string()));
    }
    cells.push((words::CHARGES.to_owned(), format_yuan(figures.charges_fen)));
    cells
}

/// The cells of table 4, each as name and figure.
fn cells4(figures: &Table4Figures) -> Vec<Cell> {
    let [review, _] = labels::TABLE4_HALVES;
    let [direct, after] = labels::SUITS;
    let groups =
        [(review, figures.review), (direct, figures.direct_suit), (after, figures.suit_after_review)];
    let cell = |group: &str, column: &str, count: u64| (format!("{group}{column}"), count.to_string());
    groups
        .into_iter()
        .flat_map(|(group, counts)| {
            labels::DISPUTE_COLUMNS
                .into_iter()
                .zip(counts)
                .map(move |(column, count)| cell(group, column, count))
        })
        .collect()
}
