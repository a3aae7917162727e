//! Who handles a case.

use super::*;

fn hand_over(on: Date, to: u32) -> Step {
    Step::HandOver { on, to: ClerkId(to), name: format!("经办{to}"), reason: String::new() }
}

fn handler(book: &Book) -> (u32, Option<Date>) {
    let Handler { clerk, since } = book.case().handler;
    (clerk.0, since)
}

#[test]
fn whoever_registered_a_case_handles_it_until_it_is_handed_over() {
    let book = Book::received();
    assert_eq!(handler(&book), (1, None));
    let book = book.then(hand_over(day(3, 5), 2));
    assert_eq!(handler(&book), (2, Some(day(3, 5))));
    assert_eq!(handler(&book.then(hand_over(day(3, 9), 1))), (1, Some(day(3, 9))));
}

#[test]
fn a_hand_over_changes_no_term_and_no_state() {
    let book = Book::received();
    let (due, status) = (book.due_on(), book.case().status());
    let handed = book.then(hand_over(day(3, 5), 2));
    assert_eq!((handed.due_on(), handed.case().status()), (due, status));
    let closed = handed.then(open(day(3, 16))).then(serve(day(3, 17))).then(hand_over(day(4, 1), 3));
    assert_eq!(handler(&closed), (3, Some(day(4, 1))), "what is answered may have to be answered anew");
}

#[test]
fn of_two_hand_overs_the_later_day_counts_whichever_was_recorded_first() {
    let book = Book::received().then(hand_over(day(3, 9), 2)).then(hand_over(day(3, 5), 3));
    assert_eq!(handler(&book), (2, Some(day(3, 9))));
}

#[test]
fn a_hand_over_that_is_revoked_gives_the_case_back() {
    let book = Book::received().then(hand_over(day(3, 5), 2)).then(hand_over(day(3, 9), 3));
    assert_eq!(handler(&book.clone().revoking(3)), (2, Some(day(3, 5))));
    assert_eq!(handler(&book.revoking(2)), (3, Some(day(3, 9))), "the later one does not rest on it");
}

#[test]
fn what_is_erased_keeps_its_handler() {
    let closed =
        Book::received().then(hand_over(day(3, 5), 2)).then(open(day(3, 16))).then(serve(day(3, 17)));
    let erased = closed.then(Step::Archive { on: day(3, 20), file_no: "2026-1".into() }).erased();
    assert_eq!(handler(&erased), (2, Some(day(3, 5))));
    assert_eq!(erased.refused(hand_over(day(4, 1), 3)), Refusal::Erased);
}
