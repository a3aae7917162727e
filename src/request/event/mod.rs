//! What can happen to a request, in the past tense. Legal days (`on`) are apart from record times (`at`).

mod inside;
mod kinds;
mod others;
mod outside;

use jiff::civil::Date;

pub use inside::{Assigned, HandedOver, Reviewed, UnitWord};
pub(crate) use kinds::closed_list;
pub use kinds::{ConsultRole, FeeBy, NoteKind, Opinion, Relation, ReviewKind, ServiceWay};
pub use others::{Erased, ItemsSplit, Joined, RowOverruled};
pub use outside::{ConsultAnswered, ConsultSent, FeeNotified};

use super::{Channel, ClerkId, OrganId, Outcome, Particulars, RequestNo, Seq};
use crate::law::ApplicantKind;

/// An event with its number, its time and its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The number in the journal.
    pub seq: Seq,
    /// When it was recorded, UTC milliseconds; may step back.
    pub at: i64,
    /// Who recorded it.
    pub who: ClerkId,
    /// The day that was set when it was recorded in a practice office.
    pub practice_day: Option<Date>,
    /// What happened.
    pub event: Event,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// 登记
    Registered(Box<Registered>),
    /// 更正登记: what it changes replaces what was said before, the confirmation too; the last recorded wins.
    Amended(Box<Amended>),
    /// 确认收到: the confirmation of art. 31 that makes the day of receipt.
    Confirmed {
        /// The day of the confirmation.
        on: Date,
    },
    /// 补正告知: the one notice of art. 30.
    SupplementAsked(SupplementAsked),
    /// 收到补正: the term starts anew (art. 30).
    SupplementReceived {
        /// The day of receipt.
        on: Date,
        /// What was supplied.
        text: String,
    },
    /// 逾期不补正: a person has found that there was no good reason (art. 30).
    SupplementLapsed {
        /// The day of that finding; the case ends on the first day after the term.
        on: Date,
    },
    /// 延期: at most 20 working days (art. 33).
    Extended(Extended),
    /// 作出决定, for one item or for all that are still unanswered.
    Decided(Box<Decided>),
    /// 送达: the day that counts for the term (国办公开办函〔2016〕235号).
    Served(Served),
    /// 申请人撤回
    Withdrawn {
        /// The day of the withdrawal.
        on: Date,
        /// Why, and by what paper.
        reason: String,
    },
    /// 附注
    Noted(Noted),
    /// 征求意见: the days that it takes are not counted (art. 33).
    ConsultSent(ConsultSent),
    /// 收悉: the other side has received what an entry sent.
    Received {
        /// The day on which it did.
        on: Date,
        /// The entry that sent it.
        seq: Seq,
    },
    /// 收到意见, or the finding that none came.
    ConsultAnswered(ConsultAnswered),
    /// 协办: help from another organ; does not stop the clock.
    Assisted {
        /// The day of the letter.
        on: Date,
        /// Who is to help.
        organ: String,
        /// With what.
        text: String,
    },
    /// 要求说明理由 (art. 35).
    ReasonsAsked {
        /// The day of the notice.
        on: Date,
        /// The last day for the reasons, where one was set: the 条例 sets none.
        reply_by: Option<Date>,
        /// What the notice says.
        text: String,
    },
    /// 收到理由: the term starts anew (our reading; the 条例 is silent).
    ReasonsReceived {
        /// The day of receipt.
        on: Date,
        /// The reasons.
        text: String,
    },
    /// 延迟答复: reasonable, yet too much for the term; a day is fixed (art. 35).
    Deferred {
        /// The day of the notice.
        on: Date,
        /// The day that replaces the due date.
        until: Date,
        /// Why.
        reason: String,
    },
    /// 收费通知: the term waits for the payment (收费办法 art. 6).
    FeeNotified(FeeNotified),
    /// 缴费: the term starts anew on the next day (收费办法 art. 6).
    FeePaid {
        /// The day of the payment.
        on: Date,
        /// What was paid, in yuan.
        amount: u32,
    },
    /// 逾期未缴费: the case ends on the first day after the term, row （六）2.
    FeeLapsed {
        /// The day of the finding.
        on: Date,
        /// The last day of the term, as it was then reckoned.
        last: Date,
    },
    /// 公共利益告知: the third party is told what will be disclosed against its objection, and why (art. 32).
    OverrideNotified {
        /// The day of the notice.
        on: Date,
        /// The third party.
        party: String,
        /// What is disclosed and why.
        reason: String,
    },
    /// 转办: handed to a business unit.
    Assigned(Assigned),
    /// 科室答复
    UnitAnswered(UnitWord),
    /// 科室退回: returned as not its own.
    UnitReturned(UnitWord),
    /// 催办
    Chased(UnitWord),
    /// 审查审核
    Reviewed(Reviewed),
    /// 移交: another clerk handles the case.
    HandedOver(HandedOver),
    /// 签收: the applicant has the answer; the remedies run from this day.
    Delivered {
        /// The day.
        on: Date,
    },
    /// 退件: the posting day stands; another way is tried.
    MailReturned {
        /// The day on which it came back.
        on: Date,
        /// Why, and where the slip is kept.
        reason: String,
    },
    /// 撤回答复: the organ takes its answer back to give another.
    AnswerWithdrawn {
        /// The day.
        on: Date,
        /// Why.
        reason: String,
    },
    /// 责令重作: a review or a court orders a new answer, with a term of its own.
    ReanswerOrdered {
        /// The day on which the decision was received.
        on: Date,
        /// The last day for the new answer.
        by: Date,
        /// Which decision.
        order: String,
    },
    /// 归档 (art. 45)
    Archived {
        /// The day.
        on: Date,
        /// 档号
        file_no: String,
    },
    /// 关联: another request that belongs to this one.
    Linked {
        /// The day.
        on: Date,
        /// The number of the other request.
        to: String,
        /// How they belong together.
        relation: Relation,
    },
    /// 删除个人信息: nothing follows it.
    Erased(Erased),
    /// 拆分 (一事一申请): items go into a request of their own.
    ItemsSplit(ItemsSplit),
    /// 并案: the applicant's request goes on with another of his.
    Joined(Joined),
    /// 更正主要理由: the row of the case is another than the one that follows from its items.
    RowOverruled(Box<RowOverruled>),
    /// 撤销记录: takes an entry out of the standing events; nothing is deleted.
    Revoked {
        /// The entry taken back.
        seq: Seq,
        /// Why.
        reason: String,
    },
}

