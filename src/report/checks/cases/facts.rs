//! What the rules must know of a case. The desk fills it from the case; nothing personal is in it.

use jiff::civil::Date;

use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};

/// A case as the rules see it. Days are legal days; `None` means that it did not happen or is not on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFacts {
    /// 编号
    pub no: String,
    /// The column in which it is counted now.
    pub column_now: ApplicantKind,
    /// The column in which the report of the year before carried it out, if it did.
    pub column_then: Option<ApplicantKind>,
    /// The row of its outcome; `None` while it is not decided.
    pub row: Option<OutcomeRow>,
    /// What the row does not tell.
    pub kind: Option<OutcomeKind>,
    /// Why the row is another than the one that follows from its items, where a clerk overruled it.
    pub override_reason: Option<String>,
    /// Submitted by the applicant.
    pub submitted: Option<Date>,
    /// Received by art. 31; `None` while it waits to be confirmed.
    pub received: Option<Date>,
    /// The last day for the answer, as the clock has it; `None` while the term does not run.
    pub due: Option<Date>,
    /// Every item has its answer.
    pub decided: Option<Date>,
    /// The answer went out, on the day that counts.
    pub served: Option<Date>,
    /// There is a proof of the service on record.
    pub has_proof: bool,
    /// The applicant had the answer in hand.
    pub delivered: Option<Date>,
    /// It ended: by service, by a lapse, by withdrawal. `None` while it is open.
    pub closed: Option<Date>,
    /// Its letter, where a letter was made.
    pub letter: Option<LetterFacts>,
    /// The 补正.
    pub supplement: Asked,
    /// The fee; what came is the payment.
    pub fee: Asked,
    /// The reasons of art. 35.
    pub reasons: Asked,
    /// The third party of art. 32.
    pub third: ThirdFacts,
    /// The earlier case that (五)2 rests on, by its 编号.
    pub linked_earlier: Option<String>,
    /// There is a record of a search for the information.
    pub searched: bool,
    /// The last day on which anything was recorded of it.
    pub touched: Option<Date>,
}

/// Something asked of the applicant: when, until when, and when it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// The day of the notice.
    pub on: Option<Date>,
    /// The last day of its term.
    pub ends: Option<Date>,
    /// The day on which it came.
    pub came: Option<Date>,
}

/// The consultation of a third party (art. 32).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThirdFacts {
    /// The day on which it was consulted.
    pub consulted: Option<Date>,
    /// Why it was not, where it was not.
    pub why_not: Option<String>,
    /// It did not agree.
    pub objected: bool,
    /// The day on which it was told of a disclosure against its will.
    pub override_notice: Option<Date>,
}

/// What stands in the letter of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterFacts {
    /// A ground of it is among arts. 14 to 16: it goes to review before a court.
    pub review_first: bool,
    /// It says so.
    pub says_review_first: bool,
}

impl CaseFacts {
    /// A case of which only its number and column are known.
    pub fn new(no: &str, column: ApplicantKind) -> Self {
        Self {
            no: no.to_owned(),
            column_now: column,
            column_then: None,
            row: None,
            kind: None,
            override_reason: None,
            submitted: None,
            received: None,
            due: None,
            decided: None,
            served: None,
            has_proof: false,
            delivered: None,
            closed: None,
            letter: None,
            supplement: Asked::default(),
            fee: Asked::default(),
            reasons: Asked::default(),
            third: ThirdFacts::default(),
            linked_earlier: None,
            searched: false,
            touched: None,
        }
    }

    /// Whether the answer went out after its last day.
    pub fn late(&self) -> bool {
        matches!((self.served, self.due), (Some(served), Some(due)) if served > due)
    }
}
