//! `gongkai handbook`: the handbook, whole or by chapter.

use super::DONE;
use super::args::Handbook;
use super::failure::Failure;
use super::outlet::Outlet;
use crate::text::{fold_search, wrap};
use crate::words::handbook::{chapters, no_chapter};

/// Cells of a line.
const WIDTH: usize = 78;

/// Prints it: a chapter by its number or a part of its title.
pub(super) fn run(args: &Handbook, outlet: &mut Outlet) -> Result<u8, Failure> {
    let all = chapters();
    let wanted = args.chapter.as_deref().map(fold_search);
    let mut found = false;
    for (n, chapter) in (1_usize..).zip(&all) {
        let is_wanted = wanted.as_ref().is_none_or(|wanted| {
            *wanted == n.to_string() || fold_search(chapter.title).contains(wanted.as_str())
        });
        if is_wanted {
            found = true;
            outlet.say(&format!("# {n} {}\n", chapter.title))?;
            for line in chapter.text.lines() {
                for line in wrap(line, WIDTH) {
                    outlet.say(line.trim_end())?;
                }
            }
            outlet.say("")?;
        }
    }
    if found {
        Ok(DONE)
    } else {
        Err(Failure::Usage(no_chapter(args.chapter.as_deref().unwrap_or_default())))
    }
}
