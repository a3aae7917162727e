//! The due date as a list of explained lines; never a stored date.
//!
//! One walk over the case makes lines and result together, so that what is explained is what is computed.

mod line;

use jiff::civil::Date;

pub use line::{Effect, Line, Rule};

use super::{Case, ConclusionWay, Supplement};
use crate::calendar::{Calendar, Due};
use crate::law::terms;

/// 期限: the explained computation of a due date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The last day in time; `None` while no term runs (待确认, 待补正). For a concluded case it is the day
    /// that would have been the last.
    pub due_on: Option<Date>,
    /// The count runs into a year whose holidays are not known.
    pub provisional: bool,
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
/// 201). A 补正 notice voids the count, the supplement starts a new one (art. 30). An extension adds its
/// working days (art. 33), unless a restart has made it void: see [`Case::extensions_in_force`].
pub fn clock(case: &Case, calendar: &Calendar) -> Clock {
    let mut clock = Clock { due_on: None, provisional: false, lines: Vec::new() };
    let Some(received) = case.facts.received_on else {
        if let Some(submitted) = case.facts.submitted_on {
            clock.add(submitted, Rule::Unconfirmed(case.facts.channel), Effect::NotRunning);
        }
        return clock;
    };
    clock.add(received, Rule::Received(case.facts.channel), Effect::StartsNextDay);
    let start = match &case.supplement {
        Some(supplement) => supplemented(&mut clock, case, received, supplement, calendar),
        None => Some(received),
    };
    if let Some(start) = start {
        term(&mut clock, case, start, calendar);
    }
    conclude(&mut clock, case);
    clock
}

/// Art. 30: the notice ends the count; the supplement begins it anew.
fn supplemented(
    clock: &mut Clock,
    case: &Case,
    received: Date,
    supplement: &Supplement,
    calendar: &Calendar,
) -> Option<Date> {
    let asked = &supplement.asked;
    let last = calendar.nth_working_day_after(received, terms::SUPPLEMENT_NOTICE).on;
    let void =
        case.extensions.iter().filter(|(on, _)| supplement.received_on.is_none_or(|restart| *on < restart));
    for (on, days) in void {
        clock.add(*on, Rule::Extended { days: *days }, Effect::VoidWithCount);
    }
    clock.add(asked.on, Rule::SupplementAsked { last, late: asked.on > last }, Effect::Void);
    clock.lines.sort_by_key(|line| line.on);
    match (supplement.received_on, asked.reply_by) {
        (Some(on), _) => clock.add(on, Rule::SupplementReceived, Effect::RestartsNextDay),
        (None, Some(reply_by)) => clock.add(reply_by, Rule::SupplementTerm, Effect::ApplicantsTerm),
        (None, None) => {}
    }
    supplement.received_on
}

/// Art. 33: twenty working days, and the extensions.
fn term(clock: &mut Clock, case: &Case, start: Date, calendar: &Calendar) {
    let mut days = terms::REPLY;
    clock.due(calendar.nth_working_day_after(start, days), Rule::ReplyTerm { start, days });
    for (on, extension) in case.extensions_in_force() {
        days = days.saturating_add(extension);
        clock.add(on, Rule::Extended { days: extension }, Effect::Adds { days: extension });
        clock.due(calendar.nth_working_day_after(start, days), Rule::ReplyTerm { start, days });
    }
}

fn conclude(clock: &mut Clock, case: &Case) {
    let Some(conclusion) = &case.conclusion else { return };
    let rule = match conclusion.way {
        ConclusionWay::Served => Rule::Served,
        ConclusionWay::SupplementLapsed => Rule::SupplementLapsed,
        ConclusionWay::Withdrawn => Rule::Withdrawn,
    };
    let late = conclusion.way == ConclusionWay::Served && clock.due_on.is_some_and(|due| conclusion.on > due);
    clock.add(conclusion.on, rule, Effect::Ends { late });
}
