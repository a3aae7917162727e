//! What a check is told beside the report: about the organ, its fees, the handing in.

use jiff::civil::Date;

/// What is known of an organ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OrganFacts {
    /// Whether it may make 规章 (立法法 arts. 91, 93): departments of the State Council, governments of
    /// provinces, 设区的市 and 自治州.
    pub makes_rules: bool,
    /// Whether it has any 行政事业性收费; `None` where nobody has said.
    pub has_charges: Option<bool>,
    /// Whether it is a government rather than a department: its report is due by 31 March (art. 49).
    pub government: bool,
}

/// The 信息处理费 of a year (art. 42), counted from the cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FeeFacts {
    /// Notices issued.
    pub notices: u64,
    /// Yuan noticed.
    pub noticed_yuan: u64,
    /// Yuan collected.
    pub collected_yuan: u64,
}

/// When the report went out, and when it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandIn {
    /// The day on which it was submitted and published; for one that was not, today.
    pub on: Date,
    /// The organ's own day, where its superior set one before that of the law.
    pub own_day: Option<Date>,
}
