//! The annual report of a year: its words, its publication, what has changed since.

use super::*;
use crate::office::TextPlace;
use crate::report::{Column3, Part, Period, Report, Row3, Stated, Table2, Table3, Table4, YearTables};

const OF: (i16, Option<OrganId>) = (2026, None);

fn words(desk: &Desk, part: Part) -> String {
    desk.report(2026, None).unwrap().prose.unwrap().section(part).paragraphs.join("\n")
}

/// The published report of 2025 of an organ that carried so many requests out.
pub(super) fn carried_out(count: u64) -> Report {
    let column = [count, 0, 0, 0, 0, 0];
    let counts = Table3 { new: column, carried_in: [0; 6], results: [[0; 6]; 21], carried_out: column };
    let tables = YearTables::new(2025, "北关区人民政府", Table2::zero(), &counts, Table4::zero());
    Report { tables, period: Period::Year(2025), prose: None, cases: Vec::new() }
}

#[test]
fn words_are_drafted_from_the_records_until_a_clerk_writes_others_and_keep_their_figures() {
    let room = Room::new();
    let desk = room.desk();
    assert!(words(&desk, Part::Overview).contains("2026年度未收到政府信息公开申请"));
    desk.registered(form(date(2026, 3, 2), "张三"));
    assert!(words(&desk, Part::Overview).contains("新收政府信息公开申请 1 件"));
    desk.write_text(CLERK, OF, TextPlace::Overview, "共收到{新收}件。\n\n另有说明。").unwrap();
    desk.registered(form(date(2026, 3, 3), "李四"));
    assert_eq!(words(&desk, Part::Overview), "共收到2件。\n另有说明。", "the figure follows the records");
    let states = desk.report_texts(2026, None).unwrap();
    let overview = states.iter().find(|state| state.place == TextPlace::Overview).unwrap();
    assert!(!overview.is_draft && overview.text.contains("{新收}"));
    desk.close();
    let desk = room.desk();
    assert_eq!(words(&desk, Part::Overview), "共收到2件。\n另有说明。", "it is in the journal");
    desk.write_text(CLERK, OF, TextPlace::Overview, "").unwrap();
    assert!(words(&desk, Part::Overview).contains("新收政府信息公开申请 2 件"), "the draft again");
    assert!(desk.rebuild(&mut |_| true).unwrap().equal);
}

#[test]
fn a_place_may_be_left_without_words_and_the_draft_taken_again() {
    let room = Room::new();
    let desk = room.desk();
    let preface = |desk: &Desk| desk.report(2026, None).unwrap().prose.unwrap().preface;
    assert!(!preface(&desk).is_empty());
    desk.leave_text_out(CLERK, OF, TextPlace::Preface).unwrap();
    desk.close();
    let desk = room.desk();
    assert_eq!(preface(&desk), [""; 0], "it is in the journal");
    let states = desk.report_texts(2026, None).unwrap();
    assert!(states.iter().any(|state| state.place == TextPlace::Preface && !state.is_draft));
    desk.write_text(CLERK, OF, TextPlace::Preface, "").unwrap();
    assert!(!preface(&desk).is_empty(), "the draft again");
}

#[test]
fn last_years_words_stand_beside_this_years() {
    let room = Room::new();
    let desk = room.desk();
    desk.write_text(CLERK, (2025, None), TextPlace::Problems, "渠道单一").unwrap();
    let states = desk.report_texts(2026, None).unwrap();
    let problems = states.iter().find(|state| state.place == TextPlace::Problems).unwrap();
    assert_eq!(problems.last_year, "渠道单一");
}

#[test]
fn a_word_that_names_no_field_is_not_saved() {
    let room = Room::new();
    let desk = room.desk();
    let head = desk.head();
    let refused = desk.write_text(CLERK, OF, TextPlace::Others, "收到{新收数}件").unwrap_err();
    assert!(crate::words::desk::error(&refused).contains("是否要写：新收"), "{refused}");
    assert_eq!(desk.head(), head);
}

#[test]
fn what_was_published_stays_and_later_changes_are_told_cell_by_cell() {
    let room = Room::new();
    let desk = room.desk();
    let row = desk.registered(form(date(2026, 3, 2), "张三"));
    desk.publish(CLERK, OF, Publishing { signed_by: "王局长".into(), ..Publishing::default() }).unwrap();
    assert_eq!(desk.differences(2026, None).unwrap(), []);
    desk.step(row.id, decide_open(date(2026, 3, 16))).unwrap();
    desk.step(row.id, serve(date(2026, 3, 17))).unwrap();
    let places: Vec<String> =
        desk.differences(2026, None).unwrap().into_iter().map(|difference| difference.place).collect();
    assert_eq!(places.len(), 6, "a result, its total, and one less carried out: {places:?}");
    let published = desk.published(2026, None).unwrap().unwrap();
    assert_eq!(published.tables.table3.count(Row3::CarriedOut, Column3::Sum), Some(1));
    assert_eq!(published.publication.on, Some(TODAY));
}

#[test]
fn the_next_year_is_compared_with_what_was_published_and_errors_want_a_reason() {
    let room = Room::new();
    let desk = room.desk();
    desk.state_year(CLERK, (2025, None), &carried_out(2)).unwrap();
    let findings = desk.check_year(2026, None).unwrap();
    assert!(findings.iter().any(|finding| finding.rule == "V4"), "{findings:?}");
    let refused = desk.publish(CLERK, OF, Publishing::default()).unwrap_err();
    assert!(matches!(refused, DeskError::PublishedWithErrors { errors } if errors > 0), "{refused}");
    let reason =
        Publishing { reason: "上年报告多报，已书面说明".into(), ..Publishing::default() };
    desk.publish(CLERK, OF, reason).unwrap();
    let kept = desk.published(2026, None).unwrap().unwrap().publication;
    assert_eq!(kept.reason, "上年报告多报，已书面说明");
    assert_eq!(Stated::number(2), *carried_out(2).tables.table3.at(Row3::New, Column3::Sum));
}

#[test]
fn what_a_published_report_carried_out_comes_in_nameless_by_column_and_never_as_new() {
    let room = Room::new();
    let desk = room.desk();
    let stated = carried_out(3);
    assert_eq!(desk.bring_carried(CLERK, (2025, None), &stated.tables).unwrap(), 3);
    desk.state_year(CLERK, (2025, None), &stated).unwrap();
    let tables = desk.tables(2026, None).unwrap().table3;
    assert_eq!(tables.count(Row3::CarriedIn, Column3::Sum), Some(3));
    assert_eq!(tables.count(Row3::New, Column3::Sum), Some(0));
    assert!(desk.check_year(2026, None).unwrap().iter().all(|finding| finding.rule != "V4"));
    assert_eq!(desk.find("未具名", 9).unwrap().len(), 3);
    assert!(desk.rebuild(&mut |_| true).unwrap().equal);
}
