//! The office's own readings, where the law is silent.

use super::super::clock::{Deadline, sub_deadlines};
use super::*;

fn due_by(book: &Book, setting: Setting) -> Option<Date> {
    let readings = Readings::default().with(setting);
    clock(&book.case(), &Reckoning { readings, ..reckoning() }).due_on
}

#[test]
fn which_days_of_a_consultation_are_not_counted_is_for_the_office_to_say() {
    // Letter of 9 March (Monday), received on the 11th, opinion on the 20th (Friday); 20 working days after
    // 2 March are the 30th. Not counted: 10 to 20 March are nine, 9 to 20 ten, 12 to 20 seven, 12 to 19 six.
    let book = Book::received().then(third(day(3, 9))).then(arrived(day(3, 11), 2)).then(agreed(day(3, 20)));
    for (excluded, due) in [
        (Excluded::AfterSending, day(4, 13)),
        (Excluded::WithSending, day(4, 14)),
        (Excluded::AfterReceipt, day(4, 9)),
        (Excluded::Fewest, day(4, 8)),
    ] {
        assert_eq!(due_by(&book, Setting::Excluded(excluded)), Some(due), "{}", excluded.key());
    }
}

#[test]
fn an_opinion_of_the_same_day_never_makes_a_term_shorter() {
    let book = Book::received().then(third(day(3, 9))).then(agreed(day(3, 9)));
    for excluded in Excluded::ALL {
        let due = due_by(&book, Setting::Excluded(excluded));
        assert!(due >= Some(day(3, 30)), "{}", excluded.key());
    }
}

#[test]
fn help_stops_the_term_only_where_the_office_reads_it_so_and_until_the_reply() {
    let book =
        Book::received().then(Step::Assist { on: day(3, 9), organ: "规划局".into(), text: String::new() });
    let stops = Setting::AssistStops(true);
    assert_eq!(book.due_on(), Some(day(3, 30)));
    // Fifteen working days after the letter, as for the opinion of another organ: 30 March.
    assert_eq!(due_by(&book, stops), Some(day(4, 21)));
    let answered = book.then(opinion(day(3, 20), "规划局", Opinion::Agree));
    assert_eq!(answered.due_on(), Some(day(3, 30)));
    assert_eq!(due_by(&answered, stops), Some(day(4, 13)));
    assert_eq!(answered.refused(agreed(day(3, 23))), Refusal::NoConsultationOpen);
}

#[test]
fn a_unit_has_the_days_of_the_office_where_nothing_else_is_said() {
    let step = Step::Assign { on: day(3, 3), unit: "规划科".into(), reply_by: None };
    let book = Book::received().then(step);
    assert_eq!(book.case().assignments.first().and_then(|open| open.reply_by), Some(day(3, 10)));
}

#[test]
fn a_unit_is_to_be_reminded_at_half_time_and_three_days_before_the_end() {
    let chase = |on| Step::Chase { on, unit: String::new(), text: "电话".into() };
    let reminder = |book: &Book| {
        let all = sub_deadlines(&book.case(), &reckoning());
        all.into_iter().find(|deadline| deadline.what == Deadline::Chase).map(|deadline| deadline.on)
    };
    // Ten working days after 3 March: the 17th; half of them: the 10th; three before the end: the 12th.
    let book = Book::received().then(assign(day(3, 3), "规划科", day(3, 17)));
    assert_eq!(reminder(&book), Some(day(3, 10)));
    let book = book.then(chase(day(3, 10)));
    assert_eq!(reminder(&book), Some(day(3, 12)));
    assert_eq!(reminder(&book.then(chase(day(3, 13)))), None);
}

#[test]
fn copies_are_due_after_the_answer_until_a_note_says_that_they_went() {
    let copies = |book: &Book, readings| {
        let all = sub_deadlines(&book.case(), &Reckoning { readings, ..reckoning() });
        all.into_iter().find(|deadline| deadline.what == Deadline::Copies).map(|deadline| deadline.on)
    };
    let ours = Readings::default();
    let book = Book::received().then(open(day(3, 16))).then(serve(day(3, 17)));
    assert_eq!(copies(&book, ours), Some(day(3, 20)));
    assert_eq!(copies(&book, ours.with(Setting::CopyDays(0))), None);
    let sent = Step::Note { on: day(3, 18), kind: NoteKind::Copies, text: "报县公开办".into() };
    assert_eq!(copies(&book.then(sent), ours), None);
}

#[test]
fn what_came_over_the_web_is_to_be_confirmed_on_the_next_working_day() {
    let all = sub_deadlines(&Book::unconfirmed().case(), &reckoning());
    assert_eq!(all.first().map(|first| (first.what, first.on)), Some((Deadline::Confirmation, day(3, 3))));
}
