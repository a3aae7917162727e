//! What bears on the count of a case, by day.

use jiff::civil::Date;

use super::line::{OpinionEnd, Rule};
use super::terms::opinion_term;
use crate::calendar::Calendar;
use crate::request::{Assist, Case, ConsultRole, Consultation, Opinion, Reckoning, Seq};

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

/// A stop: working days that are not counted.
pub(super) struct Stop {
    /// The day before the first.
    pub(super) after: Date,
    /// The last; not before `after`.
    pub(super) until: Date,
    pub(super) rule: Rule,
}

/// All marks, by their day; on one day in the order of the procedure.
pub(super) fn marks(case: &Case, reckoning: &Reckoning) -> Vec<Mark> {
    let mut marks = Vec::new();
    supplement(&mut marks, case, &reckoning.calendar);
    reasons(&mut marks, case);
    fee(&mut marks, case);
    for asked in &case.consultations {
        marks.push(consultation(case, asked, reckoning));
    }
    for (on, days) in &case.extensions {
        marks.push(mark(*on, Rule::Extended { days: *days }, Effects::Adds(*days)));
    }
    for deferral in &case.deferrals {
        marks.push(mark(deferral.on, Rule::Deferred, Effects::Fixes(deferral.until)));
    }
    marks.extend(case.assists.iter().map(|assist| assistance(case, assist, reckoning)));
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
        (None, Some(decided)) => {
            let after = reasons.asked_on;
            Effects::Stops(Stop { after, until: decided, rule: Rule::ReasonsNeverCame })
        }
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

/// Art. 33: the time for asking is not counted. How it is delimited is nowhere said; the office's reading
/// decides ([`Excluded`](crate::request::Excluded)). At the latest it ends on the fifteenth working day after
/// receipt.
fn consultation(case: &Case, asked: &Consultation, reckoning: &Reckoning) -> Mark {
    let stop = Asked { seq: asked.seq, on: asked.on, role: asked.role, answer: asked.answer };
    let excluded = reckoning.readings.excluded;
    mark(asked.on, Rule::ConsultSent { role: asked.role, excluded }, stop.effects(case, reckoning))
}

/// 协办 is no consultation and stops nothing, unless the office reads it so; then it is taken as the
/// consultation of another organ (art. 33).
fn assistance(case: &Case, assist: &Assist, reckoning: &Reckoning) -> Mark {
    let stops = reckoning.readings.assist_stops;
    if !stops {
        return mark(assist.on, Rule::Assisted { stops }, Effects::Nothing);
    }
    let answer = assist.answered_on.map(|on| (on, Opinion::Agree));
    let asked = Asked { seq: assist.seq, on: assist.on, role: ConsultRole::Organ, answer };
    mark(assist.on, Rule::Assisted { stops }, asked.effects(case, reckoning))
}

/// Somebody who was asked by a letter, and what came back.
struct Asked {
    seq: Seq,
    on: Date,
    role: ConsultRole,
    answer: Option<(Date, Opinion)>,
}

impl Asked {
    fn effects(&self, case: &Case, reckoning: &Reckoning) -> Effects {
        let received = case.letter_received_on(self.seq);
        let last = opinion_term(received, self.on, &reckoning.calendar).on;
        let excluded = reckoning.readings.excluded;
        let (until, end) = match self.answer {
            None => (last, OpinionEnd::Open),
            Some((on, Opinion::None)) => (on.min(last), OpinionEnd::Silent),
            Some((on, _)) if on > last => (last, OpinionEnd::AnsweredLate),
            Some((on, _)) => (excluded.until(on), OpinionEnd::Answered),
        };
        let after = excluded.after(self.on, received);
        let from_sending = end != OpinionEnd::Answered && received.is_none();
        let rule = Rule::ConsultEnded { role: self.role, end, from_sending, excluded };
        Effects::Stops(Stop { after, until: until.max(after), rule })
    }
}
