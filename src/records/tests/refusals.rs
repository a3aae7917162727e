//! Every refusal, by the rule that it names.

use super::*;
use RecordRefusal as R;

const DAY: Date = date(2026, 3, 2);

fn refused(value: Value) -> R {
    Book::default().add(value).unwrap_err()
}

#[test]
fn texts_are_there_short_and_without_control_characters() {
    let titled = |title: &str| Value::Document(Document { title: title.into(), ..document(DAY) });
    assert_eq!(refused(titled(" ")), R::Missing(RecordField::Title));
    assert_eq!(refused(titled("某\u{202e}办法")), R::ControlCharacters(RecordField::Title));
    assert_eq!(refused(titled("某办法\n")), R::ControlCharacters(RecordField::Title));
    let limit = 200;
    assert_eq!(refused(titled(&"长".repeat(201))), R::TooLong { field: RecordField::Title, limit });
    let noted = Body { note: "一行\n又一行".into(), ..body(titled("某办法")) };
    Book::default().run(RecordCommand::Add(Box::new(noted))).unwrap();
}

#[test]
fn what_a_kind_needs_is_named() {
    for (value, field) in [
        (
            Value::Charge(Charge { item: String::new(), fen: 1, period: Period::Year(2025) }),
            RecordField::Item,
        ),
        (Value::Disclosure(Disclosure { column: String::new(), ..disclosure(DAY) }), RecordField::Column),
        (
            Value::Dispute(Dispute { forum: String::new(), ..dispute(DisputeKind::Review, DAY) }),
            RecordField::Forum,
        ),
        (Value::Activity(activity(ActivityKind::Own, "2026", 1)), RecordField::Name),
        (
            Value::Activity(Activity { name: "发布会".into(), ..activity(ActivityKind::Own, "2026", 1) }),
            RecordField::Unit,
        ),
        (Value::Activity(activity(ActivityKind::Training, "2026", 0)), RecordField::Count),
    ] {
        assert_eq!(refused(value), R::Missing(field));
    }
}

#[test]
fn nothing_lies_in_the_future_or_outside_of_the_calendar() {
    let tomorrow = TODAY.tomorrow().unwrap();
    let in_future = |field, on| R::InFuture { field, on, today: TODAY };
    assert_eq!(refused(Value::Document(document(tomorrow))), in_future(RecordField::Issued, tomorrow));
    assert_eq!(refused(charge("2026-07", 1)), in_future(RecordField::Period, date(2026, 7, 1)));
    assert_eq!(refused(stock(2027, 1)), in_future(RecordField::Year, date(2027, 1, 1)));
    let old = date(1989, 12, 31);
    assert_eq!(
        refused(Value::Disclosure(disclosure(old))),
        R::DayOutOfRange { field: RecordField::Formed, on: old }
    );
    let far = date(2100, 1, 1);
    assert_eq!(
        refused(Value::Document(document(far))),
        R::DayOutOfRange { field: RecordField::Issued, on: far }
    );
}

#[test]
fn figures_have_their_bounds() {
    assert_eq!(refused(charge("2026", u64::MAX)), R::AmountTooLarge);
    assert_eq!(refused(Value::Decisions(decisions("2026-03-02", 1))), R::NotByDay);
}

#[test]
fn only_a_record_that_stands_is_changed() {
    let mut book = Book::default();
    let unknown = RecordId(77);
    assert_eq!(book.remove(unknown), Err(R::NoSuchRecord(unknown)));
    let id = book.add(charge("2026", 1)).unwrap();
    assert_eq!(book.change(id, charge("2026", 1)), Err(R::NothingToChange));
    assert_eq!(book.change(id, stock(2026, 1)), Err(R::OtherKind { id, is: RecordKind::Charge }));
    assert_eq!(book.step(id, review(DAY, 1)), Err(R::OtherKind { id, is: RecordKind::Charge }));
    let no_reason = RecordAct::Remove { reason: " ".into() };
    assert_eq!(book.act(id, no_reason), Err(R::Missing(RecordField::Reason)));
    book.remove(id).unwrap();
    assert_eq!(book.change(id, charge("2026", 2)), Err(R::IsRemoved(id)));
    assert_eq!(book.remove(id), Err(R::IsRemoved(id)));
    assert_eq!(book.records.get(id).unwrap().history.len(), 2, "nothing is deleted");
}

