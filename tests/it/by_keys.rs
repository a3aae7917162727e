//! A case worked in a real pseudo-terminal with the keyboard alone.

use serde_json::Value;

use crate::office::Office;
use crate::terminal::{Terminal, key};

const TODAY: &str = "2026-04-01";

/// Fills in the form for a new request: applicant, kind, channel, days, content.
fn register(clerk: &mut Terminal, applicant: &str, received: &str, content: &str) {
    clerk.press("\x1bOQ", "登记新申请"); // F2
    clerk.press(&format!("{applicant}{}", key::TAB), applicant);
    clerk.send(&format!("1{}", key::TAB)); // 自然人
    clerk.press(&format!("1{}", key::TAB), "当面提交");
    clerk.send(&format!("\x15{received}{}", key::TAB)); // 收到日期; nothing else is asked of who stands here
    clerk.send(key::TAB); // 标题
    clerk.press(content, content);
    clerk.press("\x1b[19~", "已保存"); // F8
}

/// What was recorded of a case, but for times of day.
fn recorded(office: &Office, no: &str) -> Value {
    let mut case = office.run(&["show", no, "--json"]).done().json();
    for entry in case["timeline"].as_array_mut().unwrap() {
        entry.as_object_mut().unwrap().remove("at");
    }
    case
}

#[test]
fn a_case_is_worked_by_keys_from_registration_to_the_cell_that_counts_it_and_so_by_commands() {
    let by_keys = Office::on(TODAY);
    let mut clerk = Terminal::open(&by_keys, Some(TODAY));
    clerk.wait_for("未办结申请");
    register(&mut clerk, "李强", "0302", "征地批复");
    clerk.wait_for("2026-03-30");
    clerk.press(key::ENTER, "期限说明");
    clerk.press("2", "补正事项");
    clerk.send(&format!("0309{}", key::TAB));
    clerk.send(&format!("请写明文件名称{}", key::TAB));
    clerk.send("0325");
    clerk.press("\x1b[19~", "-> 待补正");
    clerk.press(key::ENTER, "已保存");
    clerk.press("3", "收到补正");
    clerk.send("0320");
    clerk.press("\x1b[19~", "2026年4月20日");
    clerk.press(key::ENTER, "已保存");
    clerk.wait_for("2026-04-20");
    // The due date has moved, and the clock on the screen says by which article.
    clerk.wait_for("条例第三十条");
    clerk.press("8", "办理结果");
    clerk.send(&format!("0331{}", key::TAB));
    clerk.press(key::ENTER, "（一）");
    clerk.send(&format!("1{}", key::ENTER));
    clerk.press("1", "提供");
    clerk.press("\x1b[19~", "-> 待送达");
    clerk.press(key::ENTER, "已保存");
    clerk.press("9", "送达方式");
    clerk.send(&format!("2{}", key::TAB));
    clerk.send("0401");
    clerk.press("\x1b[19~", "加 1");
    clerk.press("1", "已办结");
    // The year: the cell counts one, and Enter lists this very request.
    clerk.press("\x1b[18~", "表三"); // F7
    clerk.send(&format!("{}{}", key::DOWN, key::DOWN));
    clerk.wait_for("[1]");
    clerk.press(key::ENTER, "李强");
    clerk.wait_for("2026-001");
    clerk.send("\x04"); // Ctrl-D
    clerk.send(key::ENTER);
    assert_eq!(clerk.left(), 0);

    assert_eq!(recorded(&by_keys, "2026-001"), recorded(&worked_by_commands(), "2026-001"));
}

/// The same case by commands.
fn worked_by_commands() -> Office {
    let by_commands = Office::on(TODAY);
    for arguments in [
        &[
            "register",
            "--received",
            "2026-03-02",
            "--submitted",
            "2026-03-02",
            "--kind",
            "自然人",
            "--channel",
            "当面提交",
            "--applicant",
            "李强",
            "--content",
            "征地批复",
        ][..],
        &[
            "act",
            "2026-001",
            "supplement-ask",
            "--on",
            "2026-03-09",
            "--points",
            "请写明文件名称",
            "--reply-by",
            "2026-03-25",
        ],
        &["act", "2026-001", "supplement-receive", "--on", "2026-03-20"],
        &["act", "2026-001", "decide", "--on", "2026-03-31", "--outcome", "open", "--kind", "提供"],
        &["act", "2026-001", "serve", "--on", "2026-04-01", "--way", "post"],
    ] {
        let _ = by_commands.run(arguments).done();
    }
    by_commands
}

