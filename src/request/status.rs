//! Where a request stands.

/// The status of a request, as lists and JSON name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// 待确认: the receipt rule of art. 31 is not met yet; no term runs.
    Unconfirmed,
    /// 办理中
    Open,
    /// 待补正: a 补正 notice is out; the term starts anew when the supplement comes (art. 30).
    AwaitingSupplement,
    /// 征求意见中
    Consulting,
    /// 待缴费
    AwaitingFee,
    /// 待说明理由
    AwaitingReasons,
    /// 延迟答复
    Deferred,
    /// 已决定: the answer is made but not served; the term still runs.
    Decided,
    /// 已办结
    Closed,
    /// 已归档
    Archived,
}

impl Status {
    /// All, in the order of the procedure.
    pub const ALL: [Self; 10] = [
        Self::Unconfirmed,
        Self::Open,
        Self::AwaitingSupplement,
        Self::Consulting,
        Self::AwaitingFee,
        Self::AwaitingReasons,
        Self::Deferred,
        Self::Decided,
        Self::Closed,
        Self::Archived,
    ];

    /// The English key used in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Open => "open",
            Self::AwaitingSupplement => "awaiting_supplement",
            Self::Consulting => "consulting",
            Self::AwaitingFee => "awaiting_fee",
            Self::AwaitingReasons => "awaiting_reasons",
            Self::Deferred => "deferred",
            Self::Decided => "decided",
            Self::Closed => "closed",
            Self::Archived => "archived",
        }
    }

    /// The words on the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Unconfirmed => "待确认",
            Self::Open => "办理中",
            Self::AwaitingSupplement => "待补正",
            Self::Consulting => "征求意见",
            Self::AwaitingFee => "待缴费",
            Self::AwaitingReasons => "待说明理由",
            Self::Deferred => "延迟答复",
            Self::Decided => "待送达",
            Self::Closed => "已办结",
            Self::Archived => "已归档",
        }
    }

    /// Whether the request is concluded.
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Closed | Self::Archived)
    }
}
