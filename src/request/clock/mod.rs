//! The due date as a list of explained lines; never a stored date.
//!
//! One walk over the case makes lines and result together, so that what is explained is what is computed.
//! The walk is over marks (see `marks`): what makes the count void, starts it anew, stops it, adds to it.

mod count;
mod line;
mod marks;
mod sub;
mod terms;

use jiff::civil::Date;

use self::count::Count;
use self::marks::{Effects, Mark, marks};
pub use line::{Effect, Line, OpinionEnd, Rule};
pub use sub::{Deadline, SubDeadline, next_due, sub_deadlines};
pub use terms::{fee_term, opinion_term};

use super::{Case, ConclusionWay};
use crate::calendar::{Calendar, Due};
use crate::request::Reckoning;

/// 期限: the explained computation of a due date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The last day in time; `None` while no term runs (待确认, 待补正, 待缴费, 待说明理由). For a concluded
    /// case it is the day that would have been the last.
    pub due_on: Option<Date>,
    /// The count runs into a year whose holidays are not known.
    pub provisional: bool,
    /// The last day of the applicant's own term, while he is waited for and it is known.
    pub waits_until: Option<Date>,
    /// The computation: each line as it bears on the result, each change followed by the due date it makes.
    pub lines: Vec<Line>,
}

impl Clock {
    /// Working days from `today` to the due date, negative when overdue.
    pub fn days_left(&self, today: Date, calendar: &Calendar) -> Option<i32> {
        self.due_on.map(|due| calendar.days_left(today, due))
    }

    fn add(&mut self, on: Date, rule: Rule, effect: Effect) {
        self.lines.push(Line { on, rule, effect });
    }

    fn due(&mut self, due: Due, rule: Rule) {
        self.due_on = Some(due.on);
        self.provisional = due.provisional;
        self.add(due.on, rule, Effect::Due { provisional: due.provisional });
    }
}

/// Computes the due date of the answer.
///
/// Received: the day itself is not counted, the 20th working day after it is the last (art. 33; 民法典 art.
/// 201). A 补正 notice, a fee notice or a question for reasons voids the count; the supplement, the payment,
/// the reasons start a new one (arts. 30, 35; 收费办法 art. 6). The working days of consultations are not
/// counted, those of several at once only once (art. 33). An extension adds its working days, unless a
/// restart has made it void: see [`Case::extensions_in_force`]. A deferral fixes the day (art. 35).
pub fn clock(case: &Case, reckoning: &Reckoning) -> Clock {
    let mut clock = Clock { due_on: None, provisional: false, waits_until: None, lines: Vec::new() };
    let Some(received) = case.facts.received_on else {
        if let Some(submitted) = case.facts.submitted_on {
            clock.add(submitted, Rule::Unconfirmed(case.facts.channel), Effect::NotRunning);
        }
        return clock;
    };
    clock.add(received, Rule::Received(case.facts.channel), Effect::StartsNextDay);
    let marks = marks(case, reckoning);
    match case.counts_from() {
        Some(start) => counted(&mut clock, start, &marks, &reckoning.calendar),
        None => waiting(&mut clock, case, &marks, &reckoning.calendar),
    }
    conclude(&mut clock, case);
    clock
}

/// A term runs: what was before its start is told and void, what came after bears on it.
fn counted(clock: &mut Clock, start: Date, marks: &[Mark], calendar: &Calendar) {
    let last_restart = marks.iter().rposition(|mark| matches!(mark.effects, Effects::Restarts));
    let (before, after) = marks.split_at(last_restart.map_or(0, |index| index + 1));
    let mut carried = Vec::new();
    for mark in before {
        match &mark.effects {
            // Still asking when the term began anew: its remaining days are not counted either.
            Effects::Stops(stop) if stop.until > start => carried.push(mark),
            _ => void(clock, mark),
        }
    }
    let mut count = Count::new(start, calendar);
    clock.due(count.due(), count.rule());
    for mark in carried.into_iter().chain(after) {
        count.take(clock, mark);
    }
}

/// No term runs: the applicant's does.
fn waiting(clock: &mut Clock, case: &Case, marks: &[Mark], calendar: &Calendar) {
    for mark in marks {
        void(clock, mark);
    }
    let term = if let Some(fee) = case.awaits_fee() {
        let from_sending = case.letter_received_on(fee.seq).is_none();
        Some((fee_term(case, fee, calendar).on, Rule::FeeTerm { from_sending }))
    } else if let Some(reasons) = case.awaits_reasons() {
        reasons.reply_by.map(|last| (last, Rule::ReasonsTerm))
    } else {
        let reply_by = case.awaits_supplement().and_then(|supplement| supplement.asked.reply_by);
        reply_by.map(|last| (last, Rule::SupplementTerm))
    };
    if let Some((last, rule)) = term {
        clock.waits_until = Some(last);
        clock.add(last, rule, Effect::ApplicantsTerm);
    }
}

/// A mark of a count that is void.
fn void(clock: &mut Clock, mark: &Mark) {
    let effect = match mark.effects {
        Effects::Voids => Effect::Void,
        Effects::Restarts => Effect::RestartsNextDay,
        Effects::Nothing => Effect::GoesOn,
        Effects::Adds(_) | Effects::Stops(_) | Effects::Fixes(_) => Effect::VoidWithCount,
    };
    clock.add(mark.on, mark.rule, effect);
}

fn conclude(clock: &mut Clock, case: &Case) {
    let Some(conclusion) = &case.conclusion else { return reanswer(clock, case) };
    let rule = match conclusion.way {
        ConclusionWay::Served => Rule::Served,
        ConclusionWay::SupplementLapsed => Rule::SupplementLapsed,
        ConclusionWay::FeeLapsed => Rule::FeeLapsed,
        ConclusionWay::Withdrawn => Rule::Withdrawn,
        ConclusionWay::Joined => Rule::Joined,
    };
    let late = conclusion.way == ConclusionWay::Served && clock.due_on.is_some_and(|due| conclusion.on > due);
    clock.add(conclusion.on, rule, Effect::Ends { late });
    reanswer(clock, case);
}

/// A new answer has a term of its own, beside the old one.
fn reanswer(clock: &mut Clock, case: &Case) {
    let Some(reanswer) = &case.reanswer else { return };
    clock.add(reanswer.on, Rule::Reanswer { ordered: reanswer.by.is_some() }, Effect::OwnTerm);
    if let Some(by) = reanswer.by {
        clock.add(by, Rule::ReanswerTerm, Effect::OwnTerm);
    }
}
