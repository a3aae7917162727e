//! Bad input: each kind gives one clear Chinese message and changes nothing.

use crate::office::{Ended, Office, text};

const HEADER: &str = "编号,收到日期,申请人,申请人类型,申请内容,办理结果,答复日期\n";

fn chinese(words: &str) -> bool {
    words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Runs it and asserts that it failed with words that hold `about`, in one line, and left no trace.
fn refused(office: &Office, arguments: &[&str], about: &str) -> Ended {
    let before = office.journal();
    let ended = office.run(arguments);
    assert!(ended.code == 1 || ended.code == 2, "{arguments:?}: {ended:?}");
    assert!(ended.out.is_empty(), "{ended:?}");
    assert!(chinese(&ended.err) && ended.err.contains(about), "{about}: {ended:?}");
    assert_eq!(office.journal(), before, "nothing may change");
    ended
}

fn one_line(ended: &Ended) {
    assert_eq!(ended.err.trim_end().lines().count(), 1, "{ended:?}");
}

#[test]
fn ten_kinds_of_bad_input_each_give_a_clear_message_and_change_nothing() {
    let office = Office::on("2026-03-20");
    let no = office.register("2026-03-02", "李强", "会议纪要");
    let register = |received: &'static str, applicant: &'static str| {
        [
            "register",
            "--received",
            received,
            "--kind",
            "natural",
            "--applicant",
            applicant,
            "--content",
            "材料",
        ]
    };

    // An unknown outcome: the message lists the known ones, hence more than one line.
    let _ = refused(&office, &["act", &no, "decide", "--outcome", "公开了"], "不认识");
    let early = ["act", &no, "decide", "--outcome", "open", "--on", "2026-02-27"];
    one_line(&refused(&office, &early, "早于收到日期"));
    one_line(&refused(&office, &early, "没有保存"));
    one_line(&refused(&office, &register("2026-03-21", "王芳"), "晚于今天"));
    let twice = [register("2026-03-03", "王芳").as_slice(), &["--no", &no]].concat();
    one_line(&refused(&office, &twice, "已被另一件申请使用"));
    one_line(&refused(&office, &register("2026-03-03", "  "), "申请人"));
    let workbook = office.file("旧台账.xlsx", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0]);
    one_line(&refused(&office, &["import", text(&workbook)], "xls"));
    let empty = office.file("空.csv", b"");
    one_line(&refused(&office, &["import", text(&empty)], "空"));
    one_line(&refused(
        &office,
        &["act", &no, "revoke", "--seq", "99999999999999999999", "--reason", "误录"],
        "整数",
    ));
    one_line(&refused(&office, &register("2026-03-03", "王\u{7}芳"), "控制字符"));
    one_line(&refused(&office, &register("２０２６-03-03", "王芳"), "全角"));
}

#[test]
fn every_bad_row_of_a_register_is_named_and_none_of_it_comes_in() {
    let office = Office::on("2026-03-20");
    let before = office.journal();
    let rows = "甲1,2026-02-30,李强,自然人,材料,,\n\
                甲2,2026-03-02,,自然人,材料,,\n\
                甲3,2026-03-02,王芳,火星人,材料,,\n\
                甲4,2026-03-02,赵敏,自然人,材料,,\n\
                甲4,2026-03-02,钱进,自然人,材料,,\n\
                甲5,2026-03-02,孙立,自然人,材料,公开了,2026-03-05\n\
                甲6,2026-03-02,周正,自然人,材料,予以公开,2026-03-01\n\
                甲7,2026-04-02,吴用,自然人,材料,,\n\
                甲8,２０２６-03-02,郑直,自然人,材料,,\n";
    let path = office.file("台账.csv", format!("{HEADER}{rows}").as_bytes());
    let ended = office.run(&["import", text(&path)]);
    assert_eq!(ended.code, 1, "{ended:?}");
    for row in [2, 3, 4, 6, 7, 8, 9, 10] {
        assert!(ended.err.contains(&format!("第 {row} 行")), "row {row}: {}", ended.err);
    }
    assert!(!ended.err.contains("第 5 行") || ended.err.contains("甲4"), "{}", ended.err);
    assert_eq!(office.journal(), before);
}

