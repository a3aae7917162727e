//! What the menu offers is what the procedure takes: tried over many states of a case.

use jiff::civil::Date;

use crate::law::{OutcomeKind, OutcomeRow};
use crate::request::tests::{Book, *};
use crate::request::*;
use crate::tui::screens::{Offer, StepKind, offers};

/// States of a case, one after the other of several histories.
fn states() -> Vec<Vec<Entry>> {
    let received = Book::received;
    let answered = || received().then(open(day(3, 16)));
    let served = || answered().then(serve(day(3, 17)));
    let consulted = || received().then(third(day(3, 5)));
    let assigned = || received().then(assign(day(3, 3), "法规科", day(3, 13)));
    let two = || Book::new(with_items(2, posted(day(3, 2))));
    let denied = |book: Book| {
        book.then(answer_item(day(3, 10), 1, OutcomeRow::NoneMake)).then(answer_item(
            day(3, 11),
            2,
            OutcomeRow::DenyInternal,
        ))
    };
    let taken_back = |mut book: Book, seq: u64| {
        let next = book.entries.len() as u64 + 1;
        book.entries.push(entry(next, Event::Revoked { seq: Seq(seq), reason: "误记".into() }));
        book
    };
    let books = vec![
        Book::unconfirmed(),
        Book::unconfirmed().then(confirm(day(3, 4))),
        received(),
        taken_back(received(), 1),
        received().then(ask(day(3, 4), day(3, 18))),
        received().then(ask(day(3, 4), day(3, 18))).then(supplied(day(3, 10))),
        received().then(ask(day(3, 4), day(3, 18))).then(lapse(day(3, 19))),
        assigned(),
        assigned().then(Step::UnitReturn { on: day(3, 5), unit: String::new(), reason: "非我科".into() }),
        consulted(),
        consulted().then(arrived(day(3, 6), 2)),
        consulted().then(opinion(day(3, 12), "", Opinion::Object)),
        consulted().then(Step::Assist { on: day(3, 6), organ: "丁局".into(), text: String::new() }),
        received().then(extend(day(3, 20), 20)),
        received().then(extend(day(3, 20), 5)),
        received().then(ask_reasons(day(3, 4))),
        received().then(ask_reasons(day(3, 4))).then(reasons(day(3, 9))),
        received().then(defer(day(3, 20), day(6, 30))),
        received().then(fee(day(3, 5))),
        received().then(fee(day(3, 5))).then(pay(day(3, 12))),
        received().then(fee(day(3, 5))).then(no_fee(day(4, 10))),
        two(),
        two().then(answer_item(day(3, 10), 1, OutcomeRow::NoneMake)),
        denied(two()),
        denied(two()).then(serve(day(3, 17))),
        answered(),
        taken_back(answered(), 2),
        served(),
        served().then(Step::Delivered { on: day(3, 19) }),
        served().then(Step::ReturnedMail { on: day(3, 25), reason: String::new() }),
        served().then(Step::WithdrawAnswer { on: day(3, 20), reason: String::new() }),
        served().then(Step::ReanswerOrdered { on: day(3, 25), by: day(5, 20), order: String::new() }),
        served().then(Step::Archive { on: day(3, 25), file_no: "1".into() }),
        received().then(withdraw(day(3, 9))),
        received().then(Step::Join { on: day(3, 9), to: "2026-009".into(), reason: String::new() }),
        received().then(link(day(3, 3), "2025-001", Relation::Repeats)),
    ];
    books.into_iter().map(|book| book.entries).collect()
}

/// Every step with what may well be typed, on one day.
fn steps(on: Date) -> Vec<(StepKind, Step)> {
    let text = String::new;
    let later = |days: i64| on.checked_add(jiff::ToSpan::days(days)).unwrap();
    let mut all = vec![
        (StepKind::Confirm, confirm(on)),
        (StepKind::SupplementAsk, ask(on, later(10))),
        (StepKind::SupplementReceive, supplied(on)),
        (StepKind::SupplementLapse, lapse(on)),
        (StepKind::ReasonsAsk, ask_reasons(on)),
        (StepKind::ReasonsReceive, reasons(on)),
        (StepKind::Defer, defer(on, later(60))),
        (StepKind::FeeNotice, fee(on)),
        (StepKind::FeePay, pay(on)),
        (StepKind::FeeLapse, no_fee(on)),
        (StepKind::Extend, extend(on, 1)),
        (StepKind::Extend, extend(on, 15)),
        (StepKind::Serve, serve(on)),
        (StepKind::Withdraw, withdraw(on)),
        (StepKind::Note, note(on, "电话")),
        (StepKind::Delivered, Step::Delivered { on }),
        (StepKind::ReturnedMail, Step::ReturnedMail { on, reason: text() }),
        (StepKind::WithdrawAnswer, Step::WithdrawAnswer { on, reason: text() }),
        (StepKind::ReanswerOrdered, Step::ReanswerOrdered { on, by: later(30), order: text() }),
        (StepKind::Archive, Step::Archive { on, file_no: text() }),
        (StepKind::Split, Step::Split { on, items: vec![1], no: Some("2026-007".into()) }),
        (StepKind::Split, Step::Split { on, items: vec![2], no: Some("2026-007".into()) }),
        (StepKind::Join, Step::Join { on, to: "2026-008".into(), reason: text() }),
        (StepKind::Link, link(on, "2026-008", Relation::Related)),
        (StepKind::Amend, change(|to| to.contact = Some("0514".into()))),
        (StepKind::Assist, Step::Assist { on, organ: "戊局".into(), text: text() }),
        (StepKind::Review, Step::Review { on, kind: ReviewKind::Legal, by: text(), text: text() }),
        (StepKind::Assign, assign(on, "办公室", later(5))),
        (StepKind::UnitReturn, Step::UnitReturn { on, unit: text(), reason: "非我科".into() }),
        (StepKind::UnitAnswer, Step::UnitAnswer { on, unit: text(), text: text() }),
        (StepKind::Chase, Step::Chase { on, unit: text(), text: text() }),
    ];
    all.extend((1..5).map(|seq| (StepKind::Received, arrived(on, seq))));
    for party in ["甲公司", "丁局", ""] {
        all.extend(Opinion::CHOICES.map(|what| (StepKind::ConsultAnswer, opinion(on, party, what))));
        let notice = Step::OverrideNotice { on, party: party.into(), reason: text() };
        all.push((StepKind::OverrideNotice, notice));
    }
    all.extend(ConsultRole::ALL.map(|role| (StepKind::ConsultSend, consult(on, "乙公司", role))));
    for row in OutcomeRow::ALL {
        all.push((StepKind::Decide, answer(on, Outcome::of(row))));
        all.extend([1, 2].map(|n| (StepKind::Decide, answer_item(on, n, row))));
        let overrule = Step::Overrule { on, outcome: Outcome::of(row), reason: "主要".into() };
        all.push((StepKind::Overrule, overrule));
    }
    let not_found = Outcome::of(OutcomeRow::NoneHeld).with_kind(OutcomeKind::NotFound);
    all.push((StepKind::Decide, answer(on, not_found)));
    all
}

