//! When the answer is due, and why.

use super::super::clock::{Effect, Rule};
use super::*;

fn received(on: &str) -> Book {
    Book::new(posted(iso(on))).on(day(12, 31))
}

fn effects(book: &Book) -> Vec<(Date, Effect)> {
    book.clock().lines.iter().map(|line| (line.on, line.effect)).collect()
}

const DUE: Effect = Effect::Due { provisional: false };

#[test]
fn the_answer_is_due_on_the_twentieth_working_day_after_receipt() {
    // worked examples, the first known from a court case
    for (on, due) in [
        ("2022-09-30", "2022-11-02"),
        ("2025-01-20", "2025-02-21"),
        ("2025-12-04", "2026-01-04"),
        ("2025-12-15", "2026-01-13"),
        ("2026-02-13", "2026-03-19"),
        ("2026-02-14", "2026-03-20"),
        ("2026-03-02", "2026-03-30"),
        ("2026-06-20", "2026-07-17"),
        ("2026-09-18", "2026-10-22"),
        ("2026-10-03", "2026-11-03"),
        ("2026-12-03", "2026-12-31"),
    ] {
        let clock = received(on).clock();
        assert_eq!((clock.due_on, clock.provisional), (Some(iso(due)), false), "{on}");
    }
}

#[test]
fn a_term_that_runs_into_a_year_without_notice_is_provisional_and_says_so() {
    let book = received("2026-12-04");
    let clock = book.clock();
    assert_eq!(clock.due_on.map(Date::year), Some(2027));
    assert!(clock.provisional);
    assert!(matches!(clock.lines.last().unwrap().effect, Effect::Due { provisional: true }));
    let noted = book.decision(note(day(12, 10), "电话沟通")).unwrap();
    assert_eq!(noted.warnings, [Warning::Provisional { year: 2027 }]);
}

#[test]
fn a_supplement_starts_a_full_new_term() {
    let asked = Book::received().then(ask(day(3, 11), day(3, 31)));
    assert_eq!((asked.due_on(), asked.case().status()), (None, Status::AwaitingSupplement));
    assert_eq!(
        effects(&asked),
        [
            (day(3, 2), Effect::StartsNextDay),
            (day(3, 11), Effect::Void),
            (day(3, 31), Effect::ApplicantsTerm)
        ]
    );
    let supplied = asked.then(supplied(day(3, 20)));
    assert_eq!((supplied.due_on(), supplied.case().status()), (Some(day(4, 20)), Status::Open));
    assert_eq!(
        effects(&supplied),
        [
            (day(3, 2), Effect::StartsNextDay),
            (day(3, 11), Effect::Void),
            (day(3, 20), Effect::RestartsNextDay),
            (day(4, 20), DUE)
        ]
    );
}

#[test]
fn a_notice_after_the_seventh_working_day_is_late_and_marked() {
    // received, the seventh working day, the first day that is late
    for (on, last, late) in [
        ("2026-03-02", "2026-03-11", "2026-03-12"),
        ("2025-01-24", "2025-02-10", "2025-02-11"),
        ("2026-09-24", "2026-10-12", "2026-10-13"),
    ] {
        let book = received(on);
        let in_time = book.decision(ask(iso(last), iso("2026-12-01"))).unwrap();
        assert_eq!(in_time.warnings, [], "{on}");
        let too_late = book.decision(ask(iso(late), iso("2026-12-01"))).unwrap();
        assert_eq!(too_late.warnings, [Warning::LateNotice { last: iso(last) }], "{on}");
        let rule = book.then(ask(iso(late), iso("2026-12-01"))).clock().lines[1].rule;
        assert_eq!(rule, Rule::SupplementAsked { last: iso(last), late: true });
    }
}

#[test]
fn an_answer_is_in_time_on_the_due_date_and_late_on_the_day_after() {
    let decided = Book::received().then(open(day(3, 20)));
    assert_eq!((decided.case().status(), decided.due_on()), (Status::Decided, Some(day(3, 30))));
    let ends = |book: &Book| book.clock().lines.last().map(|line| (line.on, line.effect));
    let in_time = decided.clone().then(serve(day(3, 30)));
    assert_eq!(ends(&in_time), Some((day(3, 30), Effect::Ends { late: false })));
    assert_eq!(in_time.due_on(), Some(day(3, 30)), "what would have been the last day stays to be seen");
    let late = decided.decision(serve(day(3, 31))).unwrap();
    assert_eq!(late.warnings, [Warning::LateAnswer { due: day(3, 30) }]);
    let late = decided.then(serve(day(3, 31)));
    assert_eq!(ends(&late), Some((day(3, 31), Effect::Ends { late: true })));
}

#[test]
fn an_extension_adds_its_working_days() {
    let book = Book::received().recording(extended(day(3, 25), 20));
    assert_eq!(book.due_on(), Some(day(4, 28)));
    assert_eq!(
        effects(&book),
        [
            (day(3, 2), Effect::StartsNextDay),
            (day(3, 30), DUE),
            (day(3, 25), Effect::Adds { days: 20 }),
            (day(4, 28), DUE)
        ]
    );
}

#[test]
fn an_extension_granted_before_the_restart_is_void_with_the_old_count() {
    let asked = Book::received().recording(extended(day(3, 5), 15)).then(ask(day(3, 11), day(3, 31)));
    assert_eq!(asked.due_on(), None);
    let book = asked.then(supplied(day(3, 20)));
    assert_eq!(book.due_on(), Some(day(4, 20)));
    assert_eq!(effects(&book)[1], (day(3, 5), Effect::VoidWithCount));
    assert_eq!(book.case().extensions.len(), 1, "what was granted stays on file");
    assert_eq!(book.case().extensions_in_force().count(), 0);
}

#[test]
fn the_new_term_may_be_extended_by_twenty_days_of_its_own_and_no_more() {
    let restarted = Book::received()
        .recording(extended(day(3, 5), 15))
        .then(ask(day(3, 11), day(3, 31)))
        .then(supplied(day(3, 20)));
    let book = restarted.recording(extended(day(3, 20), 20));
    // 40 working days after 20 March: 6 April, 1 and 4-5 May are off, 9 May is worked.
    assert_eq!(book.due_on(), Some(calendar().nth_working_day_after(day(3, 20), 40).on));
    let over = book.recording(extended(day(4, 1), 1));
    let refusal = Refusal::ExtensionTooLong { used: 20 };
    assert_eq!(fold(&over.entries), Err(Impossible { seq: Seq(6), because: refusal }));
}

#[test]
fn a_restart_recorded_later_takes_the_extension_with_it() {
    let book = Book::received().recording(extended(day(3, 16), 10));
    assert_eq!(book.due_on(), Some(day(4, 14)));
    let book = book.then(ask(day(3, 10), day(3, 31))).then(supplied(day(3, 20)));
    assert_eq!(book.due_on(), Some(day(4, 20)));
}

#[test]
fn days_left_count_from_today_and_go_below_nothing() {
    let clock = Book::received().clock();
    let left = |today| clock.days_left(today, &calendar());
    assert_eq!(left(day(3, 2)), Some(20));
    assert_eq!(left(day(3, 30)), Some(0));
    assert_eq!(left(day(3, 31)), Some(-1));
    assert_eq!(Book::unconfirmed().clock().days_left(day(3, 2), &calendar()), None);
}

#[test]
fn a_request_that_waits_for_confirmation_says_that_nothing_runs() {
    assert_eq!(effects(&Book::unconfirmed()), [(day(3, 2), Effect::NotRunning)]);
}
