//! Two more clerks of the sample, with cases of their own; one of them is away and is stood in for.

use jiff::ToSpan;

use super::{DemoError, PREFIX};
use crate::desk::{ClerkChange, Command, Desk, DeskError};
use crate::office::{Role, Roles, StandIn};
use crate::request::{ClerkId, Step};

/// Names, the uids of accounts that nobody has, and roles.
const CLERKS: [(&str, u32, &[Role]); 2] =
    [("陈思远", 4_000_001, &[Role::Handler]), ("何敏", 4_000_002, &[Role::Handler, Role::Statistician])];
/// For how many days the first of them is away.
const AWAY: i64 = 10;

/// Admits them for the clerk `who`, and hands each of them some of the open cases.
pub(super) fn admit(desk: &Desk, who: ClerkId) -> Result<(), DemoError> {
    let on = desk.today();
    done(desk, who).map_err(|because| DemoError { what: PREFIX.to_owned(), on, because: Box::new(because) })
}

fn done(desk: &Desk, who: ClerkId) -> Result<(), DeskError> {
    let mut admitted = Vec::new();
    for (name, uid, roles) in CLERKS {
        let roles = Some(Roles::of(roles.iter().copied()));
        let change = ClerkChange { name: Some(name.into()), uid: Some(uid), roles, ..ClerkChange::default() };
        admitted.push(desk.add_clerk(who, change)?);
    }
    let on = desk.today();
    // Every other case stays with the first clerk; the others share the rest.
    for (n, row) in desk.handled_by(&[who])?.into_iter().skip(1).step_by(2).enumerate() {
        let Some(to) = admitted.get(n % admitted.len()).copied() else { continue };
        let step = Step::HandOver { on, to, name: String::new(), reason: "分工调整".into() };
        desk.submit(who, Command::Step { id: row.id, version: None, step })?;
    }
    if let Some(of) = admitted.first().copied() {
        let until = on.checked_add(AWAY.days()).ok();
        desk.set_stand_in(who, StandIn { of, by: who, from: on, until })?;
    }
    Ok(())
}
