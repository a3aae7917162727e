//! Every refusal of the desk's own, and those of the procedure that only the desk can know, provoked once.

use std::collections::BTreeSet;

use super::importing::{import, record};
use super::*;
use crate::ledger::Record;
use crate::request::tests::refusals::BY_THE_DESK;
use crate::request::{Refusal, RefusalRule};

/// The same wrongs, told as rules: of the desk and of the procedure.
fn provoked() -> (Vec<DeskError>, Vec<DeskRule>) {
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
        desk.submit(CLERK, seen).unwrap_err(),
        desk.revoke_commit(decided.seq.next()).unwrap_err(),
        desk.revoke_commit(row.version).unwrap_err(),
        desk.submit(CLERK, Command::Register(Box::new(numbered("甲-1")))).unwrap_err(),
    ];
    let twice = [record(2, Some("乙-1"), TODAY, "李四"), record(3, Some("乙-1"), TODAY, "王五")];
    let rows = import(&desk, &twice, false).refused.iter().map(RefusedRecord::rule).collect();
    assert_eq!(desk.head(), head, "a refusal keeps nothing");
    (errors.into_iter().chain([year_before_the_first()]).collect(), rows)
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

#[test]
fn every_rule_of_the_desk_is_provoked_by_a_case() {
    let (errors, mut rules) = provoked();
    rules.extend(errors.iter().filter_map(DeskError::rule));
    let provoked: BTreeSet<DeskRule> = rules.into_iter().collect();
    let all: BTreeSet<DeskRule> = DeskRule::ALL.iter().copied().collect();
    assert_eq!(all.difference(&provoked).collect::<Vec<_>>(), Vec::<&DeskRule>::new(), "no case provokes it");
}

#[test]
fn what_only_the_desk_can_know_is_provoked_here() {
    let (errors, _) = provoked();
    let provoked: Vec<RefusalRule> = errors
        .iter()
        .filter_map(|error| match error {
            DeskError::Refused(refusal) => Some(refusal.rule()),
            _ => None,
        })
        .collect();
    assert_eq!(provoked, BY_THE_DESK);
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
