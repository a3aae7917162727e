//! The clerks of the office: who works here from which account, in which roles.

use std::collections::BTreeMap;

use super::{Desk, DeskError};
use crate::office::{Clerk, OfficeEvent, Role, Roles, fold_unit};
use crate::request::ClerkId;
use crate::text::{clean_line, has_control};

/// What is to be changed about a clerk; what is `None` stays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClerkChange {
    /// His name.
    pub name: Option<String>,
    /// The uid of his account.
    pub uid: Option<u32>,
    /// What he may do.
    pub roles: Option<Roles>,
    /// Whether he works here.
    pub is_here: Option<bool>,
    /// The units whose requests he sees in the role 科室.
    pub units: Option<Vec<String>>,
}

/// Why a clerk cannot be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClerkFault {
    /// A name is wanted, without control characters.
    NoName,
    /// An account is wanted.
    NoAccount,
    /// A role is wanted.
    NoRole,
    /// A unit's name is too long or has control characters, or there are too many of them.
    BadUnit,
    /// The account is this clerk's.
    AccountTaken(String),
    /// Nobody would be left who may admit anybody.
    LastAdmin,
    /// There is no such clerk.
    Unknown(String),
    /// The clerk works here no longer.
    NotHere(String),
    /// No role of the clerk may handle a case.
    CannotHandle(String),
    /// One cannot take over from oneself, nor stand in for oneself.
    SameClerk(String),
    /// The case is none of this clerk's open ones.
    NotHisCase {
        /// The clerk.
        name: String,
        /// The case.
        no: String,
    },
    /// The last day of standing in is past, or before the first.
    StandInOver,
    /// Nobody stands in so.
    NoStandIn {
        /// Whose cases they would be.
        of: String,
        /// Who would look after them.
        by: String,
    },
}

impl Desk {
    /// Admits a clerk for the clerk `who`; gives his id.
    ///
    /// # Errors
    /// No name, account or role; an account that is another's; `who` may not; a failure to write.
    pub fn add_clerk(&self, who: ClerkId, change: ClerkChange) -> Result<ClerkId, DeskError> {
        let last = self.office().clerks.iter().map(|clerk| clerk.id.0).max().unwrap_or_default();
        let id = ClerkId(last.saturating_add(1));
        let ClerkChange { name, uid, roles, units, .. } = change;
        let clerk = Clerk {
            id,
            uid: uid.ok_or(DeskError::Clerk(ClerkFault::NoAccount))?,
            name: name.unwrap_or_default(),
            roles: roles.unwrap_or_default(),
            is_here: true,
            units: units.unwrap_or_default(),
        };
        self.set_clerk(who, clerk)?;
        Ok(id)
    }

    /// Changes a clerk for the clerk `who`.
    ///
    /// # Errors
    /// As [`Desk::add_clerk`]; nobody would be left to run the office; no such clerk.
    pub fn change_clerk(&self, who: ClerkId, id: ClerkId, change: ClerkChange) -> Result<(), DeskError> {
        let office = self.office();
        let unknown = || DeskError::Clerk(ClerkFault::Unknown(id.0.to_string()));
        let known = office.clerk(id).ok_or_else(unknown)?.clone();
        self.set_clerk(
            who,
            Clerk {
                id,
                uid: change.uid.unwrap_or(known.uid),
                name: change.name.unwrap_or(known.name),
                roles: change.roles.unwrap_or(known.roles),
                is_here: change.is_here.unwrap_or(known.is_here),
                units: change.units.unwrap_or(known.units),
            },
        )
    }

    fn set_clerk(&self, who: ClerkId, clerk: Clerk) -> Result<(), DeskError> {
        let mut writer = self.writer()?;
        let office = self.office();
        let Clerk { id, uid, name, roles, is_here, units } = clerk;
        let known = office.clerk(id).map(|clerk| clerk.units.clone()).unwrap_or_default();
        let fault = |fault| Err(DeskError::Clerk(fault));
        if has_control(&name) || clean_line(&name).is_empty() {
            return fault(ClerkFault::NoName);
        }
        if is_here && roles == Roles::default() {
            return fault(ClerkFault::NoRole);
        }
        let units = named(units).ok_or(DeskError::Clerk(ClerkFault::BadUnit))?;
        let stays_admin = is_here && roles.has(Role::Admin);
        match office.clerk_of(uid).filter(|other| is_here && other.id != id) {
            Some(other) => return fault(ClerkFault::AccountTaken(other.name.clone())),
            None if !stays_admin && !office.has_another_admin(id) => {
                return fault(ClerkFault::LastAdmin);
            }
            None => {}
        }
        let mut events = vec![OfficeEvent::ClerkSet { id, uid, name: clean_line(&name), roles, is_here }];
        if units != known {
            events.push(OfficeEvent::ClerkUnits { id, units });
        }
        let head = self.write_office(&mut writer, who, &events)?;
        self.apply(&BTreeMap::new(), head)
    }
}

/// A clerk has at most so many units, each with a name of at most so many characters.
const MOST_UNITS: usize = 50;
const LONGEST_UNIT: usize = 100;

/// The names of units, each once; empty ones name none.
fn named(units: Vec<String>) -> Option<Vec<String>> {
    let mut named: Vec<String> = Vec::new();
    for unit in units {
        let name = clean_line(&unit).trim().to_owned();
        if has_control(&unit) || name.chars().count() > LONGEST_UNIT {
            return None;
        }
        if !name.is_empty() && !named.iter().any(|known| fold_unit(known) == fold_unit(&name)) {
            named.push(name);
        }
    }
    Some(named).filter(|named| named.len() <= MOST_UNITS)
}
