//! The calendar drawn: signs, counts, the day below, every month and window.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::calendar::{Calendar, from_day, to_day};
use crate::law::ApplicantKind;
use crate::request::clock::SubDeadline;
use crate::request::{ClerkId, OrganId, Seq, Status};
use crate::tui::paint::{hidden_content, screen_text};

fn row(id: u64, deadlines: &[(Deadline, Date)]) -> CaseRow {
    let deadlines =
        deadlines.iter().map(|(what, on)| SubDeadline { what: *what, on: *on, provisional: false }).collect();
    CaseRow {
        id: RequestId(id),
        version: Seq(id),
        no: format!("2026-{id:03}"),
        serial: None,
        organ: OrganId(1),
        handler: ClerkId(1),
        kind: ApplicantKind::Natural,
        status: Status::Open,
        received_on: None,
        listed_on: None,
        due_on: None,
        waits_until: None,
        deadlines,
        provisional: false,
        outcome: None,
        closed_on: None,
        fee_noticed: None,
        fee_paid: None,
        late: false,
        baseline: false,
        void: false,
        kept: crate::register::Kept::Whole,
        applicant: format!("申请人{id}"),
        title: "预算执行情况".into(),
        content: String::new(),
        units: Vec::new(),
        positions: Vec::new(),
    }
}

fn head(today: Date) -> Head {
    Head { today, calendar: Calendar::built_in(), ..Head::default() }
}

fn drawn(screen: &CalendarScreen, today: Date, width: u16, height: u16) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    let cursor = screen.draw(&head(today), buf.area, &mut buf);
    assert!(buf.area.is_empty() || buf.area.contains(cursor), "{cursor:?} in {width}x{height}");
    assert!(hidden_content(&buf).is_empty(), "{}", screen_text(&buf));
    screen_text(&buf)
}

fn answers(count: u64, on: Date) -> Vec<CaseRow> {
    (1..=count).map(|id| row(id, &[(Deadline::Answer, on)])).collect()
}

#[test]
fn days_off_and_worked_weekends_have_their_signs_and_due_days_their_counts() {
    let today = date(2026, 9, 30);
    let mut screen = CalendarScreen::at(today);
    let mut rows = answers(12, date(2026, 9, 30));
    rows.extend([row(13, &[(Deadline::Unit, date(2026, 10, 10)), (Deadline::Answer, date(2026, 10, 12))])]);
    screen.take(&rows);
    let text = drawn(&screen, today, 80, 19);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with(" 2026年9月 ") && lines[0].contains(" 2026年10月"), "{text}");
    assert!(lines[1].starts_with(" 一   二   三   四   五   六   日"), "{text}");
    assert!(text.contains("20班") && text.contains("25休 26休 27休") && text.contains("10班"), "{text}");
    assert!(lines[10].starts_with(" 28   29  >30今"), "{text}");
    assert!(lines[11] == "           12件", "{text}");
    assert!(lines[4].contains("10班") && lines[5].trim_end().ends_with(" 1件"), "{text}");
    assert!(text.contains("2026年9月30日 周三  工作日  到期 12 件  今天"), "{text}");
    assert!(text.contains("到期事项"), "{text}");
}

#[test]
fn a_today_that_is_worked_or_off_keeps_both_signs_and_what_is_late_has_its_own() {
    let today = date(2026, 10, 10);
    let mut screen = CalendarScreen::at(today);
    let mut rows = answers(3, today);
    rows.extend([
        row(4, &[(Deadline::Answer, date(2026, 10, 9))]),
        row(5, &[(Deadline::Fee, date(2026, 10, 8))]),
    ]);
    screen.take(&rows);
    let text = drawn(&screen, today, 80, 19);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[4].contains("8    9  >10班 11"), "{text}");
    assert!(lines[5].trim_end().ends_with("  1件 !1件 今3"), "{text}");
}

#[test]
fn a_year_without_its_notice_is_marked_and_says_how_it_becomes_known() {
    let today = date(2026, 12, 31);
    let mut screen = CalendarScreen::at(date(2027, 1, 1));
    screen.take(&answers(1, date(2027, 1, 4)));
    let text = drawn(&screen, today, 80, 19);
    assert!(text.contains("2027年1月(暂定)"), "{text}");
    assert!(text.contains(" 1休"), "{text}");
    assert!(text.contains("周五  法定节假日(暂定)  没有到期事项  距今约 0 个工作日"), "{text}");
    assert!(text.contains("2027年放假安排未录入，该年为暂定。录入：gongkai calendar import 文件"), "{text}");
}

