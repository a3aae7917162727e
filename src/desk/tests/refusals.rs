//! Every refusal of the desk's own, and those of the procedure that only the desk can know, provoked once.

use std::collections::{BTreeMap, BTreeSet};

use super::importing::{import, record};
use super::*;
use crate::calendar::YearDays;
use crate::ledger::Record;
use crate::office::{Role, Roles};
use crate::request::tests::refusals::by_the_desk;
use crate::request::{Refusal, Relation};

/// Every wrong once: as errors, and as rows of a register.
fn provoked() -> (Vec<DeskError>, Vec<RefusedRecord>) {
    let room = Room::new();
    let desk = room.desk();
    let row = desk.registered(numbered("甲-1"));
    let decided = desk.step(row.id, decide_open(date(2026, 3, 9))).unwrap();
    let seen = Command::Step { id: row.id, version: Some(row.version), step: serve(date(2026, 3, 10)) };
    let head = desk.head();
    let errors = vec![
        desk.clerk_of(1001).map(drop).unwrap_err(),
        desk.id_of("甲-404").unwrap_err(),
        desk.organ_of(Some("某局")).unwrap_err(),
        desk.add_organ(CLERK, "北关区人民政府", "").map(drop).unwrap_err(),
        desk.submit(CLERK, seen).unwrap_err(),
        desk.revoke_commit(decided.seq.next()).unwrap_err(),
        desk.revoke_commit(row.version).unwrap_err(),
        desk.submit(CLERK, Command::Register(Box::new(numbered("甲-1")))).unwrap_err(),
        desk.set_calendar(CLERK, &BTreeMap::from([(2027, YearDays::default())])).unwrap_err(),
    ];
    let twice = [record(2, Some("乙-1"), TODAY, "李四"), record(3, Some("乙-1"), TODAY, "王五")];
    let rows = import(&desk, &twice, false).refused;
    assert_eq!(desk.head(), head, "a refusal keeps nothing");
    let others = about_another_request()
        .into_iter()
        .chain([year_before_the_first(), record_changed()])
        .chain(about_a_report())
        .chain(about_clerks());
    (errors.into_iter().chain(others).collect(), rows)
}

/// Joining a stranger's request or one that has ended; repeating one that has no answer yet.
fn about_another_request() -> Vec<DeskError> {
    let room = Room::new();
    let desk = room.desk();
    let ended = desk.registered(numbered("甲-1"));
    desk.step(ended.id, decide_open(date(2026, 3, 16))).unwrap();
    desk.step(ended.id, serve(date(2026, 3, 17))).unwrap();
    desk.registered(Registration { no: Some("甲-2".into()), ..form(date(2026, 3, 2), "李四") });
    desk.registered(numbered("甲-3"));
    let row = desk.registered(numbered("甲-4"));
    let on = date(2026, 3, 18);
    let join = |to: &str| Step::Join { on, to: to.into(), reason: String::new() };
    let repeats = Step::Link { on, to: "甲-3".into(), relation: Relation::Repeats };
    let head = desk.head();
    let steps = [join("甲-2"), join("甲-1"), repeats];
    let errors = steps.map(|step| desk.step(row.id, step).unwrap_err());
    assert_eq!(desk.head(), head, "a refusal keeps nothing");
    errors.into()
}

/// The tables of a year before the first that a register keeps whole.
fn year_before_the_first() -> DeskError {
    let room = Room::new();
    let desk = room.desk();
    let options = ImportOptions { organ: OrganId::FIRST, dry_run: false, first_year: Some(2025) };
    let carried = [record(2, Some("甲-1"), date(2024, 12, 20), "张三")];
    desk.import(CLERK, &carried, options, &mut |_| {}).unwrap();
    desk.tables(2024, None).unwrap_err()
}

