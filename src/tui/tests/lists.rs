//! Lists: their order, kept searches, marks, one step on many requests; taking the last entry back.

use jiff::civil::date;

use super::player::{Player, play};
use super::register;

/// The applicants of the rows that are seen, in their order.
fn applicants(clerk: &Player<'_, '_>, all: &[&str]) -> Vec<String> {
    let screen = clerk.screen();
    let on = |line: &str| all.iter().find(|name| line.contains(**name)).map(|name| (*name).to_owned());
    screen.lines().filter_map(on).collect()
}

#[test]
fn a_list_is_put_into_another_order_and_turned_round() {
    play(date(2026, 3, 9), |clerk| {
        let names = ["赵六", "阿依古丽", "李四"];
        for name in names {
            register(clerk, name, "预算");
        }
        assert_eq!(applicants(clerk, &names), names);
        clerk.press("F8").types("6");
        assert_eq!(applicants(clerk, &names), ["阿依古丽", "李四", "赵六"], "by their sound");
        assert!(clerk.screen().contains("未办结申请（按申请人（拼音））"), "{}", clerk.screen());
        clerk.press("o").types("6");
        assert_eq!(applicants(clerk, &names), ["赵六", "李四", "阿依古丽"]);
        register(clerk, "陈七", "预算");
        assert_eq!(
            applicants(clerk, &["陈七", "阿依古丽"]),
            ["陈七", "阿依古丽"],
            "what comes finds its place"
        );
        assert!(clerk.line("陈七").starts_with('>'), "{}", clerk.screen());
        clerk.press("8 1");
        assert!(clerk.screen().contains("未办结申请（按到期先后）"), "{}", clerk.screen());
    });
}

#[test]
fn a_half_typed_condition_is_completed() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("/").types("zt");
        assert!(clerk.screen().contains("补全: 状态:"), "{}", clerk.screen());
        clerk.press("Tab").types("bzz");
        assert!(!clerk.screen().contains("补全:"), "{}", clerk.screen());
        clerk.press("Tab");
        assert!(clerk.message().contains("没有可补全"), "{}", clerk.screen());
        clerk.press("Ctrl-U").types("张三 状态:bl");
        clerk.press("Tab");
        assert!(clerk.screen().contains("查找: 张三 状态:办理中"), "{}", clerk.screen());
        assert!(clerk.line("2026-001").contains("张三"), "{}", clerk.screen());
    });
}

#[test]
fn what_was_found_becomes_a_list_and_is_kept_as_a_view() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        register(clerk, "李四", "决算");
        clerk.press("/").types("决算").press("F3");
        assert!(
            clerk.screen().contains("查找：决算") && !clerk.screen().contains("张三"),
            "{}",
            clerk.screen()
        );
        clerk.press("= Enter");
        assert!(clerk.message().contains("已存为视图：决算"), "{}", clerk.screen());
        clerk.press("Esc");
        assert!(
            clerk.screen().contains("未办结申请") && clerk.screen().contains("张三"),
            "{}",
            clerk.screen()
        );
        clerk.press("v");
        assert!(clerk.screen().contains("【我的视图】"), "{}", clerk.screen());
        clerk.press("1");
        assert!(clerk.screen().contains("查找：决算"), "{}", clerk.screen());
        // Its own words are there to be narrowed.
        clerk.press("/").types(" 李四");
        assert!(clerk.screen().contains("查找: 决算 李四"), "{}", clerk.screen());
        clerk.press("Esc v Enter");
        assert!(clerk.message().contains("已删除视图"), "{}", clerk.screen());
        clerk.press("v");
        assert!(!clerk.screen().contains("【我的视图】"), "{}", clerk.screen());
    });
}

