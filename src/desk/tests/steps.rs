//! One command: refused, previewed, written; numbers; taking back.

use super::*;
use crate::request::{Event, Refusal, Status};

fn refusal<T: std::fmt::Debug>(result: Result<T, DeskError>) -> Refusal {
    match result.unwrap_err() {
        DeskError::Refused(refusal) => refusal,
        other => panic!("{other}"),
    }
}

#[test]
fn what_is_submitted_is_there_when_the_office_is_opened_again() {
    let room = Room::new();
    let desk = room.desk();
    let row = desk.registered(form(date(2026, 3, 2), "张三"));
    desk.step(row.id, decide_open(date(2026, 3, 9))).unwrap();
    let done = desk.step(row.id, serve(date(2026, 3, 10))).unwrap();
    assert_eq!((done.row.status, done.row.closed_on), (Status::Closed, Some(date(2026, 3, 10))));
    desk.close();
    let opened = room.open();
    assert_eq!(opened.notices, []);
    assert_eq!(opened.desk.row(row.id).unwrap(), done.row);
    assert_eq!(opened.desk.head().seq, done.seq);
}

#[test]
fn a_preview_shows_what_submitting_gives_and_writes_nothing() {
    let room = Room::new();
    let desk = room.desk();
    // Who asks is not known to a preview.
    let plain = |row: CaseRow| CaseRow {
        positions: Vec::new(),
        version: Seq(0),
        id: RequestId(0),
        handler: CLERK,
        ..row
    };
    let register = || Command::Register(Box::new(form(date(2026, 3, 2), "张三")));
    let head = desk.head();
    let preview = desk.preview(register()).unwrap();
    assert_eq!(desk.head(), head);
    let done = desk.submit(CLERK, register()).unwrap();
    assert_eq!((plain(preview.row), preview.warnings), (plain(done.row.clone()), done.warnings));
    for step in [decide_open(date(2026, 6, 9)), serve(date(2026, 6, 10))] {
        let command = || Command::Step { id: done.row.id, version: None, step: step.clone() };
        let preview = desk.preview(command()).unwrap();
        let done = desk.submit(CLERK, command()).unwrap();
        assert_eq!((plain(preview.row), preview.warnings), (plain(done.row), done.warnings));
    }
    let commit = Command::RevokeCommit { commit: desk.head().seq, reason: "有误".into() };
    let preview = desk.preview(commit.clone()).unwrap();
    assert_eq!(plain(preview.row), plain(desk.submit(CLERK, commit).unwrap().row));
}

#[test]
fn a_refused_step_is_refused_in_the_preview_too_and_leaves_nothing() {
    let room = Room::new();
    let desk = room.desk();
    let row = desk.registered(form(date(2026, 3, 2), "张三"));
    let head = desk.head();
    let command = || Command::Step { id: row.id, version: None, step: serve(date(2026, 3, 9)) };
    assert_eq!(refusal(desk.preview(command())), Refusal::NothingToServe { open_items: 1 });
    assert_eq!(refusal(desk.submit(CLERK, command())), Refusal::NothingToServe { open_items: 1 });
    assert_eq!(desk.head(), head);
}

#[test]
fn a_case_that_changed_since_the_clerk_looked_is_not_overwritten() {
    let room = Room::new();
    let desk = room.desk();
    let row = desk.registered(form(date(2026, 3, 2), "张三"));
    desk.step(row.id, decide_open(date(2026, 3, 9))).unwrap();
    let late = Command::Step { id: row.id, version: Some(row.version), step: decide_open(date(2026, 3, 10)) };
    let error = desk.submit(CLERK, late).unwrap_err();
    assert!(matches!(error, DeskError::Changed { seen, .. } if seen == row.version), "{error}");
}