#[test]
fn a_source_counts_a_time_once() {
    let mut book = Book::default();
    let march = book.add(Value::Decisions(decisions("2026-03", 5))).unwrap();
    assert_eq!(book.add(Value::Decisions(decisions("2026", 60))), Err(R::CountedTwice(march)));
    let april = book.add(Value::Decisions(decisions("2026-04", 7))).unwrap();
    assert_eq!(book.change(april, Value::Decisions(decisions("2026-03", 7))), Err(R::RecordedAlready(march)));
    let other = Decisions { source: "审批科".into(), ..decisions("2026", 60) };
    book.add(Value::Decisions(other)).unwrap();
}

#[test]
fn what_is_said_anew_of_a_time_and_source_replaces_what_was_said() {
    let mut book = Book::default();
    let march = book.add(Value::Decisions(decisions("2026-03", 5))).unwrap();
    let again =
        book.decide(RecordCommand::Add(Box::new(body(Value::Decisions(decisions("2026-03", 6)))))).unwrap();
    assert_eq!(again.warnings, [RecordWarning::Replaced(march)]);
    assert_eq!(book.add(Value::Decisions(decisions("2026-03", 6))), Ok(march));
    let opening = book.add(stock(2025, 5)).unwrap();
    assert_eq!(book.add(stock(2026, 6)), Ok(opening));
    assert_eq!(book.records.len(), 2);
}

#[test]
fn a_second_opening_figure_of_a_kind_cannot_come_by_a_change() {
    let mut book = Book::default();
    let normative = book.add(stock(2026, 5)).unwrap();
    let regulations = Stock { kind: DocumentKind::Regulation, year: 2026, count: 0 };
    let other = book.add(Value::Stock(regulations)).unwrap();
    assert_eq!(book.change(other, stock(2026, 1)), Err(R::RecordedAlready(normative)));
}

#[test]
fn the_opening_figure_holds_the_documents_known_from_before() {
    let mut book = Book::default();
    let first = book.add(Value::Document(document(date(2024, 5, 6)))).unwrap();
    assert_eq!(book.add(stock(2026, 0)), Err(R::StockTooSmall { stock: 0, known: 1 }));
    book.add(stock(2026, 1)).unwrap();
    let second = Value::Document(document(date(2025, 5, 6)));
    assert_eq!(book.add(second.clone()), Err(R::StockTooSmall { stock: 1, known: 2 }));
    book.act(first, RecordAct::EndDocument(ended(date(2025, 12, 31), EndWay::Void))).unwrap();
    book.add(second).unwrap();
    let reinstate = RecordAct::Reinstate { reason: "误录".into() };
    assert_eq!(book.act(first, reinstate), Err(R::StockTooSmall { stock: 1, known: 2 }));
}

#[test]
fn a_document_ends_once_and_not_before_it_was_issued() {
    let mut book = Book::default();
    let id = book.add(Value::Document(document(DAY))).unwrap();
    let end = |on| RecordAct::EndDocument(ended(on, EndWay::Repealed));
    let before = date(2026, 3, 1);
    assert_eq!(book.act(id, end(before)), Err(R::EndedBeforeIssued { on: before, issued: DAY }));
    let reinstate = || RecordAct::Reinstate { reason: "误录".into() };
    assert_eq!(book.act(id, reinstate()), Err(R::InForce));
    book.act(id, end(DAY)).unwrap();
    assert_eq!(book.act(id, end(DAY)), Err(R::DocumentEnded(DAY)));
    book.act(id, reinstate()).unwrap();
    let charge = book.add(charge("2026", 1)).unwrap();
    assert_eq!(book.act(charge, end(DAY)), Err(R::OtherKind { id: charge, is: RecordKind::Charge }));
}

