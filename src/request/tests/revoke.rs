//! Nothing is deleted; what was recorded wrongly is taken back.

use super::*;

/// Registration 1, notice 2, supplement 3, decision 4, service 5.
fn closed() -> Book {
    Book::received()
        .then(ask(day(3, 5), day(3, 20)))
        .then(supplied(day(3, 10)))
        .then(open(day(3, 16)))
        .then(serve(day(3, 17)))
}

#[test]
fn a_revoked_service_leaves_the_request_decided() {
    let book = closed().revoking(5);
    assert_eq!((book.case().status(), book.case().service), (Status::Decided, None));
    assert_eq!(book.case().version, Seq(6));
    assert_eq!(standing(&book.entries).len(), 5);
}

#[test]
fn a_revoked_revocation_gives_back_what_it_took() {
    let book = closed().revoking(5).revoking(6);
    assert_eq!(book.case().status(), Status::Closed);
    assert_eq!(revoked(&book.entries).into_iter().collect::<Vec<_>>(), [(Seq(6), Seq(7))]);
    let again = book.revoking(5);
    assert_eq!(again.case().status(), Status::Decided);
    assert_eq!(again.revoking(7).case().status(), Status::Decided, "the second revocation still stands");
}

#[test]
fn a_revocation_that_leaves_a_later_step_without_ground_names_it() {
    let book = closed();
    assert_eq!(book.revocation(4), Err(would_break(5, Refusal::NothingToServe { open_items: 1 })));
    assert_eq!(book.revocation(2), Err(would_break(3, Refusal::NoSupplementOpen)));
    let waiting = Refusal::AwaitsSupplement { reply_by: Some(day(3, 20)) };
    assert_eq!(book.revocation(3), Err(would_break(4, waiting)));
}

#[test]
fn following_what_a_refusal_names_leads_to_a_revocation_that_is_possible() {
    let mut book = closed();
    let mut taken_back = Vec::new();
    while !book.case().void {
        let mut seq = 1;
        while let Err(refusal) = book.revocation(seq) {
            let Refusal::WouldBreak { seq: first, .. } = refusal else { panic!("{refusal:?}") };
            seq = first.0;
        }
        book = book.revoking(seq);
        taken_back.push(seq);
    }
    assert_eq!(taken_back, [5, 4, 3, 2, 1]);
}

#[test]
fn a_revoked_confirmation_is_refused_while_steps_rest_on_it() {
    let book = Book::unconfirmed().then(confirm(day(3, 4))).then(open(day(3, 5)));
    assert_eq!(book.revocation(2), Err(would_break(3, Refusal::NotConfirmed)));
    let book = book.revoking(3).revoking(2);
    assert_eq!(book.case().status(), Status::Unconfirmed);
    assert_eq!(book.then(confirm(day(3, 6))).case().facts.received_on, Some(day(3, 6)));
}

#[test]
fn a_registration_is_revoked_only_when_no_step_stands() {
    let book = Book::received().then(note(day(3, 3), "重复登记"));
    assert_eq!(book.revocation(1), Err(would_break(2, Refusal::Void)));
    let book = book.revoking(2).revoking(1);
    assert!(book.case().void);
    assert_eq!(book.refused(note(day(3, 4), "补记")), Refusal::Void);
    assert_eq!(book.refused(change(|to| to.title = Some("题".into()))), Refusal::Void);
    let back = book.revoking(4);
    assert!(!back.case().void);
    assert_eq!(back.then(open(day(3, 5))).case().status(), Status::Decided);
}

#[test]
fn a_revoked_correction_takes_back_its_own_changes_and_no_others() {
    let book = Book::received()
        .then(change(|to| to.applicant = Some("李四".into())))
        .then(change(|to| to.contact = Some("0514-1234567".into())))
        .revoking(2);
    let particulars = book.case().facts.particulars;
    assert_eq!((particulars.applicant.as_str(), particulars.contact.as_str()), ("张三", "0514-1234567"));
    let particulars = book.revoking(4).case().facts.particulars;
    assert_eq!((particulars.applicant.as_str(), particulars.contact.as_str()), ("李四", "0514-1234567"));
}

#[test]
fn a_revoked_correction_of_the_day_of_receipt_gives_back_the_old_due_date() {
    let book = Book::received().then(change(|to| to.received_on = Some(day(3, 3)))).revoking(2);
    assert_eq!(book.due_on(), Some(day(3, 30)));
}

#[test]
fn a_revocation_that_leaves_days_against_the_receipt_rule_names_the_correction() {
    let book = Book::new(Registration { received_on: Some(day(3, 2)), ..form(Channel::InPerson) })
        .then(change(|to| to.channel = Some(Channel::SignedPost)))
        .then(change(|to| to.received_on = Some(day(3, 4))));
    let because = Refusal::ReceiptIsSubmission { submitted: day(3, 2), received: day(3, 4) };
    assert_eq!(book.revocation(2), Err(would_break(3, because)));
}

#[test]
fn a_decision_may_be_replaced_after_it_was_taken_back() {
    let book = closed().revoking(5).revoking(4).then(answer(day(3, 18), Outcome::of(OutcomeRow::NoneHeld)));
    let book = book.then(serve(day(3, 19)));
    assert_eq!(book.case().outcome().map(|outcome| outcome.row), Some(OutcomeRow::NoneHeld));
}
