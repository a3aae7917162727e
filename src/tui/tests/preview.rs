//! What a step does is shown before it is done, where there is something to know.

use jiff::civil::date;

use super::player::play;
use super::register;
use crate::desk::Command;
use crate::request::{ClerkId, NoteKind, Step};

#[test]
fn a_step_that_moves_the_due_date_shows_both_dates_and_enter_confirms() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter 6 1 Tab").types("甲公司").press("F8");
        assert!(clerk.line("状态").contains("办理中 -> 征求意见"), "{}", clerk.screen());
        let due = clerk.line("到期日  ");
        assert!(due.contains("2026年3月30日 周一 -> 2026年4月21日 周二"), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.message().contains("已保存：2026-001 征求意见"), "{}", clerk.screen());
    });
}

#[test]
fn esc_goes_back_to_the_form_as_it_was_filled_in() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter 5 Ctrl-U").types("10").press("Tab").types("李主任").press("Tab").types("会商");
        clerk.press("F8 Esc");
        assert!(clerk.line("批准人").contains("李主任"), "{}", clerk.screen());
        clerk.press("F8 2");
        assert!(clerk.line("批准人").contains("李主任"), "{}", clerk.screen());
        clerk.press("F8 1");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
        assert!(clerk.screen().contains("延期 10 个工作日"), "{}", clerk.screen());
    });
}

#[test]
fn what_changes_nothing_of_the_kind_is_saved_at_once() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter F4 1 Tab Tab").types("电话联系").press("F8");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
        clerk.press("Enter 2 4 1 Tab Tab").types("王敏").press("F8");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
        assert!(clerk.line("审查 ").contains("2026-03-09 保密审查 王敏"), "{}", clerk.screen());
    });
}

#[test]
fn the_end_of_a_case_says_where_it_is_counted_and_whether_it_is_in_time() {
    play(date(2026, 4, 2), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter 8 Ctrl-U").types("0320").press("Tab Enter 1 Enter").press("1 F8");
        assert!(clerk.line("办理结果  （一）").contains("送达后计入"), "{}", clerk.screen());
        clerk.press("Enter 9 2 Tab F8");
        let screen = clerk.screen();
        assert!(screen.contains("计入 2026 年度表三：（一）予以公开（提供），自然人列加 1。"), "{screen}");
        assert!(screen.contains("超过到期日 2026年3月30日"), "{screen}");
        assert!(screen.contains("! 送达日期已超过答复期限"), "{screen}");
    });
}

#[test]
fn taking_back_what_ended_a_case_shows_that_the_term_runs_again() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter 0 F8 Enter F9 1 Tab").types("记错").press("F8");
        let screen = clerk.screen();
        assert!(screen.contains("已办结 -> 办理中") && screen.contains("无 -> 2026年3月30日"), "{screen}");
        assert!(screen.contains("不再有办理结果"), "{screen}");
    });
}

#[test]
fn a_warning_alone_is_reason_enough_to_ask() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter Enter 3 3").types("旧案9号").press("F8");
        assert!(clerk.screen().contains("! 本系统没有该编号的申请"), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
    });
}

#[test]
fn a_refusal_of_the_desk_stands_under_the_field_it_is_about() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter 5 Ctrl-U").types("21").press("Tab").types("李主任").press("Tab").types("会商 ");
        clerk.press("F8");
        assert!(clerk.line("^ ").contains("延期合计不得超过 20 个工作日"), "{}", clerk.screen());
        assert!(clerk.line("> 延期工作日").contains("21"), "{}", clerk.screen());
    });
}

#[test]
fn what_the_applicant_is_waited_for_is_named() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter Enter 2 1 2 Tab").types("68");
        assert!(
            clerk.screen().contains("办理后：待缴费，申请人缴费期限至 2026年4月7日"),
            "{}",
            clerk.screen()
        );
        clerk.press("F8");
        assert!(clerk.line("到期日  ").contains("不计算答复期限"), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.message().contains("缴费期限至 2026-04-07"), "{}", clerk.screen());
    });
}

#[test]
fn a_case_that_somebody_else_changed_is_read_anew_and_the_form_can_be_saved_again() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter 0 Tab").types("来函");
        clerk.meanwhile(|desk| {
            let id = desk.id_of("2026-001").unwrap();
            let step =
                Step::Note {
                    on: date(2026, 3, 9), kind: NoteKind::Talk, text: "已通知承办科室".into()
                };
            desk.submit(ClerkId(1), Command::Step { id, version: None, step }).unwrap();
        });
        clerk.press("F8");
        assert!(clerk.message().contains("已被他人改动"), "{}", clerk.screen());
        assert!(clerk.screen().contains("他人已有记录"), "{}", clerk.screen());
        assert!(clerk.screen().contains("已通知承办科室"), "{}", clerk.screen());
        clerk.press("1 F8 Enter");
        assert!(clerk.message().contains("已办结"), "{}", clerk.screen());
        clerk.press("End");
        assert!(clerk.screen().contains("已通知承办科室"), "{}", clerk.screen());
    });
}
