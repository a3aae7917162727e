//! The office's own readings, through the command.

use super::office::{Office, text};

#[test]
fn a_setting_is_shown_changed_and_named_in_the_clock() {
    let office = Office::on("2026-03-25");
    let no = office.register("2026-03-02", "张三", "预算");
    let _ = office
        .run(&["act", &no, "consult-send", "--party", "甲公司", "--role", "third", "--on", "2026-03-09"])
        .done();
    let _ = office.run(&["act", &no, "consult-answer", "--opinion", "agree", "--on", "2026-03-20"]).done();
    let shown = office.run(&["settings"]).done().out;
    assert!(shown.contains("征求意见期间起止：发出次日起，至收到意见之日止"), "{shown}");
    let dry = office.run(&["settings", "excluded-days", "fewest", "--dry-run"]).done().out;
    assert!(dry.contains("2026-04-13 改为 2026-04-10"), "{dry}");
    assert!(
        office.run(&["settings", "excluded-days"]).done().out.contains("至收到意见之日止"),
        "nothing was set"
    );
    let _ = office.run(&["settings", "征求意见期间起止", "fewest"]).done();
    let clock = office.run(&["clock", &no]).done().out;
    assert!(
        clock.contains("对方收到次日起，至收到意见前一日止（本机口径，设置“征求意见期间起止”）"),
        "{clock}"
    );
    assert!(clock.contains("2026-04-10"), "{clock}");
    let bad = office.run(&["settings", "unit-days", "0"]);
    assert_eq!(bad.code, 2);
    assert!(bad.err.contains("1 至 60"), "{}", bad.err);
    let _ = office.run(&["verify"]).done();
}

#[test]
fn the_agenda_names_the_units_to_remind_and_the_copies_to_send() {
    let office = Office::on("2026-03-16");
    let no = office.register("2026-03-02", "张三", "预算");
    let _ = office
        .run(&["act", &no, "assign", "--unit", "规划科", "--reply-by", "2026-03-20", "--on", "2026-03-09"])
        .done();
    let agenda = office.run(&["agenda"]).done().out;
    assert!(agenda.contains("[到了催办科室的日子") && agenda.contains("规划科"), "{agenda}");
    let _ = office.run(&["act", &no, "chase"]).done();
    assert!(!office.run(&["agenda"]).done().out.contains("催办"), "reminded today");
    let _ = office.run(&["act", &no, "decide", "--outcome", "open"]).done();
    let _ = office.run(&["act", &no, "serve", "--way", "in-person"]).done();
    assert!(office.run(&["agenda"]).done().out.contains("答复副本待报备"));
    let _ = office.run(&["act", &no, "note", "--type", "copies", "报县公开办"]).done();
    assert!(!office.run(&["agenda"]).done().out.contains("报备"));
}

#[test]
fn a_file_has_its_contents_and_says_what_it_lacks() {
    let office = Office::on("2026-03-20");
    let no = office.register("2026-03-02", "张三", "预算");
    let _ = office.run(&["act", &no, "decide", "--outcome", "open", "--on", "2026-03-16"]).done();
    let _ = office.run(&["act", &no, "note", "记错了", "--on", "2026-03-16"]).done();
    let _ = office.run(&["act", &no, "revoke", "--seq", "14", "--reason", "记错"]);
    let _ = office.run(&["act", &no, "serve", "--way", "post", "--on", "2026-03-17"]).done();
    let archived = office.run(&["act", &no, "archive", "--file-no", "2026-公开-1"]).done();
    assert!(archived.err.contains("归档材料缺：送达凭证"), "{}", archived.err);
    let contents = office.run(&["show", &no, "--contents"]).done().out;
    assert!(contents.starts_with(&format!("卷内目录  申请 {no}  档号 2026-公开-1")), "{contents}");
    assert!(contents.contains("  1  2026-03-02  登记") && contents.contains("缺  送达凭证"), "{contents}");
    assert!(!contents.contains("记错"), "what was taken back is no paper: {contents}");
}

#[test]
fn an_item_that_was_split_off_says_where_it_is_answered() {
    let office = Office::on("2026-03-05");
    let register = ["register", "--received", "2026-03-02", "--kind", "自然人", "--applicant", "张三"];
    let items = ["--content", "征地材料", "--item", "批文", "--item", "名册"];
    let no = office.run(&[register.as_slice(), &items].concat()).done().out.trim().to_owned();
    let _ = office.run(&["act", &no, "split", "--items", "2"]).done();
    assert!(office.run(&["show", &no]).done().out.contains("名册  [已分出为 2026-002]"));
    let new = office.run(&["show", "2026-002", "--json"]).done().json();
    assert_eq!((new["content"].as_str(), new["received_on"].as_str()), (Some("名册"), Some("2026-03-02")));
    let _ = office.run(&["act", "2026-002", "join", "--to", &no, "--reason", "申请人要求一并答复"]).done();
    let joined = office.run(&["show", "2026-002", "--json"]).done().json();
    assert_eq!((joined["status"].as_str(), joined["outcome"].as_str()), (Some("closed"), Some("ot_other")));
}