#[test]
fn no_step_is_refused_that_the_procedure_takes() {
    let reckoning = reckoning();
    for today in [day(3, 19), day(4, 20)] {
        for entries in states() {
            let case = fold(&entries).unwrap();
            let context = Context { today, reckoning: &reckoning };
            let offered = offers(&case, &entries, today, &reckoning);
            let days = (0..50).step_by(2).map(|n| day(3, 1).checked_add(jiff::ToSpan::days(n)).unwrap());
            for (kind, step) in days.filter(|on| *on <= today).flat_map(steps) {
                let taken = decide(&entries, step.clone(), &context).is_ok();
                let (_, offer) = offered.iter().find(|(own, _)| *own == kind).unwrap();
                let refused = matches!(offer, Offer::Refused(_));
                assert!(!(taken && refused), "{today}: {offer:?} of {step:?} in {case:#?}");
            }
            // What can be taken today and goes on being possible is offered for today.
            let tomorrow = today.tomorrow().unwrap();
            let then = Context { today: tomorrow, reckoning: &reckoning };
            for ((kind, step), (_, later)) in steps(today).into_iter().zip(steps(tomorrow)) {
                let taken = decide(&entries, step.clone(), &context).is_ok();
                let goes_on = decide(&entries, later, &then).is_ok();
                let (_, offer) = offered.iter().find(|(own, _)| *own == kind).unwrap();
                assert!(!(taken && goes_on) || *offer == Offer::Now, "{offer:?} of {step:?} in {case:#?}");
            }
        }
    }
}

#[test]
fn a_refusal_is_the_one_that_the_procedure_gives() {
    let reckoning = reckoning();
    let entries = Book::received().then(ask(day(3, 4), day(3, 18))).entries;
    let case = fold(&entries).unwrap();
    let offered = offers(&case, &entries, day(3, 9), &reckoning);
    let of = |kind| offered.iter().find(|(own, _)| *own == kind).map(|(_, offer)| offer.clone()).unwrap();
    let waits = Refusal::AwaitsSupplement { reply_by: Some(day(3, 18)) };
    assert_eq!(of(StepKind::Decide), Offer::Refused(waits.clone()));
    assert_eq!(of(StepKind::SupplementLapse), Offer::Refused(Refusal::TermNotOver { reply_by: day(3, 18) }));
    assert_eq!(of(StepKind::SupplementReceive), Offer::Now);
    assert_eq!(of(StepKind::Extend), Offer::Earlier(waits), "before the notice it could have been extended");
}

#[test]
fn on_the_day_on_which_a_case_ends_what_came_before_its_end_is_offered_no_more() {
    let reckoning = reckoning();
    let entries = Book::received().then(open(day(3, 16))).then(serve(day(3, 17))).entries;
    let case = fold(&entries).unwrap();
    let offered = offers(&case, &entries, day(3, 17), &reckoning);
    let of = |kind| offered.iter().find(|(own, _)| *own == kind).map(|(_, offer)| offer.clone()).unwrap();
    assert_eq!(of(StepKind::Assign), Offer::Earlier(Refusal::AlreadyConcluded(day(3, 17))));
    assert_eq!(of(StepKind::Delivered), Offer::Now);
}

#[test]
fn on_the_last_day_of_the_term_an_extension_is_offered() {
    let reckoning = reckoning();
    let entries = Book::received().entries;
    let case = fold(&entries).unwrap();
    let on = |today| {
        let offered = offers(&case, &entries, today, &reckoning);
        offered.into_iter().find(|(own, _)| *own == StepKind::Extend).unwrap().1
    };
    assert_eq!(on(day(3, 30)), Offer::Now);
    let late = Refusal::ExtensionTooLate { due: day(3, 30) };
    assert_eq!(on(day(3, 31)), Offer::Earlier(late));
}
