//! The 42 identities that every printed report must keep.

use super::{Finding, single};
use crate::report::YearTables;

/// What became of the 42 identities of a year's tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identities {
    /// Those that do not hold, in the order of the rules.
    pub broken: Vec<Finding>,
    /// Those that could not be tried since a cell is no figure (V7 names it).
    pub untried: usize,
}

impl Identities {
    /// V1 in 7 columns, V2 in 7 columns, V3 in 25 rows, V5 in 3 groups.
    pub const COUNT: usize = 7 + 7 + 25 + 3;

    /// How many hold.
    pub fn held(&self) -> usize {
        Self::COUNT.saturating_sub(self.broken.len()).saturating_sub(self.untried)
    }

    /// Whether all 42 hold.
    pub fn all_hold(&self) -> bool {
        self.broken.is_empty() && self.untried == 0
    }
}

/// Tries V1, V2, V3 and V5 on the tables, before they are printed in any format.
pub fn identities(tables: &YearTables) -> Identities {
    let tried = single::tried(tables);
    let mut broken = single::v1(tables);
    broken.extend(single::v2(tables));
    broken.extend(single::v3(tables));
    broken.extend(single::v5(tables));
    Identities { broken, untried: Identities::COUNT.saturating_sub(tried) }
}