#[test]
fn numbers_run_by_year_and_pass_over_those_brought_along() {
    let room = Room::new();
    let desk = room.desk();
    let no = |registration| desk.registered(registration).no;
    assert_eq!(no(form(date(2025, 12, 31), "甲")), "2025-001");
    assert_eq!(no(form(date(2026, 1, 4), "乙")), "2026-001");
    assert_eq!(no(numbered("２０２６-002")), "２０２６-002");
    assert_eq!(no(form(date(2026, 1, 5), "丙")), "2026-003");
    assert_eq!(no(form(date(2025, 12, 30), "丁")), "2025-002");
    let taken = desk.submit(CLERK, Command::Register(Box::new(numbered("2026 - 003"))));
    assert!(matches!(refusal(taken), Refusal::NumberTaken(_)));
    assert_eq!(desk.id_of("2026 - 003").unwrap(), desk.id_of("2026-003").unwrap());
}

#[test]
fn numbers_stand_behind_the_prefix_of_the_organ() {
    let room = Room::with_prefix("北公开");
    let desk = room.desk();
    assert_eq!(desk.registered(form(date(2026, 3, 2), "甲")).no, "北公开〔2026〕1号");
    assert_eq!(desk.registered(form(date(2026, 3, 2), "乙")).no, "北公开〔2026〕2号");
    assert_eq!(desk.row(desk.id_of("北公开(2026)2号").unwrap()).unwrap().applicant, "乙");
}

#[test]
fn a_running_number_is_never_given_twice() {
    let room = Room::new();
    let desk = room.desk();
    let row = desk.registered(form(date(2026, 3, 2), "张三"));
    let void = desk.revoke(row.id, row.version).unwrap().row;
    assert!(void.void);
    assert_eq!(desk.registered(form(date(2026, 3, 2), "李四")).no, "2026-002");
    assert_eq!(desk.counts(2026, None).unwrap().new, [1, 0, 0, 0, 0, 0]);
    desk.assert_sound();
}

#[test]
fn a_void_case_is_found_by_its_number_until_another_takes_that() {
    let room = Room::new();
    let desk = room.desk();
    let row = desk.registered(numbered("甲-1"));
    let revoked = desk.revoke(row.id, row.version).unwrap();
    assert_eq!(desk.id_of("甲-1").unwrap(), row.id);
    let next = desk.registered(numbered("甲-1"));
    assert_eq!(desk.id_of("甲-1").unwrap(), next.id);
    // Coming back, it would have the number of another.
    assert!(matches!(refusal(desk.revoke(row.id, revoked.seq)), Refusal::NumberTaken(_)));
    let commit = desk.revoke_commit(revoked.seq).unwrap_err();
    assert!(matches!(commit, DeskError::CommitRefused { refusal: Refusal::NumberTaken(_), .. }), "{commit}");
    desk.revoke(next.id, next.version).unwrap();
    assert!(!desk.revoke(row.id, revoked.seq).unwrap().row.void);
    assert_eq!(desk.id_of("甲-1").unwrap(), row.id);
    desk.assert_sound();
}

#[test]
fn a_commit_is_taken_back_whole_or_not_at_all() {
    let room = Room::new();
    let desk = room.desk();
    let row = desk.registered(form(date(2026, 3, 2), "张三"));
    let first = row.version;
    assert!(matches!(desk.revoke_commit(Seq(0)), Err(DeskError::UnknownCommit(_))));
    assert!(matches!(desk.revoke_commit(first.next()), Err(DeskError::UnknownCommit(_))));
    // The founding holds no request.
    assert!(matches!(desk.revoke_commit(Seq(1)), Err(DeskError::UnknownCommit(_))));
    desk.step(row.id, decide_open(date(2026, 3, 9))).unwrap();
    let error = desk.revoke_commit(first).unwrap_err();
    assert!(
        matches!(&error, DeskError::CommitRefused { no, refusal: Refusal::WouldBreak { .. } } if no.text == row.no)
    );
    desk.revoke_commit(desk.head().seq).unwrap();
    assert!(desk.revoke_commit(first).unwrap().row.void);
    assert!(matches!(desk.revoke_commit(first), Err(DeskError::UnknownCommit(_))));
}