#[test]
fn the_first_run_asks_makes_the_office_and_leaves_a_clean_terminal() {
    let office = Office::empty();
    let mut clerk = Terminal::open(&office, None);
    clerk.wait_for("首次使用");
    clerk.send("北关区工业和信息化局");
    clerk.press("\x1b[19~", "在您的终端里怎样显示");
    clerk.press("1", "宽度：一格");
    clerk.send("\x04");
    clerk.send(key::ENTER);
    assert_eq!(clerk.left(), 0);
    assert_eq!(office.run(&["list", "--json"]).done().json(), serde_json::json!([]));
}

#[test]
fn an_arrow_torn_by_the_line_is_still_an_arrow_and_a_resize_does_no_harm() {
    let office = Office::on(TODAY);
    for n in 1..=3 {
        office.register("2026-03-02", &format!("李强{n}"), "材料");
    }
    let mut clerk = Terminal::open(&office, Some(TODAY));
    clerk.wait_for("1/3");
    clerk.send("\x1b");
    clerk.press("[B", "2/3");
    clerk.press(key::DOWN, "3/3");
    clerk.press(key::UP, "2/3");
    clerk.press(key::RIGHT, "期限说明");
    clerk.press(key::LEFT, "2/3");
    for (cols, rows) in [(20, 5), (200, 60), (60, 16)] {
        clerk.resize(cols, rows);
    }
    clerk.wait_for("2/3");
    clerk.resize(80, 24);
    clerk.press(key::DOWN, "3/3");
    clerk.send("\x04");
    clerk.send(key::ENTER);
    assert_eq!(clerk.left(), 0);
}

/// Working days by hand: the 20th after 2 February is 6 March (14 and 28 February are worked, 15 to 23
/// February off); 6 to 26 February are ten that are not counted, hence 20 March; ten more end on 3 April.
#[test]
fn a_consultation_an_extension_and_the_service_across_the_spring_festival_are_worked_by_keys() {
    const F8: &str = "\x1b[19~";
    let office = Office::on("2026-04-02");
    let mut clerk = Terminal::open(&office, Some("2026-04-02"));
    clerk.wait_for("未办结申请");
    register(&mut clerk, "李强", "0202", "某公司排污许可申报材料");
    clerk.press(key::ENTER, "2026年3月6日");
    clerk.press("6", "对方身份");
    clerk.send(&format!("1{0}某公司{0}0205", key::TAB));
    clerk.press(F8, "2026年3月27日");
    clerk.press(key::ENTER, "已保存");
    clerk.press(key::ENTER, "现在可以办理");
    clerk.press("收悉", "登记对方收到");
    clerk.press(key::ENTER, "哪一份文书");
    clerk.send(&format!("{}0209", key::TAB));
    clerk.press(F8, "2026年3月31日");
    clerk.press(key::ENTER, "已保存");
    clerk.press("7", "意见期限至");
    clerk.send(key::TAB);
    clerk.press("2", "2. 不同意公开");
    clerk.send(&format!("{0}0226", key::TAB));
    clerk.press(F8, "2026年3月20日");
    clerk.press(key::ENTER, "已保存");
    clerk.press("5", "延期工作日");
    clerk.send(&format!("\x1510{0}王局长{0}需核对材料{0}0319", key::TAB));
    clerk.press(F8, "2026年4月3日");
    clerk.press(key::ENTER, "已保存");
    clerk.press("8", "办理结果");
    clerk.send(&format!("0401{}", key::TAB));
    clerk.press(key::ENTER, "（三）4");
    clerk.send("保护第三方");
    clerk.wait_for("> ");
    clerk.send(key::ENTER);
    clerk.press(F8, "-> 待送达");
    clerk.press(key::ENTER, "已保存");
    clerk.press("9", "送达方式");
    clerk.send(&format!("1{}0402", key::TAB));
    clerk.press(F8, "加 1");
    clerk.press(key::ENTER, "已办结");
    // Everything that made the date stands on one screen of 80x24, each line with its article.
    clerk.press("\x1bOR", "期限说明"); // F3
    let explained = clerk.text();
    for said in [
        "2026-02-02",
        "2026-02-05",
        "2026-02-26",
        "2026-03-06",
        "2026-03-19",
        "2026-03-20",
        "2026-04-02",
        "2026年4月3日",
        "条例第三十一条",
        "条例第三十二条、第三十三条",
        "条例第三十三条",
        "本机口径",
    ] {
        assert!(explained.contains(said), "no {said:?} on:\n{explained}");
    }
    clerk.send("\x04"); // Ctrl-D
    clerk.send(key::ENTER);
    assert_eq!(clerk.left(), 0);
    let clock = office.run(&["clock", "2026-001", "--json"]).done().json();
    assert_eq!(clock["due_on"], "2026-04-03");
    let row = office.run(&["show", "2026-001", "--json"]).done().json();
    assert_eq!(
        (row["outcome"].as_str(), row["closed_on"].as_str()),
        (Some("deny_third"), Some("2026-04-02"))
    );
}
