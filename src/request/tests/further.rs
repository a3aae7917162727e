//! Units, service, new answers, the file; and deadlines beside that of the answer.

use super::super::clock::{Deadline, next_due, sub_deadlines};
use super::*;

fn deadlines(book: &Book) -> Vec<(Deadline, Date)> {
    sub_deadlines(&book.case(), &reckoning()).into_iter().map(|due| (due.what, due.on)).collect()
}

fn next(book: &Book) -> Option<(Deadline, Date)> {
    next_due(&book.case(), &reckoning()).map(|due| (due.what, due.on))
}

fn closed() -> Book {
    Book::received().then(open(day(3, 16))).then(serve(day(3, 17)))
}

fn delivered(on: Date) -> Step {
    Step::Delivered { on }
}

fn take_back(on: Date) -> Step {
    Step::WithdrawAnswer { on, reason: "遗漏一页".into() }
}

#[test]
fn a_new_request_shows_its_chances_and_waits_for_the_answer() {
    let book = Book::received();
    assert_eq!(
        deadlines(&book),
        [
            (Deadline::SupplementNotice, day(3, 11)),
            (Deadline::Answer, day(3, 30)),
            (Deadline::ExtensionNotice, day(3, 30))
        ]
    );
    assert_eq!(next(&book), Some((Deadline::Answer, day(3, 30))));
}

#[test]
fn what_is_due_next_is_the_earliest_of_all_that_is_awaited() {
    let book = Book::received().then(assign(day(3, 3), "规划科", day(3, 10)));
    assert_eq!(next(&book), Some((Deadline::Unit, day(3, 10))));
    let said = Step::UnitAnswer { on: day(3, 9), unit: String::new(), text: "可以公开".into() };
    let book = book.then(said).then(third(day(3, 9))).then(arrived(day(3, 11), 4));
    assert_eq!(next(&book), Some((Deadline::Opinion(ConsultRole::Third), day(4, 1))));
    assert_eq!(next(&book.then(agreed(day(3, 20)))), Some((Deadline::Answer, day(4, 13))));
    let asked = Book::received().then(ask(day(3, 9), day(3, 20)));
    assert_eq!(next(&asked), Some((Deadline::Supplement, day(3, 20))));
    let noticed = Book::received().then(fee(day(3, 16)));
    assert_eq!(next(&noticed), Some((Deadline::Fee, day(4, 14))));
}

#[test]
fn a_unit_may_return_the_work_and_another_take_it() {
    let back = Step::UnitReturn { on: day(3, 4), unit: String::new(), reason: "非本科室职责".into() };
    let reminder = Step::Chase { on: day(3, 9), unit: String::new(), text: "电话".into() };
    let book = Book::received()
        .then(assign(day(3, 3), "规划科", day(3, 10)))
        .then(back)
        .then(assign(day(3, 4), "土地科", day(3, 11)))
        .then(reminder);
    let case = book.case();
    let open: Vec<_> = case.open_assignments().map(|open| (open.unit.as_str(), open.chased.len())).collect();
    assert_eq!(open, [("土地科", 1)]);
}

#[test]
fn the_remedies_run_from_the_day_on_which_the_applicant_had_the_answer() {
    assert!(deadlines(&closed()).iter().all(|(what, _)| *what != Deadline::Review));
    // 60 calendar days after 19 March: 18 May; six months: 19 September, a Saturday, and 20 September is worked.
    let book = closed().then(delivered(day(3, 19)));
    assert!(deadlines(&book).contains(&(Deadline::Review, day(5, 18))));
    assert!(deadlines(&book).contains(&(Deadline::Suit, day(9, 20))));
    // 60 days after 3 March: 2 May, in the holiday; it moves on to 6 May.
    let in_person = Step::Serve { on: day(3, 3), way: ServiceWay::InPerson, proof: "签收".into() };
    let book = Book::received().then(open(day(3, 3))).then(in_person);
    assert!(deadlines(&book).contains(&(Deadline::Review, day(5, 6))));
}

#[test]
fn a_refusal_by_articles_14_to_16_goes_to_review_first() {
    let book = Book::received()
        .then(answer(day(3, 16), Outcome::of(OutcomeRow::DenyInternal)))
        .then(serve(day(3, 17)))
        .then(delivered(day(3, 19)));
    let has = |what| deadlines(&book).iter().any(|(is, _)| *is == what);
    assert!(has(Deadline::Review) && !has(Deadline::Suit));
}

#[test]
fn copies_go_to_the_superior_within_three_working_days() {
    assert_eq!(deadlines(&closed()), [(Deadline::Copies, day(3, 20))]);
    assert_eq!(next(&closed()), None);
}

#[test]
fn returned_mail_is_sent_another_way_and_the_posting_day_stands() {
    let returned = Step::ReturnedMail { on: day(3, 25), reason: "查无此人".into() };
    let again = Step::Serve { on: day(4, 1), way: ServiceWay::Electronic, proof: String::new() };
    let book = closed().then(returned).then(again);
    let case = book.case();
    assert_eq!(case.conclusion.as_ref().map(|conclusion| conclusion.on), Some(day(3, 17)));
    assert_eq!(case.last_service().map(|service| service.way), Some(ServiceWay::Electronic));
    assert!(book.then(delivered(day(4, 2))).case().last_service().unwrap().delivered_on.is_some());
}

