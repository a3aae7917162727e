//! What counts where.

use super::*;

fn of(book: &Book, year: i16) -> [u64; 3] {
    let figures = table2(&book.records, year, None).documents[1];
    [figures.made, figures.repealed, u64::try_from(figures.valid).unwrap()]
}

#[test]
fn documents_count_in_their_years_and_those_in_force_on_the_last_day() {
    let mut book = Book::default();
    book.add(stock(2024, 10)).unwrap();
    let known = book.add(Value::Document(document(date(2020, 1, 2)))).unwrap();
    let first = book.add(Value::Document(document(date(2024, 12, 31)))).unwrap();
    book.add(Value::Document(document(date(2025, 3, 4)))).unwrap();
    let joint = Document { lead: false, ..document(date(2025, 3, 4)) };
    book.add(Value::Document(joint)).unwrap();
    assert_eq!([of(&book, 2023), of(&book, 2024), of(&book, 2025)], [[0, 0, 10], [1, 0, 11], [1, 0, 12]]);
    book.act(first, RecordAct::EndDocument(ended(date(2025, 12, 31), EndWay::Repealed))).unwrap();
    book.act(known, RecordAct::EndDocument(ended(date(2025, 1, 1), EndWay::Void))).unwrap();
    assert_eq!([of(&book, 2024), of(&book, 2025), of(&book, 2026)], [[1, 0, 11], [1, 2, 10], [0, 0, 10]]);
    assert_eq!(table2(&book.records, 2025, None).documents[0], DocumentFigures::default(), "no 规章");
}

#[test]
fn decisions_and_charges_are_summed_over_the_year_and_removed_ones_left_out() {
    let mut book = Book::default();
    for (kind, period, count) in [
        (DecisionKind::Licence, "2025", 30),
        (DecisionKind::Penalty, "2025-01", 4),
        (DecisionKind::Penalty, "2025-02", 5),
        (DecisionKind::Penalty, "2026-01", 6),
    ] {
        book.add(Value::Decisions(Decisions { kind, ..decisions(period, count) })).unwrap();
    }
    book.add(charge("2025-03-02", 38_050)).unwrap();
    let wrong = book.add(charge("2025", 100_000)).unwrap();
    let figures = table2(&book.records, 2025, Some(OrganId::FIRST));
    assert_eq!((figures.decisions, figures.charges_fen), ([30, 9, 0], 138_050));
    book.remove(wrong).unwrap();
    assert_eq!(table2(&book.records, 2025, None).charges_fen, 38_050);
    assert_eq!(table2(&book.records, 2025, Some(OrganId(2))), Table2Figures::default());
}

fn disputes(book: &Book, year: i16, again: bool) -> Table4Figures {
    table4(&book.records, year, None, Counting { again })
}

#[test]
fn a_dispute_stands_as_pending_at_the_end_of_a_year_and_by_its_result_in_the_next() {
    let mut book = Book::default();
    let id = book.add(Value::Dispute(dispute(DisputeKind::Review, date(2024, 11, 4)))).unwrap();
    book.step(id, end(date(2025, 1, 9), DisputeResult::Corrected)).unwrap();
    let review = |year, again| disputes(&book, year, again).review;
    assert_eq!(
        [review(2023, true), review(2024, true), review(2025, true), review(2026, true)],
        [[0; 4], [0, 0, 0, 1], [0, 1, 0, 0], [0; 4]]
    );
    assert_eq!([review(2024, false), review(2025, false)], [[0, 0, 0, 1], [0; 4]]);
}

#[test]
fn of_two_instances_in_a_year_the_last_counts_and_an_appeal_makes_pending_again() {
    let mut book = Book::default();
    let id = book.add(Value::Dispute(dispute(DisputeKind::DirectSuit, date(2024, 2, 4)))).unwrap();
    book.step(id, end(date(2024, 6, 9), DisputeResult::Upheld)).unwrap();
    book.step(id, appeal(date(2024, 7, 1))).unwrap();
    assert_eq!(disputes(&book, 2024, true).direct_suit, [0, 0, 0, 1]);
    book.step(id, end(date(2024, 12, 1), DisputeResult::Other)).unwrap();
    assert_eq!(disputes(&book, 2024, true).direct_suit, [0, 0, 1, 0]);
    assert_eq!(disputes(&book, 2025, true).direct_suit, [0; 4]);
}

