//! Known terms, and properties of counting.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;

/// Terms over real holidays; the day of receipt is not counted.
const TERMS: &[(Date, u16, Date)] = &[
    // As a court counted it: signed for on the eve of National Day, last day 2 November (连云港).
    (date(2022, 9, 30), 20, date(2022, 11, 2)),
    // Make-up Sunday 26 January and Saturday 8 February; holiday 28 January to 4 February.
    (date(2025, 1, 20), 20, date(2025, 2, 21)),
    (date(2025, 1, 24), 7, date(2025, 2, 10)),
    // Ends on a make-up Sunday, in the next year.
    (date(2025, 12, 4), 20, date(2026, 1, 4)),
    (date(2025, 12, 15), 20, date(2026, 1, 13)),
    (date(2026, 2, 13), 20, date(2026, 3, 19)),
    // Received on a Saturday that is worked.
    (date(2026, 2, 14), 20, date(2026, 3, 20)),
    (date(2026, 4, 30), 15, date(2026, 5, 25)),
    // Received on days off.
    (date(2026, 6, 20), 20, date(2026, 7, 17)),
    (date(2026, 10, 3), 20, date(2026, 11, 3)),
    (date(2026, 9, 18), 20, date(2026, 10, 22)),
    (date(2026, 9, 24), 7, date(2026, 10, 12)),
    // With a full extension.
    (date(2026, 3, 2), 20, date(2026, 3, 30)),
    (date(2026, 3, 2), 40, date(2026, 4, 28)),
    // A third party's term; the notice of 补正 and the term after the supplement; a fee and the term after it.
    (date(2026, 3, 11), 15, date(2026, 4, 1)),
    (date(2026, 3, 2), 7, date(2026, 3, 11)),
    (date(2026, 3, 20), 20, date(2026, 4, 20)),
    (date(2026, 3, 16), 20, date(2026, 4, 14)),
    (date(2026, 3, 25), 20, date(2026, 4, 23)),
    // The last receipt whose term ends in a known year.
    (date(2026, 12, 3), 20, date(2026, 12, 31)),
];

fn calendar() -> Calendar {
    Calendar::built_in()
}

#[test]
fn known_terms_end_on_their_known_days() {
    for (start, n, on) in TERMS {
        let due = calendar().nth_working_day_after(*start, *n);
        assert_eq!(due, Due { on: *on, provisional: false }, "{start} + {n}");
    }
}

#[test]
fn a_term_that_reaches_into_an_unknown_year_is_provisional() {
    let due = calendar().nth_working_day_after(date(2026, 12, 4), 20);
    assert_eq!(due, Due { on: date(2027, 1, 4), provisional: true });
    let started_unknown = calendar().nth_working_day_after(date(2018, 12, 31), 1);
    assert_eq!(started_unknown, Due { on: date(2019, 1, 2), provisional: false });
}

#[test]
fn the_table_says_what_the_published_list_says() {
    let json: BTreeMap<i16, BTreeMap<String, Vec<String>>> =
        serde_json::from_str(include_str!("../../tests/fixtures/holidays.json")).unwrap();
    let dates = |texts: &[String]| texts.iter().map(|text| parse_date(text).unwrap()).collect::<Vec<_>>();
    let listed = json
        .iter()
        .map(|(year, days)| (*year, YearDays { off: dates(&days["off"]), work: dates(&days["work"]) }));
    assert_eq!(calendar(), Calendar::from_years(listed.collect()));
}

#[test]
fn every_built_in_year_passes_the_check_of_a_notice() {
    assert_eq!(
        calendar().years().map(|(year, _)| year).collect::<Vec<_>>(),
        (2019..=2026).collect::<Vec<_>>()
    );
    for (year, days) in calendar().years() {
        assert_eq!(days.check(year), Ok(()), "{year}");
    }
}

#[test]
fn a_day_says_what_it_is() {
    for (day, kind) in [
        (date(2026, 3, 2), DayKind::Working),
        (date(2026, 2, 14), DayKind::MakeUp),
        (date(2026, 3, 7), DayKind::Weekend),
        (date(2026, 10, 3), DayKind::Holiday),
        (date(2027, 5, 2), DayKind::ProvisionalHoliday),
        (date(2027, 5, 3), DayKind::Working),
        (date(2027, 5, 8), DayKind::Weekend),
    ] {
        assert_eq!(calendar().day_kind(day), kind, "{day}");
        assert_eq!(calendar().is_working_day(day), kind.is_working());
    }
}

