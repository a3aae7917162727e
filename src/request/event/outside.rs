//! Events towards others: consultations and fees.

use jiff::civil::Date;

use super::{ConsultRole, FeeBy, Opinion};
use crate::request::Seq;

/// 征求意见
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsultSent {
    /// The day of the letter.
    pub on: Date,
    /// Whose opinion is asked.
    pub party: String,
    /// In which role.
    pub role: ConsultRole,
    /// What the letter describes.
    pub text: String,
}

/// 收到意见
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsultAnswered {
    /// The day on which the opinion came in, or on which it was found that none had.
    pub on: Date,
    /// The entry that sent the letter.
    pub sent: Seq,
    /// Who answered.
    pub party: String,
    /// What came.
    pub opinion: Opinion,
    /// The reasons given.
    pub reasons: String,
}

/// 收费通知
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeeNotified {
    /// The day of the notice.
    pub on: Date,
    /// By item or by volume.
    pub by: FeeBy,
    /// Pages, or which request of the applicant in the month this is.
    pub count: u32,
    /// The fee in yuan.
    pub amount: u32,
}
