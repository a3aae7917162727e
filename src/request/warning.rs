//! What is done and yet worth a word: the law would have wanted it otherwise.

use jiff::civil::Date;

/// A warning beside a step that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Art. 30: the 补正 notice went out later than seven working days after receipt.
    LateNotice {
        /// The last day that would have been in time.
        last: Date,
    },
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
