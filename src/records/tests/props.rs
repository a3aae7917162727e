//! What holds for every history.

use jiff::civil::Date;
use proptest::prelude::*;

use super::*;

const YEARS: std::ops::RangeInclusive<i16> = 2020..=2026;

fn day() -> impl Strategy<Value = Date> {
    (YEARS, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day).min(TODAY))
}

fn any_value() -> impl Strategy<Value = Value> {
    let kind = prop::sample::select(&DocumentKind::ALL[..]);
    let document = (kind.clone(), day(), prop::option::of(day()), prop::bool::weighted(0.9)).prop_map(
        |(kind, issued_on, end, lead)| {
            let ended = end.filter(|end| *end >= issued_on).map(|on| ended(on, EndWay::Repealed));
            Value::Document(Document { kind, lead, ended, ..document(issued_on) })
        },
    );
    let stock =
        (kind, YEARS, 0_u32..40).prop_map(|(kind, year, count)| Value::Stock(Stock { kind, year, count }));
    let decisions = (YEARS, 0_u32..50).prop_map(|(year, count)| {
        Value::Decisions(Decisions { period: Period::Year(year), ..decisions("2025", count) })
    });
    let dispute =
        (prop::sample::select(&DisputeKind::ALL[..]), day(), 1_u64..30).prop_map(|(kind, on, review)| {
            let review = (kind == DisputeKind::SuitAfterReview).then_some(RecordId(review));
            Value::Dispute(Dispute { review, ..dispute(kind, on) })
        });
    prop_oneof![4 => document, 1 => stock, 1 => decisions, 3 => dispute]
}

/// A command of a clerk who may be mistaken: many are refused.
fn any_command() -> impl Strategy<Value = RecordCommand> {
    let id = || (1_u64..40).prop_map(RecordId);
    let result = prop::sample::select(&DisputeResult::ALL[..]);
    let act = prop_oneof![
        2 => (day(), result).prop_map(|(on, result)| RecordAct::Step(end(on, result))),
        1 => day().prop_map(|on| RecordAct::Step(appeal(on))),
        2 => day().prop_map(|on| RecordAct::EndDocument(ended(on, EndWay::Void))),
        1 => any_value().prop_map(|value| RecordAct::Change { body: Box::new(body(value)), reason: String::new() }),
        1 => Just(RecordAct::Remove { reason: "误录".into() }),
        1 => (1_u64..40).prop_map(|seq| RecordAct::TakeBack { seq: Seq(seq), reason: "误录".into() }),
    ];
    prop_oneof![
        any_value().prop_map(|value| RecordCommand::Add(Box::new(body(value)))),
        (id(), act).prop_map(|(id, act)| RecordCommand::Act { id, version: None, act }),
    ]
}

fn any_book() -> impl Strategy<Value = Book> {
    prop::collection::vec(any_command(), 0..60).prop_map(|commands| {
        let mut book = Book::default();
        for command in commands {
            let _ = book.run(command);
        }
        book
    })
}

/// The entries of all records, in the order of recording.
fn entries(records: &Records) -> Vec<RecordEntry> {
    let mut entries: Vec<RecordEntry> = records.all().flat_map(|record| record.history.clone()).collect();
    entries.sort_by_key(|entry| entry.seq);
    entries
}

