//! What stands in a record, by its kind.

use jiff::civil::Date;

use super::{
    ActivityKind, DecisionKind, DisputeKind, DocumentKind, EndWay, Period, RecordId, RecordKind, Role,
};

/// A document (art. 20(一)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// 规章 or 行政规范性文件.
    pub kind: DocumentKind,
    /// 标题
    pub title: String,
    /// 文号; may be empty.
    pub doc_no: String,
    /// 制发日期
    pub issued_on: Date,
    /// Whether this organ leads: a joint document is counted once, by the lead organ.
    pub lead: bool,
    /// Since when it is no longer in force.
    pub ended: Option<Ended>,
}

/// The end of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// The day from which it is no longer in force.
    pub on: Date,
    /// 废止 or 宣布失效.
    pub way: EndWay,
    /// 理由
    pub reason: String,
}

/// How many documents of a kind were in force when the first kept year began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stock {
    /// Of which kind.
    pub kind: DocumentKind,
    /// The first year that is kept whole.
    pub year: i16,
    /// How many were in force on its 1 January.
    pub count: u32,
}

/// How many decisions were taken, disclosed or lawfully not (格式2021).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decisions {
    /// Of which kind.
    pub kind: DecisionKind,
    /// A year or a month.
    pub period: Period,
    /// How many.
    pub count: u32,
    /// Who counted; may be empty. One source counts a period once.
    pub source: String,
}

/// A charge (art. 20(八)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// What for.
    pub item: String,
    /// How much, in 分.
    pub fen: u64,
    /// When.
    pub period: Period,
}

/// 主动公开信息: one item published on the organ's own motion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosure {
    /// 标题
    pub title: String,
    /// 栏目
    pub column: String,
    /// The day it was formed or changed, from which art. 26 counts.
    pub formed_on: Date,
    /// 网址; may be empty.
    pub url: String,
}

/// A review or suit: a case of table 4.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// Its group in table 4.
    pub kind: DisputeKind,
    /// As what the organ takes part.
    pub role: Role,
    /// The day of the application or the suit.
    pub filed_on: Date,
    /// 复议机关 or 法院
    pub forum: String,
    /// 案号; may be empty.
    pub case_no: String,
    /// The number of the request it is about; may be empty.
    pub request: String,
    /// The review that the suit follows.
    pub review: Option<RecordId>,
}

/// Something that section 一 tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Of which kind.
    pub kind: ActivityKind,
    /// The name of the measure; needed where the office defines it itself.
    pub name: String,
    /// What it is counted in.
    pub unit: String,
    /// When.
    pub period: Period,
    /// What it was.
    pub title: String,
    /// How many.
    pub count: u32,
}

/// What stands in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A document.
    Document(Document),
    /// How many documents were in force.
    Stock(Stock),
    /// How many decisions were taken.
    Decisions(Decisions),
    /// A charge.
    Charge(Charge),
    /// 主动公开信息
    Disclosure(Disclosure),
    /// A review or suit.
    Dispute(Dispute),
    /// Something that section 一 tells of.
    Activity(Activity),
}

impl Value {
    /// Its kind.
    pub const fn kind(&self) -> RecordKind {
        match self {
            Self::Document(_) => RecordKind::Document,
            Self::Stock(_) => RecordKind::Stock,
            Self::Decisions(_) => RecordKind::Decisions,
            Self::Charge(_) => RecordKind::Charge,
            Self::Disclosure(_) => RecordKind::Disclosure,
            Self::Dispute(_) => RecordKind::Dispute,
            Self::Activity(_) => RecordKind::Activity,
        }
    }

    /// The day by which lists are sorted.
    pub fn day(&self) -> Date {
        match self {
            Self::Document(document) => document.issued_on,
            Self::Stock(stock) => Period::Year(stock.year).first(),
            Self::Decisions(decisions) => decisions.period.first(),
            Self::Charge(charge) => charge.period.first(),
            Self::Disclosure(disclosure) => disclosure.formed_on,
            Self::Dispute(dispute) => dispute.filed_on,
            Self::Activity(activity) => activity.period.first(),
        }
    }
}
