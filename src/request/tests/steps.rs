//! The steps of the procedure and where they leave the case.

use super::*;

fn ended(book: &Book) -> (Date, ConclusionWay, OutcomeRow) {
    let conclusion = book.case().conclusion.expect("concluded");
    (conclusion.on, conclusion.way, conclusion.outcome.row)
}

#[test]
fn a_served_answer_ends_the_request_on_the_day_of_service_and_in_its_year() {
    let book = Book::new(posted(iso("2025-12-15"))).then(open(iso("2025-12-31"))).then(serve(day(1, 5)));
    assert_eq!(ended(&book), (day(1, 5), ConclusionWay::Served, OutcomeRow::Open));
    assert_eq!(book.case().status(), Status::Closed);
    assert_eq!(book.case().decided_on(), Some(iso("2025-12-31")));
}

#[test]
fn a_lapse_ends_the_request_on_the_first_day_after_the_term_whenever_it_is_found() {
    let asked = Book::new(posted(iso("2025-12-15"))).then(ask(iso("2025-12-18"), iso("2025-12-31")));
    assert_eq!(asked.refused(lapse(iso("2025-12-31"))), Refusal::TermNotOver { reply_by: iso("2025-12-31") });
    let book = asked.then(lapse(day(1, 20)));
    assert_eq!(ended(&book), (day(1, 1), ConclusionWay::SupplementLapsed, OutcomeRow::OtherNoSupplement));
}

#[test]
fn a_withdrawal_ends_the_request_in_any_state_after_receipt() {
    let asked = Book::received().then(ask(day(3, 5), day(3, 20)));
    let decided = Book::received().then(open(day(3, 5)));
    for book in [Book::received(), asked, decided] {
        let book = book.then(withdraw(day(3, 10)));
        assert_eq!(ended(&book), (day(3, 10), ConclusionWay::Withdrawn, OutcomeRow::OtherOther));
        assert_eq!(book.case().outcome(), Some(Case::withdrawn_outcome()));
    }
}

#[test]
fn each_item_has_its_own_answer_and_the_row_of_the_case_follows() {
    let book = Book::new(with_items(3, posted(day(3, 2))));
    let book = book.then(answer_item(day(3, 5), 2, OutcomeRow::NoneHeld));
    assert_eq!((book.case().status(), book.case().outcome()), (Status::Open, None));
    assert_eq!(book.refused(serve(day(3, 6))), Refusal::NothingToServe { open_items: 2 });
    let book = book.then(answer_item(day(3, 9), 1, OutcomeRow::DenyThird)).then(open(day(3, 10)));
    let rows: Vec<_> =
        book.case().items.iter().map(|item| item.answer.as_ref().unwrap().outcome.row).collect();
    assert_eq!(rows, [OutcomeRow::DenyThird, OutcomeRow::NoneHeld, OutcomeRow::Open]);
    assert_eq!(book.case().status(), Status::Decided);
    let book = book.then(serve(day(3, 11)));
    assert_eq!(ended(&book).2, OutcomeRow::Partial);
}

#[test]
fn what_is_left_may_be_decided_on_the_day_on_which_an_item_was() {
    let book = Book::new(with_items(2, posted(day(3, 2))));
    let one = book.decision(answer_item(day(3, 5), 1, OutcomeRow::DenyThird)).unwrap().event;
    let rest = book.decision(open(day(3, 5))).unwrap().event;
    let forwards = book.clone().recording(one.clone()).recording(rest.clone()).case();
    let backwards = book.recording(rest).recording(one).case();
    let rows = |case: &Case| case.answered_outcome().map(|outcome| outcome.row);
    assert_eq!((rows(&forwards), rows(&backwards)), (Some(OutcomeRow::Partial), Some(OutcomeRow::Partial)));
}

#[test]
fn a_supplement_may_be_asked_for_after_one_item_is_decided_and_holds_up_the_others() {
    let book = Book::new(with_items(2, posted(day(3, 2))))
        .then(answer_item(day(3, 4), 1, OutcomeRow::Open))
        .then(ask(day(3, 5), day(3, 20)));
    assert_eq!((book.case().status(), book.due_on()), (Status::AwaitingSupplement, None));
    let waiting = Refusal::AwaitsSupplement { reply_by: Some(day(3, 20)) };
    assert_eq!(book.refused(answer_item(day(3, 6), 2, OutcomeRow::Open)), waiting);
    assert_eq!(book.refused(serve(day(3, 6))), waiting);
    let book = book.then(supplied(day(3, 16))).then(answer_item(day(3, 17), 2, OutcomeRow::Open));
    assert_eq!(ended(&book.then(serve(day(3, 18)))).2, OutcomeRow::Open);
}

#[test]
fn a_lapse_after_one_item_is_decided_ends_the_whole_request() {
    let book = Book::new(with_items(2, posted(day(3, 2))))
        .then(answer_item(day(3, 4), 1, OutcomeRow::Open))
        .then(ask(day(3, 5), day(3, 20)))
        .then(lapse(day(3, 23)));
    assert_eq!(ended(&book), (day(3, 21), ConclusionWay::SupplementLapsed, OutcomeRow::OtherNoSupplement));
}

#[test]
fn an_unclear_request_is_answered_so_only_after_a_supplement() {
    let unclear = |on| answer(on, Outcome::of(OutcomeRow::NoneUnclear));
    let book = Book::received();
    assert_eq!(book.refused(unclear(day(3, 5))), Refusal::UnclearWithoutSupplement);
    let book = book.then(ask(day(3, 5), day(3, 20))).then(supplied(day(3, 16))).then(unclear(day(3, 17)));
    assert_eq!(book.case().status(), Status::Decided);
}

