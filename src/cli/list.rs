//! `gongkai list`: lists of requests.

use serde_json::Value;

use super::args::List;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::{DONE, listing, rows};
use crate::register::CaseRow;
use crate::words;

/// Prints the list.
pub(super) fn run(args: &List, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let found = listing::rows(args, desk, opened.clerk)?;
    let (today, calendar) = (desk.today(), desk.calendar());
    if args.json {
        outlet.json(&Value::Array(found.iter().map(|row| rows::json(row, today, &calendar)).collect()))?;
    } else if found.is_empty() {
        outlet.warn(words::cli::NOTHING)?;
    } else if args.whose.mine {
        // Own cases first, then those of each for whom one stands in, under a line that says so.
        let office = desk.office();
        for of in desk.looked_after_by(opened.clerk) {
            let some: Vec<CaseRow> = found.iter().filter(|row| row.handler == of).cloned().collect();
            if of != opened.clerk && !some.is_empty() {
                outlet.say(&words::cli::stood_in_for(office.name_of(of), some.len()))?;
            }
            if !some.is_empty() {
                outlet.say(&rows::lines(&some, today, &calendar))?;
            }
        }
    } else {
        outlet.say(&rows::lines(&found, today, &calendar))?;
    }
    opened.close();
    Ok(DONE)
}
