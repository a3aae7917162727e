//! Refusals of what goes on beside: consultations, extension, reasons, deferral, fees, and of answers
//! for want of them.

use super::*;

pub(super) fn cases() -> Vec<Provoked> {
    [of_others(), of_the_file()].concat()
}

/// Refusals of consultations, reasons, extensions and deferrals.
fn of_others() -> Vec<Provoked> {
    let received = Book::received();
    let asked = received.clone().then(third(day(3, 9)));
    let reasoned = received.clone().then(ask_reasons(day(3, 5)));
    let deferred = received.clone().then(defer(day(3, 5), day(5, 20)));
    let notice =
        |on, party: &str| Step::OverrideNotice { on, party: party.into(), reason: "公共利益".into() };
    let agreed_to = asked.clone().then(agreed(day(3, 12)));
    let two = asked.clone().then(consult(day(3, 9), "乙局", ConsultRole::Organ));
    vec![
        (reasoned.refused(fee(day(3, 6))), Refusal::AwaitsReasons { asked: day(3, 5) }),
        (reasoned.refused(extend(day(3, 6), 5)), Refusal::AwaitsReasons { asked: day(3, 5) }),
        (reasoned.refused(ask_reasons(day(3, 6))), Refusal::ReasonsOnce { asked: day(3, 5) }),
        (received.refused(reasons(day(3, 6))), Refusal::NoReasonsOpen),
        (reasoned.refused(reasons(day(3, 4))), Refusal::BeforeSending { on: day(3, 4), sent: day(3, 5) }),
        (asked.refused(third(day(3, 10))), Refusal::ConsultationOpen { since: day(3, 9) }),
        (asked.refused(opinion(day(3, 10), "乙公司", Opinion::Agree)), Refusal::NoConsultationOpen),
        (received.refused(agreed(day(3, 10))), Refusal::NoConsultationOpen),
        (two.refused(agreed(day(3, 10))), Refusal::SayWhich { field: Field::Party, among: 2 }),
        (asked.refused(agreed(day(3, 6))), Refusal::BeforeSending { on: day(3, 6), sent: day(3, 9) }),
        (received.refused(notice(day(3, 10), "甲公司")), Refusal::NoSuchThirdParty),
        (agreed_to.refused(notice(day(3, 13), "甲公司")), Refusal::NoSuchThirdParty),
        (asked.refused(arrived(day(3, 10), 1)), Refusal::NothingSent(Seq(1))),
        (
            asked.clone().then(arrived(day(3, 11), 2)).refused(arrived(day(3, 12), 2)),
            Refusal::LetterReceived { seq: Seq(2), on: day(3, 11) },
        ),
        (asked.refused(arrived(day(3, 6), 2)), Refusal::BeforeSending { on: day(3, 6), sent: day(3, 9) }),
        (received.refused(defer(day(3, 5), day(3, 5))), Refusal::DeferralTooEarly { due: day(3, 30) }),
        (received.refused(defer(day(3, 5), day(3, 30))), Refusal::DeferralTooEarly { due: day(3, 30) }),
        (deferred.refused(extend(day(3, 6), 5)), Refusal::DeferredAlready { until: day(5, 20) }),
        (received.refused(extend(day(3, 31), 5)), Refusal::ExtensionTooLate { due: day(3, 30) }),
        (received.refused(extend(day(3, 30), 21)), Refusal::ExtensionTooLong { used: 0 }),
        (
            received.refused(Step::ReasonsAsk {
                on: day(3, 5),
                reply_by: Some(day(3, 5)),
                text: String::new(),
            }),
            Refusal::TermTooEarly { on: day(3, 5), last: day(3, 5) },
        ),
        (
            received.refused(Step::Extend {
                on: day(3, 5),
                days: 5,
                approved_by: " ".into(),
                reason: "案情复杂".into(),
            }),
            Refusal::Missing(Field::ApprovedBy),
        ),
    ]
}

/// Refusals about fees, and for want of what a row asks for.
fn of_the_file() -> Vec<Provoked> {
    let received = Book::received();
    let noticed = received.clone().then(fee(day(3, 16)));
    let few = Step::FeeNotice { on: day(3, 5), by: FeeBy::Page, count: Some(30) };
    let uncounted = Step::FeeNotice { on: day(3, 5), by: FeeBy::Item, count: None };
    let lacking = |outcome| received.refused(bare(day(3, 5), outcome));
    vec![
        (noticed.refused(open(day(3, 17))), Refusal::AwaitsFee { notified: day(3, 16) }),
        (noticed.refused(fee(day(3, 17))), Refusal::FeeOnce { notified: day(3, 16) }),
        (received.refused(few), Refusal::NoFeeDue),
        (received.refused(uncounted), Refusal::Missing(Field::Nth)),
        (received.refused(pay(day(3, 17))), Refusal::NoFeeOpen),
        (received.refused(no_fee(day(3, 17))), Refusal::NoFeeOpen),
        (
            noticed.clone().then(arrived(day(3, 16), 2)).refused(no_fee(day(4, 14))),
            Refusal::FeeTermNotOver { last: day(4, 14) },
        ),
        (noticed.refused(pay(day(3, 13))), Refusal::BeforeSending { on: day(3, 13), sent: day(3, 16) }),
        (lacking(Outcome::of(OutcomeRow::DenyThird)), Refusal::ThirdPartyNotAsked),
        (
            lacking(Outcome::of(OutcomeRow::NoneHeld).with_kind(OutcomeKind::NotFound)),
            Refusal::NoSearchRecord,
        ),
        (lacking(Outcome::of(OutcomeRow::NpRepeat)), Refusal::NoEarlierRequest),
        (lacking(Outcome::of(OutcomeRow::NpExcess)), Refusal::ReasonsNotAsked),
    ]
}
