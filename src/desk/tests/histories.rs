//! Random histories: whatever clerks do, the register answers as its rows say and as one derived anew.

use std::collections::BTreeMap;

use jiff::ToSpan;
use proptest::prelude::*;
use proptest::sample::Index;

use super::lists::assert_all;
use super::*;
use crate::calendar::YearDays;
use crate::journal::{MemoryJournal, export, import};
use crate::register::Kept;
use crate::request::{Amendment, NoteKind, Refusal, Status};

/// What a clerk tries; the desk may refuse.
#[derive(Debug, Clone)]
enum Try {
    Register(Box<Registration>),
    /// Of a case, so many days after it came in.
    Step(Index, i64, Kind, OutcomeRow),
    Erase(Index),
    Revoke(Index, Index),
    RevokeCommit(Index),
    /// A notice of this year, with so many days off from a day on.
    Notice(i16, i64, i64),
}

/// Days around two turns of the year, so that cases are carried over one or both.
fn any_day() -> impl Strategy<Value = Date> {
    prop_oneof![
        (0_i64..60).prop_map(|days| date(2024, 12, 1).saturating_add(days.days())),
        (0_i64..60).prop_map(|days| date(2025, 12, 1).saturating_add(days.days())),
        (0_i64..500).prop_map(|days| date(2025, 1, 1).saturating_add(days.days())),
    ]
}

fn any_registration() -> impl Strategy<Value = Registration> {
    let no = prop::option::of((0_u8..4).prop_map(|n| format!("甲-{n}")));
    let kind = prop::sample::select(&ApplicantKind::ALL[..]);
    let organ = prop::sample::select(&[OrganId(1), OrganId(1), OrganId(6)][..]);
    let who = prop::sample::select(&["张三", "李四", "王五"][..]);
    (no, kind, organ, any_day(), any::<bool>(), who).prop_map(|(no, kind, organ, on, web, who)| {
        let form = Registration { no, organ, kind, ..form(on, who) };
        if web {
            Registration { channel: Channel::Internet, submitted_on: Some(on), received_on: None, ..form }
        } else {
            form
        }
    })
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Confirm,
    Ask,
    Receive,
    Lapse,
    Decide,
    Serve,
    Withdraw,
    Note,
    Amend,
    Archive,
}

/// Deciding and serving most of all, so that many cases end.
const KINDS: [Kind; 17] = [
    Kind::Archive,
    Kind::Archive,
    Kind::Confirm,
    Kind::Confirm,
    Kind::Ask,
    Kind::Receive,
    Kind::Lapse,
    Kind::Decide,
    Kind::Decide,
    Kind::Decide,
    Kind::Decide,
    Kind::Serve,
    Kind::Serve,
    Kind::Serve,
    Kind::Withdraw,
    Kind::Note,
    Kind::Amend,
];

fn step(kind: Kind, on: Date, row: OutcomeRow) -> Step {
    match kind {
        Kind::Confirm => Step::Confirm { on },
        Kind::Ask => {
            let reply_by = on.saturating_add(9.days());
            Step::SupplementAsk { on, points: "请写明".into(), reply_by }
        }
        Kind::Receive => Step::SupplementReceive { on, text: String::new() },
        Kind::Lapse => Step::SupplementLapse { on, no_good_reason: true },
        Kind::Decide => Step::Decide {
            on,
            item: None,
            outcome: Outcome::of(row),
            facts: String::new(),
            letter_no: String::new(),
            override_reason: "确有必要".into(),
        },
        Kind::Serve => serve(on),
        Kind::Withdraw => Step::Withdraw { on, reason: String::new() },
        Kind::Note => Step::Note { on, kind: NoteKind::Talk, text: "附注".into() },
        Kind::Archive => Step::Archive { on, file_no: "2026-1".into() },
        Kind::Amend => {
            let kind = ApplicantKind::ALL.get(row.index() % 6).copied();
            Step::Amend(Box::new(Amendment { kind, reason: "有误".into(), ..Amendment::default() }))
        }
    }
}

fn any_step() -> impl Strategy<Value = Try> {
    let after = prop_oneof![4 => 0_i64..40, 1 => 300_i64..500];
    let kind = prop::sample::select(&KINDS[..]);
    let row = prop::sample::select(&OutcomeRow::ALL[..]);
    (any::<Index>(), after, kind, row).prop_map(|(case, after, kind, row)| Try::Step(case, after, kind, row))
}

fn any_try() -> impl Strategy<Value = Try> {
    prop_oneof![
        3 => any_registration().prop_map(|form| Try::Register(Box::new(form))),
        16 => any_step(),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(case, entry)| Try::Revoke(case, entry)),
        2 => any::<Index>().prop_map(Try::Erase),
        1 => any::<Index>().prop_map(Try::RevokeCommit),
        1 => (2025_i16..=2027, 0_i64..350, 1_i64..12).prop_map(|(year, from, n)| Try::Notice(year, from, n)),
    ]
}

