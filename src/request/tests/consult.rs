//! Consultations, extensions, reasons, deferrals and fees: where they leave the case, and what is said.

use super::super::clock::{Effect, OpinionEnd, Rule};
use super::*;

fn told(book: &Book) -> Vec<(Date, Effect)> {
    book.clock().lines.iter().map(|line| (line.on, line.effect)).collect()
}

const DUE: Effect = Effect::Due { provisional: false };

#[test]
fn the_days_of_a_consultation_are_told_and_not_counted() {
    let book = Book::received().then(third(day(3, 9)));
    assert_eq!(book.case().status(), Status::Consulting);
    let book = book.then(agreed(day(3, 20)));
    assert_eq!((book.case().status(), book.due_on()), (Status::Open, Some(day(4, 13))));
    assert_eq!(
        told(&book),
        [
            (day(3, 2), Effect::StartsNextDay),
            (day(3, 30), DUE),
            (day(3, 9), Effect::Stops),
            (day(3, 20), Effect::NotCounted { days: 9 }),
            (day(4, 13), DUE)
        ]
    );
}

#[test]
fn days_of_two_consultations_are_counted_once_and_each_tells_its_own_share() {
    let book = Book::received()
        .then(third(day(3, 9)))
        .then(consult(day(3, 11), "乙局", ConsultRole::Organ))
        .then(opinion(day(3, 13), "甲公司", Opinion::Object))
        .then(opinion(day(3, 17), "乙局", Opinion::Agree));
    let shares: Vec<Effect> = told(&book)
        .into_iter()
        .map(|(_, effect)| effect)
        .filter(|effect| matches!(effect, Effect::NotCounted { .. }))
        .collect();
    assert_eq!(shares, [Effect::NotCounted { days: 4 }, Effect::NotCounted { days: 2 }]);
}

#[test]
fn an_open_consultation_assumes_its_last_lawful_day_and_says_so() {
    let book = Book::received().then(third(day(3, 9)));
    let ends = |book: &Book, end, from_sending| {
        let rule = Rule::ConsultEnded {
            role: ConsultRole::Third,
            end,
            from_sending,
            excluded: Excluded::AfterSending,
        };
        assert!(book.clock().lines.iter().any(|line| line.rule == rule), "{rule:?}");
    };
    ends(&book, OpinionEnd::Open, true);
    let book = book.then(arrived(day(3, 11), 2));
    ends(&book, OpinionEnd::Open, false);
    assert_eq!(book.due_on(), Some(day(4, 23)));
    ends(&book.clone().then(opinion(day(4, 2), "", Opinion::None)), OpinionEnd::Silent, false);
    ends(&book.then(agreed(day(4, 9))), OpinionEnd::AnsweredLate, false);
}

#[test]
fn help_of_another_organ_does_not_stop_the_clock_and_is_told() {
    let help = Step::Assist { on: day(3, 5), organ: "丁局".into(), text: String::new() };
    let book = Book::received().then(help);
    assert_eq!((book.case().status(), book.due_on()), (Status::Open, Some(day(3, 30))));
    assert!(told(&book).contains(&(day(3, 5), Effect::GoesOn)));
}

#[test]
fn a_consultation_in_the_last_three_working_days_is_warned_of() {
    let book = Book::received();
    assert_eq!(book.decision(third(day(3, 25))).unwrap().warnings, []);
    for (on, left) in [(day(3, 26), 2), (day(3, 27), 1), (day(3, 30), 0)] {
        let warned = book.decision(third(on)).unwrap().warnings;
        assert_eq!(warned, [Warning::ConsultedLate { due: day(3, 30), left }], "{on}");
    }
}

#[test]
fn a_disclosure_against_an_objection_asks_for_the_notice_of_article_32() {
    let book = Book::received().then(third(day(3, 9))).then(opinion(day(3, 16), "", Opinion::Object));
    let decided = book.decision(open(day(3, 20))).unwrap();
    assert_eq!(decided.warnings, [Warning::OverrideNeedsNotice]);
    let notice = Step::OverrideNotice { on: day(3, 20), party: String::new(), reason: "公共利益".into() };
    let book = book.then(notice).then(open(day(3, 20)));
    assert_eq!(book.case().override_notices, [(day(3, 20), "甲公司".to_owned())]);
    let early = Book::received().then(third(day(3, 9))).decision(open(day(3, 20))).unwrap();
    assert_eq!(early.warnings, [Warning::OpinionOutstanding { last: day(3, 30) }]);
}

