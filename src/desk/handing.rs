//! 承办人: whose cases there are, and handing all of them from one clerk to another in one commit.

use super::submit::Plan;
use super::{ClerkFault, Desk, DeskError};
use crate::office::{Clerk, OfficeEvent, Right, StandIn};
use crate::register::{CaseRow, Query};
use crate::request::{ClerkId, RequestId, Seq, Step};

use std::collections::BTreeMap;

/// What is handed from one clerk to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// Whose cases they are.
    pub from: ClerkId,
    /// Who handles them from now on.
    pub to: ClerkId,
    /// These alone; all that he handles where there is none.
    pub only: Vec<RequestId>,
    /// Why; may be empty.
    pub reason: String,
}

/// What was handed over, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedAll {
    /// The cases as they were before, the next due first.
    pub rows: Vec<CaseRow>,
    /// The commit, by which it can be taken back; `None` where nothing was written.
    pub commit: Option<Seq>,
}

/// A clerk with what he handles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The clerk.
    pub clerk: Clerk,
    /// How many open cases he handles.
    pub open: usize,
    /// Who looks after his cases, now or later.
    pub stand_ins: Vec<StandIn>,
}

impl Desk {
    /// The open cases that one of these clerks handles, and those to be answered anew; the next due first.
    ///
    /// # Errors
    /// The register.
    pub fn handled_by(&self, clerks: &[ClerkId]) -> Result<Vec<CaseRow>, DeskError> {
        let mut rows = self.all(Query::AtWork)?;
        rows.retain(|row| clerks.contains(&row.handler));
        Ok(rows)
    }

    /// Whose cases the clerk `who` looks after today: his own, and theirs for whom he stands in.
    pub fn looked_after_by(&self, who: ClerkId) -> Vec<ClerkId> {
        self.office().looked_after_by(who, self.today())
    }

    /// Every clerk with what he handles, in the order of their ids.
    ///
    /// # Errors
    /// The register.
    pub fn people(&self) -> Result<Vec<Person>, DeskError> {
        let (office, today) = (self.office(), self.today());
        let mut open: BTreeMap<u32, usize> = BTreeMap::new();
        for row in self.all(Query::AtWork)? {
            *open.entry(row.handler.0).or_default() += 1;
        }
        let person = |clerk: &Clerk| Person {
            clerk: clerk.clone(),
            open: open.get(&clerk.id.0).copied().unwrap_or_default(),
            stand_ins: office
                .stand_ins
                .iter()
                .filter(|known| known.of == clerk.id && !known.is_over(today))
                .copied()
                .collect(),
        };
        Ok(office.clerks.iter().map(person).collect())
    }

    /// Hands over for the clerk `who`, all in one commit; nothing is written where it is only to be told.
    ///
    /// # Errors
    /// The one who is to take over cannot, or has them already; a case that is not the other's; `who` may not;
    /// a failure to write. Nothing is kept then.
    pub fn hand_over(
        &self,
        who: ClerkId,
        hand_over: &HandOver,
        dry_run: bool,
    ) -> Result<HandedAll, DeskError> {
        let mut writer = self.writer()?;
        let HandOver { from, to, only, reason } = hand_over;
        if from == to {
            return Err(ClerkFault::SameClerk(self.office().name_of(*from).to_owned()).into());
        }
        self.handler(*to)?;
        let mut rows = self.handled_by(&[*from])?;
        if !only.is_empty() {
            if let Some(id) = only.iter().find(|id| rows.iter().all(|row| row.id != **id)) {
                let name = self.office().name_of(*from).to_owned();
                return Err(ClerkFault::NotHisCase { name, no: self.row(*id)?.no }.into());
            }
            rows.retain(|row| only.contains(&row.id));
        }
        let on = self.today();
        let mut all = Plan { events: Vec::with_capacity(rows.len()), warnings: Vec::new() };
        for row in &rows {
            let entries = self.entries(row)?;
            let step = Step::HandOver { on, to: *to, name: String::new(), reason: reason.clone() };
            all.events.extend(self.plan_step(row.id, &entries, step)?.events);
        }
        self.allow_events(who, &all.events)?;
        if dry_run || rows.is_empty() {
            return Ok(HandedAll { rows, commit: None });
        }
        let written = self.write(&mut writer, who, &all.events)?;
        Ok(HandedAll { rows, commit: Some(written.first) })
    }

    /// A clerk who can be given a case.
    pub(super) fn handler(&self, id: ClerkId) -> Result<Clerk, DeskError> {
        let office = self.office();
        let clerk = office.clerk(id).ok_or_else(|| ClerkFault::Unknown(id.0.to_string()))?;
        if !clerk.is_here {
            return Err(ClerkFault::NotHere(clerk.name.clone()).into());
        }
        if !clerk.roles.may(Right::Handle) {
            return Err(ClerkFault::CannotHandle(clerk.name.clone()).into());
        }
        Ok(clerk.clone())
    }

    /// Has a clerk look after the cases of another, for the clerk `who`.
    ///
    /// # Errors
    /// The two are one, or unknown, or the one who is to stand in has left; days that are over or upside down;
    /// `who` neither runs the office nor is the one who is away; a failure to write.
    pub fn set_stand_in(&self, who: ClerkId, set: StandIn) -> Result<(), DeskError> {
        let office = self.office();
        let known = |id: ClerkId| office.clerk(id).ok_or_else(|| ClerkFault::Unknown(id.0.to_string()));
        let (of, by) = (known(set.of)?, known(set.by)?);
        if set.of == set.by {
            return Err(ClerkFault::SameClerk(of.name.clone()).into());
        }
        if !by.is_here {
            return Err(ClerkFault::NotHere(by.name.clone()).into());
        }
        if set.until.is_some_and(|until| until < set.from) || set.is_over(self.today()) {
            return Err(ClerkFault::StandInOver.into());
        }
        self.record_office(who, OfficeEvent::StandInSet(set))
    }

    /// Ends that, for the clerk `who`.
    ///
    /// # Errors
    /// There is no such thing; `who` neither runs the office nor is the one who was away; a failure to write.
    pub fn end_stand_in(&self, who: ClerkId, of: ClerkId, by: ClerkId) -> Result<(), DeskError> {
        let office = self.office();
        if office.stand_ins.iter().all(|known| (known.of, known.by) != (of, by)) {
            let (of, by) = (office.name_of(of).to_owned(), office.name_of(by).to_owned());
            return Err(ClerkFault::NoStandIn { of, by }.into());
        }
        self.record_office(who, OfficeEvent::StandInEnded { of, by })
    }

    fn record_office(&self, who: ClerkId, event: OfficeEvent) -> Result<(), DeskError> {
        let mut writer = self.writer()?;
        let head = self.write_office(&mut writer, who, &[event])?;
        self.apply(&BTreeMap::new(), head)
    }
}

impl From<ClerkFault> for DeskError {
    fn from(fault: ClerkFault) -> Self {
        Self::Clerk(fault)
    }
}
