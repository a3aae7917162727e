//! The office as it stands.

use std::collections::BTreeMap;

use super::{OfficeEvent, Restoration, Right, Role, Roles, StandIn, YearBooks};
use crate::calendar::{Calendar, YearDays};
use crate::request::{ClerkId, OrganId, Readings, Reckoning};

/// An organ the office answers for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organ {
    /// Its id.
    pub id: OrganId,
    /// Its full name.
    pub name: String,
    /// 字号 of its numbers; may be empty.
    pub prefix: String,
}

/// A clerk of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clerk {
    /// His id.
    pub id: ClerkId,
    /// The uid of his account.
    pub uid: u32,
    /// His name.
    pub name: String,
    /// What he may do; nothing once he has left.
    pub roles: Roles,
    /// Whether he works here.
    pub is_here: bool,
    /// The units whose requests he sees in the role 科室.
    pub units: Vec<String>,
}

/// The office as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// Whether the home is for practice.
    pub practice: bool,
    /// The organs, the first being the one it was founded for.
    pub organs: Vec<Organ>,
    /// The clerks.
    pub clerks: Vec<Clerk>,
    /// Who looks after whose cases; those that are over too.
    pub stand_ins: Vec<StandIn>,
    /// Its annual reports.
    pub reports: YearBooks,
    /// How it reads the law where that is silent.
    pub readings: Readings,
    /// From what the home was made anew, if it was; the last time.
    pub restored: Option<Restoration>,
    years: BTreeMap<i16, YearDays>,
}

impl Office {
    /// The office after one more event; a later calendar of a year replaces the earlier.
    #[must_use]
    pub fn after(mut self, event: &OfficeEvent) -> Self {
        match event.clone() {
            OfficeEvent::Founded { practice } => self.practice = practice,
            OfficeEvent::OrganAdded { id, name, prefix } => self.organs.push(Organ { id, name, prefix }),
            OfficeEvent::ClerkAdmitted { id, uid, name } => {
                let (roles, units) = (Roles::ALL, Vec::new());
                self.clerks.push(Clerk { id, uid, name, roles, is_here: true, units });
            }
            OfficeEvent::ClerkSet { id, uid, name, roles, is_here } => {
                let roles = if is_here { roles } else { Roles::default() };
                if !is_here {
                    self.stand_ins.retain(|known| known.by != id);
                }
                let units = self.clerk(id).map_or_else(Vec::new, |known| known.units.clone());
                let clerk = Clerk { id, uid, name, roles, is_here, units };
                match self.clerks.iter_mut().find(|known| known.id == id) {
                    Some(known) => *known = clerk,
                    None => self.clerks.push(clerk),
                }
            }
            OfficeEvent::StandInSet(set) => {
                self.stand_ins.retain(|known| (known.of, known.by) != (set.of, set.by));
                self.stand_ins.push(set);
            }
            OfficeEvent::StandInEnded { of, by } => {
                self.stand_ins.retain(|known| (known.of, known.by) != (of, by));
            }
            OfficeEvent::ClerkUnits { id, units } => {
                if let Some(known) = self.clerks.iter_mut().find(|known| known.id == id) {
                    known.units = units;
                }
            }
            OfficeEvent::CalendarSet { year, days } => {
                self.years.insert(year, days);
            }
            OfficeEvent::Report(of, event) => self.reports.take(of, &event),
            OfficeEvent::SettingChanged(setting) => self.readings = self.readings.with(setting),
            OfficeEvent::Restored(restoration) => self.restored = Some(restoration),
        }
        self
    }

    /// The calendar of working days that the office's events make.
    pub fn calendar(&self) -> Calendar {
        Calendar::from_years(self.years.clone())
    }

    /// How the office computes terms: its calendar and its readings.
    pub fn reckoning(&self) -> Reckoning {
        Reckoning { calendar: self.calendar(), readings: self.readings }
    }

    /// The organ `id`.
    pub fn organ(&self, id: OrganId) -> Option<&Organ> {
        self.organs.iter().find(|organ| organ.id == id)
    }

    /// The organ of this name.
    pub fn organ_named(&self, name: &str) -> Option<&Organ> {
        self.organs.iter().find(|organ| organ.name == name)
    }

    /// The name of the organ the office was founded for; empty in a home without office.
    pub fn name(&self) -> &str {
        self.organs.first().map_or("", |organ| &organ.name)
    }

    /// The clerk of an account, who works here.
    pub fn clerk_of(&self, uid: u32) -> Option<&Clerk> {
        self.clerks.iter().find(|clerk| clerk.uid == uid && clerk.is_here)
    }

    /// Whether the clerk `id` has a right.
    pub fn may(&self, id: ClerkId, right: Right) -> bool {
        self.clerk(id).is_some_and(|clerk| clerk.roles.may(right))
    }

    /// Whether anybody would be left to run the office without this clerk.
    pub fn has_another_admin(&self, id: ClerkId) -> bool {
        self.clerks.iter().any(|clerk| clerk.id != id && clerk.roles.has(Role::Admin))
    }

    /// The clerk `id`.
    pub fn clerk(&self, id: ClerkId) -> Option<&Clerk> {
        self.clerks.iter().find(|clerk| clerk.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_calendar_of_a_year_replaces_the_earlier() {
        let day = jiff::civil::date(2027, 1, 4);
        let set = |off| OfficeEvent::CalendarSet { year: 2027, days: YearDays { off, work: vec![] } };
        let office = Office::default().after(&set(vec![day])).after(&set(vec![]));
        assert!(office.calendar().is_working_day(day));
    }

    #[test]
    fn a_clerk_is_found_by_the_account_he_comes_from() {
        let admitted = OfficeEvent::ClerkAdmitted { id: ClerkId(1), uid: 1000, name: "张敏".into() };
        let office = Office::default().after(&admitted);
        assert_eq!(office.clerk_of(1000).map(|clerk| clerk.id), Some(ClerkId(1)));
        assert_eq!(office.clerk_of(1001), None);
    }

    #[test]
    fn a_clerk_who_has_left_is_let_in_no_more_and_his_account_may_be_anothers() {
        let set = |id, roles: Roles, is_here| OfficeEvent::ClerkSet {
            id: ClerkId(id),
            uid: 1000,
            name: format!("经办{id}"),
            roles,
            is_here,
        };
        let office = Office::default().after(&set(1, Roles::ALL, true)).after(&set(1, Roles::ALL, false));
        assert_eq!(office.clerk_of(1000), None);
        assert!(!office.may(ClerkId(1), Right::Handle));
        assert_eq!(office.clerk(ClerkId(1)).map(|clerk| clerk.name.as_str()), Some("经办1"));
        let office = office.after(&set(2, Roles::of([Role::Reader]), true));
        assert_eq!(office.clerk_of(1000).map(|clerk| clerk.id), Some(ClerkId(2)));
        assert!(!office.may(ClerkId(2), Right::Handle) && !office.has_another_admin(ClerkId(1)));
    }
}
