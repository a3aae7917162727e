//! A Word document on A4 lying down, in the typography of the reports.

use super::super::FormatError;
use super::super::docx::{Landscape, landscape};
use crate::report::HandingList;
use crate::words::report::handing as words;

/// Widths in twips; they add up to the 251 mm of the text.
const WIDTHS: [usize; 10] = [1_400, 1_180, 1_300, 2_400, 1_000, 1_650, 1_180, 700, 1_200, 2_240];

/// The list as a document.
pub(super) fn render(list: &HandingList) -> Result<Vec<u8>, FormatError> {
    let (title, grid) = (list.title(), list.grid());
    let mut head = list.head().to_vec();
    if list.cases.is_empty() {
        head.push(words::NOTHING.to_owned());
    }
    landscape(&Landscape {
        title: &title,
        organ: &list.organ,
        head: &head,
        grid: (!list.cases.is_empty()).then_some(&grid),
        widths: &WIDTHS,
        foot: &HandingList::signatures(),
    })
}
