//! The menu of steps, at 80 x 24.

use jiff::civil::date;

use super::player::{Player, play};
use super::register;

/// The menu over a case that was received on 2 March.
fn menu(script: impl FnOnce(&mut Player<'_, '_>)) {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter Enter");
        script(clerk);
    });
}

#[test]
fn what_can_be_done_now_comes_first_and_the_rest_says_why_not() {
    menu(|clerk| {
        let screen = clerk.screen();
        assert!(screen.contains("-- 现在可以办理 --") && screen.contains("> "), "{screen}");
        assert!(clerk.line(" 2 补正告知").contains("一次性告知"), "{screen}");
        assert!(!screen.contains("确认收到 "), "not possible, further down: {screen}");
        clerk.press("PageDown Down Down Down Down Down Down");
        assert!(clerk.screen().contains("-- 现在不能办理 --"), "{}", clerk.screen());
        clerk.press("End");
        assert!(clerk.line("| > ").contains("拆分"), "{}", clerk.screen());
    });
}

#[test]
fn every_step_can_be_reached_and_the_selected_one_is_seen() {
    menu(|clerk| {
        for _ in 0..40 {
            let screen = clerk.screen();
            assert!(screen.lines().any(|line| line.contains("| > ")), "{screen}");
            clerk.press("Down");
        }
    });
}

#[test]
fn two_digits_open_the_form_of_a_step_that_has_no_key() {
    menu(|clerk| {
        clerk.press("1 1");
        assert!(clerk.screen().contains("转办  申请 2026-001"), "{}", clerk.screen());
    });
    menu(|clerk| {
        clerk.press("2");
        assert!(clerk.line("> ").contains("补正告知"), "the exact number first: {}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.screen().contains("补正告知  申请 2026-001"), "{}", clerk.screen());
    });
}

#[test]
fn typed_chinese_narrows_the_steps() {
    menu(|clerk| {
        clerk.types("延");
        let screen = clerk.screen();
        assert!(
            screen.contains("延期") && screen.contains("延迟答复") && !screen.contains("转办"),
            "{screen}"
        );
        clerk.press("Enter");
        assert!(clerk.screen().contains("延期  申请 2026-001"), "{}", clerk.screen());
    });
}

#[test]
fn a_step_that_is_not_possible_says_its_whole_reason_and_the_menu_stays() {
    menu(|clerk| {
        clerk.press("7");
        assert!(clerk.message().contains("没有等待中的征求意见"), "{}", clerk.screen());
        assert!(clerk.line("| > ").contains("收到意见"), "{}", clerk.screen());
        clerk.types("收悉").press("Enter");
        assert!(clerk.message().contains("没有已发出、尚未登记收悉的文书"), "{}", clerk.screen());
    });
}

#[test]
fn a_step_of_an_earlier_day_can_be_recorded_after_the_end() {
    play(date(2026, 3, 30), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter 8 Ctrl-U").types("0320").press("Tab Enter 1 Enter").press("1 F8 Enter");
        clerk.press("9 2 Tab Ctrl-U").types("0323").press("F8 Enter");
        assert!(clerk.message().contains("已办结"), "{}", clerk.screen());
        clerk.press("Enter").types("协办");
        assert!(clerk.screen().contains("以前已经办理的可以补记"), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.message().contains("今天不能办理：已于 2026-03-23 办结"), "{}", clerk.screen());
        assert!(clerk.line("日期*").contains("如 0105"), "no day is proposed: {}", clerk.screen());
        clerk.types("市档案局").press("Tab").types("0305").press("F8");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
    });
}

#[test]
fn help_in_a_case_names_the_steps_of_the_menu() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter F1");
        clerk.press("PageDown");
        assert!(clerk.line("Enter 11").contains("转办：交承办科室"), "{}", clerk.screen());
        assert!(!clerk.screen().contains("gongkai act"));
    });
}
