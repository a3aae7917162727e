//! Whatever becomes of the register's files, the office opens and answers as before; whatever becomes of
//! the journal's, it is said.

use std::fs;
use std::os::unix::fs::FileExt;

use super::lists::assert_all;
use super::*;
use crate::journal::JournalError;
use crate::register::{Query, Unusable};

/// An office of some cases, closed cleanly or dropped as if killed.
fn filled(cleanly: bool) -> (Room, Vec<CaseRow>) {
    let room = Room::new();
    let desk = room.desk();
    for n in 0..40_i8 {
        let received = date(2025, 11, 3).saturating_add(jiff::ToSpan::days(i64::from(n)));
        let row = desk.registered(form(received, "张三"));
        if n % 3 != 0 {
            let on = received.saturating_add(jiff::ToSpan::days(12));
            desk.step(row.id, decide_open(on)).unwrap();
            desk.step(row.id, serve(on)).unwrap();
        }
    }
    let rows = desk.every_row();
    if cleanly {
        desk.close();
    } else {
        drop(desk);
    }
    (room, rows)
}

pub(super) fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

fn assert_answers(room: &Room, rows: &[CaseRow]) -> Vec<Notice> {
    let Opened { desk, notices } = room.open();
    assert!(desk.every_row() == rows);
    assert_all(&desk);
    desk.assert_sound();
    notices
}

#[test]
fn an_office_that_was_closed_or_killed_opens_as_it_was() {
    for cleanly in [true, false] {
        let (room, rows) = filled(cleanly);
        assert_eq!(assert_answers(&room, &rows), []);
    }
}

#[test]
fn a_register_that_is_gone_empty_or_cut_off_is_derived_anew() {
    type Way = (fn(&Path), Unusable);
    let ways: [Way; 4] = [
        (|folder| fs::remove_dir_all(folder).unwrap(), Unusable::Missing),
        (
            |folder| {
                fs::remove_dir_all(folder).unwrap();
                fs::create_dir(folder).unwrap();
            },
            Unusable::Missing,
        ),
        (|folder| fs::write(folder.join("db"), "").unwrap(), Unusable::Damaged),
        (|folder| fs::write(folder.join("db"), vec![0; 5000]).unwrap(), Unusable::Damaged),
    ];
    for cleanly in [true, false] {
        let (room, rows) = filled(cleanly);
        for (damage, why) in ways {
            damage(&room.register());
            assert_eq!(assert_answers(&room, &rows), [Notice::Rebuilt(why)]);
        }
    }
}

#[test]
fn a_register_of_another_program_or_a_rebuild_cut_short_is_derived_anew() {
    let (room, rows) = filled(true);
    for (stamp, why) in [(Some("another"), Unusable::OtherVersion), (None, Unusable::Unfinished)] {
        let db = sled::open(room.register()).unwrap();
        let meta = db.open_tree("meta").unwrap();
        match stamp {
            Some(stamp) => meta.insert("derived-by", stamp).unwrap(),
            None => meta.remove("derived-by").unwrap(),
        };
        db.flush().unwrap();
        drop((meta, db));
        assert_eq!(assert_answers(&room, &rows), [Notice::Rebuilt(why)]);
    }
}

#[test]
fn a_register_that_disagrees_with_itself_is_derived_anew() {
    let (room, rows) = filled(true);
    for tree in ["rows", "counters", "numbers", "open", "received", "carried", "cells"] {
        let db = sled::open(room.register()).unwrap();
        let (key, _) = db.open_tree(tree).unwrap().pop_max().unwrap().unwrap();
        drop((key, db));
        assert_eq!(assert_answers(&room, &rows), [Notice::Mended], "{tree}");
    }
}

#[test]
fn a_register_behind_the_journal_catches_up() {
    let (room, _) = filled(true);
    let earlier = room.path().join("earlier");
    copy(&room.register(), &earlier);
    let desk = room.desk();
    desk.registered(form(date(2026, 1, 5), "李四"));
    let open = desk.all(Query::Open).unwrap();
    desk.revoke(open.first().unwrap().id, open.first().unwrap().version).unwrap();
    let rows = desk.every_row();
    desk.close();
    copy(&earlier, &room.register());
    assert_eq!(assert_answers(&room, &rows), []);
}

