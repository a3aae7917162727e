//! The annual report by keys alone: every tab, the editor, the checks, publication and export.

use jiff::civil::date;

use super::player::{Player, play, play_for_two};
use super::register;

/// One request received and answered in 2026, seen on the year screen of 2 January 2027.
fn with_a_year(script: impl FnOnce(&mut Player<'_, '_>)) {
    play(date(2027, 1, 2), |clerk| {
        clerk.press("F2").types("张三").press("Tab 1 Tab 2 Tab Ctrl-U").types("2026-11-02");
        clerk.press("Tab Tab").types("预算").press("F8");
        clerk.press("Enter 8 Ctrl-U").types("2026-11-20").press("Tab Enter 1 Enter").press("1 F8 Enter");
        clerk.press("9 2 Tab Ctrl-U").types("2026-11-23").press("F8 1");
        assert!(clerk.message().contains("已办结"), "{}", clerk.screen());
        clerk.press("F7 [");
        assert!(clerk.screen().contains("2026 年度报告  未公布"), "{}", clerk.screen());
        script(clerk);
    });
}

#[test]
fn the_tabs_are_reached_by_digits_and_by_turns() {
    with_a_year(|clerk| {
        assert!(clerk.line("表二").contains("[1 表三]"));
        for (n, name) in (1..).zip(["表三", "表二", "表四", "文字", "校验", "趋势", "按月"]) {
            clerk.press(&n.to_string());
            assert!(clerk.line("趋势").contains(&format!("[{n} {name}]")), "{}", clerk.screen());
        }
        clerk.press("Tab");
        assert!(clerk.line("趋势").contains("[1 表三]"));
        clerk.press("Shift-Tab Shift-Tab Shift-Tab");
        assert!(clerk.line("趋势").contains("[5 校验]"));
    });
}

#[test]
fn the_figures_of_tables_2_and_4_are_selected_and_say_what_they_count() {
    with_a_year(|clerk| {
        clerk.press("2");
        assert!(clerk.line("规章").contains("[0]") || clerk.screen().contains("表二 规章 本年制发件数：0"));
        clerk.press("Down Right Right");
        assert!(clerk.screen().contains("表二 行政规范性文件 现行有效件数：0"), "{}", clerk.screen());
        clerk.press("Down Down Down Down Enter");
        assert!(clerk.message().contains("行政事业性收费"), "{}", clerk.screen());
        assert!(clerk.screen().contains("2026 年度：计入表二 行政事业性收费的登记"), "{}", clerk.screen());
        // What is recorded here is in the cell on the way back.
        clerk
            .press("F2")
            .types("考试费")
            .press("Tab")
            .types("38000")
            .press("Tab")
            .types("2026")
            .press("F8 Esc");
        assert!(clerk.screen().contains("表二 行政事业性收费：3.8"), "{}", clerk.screen());
        clerk.press("3 End Right Right Right Right Right");
        assert!(clerk.screen().contains("表四 复议后起诉 总计：0"), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.message().contains("行政诉讼案件"));
        assert!(clerk.screen().contains("计入表四 复议后起诉 总计的登记"), "{}", clerk.screen());
        clerk.press("5");
        assert!(clerk.line("台账登记").contains("2026 年度：主动公开信息"), "{}", clerk.screen());
    });
}

#[test]
fn a_cell_lists_just_the_records_that_it_counts_and_a_record_names_its_cells() {
    with_a_year(|clerk| {
        clerk.press("F12 [ F2 1 Tab").types("旧办法").press("Tab Tab").types("2025-05-06").press("F8");
        clerk.press("F2 1 Tab").types("新办法").press("Tab Tab").types("2026-05-06").press("F8");
        assert!(clerk.message().contains("规章本年制发 0 变 1"), "{}", clerk.screen());
        clerk.press("F7 [ 2 Enter");
        let screen = clerk.screen();
        assert!(screen.contains("计入表二 规章 本年制发件数的登记"), "{screen}");
        assert!(screen.contains("新办法") && !screen.contains("旧办法"), "{screen}");
        clerk.press("Esc Right Right Enter");
        let screen = clerk.screen();
        assert!(screen.contains("新办法") && screen.contains("旧办法"), "{screen}");
        clerk.press("Enter");
        let screen = clerk.screen();
        assert!(screen.contains("2025 年表二 规章 本年制发件数"), "{screen}");
        assert!(screen.contains("2025 至 2027 年表二 规章 现行有效件数"), "{screen}");
    });
}

#[test]
fn the_months_say_what_came_in_what_was_concluded_and_what_was_open() {
    with_a_year(|clerk| {
        clerk.press("7");
        assert!(clerk.line("11 月").contains("# 1"), "{}", clerk.screen());
        assert_eq!(clerk.line("11 月").matches("# 1").count(), 2, "{}", clerk.screen());
        assert!(clerk.line("12 月").trim_end().ends_with('0'), "{}", clerk.screen());
        clerk.press("[");
        assert!(clerk.screen().contains("没有分月数据") || clerk.line("1 月").contains('0'));
    });
}

