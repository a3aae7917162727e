//! From a command to events, or to a refusal that names its rule.

use jiff::civil::Date;

use super::advise::warnings;
use super::amend::amended;
use super::command::Step;
use super::event::{Decided, Noted, Served, SupplementAsked};
use super::lawful::lawful;
use super::procedure;
use super::register::{LONG, SHORT};
use super::{
    Case, ClerkId, Entry, Event, Field, Impossible, Reckoning, Refusal, Seq, Warning, fold, revoked,
};
use crate::text::has_control;

/// What a decision needs to know beside the case.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The civil day, UTC+8.
    pub today: Date,
    /// The calendar of working days, and how the office reads the law where it is silent.
    pub reckoning: &'a Reckoning,
}

/// A step that may be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What to record.
    pub event: Event,
    /// The case as it will stand; the version and the numbers in it are those of an entry not yet recorded.
    pub case: Case,
    /// What the law would have wanted otherwise.
    pub warnings: Vec<Warning>,
}

/// Decides `step` on the request whose entries are `entries`.
///
/// # Errors
/// The [`Refusal`] of the first rule that the step breaks.
pub fn decide(entries: &[Entry], step: Step, context: &Context) -> Result<Decision, Refusal> {
    let case = fold(entries)?;
    if case.void {
        return Err(Refusal::Void);
    }
    if case.erased_on.is_some() {
        return Err(Refusal::Erased);
    }
    let event = event(&File { entries, case: &case, context }, step)?;
    let (after, warnings) =
        with(entries, &event, context).map_err(|refusal| better_reason(refusal, &case, &event))?;
    if answered_already(&case, &event) {
        return Err(Refusal::AlreadyDecided);
    }
    Ok(Decision { event, case: after, warnings })
}

/// What is asked of a step before the fold is: the entries, the case they make, today.
pub(super) struct File<'a> {
    pub(super) entries: &'a [Entry],
    pub(super) case: &'a Case,
    pub(super) context: &'a Context<'a>,
}

impl File<'_> {
    /// The case as it stood at the end of day `on`, by all that is known now: what the law wants before a
    /// step is asked of this, so that a step recorded late meets what came before it and no more.
    pub(super) fn as_of(&self, on: Date) -> Result<Case, Refusal> {
        let is_before = |entry: &&Entry| {
            matches!(entry.event, Event::Registered(_) | Event::Confirmed { .. })
                || entry.event.on().is_none_or(|day| day <= on)
        };
        let before: Vec<Entry> = self.entries.iter().filter(is_before).cloned().collect();
        Ok(fold(&before)?)
    }
}

/// The fold meets a step that is dated too early before what it rests on, and misses that altogether. The
/// case as it stood knows what the day is to be compared with.
fn better_reason(refusal: Refusal, case: &Case, event: &Event) -> Refusal {
    let asked = case.awaits_supplement().map(|supplement| &supplement.asked);
    match (&refusal, event) {
        (Refusal::NothingToServe { .. }, Event::Served(Served { on, .. })) => case
            .decided_on()
            .filter(|decided| on < decided)
            .map(|decided| Refusal::BeforeDecision { on: *on, decided }),
        (Refusal::NoSupplementOpen, Event::SupplementReceived { on, .. }) => asked
            .filter(|asked| *on < asked.on)
            .map(|asked| Refusal::BeforeNotice { on: *on, asked: asked.on }),
        (Refusal::NoSupplementOpen, Event::SupplementLapsed { .. }) => {
            asked.and_then(|asked| asked.reply_by).map(|reply_by| Refusal::TermNotOver { reply_by })
        }
        _ => None,
    }
    .unwrap_or(refusal)
}

/// An answer that stands is not replaced by one that claims an earlier day: it is revoked first.
fn answered_already(case: &Case, event: &Event) -> bool {
    let Event::Decided(decided) = event else { return false };
    match decided.item.map(usize::from) {
        Some(number) => case.items.iter().zip(1..).any(|(item, n)| n == number && item.answer.is_some()),
        None => case.is_decided(),
    }
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
    if fold(entries).is_ok_and(|case| case.erased_on.is_some()) {
        return Err(Refusal::Erased);
    }
    let gone = revoked(entries);
    if let Some(by) = gone.get(&seq) {
        return Err(Refusal::AlreadyRevoked { seq, by: *by });
    }
    let event = Event::Revoked { seq, reason };
    let (case, warnings) = with(entries, &event, context).map_err(|refusal| match refusal {
        Refusal::WouldBreak { seq, because } if gone.contains_key(&seq) => {
            Refusal::CannotReturn { seq, because }
        }
        other => other,
    })?;
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
    Ok(fold(&entries)?)
}

/// An entry that is not recorded yet: its number is beyond all others.
fn pending(event: Event) -> Entry {
    Entry { seq: Seq(u64::MAX), at: 0, who: ClerkId(0), practice_day: None, event }
}

/// The case with one more event, and what is to be said about it.
pub(super) fn with(
    entries: &[Entry],
    event: &Event,
    context: &Context,
) -> Result<(Case, Vec<Warning>), Refusal> {
    let mut all = entries.to_vec();
    all.push(pending(event.clone()));
    let case = fold(&all).map_err(|Impossible { seq, because }| {
        if seq == Seq(u64::MAX) { because } else { Refusal::WouldBreak { seq, because: Box::new(because) } }
    })?;
    let warnings = warnings(&case, event, context);
    Ok((case, warnings))
}

/// The event of a step, once the rules that concern the command alone are kept.
fn event(file: &File, step: Step) -> Result<Event, Refusal> {
    let context = file.context;
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
            lawful(&file.as_of(on)?, &outcome, &override_reason)?;
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
        Step::Amend(amendment) => Event::Amended(Box::new(amended(file.case, *amendment, context)?)),
        other => procedure::event(file, other)?,
    })
}

/// A legal day: within reason and not in the future.
pub(super) fn day(field: Field, on: Date, context: &Context) -> Result<Date, Refusal> {
    in_range(field, on)?;
    if on > context.today {
        return Err(Refusal::InFuture { field, on, today: context.today });
    }
    Ok(on)
}

pub(super) fn in_range(field: Field, on: Date) -> Result<(), Refusal> {
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
pub(super) fn optional(field: Field, value: &str, limit: usize) -> Result<(), Refusal> {
    if value.split('\n').any(|line| has_control(line) || (line.len() < value.len() && !field.has_lines())) {
        return Err(Refusal::ControlCharacters(field));
    }
    if value.chars().count() > limit {
        return Err(Refusal::TooLong { field, limit });
    }
    Ok(())
}
