//! Why a command is refused: a value that names its rule, worded in `words/request`.

use jiff::civil::Date;

use super::{Channel, RequestNo, Seq};
use crate::law::{OutcomeKind, OutcomeRow};

/// A field of a form, so that a refusal can say where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// 申请人
    Applicant,
    /// 申请内容
    Content,
    /// 标题
    Title,
    /// 申请事项
    Item,
    /// 编号
    No,
    /// 证件号码
    IdNumber,
    /// 联系方式
    Contact,
    /// 获取方式
    FormOfSupply,
    /// 平台编号
    PlatformNo,
    /// 承办科室
    Unit,
    /// 收到日期
    Received,
    /// 提交日期
    Submitted,
    /// 确认日期
    Confirmed,
    /// 补正事项
    Points,
    /// 补正期限
    ReplyBy,
    /// 事实和理由
    Facts,
    /// 理由
    Reason,
    /// 送达凭证
    Proof,
    /// 附注
    Note,
    /// 办理日期
    On,
}

impl Field {
    /// Whether a text of several lines may stand here.
    pub(super) const fn has_lines(self) -> bool {
        matches!(
            self,
            Self::Content | Self::Item | Self::Points | Self::Facts | Self::Reason | Self::Proof | Self::Note
        )
    }
}

/// Why a command is refused. Every variant rests on a rule of the law, of the procedure or of this office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A field that must be filled in is empty.
    Missing(Field),
    /// A text holds control characters.
    ControlCharacters(Field),
    /// A text is longer than `limit` characters.
    TooLong {
        /// Where.
        field: Field,
        /// Characters allowed.
        limit: usize,
    },
    /// A legal day lies in the future.
    InFuture {
        /// Which day.
        field: Field,
        /// The day given.
        on: Date,
        /// Today.
        today: Date,
    },
    /// A day outside of 1990 to 2099.
    DayOutOfRange {
        /// Which day.
        field: Field,
        /// The day given.
        on: Date,
    },
    /// The number is another request's already.
    NumberTaken(RequestNo),
    /// More items than a form can hold.
    TooManyItems {
        /// Items allowed.
        limit: usize,
    },
    /// Art. 31: in person, the day of receipt is the day of submission.
    ReceiptIsSubmission {
        /// The day of submission.
        submitted: Date,
        /// The day given as received.
        received: Date,
    },
    /// Art. 31: by this channel, the day of receipt is the day of confirmation.
    ReceiptIsConfirmation {
        /// The channel.
        channel: Channel,
        /// The day of confirmation.
        confirmed: Date,
        /// The day given as received.
        received: Date,
    },
    /// Received or confirmed before it was submitted.
    ReceivedBeforeSubmission {
        /// The day of submission.
        submitted: Date,
        /// The day given.
        received: Date,
    },
    /// Neither the day of receipt nor, for a channel that waits for confirmation, the day of submission.
    NoDayOfReceipt(Channel),
    /// Art. 31: not yet confirmed, so not yet received; no step can follow.
    NotConfirmed,
    /// It is received already; nothing is left to confirm.
    AlreadyReceived(Date),
    /// A step before the request was received.
    BeforeReceipt {
        /// The day of the step.
        on: Date,
        /// The day of receipt.
        received: Date,
    },
    /// The request ended on this day; nothing can follow but a note or a revocation.
    AlreadyConcluded(Date),
    /// A 补正 notice is out; the supplement, its lapse or a withdrawal must come first.
    AwaitsSupplement {
        /// The last day of the applicant's term.
        reply_by: Option<Date>,
    },
    /// Art. 30: one notice only.
    SupplementOnce {
        /// The day of the first.
        asked: Date,
    },
    /// No 补正 notice is open.
    NoSupplementOpen,
    /// The term for the supplement must end after the day of the notice.
    ReplyByTooEarly {
        /// The day of the notice.
        on: Date,
        /// The term given.
        reply_by: Date,
    },
    /// Before the day of the notice.
    BeforeNotice {
        /// The day of the step.
        on: Date,
        /// The day of the notice.
        asked: Date,
    },
    /// The applicant's term is not over.
    TermNotOver {
        /// Its last day.
        reply_by: Date,
    },
    /// The imported notice has no term, so it cannot lapse.
    TermUnknown,
    /// Art. 30: a person must say that there was no good reason.
    NeedsNoGoodReason,
    /// No item has this number.
    NoSuchItem {
        /// Items of the request.
        items: usize,
    },
    /// The item, or every item, has its answer already.
    AlreadyDecided,
    /// The kind cannot stand in this row.
    KindNotOfRow {
        /// The row.
        row: OutcomeRow,
        /// The kind.
        kind: OutcomeKind,
    },
    /// （四）3 needs a 补正 notice and a supplement that is still unclear (art. 30).
    UnclearWithoutSupplement,
    /// （六）1 is reached by the lapse of a 补正 notice, not by a decision.
    LapseIsAStep,
    /// （六）2 needs a fee notice that was not paid.
    NoFeeNotice,
    /// 撤回 is a step of its own.
    WithdrawalIsAStep,
    /// There is no decision to serve, or not for every item.
    NothingToServe {
        /// Items still without an answer.
        open_items: usize,
    },
    /// Before the day of the decision.
    BeforeDecision {
        /// The day of the step.
        on: Date,
        /// The day of the decision.
        decided: Date,
    },
    /// A term can be extended by 1 to 20 working days in all (art. 33).
    ExtensionTooLong {
        /// Working days already used.
        used: u16,
    },
    /// Nothing would change.
    NothingToAmend,
    /// The case has no such standing entry.
    NoSuchEntry(Seq),
    /// The entry is revoked already, by this one.
    AlreadyRevoked {
        /// The entry.
        seq: Seq,
        /// The revocation.
        by: Seq,
    },
    /// Without the entry (or with the new day) a later one would be impossible: revoke that first.
    WouldBreak {
        /// The entry that would become impossible.
        seq: Seq,
        /// Why.
        because: Box<Refusal>,
    },
    /// An entry whose revocation would be revoked cannot stand any more: what came instead stands.
    CannotReturn {
        /// The entry that would come back.
        seq: Seq,
        /// Why it cannot.
        because: Box<Refusal>,
    },
    /// The registration was revoked; the case is void.
    Void,
    /// A request begins with its registration.
    NotRegistered,
}

impl Refusal {
    /// The article or rule that refuses, as it is cited; empty where plain logic does.
    pub const fn article(&self) -> &'static str {
        match self {
            Self::Missing(Field::Applicant | Field::Content) => "条例第二十九条",
            Self::ReceiptIsSubmission { .. }
            | Self::ReceiptIsConfirmation { .. }
            | Self::NoDayOfReceipt(_)
            | Self::NotConfirmed => "条例第三十一条",
            Self::AwaitsSupplement { .. }
            | Self::SupplementOnce { .. }
            | Self::NoSupplementOpen
            | Self::ReplyByTooEarly { .. }
            | Self::TermNotOver { .. }
            | Self::NeedsNoGoodReason
            | Self::UnclearWithoutSupplement
            | Self::LapseIsAStep => "条例第三十条",
            Self::ExtensionTooLong { .. } => "条例第三十三条",
            Self::NoFeeNotice => "信息处理费管理办法第六条",
            _ => "",
        }
    }
}
