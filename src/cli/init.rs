//! `gongkai init`: makes the office without asking.

use super::DONE;
use super::args::Init;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::desk::Founding;
use crate::request::Field;
use crate::text::{clean_line, has_control};
use crate::words;

/// Makes the office.
pub(super) fn run(args: &Init, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let organ = clean_line(&args.organ);
    if organ.is_empty() {
        return Err(Failure::Usage(words::cli::missing("--organ")));
    }
    if has_control(&args.organ) || has_control(&args.prefix) {
        let refusal = crate::request::Refusal::ControlCharacters(Field::No);
        return Err(Failure::Refused(words::cli::option(
            "--organ --prefix",
            &words::request::refusal(&refusal),
        )));
    }
    let founding = Founding {
        organ,
        prefix: clean_line(&args.prefix),
        practice: args.practice,
        uid: invocation.uid,
        clerk: args.clerk.as_deref().map_or_else(|| invocation.account.clone(), clean_line),
    };
    invocation.home.found(&founding)?;
    outlet.say(&words::cli::founded(&founding.organ, invocation.home.root()))?;
    Ok(DONE)
}
