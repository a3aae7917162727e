//! The registers behind tables 2 and 4, through the command.

use serde_json::{Value, json};

use super::office::Office;

fn add(office: &Office, arguments: &[&str]) -> String {
    let done = office.run(&[&["record"], arguments].concat()).done();
    let id = done.out.trim().to_owned();
    assert!(id.parse::<u64>().is_ok(), "nothing but the number: {done:?}");
    id
}

fn act(office: &Office, arguments: &[&str]) -> String {
    office.run(&[&["record"], arguments].concat()).done().out
}

fn tables(office: &Office, year: &str) -> Value {
    office.run(&["report", year, "--format", "json"]).done().json()
}

/// A figure, or the figure beside a note.
fn figure(value: &Value) -> String {
    let value = value.get("value").unwrap_or(value);
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// One of each: a document and the stock before it, decisions, a charge, information, a dispute, an activity.
fn one_of_each(office: &Office) -> Vec<(&'static str, String)> {
    let mut ids = Vec::new();
    for arguments in [
        &["stock", "add", "--type", "行政规范性文件", "--year", "2025", "--count", "20"][..],
        &["document", "add", "--type", "normative", "--title", "某办法", "--issued", "2025-05-06"],
        &["decisions", "add", "--type", "penalty", "--period", "2025", "--count", "38"],
        &["charge", "add", "--item", "考试费", "--yuan", "380.50", "--period", "2025-06"],
        &["disclosure", "add", "--title", "2025年预算", "--column", "财政信息", "--formed", "2025-03-03"],
        &["dispute", "add", "--type", "行政复议", "--filed", "2025-11-03", "--forum", "市人民政府"],
        &["activity", "add", "--type", "培训", "--title", "业务培训", "--period", "2025-09", "--count", "2"],
    ] {
        ids.push((arguments[0], add(office, arguments)));
    }
    ids
}

#[test]
fn the_report_moves_cell_by_cell_with_what_is_recorded_and_back_with_what_is_removed() {
    let office = Office::on("2026-03-02");
    let before = tables(&office, "2025");
    let ids = one_of_each(&office);
    let after = tables(&office, "2025");
    assert_ne!(before["table2"], after["table2"]);
    let text = office.run(&["report", "2025"]).done().out;
    for figure in ["38", "0.03805", "21"] {
        assert!(text.contains(figure), "{figure}: {text}");
    }
    assert_eq!(after["table4"]["review"], json!([0, 0, 0, 1, 1]));
    assert_eq!(after["table3"], before["table3"]);
    assert_eq!(office.run(&["check", "2025"]).done().code, 0);

    let dispute = &ids[5].1;
    let ended = act(
        &office,
        &["dispute", "end", dispute, "--result", "纠正", "--text", "撤销", "--on", "2026-02-10"],
    );
    assert!(ended.contains("2026-02-10 纠正 撤销"), "{ended}");
    assert_eq!(tables(&office, "2025")["table4"]["review"], json!([0, 0, 0, 1, 1]));
    assert_eq!(tables(&office, "2026")["table4"]["review"], json!([0, 1, 0, 0, 1]));

    let document = &ids[1].1;
    let _ = act(&office, &["document", "void", document, "--reason", "清理", "--on", "2025-12-31"]);
    let ended = tables(&office, "2025");
    assert_ne!(ended["table2"], after["table2"]);

    for (kind, id) in &ids {
        let line = act(&office, &[kind, "remove", id, "--reason", "误录"]);
        assert!(line.contains("[已移除]"), "{line}");
        assert_eq!(office.run(&["record", kind, "list", "--json"]).done().json(), json!([]));
        let history = act(&office, &[kind, "show", id]);
        assert!(history.contains("移除") && history.contains("误录"), "nothing is deleted: {history}");
    }
    let removed = tables(&office, "2025");
    assert_eq!((&removed["table2"], &removed["table4"]), (&before["table2"], &before["table4"]));
    let _ = office.run(&["verify"]).done();
    assert!(office.run(&["rebuild"]).done().out.contains("与原台账一致"));
    assert_eq!(tables(&office, "2025"), removed);
}

#[test]
fn charges_of_table_two_take_in_the_fees_that_were_paid() {
    let mut office = Office::on("2026-03-16");
    let _ = add(&office, &["charge", "add", "--item", "考试费", "--yuan", "20", "--period", "2026-01"]);
    let no = office.register("2026-03-02", "李强", "档案复印件");
    let _ = office.run(&["act", &no, "fee-notice", "--by", "page", "--pages", "68"]).done();
    office.day("2026-03-25");
    let _ = office.run(&["act", &no, "fee-pay", "--amount", "380.00"]).done();
    let text = office.run(&["report", "2026", "--format", "json"]).done().out;
    assert!(text.contains("0.04"), "{text}");
    let table2 = tables(&office, "2026")["table2"].to_string();
    assert!(table2.contains("0.04"), "{table2}");
    let _ = office.run(&["verify"]).done();
}

#[test]
fn information_goes_through_three_reviews_and_three_proofs_before_it_is_published() {
    let office = Office::on("2026-04-10");
    let id = add(
        &office,
        &["disclosure", "add", "--title", "预算", "--column", "财政信息", "--formed", "2026-03-02"],
    );
    let refused = office.run(&["record", "disclosure", "publish", &id]);
    assert!(refused.code == 1 && refused.err.contains("缺一审、二审、三审、一校、二校、三校"), "{refused:?}");
    for check in ["review", "proof"] {
        for _ in 0..3 {
            let _ = act(&office, &["disclosure", check, &id, "--by", "张敏", "--on", "2026-03-05"]);
        }
    }
    let done = office.run(&["record", "disclosure", "review", &id, "--by", "张敏"]);
    assert!(
        done.code == 1 && done.err.contains("三审已经记过") && done.err.starts_with("没有保存"),
        "{done:?}"
    );
    let shown = office.run(&["record", "disclosure", "show", &id, "--json"]).done().json();
    assert_eq!((&shown["due_on"], &shown["lacking"]), (&json!("2026-03-30"), &json!([])));
    let late = office.run(&["record", "disclosure", "publish", &id, "--url", "https://x.gov.cn/1"]).done();
    assert!(late.err.contains("条例第二十六条"), "late, and said: {late:?}");
    let shown = office.run(&["record", "disclosure", "show", &id, "--json"]).done().json();
    assert_eq!(shown["published_on"], "2026-04-10");
    let seq = shown["version"].to_string();
    let _ = act(&office, &["disclosure", "undo", &id, "--seq", &seq, "--reason", "未上网"]);
    let shown = office.run(&["record", "disclosure", "show", &id, "--json"]).done().json();
    assert_eq!(shown["published_on"], Value::Null);
}

#[test]
fn a_record_is_changed_by_the_flags_that_are_given_and_listed_by_year() {
    let office = Office::on("2026-03-02");
    let id = add(
        &office,
        &[
            "decisions",
            "add",
            "--type",
            "licence",
            "--period",
            "2025-03",
            "--count",
            "5",
            "--source",
            "审批科",
        ],
    );
    let line = act(&office, &["decisions", "change", &id, "--count", "6", "--reason", "漏计"]);
    assert!(line.contains("行政许可  6  审批科"), "{line}");
    let again = office.run(&[
        "record",
        "decisions",
        "add",
        "--type",
        "licence",
        "--period",
        "2025-03",
        "--count",
        "7",
        "--source",
        "审批科",
    ]);
    let again = again.done();
    assert_eq!(again.out.trim(), id);
    assert!(again.err.contains("替换"), "{again:?}");
    let list =
        |year: &str| office.run(&["record", "decisions", "list", "--year", year, "--json"]).done().json();
    assert_eq!(list("2024"), json!([]));
    assert_eq!(list("2025")[0]["count"], 7);
    assert_eq!(act(&office, &["charge", "list"]), "没有登记\n");
    assert_eq!(figure(&list("2025")[0]["source"]), "审批科");
}

#[test]
fn a_suit_after_review_names_its_review_and_keeps_the_request() {
    let office = Office::on("2026-03-02");
    let no = office.register("2026-01-05", "李强", "征地批复");
    let filed = ["--forum", "市人民政府", "--request", &no];
    let review = add(
        &office,
        &[&["dispute", "add", "--type", "review", "--filed", "2026-01-20"], &filed[..]].concat(),
    );
    let suit = ["dispute", "add", "--type", "复议后起诉", "--filed", "2026-02-20", "--forum", "区人民法院"];
    let refused = office.run(&[&["record"], &suit[..]].concat());
    assert!(refused.code == 1 && refused.err.contains("所经复议"), "{refused:?}");
    let suit = add(&office, &[&suit[..], &["--review", &review, "--role", "reviewer"]].concat());
    assert_eq!(tables(&office, "2026")["table4"]["suit_after_review"], json!([0, 0, 0, 0, 0]));
    let _ = act(&office, &["dispute", "change", &suit, "--role", "defendant"]);
    assert_eq!(tables(&office, "2026")["table4"]["suit_after_review"], json!([0, 0, 0, 1, 1]));
    let named = office.run(&["record", "dispute", "remove", &review, "--reason", "误录"]);
    assert!(named.code == 1 && named.err.contains(&suit), "{named:?}");
}

#[test]
fn wrong_usage_is_said_in_chinese_with_what_belongs_there() {
    let office = Office::on("2026-03-02");
    let id = add(&office, &["charge", "add", "--item", "考试费", "--yuan", "1", "--period", "2025"]);
    for (arguments, said) in [
        (&["records", "add"][..], "规章和规范性文件"),
        (&["charge", "repeal", "7"], "add list show change remove"),
        (&["charge", "add", "--item", "考试费"], "--yuan"),
        (&["charge", "add", "--item", "考试费", "--yuan", "1.234", "--period", "2025"], "380.50"),
        (&["charge", "change", &id, "--title", "某"], "--item"),
        (&["charge", "show"], "登记号"),
        (&["charge", "show", "x"], "登记号"),
        (&["charge", "remove", &id], "--reason"),
        (&["stock", "add", "--type", "纸", "--year", "2025", "--count", "1"], "normative"),
        (&["dispute", "list", "--year", "x"], "年份"),
    ] {
        let ended = office.run(&[&["record"], arguments].concat());
        assert_eq!(ended.code, 2, "{arguments:?}: {ended:?}");
        assert!(ended.err.contains(said) && ended.out.is_empty(), "{arguments:?}: {ended:?}");
    }
    let other = office.run(&["record", "stock", "show", &id]);
    assert!(other.code == 1 && other.err.contains("行政事业性收费"), "{other:?}");
    let help = office.run(&["record", "--help"]).done().out;
    assert!(help.contains("用法") && !help.contains("Options"), "{help}");
}
