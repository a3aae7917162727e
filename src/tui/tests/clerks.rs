//! The clerks by keys: cases handed over, one at a time, marked, and all at once; standing in; the list.

use jiff::civil::date;

use super::player::{Player, play};
use super::register;
use crate::desk::ClerkChange;
use crate::office::{Role, Roles, StandIn};
use crate::request::ClerkId;

const SECOND: ClerkId = ClerkId(2);

/// A second clerk, and three cases of the first.
fn with_two(script: impl FnOnce(&mut Player<'_, '_>)) {
    play(date(2026, 3, 9), |clerk| {
        clerk.meanwhile(|desk| {
            let change = ClerkChange {
                name: Some("李强".into()),
                uid: Some(4_000_001),
                roles: Some(Roles::of([Role::Handler])),
                ..ClerkChange::default()
            };
            desk.add_clerk(ClerkId(1), change).unwrap();
        });
        clerk.told_of_changes(1);
        for applicant in ["张三", "李四", "王五"] {
            register(clerk, applicant, "预算");
        }
        script(clerk);
    });
}

fn handlers(clerk: &mut Player<'_, '_>) -> Vec<u32> {
    let mut handlers = Vec::new();
    clerk.meanwhile(|desk| {
        let rows = desk.all(crate::register::Query::AtWork).unwrap();
        handlers = rows.iter().map(|row| row.handler.0).collect();
    });
    handlers
}

#[test]
fn a_case_is_handed_to_another_from_its_menu_of_steps_and_shows_who_handles_it() {
    with_two(|clerk| {
        clerk.press("Home Enter");
        assert!(clerk.line("承办人").contains("王敏（登记人）"), "{}", clerk.screen());
        clerk.press("Enter 3 7");
        assert!(clerk.screen().contains("现由 王敏 承办"), "{}", clerk.screen());
        clerk.press("1 F8");
        assert!(clerk.screen().contains("无需移交"), "{}", clerk.screen());
        clerk.press("2 F8");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
        assert!(clerk.line("承办人").contains("李强（2026-03-09 移交）"), "{}", clerk.screen());
        assert!(clerk.screen().contains("移交：由 李强 承办"), "{}", clerk.screen());
        // Taken back like any other entry.
        clerk.press("- 1");
        assert_eq!(handlers(clerk), [1, 1, 1], "{}", clerk.screen());
    });
}

#[test]
fn marked_cases_are_handed_over_together() {
    with_two(|clerk| {
        clerk.press("Home Space Down Space + 3 7").press("2 F8");
        assert!(clerk.screen().contains("2 件可以办理"), "{}", clerk.screen());
        clerk.press("Enter");
        let mut all = handlers(clerk);
        all.sort_unstable();
        assert_eq!(all, [1, 2, 2], "{}", clerk.screen());
    });
}

#[test]
fn everything_of_a_clerk_goes_to_another_after_the_numbers_were_shown() {
    with_two(|clerk| {
        clerk.press("@");
        assert!(
            clerk.line("王敏").contains('3') && clerk.line("李强").contains("承办"),
            "{}",
            clerk.screen()
        );
        clerk.press("F2 1 Tab").types("离职").press("F8");
        let screen = clerk.screen();
        assert!(screen.contains("由 王敏 移交 李强 3 件") && screen.contains("2026-003"), "{screen}");
        assert_eq!(handlers(clerk), [1, 1, 1], "nothing yet");
        clerk.press("1");
        assert!(clerk.message().contains("3 件已移交 李强"), "{}", clerk.screen());
        assert_eq!(handlers(clerk), [2, 2, 2]);
        clerk.press("F2");
        assert!(clerk.message().contains("没有承办"), "{}", clerk.screen());
        // Enter lists what the other has now.
        clerk.press("Down Enter");
        assert!(clerk.screen().contains("查找：未结 承办人:李强"), "{}", clerk.screen());
        assert!(clerk.screen().contains("2026-001"), "{}", clerk.screen());
    });
}

#[test]
fn standing_in_is_set_and_ended_and_the_view_of_ones_own_has_both() {
    with_two(|clerk| {
        clerk.press("Home Enter Enter 3 7 2 F8 F5 = 0 9");
        assert!(clerk.screen().contains("我承办的") && clerk.screen().contains("/2"), "{}", clerk.screen());
        clerk.press("@ Down F3 1 Tab Tab").types("0313").press("F8");
        assert!(clerk.message().contains("李强 不在时由 王敏 顶岗"), "{}", clerk.screen());
        assert!(clerk.line("李强").contains("王敏 至 2026-03-13"), "{}", clerk.screen());
        clerk.press("F5 = 0 9");
        assert!(clerk.screen().contains("/3") && clerk.screen().contains("〔李强〕"), "{}", clerk.screen());
        clerk.press("Home Enter");
        assert!(clerk.screen().contains("现由 王敏 顶岗"), "{}", clerk.screen());
        clerk.press("@ Down F3 1");
        assert!(clerk.message().contains("不再替"), "{}", clerk.screen());
        clerk.press("F5 = 0 9");
        assert!(clerk.screen().contains("/2"), "{}", clerk.screen());
    });
}

#[test]
fn who_leaves_is_asked_for_his_cases_and_comes_back_with_roles() {
    with_two(|clerk| {
        clerk.press("Home Enter Enter 3 7 2 F8 @ Down F9");
        assert!(clerk.screen().contains("1 件未办结的申请"), "{}", clerk.screen());
        clerk.press("1");
        assert!(clerk.line("李强").contains("离岗"), "{}", clerk.screen());
        clerk.press("F9");
        assert!(clerk.screen().contains("李强 回岗"), "{}", clerk.screen());
        clerk.press("Tab 1 F8");
        assert!(clerk.line("李强").contains("承办"), "{}", clerk.screen());
    });
}

#[test]
fn the_list_of_what_is_handed_over_is_written_into_a_file_of_the_format_of_its_name() {
    with_two(|clerk| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("清单.html");
        clerk.press("@ F4 1 Tab Ctrl-U").types("清单.pdf").press("F8");
        assert!(clerk.screen().contains("扩展名应为"), "{}", clerk.screen());
        clerk.press("Ctrl-U").types(file.to_str().unwrap()).press("F8");
        assert!(clerk.message().contains("交接清单已写入"), "{}", clerk.screen());
        let html = std::fs::read_to_string(file).unwrap();
        assert!(html.contains("2026-003") && html.contains("李强") && html.contains("监交人"));
    });
}

#[test]
fn both_are_told_on_opening_that_one_stands_in_for_the_other() {
    use crate::words::tui::staff::on_opening;
    assert_eq!(on_opening(&[], &[]), None);
    assert!(on_opening(&["李强"], &[]).unwrap().contains("您现在替 李强 顶岗"));
    assert!(on_opening(&[], &["王敏"]).unwrap().contains("您的申请现由 王敏 顶岗"));
    with_two(|clerk| {
        clerk.meanwhile(|desk| {
            let set = StandIn { of: SECOND, by: ClerkId(1), from: date(2026, 3, 9), until: None };
            desk.set_stand_in(ClerkId(1), set).unwrap();
        });
        clerk.told_of_changes(1);
        clerk.press("@");
        assert!(clerk.line("李强").contains("王敏 顶岗中"), "{}", clerk.screen());
    });
}
