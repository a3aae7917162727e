//! Deadlines beside that of the answer: clocks of their own.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Rule, clock, opinion_term};
use crate::calendar::Calendar;
use crate::law::terms;
use crate::request::{Case, ConclusionWay, ConsultRole, Service, ServiceWay};

/// What is due on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deadline {
    /// 答复
    Answer,
    /// 补正告知: the last day on which the notice is in time.
    SupplementNotice,
    /// 延期告知: the last day on which the applicant can be told of an extension.
    ExtensionNotice,
    /// 补正: the applicant's term.
    Supplement,
    /// 说明理由: the applicant's term.
    Reasons,
    /// 缴费: the applicant's term.
    Fee,
    /// 征求意见: the other side's term.
    Opinion(ConsultRole),
    /// 科室答复
    Unit,
    /// 保守日: the answer, if the term ran from the submission over the web.
    Conservative,
    /// 报备: copies to the superior.
    Copies,
    /// 重新答复
    Reanswer,
    /// 申请行政复议: the applicant's period.
    Review,
    /// 提起行政诉讼: the applicant's period.
    Suit,
}

impl Deadline {
    /// Whether something is waited for on that day. The others tell until when something may be done, or
    /// lie outside of the request.
    pub const fn is_awaited(self) -> bool {
        matches!(
            self,
            Self::Answer
                | Self::Supplement
                | Self::Reasons
                | Self::Fee
                | Self::Opinion(_)
                | Self::Unit
                | Self::Reanswer
        )
    }

    /// The article, as it is cited; empty where a term was set by the office or by an order.
    pub const fn article(self) -> &'static str {
        match self {
            Self::Answer | Self::ExtensionNotice | Self::Opinion(ConsultRole::Organ) => "条例第三十三条",
            Self::SupplementNotice | Self::Supplement => "条例第三十条",
            Self::Reasons => "条例第三十五条",
            Self::Fee => "信息处理费管理办法第六条",
            Self::Opinion(ConsultRole::Third) => "条例第三十二条",
            Self::Opinion(ConsultRole::CoProducer) => "条例第三十四条",
            Self::Conservative => "最高人民法院第26号指导案例",
            Self::Review => "行政复议法第二十条",
            Self::Suit => "行政诉讼法第四十六条",
            Self::Unit | Self::Copies | Self::Reanswer => "",
        }
    }
}

/// A deadline beside others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SubDeadline {
    /// What is due.
    pub what: Deadline,
    /// The last day.
    pub on: Date,
    /// The count runs into a year whose holidays are not known.
    pub provisional: bool,
}

impl SubDeadline {
    /// The article, as it is cited.
    pub const fn article(&self) -> &'static str {
        self.what.article()
    }

    const fn fixed(what: Deadline, on: Date) -> Self {
        Self { what, on, provisional: false }
    }
}

/// What is waited for next, and what it is: the earliest of all that is awaited.
pub fn next_due(case: &Case, calendar: &Calendar) -> Option<SubDeadline> {
    let awaited = sub_deadlines(case, calendar).into_iter().filter(|deadline| deadline.what.is_awaited());
    awaited.min_by_key(|deadline| deadline.on)
}

/// All deadlines of a case that have not fallen away, by day.
pub fn sub_deadlines(case: &Case, calendar: &Calendar) -> Vec<SubDeadline> {
    let mut all = Vec::new();
    if case.void {
        return all;
    }
    if case.conclusion.is_none() {
        running(&mut all, case, calendar);
    } else {
        ended(&mut all, case, calendar);
    }
    let units = case.open_assignments().filter_map(|open| open.reply_by);
    all.extend(units.map(|on| SubDeadline::fixed(Deadline::Unit, on)));
    let anew = case.awaits_reanswer().and_then(|reanswer| reanswer.by);
    all.extend(anew.map(|on| SubDeadline::fixed(Deadline::Reanswer, on)));
    all.sort_by_key(|deadline| deadline.on);
    all
}

fn running(all: &mut Vec<SubDeadline>, case: &Case, calendar: &Calendar) {
    let count = |from, days, what| {
        let due = calendar.nth_working_day_after(from, days);
        SubDeadline { what, on: due.on, provisional: due.provisional }
    };
    let clock = clock(case, calendar);
    if let Some(on) = clock.due_on {
        all.push(SubDeadline { what: Deadline::Answer, on, provisional: clock.provisional });
        let used: u16 = case.extensions_in_force().map(|(_, days)| days).sum();
        if used < terms::EXTENSION_MAX && !case.is_decided() && case.deferral().is_none() {
            all.push(SubDeadline { what: Deadline::ExtensionNotice, on, provisional: clock.provisional });
        }
    }
    if let (Some(received), None, false) = (case.facts.received_on, &case.supplement, case.is_decided()) {
        all.push(count(received, terms::SUPPLEMENT_NOTICE, Deadline::SupplementNotice));
    }
    if let Some(last) = clock.waits_until {
        let what = match clock.lines.last().map(|line| line.rule) {
            Some(Rule::FeeTerm { .. }) => Deadline::Fee,
            Some(Rule::ReasonsTerm) => Deadline::Reasons,
            _ => Deadline::Supplement,
        };
        all.push(SubDeadline::fixed(what, last));
    }
    if !case.is_decided() {
        for open in case.open_consultations() {
            let due = opinion_term(case, open, calendar);
            let what = Deadline::Opinion(open.role);
            all.push(SubDeadline { what, on: due.on, provisional: due.provisional });
        }
    }
    let waited = case.facts.channel.needs_confirmation() && case.supplement.is_none();
    let submitted = case.facts.submitted_on.filter(|on| waited && Some(*on) != case.facts.received_on);
    all.extend(submitted.map(|on| count(on, terms::REPLY, Deadline::Conservative)));
}

/// After the answer: copies, and the applicant's remedies from the day on which it was in hand.
fn ended(all: &mut Vec<SubDeadline>, case: &Case, calendar: &Calendar) {
    let Some(service) = case.last_service() else { return };
    if case.archived.is_none() {
        let due = calendar.nth_working_day_after(service.on, terms::COPY);
        all.push(SubDeadline { what: Deadline::Copies, on: due.on, provisional: due.provisional });
    }
    let Some(delivered) = in_hand(service) else { return };
    let answered = case.conclusion.as_ref().filter(|conclusion| conclusion.way == ConclusionWay::Served);
    let review_first = answered.is_some_and(|conclusion| conclusion.outcome.review_first());
    let mut remedy = |what, last: Option<Date>| {
        if let Some(last) = last {
            // A last day off moves on to the next working day (民诉法 art. 85).
            let due = calendar.next_working_day(last);
            all.push(SubDeadline { what, on: due.on, provisional: due.provisional });
        }
    };
    remedy(Deadline::Review, delivered.checked_add(terms::REVIEW_DAYS.days()).ok());
    if !review_first {
        remedy(Deadline::Suit, delivered.checked_add(terms::SUIT_MONTHS.months()).ok());
    }
}

/// The day on which the applicant had it in hand: as recorded; who signs in person has it on that day, and
/// what is sent electronically is taken to arrive on the day of sending (our reading).
fn in_hand(service: &Service) -> Option<Date> {
    service.delivered_on.or(match service.way {
        ServiceWay::InPerson | ServiceWay::Entrusted | ServiceWay::Electronic => Some(service.on),
        ServiceWay::Post | ServiceWay::Unstated => None,
    })
}
