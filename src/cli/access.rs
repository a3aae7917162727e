//! `gongkai access`: who looked at what.

use serde_json::json;

use super::DONE;
use super::args::Access;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::desk::Desk;
use crate::office::{Access as Look, Right};
use crate::words::cli as words;

/// Lists the looks, the last first; of one request where it is named.
pub(super) fn run(args: &Access, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    desk.allow(opened.clerk, Right::Office)?;
    let wanted = args.no.as_deref().map(|no| desk.id_of(no)).transpose()?;
    let mut looks = invocation.home.looks()?;
    looks.retain(|look| wanted.is_none_or(|id| look.request == id));
    looks.reverse();
    looks.truncate(args.limit);
    if args.json {
        let rows: Vec<_> = looks.iter().map(|look| row(look, desk)).collect();
        outlet.json(&json!(rows))?;
    } else {
        for look in &looks {
            let (who, no) = named(look, desk);
            outlet.say(&words::look(look, &who, &no))?;
        }
    }
    opened.close();
    Ok(DONE)
}

fn named(look: &Look, desk: &Desk) -> (String, String) {
    let who = desk.office().clerk(look.who).map(|clerk| clerk.name.clone()).unwrap_or_default();
    let no = desk.row(look.request).map(|row| row.no).unwrap_or_default();
    (who, no)
}

fn row(look: &Look, desk: &Desk) -> serde_json::Value {
    let (who, no) = named(look, desk);
    json!({ "at": look.at, "clerk": look.who.0, "name": who, "what": look.what.key(), "no": no })
}