#[test]
fn information_is_published_once_three_reviews_and_three_proofs_are_done() {
    let mut book = Book::default();
    let id = book.add(Value::Disclosure(disclosure(DAY))).unwrap();
    let on = date(2026, 3, 5);
    assert_eq!(
        book.step(id, review(date(2026, 3, 1), 1)),
        Err(R::BeforeFormed { on: date(2026, 3, 1), formed: DAY })
    );
    assert_eq!(book.step(id, review(on, 0)), Err(R::NoSuchRound(0)));
    assert_eq!(book.step(id, proof(on, 4)), Err(R::NoSuchRound(4)));
    book.step(id, review(on, 1)).unwrap();
    assert_eq!(book.step(id, review(on, 1)), Err(R::RoundDone { check: Check::Review, round: 1 }));
    assert_eq!(book.step(id, review(on, 3)), Err(R::RoundOutOfTurn { check: Check::Review, round: 3 }));
    let early = R::RoundOutOfTurn { check: Check::Review, round: 2 };
    assert_eq!(book.step(id, review(DAY, 2)), Err(early));
    for round in 2..=3 {
        book.step(id, review(on, round)).unwrap();
    }
    book.step(id, proof(on, 1)).unwrap();
    let lacking = R::ChecksLacking(vec![(Check::Proof, 2), (Check::Proof, 3)]);
    assert_eq!((lacking.article(), book.step(id, publish(on, ""))), ("条例第十七条", Err(lacking)));
    for round in 2..=3 {
        book.step(id, proof(on, round)).unwrap();
    }
    book.step(id, publish(on, "")).unwrap();
    assert_eq!(book.step(id, publish(on, "")), Err(R::AlreadyPublished(on)));
    let published = book.last();
    let late = date(2026, 3, 6);
    assert_eq!(book.step(id, review(late, 1)), Err(R::AfterPublication { on: late, published: on }));
    let proofs = RecordAct::TakeBack { seq: Seq(published.0 - 1), reason: "误录".into() };
    let because = Box::new(R::ChecksLacking(vec![(Check::Proof, 3)]));
    assert_eq!(book.act(id, proofs), Err(R::WouldBreak { seq: published, because }));
    let unknown = RecordAct::TakeBack { seq: Seq(99), reason: "误录".into() };
    assert_eq!(book.act(id, unknown), Err(R::NoSuchStep(Seq(99))));
    book.act(id, RecordAct::TakeBack { seq: published, reason: "误录".into() }).unwrap();
    assert!(book.records.get(id).unwrap().publication().is_none());
}

#[test]
fn a_written_reason_publishes_ahead_of_the_checks_and_lateness_is_said() {
    let mut book = Book::default();
    let id = book.add(Value::Disclosure(disclosure(DAY))).unwrap();
    let on = date(2026, 3, 31);
    let command = RecordCommand::Act { id, version: None, act: RecordAct::Step(publish(on, "应急")) };
    let warnings = book.decide(command).unwrap().warnings;
    let due = date(2026, 3, 30);
    assert_eq!(warnings.first(), Some(&RecordWarning::PublishedLate { due, on }));
    assert!(matches!(&warnings[1..], [RecordWarning::PublishedUnchecked(lacking)] if lacking.len() == 6));
    book.step(id, publish(on, "应急")).unwrap();
    book.step(id, review(date(2026, 4, 1), 1)).unwrap();
    assert_eq!(book.records.get(id).unwrap().lacking_checks().len(), 5);
}

