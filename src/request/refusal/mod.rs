//! Why a command is refused: a value that names its rule, worded in `words/request`.
//!
//! A new refusal is a variant here, a line in `rule.rs`, a line in `words/request/refusals.rs` and a case in
//! `tests/refusals`; none of them can be forgotten.

mod field;
mod rule;

use jiff::civil::Date;

pub use field::Field;
pub use rule::RefusalRule;

use super::{Channel, RequestNo, Seq};
use crate::law::{OutcomeKind, OutcomeRow};

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
    /// A fee notice is out; the payment, its lapse or a withdrawal must come first (收费办法 art. 6).
    AwaitsFee {
        /// The day of the notice.
        notified: Date,
    },
    /// Reasons were asked for (art. 35); they, a decision or a withdrawal must come first.
    AwaitsReasons {
        /// The day of the notice.
        asked: Date,
    },
    /// The same side was asked and has not answered.
    ConsultationOpen {
        /// The day of the letter.
        since: Date,
    },
    /// No consultation of this side is open.
    NoConsultationOpen,
    /// Art. 32: only a third party that was asked can be told of a disclosure against its will.
    NoSuchThirdParty,
    /// Several are meant; say which.
    SayWhich {
        /// What must be named.
        field: Field,
        /// How many it could be.
        among: usize,
    },
    /// The entry sent nothing that could be received.
    NothingSent(Seq),
    /// What the entry sent was received already.
    LetterReceived {
        /// The entry.
        seq: Seq,
        /// The day.
        on: Date,
    },
    /// Before the day on which it was sent or handed over.
    BeforeSending {
        /// The day of the step.
        on: Date,
        /// The day of sending.
        sent: Date,
    },
    /// Reasons are asked for once (our reading, as for 补正).
    ReasonsOnce {
        /// The day of the first notice.
        asked: Date,
    },
    /// No reasons are waited for.
    NoReasonsOpen,
    /// A term that ends before it begins.
    TermTooEarly {
        /// The day of the step.
        on: Date,
        /// The last day given.
        last: Date,
    },
    /// Art. 33: the applicant must be told of the extension before the term ends.
    ExtensionTooLate {
        /// The due date as it stood.
        due: Date,
    },
    /// Art. 35: a day is fixed already; it is fixed anew, not extended.
    DeferredAlready {
        /// The day that is fixed.
        until: Date,
    },
    /// Art. 35: the deferral must lie after the due date that it replaces.
    DeferralTooEarly {
        /// The due date as it stands.
        due: Date,
    },
    /// 收费办法 art. 6: one fee notice for a request.
    FeeOnce {
        /// The day of the first.
        notified: Date,
    },
    /// 收费办法 arts. 4, 5: nothing is charged for so few.
    NoFeeDue,
    /// No fee notice is open.
    NoFeeOpen,
    /// The term for the payment is not over.
    FeeTermNotOver {
        /// Its last day.
        last: Date,
    },
    /// The unit has the work already.
    UnitHasIt {
        /// Since this day.
        since: Date,
    },
    /// No unit, or not this one, has the work.
    NotAssigned,
    /// No answer was served.
    NothingServed,
    /// The applicant has it, or the mail came back, since this day.
    AlreadyDelivered(Date),
    /// A new answer is waited for already.
    ReanswerOpen {
        /// Since this day.
        since: Date,
    },
    /// The request has not ended, or a new answer is due.
    NotEnded,
    /// It is in the file since this day.
    AlreadyArchived(Date),
    /// The two requests are linked already, in this way.
    AlreadyLinked,
    /// A request is not linked to itself.
    LinkedToItself,
    /// 拆分: a step was taken that bears on the term or the answer; the items are answered one by one here.
    SplitTooLate,
    /// 拆分: at least one item goes, and at least one stays.
    NothingLeft,
    /// 并案, 重复申请: the other request is another applicant's, who must have an answer of his own.
    OtherApplicant,
    /// 并案: the other request has ended on this day.
    OtherEnded(Date),
    /// 重复申请: the earlier request has no answer yet (art. 36(6)); it is joined, not refused.
    EarlierUnanswered,
    /// The row of a case is one of its items' own; where something is disclosed it follows from them.
    RowNotAmongItems {
        /// The row given.
        row: OutcomeRow,
    },
    /// （三）4 wants the third party asked (art. 32), or a reason why not.
    ThirdPartyNotAsked,
    /// （四）1 不存在 wants a record of the search (art. 36(4)), or a reason.
    NoSearchRecord,
    /// （五）2 wants the earlier request, answered already (art. 36(6)), or a reason.
    NoEarlierRequest,
    /// （五）4 wants reasons asked for (art. 35), or a reason why not.
    ReasonsNotAsked,
    /// Nothing would change.
    NothingToAmend,
    /// The clerk handles the case already.
    AlreadyHandler,
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
    /// Only a case that is in the file can be erased.
    NotArchived,
    /// What is personal in the case was erased; nothing follows that.
    Erased,
    /// The registration was revoked; the case is void.
    Void,
    /// A request begins with its registration.
    NotRegistered,
}

impl Refusal {
    /// The article or rule that refuses, as it is cited; empty where plain logic does.
    pub const fn article(&self) -> &'static str {
        match self {
            Self::Missing(field) => field.wanted_by(),
            other => other.rule().article(),
        }
    }
}
