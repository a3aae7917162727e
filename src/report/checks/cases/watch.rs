//! The self-check of the records before the year ends: R1 to R8, over cases.

use jiff::civil::{Date, DateTime};

use super::CaseFacts;
use crate::law::{OutcomeKind, OutcomeRow};
use crate::report::checks::{Finding, Severity, Target};
use crate::words::report::{cases as words, checks};

/// Days without an entry after which an open case counts as forgotten.
const UNTOUCHED: i32 = 30;

/// R1 to R8 over the cases on record, as of `today`, for the year of `today`; rule by rule.
///
/// | rule | finds | severity |
/// |---|---|---|
/// | R1 | an outcome that its own steps contradict | error |
/// | R2 | days out of order | error |
/// | R3 | an answer served without proof | warning |
/// | R4 | a term of the applicant that ended, and nobody closed the case | warning |
/// | R5 | a request submitted and never confirmed (art. 31) | warning |
/// | R6 | an open case nobody touched for 30 days | warning |
/// | R7 | decided and not served: carried out if it stays so on 31 December | warning |
/// | R8 | an answer that was due and has not been served | warning |
pub fn self_check(cases: &[CaseFacts], today: Date) -> Vec<Finding> {
    self_check_as_of(cases, today, today)
}

/// The same for a year that may be over: what waits is judged as of `last`, its last day. What happened since
/// is in order all the same, so that R2 alone looks at `today`.
pub fn self_check_as_of(cases: &[CaseFacts], last: Date, today: Date) -> Vec<Finding> {
    type Rule = fn(&CaseFacts, Date) -> Option<Finding>;
    let rules: [(Rule, Date); 8] = [
        (contradiction, last),
        (disorder, today),
        (no_proof, last),
        (ended, last),
        (unconfirmed, last),
        (untouched, last),
        (not_served, last),
        (overdue, last),
    ];
    rules.into_iter().flat_map(|(rule, on)| cases.iter().filter_map(move |case| rule(case, on))).collect()
}

fn finding(
    case: &CaseFacts,
    (rule, severity): (&'static str, Severity),
    sides: (String, String),
    message: String,
) -> Finding {
    Finding::new(rule, severity, Target::Case(case.no.clone()), sides, message)
}

/// R1: what the steps of a case say cannot be together with its outcome.
fn contradiction(case: &CaseFacts, _: Date) -> Option<Finding> {
    let row = case.row?;
    let against = if case.kind.is_some_and(|kind| kind.row() != row) {
        words::KIND_OF_OTHER_ROW
    } else {
        against(case, row)?
    };
    let sides = (row.short_label().to_owned(), against.to_owned());
    Some(finding(case, ("R1", Severity::Error), sides, words::r1(&row.place(), row.short_label(), against)))
}

fn against(case: &CaseFacts, row: OutcomeRow) -> Option<&'static str> {
    let told = case.third.override_notice.is_some();
    let before = |one: Option<Date>, other: Option<Date>| matches!((one, other), (Some(one), Some(other)) if one <= other);
    match row {
        OutcomeRow::OtherNoSupplement if before(case.supplement.came, case.supplement.ends) => {
            Some(words::SUPPLEMENT_CAME)
        }
        OutcomeRow::OtherNoSupplement if before(case.closed, case.supplement.ends) => Some(words::TERM_RAN),
        OutcomeRow::OtherNoFee if before(case.fee.came, case.fee.ends) => Some(words::FEE_CAME),
        OutcomeRow::OtherNoFee if before(case.closed, case.fee.ends) => Some(words::TERM_RAN),
        OutcomeRow::DenyThird if told => Some(words::TOLD_OF_DISCLOSURE),
        OutcomeRow::Open if case.third.objected && !told => Some(words::AGAINST_OBJECTION),
        OutcomeRow::NpRepeat if case.linked_earlier.as_ref() == Some(&case.no) => Some(words::ITS_OWN_REPEAT),
        OutcomeRow::OtherOther
            if case.kind == Some(OutcomeKind::Withdrawn) && before(case.served, case.closed) =>
        {
            Some(words::SERVED_BEFORE_WITHDRAWAL)
        }
        _ => None,
    }
}

