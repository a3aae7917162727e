//! What a case contributes to indexes and counters: one pure function of its row.
//!
//! Counting: a request with receipt year r and, if concluded, year c adds one to
//! `new[r]` and one to `result[c][row]`, in the applicant's own column. Carried in and out are prefix sums
//! of these, so every column balances by construction.

use jiff::civil::Date;

use super::CaseRow;
use super::digest::digest;
use super::keys::{day, join, year};
use crate::calendar::to_day;
use crate::law::OutcomeRow;
use crate::request::clock::Deadline;
use crate::text::fold_number;

/// A row of table 3 that counts requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellRow {
    /// 一、本年新收
    New,
    /// 二、上年结转
    CarriedIn,
    /// One of the 21 leaf rows of 三
    Result(OutcomeRow),
    /// （七）总计
    Total,
    /// 四、结转下年度
    CarriedOut,
}

/// The index trees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Index {
    /// Folded numbers and running numbers to ids.
    Numbers,
    /// Open cases by what is due next; concluded ones too that are to be answered anew.
    Open,
    /// Answered cases by the last day for copies to the superior.
    Copies,
    /// Open and concluded cases, each by the day they came in.
    Received,
    /// Cases open across a 31 December: concluded ones by year, open ones by year of receipt.
    Carried,
    /// Cases by the cell that counts them.
    Cells,
    /// The keys of all lists once more for each unit that a case was handed to, so that a unit's lists are
    /// walked without wading through the others.
    Units,
}

impl Index {
    pub(super) const ALL: [Self; 7] =
        [Self::Numbers, Self::Open, Self::Received, Self::Carried, Self::Cells, Self::Copies, Self::Units];

    /// What stands for a list among the keys of a unit; nothing where that has no such list.
    const fn of_unit(self) -> Option<u8> {
        match self {
            Self::Open => Some(b'o'),
            Self::Copies => Some(b'c'),
            Self::Received => Some(b'r'),
            Self::Carried => Some(b'y'),
            Self::Cells => Some(b't'),
            Self::Numbers | Self::Units => None,
        }
    }
}

/// A counter: organ, what is counted, year, column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Counter {
    pub(super) organ: u16,
    pub(super) what: u8,
    pub(super) year: i16,
    pub(super) column: u8,
}

/// Counter of 新收.
pub(super) const NEW: u8 = 0;
/// Counter of opening figures: received before the books, never 新收, and yet carried.
pub(super) const BROUGHT: u8 = 255;

/// Counter of 信息处理费 collected, in 元 and by the year of payment.
pub(super) const FEES_PAID: u8 = 254;
/// Counter of 信息处理费 noticed, in 元 and by the year of the notice.
pub(super) const FEES_NOTICED: u8 = 253;
/// Counter of fee notices, by their year.
pub(super) const FEE_NOTICES: u8 = 252;

/// The counter of a leaf row: 1 to 21.
pub(super) fn result_counter(row: OutcomeRow) -> u8 {
    u8::try_from(row.index() + 1).unwrap_or(FEE_NOTICES - 1)
}

/// Keys and counters of one case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Contributions {
    pub(super) keys: Vec<(Index, Vec<u8>, Vec<u8>)>,
    /// Each with how much it adds: one, but for sums of money.
    pub(super) counters: Vec<(Counter, i64)>,
}

/// Prefix of numbers as people write them.
pub(super) const BY_TEXT: u8 = b'n';
/// Prefix of numbers of void cases: given up, and yet found.
pub(super) const BY_VOID: u8 = b'v';
/// Prefix of running numbers.
pub(super) const BY_SERIAL: u8 = b's';
/// Prefix of open cases in the index of receipts.
pub(super) const OPEN: u8 = 0;
/// Prefix of concluded cases in the index of receipts.
pub(super) const CLOSED: u8 = 1;
/// Prefix of concluded cases, by the years across whose end they were open.
pub(super) const CLOSED_ACROSS: u8 = b'c';
/// Prefix of open cases, by the year of receipt.
pub(super) const STILL_OPEN: u8 = b'o';

/// Prefix of all cases among the keys of a unit, void ones too.
const ALL_OF_UNIT: u8 = b'a';

/// Before the keys of a list of a unit, whose name is folded; `None` for what is no list.
pub(super) fn unit_prefix(unit: &str, index: Index) -> Option<Vec<u8>> {
    Some(prefix_of_unit(unit, index.of_unit()?))
}

/// Before the ids of all cases of a unit, whose name is folded.
pub(super) fn all_of_unit(unit: &str) -> Vec<u8> {
    prefix_of_unit(unit, ALL_OF_UNIT)
}

/// A name is no key: a digest stands for it, and whoever reads a row looks at the name in it.
fn prefix_of_unit(unit: &str, list: u8) -> Vec<u8> {
    join(&[&digest(unit.as_bytes()).to_be_bytes(), &[list]])
}

