//! Random histories: whatever clerks do, the register answers as its rows say and as one derived anew.

use jiff::ToSpan;
use proptest::prelude::*;
use proptest::sample::Index;

use super::lists::assert_all;
use super::*;
use crate::request::{Amendment, NoteKind};

/// What a clerk tries; the desk may refuse.
#[derive(Debug, Clone)]
enum Try {
    Register(Box<Registration>),
    Step(Index, Step),
    Revoke(Index, Index),
    RevokeCommit(Index),
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
        let form = Registration { no, kind, organ, ..form(on, who) };
        if web {
            Registration { channel: Channel::Internet, submitted_on: Some(on), received_on: None, ..form }
        } else {
            form
        }
    })
}

fn any_step() -> impl Strategy<Value = Step> {
    let row = prop::sample::select(&OutcomeRow::ALL[..]);
    let amended = |kind| {
        let kind = Some(kind);
        Step::Amend(Box::new(Amendment { kind, reason: "有误".into(), ..Amendment::default() }))
    };
    prop_oneof![
        3 => any_day().prop_map(|on| Step::Confirm { on }),
        1 => (any_day(), 1_i64..20).prop_map(|(on, days)| Step::SupplementAsk {
            on,
            points: "请写明".into(),
            reply_by: on.saturating_add(days.days()),
        }),
        1 => any_day().prop_map(|on| Step::SupplementReceive { on, text: String::new() }),
        1 => any_day().prop_map(|on| Step::SupplementLapse { on, no_good_reason: true }),
        6 => (any_day(), row).prop_map(|(on, row)| Step::Decide {
            on,
            item: None,
            outcome: Outcome::of(row),
            facts: String::new(),
            letter_no: String::new(),
            override_reason: "确有必要".into(),
        }),
        6 => any_day().prop_map(serve),
        1 => any_day().prop_map(|on| Step::Withdraw { on, reason: String::new() }),
        1 => any_day().prop_map(|on| Step::Note { on, kind: NoteKind::Talk, text: "附注".into() }),
        1 => prop::sample::select(&ApplicantKind::ALL[..]).prop_map(amended),
    ]
}

fn any_try() -> impl Strategy<Value = Try> {
    prop_oneof![
        3 => any_registration().prop_map(|form| Try::Register(Box::new(form))),
        8 => (any::<Index>(), any_step()).prop_map(|(case, step)| Try::Step(case, step)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(case, entry)| Try::Revoke(case, entry)),
        1 => any::<Index>().prop_map(Try::RevokeCommit),
    ]
}

/// Does or is refused; anything else is a fault.
fn attempt(desk: &Desk, attempt: Try) {
    let rows = desk.every_row();
    let command = match attempt {
        Try::Register(form) => Command::Register(form),
        _ if rows.is_empty() => return,
        Try::Step(case, step) => Command::Step { id: case.get(&rows).id, version: None, step },
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_clerks_do_the_register_answers_rightly(
        tries in prop::collection::vec(any_try(), 1..70),
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
    }
}
