//! What is done and yet worth a word.

use jiff::civil::Date;

use super::clock::{clock, fee_term, opinion_term};
use super::event::{Decided, Served, SupplementAsked};
use super::warning::Paper;
use super::{
    Case, ConclusionWay, ConsultRole, Consultation, Context, Event, NoteKind, Opinion, ReviewKind, Seq,
    Warning,
};
use crate::law::{OutcomeKind, terms};

/// What is to be said of `event`, which led to `case`; in the case its number is the highest of all.
pub(super) fn warnings(case: &Case, event: &Event, context: &Context) -> Vec<Warning> {
    let mut warnings = match event {
        Event::Confirmed { on } => conservative(case, *on, context),
        Event::SupplementAsked(asked) => late_notice(case, asked, context),
        Event::SupplementReceived { on, .. } => {
            let reply_by = case.supplement.as_ref().and_then(|supplement| supplement.asked.reply_by);
            let late = reply_by.filter(|last| on > last);
            late.map(|reply_by| Warning::LateSupplement { reply_by }).into_iter().collect()
        }
        Event::ConsultSent(sent) => consulted_late(case, sent.on, context),
        Event::FeeNotified(notified) => {
            let without = Case { fee: None, ..case.clone() };
            let due = clock(&without, context.reckoning).due_on.filter(|due| notified.on > *due);
            due.map(|due| Warning::LateFeeNotice { due }).into_iter().collect()
        }
        Event::FeePaid { on, amount } => payment(case, *on, *amount, context),
        Event::Decided(decided) => decided_early(case, decided, context),
        Event::Served(served) => late_answer(case, served, context),
        Event::Archived { .. } => lacking(case).into_iter().map(Warning::FileLacks).collect(),
        _ => Vec::new(),
    };
    let clock = clock(case, context.reckoning);
    if let (Some(due), true, false) = (clock.due_on, clock.provisional, case.status().is_closed()) {
        warnings.push(Warning::Provisional { year: due.year() });
    }
    warnings
}

/// 保守日: guiding case 26 counts from the submission, art. 31 from the confirmation of both sides.
fn conservative(case: &Case, confirmed: Date, context: &Context) -> Vec<Warning> {
    let submitted = case.facts.submitted_on.filter(|submitted| *submitted < confirmed);
    let due = submitted.map(|on| context.reckoning.calendar.nth_working_day_after(on, terms::REPLY).on);
    due.map(|due| Warning::Conservative { due }).into_iter().collect()
}

/// Art. 30: seven working days; beyond them the date without restart is told too.
fn late_notice(case: &Case, asked: &SupplementAsked, context: &Context) -> Vec<Warning> {
    let Some(received) = case.facts.received_on else { return Vec::new() };
    let last = context.reckoning.calendar.nth_working_day_after(received, terms::SUPPLEMENT_NOTICE).on;
    if asked.on <= last {
        return Vec::new();
    }
    let without = Case { supplement: None, ..case.clone() };
    vec![Warning::LateNotice { last, holds: clock(&without, context.reckoning).due_on }]
}

/// A letter of the last working days leaves next to nothing for the answer.
fn consulted_late(case: &Case, on: Date, context: &Context) -> Vec<Warning> {
    let mut without = case.clone();
    without.consultations.retain(|consultation| consultation.seq != Seq(u64::MAX));
    let Some(due) = clock(&without, context.reckoning).due_on else { return Vec::new() };
    let left = context.reckoning.calendar.days_left(on, due);
    if left < terms::LAST_DAYS { vec![Warning::ConsultedLate { due, left }] } else { Vec::new() }
}

fn payment(case: &Case, on: Date, paid: u32, context: &Context) -> Vec<Warning> {
    let Some(fee) = &case.fee else { return Vec::new() };
    let mut warnings = Vec::new();
    if paid != fee.amount {
        warnings.push(Warning::PaymentDiffers { noticed: fee.amount, paid });
    }
    let last = fee_term(case, fee, &context.reckoning.calendar).on;
    if on > last {
        warnings.push(Warning::LatePayment { last });
    }
    warnings
}

/// An opinion may still come in; what is disclosed against an objection must be told.
fn decided_early(case: &Case, decided: &Decided, context: &Context) -> Vec<Warning> {
    let term = |open: &Consultation| {
        let received = case.letter_received_on(open.seq);
        opinion_term(received, open.on, &context.reckoning.calendar).on
    };
    let terms = case.open_consultations().map(term);
    let last = terms.max().filter(|last| decided.on < *last);
    let mut warnings: Vec<Warning> =
        last.map(|last| Warning::OpinionOutstanding { last }).into_iter().collect();
    if decided.outcome.row.discloses() && objected(case) && case.override_notices.is_empty() {
        warnings.push(Warning::OverrideNeedsNotice);
    }
    warnings
}

fn objected(case: &Case) -> bool {
    case.consultations.iter().any(|asked| {
        asked.role == ConsultRole::Third
            && asked.answer.is_some_and(|(_, opinion)| opinion == Opinion::Object)
    })
}

fn late_answer(case: &Case, served: &Served, context: &Context) -> Vec<Warning> {
    let due = match case.reanswer.as_ref().filter(|_| !case.further_services.is_empty()) {
        Some(reanswer) => reanswer.by,
        None if case.further_services.is_empty() => clock(case, context.reckoning).due_on,
        None => None,
    };
    due.filter(|due| served.on > *due).map(|due| Warning::LateAnswer { due }).into_iter().collect()
}

/// What the file should hold and does not (art. 45; what each row wants as proof).
pub fn lacking(case: &Case) -> Vec<Paper> {
    let way = case.conclusion.as_ref().map(|conclusion| conclusion.way);
    let answered = way == Some(ConclusionWay::Served);
    let answers = || case.items.iter().filter_map(|item| item.answer.as_ref());
    let discloses = answers().any(|answer| answer.outcome.row.discloses());
    let not_found = answers().any(|answer| answer.outcome.kind == Some(OutcomeKind::NotFound));
    let last = case.last_service();
    let lacks = [
        (answered && last.is_some_and(|service| service.proof.is_empty()), Paper::ProofOfService),
        (answered && last.is_some_and(|service| service.delivered_on.is_none()), Paper::Delivery),
        (
            answered && discloses && case.reviews.iter().all(|review| review.kind != ReviewKind::Secrecy),
            Paper::SecrecyReview,
        ),
        (not_found && case.notes.iter().all(|note| note.kind != NoteKind::Search), Paper::SearchRecord),
        (discloses && objected(case) && case.override_notices.is_empty(), Paper::OverrideNotice),
        (case.open_consultations().next().is_some(), Paper::Opinion),
        (answered && answers().any(|answer| answer.letter_no.is_empty()), Paper::LetterNo),
    ];
    lacks.into_iter().filter_map(|(lacks, paper)| lacks.then_some(paper)).collect()
}
