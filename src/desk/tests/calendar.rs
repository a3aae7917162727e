//! A new calendar dates anew what it may, at once and whatever interrupts it.

use std::collections::BTreeMap;

use jiff::ToSpan;

use super::opening::copy;
use super::*;
use crate::calendar::{Calendar, YearDays, YearError};
use crate::register::Query;
use crate::request::{ConsultRole, Excluded, Reckoning, Setting, fold};

/// The notice of 2026 with 6 to 8 July off too.
fn longer_july() -> BTreeMap<i16, YearDays> {
    let calendar = Calendar::built_in();
    let mut days = calendar.years().find(|(year, _)| *year == 2026).unwrap().1.clone();
    days.off.extend((6..=8).map(|day| date(2026, 7, day)));
    days.off.sort_unstable();
    BTreeMap::from([(2026, days)])
}

/// More open cases than go into one transaction, and some concluded ones.
fn busy(room: &Room) -> Desk {
    let desk = room.desk();
    for n in 0..230_i64 {
        let row = desk.registered(form(date(2026, 6, 8).saturating_add((n % 20).days()), "张三"));
        if n % 10 == 0 {
            desk.step(row.id, decide_open(date(2026, 6, 29))).unwrap();
            desk.step(row.id, serve(date(2026, 6, 30))).unwrap();
        }
    }
    desk
}

#[test]
fn a_new_notice_moves_the_open_cases_it_reaches_and_no_others() {
    let room = Room::new();
    let desk = room.desk();
    // The first is due on 3 July, before the new days off; the second on 21 July.
    let early = desk.registered(form(date(2026, 6, 4), "早"));
    let late = desk.registered(form(date(2026, 6, 23), "晚"));
    let head = desk.head();
    let preview = desk.preview_calendar(&longer_july()).unwrap();
    assert_eq!((desk.head(), desk.row(late.id).unwrap()), (head, late.clone()));
    let redated = desk.set_calendar(CLERK, &longer_july()).unwrap();
    assert_eq!(redated, preview);
    assert_eq!(desk.head().seq, head.seq.next());
    let [moved] = redated.moved.as_slice() else { panic!("{redated:?}") };
    assert_eq!((moved.row.id, moved.before, moved.working_days), (late.id, late.due_on, 3));
    assert_eq!(moved.row.due_on, Some(late.due_on.unwrap().saturating_add(3.days())));
    assert_eq!((moved.days, moved.was_provisional, redated.settled), (3, false, 0));
    assert_eq!(desk.row(early.id).unwrap(), early);
    assert_eq!(desk.case(late.id).unwrap().clock.due_on, moved.row.due_on);
    // The next decision is made by it, and so is the next opening.
    assert_eq!(desk.registered(form(date(2026, 6, 23), "又")).due_on, moved.row.due_on);
    desk.assert_sound();
    let rows = desk.every_row();
    desk.close();
    let desk = room.desk();
    assert!(desk.every_row() == rows);
    assert_eq!(desk.registered(form(date(2026, 6, 23), "再")).due_on, moved.row.due_on);
}

#[test]
fn a_notice_that_is_known_just_so_writes_nothing_and_a_wrong_one_neither() {
    let room = Room::new();
    let desk = room.desk();
    let head = desk.head();
    let all: BTreeMap<i16, YearDays> =
        desk.calendar().years().map(|(year, days)| (year, days.clone())).collect();
    let redated = desk.set_calendar(CLERK, &all).unwrap();
    assert_eq!(redated.known, (2019..=2026).collect::<Vec<_>>());
    assert_eq!((redated.years, redated.moved), (vec![], vec![]));
    let empty = BTreeMap::from([(2026, all[&2026].clone()), (2027, YearDays::default())]);
    for refused in [desk.set_calendar(CLERK, &empty), desk.preview_calendar(&empty)] {
        assert!(matches!(refused, Err(DeskError::Notice { year: 2027, error: YearError::Empty })));
    }
    assert_eq!(desk.head(), head);
}

#[test]
fn a_corrected_notice_settles_anew_whether_an_answer_was_late() {
    let room = Room::new();
    let desk = room.desk();
    let row = desk.registered(form(date(2026, 5, 25), "张三"));
    desk.step(row.id, decide_open(date(2026, 6, 24))).unwrap();
    let served = desk.step(row.id, serve(date(2026, 6, 24))).unwrap().row;
    assert_eq!((row.due_on, served.late), (Some(date(2026, 6, 23)), true));
    let mut notice = longer_july();
    let days = notice.get_mut(&2026).unwrap();
    days.off.push(date(2026, 6, 22));
    let redated = desk.set_calendar(CLERK, &notice).unwrap();
    assert_eq!(redated.moved, []);
    assert!(!desk.row(row.id).unwrap().late);
    desk.assert_sound();
}

