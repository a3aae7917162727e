//! What is to happen to a request of the sample, said briefly.

use super::days::When;
use super::days::When::At;
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};
use crate::request::{Channel, ConsultRole, NoteKind, Opinion, ReviewKind, ServiceWay};

/// A request with all that happens to it, in order.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// By which others of the sample name it.
    pub(super) key: &'static str,
    pub(super) kind: ApplicantKind,
    pub(super) applicant: &'static str,
    pub(super) channel: Channel,
    /// The day on which it came in.
    pub(super) came: When,
    /// Whether the receipt is still to be confirmed (art. 31).
    pub(super) waits: bool,
    /// The request that it is split off from; then it is not registered.
    pub(super) part_of: Option<&'static str>,
    pub(super) title: &'static str,
    pub(super) content: &'static str,
    pub(super) items: &'static [&'static str],
    pub(super) unit: &'static str,
    pub(super) deeds: Vec<(When, Deed)>,
}

/// One thing that is done.
#[derive(Debug, Clone, Copy)]
pub(super) enum Deed {
    Note(NoteKind, &'static str),
    Assign(&'static str),
    UnitAnswer(&'static str),
    UnitReturn(&'static str),
    Chase(&'static str),
    Ask(&'static str, When),
    Supplied(&'static str),
    SupplementLapse,
    Consult(&'static str, ConsultRole),
    Opinion(Opinion, &'static str),
    /// The other side received what was sent last.
    Got,
    Extend(u16, &'static str),
    ReasonsAsk(&'static str, When),
    Reasons(&'static str),
    Defer(When, &'static str),
    FeeByPages(u32),
    /// Pays what was noticed.
    Pay,
    FeeLapse,
    Review(ReviewKind, &'static str, &'static str),
    Decide(Option<u16>, OutcomeRow, Option<OutcomeKind>, &'static str),
    Serve(ServiceWay),
    Delivered,
    Returned(&'static str),
    Withdraw(&'static str),
    Reanswer(When, &'static str),
    Archive,
    Repeats(&'static str),
    Related(&'static str),
    Split(&'static [u16]),
}

impl Plan {
    /// A request of an applicant that came in on a day.
    pub(super) const fn new(
        key: &'static str,
        kind: ApplicantKind,
        applicant: &'static str,
        channel: Channel,
        came: When,
    ) -> Self {
        Self {
            key,
            kind,
            applicant,
            channel,
            came,
            waits: false,
            part_of: None,
            title: "",
            content: "",
            items: &[],
            unit: "",
            deeds: Vec::new(),
        }
    }

    /// What it asks for.
    pub(super) const fn asks(mut self, title: &'static str, content: &'static str) -> Self {
        self.title = title;
        self.content = content;
        self
    }

    /// The things asked for, one by one.
    pub(super) const fn items(mut self, items: &'static [&'static str]) -> Self {
        self.items = items;
        self
    }

    /// Its receipt is not confirmed yet.
    pub(super) const fn unconfirmed(mut self) -> Self {
        self.waits = true;
        self
    }

    /// It is split off from another.
    pub(super) const fn split_from(mut self, key: &'static str) -> Self {
        self.part_of = Some(key);
        self
    }

    /// The unit whose matter it is, and its topic.
    pub(super) fn about(mut self, unit: &'static str, topic: &'static str) -> Self {
        self.unit = unit;
        self.then(At(0), Deed::Note(NoteKind::Topic, topic))
    }

    /// Something is done.
    pub(super) fn then(mut self, when: When, deed: Deed) -> Self {
        self.deeds.push((when, deed));
        self
    }

    /// A note is made.
    pub(super) fn note(self, when: When, kind: NoteKind, text: &'static str) -> Self {
        self.then(when, Deed::Note(kind, text))
    }

    /// Its unit has it on the first day and answers on the fifth.
    pub(super) fn handed(self, said: &'static str) -> Self {
        let unit = self.unit;
        self.then(At(1), Deed::Assign(unit)).then(At(5), Deed::UnitAnswer(said))
    }

    /// Its answer is reviewed, as every answer is.
    pub(super) fn reviewed(self, secrecy: When, leader: When) -> Self {
        self.then(secrecy, Deed::Review(ReviewKind::Secrecy, "郑国强", "不涉及国家秘密，可以答复"))
            .then(leader, Deed::Review(ReviewKind::Leader, super::LEADER, "同意答复"))
    }

    /// It is answered on the nth day, served on the next by post, and copies go to the superior.
    pub(super) fn answered(self, nth: u16, row: OutcomeRow, facts: &'static str) -> Self {
        self.answered_as(nth, (row, None), facts, ServiceWay::Post)
    }

    /// The same, with the kind of the outcome and the way of service.
    pub(super) fn answered_as(
        self,
        nth: u16,
        (row, kind): (OutcomeRow, Option<OutcomeKind>),
        facts: &'static str,
        way: ServiceWay,
    ) -> Self {
        self.reviewed(At(nth - 2), At(nth - 1))
            .then(At(nth), Deed::Decide(None, row, kind, facts))
            .served(nth + 1, way)
    }

    /// Its answer is served on the nth day, and copies go to the superior.
    pub(super) fn served(self, nth: u16, way: ServiceWay) -> Self {
        let in_hand = if way == ServiceWay::Post { nth + 2 } else { nth };
        self.then(At(nth), Deed::Serve(way))
            .note(At(nth + 2), NoteKind::Copies, "答复书副本已报县政府办公室备案")
            .then(At(in_hand), Deed::Delivered)
    }

    /// It goes into the file on the nth day.
    pub(super) fn filed(self, nth: u16) -> Self {
        self.then(At(nth), Deed::Archive)
    }
}
