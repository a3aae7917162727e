//! Refusals of units, of what follows the answer, and of the record itself.

use super::*;

pub(super) fn cases() -> Vec<Provoked> {
    [of_what_follows(), of_the_record(), of_erasing()].concat()
}

/// Only what is in the file is erased, once, and nothing follows.
fn of_erasing() -> Vec<Provoked> {
    let closed = Book::received().then(open(day(3, 16))).then(serve(day(3, 17)));
    let archived = closed.clone().then(Step::Archive { on: day(3, 20), file_no: "2026-1".into() });
    let erased = archived.clone().erased();
    vec![
        (closed.erasure("期满").unwrap_err(), Refusal::NotArchived),
        (archived.erasure(" ").unwrap_err(), Refusal::Missing(Field::Reason)),
        (erased.erasure("期满").unwrap_err(), Refusal::Erased),
        (erased.refused(note(day(3, 21), "补记")), Refusal::Erased),
        (erased.revocation(4).unwrap_err(), Refusal::Erased),
        (erased.revocation(5).unwrap_err(), Refusal::Erased),
    ]
}

/// Refusals of units and of what follows the answer.
fn of_what_follows() -> Vec<Provoked> {
    let received = Book::received();
    let assigned = received.clone().then(assign(day(3, 3), "规划科", day(3, 10)));
    let closed = received.clone().then(open(day(3, 16))).then(serve(day(3, 17)));
    let withdraw_answer = |on| Step::WithdrawAnswer { on, reason: "遗漏一页".into() };
    let archive = |on| Step::Archive { on, file_no: "2026-1".into() };
    let returned = |on| Step::ReturnedMail { on, reason: "查无此人".into() };
    let unit_answer = |on, unit: &str| Step::UnitAnswer { on, unit: unit.into(), text: String::new() };
    let hand_over =
        |on, to| Step::HandOver { on, to: ClerkId(to), name: "某".into(), reason: String::new() };
    vec![
        (received.refused(hand_over(day(3, 4), 1)), Refusal::AlreadyHandler),
        (
            received.refused(hand_over(day(3, 1), 2)),
            Refusal::BeforeReceipt { on: day(3, 1), received: day(3, 2) },
        ),
        (assigned.refused(assign(day(3, 4), "规划科", day(3, 10))), Refusal::UnitHasIt { since: day(3, 3) }),
        (received.refused(unit_answer(day(3, 4), "")), Refusal::NotAssigned),
        (assigned.refused(unit_answer(day(3, 4), "土地科")), Refusal::NotAssigned),
        (
            assigned.refused(unit_answer(day(3, 2), "")),
            Refusal::BeforeSending { on: day(3, 2), sent: day(3, 3) },
        ),
        (received.refused(Step::Delivered { on: day(3, 20) }), Refusal::NothingServed),
        (received.refused(withdraw_answer(day(3, 20))), Refusal::NothingServed),
        (
            closed.clone().then(Step::Delivered { on: day(3, 19) }).refused(returned(day(3, 20))),
            Refusal::AlreadyDelivered(day(3, 19)),
        ),
        (
            closed.clone().then(withdraw_answer(day(3, 20))).refused(withdraw_answer(day(3, 23))),
            Refusal::ReanswerOpen { since: day(3, 20) },
        ),
        (received.refused(archive(day(3, 20))), Refusal::NotEnded),
        (
            closed.clone().then(archive(day(3, 20))).refused(archive(day(3, 23))),
            Refusal::AlreadyArchived(day(3, 20)),
        ),
        (
            received.clone().then(link(day(3, 3), "2025-001", Relation::Related)).refused(link(
                day(3, 4),
                "2025-001",
                Relation::Related,
            )),
            Refusal::AlreadyLinked,
        ),
        (received.refused(link(day(3, 3), "2026-001", Relation::Related)), Refusal::LinkedToItself),
    ]
}

/// Refusals of corrections and revocations.
fn of_the_record() -> Vec<Provoked> {
    let decided = Book::received().then(open(day(3, 16)));
    let void = Book::received().revoking(1);
    let reckoning = reckoning();
    let context = Context { today: day(12, 31), reckoning: &reckoning };
    vec![
        (decided.refused(change(|_| ())), Refusal::NothingToAmend),
        (decided.refused(change(|to| to.kind = Some(ApplicantKind::Natural))), Refusal::NothingToAmend),
        (decided.revocation(9).unwrap_err(), Refusal::NoSuchEntry(Seq(9))),
        (
            decided.clone().revoking(2).revocation(2).unwrap_err(),
            Refusal::AlreadyRevoked { seq: Seq(2), by: Seq(3) },
        ),
        (decided.revocation(1).unwrap_err(), would_break(2, Refusal::Void)),
        (
            decided.clone().revoking(2).then(open(day(3, 10))).revocation(3).unwrap_err(),
            Refusal::CannotReturn { seq: Seq(2), because: Box::new(Refusal::AlreadyDecided) },
        ),
        (void.refused(open(day(3, 5))), Refusal::Void),
        (
            revocation(&decided.entries, Seq(2), " ".into(), &context).unwrap_err(),
            Refusal::Missing(Field::Reason),
        ),
        (decide(&[], open(day(3, 5)), &context).unwrap_err(), Refusal::NotRegistered),
        (imported(&[extended(day(3, 5), 1)]).unwrap_err(), Refusal::NotRegistered),
    ]
}
