//! `gongkai guide`: the order of the questions; what is to be known of a row; what a case still lacks for it.

use super::DONE;
use super::args::Guide;
use super::day::choice;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::law::guide::{Answer, Closing, Question, Stage, lead};
use crate::law::{OutcomeKind, OutcomeRow};
use crate::request::{Case, Outcome, Refusal, missing};
use crate::text;
use crate::words::cli as said;
use crate::words::guide as words;
use crate::words::request::refusal;

/// Prints the guide.
pub(super) fn run(args: &Guide, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let wanted = args.row.as_deref().map(find).transpose()?;
    let Some(no) = &args.no else {
        outlet.say(&wanted.map_or_else(order, |(row, _)| sheet(row)))?;
        return Ok(DONE);
    };
    let opened = invocation.open(outlet)?;
    let case = opened.desk.case(opened.desk.id_of(no)?)?.case;
    match wanted {
        Some((row, kind)) => outlet.say(&format!("{}\n{}", sheet(row), lacks(&case, row, kind)))?,
        None => outlet.say(&all_lacks(&case))?,
    }
    opened.close();
    Ok(DONE)
}

/// The row of a key, a label, a place as people write it, or a kind.
fn find(word: &str) -> Result<(OutcomeRow, Option<OutcomeKind>), Failure> {
    let word = word.trim();
    let place = bare(word);
    let row = OutcomeRow::from_word(word)
        .or_else(|| OutcomeRow::ALL.into_iter().find(|row| bare(&row.place()) == place))
        .map(|row| (row, None))
        .or_else(|| OutcomeKind::from_word(word).map(|kind| (kind.row(), Some(kind))));
    let all = OutcomeRow::ALL.into_iter().map(|row| (row.key(), words::place(row)));
    choice("ROW", word, row, all)
}

/// A place without its brackets: 三3.
fn bare(place: &str) -> String {
    text::fold_width(place).chars().filter(|c| !matches!(c, '(' | ')' | '（' | '）' | ' ' | '.')).collect()
}

/// The steps, their questions, and where each answer leads.
fn order() -> String {
    let mut lines = vec![words::ORDER_TITLE.to_owned()];
    for stage in Stage::ALL {
        lines.push(String::new());
        lines.push(words::stage_title(stage));
        lines.extend(stage.questions().flat_map(question));
    }
    lines.push(String::new());
    lines.push(words::PAIRS_TITLE.to_owned());
    lines.extend(words::PAIRS.iter().map(|pair| format!("   {}：{}", pair.names, pair.apart)));
    lines.push(String::new());
    lines.push(words::ORDER_END.to_owned());
    lines.join("\n")
}

/// A question with where its answers lead.
fn question(question: Question) -> Vec<String> {
    let mut lines = vec![words::numbered(question)];
    for answer in Answer::ALL {
        lines.push(format!("     {} -> {}", words::answer(answer), words::lead(lead(question, answer))));
    }
    lines
}

/// What is to be known of a row.
fn sheet(row: OutcomeRow) -> String {
    let mut lines = vec![words::row_title(row)];
    lines.extend(words::sheet(row).iter().map(|(label, text)| said::fact(label, text)));
    lines.join("\n")
}

/// What the case lacks for an answer of this row: of each of its kinds, where none is named.
fn lacks(case: &Case, row: OutcomeRow, kind: Option<OutcomeKind>) -> String {
    let outcomes: Vec<Option<OutcomeKind>> = match kind {
        None if OutcomeKind::of(row).count() > 0 => {
            let answers = OutcomeKind::of(row).map(Some);
            answers.filter(|kind| Closing::of(row, *kind).is_none()).collect()
        }
        kind => vec![kind],
    };
    let lines: Vec<String> = outcomes.into_iter().filter_map(|kind| lack(case, row, kind)).collect();
    if lines.is_empty() { said::fact(words::LACKS, words::NOTHING_LACKS) } else { lines.join("\n") }
}

/// The line of what is lacking, if anything is; a row that only a step reaches names the step.
fn lack(case: &Case, row: OutcomeRow, kind: Option<OutcomeKind>) -> Option<String> {
    let outcome = Outcome { kind, ..Outcome::of(row) };
    let awaits = case.supplement.as_ref().is_some_and(|supplement| supplement.received_on.is_none());
    let lacking = match Closing::of(row, kind) {
        Some(Closing::SupplementLapse) if !awaits => Some(Refusal::NoSupplementOpen),
        _ => missing(case, &outcome),
    };
    let said = match (lacking, Closing::of(row, kind)) {
        (Some(lacking), _) => refusal(&lacking),
        (None, Some(closing)) => words::by_step(closing),
        (None, None) => return None,
    };
    let of = kind.map_or_else(String::new, |kind| format!("{}：", kind.label()));
    Some(said::fact(words::LACKS, &format!("{of}{said}")))
}

/// The rows for which the case lacks something.
fn all_lacks(case: &Case) -> String {
    let rows = OutcomeRow::ALL.into_iter().map(|row| (row, None));
    let kinds = OutcomeKind::ALL.into_iter().map(|kind| (kind.row(), Some(kind)));
    let lacking = rows.chain(kinds).filter_map(|(row, kind)| {
        let outcome = Outcome { kind, ..Outcome::of(row) };
        Some(format!("{}\n  {}", words::outcome(row, kind), refusal(&missing(case, &outcome)?)))
    });
    let mut lines = vec![words::lacks_title(&case.facts.no.text)];
    lines.extend(lacking);
    lines.push(words::NO_OTHER_LACKS.to_owned());
    lines.join("\n")
}
