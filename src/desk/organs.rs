//! The organs that the office answers for: a government and its office have one disclosure office as a rule.

use std::collections::BTreeMap;

use super::{Desk, DeskError};
use crate::office::OfficeEvent;
use crate::request::{ClerkId, OrganId};
use crate::text::fold_search;

impl Desk {
    /// Adds an organ for the clerk `who`; gives its id.
    ///
    /// # Errors
    /// An organ of the office has the name or the 字号 already, or a failure to write.
    pub fn add_organ(&self, who: ClerkId, name: &str, prefix: &str) -> Result<OrganId, DeskError> {
        let mut writer = self.writer()?;
        let office = self.office();
        let same = |one: &str, other: &str| fold_search(one) == fold_search(other);
        let taken = office
            .organs
            .iter()
            .find(|organ| same(&organ.name, name) || (!prefix.is_empty() && same(&organ.prefix, prefix)));
        if let Some(organ) = taken {
            return Err(DeskError::OrganKnown(organ.name.clone()));
        }
        let last = office.organs.iter().map(|organ| organ.id.0).max().unwrap_or_default();
        let id = OrganId(last.saturating_add(1));
        let event = OfficeEvent::OrganAdded { id, name: name.to_owned(), prefix: prefix.to_owned() };
        let head = self.write_office(&mut writer, who, &[event])?;
        self.apply(&BTreeMap::new(), head)?;
        Ok(id)
    }
}
