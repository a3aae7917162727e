//! The program by its keys alone, on a real office in a temporary folder.

mod clerks;
mod conflict;
mod copying;
mod day;
mod drafts;
mod due;
mod following;
mod forms;
mod guided;
mod lists;
mod matrix;
mod menu;
mod numbers;
mod offers;
mod palette;
mod player;
mod preview;
mod records;
mod settings;
mod year;

use jiff::civil::date;
use player::{Player, first_run, play};

use crate::terminal::Event;

/// Registers a request of a natural person that was signed for on 2 March 2026.
fn register(clerk: &mut Player<'_, '_>, applicant: &str, content: &str) {
    clerk.press("F2").types(applicant).press("Tab 1 Tab 2 Tab Ctrl-U").types("0302");
    clerk.press("Tab Tab").types(content).press("F8");
}

#[test]
fn the_first_run_asks_and_makes_the_office() {
    first_run(date(2026, 3, 9), |clerk| {
        assert!(clerk.screen().contains("首次使用"));
        clerk.press("F8");
        assert!(clerk.message().contains("机关名称"), "{}", clerk.screen());
        clerk.types("扬州市生态环境局").press("Tab Tab Ctrl-U").types("王敏").press("Tab 2 F8");
        assert!(clerk.message().contains("已建立"), "{}", clerk.screen());
        assert!(clerk.screen().contains("引号、破折号、省略号，在您的终端里怎样显示"), "{}", clerk.screen());
        clerk.press("2");
        assert!(clerk.message().contains("引号和破折号的宽度：两格"), "{}", clerk.screen());
        assert!(clerk.line("扬州市生态环境局").contains("2026年3月9日 周一 演练日期"));
    });
}

#[test]
fn a_request_goes_from_its_registration_into_the_cell_that_counts_it_by_keys_alone() {
    play(date(2026, 3, 30), |clerk| {
        register(clerk, "张三", "2025年度预算执行情况");
        assert!(
            clerk.message().contains("已保存：2026-001 办理中，到期日 2026-03-30（今日到期）"),
            "{}",
            clerk.screen()
        );
        assert!(clerk.line("2026-001").contains("答复 今日"), "{}", clerk.screen());
        assert!(clerk.line("扬州市").contains("今日到期 1"), "{}", clerk.screen());
        // 补正: asked on 4 March, received on the 10th.
        clerk
            .press("Enter 2")
            .types("0304")
            .press("Tab")
            .types("请写明文件名称")
            .press("Tab")
            .types("0320")
            .press("F8 Enter");
        assert!(clerk.message().contains("待补正"), "{}", clerk.screen());
        clerk.press("3").types("0310").press("F8 Enter");
        assert!(clerk.message().contains("到期日 2026-04-08"), "{}", clerk.screen());
        // 决定 and 送达.
        clerk.press("8 Ctrl-U").types("0320").press("Tab Enter 1 Enter").press("1 F8 Enter");
        assert!(clerk.message().contains("待送达"), "{}", clerk.screen());
        clerk.press("9 2 Tab Ctrl-U").types("0323").press("F8");
        assert!(
            clerk.screen().contains("计入 2026 年度表三：（一）予以公开（提供），自然人列加 1。"),
            "{}",
            clerk.screen()
        );
        clerk.press("1");
        assert!(clerk.message().contains("已办结"), "{}", clerk.screen());
        // The year: the cell counts one, and Enter lists that one.
        clerk.press("F7 Down Down");
        assert!(clerk.line("（一）予以公开").contains("[1]"), "{}", clerk.screen());
        assert!(clerk.screen().contains("各列平衡"));
        clerk.press("Enter");
        assert!(clerk.screen().contains("2026 年度表三：（一）予以公开 / 总计"), "{}", clerk.screen());
        assert!(clerk.line("2026-001").contains("张三"));
    });
}

