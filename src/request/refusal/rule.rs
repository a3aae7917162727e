//! The rules that can refuse, one a refusal, with the article behind each: from this list come the help of
//! refusals and the test that each of them is provoked.

use super::Refusal;

/// The list: of each refusal its name, its key and the article that it rests on, in the order of the
/// procedure. A refusal that is not listed does not compile.
macro_rules! rules {
    ($($name:ident $key:literal $article:literal,)+) => {
        /// A rule that can refuse: a [`Refusal`] without its values.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RefusalRule {
            $(#[doc = concat!("[`Refusal::", stringify!($name), "`]")] $name),+
        }

        impl RefusalRule {
            /// All, in the order of the procedure.
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

        impl Refusal {
            /// The rule that refuses.
            pub const fn rule(&self) -> RefusalRule {
                match self { $(Self::$name { .. } => RefusalRule::$name),+ }
            }
        }
    };
}

rules! {
    // What is typed.
    Missing "missing" "条例第二十九条、第三十三条",
    ControlCharacters "control-characters" "",
    TooLong "too-long" "",
    InFuture "in-future" "",
    DayOutOfRange "day-out-of-range" "",
    NumberTaken "number-taken" "",
    TooManyItems "too-many-items" "",
    KindNotOfRow "kind-not-of-row" "",
    // Receipt.
    NoDayOfReceipt "no-day-of-receipt" "条例第三十一条",
    ReceiptIsSubmission "receipt-is-submission" "条例第三十一条",
    ReceiptIsConfirmation "receipt-is-confirmation" "条例第三十一条",
    ReceivedBeforeSubmission "received-before-submission" "",
    NotConfirmed "not-confirmed" "条例第三十一条",
    AlreadyReceived "already-received" "",
    BeforeReceipt "before-receipt" "",
    // Supplement.
    SupplementOnce "supplement-once" "条例第三十条",
    ReplyByTooEarly "reply-by-too-early" "条例第三十条",
    AwaitsSupplement "awaits-supplement" "条例第三十条",
    NoSupplementOpen "no-supplement-open" "条例第三十条",
    BeforeNotice "before-notice" "",
    TermNotOver "term-not-over" "条例第三十条",
    TermUnknown "term-unknown" "条例第三十条",
    NeedsNoGoodReason "needs-no-good-reason" "条例第三十条",
    // Consultations and letters.
    ConsultationOpen "consultation-open" "",
    NoConsultationOpen "no-consultation-open" "",
    NoSuchThirdParty "no-such-third-party" "条例第三十二条",
    SayWhich "say-which" "",
    NothingSent "nothing-sent" "",
    LetterReceived "letter-received" "",
    BeforeSending "before-sending" "",
    TermTooEarly "term-too-early" "",
    // Extension, reasons, deferral.
    ExtensionTooLong "extension-too-long" "条例第三十三条",
    ExtensionTooLate "extension-too-late" "条例第三十三条",
    ReasonsOnce "reasons-once" "条例第三十五条",
    AwaitsReasons "awaits-reasons" "条例第三十五条",
    NoReasonsOpen "no-reasons-open" "条例第三十五条",
    DeferredAlready "deferred-already" "条例第三十五条",
    DeferralTooEarly "deferral-too-early" "条例第三十五条",
    // Fees.
    NoFeeDue "no-fee-due" "信息处理费管理办法第四条、第五条",
    FeeOnce "fee-once" "信息处理费管理办法第六条",
    AwaitsFee "awaits-fee" "信息处理费管理办法第六条",
    NoFeeOpen "no-fee-open" "信息处理费管理办法第六条",
    FeeTermNotOver "fee-term-not-over" "信息处理费管理办法第六条",
    // Units.
    UnitHasIt "unit-has-it" "",
    NotAssigned "not-assigned" "",
    AlreadyHandler "already-handler" "",
    // The decision and what its row wants.
    NoSuchItem "no-such-item" "",
    AlreadyDecided "already-decided" "",
    AlreadyConcluded "already-concluded" "",
    UnclearWithoutSupplement "unclear-without-supplement" "条例第三十条",
    LapseIsAStep "lapse-is-a-step" "条例第三十条",
    ThirdPartyNotAsked "third-party-not-asked" "条例第三十二条",
    ReasonsNotAsked "reasons-not-asked" "条例第三十五条",
    NoSearchRecord "no-search-record" "条例第三十六条第（四）项",
    NoEarlierRequest "no-earlier-request" "条例第三十六条第（六）项",
    NoFeeNotice "no-fee-notice" "信息处理费管理办法第六条",
    WithdrawalIsAStep "withdrawal-is-a-step" "",
    // Service and what follows.
    RowNotAmongItems "row-not-among-items" "",
    NothingToServe "nothing-to-serve" "",
    BeforeDecision "before-decision" "",
    NothingServed "nothing-served" "",
    AlreadyDelivered "already-delivered" "",
    ReanswerOpen "reanswer-open" "",
    NotEnded "not-ended" "条例第四十五条",
    AlreadyArchived "already-archived" "条例第四十五条",
    // Other requests.
    AlreadyLinked "already-linked" "",
    LinkedToItself "linked-to-itself" "",
    EarlierUnanswered "earlier-unanswered" "条例第三十六条第（六）项",
    OtherApplicant "other-applicant" "",
    OtherEnded "other-ended" "",
    SplitTooLate "split-too-late" "",
    NothingLeft "nothing-left" "",
    // The record.
    NothingToAmend "nothing-to-amend" "",
    NoSuchEntry "no-such-entry" "",
    AlreadyRevoked "already-revoked" "",
    WouldBreak "would-break" "",
    CannotReturn "cannot-return" "",
    NotArchived "not-archived" "条例第四十五条",
    Erased "erased" "",
    Void "void" "",
    NotRegistered "not-registered" "",
}
