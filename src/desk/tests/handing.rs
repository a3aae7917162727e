//! Who handles what, who stands in for whom, and everything of a clerk handed over at once.

use super::*;
use crate::office::{Right, Role, Roles, StandIn};
use crate::register::Query;

const SECOND: ClerkId = ClerkId(2);
const READER: ClerkId = ClerkId(3);

/// An office of two who handle and one who reads, with so many cases of the first.
fn office(room: &Room, cases: i8) -> (Desk, Vec<RequestId>) {
    let desk = room.desk();
    for (name, uid, role) in [("李强", 1001, Role::Handler), ("查阅员", 1002, Role::Reader)] {
        let change = ClerkChange {
            name: Some(name.into()),
            uid: Some(uid),
            roles: Some(Roles::of([role])),
            ..ClerkChange::default()
        };
        desk.add_clerk(CLERK, change).unwrap();
    }
    let ids = (1..=cases).map(|day| desk.registered(form(date(2026, 6, day), "张三")).id).collect();
    (desk, ids)
}

fn all_to(to: ClerkId) -> HandOver {
    HandOver { from: CLERK, to, only: Vec::new(), reason: "岗位调整".into() }
}

fn hand_over(to: ClerkId) -> Step {
    Step::HandOver { on: TODAY, to, name: String::new(), reason: String::new() }
}

fn handlers(desk: &Desk) -> Vec<u32> {
    desk.all(Query::AtWork).unwrap().iter().map(|row| row.handler.0).collect()
}

fn fault<T: std::fmt::Debug>(result: Result<T, DeskError>) -> ClerkFault {
    match result.unwrap_err() {
        DeskError::Clerk(fault) => fault,
        other => panic!("{other}"),
    }
}

fn leave() -> ClerkChange {
    ClerkChange { is_here: Some(false), ..ClerkChange::default() }
}

#[test]
fn a_case_goes_to_a_clerk_who_is_here_and_may_handle_it_with_his_name() {
    let room = Room::new();
    let (desk, ids) = office(&room, 1);
    desk.step(ids[0], hand_over(SECOND)).unwrap();
    let view = desk.case(ids[0]).unwrap();
    assert_eq!((view.row.handler, view.case.handler.since), (SECOND, Some(TODAY)));
    let told = crate::words::request::event_detail(&view.entries[1].event);
    assert!(told.contains("李强"), "{told}");
    assert_eq!(fault(desk.step(ids[0], hand_over(READER))), ClerkFault::CannotHandle("查阅员".into()));
    assert_eq!(fault(desk.step(ids[0], hand_over(ClerkId(9)))), ClerkFault::Unknown("9".into()));
    desk.step(ids[0], hand_over(CLERK)).unwrap();
    desk.change_clerk(CLERK, SECOND, leave()).unwrap();
    assert_eq!(fault(desk.step(ids[0], hand_over(SECOND))), ClerkFault::NotHere("李强".into()));
}

#[test]
fn whoever_handles_may_take_a_case_over_whoever_runs_the_office_may_reassign_and_nobody_else() {
    let room = Room::new();
    let (desk, ids) = office(&room, 1);
    let as_who = |who, to| desk.submit(who, Command::Step { id: ids[0], version: None, step: hand_over(to) });
    as_who(SECOND, SECOND).unwrap();
    let admin = Roles::of([Role::Admin]);
    let reader_runs = ClerkChange { roles: Some(admin), ..ClerkChange::default() };
    let refused = as_who(READER, CLERK).unwrap_err();
    assert!(matches!(refused, DeskError::NotAllowed { right: Right::Handle }), "{refused}");
    desk.change_clerk(CLERK, READER, reader_runs).unwrap();
    as_who(READER, CLERK).unwrap();
}

#[test]
fn all_open_cases_of_a_clerk_go_in_one_commit_that_can_be_taken_back_whole() {
    let room = Room::new();
    let (desk, ids) = office(&room, 3);
    desk.step(ids[0], decide_open(date(2026, 6, 9))).unwrap();
    desk.step(ids[0], serve(date(2026, 6, 10))).unwrap();
    let before = desk.head();
    let told = desk.hand_over(CLERK, &all_to(SECOND), true).unwrap();
    assert_eq!((told.rows.len(), told.commit, desk.head()), (2, None, before), "nothing is written");
    let done = desk.hand_over(CLERK, &all_to(SECOND), false).unwrap();
    assert_eq!(done.rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids[1..]);
    assert_eq!(handlers(&desk), [2, 2]);
    assert_eq!(desk.case(ids[0]).unwrap().row.handler, CLERK, "what is concluded stays whose it was");
    assert_eq!(desk.hand_over(CLERK, &all_to(SECOND), false).unwrap().commit, None, "there is nothing left");
    let commit = done.commit.unwrap();
    assert_eq!(commit, before.seq.next());
    let back = Command::RevokeCommit { commit, reason: "交错了".into() };
    assert_eq!(desk.submit(CLERK, back).unwrap().cases, 2);
    assert_eq!(handlers(&desk), [1, 1]);
}