#[test]
fn a_suit_is_not_counted_by_the_organ_that_reviewed() {
    let mut book = Book::default();
    let review = book.add(Value::Dispute(dispute(DisputeKind::Review, date(2025, 2, 4)))).unwrap();
    let suit = Dispute { role: Role::Reviewer, ..suit_after(review, date(2025, 5, 6)) };
    let id = book.add(Value::Dispute(suit.clone())).unwrap();
    assert_eq!(disputes(&book, 2025, true).suit_after_review, [0; 4]);
    book.change(id, Value::Dispute(Dispute { role: Role::Defendant, ..suit })).unwrap();
    assert_eq!(disputes(&book, 2025, true).suit_after_review, [0, 0, 0, 1]);
}

#[test]
fn published_information_counts_by_the_day_of_publication_and_by_column() {
    let mut book = Book::default();
    for (on, column) in [(date(2025, 12, 31), "财政信息"), (date(2026, 1, 4), "财政信息")] {
        let id = checked(&mut book, date(2025, 12, 29), date(2025, 12, 30));
        book.step(id, publish(on, "")).unwrap();
        assert_eq!(disclosures(&book.records, on.year(), None).by_column[column], 1);
    }
    checked(&mut book, date(2025, 12, 29), date(2025, 12, 30));
    assert_eq!(disclosures(&book.records, 2025, None).published, 1, "the third is not published");
}

#[test]
fn activities_are_summed_by_kind_name_and_unit() {
    let mut book = Book::default();
    let own = |name: &str, unit: &str, count| {
        let plain = activity(ActivityKind::Own, "2025-06", count);
        Value::Activity(Activity { name: name.into(), unit: unit.into(), ..plain })
    };
    for value in [
        Value::Activity(activity(ActivityKind::Training, "2025-03-02", 1)),
        own("发布会", "场", 2),
        own("发布会", "场", 3),
        own("解读", "篇", 20),
        Value::Activity(activity(ActivityKind::Training, "2025", 2)),
        Value::Activity(activity(ActivityKind::Training, "2024", 9)),
    ] {
        book.add(value).unwrap();
    }
    let sums: Vec<_> = activities(&book.records, 2025, None)
        .into_iter()
        .map(|sum| (sum.kind.key(), sum.name, sum.unit, sum.records, sum.sum))
        .collect();
    let sum =
        |key, name: &str, unit: &str, records, sum| (key, name.to_owned(), unit.to_owned(), records, sum);
    assert_eq!(
        sums,
        [sum("training", "", "次", 2, 3), sum("own", "发布会", "场", 2, 5), sum("own", "解读", "篇", 1, 20)]
    );
}

#[test]
fn a_year_lists_what_has_to_do_with_it() {
    let mut book = Book::default();
    let touches = |book: &Book, id, years: &[i16]| -> Vec<bool> {
        years.iter().map(|year| book.records.get(id).unwrap().touches(*year)).collect()
    };
    let id = book.add(Value::Document(document(date(2024, 1, 2)))).unwrap();
    book.act(id, RecordAct::EndDocument(ended(date(2026, 1, 2), EndWay::Void))).unwrap();
    assert_eq!(touches(&book, id, &[2023, 2024, 2025, 2026]), [false, true, false, true]);
    let id = book.add(Value::Dispute(dispute(DisputeKind::Review, date(2024, 1, 2)))).unwrap();
    assert_eq!(touches(&book, id, &[2023, 2024, 2026]), [false, true, true]);
    book.step(id, end(date(2025, 1, 2), DisputeResult::Upheld)).unwrap();
    assert_eq!(touches(&book, id, &[2024, 2025, 2026]), [true, true, false]);
    let id = checked(&mut book, date(2025, 12, 29), date(2025, 12, 30));
    book.step(id, publish(date(2026, 1, 4), "")).unwrap();
    assert_eq!(touches(&book, id, &[2024, 2025, 2026]), [false, true, true]);
    let id = book.add(charge("2025-03", 1)).unwrap();
    assert_eq!(touches(&book, id, &[2024, 2025]), [false, true]);
}
