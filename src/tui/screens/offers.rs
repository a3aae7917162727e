//! Which steps can be taken on a case today, and why the others cannot: asked of the procedure itself, by
//! trying each with the least that it needs.

use jiff::ToSpan;
use jiff::civil::Date;

use super::StepKind;
use crate::request::{
    Case, ClerkId, ConsultRole, Context, Entry, FeeBy, NoteKind, Opinion, Outcome, Reckoning, Refusal,
    Relation, ReviewKind, Seq, ServiceWay, Step, decide,
};

/// Who was asked and has not answered: the entry of the letter, and the name.
pub(crate) fn asked(case: &Case) -> impl Iterator<Item = (Seq, &str)> {
    let consulted = case.open_consultations().map(|open| (open.seq, open.party.as_str()));
    let helping = case.assists.iter().filter(|assist| assist.answered_on.is_none());
    consulted.chain(helping.map(|assist| (assist.seq, assist.organ.as_str())))
}

/// How a step stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Offer {
    /// It can be taken today.
    Now,
    /// Not today, for this reason; but one that was taken on an earlier day can still be recorded.
    Earlier(Refusal),
    /// Not at all.
    Refused(Refusal),
}

/// All steps, in the order of the procedure.
pub(crate) fn offers(
    case: &Case,
    entries: &[Entry],
    today: Date,
    reckoning: &Reckoning,
) -> Vec<(StepKind, Offer)> {
    let earlier = earlier_days(case, entries, today);
    let tomorrow = today.tomorrow().unwrap_or(today);
    let taken =
        |kind: StepKind, on: Date, today: Date| taken(kind, case, entries, on, &Context { today, reckoning });
    let offer = |kind: StepKind| {
        match kind {
            // An entry can always be taken back, of a void case the revocation of its registration.
            StepKind::Revoke => return Offer::Now,
            StepKind::Amend if !case.void => return Offer::Now,
            _ => {}
        }
        match taken(kind, today, today) {
            Ok(()) => match taken(kind, tomorrow, tomorrow) {
                // Something of today has closed the door behind it: what is dated today would come before it.
                Err(refusal) if !is_of_the_term(&refusal) => Offer::Earlier(refusal),
                _ => Offer::Now,
            },
            // What is void is void on every day.
            Err(refusal @ Refusal::Void) => Offer::Refused(refusal),
            Err(refusal) if earlier.iter().any(|on| taken(kind, *on, today).is_ok()) => {
                Offer::Earlier(refusal)
            }
            Err(refusal) => Offer::Refused(refusal),
        }
    };
    StepKind::ALL.iter().map(|kind| (*kind, offer(*kind))).collect()
}

/// Whether a step can be taken on a day, with the least that it needs.
fn taken(kind: StepKind, case: &Case, entries: &[Entry], on: Date, context: &Context) -> Result<(), Refusal> {
    let mut refusal = None;
    for step in probes(kind, case, on) {
        match decide(entries, step, context) {
            Ok(_) => return Ok(()),
            Err(refused) => refusal = refusal.or(Some(refused)),
        }
    }
    // Nothing to try: of all steps only 收悉 is about something that there may be none of.
    Err(refusal.unwrap_or(Refusal::NothingSent(case.version)))
}

/// A term that ends today: today is still in time.
const fn is_of_the_term(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::ExtensionTooLate { .. } | Refusal::DeferralTooEarly { .. })
}

/// The days before today on which something changes: those of what happened, the day before and the day after.
/// In between a case stands as it did on one of these.
fn earlier_days(case: &Case, entries: &[Entry], today: Date) -> Vec<Date> {
    let around = |on: Date| [on.yesterday().unwrap_or(on), on, on.tomorrow().unwrap_or(on)];
    let happened = entries.iter().filter_map(|entry| entry.event.on());
    // A day of receipt that was amended is that of no entry.
    let mut days: Vec<Date> = happened.chain(case.facts.received_on).flat_map(around).collect();
    days.retain(|on| *on < today);
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    days
}

/// A text that any field takes.
const TEXT: &str = "-";

