//! The clerks of the office: who works here from which account, in which roles.

use std::collections::BTreeMap;

use super::{Desk, DeskError};
use crate::office::{Clerk, OfficeEvent, Role, Roles};
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
        let ClerkChange { name, uid, roles, .. } = change;
        let clerk = Clerk {
            id,
            uid: uid.ok_or(DeskError::Clerk(ClerkFault::NoAccount))?,
            name: name.unwrap_or_default(),
            roles: roles.unwrap_or_default(),
            is_here: true,
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
            },
        )
    }

    fn set_clerk(&self, who: ClerkId, clerk: Clerk) -> Result<(), DeskError> {
        let mut writer = self.writer()?;
        let office = self.office();
        let Clerk { id, uid, name, roles, is_here } = clerk;
        let fault = |fault| Err(DeskError::Clerk(fault));
        if has_control(&name) || clean_line(&name).is_empty() {
            return fault(ClerkFault::NoName);
        }
        if is_here && roles == Roles::default() {
            return fault(ClerkFault::NoRole);
        }
        let stays_admin = is_here && roles.has(Role::Admin);
        match office.clerk_of(uid).filter(|other| is_here && other.id != id) {
            Some(other) => return fault(ClerkFault::AccountTaken(other.name.clone())),
            None if !stays_admin && !office.has_another_admin(id) => {
                return fault(ClerkFault::LastAdmin);
            }
            None => {}
        }
        let event = OfficeEvent::ClerkSet { id, uid, name: clean_line(&name), roles, is_here };
        let head = self.write_office(&mut writer, who, &[event])?;
        self.apply(&BTreeMap::new(), head)
    }
}