#[test]
fn rows_without_a_number_get_one_in_order_of_receipt_and_are_known_again() {
    let office = Office::on("2026-03-20");
    let rows = "收到日期,申请人,申请人类型,申请内容,办理结果,答复日期\n\
                2026-03-05,李强,自然人,后到的,,\n\
                2026-03-02,王芳,自然人,先到的,,\n\
                2026-03-02,王芳,自然人,先到的,,\n";
    let path = office.file("台账.csv", rows.as_bytes());
    let first = office.run(&["import", text(&path)]).done();
    assert_eq!(first.out, "已导入 3 件\n");
    let list = office.run(&["list", "--all", "--json"]).done().json();
    let mut numbers: Vec<(String, String)> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["no"].as_str().unwrap().to_owned(), row["content"].as_str().unwrap().to_owned()))
        .collect();
    numbers.sort();
    let expected = [("2026-001", "先到的"), ("2026-002", "先到的"), ("2026-003", "后到的")];
    assert_eq!(numbers, expected.map(|(no, content)| (no.to_owned(), content.to_owned())));
    assert_eq!(office.run(&["import", text(&path)]).done().out, "3 件均已登记在册，没有改动\n");
}

#[test]
fn files_longer_than_what_is_read_are_refused_with_the_limit_before_they_fill_the_memory() {
    let office = Office::on("2026-03-20");
    // A sparse file takes no room on the disk; a device has no length to ask for.
    let sparse = office.file("长.csv", b"");
    std::fs::File::options().write(true).open(&sparse).unwrap().set_len(1 << 40).unwrap();
    for path in [text(&sparse), "/dev/zero"] {
        one_line(&refused(&office, &["import", path], "64 MiB"));
        one_line(&refused(&office, &["check", "--file", path], "64 MiB"));
        one_line(&refused(&office, &["calendar", "import", path], "64 MiB"));
        one_line(&refused(&office, &["keymap", "check", path], "256 KiB"));
    }
    // Standard input has no end that one could ask for.
    let endless = format!("{} annual 2025 text overview --set - < /dev/zero", env!("CARGO_BIN_EXE_gongkai"));
    let ended = office.run_by(std::process::Command::new("/bin/sh"), &["-c", &endless]);
    assert!(ended.code == 1 && ended.err.contains("64 MiB") && ended.err.contains("请"), "{ended:?}");
    let notice = office.file("通知.txt", "元旦：1月1日放假\n".repeat(10_000).as_bytes());
    let ended = office.run(&["calendar", "import", text(&notice)]);
    assert!(ended.code == 1 && ended.err.contains("128 KiB"), "{ended:?}");
    let json = office.file("年报.json", format!("{{\"a\":[{}0]}}", "0,".repeat(4 << 20)).as_bytes());
    one_line(&refused(&office, &["check", "--file", text(&json)], "4 MiB"));
    let keys = office.file("键位.toml", "#\n".repeat(64 << 10).as_bytes());
    let ended = office.run(&["keymap", "check", text(&keys)]);
    assert!(ended.code == 1 && ended.out.contains("64 KiB"), "{ended:?}");
}

#[test]
fn a_key_file_and_preferences_that_have_no_end_are_refused_and_nothing_else_is_done() {
    let office = Office::on("2026-03-20");
    let key = office.home().join("data/office.key");
    let before = std::fs::read(&key).unwrap();
    std::fs::File::options().write(true).open(&key).unwrap().set_len(1 << 40).unwrap();
    let ended = office.run(&["list"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{ended:?}");
    assert!(chinese(&ended.err), "{ended:?}");
    std::fs::write(&key, before).unwrap();
    let _ = office.run(&["list"]).done();
}

#[test]
fn a_request_that_is_to_be_answered_anew_stands_among_the_open_ones_until_it_is() {
    let office = Office::on("2026-05-20");
    let no = office.register("2026-03-02", "李强", "预算");
    let act = |arguments: &[&str]| office.run(&[&["act", &no][..], arguments].concat()).done();
    let _ = act(&["decide", "--outcome", "open", "--on", "2026-03-16"]);
    let _ = act(&["serve", "--way", "post", "--on", "2026-03-17"]);
    let count = |arguments: &[&str]| {
        let all = [&["list", "--json"][..], arguments].concat();
        office.run(&all).done().json().as_array().unwrap().len()
    };
    assert_eq!((count(&[]), count(&["--open"]), count(&["--closed"])), (0, 0, 1));
    let _ = act(&["reanswer-ordered", "--by", "2026-05-15", "--on", "2026-05-06"]);
    assert_eq!((count(&[]), count(&["--open"]), count(&["--closed"])), (1, 1, 1));
    assert_eq!((count(&["--overdue"]), count(&["--find", "李强", "--open"])), (1, 1));
    let rows = office.run(&["list", "--json"]).done().json();
    assert_eq!((&rows[0]["status"], &rows[0]["closed_on"]), (&"closed".into(), &"2026-03-17".into()));
    let _ = act(&["decide", "--outcome", "open", "--on", "2026-05-18"]);
    assert_eq!(count(&[]), 1, "decided anew, and not served");
    let _ = act(&["serve", "--way", "post", "--on", "2026-05-18"]);
    assert_eq!((count(&[]), count(&["--closed"])), (0, 1));
}