#[test]
fn of_several_organs_each_has_its_report_and_all_have_one_together() {
    let other = "扬州市生态环境局某分局";
    play_for_two(date(2027, 1, 2), other, |clerk| {
        clerk.press("F2 Tab").types("张三").press("Tab 1 Tab 2 Tab Ctrl-U").types("2026-11-02");
        clerk.press("Tab Tab").types("预算").press("F8");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
        clerk.press("F7 [");
        assert!(clerk.screen().contains("2026 年度报告  各机关合并  未公布"), "{}", clerk.screen());
        assert!(clerk.line("一、本年新收").contains("[1]"), "{}", clerk.screen());
        clerk.press("F3 3");
        assert!(clerk.screen().contains(&format!("2026 年度报告  {other}  未公布")), "{}", clerk.screen());
        assert!(clerk.line("一、本年新收").contains("[0]"), "{}", clerk.screen());
        // Its words are its own, and so is its file.
        clerk.press("4 End Up Enter").types("分局另有事项").press("F8");
        assert!(clerk.message().contains("已保存：六"), "{}", clerk.screen());
        clerk.press("F8");
        assert!(clerk.screen().contains(&format!("{other}2026年政府信息公开")), "{}", clerk.screen());
        clerk.press("Esc F3 2 4 End Up");
        assert!(!clerk.screen().contains("分局另有事项"), "{}", clerk.screen());
        assert!(
            clerk.line("年度报告").contains("2026 年度报告  扬州市生态环境局  未公布"),
            "{}",
            clerk.screen()
        );
        // A cell lists what is counted for the organ.
        clerk.press("1 Home Enter");
        assert!(clerk.screen().contains("2026-001"), "{}", clerk.screen());
        clerk.press("Esc F3 3 Enter");
        assert!(!clerk.screen().contains("2026-001"), "{}", clerk.screen());
    });
}

#[test]
fn a_text_is_edited_with_a_live_field_and_goes_back_to_the_draft() {
    with_a_year(|clerk| {
        clerk.press("4");
        assert!(clerk.line("一、总体情况").contains("系统拟稿"), "{}", clerk.screen());
        assert!(clerk.line("五、存在的主要问题").contains("空白"), "{}", clerk.screen());
        clerk.press("Down Down Down Down Down Down Down Down");
        assert!(clerk.screen().contains("先写上一年度报告所列问题"), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.screen().contains("2026 年度报告  五、存在的主要问题及改进情况"));
        clerk.types("全年收到").press("F4").types("新收").press("Enter").types("件").press("Enter");
        assert!(clerk.screen().contains("全年收到{新收}件"), "{}", clerk.screen());
        assert!(clerk.screen().contains("全年收到1件") && clerk.screen().contains("6 字"));
        clerk.types("{新手}");
        assert!(clerk.screen().contains("^ "), "{}", clerk.screen());
        clerk.press("F8");
        assert!(clerk.message().contains("新手"), "{}", clerk.message());
        clerk.press("Backspace Backspace Backspace Backspace F8");
        assert!(clerk.message().contains("已保存：五、存在的主要问题及改进情况"), "{}", clerk.message());
        assert!(clerk.line("> 五、").contains("已改写"), "{}", clerk.screen());
        assert!(clerk.line("> 五、").contains("全年收到1件"));
        // Given up, then back to the draft.
        clerk.press("Enter").types("多余").press("Esc 2");
        assert!(clerk.line("> 五、").contains("全年收到1件"), "{}", clerk.screen());
        clerk.press("Enter F3 F8");
        assert!(clerk.line("> 五、").contains("空白"), "{}", clerk.screen());
        clerk.press("Enter F2");
        assert!(clerk.message().contains("上一年没有"), "{}", clerk.message());
    });
}

#[test]
fn last_years_words_are_one_key_away() {
    with_a_year(|clerk| {
        clerk.press("4 End Up Enter").types("无其他事项").press("F8 ] Enter F2");
        assert!(clerk.message().contains("上一年的文字"), "{}", clerk.message());
        assert!(clerk.screen().contains("无其他事项"), "{}", clerk.screen());
        clerk.press("Esc");
        assert!(clerk.screen().contains("1 保存"), "{}", clerk.screen());
        clerk.press("1");
        assert!(clerk.line("> 六、").contains("已改写"), "{}", clerk.screen());
    });
}