#[test]
fn a_case_shows_its_timeline_with_what_was_taken_back() {
    let room = Room::new();
    let desk = room.desk();
    let row = desk.registered(form(date(2026, 3, 2), "张三"));
    let decided = desk.step(row.id, decide_open(date(2026, 3, 9))).unwrap();
    let revoked = desk.revoke(row.id, decided.seq).unwrap();
    let view = desk.case(row.id).unwrap();
    assert_eq!(view.entries.len(), 3);
    assert_eq!(view.revoked.get(&decided.seq), Some(&revoked.seq));
    assert!(matches!(view.entries.last().unwrap().event, Event::Revoked { .. }));
    assert_eq!(view.clock.due_on, view.row.due_on);
    assert!(matches!(desk.case(RequestId(99)), Err(DeskError::UnknownRequest(_))));
}

#[test]
fn a_search_takes_pinyin_and_conditions_beside_words() {
    let room = Room::new();
    let desk = room.desk();
    let first = desk.registered(form(date(2026, 3, 2), "张三"));
    let second = desk.registered(form(date(2025, 12, 29), "李四"));
    desk.step(second.id, decide_open(date(2026, 1, 15))).unwrap();
    desk.step(second.id, serve(date(2026, 1, 16))).unwrap();
    let found = |text: &str| -> Vec<RequestId> {
        desk.search(text, 10).unwrap().into_iter().map(|row| row.id).collect()
    };
    for (text, expected) in [
        ("zhangs", vec![first.id]),
        ("ls", vec![second.id]),
        ("未结", vec![first.id]),
        ("已结", vec![second.id]),
        ("已结 张三", vec![]),
        ("结转 lisi", vec![second.id]),
        ("收到>2026-01-01", vec![first.id]),
        ("收到:2025-12 类型:自然人", vec![second.id]),
        ("类型:法人", vec![]),
        ("办结:2026-01", vec![second.id]),
        ("结果:予以公开", vec![second.id]),
        ("结果:不予公开", vec![]),
        ("状态:已办结", vec![second.id]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
    assert_eq!(desk.search("收到<=今天", 1).unwrap().len(), 1);
    let Err(DeskError::Condition(bad)) = desk.search("类型:外星人", 10) else { panic!("accepted") };
    assert_eq!(bad.key, "类型");
    // Never stale.
    desk.revoke(first.id, first.version).unwrap();
    assert_eq!(found("zhangs"), []);
}

#[test]
fn a_search_finds_every_word_and_follows_what_changes() {
    let room = Room::new();
    let desk = room.desk();
    let first = desk.registered(form(date(2026, 3, 2), "张三"));
    let second = desk.registered(form(date(2026, 3, 3), "李四ＡＢＣ公司"));
    let found = |text: &str| -> Vec<RequestId> {
        desk.find(text, 10).unwrap().into_iter().map(|row| row.id).collect()
    };
    assert_eq!(found("预算"), [second.id, first.id]);
    assert_eq!(found("abc 预算"), [second.id]);
    assert_eq!(found(&first.no), [first.id]);
    assert_eq!(found(" "), []);
    assert_eq!(desk.find("预算", 1).unwrap().len(), 1);
    let third = desk.registered(form(date(2026, 3, 4), "王五"));
    let amendment = crate::request::Amendment {
        applicant: Some("赵六".into()),
        reason: "有误".into(),
        ..crate::request::Amendment::default()
    };
    desk.step(first.id, Step::Amend(Box::new(amendment))).unwrap();
    desk.revoke(second.id, second.version).unwrap();
    assert_eq!(found("预算"), [third.id, first.id]);
    assert_eq!(found("赵六"), [first.id]);
    assert_eq!(found("abc"), []);
}

#[test]
fn clerks_are_found_by_their_account_and_organs_by_their_name() {
    let room = Room::new();
    let desk = room.desk();
    assert_eq!(desk.clerk_of(1000).unwrap().id, CLERK);
    assert_eq!(desk.organ_of(Some("北关区人民政府")).unwrap(), Some(OrganId::FIRST));
}
