//! Which requests a clerk sees. The law knows no such division; that a 科室 sees its own requests alone, and
//! every other role all of them, is ours \[D\]: whoever answers the applicant, counts or signs must know the
//! whole, a unit that is asked for its word need not know what others were asked.

use super::{Office, Role, Roles};
use crate::request::ClerkId;
use crate::text::fold_search;

/// Which requests somebody sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// All.
    Whole,
    /// Those that are or were handed to one of these units (转办), their names folded; with none of them, no
    /// request at all.
    Units(Vec<String>),
}

impl Sight {
    /// Whether a request that was handed to these units, their names folded, is seen.
    pub fn sees(&self, units: &[String]) -> bool {
        match self {
            Self::Whole => true,
            Self::Units(own) => units.iter().any(|unit| own.contains(unit)),
        }
    }

    /// Whether all requests are seen.
    pub const fn is_whole(&self) -> bool {
        matches!(self, Self::Whole)
    }
}

impl Roles {
    /// Whether a clerk with these roles sees the requests of his units alone: 科室 and nothing else.
    pub fn are_of_a_unit(self) -> bool {
        self == Self::of([Role::Unit])
    }
}

impl Office {
    /// Which requests the clerk `id` sees; who works here no longer sees none.
    pub fn sight(&self, id: ClerkId) -> Sight {
        match self.clerk(id) {
            Some(clerk) if clerk.roles.are_of_a_unit() => {
                Sight::Units(clerk.units.iter().map(|unit| fold_unit(unit)).collect())
            }
            Some(clerk) if clerk.is_here => Sight::Whole,
            _ => Sight::Units(Vec::new()),
        }
    }
}

/// A unit's name for comparing: widths and brackets folded, blanks dropped.
///
/// ```
/// use gongkai::office::fold_unit;
/// assert_eq!(fold_unit(" 规划科（１） "), fold_unit("规划 科(1)"));
/// ```
pub fn fold_unit(name: &str) -> String {
    fold_search(name).chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::OfficeEvent;
    use super::*;

    fn office(roles: &[Role], units: &[&str], is_here: bool) -> Office {
        let (id, uid, name) = (ClerkId(2), 1001, "李强".to_owned());
        let roles = Roles::of(roles.iter().copied());
        let units = units.iter().map(|unit| (*unit).to_owned()).collect();
        let set = |is_here| OfficeEvent::ClerkSet { id, uid, name: name.clone(), roles, is_here };
        let office = Office::default().after(&set(true)).after(&OfficeEvent::ClerkUnits { id, units });
        if is_here { office } else { office.after(&set(false)) }
    }

    #[test]
    fn a_unit_sees_what_was_handed_to_it_and_every_other_role_sees_all() {
        let planning = office(&[Role::Unit], &["规划科", "法规 科"], true).sight(ClerkId(2));
        assert_eq!(planning, Sight::Units(vec!["规划科".into(), "法规科".into()]));
        assert!(planning.sees(&["财务科".into(), "法规科".into()]));
        assert!(!planning.sees(&["财务科".into()]) && !planning.sees(&[]));
        for other in Role::ALL.into_iter().filter(|role| *role != Role::Unit) {
            for roles in [vec![other], vec![Role::Unit, other]] {
                assert_eq!(office(&roles, &["规划科"], true).sight(ClerkId(2)), Sight::Whole, "{roles:?}");
            }
        }
    }

    #[test]
    fn without_a_unit_or_once_he_has_left_a_clerk_sees_nothing() {
        let none = Sight::Units(Vec::new());
        assert_eq!(office(&[Role::Unit], &[], true).sight(ClerkId(2)), none);
        assert_eq!(office(&[Role::Handler], &[], false).sight(ClerkId(2)), none);
        assert_eq!(office(&[Role::Handler], &[], true).sight(ClerkId(9)), none);
        assert!(!none.sees(&[]) && !none.sees(&["规划科".into()]));
    }

    #[test]
    fn units_stay_when_something_else_about_the_clerk_changes() {
        let office = office(&[Role::Unit], &["规划科"], false);
        assert_eq!(
            office.clerk(ClerkId(2)).map(|clerk| clerk.units.as_slice()),
            Some(&["规划科".into()][..])
        );
    }
}
