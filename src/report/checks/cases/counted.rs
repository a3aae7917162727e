//! The rules on the cases behind the tables: V17, V18, V19, V21.

use super::CaseFacts;
use crate::law::OutcomeRow;
use crate::report::checks::{Finding, Severity, Target};
use crate::words::report::{cases as words, checks};

/// V17, V18, V19 and V21 over the cases of a year, rule by rule.
pub fn counted(cases: &[CaseFacts]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = cases.iter().filter_map(v17).collect();
    findings.extend(cases.iter().filter_map(v18));
    findings.extend(cases.iter().filter_map(v19));
    findings.extend(cases.iter().filter_map(v21));
    findings
}

/// How many answers of these cases came late, for the claims in the words.
pub fn late_answers(cases: &[CaseFacts]) -> u64 {
    cases.iter().fold(0, |count, case| count + u64::from(case.late()))
}

fn of_case(
    case: &CaseFacts,
    (rule, severity): (&'static str, Severity),
    left: String,
    right: String,
    message: String,
) -> Finding {
    Finding::new(rule, severity, Target::Case(case.no.clone()), (left, right), message)
}

/// V17: an outcome has the step that it rests on.
fn v17(case: &CaseFacts) -> Option<Finding> {
    let row = case.row?;
    let missing = missing_step(case, row)?;
    let message = words::v17(&row.place(), row.short_label(), missing);
    let left = row.short_label().to_owned();
    Some(of_case(case, ("V17", Severity::Warning), left, missing.to_owned(), message))
}

/// What an outcome rests on (practice.md 3.1: keep as proof) and the case has not.
fn missing_step(case: &CaseFacts, row: OutcomeRow) -> Option<&'static str> {
    let asked = |step: super::Asked| step.on.is_some();
    let missing = |there: bool, what| (!there).then_some(what);
    match row {
        OutcomeRow::DenyThird => {
            missing(case.third.consulted.is_some() || case.third.why_not.is_some(), words::CONSULTATION)
        }
        OutcomeRow::NoneUnclear => missing(asked(case.supplement), words::SUPPLEMENT_NOTICE)
            .or_else(|| missing(case.supplement.came.is_some(), words::SUPPLEMENT)),
        OutcomeRow::NpRepeat => missing(case.linked_earlier.is_some(), words::EARLIER_CASE),
        OutcomeRow::NpExcess => {
            missing(asked(case.reasons) || case.override_reason.is_some(), words::REASONS_NOTICE)
        }
        OutcomeRow::OtherNoSupplement => missing(asked(case.supplement), words::SUPPLEMENT_NOTICE),
        OutcomeRow::OtherNoFee => missing(asked(case.fee), words::FEE_NOTICE),
        OutcomeRow::NoneHeld if case.kind == Some(crate::law::OutcomeKind::NotFound) => {
            missing(case.searched, words::SEARCH)
        }
        _ => None,
    }
}

/// V18: a refusal on arts. 14 to 16 tells the applicant to go to review first (行政复议法 art. 23(2)).
fn v18(case: &CaseFacts) -> Option<Finding> {
    case.letter.filter(|letter| letter.review_first && !letter.says_review_first)?;
    let (left, right) = (checks::MISSING.to_owned(), words::REVIEW_FIRST.to_owned());
    Some(of_case(case, ("V18", Severity::Error), left, right, words::V18.to_owned()))
}

/// V19: an answer after its last day is listed; the tables do not show it, a court will (art. 33).
fn v19(case: &CaseFacts) -> Option<Finding> {
    let (served, due) = (case.served?, case.due?);
    let message = words::v19(served, due);
    case.late()
        .then(|| of_case(case, ("V19", Severity::Warning), checks::day(served), checks::day(due), message))
}

/// V21: a carried case stays in its column; otherwise no column of either year balances.
fn v21(case: &CaseFacts) -> Option<Finding> {
    let then = case.column_then?;
    let (now, then) = (case.column_now.label(), then.label());
    let message = words::v21(now, then);
    (now != then).then(|| of_case(case, ("V21", Severity::Error), now.to_owned(), then.to_owned(), message))
}
