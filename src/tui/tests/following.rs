//! What others write stands on the screen at once; the clerk's own place in it stays.

use jiff::civil::date;

use super::player::{Player, play};
use super::register;
use crate::desk::{Command, Desk};
use crate::law::ApplicantKind;
use crate::request::{Channel, ClerkId, OrganId, Particulars, Registration};

/// Another clerk registers a request that is due before those of today.
fn comes_before(desk: &Desk, applicant: &str) {
    let registration = Registration {
        no: None,
        organ: OrganId::FIRST,
        kind: ApplicantKind::Natural,
        channel: Channel::SignedPost,
        submitted_on: None,
        confirmed_on: None,
        received_on: Some(date(2026, 2, 24)),
        particulars: Particulars {
            applicant: applicant.into(),
            content: "预算".into(),
            ..Particulars::default()
        },
    };
    desk.submit(ClerkId(1), Command::Register(Box::new(registration))).unwrap();
}

fn selected(clerk: &Player<'_, '_>) -> String {
    clerk.line("> 2026-")
}

#[test]
fn a_list_and_a_search_follow_and_the_cursor_stays_on_its_row() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Home");
        assert!(selected(clerk).contains("张三"), "{}", clerk.screen());
        clerk.meanwhile(|desk| comes_before(desk, "李四")).told_of_changes(3);
        assert!(selected(clerk).contains("张三"), "{}", clerk.screen());
        assert!(clerk.screen().contains("李四") && clerk.screen().contains("2/2"), "{}", clerk.screen());
        clerk.press("/").types("预算").press("Down");
        let before = selected(clerk);
        clerk.meanwhile(|desk| comes_before(desk, "王五")).told_of_changes(1);
        assert!(clerk.screen().contains("王五"), "{}", clerk.screen());
        assert_eq!(selected(clerk), before);
    });
}

#[test]
fn a_form_and_what_was_said_last_stay_and_nothing_is_drawn_where_nothing_changed() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        let said = clerk.message();
        assert!(said.contains("已保存"), "{said}");
        clerk.frame();
        clerk.told_of_changes(5);
        assert_eq!((clerk.frame(), clerk.message()), (0, said));
        clerk.press("F2").types("半个名字");
        let before = clerk.screen();
        clerk.meanwhile(|desk| comes_before(desk, "李四")).told_of_changes(1);
        let counters = |screen: &str| screen.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(counters(&clerk.screen()), counters(&before), "but for the counters of the header");
    });
}

#[test]
fn another_terminal_gets_the_whole_screen_in_its_own_size_with_a_word_about_it() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("F2").types("半个名字");
        clerk.frame();
        clerk.attached((100, 30), "已接回");
        assert!(clerk.frame() > 500, "painted anew");
        assert_eq!(clerk.message(), "已接回");
        let screen = clerk.screen_of(100, 30);
        assert!(screen.contains("半个名字") && screen.contains("登记新申请"), "{screen}");
    });
}
