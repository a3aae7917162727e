//! What can happen to a record.

use std::fmt;

use jiff::civil::Date;

use super::{DisputeResult, RecordKind, Value};
use crate::request::{ClerkId, OrganId, Seq};

/// A record: the number of the entry that added it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId(pub u64);

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A record as it is written down: whole, each time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The organ it counts for.
    pub organ: OrganId,
    /// 备注; may be empty.
    pub note: String,
    /// What stands in it.
    pub value: Value,
}

/// A step in the life of a 主动公开信息 or a dispute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordStep {
    /// One of three reviews (三审), the organ's 先审查、后公开 (art. 17).
    Reviewed {
        /// The day.
        on: Date,
        /// 1 to 3.
        round: u8,
        /// Who.
        by: String,
    },
    /// One of three proofs (三校).
    Proofread {
        /// The day.
        on: Date,
        /// 1 to 3.
        round: u8,
        /// Who.
        by: String,
    },
    /// 公开
    Published {
        /// The day.
        on: Date,
        /// Where, if it differs from what the record says; may be empty.
        url: String,
        /// Why it was published without all reviews and proofs; empty where they are complete.
        override_reason: String,
    },
    /// 答复, 答辩: the organ answered the reviewing organ or the court.
    Answered {
        /// The day.
        on: Date,
        /// In words.
        text: String,
    },
    /// 听证, 开庭
    Heard {
        /// The day.
        on: Date,
        /// In words.
        text: String,
    },
    /// 审结: a decision, a judgment, or another end.
    Ended {
        /// The day.
        on: Date,
        /// How.
        result: DisputeResult,
        /// In words: 撤销, 驳回起诉, 撤回 …
        text: String,
    },
    /// 上诉, 再审: the suit is pending again.
    Appealed {
        /// The day.
        on: Date,
        /// By whom, in words.
        text: String,
    },
}

impl RecordStep {
    /// The day.
    pub const fn on(&self) -> Date {
        match self {
            Self::Reviewed { on, .. }
            | Self::Proofread { on, .. }
            | Self::Published { on, .. }
            | Self::Answered { on, .. }
            | Self::Heard { on, .. }
            | Self::Ended { on, .. }
            | Self::Appealed { on, .. } => *on,
        }
    }

    /// The kind of record it is a step of.
    pub const fn of(&self) -> RecordKind {
        match self {
            Self::Reviewed { .. } | Self::Proofread { .. } | Self::Published { .. } => RecordKind::Disclosure,
            Self::Answered { .. } | Self::Heard { .. } | Self::Ended { .. } | Self::Appealed { .. } => {
                RecordKind::Dispute
            }
        }
    }

    /// Its place among the steps of one day: what must come before, whenever it was recorded.
    pub(super) const fn rank(&self) -> (u8, u8) {
        match self {
            Self::Reviewed { round, .. } => (0, *round),
            Self::Proofread { round, .. } => (1, *round),
            Self::Answered { .. } => (2, 0),
            Self::Heard { .. } => (3, 0),
            Self::Published { .. } | Self::Ended { .. } | Self::Appealed { .. } => (4, 0),
        }
    }
}

/// What happened to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordEvent {
    /// It was written down.
    Added(Box<Body>),
    /// It was written anew: the last word wins.
    Changed {
        /// Which.
        id: RecordId,
        /// As it reads now.
        body: Box<Body>,
        /// Why; may be empty.
        reason: String,
    },
    /// It counts no more, and stands in the history.
    Removed {
        /// Which.
        id: RecordId,
        /// Why.
        reason: String,
    },
    /// A step was taken.
    Stepped {
        /// Whose.
        id: RecordId,
        /// Which step.
        step: RecordStep,
    },
    /// A step was recorded wrongly.
    StepTakenBack {
        /// Whose.
        id: RecordId,
        /// The entry that recorded it.
        seq: Seq,
        /// Why.
        reason: String,
    },
}

/// An event with its number, time and author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordEntry {
    /// Number of the entry.
    pub seq: Seq,
    /// UTC milliseconds.
    pub at: i64,
    /// Who recorded it.
    pub who: ClerkId,
    /// The day set in a practice office.
    pub practice_day: Option<Date>,
    /// What happened.
    pub event: RecordEvent,
}

impl RecordEntry {
    /// The record it belongs to.
    pub fn id(&self) -> RecordId {
        match &self.event {
            RecordEvent::Added(_) => RecordId(self.seq.0),
            RecordEvent::Changed { id, .. }
            | RecordEvent::Removed { id, .. }
            | RecordEvent::Stepped { id, .. }
            | RecordEvent::StepTakenBack { id, .. } => *id,
        }
    }
}
