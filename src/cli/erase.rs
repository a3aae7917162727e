//! `gongkai erase NO --reason TEXT --yes`: the personal parts of an archived case, for good.

use super::DONE;
use super::args::Erase;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::words::cli as words;

/// Says what would be erased; with `--yes` does it.
pub(super) fn run(args: &Erase, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let id = desk.id_of(&args.no)?;
    let erasing = desk.erasing(id, &args.reason)?;
    outlet.warn(words::ERASE_KEEPING)?;
    if !erasing.disputes.is_empty() {
        let ids: Vec<String> = erasing.disputes.iter().map(|id| id.0.to_string()).collect();
        outlet.warn(&words::erase_disputes(&ids))?;
    }
    if !args.yes {
        opened.close();
        return Err(Failure::Refused(words::erase_needs_yes(&erasing.row.no)));
    }
    let erased = desk.erase(opened.clerk, id, &args.reason)?;
    outlet.say(&words::erased(&erased.row.no))?;
    outlet.warn(words::ERASE_BACKUPS)?;
    opened.close();
    Ok(DONE)
}
