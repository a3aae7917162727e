//! What is done and yet worth a word: the law would have wanted it otherwise.

use jiff::civil::Date;

/// A warning beside a step that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Art. 30: the 补正 notice went out later than seven working days after receipt.
    LateNotice {
        /// The last day that would have been in time.
        last: Date,
        /// The due date that holds if the notice does not restart the term.
        holds: Option<Date>,
    },
    /// The fee notice went out after the due date (收费办法 art. 6: within the term).
    LateFeeNotice {
        /// The due date without the notice.
        due: Date,
    },
    /// Paid after the term, or less than was noticed.
    PaymentDiffers {
        /// What was noticed, in yuan.
        noticed: u32,
        /// What was paid, in yuan.
        paid: u32,
    },
    /// Paid after the term of twenty working days.
    LatePayment {
        /// The last day of the term.
        last: Date,
    },
    /// Asked in the last three working days: little is left once the opinion is in.
    ConsultedLate {
        /// The due date before the consultation.
        due: Date,
        /// Working days that will be left.
        left: i32,
    },
    /// Decided while an opinion may still come in time.
    OpinionOutstanding {
        /// The last day for the opinion.
        last: Date,
    },
    /// 保守日: the due date if the term ran from the submission over the web.
    Conservative {
        /// That day.
        due: Date,
    },
    /// A third party objects: what is disclosed all the same must be told to it (art. 32).
    OverrideNeedsNotice,
    /// The number linked to is not in this register.
    LinkUnknown,
    /// On archiving: the file lacks a paper.
    FileLacks(Paper),
    /// The supplement came after the applicant's term.
    LateSupplement {
        /// The last day of the term.
        reply_by: Date,
    },
    /// The answer was served after the due date (V19).
    LateAnswer {
        /// The due date.
        due: Date,
    },
    /// The due date runs into a year whose holidays are not known.
    Provisional {
        /// The year.
        year: i16,
    },
}

/// What a file should hold and does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// The proof of service.
    ProofOfService,
    /// The day on which the applicant had the answer.
    Delivery,
    /// The secrecy review of what was disclosed (art. 17).
    SecrecyReview,
    /// The search record of 不存在.
    SearchRecord,
    /// The notice to a third party that objected (art. 32).
    OverrideNotice,
    /// The opinion of somebody who was asked.
    Opinion,
    /// The number of the answer.
    LetterNo,
}
