//! What is half-typed outlives the process: a session is killed, the next one finds it.

use jiff::civil::{Date, date};

use super::player::{Place, Player};
use super::register;
use crate::desk::{Command, Desk};
use crate::request::{ClerkId, NoteKind, Step};
use crate::terminal::Event;
use crate::tui::form::{Form, FormField};
use crate::tui::model::Head;

const TODAY: Date = date(2026, 3, 9);

fn question(clerk: &Player<'_, '_>) -> String {
    let screen = clerk.screen();
    assert!(screen.contains("没有保存的表单") && screen.contains("打开，接着填"), "{screen}");
    screen
}

/// How many requests there are.
fn requests(clerk: &mut Player<'_, '_>) -> usize {
    let mut count = 0;
    clerk.meanwhile(|desk| count = desk.count(crate::register::Query::All).unwrap());
    count
}

#[test]
fn a_registration_that_was_cut_off_is_asked_about_and_comes_up_filled_in() {
    let place = Place::new();
    place.play(TODAY, |clerk| {
        clerk.press("F2").types("李强").press("Tab 1 Tab 2 Tab Ctrl-U").types("0302").press("Tab Tab");
        clerk.types("2025年度预算").pause();
    });
    let sealed = place.drafts();
    assert_eq!(sealed.len(), 1);
    assert!(!sealed[0].1.windows(6).any(|part| part == "李强".as_bytes()), "sealed");
    // The next day proposes another day of receipt; what was typed counts.
    place.play(date(2026, 3, 10), |clerk| {
        let screen = question(clerk);
        assert!(screen.contains("登记新申请（申请人 李强，申请人类型 自然人）"), "{screen}");
        clerk.press("1");
        assert!(clerk.message().contains("已恢复上次的草稿"), "{}", clerk.screen());
        let screen = clerk.screen();
        for words in ["李强", "自然人", "2026-03-02", "2025年度预算"] {
            assert!(screen.contains(words), "{words}: {screen}");
        }
        clerk.press("F8");
        assert!(clerk.message().contains("已保存：2026-001"), "{}", clerk.screen());
    });
    assert!(place.drafts().is_empty());
    place.play(TODAY, |clerk| assert!(!clerk.screen().contains("没有保存"), "{}", clerk.screen()));
}

#[test]
fn what_is_given_up_or_cleared_again_is_gone_and_what_waits_is_asked_about_again() {
    let place = Place::new();
    place.play(TODAY, |clerk| {
        clerk.press("F2").types("李强").pause();
        clerk.press("Ctrl-U").pause();
        assert!(place.drafts().is_empty(), "nothing is typed any more");
        clerk.types("李强").pause().press("Esc 2");
        assert!(place.drafts().is_empty(), "given up");
        clerk.press("F2").types("李强").pause().press("Esc 1");
        clerk.press("F2").types("王").press("Esc 1 F10");
        assert!(clerk.screen().contains("已存为草稿"), "{}", clerk.screen());
    });
    place.play(TODAY, |clerk| {
        question(clerk);
        clerk.press("3");
        assert!(clerk.message().contains("草稿还在"), "{}", clerk.screen());
        clerk.press("F2");
        assert!(clerk.line("申请人*").contains("李强"), "{}", clerk.screen());
    });
    place.play(TODAY, |clerk| {
        question(clerk);
        clerk.press("Esc F2");
        assert!(clerk.line("申请人*").contains("李强"), "{}", clerk.screen());
    });
    place.play(TODAY, |clerk| {
        question(clerk);
        clerk.press("2");
        assert!(clerk.message().contains("已放弃"), "{}", clerk.screen());
    });
    assert!(place.drafts().is_empty());
}

#[test]
fn a_line_that_hangs_up_keeps_at_once_what_was_typed_last() {
    let place = Place::new();
    place.play(TODAY, |clerk| {
        clerk.press("F2").types("李强").event(Event::Hangup);
        assert!(clerk.has_ended());
    });
    place.play(TODAY, |clerk| assert!(question(clerk).contains("李强")));
}

#[test]
fn what_is_typed_without_a_pause_is_kept_too() {
    let place = Place::new();
    place.play(TODAY, |clerk| {
        clerk.press("F2").types(&"李强".repeat(40));
    });
    assert_eq!(place.drafts().len(), 1);
}

#[test]
fn several_are_asked_about_one_after_the_other_the_newest_first() {
    let place = Place::new();
    place.play(TODAY, |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter 2 Tab").types("请写明年度").pause().press("Esc 1 Esc");
        clerk.press("F2").types("李强").pause();
    });
    assert_eq!(place.drafts().len(), 2);
    place.play(TODAY, |clerk| {
        assert!(question(clerk).contains("登记新申请") && clerk.screen().contains("另有 1 份"));
        clerk.press("2");
        assert!(question(clerk).contains("补正告知  申请 2026-001"), "{}", clerk.screen());
        clerk.press("1");
        assert!(clerk.line("补正事项").contains("请写明年度") || clerk.screen().contains("请写明年度"));
        assert!(clerk.screen().contains("补正告知  申请 2026-001"), "{}", clerk.screen());
        clerk.press("Tab Tab").types("0320").press("F8 Enter");
        assert!(clerk.message().contains("待补正"), "{}", clerk.screen());
    });
    assert!(place.drafts().is_empty());
}

