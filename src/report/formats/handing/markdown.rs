//! Markdown with a table of GitHub; foreign text is escaped.

use super::super::markdown::{escaped, line};
use crate::report::{HANDING_COLUMNS, HandingList};
use crate::words::report::handing as words;

/// The list as a table.
pub(super) fn render(list: &HandingList) -> Vec<u8> {
    let mut pieces = vec![format!("# {}", escaped(&list.title()))];
    pieces.extend(list.head().iter().map(|line| escaped(line)));
    if list.cases.is_empty() {
        pieces.push(words::NOTHING.to_owned());
    } else {
        let mut table =
            vec![line(words::COLUMNS.map(str::to_owned)), line(vec!["---".to_owned(); HANDING_COLUMNS])];
        table.extend(list.cases.iter().map(|case| line(HandingList::cells(case).map(|cell| escaped(&cell)))));
        pieces.push(table.join("\n"));
    }
    pieces.extend(HandingList::signatures());
    let mut text = pieces.join("\n\n");
    text.push('\n');
    text.into_bytes()
}
