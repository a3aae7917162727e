//! Earlier requests of the same applicant, the most alike first: to find a repetition (art. 36(6)) while the
//! new one is typed.

use super::{Desk, DeskError};
use crate::register::CaseRow;
use crate::request::RequestId;
use crate::text::{alike, fold_search};

/// An earlier request of the same applicant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The request.
    pub row: CaseRow,
    /// How alike the contents are, in per cent.
    pub alike: u8,
}

/// From here on two contents may be the same request.
pub const LIKELY: u8 = 60;

/// At most so many requests of one applicant are compared; the latest.
const COMPARED: usize = 500;

impl Desk {
    /// The requests of `applicant` but `except`, the most alike to `content` first, of equally alike ones
    /// the latest.
    ///
    /// # Errors
    /// The register.
    pub fn earlier(
        &self,
        applicant: &str,
        content: &str,
        except: Option<RequestId>,
    ) -> Result<Vec<Earlier>, DeskError> {
        let name = fold_search(applicant);
        if name.trim().is_empty() {
            return Ok(Vec::new());
        }
        let found = self.find(applicant, COMPARED)?.into_iter();
        let same = found.filter(|row| Some(row.id) != except && fold_search(&row.applicant) == name);
        let mut earlier: Vec<Earlier> =
            same.map(|row| Earlier { alike: alike(&row.content, content), row }).collect();
        earlier.sort_by_key(|earlier| std::cmp::Reverse((earlier.alike, earlier.row.id)));
        Ok(earlier)
    }
}
