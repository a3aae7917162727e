//! `gongkai list`: lists of requests.

use serde_json::Value;

use super::args::List;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::{DONE, listing, rows};
use crate::words;

/// Prints the list.
pub(super) fn run(args: &List, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let found = listing::rows(args, desk)?;
    let (today, calendar) = (desk.today(), desk.calendar());
    if args.json {
        outlet.json(&Value::Array(found.iter().map(|row| rows::json(row, today, &calendar)).collect()))?;
    } else if found.is_empty() {
        outlet.warn(words::cli::NOTHING)?;
    } else {
        outlet.say(&rows::lines(&found, today, &calendar))?;
    }
    opened.close();
    Ok(DONE)
}
