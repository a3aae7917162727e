//! What is true of a request now: the result of the fold.

use jiff::civil::Date;

use super::event::Reviewed;
use super::state::{
    Archive, Assignment, Assist, Consultation, Deferral, FeeDue, Handler, Letter, Link, Reanswer, Reasons,
    Replaced,
};
use super::{
    Channel, ClerkId, Noted, OrganId, Outcome, RequestId, RequestNo, Seq, ServiceWay, Status,
    SupplementAsked, case_outcome,
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
    /// The number of the request that it was split off into; it is answered there.
    pub moved_to: Option<String>,
}

impl Item {
    fn of(text: &str) -> Self {
        Self { text: text.to_owned(), answer: None, moved_to: None }
    }
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
    /// The day on which the applicant had it in hand: the remedies run from there.
    pub delivered_on: Option<Date>,
    /// The day on which the mail came back.
    pub returned_on: Option<Date>,
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
    /// The fee was not paid in time.
    FeeLapsed,
    /// The applicant withdrew.
    Withdrawn,
    /// It goes on with another request of the same applicant.
    Joined,
}

/// A request as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: RequestId,
    /// The last entry folded in: what a command names as the version it was decided on.
    pub version: Seq,
    /// Who handles it.
    pub handler: Handler,
    /// The registration.
    pub facts: Facts,
    /// 申请事项, at least one.
    pub items: Vec<Item>,
    /// The 补正, if one was asked for.
    pub supplement: Option<Supplement>,
    /// All extensions, in working days and by their day; see [`Case::extensions_in_force`].
    pub extensions: Vec<(Date, u16)>,
    /// Consultations, by their day.
    pub consultations: Vec<Consultation>,
    /// The reasons asked for (art. 35).
    pub reasons: Option<Reasons>,
    /// The fee noticed.
    pub fee: Option<FeeDue>,
    /// Deferrals (art. 35); the last in force counts.
    pub deferrals: Vec<Deferral>,
    /// 协办
    pub assists: Vec<Assist>,
    /// Third parties told of a disclosure against their objection: day and party.
    pub override_notices: Vec<(Date, String)>,
    /// What was sent to others, and when they received it.
    pub letters: Vec<Letter>,
    /// 转办
    pub assignments: Vec<Assignment>,
    /// Reviews before the answer.
    pub reviews: Vec<Reviewed>,
    /// Requests that belong to this one.
    pub links: Vec<Link>,
    /// The row of the case where a clerk overruled the one that follows from the items, and why.
    pub overruled: Option<(Outcome, String)>,
    /// The day on which every item first had its answer.
    pub first_decided_on: Option<Date>,
    /// The service of the answer.
    pub service: Option<Service>,
    /// Later services: after returned mail, or of a new answer.
    pub further_services: Vec<Service>,
    /// Answers that were replaced.
    pub replaced: Vec<Replaced>,
    /// A new answer that is due, or was given.
    pub reanswer: Option<Reanswer>,
    /// 归档
    pub archived: Option<Archive>,
    /// The day on which what is personal in it was erased.
    pub erased_on: Option<Date>,
    /// How it ended.
    pub conclusion: Option<Conclusion>,
    /// Notes.
    pub notes: Vec<Noted>,
    /// The registration itself was taken back: the case counts nowhere.
    pub void: bool,
}

impl Case {
    /// The case of a registration by the clerk `who`.
    pub(super) fn registered(id: RequestId, who: ClerkId, facts: Facts) -> Self {
        let texts = &facts.particulars.items;
        let items = if texts.is_empty() {
            vec![Item::of(&facts.particulars.content)]
        } else {
            texts.iter().map(|text| Item::of(text)).collect()
        };
        Self {
            id,
            version: Seq(id.0),
            handler: Handler { clerk: who, since: None },
            facts,
            items,
            supplement: None,
            extensions: Vec::new(),
            consultations: Vec::new(),
            reasons: None,
            fee: None,
            deferrals: Vec::new(),
            assists: Vec::new(),
            override_notices: Vec::new(),
            letters: Vec::new(),
            assignments: Vec::new(),
            reviews: Vec::new(),
            links: Vec::new(),
            overruled: None,
            first_decided_on: None,
            service: None,
            further_services: Vec::new(),
            replaced: Vec::new(),
            reanswer: None,
            archived: None,
            erased_on: None,
            conclusion: None,
            notes: Vec::new(),
            void: false,
        }
    }

    /// Where it stands.
    pub fn status(&self) -> Status {
        if self.archived.is_some() {
            Status::Archived
        } else if self.conclusion.is_some() {
            Status::Closed
        } else if self.facts.received_on.is_none() {
            Status::Unconfirmed
        } else if self.awaits_supplement().is_some() {
            Status::AwaitingSupplement
        } else if self.awaits_fee().is_some() {
            Status::AwaitingFee
        } else if self.awaits_reasons().is_some() {
            Status::AwaitingReasons
        } else if self.is_decided() {
            Status::Decided
        } else if self.open_consultations().next().is_some() {
            Status::Consulting
        } else if self.deferral().is_some() {
            Status::Deferred
        } else {
            Status::Open
        }
    }