#[test]
fn a_written_reason_passes_over_what_the_file_lacks_and_blanks_are_no_reason() {
    let because = |override_reason: &str| Step::Decide {
        on: day(3, 5),
        item: None,
        outcome: Outcome::of(OutcomeRow::OtherNoFee),
        facts: String::new(),
        letter_no: String::new(),
        override_reason: override_reason.into(),
    };
    assert_eq!(Book::received().refused(because("  ")), Refusal::NoFeeNotice);
    assert!(Book::received().decision(because("收费通知另卷保存")).is_ok());
}

#[test]
fn a_late_supplement_is_taken_with_a_warning_as_long_as_nobody_found_a_lapse() {
    let asked = Book::received().then(ask(day(3, 5), day(3, 20)));
    let late = asked.decision(supplied(day(3, 25))).unwrap();
    assert_eq!(late.warnings, [Warning::LateSupplement { reply_by: day(3, 20) }]);
    let lapsed = asked.then(lapse(day(3, 30)));
    assert_eq!(lapsed.refused(supplied(day(4, 1))), Refusal::AlreadyConcluded(day(3, 21)));
    assert_eq!(lapsed.refused(supplied(day(3, 25))), would_break(3, Refusal::NoSupplementOpen));
}

#[test]
fn notes_may_be_taken_before_receipt_and_after_the_end() {
    let book = Book::unconfirmed().then(note(day(3, 2), "电话无人接听")).then(confirm(day(3, 4)));
    let book = book.then(open(day(3, 5))).then(serve(day(3, 6))).then(note(day(4, 1), "来电致谢"));
    let texts: Vec<_> = book.case().notes.into_iter().map(|note| note.text).collect();
    assert_eq!(texts, ["电话无人接听", "来电致谢"]);
    assert_eq!(book.case().status(), Status::Closed);
}

#[test]
fn nothing_but_a_note_follows_the_end() {
    let book = Book::received().then(open(day(3, 5))).then(serve(day(3, 6)));
    let concluded = Refusal::AlreadyConcluded(day(3, 6));
    for step in [
        ask(day(3, 9), day(3, 20)),
        supplied(day(3, 9)),
        lapse(day(3, 9)),
        open(day(3, 9)),
        serve(day(3, 9)),
        withdraw(day(3, 9)),
    ] {
        assert_eq!(book.refused(step.clone()), concluded, "{step:?}");
    }
}

#[test]
fn a_late_recorded_day_that_makes_a_later_step_impossible_names_that_step() {
    let decided = Book::received().then(open(day(3, 20)));
    let waiting = Refusal::AwaitsSupplement { reply_by: Some(day(3, 13)) };
    assert_eq!(decided.refused(ask(day(3, 5), day(3, 13))), would_break(2, waiting));
    let served = decided.then(serve(day(3, 23)));
    assert_eq!(served.refused(withdraw(day(3, 18))), would_break(2, Refusal::AlreadyConcluded(day(3, 18))));
    assert_eq!(served.refused(serve(day(3, 21))), would_break(3, Refusal::AlreadyConcluded(day(3, 21))));
}

#[test]
fn a_note_recorded_late_stands_by_its_day() {
    let book = Book::received().then(note(day(3, 10), "后")).then(note(day(3, 4), "先"));
    let texts: Vec<_> = book.case().notes.into_iter().map(|note| note.text).collect();
    assert_eq!(texts, ["先", "后"]);
}

#[test]
fn steps_of_one_day_stand_in_the_order_of_the_procedure() {
    let on = day(3, 4);
    let book = Book::unconfirmed().then(confirm(on)).then(ask(on, day(3, 20))).then(supplied(on));
    let book = book.then(open(on)).then(serve(on));
    assert_eq!(ended(&book), (on, ConclusionWay::Served, OutcomeRow::Open));
}

#[test]
fn an_answer_that_stands_is_not_replaced_by_one_of_an_earlier_day() {
    let two = Book::new(with_items(2, posted(day(3, 2)))).then(open(day(3, 20)));
    assert_eq!(two.refused(answer_item(day(3, 10), 1, OutcomeRow::DenyThird)), Refusal::AlreadyDecided);
    let replaced = two.revoking(2).then(answer_item(day(3, 10), 1, OutcomeRow::DenyThird));
    assert_eq!(replaced.case().answered_outcome().map(|outcome| outcome.row), Some(OutcomeRow::DenyThird));
}

#[test]
fn an_imported_history_is_taken_as_it_is_where_it_is_possible() {
    let on = day(3, 2);
    let Event::Registered(registered) = Book::new(posted(on)).entries.remove(0).event else { unreachable!() };
    // In person, submitted a day earlier: against art. 31, but a register may say so.
    let registered = Registered {
        channel: Channel::InPerson,
        submitted_on: Some(day(3, 1)),
        basis: Basis::Ledger,
        baseline: true,
        ..*registered
    };
    let events = [
        Event::Registered(Box::new(registered)),
        Event::SupplementAsked(SupplementAsked { on: day(3, 20), points: String::new(), reply_by: None }),
        Event::SupplementReceived { on: day(3, 30), text: String::new() },
    ];
    let case = imported(&events).unwrap();
    assert_eq!((case.status(), case.facts.baseline), (Status::Open, true));
    assert_eq!(super::clock(&case, &reckoning()).due_on, Some(day(4, 28)));
}
