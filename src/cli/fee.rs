//! `gongkai fee`: the 信息处理费; the yuan on stdout, the computation line by line beside it.

use super::DONE;
use super::args::Fee as FeeArgs;
use super::failure::Failure;
use super::outlet::Outlet;
use super::steps::number;
use crate::law::fee;
use crate::words;

/// Computes and prints.
pub(super) fn run(args: &FeeArgs, outlet: &mut Outlet) -> Result<u8, Failure> {
    let (fee, unit) = match (&args.pages, &args.items) {
        (Some(pages), None) => (fee::by_pages(number("--pages", pages, 1_000_000)?), words::cli::UNIT_PAGES),
        (None, Some(items)) => (fee::by_items(number("--items", items, 10_000)?), words::cli::UNIT_ITEMS),
        _ => return Err(Failure::Usage(words::cli::PAGES_OR_ITEMS.to_owned())),
    };
    for band in &fee.bands {
        outlet.warn(&words::cli::fee_band(band, unit))?;
    }
    outlet.say(&fee.total.to_string())?;
    Ok(DONE)
}
