//! Taking over a register: whole, once, and taken back whole.

use super::lists::assert_all;
use super::*;
use crate::ledger::Record;
use crate::request::Refusal;

pub(super) fn record(row: u32, no: Option<&str>, received: Date, applicant: &str) -> Record {
    Record {
        sheet: "台账".into(),
        row,
        no: no.map(str::to_owned),
        platform_no: String::new(),
        received_on: received,
        submitted_on: None,
        channel: None,
        applicant: applicant.into(),
        kind: ApplicantKind::Natural,
        id_number: String::new(),
        contact: String::new(),
        content: "预算".into(),
        form_of_supply: String::new(),
        unit: String::new(),
        assigned_on: None,
        supplement_asked_on: None,
        supplement_due_on: None,
        supplement_received_on: None,
        consulted_on: None,
        opinion_on: None,
        extended_on: None,
        extended_to: None,
        due_on: None,
        outcome: None,
        answered_on: None,
        letter_no: String::new(),
        service_way: String::new(),
        mail_no: String::new(),
        dispute: String::new(),
        note: String::new(),
    }
}

fn answered(record: Record, on: Date) -> Record {
    Record { outcome: Some((OutcomeRow::Open, None)), answered_on: Some(on), ..record }
}

fn ledger() -> Vec<Record> {
    let on = date(2025, 12, 29);
    vec![
        answered(record(2, Some("甲-1"), on, "张三"), date(2026, 1, 5)),
        answered(record(3, Some("甲-2"), on, "李四"), date(2025, 12, 31)),
        record(4, None, on, "王五"),
        record(5, None, on, "王五"),
        record(6, None, date(2025, 1, 6), "赵六"),
    ]
}

pub(super) fn import(desk: &Desk, records: &[Record], dry_run: bool) -> Imported {
    desk.import(
        CLERK,
        records,
        ImportOptions { organ: OrganId::FIRST, dry_run, first_year: None },
        &mut |_| {},
    )
    .unwrap()
}

#[test]
fn a_dry_run_says_what_would_happen_and_writes_nothing() {
    let room = Room::new();
    let desk = room.desk();
    let head = desk.head();
    let said = import(&desk, &ledger(), true);
    assert_eq!((said.added, said.known, said.commit), (5, 0, None));
    assert_eq!(desk.head(), head);
    let done = import(&desk, &ledger(), false);
    assert_eq!((done.added, done.known), (5, 0));
    assert_eq!(done.commit, Some(head.seq.next()));
    assert_all(&desk);
    desk.assert_sound();
}

#[test]
fn rows_without_a_number_get_the_next_one_in_order_of_receipt() {
    let room = Room::new();
    let desk = room.desk();
    desk.registered(form(date(2025, 3, 3), "先到"));
    import(&desk, &ledger(), false);
    let mut rows = desk.every_row();
    rows.sort_by(|one, other| one.no.cmp(&other.no));
    let numbers: Vec<(&str, &str)> =
        rows.iter().map(|row| (row.no.as_str(), row.applicant.as_str())).collect();
    let expected = [
        ("2025-001", "先到"),
        ("2025-002", "赵六"),
        ("2025-003", "王五"),
        ("2025-004", "王五"),
        ("甲-1", "张三"),
        ("甲-2", "李四"),
    ];
    assert_eq!(numbers, expected);
}

#[test]
fn a_register_that_comes_twice_changes_nothing_and_one_row_more_is_added() {
    let room = Room::new();
    let desk = room.desk();
    import(&desk, &ledger(), false);
    let head = desk.head();
    let again = import(&desk, &ledger(), false);
    assert_eq!((again.added, again.known, again.commit), (0, 5, None));
    assert_eq!((again.differing, desk.head()), (Vec::<String>::new(), head));
    // A third one like two that are known is a new one.
    let mut more = ledger();
    more.push(record(7, None, date(2025, 12, 29), "王五"));
    more.push(record(8, Some("甲－1"), date(2025, 12, 29), "张三丰"));
    more.remove(0);
    let third = import(&desk, &more, false);
    assert_eq!((third.added, third.known), (1, 5));
    assert_eq!(third.differing, ["甲-1"]);
    desk.assert_sound();
}

#[test]
fn a_row_that_cannot_have_happened_keeps_the_whole_register_out() {
    let room = Room::new();
    let desk = room.desk();
    let head = desk.head();
    let mut records = ledger();
    records.push(answered(record(9, Some("甲-3"), date(2025, 12, 29), "张三"), date(2025, 12, 1)));
    records.push(record(10, Some("甲—1"), date(2025, 12, 29), "张三"));
    let said = import(&desk, &records, false);
    assert_eq!((said.added, said.commit, desk.head()), (0, None, head));
    let mut rows: Vec<u32> = said.refused.iter().map(|refused| refused.row).collect();
    rows.sort_unstable();
    assert_eq!(rows, [9, 10]);
    let taken = said.refused.iter().find(|refused| refused.row == 10).unwrap();
    assert!(matches!(taken.refusal, Refusal::NumberTaken(_)));
    assert_eq!(taken.sheet, "台账");
}

