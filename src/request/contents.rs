//! 卷内目录: what the file of a case holds, paper by paper (art. 45).

use super::fold::{in_order, standing};
use super::{Entry, Event};

/// The standing entries that leave a paper in the file, by legal day, then in the order of recording. What
/// only orders the work of the office (reminders, links, who handles it, corrections of the registration) leaves none.
pub fn contents(entries: &[Entry]) -> Vec<&Entry> {
    let mut papers: Vec<&Entry> =
        standing(entries).into_iter().filter(|entry| leaves_a_paper(&entry.event)).collect();
    in_order(&mut papers);
    papers
}

const fn leaves_a_paper(event: &Event) -> bool {
    !matches!(
        event,
        Event::Amended(_)
            | Event::Revoked { .. }
            | Event::Linked { .. }
            | Event::Chased(_)
            | Event::HandedOver(_)
            | Event::Archived { .. }
            | Event::Erased(_)
            | Event::ItemsSplit(_)
    )
}
