//! What every list must be, looked up the long way: over all rows.

use super::*;
use crate::law::OutcomeRow;
use crate::register::{Cell, CellRow, Query, YearCounts};

const YEARS: std::ops::RangeInclusive<i16> = 2023..=2027;
const ORGANS: [Option<OrganId>; 3] = [None, Some(OrganId(1)), Some(OrganId(6))];

fn ids(rows: &[CaseRow]) -> Vec<RequestId> {
    rows.iter().map(|row| row.id).collect()
}

fn sorted(mut ids: Vec<RequestId>) -> Vec<RequestId> {
    ids.sort_unstable();
    ids
}

fn closed(row: &CaseRow) -> Option<i16> {
    row.closed_on.map(Date::year)
}

fn is_open_across(row: &CaseRow, year: i16) -> bool {
    row.received_on.is_some_and(|on| on.year() <= year) && closed(row).is_none_or(|closed| closed > year)
}

fn is_in(row: &CaseRow, cell: Cell) -> bool {
    let here = cell.column.is_none_or(|kind| kind == row.kind)
        && cell.organ.is_none_or(|organ| organ == row.organ)
        && row.received_on.is_some();
    let received = row.received_on.map(Date::year);
    let brought = row.baseline && received == Some(cell.year);
    here && match cell.row {
        CellRow::New => received == Some(cell.year) && !row.baseline,
        CellRow::CarriedIn => is_open_across(row, cell.year - 1) || brought,
        CellRow::Result(outcome) => {
            closed(row) == Some(cell.year) && row.outcome.is_some_and(|(row, _)| row == outcome)
        }
        CellRow::Total => closed(row) == Some(cell.year),
        CellRow::CarriedOut => is_open_across(row, cell.year),
    }
}

fn cell_rows() -> impl Iterator<Item = CellRow> {
    let fixed = [CellRow::New, CellRow::CarriedIn, CellRow::Total, CellRow::CarriedOut];
    fixed.into_iter().chain(OutcomeRow::ALL.into_iter().map(CellRow::Result))
}

fn figure(counts: &YearCounts, row: CellRow, column: Option<ApplicantKind>) -> u64 {
    let cells = match row {
        CellRow::New => counts.new,
        CellRow::CarriedIn => counts.carried_in,
        CellRow::Result(outcome) => counts.results[outcome.index()],
        CellRow::CarriedOut => counts.carried_out,
        CellRow::Total => [0, 1, 2, 3, 4, 5].map(|c| counts.results.iter().map(|cells| cells[c]).sum()),
    };
    column.map_or_else(|| cells.iter().sum(), |kind| cells[kind.column()])
}

/// The months of a year are its table 3, by the day.
fn assert_months(desk: &Desk, rows: &[CaseRow]) {
    for (year, organ) in YEARS.flat_map(|year| ORGANS.map(|organ| (year, organ))) {
        let months = desk.months(year, organ).unwrap();
        let counts = desk.counts(year, organ).unwrap();
        let sum = |row| figure(&counts, row, None);
        assert_eq!(months.new.iter().sum::<u64>(), sum(CellRow::New), "{year} {organ:?}");
        assert_eq!(months.concluded.iter().sum::<u64>(), sum(CellRow::Total), "{year} {organ:?}");
        // The rooms of these tests stand in 2026: of its months to come nothing is said.
        let at_end = months.open[11];
        assert!(at_end.is_none_or(|open| open == sum(CellRow::CarriedOut)), "{year} {organ:?}");
        assert!(year >= 2026 || at_end.is_some(), "{year}");
        for (month, count) in (1_i8..).zip(months.new) {
            let came = |row: &&CaseRow| {
                let here = organ.is_none_or(|organ| organ == row.organ) && !row.baseline && !row.void;
                here && row.received_on.is_some_and(|on| (on.year(), on.month()) == (year, month))
            };
            assert_eq!(usize::try_from(count).unwrap(), rows.iter().filter(came).count(), "{year}-{month}");
        }
    }
}

/// Every cell of every year counts the requests that it shows.
fn assert_cells(desk: &Desk, rows: &[CaseRow]) {
    for (year, organ) in YEARS.flat_map(|year| ORGANS.map(|organ| (year, organ))) {
        let counts = desk.counts(year, organ).unwrap();
        for (row, column) in cell_rows()
            .flat_map(|row| std::iter::once(None).chain(ApplicantKind::ALL.map(Some)).map(move |c| (row, c)))
        {
            let cell = Cell { year, row, column, organ };
            let expected: Vec<RequestId> =
                rows.iter().filter(|row| is_in(row, cell)).map(|row| row.id).collect();
            let shown = ids(&desk.all(Query::Cell(cell)).unwrap());
            assert_eq!(sorted(shown), expected, "{cell:?}");
            let figure = usize::try_from(figure(&counts, row, column)).unwrap();
            assert_eq!(
                (figure, desk.count(Query::Cell(cell)).unwrap()),
                (expected.len(), figure),
                "{cell:?}"
            );
        }
    }
}