#[test]
fn an_extension_is_told_within_the_term_as_consultations_have_moved_it() {
    let book = Book::received().then(third(day(3, 9))).then(agreed(day(3, 20)));
    assert_eq!(book.refused(extend(day(4, 14), 5)), Refusal::ExtensionTooLate { due: day(4, 13) });
    assert_eq!(book.then(extend(day(4, 13), 20)).case().extensions_in_force().count(), 1);
}

#[test]
fn a_fee_notice_waits_for_the_payment_and_the_payment_starts_the_term_anew() {
    let noticed = Book::received().then(fee(day(3, 16))).then(arrived(day(3, 16), 2));
    let clock = noticed.clock();
    assert_eq!((clock.due_on, clock.waits_until), (None, Some(day(4, 14))));
    assert_eq!(noticed.case().status(), Status::AwaitingFee);
    let paid = noticed.clone().then(pay(day(3, 25)));
    assert_eq!((paid.due_on(), paid.case().status()), (Some(day(4, 23)), Status::Open));
    let less = noticed.decision(Step::FeePay { on: day(4, 15), amount: 300 }).unwrap();
    let differs = Warning::PaymentDiffers { noticed: 380, paid: 300 };
    assert_eq!(less.warnings, [differs, Warning::LatePayment { last: day(4, 14) }]);
}

#[test]
fn an_unpaid_fee_ends_the_request_on_the_first_day_after_the_term() {
    let book = Book::received().then(fee(day(3, 16))).then(arrived(day(3, 16), 2)).then(no_fee(day(4, 20)));
    let conclusion = book.case().conclusion.unwrap();
    assert_eq!(
        (conclusion.on, conclusion.way, conclusion.outcome.row),
        (day(4, 15), ConclusionWay::FeeLapsed, OutcomeRow::OtherNoFee)
    );
    assert_eq!(book.refused(pay(day(4, 21))), Refusal::AlreadyConcluded(day(4, 15)));
}

#[test]
fn a_fee_notice_after_the_due_date_is_warned_of() {
    let late = Book::received().decision(fee(day(3, 31))).unwrap();
    assert_eq!(late.warnings, [Warning::LateFeeNotice { due: day(3, 30) }]);
}

#[test]
fn reasons_are_waited_for_and_a_decision_may_be_made_without_them() {
    let asked = Book::received().then(ask_reasons(day(3, 5)));
    assert_eq!((asked.case().status(), asked.due_on()), (Status::AwaitingReasons, None));
    let given = asked.clone().then(reasons(day(3, 18)));
    assert_eq!((given.case().status(), given.due_on()), (Status::Open, Some(day(4, 16))));
    let refused = asked.then(bare(day(3, 18), Outcome::of(OutcomeRow::NpExcess)));
    assert_eq!((refused.case().status(), refused.due_on()), (Status::Decided, Some(day(4, 13))));
    assert!(refused.clock().lines.iter().any(|line| line.rule == Rule::ReasonsNeverCame));
}

#[test]
fn a_deferral_fixes_the_day_until_the_term_starts_anew() {
    let book = Book::received().then(defer(day(3, 5), day(6, 30)));
    assert_eq!((book.case().status(), book.due_on()), (Status::Deferred, Some(day(6, 30))));
    let book = book.then(ask(day(3, 9), day(3, 31))).then(supplied(day(3, 20)));
    assert_eq!((book.case().status(), book.due_on()), (Status::Open, Some(day(4, 20))));
}

#[test]
fn the_papers_of_a_row_open_the_way_to_it() {
    let kind = OutcomeKind::NotFound;
    let search =
        Step::Note { on: day(3, 5), kind: NoteKind::Search, text: "检索档案系统，无".into() };
    let none = Outcome::of(OutcomeRow::NoneHeld).with_kind(kind);
    for (first, outcome) in [
        (third(day(3, 5)), Outcome::of(OutcomeRow::DenyThird)),
        (search, none),
        (link(day(3, 5), "2025-001", Relation::Repeats), Outcome::of(OutcomeRow::NpRepeat)),
        (ask_reasons(day(3, 5)), Outcome::of(OutcomeRow::NpExcess)),
    ] {
        let book = Book::received();
        assert!(book.decision(bare(day(3, 5), outcome.clone())).is_err(), "{outcome:?}");
        assert!(book.then(first).decision(bare(day(3, 5), outcome.clone())).is_ok(), "{outcome:?}");
    }
}

#[test]
fn a_paper_of_a_later_day_does_not_open_the_way() {
    let book = Book::received().then(third(day(3, 9)));
    let denied = bare(day(3, 6), Outcome::of(OutcomeRow::DenyThird));
    assert_eq!(book.refused(denied), Refusal::ThirdPartyNotAsked);
}
