//! Deadlines beside that of the answer: clocks of their own.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Rule, clock, opinion_term};
use crate::calendar::Calendar;
use crate::law::terms;
use crate::request::{
    Assignment, Case, ConclusionWay, ConsultRole, NoteKind, Reckoning, Service, ServiceWay,
};

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
    /// 确认收到: the receipt of what came over the web or by fax is still to be confirmed.
    Confirmation,
    /// 科室答复
    Unit,
    /// 催办: half of a unit's time is over, or three working days of it are left, and it was not reminded.
    Chase,
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
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Answer,
        Self::SupplementNotice,
        Self::ExtensionNotice,
        Self::Supplement,
        Self::Reasons,
        Self::Fee,
        Self::Opinion(ConsultRole::Third),
        Self::Opinion(ConsultRole::CoProducer),
        Self::Opinion(ConsultRole::Organ),
        Self::Confirmation,
        Self::Unit,
        Self::Chase,
        Self::Conservative,
        Self::Copies,
        Self::Reanswer,
        Self::Review,
        Self::Suit,
    ];

    /// The English key used in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::SupplementNotice => "supplement_notice",
            Self::ExtensionNotice => "extension_notice",
            Self::Supplement => "supplement",
            Self::Reasons => "reasons",
            Self::Fee => "fee",
            Self::Opinion(ConsultRole::Third) => "opinion_third",
            Self::Opinion(ConsultRole::CoProducer) => "opinion_coproducer",
            Self::Opinion(ConsultRole::Organ) => "opinion_organ",
            Self::Confirmation => "confirmation",
            Self::Unit => "unit",
            Self::Chase => "chase",
            Self::Conservative => "conservative",
            Self::Copies => "copies",
            Self::Reanswer => "reanswer",
            Self::Review => "review",
            Self::Suit => "suit",
        }
    }

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
                | Self::Confirmation
                | Self::Unit
                | Self::Reanswer
        )
    }

    /// Whether it stands in lists and agendas: what is awaited, and what is to be done by that day. The
    /// others tell until when something *may* be done and stand with the case alone.
    pub const fn is_listed(self) -> bool {
        self.is_awaited() || matches!(self, Self::Chase | Self::Copies | Self::Conservative)
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
            Self::Confirmation => "条例第三十一条",
            Self::Conservative => "最高人民法院第26号指导案例",
            Self::Review => "行政复议法第二十条",
            Self::Suit => "行政诉讼法第四十六条",
            Self::Unit | Self::Chase | Self::Copies | Self::Reanswer => "",
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
pub fn next_due(case: &Case, reckoning: &Reckoning) -> Option<SubDeadline> {
    let awaited = sub_deadlines(case, reckoning).into_iter().filter(|deadline| deadline.what.is_awaited());
    awaited.min_by_key(|deadline| deadline.on)
}

/// All deadlines of a case that have not fallen away, by day.
pub fn sub_deadlines(case: &Case, reckoning: &Reckoning) -> Vec<SubDeadline> {
    let mut all = Vec::new();
    if case.void {
        return all;
    }
    if case.conclusion.is_none() {
        running(&mut all, case, reckoning);
    } else {
        ended(&mut all, case, reckoning);
    }
    for open in case.open_assignments() {
        all.extend(open.reply_by.map(|on| SubDeadline::fixed(Deadline::Unit, on)));
        all.extend(reminder(open, &reckoning.calendar).map(|on| SubDeadline::fixed(Deadline::Chase, on)));
    }
    let anew = case.awaits_reanswer().and_then(|reanswer| reanswer.by);
    all.extend(anew.map(|on| SubDeadline::fixed(Deadline::Reanswer, on)));
    all.sort_by_key(|deadline| deadline.on);
    all
}

fn running(all: &mut Vec<SubDeadline>, case: &Case, reckoning: &Reckoning) {
    let calendar = &reckoning.calendar;
    let count = |from, days, what| {
        let due = calendar.nth_working_day_after(from, days);
        SubDeadline { what, on: due.on, provisional: due.provisional }
    };
    let Some(received) = case.facts.received_on else {
        let day = case.facts.submitted_on;
        all.extend(day.map(|on| count(on, terms::CONFIRMATION, Deadline::Confirmation)));
        return;
    };
    let clock = clock(case, reckoning);
    if let Some(on) = clock.due_on {
        all.push(SubDeadline { what: Deadline::Answer, on, provisional: clock.provisional });
        let used: u16 = case.extensions_in_force().map(|(_, days)| days).sum();
        if used < terms::EXTENSION_MAX && !case.is_decided() && case.deferral().is_none() {
            all.push(SubDeadline { what: Deadline::ExtensionNotice, on, provisional: clock.provisional });
        }
    }
    if case.supplement.is_none() && !case.is_decided() {
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
            let due = opinion_term(case.letter_received_on(open.seq), open.on, calendar);
            let what = Deadline::Opinion(open.role);
            all.push(SubDeadline { what, on: due.on, provisional: due.provisional });
        }
    }
    let waited = case.facts.channel.needs_confirmation() && case.supplement.is_none();
    let submitted = case.facts.submitted_on.filter(|on| waited && Some(*on) != case.facts.received_on);
    all.extend(submitted.map(|on| count(on, terms::REPLY, Deadline::Conservative)));
}

/// After the answer: copies, and the applicant's remedies from the day on which it was in hand.
fn ended(all: &mut Vec<SubDeadline>, case: &Case, reckoning: &Reckoning) {
    let calendar = &reckoning.calendar;
    let Some(service) = case.last_service() else { return };
    let days = reckoning.readings.copy_days;
    if case.archived.is_none() && days > 0 && !copied(case, service.on) {
        let due = calendar.nth_working_day_after(service.on, days);
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

/// Whether copies of the answer served on `served` went to the superior (a note of that sort says so).
fn copied(case: &Case, served: Date) -> bool {
    case.notes.iter().any(|note| note.kind == NoteKind::Copies && note.on >= served)
}

/// The next day on which a unit is to be reminded: at half-time and when three working days are left, each
/// unless it was reminded since.
fn reminder(open: &Assignment, calendar: &Calendar) -> Option<Date> {
    let last = open.reply_by?;
    let all = u16::try_from(calendar.working_days_between(open.on, last)).ok().filter(|days| *days > 1)?;
    let half = all.div_ceil(2);
    let left_three = all.checked_sub(LEFT_THREE).filter(|days| *days > half);
    let days = [Some(half), left_three].into_iter().flatten();
    let mut reminders = days.map(|days| calendar.nth_working_day_after(open.on, days).on);
    reminders.find(|day| *day < last && open.chased.iter().all(|chased| chased < day))
}

/// Working days before the unit's last day at which it is reminded once more.
const LEFT_THREE: u16 = 3;

/// The day on which the applicant had it in hand: as recorded; who signs in person has it on that day, and
/// what is sent electronically is taken to arrive on the day of sending (our reading).
fn in_hand(service: &Service) -> Option<Date> {
    service.delivered_on.or(match service.way {
        ServiceWay::InPerson | ServiceWay::Entrusted | ServiceWay::Electronic => Some(service.on),
        ServiceWay::Post | ServiceWay::Unstated => None,
    })
}
