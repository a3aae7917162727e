//! The register as far as somebody sees it. Every list, count and row that a clerk is given comes from here:
//! what he does not see is not there.

use std::cmp::Ordering;
use std::iter::Peekable;

use super::contributions::{Index, all_of_unit, unit_prefix};
use super::keys::{id_at_end, join};
use super::latest::{latest_first, place, without};
use super::query::{Cursor, Page, Query, Scan, Way, is_wanted, scans};
use super::{CaseRow, Register, RegisterError};
use crate::office::Sight;
use crate::request::RequestId;

/// The register as far as it is seen.
#[derive(Clone, Copy)]
pub struct Seen<'r> {
    register: &'r Register,
    sight: &'r Sight,
}

/// A walk over an index.
type Walk = Box<dyn Iterator<Item = sled::Result<(sled::IVec, sled::IVec)>>>;

impl Register {
    /// As far as `sight` goes.
    pub const fn seen<'r>(&'r self, sight: &'r Sight) -> Seen<'r> {
        Seen { register: self, sight }
    }
}

impl Seen<'_> {
    /// Up to `limit` rows of `query`, from its beginning or from where a page ended.
    ///
    /// # Errors
    /// The store, or a row that cannot be read: then the register must be derived anew.
    pub fn page(&self, query: Query, from: Option<&Cursor>, limit: usize) -> Result<Page, RegisterError> {
        let (mut page, limit) = (Page::default(), limit.max(1));
        let first = from.map_or(0, |cursor| cursor.scan);
        for (place, scan) in scans(query).into_iter().enumerate().skip(first) {
            let after = from.filter(|cursor| cursor.scan == place).map(|cursor| cursor.after.as_slice());
            for item in self.walk(&scan, after)? {
                let (key, value) = item?;
                if page.rows.len() >= limit {
                    return Ok(page);
                }
                if is_wanted(&value, scan.keep)? {
                    let row = self.register.must_have(id_of(&key)?)?;
                    page.rows.extend(Some(row).filter(|row| self.sight.sees(&row.units)));
                    page.next = Some(Cursor { scan: place, after: key.to_vec() });
                }
            }
        }
        page.next = None;
        Ok(page)
    }

    /// How many rows `query` has: the great lists by the running counts where all is seen, others over keys.
    ///
    /// # Errors
    /// As [`Seen::page`].
    pub fn count(&self, query: Query) -> Result<usize, RegisterError> {
        let great = match query {
            Query::All if self.sight.is_whole() => Some(self.register.totals()?.listed),
            Query::Closed if self.sight.is_whole() => Some(self.register.totals()?.closed),
            _ => None,
        };
        match great {
            Some(count) => Ok(usize::try_from(count).unwrap_or(usize::MAX)),
            None => Ok(self.ids(query)?.len()),
        }
    }

    /// The ids of the rows of `query`, in its order, without the rows.
    ///
    /// # Errors
    /// As [`Seen::page`].
    pub fn ids(&self, query: Query) -> Result<Vec<RequestId>, RegisterError> {
        let mut ids = Vec::new();
        for scan in scans(query) {
            for item in self.walk(&scan, None)? {
                let (key, value) = item?;
                if is_wanted(&value, scan.keep)? {
                    ids.push(RequestId(id_of(&key)?));
                }
            }
        }
        Ok(ids)
    }

    /// The row of a case.
    ///
    /// # Errors
    /// As [`Seen::page`].
    pub fn row(&self, id: RequestId) -> Result<Option<CaseRow>, RegisterError> {
        Ok(self.register.row(id)?.filter(|row| self.sight.sees(&row.units)))
    }

    /// The case of a number as people write it; a void case has none.
    ///
    /// # Errors
    /// As [`Seen::page`].
    pub fn by_number(&self, no: &str) -> Result<Option<RequestId>, RegisterError> {
        self.if_seen(self.register.by_number(no)?)
    }

    /// The last void case that had this number.
    ///
    /// # Errors
    /// As [`Seen::page`].
    pub fn void_by_number(&self, no: &str) -> Result<Option<RequestId>, RegisterError> {
        self.if_seen(self.register.void_by_number(no)?)
    }

    fn if_seen(&self, id: Option<RequestId>) -> Result<Option<RequestId>, RegisterError> {
        match id {
            Some(id) if !self.sight.is_whole() => Ok(self.row(id)?.map(|row| row.id)),
            id => Ok(id),
        }
    }

    /// Every row, void ones too, in order of registration.
    ///
    /// # Errors
    /// As [`Seen::page`].
    pub fn rows(
        &self,
    ) -> Result<Box<dyn Iterator<Item = Result<CaseRow, RegisterError>> + '_>, RegisterError> {
        let Some(ids) = self.all_ids()? else { return Ok(Box::new(self.register.rows())) };
        Ok(Box::new(ids.into_iter().filter_map(|id| self.row(id).transpose())))
    }

    /// The ids of all cases that are seen, in order, void ones too; `None` where all are.
    ///
    /// # Errors
    /// As [`Seen::page`].
    pub fn all_ids(&self) -> Result<Option<Vec<RequestId>>, RegisterError> {
        let Sight::Units(units) = self.sight else { return Ok(None) };
        let tree = self.register.trees.index(Index::Units)?;
        let mut ids = Vec::new();
        for unit in units {
            for item in tree.scan_prefix(all_of_unit(unit)) {
                ids.push(RequestId(id_of(&item?.0)?));
            }
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(Some(ids))
    }

    fn walk(&self, scan: &Scan, after: Option<&[u8]>) -> Result<Walk, RegisterError> {
        let Sight::Units(units) = self.sight else {
            return Ok(stretch(self.register.trees.index(scan.index)?, &[], scan, after));
        };
        let tree = self.register.trees.index(Index::Units)?;
        let mut walks = Vec::with_capacity(units.len());
        for unit in units {
            let base = unit_prefix(unit, scan.index).ok_or(RegisterError::Damaged("no list of a unit"))?;
            walks.push(stretch(tree, &base, scan, after).peekable());
        }
        Ok(merged(walks, scan.way))
    }
}

