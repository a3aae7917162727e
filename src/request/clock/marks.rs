//! What bears on the count of a case, by day.

use jiff::civil::Date;

use super::line::{OpinionEnd, Rule};
use super::terms::opinion_term;
use crate::calendar::Calendar;
use crate::request::{Case, Consultation, Opinion};

/// Something that bears on the count.
pub(super) struct Mark {
    pub(super) on: Date,
    pub(super) rule: Rule,
    pub(super) effects: Effects,
}

/// How it does.
pub(super) enum Effects {
    /// The count is void from here on.
    Voids,
    /// A new count begins on the next day.
    Restarts,
    /// So many working days more.
    Adds(u16),
    /// The working days after the mark up to the end of the stop are not counted.
    Stops(Stop),
    /// The due date is this day.
    Fixes(Date),
    /// It is told, and bears on nothing.
    Nothing,
}

/// The end of a stop.
pub(super) struct Stop {
    pub(super) until: Date,
    pub(super) rule: Rule,
}

/// All marks, by their day; on one day in the order of the procedure.
pub(super) fn marks(case: &Case, calendar: &Calendar) -> Vec<Mark> {
    let mut marks = Vec::new();
    supplement(&mut marks, case, calendar);
    reasons(&mut marks, case);
    fee(&mut marks, case);
    for asked in &case.consultations {
        marks.push(consultation(case, asked, calendar));
    }
    for (on, days) in &case.extensions {
        marks.push(mark(*on, Rule::Extended { days: *days }, Effects::Adds(*days)));
    }
    for deferral in &case.deferrals {
        marks.push(mark(deferral.on, Rule::Deferred, Effects::Fixes(deferral.until)));
    }
    marks.extend(case.assists.iter().map(|(on, _)| mark(*on, Rule::Assisted, Effects::Nothing)));
    marks.sort_by_key(|mark| mark.on);
    marks
}

const fn mark(on: Date, rule: Rule, effects: Effects) -> Mark {
    Mark { on, rule, effects }
}

/// Art. 30.
fn supplement(marks: &mut Vec<Mark>, case: &Case, calendar: &Calendar) {
    let (Some(supplement), Some(received)) = (&case.supplement, case.facts.received_on) else { return };
    let last = calendar.nth_working_day_after(received, crate::law::terms::SUPPLEMENT_NOTICE).on;
    let on = supplement.asked.on;
    marks.push(mark(on, Rule::SupplementAsked { last, late: on > last }, Effects::Voids));
    marks.extend(supplement.received_on.map(|on| mark(on, Rule::SupplementReceived, Effects::Restarts)));
}

/// Art. 35; the 条例 does not say what the question does to the term. As for 补正, the reasons start it anew
/// (our reading); where none came until the decision, the days of waiting are not counted.
fn reasons(marks: &mut Vec<Mark>, case: &Case) {
    let Some(reasons) = &case.reasons else { return };
    let effects = match (reasons.received_on, case.first_decided_on) {
        (None, Some(decided)) => Effects::Stops(Stop { until: decided, rule: Rule::ReasonsNeverCame }),
        _ => Effects::Voids,
    };
    marks.push(mark(reasons.asked_on, Rule::ReasonsAsked, effects));
    marks.extend(reasons.received_on.map(|on| mark(on, Rule::ReasonsReceived, Effects::Restarts)));
}

/// 收费办法 art. 6.
fn fee(marks: &mut Vec<Mark>, case: &Case) {
    let Some(fee) = &case.fee else { return };
    marks.push(mark(fee.notified_on, Rule::FeeNotified, Effects::Voids));
    marks.extend(fee.paid.map(|(on, _)| mark(on, Rule::FeePaid, Effects::Restarts)));
}

/// Art. 33: the time for asking is not counted. How it is delimited is nowhere said; as we read it, from the
/// day after the letter to the day of the opinion, at the latest to the fifteenth working day after receipt.
fn consultation(case: &Case, asked: &Consultation, calendar: &Calendar) -> Mark {
    let last = opinion_term(case, asked, calendar).on;
    let (until, end) = match asked.answer {
        None => (last, OpinionEnd::Open),
        Some((on, Opinion::None)) => (on.min(last), OpinionEnd::Silent),
        Some((on, _)) if on > last => (last, OpinionEnd::AnsweredLate),
        Some((on, _)) => (on, OpinionEnd::Answered),
    };
    let from_sending = end != OpinionEnd::Answered && case.letter_received_on(asked.seq).is_none();
    let rule = Rule::ConsultEnded { role: asked.role, end, from_sending };
    mark(asked.on, Rule::ConsultSent(asked.role), Effects::Stops(Stop { until, rule }))
}
