//! Whether the register agrees with itself: rows recounted against counters, indexes and digests.

use super::contributions::{Index, contributions};
use super::counters::YearCounters;
use super::digest::digest_of_key;
use super::guard::guarded;
use super::trees::{Totals, place};
use super::{Register, RegisterError, row_bytes};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Rows read.
    pub rows: u64,
    /// Keys of the indexes read.
    pub keys: u64,
    /// Differences; empty where all agrees.
    pub differences: Vec<Difference>,
}

/// What does not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// Rows differ from the running digest.
    Rows,
    /// Index keys differ from those the rows make.
    Keys,
    /// Index keys differ from the running digest.
    Indexes,
    /// Counters differ from a recount over the rows.
    Counters,
    /// The places of the records' entries differ from their running digest.
    Records,
}

impl Register {
    /// Reads everything and compares.
    ///
    /// # Errors
    /// The store, or a row that cannot be read.
    pub fn check(&self) -> Result<Checked, RegisterError> {
        guarded(|| self.checked())
    }

    fn checked(&self) -> Result<Checked, RegisterError> {
        let stored = self.totals()?;
        let (derived, counters) = self.recount()?;
        let (keys, key_digest) = self.index_digest()?;
        let rows = |totals: &Totals| (totals.rows, totals.row_digest, totals.listed, totals.closed);
        let rows_agree = rows(&derived) == rows(&stored);
        let keys_agree = (derived.keys, derived.key_digest) == (stored.keys, stored.key_digest);
        let indexes_agree = (keys, key_digest) == (stored.keys, stored.key_digest);
        let differences = [
            (rows_agree, Difference::Rows),
            (keys_agree, Difference::Keys),
            (indexes_agree, Difference::Indexes),
            (counters == self.counters()?, Difference::Counters),
            (self.recount_records()? == (stored.records, stored.record_digest), Difference::Records),
        ];
        let differences =
            differences.into_iter().filter(|(agrees, _)| !agrees).map(|(_, what)| what).collect();
        Ok(Checked { rows: derived.rows, keys, differences })
    }

    /// The counters as the rows make them: what table 3 is checked against (V16).
    ///
    /// # Errors
    /// As [`Register::check`].
    pub fn recounted(&self) -> Result<YearCounters, RegisterError> {
        guarded(|| Ok(self.recount()?.1))
    }

    /// Whether two registers hold the same: rows, keys, counters, and the places of the records.
    ///
    /// # Errors
    /// As [`Register::check`].
    pub fn equals(&self, other: &Self) -> Result<bool, RegisterError> {
        guarded(|| {
            Ok(self.recount()? == other.recount()?
                && self.index_digest()? == other.index_digest()?
                && self.record_positions()? == other.record_positions()?
                && self.counters()? == other.counters()?)
        })
    }

    fn recount(&self) -> Result<(Totals, YearCounters), RegisterError> {
        let mut totals = Totals::default();
        let mut counters = YearCounters::default();
        for row in self.rows() {
            let row = row?;
            let contributions = contributions(&row);
            totals.with(&row_bytes::canonical(&row)?, &contributions);
            contributions.counters.into_iter().for_each(|(counter, count)| counters.add(counter, count));
        }
        Ok((totals, counters))
    }

    fn index_digest(&self) -> Result<(u64, u64), RegisterError> {
        let (mut keys, mut sum) = (0, 0_u64);
        for index in Index::ALL {
            for item in self.trees.index(index)? {
                let (key, value) = item?;
                keys += 1;
                sum = sum.wrapping_add(digest_of_key(place(index), &key, &value));
            }
        }
        Ok((keys, sum))
    }
}