#[test]
fn an_import_is_taken_back_whole_and_can_come_again() {
    let room = Room::new();
    let desk = room.desk();
    let kept = desk.registered(form(date(2025, 3, 3), "先到"));
    let commit = import(&desk, &ledger(), false).commit.unwrap();
    let done = desk.revoke_commit(commit).unwrap();
    assert_eq!((done.cases, done.row.void), (5, true));
    let standing: Vec<CaseRow> = desk.every_row().into_iter().filter(|row| !row.void).collect();
    assert_eq!(standing, [kept]);
    assert_eq!(desk.find("王五", 10).unwrap(), []);
    assert_all(&desk);
    let again = import(&desk, &ledger(), false);
    assert_eq!((again.added, again.known), (5, 0));
    assert_eq!(desk.row(desk.id_of("甲-1").unwrap()).unwrap().applicant, "张三");
    assert_eq!(desk.find("王五", 10).unwrap().len(), 2);
    assert_all(&desk);
    desk.assert_sound();
    // The first import cannot come back beside the second.
    let error = desk.revoke_commit(done.seq).unwrap_err();
    assert!(matches!(error, DeskError::UnknownCommit(_)), "{error}");
    let taken_back = Seq(done.seq.0 - 8);
    let error = desk.revoke_commit(taken_back).unwrap_err();
    assert!(matches!(error, DeskError::CommitRefused { refusal: Refusal::NumberTaken(_), .. }), "{error}");
}

#[test]
fn a_large_register_is_taken_over_as_many_small_ones_are() {
    let day = |n: u32| date(2025, 1, 2).saturating_add(jiff::ToSpan::days(i64::from(n % 400)));
    let records: Vec<Record> = (0..2_300_u32)
        .map(|n| {
            let no = (n % 3 == 0).then(|| format!("甲-{n}"));
            let one = record(n, no.as_deref(), day(n), "张三");
            if n % 4 == 0 { one } else { answered(one, day(n).saturating_add(jiff::ToSpan::days(9))) }
        })
        .collect();
    let (one, many) = (Room::new(), Room::new());
    let (large, small) = (one.desk(), many.desk());
    let mut told = 0;
    let options = ImportOptions { organ: OrganId::FIRST, dry_run: false, first_year: None };
    let done = large.import(CLERK, &records, options, &mut |count| told = count).unwrap();
    assert_eq!((done.added, done.known), (2_300, 0));
    assert!(told > 0);
    let numbered: Vec<Record> = records
        .iter()
        .zip(large.every_row())
        .map(|(record, row)| Record { no: Some(row.no), ..record.clone() })
        .collect();
    numbered.chunks(700).for_each(|part| assert!(import(&small, part, false).commit.is_some()));
    let plain = |desk: &Desk| -> Vec<CaseRow> {
        let rows = desk.every_row().into_iter();
        rows.map(|row| CaseRow { positions: Vec::new(), serial: None, ..row }).collect()
    };
    assert_eq!(plain(&large), plain(&small));
    for year in 2024..2028 {
        assert_eq!(large.counts(year, None).unwrap(), small.counts(year, None).unwrap());
    }
    large.assert_sound();
    small.assert_sound();
}

#[test]
fn the_days_of_a_consultation_in_a_register_are_taken_out_of_the_term() {
    let room = Room::new();
    let desk = room.desk();
    let plain = |row, applicant| record(row, None, date(2026, 3, 2), applicant);
    let consulted = |row, applicant| Record {
        consulted_on: Some(date(2026, 3, 9)),
        opinion_on: Some(date(2026, 3, 20)),
        ..plain(row, applicant)
    };
    let rows = [
        plain(2, "张三"),
        consulted(3, "李四"),
        Record {
            extended_on: Some(date(2026, 4, 1)),
            extended_to: Some(date(2026, 4, 27)),
            ..consulted(4, "王五")
        },
        Record { opinion_on: Some(date(2026, 3, 6)), ..consulted(5, "赵六") },
    ];
    let report = import(&desk, &rows, false);
    assert_eq!(report.uncounted, ["2026-004"], "its days cannot be");
    let due = |no: &str| desk.row(desk.id_of(no).unwrap()).unwrap().due_on;
    assert_eq!(due("2026-001"), Some(date(2026, 3, 30)));
    assert_eq!(due("2026-002"), Some(date(2026, 4, 13)));
    assert_eq!(due("2026-003"), Some(date(2026, 4, 27)), "ten working days beyond");
    assert_eq!(due("2026-004"), Some(date(2026, 3, 30)));
    let view = desk.case(desk.id_of("2026-002").unwrap()).unwrap();
    assert_eq!(view.case.notes, [], "nothing of it is left to a note");
    assert!(view.case.open_consultations().next().is_none());
}
