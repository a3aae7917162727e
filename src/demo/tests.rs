//! The sample on several days of the year: it must be whole on each.

use std::collections::BTreeSet;
use std::mem::discriminant;

use jiff::civil::{Date, date};

use super::*;
use crate::desk::{OtherTodo, Todo};
use crate::host::{Home, Opened};
use crate::law::ApplicantKind;
use crate::records::RecordKind;
use crate::register::Query;
use crate::report::checks::Severity;
use crate::report::{Column3, Row3};
use crate::request::{Channel, NoteKind, Relation, Status};

fn sample(today: Date) -> (tempfile::TempDir, Opened) {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path());
    home.found(&founding(7)).unwrap();
    let opened = home.open(7, Some(today), &mut |_| true).unwrap();
    build(&opened.desk, opened.clerk).unwrap_or_else(|error| panic!("{today}: {error}"));
    (folder, opened)
}

/// Everything that the sample has on each day.
fn assert_whole(today: Date) {
    let (_folder, opened) = sample(today);
    has_every_status_and_kind(today, &opened);
    has_what_is_pressing(today, &opened);
    has_what_was_carried_over(today, &opened);
    has_every_sort_of_step_and_record(today, &opened);
    balances(today, &opened);
    opened.close();
}

fn has_every_status_and_kind(today: Date, opened: &Opened) {
    let rows = opened.desk.all(Query::All).unwrap();
    assert_eq!(rows.len(), 40, "{today}");
    for status in Status::ALL {
        assert!(rows.iter().any(|row| row.status == status), "{today}: {}", status.label());
    }
    for kind in ApplicantKind::ALL {
        assert!(rows.iter().any(|row| row.kind == kind), "{today}: {}", kind.label());
    }
    let outcomes: BTreeSet<_> = rows.iter().filter_map(|row| row.outcome).map(|(row, _)| row).collect();
    assert!(outcomes.len() >= 12, "{today}: {outcomes:?}");
    let months = rows.iter().filter_map(|row| row.closed_on).map(|on| (on.year(), on.month()));
    let months: BTreeSet<_> = months.collect();
    assert!(months.len() >= 10, "{today}: {months:?}");
}

fn has_what_is_pressing(today: Date, opened: &Opened) {
    let tasks = opened.desk.agenda().unwrap();
    let count = |what| tasks.iter().filter(|task| task.what == what).count();
    let counts = [Todo::Overdue, Todo::DueToday, Todo::DueSoon, Todo::UnitOverdue].map(count);
    assert_eq!(counts, [2, 1, 2, 1], "{today}: {tasks:#?}");
    assert_eq!([Todo::TermOver, Todo::Confirm, Todo::Serve].map(count), [1, 2, 1], "{today}");
    let others = opened.desk.other_tasks().unwrap();
    let count = |what| others.iter().filter(|task| task.what == what).count();
    assert_eq!([OtherTodo::PublishOverdue, OtherTodo::PublishSoon].map(count), [1, 1], "{today}");
    assert_eq!(count(OtherTodo::Dispute), 2, "{today}");
    // Early in January last year's report is still to be done.
    let to_publish = [OtherTodo::ReportDue, OtherTodo::ReportOverdue].map(count);
    assert_eq!(to_publish, [usize::from(today < date(today.year(), 1, 20)), 0], "{today}");
}

fn has_what_was_carried_over(today: Date, opened: &Opened) {
    let carried = opened.desk.all(Query::CarriedOut(today.year() - 1)).unwrap();
    let (ended, open): (Vec<_>, Vec<_>) = carried.iter().partition(|row| row.closed_on.is_some());
    assert!(ended.len() >= 3 && open.len() >= 2, "{today}: {} {}", ended.len(), open.len());
}

fn has_every_sort_of_step_and_record(today: Date, opened: &Opened) {
    let (mut notes, mut channels, mut sorts) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let (mut repeats, mut split, mut returned, mut reanswer) = (0, 0, 0, 0);
    for row in opened.desk.all(Query::All).unwrap() {
        let view = opened.desk.case(row.id).unwrap();
        assert!(view.entries.iter().filter_map(|entry| entry.event.on()).all(|on| on <= today), "{}", row.no);
        sorts.extend(view.entries.iter().map(|entry| format!("{:?}", discriminant(&entry.event))));
        channels.insert(view.case.facts.channel.key());
        notes.extend(view.case.notes.iter().map(|note| note.kind.key()));
        let links = |relation| view.case.links.iter().filter(|link| link.relation == relation).count();
        repeats += links(Relation::Repeats);
        split += links(Relation::SplitFrom);
        returned += view.case.service.iter().filter(|service| service.returned_on.is_some()).count();
        reanswer += usize::from(view.case.awaits_reanswer().is_some());
    }
    assert_eq!((repeats, split, returned, reanswer), (1, 1, 1, 1), "{today}");
    assert_eq!(channels.len(), Channel::ALL.len() - 1, "{today}: all but 未注明");
    assert_eq!(notes.len(), NoteKind::ALL.len(), "{today}: {notes:?}");
    assert!(sorts.len() >= 25, "{today}: {}", sorts.len());
    let records = opened.desk.records().unwrap();
    for kind in RecordKind::ALL {
        assert!(!records.list(kind, None).is_empty(), "{today}: {}", kind.label());
    }
}

fn balances(today: Date, opened: &Opened) {
    for year in [today.year() - 1, today.year()] {
        let mut errors = opened.desk.check_year(year, None).unwrap();
        errors.retain(|finding| finding.severity == Severity::Error);
        assert!(errors.is_empty(), "{today} {year}: {errors:#?}");
        let table = opened.desk.tables(year, None).unwrap().table3;
        assert!(table.count(Row3::New, Column3::Sum) > (year == today.year() - 1).then_some(7), "{today}");
    }
}

#[test]
fn the_sample_is_whole_on_a_saturday() {
    assert_whole(date(2026, 11, 28));
}

#[test]
fn the_sample_is_whole_in_the_spring_festival() {
    assert_whole(date(2026, 2, 20));
}

#[test]
fn the_sample_is_whole_at_half_year() {
    assert_whole(date(2026, 6, 30));
}

#[test]
fn the_sample_is_whole_on_the_last_day_of_a_year() {
    assert_whole(date(2027, 12, 31));
}

#[test]
fn the_sample_is_whole_on_the_first_days_of_a_year() {
    assert_whole(date(2027, 1, 1));
    assert_whole(date(2027, 1, 4));
}

#[test]
fn last_years_report_is_published_and_the_register_is_as_one_derived_anew() {
    let (_folder, opened) = sample(date(2026, 11, 28));
    assert!(opened.desk.published(2025, None).unwrap().is_some());
    assert_eq!(opened.desk.differences(2025, None).unwrap(), []);
    assert!(opened.desk.rebuild(&mut |_| true).unwrap().equal);
    opened.close();
}
