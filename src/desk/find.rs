//! Searching as one types: over number, applicant, title and content, in memory, never stale.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use super::condition::{Condition, Reader};
use super::order::{MOST_SORTED, Order};
use super::texts::{Text, Texts, Word};
use super::{Desk, DeskError};
use crate::register::{CaseRow, Query};
use crate::request::{ClerkId, OrganId, RequestId};
use crate::text::fold_search;

/// What is searched: one folded text a case.
#[derive(Debug, Default)]
pub(super) struct Index {
    ready: bool,
    texts: Texts,
}

impl Desk {
    /// The cases in which every word of `text` stands somewhere, the last registered first.
    ///
    /// # Errors
    /// The register.
    pub fn find(&self, text: &str, limit: usize) -> Result<Vec<CaseRow>, DeskError> {
        let words: Vec<String> = text.split_whitespace().map(fold_search).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        self.fill_search()?;
        let words: Vec<Word> = words.iter().map(|word| Word::plain(word)).collect();
        let ids = self.found(&words, limit, |_| true)?;
        ids.into_iter().map(|id| self.row(id)).collect()
    }

    /// The cases that meet all conditions in `text` and in which all its other words stand, or what has them
    /// as its pinyin in number, applicant or title; the last registered first.
    ///
    /// # Errors
    /// A condition that nobody can meet; the register.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<CaseRow>, DeskError> {
        self.search_as(None, text, limit)
    }

    /// The same for a clerk, who can ask for his own cases: 我承办的, 承办人:我.
    ///
    /// # Errors
    /// As [`Desk::search`].
    pub fn search_as(
        &self,
        who: Option<ClerkId>,
        text: &str,
        limit: usize,
    ) -> Result<Vec<CaseRow>, DeskError> {
        let (today, calendar, office) = (self.today(), self.calendar(), self.office());
        let organs: Vec<(OrganId, String)> =
            office.organs.iter().map(|organ| (organ.id, organ.name.clone())).collect();
        let mine = who.map(|who| self.looked_after_by(who)).unwrap_or_default();
        let reader = Reader { today, organs: &organs, clerks: &office.clerks, mine: &mine };
        let (mut conditions, mut words) = (Vec::new(), Vec::new());
        for word in text.split_whitespace() {
            match reader.read(word) {
                Some(condition) => conditions.push(condition.map_err(DeskError::Condition)?),
                None => words.push(fold_search(word)),
            }
        }
        if conditions.is_empty() && words.is_empty() {
            return Ok(Vec::new());
        }
        let holds = |row: &CaseRow| conditions.iter().all(|condition| condition.holds(row, today, &calendar));
        self.fill_search()?;
        let words: Vec<Word> = words.iter().map(|word| Word::new(word)).collect();
        if conditions.is_empty() {
            let found = self.found(&words, limit, |_| true)?;
            return found.into_iter().map(|id| self.row(id)).collect();
        }
        if conditions.iter().any(Condition::is_of_open) {
            // What is worked on is little; the texts tell which of it has the words, before a row is read.
            let ids = self.read(|register| register.ids(Query::AtWork))?;
            let known: BTreeSet<RequestId> = ids.iter().copied().collect();
            let found = self.found(&words, usize::MAX, |id| known.contains(&id))?;
            let found: BTreeSet<RequestId> = found.into_iter().collect();
            let mut rows = Vec::new();
            for id in ids.into_iter().filter(|id| found.contains(id)) {
                if rows.len() >= limit {
                    break;
                }
                rows.extend(Some(self.row(id)?).filter(holds));
            }
            return Ok(rows);
        }
        let mut rows = Vec::new();
        for id in self.found(&words, usize::MAX, |_| true)? {
            if rows.len() >= limit {
                break;
            }
            rows.extend(Some(self.row(id)?).filter(holds));
        }
        Ok(rows)
    }

    /// Reads all texts, so that the first search need not: for a thread of its own after opening.
    ///
    /// # Errors
    /// The register; then the first search tries again.
    pub fn warm_search(&self) -> Result<(), DeskError> {
        self.fill_search()
    }

    /// The same in an order, at most [`MOST_SORTED`]; without one, the last registered first.
    ///
    /// # Errors
    /// As [`Desk::search`]; more than [`MOST_SORTED`] where there is an order.
    pub fn search_sorted(
        &self,
        who: ClerkId,
        text: &str,
        order: Option<Order>,
    ) -> Result<Vec<CaseRow>, DeskError> {
        let mut rows = self.search_as(Some(who), text, MOST_SORTED + 1)?;
        match order {
            Some(_) if rows.len() > MOST_SORTED => {
                return Err(DeskError::TooManyToSort { count: rows.len(), most: MOST_SORTED });
            }
            Some(order) => order.sort(&mut rows),
            None => rows.truncate(MOST_SORTED),
        }
        Ok(rows)
    }

    /// The texts are let go before a row is read: that may have to mend the register, which forgets them.
    /// What is not seen here is not found, and takes no place among those that are.
    fn found(
        &self,
        words: &[Word],
        limit: usize,
        wanted: impl Fn(RequestId) -> bool,
    ) -> Result<Vec<RequestId>, DeskError> {
        let seen = self.read(|register| register.all_ids())?;
        let wanted = |id| wanted(id) && seen.as_ref().is_none_or(|seen| seen.binary_search(&id).is_ok());
        let index = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(index.texts.search(words, limit, wanted))
    }

    /// Reads all texts once, on the first search.
    fn fill_search(&self) -> Result<(), DeskError> {
        let mut index = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if !index.ready {
            index.texts = self.read_whole(|register| {
                let mut texts = Texts::default();
                for row in register.rows() {
                    let row = row?;
                    if !row.void {
                        texts.push(row.id, &searched(&row));
                    }
                }
                Ok(texts)
            })?;
            index.ready = true;
        }
        Ok(())
    }

    /// After many requests came at once: the next search reads all texts again.
    pub(super) fn forget_search(&self) {
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = Index::default();
    }

    /// Brings the texts of changed cases up to date.
    pub(super) fn refresh_search(&self, ids: &[RequestId]) -> Result<(), DeskError> {
        let mut index = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if !index.ready {
            return Ok(());
        }
        if ids.len() > 1000 {
            *index = Index::default();
            return Ok(());
        }
        for id in ids {
            // Whoever wrote it, the texts are everybody's.
            let row = self.read_whole(|register| register.row(*id))?;
            let row = row.ok_or_else(|| DeskError::UnknownRequest(id.to_string()))?;
            index.texts.change(*id, (!row.void).then(|| searched(&row)));
        }
        Ok(())
    }
}

/// The text of a case that is searched.
fn searched(row: &CaseRow) -> Text {
    let mut text = fold_search(&[row.no.as_str(), &row.applicant, &row.title].join("\n"));
    let head = text.len();
    text.push(' ');
    text.push_str(&fold_search(&row.content));
    Text { text, head }
}
