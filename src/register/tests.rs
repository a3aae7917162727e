//! What a case contributes, as a table; and how keys of void cases give way.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use super::contributions::{BROUGHT, Contributions, Counter, Index, NEW, contributions, result_counter};
use super::*;
use crate::journal::{Position, Seal};
use crate::law::{ApplicantKind, OutcomeRow};
use crate::office::Sight;
use crate::request::clock::{Deadline, SubDeadline};
use crate::request::{ClerkId, OrganId, RequestId, Seq, Status};

fn awaited(what: Deadline, on: Date) -> SubDeadline {
    SubDeadline { what, on, provisional: false }
}

fn row() -> CaseRow {
    CaseRow {
        id: RequestId(7),
        version: Seq(7),
        no: "2025-001".into(),
        serial: Some((2025, 1)),
        organ: OrganId(1),
        handler: ClerkId(1),
        kind: ApplicantKind::Commercial,
        status: Status::Open,
        received_on: Some(date(2025, 12, 30)),
        listed_on: Some(date(2025, 12, 30)),
        due_on: Some(date(2026, 1, 29)),
        waits_until: None,
        deadlines: vec![awaited(Deadline::Answer, date(2026, 1, 29))],
        provisional: false,
        outcome: None,
        closed_on: None,
        fee_noticed: None,
        fee_paid: None,
        late: false,
        baseline: false,
        void: false,
        kept: Kept::Whole,
        applicant: "某公司".into(),
        title: String::new(),
        content: "内容".into(),
        units: Vec::new(),
        positions: vec![Position { segment: 1, offset: 64 }],
    }
}

fn closed(on: Date) -> CaseRow {
    CaseRow {
        status: Status::Closed,
        outcome: Some((OutcomeRow::Open, None)),
        closed_on: Some(on),
        due_on: None,
        deadlines: Vec::new(),
        ..row()
    }
}

fn counted(row: &CaseRow) -> Vec<(u8, i16)> {
    let counters = contributions(row).counters;
    assert!(counters.iter().all(|(counter, count)| (counter.organ, counter.column, *count) == (1, 1, 1)));
    counters.into_iter().map(|(Counter { what, year, .. }, _)| (what, year)).collect()
}

/// How many keys stand in numbers, open, received, carried, cells, copies.
fn keys(row: &CaseRow) -> [usize; 6] {
    let Contributions { keys, .. } = contributions(row);
    let different: BTreeSet<_> = keys.iter().map(|(index, key, _)| (*index, key.clone())).collect();
    assert_eq!(different.len(), keys.len(), "no key twice");
    let of = |wanted: Index| keys.iter().filter(|(index, ..)| *index == wanted).count();
    assert_eq!(of(Index::Units), 0, "it was handed to none");
    let [numbers, open, received, carried, cells, copies, _] = Index::ALL;
    [numbers, open, received, carried, cells, copies].map(of)
}

#[test]
fn a_fee_counts_in_the_year_it_was_paid_and_never_as_a_request() {
    let (noticed, paid) = (Some((date(2025, 12, 31), 400)), Some((date(2026, 1, 5), 380)));
    let row = CaseRow { fee_noticed: noticed, fee_paid: paid, ..row() };
    let mut counters = YearCounters::default();
    contributions(&row).counters.into_iter().for_each(|(counter, count)| counters.add(counter, count));
    assert_eq!(counters.fees(2025, None), Fees { notices: 1, noticed: 400, collected: 0 });
    assert_eq!(counters.fees(2026, Some(OrganId(1))), Fees { collected: 380, ..Fees::default() });
    assert_eq!(counters.fees(2026, Some(OrganId(2))), Fees::default());
    assert_eq!(counters.years(), Some((2025, 2025)));
    let of_2026 = counters.of_year(2026, None);
    assert_eq!(
        (of_2026.new, of_2026.results, of_2026.carried_out),
        ([0; 6], [[0; 6]; 21], [0, 1, 0, 0, 0, 0])
    );
    contributions(&CaseRow { void: true, ..row.clone() })
        .counters
        .into_iter()
        .for_each(|(counter, count)| counters.add(counter, count));
    contributions(&row).counters.into_iter().for_each(|(counter, count)| counters.add(counter, -count));
    assert_eq!(counters, YearCounters::default(), "nothing is left, and a void case adds nothing");
}

