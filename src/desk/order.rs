//! Lists in another order than the register keeps them in.

use std::cmp::Ordering;

use super::{Desk, DeskError};
use crate::register::{CaseRow, Query};
use crate::text::by_sound;

/// Longer lists stay as the register keeps them: what is read whole for its order is read in one breath.
pub const MOST_SORTED: usize = 5_000;

/// What a list is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderBy {
    /// 到期: what is due next.
    Due,
    /// 收到
    Received,
    /// 办结
    Closed,
    /// 编号: by year and running number, else as it is written.
    No,
    /// 申请人, by the sound.
    Applicant,
    /// 类型, in the order of the columns of table 3.
    Kind,
    /// 状态, in the order of the procedure.
    Status,
    /// 结果, in the order of the rows of table 3.
    Outcome,
}

/// An order: what it goes by, and which way. What has no value stands last both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// What it goes by.
    pub by: OrderBy,
    /// From the last to the first.
    pub reversed: bool,
}

impl OrderBy {
    /// All, in the order of the menu.
    pub const ALL: [Self; 8] = [
        Self::Due,
        Self::Received,
        Self::Closed,
        Self::No,
        Self::Applicant,
        Self::Kind,
        Self::Status,
        Self::Outcome,
    ];
}

impl Order {
    /// Puts rows into this order; equal ones in the order of registration.
    pub fn sort(self, rows: &mut [CaseRow]) {
        match self.by {
            OrderBy::Due => self.by_key(rows, |row| row.next_due().map(|due| due.on)),
            OrderBy::Received => self.by_key(rows, |row| row.listed_on),
            OrderBy::Closed => self.by_key(rows, |row| row.closed_on),
            OrderBy::No => self.by_key(rows, |row| Some((row.serial.is_none(), row.serial, row.no.clone()))),
            OrderBy::Applicant => self.by_key(rows, |row| Some(by_sound(&row.applicant))),
            OrderBy::Kind => self.by_key(rows, |row| Some(row.kind.column())),
            OrderBy::Status => self.by_key(rows, |row| Some(row.status)),
            OrderBy::Outcome => self.by_key(rows, |row| row.outcome.map(|(outcome, _)| outcome.index())),
        }
    }

    fn by_key<K: Ord>(self, rows: &mut [CaseRow], key: impl Fn(&CaseRow) -> Option<K>) {
        rows.sort_by_cached_key(|row| Keyed { key: key(row), reversed: self.reversed, id: row.id.0 });
    }
}

/// A key that stands last where it is none, whichever way the others go.
#[derive(PartialEq, Eq)]
struct Keyed<K> {
    key: Option<K>,
    reversed: bool,
    id: u64,
}

impl<K: Ord> Ord for Keyed<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        let keys = match (&self.key, &other.key) {
            (Some(own), Some(other)) if self.reversed => other.cmp(own),
            (Some(own), Some(other)) => own.cmp(other),
            (own, other) => own.is_none().cmp(&other.is_none()),
        };
        keys.then(self.id.cmp(&other.id))
    }
}

impl<K: Ord> PartialOrd for Keyed<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Desk {
    /// A list whole, in this order.
    ///
    /// # Errors
    /// More rows than [`MOST_SORTED`]; the register.
    pub fn sorted(&self, query: Query, order: Order) -> Result<Vec<CaseRow>, DeskError> {
        let count = self.count(query)?;
        if count > MOST_SORTED {
            return Err(DeskError::TooManyToSort { count, most: MOST_SORTED });
        }
        let mut rows = self.all(query)?;
        order.sort(&mut rows);
        Ok(rows)
    }
}