#[test]
fn one_case_of_a_day_is_opened_at_once_and_several_are_a_list() {
    let today = date(2026, 3, 9);
    let mut screen = CalendarScreen::at(today);
    screen.take(&[
        row(7, &[(Deadline::Answer, date(2026, 3, 12))]),
        row(8, &[(Deadline::Supplement, date(2026, 3, 20)), (Deadline::Unit, date(2026, 3, 20))]),
        row(9, &[(Deadline::Answer, date(2026, 3, 20))]),
    ]);
    let mut act = |action| screen.act(action, today, 80, 19);
    assert_eq!(act(Action::OpenDay), CalendarReply::NothingDue);
    act(Action::NextDue);
    assert_eq!(act(Action::OpenDay), CalendarReply::Open(RequestId(7)));
    act(Action::NextDue);
    assert_eq!(act(Action::OpenDay), CalendarReply::Taken);
    act(Action::Down);
    act(Action::Down);
    assert_eq!(act(Action::OpenDay), CalendarReply::Open(RequestId(9)));
    act(Action::Left);
    assert_eq!(screen.selected, date(2026, 3, 20), "only out of the list");
    let text = drawn(&screen, today, 80, 19);
    assert!(text.contains("申请人补正、"), "{text}");
    assert!(drawn(&screen, today, 120, 35).contains("申请人补正、科室答复"), "{text}");
    screen.act(Action::PrevDue, today, 80, 19);
    assert_eq!(screen.selected, date(2026, 3, 12));
}

#[test]
fn arrows_move_by_day_and_week_pages_by_month_and_home_is_today() {
    let today = date(2026, 1, 31);
    let mut screen = CalendarScreen::at(today);
    for (action, day) in [
        (Action::NextMonth, date(2026, 2, 28)),
        (Action::Right, date(2026, 3, 1)),
        (Action::Up, date(2026, 2, 22)),
        (Action::Left, date(2026, 2, 21)),
        (Action::PrevYear, date(2025, 2, 21)),
        (Action::Down, date(2025, 2, 28)),
        (Action::PrevMonth, date(2025, 1, 28)),
        (Action::Today, today),
    ] {
        screen.act(action, today, 80, 19);
        assert_eq!(screen.selected, day, "{action:?}");
    }
}

#[test]
fn the_months_stay_while_the_day_is_seen() {
    let first = date(2026, 3, 1);
    assert_eq!(grid::fit(first, date(2026, 4, 30), 2), first);
    assert_eq!(grid::fit(first, date(2026, 5, 1), 2), date(2026, 4, 1));
    assert_eq!(grid::fit(first, date(2026, 2, 28), 2), date(2026, 2, 1));
    assert_eq!(Shape::of(80, 19).months(), 2);
    assert_eq!(Shape::of(120, 35).months(), 3);
    assert_eq!(Shape::of(60, 11).months(), 1);
}

#[test]
fn the_smallest_window_still_shows_the_month_and_a_case() {
    let today = date(2026, 8, 31);
    let mut screen = CalendarScreen::at(today);
    screen.take(&answers(3, today));
    let text = drawn(&screen, today, 60, 11);
    assert!(text.contains(">31今3件") && text.contains("2026-001"), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn no_month_in_any_window_does_harm(
        day in to_day(FIRST)..=to_day(LAST),
        near in -60i32..60,
        (width, height) in (0u16..210, 0u16..60),
        count in prop_oneof![0u64..4, 95u64..130],
        moves in prop::collection::vec(prop::sample::select(Action::ALL.to_vec()), 0..12),
    ) {
        let today = from_day(day).unwrap();
        let mut screen = CalendarScreen::at(today);
        screen.take(&answers(count, from_day(day + near).unwrap()));
        for action in moves {
            screen.act(action, today, width, usize::from(height));
            prop_assert!((FIRST..=LAST).contains(&screen.selected));
            drawn(&screen, today, width, height);
            // The window may change between two keys.
            drawn(&screen, today, height, width.min(60));
        }
    }
}
