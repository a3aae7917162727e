//! The working figures of a period, beside its table 3: what monitoring returns ask of an office. Counted over
//! the cases themselves, for 本期 and, from 1 January on, 累计.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{CaseView, Desk, DeskError};
use crate::calendar::Calendar;
use crate::records::{DisputeKind, DisputeResult, Record, Role, Value};
use crate::request::{Channel, ConclusionWay, NoteKind, OrganId};

/// A figure of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// 新收, by the day of receipt (art. 31).
    Received,
    /// 办结, by the day of the conclusion.
    Concluded,
    /// 未办结 at the end of the last day.
    Open,
    /// 超期未答复: open at the end of the last day and past the due date (art. 33).
    Overdue,
    /// 超期答复: served after the due date.
    Late,
    /// 补正告知 sent (art. 30).
    Supplements,
    /// 征求意见 sent, each party by itself (arts. 32, 34).
    Consultations,
    /// 延期 granted (art. 33).
    Extensions,
    /// 收费通知 sent (art. 42).
    FeeNotices,
    /// What they come to, in yuan.
    FeesNoticed,
    /// What was paid, in yuan.
    FeesPaid,
    /// 行政复议 that ended with 结果纠正, as table 4 counts them.
    ReviewsCorrected,
    /// 行政诉讼 that ended with 结果纠正.
    SuitsCorrected,
}

impl Figure {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 13] = [
        Self::Received,
        Self::Concluded,
        Self::Open,
        Self::Overdue,
        Self::Late,
        Self::Supplements,
        Self::Consultations,
        Self::Extensions,
        Self::FeeNotices,
        Self::FeesNoticed,
        Self::FeesPaid,
        Self::ReviewsCorrected,
        Self::SuitsCorrected,
    ];

    /// The key in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Concluded => "concluded",
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Late => "answered_late",
            Self::Supplements => "supplements",
            Self::Consultations => "consultations",
            Self::Extensions => "extensions",
            Self::FeeNotices => "fee_notices",
            Self::FeesNoticed => "fees_noticed_yuan",
            Self::FeesPaid => "fees_paid_yuan",
            Self::ReviewsCorrected => "reviews_corrected",
            Self::SuitsCorrected => "suits_corrected",
        }
    }
}

/// The figures of a 承办科室, or of a 主题.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GroupFigures {
    /// 新收
    pub received: u64,
    /// 办结
    pub concluded: u64,
    /// 超期答复
    pub late: u64,
}

/// The figures of a span of days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    counts: BTreeMap<Figure, u64>,
    channels: BTreeMap<&'static str, u64>,
    /// By unit; the empty name stands for none.
    pub units: BTreeMap<String, GroupFigures>,
    /// By topic; the empty name stands for none.
    pub topics: BTreeMap<String, GroupFigures>,
    /// Answers served.
    pub answers: u64,
    /// Working days from receipt to service of all these answers together.
    pub days: u64,
}

impl Figures {
    /// A figure.
    pub fn count(&self, figure: Figure) -> u64 {
        self.counts.get(&figure).copied().unwrap_or_default()
    }

    /// 新收 of a channel.
    pub fn channel(&self, channel: Channel) -> u64 {
        self.channels.get(channel.key()).copied().unwrap_or_default()
    }

    /// Mean working days from receipt to service, in tenths, rounded; `None` where nothing was answered.
    pub fn mean_tenths(&self) -> Option<u64> {
        let doubled = self.days.saturating_mul(20).checked_div(self.answers)?;
        Some(doubled.saturating_add(1) / 2)
    }

    fn add(&mut self, figure: Figure, count: u64) {
        let sum = self.counts.entry(figure).or_default();
        *sum = sum.saturating_add(count);
    }
}

/// The working figures of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Working {
    /// Whose they are.
    pub organ: String,
    /// The first and the last day of 本期.
    pub period: (Date, Date),
    /// The first day of 累计: 1 January of the year in which the period ends.
    pub since: Date,
    /// 本期
    pub this: Figures,
    /// 累计
    pub so_far: Figures,
}

impl Working {
    /// The units of either column, by name.
    pub fn units(&self) -> Vec<&String> {
        names(&self.this.units, &self.so_far.units)
    }

    /// The topics of either column, by name.
    pub fn topics(&self) -> Vec<&String> {
        names(&self.this.topics, &self.so_far.topics)
    }
}

type Groups = BTreeMap<String, GroupFigures>;

