//! Parts of a case beside the answer: whom it was sent to, what is waited for, who works on it.

use jiff::civil::Date;

use super::event::{ConsultRole, FeeBy, Opinion, Relation};
use super::{Answer, ClerkId, Seq};

/// What an entry sent to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// The entry.
    pub seq: Seq,
    /// The day of sending.
    pub on: Date,
    /// The day on which the other side received it, where that is known.
    pub received_on: Option<Date>,
}

/// 征求意见, with what came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// The entry that sent the letter.
    pub seq: Seq,
    /// The day of the letter.
    pub on: Date,
    /// Whose opinion is asked.
    pub party: String,
    /// In which role.
    pub role: ConsultRole,
    /// The day and the opinion, once recorded.
    pub answer: Option<(Date, Opinion)>,
}

/// 协办
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assist {
    /// The entry of the letter.
    pub seq: Seq,
    /// The day of the letter.
    pub on: Date,
    /// Who is to help.
    pub organ: String,
    /// The day of the reply.
    pub answered_on: Option<Date>,
}

/// 说明理由 (art. 35)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reasons {
    /// The entry of the notice.
    pub seq: Seq,
    /// The day of the notice.
    pub asked_on: Date,
    /// The last day for the reasons, where one was set.
    pub reply_by: Option<Date>,
    /// The day on which the reasons came.
    pub received_on: Option<Date>,
}

/// 信息处理费
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeeDue {
    /// The entry of the notice.
    pub seq: Seq,
    /// The day of the notice.
    pub notified_on: Date,
    /// By item or by volume.
    pub by: FeeBy,
    /// The fee in yuan.
    pub amount: u32,
    /// The day and the yuan of the payment.
    pub paid: Option<(Date, u32)>,
    /// The last day of the term, once a person has found that nothing was paid.
    pub lapsed_after: Option<Date>,
}

/// 延迟答复 (art. 35)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deferral {
    /// The day of the notice.
    pub on: Date,
    /// The day that replaces the due date.
    pub until: Date,
}

/// 转办
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The entry that handed it over.
    pub seq: Seq,
    /// The day.
    pub on: Date,
    /// 承办科室
    pub unit: String,
    /// The day for its answer.
    pub reply_by: Option<Date>,
    /// The days on which it was reminded.
    pub chased: Vec<Date>,
    /// The day of its answer or return, and which.
    pub ended: Option<(Date, AssignmentEnd)>,
}

/// 承办人: the clerk who handles the case. The law knows no such person (art. 4 names the office alone); it is
/// the office's own order \[D\].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handler {
    /// The clerk.
    pub clerk: ClerkId,
    /// The day on which he took it over; `None` where he is the one who registered or imported it.
    pub since: Option<Date>,
}

/// How an assignment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssignmentEnd {
    /// 已答复
    Answered,
    /// 退回
    Returned,
}

/// A new answer after the request had ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reanswer {
    /// The day on which the old answer was taken back or the order received.
    pub on: Date,
    /// The last day, where an order sets one.
    pub by: Option<Date>,
    /// The day on which the new answer was served.
    pub served_on: Option<Date>,
}

/// Answers that were replaced by later ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The day on which they fell.
    pub on: Date,
    /// The answers, in the order of the items.
    pub answers: Vec<Answer>,
}

/// Another request that belongs to this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its number.
    pub to: String,
    /// How they belong together.
    pub relation: Relation,
}

/// 归档
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    /// The day.
    pub on: Date,
    /// 档号
    pub file_no: String,
}
