//! A row of the register: what lists and tables need of a case.

use jiff::civil::Date;

use crate::calendar::Calendar;
use crate::journal::Position;
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};
use crate::office::fold_unit;
use crate::request::clock::{Deadline, SubDeadline, clock, sub_deadlines};
use crate::request::{Case, ClerkId, ERASED, OrganId, Reckoning, RequestId, Seq, Status, UNREADABLE};

/// Whether what is personal in a case can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kept {
    /// It can.
    #[default]
    Whole,
    /// It was erased; a word stands for each text.
    Erased,
    /// Its key is missing or damaged; a word stands for each text.
    Lost,
}

/// A case in the register.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own, not a state")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Its id.
    pub id: RequestId,
    /// The last entry that is in the row.
    pub version: Seq,
    /// 编号
    pub no: String,
    /// The year and running number, where the program gave it.
    pub serial: Option<(i16, u32)>,
    /// The organ that answers.
    pub organ: OrganId,
    /// 承办人
    pub handler: ClerkId,
    /// The column of table 3.
    pub kind: ApplicantKind,
    /// Where it stands.
    pub status: Status,
    /// 收到日期 by art. 31; `None` while 待确认.
    pub received_on: Option<Date>,
    /// The day that stands as 收到 in lists; while 待确认 the day it came in.
    pub listed_on: Option<Date>,
    /// The due date of the answer; `None` while no term runs and once it is concluded.
    pub due_on: Option<Date>,
    /// The last day of the applicant's own term, while it is waited for.
    pub waits_until: Option<Date>,
    /// What is awaited or to be done, by day: see [`Deadline::is_listed`].
    pub deadlines: Vec<SubDeadline>,
    /// The due date runs into a year whose holidays are not known.
    pub provisional: bool,
    /// The row of table 3 and the kind, once decided.
    pub outcome: Option<(OutcomeRow, Option<OutcomeKind>)>,
    /// The day of the conclusion.
    pub closed_on: Option<Date>,
    /// 信息处理费 that was noticed: the day, and how many 元.
    pub fee_noticed: Option<(Date, u32)>,
    /// 信息处理费 that was paid: the day, and how many 元.
    pub fee_paid: Option<(Date, u32)>,
    /// Served after the due date.
    pub late: bool,
    /// An opening figure: never 新收.
    pub baseline: bool,
    /// The registration was revoked: counts nowhere.
    pub void: bool,
    /// Whether the three texts that follow are there.
    pub kept: Kept,
    /// 申请人
    pub applicant: String,
    /// The title given; may be empty.
    pub title: String,
    /// 申请内容
    pub content: String,
    /// The units it is or was handed to (转办), their names folded, each once and sorted; a handing over that
    /// was revoked counts for nothing \[D\]. None once the texts are gone.
    pub units: Vec<String>,
    /// Where its entries stand in the journal.
    pub positions: Vec<Position>,
}

impl CaseRow {
    /// The row of a case whose entries stand at `positions`.
    pub fn derive(case: &Case, positions: Vec<Position>, reckoning: &Reckoning) -> Self {
        let clock = clock(case, reckoning);
        let running = case.conclusion.is_none() && !case.void;
        let facts = &case.facts;
        let closed_on = case.conclusion.as_ref().map(|conclusion| conclusion.on);
        Self {
            id: case.id,
            version: case.version,
            no: facts.no.text.clone(),
            serial: facts.no.serial,
            organ: facts.organ,
            handler: case.handler.clerk,
            kind: facts.kind,
            status: case.status(),
            received_on: facts.received_on,
            listed_on: case.listed_on(),
            due_on: clock.due_on.filter(|_| running),
            waits_until: clock.waits_until.filter(|_| running),
            deadlines: listed(case, reckoning),
            provisional: running && clock.provisional,
            outcome: case.outcome().map(|outcome| (outcome.row, outcome.kind)),
            closed_on,
            fee_noticed: case.fee.as_ref().map(|fee| (fee.notified_on, fee.amount)),
            fee_paid: case.fee.as_ref().and_then(|fee| fee.paid),
            late: case.service.is_some() && closed_on.zip(clock.due_on).is_some_and(|(on, due)| on > due),
            baseline: facts.baseline,
            void: case.void,
            kept: Kept::Whole,
            applicant: facts.particulars.applicant.clone(),
            title: facts.particulars.title.clone(),
            content: facts.particulars.content.clone(),
            units: units_of(case),
            positions,
        }
        .with_kept(if case.erased_on.is_some() { Kept::Erased } else { Kept::Whole })
    }

    /// The row with the word for its texts that its keeping wants.
    #[must_use]
    pub(super) fn with_kept(self, kept: Kept) -> Self {
        let word = match kept {
            Kept::Whole => return Self { kept, ..self },
            Kept::Erased => ERASED,
            Kept::Lost => UNREADABLE,
        };
        let word = || word.to_owned();
        // A title would only say the same again.
        let (title, units) = (String::new(), Vec::new());
        Self { kept, applicant: word(), title, content: word(), units, ..self }
    }

    /// What stands as title in lists: the title, else the content.
    pub fn shown_title(&self) -> &str {
        if self.title.is_empty() { &self.content } else { &self.title }
    }

    /// What is due next, and what it is. 保守日 and 报备 stand beside the others and put nothing first.
    pub fn next_due(&self) -> Option<SubDeadline> {
        let first = |deadline: &&SubDeadline| deadline.what.is_awaited() || deadline.what == Deadline::Chase;
        self.deadlines.iter().find(first).copied()
    }

    /// The day of a deadline that stands with the case.
    pub fn deadline(&self, what: Deadline) -> Option<Date> {
        self.deadlines.iter().find(|deadline| deadline.what == what).map(|deadline| deadline.on)
    }

    /// Working days from `today` to the due date, negative when overdue.
    pub fn days_left(&self, today: Date, calendar: &Calendar) -> Option<i32> {
        self.due_on.map(|due| calendar.days_left(today, due))
    }
}

fn units_of(case: &Case) -> Vec<String> {
    let mut units: Vec<String> =
        case.assignments.iter().map(|assignment| fold_unit(&assignment.unit)).collect();
    units.sort_unstable();
    units.dedup();
    units
}

fn listed(case: &Case, reckoning: &Reckoning) -> Vec<SubDeadline> {
    let mut all = sub_deadlines(case, reckoning);
    all.retain(|deadline| deadline.what.is_listed());
    all
}