/// All that is counted of a year.
fn counts(records: &Records, year: i16) -> (Table2Figures, Table4Figures) {
    (table2(records, year, None), table4(records, year, None, Counting::default()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn documents_in_force_are_those_of_the_year_before_with_the_made_and_without_the_repealed(book in any_book()) {
        for year in 2018_i16..=2027 {
            let (before, after) = (table2(&book.records, year - 1, None), table2(&book.records, year, None));
            for (before, after) in before.documents.into_iter().zip(after.documents) {
                let (made, repealed) = (i64::try_from(after.made)?, i64::try_from(after.repealed)?);
                prop_assert_eq!(after.valid, before.valid + made - repealed);
            }
        }
    }

    #[test]
    fn no_kept_year_has_fewer_than_no_documents_in_force(book in any_book()) {
        let first = book.records.list(RecordKind::Stock, None).iter().map(|record| record.value().day().year()).max();
        for year in first.unwrap_or(2018)..=2027 {
            prop_assert!(table2(&book.records, year, None).documents.iter().all(|figures| figures.valid >= 0));
        }
    }

    #[test]
    fn each_dispute_counts_in_a_year_once_at_most_and_in_every_year_in_which_it_was_pending(book in any_book()) {
        for year in 2018_i16..=2027 {
            let figures = table4(&book.records, year, None, Counting::default());
            for (kind, group) in DisputeKind::ALL.into_iter().zip([figures.review, figures.direct_suit, figures.suit_after_review]) {
                let touched = |record: &&&Record| match record.value() {
                    Value::Dispute(dispute) => dispute.kind == kind && dispute.filed_on.year() <= year,
                    _ => false,
                };
                let all = book.records.list(RecordKind::Dispute, None);
                let pending = all.iter().filter(touched)
                    .filter(|record| record.ending_by(date(year, 12, 31)).is_none()).count();
                prop_assert_eq!(group[3], u64::try_from(pending)?);
                prop_assert!(group.iter().sum::<u64>() <= u64::try_from(all.iter().filter(touched).count())?);
                let once = table4(&book.records, year, None, Counting { again: false });
                prop_assert!(once.review.iter().zip(figures.review).all(|(once, all)| *once <= all));
            }
        }
    }

    #[test]
    fn the_records_that_fill_a_cell_are_as_many_as_it_counts(book in any_book(), again in any::<bool>()) {
        let counting = Counting { again };
        for year in 2018_i16..=2027 {
            let filling = |cell: RecordCell| {
                let fills = |record: &&Record| cells(record, year, counting).contains(&cell);
                book.records.of(None).filter(fills).collect::<Vec<_>>()
            };
            let many = |cell| u64::try_from(filling(cell).len()).unwrap();
            let second = table2(&book.records, year, None);
            for (kind, figures) in DocumentKind::ALL.into_iter().zip(second.documents) {
                prop_assert_eq!(many(RecordCell::Made(kind)), figures.made);
                prop_assert_eq!(many(RecordCell::Repealed(kind)), figures.repealed);
                if book.records.list(RecordKind::Stock, None).is_empty() {
                    prop_assert_eq!(i64::try_from(many(RecordCell::Valid(kind)))?, figures.valid);
                }
            }
            for (kind, sum) in DecisionKind::ALL.into_iter().zip(second.decisions) {
                let count = |record: &&Record| match record.value() {
                    Value::Decisions(decisions) => u64::from(decisions.count),
                    _ => 0,
                };
                prop_assert_eq!(filling(RecordCell::Decisions(kind)).iter().map(count).sum::<u64>(), sum);
            }
            let fourth = table4(&book.records, year, None, counting);
            let groups = [fourth.review, fourth.direct_suit, fourth.suit_after_review];
            for (kind, group) in DisputeKind::ALL.into_iter().zip(groups) {
                for (column, sum) in group.into_iter().enumerate() {
                    prop_assert_eq!(many(RecordCell::Dispute(kind, column)), sum);
                }
            }
        }
    }

    #[test]
    fn the_order_of_recording_does_not_matter_for_counts(book in any_book(), shift in 1_usize..40) {
        // The same records as if they had been written down, as they now read, in another order.
        let mut standing: Vec<&Record> = book.records.of(None).collect();
        let by = shift.min(standing.len());
        standing.rotate_left(by);
        let mut other = Records::default();
        for record in standing {
            let entry = |seq: Seq, event| RecordEntry { seq, at: 0, who: ClerkId(1), practice_day: None, event };
            other.add(entry(Seq(record.id.0), RecordEvent::Added(Box::new(record.body.clone()))))?;
            for taken in record.steps.iter().rev() {
                other.add(entry(taken.seq, RecordEvent::Stepped { id: record.id, step: taken.step.clone() }))?;
            }
        }
        for year in 2018_i16..=2027 {
            prop_assert_eq!(counts(&book.records, year), counts(&other, year));
        }
    }

    #[test]
    fn a_replay_of_the_entries_makes_the_same_records(book in any_book()) {
        let mut replayed = Records::default();
        for entry in entries(&book.records) {
            replayed.add(entry)?;
        }
        prop_assert_eq!(replayed, book.records);
    }

    #[test]
    fn what_is_removed_counts_nowhere(book in any_book()) {
        let mut book = book;
        // Suits go before the reviews that they name.
        for _ in 0..2 {
            let ids: Vec<RecordId> = book.records.of(None).map(|record| record.id).collect();
            for id in ids {
                let _ = book.remove(id);
            }
        }
        prop_assert_eq!(book.records.of(None).count(), 0);
        for year in 2018_i16..=2027 {
            prop_assert_eq!(counts(&book.records, year), Default::default());
        }
    }
}