#[test]
fn a_finding_leads_to_its_place() {
    with_a_year(|clerk| {
        // Part five has no words (V11), and part six leaves something open (S2).
        clerk.press("4 End Up Enter").types("收费 XX 元").press("F8 F9");
        assert!(clerk.line("趋势").contains("[5 校验]"));
        assert!(clerk.line("校验发现").contains("错误 0 处，警告 "), "{}", clerk.screen());
        assert!(clerk.line("警告 V11").starts_with("> 警告 V11 五、"), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.screen().contains("2026 年度报告  五、存在的主要问题及改进情况"), "{}", clerk.screen());
        clerk.press("Esc");
        assert!(clerk.line("趋势").contains("[5 校验]"), "back among the findings");
        clerk.press("Down");
        assert!(clerk.line("警告 S2").starts_with("> 警告 S2 六、"), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.screen().contains("收费 XX 元"), "{}", clerk.screen());
        // The answer was served without proof (R3): the case opens.
        clerk.press("Esc End");
        assert!(clerk.line("警告 R3").contains("申请 2026-001"), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.line("申请 2026-001").starts_with("申请 2026-001"), "{}", clerk.screen());
        clerk.press("Esc");
        assert!(clerk.line("趋势").contains("[5 校验]"), "{}", clerk.screen());
    });
}

#[test]
fn the_trend_leaves_out_what_is_not_kept_and_names_what_moved() {
    with_a_year(|clerk| {
        clerk.press("6");
        let screen = clerk.screen();
        assert!(screen.contains("本年新收") && screen.contains("结转下年度"), "{screen}");
        assert!(clerk.line("  2026 ").contains("# 1"), "{screen}");
        clerk.press("]");
        assert!(clerk.screen().contains("2027 年度报告"));
        clerk.press("End");
        assert!(clerk.screen().contains("1 -> 0（-1）"), "{}", clerk.screen());
    });
}

#[test]
fn a_report_is_published_and_later_differences_stand_above_the_findings_and_lead_to_their_cells() {
    with_a_year(|clerk| {
        clerk.press("F4");
        assert!(clerk.screen().contains("公布 2026 年度报告"), "{}", clerk.screen());
        clerk.press("Tab").types("http://www.example.gov.cn/nb").press("Tab").types("王局长").press("F8");
        if clerk.message().contains("理由") {
            clerk.types("照此公布").press("F8");
        }
        let screen = clerk.screen();
        assert!(screen.contains("封存") && screen.contains("签发人 王局长"), "{screen}");
        clerk.press("2");
        assert!(clerk.screen().contains("签发人"), "back in the form");
        clerk.press("F8 1");
        assert!(clerk.message().contains("已公布，数据已封存"), "{}", clerk.screen());
        assert!(clerk.screen().contains("2026 年度报告  已公布 2027-01-02"), "{}", clerk.screen());
        // Another request of the year, found later.
        clerk.press("F5");
        clerk.press("F2").types("李四").press("Tab 1 Tab 2 Tab Ctrl-U").types("2026-12-28");
        clerk.press("Tab Tab").types("环评").press("F8 F7 [ F9");
        let screen = clerk.screen();
        assert!(screen.contains("与已公布数据的差异"), "{screen}");
        assert!(clerk.line("> 表三 一、本年新收 自然人").starts_with("> "), "{screen}");
        assert!(screen.contains("已公布 1，现为 2"), "{screen}");
        clerk.press("Enter");
        assert!(clerk.line("趋势").contains("[1 表三]"), "{}", clerk.screen());
        assert!(clerk.line("一、本年新收").contains("[2]"), "{}", clerk.screen());
    });
}

#[test]
fn an_export_writes_a_new_file_and_never_over_another() {
    with_a_year(|clerk| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("年报.docx");
        clerk.press("F8");
        assert!(clerk.screen().contains("2026年政府信息公开工作年度报告.docx"), "{}", clerk.screen());
        clerk.press("Tab Ctrl-U").types(path.to_str().unwrap()).press("F8");
        assert!(clerk.message().contains("已导出"), "{}", clerk.screen());
        assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
        clerk.press("F8 Tab Ctrl-U").types(path.to_str().unwrap()).press("F8");
        assert!(clerk.message().contains("没有覆盖"), "{}", clerk.screen());
        assert!(clerk.screen().contains("导出 2026 年度报告"), "the form stays open");
        clerk.press("Ctrl-U").types("/nowhere/at/all.docx").press("F8");
        assert!(clerk.message().contains("没有这个文件或目录"), "{}", clerk.message());
    });
}

#[test]
fn a_year_that_is_not_over_is_said_to_be_so_before_it_is_published() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("F7 F4");
        assert!(clerk.screen().contains("2026 年尚未结束"), "{}", clerk.screen());
    });
}

#[test]
fn an_emptied_text_leaves_its_place_without_words_until_the_draft_is_taken_again() {
    with_a_year(|clerk| {
        clerk.press("4 End Up");
        assert!(clerk.line("> 六、").contains("未收取信息处理费"), "{}", clerk.screen());
        clerk.press("Enter");
        for _ in 0..20 {
            clerk.press("Delete Backspace");
        }
        clerk.press("F8");
        assert!(!clerk.line("> 六、").contains("未收取"), "{}", clerk.screen());
        clerk.press("Enter F3 F8");
        assert!(clerk.line("> 六、").contains("未收取信息处理费"), "{}", clerk.screen());
    });
}
