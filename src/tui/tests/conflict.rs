//! Two clerks at one request: what the other changed stands beside what one has filled in.

use jiff::civil::date;

use super::player::{Player, play};
use super::register;
use crate::desk::Command;
use crate::request::{Amendment, ClerkId, ConsultRole, Step};

fn by_another(clerk: &mut Player<'_, '_>, step: Step) {
    clerk.meanwhile(|desk| {
        let id = desk.id_of("2026-001").unwrap();
        desk.submit(ClerkId(1), Command::Step { id, version: None, step }).unwrap();
    });
}

/// A title and a reason are filled in; meanwhile somebody else gives another title and a form of supply.
fn both_correct(clerk: &mut Player<'_, '_>) {
    register(clerk, "张三", "预算");
    clerk.press("Enter F8 Tab Tab Tab Tab Tab Tab").types("我的标题");
    clerk.press("Tab Tab Tab Tab Tab Tab").types("补填");
    let amendment = Amendment {
        title: Some("他的标题".into()),
        form_of_supply: Some("纸质".into()),
        reason: "漏填".into(),
        ..Amendment::default()
    };
    by_another(clerk, Step::Amend(Box::new(amendment)));
    clerk.frame();
    clerk.press("F8");
}

fn title(clerk: &mut Player<'_, '_>) -> (String, String) {
    let mut found = (String::new(), String::new());
    clerk.meanwhile(|desk| {
        let facts = desk.case(desk.id_of("2026-001").unwrap()).unwrap().case.facts;
        found = (facts.particulars.title, facts.particulars.form_of_supply);
    });
    found
}

/// The window with the hour of the machine taken out.
fn without_hours(screen: &str) -> String {
    let mut out: Vec<char> = screen.chars().collect();
    for at in 2..out.len().saturating_sub(2) {
        if out[at] == ':' {
            let places = [at - 2, at - 1, at + 1, at + 2];
            if places.iter().all(|place| out[*place].is_ascii_digit()) {
                for place in places {
                    out[place] = '0';
                }
            }
        }
    }
    out.into_iter().collect()
}

#[test]
fn the_window_shows_field_by_field_what_it_was_what_it_is_and_what_one_wrote() {
    play(date(2026, 3, 9), |clerk| {
        both_correct(clerk);
        let bytes = clerk.frame();
        assert!(bytes < 1_500, "{bytes} bytes");
        insta::assert_snapshot!("conflict", without_hours(&clerk.screen()));
    });
}

#[test]
fn mine_is_saved_over_what_both_changed_and_theirs_stays_elsewhere() {
    play(date(2026, 3, 9), |clerk| {
        both_correct(clerk);
        clerk.press("2");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
        assert_eq!(title(clerk), ("我的标题".into(), "纸质".into()));
    });
}

#[test]
fn theirs_is_taken_for_a_field_and_one_may_go_back_to_the_form() {
    play(date(2026, 3, 9), |clerk| {
        both_correct(clerk);
        clerk.press("3");
        assert!(clerk.message().contains("标题已改用现在的"), "{}", clerk.screen());
        clerk.press("1");
        assert!(clerk.screen().contains("他的标题") && clerk.screen().contains("补填"), "{}", clerk.screen());
        // Nothing of one's own is left to be saved.
        clerk.press("F8");
        assert!(!clerk.message().contains("已保存"), "{}", clerk.screen());
        assert_eq!(title(clerk).0, "他的标题");
    });
}

#[test]
fn another_step_is_tried_by_the_same_rules_on_the_case_as_it_is_now() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter 5 Ctrl-U").types("10").press("Tab").types("李主任").press("Tab").types("会商");
        let sent = Step::ConsultSend {
            on: date(2026, 3, 5),
            party: "甲公司".into(),
            role: ConsultRole::Third,
            text: String::new(),
        };
        by_another(clerk, sent);
        clerk.press("F8");
        let screen = clerk.screen();
        assert!(clerk.line("状态").contains("现在 征求意见"), "{screen}");
        assert!(clerk.line("到期日：").contains("打开时 2026-03-30"), "{screen}");
        clerk.press("2");
        assert!(clerk.screen().contains("1 ") && clerk.screen().contains("到期日"), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
        // What was refused meanwhile is refused, and the form stays.
        clerk.press("0 Tab").types("来函");
        let withdrawn = Step::Withdraw { on: date(2026, 3, 9), reason: "电话".into() };
        by_another(clerk, withdrawn);
        clerk.press("F8 2");
        assert!(!clerk.message().contains("已保存"), "{}", clerk.screen());
        assert!(clerk.screen().contains("来函"), "{}", clerk.screen());
    });
}
