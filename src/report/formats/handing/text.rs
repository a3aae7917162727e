//! Plain text in 80 of width: three lines a case, wrapped, nothing cut.

use crate::report::HandingList;
use crate::text::{clean_line, wrap};
use crate::words::report::handing as words;

/// The width that is aimed at.
const WIDTH: usize = 80;
/// Before all lines of a case but the first.
const INDENT: &str = "   ";

/// The list as lines.
pub(super) fn render(list: &HandingList) -> Vec<u8> {
    let mut lines = vec![list.title()];
    lines.extend(list.head());
    lines.push(String::new());
    if list.cases.is_empty() {
        lines.push(words::NOTHING.to_owned());
    }
    for (n, case) in (1..).zip(&list.cases) {
        let [first, what, how] = words::lines(n, &HandingList::cells(case).map(|cell| clean_line(&cell)));
        lines.push(first);
        for line in [what, how] {
            let wrapped = wrap(&line, WIDTH - INDENT.len());
            lines.extend(wrapped.iter().map(|line| format!("{INDENT}{line}")));
        }
    }
    lines.push(String::new());
    lines.extend(HandingList::signatures());
    lines.push(String::new());
    lines.join("\n").into_bytes()
}