    /// The 补正 notice to which no answer has come.
    pub fn awaits_supplement(&self) -> Option<&Supplement> {
        self.supplement
            .as_ref()
            .filter(|supplement| supplement.received_on.is_none() && self.first_decided_on.is_none())
    }

    /// The fee notice that was not paid.
    pub fn awaits_fee(&self) -> Option<&FeeDue> {
        self.fee.as_ref().filter(|fee| fee.paid.is_none())
    }

    /// The notice of art. 35 to which no reasons have come; a decision ends the waiting.
    pub fn awaits_reasons(&self) -> Option<&Reasons> {
        self.reasons
            .as_ref()
            .filter(|reasons| reasons.received_on.is_none() && self.first_decided_on.is_none())
    }

    /// Consultations without an opinion yet.
    pub fn open_consultations(&self) -> impl Iterator<Item = &Consultation> {
        self.consultations.iter().filter(|consultation| consultation.answer.is_none())
    }

    /// Assignments without an answer yet.
    pub fn open_assignments(&self) -> impl Iterator<Item = &Assignment> {
        self.assignments.iter().filter(|assignment| assignment.ended.is_none())
    }

    /// The new answer that is due after the request had ended.
    pub fn awaits_reanswer(&self) -> Option<&Reanswer> {
        self.reanswer.as_ref().filter(|reanswer| reanswer.served_on.is_none())
    }

    /// The day on which the other side received what entry `seq` sent, where that is known.
    pub fn letter_received_on(&self, seq: Seq) -> Option<Date> {
        self.letters.iter().find(|letter| letter.seq == seq)?.received_on
    }

    /// The day of receipt, or of the last event that started the term anew.
    pub(super) fn last_start(&self) -> Option<Date> {
        let received = self.facts.received_on?;
        let restarts = [
            self.supplement.as_ref().and_then(|supplement| supplement.received_on),
            self.reasons.and_then(|reasons| reasons.received_on),
            self.fee.and_then(|fee| fee.paid).map(|(on, _)| on),
        ];
        Some(restarts.into_iter().flatten().fold(received, Date::max))
    }

    /// The day after which the term is counted: of receipt, or of the last event that started it anew;
    /// `None` while it has not begun or waits.
    pub fn counts_from(&self) -> Option<Date> {
        let waits = self.awaits_supplement().is_some()
            || self.awaits_fee().is_some()
            || self.awaits_reasons().is_some();
        self.last_start().filter(|_| !waits)
    }

    /// The extensions of the term that runs. The 条例 has the term computed anew from the supplement
    /// (art. 30) and says nothing of an extension granted before: as we read it, that one is void with
    /// the old count, and the new count may be extended by twenty working days of its own.
    pub fn extensions_in_force(&self) -> impl Iterator<Item = (Date, u16)> {
        let from = self.counts_from();
        self.extensions.iter().copied().filter(move |(on, _)| from.is_some_and(|from| *on >= from))
    }

    /// The deferral in force: void with the count it belongs to, as an extension is.
    pub fn deferral(&self) -> Option<&Deferral> {
        let from = self.counts_from()?;
        let in_force = self.deferrals.iter().filter(|deferral| deferral.on >= from);
        in_force.max_by_key(|deferral| (deferral.on, deferral.until))
    }

    /// The items that are answered here, each with its number on the form, counted from 1.
    pub fn own_items(&self) -> impl Iterator<Item = (u16, &Item)> + Clone {
        (1..).zip(&self.items).filter(|(_, item)| item.moved_to.is_none())
    }

    /// Items without an answer.
    pub fn open_items(&self) -> usize {
        self.own_items().filter(|(_, item)| item.answer.is_none()).count()
    }

    /// Whether every item has its answer.
    pub fn is_decided(&self) -> bool {
        self.open_items() == 0
    }

    /// The day of the last decision, once every item has one.
    pub fn decided_on(&self) -> Option<Date> {
        let days: Option<Vec<Date>> =
            self.own_items().map(|(_, item)| Some(item.answer.as_ref()?.on)).collect();
        days?.into_iter().max()
    }

    /// The outcome of the answers so far: as it follows from them, or as a clerk has it with a reason.
    pub fn answered_outcome(&self) -> Option<Outcome> {
        let overruled = self.overruled.as_ref().map(|(outcome, _)| outcome.clone());
        overruled.or_else(|| self.derived_outcome())
    }

    /// The outcome that follows from the answers so far.
    pub fn derived_outcome(&self) -> Option<Outcome> {
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
