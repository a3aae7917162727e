//! What may be asked for: a registration, or one step on a request.

use jiff::civil::Date;

use super::{Channel, NoteKind, OrganId, Outcome, Particulars, ServiceWay};
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
    /// 更正登记
    Amend(Box<Amendment>),
}