fn names<'a>(this: &'a Groups, so_far: &'a Groups) -> Vec<&'a String> {
    let mut names: Vec<&String> = this.keys().chain(so_far.keys()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

impl Desk {
    /// The working figures of the days from `from` to `to`, both counted.
    ///
    /// # Errors
    /// The register, or a case that cannot be read.
    pub fn working(&self, from: Date, to: Date, organ: Option<OrganId>) -> Result<Working, DeskError> {
        let since = Date::new(to.year(), 1, 1).unwrap_or(to);
        let calendar = self.calendar();
        let span = |from| Span { from, to, as_of: to.min(self.today()), calendar: &calendar };
        let spans = [span(from), span(since)];
        let mut figures = [Figures::default(), Figures::default()];
        let (_, rows) = self.recounted(from.min(since), to, organ)?;
        for row in rows {
            let view = self.case(row.id)?;
            for (figures, span) in figures.iter_mut().zip(&spans) {
                span.count(&view, figures);
            }
        }
        let records = self.records()?;
        for record in records.of(organ) {
            for (figures, span) in figures.iter_mut().zip(&spans) {
                span.corrected(record, figures);
            }
        }
        let [this, so_far] = figures;
        Ok(Working { organ: self.organ_name(organ), period: (from, to), since, this, so_far })
    }
}

/// Days that are counted.
struct Span<'a> {
    from: Date,
    to: Date,
    /// The last of them that has come.
    as_of: Date,
    calendar: &'a Calendar,
}

impl Span<'_> {
    fn has(&self, on: Date) -> bool {
        self.from <= on && on <= self.to
    }

    fn count(&self, view: &CaseView, figures: &mut Figures) {
        let case = &view.case;
        let Some(received) = case.facts.received_on.filter(|on| *on <= self.to) else { return };
        let is_new = self.has(received) && !case.facts.baseline;
        let closed = case.conclusion.as_ref().filter(|conclusion| conclusion.on <= self.to);
        let concluded = closed.filter(|conclusion| self.has(conclusion.on));
        let served = concluded.filter(|conclusion| conclusion.way == ConclusionWay::Served);
        let late = served.is_some() && view.row.late;
        if is_new {
            figures.add(Figure::Received, 1);
            *figures.channels.entry(case.facts.channel.key()).or_default() += 1;
        }
        figures.add(Figure::Concluded, u64::from(concluded.is_some()));
        figures.add(Figure::Late, u64::from(late));
        if closed.is_none() {
            let overdue = view.clock.due_on.is_some_and(|due| due < self.as_of);
            figures.add(Figure::Open, 1);
            figures.add(Figure::Overdue, u64::from(overdue));
        }
        if let Some(served) = served {
            figures.answers += 1;
            let days = self.calendar.working_days_between(received, served.on);
            figures.days = figures.days.saturating_add(u64::try_from(days).unwrap_or_default());
        }
        if is_new || concluded.is_some() {
            let unit = figures.units.entry(unit_of(view)).or_default();
            let topic = figures.topics.entry(topic_of(view)).or_default();
            for group in [unit, topic] {
                group.received += u64::from(is_new);
                group.concluded += u64::from(concluded.is_some());
                group.late += u64::from(late);
            }
        }
        self.steps(view, figures);
    }

    /// What was sent and paid on the way.
    fn steps(&self, view: &CaseView, figures: &mut Figures) {
        let case = &view.case;
        let asked = case.supplement.as_ref().is_some_and(|supplement| self.has(supplement.asked.on));
        figures.add(Figure::Supplements, u64::from(asked));
        for consultation in &case.consultations {
            figures.add(Figure::Consultations, u64::from(self.has(consultation.on)));
        }
        for (on, _) in &case.extensions {
            figures.add(Figure::Extensions, u64::from(self.has(*on)));
        }
        if let Some(fee) = &case.fee {
            if self.has(fee.notified_on) {
                figures.add(Figure::FeeNotices, 1);
                figures.add(Figure::FeesNoticed, u64::from(fee.amount));
            }
            if let Some((_, yuan)) = fee.paid.filter(|(on, _)| self.has(*on)) {
                figures.add(Figure::FeesPaid, u64::from(yuan));
            }
        }
    }

    /// A dispute that ended within these days against the organ.
    fn corrected(&self, record: &Record, figures: &mut Figures) {
        let Value::Dispute(dispute) = record.value() else { return };
        let ended = record.ending_by(self.to).filter(|ending| self.has(ending.on));
        let corrected = ended.is_some_and(|ending| ending.result == DisputeResult::Corrected);
        if corrected && dispute.role == Role::Defendant {
            let figure = match dispute.kind {
                DisputeKind::Review => Figure::ReviewsCorrected,
                DisputeKind::DirectSuit | DisputeKind::SuitAfterReview => Figure::SuitsCorrected,
            };
            figures.add(figure, 1);
        }
    }
}

/// 承办科室: the last it was handed to, else the one registered; may be empty.
fn unit_of(view: &CaseView) -> String {
    let assigned = view.case.assignments.last().map(|assignment| assignment.unit.trim());
    assigned.unwrap_or_else(|| view.case.facts.particulars.unit.trim()).to_owned()
}

/// 主题: as it was last noted; may be empty.
fn topic_of(view: &CaseView) -> String {
    let topic = view.case.notes.iter().rfind(|note| note.kind == NoteKind::Topic);
    topic.map(|note| note.text.trim().to_owned()).unwrap_or_default()
}