/// R2: no step comes before the one it follows from.
fn disorder(case: &CaseFacts, today: Date) -> Option<Finding> {
    let pairs = [
        (words::SUBMITTED, case.submitted, words::RECEIVED, case.received),
        (words::RECEIVED, case.received, words::SUPPLEMENT_NOTICE, case.supplement.on),
        (words::SUPPLEMENT_NOTICE, case.supplement.on, words::SUPPLEMENT, case.supplement.came),
        (words::RECEIVED, case.received, words::CONSULTATION, case.third.consulted),
        (words::RECEIVED, case.received, words::FEE_NOTICE, case.fee.on),
        (words::FEE_NOTICE, case.fee.on, words::PAYMENT, case.fee.came),
        (words::RECEIVED, case.received, words::REASONS_NOTICE, case.reasons.on),
        (words::REASONS_NOTICE, case.reasons.on, words::REASONS, case.reasons.came),
        (words::RECEIVED, case.received, words::DECIDED, case.decided),
        (words::DECIDED, case.decided, words::SERVED, case.served),
        (words::SERVED, case.served, words::DELIVERED, case.delivered),
        (words::RECEIVED, case.received, words::CLOSED, case.closed),
        (words::DELIVERED, case.delivered, words::TODAY, Some(today)),
        (words::SERVED, case.served, words::TODAY, Some(today)),
        (words::CLOSED, case.closed, words::TODAY, Some(today)),
    ];
    pairs.into_iter().find_map(|(first, one, second, other)| {
        let (one, other) = (one?, other?);
        let sides = (format!("{first} {one}"), format!("{second} {other}"));
        let message = words::r2(first, one, second, other);
        (one > other).then(|| finding(case, ("R2", Severity::Error), sides, message))
    })
}

/// R3: who says the answer never came must be shown the proof.
fn no_proof(case: &CaseFacts, _: Date) -> Option<Finding> {
    let served = case.served.filter(|_| !case.has_proof)?;
    let sides = (checks::MISSING.to_owned(), words::PROOF.to_owned());
    Some(finding(case, ("R3", Severity::Warning), sides, words::r3(served)))
}

/// R4: a lapse belongs to the year in which the term ended, but somebody has to find that there was no good
/// reason.
fn ended(case: &CaseFacts, today: Date) -> Option<Finding> {
    if case.closed.is_some() || case.decided.is_some() {
        return None;
    }
    let terms =
        [(words::SUPPLEMENT, case.supplement), (words::PAYMENT, case.fee), (words::REASONS, case.reasons)];
    terms.into_iter().find_map(|(what, asked)| {
        let ends = asked.ends.filter(|ends| *ends < today && asked.came.is_none())?;
        let sides = (checks::day(today), checks::day(ends));
        Some(finding(case, ("R4", Severity::Warning), sides, words::r4(what, ends)))
    })
}

/// R5: sent over the web, by mail or fax and neither confirmed nor listed as received.
fn unconfirmed(case: &CaseFacts, today: Date) -> Option<Finding> {
    let submitted = case.submitted.filter(|submitted| *submitted < today)?;
    if case.received.is_some() || case.closed.is_some() {
        return None;
    }
    let sides = (words::UNCONFIRMED.to_owned(), checks::day(submitted));
    Some(finding(case, ("R5", Severity::Warning), sides, words::r5(submitted)))
}

/// R6
fn untouched(case: &CaseFacts, today: Date) -> Option<Finding> {
    let touched = case.touched.filter(|_| case.closed.is_none())?;
    let days = days_between(touched, today)?;
    let sides = (words::days(days), words::days(UNTOUCHED));
    (days >= UNTOUCHED).then(|| finding(case, ("R6", Severity::Warning), sides, words::r6(touched, days)))
}

/// R7: an answer stamped in December and posted in January belongs to the next year (235号).
fn not_served(case: &CaseFacts, today: Date) -> Option<Finding> {
    let decided = case.decided.filter(|decided| *decided <= today)?;
    if case.served.is_some() || case.closed.is_some() {
        return None;
    }
    let last = today.last_of_year();
    let sides = (words::NOT_SERVED.to_owned(), checks::day(last));
    Some(finding(case, ("R7", Severity::Warning), sides, words::r7(decided, last)))
}

/// R8: carried over or not, the term of art. 33 has ended.
fn overdue(case: &CaseFacts, today: Date) -> Option<Finding> {
    let due = case.due.filter(|due| *due < today && case.served.is_none() && case.closed.is_none())?;
    let sides = (checks::day(today), checks::day(due));
    Some(finding(case, ("R8", Severity::Warning), sides, words::r8(due)))
}

fn days_between(from: Date, to: Date) -> Option<i32> {
    let midnight = |day: Date| DateTime::from_parts(day, jiff::civil::Time::midnight());
    midnight(from).until((jiff::Unit::Day, midnight(to))).ok().map(|span| span.get_days())
}