/// A record that another clerk changed in the meantime.
fn record_changed() -> DeskError {
    use crate::records::{Body, DocumentKind, RecordAct, RecordCommand, Stock, Value};
    let room = Room::new();
    let desk = room.desk();
    let body = |count| {
        let value = Value::Stock(Stock { kind: DocumentKind::Normative, year: 2026, count });
        Box::new(Body { organ: OrganId::FIRST, note: String::new(), value })
    };
    let done = desk.record(CLERK, RecordCommand::Add(body(1))).unwrap();
    desk.record(CLERK, RecordCommand::Add(body(2))).unwrap();
    let act = RecordAct::Change { body: body(3), reason: String::new() };
    desk.record(CLERK, RecordCommand::Act { id: done.id, version: Some(done.seq), act }).unwrap_err()
}

/// A clerk who reads alone; an extension that nobody else has signed; an office left to nobody.
fn about_clerks() -> [DeskError; 3] {
    let room = Room::new();
    let desk = room.desk();
    let change = |uid, roles| ClerkChange {
        name: Some("李强".into()),
        uid: Some(uid),
        roles: Some(Roles::of(roles)),
        is_here: None,
        units: None,
    };
    let reader = desk.add_clerk(CLERK, change(1001, vec![Role::Reader])).unwrap();
    let registration = Command::Register(Box::new(numbered("甲-9")));
    let reads_alone = desk.submit(reader, registration).unwrap_err();
    desk.set_reading(CLERK, crate::request::Setting::FourEyes(true)).unwrap();
    let row = desk.registered(numbered("甲-1"));
    let extension =
        Step::Extend {
            on: date(2026, 3, 16), days: 10, approved_by: "局长".into(), reason: "需会商".into()
        };
    let unsigned = desk.step(row.id, extension).unwrap_err();
    let leaves = ClerkChange { is_here: Some(false), ..ClerkChange::default() };
    [reads_alone, unsigned, desk.change_clerk(CLERK, CLERK, leaves).unwrap_err()]
}

/// Words with a field that does not exist; a report with errors.
fn about_a_report() -> [DeskError; 3] {
    let room = Room::new();
    let desk = room.desk();
    desk.state_year(CLERK, (2025, None), &super::annual::carried_out(2)).unwrap();
    let (of, place) = ((2026, None), crate::office::TextPlace::Others);
    let unknown = desk.write_text(CLERK, of, place, "{无此项}").unwrap_err();
    let errors = desk.publish(CLERK, of, Publishing::default()).unwrap_err();
    let carried = super::annual::carried_out(2).tables;
    assert_eq!(desk.bring_carried(CLERK, (2025, None), &carried).unwrap(), 2);
    [unknown, errors, desk.bring_carried(CLERK, (2025, None), &carried).unwrap_err()]
}

#[test]
fn every_rule_of_the_desk_is_provoked_by_a_case() {
    let (errors, rows) = provoked();
    let of_rows = rows.iter().map(RefusedRecord::rule);
    let provoked: BTreeSet<DeskRule> = errors.iter().filter_map(DeskError::rule).chain(of_rows).collect();
    let missing: Vec<_> = DeskRule::ALL.iter().filter(|rule| !provoked.contains(rule)).collect();
    assert!(missing.is_empty(), "no case provokes {missing:?}");
}

#[test]
fn what_only_the_desk_can_know_is_provoked_here() {
    let refusal = |error| match error {
        DeskError::Refused(refusal) => Some(refusal),
        _ => None,
    };
    let provoked: Vec<Refusal> = provoked().0.into_iter().filter_map(refusal).collect();
    assert_eq!(provoked, by_the_desk());
}

#[test]
fn every_refusal_of_the_desk_says_what_to_do() {
    for error in provoked().0 {
        let said = crate::words::desk::error(&error);
        assert!(said.contains('请'), "{error:?}: {said}");
    }
}

#[test]
fn a_notice_without_a_term_in_a_register_cannot_lapse() {
    let room = Room::new();
    let desk = room.desk();
    let asked = Some(date(2026, 3, 5));
    import(
        &desk,
        &[Record { supplement_asked_on: asked, ..record(2, Some("甲-1"), date(2026, 3, 2), "张三") }],
        false,
    );
    let id = desk.id_of("甲-1").unwrap();
    let lapse = Step::SupplementLapse { on: TODAY, no_good_reason: true };
    let refused = desk.step(id, lapse).unwrap_err();
    assert!(matches!(refused, DeskError::Refused(Refusal::TermUnknown)), "{refused}");
}