#[test]
fn a_case_contributes_by_what_it_is() {
    let open = result_counter(OutcomeRow::Open);
    let unconfirmed = CaseRow { received_on: None, due_on: None, status: Status::Unconfirmed, ..row() };
    let decided = CaseRow { outcome: Some((OutcomeRow::Open, None)), status: Status::Decided, ..row() };
    let given = CaseRow { serial: None, ..row() };
    let table = [
        ("open", row(), vec![(NEW, 2025)], [2, 1, 1, 1, 1, 0]),
        ("decided, not served", decided, vec![(NEW, 2025)], [2, 1, 1, 1, 1, 0]),
        ("number brought along", given, vec![(NEW, 2025)], [1, 1, 1, 1, 1, 0]),
        ("not confirmed", unconfirmed, vec![], [2, 1, 1, 0, 0, 0]),
        (
            "ended in its year",
            closed(date(2025, 12, 31)),
            vec![(NEW, 2025), (open, 2025)],
            [2, 0, 1, 0, 2, 0],
        ),
        (
            "carried over a year",
            closed(date(2026, 1, 5)),
            vec![(NEW, 2025), (open, 2026)],
            [2, 0, 1, 1, 2, 0],
        ),
        ("over three", closed(date(2028, 1, 5)), vec![(NEW, 2025), (open, 2028)], [2, 0, 1, 3, 2, 0]),
        ("baseline", CaseRow { baseline: true, ..row() }, vec![(BROUGHT, 2025)], [2, 1, 1, 1, 1, 0]),
        (
            "to be answered anew",
            CaseRow {
                deadlines: vec![awaited(Deadline::Reanswer, date(2026, 2, 2))],
                ..closed(date(2026, 1, 5))
            },
            vec![(NEW, 2025), (open, 2026)],
            [2, 1, 1, 1, 2, 0],
        ),
        (
            "copies to be sent",
            CaseRow {
                deadlines: vec![awaited(Deadline::Copies, date(2026, 1, 8))],
                ..closed(date(2026, 1, 5))
            },
            vec![(NEW, 2025), (open, 2026)],
            [2, 0, 1, 1, 2, 1],
        ),
        ("void", CaseRow { void: true, ..row() }, vec![], [2, 0, 0, 0, 0, 0]),
        ("void, concluded", CaseRow { void: true, ..closed(date(2026, 1, 5)) }, vec![], [2, 0, 0, 0, 0, 0]),
    ];
    for (name, row, counters, numbers) in table {
        assert_eq!(counted(&row), counters, "{name}");
        assert_eq!(keys(&row), numbers, "{name}");
    }
}

fn keyring() -> Arc<Keys> {
    let office = crate::journal::Keyring::of(crate::journal::OfficeKey::generate().unwrap());
    Arc::new(Keys::in_memory(office).unwrap())
}

fn anchor(seq: u64) -> crate::journal::Anchor {
    crate::journal::Anchor { seq: Seq(seq), seal: Seal::ORIGIN }
}

fn empty(folder: &std::path::Path) -> Register {
    open::create(folder, &keyring()).unwrap()
}

#[test]
fn keys_hold_nothing_personal() {
    let row = closed(date(2026, 1, 5));
    for (_, key, value) in contributions(&row).keys {
        for personal in [&row.applicant, &row.content] {
            assert_eq!(
                memchr::memmem::find(&[key.clone(), value.clone()].concat(), personal.as_bytes()),
                None
            );
        }
    }
}

#[test]
fn an_opening_figure_is_carried_in_and_never_new() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = empty(folder.path());
    let brought = CaseRow { baseline: true, ..row() };
    register.apply(std::slice::from_ref(&brought), &anchor(7)).unwrap();
    let counts = register.counters().unwrap().of_year(2025, None);
    assert_eq!((counts.new, counts.carried_in), ([0; 6], [0, 1, 0, 0, 0, 0]));
    for (year, row) in [(2025, CellRow::CarriedIn), (2025, CellRow::CarriedOut), (2026, CellRow::CarriedIn)] {
        let cell = Cell { year, row, column: Some(brought.kind), organ: Some(brought.organ) };
        assert_eq!(
            register.page(Query::Cell(cell), None, 9).unwrap().rows,
            std::slice::from_ref(&brought),
            "{cell:?}"
        );
    }
    let new = Cell { year: 2025, row: CellRow::New, column: None, organ: None };
    assert_eq!(register.count(Query::Cell(new)).unwrap(), 0);
}

