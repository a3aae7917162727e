//! Keys of cases: each opens its own case and no other, and a case whose key is destroyed is still counted.

use std::fs;

use super::*;
use crate::desk::submit::Whose;
use crate::journal::{KeyState, MemoryJournal, PrivateError, export, import};
use crate::register::Kept;
use crate::request::{ConsultRole, ERASED, Refusal, UNREADABLE, erasure};

/// A case with two items and two consultations that were open at once, answered, served, in the file.
fn archived(desk: &Desk, applicant: &str) -> CaseRow {
    let mut form = form(date(2026, 3, 2), applicant);
    form.particulars.items = vec!["甲事项".into(), "乙事项".into()];
    let row = desk.registered(form);
    let decided = |item| match decide_open(date(2026, 3, 16)) {
        Step::Decide { on, outcome, facts, letter_no, override_reason, .. } => {
            Step::Decide { on, item: Some(item), outcome, facts, letter_no, override_reason }
        }
        other => other,
    };
    let consult = |party: &str| Step::ConsultSend {
        on: date(2026, 3, 4),
        party: party.into(),
        role: ConsultRole::Third,
        text: String::new(),
    };
    let steps = [
        consult("甲公司"),
        consult("乙公司"),
        decided(2),
        decided(1),
        serve(date(2026, 3, 17)),
        Step::Archive { on: date(2026, 3, 20), file_no: "2026-1".into() },
    ];
    for step in steps {
        desk.step(row.id, step).unwrap();
    }
    desk.row(row.id).unwrap()
}

#[test]
fn an_erased_case_reads_as_erased_everywhere_and_is_counted_as_before() {
    let room = Room::new();
    let desk = room.desk();
    let (row, other) = (archived(&desk, "李强"), archived(&desk, "王芳"));
    assert_eq!(desk.find("李强", 9).unwrap().len(), 1);
    let tables = desk.tables(2026, None).unwrap();
    let before = desk.case(row.id).unwrap();
    desk.erase(CLERK, row.id, "保管期满").unwrap();
    assert_eq!(desk.tables(2026, None).unwrap(), tables);
    let check = |desk: &Desk| {
        let after = desk.row(row.id).unwrap();
        assert_eq!(
            (after.applicant.as_str(), after.shown_title(), after.kept),
            (ERASED, ERASED, Kept::Erased)
        );
        assert_eq!(
            (after.outcome, after.closed_on, after.kind, &after.no),
            (row.outcome, row.closed_on, row.kind, &row.no)
        );
        assert_eq!(desk.row(other.id).unwrap(), other);
        assert!(desk.find("李强", 9).unwrap().is_empty() && desk.find("王芳", 9).unwrap().len() == 1);
        let case = desk.case(row.id).unwrap();
        assert_eq!((case.case.items.len(), case.case.consultations.len()), (2, 2));
        assert_eq!(case.case.facts.particulars.applicant, ERASED);
        assert_eq!(case.entries.len(), before.entries.len() + 1);
        let days = |view: &CaseView| view.entries.iter().map(|entry| entry.event.on()).collect::<Vec<_>>();
        assert!(days(&case).starts_with(&days(&before)));
        assert!(matches!(&case.entries.last().unwrap().event,
            crate::request::Event::Erased(erased) if erased.reason == "保管期满" && erased.items == 2));
        let verified = desk.verify(&mut |_| {}).unwrap();
        assert!(verified.journal.is_ok() && verified.erased == 1 && verified.lost.is_empty());
        assert_eq!(desk.tables(2026, None).unwrap(), tables);
        desk.assert_sound();
    };
    check(&desk);
    desk.close();
    let room = room.reborn();
    let desk = room.desk();
    check(&desk);
    assert!(matches!(desk.step(row.id, serve(date(2026, 3, 21))), Err(DeskError::Refused(Refusal::Erased))));
    assert!(matches!(desk.erase(CLERK, row.id, "再删"), Err(DeskError::Refused(Refusal::Erased))));
    assert!(!desk.earlier("李强", "", None).unwrap().iter().any(|earlier| earlier.row.id == row.id));
}

#[test]
fn only_what_is_in_the_file_and_has_a_key_of_its_own_is_erased() {
    let room = Room::new();
    let desk = room.desk();
    let open = desk.registered(form(date(2026, 3, 2), "李强"));
    let refused = desk.erase(CLERK, open.id, "保管期满");
    assert!(matches!(refused, Err(DeskError::Refused(Refusal::NotArchived))));
    let row = archived(&desk, "王芳");
    assert!(matches!(desk.erase(CLERK, row.id, ""), Err(DeskError::Refused(Refusal::Missing(_)))));
    // The key is of the office where the store never had one: what a case of an earlier version is like.
    assert_eq!(desk.keys.state(row.id.0 + 100), KeyState::Absent);
    assert_eq!(desk.keys_shown().unwrap().cases.live, 2);
    assert!(desk.keys.doomed().is_empty(), "nothing was begun");
}

