//! `gongkai rebuild`: derives the register anew and says whether it was equal.

use super::DONE;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::words;

/// Derives it and compares.
pub(super) fn run(invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let rebuilt = opened.desk.rebuild(&mut |_| true)?;
    outlet.say(&words::cli::rebuilt(rebuilt.equal, rebuilt.cases))?;
    opened.close();
    Ok(DONE)
}
