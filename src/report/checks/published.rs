//! The rules on a report as it was read: its tables, its words, its title, its headings.

use super::{Check, Finding};
use crate::report::ReadReport;

/// All findings on a report that somebody published, against the year before where that is at hand. Rules
/// that need the cases behind it are silent.
pub fn published(read: &ReadReport, previous: Option<&ReadReport>) -> Vec<Finding> {
    let tables = read.judged();
    let before = previous.map(ReadReport::judged);
    let headings: Vec<&str> = read.headings.iter().map(String::as_str).collect();
    let check = Check {
        prose: read.prose.as_ref(),
        title: read.title.as_deref(),
        // A file of tables alone has the titles of their parts at most.
        headings: (read.prose.is_some() && !headings.is_empty()).then_some(headings.as_slice()),
        previous: before.as_ref(),
        previous_prose: previous.and_then(|previous| previous.prose.as_ref()),
        ..Check::new(&tables)
    };
    check.run()
}