#[test]
fn a_crash_while_erasing_is_finished_or_taken_back_when_the_office_is_opened() {
    for appended in [false, true] {
        let room = Room::new();
        let desk = room.desk();
        let row = archived(&desk, "李强");
        desk.keys.doom(row.id.0).unwrap();
        if appended {
            let entries = desk.entries(&row).unwrap();
            let reckoning = desk.reckoning();
            let context = crate::request::Context { today: TODAY, reckoning: &reckoning };
            let event = erasure(&entries, "保管期满".into(), &context).unwrap().event;
            let mut writer = desk.writer().unwrap();
            desk.write(&mut writer, CLERK, &[(Whose::Case(row.id), event)]).unwrap();
        }
        drop(desk);
        let room = room.reborn();
        assert_eq!(room.keys.doomed(), [row.id.0]);
        let desk = room.desk();
        assert!(room.keys.doomed().is_empty());
        let kept = desk.row(row.id).unwrap();
        if appended {
            assert_eq!(
                (kept.kept, room.keys.state(row.id.0)),
                (Kept::Erased, KeyState::Destroyed { items: 2 })
            );
        } else {
            assert_eq!(kept, row);
            desk.erase(CLERK, row.id, "保管期满").unwrap();
        }
        desk.assert_sound();
    }
}

#[test]
fn a_key_whose_case_was_never_saved_does_no_harm() {
    let room = Room::new();
    let desk = room.desk();
    let first = desk.registered(form(date(2026, 3, 2), "李强"));
    let next = desk.head().seq.0 + 1;
    room.keys.make([next]).unwrap();
    drop(desk);
    let room = room.reborn();
    let desk = room.desk();
    assert_eq!(room.keys.state(next), KeyState::Live);
    let second = desk.registered(form(date(2026, 3, 3), "王芳"));
    assert_eq!(second.id.0, next);
    // And where the number goes to a step, the key stays unused.
    room.keys.make([next + 1]).unwrap();
    desk.step(first.id, decide_open(date(2026, 3, 16))).unwrap();
    desk.close();
    let room = room.reborn();
    let desk = room.desk();
    assert_eq!(desk.row(second.id).unwrap().applicant, "王芳");
    desk.assert_sound();
}

#[test]
fn a_damaged_key_costs_its_own_case_alone_and_every_message_says_which() {
    let room = Room::new();
    let desk = room.desk();
    let rows = [archived(&desk, "李强"), archived(&desk, "王芳"), archived(&desk, "赵六")];
    let tables = desk.tables(2026, None).unwrap();
    desk.close();
    let path = room.path().join("keys/cases.keys");
    let whole = fs::read(&path).unwrap();
    // The header, then a slot a case: in turn the checksum, the wrapped key, and whose it is.
    for at in [64 + 64 + 63, 64 + 64 + 40, 64 + 64 + 9] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&path, &bytes).unwrap();
        let reborn = Room { keys: Arc::clone(&room.keys), folder: tempfile::tempdir().unwrap() };
        for part in ["keys", "journal", "register"] {
            super::opening::copy(&room.path().join(part), &reborn.path().join(part));
        }
        let reborn = reborn.reborn();
        let desk = reborn.desk();
        assert_eq!(
            [desk.row(rows[0].id).unwrap(), desk.row(rows[2].id).unwrap()],
            [rows[0].clone(), rows[2].clone()]
        );
        let lost = desk.row(rows[1].id).unwrap();
        assert_eq!(
            (lost.applicant.as_str(), lost.kept, lost.outcome),
            (UNREADABLE, Kept::Lost, rows[1].outcome)
        );
        let error = desk.case(rows[1].id).unwrap_err();
        let said = crate::words::desk::error(&error);
        assert!(said.contains("其他各件不受影响") && said.contains(&rows[1].id.0.to_string()), "{said}");
        assert!(desk.step(rows[1].id, serve(date(2026, 3, 21))).is_err());
        assert_eq!(desk.verify(&mut |_| {}).unwrap().lost, [rows[1].no.clone()]);
        assert_eq!(desk.tables(2026, None).unwrap(), tables);
        desk.assert_sound();
        // Once the store is whole again, deriving anew brings it back.
        desk.close();
        fs::write(reborn.path().join("keys/cases.keys"), &whole).unwrap();
        let reborn = reborn.reborn();
        let desk = reborn.desk();
        desk.rebuild(&mut |_| true).unwrap();
        assert_eq!(desk.row(rows[1].id).unwrap(), rows[1]);
    }
}

