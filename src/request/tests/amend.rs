//! Corrections of the registration.

use super::*;

#[test]
fn the_last_recorded_correction_wins_whatever_the_days_of_the_steps() {
    let book = Book::received()
        .then(change(|to| to.kind = Some(ApplicantKind::Research)))
        .then(change(|to| to.applicant = Some("李四".into())))
        .then(change(|to| to.kind = Some(ApplicantKind::Commercial)));
    let facts = book.case().facts;
    assert_eq!((facts.kind, facts.particulars.applicant.as_str()), (ApplicantKind::Commercial, "李四"));
    assert_eq!(facts.particulars.content, "2025年度预算执行情况");
}

#[test]
fn another_day_of_receipt_dates_the_clock_anew() {
    let book = Book::received().then(change(|to| to.received_on = Some(day(3, 3))));
    assert_eq!(book.due_on(), Some(day(3, 31)));
}

#[test]
fn a_day_of_receipt_that_makes_a_step_impossible_is_refused_and_names_the_step() {
    let book = Book::received().then(ask(day(3, 5), day(3, 20))).then(supplied(day(3, 10)));
    let late = change(|to| to.received_on = Some(day(3, 6)));
    let because = Refusal::BeforeReceipt { on: day(3, 5), received: day(3, 6) };
    assert_eq!(book.refused(late), would_break(2, because));
    let fits = book.then(change(|to| to.received_on = Some(day(3, 5))));
    assert_eq!(fits.case().facts.received_on, Some(day(3, 5)));
}

#[test]
fn a_wrong_confirmation_is_corrected_in_both_its_days_while_the_steps_stand() {
    let book = Book::unconfirmed().then(confirm(day(3, 10))).then(open(day(3, 12)));
    let book = book.then(change(|to| to.received_on = Some(day(3, 4))));
    let facts = book.case().facts;
    assert_eq!((facts.confirmed_on, facts.received_on), (Some(day(3, 4)), Some(day(3, 4))));
    assert_eq!(book.due_on(), Some(day(4, 1)));
    // A step between the true and the wrong day is possible now.
    let book = book.then(note(day(3, 5), "电话沟通")).then(serve(day(3, 13)));
    assert_eq!(book.case().status(), Status::Closed);
    assert!(book.decision(change(|to| to.confirmed_on = Some(day(3, 5)))).is_ok());
    let because = Refusal::BeforeReceipt { on: day(3, 12), received: day(3, 13) };
    assert_eq!(book.refused(change(|to| to.confirmed_on = Some(day(3, 13)))), would_break(3, because));
}

#[test]
fn a_day_of_receipt_may_be_stated_instead_of_a_confirmation() {
    let book = Book::unconfirmed().then(change(|to| to.received_on = Some(day(3, 4))));
    assert_eq!(book.case().status(), Status::Open);
    assert_eq!(book.refused(confirm(day(3, 4))), Refusal::AlreadyReceived(day(3, 4)));
}

#[test]
fn in_person_the_day_of_submission_and_of_receipt_move_together() {
    let book = Book::new(Registration { received_on: Some(day(3, 2)), ..form(Channel::InPerson) });
    for step in
        [change(|to| to.received_on = Some(day(3, 3))), change(|to| to.submitted_on = Some(day(3, 3)))]
    {
        let facts = book.clone().then(step).case().facts;
        assert_eq!((facts.submitted_on, facts.received_on), (Some(day(3, 3)), Some(day(3, 3))));
    }
    let apart = change(|to| (to.submitted_on, to.received_on) = (Some(day(3, 3)), Some(day(3, 4))));
    let refusal = Refusal::ReceiptIsSubmission { submitted: day(3, 3), received: day(3, 4) };
    assert_eq!(book.refused(apart), refusal);
}

#[test]
fn two_days_that_contradict_each_other_are_refused_even_if_one_is_what_it_was() {
    let book = Book::unconfirmed().then(confirm(day(3, 4)));
    let apart = change(|to| (to.confirmed_on, to.received_on) = (Some(day(3, 5)), Some(day(3, 4))));
    let refusal = Refusal::ReceiptIsConfirmation {
        channel: Channel::Internet,
        confirmed: day(3, 5),
        received: day(3, 4),
    };
    assert_eq!(book.refused(apart), refusal);
}

#[test]
fn another_channel_brings_its_own_receipt_rule() {
    let in_person = Book::unconfirmed().then(change(|to| to.channel = Some(Channel::InPerson)));
    assert_eq!(in_person.case().facts.received_on, Some(day(3, 2)), "it waits for no confirmation any more");
    let signed = change(|to| to.channel = Some(Channel::SignedPost));
    assert_eq!(Book::unconfirmed().refused(signed), Refusal::NoDayOfReceipt(Channel::SignedPost));
    let confirmed = Book::unconfirmed().then(confirm(day(3, 4)));
    let refusal = Refusal::ReceiptIsSubmission { submitted: day(3, 2), received: day(3, 4) };
    assert_eq!(confirmed.refused(change(|to| to.channel = Some(Channel::InPerson))), refusal);
}

#[test]
fn another_content_is_the_text_of_the_only_item_and_leaves_the_items_of_a_form() {
    let to_content = || change(|to| to.content = Some("2024年度决算".into()));
    let single = Book::received().then(open(day(3, 5))).then(to_content()).case();
    assert_eq!((single.items[0].text.as_str(), single.is_decided()), ("2024年度决算", true));
    let several = Book::new(with_items(2, posted(day(3, 2)))).then(to_content()).case();
    assert_eq!((several.items.len(), several.items[0].text.as_str()), (2, "第1项"));
    assert_eq!(several.title(), "2024年度决算");
}

#[test]
fn a_name_in_an_imported_register_is_corrected_though_its_days_break_the_receipt_rule() {
    let Event::Registered(registered) = Book::received().entries.remove(0).event else { unreachable!() };
    let registered = Registered {
        channel: Channel::InPerson,
        submitted_on: Some(day(3, 1)),
        basis: Basis::Ledger,
        ..*registered
    };
    let book = Book { entries: vec![entry(1, Event::Registered(Box::new(registered)))], today: day(12, 31) };
    assert!(book.decision(change(|to| to.applicant = Some("李四".into()))).is_ok());
}

#[test]
fn a_correction_after_the_end_is_possible() {
    let book = Book::received().then(open(day(3, 5))).then(serve(day(3, 6)));
    let book = book.then(change(|to| to.kind = Some(ApplicantKind::Other)));
    assert_eq!((book.case().facts.kind, book.case().status()), (ApplicantKind::Other, Status::Closed));
}
