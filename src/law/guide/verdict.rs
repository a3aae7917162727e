//! Where the questions end.

use super::super::{Article, OutcomeKind, OutcomeRow};

/// The end of a way through the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// An answer is to be given.
    Answer {
        /// The row of table 3.
        row: OutcomeRow,
        /// What the row does not tell.
        kind: Option<OutcomeKind>,
        /// For （二）: the row on whose ground a part is held back; it decides the remedy.
        withheld: Option<OutcomeRow>,
    },
    /// No answer: a step of its own ends the request in its row.
    Close(Closing),
    /// Not an outcome yet: this comes first.
    First(Todo),
}

/// A step that ends a request in a row of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Closing {
    /// 逾期不补正 (art. 30)
    SupplementLapse,
    /// 逾期未缴费 (art. 42)
    FeeLapse,
    /// 申请人撤回
    Withdraw,
}

/// What has to be done before there can be an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Todo {
    /// 补正告知 (art. 30)
    AskSupplement,
    /// Wait for the supplement.
    AwaitSupplement,
    /// 要求说明理由 (art. 35)
    AskReasons,
    /// Wait for the payment.
    AwaitFee,
    /// 征求第三方意见 (art. 32)
    ConsultThird,
    /// Search, and record the search (art. 36(4)).
    Search,
    /// A correction (art. 41) has its own way and no row in table 3.
    Correct,
}

impl Closing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::SupplementLapse, Self::FeeLapse, Self::Withdraw];

    /// The row in which the request is counted.
    pub const fn row(self) -> OutcomeRow {
        match self {
            Self::SupplementLapse => OutcomeRow::OtherNoSupplement,
            Self::FeeLapse => OutcomeRow::OtherNoFee,
            Self::Withdraw => OutcomeRow::OtherOther,
        }
    }

    /// The kind within the row.
    pub const fn kind(self) -> Option<OutcomeKind> {
        match self {
            Self::Withdraw => Some(OutcomeKind::Withdrawn),
            Self::SupplementLapse | Self::FeeLapse => None,
        }
    }

    /// The step that alone leads to this row or kind, if there is one.
    pub fn of(row: OutcomeRow, kind: Option<OutcomeKind>) -> Option<Self> {
        Self::ALL.into_iter().find(|closing| closing.row() == row && closing.kind() == kind)
    }
}

impl Todo {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::AskSupplement,
        Self::AwaitSupplement,
        Self::AskReasons,
        Self::AwaitFee,
        Self::ConsultThird,
        Self::Search,
        Self::Correct,
    ];
}

impl Verdict {
    /// An answer of a row that says all.
    pub const fn row_of(row: OutcomeRow) -> Self {
        Self::Answer { row, kind: None, withheld: None }
    }

    /// An answer of this kind, in its row.
    pub const fn kind_of(kind: OutcomeKind) -> Self {
        Self::Answer { row: kind.row(), kind: Some(kind), withheld: None }
    }

    /// The row in which the request will be counted; none while something comes first.
    pub const fn row(self) -> Option<OutcomeRow> {
        match self {
            Self::Answer { row, .. } => Some(row),
            Self::Close(closing) => Some(closing.row()),
            Self::First(_) => None,
        }
    }

    /// The kind within the row.
    pub const fn kind(self) -> Option<OutcomeKind> {
        match self {
            Self::Answer { kind, .. } => kind,
            Self::Close(closing) => closing.kind(),
            Self::First(_) => None,
        }
    }

    /// The articles that the answer rests on: those of the kind, of the part held back, or of the row.
    pub const fn articles(self) -> &'static [Article] {
        let (row, kind, withheld) = match self {
            Self::Answer { row, kind, withheld } => (row, kind, withheld),
            Self::Close(closing) => (closing.row(), None, None),
            Self::First(_) => return &[],
        };
        match (kind, withheld) {
            (Some(OutcomeKind::AlreadyPublic), _) => const { &[Article::item(36, 1)] },
            (Some(OutcomeKind::Supplied), _) => const { &[Article::item(36, 2)] },
            (Some(OutcomeKind::NotFound), _) => const { &[Article::item(36, 4)] },
            (Some(OutcomeKind::OtherOrgan), _) => const { &[Article::item(36, 5)] },
            (_, Some(withheld)) => withheld.articles(),
            _ => row.articles(),
        }
    }
}
