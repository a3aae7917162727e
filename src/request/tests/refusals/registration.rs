//! Refusals of the registration: fields and the receipt rule of art. 31.

use super::*;

fn with_particulars(change: impl FnOnce(&mut Particulars)) -> Result<Book, Refusal> {
    let mut registration = posted(day(3, 2));
    change(&mut registration.particulars);
    Book::registering(registration)
}

fn not_registered(outcome: Result<Book, Refusal>) -> Refusal {
    outcome.map(|book| book.entries).expect_err("refused")
}

/// Refusals of the registration.
pub(super) fn cases() -> Vec<Provoked> {
    let (a, b) = (day(3, 2), day(3, 4));
    let old = iso("1989-12-31");
    let form = |channel, submitted_on, confirmed_on, received_on| {
        not_registered(Book::registering(Registration {
            submitted_on,
            confirmed_on,
            received_on,
            ..form(channel)
        }))
    };
    vec![
        (
            not_registered(with_particulars(|to| to.applicant = " ".into())),
            Refusal::Missing(Field::Applicant),
        ),
        (not_registered(with_particulars(|to| to.content = String::new())), Refusal::Missing(Field::Content)),
        (
            not_registered(with_particulars(|to| to.applicant = "张\n三".into())),
            Refusal::ControlCharacters(Field::Applicant),
        ),
        (
            not_registered(with_particulars(|to| to.platform_no = "1\u{1b}[2J".into())),
            Refusal::ControlCharacters(Field::PlatformNo),
        ),
        (
            not_registered(with_particulars(|to| to.unit = "科".repeat(201))),
            Refusal::TooLong { field: Field::Unit, limit: 200 },
        ),
        (
            not_registered(with_particulars(|to| to.items = vec!["一项".into(); 100])),
            Refusal::TooManyItems { limit: 99 },
        ),
        (
            form(Channel::SignedPost, None, None, Some(old)),
            Refusal::DayOutOfRange { field: Field::Received, on: old },
        ),
        (
            form(Channel::InPerson, Some(a), None, Some(b)),
            Refusal::ReceiptIsSubmission { submitted: a, received: b },
        ),
        (
            form(Channel::Fax, None, Some(a), Some(b)),
            Refusal::ReceiptIsConfirmation { channel: Channel::Fax, confirmed: a, received: b },
        ),
        (
            form(Channel::SignedPost, Some(b), None, Some(a)),
            Refusal::ReceivedBeforeSubmission { submitted: b, received: a },
        ),
        (form(Channel::SignedPost, Some(a), None, None), Refusal::NoDayOfReceipt(Channel::SignedPost)),
    ]
}