/// 登记
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// 编号
    pub no: RequestNo,
    /// The organ that answers.
    pub organ: OrganId,
    /// The column of table 3.
    pub kind: ApplicantKind,
    /// 渠道
    pub channel: Channel,
    /// The day on which it was handed in, posted or sent.
    pub submitted_on: Option<Date>,
    /// The day of the confirmation of art. 31.
    pub confirmed_on: Option<Date>,
    /// 收到日期 by art. 31; `None` while 待确认.
    pub received_on: Option<Date>,
    /// An opening figure: brought in open from the time before this office's books, never 新收.
    pub baseline: bool,
    /// Whether it was typed in by a clerk or taken from a register.
    pub basis: Basis,
    /// Who asks for what.
    pub particulars: Particulars,
}

/// On whose word an event rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Basis {
    /// A clerk did the step here.
    #[default]
    Clerk,
    /// An imported register says so; taken as it is.
    Ledger,
}

/// 更正登记: only what changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amended {
    /// The column of table 3.
    pub kind: Option<ApplicantKind>,
    /// 渠道
    pub channel: Option<Channel>,
    /// Submission day.
    pub submitted_on: Option<Date>,
    /// Confirmation day.
    pub confirmed_on: Option<Date>,
    /// 收到日期
    pub received_on: Option<Date>,
    /// All particulars as they were then to be; `None` where none changed. What it changes is the
    /// difference to those that it met.
    pub particulars: Option<Particulars>,
    /// Why.
    pub reason: String,
}

/// 补正告知
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupplementAsked {
    /// The day of the notice.
    pub on: Date,
    /// What is to be supplied.
    pub points: String,
    /// The last day of the applicant's term; `None` where an imported register does not say.
    pub reply_by: Option<Date>,
}

/// 延期
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extended {
    /// The day of the notice.
    pub on: Date,
    /// By how many working days.
    pub days: u16,
    /// Who approved it: the head of the office (art. 33).
    pub approved_by: String,
    /// Why.
    pub reason: String,
}

/// 作出决定
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The day of the decision.
    pub on: Date,
    /// Which item, counted from 1; `None` for all that are still unanswered.
    pub item: Option<u16>,
    /// How it ends.
    pub outcome: Outcome,
    /// The facts of the answer.
    pub facts: String,
    /// The number of the letter (答复文号).
    pub letter_no: String,
    /// Why a precondition of the row was passed over, in the clerk's words.
    pub override_reason: String,
}

