//! Any history: attempts out of which what the law allows is taken.

use jiff::ToSpan;
use proptest::prelude::*;

use super::*;

/// One attempt; whether the law allows it is what is tried out.
#[derive(Debug, Clone)]
pub(super) enum Attempt {
    Step(Step),
    /// As an imported register may have it.
    Extend(Date, u16),
    /// What an entry sent was received.
    Received(Date, usize),
    Revoke(usize),
}

impl Attempt {
    /// The book after it, or the same where it is refused.
    pub(super) fn on(&self, book: &Book) -> Result<Book, Refusal> {
        let event = match self {
            Self::Step(step) => book.decision(step.clone())?.event,
            Self::Received(on, index) => {
                let seq = book.entries[index % book.entries.len()].seq;
                book.decision(Step::Received { on: *on, seq })?.event
            }
            Self::Revoke(index) => {
                let index = index % book.entries.len();
                book.revocation(book.entries[index].seq.0)?.event
            }
            Self::Extend(on, days) => extended(*on, *days),
        };
        let after = book.clone().recording(event);
        fold(&after.entries)?;
        Ok(after)
    }
}

/// Days close together, so that steps share days and meet each other.
fn near() -> impl Strategy<Value = Date> {
    (0_i64..30).prop_map(|days| date(2026, 3, 2).checked_add(days.days()).unwrap())
}

pub(super) fn row() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        Just(Outcome::of(OutcomeRow::Open)),
        Just(Outcome::of(OutcomeRow::DenyThird)),
        Just(Outcome::of(OutcomeRow::NoneHeld).with_kind(OutcomeKind::NotFound)),
        Just(Outcome::of(OutcomeRow::NoneUnclear)),
    ]
}

fn amendment() -> impl Strategy<Value = Step> {
    prop_oneof![
        near().prop_map(|on| change(|to| to.received_on = Some(on))),
        prop_oneof!["甲", "乙"].prop_map(|name| change(|to| to.applicant = Some(name))),
        prop_oneof!["丙", "丁"].prop_map(|text| change(|to| to.content = Some(text))),
        Just(change(|to| to.kind = Some(ApplicantKind::Commercial))),
        Just(change(|to| to.kind = Some(ApplicantKind::Research))),
    ]
}

pub(super) fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => near().prop_map(confirm),
        3 => (near(), near()).prop_map(|(on, by)| ask(on, by)),
        3 => near().prop_map(supplied),
        1 => near().prop_map(lapse),
        3 => (near(), row()).prop_map(|(on, outcome)| answer(on, outcome)),
        3 => (near(), 1_u16..4, row()).prop_map(|(on, item, outcome)| answer_item(on, item, outcome.row)),
        2 => near().prop_map(serve),
        1 => near().prop_map(withdraw),
        1 => near().prop_map(|on| note(on, "附注")),
        2 => amendment(),
    ]
}

fn party() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("甲"), Just("乙")]
}

fn outside() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (near(), party(), prop::sample::select(&ConsultRole::ALL[..]))
            .prop_map(|(on, party, role)| consult(on, party, role)),
        3 => (near(), party(), prop::sample::select(&Opinion::ALL[..]))
            .prop_map(|(on, party, what)| opinion(on, party, what)),
        1 => near().prop_map(|on| Step::Assist { on, organ: "丁局".into(), text: String::new() }),
        1 => (near(), 1_u16..15).prop_map(|(on, days)| extend(on, days)),
        1 => near().prop_map(ask_reasons),
        1 => near().prop_map(reasons),
        1 => near().prop_map(|on| defer(on, day(6, 30))),
        1 => near().prop_map(fee),
        1 => near().prop_map(pay),
        1 => near().prop_map(|on| no_fee(on.checked_add(30.days()).unwrap())),
        1 => near().prop_map(|on| Step::OverrideNotice { on, party: "甲".into(), reason: "公益".into() }),
    ]
}

