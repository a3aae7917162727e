//! From a command to events, or to a refusal that names its rule.

use jiff::civil::Date;

use super::clock::clock;
use super::command::{Amendment, Step};
use super::event::{Amended, Decided, Noted, Served, SupplementAsked};
use super::register::{LONG, SHORT, check_days, check_particulars};
use super::{Case, ClerkId, Entry, Event, Field, Impossible, Outcome, Refusal, Seq, Warning, fold, revoked};
use crate::calendar::Calendar;
use crate::law::{OutcomeKind, OutcomeRow, terms};
use crate::text::has_control;

/// What a decision needs to know beside the case.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The civil day, UTC+8.
    pub today: Date,
    /// The calendar of working days.
    pub calendar: &'a Calendar,
}

/// A step that may be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What to record.
    pub event: Event,
    /// The case as it will stand.
    pub case: Case,
    /// What the law would have wanted otherwise.
    pub warnings: Vec<Warning>,
}

/// Decides `step` on the request whose entries are `entries`.
///
/// # Errors
/// The [`Refusal`] of the first rule that the step breaks.
pub fn decide(entries: &[Entry], step: Step, context: &Context) -> Result<Decision, Refusal> {
    let case = fold(entries).map_err(|impossible| impossible.because)?;
    if case.void {
        return Err(Refusal::Void);
    }
    let event = event(&case, step, context)?;
    let (case, warnings) = with(entries, &event, context)?;
    Ok(Decision { event, case, warnings })
}

/// Decides to take back entry `seq`, which may itself be a revocation.
///
/// # Errors
/// No such standing entry, no reason, or an impossible history without it: then what to revoke first.
pub fn revocation(
    entries: &[Entry],
    seq: Seq,
    reason: String,
    context: &Context,
) -> Result<Decision, Refusal> {
    text(Field::Reason, &reason, LONG)?;
    if !entries.iter().any(|entry| entry.seq == seq) {
        return Err(Refusal::NoSuchEntry(seq));
    }
    if let Some(by) = revoked(entries).get(&seq) {
        return Err(Refusal::AlreadyRevoked { seq, by: *by });
    }
    let event = Event::Revoked { seq, reason };
    let (case, warnings) = with(entries, &event, context)?;
    Ok(Decision { event, case, warnings })
}

/// The case that imported events make: taken as they are, so long as they are possible at all.
///
/// # Errors
/// The rule of logic that the register breaks.
pub fn imported(events: &[Event]) -> Result<Case, Refusal> {
    let entries: Vec<Entry> = events
        .iter()
        .zip(1_u64..)
        .map(|(event, seq)| Entry { seq: Seq(seq), ..pending(event.clone()) })
        .collect();
    fold(&entries).map_err(|impossible| impossible.because)
}

/// An entry that is not recorded yet: its number is beyond all others.
fn pending(event: Event) -> Entry {
    Entry { seq: Seq(u64::MAX), at: 0, who: ClerkId(0), practice_day: None, event }
}

/// The case with one more event, and what is to be said about it.
fn with(entries: &[Entry], event: &Event, context: &Context) -> Result<(Case, Vec<Warning>), Refusal> {
    let mut all = entries.to_vec();
    all.push(pending(event.clone()));
    let case = fold(&all).map_err(|Impossible { seq, because }| {
        if seq == Seq(u64::MAX) { because } else { Refusal::WouldBreak { seq, because: Box::new(because) } }
    })?;
    let warnings = warnings(&case, event, context);
    Ok((case, warnings))
}

/// The event of a step, once the rules that concern the command alone are kept.
fn event(case: &Case, step: Step, context: &Context) -> Result<Event, Refusal> {
    Ok(match step {
        Step::Confirm { on } => Event::Confirmed { on: day(Field::Confirmed, on, context)? },
        Step::SupplementAsk { on, points, reply_by } => {
            day(Field::On, on, context)?;
            text(Field::Points, &points, LONG)?;
            in_range(Field::ReplyBy, reply_by)?;
            Event::SupplementAsked(SupplementAsked { on, points, reply_by: Some(reply_by) })
        }
        Step::SupplementReceive { on, text: supplied } => {
            optional(Field::Note, &supplied, LONG)?;
            Event::SupplementReceived { on: day(Field::On, on, context)?, text: supplied }
        }
        Step::SupplementLapse { on, no_good_reason } => {
            day(Field::On, on, context)?;
            if !no_good_reason {
                return Err(Refusal::NeedsNoGoodReason);
            }
            Event::SupplementLapsed { on }
        }
        Step::Decide { on, item, outcome, facts, letter_no, override_reason } => {
            day(Field::On, on, context)?;
            optional(Field::Facts, &facts, LONG)?;
            optional(Field::Reason, &override_reason, LONG)?;
            optional(Field::No, &letter_no, SHORT)?;
            lawful(case, &outcome, &override_reason)?;
            Event::Decided(Box::new(Decided { on, item, outcome, facts, letter_no, override_reason }))
        }
        Step::Serve { on, way, proof } => {
            optional(Field::Proof, &proof, LONG)?;
            Event::Served(Served { on: day(Field::On, on, context)?, way, proof })
        }
        Step::Withdraw { on, reason } => {
            optional(Field::Reason, &reason, LONG)?;
            Event::Withdrawn { on: day(Field::On, on, context)?, reason }
        }
        Step::Note { on, kind, text: note } => {
            text(Field::Note, &note, LONG)?;
            Event::Noted(Noted { on: day(Field::On, on, context)?, kind, text: note })
        }
        Step::Amend(amendment) => Event::Amended(Box::new(amended(case, *amendment, context)?)),
    })
}