/// Does or is refused; anything else is a fault.
fn attempt(desk: &Desk, what: Try) {
    if let Try::Notice(year, from, n) = what {
        let off = (from..from + n).map(|day| date(year, 1, 1).saturating_add(day.days())).collect();
        let notice = BTreeMap::from([(year, YearDays { off, work: Vec::new() })]);
        let preview = desk.preview_calendar(&notice).unwrap();
        assert_eq!(desk.set_calendar(CLERK, &notice).unwrap(), preview);
        return;
    }
    if let Try::Step(case, after, Kind::Serve, row) = &what {
        attempt(desk, Try::Step(*case, *after, Kind::Decide, *row));
    }
    let rows = desk.every_row();
    if let Try::Erase(case) = what {
        return erase(desk, &rows, case);
    }
    let command = match what {
        Try::Register(form) => Command::Register(form),
        Try::Notice(..) | Try::Erase(_) => return,
        _ if rows.is_empty() => return,
        Try::Step(case, after, kind, outcome) => {
            let row = case.get(&rows);
            let on = row.listed_on.unwrap().saturating_add(after.days());
            Command::Step { id: row.id, version: None, step: step(kind, on, outcome) }
        }
        Try::Revoke(case, entry) => {
            let view = desk.case(case.get(&rows).id).unwrap();
            let seq = entry.get(&view.entries).seq;
            Command::Revoke { id: view.row.id, version: None, seq, reason: "有误".into() }
        }
        Try::RevokeCommit(entry) => {
            let head = usize::try_from(desk.head().seq.0).unwrap();
            let commit = Seq(u64::try_from(entry.index(head)).unwrap() + 1);
            Command::RevokeCommit { commit, reason: "有误".into() }
        }
    };
    let head = desk.head();
    let preview = desk.preview(command.clone());
    match desk.submit(CLERK, command) {
        Ok(done) => {
            assert_eq!(done.seq, desk.head().seq);
            assert_eq!(preview.unwrap().row.status, done.row.status);
        }
        Err(DeskError::Refused(_) | DeskError::CommitRefused { .. } | DeskError::UnknownCommit(_)) => {
            assert!(preview.is_err());
            assert_eq!(desk.head(), head);
        }
        Err(other) => panic!("{other}"),
    }
}

/// Erases a case that is in the file, or is refused; of others nothing changes, and nothing that is counted.
fn erase(desk: &Desk, rows: &[CaseRow], case: Index) {
    let filed: Vec<&CaseRow> = rows.iter().filter(|row| row.status == Status::Archived).collect();
    let Some(row) = filed.get(case.index(filed.len().max(1))) else { return };
    let tables = desk.tables(2026, None).unwrap();
    match desk.erase(CLERK, row.id, "保管期满") {
        Ok(_) => assert_eq!(desk.row(row.id).unwrap().kept, Kept::Erased),
        Err(DeskError::Refused(Refusal::Erased | Refusal::Void)) => {}
        Err(other) => panic!("{other}"),
    }
    assert_eq!(desk.tables(2026, None).unwrap(), tables);
}

/// The journal goes out as lines and comes in again under other keys; the same lines come of it.
fn assert_exported(desk: &Desk) {
    let exported = |reader: &dyn JournalReader, keys: &Keys| {
        let mut out = Vec::new();
        export(reader, keys, &mut out).unwrap();
        out
    };
    let told = exported(desk.reader().as_ref(), &desk.keys());
    let keys = Keys::in_memory(Keyring::of(OfficeKey::generate().unwrap())).unwrap();
    let mut journal = MemoryJournal::new();
    import(&mut told.as_slice(), &keys, &mut journal).unwrap();
    assert_eq!(exported(journal.reader().as_ref(), &keys), told);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_clerks_do_the_register_answers_rightly(
        tries in prop::collection::vec(any_try(), 20..90),
        turn in any::<Index>(),
    ) {
        let room = Room::new();
        let turn = turn.index(tries.len());
        let mut desk = room.desk();
        for (place, what) in tries.into_iter().enumerate() {
            attempt(&desk, what);
            if place == turn {
                desk.find("张三", 10).unwrap();
                desk.close();
                desk = room.desk();
                desk.find("张三", 10).unwrap();
            }
        }
        assert_all(&desk);
        let found: Vec<RequestId> = desk.find("张三", 1000).unwrap().iter().map(|row| row.id).collect();
        let mut expected: Vec<RequestId> = desk.every_row().iter()
            .filter(|row| !row.void && row.applicant == "张三").map(|row| row.id).collect();
        expected.reverse();
        prop_assert_eq!(found, expected);
        desk.assert_sound();
        assert_all(&desk);
        assert_exported(&desk);
    }
}