fn inside() -> impl Strategy<Value = Step> {
    let unit = || party().prop_map(str::to_owned);
    prop_oneof![
        (near(), unit()).prop_map(|(on, unit)| Step::Assign { on, unit, reply_by: None }),
        (near(), unit()).prop_map(|(on, unit)| Step::UnitAnswer { on, unit, text: String::new() }),
        (near(), unit()).prop_map(|(on, unit)| Step::UnitReturn { on, unit, reason: "非我科".into() }),
        (near(), unit()).prop_map(|(on, unit)| Step::Chase { on, unit, text: String::new() }),
        near().prop_map(|on| Step::Review {
            on,
            kind: ReviewKind::Legal,
            by: String::new(),
            text: String::new(),
        }),
        near().prop_map(|on| Step::Delivered { on }),
        near().prop_map(|on| Step::ReturnedMail { on, reason: String::new() }),
        near().prop_map(|on| Step::WithdrawAnswer { on, reason: "遗漏".into() }),
        near().prop_map(|on| Step::ReanswerOrdered { on, by: day(6, 30), order: String::new() }),
        near().prop_map(|on| Step::Archive { on, file_no: String::new() }),
        (near(), 1_u32..4).prop_map(|(on, to)| Step::HandOver {
            on,
            to: ClerkId(to),
            name: "某".into(),
            reason: String::new(),
        }),
        near().prop_map(|on| link(on, "2025-001", Relation::Related)),
    ]
}

/// Between requests, and the row of a case of several items.
fn between() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (near(), prop::collection::vec(1_u16..4, 1..3))
            .prop_map(|(on, items)| Step::Split { on, items, no: Some("2026-009".into()) }),
        1 => near().prop_map(|on| Step::Join { on, to: "2026-008".into(), reason: String::new() }),
        3 => (near(), row())
            .prop_map(|(on, outcome)| Step::Overrule { on, outcome, reason: "主要诉求".into() }),
    ]
}

pub(super) fn further() -> impl Strategy<Value = Step> {
    prop_oneof![4 => outside(), 2 => inside(), 1 => between()]
}

/// Any way in which an office may read the law.
pub(super) fn any_reckoning() -> impl Strategy<Value = Reckoning> {
    let readings = (prop::sample::select(&Excluded::ALL[..]), any::<bool>(), 0_u16..10);
    readings.prop_map(|(excluded, assist_stops, copy_days)| Reckoning {
        readings: Readings { excluded, assist_stops, copy_days, ..Readings::default() },
        ..reckoning()
    })
}

fn attempt() -> impl Strategy<Value = Attempt> {
    prop_oneof![
        8 => step().prop_map(Attempt::Step),
        5 => further().prop_map(Attempt::Step),
        1 => (near(), 1_u16..15).prop_map(|(on, days)| Attempt::Extend(on, days)),
        1 => (near(), 0_usize..20).prop_map(|(on, index)| Attempt::Received(on, index)),
        1 => (0_usize..20).prop_map(Attempt::Revoke),
    ]
}

fn start() -> impl Strategy<Value = Book> {
    (any::<bool>(), 0_usize..4).prop_map(|(waits, items)| {
        let registration = if waits {
            Registration { submitted_on: Some(day(3, 2)), ..form(Channel::Internet) }
        } else {
            posted(day(3, 2))
        };
        Book::new(with_items(items, registration))
    })
}

/// A history of what was accepted out of many attempts.
pub(super) fn history() -> impl Strategy<Value = (Book, Vec<Attempt>)> {
    (start(), prop::collection::vec(attempt(), 0..40)).prop_map(|(start, attempts)| {
        let mut book = start;
        let mut taken = Vec::new();
        for attempt in attempts {
            if let Ok(after) = attempt.on(&book) {
                book = after;
                taken.push(attempt);
            }
        }
        (book, taken)
    })
}
