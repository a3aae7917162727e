//! Who may do what, looked at where it is written.

use super::*;
use crate::office::{Approval, Right, Role, Roles};
use crate::request::{ReviewKind, Setting};

fn change(name: &str, uid: u32, roles: &[Role]) -> ClerkChange {
    ClerkChange {
        name: Some(name.into()),
        uid: Some(uid),
        roles: Some(Roles::of(roles.iter().copied())),
        is_here: None,
        units: None,
    }
}

fn not_allowed<T: std::fmt::Debug>(result: Result<T, DeskError>) -> Right {
    match result.unwrap_err() {
        DeskError::NotAllowed { right } => right,
        other => panic!("{other}"),
    }
}

fn step(desk: &Desk, who: ClerkId, id: RequestId, step: Step) -> Result<Done, DeskError> {
    desk.submit(who, Command::Step { id, version: None, step })
}

fn signed(on: Date) -> Step {
    Step::Review { on, kind: ReviewKind::Leader, by: "王局长".into(), text: String::new() }
}

#[test]
fn a_clerk_does_what_his_roles_may_do_and_nothing_else() {
    let room = Room::new();
    let desk = room.desk();
    let row = desk.registered(form(date(2026, 3, 2), "张三"));
    let reader = desk.add_clerk(CLERK, change("查阅员", 1001, &[Role::Reader])).unwrap();
    let unit = desk.add_clerk(CLERK, change("科室员", 1002, &[Role::Unit])).unwrap();
    let head = desk.head();
    let register = Command::Register(Box::new(form(date(2026, 3, 2), "李四")));
    assert_eq!(not_allowed(desk.submit(reader, register)), Right::Handle);
    assert_eq!(not_allowed(desk.set_reading(unit, Setting::UnitDays(3))), Right::Office);
    assert_eq!(not_allowed(desk.publish(unit, (2025, None), Publishing::default())), Right::Publish);
    assert_eq!(not_allowed(desk.add_clerk(unit, change("某", 1009, &[Role::Admin]))), Right::Office);
    assert_eq!(desk.head(), head, "nothing of it is kept");
    let note =
        || Step::Note { on: TODAY, kind: crate::request::NoteKind::Talk, text: "已电话联系".into() };
    assert!(matches!(step(&desk, unit, row.id, note()), Err(DeskError::UnknownRequest(_))), "not its own");
    let to_unit = Step::Assign { on: date(2026, 3, 9), unit: "规划科".into(), reply_by: None };
    desk.step(row.id, to_unit).unwrap();
    let units = Some(vec!["规划科".to_owned()]);
    desk.change_clerk(CLERK, unit, ClerkChange { units, ..ClerkChange::default() }).unwrap();
    step(&desk, unit, row.id, note()).unwrap();
    assert_eq!(not_allowed(step(&desk, unit, row.id, decide_open(date(2026, 3, 9)))), Right::Handle);
    assert_eq!(not_allowed(step(&desk, unit, row.id, signed(date(2026, 3, 9)))), Right::Approve);
    assert_eq!(desk.all(crate::register::Query::All).unwrap().len(), 1, "everybody reads");
}

#[test]
fn where_two_must_agree_a_refusal_waits_for_another_who_may_sign() {
    let room = Room::new();
    let desk = room.desk();
    desk.set_reading(CLERK, Setting::FourEyes(true)).unwrap();
    let leader = desk.add_clerk(CLERK, change("王局长", 1001, &[Role::Leader])).unwrap();
    let row = desk.registered(form(date(2026, 3, 2), "张三"));
    let refusal = Step::Decide {
        on: date(2026, 3, 9),
        item: None,
        outcome: Outcome::of(OutcomeRow::DenyInternal),
        facts: "内部管理信息".into(),
        letter_no: String::new(),
        override_reason: String::new(),
    };
    desk.step(row.id, refusal).unwrap();
    let waits = |result: Result<Done, DeskError>| match result.unwrap_err() {
        DeskError::WantsApproval { of, .. } => of,
        other => panic!("{other}"),
    };
    assert_eq!(waits(desk.step(row.id, serve(date(2026, 3, 10)))), Approval::Refusal);
    // The first clerk has every role, but his own word is not a second one.
    desk.step(row.id, signed(date(2026, 3, 10))).unwrap();
    assert_eq!(waits(desk.step(row.id, serve(date(2026, 3, 10)))), Approval::Refusal);
    step(&desk, leader, row.id, signed(date(2026, 3, 10))).unwrap();
    desk.step(row.id, serve(date(2026, 3, 10))).unwrap();
}

#[test]
fn an_account_is_one_clerks_and_somebody_is_left_to_run_the_office() {
    let room = Room::new();
    let desk = room.desk();
    let fault = |result: Result<(), DeskError>| match result.unwrap_err() {
        DeskError::Clerk(fault) => fault,
        other => panic!("{other}"),
    };
    let second = desk.add_clerk(CLERK, change("李强", 1001, &[Role::Handler])).unwrap();
    let taken = desk.add_clerk(CLERK, change("王五", 1001, &[Role::Handler])).map(drop);
    assert_eq!(fault(taken), ClerkFault::AccountTaken("李强".into()));
    assert_eq!(fault(desk.add_clerk(CLERK, change("王五", 1002, &[])).map(drop)), ClerkFault::NoRole);
    let leave = || ClerkChange { is_here: Some(false), ..ClerkChange::default() };
    assert_eq!(fault(desk.change_clerk(CLERK, CLERK, leave())), ClerkFault::LastAdmin);
    desk.change_clerk(CLERK, second, leave()).unwrap();
    assert!(matches!(desk.clerk_of(1001), Err(DeskError::NotAdmitted)));
    // The account is free for another.
    let third = desk.add_clerk(CLERK, change("王五", 1001, &[Role::Admin])).unwrap();
    desk.change_clerk(CLERK, CLERK, leave()).unwrap();
    assert_eq!(desk.office().clerk_of(1001).map(|clerk| clerk.id), Some(third));
    assert_eq!(not_allowed(desk.set_reading(CLERK, Setting::UnitDays(3))), Right::Office);
}
