use jiff::civil::{Date, date};

use super::*;
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};
use crate::report::checks::{Finding, Severity, Target};

const NO: &str = "2025-7";

fn today() -> Date {
    date(2025, 12, 20)
}

/// A case answered in time and by the book.
fn case(row: OutcomeRow) -> CaseFacts {
    CaseFacts {
        row: Some(row),
        submitted: Some(date(2025, 3, 3)),
        received: Some(date(2025, 3, 3)),
        due: Some(date(2025, 3, 31)),
        decided: Some(date(2025, 3, 20)),
        served: Some(date(2025, 3, 21)),
        has_proof: true,
        delivered: Some(date(2025, 3, 24)),
        closed: Some(date(2025, 3, 21)),
        touched: Some(date(2025, 3, 24)),
        column_then: Some(ApplicantKind::Natural),
        letter: Some(LetterFacts { review_first: row.review_first(), says_review_first: row.review_first() }),
        ..CaseFacts::new(NO, ApplicantKind::Natural)
    }
}

/// An open case of November.
fn open_case() -> CaseFacts {
    CaseFacts {
        submitted: Some(date(2025, 12, 1)),
        received: Some(date(2025, 12, 1)),
        due: Some(date(2025, 12, 29)),
        touched: Some(date(2025, 12, 10)),
        ..CaseFacts::new(NO, ApplicantKind::Natural)
    }
}

/// The rule of the only finding, which leads to the case.
fn only(findings: &[Finding]) -> (&'static str, Severity) {
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].target, Target::Case(NO.to_owned()));
    (findings[0].rule, findings[0].severity)
}

fn asked() -> Asked {
    Asked { on: Some(date(2025, 3, 5)), ends: Some(date(2025, 3, 14)), came: None }
}

#[test]
fn cases_by_the_book_are_clean_in_every_rule() {
    let cases = [case(OutcomeRow::Open), case(OutcomeRow::DenySecret), open_case()];
    assert_eq!(counted(&cases), []);
    assert_eq!(self_check(&cases, today()), []);
    assert_eq!(late_answers(&cases), 0);
}

#[test]
fn an_outcome_without_the_step_it_rests_on_is_found_by_v17_and_with_it_is_clean() {
    type Mend = fn(&mut CaseFacts);
    let rows: [(OutcomeRow, Mend); 6] = [
        (OutcomeRow::DenyThird, |case| case.third.why_not = Some("联系不上".to_owned())),
        (OutcomeRow::NoneUnclear, |case| {
            case.supplement = Asked { came: Some(date(2025, 3, 10)), ..asked() }
        }),
        (OutcomeRow::NpRepeat, |case| case.linked_earlier = Some("2024-1".to_owned())),
        (OutcomeRow::NpExcess, |case| case.reasons = asked()),
        (OutcomeRow::OtherNoSupplement, |case| case.supplement = asked()),
        (OutcomeRow::OtherNoFee, |case| case.fee = asked()),
    ];
    for (row, mend) in rows {
        let mut case = case(row);
        assert_eq!(only(&counted(std::slice::from_ref(&case))), ("V17", Severity::Warning), "{row:?}");
        mend(&mut case);
        assert_eq!(counted(&[case]), [], "{row:?}");
    }
    let mut unclear = case(OutcomeRow::NoneUnclear);
    unclear.supplement = asked();
    assert_eq!(only(&counted(&[unclear])).0, "V17");
    let mut not_found = case(OutcomeRow::NoneHeld);
    not_found.kind = Some(OutcomeKind::NotFound);
    assert_eq!(only(&counted(&[not_found])).0, "V17");
}

#[test]
fn a_refusal_whose_letter_does_not_name_the_review_is_found_by_v18() {
    let mut refused = case(OutcomeRow::DenyInternal);
    refused.letter = Some(LetterFacts { review_first: true, says_review_first: false });
    assert_eq!(only(&counted(&[refused])), ("V18", Severity::Error));
}

#[test]
fn a_late_answer_is_found_by_v19_and_counted() {
    let mut late = case(OutcomeRow::Open);
    late.due = Some(date(2025, 3, 20));
    assert_eq!(late_answers(std::slice::from_ref(&late)), 1);
    assert_eq!(only(&counted(&[late])), ("V19", Severity::Warning));
}

#[test]
fn a_carried_case_that_changed_its_column_is_found_by_v21() {
    let mut moved = case(OutcomeRow::Open);
    moved.column_then = Some(ApplicantKind::Commercial);
    assert_eq!(only(&counted(&[moved])), ("V21", Severity::Error));
}

