//! Refusals of steps up to the service: receipt, 补正, decision, service.

use super::*;

/// A register that names a 补正 notice without its term.
fn no_term() -> Book {
    let asked = SupplementAsked { on: day(3, 5), points: String::new(), reply_by: None };
    Book::received().recording(Event::SupplementAsked(asked))
}

/// Refusals of steps.
pub(super) fn cases() -> Vec<Provoked> {
    let received = Book::received();
    let confirmed = Book::unconfirmed().then(confirm(day(3, 4)));
    let asked = Book::received().then(ask(day(3, 5), day(3, 20)));
    let decided = Book::received().then(open(day(3, 16)));
    let closed = decided.clone().then(serve(day(3, 17)));
    let kind = OutcomeKind::NotFound;
    let query = OutcomeRow::DenyQuery;
    let withdrawn = Outcome::of(OutcomeRow::OtherOther).with_kind(OutcomeKind::Withdrawn);
    vec![
        (
            received.clone().on(day(3, 4)).refused(open(day(3, 5))),
            Refusal::InFuture { field: Field::On, on: day(3, 5), today: day(3, 4) },
        ),
        (Book::unconfirmed().refused(open(day(3, 5))), Refusal::NotConfirmed),
        (received.refused(confirm(day(3, 5))), Refusal::AlreadyReceived(day(3, 2))),
        (confirmed.refused(confirm(day(3, 5))), Refusal::AlreadyReceived(day(3, 4))),
        (confirmed.refused(open(day(3, 3))), Refusal::BeforeReceipt { on: day(3, 3), received: day(3, 4) }),
        (
            Book::unconfirmed().refused(confirm(day(3, 1))),
            Refusal::ReceivedBeforeSubmission { submitted: day(3, 2), received: day(3, 1) },
        ),
        (received.refused(open(day(3, 1))), Refusal::BeforeReceipt { on: day(3, 1), received: day(3, 2) }),
        (closed.refused(withdraw(day(3, 18))), Refusal::AlreadyConcluded(day(3, 17))),
        (asked.refused(open(day(3, 6))), Refusal::AwaitsSupplement { reply_by: Some(day(3, 20)) }),
        (asked.refused(ask(day(3, 6), day(3, 20))), Refusal::SupplementOnce { asked: day(3, 5) }),
        (received.refused(supplied(day(3, 6))), Refusal::NoSupplementOpen),
        (
            received.refused(ask(day(3, 5), day(3, 5))),
            Refusal::ReplyByTooEarly { on: day(3, 5), reply_by: day(3, 5) },
        ),
        (asked.refused(supplied(day(3, 4))), Refusal::BeforeNotice { on: day(3, 4), asked: day(3, 5) }),
        (asked.refused(lapse(day(3, 20))), Refusal::TermNotOver { reply_by: day(3, 20) }),
        (asked.refused(lapse(day(3, 4))), Refusal::TermNotOver { reply_by: day(3, 20) }),
        (no_term().refused(lapse(day(5, 20))), Refusal::TermUnknown),
        (
            asked.refused(Step::SupplementLapse { on: day(3, 23), no_good_reason: false }),
            Refusal::NeedsNoGoodReason,
        ),
        (received.refused(answer_item(day(3, 5), 0, query)), Refusal::NoSuchItem { items: 1 }),
        (received.refused(answer_item(day(3, 5), 2, query)), Refusal::NoSuchItem { items: 1 }),
        (decided.refused(open(day(3, 17))), Refusal::AlreadyDecided),
        (decided.refused(ask(day(3, 17), day(3, 30))), Refusal::AlreadyDecided),
        (
            received.refused(answer(day(3, 5), Outcome::of(query).with_kind(kind))),
            Refusal::KindNotOfRow { row: query, kind },
        ),
        (
            received.refused(answer(day(3, 5), Outcome::of(OutcomeRow::NoneUnclear))),
            Refusal::UnclearWithoutSupplement,
        ),
        (
            received.refused(answer(day(3, 5), Outcome::of(OutcomeRow::OtherNoSupplement))),
            Refusal::LapseIsAStep,
        ),
        (received.refused(answer(day(3, 5), Outcome::of(OutcomeRow::OtherNoFee))), Refusal::NoFeeNotice),
        (received.refused(answer(day(3, 5), withdrawn)), Refusal::WithdrawalIsAStep),
        (received.refused(serve(day(3, 5))), Refusal::NothingToServe { open_items: 1 }),
        (decided.refused(serve(day(3, 13))), Refusal::BeforeDecision { on: day(3, 13), decided: day(3, 16) }),
        (
            fold(&received.recording(extended(day(3, 5), 21)).entries).unwrap_err().into(),
            Refusal::ExtensionTooLong { used: 0 },
        ),
    ]
}
