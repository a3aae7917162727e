//! What is to be done beside the requests: information to be published (art. 26), the annual report (art. 49),
//! reviews and suits whose result is awaited.

use jiff::civil::Date;

use super::agenda::SOON;
use super::{Desk, DeskError};
use crate::records::{Record, RecordId, RecordKind};
use crate::request::OrganId;
use crate::words;

/// What is to be done, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OtherTodo {
    /// 主动公开信息 was to be published by now.
    PublishOverdue,
    /// It is to be published within three working days.
    PublishSoon,
    /// The annual report of last year was to be published by now.
    ReportOverdue,
    /// The annual report of last year is to be handed in and published.
    ReportDue,
    /// A review or suit is pending.
    Dispute,
}

impl OtherTodo {
    /// All, in order.
    pub const ALL: [Self; 5] =
        [Self::PublishOverdue, Self::PublishSoon, Self::ReportOverdue, Self::ReportDue, Self::Dispute];

    /// The English key used in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::PublishOverdue => "publish_overdue",
            Self::PublishSoon => "publish_soon",
            Self::ReportOverdue => "report_overdue",
            Self::ReportDue => "report_due",
            Self::Dispute => "dispute",
        }
    }

    /// Whether a day has passed.
    pub const fn is_overdue(self) -> bool {
        matches!(self, Self::PublishOverdue | Self::ReportOverdue)
    }
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherTask {
    /// What.
    pub what: OtherTodo,
    /// The last day for it; of a dispute none.
    pub on: Option<Date>,
    /// The record that it is about; none for the annual report.
    pub record: Option<RecordId>,
    /// What it is about, in words.
    pub title: String,
}

impl Desk {
    /// What is to be done beside the requests: the most pressing first, by day within its sort.
    ///
    /// # Errors
    /// The register or the journal.
    pub fn other_tasks(&self) -> Result<Vec<OtherTask>, DeskError> {
        let records = self.records()?;
        let mut tasks: Vec<OtherTask> = records
            .list(RecordKind::Disclosure, None)
            .into_iter()
            .filter_map(|record| self.unpublished(record))
            .collect();
        tasks.extend(self.reports_due()?);
        let pending =
            records.list(RecordKind::Dispute, None).into_iter().filter(|one| one.ending().is_none());
        tasks.extend(pending.map(|record| task(OtherTodo::Dispute, None, record)));
        tasks.sort_by_key(|task| (task.what, task.on));
        Ok(tasks)
    }

    /// Information that is to be published within twenty working days (art. 26), as the day comes near.
    fn unpublished(&self, record: &Record) -> Option<OtherTask> {
        let (today, calendar) = (self.today(), self.calendar());
        let due = record.publish_by(&calendar).filter(|_| record.publication().is_none())?.on;
        let what = match calendar.days_left(today, due) {
            ..0 => OtherTodo::PublishOverdue,
            0..=SOON => OtherTodo::PublishSoon,
            _ => return None,
        };
        Some(task(what, Some(due), record))
    }

    /// The reports of last year that are not published, of each organ.
    fn reports_due(&self) -> Result<Vec<OtherTask>, DeskError> {
        let today = self.today();
        let year = today.year().saturating_sub(1);
        match self.counts(year, None) {
            Err(DeskError::NotKept { .. }) => return Ok(Vec::new()),
            counts => _ = counts?,
        }
        let worked = self.years()?.is_some_and(|(first, _)| first <= year);
        if !worked && !self.all_records()?.of(None).any(|record| record.touches(year)) {
            // An office that was made this year has nothing to report of the last.
            return Ok(Vec::new());
        }
        let organs: Vec<OrganId> = self.office().organs.iter().map(|organ| organ.id).collect();
        let mut tasks = Vec::new();
        for organ in organs {
            if self.published(year, Some(organ))?.is_some() {
                continue;
            }
            let on = self.report_due(year, Some(organ));
            let is_over = on.is_some_and(|on| on < today);
            let what = if is_over { OtherTodo::ReportOverdue } else { OtherTodo::ReportDue };
            let title = words::desk::report_title(year, &self.organ_name(Some(organ)));
            tasks.push(OtherTask { what, on, record: None, title });
        }
        Ok(tasks)
    }
}

fn task(what: OtherTodo, on: Option<Date>, record: &Record) -> OtherTask {
    OtherTask { what, on, record: Some(record.id), title: words::records::what(record) }
}