#[test]
fn an_outcome_that_its_steps_contradict_is_found_by_r1() {
    type Break = fn(&mut CaseFacts);
    let in_time = Asked { came: Some(date(2025, 3, 10)), ..asked() };
    let lapsed = |row, step: Break| {
        let mut case = case(row);
        step(&mut case);
        case
    };
    let mut supplemented = case(OutcomeRow::OtherNoSupplement);
    supplemented.supplement = in_time;
    let mut paid = case(OutcomeRow::OtherNoFee);
    paid.fee = in_time;
    let mut early = case(OutcomeRow::OtherNoFee);
    early.fee = Asked { ends: Some(date(2025, 4, 2)), ..asked() };
    for broken in [
        supplemented,
        paid,
        early,
        lapsed(OutcomeRow::Open, |case| case.kind = Some(OutcomeKind::NotFound)),
        lapsed(OutcomeRow::DenyThird, |case| case.third.override_notice = case.decided),
        lapsed(OutcomeRow::Open, |case| case.third.objected = true),
        lapsed(OutcomeRow::NpRepeat, |case| case.linked_earlier = Some(NO.to_owned())),
        lapsed(OutcomeRow::OtherOther, |case| case.kind = Some(OutcomeKind::Withdrawn)),
    ] {
        assert_eq!(only(&self_check(&[broken], today())), ("R1", Severity::Error));
    }
}

#[test]
fn days_out_of_order_are_found_by_r2() {
    type Break = fn(&mut CaseFacts);
    let breaks: [Break; 5] = [
        |case| case.submitted = Some(date(2025, 3, 4)),
        |case| case.decided = Some(date(2025, 3, 22)),
        |case| case.delivered = Some(date(2025, 3, 20)),
        |case| case.delivered = Some(date(2025, 12, 21)),
        |case| case.supplement = Asked { on: Some(date(2025, 3, 2)), ends: None, came: None },
    ];
    for wrong in breaks {
        let mut case = case(OutcomeRow::Open);
        wrong(&mut case);
        assert_eq!(only(&self_check(&[case], today())), ("R2", Severity::Error));
    }
}

#[test]
fn each_rule_of_the_self_check_finds_its_case() {
    let mut unproved = case(OutcomeRow::Open);
    unproved.has_proof = false;
    assert_eq!(only(&self_check(&[unproved], today())), ("R3", Severity::Warning));
    let mut ended = open_case();
    ended.supplement = Asked { on: Some(date(2025, 12, 3)), ends: Some(date(2025, 12, 19)), came: None };
    assert_eq!(only(&self_check(std::slice::from_ref(&ended), today())).0, "R4");
    assert_eq!(self_check(&[ended], date(2025, 12, 19)), []);
    let mut unconfirmed = open_case();
    unconfirmed.received = None;
    assert_eq!(only(&self_check(&[unconfirmed], today())).0, "R5");
    let mut untouched = open_case();
    untouched.touched = Some(date(2025, 11, 20));
    untouched.submitted = Some(date(2025, 11, 19));
    untouched.received = Some(date(2025, 11, 19));
    assert_eq!(only(&self_check(std::slice::from_ref(&untouched), today())).0, "R6");
    assert_eq!(self_check(&[untouched], date(2025, 12, 19)), []);
    let mut stamped = open_case();
    stamped.row = Some(OutcomeRow::Open);
    stamped.decided = Some(date(2025, 12, 18));
    assert_eq!(only(&self_check(&[stamped], today())).0, "R7");
    let mut overdue = open_case();
    overdue.due = Some(date(2025, 12, 18));
    assert_eq!(only(&self_check(std::slice::from_ref(&overdue), today())), ("R8", Severity::Warning));
    assert_eq!(self_check(&[overdue], date(2025, 12, 18)), []);
}

#[test]
fn what_was_carried_over_and_ended_since_is_in_order_when_the_year_before_is_checked() {
    let (last, now) = (date(2025, 12, 31), date(2026, 1, 20));
    let mut carried = case(OutcomeRow::Open);
    carried.served = Some(date(2026, 1, 5));
    carried.closed = carried.served;
    carried.delivered = Some(date(2026, 1, 7));
    assert_eq!(self_check_as_of(std::slice::from_ref(&carried), last, now), []);
    carried.delivered = Some(date(2026, 1, 21));
    assert_eq!(only(&self_check_as_of(&[carried], last, now)), ("R2", Severity::Error));
}