#[test]
fn a_suit_after_review_names_a_review_that_came_before_it() {
    let mut book = Book::default();
    let unnamed = Value::Dispute(dispute(DisputeKind::SuitAfterReview, DAY));
    assert_eq!(refused(unnamed), R::ReviewNotNamed);
    let direct = book.add(Value::Dispute(dispute(DisputeKind::DirectSuit, DAY))).unwrap();
    assert_eq!(book.add(Value::Dispute(suit_after(direct, DAY))), Err(R::NotAReview(direct)));
    let paid = book.add(charge("2026", 1)).unwrap();
    assert_eq!(book.add(Value::Dispute(suit_after(paid, DAY))), Err(R::NotAReview(paid)));
    let review = book.add(Value::Dispute(dispute(DisputeKind::Review, DAY))).unwrap();
    let before = date(2026, 3, 1);
    assert_eq!(
        book.add(Value::Dispute(suit_after(review, before))),
        Err(R::FiledBeforeReview { filed: before, review: DAY })
    );
    let here = Dispute { review: Some(review), ..dispute(DisputeKind::DirectSuit, DAY) };
    assert_eq!(book.add(Value::Dispute(here)), Err(R::NoReviewHere));
    let suit = book.add(Value::Dispute(suit_after(review, DAY))).unwrap();
    assert_eq!(book.remove(review), Err(R::NamedBySuit(suit)));
    let later = Value::Dispute(dispute(DisputeKind::Review, date(2026, 3, 3)));
    assert_eq!(book.change(review, later), Err(R::NamedBySuit(suit)));
    book.remove(suit).unwrap();
    book.remove(review).unwrap();
    assert_eq!(book.add(Value::Dispute(suit_after(review, DAY))), Err(R::IsRemoved(review)));
}

#[test]
fn a_reviewing_organ_is_a_co_defendant_only_in_a_suit_after_its_review() {
    let reviewer = Dispute { role: Role::Reviewer, ..dispute(DisputeKind::DirectSuit, DAY) };
    let refusal = refused(Value::Dispute(reviewer));
    assert_eq!((refusal.article(), refusal), ("行政诉讼法第二十六条", R::RoleNotHere));
}

#[test]
fn a_dispute_ends_once_unless_it_is_appealed() {
    let mut book = Book::default();
    let id = book.add(Value::Dispute(dispute(DisputeKind::DirectSuit, DAY))).unwrap();
    let on = date(2026, 4, 1);
    let before = date(2026, 3, 1);
    let upheld = |on| end(on, DisputeResult::Upheld);
    assert_eq!(book.step(id, upheld(before)), Err(R::BeforeFiling { on: before, filed: DAY }));
    assert_eq!(book.step(id, appeal(on)), Err(R::NotEndedYet));
    let wordless = RecordStep::Ended { on, result: DisputeResult::Other, text: String::new() };
    assert_eq!(book.step(id, wordless), Err(R::Missing(RecordField::Text)));
    book.step(id, upheld(on)).unwrap();
    let ended = book.last();
    assert_eq!(book.step(id, upheld(on)), Err(R::DisputeEnded(on)));
    book.step(id, RecordStep::Heard { on, text: String::new() }).unwrap();
    book.step(id, RecordStep::Answered { on: DAY, text: "答辩".into() }).unwrap();
    book.step(id, appeal(date(2026, 4, 10))).unwrap();
    let appealed = book.last();
    assert_eq!(book.records.get(id).unwrap().ending(), None);
    let back = RecordAct::TakeBack { seq: ended, reason: "误录".into() };
    let because = Box::new(R::NotEndedYet);
    assert_eq!(book.act(id, back), Err(R::WouldBreak { seq: appealed, because }));
    book.step(id, end(date(2026, 5, 6), DisputeResult::Corrected)).unwrap();
    let ending = book.records.get(id).unwrap().ending().unwrap();
    assert_eq!((ending.on, ending.result), (date(2026, 5, 6), DisputeResult::Corrected));
    let review = book.add(Value::Dispute(dispute(DisputeKind::Review, DAY))).unwrap();
    book.step(review, upheld(on)).unwrap();
    assert_eq!(book.step(review, appeal(on)), Err(R::ReviewNotAppealed));
}
