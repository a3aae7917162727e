//! Searching as one types: over number, applicant, title and content, in memory, never stale.

use std::sync::PoisonError;

use memchr::memmem::Finder;

use super::{Desk, DeskError};
use crate::register::CaseRow;
use crate::request::RequestId;
use crate::text::fold_search;

/// What is searched: one folded text a case, in order of registration.
#[derive(Debug, Default)]
pub(super) struct Index {
    ready: bool,
    texts: Vec<(RequestId, String)>,
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
        let ids: Vec<RequestId> = {
            let index = self.found.lock().unwrap_or_else(PoisonError::into_inner);
            let finders: Vec<Finder> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
            let holds = |text: &str| finders.iter().all(|finder| finder.find(text.as_bytes()).is_some());
            index.texts.iter().rev().filter(|(_, text)| holds(text)).map(|(id, _)| *id).take(limit).collect()
        };
        ids.into_iter().map(|id| self.row(id)).collect()
    }

    /// Reads all texts once, on the first search.
    fn fill_search(&self) -> Result<(), DeskError> {
        let mut index = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if !index.ready {
            index.texts = self.read(|register| {
                let rows = register.rows().filter(|row| row.as_ref().map_or(true, |row| !row.void));
                rows.map(|row| row.map(|row| (row.id, searched(&row)))).collect()
            })?;
            index.ready = true;
        }
        Ok(())
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
            let row = self.row(*id)?;
            let place = index.texts.binary_search_by_key(id, |(id, _)| *id);
            match (place, row.void) {
                (Ok(place), true) => {
                    index.texts.remove(place);
                }
                (Ok(place), false) => {
                    if let Some(slot) = index.texts.get_mut(place) {
                        slot.1 = searched(&row);
                    }
                }
                (Err(place), false) => index.texts.insert(place, (*id, searched(&row))),
                (Err(_), true) => {}
            }
        }
        Ok(())
    }
}

/// The text of a case that is searched.
fn searched(row: &CaseRow) -> String {
    fold_search(&[row.no.as_str(), &row.applicant, &row.title, &row.content].join("\n"))
}
