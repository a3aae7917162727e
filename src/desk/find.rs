//! Searching as one types: over number, applicant, title and content, in memory, never stale.

use std::sync::PoisonError;

use super::texts::Texts;
use super::{Desk, DeskError};
use crate::register::CaseRow;
use crate::request::RequestId;
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
        let ids: Vec<RequestId> = {
            let index = self.found.lock().unwrap_or_else(PoisonError::into_inner);
            index.texts.find(&words, limit)
        };
        ids.into_iter().map(|id| self.row(id)).collect()
    }

    /// Reads all texts once, on the first search.
    fn fill_search(&self) -> Result<(), DeskError> {
        let mut index = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if !index.ready {
            index.texts = self.read(|register| {
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
            let row = self.row(*id)?;
            index.texts.change(*id, (!row.void).then(|| searched(&row)));
        }
        Ok(())
    }
}

/// The text of a case that is searched.
fn searched(row: &CaseRow) -> String {
    fold_search(&[row.no.as_str(), &row.applicant, &row.title, &row.content].join("\n"))
}
