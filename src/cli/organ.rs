//! `gongkai organ`: the organs that the office answers for.

use super::DONE;
use super::args::{Organ, OrganSub};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::request::{Field, Refusal};
use crate::text::{clean_line, has_control};
use crate::words;

/// Lists them, or adds one.
pub(super) fn run(args: &Organ, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    match &args.sub {
        None => {
            for organ in &desk.office().organs {
                outlet.say(&words::cli::organ(&organ.name, &organ.prefix))?;
            }
        }
        Some(OrganSub::Add { name, prefix }) => {
            if has_control(name) || has_control(prefix) || clean_line(name).is_empty() {
                let refusal = Refusal::Missing(Field::No);
                return Err(Failure::Usage(words::cli::option("NAME", &words::request::refusal(&refusal))));
            }
            desk.add_organ(opened.clerk, &clean_line(name), &clean_line(prefix))?;
            outlet.say(&words::cli::organ_added(&clean_line(name)))?;
        }
    }
    opened.close();
    Ok(DONE)
}
