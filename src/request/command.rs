//! What may be asked for: a registration, or one step on a request.

use jiff::civil::Date;

use super::event::{ConsultRole, FeeBy, Opinion, Relation, ReviewKind};
use super::{Channel, ClerkId, NoteKind, OrganId, Outcome, Particulars, Seq, ServiceWay};
use crate::law::ApplicantKind;

/// A new request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// A number brought along; the program gives the next one where there is none.
    pub no: Option<String>,
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
    /// 收到日期; may be left out while the confirmation of art. 31 is awaited.
    pub received_on: Option<Date>,
    /// Who asks for what.
    pub particulars: Particulars,
}

/// What changes in a registration; `None` leaves as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amendment {
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
    /// 申请人
    pub applicant: Option<String>,
    /// 证件号码
    pub id_number: Option<String>,
    /// 联系方式
    pub contact: Option<String>,
    /// 标题
    pub title: Option<String>,
    /// 申请内容
    pub content: Option<String>,
    /// 获取方式
    pub form_of_supply: Option<String>,
    /// 承办科室
    pub unit: Option<String>,
    /// Why.
    pub reason: String,
}

/// One step of the procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// 确认收到 (art. 31)
    Confirm {
        /// The day of the confirmation.
        on: Date,
    },
    /// 补正告知 (art. 30)
    SupplementAsk {
        /// The day of the notice.
        on: Date,
        /// What is to be supplied.
        points: String,
        /// The last day of the applicant's term.
        reply_by: Date,
    },
    /// 收到补正 (art. 30)
    SupplementReceive {
        /// The day of receipt.
        on: Date,
        /// What was supplied.
        text: String,
    },
    /// 逾期不补正 (art. 30)
    SupplementLapse {
        /// The day of the finding.
        on: Date,
        /// A person says that there was no good reason.
        no_good_reason: bool,
    },
    /// 作出决定
    Decide {
        /// The day of the decision.
        on: Date,
        /// Which item, from 1; `None` for all that are unanswered.
        item: Option<u16>,
        /// How it ends.
        outcome: Outcome,
        /// The facts of the answer.
        facts: String,
        /// 答复文号
        letter_no: String,
        /// Why a precondition of the row is passed over; empty where none is.
        override_reason: String,
    },
    /// 送达
    Serve {
        /// The day that counts.
        on: Date,
        /// How.
        way: ServiceWay,
        /// Its proof.
        proof: String,
    },
    /// 申请人撤回
    Withdraw {
        /// The day.
        on: Date,
        /// Why, and by what paper.
        reason: String,
    },
    /// 附注
    Note {
        /// The day of what is noted.
        on: Date,
        /// Of what sort.
        kind: NoteKind,
        /// The note.
        text: String,
    },
    /// 征求意见 (arts. 32-34)
    ConsultSend {
        /// The day of the letter.
        on: Date,
        /// Whose opinion is asked.
        party: String,
        /// In which role.
        role: ConsultRole,
        /// What the letter describes; may be empty.
        text: String,
    },
    /// 收到意见
    ConsultAnswer {
        /// The day on which it came in, or on which it was found that none had.
        on: Date,
        /// Who answered; may be empty where only one consultation is open.
        party: String,
        /// What came.
        opinion: Opinion,
        /// The reasons given; an objection needs them (art. 32).
        reasons: String,
    },
    /// 公共利益告知 (art. 32)
    OverrideNotice {
        /// The day of the notice.
        on: Date,
        /// The third party; may be empty where only one was asked.
        party: String,
        /// What is disclosed and why; may be empty, the letter says it.
        reason: String,
    },
    /// 协办
    Assist {
        /// The day of the letter.
        on: Date,
        /// Who is to help; may be empty.
        organ: String,
        /// With what; may be empty.
        text: String,
    },
    /// 收悉: the other side received what an entry sent.
    Received {
        /// The day on which it did.
        on: Date,
        /// The entry that sent it.
        seq: Seq,
    },
    /// 延期 (art. 33)
    Extend {
        /// The day of the notice to the applicant.
        on: Date,
        /// Working days, at most twenty in all.
        days: u16,
        /// The head of the office, who approves.
        approved_by: String,
        /// Why.
        reason: String,
    },
    /// 要求说明理由 (art. 35)
    ReasonsAsk {
        /// The day of the notice.
        on: Date,
        /// The last day for the reasons, where one is set.
        reply_by: Option<Date>,
        /// What the notice says; may be empty.
        text: String,
    },
    /// 收到理由 (art. 35)
    ReasonsReceive {
        /// The day of receipt.
        on: Date,
        /// The reasons; may be empty.
        text: String,
    },
    /// 延迟答复 (art. 35)
    Defer {
        /// The day of the notice.
        on: Date,
        /// The day that replaces the due date.
        until: Date,
        /// Why; may be empty.
        reason: String,
    },
    /// 收费通知
    FeeNotice {
        /// The day of the notice.
        on: Date,
        /// By item or by volume.
        by: FeeBy,
        /// By volume: pages. By item: which request of the applicant in the calendar month this is; the
        /// desk counts it where `None`.
        count: Option<u32>,
    },
    /// 缴费
    FeePay {
        /// The day of the payment.
        on: Date,
        /// What was paid, in yuan.
        amount: u32,
    },
    /// 逾期未缴费
    FeeLapse {
        /// The day of the finding.
        on: Date,
    },
    /// 转办
    Assign {
        /// The day.
        on: Date,
        /// 承办科室
        unit: String,
        /// The day for its answer.
        reply_by: Option<Date>,
    },
    /// 科室答复
    UnitAnswer {
        /// The day.
        on: Date,
        /// May be empty where only one unit has it.
        unit: String,
        /// The answer; may be empty.
        text: String,
    },
    /// 科室退回
    UnitReturn {
        /// The day.
        on: Date,
        /// May be empty where only one unit has it.
        unit: String,
        /// Why it is not theirs.
        reason: String,
    },
    /// 催办
    Chase {
        /// The day.
        on: Date,
        /// May be empty where only one unit has it.
        unit: String,
        /// How; may be empty.
        text: String,
    },
    /// 审查审核
    Review {
        /// The day.
        on: Date,
        /// Of what sort.
        kind: ReviewKind,
        /// Who reviewed; may be empty.
        by: String,
        /// With what result; may be empty.
        text: String,
    },
    /// 移交: another clerk handles the case.
    HandOver {
        /// The day.
        on: Date,
        /// The clerk.
        to: ClerkId,
        /// His name; the desk fills it in.
        name: String,
        /// Why; may be empty.
        reason: String,
    },
    /// 签收: the applicant has the answer.
    Delivered {
        /// The day.
        on: Date,
    },
    /// 退件
    ReturnedMail {
        /// The day on which it came back.
        on: Date,
        /// Why; may be empty.
        reason: String,
    },
    /// 撤回答复
    WithdrawAnswer {
        /// The day.
        on: Date,
        /// Why; may be empty.
        reason: String,
    },
    /// 责令重作
    ReanswerOrdered {
        /// The day on which the decision was received.
        on: Date,
        /// The last day for the new answer.
        by: Date,
        /// Which decision; may be empty.
        order: String,
    },
    /// 归档 (art. 45)
    Archive {
        /// The day.
        on: Date,
        /// 档号; may be empty.
        file_no: String,
    },
    /// 关联
    Link {
        /// The day.
        on: Date,
        /// The number of the other request.
        to: String,
        /// How they belong together.
        relation: Relation,
    },
    /// 拆分 (一事一申请)
    Split {
        /// The day.
        on: Date,
        /// The items that go into a request of their own, counted from 1.
        items: Vec<u16>,
        /// The number of that request; the next one where `None`.
        no: Option<String>,
    },
    /// 并案
    Join {
        /// The day.
        on: Date,
        /// The number of the request with which it goes on.
        to: String,
        /// Why, and how the applicant was told; may be empty.
        reason: String,
    },
    /// 更正主要理由: the row of a case of several items.
    Overrule {
        /// The day.
        on: Date,
        /// The row that is to count.
        outcome: Outcome,
        /// Why.
        reason: String,
    },
    /// 更正登记
    Amend(Box<Amendment>),
}
