//! The rules of the records that can refuse, one a refusal, with the article behind each: from this list comes
//! the help of refusals.

use super::RecordRefusal;

/// The list: of each refusal its name, its key and the article that it rests on. A refusal that is not
/// listed does not compile.
macro_rules! rules {
    ($($name:ident $key:literal $article:literal,)+) => {
        /// A rule of the records that can refuse: a [`RecordRefusal`] without its values.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RecordRule {
            $(#[doc = concat!("[`RecordRefusal::", stringify!($name), "`]")] $name),+
        }

        impl RecordRule {
            /// All, in the order in which they are listed.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The English key; it never changes.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }

            /// The article behind the rule, as it is cited; empty where plain logic refuses.
            pub const fn article(self) -> &'static str {
                match self { $(Self::$name => $article),+ }
            }
        }

        impl RecordRefusal {
            /// The rule that refuses.
            pub const fn rule(&self) -> RecordRule {
                match self { $(Self::$name { .. } => RecordRule::$name),+ }
            }
        }
    };
}

rules! {
    // What is typed.
    Missing "record-missing" "",
    ControlCharacters "record-control-characters" "",
    TooLong "record-too-long" "",
    InFuture "record-in-future" "",
    DayOutOfRange "record-day-out-of-range" "",
    AmountTooLarge "record-amount-too-large" "",
    NotByDay "record-not-by-day" "",
    // Any record.
    NoSuchRecord "record-unknown" "",
    IsRemoved "record-removed" "",
    OtherKind "record-other-kind" "",
    NothingToChange "record-nothing-to-change" "",
    RecordedAlready "record-recorded-already" "",
    NoSuchStep "record-no-such-step" "",
    WouldBreak "record-would-break" "",
    // Figures and documents.
    CountedTwice "record-counted-twice" "",
    StockTooSmall "record-stock-too-small" "",
    EndedBeforeIssued "record-ended-before-issued" "",
    DocumentEnded "record-document-ended" "",
    InForce "record-in-force" "",
    // 主动公开信息.
    ChecksLacking "record-checks-lacking" "条例第十七条",
    NoSuchRound "record-no-such-round" "",
    RoundDone "record-round-done" "",
    RoundOutOfTurn "record-round-out-of-turn" "",
    BeforeFormed "record-before-formed" "条例第二十六条",
    AlreadyPublished "record-already-published" "",
    AfterPublication "record-after-publication" "条例第十七条",
    // Disputes.
    ReviewNotNamed "record-review-not-named" "",
    NoReviewHere "record-no-review-here" "",
    NotAReview "record-not-a-review" "",
    FiledBeforeReview "record-filed-before-review" "",
    RoleNotHere "record-role-not-here" "行政诉讼法第二十六条",
    NamedBySuit "record-named-by-suit" "",
    BeforeFiling "record-before-filing" "",
    DisputeEnded "record-dispute-ended" "",
    NotEndedYet "record-not-ended-yet" "",
    ReviewNotAppealed "record-review-not-appealed" "行政复议法第十条",
}
