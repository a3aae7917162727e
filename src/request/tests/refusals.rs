//! Every refusal, provoked once.

use super::*;
use crate::law::OutcomeKind;

/// Writes out all variants: a new one does not compile until it is listed, and then wants a row below.
macro_rules! variants {
    ($($name:ident)+) => {
        fn name(refusal: &Refusal) -> &'static str {
            match refusal { $(Refusal::$name { .. } => stringify!($name),)+ }
        }
        const NAMES: &[&str] = &[$(stringify!($name)),+];
    };
}

variants! {
    Missing ControlCharacters TooLong InFuture DayOutOfRange NumberTaken TooManyItems ReceiptIsSubmission
    ReceiptIsConfirmation ReceivedBeforeSubmission NoDayOfReceipt NotConfirmed AlreadyReceived BeforeReceipt
    AlreadyConcluded AwaitsSupplement SupplementOnce NoSupplementOpen ReplyByTooEarly BeforeNotice TermNotOver
    TermUnknown NeedsNoGoodReason NoSuchItem AlreadyDecided KindNotOfRow UnclearWithoutSupplement LapseIsAStep
    NoFeeNotice WithdrawalIsAStep NothingToServe BeforeDecision ExtensionTooLong NothingToAmend NoSuchEntry
    AlreadyRevoked WouldBreak CannotReturn Void NotRegistered AwaitsFee AwaitsReasons ConsultationOpen
    NoConsultationOpen NoSuchThirdParty SayWhich NothingSent LetterReceived BeforeSending ReasonsOnce
    NoReasonsOpen TermTooEarly ExtensionTooLate DeferredAlready DeferralTooEarly FeeOnce NoFeeDue NoFeeOpen
    FeeTermNotOver UnitHasIt NotAssigned NothingServed AlreadyDelivered ReanswerOpen NotEnded AlreadyArchived
    AlreadyLinked LinkedToItself ThirdPartyNotAsked NoSearchRecord NoEarlierRequest ReasonsNotAsked SplitTooLate
    NothingLeft OtherApplicant OtherEnded EarlierUnanswered RowNotAmongItems
}

/// What is said by whoever knows all requests, and so never here.
const ELSEWHERE: [&str; 4] = ["NumberTaken", "OtherApplicant", "OtherEnded", "EarlierUnanswered"];

fn with_particulars(change: impl FnOnce(&mut Particulars)) -> Result<Book, Refusal> {
    let mut registration = posted(day(3, 2));
    change(&mut registration.particulars);
    Book::registering(registration)
}

fn not_registered(outcome: Result<Book, Refusal>) -> Refusal {
    outcome.map(|book| book.entries).expect_err("refused")
}

fn no_term() -> Book {
    let asked = SupplementAsked { on: day(3, 5), points: String::new(), reply_by: None };
    Book::received().recording(Event::SupplementAsked(asked))
}

/// Refusals of the registration: got, wanted.
fn of_registration() -> Vec<(Refusal, Refusal)> {
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

/// Refusals of steps: got, wanted.
fn of_steps() -> Vec<(Refusal, Refusal)> {
    let received = Book::received();
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

/// Refusals of consultations, reasons, extensions and deferrals: got, wanted.
fn of_others() -> Vec<(Refusal, Refusal)> {
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

/// Refusals about fees, and for want of what a row asks for: got, wanted.
fn of_the_file() -> Vec<(Refusal, Refusal)> {
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

/// Refusals of units and of what follows the answer: got, wanted.
fn of_what_follows() -> Vec<(Refusal, Refusal)> {
    let received = Book::received();
    let assigned = received.clone().then(assign(day(3, 3), "规划科", day(3, 10)));
    let closed = received.clone().then(open(day(3, 16))).then(serve(day(3, 17)));
    let withdraw_answer = |on| Step::WithdrawAnswer { on, reason: "遗漏一页".into() };
    let archive = |on| Step::Archive { on, file_no: "2026-1".into() };
    let returned = |on| Step::ReturnedMail { on, reason: "查无此人".into() };
    let unit_answer = |on, unit: &str| Step::UnitAnswer { on, unit: unit.into(), text: String::new() };
    vec![
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

/// Refusals of corrections and revocations: got, wanted.
fn of_the_record() -> Vec<(Refusal, Refusal)> {
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

fn provoked() -> impl Iterator<Item = (Refusal, Refusal)> {
    let all = [
        of_registration(),
        of_steps(),
        of_others(),
        of_the_file(),
        of_what_follows(),
        of_the_record(),
        super::between::refusals(),
    ];
    all.into_iter().flatten()
}

/// One of each, for those who put them into words.
pub(crate) fn all() -> Vec<Refusal> {
    let mut all: Vec<Refusal> = provoked().map(|(got, _)| got).collect();
    all.push(Refusal::NumberTaken(RequestNo::running("", 2026, 1)));
    all.extend([Refusal::OtherApplicant, Refusal::OtherEnded(day(3, 5)), Refusal::EarlierUnanswered]);
    all
}

#[test]
fn each_rule_refuses_what_breaks_it() {
    for (got, wanted) in provoked() {
        assert_eq!(got, wanted);
    }
}

#[test]
fn every_refusal_is_provoked_by_a_case() {
    let mut missing: Vec<&str> = NAMES.to_vec();
    for refusal in all() {
        missing.retain(|listed| *listed != name(&refusal));
    }
    assert_eq!(missing, [""; 0], "without a case, and none is said by others but {ELSEWHERE:?}");
}

#[test]
fn a_text_of_several_lines_stands_only_where_lines_belong() {
    let book = Book::received();
    assert!(book.decision(note(day(3, 3), "第一行\n第二行")).is_ok());
    let name = change(|to| to.applicant = Some("张\n三".into()));
    assert_eq!(book.refused(name), Refusal::ControlCharacters(Field::Applicant));
    assert_eq!(book.refused(note(day(3, 3), "\u{202e}")), Refusal::ControlCharacters(Field::Note));
    assert_eq!(book.refused(note(day(3, 3), "\n ")), Refusal::Missing(Field::Note));
}