#[test]
fn one_step_is_tried_on_all_marked_requests_and_done_where_it_can_be() {
    play(date(2026, 3, 9), |clerk| {
        for name in ["张三", "李四", "王五"] {
            register(clerk, name, "预算");
        }
        // One of them is handed out and waits for the unit.
        clerk.press("Home Enter Enter 1 1").types("规划科").press("F8 Esc");
        clerk.press("+");
        assert!(clerk.message().contains("还没有标记"), "{}", clerk.screen());
        clerk.press("*");
        assert!(clerk.screen().contains("已标记 3"), "{}", clerk.screen());
        clerk.press("+ 1 4").press("Tab").types("请尽快").press("F8");
        assert!(clerk.screen().contains("预演 催办：1 件可以办理，2 件不能"), "{}", clerk.screen());
        assert!(clerk.line("张三").contains("可以：办理中"), "{}", clerk.screen());
        assert!(clerk.line("李四").contains("不办："), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.screen().contains("催办：1 件已保存，2 件没有办理"), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(
            clerk.screen().contains("未办结申请") && !clerk.screen().contains("已标记"),
            "{}",
            clerk.screen()
        );
        clerk.press("Home Enter End");
        assert!(clerk.screen().contains("催办"), "{}", clerk.screen());
    });
}

#[test]
fn a_request_that_somebody_else_changed_since_it_was_marked_is_left_alone() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        register(clerk, "李四", "决算");
        clerk.press("Home Space Space + 3 4 1 Tab Tab").types("已电话联系");
        clerk.press("F8");
        assert!(clerk.screen().contains("2 件可以办理"), "{}", clerk.screen());
        clerk.meanwhile(|desk| {
            let row = desk.sorted(
                crate::register::Query::AtWork,
                crate::desk::Order { by: crate::desk::OrderBy::Applicant, reversed: false },
            );
            let id = row.unwrap()[0].id;
            let step = crate::request::Step::Note {
                on: date(2026, 3, 9),
                kind: crate::request::NoteKind::Plain,
                text: "他人所记".into(),
            };
            let command = crate::desk::Command::Step { id, version: None, step };
            desk.submit(crate::request::ClerkId(1), command).unwrap();
        });
        clerk.press("Enter");
        assert!(clerk.screen().contains("1 件已保存，1 件没有办理"), "{}", clerk.screen());
        assert!(clerk.line("李四").contains("已被他人改动"), "{}", clerk.screen());
    });
}

#[test]
fn the_last_entry_is_taken_back_with_its_consequence_told() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter -");
        assert!(clerk.message().contains("没有可以撤销"), "{}", clerk.screen());
        clerk.press("5 Tab").types("王局长").press("Tab").types("需会商").press("F8 Enter");
        assert!(clerk.message().contains("2026-04-28"), "{}", clerk.screen());
        clerk.press("-");
        assert!(clerk.screen().contains("撤销上一步：延期"), "{}", clerk.screen());
        clerk.press("1");
        assert!(clerk.screen().contains("2026年3月30日"), "{}", clerk.screen());
        clerk.press("1");
        assert!(clerk.message().contains("到期日 2026-03-30"), "{}", clerk.screen());
        assert!(clerk.screen().contains("[已撤销] 延期"), "{}", clerk.screen());
    });
}

#[test]
fn a_sequence_that_has_begun_shows_what_may_follow() {
    play(date(2026, 3, 9), |clerk| {
        clerk.press("0 End Up Enter 2");
        assert!(clerk.message().contains("vim"), "{}", clerk.screen());
        clerk.press("F5 g");
        assert!(clerk.screen().contains("+- g -"), "{}", clerk.screen());
        assert!(clerk.screen().contains("g 首行"), "{}", clerk.screen());
        clerk.press("g");
        assert!(!clerk.screen().contains("+- g -"), "{}", clerk.screen());
    });
}

#[test]
fn the_tour_leads_through_the_screens_by_the_keys_it_names() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        register(clerk, "李四", "决算");
        clerk.press("Home !");
        let said = |clerk: &Player<'_, '_>| clerk.screen().lines().rev().skip(2).take(3).collect::<String>();
        for n in 1..=14 {
            let said = said(clerk);
            assert!(said.contains(&format!("导览 {n}/14")), "{said}");
            let key = said.split("请按 ").nth(1).and_then(|rest| rest.split('（').next());
            clerk.press(key.unwrap());
            match n {
                4 => clerk.press("Esc"),
                7 => clerk.press("Down Down"),
                13 => clerk.press("Esc"),
                14 => clerk.press("Esc"),
                _ => clerk,
            };
        }
        assert!(said(clerk).contains("导览到此为止"), "{}", clerk.screen());
        clerk.press("!");
        assert!(!clerk.screen().contains("导览"), "{}", clerk.screen());
    });
}