/// 送达
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// The day that counts: of signing, of posting, of sending.
    pub on: Date,
    /// How.
    pub way: ServiceWay,
    /// Receipt, mail number, log.
    pub proof: String,
}

/// 附注
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The day of what is noted.
    pub on: Date,
    /// Of what sort.
    pub kind: NoteKind,
    /// The note.
    pub text: String,
}

impl Event {
    /// The legal day of a step; `None` for what belongs to no day of the procedure.
    pub fn on(&self) -> Option<Date> {
        match self {
            Self::Registered(registered) => registered.received_on.or(registered.submitted_on),
            Self::Confirmed { on }
            | Self::SupplementReceived { on, .. }
            | Self::SupplementLapsed { on }
            | Self::Withdrawn { on, .. }
            | Self::Received { on, .. }
            | Self::Assisted { on, .. }
            | Self::ReasonsAsked { on, .. }
            | Self::ReasonsReceived { on, .. }
            | Self::Deferred { on, .. }
            | Self::FeePaid { on, .. }
            | Self::FeeLapsed { on, .. }
            | Self::OverrideNotified { on, .. }
            | Self::Delivered { on }
            | Self::MailReturned { on, .. }
            | Self::AnswerWithdrawn { on, .. }
            | Self::ReanswerOrdered { on, .. }
            | Self::Archived { on, .. }
            | Self::Linked { on, .. } => Some(*on),
            Self::Erased(erased) => Some(erased.on),
            Self::ItemsSplit(split) => Some(split.on),
            Self::Joined(joined) => Some(joined.on),
            Self::RowOverruled(overruled) => Some(overruled.on),
            Self::ConsultSent(sent) => Some(sent.on),
            Self::ConsultAnswered(answered) => Some(answered.on),
            Self::FeeNotified(notified) => Some(notified.on),
            Self::Assigned(assigned) => Some(assigned.on),
            Self::UnitAnswered(word) | Self::UnitReturned(word) | Self::Chased(word) => Some(word.on),
            Self::Reviewed(reviewed) => Some(reviewed.on),
            Self::HandedOver(handed) => Some(handed.on),
            Self::SupplementAsked(asked) => Some(asked.on),
            Self::Extended(extended) => Some(extended.on),
            Self::Decided(decided) => Some(decided.on),
            Self::Served(served) => Some(served.on),
            Self::Noted(noted) => Some(noted.on),
            Self::Amended(_) | Self::Revoked { .. } => None,
        }
    }

    /// The order among steps of one day: what the procedure does first stands first.
    pub(super) const fn rank(&self) -> u8 {
        match self {
            Self::Registered(_) => 0,
            Self::Amended(_) => 1,
            Self::Confirmed { .. } => 2,
            Self::ItemsSplit(_) => 3,
            Self::HandedOver(_) => 4,
            Self::Linked { .. } => 5,
            Self::Assigned(_) => 6,
            Self::SupplementAsked(_) => 10,
            Self::SupplementReceived { .. } => 11,
            Self::SupplementLapsed { .. } => 12,
            Self::ReasonsAsked { .. } => 13,
            Self::ReasonsReceived { .. } => 14,
            Self::FeeNotified(_) => 15,
            Self::FeePaid { .. } => 16,
            Self::FeeLapsed { .. } => 17,
            Self::ConsultSent(_) => 18,
            Self::ConsultAnswered(_) => 19,
            Self::Extended(_) => 20,
            Self::Deferred { .. } => 21,
            Self::Assisted { .. } => 22,
            Self::Chased(_) => 23,
            Self::UnitAnswered(_) => 24,
            Self::UnitReturned(_) => 25,
            Self::Reviewed(_) => 26,
            // A new answer may be made on the day on which the old one fell.
            Self::AnswerWithdrawn { .. } => 27,
            Self::ReanswerOrdered { .. } => 28,
            Self::Decided(decided) if decided.item.is_some() => 30,
            // What is left is decided after what was decided by itself.
            Self::Decided(_) => 31,
            Self::RowOverruled(_) => 32,
            // Another way is tried on the day on which the mail came back.
            Self::MailReturned { .. } => 39,
            Self::Served(_) => 40,
            Self::Withdrawn { .. } => 41,
            Self::Joined(_) => 43,
            Self::OverrideNotified { .. } => 42,
            Self::Delivered { .. } => 44,
            Self::Received { .. } => 45,
            Self::Archived { .. } => 48,
            Self::Erased(_) => 49,
            Self::Noted(_) | Self::Revoked { .. } => 50,
        }
    }
}
