//! Art. 31: which day is the day of receipt.

use super::*;

const A: Option<Date> = Some(date(2026, 3, 2));
const B: Option<Date> = Some(date(2026, 3, 4));
const C: Option<Date> = Some(date(2026, 3, 5));

type Days = (Option<Date>, Option<Date>, Option<Date>);

fn registered(channel: Channel, (submitted_on, confirmed_on, received_on): Days) -> Result<Days, Refusal> {
    let registration = Registration { submitted_on, confirmed_on, received_on, ..form(channel) };
    let facts = Book::registering(registration)?.case().facts;
    Ok((facts.submitted_on, facts.confirmed_on, facts.received_on))
}

#[test]
fn the_day_of_receipt_follows_from_the_channel() {
    use Channel::*;
    // channel, (submitted, confirmed, received) as typed, as registered
    for (channel, typed, kept) in [
        (InPerson, (A, None, None), (A, None, A)),
        (InPerson, (None, None, A), (A, None, A)),
        (InPerson, (A, None, A), (A, None, A)),
        (Oral, (A, None, None), (A, None, A)),
        (Oral, (None, None, A), (A, None, A)),
        (SignedPost, (A, None, B), (A, None, B)),
        (SignedPost, (None, None, B), (None, None, B)),
        (OrdinaryPost, (A, B, None), (A, B, B)),
        (OrdinaryPost, (A, None, B), (A, B, B)),
        (OrdinaryPost, (A, None, None), (A, None, None)),
        (Internet, (A, None, None), (A, None, None)),
        (Internet, (A, B, None), (A, B, B)),
        (Internet, (A, B, B), (A, B, B)),
        (Internet, (None, None, B), (None, B, B)),
        (Email, (A, A, None), (A, A, A)),
        (Fax, (None, B, None), (None, B, B)),
        (Unstated, (None, None, B), (None, None, B)),
        (Unstated, (A, None, B), (A, None, B)),
    ] {
        assert_eq!(registered(channel, typed), Ok(kept), "{channel:?} {typed:?}");
    }
}

#[test]
fn days_that_contradict_the_channel_are_refused() {
    use Channel::*;
    let (a, b, c) = (A.unwrap(), B.unwrap(), C.unwrap());
    for (channel, typed, refusal) in [
        (InPerson, (A, None, B), Refusal::ReceiptIsSubmission { submitted: a, received: b }),
        (Oral, (B, None, A), Refusal::ReceiptIsSubmission { submitted: b, received: a }),
        (InPerson, (None, None, None), Refusal::NoDayOfReceipt(InPerson)),
        (SignedPost, (A, None, None), Refusal::NoDayOfReceipt(SignedPost)),
        (SignedPost, (B, None, A), Refusal::ReceivedBeforeSubmission { submitted: b, received: a }),
        (
            Internet,
            (A, B, C),
            Refusal::ReceiptIsConfirmation { channel: Internet, confirmed: b, received: c },
        ),
        (Email, (B, A, None), Refusal::ReceivedBeforeSubmission { submitted: b, received: a }),
        (Fax, (None, None, None), Refusal::NoDayOfReceipt(Fax)),
        (OrdinaryPost, (None, None, None), Refusal::NoDayOfReceipt(OrdinaryPost)),
        (Unstated, (A, None, None), Refusal::NoDayOfReceipt(Unstated)),
    ] {
        assert_eq!(registered(channel, typed), Err(refusal), "{channel:?} {typed:?}");
    }
}

#[test]
fn a_request_from_the_web_waits_for_confirmation_and_no_term_runs() {
    let book = Book::unconfirmed();
    assert_eq!(book.case().status(), Status::Unconfirmed);
    assert_eq!(book.due_on(), None);
    assert_eq!(book.case().listed_on(), Some(day(3, 2)));
}

#[test]
fn the_confirmation_is_the_receipt_and_starts_the_term() {
    let book = Book::unconfirmed().then(confirm(day(3, 4)));
    let facts = book.case().facts;
    assert_eq!((facts.confirmed_on, facts.received_on), (B, B));
    assert_eq!(book.case().status(), Status::Open);
    assert_eq!(book.due_on(), Some(day(4, 1)));
}

#[test]
fn a_form_with_items_needs_no_other_content_and_is_listed_under_its_first() {
    let mut registration = with_items(2, posted(day(3, 2)));
    registration.particulars.content = String::new();
    let case = Book::new(registration).case();
    assert_eq!((case.items.len(), case.title()), (2, "第1项"));
}

#[test]
fn a_number_is_given_by_organ_year_and_count_or_brought_along() {
    assert_eq!(RequestNo::running("", 2026, 7).to_string(), "2026-007");
    assert_eq!(RequestNo::running("公", 2026, 7).to_string(), "公〔2026〕7号");
    assert_eq!(RequestNo::given("A-1").serial, None);
}
