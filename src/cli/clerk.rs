//! `gongkai clerk`: who works here from which account, in which roles; what else is done about clerks is in
//! [`staff`].

use serde_json::json;

use super::DONE;
use super::args::{Clerk, ClerkChangeArgs, ClerkSub};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::staff;
use crate::desk::{ClerkChange, ClerkFault, Desk, DeskError, Person};
use crate::office::{Clerk as Known, Role, Roles, StandIn};
use crate::request::ClerkId;
use crate::words::cli as words;

/// Lists them, admits one, or changes one.
pub(super) fn run(args: &Clerk, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let (desk, who) = (&opened.desk, opened.clerk);
    match &args.sub {
        None => list(desk, args.json, outlet)?,
        Some(ClerkSub::Add { name, change }) => {
            let id = desk.add_clerk(who, ClerkChange { name: Some(name.clone()), ..read(change)? })?;
            say(desk, id, outlet)?;
        }
        Some(ClerkSub::Set { who: whom, name, change }) => {
            let id = find(desk, whom)?;
            desk.change_clerk(who, id, ClerkChange { name: name.clone(), ..read(change)? })?;
            say(desk, id, outlet)?;
        }
        Some(ClerkSub::Leave { who: whom }) => {
            let id = find(desk, whom)?;
            desk.change_clerk(who, id, ClerkChange { is_here: Some(false), ..ClerkChange::default() })?;
            say(desk, id, outlet)?;
            let open = desk.handled_by(&[id])?.len();
            if open > 0 {
                outlet.warn(&words::leaves_cases(desk.office().name_of(id), open))?;
            }
        }
        Some(ClerkSub::Back { who: whom, change }) => {
            let id = find(desk, whom)?;
            desk.change_clerk(who, id, ClerkChange { is_here: Some(true), ..read(change)? })?;
            say(desk, id, outlet)?;
        }
        Some(sub) => staff::run(sub, &opened, outlet)?,
    }
    opened.close();
    Ok(DONE)
}

fn list(desk: &Desk, json: bool, outlet: &mut Outlet) -> Result<(), Failure> {
    let (office, people) = (desk.office(), desk.people()?);
    if json {
        let rows: Vec<_> = people.iter().map(row).collect();
        return outlet.json(&json!(rows));
    }
    people.iter().try_for_each(|person| {
        let stand_in = |known: &StandIn| words::stand_in(office.name_of(known.by), known.from, known.until);
        let stand_ins: Vec<String> = person.stand_ins.iter().map(stand_in).collect();
        let line = words::clerk(&person.clerk);
        outlet.say(&format!("{line}{}", words::clerk_cases(person.open, &stand_ins)))
    })
}

fn row(person: &Person) -> serde_json::Value {
    let clerk = &person.clerk;
    let roles: Vec<&str> = clerk.roles.iter().map(Role::key).collect();
    let stand_in = |known: &StandIn| {
        json!({
            "by": known.by.0,
            "from": known.from.to_string(),
            "until": known.until.map(|until| until.to_string()),
        })
    };
    json!({
        "id": clerk.id.0,
        "name": clerk.name,
        "uid": clerk.uid,
        "roles": roles,
        "units": clerk.units,
        "here": clerk.is_here,
        "open_cases": person.open,
        "stand_ins": person.stand_ins.iter().map(stand_in).collect::<Vec<_>>(),
    })
}

/// The clerk as he is now; a unit that no request was ever handed to may be written otherwise than it is.
fn say(desk: &Desk, id: ClerkId, outlet: &mut Outlet) -> Result<(), Failure> {
    let office = desk.office();
    let Some(clerk) = office.clerk(id) else { return Ok(()) };
    outlet.say(&words::clerk(clerk))?;
    for unit in &clerk.units {
        if !desk.has_handed_to(unit)? {
            outlet.warn(&words::clerk_idle_unit(unit))?;
        }
    }
    Ok(())
}

/// The clerk of a number or a name; a name that two have wants the number.
pub(super) fn find(desk: &Desk, whom: &str) -> Result<ClerkId, Failure> {
    let office = desk.office();
    if let Some(clerk) = whom.parse().ok().and_then(|id| office.clerk(ClerkId(id))) {
        return Ok(clerk.id);
    }
    let named: Vec<&Known> = office.clerks.iter().filter(|clerk| clerk.name == whom.trim()).collect();
    match named.as_slice() {
        [only] => Ok(only.id),
        [] => Err(DeskError::Clerk(ClerkFault::Unknown(whom.to_owned())).into()),
        _ => Err(Failure::Usage(words::clerk_ambiguous(whom))),
    }
}

fn read(change: &ClerkChangeArgs) -> Result<ClerkChange, Failure> {
    let role =
        |word: &String| Role::from_word(word).ok_or_else(|| Failure::Usage(words::clerk_unknown_role(word)));
    let roles: Vec<Role> = change.roles.iter().map(role).collect::<Result<_, _>>()?;
    let uid = match &change.account {
        Some(login) => Some(uid_of(login)?),
        None => change.uid,
    };
    let roles = if roles.is_empty() { None } else { Some(Roles::of(roles)) };
    let units = Some(change.units.clone()).filter(|units| !units.is_empty());
    Ok(ClerkChange { uid, roles, units, ..ClerkChange::default() })
}

/// The uid of a login name, as the system's own file has it. Accounts of a directory service are not there:
/// then the number is to be given.
fn uid_of(login: &str) -> Result<u32, Failure> {
    let accounts = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let found = accounts.lines().find_map(|line| {
        let mut fields = line.split(':');
        let is_it = fields.next() == Some(login);
        fields.nth(1).filter(|_| is_it)?.parse().ok()
    });
    found.ok_or_else(|| Failure::Refused(words::clerk_no_account(login)))
}