/// Every column of every year balances, and the counters are those of a recount.
fn assert_years(desk: &Desk) {
    for (year, organ) in YEARS.flat_map(|year| ORGANS.map(|organ| (year, organ))) {
        let counts = desk.counts(year, organ).unwrap();
        for column in 0..6 {
            let total: u64 = counts.results.iter().map(|cells| cells[column]).sum();
            let came = counts.new[column] + counts.carried_in[column];
            assert_eq!(came, total + counts.carried_out[column], "{year} {organ:?} {column}");
        }
        assert_eq!(desk.counts(year + 1, organ).unwrap().carried_in, counts.carried_out, "{year}");
        let of_figures = ["V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V16", "V21", "V22"];
        let mut findings = desk.check_year(year, organ).unwrap();
        findings.retain(|finding| of_figures.contains(&finding.rule));
        assert!(findings.is_empty(), "{year} {findings:?}");
    }
}

fn assert_lists(desk: &Desk, rows: &[CaseRow]) {
    let pick = |wanted: &dyn Fn(&CaseRow) -> bool| -> Vec<RequestId> {
        rows.iter().filter(|row| wanted(row)).map(|row| row.id).collect()
    };
    let shown = |query| ids(&desk.all(query).unwrap());
    let due = |row: &CaseRow| (row.next_due().map_or(Date::MAX, |next| next.on), row.id);
    let open = desk.all(Query::Open).unwrap();
    assert!(open.is_sorted_by_key(due));
    assert_eq!(sorted(ids(&open)), pick(&|row| row.closed_on.is_none()));
    let before = date(2026, 1, 10);
    assert_eq!(
        shown(Query::DueBefore(before)),
        ids(&open
            .iter()
            .filter(|row| row.next_due().is_some_and(|next| next.on < before))
            .cloned()
            .collect::<Vec<_>>())
        .into_iter()
        .filter(|id| open.iter().any(|row| row.id == *id && row.next_due().is_some()))
        .collect::<Vec<_>>()
    );
    let all = desk.all(Query::All).unwrap();
    assert!(all.is_sorted_by_key(|row| std::cmp::Reverse((row.listed_on, row.id))));
    assert_eq!(sorted(ids(&all)), pick(&|_| true));
    let closed: Vec<RequestId> = all.iter().filter(|row| row.closed_on.is_some()).map(|row| row.id).collect();
    assert_eq!(shown(Query::Closed), closed);
    for year in YEARS {
        let mut since: Vec<&CaseRow> =
            rows.iter().filter(|row| row.closed_on.is_none() && is_open_across(row, year)).collect();
        since.sort_by_key(|row| (row.received_on.map(Date::year), row.id));
        let since: Vec<RequestId> = since.into_iter().map(|row| row.id).collect();
        let after = pick(&|row| row.closed_on.is_some() && is_open_across(row, year));
        assert_eq!(shown(Query::OpenSince(year)), since);
        assert_eq!(shown(Query::ConcludedAfter(year)), after);
        assert_eq!(shown(Query::CarriedOut(year)), [after, since].concat());
    }
}

fn assert_pages(desk: &Desk, query: Query) {
    let whole = desk.all(query).unwrap();
    assert_eq!(desk.count(query).unwrap(), whole.len(), "{query:?}");
    for limit in [1, 3, whole.len().max(1)] {
        let (mut rows, mut from) = (Vec::new(), None);
        loop {
            let page = desk.page(query, from.as_ref(), limit).unwrap();
            assert!(page.rows.len() <= limit);
            rows.extend(page.rows);
            match page.next {
                Some(next) => from = Some(next),
                None => break,
            }
        }
        assert_eq!(rows, whole, "{query:?} by {limit}");
    }
}

/// Lists, cells, years, pages: all that the register answers, against its rows.
pub(super) fn assert_all(desk: &Desk) {
    let rows: Vec<CaseRow> = desk.every_row().into_iter().filter(|row| !row.void).collect();
    assert_lists(desk, &rows);
    assert_cells(desk, &rows);
    assert_months(desk, &rows);
    assert_years(desk);
    let cells = cell_rows().map(|row| Query::Cell(Cell { year: 2025, row, column: None, organ: None }));
    let years = YEARS.flat_map(|y| [Query::OpenSince(y), Query::ConcludedAfter(y), Query::CarriedOut(y)]);
    let fixed = [Query::Open, Query::All, Query::Closed, Query::DueBefore(date(2026, 1, 10))];
    fixed.into_iter().chain(years).chain(cells).for_each(|query| assert_pages(desk, query));
}