#[test]
fn an_answer_replaced_within_the_year_counts_by_the_last_one() {
    let book = closed().then(take_back(day(3, 20)));
    assert_eq!(book.case().outcome().map(|outcome| outcome.row), Some(OutcomeRow::Open));
    let book = book.then(answer(day(3, 20), Outcome::of(OutcomeRow::Partial))).then(serve(day(3, 23)));
    let case = book.case();
    let conclusion = case.conclusion.clone().unwrap();
    assert_eq!((conclusion.on, conclusion.outcome.row), (day(3, 17), OutcomeRow::Partial));
    assert_eq!((case.status(), case.replaced.len(), case.awaits_reanswer()), (Status::Closed, 1, None));
}

#[test]
fn an_answer_replaced_across_years_changes_no_count() {
    let on = |text| iso(text);
    let book = Book::new(posted(on("2025-12-01")))
        .then(open(on("2025-12-20")))
        .then(serve(on("2025-12-22")))
        .then(take_back(day(1, 10)))
        .then(answer(day(1, 12), Outcome::of(OutcomeRow::Partial)))
        .then(serve(day(1, 13)));
    let conclusion = book.case().conclusion.unwrap();
    assert_eq!((conclusion.on, conclusion.outcome.row), (on("2025-12-22"), OutcomeRow::Open));
}

#[test]
fn an_ordered_answer_has_its_own_term_and_is_awaited() {
    let order = Step::ReanswerOrdered { on: day(6, 1), by: day(6, 30), order: "复议决定书".into() };
    let book = closed().then(order);
    assert_eq!(next(&book), Some((Deadline::Reanswer, day(6, 30))));
    assert_eq!((book.case().status(), book.due_on()), (Status::Closed, Some(day(3, 30))));
    let book = book.then(open(day(6, 20)));
    let late = book.decision(serve(day(7, 1))).unwrap();
    assert_eq!(late.warnings, [Warning::LateAnswer { due: day(6, 30) }]);
    assert_eq!(next(&book.then(serve(day(6, 22)))), None);
}

#[test]
fn an_order_may_come_while_the_request_was_never_answered() {
    let order = Step::ReanswerOrdered { on: day(5, 1), by: day(5, 20), order: String::new() };
    let book = Book::received().then(order).then(open(day(5, 11))).then(serve(day(5, 12)));
    let case = book.case();
    assert_eq!((case.status(), case.awaits_reanswer()), (Status::Closed, None));
    assert_eq!(case.service.map(|service| service.on), Some(day(5, 12)));
}

#[test]
fn what_has_ended_is_archived_and_what_is_missing_is_named() {
    let archive = Step::Archive { on: day(4, 1), file_no: "2026-1".into() };
    let decision = closed().decision(archive.clone()).unwrap();
    assert_eq!(
        decision.warnings,
        [Warning::FileLacks(Paper::Delivery), Warning::FileLacks(Paper::SecrecyReview)]
    );
    let review =
        |on| Step::Review { on, kind: ReviewKind::Secrecy, by: "保密办".into(), text: String::new() };
    let book = Book::received()
        .then(review(day(3, 13)))
        .then(open(day(3, 16)))
        .then(serve(day(3, 17)))
        .then(delivered(day(3, 19)));
    assert_eq!(book.decision(archive.clone()).unwrap().warnings, []);
    assert_eq!(book.then(archive).case().status(), Status::Archived);
}

#[test]
fn a_request_over_the_web_has_a_cautious_day_counted_from_its_submission() {
    let book = Book::unconfirmed();
    let confirmed = book.decision(confirm(day(3, 9))).unwrap();
    assert_eq!(confirmed.warnings, [Warning::Conservative { due: day(3, 30) }]);
    assert!(deadlines(&book.then(confirm(day(3, 9)))).contains(&(Deadline::Conservative, day(3, 30))));
}

#[test]
fn on_the_day_of_its_service_an_answer_is_returned_or_withdrawn_after_it() {
    let served = || Book::received().then(open(day(3, 18))).then(serve(day(3, 20)));
    let withdrawn = served().then(take_back(day(3, 20)));
    let anew = withdrawn.then(answer(day(3, 23), Outcome::of(OutcomeRow::Partial))).then(serve(day(3, 24)));
    let conclusion = anew.case().conclusion.unwrap();
    assert_eq!((conclusion.on, conclusion.outcome.row), (day(3, 20), OutcomeRow::Partial));
    let returned = served().then(Step::ReturnedMail { on: day(3, 20), reason: "查无此人".into() });
    assert_eq!(returned.case().conclusion.map(|conclusion| conclusion.on), Some(day(3, 20)));
    // What was served on an earlier day falls first, and is answered anew on the same day.
    let anew = served().then(take_back(day(3, 25))).then(open(day(3, 25))).then(serve(day(3, 25)));
    assert_eq!(anew.case().status(), Status::Closed);
}

#[test]
fn an_order_of_the_day_of_the_first_service_is_met_by_it_if_it_was_recorded_before() {
    let ordered = || Step::ReanswerOrdered { on: day(3, 17), by: day(4, 10), order: "复议决定".into() };
    let after = closed().then(ordered());
    assert_eq!(next(&after), Some((Deadline::Reanswer, day(4, 10))), "made on account of the answer");
    let before = Book::received().then(open(day(3, 16))).then(ordered()).then(serve(day(3, 17)));
    assert!(before.case().awaits_reanswer().is_none(), "met by the answer");
}
