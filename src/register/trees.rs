//! The trees of the register and what stands in `meta`.

use super::RegisterError;
use super::contributions::{CLOSED, Contributions, Index};
use super::digest::{digest, digest_of_key};
use crate::journal::{Anchor, Seal};
use crate::request::Seq;

/// The trees, in the order in which a transaction takes them.
#[derive(Clone)]
pub(super) struct Trees {
    pub(super) all: Vec<sled::Tree>,
}

/// Place of a tree in a transaction.
pub(super) const ROWS: usize = 0;
pub(super) const COUNTERS: usize = 1;
pub(super) const META: usize = 2;
const FIRST_INDEX: usize = 3;
/// Behind the indexes: where the entries of the records stand, in the order of the journal.
pub(super) const RECORDS: usize = FIRST_INDEX + Index::ALL.len();
const NAMES: [&str; 11] = [
    "rows", "counters", "meta", "numbers", "open", "received", "carried", "cells", "copies", "units",
    "records",
];

/// Keys of `meta`.
pub(super) const CURSOR: &[u8] = b"cursor";
pub(super) const TOTALS: &[u8] = b"totals";
pub(super) const OFFICE: &[u8] = b"office";
/// There while nothing was written since the store was last closed.
pub(super) const CLOSED_WELL: &[u8] = b"closed-well";
pub(super) const DERIVED_BY: &[u8] = b"derived-by";

/// Where the tree of an index stands.
pub(super) fn place(index: Index) -> usize {
    FIRST_INDEX + Index::ALL.iter().position(|other| *other == index).unwrap_or_default()
}

impl Trees {
    pub(super) fn open(db: &sled::Db) -> Result<Self, sled::Error> {
        Ok(Self { all: NAMES.iter().map(|name| db.open_tree(name)).collect::<Result<_, _>>()? })
    }

    pub(super) fn at(&self, place: usize) -> Result<&sled::Tree, RegisterError> {
        self.all.get(place).ok_or(RegisterError::Damaged("a tree is missing"))
    }

    pub(super) fn index(&self, index: Index) -> Result<&sled::Tree, RegisterError> {
        self.at(place(index))
    }

    pub(super) fn rows(&self) -> Result<&sled::Tree, RegisterError> {
        self.at(ROWS)
    }

    pub(super) fn counters(&self) -> Result<&sled::Tree, RegisterError> {
        self.at(COUNTERS)
    }

    pub(super) fn records(&self) -> Result<&sled::Tree, RegisterError> {
        self.at(RECORDS)
    }

    pub(super) fn meta(&self) -> Result<&sled::Tree, RegisterError> {
        self.at(META)
    }
}

/// Counts and digests, kept up with every change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Totals {
    pub(super) rows: u64,
    pub(super) keys: u64,
    pub(super) row_digest: u64,
    pub(super) key_digest: u64,
    /// Cases that stand in lists: all but void ones.
    pub(super) listed: u64,
    /// Those of them that are concluded.
    pub(super) closed: u64,
    /// Entries of the records.
    pub(super) records: u64,
    pub(super) record_digest: u64,
}

impl Totals {
    pub(super) fn to_bytes(self) -> Vec<u8> {
        let Self { rows, keys, row_digest, key_digest, listed, closed, records, record_digest } = self;
        [rows, keys, row_digest, key_digest, listed, closed, records, record_digest]
            .iter()
            .flat_map(|n| n.to_le_bytes())
            .collect()
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut numbers = bytes.chunks_exact(8).map(|chunk| chunk.try_into().map(u64::from_le_bytes));
        let mut next = || numbers.next()?.ok();
        Some(Self {
            rows: next()?,
            keys: next()?,
            row_digest: next()?,
            key_digest: next()?,
            listed: next()?,
            closed: next()?,
            records: next()?,
            record_digest: next()?,
        })
    }

    /// With one more entry of the records.
    pub(super) fn with_record(&mut self, position: &[u8]) {
        self.records = self.records.wrapping_add(1);
        self.record_digest = self.record_digest.wrapping_add(digest(position));
    }

    /// With a row and what it contributes.
    pub(super) fn with(&mut self, row: &[u8], contributions: &Contributions) {
        self.change(row, contributions, u64::wrapping_add);
    }

    /// Without a row and what it contributed.
    pub(super) fn without(&mut self, row: &[u8], contributions: &Contributions) {
        self.change(row, contributions, u64::wrapping_sub);
    }

    fn change(&mut self, row: &[u8], contributions: &Contributions, change: fn(u64, u64) -> u64) {
        self.rows = change(self.rows, 1);
        self.row_digest = change(self.row_digest, digest(row));
        for (index, key, value) in &contributions.keys {
            self.keys = change(self.keys, 1);
            self.key_digest = change(self.key_digest, digest_of_key(place(*index), key, value));
            if *index == Index::Received {
                self.listed = change(self.listed, 1);
                self.closed = change(self.closed, u64::from(key.first() == Some(&CLOSED)));
            }
        }
    }
}

/// The cursor as bytes: the entry up to which the register is derived, the seal there, and a digest, so
/// that a damaged cursor is never taken for a journal cut short.
pub(super) fn anchor_bytes(anchor: &Anchor) -> Vec<u8> {
    let bytes = [anchor.seq.0.to_le_bytes().as_slice(), anchor.seal.as_bytes().as_slice()].concat();
    let checked = digest(&bytes).to_le_bytes();
    [bytes.as_slice(), checked.as_slice()].concat()
}

/// The cursor of its bytes.
pub(super) fn anchor_of(bytes: &[u8]) -> Option<Anchor> {
    let (bytes, checked) = bytes.split_last_chunk::<8>()?;
    if digest(bytes) != u64::from_le_bytes(*checked) {
        return None;
    }
    let (seq, seal) = bytes.split_first_chunk::<8>()?;
    Some(Anchor { seq: Seq(u64::from_le_bytes(*seq)), seal: Seal::from_bytes(seal.try_into().ok()?) })
}