#[test]
fn flipped_bytes_in_the_register_never_give_a_wrong_answer() {
    for cleanly in [true, false] {
        let (room, rows) = filled(cleanly);
        let (sound, journal) = (room.path().join("sound"), room.path().join("sound.journal"));
        copy(&room.register(), &sound);
        copy(&room.journal(), &journal);
        let length = fs::metadata(sound.join("db")).unwrap().len();
        for seed in 0_u64..30 {
            copy(&sound, &room.register());
            copy(&journal, &room.journal());
            let db = fs::OpenOptions::new().read(true).write(true).open(room.register().join("db")).unwrap();
            for flip in 0..=(seed % 4) * 5 {
                let dice =
                    (seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(u32::try_from(flip).unwrap());
                let at = (dice >> 8) % length;
                let mut byte = [0];
                db.read_exact_at(&mut byte, at).unwrap();
                db.write_all_at(&[byte[0] ^ (1 << (dice % 8))], at).unwrap();
            }
            drop(db);
            let desk = room.desk();
            assert!(desk.every_row() == rows, "{cleanly} {seed}");
            assert_eq!(desk.counts(2025, None).unwrap().new, [40, 0, 0, 0, 0, 0]);
            assert_eq!(desk.all(Query::Open).unwrap().len(), 14, "{cleanly} {seed}");
            desk.registered(form(date(2026, 1, 5), "不存在"));
            desk.assert_sound();
            drop(desk);
            assert_eq!(room.desk().every_row().last().unwrap().applicant, "不存在");
        }
    }
}

fn segment(room: &Room) -> PathBuf {
    room.journal().join("000001.journal")
}

/// The bytes of the journal that are written.
fn written(room: &Room) -> usize {
    fs::read(segment(room)).unwrap().iter().rposition(|byte| *byte != 0).unwrap() + 1
}

#[test]
fn a_journal_cut_short_behind_the_registers_back_is_never_derived_over() {
    let room = Room::new();
    let desk = room.desk();
    desk.registered(form(date(2026, 3, 2), "张三"));
    desk.close();
    let before = written(&room);
    let desk = room.desk();
    desk.registered(form(date(2026, 3, 3), "李四"));
    desk.close();
    let after = written(&room);
    let file = fs::OpenOptions::new().write(true).open(segment(&room)).unwrap();
    file.write_all_at(&vec![0; after - before], u64::try_from(before).unwrap()).unwrap();
    let register = |room: &Room| fs::read(room.register().join("db")).unwrap();
    let kept = register(&room);
    for _ in 0..2 {
        let error = room.try_open().unwrap_err();
        assert!(matches!(error, DeskError::Journal(JournalError::Shortened { .. })), "{error}");
    }
    // Nothing of it was derived over the register that still knows.
    let Opening::Usable(register, anchor) = register::open(&room.register(), &room.keys).unwrap() else {
        panic!("usable");
    };
    assert_eq!(register.rows().count(), 2);
    assert!(anchor.seq > Seq(1) && !kept.is_empty());
}

#[test]
fn one_flipped_byte_in_the_journal_is_named_in_words_by_opening_and_by_verifying() {
    let (room, _) = filled(true);
    let (sound, end) = (fs::read(segment(&room)).unwrap(), written(&room));
    let head = room.desk().head().seq;
    for place in 0..60 {
        let at = 64 + place * (end - 64) / 60;
        let mut bytes = sound.clone();
        bytes[at] ^= 0x10;
        fs::write(segment(&room), &bytes).unwrap();
        let error = match room.try_open() {
            Err(DeskError::Journal(error)) => error,
            other => panic!("{at}: {other:?}"),
        };
        let JournalError::Damaged(fault) = &error else { panic!("{at}: {error}") };
        assert!(fault.seq <= head, "{at}");
        let words = crate::words::desk::error(&DeskError::Journal(error));
        assert!(words.contains("日志损坏: 记录 ") && words.contains("000001.journal"), "{words}");
        assert!(words.contains("从备份恢复"), "{words}");
        let inspected =
            crate::journal::inspect(&crate::journal::Directory::at(room.journal()), None, &mut |_| {});
        assert!(
            inspected.is_err() || inspected.is_ok_and(|inspected| format!("{inspected:?}").contains("Fault"))
        );
        assert_eq!(fs::read(segment(&room)).unwrap(), bytes, "nothing was touched");
    }
    // While it is open, verifying finds it too.
    fs::write(segment(&room), &sound).unwrap();
    let desk = room.desk();
    let file = fs::OpenOptions::new().write(true).open(segment(&room)).unwrap();
    let at = end / 2;
    file.write_all_at(&[sound[at] ^ 0x10], u64::try_from(at).unwrap()).unwrap();
    let verified = desk.verify(&mut |_| {}).unwrap();
    assert!(verified.journal.is_err() && verified.register.is_none());
}

#[test]
fn a_register_that_breaks_while_it_is_in_use_is_derived_anew_unnoticed() {
    let (room, rows) = filled(true);
    let desk = room.desk();
    {
        let slot = desk.register.read().unwrap();
        slot.as_ref().unwrap().break_for_test();
    }
    assert_eq!(desk.every_row(), rows);
    desk.assert_sound();
}

#[test]
fn a_cancelled_rebuild_leaves_the_register_as_it_was() {
    let (room, rows) = filled(true);
    let desk = room.desk();
    assert!(matches!(desk.rebuild(&mut |_| false), Err(DeskError::Register(RegisterError::Cancelled))));
    assert_eq!(desk.every_row(), rows);
    desk.assert_sound();
}
