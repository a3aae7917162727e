//! The terms of a case: other deadlines in short, and the due date explained.

use super::document::Row;
use crate::calendar::format_iso;
use crate::desk::CaseView;
use crate::request::clock::{Deadline, Effect, Line, SubDeadline};
use crate::tui::model::Head;
use crate::tui::widgets::theme;
use crate::words::request as law;
use crate::words::tui::{case as words, screens as said};

/// Columns for days.
const DAY: u16 = 12;

/// What is due beside the answer, by day: what is waited for, and what may still be done.
pub(super) fn deadlines(view: &CaseView, head: &Head) -> Vec<Row> {
    let matters = |deadline: &SubDeadline| {
        deadline.what != Deadline::Answer && (deadline.on >= head.today || deadline.what.is_listed())
    };
    let rows = view.deadlines.iter().filter(|deadline| matters(deadline)).map(|deadline| {
        let left = head.calendar.days_left(head.today, deadline.on);
        let what = law::deadline(deadline.what);
        let text = words::deadline(what, left, deadline.provisional, deadline.article());
        let style = if left < 0 { theme::BAD } else { theme::PLAIN };
        Row::labelled(&words::deadline_day(deadline.on), &text, DAY).with(style)
    });
    let mut rows: Vec<Row> = rows.collect();
    if !rows.is_empty() {
        rows.insert(0, Row::styled(words::DEADLINES_TITLE, theme::TITLE));
        rows.push(Row::default());
    }
    rows
}

/// The clock, explained: the due date on top, then what makes it, day by day; remarks once, at the end.
pub(super) fn clock(view: &CaseView, head: &Head) -> Vec<Row> {
    let lines = &view.clock.lines;
    let mut rows = vec![Row::styled(said::CLOCK_TITLE, theme::TITLE)];
    if lines.is_empty() {
        rows.push(Row::styled(said::NO_CLOCK, theme::PLAIN));
    }
    let result = lines.iter().rposition(|line| matches!(line.effect, Effect::Due { .. }));
    if let Some(line) = result.and_then(|at| lines.get(at)) {
        let left = if view.row.due_on.is_some() {
            said::days(&view.row, head.today, &head.calendar)
        } else {
            String::new()
        };
        let text = words::due(line.on, &left, &law::rule_in_short(line.rule), line.rule.article());
        rows.push(Row::labelled(words::DUE, &text, DAY).with(theme::FOCUS));
    }
    let mut remarks: Vec<String> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        for remark in law::rule_remarks(line.rule) {
            if !remarks.contains(&remark) {
                remarks.push(remark);
            }
        }
        if Some(n) != result {
            rows.push(row(line));
        }
    }
    rows.extend(remarks.iter().map(|text| Row::labelled(words::REMARK, text, DAY).with(theme::DISABLED)));
    rows.push(Row::default());
    rows
}

fn row(line: &Line) -> Row {
    let rule = law::rule_in_short(line.rule);
    match line.effect {
        // What was due then is due no more: told for the record.
        Effect::Due { .. } => {
            Row::labelled(&format_iso(line.on), &words::due_then(&rule), DAY).with(theme::DISABLED)
        }
        effect => {
            let text = said::clock_line(&rule, &law::effect(effect), line.rule.article());
            Row::labelled(&format_iso(line.on), &text, DAY)
        }
    }
}