#[test]
fn a_refusal_says_the_rule_and_what_to_do_instead() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "李四", "环评批复");
        clerk.press("Enter 9");
        assert!(clerk.message().starts_with("不能办理：还有 1 个申请事项没有决定"), "{}", clerk.screen());
        assert!(clerk.message().contains("请先“作出决定”"));
        clerk
            .press("2 Ctrl-U")
            .types("0304")
            .press("Tab")
            .types("请写明年度")
            .press("Tab")
            .types("0320")
            .press("F8 Enter 8");
        let screen = clerk.screen();
        assert!(
            screen.contains("正在等待补正") && screen.contains("申请人撤回"),
            "read to its end: {screen}"
        );
        clerk.press("4");
        assert!(clerk.message().contains("条例第三十条"), "{}", clerk.screen());
    });
}

#[test]
fn a_refusal_of_the_desk_stands_under_its_field() {
    play(date(2026, 3, 9), |clerk| {
        clerk.press("F2").types("赵六").press("Tab 1 Tab 2 Tab Ctrl-U").types("+3").press("Tab Tab");
        clerk.types("环评批复").press("F8");
        assert!(clerk.message().contains("晚于今天"), "{}", clerk.screen());
        assert!(clerk.line("^ ").contains("收到日期"), "{}", clerk.screen());
    });
}

#[test]
fn all_faults_of_a_form_are_named_and_the_first_has_the_cursor() {
    play(date(2026, 3, 9), |clerk| {
        clerk.press("F2 Tab Tab Tab Tab Tab Ctrl-U").types("0230").press("Tab");
        assert!(clerk.screen().contains("不是有效日期"), "{}", clerk.screen());
        clerk.press("F8");
        assert_eq!(
            clerk.message(),
            "不能办理：有 5 项需要改正：申请人、申请人类型、渠道、收到日期、申请内容"
        );
        assert!(clerk.line("> 申请人").starts_with("> 申请人*"));
    });
}

#[test]
fn a_date_is_echoed_in_full_with_its_weekday() {
    play(date(2026, 3, 9), |clerk| {
        clerk.press("F2 Tab Tab Tab").types("昨天");
        assert!(clerk.line("提交日期").contains("2026年3月8日 周日"), "{}", clerk.screen());
    });
}

#[test]
fn chinese_typed_in_the_list_searches() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算执行情况");
        register(clerk, "李四", "环评批复");
        clerk.types("环评");
        let screen = clerk.screen();
        assert!(
            screen.contains("查找: 环评") && screen.contains("李四") && !screen.contains("张三"),
            "{screen}"
        );
        clerk.press("Enter");
        assert!(clerk.screen().contains("申请 2026-002"));
        clerk.press("Esc Esc");
        assert!(clerk.screen().contains("未办结申请") && clerk.screen().contains("张三"));
        clerk.press("/").types("ZZ");
        assert!(clerk.screen().contains("没有找到"));
    });
}

#[test]
fn the_carry_over_screen_shows_three_groups_with_their_counts() {
    play(date(2027, 1, 4), |clerk| {
        clerk.press("F2").types("张三").press("Tab 1 Tab 2 Tab Ctrl-U").types("2026-12-28");
        clerk.press("Tab Tab").types("预算").press("F8 F6");
        let screen = clerk.screen();
        assert!(screen.contains("> 1. 上年结转仍未办结（2026 年底以前收到）：1 件"), "{screen}");
        assert!(screen.contains("2. 上年结转已经办结（2026 年底未办结，此后办结）：0 件"), "{screen}");
        assert!(screen.contains("3. 结转下年度（截至 2027-01-04 未办结）：1 件"), "{screen}");
        assert!(clerk.line("张三").contains("答复 暂剩"), "{screen}");
        clerk.press("3 Enter");
        assert!(clerk.screen().contains("申请 2026-001"));
        clerk.press("Esc [");
        assert!(clerk.screen().contains("2026 年度结转"));
    });
}

#[test]
fn a_half_typed_form_is_kept_as_a_draft() {
    play(date(2026, 3, 9), |clerk| {
        clerk.press("F2").types("张三").press("Esc");
        assert!(clerk.screen().contains("1 保留草稿"), "{}", clerk.screen());
        clerk.press("1 F2");
        assert!(clerk.line("申请人*").contains("张三"));
        clerk.press("Esc 2 F2");
        assert!(!clerk.screen().contains("张三"));
    });
}