#[test]
fn a_new_notice_settles_its_year_and_the_december_before() {
    let days = YearDays { off: vec![date(2026, 12, 31), date(2027, 1, 1)], work: vec![date(2027, 1, 2)] };
    let later = calendar().with_year(2027, days.clone());
    assert_ne!(later, calendar());
    assert!(later.knows(2027) && !calendar().knows(2027));
    assert_eq!(later.day_kind(date(2026, 12, 31)), DayKind::Holiday);
    assert_eq!(
        later.nth_working_day_after(date(2026, 12, 30), 1),
        Due { on: date(2027, 1, 2), provisional: false }
    );
    let replaced = later.with_year(2027, YearDays { off: vec![date(2027, 1, 1)], work: vec![] });
    assert!(replaced.is_working_day(date(2026, 12, 31)) && !replaced.is_working_day(date(2027, 1, 2)));
    assert_eq!(replaced.with_year(2027, days), later);
}

#[test]
fn days_left_are_none_on_the_last_day_and_negative_from_the_next_day_on() {
    let friday = date(2026, 3, 27);
    for (today, left) in [
        (date(2026, 3, 25), 2),
        (friday, 0),
        (date(2026, 3, 28), -1),
        (date(2026, 3, 29), -1),
        (date(2026, 3, 30), -1),
        (date(2026, 3, 31), -2),
    ] {
        assert_eq!(calendar().days_left(today, friday), left, "{today}");
    }
}

#[test]
fn a_last_day_off_moves_to_the_next_working_day() {
    let moved = |day| calendar().next_working_day(day);
    assert_eq!(moved(date(2026, 10, 1)), Due { on: date(2026, 10, 8), provisional: false });
    assert_eq!(moved(date(2026, 10, 8)), Due { on: date(2026, 10, 8), provisional: false });
    assert_eq!(moved(date(2027, 1, 1)), Due { on: date(2027, 1, 4), provisional: true });
}

#[test]
fn counting_works_at_the_edges_of_the_table_and_of_time() {
    let across = calendar().nth_working_day_after(date(2059, 12, 30), 3);
    assert_eq!(across, Due { on: date(2060, 1, 5), provisional: true });
    assert_eq!(calendar().count(date(2059, 12, 30), across.on).days, 3);
    assert_eq!(calendar().count(across.on, date(2059, 12, 30)).days, -3);
    assert_eq!(calendar().nth_working_day_after(Date::MAX, 5).on, Date::MAX);
}

fn any_day() -> impl Strategy<Value = Date> {
    // 1998 to 2062: some days before and after the table, and unknown years.
    (10_227_i32..33_960).prop_map(|day| from_day(day).unwrap())
}

/// The plainest way of counting, to hold the table against.
fn counted(calendar: &Calendar, start: Date, n: u16) -> Date {
    let mut day = start;
    let mut left = n;
    while left > 0 {
        day = day.tomorrow().unwrap();
        left -= u16::from(calendar.is_working_day(day));
    }
    day
}

proptest! {
    #[test]
    fn the_end_of_a_term_is_the_day_that_counting_finds(start in any_day(), n in 0_u16..300) {
        prop_assert_eq!(calendar().nth_working_day_after(start, n).on, counted(&calendar(), start, n));
    }

    #[test]
    fn counting_back_from_the_end_gives_the_length_of_the_term(start in any_day(), n in 0_u16..300) {
        let due = calendar().nth_working_day_after(start, n);
        let count = calendar().count(start, due.on);
        prop_assert_eq!(count.days, i32::from(n));
        prop_assert!(n == 0 || count.provisional == due.provisional);
        prop_assert_eq!(calendar().count(due.on, start).days, -count.days);
    }

    #[test]
    fn the_end_of_a_term_is_a_working_day(start in any_day(), n in 1_u16..300) {
        prop_assert!(calendar().is_working_day(calendar().nth_working_day_after(start, n).on));
    }

    #[test]
    fn a_later_start_or_a_longer_term_never_ends_earlier(a in any_day(), b in any_day(), n in 0_u16..100, m in 0_u16..100) {
        let end = |start: Date, n: u16| calendar().nth_working_day_after(start, n).on;
        prop_assert!(end(a.min(b), n) <= end(a.max(b), n));
        prop_assert!(end(a, n.min(m)) <= end(a, n.max(m)));
    }

    #[test]
    fn counts_add_up(a in any_day(), b in any_day(), c in any_day()) {
        let days = |from, to| calendar().working_days_between(from, to);
        prop_assert_eq!(days(a, b) + days(b, c), days(a, c));
    }

    #[test]
    fn the_next_working_day_is_the_first_one_from_the_day_on(day in any_day()) {
        let next = calendar().next_working_day(day).on;
        prop_assert!(next >= day && calendar().is_working_day(next));
        prop_assert_eq!(calendar().working_days_between(day.yesterday().unwrap(), next), 1);
    }
}