fn id_of(key: &[u8]) -> Result<u64, RegisterError> {
    id_at_end(key).ok_or(RegisterError::Damaged("an index key has no id"))
}

/// A stretch of an index whose keys stand behind `base`; they are given without it.
fn stretch(tree: &sled::Tree, base: &[u8], scan: &Scan, after: Option<&[u8]>) -> Walk {
    let (from, to) = (join(&[base, &scan.from]), join(&[base, &scan.to]));
    let base_and = |after: &[u8], more: &[u8]| join(&[base, after, more]);
    let length = base.len();
    match (scan.way, after) {
        (Way::Forwards, None) => Box::new(without(length, tree.range(from..to))),
        (Way::Forwards, Some(after)) => Box::new(without(length, tree.range(base_and(after, &[0])..to))),
        (Way::Backwards, None) => Box::new(without(length, tree.range(from..to).rev())),
        (Way::Backwards, Some(after)) => {
            Box::new(without(length, tree.range(from..base_and(after, &[])).rev()))
        }
        (Way::LatestFirst, after) => Box::new(latest_first(tree, base, after)),
    }
}

/// The same list of several units as one; what stands in two of them comes once.
fn merged(mut walks: Vec<Peekable<Walk>>, way: Way) -> Walk {
    if walks.len() == 1 {
        return Box::new(walks.remove(0));
    }
    Box::new(std::iter::from_fn(move || {
        let mut next: Option<sled::IVec> = None;
        for walk in &mut walks {
            match walk.peek() {
                // What cannot be read is said at once.
                Some(Err(_)) => return walk.next(),
                Some(Ok((key, _))) if next.as_ref().is_none_or(|next| comes_before(key, next, way)) => {
                    next = Some(key.clone());
                }
                _ => {}
            }
        }
        let next = next?;
        let is_it =
            |item: &sled::Result<(sled::IVec, sled::IVec)>| item.as_ref().is_ok_and(|(key, _)| *key == next);
        walks.iter_mut().filter_map(|walk| walk.next_if(is_it)).reduce(|first, _| first)
    }))
}

fn comes_before(one: &[u8], other: &[u8], way: Way) -> bool {
    let order = match way {
        Way::Forwards => one.cmp(other),
        Way::Backwards => other.cmp(one),
        Way::LatestFirst => place(other).cmp(&place(one)),
    };
    order == Ordering::Less
}
