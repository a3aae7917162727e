//! Events between requests, and the row of a case of several items.

use jiff::civil::Date;

use crate::request::Outcome;

/// 拆分
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemsSplit {
    /// The day.
    pub on: Date,
    /// The items that go, counted from 1.
    pub items: Vec<u16>,
    /// The number of the request into which they go.
    pub into: String,
}

/// 并案
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// The day.
    pub on: Date,
    /// The number of the request with which it goes on.
    pub to: String,
    /// Why, and how the applicant was told.
    pub reason: String,
}

/// 更正主要理由
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowOverruled {
    /// The day.
    pub on: Date,
    /// The row that is to count, with its kind.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
}

/// 删除个人信息: the key of the case is destroyed, what is counted stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// The day.
    pub on: Date,
    /// How many items the case had, which is not to be read from them any more.
    pub items: u16,
    /// Why.
    pub reason: String,
}