/// The keys of the lists once more for each unit of the row.
fn of_units(row: &CaseRow, all: &mut Contributions) {
    let id = row.id.0.to_be_bytes();
    let mut keys = Vec::new();
    for unit in &row.units {
        keys.push((Index::Units, join(&[&all_of_unit(unit), &id]), Vec::new()));
        for (index, key, value) in &all.keys {
            if let Some(prefix) = unit_prefix(unit, *index) {
                keys.push((Index::Units, join(&[&prefix, key]), value.clone()));
            }
        }
    }
    all.keys.append(&mut keys);
}

/// What `row` contributes.
///
/// A void case counts nowhere and gives up its number, so that the same register can be imported again; a
/// running number (as a figure) is never given twice all the same.
pub(super) fn contributions(row: &CaseRow) -> Contributions {
    let mut all = Contributions::default();
    let id = row.id.0.to_be_bytes();
    let number = if row.void { void_key(&row.no, &id) } else { text_key(&row.no) };
    all.keys.push((Index::Numbers, number, id.to_vec()));
    if let Some((serial_year, n)) = row.serial {
        all.keys.push((Index::Numbers, serial_key(row.organ.0, serial_year, n), id.to_vec()));
    }
    if row.void {
        of_units(row, &mut all);
        return all;
    }
    if let Some(on) = row.listed_on {
        let place = if row.closed_on.is_some() { CLOSED } else { OPEN };
        all.keys.push((Index::Received, join(&[&[place], &day(to_day(on)), &id]), Vec::new()));
    }
    let next = row.next_due();
    if row.closed_on.is_none() {
        let due = next.map_or(i32::MAX, |next| to_day(next.on));
        all.keys.push((Index::Open, join(&[&day(due), &id]), vec![OPEN]));
    } else if let Some(next) = next {
        // Concluded for the tables, and yet to be answered anew, or with a unit that owes its word.
        all.keys.push((Index::Open, join(&[&day(to_day(next.on)), &id]), vec![CLOSED]));
    }
    if let Some(on) = row.deadline(Deadline::Copies) {
        all.keys.push((Index::Copies, join(&[&day(to_day(on)), &id]), Vec::new()));
    }
    count(row, &mut all);
    of_units(row, &mut all);
    all
}

/// The key of a number as people write it.
pub(super) fn text_key(no: &str) -> Vec<u8> {
    join(&[&[BY_TEXT], fold_number(no).as_bytes()])
}

/// Before the ids of void cases of a number. A folded number holds no zero byte.
pub(super) fn void_prefix(no: &str) -> Vec<u8> {
    join(&[&[BY_VOID], fold_number(no).as_bytes(), &[0]])
}

fn void_key(no: &str, id: &[u8]) -> Vec<u8> {
    join(&[&void_prefix(no), id])
}

/// The key of a running number.
pub(super) fn serial_key(organ: u16, serial_year: i16, n: u32) -> Vec<u8> {
    join(&[&[BY_SERIAL], &organ.to_be_bytes(), &year(serial_year), &n.to_be_bytes()])
}

/// The keys of a cell of all organs.
pub(super) fn cell_prefix(of_year: i16, what: u8, column: u8) -> Vec<u8> {
    join(&[&year(of_year), &[what], &[column]])
}

/// The keys of a cell of one organ, without the id.
pub(super) fn cell_key(organ: u16, of_year: i16, what: u8, column: u8) -> Vec<u8> {
    join(&[&cell_prefix(of_year, what, column), &organ.to_be_bytes()])
}

fn count(row: &CaseRow, all: &mut Contributions) {
    let Some(received) = row.received_on else { return };
    let id = row.id.0.to_be_bytes();
    let column = u8::try_from(row.kind.column()).unwrap_or_default();
    let organ = row.organ.0;
    let mut sum = |what: u8, on: Date, count: u32| {
        all.counters.push((Counter { organ, what, year: on.year(), column }, count.into()));
    };
    if let Some((on, yuan)) = row.fee_noticed {
        sum(FEE_NOTICES, on, 1);
        sum(FEES_NOTICED, on, yuan);
    }
    if let Some((on, yuan)) = row.fee_paid {
        sum(FEES_PAID, on, yuan);
    }
    let mut cell = |what: u8, of_year: i16| {
        all.counters.push((Counter { organ, what, year: of_year, column }, 1));
        let key = join(&[&cell_key(organ, of_year, what, column), &id]);
        all.keys.push((Index::Cells, key, Vec::new()));
    };
    cell(if row.baseline { BROUGHT } else { NEW }, received.year());
    let concluded = row.closed_on.zip(row.outcome);
    if let Some((closed, (outcome, _))) = concluded {
        cell(result_counter(outcome), closed.year());
    }
    let place = join(&[&organ.to_be_bytes(), &[column]]);
    if let Some((closed, _)) = concluded {
        for across in received.year()..closed.year() {
            let key = join(&[&[CLOSED_ACROSS], &year(across), &id]);
            all.keys.push((Index::Carried, key, place.clone()));
        }
    } else {
        let key = join(&[&[STILL_OPEN], &year(received.year()), &id]);
        all.keys.push((Index::Carried, key, place));
    }
}
