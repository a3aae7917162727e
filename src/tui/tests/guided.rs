//! The guide in the form of a decision, and earlier requests beside a new one.

use jiff::civil::date;

use super::*;

#[test]
fn the_guide_leads_to_a_row_and_puts_it_into_the_form() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "举报某企业排污");
        clerk.press("Enter 8 F2");
        assert!(clerk.screen().contains("1 是") || clerk.screen().contains("1是"), "{}", clerk.screen());
        // Wanted, clear, no request for information: a petition.
        clerk.press("1 1 2 1 Enter");
        let screen = clerk.screen();
        assert!(clerk.line("办理结果").contains("信访举报投诉类申请"), "{screen}");
        clerk.press("F8");
        assert!(clerk.screen().contains("待送达"), "{}", clerk.screen());
    });
}

#[test]
fn what_must_come_first_opens_its_own_form() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "有关材料");
        // Wanted, but not clear, and no 补正 was asked for.
        clerk.press("Enter 8 F2 1 2 2");
        let screen = clerk.screen();
        assert!(screen.contains("补正"), "{screen}");
        clerk.press("Enter");
        assert!(clerk.screen().contains("补正告知"), "{}", clerk.screen());
        assert!(clerk.line("补正期限").contains('*'), "{}", clerk.screen());
    });
}

#[test]
fn an_earlier_request_of_the_applicant_is_offered_while_the_new_one_is_typed() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "2025年度部门预算执行情况");
        clerk.press("F2").types("张三").press("Tab");
        assert!(clerk.screen().contains("该申请人另有 1 件申请"), "{}", clerk.screen());
        clerk.press("Tab Tab Tab Tab Tab Tab").types("部门预算2025年度执行情况").press("Tab");
        let screen = clerk.screen();
        assert!(screen.contains("该申请人的相近申请：2026-001（相似"), "{screen}");
        assert!(screen.contains("可并案"), "{screen}");
    });
}

#[test]
fn a_row_of_the_outcome_is_found_by_what_people_call_it() {
    play(date(2026, 3, 9), |clerk| {
        super::register(clerk, "张三", "预算");
        for (typed, row) in [("四1", "不掌握"), ("商业", "第三方合法权益"), ("gcg", "过程性信息")]
        {
            clerk.press("Enter 8 Tab Enter").types(typed);
            assert!(clerk.screen().contains(row), "{typed}: {}", clerk.screen());
            clerk.press("Esc Esc Esc");
            clerk.press("F5");
        }
    });
}

#[test]
fn earlier_requests_are_told_with_every_word_that_is_typed() {
    play(date(2026, 3, 9), |clerk| {
        super::register(clerk, "张三", "某地块征收补偿方案");
        clerk.press("F2").types("张三");
        assert!(clerk.screen().contains("2026-001"), "before the field is left: {}", clerk.screen());
        clerk.press("Ctrl-U").types("李四");
        assert!(!clerk.screen().contains("2026-001"), "{}", clerk.screen());
    });
}

#[test]
fn a_number_that_was_proposed_is_replaced_by_the_one_that_is_typed() {
    play(date(2026, 3, 9), |clerk| {
        super::register(clerk, "张三", "预算");
        clerk.press("Enter 5");
        clerk.types("15");
        assert!(clerk.line("延期工作日").trim_end().ends_with(" 15"), "{}", clerk.screen());
        clerk.press("Tab Shift-Tab Backspace");
        assert!(clerk.line("延期工作日").trim_end().ends_with(" 1"), "{}", clerk.screen());
    });
}
