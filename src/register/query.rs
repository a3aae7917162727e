//! Pages of lists: each walks one index, from where the last page ended.

use jiff::civil::Date;

use super::contributions::{
    BROUGHT, BY_SERIAL, CLOSED, CLOSED_ACROSS, CellRow, Index, NEW, OPEN, STILL_OPEN, cell_key, cell_prefix,
    result_counter, serial_key, text_key, void_prefix,
};
use super::keys::{day, id_at_end, join, year};
use super::{CaseRow, Register, RegisterError, row_bytes};
use crate::calendar::to_day;
use crate::law::{ApplicantKind, OutcomeRow};
use crate::office::Sight;
use crate::request::{OrganId, RequestId};

/// A cell of table 3, or a row or column of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The year.
    pub year: i16,
    /// The row.
    pub row: CellRow,
    /// The column; `None` for 总计.
    pub column: Option<ApplicantKind>,
    /// The organ; `None` for all together.
    pub organ: Option<OrganId>,
}

/// What a list shows, and in which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Query {
    /// Open cases, the next due first.
    Open,
    /// What is worked on: open cases and those to be answered anew, the next due first.
    AtWork,
    /// Of these, the ones whose next day is before this one.
    DueBefore(Date),
    /// Answered cases of which copies are due to the superior from this day on.
    CopiesDue(Date),
    /// All cases, the last received first.
    All,
    /// Concluded cases, the last received first.
    Closed,
    /// Received up to 31 December of the year and still open now, in order of receipt.
    OpenSince(i16),
    /// Open on 31 December of the year and concluded since, in order of registration.
    ConcludedAfter(i16),
    /// Open on 31 December of the year, concluded since or not: 结转下年度 of the year.
    CarriedOut(i16),
    /// The requests that a cell counts.
    Cell(Cell),
}

/// Where a page ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub(super) scan: usize,
    pub(super) after: Vec<u8>,
}

/// A page of rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The rows.
    pub rows: Vec<CaseRow>,
    /// Where to go on; `None` at the end.
    pub next: Option<Cursor>,
}

/// One stretch of an index, and how it is walked.
pub(super) struct Scan {
    pub(super) index: Index,
    pub(super) from: Vec<u8>,
    pub(super) to: Vec<u8>,
    pub(super) way: Way,
    pub(super) keep: Keep,
}

/// How a stretch is walked.
#[derive(Clone, Copy)]
pub(super) enum Way {
    Forwards,
    Backwards,
    /// Open and concluded cases as one list, from the last received back.
    LatestFirst,
}

/// Which of the keys of a stretch are wanted.
#[derive(Clone, Copy)]
pub(super) enum Keep {
    All,
    Open,
    Place { organ: Option<OrganId>, column: Option<ApplicantKind> },
}

impl Scan {
    fn of(index: Index, from: Vec<u8>, to: Vec<u8>) -> Self {
        Self { index, from, to, way: Way::Forwards, keep: Keep::All }
    }

    fn prefix(index: Index, prefix: Vec<u8>) -> Self {
        let end = after_prefix(&prefix);
        Self::of(index, prefix, end)
    }

    fn keeping(mut self, keep: Keep) -> Self {
        self.keep = keep;
        self
    }
}

/// The first key behind all that begin with `prefix`.
fn after_prefix(prefix: &[u8]) -> Vec<u8> {
    let mut end = prefix.to_vec();
    while let Some(last) = end.pop() {
        if last < u8::MAX {
            end.push(last + 1);
            return end;
        }
    }
    vec![u8::MAX; 16]
}