#[test]
fn a_foreign_key_or_a_lost_store_is_said_before_anything_is_derived() {
    let room = Room::new();
    let desk = room.desk();
    let row = archived(&desk, "李强");
    desk.close();
    let (office, folder) = (Keyring::clone(&room.keys.office()), room.path().join("keys"));
    let foreign = Keyring::of(OfficeKey::generate().unwrap());
    let room = Room { keys: Arc::new(Keys::open_at(&folder, foreign).unwrap()), ..room };
    let error = room.try_open().unwrap_err();
    assert!(matches!(error, DeskError::WrongOfficeKey), "{error}");
    assert!(crate::words::desk::error(&error).contains("不是本单位的密钥"));
    let path = folder.join("cases.keys");
    let whole = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let room = Room { keys: Arc::new(Keys::open_at(&folder, office.clone()).unwrap()), ..room };
    for _ in 0..2 {
        let error = room.try_open().unwrap_err();
        assert!(matches!(error, DeskError::KeyStoreMissing), "{error}");
        assert!(crate::words::desk::error(&error).contains("data/keys"));
    }
    fs::write(&path, whole).unwrap();
    let room = Room { keys: Arc::new(Keys::open_at(&folder, office).unwrap()), ..room };
    let opened = room.open();
    assert_eq!(opened.notices, [], "the register is as it was");
    assert_eq!(opened.desk.row(row.id).unwrap(), row);
}

#[test]
fn a_new_office_key_wraps_the_keys_of_all_cases_and_opens_what_the_old_one_sealed() {
    let room = Room::new();
    let desk = room.desk();
    let row = archived(&desk, "李强");
    let head = desk.head();
    let mut office = Keyring::clone(&room.keys.office());
    office.rotate(OfficeKey::generate().unwrap());
    assert_eq!(desk.rewrap_keys(office).unwrap(), 1);
    assert_eq!((desk.head(), desk.keys_shown().unwrap().office), (head, vec![1, 2]));
    let second = archived(&desk, "王芳");
    desk.close();
    let room = room.reborn();
    let desk = room.desk();
    assert_eq!([desk.row(row.id).unwrap(), desk.row(second.id).unwrap()], [row, second]);
    // The old key alone opens no key of a case any more.
    let old: Vec<String> = room
        .keys
        .office()
        .to_text()
        .lines()
        .filter(|line| !line.starts_with("key 2"))
        .map(|line| line.replace("current 2", "current 1"))
        .collect();
    let old = Keyring::from_text(&old.join("\n")).unwrap();
    let store = Keys::open_at(&room.path().join("keys"), old).unwrap();
    assert!(store.seal(3, &[], &[]).is_ok(), "no case has this number");
    let sealed = store.seal(desk.every_row()[0].id.0, &[], &[]);
    assert!(matches!(sealed, Err(PrivateError::CaseKeyDamaged { .. })));
}

#[test]
fn an_export_of_an_office_with_an_erased_case_comes_back_with_the_same_export() {
    let room = Room::new();
    let desk = room.desk();
    let (row, _) = (archived(&desk, "李强"), archived(&desk, "王芳"));
    desk.erase(CLERK, row.id, "保管期满").unwrap();
    let exported = |reader: &dyn JournalReader, keys: &Keys| {
        let mut out = Vec::new();
        export(reader, keys, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let told = exported(desk.reader().as_ref(), &desk.keys());
    assert!(!told.contains("李强") && told.contains("王芳") && told.contains("保管期满"), "{told}");
    let keys = Keys::in_memory(Keyring::of(OfficeKey::generate().unwrap())).unwrap();
    let mut journal = MemoryJournal::new();
    import(&mut told.as_bytes(), &keys, &mut journal).unwrap();
    assert_eq!(exported(journal.reader().as_ref(), &keys), told);
    assert_eq!(keys.state(row.id.0), KeyState::Destroyed { items: 2 });
}

#[test]
fn a_case_from_before_there_were_keys_of_cases_goes_on_under_the_office_key() {
    // As an earlier version wrote it: no key was made for the case.
    let room = Room::new();
    let id = {
        let reckoning = room.desk().reckoning();
        let opened = FileJournal::open_at(&room.journal(), None).unwrap();
        let mut journal = opened.journal;
        let head = journal.head().seq;
        let registration = form(date(2026, 3, 2), "李强");
        let context = crate::request::Context { today: TODAY, reckoning: &reckoning };
        let no = crate::request::RequestNo::running("", 2026, 1);
        let event = crate::request::register(registration, no, &context).unwrap();
        let author = crate::journal::Author { who: CLERK, at: 0, practice_day: None };
        let id = RequestId(head.next().0);
        let fact = crate::journal::Fact::Request(event);
        let entry = crate::journal::encode(head.next(), Some(id), author, &fact, &room.keys).unwrap();
        assert_eq!(entry.private.as_ref().unwrap().key_id, 1);
        journal.append(head, vec![entry]).unwrap();
        id
    };
    let desk = room.desk();
    for step in [
        decide_open(date(2026, 3, 16)),
        serve(date(2026, 3, 17)),
        Step::Archive { on: date(2026, 3, 20), file_no: "2026-1".into() },
    ] {
        desk.step(id, step).unwrap();
    }
    let error = desk.erase(CLERK, id, "保管期满").unwrap_err();
    assert!(matches!(error, DeskError::NoOwnKey(_)), "{error}");
    assert!(crate::words::desk::error(&error).contains("journal import"));
    assert_eq!(desk.row(id).unwrap().applicant, "李强");
    desk.assert_sound();
}