/// The step with the least that it needs, in every way that may matter to whether it can be taken.
fn probes(kind: StepKind, case: &Case, on: Date) -> Vec<Step> {
    let text = || TEXT.to_owned();
    let later = on.checked_add(1.day()).unwrap_or(on);
    let step = match kind {
        StepKind::Confirm => Step::Confirm { on },
        StepKind::SupplementAsk => Step::SupplementAsk { on, points: text(), reply_by: later },
        StepKind::SupplementReceive => Step::SupplementReceive { on, text: text() },
        StepKind::SupplementLapse => Step::SupplementLapse { on, no_good_reason: true },
        StepKind::ReasonsAsk => Step::ReasonsAsk { on, reply_by: None, text: text() },
        StepKind::ReasonsReceive => Step::ReasonsReceive { on, text: text() },
        // Beyond any due date.
        StepKind::Defer => {
            Step::Defer { on, until: Date::new(2099, 12, 31).unwrap_or(later), reason: text() }
        }
        StepKind::FeeNotice => Step::FeeNotice { on, by: FeeBy::Page, count: Some(100) },
        StepKind::FeePay => Step::FeePay { on, amount: case.awaits_fee().map_or(1, |fee| fee.amount) },
        StepKind::FeeLapse => Step::FeeLapse { on },
        StepKind::Extend => Step::Extend { on, days: 1, approved_by: text(), reason: text() },
        StepKind::Decide => decision(on),
        StepKind::Serve => Step::Serve { on, way: ServiceWay::Post, proof: text() },
        StepKind::Withdraw => Step::Withdraw { on, reason: text() },
        StepKind::Note => Step::Note { on, kind: NoteKind::Plain, text: text() },
        StepKind::Review => Step::Review { on, kind: ReviewKind::Secrecy, by: text(), text: text() },
        StepKind::Delivered => Step::Delivered { on },
        StepKind::ReturnedMail => Step::ReturnedMail { on, reason: text() },
        StepKind::WithdrawAnswer => Step::WithdrawAnswer { on, reason: text() },
        StepKind::ReanswerOrdered => Step::ReanswerOrdered { on, by: later, order: text() },
        // To nobody who can have it already.
        StepKind::HandOver => Step::HandOver { on, to: ClerkId(u32::MAX), name: text(), reason: text() },
        StepKind::Archive => Step::Archive { on, file_no: text() },
        StepKind::Link => Step::Link { on, to: text(), relation: Relation::Related },
        StepKind::Join => Step::Join { on, to: text(), reason: text() },
        StepKind::Amend => Step::Amend(Box::default()),
        StepKind::ConsultSend | StepKind::Assist | StepKind::Assign => to_others(kind, on),
        _ => return choices(kind, case, on),
    };
    vec![step]
}

/// A row that wants nothing before it.
fn decision(on: Date) -> Step {
    let outcome = Outcome::of(crate::law::OutcomeRow::Open);
    let none = String::new;
    Step::Decide { on, item: None, outcome, facts: none(), letter_no: none(), override_reason: none() }
}

/// To somebody who was not asked before.
fn to_others(kind: StepKind, on: Date) -> Step {
    let text = || TEXT.to_owned();
    match kind {
        StepKind::ConsultSend => {
            Step::ConsultSend { on, party: text(), role: ConsultRole::Third, text: text() }
        }
        StepKind::Assist => Step::Assist { on, organ: text(), text: text() },
        _ => Step::Assign { on, unit: text(), reply_by: None },
    }
}

/// One step for each that it may be about; one for nobody where there is none, for the refusal.
fn choices(kind: StepKind, case: &Case, on: Date) -> Vec<Step> {
    let text = || TEXT.to_owned();
    let of = |names: Vec<String>, step: &dyn Fn(String) -> Step| {
        let names = if names.is_empty() { vec![text()] } else { names };
        names.into_iter().map(step).collect()
    };
    let units = || case.open_assignments().map(|open| open.unit.clone()).collect();
    match kind {
        StepKind::ConsultAnswer => of(asked(case).map(|(_, name)| name.to_owned()).collect(), &|party| {
            Step::ConsultAnswer { on, party, opinion: Opinion::Agree, reasons: text() }
        }),
        StepKind::OverrideNotice => {
            let asked = case.consultations.iter().map(|asked| asked.party.clone()).collect();
            of(asked, &|party| Step::OverrideNotice { on, party, reason: text() })
        }
        StepKind::UnitAnswer => of(units(), &|unit| Step::UnitAnswer { on, unit, text: text() }),
        StepKind::UnitReturn => of(units(), &|unit| Step::UnitReturn { on, unit, reason: text() }),
        StepKind::Chase => of(units(), &|unit| Step::Chase { on, unit, text: text() }),
        StepKind::Received => {
            let letters = case.letters.iter().map(|letter| Step::Received { on, seq: letter.seq });
            letters.collect()
        }
        StepKind::Split => {
            case.own_items().map(|(n, _)| Step::Split { on, items: vec![n], no: Some(text()) }).collect()
        }
        StepKind::Overrule => {
            let answers = case.own_items().filter_map(|(_, item)| item.answer.as_ref());
            let outcomes = answers.map(|answer| answer.outcome.clone());
            let nothing = std::iter::once(Outcome::of(crate::law::OutcomeRow::OtherOther));
            outcomes.chain(nothing).map(|outcome| Step::Overrule { on, outcome, reason: text() }).collect()
        }
        _ => Vec::new(),
    }
}
