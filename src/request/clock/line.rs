//! One line of the explanation: day, rule, article, effect.

use jiff::civil::Date;

use crate::request::Channel;

/// A line of the clock; worded in `words/request`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The day.
    pub on: Date,
    /// What happened, or what is counted.
    pub rule: Rule,
    /// What that does to the term.
    pub effect: Effect,
}

/// What a line rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Submitted by a channel that waits for confirmation.
    Unconfirmed(Channel),
    /// Received by the rule of its channel.
    Received(Channel),
    /// A 补正 notice went out; `last` was the seventh working day.
    SupplementAsked {
        /// The last day in time for the notice.
        last: Date,
        /// Whether it went out later.
        late: bool,
    },
    /// The last day of the applicant's term.
    SupplementTerm,
    /// The supplement came.
    SupplementReceived,
    /// The term was extended.
    Extended {
        /// Working days.
        days: u16,
    },
    /// So many working days after `start`.
    ReplyTerm {
        /// The day that is not counted.
        start: Date,
        /// Working days counted.
        days: u16,
    },
    /// The answer was served.
    Served,
    /// The supplement did not come.
    SupplementLapsed,
    /// The applicant withdrew.
    Withdrawn,
}

impl Rule {
    /// The article, as it is cited.
    pub const fn article(self) -> &'static str {
        match self {
            Self::Unconfirmed(_) | Self::Received(_) => "条例第三十一条",
            Self::SupplementAsked { .. }
            | Self::SupplementTerm
            | Self::SupplementReceived
            | Self::SupplementLapsed => "条例第三十条",
            Self::Extended { .. } | Self::ReplyTerm { .. } => "条例第三十三条",
            Self::Served => "国办公开办函〔2016〕235号",
            Self::Withdrawn => "",
        }
    }
}

/// What a line does to the term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// No term runs yet.
    NotRunning,
    /// This day is not counted; the count begins on the next.
    StartsNextDay,
    /// The count so far is void.
    Void,
    /// The applicant's term, not ours.
    ApplicantsTerm,
    /// A full new term, beginning on the next day.
    RestartsNextDay,
    /// Granted for a count that is void: nothing is added to the new one (our reading).
    VoidWithCount,
    /// So many working days more.
    Adds {
        /// Working days.
        days: u16,
    },
    /// The last day in time.
    Due {
        /// Whether it runs into a year whose holidays are not known.
        provisional: bool,
    },
    /// The request is concluded.
    Ends {
        /// After the due date.
        late: bool,
    },
}