/// Another clerk notes something on the only request.
fn note(desk: &Desk) {
    let id = desk.all(crate::register::Query::All).unwrap()[0].id;
    let step = Step::Note { on: TODAY, kind: NoteKind::Talk, text: "来电催问".into() };
    desk.submit(ClerkId(1), Command::Step { id, version: None, step }).unwrap();
}

#[test]
fn a_case_that_changed_meanwhile_is_told_as_for_a_form_that_stayed_open() {
    let place = Place::new();
    place.play(TODAY, |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter 8 Ctrl-U").types("0309").press("Tab Enter 1 Enter").press("1 Tab");
        clerk.types("依法公开").pause().meanwhile(note);
    });
    place.play(TODAY, |clerk| {
        clerk.press("1");
        assert!(clerk.message().contains("此后这里又有新的记录"), "{}", clerk.screen());
        assert!(clerk.line("办理结果").contains("予以公开"), "{}", clerk.screen());
        assert!(clerk.screen().contains("依法公开"), "{}", clerk.screen());
        clerk.press("F8");
        assert!(clerk.screen().contains("来电催问"), "{}", clerk.screen());
        clerk.press("Enter F8 Enter");
        assert!(clerk.message().contains("待送达"), "{}", clerk.screen());
    });
    assert!(place.drafts().is_empty());
}

#[test]
fn what_was_recorded_just_before_the_end_never_comes_back() {
    let place = Place::new();
    place.play(TODAY, |clerk| {
        clerk.press("F2").types("李强").press("Tab 1 Tab 2 Tab Ctrl-U").types("0302").press("Tab Tab");
        clerk.types("预算").pause();
        // Between the journal and the end of the draft.
        clerk.press_last("F8");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
    });
    assert_eq!(place.drafts().len(), 1);
    place.play(TODAY, |clerk| {
        assert!(!clerk.screen().contains("打开，接着填"), "{}", clerk.screen());
        assert!(clerk.message().contains("已经保存，没有重复"), "{}", clerk.message());
        assert_eq!(requests(clerk), 1);
    });
    assert!(place.drafts().is_empty());
}

#[test]
fn what_was_refused_or_cut_off_before_it_was_recorded_is_still_there() {
    let place = Place::new();
    place.play(TODAY, |clerk| {
        clerk.press("F2").types("李强").press("Tab 1 Tab 2 Tab Ctrl-U").types("+3").press("Tab Tab");
        clerk.types("预算").pause().press_last("F8");
        assert!(clerk.message().contains("晚于今天"), "{}", clerk.screen());
    });
    let sent = place.drafts();
    place.play(TODAY, |clerk| {
        assert!(question(clerk).contains("李强"));
        clerk.pause();
        assert_ne!(place.drafts(), sent, "the attempt is none any more");
        clerk.press("1");
        assert!(clerk.line("申请人*").contains("李强"), "{}", clerk.screen());
    });
}

#[test]
fn the_words_of_a_report_and_the_form_of_a_register_come_back() {
    let place = Place::new();
    place.play(date(2027, 1, 4), |clerk| {
        clerk.press("F7 [ 4 Enter").types("本机关认真贯彻").pause();
    });
    place.play(date(2027, 1, 4), |clerk| {
        assert!(question(clerk).contains("文字 本机关认真贯彻"), "{}", clerk.screen());
        clerk.press("1");
        assert!(clerk.screen().contains("本机关认真贯彻"), "{}", clerk.screen());
        clerk.press("F8");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
    });
    assert!(place.drafts().is_empty());
    place.play(date(2027, 1, 4), |clerk| {
        clerk.press("F12 1 F2 2 Tab").types("某某管理办法").pause();
    });
    place.play(date(2027, 1, 4), |clerk| {
        clerk.press("1");
        assert!(clerk.line("某某管理办法").contains('某'), "{}", clerk.screen());
        clerk.press("Tab Tab Tab Ctrl-U").types("0104").press("F8");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
        // What is done to a record, as well.
        clerk.press("Home Enter Enter 1 Tab").types("已被替代").pause();
    });
    place.play(date(2027, 1, 4), |clerk| {
        question(clerk);
        clerk.press("1");
        assert!(clerk.screen().contains("已被替代"), "{}", clerk.screen());
    });
}

#[test]
fn a_damaged_draft_is_said_and_stays_beside() {
    let place = Place::new();
    place.play(TODAY, |clerk| {
        clerk.press("F2").types("李强").pause();
    });
    place.put("draft-1", b"gongkai draft 1\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
    place.play(TODAY, |clerk| {
        assert!(clerk.message().contains("draft-1.unreadable"), "{}", clerk.screen());
        assert!(!clerk.screen().contains("打开，接着填"), "{}", clerk.screen());
    });
}

#[test]
fn no_two_fields_of_a_form_are_called_the_same() {
    let unique = |fields: &[FormField]| {
        let mut labels: Vec<_> = fields.iter().map(|field| field.label).collect();
        labels.sort_unstable();
        let all = labels.len();
        labels.dedup();
        labels.len() == all
    };
    let head = Head { today: TODAY, ..Head::default() };
    assert!(unique(&Form::register(&head).fields));
    for kind in crate::records::RecordKind::ALL {
        let form = Form::new_record(kind, &crate::records::Records::default(), &head);
        assert!(unique(&form.fields), "{kind:?}");
    }
    for kind in crate::tui::screens::StepKind::ALL {
        let form = super::forms::blank(*kind, super::forms::received());
        assert!(unique(&form.fields), "{kind:?}");
    }
}