#[test]
fn a_register_that_lost_the_new_calendar_whole_or_in_the_middle_of_it_catches_up() {
    let room = Room::new();
    let desk = busy(&room);
    desk.close();
    let earlier = room.path().join("earlier");
    copy(&room.register(), &earlier);
    let desk = room.desk();
    let moved = desk.set_calendar(CLERK, &longer_july()).unwrap().moved;
    assert!(moved.len() > 150, "{}", moved.len());
    let rows = desk.every_row();
    drop(desk);
    for groups in 0..3 {
        copy(&earlier, &room.register());
        if groups > 0 {
            interrupted(&room, groups);
        }
        let Opened { desk, notices } = room.open();
        assert_eq!(notices, [], "caught up, not derived anew");
        assert!(desk.every_row() == rows, "{groups}");
        desk.assert_sound();
        desk.close();
    }
}

/// As a crash leaves it after so many transactions: their rows are new, cursor and office are not.
fn interrupted(room: &Room, groups: usize) {
    let Opening::Usable(mut register, from) = register::open(&room.register(), &room.keys).unwrap() else {
        panic!("usable");
    };
    let journal = FileJournal::open_at(&room.journal(), None).unwrap().journal.reader();
    let calendar =
        longer_july().remove(&2026).map(|days| Calendar::built_in().with_year(2026, days)).unwrap();
    let reckoning = Reckoning { calendar, ..Reckoning::built_in() };
    let open = register.page(Query::Open, None, usize::MAX).unwrap().rows;
    for group in open.chunks(100).take(groups) {
        let anew = |row: &CaseRow| {
            let stored = journal.read_at(&row.positions).unwrap();
            let entries: Vec<_> =
                stored.iter().map(|entry| crate::journal::decode_entry(entry, &room.keys).unwrap()).collect();
            CaseRow::derive(&fold(&entries).unwrap(), row.positions.clone(), &reckoning)
        };
        register.apply(&group.iter().map(anew).collect::<Vec<_>>(), &from).unwrap();
    }
    register.close().unwrap();
}

#[test]
fn a_setting_dates_anew_the_cases_that_it_concerns_and_no_others() {
    let room = Room::new();
    let desk = room.desk();
    desk.registered(form(date(2026, 6, 1), "张三"));
    let asked = desk.registered(form(date(2026, 6, 1), "李四"));
    let consult = Step::ConsultSend {
        on: date(2026, 6, 8),
        party: "甲公司".into(),
        role: ConsultRole::Third,
        text: String::new(),
    };
    desk.submit(CLERK, Command::Step { id: asked.id, version: None, step: consult }).unwrap();
    let setting = Setting::Excluded(Excluded::WithSending);
    let shown = desk.preview_reading(setting).unwrap();
    assert_eq!(shown.moved.len(), 1);
    let head = desk.head();
    let redated = desk.set_reading(CLERK, setting).unwrap();
    assert_eq!(redated, shown, "what was shown is what was done");
    assert_eq!(redated.moved.first().map(|moved| (moved.row.id, moved.working_days)), Some((asked.id, 1)));
    assert_eq!(desk.head().seq, head.seq.next());
    assert_eq!(desk.set_reading(CLERK, setting).unwrap(), Redated::default(), "set already");
    assert!(desk.rebuild(&mut |_| true).unwrap().equal);
    desk.close();
    assert_eq!(room.desk().reckoning().readings.excluded, Excluded::WithSending);
}

#[test]
fn what_is_still_to_be_done_about_a_concluded_case_is_dated_anew_too() {
    let room = Room::new();
    let desk = room.desk();
    desk.set_reading(CLERK, Setting::CopyDays(5)).unwrap();
    let row = desk.registered(form(date(2026, 6, 1), "张三"));
    let step = |step| desk.submit(CLERK, Command::Step { id: row.id, version: None, step }).unwrap();
    step(decide_open(date(2026, 6, 29)));
    let before = step(serve(date(2026, 6, 30))).row;
    assert_eq!(before.deadlines.first().map(|copies| copies.on), Some(date(2026, 7, 7)));
    desk.set_calendar(CLERK, &longer_july()).unwrap();
    assert_eq!(desk.row(row.id).unwrap().deadlines.first().map(|copies| copies.on), Some(date(2026, 7, 10)));
    assert!(desk.rebuild(&mut |_| true).unwrap().equal);
}