/// The stretches of the indexes that a list is made of, in order.
pub(super) fn scans(query: Query) -> Vec<Scan> {
    let everything = || (Vec::new(), vec![u8::MAX; 16]);
    match query {
        Query::Open => vec![Scan::of(Index::Open, everything().0, everything().1).keeping(Keep::Open)],
        Query::AtWork => vec![Scan::of(Index::Open, everything().0, everything().1)],
        Query::CopiesDue(from) => vec![Scan::of(Index::Copies, day(to_day(from)).to_vec(), everything().1)],
        Query::DueBefore(on) => vec![Scan::of(Index::Open, Vec::new(), day(to_day(on)).to_vec())],
        Query::All => {
            let scan = Scan::of(Index::Received, everything().0, everything().1);
            vec![Scan { way: Way::LatestFirst, ..scan }]
        }
        Query::Closed => vec![Scan { way: Way::Backwards, ..Scan::prefix(Index::Received, vec![CLOSED]) }],
        Query::OpenSince(until) => vec![still_open(until)],
        Query::ConcludedAfter(across) => vec![closed_across(across)],
        Query::CarriedOut(of_year) => vec![closed_across(of_year), still_open(of_year)],
        Query::Cell(cell) => cell_scans(cell),
    }
}

fn still_open(until: i16) -> Scan {
    let to = after_prefix(&join(&[&[STILL_OPEN], &year(until)]));
    Scan::of(Index::Carried, vec![STILL_OPEN], to)
}

fn closed_across(across: i16) -> Scan {
    Scan::prefix(Index::Carried, join(&[&[CLOSED_ACROSS], &year(across)]))
}

fn cell_scans(cell: Cell) -> Vec<Scan> {
    let results = |rows: &[OutcomeRow]| rows.iter().map(|row| result_counter(*row)).collect::<Vec<u8>>();
    let carried = |across: i16| {
        let keep = Keep::Place { organ: cell.organ, column: cell.column };
        vec![closed_across(across).keeping(keep), still_open(across).keeping(keep)]
    };
    match cell.row {
        CellRow::New => counted(cell, &[NEW]),
        CellRow::Result(row) => counted(cell, &results(&[row])),
        CellRow::Total => counted(cell, &results(&OutcomeRow::ALL)),
        CellRow::CarriedOut => carried(cell.year),
        // An opening figure of this very year stands in row two as well.
        CellRow::CarriedIn => {
            let mut scans = carried(cell.year.saturating_sub(1));
            scans.extend(counted(cell, &[BROUGHT]));
            scans
        }
    }
}

/// The requests that these counters of a cell count, in its columns.
fn counted(cell: Cell, whats: &[u8]) -> Vec<Scan> {
    let columns: Vec<usize> = cell.column.map_or_else(|| (0..6).collect(), |kind| vec![kind.column()]);
    let mut scans = Vec::new();
    for what in whats {
        for column in columns.iter().filter_map(|column| u8::try_from(*column).ok()) {
            let prefix = match cell.organ {
                Some(organ) => cell_key(organ.0, cell.year, *what, column),
                None => cell_prefix(cell.year, *what, column),
            };
            scans.push(Scan::prefix(Index::Cells, prefix));
        }
    }
    scans
}

impl Register {
    /// Up to `limit` rows of `query`, from its beginning or from where a page ended.
    ///
    /// # Errors
    /// The store, or a row that cannot be read: then the register must be derived anew.
    pub fn page(&self, query: Query, from: Option<&Cursor>, limit: usize) -> Result<Page, RegisterError> {
        self.seen(&Sight::Whole).page(query, from, limit)
    }

    /// How many rows `query` has.
    ///
    /// # Errors
    /// As [`Register::page`].
    pub fn count(&self, query: Query) -> Result<usize, RegisterError> {
        self.seen(&Sight::Whole).count(query)
    }

    /// How many cases there are, void ones too.
    ///
    /// # Errors
    /// The store.
    pub fn len(&self) -> Result<u64, RegisterError> {
        Ok(self.totals()?.rows)
    }

    /// Whether there is no case at all.
    ///
    /// # Errors
    /// The store.
    pub fn is_empty(&self) -> Result<bool, RegisterError> {
        Ok(self.len()? == 0)
    }

    /// The row of a case.
    ///
    /// # Errors
    /// As [`Register::page`].
    pub fn row(&self, id: RequestId) -> Result<Option<CaseRow>, RegisterError> {
        let bytes = self.trees.rows()?.get(id.0.to_be_bytes())?;
        bytes.map(|bytes| self.decoded.row(id.0, bytes, &self.keys)).transpose()
    }