#[test]
fn some_cases_go_alone_and_only_those_of_the_clerk_who_is_named() {
    let room = Room::new();
    let (desk, ids) = office(&room, 2);
    let only = |id| HandOver { only: vec![id], ..all_to(SECOND) };
    desk.hand_over(CLERK, &only(ids[1]), false).unwrap();
    assert_eq!(handlers(&desk), [1, 2]);
    let again = fault(desk.hand_over(CLERK, &only(ids[1]), false));
    assert!(matches!(again, ClerkFault::NotHisCase { .. }), "{again:?}");
}

#[test]
fn nothing_goes_to_oneself_to_who_has_left_or_to_who_may_not_handle() {
    let room = Room::new();
    let (desk, _) = office(&room, 1);
    let head = desk.head();
    let refused = |to| fault(desk.hand_over(CLERK, &all_to(to), true));
    assert_eq!(refused(CLERK), ClerkFault::SameClerk("张敏".into()));
    assert_eq!(refused(READER), ClerkFault::CannotHandle("查阅员".into()));
    let by_reader = desk.hand_over(READER, &all_to(SECOND), true).unwrap_err();
    assert!(matches!(by_reader, DeskError::NotAllowed { .. }), "{by_reader}");
    assert_eq!(desk.head(), head);
    desk.change_clerk(CLERK, SECOND, leave()).unwrap();
    assert_eq!(refused(SECOND), ClerkFault::NotHere("李强".into()));
}

#[test]
fn who_stands_in_finds_the_cases_of_both_and_writes_as_himself() {
    let room = Room::new();
    let (desk, ids) = office(&room, 2);
    desk.step(ids[1], hand_over(SECOND)).unwrap();
    let mine = |who| -> Vec<RequestId> {
        desk.search_as(Some(who), "我承办的", 10).unwrap().into_iter().map(|row| row.id).collect()
    };
    assert_eq!((mine(CLERK), mine(SECOND)), (vec![ids[0]], vec![ids[1]]));
    let set = StandIn { of: CLERK, by: SECOND, from: TODAY, until: None };
    desk.set_stand_in(CLERK, set).unwrap();
    assert_eq!((mine(CLERK), mine(SECOND)), (vec![ids[0]], vec![ids[0], ids[1]]));
    assert_eq!(desk.handled_by(&desk.looked_after_by(SECOND)).unwrap().len(), 2);
    assert_eq!(desk.search_as(Some(SECOND), "承办人:张敏", 10).unwrap().len(), 1);
    let note = Step::Note { on: TODAY, kind: crate::request::NoteKind::Talk, text: "已联系".into() };
    desk.submit(SECOND, Command::Step { id: ids[0], version: None, step: note }).unwrap();
    assert_eq!(desk.case(ids[0]).unwrap().entries.last().unwrap().who, SECOND);
    assert_eq!(desk.case(ids[0]).unwrap().row.handler, CLERK, "the case stays whose it is");
    desk.end_stand_in(CLERK, CLERK, SECOND).unwrap();
    assert_eq!(mine(SECOND), [ids[1]]);
    let gone = fault(desk.end_stand_in(CLERK, CLERK, SECOND));
    assert!(matches!(gone, ClerkFault::NoStandIn { .. }), "{gone:?}");
}

#[test]
fn standing_in_gives_no_rights_and_is_set_by_who_is_away_or_runs_the_office() {
    let room = Room::new();
    let (desk, ids) = office(&room, 1);
    let of_first = StandIn { of: CLERK, by: READER, from: TODAY, until: None };
    desk.set_stand_in(CLERK, of_first).unwrap();
    let step = Command::Step { id: ids[0], version: None, step: decide_open(date(2026, 6, 9)) };
    assert!(matches!(desk.submit(READER, step).unwrap_err(), DeskError::NotAllowed { .. }));
    let of_second = StandIn { of: SECOND, by: CLERK, from: TODAY, until: Some(TODAY) };
    desk.set_stand_in(SECOND, of_second).unwrap();
    let refused = desk.set_stand_in(SECOND, StandIn { by: SECOND, ..of_first }).unwrap_err();
    assert!(matches!(refused, DeskError::NotAllowed { right: Right::Office }), "{refused}");
    let over = StandIn { until: Some(date(2026, 6, 29)), from: date(2026, 6, 1), ..of_second };
    assert_eq!(fault(desk.set_stand_in(CLERK, over)), ClerkFault::StandInOver);
    let self_same = StandIn { of: CLERK, by: CLERK, ..of_first };
    assert!(matches!(fault(desk.set_stand_in(CLERK, self_same)), ClerkFault::SameClerk(_)));
}

#[test]
fn the_list_of_people_tells_what_each_handles_and_who_stands_in() {
    let room = Room::new();
    let (desk, ids) = office(&room, 3);
    desk.step(ids[0], hand_over(SECOND)).unwrap();
    let set = StandIn { of: CLERK, by: SECOND, from: date(2026, 7, 6), until: None };
    desk.set_stand_in(CLERK, set).unwrap();
    let people = desk.people().unwrap();
    assert_eq!(people.iter().map(|person| person.open).collect::<Vec<_>>(), [2, 1, 0]);
    assert_eq!(people[0].stand_ins, [set], "what is to come too");
}