#[test]
fn what_the_office_says_of_itself_is_held_against_its_tables() {
    let mut office = Office::on("2027-01-10");
    let document =
        ["record", "document", "add", "--type", "规章", "--title", "某规定", "--issued", "2026-05-06"];
    let _ = office.run(&document).done();
    let charge = ["record", "charge", "add", "--item", "考试费", "--yuan", "380", "--period", "2026"];
    let _ = office.run(&charge).done();
    let rules = |office: &Office| {
        let findings = office.run(&["check", "2026", "--json"]).json();
        let rule = |finding: &serde_json::Value| finding["rule"].as_str().unwrap().to_owned();
        findings.as_array().unwrap().iter().map(rule).collect::<Vec<_>>()
    };
    let told = |office: &Office, wanted: &str| rules(office).iter().any(|rule| rule == wanted);
    for rule in ["V9", "V20", "V22"] {
        assert!(!told(&office, rule), "nothing is known: {rule}");
    }
    for (key, value) in [("makes-rules", "no"), ("has-charges", "否"), ("hand-in-day", "1月15日")] {
        let _ = office.run(&["settings", key, value]).done();
    }
    assert!(told(&office, "V9") && told(&office, "V22") && !told(&office, "V20"), "{:?}", rules(&office));
    let agenda = office.run(&["agenda"]).done().out;
    assert!(agenda.contains("[年度报告待报送和公布") && agenda.contains("2027-01-15  北关区"), "{agenda}");
    // The superior's day passes, the law's has not come: not published is late.
    office.day("2027-01-20");
    assert!(told(&office, "V20"));
    let agenda = office.run(&["agenda", "--json"]);
    let tasks = agenda.json();
    assert_eq!((agenda.code, tasks[0]["todo"].as_str()), (3, Some("report_overdue")), "{tasks}");
    let _ = office.run(&["settings", "hand-in-day", "none"]).done();
    assert!(!told(&office, "V20"));
    assert_eq!(office.run(&["agenda", "--json"]).done().json()[0]["on"].as_str(), Some("2027-01-31"));
    let bad = office.run(&["settings", "hand-in-day", "4月1日"]);
    assert!(bad.code == 2 && bad.err.contains("如 01-15"), "{bad:?}");
}

#[test]
fn a_government_has_until_the_end_of_march() {
    let office = Office::named("北关区人民政府", "2027-03-01");
    let _ = office.register("2026-11-02", "李强", "预算");
    let agenda = office.run(&["agenda", "--json"]).json();
    let task = agenda.as_array().unwrap().iter().find(|task| task["todo"] == "report_due").unwrap();
    assert_eq!(task["on"].as_str(), Some("2027-03-31"));
}

#[test]
fn the_agenda_has_what_is_to_be_published_and_the_disputes_that_are_pending() {
    let office = Office::on("2026-04-01");
    let disclosure = |title: &str, formed: &str| {
        let _ = office
            .run(&["record", "disclosure", "add", "--title", title, "--column", "公告", "--formed", formed])
            .done();
    };
    disclosure("过期的", "2026-03-02");
    disclosure("快到的", "2026-03-06");
    disclosure("还早的", "2026-03-31");
    let dispute =
        ["record", "dispute", "add", "--type", "行政复议", "--filed", "2026-03-20", "--forum", "市政府"];
    let _ = office.run(&dispute).done();
    let agenda = office.run(&["agenda"]);
    assert_eq!(agenda.code, 3, "something should have been published");
    for words in ["已过 20 个工作日未公开", "过期的", "三个工作日内应当公开", "快到的", "尚未审结", "市政府"]
    {
        assert!(agenda.out.contains(words), "{words}: {agenda:?}");
    }
    assert!(!agenda.out.contains("还早的"), "{agenda:?}");
}

#[test]
fn the_readme_has_the_keys_that_are_in_force() {
    let shown = Office::empty().run(&["keymap", "show", "--markdown"]).done().out;
    let readme = std::fs::read_to_string("README.md").unwrap();
    let table = readme.split("<!-- keys -->").nth(1).expect("the table stands between two marks");
    assert_eq!(
        table.trim(),
        shown.trim(),
        "write what `gongkai keymap show --markdown` prints between the marks"
    );
}

#[test]
fn a_file_of_keys_is_checked_line_by_line_and_what_is_sound_in_it_works() {
    let office = Office::empty();
    let sound = office
        .file("键.toml", "extends = \"vim\"\nlist = [{ on = \"Ctrl-N\", run = \"list.new\" }]\n".as_bytes());
    assert_eq!(office.run(&["keymap", "check", text(&sound)]).done().out.trim(), "键位文件没有问题");
    let shown = office.run(&["keymap", "show", "--json", "--keymap", text(&sound)]).done().json();
    let of = |action: &str| {
        let row =
            shown.as_array().unwrap().iter().find(|row| row["context"] == "list" && row["action"] == action);
        row.unwrap()["keys"].clone()
    };
    assert_eq!(of("list.new")[0], "Ctrl-N");
    assert_eq!(of("move.down"), serde_json::json!(["j", "Down"]));
    let bad = office.file(
        "坏.toml",
        "list = [\n  { on = \"F2\", run = \"list.nwe\" },\n  { on = \"Ctrl-S\", run = \"list.new\" },\n]\n"
            .as_bytes(),
    );
    let ended = office.run(&["keymap", "check", text(&bad)]);
    assert_eq!(ended.code, 1, "{ended:?}");
    let lines: Vec<&str> = ended.out.lines().collect();
    assert!(lines[0].ends_with(":2: 没有名为 list.nwe 的操作，是否为 list.new？"), "{ended:?}");
    assert!(lines[1].contains(":3: 按键 Ctrl-S 不能使用"), "{ended:?}");
    assert!(ended.err.contains("共 2 处问题"), "{ended:?}");
    let shown = office.run(&["keymap", "show"]).done().out;
    assert!(shown.contains("[list] 申请列表") && shown.contains("list.new"), "{shown}");
    assert_eq!(office.run(&["keymap", "probe"]).code, 2, "no terminal");
    assert_eq!(office.run(&["--theme", "pink"]).code, 2);
}
