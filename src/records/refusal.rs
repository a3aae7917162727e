//! Why a command on a record is refused: each variant is one rule.

use jiff::civil::Date;

use super::{Check, RecordField, RecordId, RecordKind};
use crate::request::Seq;

/// Why a command on a record is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordRefusal {
    /// A field that must be filled in is empty.
    #[error("{0:?} is missing")]
    Missing(RecordField),
    /// A text holds control or invisible characters.
    #[error("{0:?} holds control characters")]
    ControlCharacters(RecordField),
    /// A text is longer than `limit` characters.
    #[error("{field:?} is longer than {limit}")]
    TooLong {
        /// Where.
        field: RecordField,
        /// Characters allowed.
        limit: usize,
    },
    /// A legal day, or a time that a figure belongs to, lies in the future.
    #[error("{field:?} {on} is after {today}")]
    InFuture {
        /// Which day.
        field: RecordField,
        /// The day given.
        on: Date,
        /// Today.
        today: Date,
    },
    /// A day outside of 1990 to 2099.
    #[error("{field:?} {on} is out of range")]
    DayOutOfRange {
        /// Which day.
        field: RecordField,
        /// The day given.
        on: Date,
    },
    /// An amount that no charge has.
    #[error("the amount is too large")]
    AmountTooLarge,
    /// Decisions are counted by year or by month.
    #[error("decisions are not counted by the day")]
    NotByDay,
    /// No record has this number.
    #[error("no record {0}")]
    NoSuchRecord(RecordId),
    /// It was removed; nothing can be done to it.
    #[error("record {0} is removed")]
    IsRemoved(RecordId),
    /// The record is of another kind than the command is for.
    #[error("record {id} is a {is:?}")]
    OtherKind {
        /// The record.
        id: RecordId,
        /// What it is.
        is: RecordKind,
    },
    /// The command would change nothing.
    #[error("nothing to change")]
    NothingToChange,
    /// Another record has this very thing.
    #[error("record {0} has it already")]
    RecordedAlready(RecordId),
    /// The same source counted a part of this time already: it would count twice.
    #[error("record {0} counts a part of this time")]
    CountedTwice(RecordId),
    /// More documents are recorded as in force when the books began than the opening figure says.
    #[error("{known} documents are known, the opening figure says {stock}")]
    StockTooSmall {
        /// The opening figure.
        stock: u32,
        /// Documents recorded that were in force then.
        known: u32,
    },
    /// A document does not end before it was issued.
    #[error("ended on {on}, issued on {issued}")]
    EndedBeforeIssued {
        /// The day given.
        on: Date,
        /// The day of issue.
        issued: Date,
    },
    /// The document is no longer in force since this day.
    #[error("the document ended on {0}")]
    DocumentEnded(Date),
    /// The document is in force.
    #[error("the document is in force")]
    InForce,
    /// 三审三校 are not complete (先审查、后公开, art. 17).
    #[error("reviews or proofs are lacking: {0:?}")]
    ChecksLacking(Vec<(Check, u8)>),
    /// There are three reviews and three proofs.
    #[error("no round {0}")]
    NoSuchRound(u8),
    /// This review or proof was done already.
    #[error("{check:?} {round} is done")]
    RoundDone {
        /// Review or proof.
        check: Check,
        /// Which.
        round: u8,
    },
    /// The one before has not been done, or on a later day.
    #[error("{check:?} {round} is out of turn")]
    RoundOutOfTurn {
        /// Review or proof.
        check: Check,
        /// Which.
        round: u8,
    },
    /// Before the information was formed.
    #[error("{on} is before the information was formed on {formed}")]
    BeforeFormed {
        /// The day of the step.
        on: Date,
        /// The day it was formed.
        formed: Date,
    },
    /// It is published since this day.
    #[error("published on {0}")]
    AlreadyPublished(Date),
    /// A review or proof after the publication that rests on it (art. 17).
    #[error("{on} is after the publication on {published}")]
    AfterPublication {
        /// The day of the step.
        on: Date,
        /// The day of the publication.
        published: Date,
    },
    /// A suit after a review names the review.
    #[error("the review is not named")]
    ReviewNotNamed,
    /// Only a suit after a review names one.
    #[error("no review belongs here")]
    NoReviewHere,
    /// What the suit names is no review.
    #[error("record {0} is no review")]
    NotAReview(RecordId),
    /// The suit was brought before the review was applied for.
    #[error("filed on {filed}, the review on {review}")]
    FiledBeforeReview {
        /// The day of the suit.
        filed: Date,
        /// The day of the review.
        review: Date,
    },
    /// Only in a suit after a review is the reviewing organ a co-defendant (行诉法 art. 26).
    #[error("no reviewing organ is a party here")]
    RoleNotHere,
    /// A suit names this review; that is changed or removed first.
    #[error("suit {0} names this review")]
    NamedBySuit(RecordId),
    /// Before the dispute began.
    #[error("{on} is before the filing on {filed}")]
    BeforeFiling {
        /// The day of the step.
        on: Date,
        /// The day of filing.
        filed: Date,
    },
    /// The dispute ended on this day; only an appeal can follow.
    #[error("the dispute ended on {0}")]
    DisputeEnded(Date),
    /// The dispute is pending.
    #[error("the dispute is pending")]
    NotEndedYet,
    /// A review is not appealed: a suit follows, a dispute of its own.
    #[error("a review is not appealed")]
    ReviewNotAppealed,
    /// The record has no such standing step.
    #[error("no step {0}")]
    NoSuchStep(Seq),
    /// Without what is taken away or changed, a later step would be impossible: that goes first.
    #[error("step {seq} would be impossible: {because}")]
    WouldBreak {
        /// The entry of the step.
        seq: Seq,
        /// Why.
        because: Box<RecordRefusal>,
    },
}

impl RecordRefusal {
    /// The article behind the rule, as it is cited; empty where plain logic refuses.
    pub const fn article(&self) -> &'static str {
        self.rule().article()
    }
}
