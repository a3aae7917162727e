//! What is true of a request now: the result of the fold.

use jiff::civil::Date;

use super::{
    Channel, Noted, OrganId, Outcome, RequestId, RequestNo, Seq, ServiceWay, Status, SupplementAsked,
    case_outcome,
};
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};

/// Who asks for what: all of it personal, all of it kept in the private part of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Particulars {
    /// 申请人
    pub applicant: String,
    /// 证件号码 (art. 29(1))
    pub id_number: String,
    /// 联系方式
    pub contact: String,
    /// A short title for lists; where empty, the content stands in.
    pub title: String,
    /// 申请内容
    pub content: String,
    /// 申请事项, each with an answer of its own; empty where the content is the only one.
    pub items: Vec<String>,
    /// 获取方式 (art. 29(3))
    pub form_of_supply: String,
    /// 平台编号: the number on the platform it came from.
    pub platform_no: String,
    /// 承办科室, as a register names it.
    pub unit: String,
}

/// The facts of the registration, amendments applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// 编号
    pub no: RequestNo,
    /// The organ that answers.
    pub organ: OrganId,
    /// The column of table 3.
    pub kind: ApplicantKind,
    /// 渠道
    pub channel: Channel,
    /// The day on which it was handed in, posted or sent.
    pub submitted_on: Option<Date>,
    /// The day of the confirmation of art. 31.
    pub confirmed_on: Option<Date>,
    /// 收到日期 by art. 31; `None` while 待确认.
    pub received_on: Option<Date>,
    /// Brought in as an opening figure.
    pub baseline: bool,
    /// Who asks for what.
    pub particulars: Particulars,
}

/// One of the things asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// In the applicant's words.
    pub text: String,
    /// The answer, once there is one.
    pub answer: Option<Answer>,
}

/// The answer to an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The day of the decision.
    pub on: Date,
    /// The entry that made it.
    pub seq: Seq,
    /// How it ends.
    pub outcome: Outcome,
    /// The facts of the answer.
    pub facts: String,
    /// 答复文号
    pub letter_no: String,
}

/// The one 补正 of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supplement {
    /// The notice.
    pub asked: SupplementAsked,
    /// The entry of the notice.
    pub seq: Seq,
    /// The day on which the supplement came.
    pub received_on: Option<Date>,
}

/// 送达 of the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// The day that counts.
    pub on: Date,
    /// How.
    pub way: ServiceWay,
    /// Its proof.
    pub proof: String,
}

/// How a request ended: the day and the row under which table 3 counts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conclusion {
    /// The day that decides the year: of service, of the first day after a lapsed term, of the withdrawal.
    pub on: Date,
    /// By what it ended.
    pub way: ConclusionWay,
    /// The row and its kind.
    pub outcome: Outcome,
}

/// By what a request ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConclusionWay {
    /// The answer was served.
    Served,
    /// The supplement did not come in time and there was no good reason.
    SupplementLapsed,
    /// The applicant withdrew.
    Withdrawn,
}

/// A request as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: RequestId,
    /// The last entry folded in: what a command names as the version it was decided on.
    pub version: Seq,
    /// The registration.
    pub facts: Facts,
    /// 申请事项, at least one.
    pub items: Vec<Item>,
    /// The 补正, if one was asked for.
    pub supplement: Option<Supplement>,
    /// All extensions, in working days and by their day; see [`Case::extensions_in_force`].
    pub extensions: Vec<(Date, u16)>,
    /// The service of the answer.
    pub service: Option<Service>,
    /// How it ended.
    pub conclusion: Option<Conclusion>,
    /// Notes.
    pub notes: Vec<Noted>,
    /// The registration itself was taken back: the case counts nowhere.
    pub void: bool,
}

impl Case {
    /// The case of a registration.
    pub(super) fn registered(id: RequestId, facts: Facts) -> Self {
        let texts = &facts.particulars.items;
        let items = if texts.is_empty() {
            vec![Item { text: facts.particulars.content.clone(), answer: None }]
        } else {
            texts.iter().map(|text| Item { text: text.clone(), answer: None }).collect()
        };
        Self {
            id,
            version: Seq(id.0),
            facts,
            items,
            supplement: None,
            extensions: Vec::new(),
            service: None,
            conclusion: None,
            notes: Vec::new(),
            void: false,
        }
    }

    /// Where it stands.
    pub fn status(&self) -> Status {
        if self.conclusion.is_some() {
            Status::Closed
        } else if self.facts.received_on.is_none() {
            Status::Unconfirmed
        } else if self.awaits_supplement().is_some() {
            Status::AwaitingSupplement
        } else if self.is_decided() {
            Status::Decided
        } else {
            Status::Open
        }
    }

    /// The 补正 notice to which no answer has come.
    pub fn awaits_supplement(&self) -> Option<&Supplement> {
        self.supplement.as_ref().filter(|supplement| supplement.received_on.is_none() && !self.is_decided())
    }

    /// The extensions of the term that runs. The 条例 has the term computed anew from the supplement
    /// (art. 30) and says nothing of an extension granted before: as we read it, that one is void with
    /// the old count, and the new count may be extended by twenty working days of its own.
    pub fn extensions_in_force(&self) -> impl Iterator<Item = (Date, u16)> {
        let in_force = |on: &Date| match &self.supplement {
            Some(supplement) => supplement.received_on.is_some_and(|restart| *on >= restart),
            None => true,
        };
        self.extensions.iter().copied().filter(move |(on, _)| in_force(on))
    }

    /// Whether every item has its answer.
    pub fn is_decided(&self) -> bool {
        self.items.iter().all(|item| item.answer.is_some())
    }

    /// The day of the last decision, once every item has one.
    pub fn decided_on(&self) -> Option<Date> {
        let days: Option<Vec<Date>> = self.items.iter().map(|item| Some(item.answer.as_ref()?.on)).collect();
        days?.into_iter().max()
    }

    /// The outcome derived from the answers so far.
    pub fn answered_outcome(&self) -> Option<Outcome> {
        case_outcome(self.items.iter().filter_map(|item| item.answer.as_ref()).map(|answer| &answer.outcome))
    }

    /// The outcome: of the conclusion, else of the decision once it is complete.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.conclusion {
            Some(conclusion) => Some(conclusion.outcome.clone()),
            None if self.is_decided() => self.answered_outcome(),
            None => None,
        }
    }

    /// The title for lists: the given one, else the content, else the first item.
    pub fn title(&self) -> &str {
        let Particulars { title, content, .. } = &self.facts.particulars;
        let item = self.items.first().map_or("", |item| &item.text);
        [title, content, item].into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The day that stands as 收到 in lists: by art. 31, or while 待确认 the day it came in.
    pub fn listed_on(&self) -> Option<Date> {
        self.facts.received_on.or(self.facts.submitted_on)
    }

    /// Ends the case by a withdrawal: row （六）3.
    pub(super) fn withdrawn_outcome() -> Outcome {
        Outcome::of(OutcomeRow::OtherOther).with_kind(OutcomeKind::Withdrawn)
    }
}
