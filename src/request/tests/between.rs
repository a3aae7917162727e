//! Splitting, joining, and the row of a case of several items.

use super::*;

fn of_items(n: usize) -> Book {
    Book::new(with_items(n, posted(day(3, 2))))
}

fn split(items: &[u16]) -> Step {
    Step::Split { on: day(3, 3), items: items.to_vec(), no: Some("2026-002".into()) }
}

fn join(to: &str) -> Step {
    Step::Join { on: day(3, 4), to: to.into(), reason: "同一申请人同一内容".into() }
}

fn overrule(row: OutcomeRow, reason: &str) -> Step {
    Step::Overrule { on: day(3, 17), outcome: Outcome::of(row), reason: reason.into() }
}

fn answered(rows: &[OutcomeRow]) -> Book {
    let items = (1_u16..).zip(rows);
    items.fold(of_items(rows.len()), |book, (n, row)| book.then(answer_item(day(3, 16), n, *row)))
}

/// Refusals: got, wanted.
pub(super) fn refusals() -> Vec<(Refusal, Refusal)> {
    use OutcomeRow::{DenyThird, NoneHeld, NoneMake, Open};
    let two = answered(&[NoneMake, DenyThird]);
    vec![
        (of_items(2).then(third(day(3, 2))).refused(split(&[2])), Refusal::SplitTooLate),
        (of_items(2).then(answer_item(day(3, 2), 1, Open)).refused(split(&[2])), Refusal::SplitTooLate),
        (of_items(2).refused(split(&[1, 2])), Refusal::NothingLeft),
        (of_items(2).refused(split(&[])), Refusal::NothingLeft),
        (of_items(2).refused(split(&[3])), Refusal::NoSuchItem { items: 2 }),
        (of_items(3).then(split(&[2])).refused(split(&[2])), Refusal::NoSuchItem { items: 3 }),
        (Book::received().refused(join("2026-001")), Refusal::LinkedToItself),
        (Book::received().refused(join("")), Refusal::Missing(Field::LinkTo)),
        (Book::received().then(open(day(3, 3))).refused(join("2025-009")), Refusal::AlreadyDecided),
        (two.refused(overrule(NoneMake, "")), Refusal::Missing(Field::Reason)),
        (two.refused(overrule(NoneHeld, "主要诉求")), Refusal::RowNotAmongItems { row: NoneHeld }),
        (
            answered(&[Open, DenyThird]).refused(overrule(DenyThird, "主要诉求")),
            Refusal::RowNotAmongItems { row: DenyThird },
        ),
        (of_items(2).refused(overrule(NoneMake, "主要诉求")), Refusal::NothingToServe { open_items: 2 }),
    ]
}

#[test]
fn items_that_were_split_off_are_answered_elsewhere_and_the_numbers_of_the_others_stay() {
    let book = of_items(3).then(split(&[2]));
    let case = book.case();
    assert_eq!(case.own_items().map(|(n, _)| n).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(case.open_items(), 2);
    assert_eq!(book.refused(answer_item(day(3, 16), 2, OutcomeRow::Open)), Refusal::NoSuchItem { items: 3 });
    let done = book.then(answer_item(day(3, 16), 3, OutcomeRow::DenyLaw)).then(open(day(3, 16)));
    assert_eq!(done.case().outcome().map(|outcome| outcome.row), Some(OutcomeRow::Partial));
    assert_eq!(done.then(serve(day(3, 17))).case().status(), Status::Closed);
}

#[test]
fn what_was_split_off_is_a_request_of_the_same_days_with_its_own_items() {
    let case = of_items(4).case();
    let Event::Registered(registered) = split_off(&case, &[2, 4], RequestNo::running("", 2026, 2)) else {
        panic!("a registration")
    };
    assert_eq!(registered.received_on, case.facts.received_on);
    assert_eq!(registered.particulars.items, ["第2项", "第4项"]);
    assert_eq!(registered.particulars.applicant, case.facts.particulars.applicant);
    let Event::Registered(single) = split_off(&case, &[3], RequestNo::running("", 2026, 2)) else {
        panic!("a registration")
    };
    assert_eq!((single.particulars.content.as_str(), single.particulars.items.len()), ("第3项", 0));
}

#[test]
fn taking_a_split_back_brings_the_item_back() {
    let book = of_items(2).then(split(&[2])).revoking(2);
    assert_eq!(book.case(), Case { version: Seq(3), ..of_items(2).case() });
}

#[test]
fn a_joined_request_ends_in_the_last_row_and_names_where_it_goes_on() {
    let case = Book::received().then(join("2026-007")).case();
    let conclusion = case.conclusion.clone().unwrap();
    assert_eq!((conclusion.on, conclusion.way), (day(3, 4), ConclusionWay::Joined));
    assert_eq!(conclusion.outcome.row, OutcomeRow::OtherOther);
    assert_eq!(conclusion.outcome.kind, Some(OutcomeKind::Joined));
    assert_eq!(case.links, [Link { to: "2026-007".into(), relation: Relation::JoinedTo }]);
}

#[test]
fn the_main_ground_may_be_another_of_the_items_with_a_reason_that_stays() {
    let book = answered(&[OutcomeRow::NoneMake, OutcomeRow::DenyThird]);
    assert_eq!(book.case().outcome().map(|outcome| outcome.row), Some(OutcomeRow::DenyThird));
    let book = book.then(overrule(OutcomeRow::NoneMake, "主要诉求为汇总数据")).then(serve(day(3, 18)));
    let case = book.case();
    assert_eq!(case.conclusion.as_ref().map(|end| end.outcome.row), Some(OutcomeRow::NoneMake));
    assert!(case.conclusion.as_ref().unwrap().outcome.review_first(), "an item is withheld under art. 15");
    assert_eq!(case.overruled.map(|(_, reason)| reason).as_deref(), Some("主要诉求为汇总数据"));
    assert_eq!(book.revocation(2).unwrap_err(), would_break(4, Refusal::NothingToServe { open_items: 1 }));
}
