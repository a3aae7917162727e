//! What is due, by keys alone: the calendar, the counters of the header, the last column of the list.

use jiff::civil::date;

use super::player::{Player, play};

/// Registers a request of a natural person that was signed for on this day of March 2026.
fn register_on(clerk: &mut Player<'_, '_>, day: &str, applicant: &str) {
    clerk.press("F2").types(applicant).press("Tab 1 Tab 2 Tab Ctrl-U").types(day);
    clerk.press("Tab Tab").types("预算执行情况").press("F8");
    assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
}

#[test]
fn the_calendar_counts_what_is_due_and_leads_to_it() {
    play(date(2026, 3, 31), |clerk| {
        register_on(clerk, "0302", "张三");
        register_on(clerk, "0306", "李四");
        register_on(clerk, "0306", "王五");
        clerk.press("F9");
        let screen = clerk.screen();
        assert!(screen.contains("工作日历") && screen.contains("2026年3月31日 周二  工作日"), "{screen}");
        assert!(screen.contains("没有到期事项  今天"), "{screen}");
        assert!(screen.contains("!1件") && screen.contains(" 2件"), "{screen}");
        clerk.press("Enter");
        assert!(clerk.message().contains("这一天没有到期事项"));
        // The day before: the answer to Zhang is overdue; opened at once, and back again.
        clerk.press("Left");
        assert!(clerk.line("张三").contains("答复"), "{}", clerk.screen());
        clerk.press("Enter");
        assert!(clerk.screen().contains("申请 2026-001"), "{}", clerk.screen());
        clerk.press("Esc");
        assert!(clerk.screen().contains("2026年3月30日 周一"), "{}", clerk.screen());
        // The next day on which something is due: two cases, a list.
        clerk.press("Tab");
        assert!(clerk.screen().contains("2026年4月3日 周五  工作日  到期 2 件  距今 3 个工作日"));
        clerk.press("Enter Down");
        assert!(
            clerk.line("> 答复").contains("王五") && clerk.screen().contains("2/2"),
            "{}",
            clerk.screen()
        );
        clerk.press("Enter");
        assert!(clerk.screen().contains("申请 2026-003"), "{}", clerk.screen());
        clerk.press("Esc Esc Right");
        assert!(clerk.screen().contains("2026年4月4日 周六  放假"), "{}", clerk.screen());
        clerk.press("Home Esc");
        assert!(clerk.screen().contains("未办结申请"));
    });
}

#[test]
fn the_calendar_is_reached_from_year_carry_and_case() {
    play(date(2026, 3, 9), |clerk| {
        register_on(clerk, "0302", "张三");
        for keys in ["9", "F7 Ctrl-P", "F6 F9", "Enter Ctrl-P"] {
            clerk.press("F5").press(keys);
            assert!(clerk.screen().contains("工作日历"), "{keys}: {}", clerk.screen());
        }
        clerk.press("F1");
        assert!(clerk.line("打开当日到期的申请").contains("Enter"), "{}", clerk.screen());
    });
}

#[test]
fn the_header_counts_what_presses_and_the_list_says_what_is_due_next() {
    play(date(2026, 3, 31), |clerk| {
        register_on(clerk, "0302", "张三");
        register_on(clerk, "0303", "李四");
        register_on(clerk, "0306", "王五");
        register_on(clerk, "0320", "赵六");
        assert!(clerk.line("王敏").contains("超期 1  今日到期 1  3日内 1"), "{}", clerk.screen());
        assert!(!clerk.screen().contains("待确认 ") && !clerk.screen().contains("科室超期"));
        for (applicant, due) in
            [("张三", "答复 !超1天"), ("李四", "答复 今日"), ("王五", "答复 剩3天"), ("赵六", "答复 剩")]
        {
            assert!(clerk.line(applicant).contains(due), "{}", clerk.screen());
        }
        let wide = clerk.screen_of(120, 40);
        assert!(wide.contains("答复 !超期1天 03-30") && wide.contains("答复 剩3天 04-03"), "{wide}");
        // A supplement is the applicant's: its day is named, and once it is over the case waits for us.
        clerk.press("End Enter 2 Ctrl-U").types("0327").press("Tab").types("请写明年度").press("Tab");
        clerk.types("0417").press("F8 Enter Esc");
        assert!(clerk.line("赵六").contains("补正 04-17"), "{}", clerk.screen());
    });
}

#[test]
fn from_november_on_the_notice_of_the_next_year_is_asked_for_beside_the_counters() {
    for (today, asked) in [(date(2026, 10, 31), false), (date(2026, 11, 1), true)] {
        play(today, |clerk| {
            let title = clerk.line("未办结申请");
            assert_eq!(title.contains("请录入2027年放假安排"), asked, "{title}");
            assert!(clerk.line("王敏").contains("超期 0  今日到期 0"));
        });
    }
}
