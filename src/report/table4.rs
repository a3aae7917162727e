//! Table 4: administrative review and litigation about 政府信息公开.

use std::array;

use super::Stated;
use crate::law::labels;

/// One of the three groups of table 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dispute {
    /// 行政复议
    Review,
    /// 行政诉讼, 未经复议直接起诉
    DirectSuit,
    /// 行政诉讼, 复议后起诉
    SuitAfterReview,
}

impl Dispute {
    /// All three, in the order of the table.
    pub const ALL: [Self; 3] = [Self::Review, Self::DirectSuit, Self::SuitAfterReview];

    /// The key used in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::DirectSuit => "direct_suit",
            Self::SuitAfterReview => "suit_after_review",
        }
    }

    /// The heading, verbatim.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Review => labels::TABLE4_HALVES[0],
            Self::DirectSuit => labels::SUITS[0],
            Self::SuitAfterReview => labels::SUITS[1],
        }
    }
}

/// One of the five columns of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DisputeColumn {
    /// 结果维持
    Upheld,
    /// 结果纠正
    Corrected,
    /// 其他结果
    Other,
    /// 尚未审结, on 31 December
    Pending,
    /// 总计
    Sum,
}

impl DisputeColumn {
    /// All five, in the order of the table.
    pub const ALL: [Self; 5] = [Self::Upheld, Self::Corrected, Self::Other, Self::Pending, Self::Sum];
    /// The four that add up to the sum.
    pub const PARTS: [Self; 4] = [Self::Upheld, Self::Corrected, Self::Other, Self::Pending];

    /// The heading, verbatim.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Upheld => labels::DISPUTE_COLUMNS[0],
            Self::Corrected => labels::DISPUTE_COLUMNS[1],
            Self::Other => labels::DISPUTE_COLUMNS[2],
            Self::Pending => labels::DISPUTE_COLUMNS[3],
            Self::Sum => labels::DISPUTE_COLUMNS[4],
        }
    }
}

/// The stated cells of table 4.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table4 {
    /// 行政复议
    pub review: [Stated; 5],
    /// 未经复议直接起诉
    pub direct_suit: [Stated; 5],
    /// 复议后起诉
    pub suit_after_review: [Stated; 5],
}

impl Table4 {
    /// The table of these cases, each as upheld, corrected, other, pending; the sums are computed.
    pub fn new(review: [u64; 4], direct_suit: [u64; 4], suit_after_review: [u64; 4]) -> Self {
        Self {
            review: with_sum(review),
            direct_suit: with_sum(direct_suit),
            suit_after_review: with_sum(suit_after_review),
        }
    }

    /// The table of an organ without disputes: all 0.
    pub fn zero() -> Self {
        Self::new([0; 4], [0; 4], [0; 4])
    }

    /// The five cells of a group.
    pub fn group(&self, dispute: Dispute) -> &[Stated; 5] {
        match dispute {
            Dispute::Review => &self.review,
            Dispute::DirectSuit => &self.direct_suit,
            Dispute::SuitAfterReview => &self.suit_after_review,
        }
    }

    /// One cell.
    pub fn at(&self, dispute: Dispute, column: DisputeColumn) -> &Stated {
        let [upheld, corrected, other, pending, sum] = self.group(dispute);
        match column {
            DisputeColumn::Upheld => upheld,
            DisputeColumn::Corrected => corrected,
            DisputeColumn::Other => other,
            DisputeColumn::Pending => pending,
            DisputeColumn::Sum => sum,
        }
    }
}

fn with_sum(parts: [u64; 4]) -> [Stated; 5] {
    let sum = parts.iter().fold(0_u64, |sum, part| sum.saturating_add(*part));
    let mut figures = parts.into_iter().chain([sum]);
    array::from_fn(|_| figures.next().map_or(Stated::MISSING, Stated::number))
}