    /// The case of a number as people write it; a void case has none.
    ///
    /// # Errors
    /// As [`Register::page`].
    pub fn by_number(&self, no: &str) -> Result<Option<RequestId>, RegisterError> {
        let found = self.trees.index(Index::Numbers)?.get(text_key(no))?;
        Ok(found.and_then(|bytes| id_at_end(&bytes)).map(RequestId))
    }

    /// The last void case that had this number.
    ///
    /// # Errors
    /// As [`Register::page`].
    pub fn void_by_number(&self, no: &str) -> Result<Option<RequestId>, RegisterError> {
        let found = self.trees.index(Index::Numbers)?.scan_prefix(void_prefix(no)).next_back().transpose()?;
        Ok(found.and_then(|(key, _)| id_at_end(&key)).map(RequestId))
    }

    /// The running number after the last one given in `of_year`, from 1.
    ///
    /// # Errors
    /// As [`Register::page`].
    pub fn next_serial(&self, organ: OrganId, of_year: i16) -> Result<u32, RegisterError> {
        let prefix = join(&[&[BY_SERIAL], &organ.0.to_be_bytes(), &year(of_year)]);
        let last = self.trees.index(Index::Numbers)?.scan_prefix(prefix).next_back().transpose()?;
        let n = last.and_then(|(key, _)| key.last_chunk::<4>().map(|bytes| u32::from_be_bytes(*bytes)));
        Ok(n.unwrap_or_default().saturating_add(1))
    }

    /// The cases that came in on a day.
    ///
    /// # Errors
    /// As [`Register::page`].
    pub fn came_in_on(&self, on: Date) -> Result<Vec<CaseRow>, RegisterError> {
        let mut rows = Vec::new();
        let came_in = |place: u8| {
            let prefix = join(&[&[place], &day(to_day(on))]);
            self.trees.index(Index::Received).map(|tree| tree.scan_prefix(prefix))
        };
        for item in came_in(OPEN)?.chain(came_in(CLOSED)?) {
            let id = id_at_end(&item?.0).ok_or(RegisterError::Damaged("an index key has no id"))?;
            rows.push(self.must_have(id)?);
        }
        Ok(rows)
    }

    /// Every row, in order of registration.
    pub fn rows(&self) -> impl Iterator<Item = Result<CaseRow, RegisterError>> + '_ {
        let tree = self.trees.rows();
        let (items, error) = match tree {
            Ok(tree) => (Some(tree.iter()), None),
            Err(error) => (None, Some(Err(error))),
        };
        error.into_iter().chain(items.into_iter().flatten().map(|item| {
            let (key, bytes) = item?;
            let id = id_at_end(&key).ok_or(RegisterError::Damaged("a row's key is malformed"))?;
            row_bytes::decode(id, &bytes, &self.keys)
        }))
    }

    pub(super) fn must_have(&self, id: u64) -> Result<CaseRow, RegisterError> {
        self.row(RequestId(id))?.ok_or(RegisterError::Damaged("an index names a missing row"))
    }
}

impl Register {
    /// The case that has a running number.
    ///
    /// # Errors
    /// As [`Register::page`].
    pub fn by_serial(
        &self,
        organ: OrganId,
        of_year: i16,
        n: u32,
    ) -> Result<Option<RequestId>, RegisterError> {
        let found = self.trees.index(Index::Numbers)?.get(serial_key(organ.0, of_year, n))?;
        Ok(found.and_then(|bytes| id_at_end(&bytes)).map(RequestId))
    }
}

/// Whether a key with this value belongs to the list.
pub(super) fn is_wanted(value: &[u8], keep: Keep) -> Result<bool, RegisterError> {
    let malformed = RegisterError::Damaged("an index value is malformed");
    Ok(match keep {
        Keep::All => true,
        Keep::Open => value.first() == Some(&OPEN),
        Keep::Place { organ, column } => {
            let (at_organ, at_column) = value.split_first_chunk::<2>().ok_or(malformed)?;
            organ.is_none_or(|organ| organ.0 == u16::from_be_bytes(*at_organ))
                && column
                    .is_none_or(|kind| at_column.first().copied().map(usize::from) == Some(kind.column()))
        }
    })
}