#[test]
fn a_number_given_up_and_taken_back_stays_with_who_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = empty(folder.path());
    let first = row();
    let other = CaseRow { id: RequestId(9), serial: None, ..row() };
    let void = |row: &CaseRow| CaseRow { void: true, ..row.clone() };
    let mut apply = |row: &CaseRow| register.apply(std::slice::from_ref(row), &anchor(9)).unwrap();
    // As a catch-up may bring them: the first back already, then the other gone.
    [&first, &void(&first), &other, &first, &void(&other)].into_iter().for_each(&mut apply);
    assert_eq!(register.by_number("2025-001").unwrap(), Some(RequestId(7)));
    assert_eq!(register.void_by_number("2025-001").unwrap(), Some(RequestId(9)));
    assert_eq!(register.void_by_number("2025-00").unwrap(), None);
    assert_eq!(register.check().unwrap().differences, []);
    assert_eq!((register.len().unwrap(), register.count(Query::All).unwrap()), (2, 1));
    assert_eq!(register.next_serial(OrganId(1), 2025).unwrap(), 2);
    assert_eq!(register.by_serial(OrganId(1), 2025, 1).unwrap(), Some(RequestId(7)));
}

#[test]
fn every_part_that_is_changed_behind_the_registers_back_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = empty(folder.path());
    register.apply(&[row(), CaseRow { id: RequestId(8), ..closed(date(2026, 1, 5)) }], &anchor(9)).unwrap();
    // Two rows of one number: the key of the first is the second's.
    register.apply(&[CaseRow { no: "2025-002".into(), serial: None, ..row() }], &anchor(9)).unwrap();
    assert_eq!(register.check().unwrap().differences, []);
    for place in [trees::ROWS, trees::COUNTERS, trees::place(Index::Open), trees::place(Index::Cells)] {
        let tree = register.trees.at(place).unwrap().clone();
        let (key, value) = tree.iter().next_back().unwrap().unwrap();
        tree.remove(&key).unwrap();
        assert_ne!(register.check().unwrap().differences, [], "tree {place}");
        tree.insert(key, value).unwrap();
        assert_eq!(register.check().unwrap().differences, []);
    }
}

#[test]
fn a_row_comes_back_from_its_bytes_and_opens_in_its_own_place_alone() {
    let keys = keyring();
    let full = CaseRow {
        waits_until: Some(date(2026, 2, 1)),
        provisional: true,
        late: true,
        outcome: Some((OutcomeRow::NoneHeld, Some(crate::law::OutcomeKind::NotFound))),
        units: vec!["法规科".into(), "规划科".into()],
        ..closed(date(2026, 1, 5))
    };
    for row in [row(), full] {
        let bytes = row_bytes::encode(&row, &keys).unwrap();
        assert_eq!(row_bytes::decode(7, &bytes, &keys).unwrap(), row);
        assert!(row_bytes::decode(8, &bytes, &keys).is_err());
        assert!(row_bytes::decode(7, bytes.get(1..).unwrap(), &keys).is_err());
        assert_eq!(memchr::memmem::find(&bytes, row.content.as_bytes()), None);
    }
}

#[test]
fn a_cursor_that_is_not_as_it_was_written_is_damage() {
    let bytes = trees::anchor_bytes(&anchor(300));
    assert_eq!(trees::anchor_of(&bytes), Some(anchor(300)));
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 4;
        assert_eq!(trees::anchor_of(&flipped), None);
    }
    assert_eq!(trees::anchor_of(&[]), None);
}

impl Register {
    /// Bytes that are no row, under every row's key.
    pub(crate) fn break_for_test(&self) {
        let rows = self.trees.rows().unwrap();
        rows.iter().keys().map(Result::unwrap).for_each(|key| drop(rows.insert(key, "broken").unwrap()));
    }
}

