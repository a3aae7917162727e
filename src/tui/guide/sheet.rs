//! What is to be read on each page.

use super::{Guided, outcome};
use crate::law::OutcomeRow;
use crate::law::guide::{Question, Verdict};
use crate::request::{Case, Outcome, case_outcome, missing};
use crate::tui::screens::document::Row;
use crate::tui::widgets::theme;
use crate::words::guide as words;
use crate::words::request::refusal;

/// Columns of a label.
const INDENT: u16 = 8;

fn labelled((label, text): (&'static str, String)) -> Row {
    Row::labelled(label, &text, INDENT)
}

/// Beside a question: what to mind, when it is not its row, what to keep as proof.
pub(super) fn question(question: Question) -> Vec<Row> {
    let mut rows = Vec::new();
    let mind = words::mind(question);
    if !mind.is_empty() {
        rows.push(labelled((words::MIND, mind.to_owned())));
    }
    if let Some(row) = question.row() {
        rows.push(labelled((words::ABOUT, words::place(row))));
        rows.extend(words::not_when(row).into_iter().map(labelled));
        rows.push(labelled((words::PROOF, words::row(row).proof.to_owned())));
    }
    rows
}

/// The end: the row with article, remedy, proof, and what the file lacks.
pub(super) fn end(case: &Case, verdict: Verdict, masked: bool) -> Vec<Row> {
    let mut rows = vec![Row::styled(&words::verdict(verdict), theme::TITLE)];
    let (row, lacking) = match verdict {
        Verdict::First(_) => {
            rows.push(Row::styled(words::COME_BACK, theme::PLAIN));
            return rows;
        }
        Verdict::Close(closing) => (closing.row(), Some(words::by_step(closing))),
        Verdict::Answer { row, withheld, .. } => (row, lacks(case, verdict, withheld.filter(|_| !masked))),
    };
    rows.push(labelled((words::ARTICLES, words::cited(verdict.articles()))));
    rows.push(labelled((words::PROOF, words::row(row).proof.to_owned())));
    rows.push(match (verdict, lacking) {
        (Verdict::Close(_), Some(step)) => labelled((words::BY_STEP, step)),
        (_, Some(lacks)) => labelled((words::LACKS, lacks)).with(theme::WARN),
        (_, None) => labelled((words::LACKS, words::NOTHING_LACKS.to_owned())).with(theme::GOOD),
    });
    rows.push(labelled((words::LETTER, row.letter().to_owned())));
    rows.push(labelled((words::REMEDY, remedy(verdict, row).to_owned())));
    rows.extend(words::not_when(row).into_iter().map(labelled));
    rows
}

/// What the file lacks for the answer, or for the ground of the part held back.
fn lacks(case: &Case, verdict: Verdict, withheld: Option<OutcomeRow>) -> Option<String> {
    let grounds = withheld.map(Outcome::of);
    let wanted = outcome(verdict).into_iter().chain(grounds);
    wanted.filter_map(|outcome| missing(case, &outcome)).map(|lacking| refusal(&lacking)).next()
}

/// Of a part held back the remedy follows the ground.
fn remedy(verdict: Verdict, row: OutcomeRow) -> &'static str {
    match outcome(verdict) {
        Some(outcome) if outcome.review_first() => words::REVIEW_FIRST,
        _ => words::remedy(row),
    }
}

/// All items with their ends, and the row that follows for the case.
pub(super) fn summary(case: &Case, done: &[Guided]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut outcomes = Vec::new();
    let mut unsettled = false;
    for (item, number) in case.items.iter().zip(1_u16..) {
        let guided = done.iter().find(|guided| guided.item == number);
        let found = item.answer.as_ref().map(|answer| answer.outcome.clone());
        let said = match (guided, &found) {
            (Some(guided), _) => words::verdict(guided.verdict),
            (None, Some(decided)) => words::decided(decided.row, decided.kind),
            (None, None) => String::new(),
        };
        rows.push(labelled((words::ITEM, words::item_end(number, &item.text, &said))));
        match guided.map_or(found, Guided::outcome) {
            Some(outcome) => outcomes.push(outcome),
            None => unsettled = true,
        }
    }
    rows.push(Row::default());
    rows.push(match case_outcome(outcomes.iter()).filter(|_| !unsettled) {
        Some(whole) => labelled((words::WHOLE, words::whole(&whole))).with(theme::TITLE),
        None => labelled((words::WHOLE, words::UNSETTLED.to_owned())).with(theme::WARN),
    });
    rows
}
