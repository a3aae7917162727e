//! How a request behaves, in sentences; and what a test needs to say them briefly.

mod amend;
mod between;
mod clock;
mod consult;
mod further;
mod handler;
mod props;
mod readings;
mod receipt;
pub(crate) mod refusals;
mod revoke;
mod steps;
mod table;

use jiff::civil::{Date, date};

use super::clock::{Clock, clock};
use super::*;
use crate::calendar::Calendar;
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};

/// A day of March to May 2026 and beyond.
pub(crate) fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

/// A day as text.
pub(crate) fn iso(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn calendar() -> Calendar {
    Calendar::built_in()
}

pub(crate) fn reckoning() -> Reckoning {
    Reckoning::built_in()
}

pub(crate) fn entry(seq: u64, event: Event) -> Entry {
    Entry { seq: Seq(seq), at: 0, who: ClerkId(1), practice_day: None, event }
}

/// A registration with all that is needed but its days.
pub(crate) fn form(channel: Channel) -> Registration {
    Registration {
        no: None,
        organ: OrganId::FIRST,
        kind: ApplicantKind::Natural,
        channel,
        submitted_on: None,
        confirmed_on: None,
        received_on: None,
        particulars: Particulars {
            applicant: "张三".into(),
            content: "2025年度预算执行情况".into(),
            ..Particulars::default()
        },
    }
}

/// The same, received on `on` by signed post.
pub(crate) fn posted(on: Date) -> Registration {
    Registration { received_on: Some(on), ..form(Channel::SignedPost) }
}

/// The same, with `n` items.
pub(crate) fn with_items(n: usize, registration: Registration) -> Registration {
    let items = (1..=n).map(|item| format!("第{item}项")).collect();
    Registration { particulars: Particulars { items, ..registration.particulars }, ..registration }
}

/// One request with its entries and a day to act on.
#[derive(Debug, Clone)]
pub(crate) struct Book {
    pub(crate) entries: Vec<Entry>,
    today: Date,
}

impl Book {
    /// A book whose first entry is this registration; today is the last day of 2026.
    pub(crate) fn new(registration: Registration) -> Self {
        Self::registering(registration).expect("registered")
    }

    fn registering(registration: Registration) -> Result<Self, Refusal> {
        let reckoning = reckoning();
        let context = Context { today: day(12, 31), reckoning: &reckoning };
        let event = register(registration, RequestNo::running("", 2026, 1), &context)?;
        Ok(Self { entries: vec![entry(1, event)], today: context.today })
    }

    /// Received on 2 March 2026 by signed post.
    pub(crate) fn received() -> Self {
        Self::new(posted(day(3, 2)))
    }

    /// Submitted on the web on 2 March 2026 and not confirmed.
    pub(crate) fn unconfirmed() -> Self {
        Self::new(Registration { submitted_on: Some(day(3, 2)), ..form(Channel::Internet) })
    }

    fn on(mut self, today: Date) -> Self {
        self.today = today;
        self
    }

    fn decision(&self, step: Step) -> Result<Decision, Refusal> {
        let reckoning = reckoning();
        decide(&self.entries, step, &Context { today: self.today, reckoning: &reckoning })
    }

    /// The refusal of a step that must be refused.
    fn refused(&self, step: Step) -> Refusal {
        self.decision(step).expect_err("refused")
    }

    fn revocation(&self, seq: u64) -> Result<Decision, Refusal> {
        let reckoning = reckoning();
        let context = Context { today: self.today, reckoning: &reckoning };
        revocation(&self.entries, Seq(seq), "记录有误".into(), &context)
    }

    fn erasure(&self, reason: &str) -> Result<Decision, Refusal> {
        let reckoning = reckoning();
        let context = Context { today: self.today, reckoning: &reckoning };
        erasure(&self.entries, reason.into(), &context)
    }

    /// With what is personal erased.
    fn erased(self) -> Self {
        let decision = self.erasure("期满").expect("erased");
        self.recording(decision.event)
    }

    /// With this event recorded, whatever it is.
    fn recording(mut self, event: Event) -> Self {
        let seq = self.entries.last().map_or(1, |last| last.seq.0 + 1);
        self.entries.push(entry(seq, event));
        self
    }

    /// With this step taken.
    pub(crate) fn then(self, step: Step) -> Self {
        let tried = format!("{step:?}");
        let decision = self.decision(step).unwrap_or_else(|refusal| panic!("{tried}: {refusal:?}"));
        self.recording(decision.event)
    }

    /// With this entry revoked.
    fn revoking(self, seq: u64) -> Self {
        let decision = self.revocation(seq).unwrap_or_else(|refusal| panic!("revoking {seq}: {refusal:?}"));
        self.recording(decision.event)
    }

    fn case(&self) -> Case {
        fold(&self.entries).expect("a possible history")
    }

    fn clock(&self) -> Clock {
        clock(&self.case(), &reckoning())
    }

    fn due_on(&self) -> Option<Date> {
        self.clock().due_on
    }
}

pub(crate) fn confirm(on: Date) -> Step {
    Step::Confirm { on }
}

pub(crate) fn ask(on: Date, reply_by: Date) -> Step {
    Step::SupplementAsk { on, points: "请写明年度".into(), reply_by }
}

pub(crate) fn supplied(on: Date) -> Step {
    Step::SupplementReceive { on, text: "2025年度".into() }
}

pub(crate) fn lapse(on: Date) -> Step {
    Step::SupplementLapse { on, no_good_reason: true }
}

/// An answer; where its row wants papers of another kind, they are said to be kept elsewhere.
pub(crate) fn answer(on: Date, outcome: Outcome) -> Step {
    let elsewhere = outcome.row == OutcomeRow::DenyThird || outcome.kind == Some(OutcomeKind::NotFound);
    Step::Decide {
        on,
        item: None,
        outcome,
        facts: "经检索".into(),
        letter_no: "〔2026〕1号".into(),
        override_reason: if elsewhere { "材料另卷保存".into() } else { String::new() },
    }
}

/// An answer on nothing but what stands in the file.
pub(crate) fn bare(on: Date, outcome: Outcome) -> Step {
    Step::Decide {
        on,
        item: None,
        outcome,
        facts: String::new(),
        letter_no: String::new(),
        override_reason: String::new(),
    }
}

pub(crate) fn open(on: Date) -> Step {
    answer(on, Outcome::of(OutcomeRow::Open))
}

pub(crate) fn answer_item(on: Date, number: u16, row: OutcomeRow) -> Step {
    match answer(on, Outcome::of(row)) {
        Step::Decide { on, outcome, facts, letter_no, override_reason, .. } => {
            Step::Decide { on, item: Some(number), outcome, facts, letter_no, override_reason }
        }
        other => other,
    }
}

pub(crate) fn serve(on: Date) -> Step {
    Step::Serve { on, way: ServiceWay::Post, proof: "1234567890".into() }
}

pub(crate) fn withdraw(on: Date) -> Step {
    Step::Withdraw { on, reason: "撤回申请书".into() }
}

pub(crate) fn note(on: Date, text: &str) -> Step {
    Step::Note { on, kind: NoteKind::Talk, text: text.into() }
}

pub(crate) fn change(change: impl FnOnce(&mut Amendment)) -> Step {
    let mut amendment = Amendment { reason: "登记有误".into(), ..Amendment::default() };
    change(&mut amendment);
    Step::Amend(Box::new(amendment))
}

pub(crate) fn extended(on: Date, days: u16) -> Event {
    Event::Extended(Extended { on, days, approved_by: "李主任".into(), reason: "案情复杂".into() })
}

pub(crate) fn would_break(seq: u64, because: Refusal) -> Refusal {
    Refusal::WouldBreak { seq: Seq(seq), because: Box::new(because) }
}

pub(crate) fn consult(on: Date, party: &str, role: ConsultRole) -> Step {
    Step::ConsultSend { on, party: party.into(), role, text: String::new() }
}

pub(crate) fn third(on: Date) -> Step {
    consult(on, "甲公司", ConsultRole::Third)
}

pub(crate) fn opinion(on: Date, party: &str, opinion: Opinion) -> Step {
    Step::ConsultAnswer { on, party: party.into(), opinion, reasons: String::new() }
}

pub(crate) fn agreed(on: Date) -> Step {
    opinion(on, "", Opinion::Agree)
}

pub(crate) fn arrived(on: Date, seq: u64) -> Step {
    Step::Received { on, seq: Seq(seq) }
}

pub(crate) fn extend(on: Date, days: u16) -> Step {
    Step::Extend { on, days, approved_by: "李主任".into(), reason: "案情复杂".into() }
}

pub(crate) fn ask_reasons(on: Date) -> Step {
    Step::ReasonsAsk { on, reply_by: None, text: String::new() }
}

pub(crate) fn reasons(on: Date) -> Step {
    Step::ReasonsReceive { on, text: "研究所需".into() }
}

pub(crate) fn defer(on: Date, until: Date) -> Step {
    Step::Defer { on, until, reason: "数量巨大".into() }
}

pub(crate) fn fee(on: Date) -> Step {
    Step::FeeNotice { on, by: FeeBy::Page, count: Some(68) }
}

pub(crate) fn pay(on: Date) -> Step {
    Step::FeePay { on, amount: 380 }
}

pub(crate) fn no_fee(on: Date) -> Step {
    Step::FeeLapse { on }
}

pub(crate) fn assign(on: Date, unit: &str, reply_by: Date) -> Step {
    Step::Assign { on, unit: unit.into(), reply_by: Some(reply_by) }
}

pub(crate) fn link(on: Date, to: &str, relation: Relation) -> Step {
    Step::Link { on, to: to.into(), relation }
}