/// Cases of two units and of none, some open, some concluded, one void, over several days.
fn of_units(register: &mut Register) -> Vec<CaseRow> {
    let rows = (1..=60_u64).map(|n| {
        let units = match n % 5 {
            0 => vec!["法规科".to_owned(), "规划科".to_owned()],
            1 | 2 => vec!["规划科".to_owned()],
            3 => vec!["法规科".to_owned()],
            _ => Vec::new(),
        };
        let day = date(2025, 12, 1).checked_add(jiff::ToSpan::days(i64::try_from(n % 40).unwrap())).unwrap();
        let base = if n % 3 == 0 { closed(date(2026, 1, 5)) } else { row() };
        let deadlines = vec![awaited(Deadline::Answer, day)];
        CaseRow {
            id: RequestId(n),
            no: format!("甲-{n}"),
            serial: None,
            received_on: Some(day),
            listed_on: Some(day),
            deadlines: if n % 3 == 0 { Vec::new() } else { deadlines },
            void: n == 25,
            units,
            ..base
        }
    });
    let rows: Vec<CaseRow> = rows.collect();
    register.apply(&rows, &anchor(9)).unwrap();
    rows
}

#[test]
fn the_lists_of_units_are_the_lists_without_what_is_others() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = empty(folder.path());
    of_units(&mut register);
    let cell = |row| Query::Cell(Cell { year: 2026, row, column: None, organ: None });
    let queries = [
        Query::Open,
        Query::AtWork,
        Query::DueBefore(date(2025, 12, 20)),
        Query::CopiesDue(date(2025, 1, 1)),
        Query::All,
        Query::Closed,
        Query::OpenSince(2025),
        Query::ConcludedAfter(2025),
        Query::CarriedOut(2025),
        cell(CellRow::New),
        cell(CellRow::CarriedIn),
        cell(CellRow::Total),
    ];
    for units in [vec!["规划科"], vec!["规划科", "法规科"], vec!["财务科"], vec![]] {
        let sight = Sight::Units(units.iter().map(|unit| (*unit).to_owned()).collect());
        let seen = register.seen(&sight);
        for query in queries {
            let mut whole = register.page(query, None, usize::MAX).unwrap().rows;
            whole.retain(|row| sight.sees(&row.units));
            // Page by page, as a screen asks.
            let (mut rows, mut from) = (Vec::new(), None);
            loop {
                let page = seen.page(query, from.as_ref(), 7).unwrap();
                rows.extend(page.rows);
                from = page.next;
                if from.is_none() {
                    break;
                }
            }
            assert_eq!(rows, whole, "{query:?} {units:?}");
            assert_eq!(seen.count(query).unwrap(), whole.len(), "{query:?} {units:?}");
            let ids: Vec<RequestId> = whole.iter().map(|row| row.id).collect();
            assert_eq!(seen.ids(query).unwrap(), ids);
        }
        let mut every: Vec<CaseRow> = register.rows().map(Result::unwrap).collect();
        every.retain(|row| sight.sees(&row.units));
        assert_eq!(seen.rows().unwrap().map(Result::unwrap).collect::<Vec<_>>(), every);
    }
    assert_eq!(register.check().unwrap().differences, []);
}

#[test]
fn the_keys_of_a_unit_name_it_not_and_go_when_the_case_is_not_its_own_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = empty(folder.path());
    let of_unit = CaseRow { units: vec!["规划科".into()], ..row() };
    register.apply(std::slice::from_ref(&of_unit), &anchor(9)).unwrap();
    let tree = register.trees.index(Index::Units).unwrap().clone();
    assert!(tree.len() > 3);
    for item in &tree {
        let (key, value) = item.unwrap();
        let bytes = [key.as_ref(), value.as_ref()].concat();
        assert_eq!(memchr::memmem::find(&bytes, "规划".as_bytes()), None);
    }
    register.apply(&[row()], &anchor(10)).unwrap();
    assert_eq!(tree.len(), 0);
    assert_eq!(register.check().unwrap().differences, []);
}
