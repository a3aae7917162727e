//! What a step does to a case, shown before it is confirmed.

use super::model::Head;
use crate::desk::Preview;
use crate::register::CaseRow;
use crate::words;
use crate::words::tui::{consequence as said, screens};

/// What changes between the case as the clerk has seen it and as it will stand, and what is to be heeded;
/// nothing where there is nothing of the kind.
pub(super) fn consequence(before: Option<&CaseRow>, preview: &Preview, head: &Head) -> Option<Vec<String>> {
    let after = &preview.row;
    let changes = before.is_none_or(|before| !same(before, after));
    if !changes && preview.warnings.is_empty() {
        return None;
    }
    let mut lines = vec![said::case(&after.no)];
    if let Some(before) = before {
        lines.extend(standing(before, after, head));
    }
    lines.extend(counted(before, after));
    lines.extend(preview.warnings.iter().map(|warning| said::warning(&words::request::warning(warning))));
    lines.push(screens::REVOKE_LATER.to_owned());
    Some(lines)
}

/// Whether everything that a clerk must know stays as it was.
fn same(before: &CaseRow, after: &CaseRow) -> bool {
    let known =
        |row: &CaseRow| (row.status, row.due_on, row.waits_until, row.outcome, row.closed_on, row.void);
    known(before) == known(after)
}

/// Status, due date, the applicant's term, as far as they change.
fn standing(before: &CaseRow, after: &CaseRow, head: &Head) -> Vec<String> {
    let mut lines = Vec::new();
    let (old, new) = (screens::status(before), screens::status(after));
    if old != new {
        lines.push(said::status(old, new));
    }
    if let Some(closed_on) = after.closed_on.filter(|_| after.closed_on != before.closed_on) {
        lines.push(said::closed(closed_on, before.due_on, after.late));
        return lines;
    }
    if before.due_on != after.due_on {
        let left = after.days_left(head.today, &head.calendar);
        lines.push(said::due(before.due_on, after.due_on, left, after.provisional));
    }
    if before.waits_until != after.waits_until {
        lines.push(said::waits(before.waits_until, after.waits_until));
    }
    lines
}

/// The result, and where it is counted once the case has ended.
fn counted(before: Option<&CaseRow>, after: &CaseRow) -> Option<String> {
    let known = |row: &CaseRow| (row.outcome, row.closed_on);
    if before.is_some_and(|before| known(before) == known(after)) {
        return None;
    }
    let Some((row, kind)) = after.outcome else { return Some(said::NO_OUTCOME.to_owned()) };
    let kind = kind.map_or("", |kind| kind.label());
    let label = screens::outcome_words(&row.place(), row.short_label(), kind);
    Some(match after.closed_on {
        // Counted before, otherwise now.
        Some(on) if before.is_some_and(|before| before.closed_on == Some(on)) => {
            screens::will_count_instead(on.year(), &label)
        }
        Some(on) => screens::will_count(on.year(), &label, after.kind.label()),
        None => said::outcome(&label),
    })
}