/// What the law wants before an answer of this row may be given. A written reason overrides what may be
/// lacking in the file, but not a row that only another step can reach.
fn lawful(case: &Case, outcome: &Outcome, override_reason: &str) -> Result<(), Refusal> {
    if let Some(kind) = outcome.kind.filter(|kind| kind.row() != outcome.row) {
        return Err(Refusal::KindNotOfRow { row: outcome.row, kind });
    }
    let supplied = case.supplement.as_ref().is_some_and(|supplement| supplement.received_on.is_some());
    match outcome.row {
        OutcomeRow::OtherNoSupplement => Err(Refusal::LapseIsAStep),
        OutcomeRow::OtherOther if outcome.kind == Some(OutcomeKind::Withdrawn) => {
            Err(Refusal::WithdrawalIsAStep)
        }
        OutcomeRow::OtherNoFee if override_reason.is_empty() => Err(Refusal::NoFeeNotice),
        OutcomeRow::NoneUnclear if !supplied && override_reason.is_empty() => {
            Err(Refusal::UnclearWithoutSupplement)
        }
        _ => Ok(()),
    }
}

/// Only what changes, checked like a registration.
fn amended(case: &Case, amendment: Amendment, context: &Context) -> Result<Amended, Refusal> {
    let facts = &case.facts;
    let mut particulars = facts.particulars.clone();
    for (new, field) in [
        (amendment.applicant, &mut particulars.applicant),
        (amendment.id_number, &mut particulars.id_number),
        (amendment.contact, &mut particulars.contact),
        (amendment.title, &mut particulars.title),
        (amendment.content, &mut particulars.content),
        (amendment.form_of_supply, &mut particulars.form_of_supply),
        (amendment.unit, &mut particulars.unit),
    ] {
        if let Some(new) = new {
            *field = new;
        }
    }
    check_particulars(&particulars)?;
    optional(Field::Reason, &amendment.reason, LONG)?;
    let amended = Amended {
        kind: amendment.kind.filter(|kind| *kind != facts.kind),
        channel: amendment.channel.filter(|channel| *channel != facts.channel),
        submitted_on: changed(Field::Submitted, amendment.submitted_on, facts.submitted_on, context)?,
        confirmed_on: changed(Field::Confirmed, amendment.confirmed_on, facts.confirmed_on, context)?,
        received_on: changed(Field::Received, amendment.received_on, facts.received_on, context)?,
        particulars: (particulars != facts.particulars).then_some(particulars),
        reason: amendment.reason,
    };
    let nothing = Amended { reason: amended.reason.clone(), ..Amended::default() };
    if amended == nothing {
        return Err(Refusal::NothingToAmend);
    }
    let mut after = facts.clone();
    after.amend(&amended);
    check_days(after.channel, after.submitted_on, after.confirmed_on, after.received_on)?;
    Ok(amended)
}

fn changed(
    field: Field,
    new: Option<Date>,
    old: Option<Date>,
    context: &Context,
) -> Result<Option<Date>, Refusal> {
    new.filter(|_| new != old).map(|on| day(field, on, context)).transpose()
}

/// What is done and yet worth a word.
fn warnings(case: &Case, event: &Event, context: &Context) -> Vec<Warning> {
    let mut warnings = Vec::new();
    match event {
        Event::SupplementAsked(asked) => {
            if let Some(received) = case.facts.received_on {
                let last = context.calendar.nth_working_day_after(received, terms::SUPPLEMENT_NOTICE).on;
                warnings.extend((asked.on > last).then_some(Warning::LateNotice { last }));
            }
        }
        Event::SupplementReceived { on, .. } => {
            let reply_by = case.supplement.as_ref().and_then(|supplement| supplement.asked.reply_by);
            warnings.extend(
                reply_by.filter(|last| on > last).map(|reply_by| Warning::LateSupplement { reply_by }),
            );
        }
        Event::Served(served) => {
            let due = clock(case, context.calendar).due_on;
            warnings.extend(due.filter(|due| served.on > *due).map(|due| Warning::LateAnswer { due }));
        }
        _ => {}
    }
    let clock = clock(case, context.calendar);
    if let (Some(due), true, false) = (clock.due_on, clock.provisional, case.status().is_closed()) {
        warnings.push(Warning::Provisional { year: due.year() });
    }
    warnings
}

/// A legal day: within reason and not in the future (design §3.6).
pub(super) fn day(field: Field, on: Date, context: &Context) -> Result<Date, Refusal> {
    in_range(field, on)?;
    if on > context.today {
        return Err(Refusal::InFuture { field, on, today: context.today });
    }
    Ok(on)
}

fn in_range(field: Field, on: Date) -> Result<(), Refusal> {
    if (1990..=2099).contains(&on.year()) { Ok(()) } else { Err(Refusal::DayOutOfRange { field, on }) }
}

/// A text that must be there and be usable.
pub(super) fn text(field: Field, value: &str, limit: usize) -> Result<(), Refusal> {
    if value.trim().is_empty() {
        return Err(Refusal::Missing(field));
    }
    optional(field, value, limit)
}

/// A text that may be empty.
fn optional(field: Field, value: &str, limit: usize) -> Result<(), Refusal> {
    if value.split('\n').any(|line| has_control(line) || (line.len() < value.len() && !field.has_lines())) {
        return Err(Refusal::ControlCharacters(field));
    }
    if value.chars().count() > limit {
        return Err(Refusal::TooLong { field, limit });
    }
    Ok(())
}
