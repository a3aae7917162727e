//! Events inside the organ: the work of business units, reviews before an answer, who handles the case.

use jiff::civil::Date;

use super::ReviewKind;
use crate::request::{ClerkId, Seq};

/// 转办
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// The day on which it was handed over.
    pub on: Date,
    /// 承办科室
    pub unit: String,
    /// The day for its answer.
    pub reply_by: Option<Date>,
}

/// A unit's answer, its return of the slip, or a reminder to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitWord {
    /// The day.
    pub on: Date,
    /// The entry that handed the work over.
    pub assigned: Seq,
    /// 承办科室
    pub unit: String,
    /// What was said.
    pub text: String,
}

/// 审查审核
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// The day.
    pub on: Date,
    /// Of what sort.
    pub kind: ReviewKind,
    /// Who reviewed.
    pub by: String,
    /// With what result.
    pub text: String,
}

/// 移交: another clerk handles the case from now on. The law knows no such person (art. 4 names the office
/// alone); who handles what is the office's own order \[D\].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedOver {
    /// The day.
    pub on: Date,
    /// The clerk who handles it now.
    pub to: ClerkId,
    /// His name, as it was then.
    pub name: String,
    /// Why; may be empty.
    pub reason: String,
}