#[test]
fn a_revoked_entry_stays_in_the_timeline_with_a_mark() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter F4 5 Tab Tab").types("电话联系").press("F8");
        assert!(clerk.screen().contains("备注：电话联系"), "{}", clerk.screen());
        clerk.press("F9 1 Tab").types("记错").press("F8");
        assert!(clerk.screen().contains("[已撤销] 备注：电话联系"), "{}", clerk.screen());
    });
}

#[test]
fn an_amendment_changes_only_what_was_changed() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter F8").types("丰").press("Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab");
        clerk.types("更正姓名").press("F8");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
        assert!(clerk.screen().contains("张三丰（自然人）"), "{}", clerk.screen());
    });
}

#[test]
fn the_menu_of_steps_says_why_a_step_is_not_possible() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter Enter");
        clerk.press("9");
        assert!(clerk.message().contains("请先“作出决定”"), "{}", clerk.screen());
        clerk.press("8");
        assert!(clerk.screen().contains("作出决定  申请 2026-001"), "{}", clerk.screen());
        clerk.press("Tab Enter").types("信访");
        assert!(clerk.screen().contains("（五）1 信访举报投诉类申请"), "{}", clerk.screen());
    });
}

#[test]
fn help_names_the_keys_of_the_screen_below() {
    play(date(2026, 3, 9), |clerk| {
        clerk.press("?");
        assert!(clerk.line("登记新收到的申请").contains("F2"), "{}", clerk.screen());
        clerk.press("End");
        assert!(clerk.screen().contains("!超期3天"), "{}", clerk.screen());
    });
}

#[test]
fn quitting_is_asked_for_and_ends_the_session() {
    play(date(2026, 3, 9), |clerk| {
        clerk.press("Esc 2");
        assert!(!clerk.has_ended());
        clerk.press("F10 1");
        assert!(clerk.has_ended());
    });
}

#[test]
fn what_does_not_change_is_not_painted() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        register(clerk, "李四", "环评");
        assert!(clerk.frame() > 0);
        assert_eq!(clerk.frame(), 0);
        clerk.press("Up");
        clerk.frame();
        clerk.press("Down");
        let bytes = clerk.frame();
        assert!((1..80).contains(&bytes), "{bytes} bytes for one row down");
    });
}

#[test]
fn a_window_that_is_gone_or_tiny_does_no_harm() {
    play(date(2026, 3, 9), |clerk| {
        for (columns, rows) in [(0, 0), (20, 5), (59, 16), (60, 16), (300, 100)] {
            clerk.event(Event::Resize(columns, rows)).press("F7 PageDown F6 Tab Esc F2 Tab Esc");
            clerk.frame();
        }
    });
}

#[test]
fn many_requests_are_read_page_by_page() {
    play(date(2026, 3, 9), |clerk| {
        for n in 0..3 {
            register(clerk, &format!("申请人{n}"), "预算");
        }
        clerk.press("Home");
        assert!(clerk.screen().contains("1/3"), "{}", clerk.screen());
        clerk.press("End");
        assert!(clerk.screen().contains("3/3"));
    });
}

#[test]
fn what_is_not_held_says_whether_it_does_not_exist_or_is_anothers() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter 8 Tab Enter").types("11").press("F8");
        assert!(clerk.message().contains("请选情形"), "{}", clerk.screen());
        clerk.press("1 F8");
        assert!(clerk.message().contains("检索"), "{}", clerk.screen());
        clerk.press("2 F8");
        assert!(!clerk.message().contains("请选情形"), "{}", clerk.screen());
    });
}

#[test]
fn another_screen_is_not_left_for_from_a_form_without_a_word() {
    play(date(2026, 3, 9), |clerk| {
        clerk.press("F2").types("张三").press("F6");
        assert!(clerk.message().contains("正在填写"), "{}", clerk.screen());
        assert!(clerk.screen().contains("登记新申请") && clerk.screen().contains("张三"));
    });
}
