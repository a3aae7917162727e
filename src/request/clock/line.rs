//! One line of the explanation: day, rule, article, effect.

use jiff::civil::Date;

use crate::request::{Channel, ConsultRole, Excluded};

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
        /// Working days in between that are not counted (art. 33, third paragraph).
        excluded: u16,
    },
    /// Somebody was asked for an opinion.
    ConsultSent {
        /// Who was asked.
        role: ConsultRole,
        /// Which days are not counted: the office's reading.
        excluded: Excluded,
    },
    /// The opinion came, or its term is over: the count goes on.
    ConsultEnded {
        /// Who was asked.
        role: ConsultRole,
        /// By what it ended.
        end: OpinionEnd,
        /// The day of the other side's receipt is not known: the fifteen days run from the sending.
        from_sending: bool,
        /// Which days are not counted: the office's reading.
        excluded: Excluded,
    },
    /// Another organ was asked to help.
    Assisted {
        /// Whether that stops the count: the office's reading.
        stops: bool,
    },
    /// Reasons were asked for (art. 35).
    ReasonsAsked,
    /// The last day for the reasons.
    ReasonsTerm,
    /// The reasons came.
    ReasonsReceived,
    /// No reasons came until the decision.
    ReasonsNeverCame,
    /// A day was fixed under art. 35.
    Deferred,
    /// The day fixed.
    DeferredUntil,
    /// A fee notice went out.
    FeeNotified,
    /// The last day for the payment.
    FeeTerm {
        /// The day of receipt of the notice is not known: the term is counted from the sending.
        from_sending: bool,
    },
    /// The fee was paid.
    FeePaid,
    /// The fee was not paid.
    FeeLapsed,
    /// The answer was taken back, or a new one ordered.
    Reanswer {
        /// By a review or a court.
        ordered: bool,
    },
    /// The last day for the new answer.
    ReanswerTerm,
    /// The answer was served.
    Served,
    /// The supplement did not come.
    SupplementLapsed,
    /// The applicant withdrew.
    Withdrawn,
    /// It went on with another request.
    Joined,
}

/// By what a consultation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpinionEnd {
    /// An opinion came.
    Answered,
    /// An opinion came after the fifteen days: these are the last that are not counted.
    AnsweredLate,
    /// It is recorded that none came.
    Silent,
    /// None has come yet: the last lawful day is assumed.
    Open,
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
            Self::Extended { .. } | Self::ReplyTerm { .. } | Self::Assisted { .. } => "条例第三十三条",
            Self::ConsultSent { role, .. } | Self::ConsultEnded { role, .. } => match role {
                ConsultRole::Third => "条例第三十二条、第三十三条",
                ConsultRole::CoProducer => "条例第三十四条、第三十三条",
                ConsultRole::Organ => "条例第三十三条",
            },
            Self::ReasonsAsked
            | Self::ReasonsTerm
            | Self::ReasonsReceived
            | Self::ReasonsNeverCame
            | Self::Deferred
            | Self::DeferredUntil => "条例第三十五条",
            Self::FeeNotified | Self::FeeTerm { .. } | Self::FeePaid | Self::FeeLapsed => {
                "信息处理费管理办法第六条"
            }
            Self::Served => "国办公开办函〔2016〕235号",
            Self::Withdrawn | Self::Joined | Self::Reanswer { .. } | Self::ReanswerTerm => "",
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
    /// The count stands still; from which day on, the office's reading says.
    Stops,
    /// So many working days up to here are not counted, beyond those that are not counted anyway.
    NotCounted {
        /// Working days.
        days: u16,
    },
    /// The count is not touched.
    GoesOn,
    /// The day fixed replaces the due date.
    Replaces,
    /// A term of its own; the old one is not touched.
    OwnTerm,
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
