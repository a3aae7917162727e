//! The yearly notice comes in, and the open cases it reaches are dated anew.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::office::{Office, text};

/// A notice as it might be: a long weekend, made up for on a Saturday.
const NOTICE: &str = "国务院办公厅关于2027年部分节假日安排的通知\n\
    \u{3000}\u{3000}一、元旦：1月1日（周五）至4日（周一）放假调休，共4天。1月9日（周六）上班。\n";

/// Numbers of the cases of an office in the last days of 2026.
struct Cases {
    office: Office,
    /// Due in 2026.
    this_year: String,
    /// Due in the first days of 2027.
    moving: [String; 2],
    /// Due after days off and made-up days of 2027 have evened out.
    settling: String,
    closed: String,
    waiting: String,
}

fn december() -> Cases {
    let office = Office::on("2026-12-28");
    let this_year = office.register("2026-12-03", "甲", "其一");
    let moving = [office.register("2026-12-09", "乙", "其二"), office.register("2026-12-10", "丙", "其三")];
    let settling = office.register("2026-12-11", "丁", "其四");
    let closed = office.register("2026-12-07", "戊", "其五");
    let waiting = office.register("2026-12-10", "己", "其六");
    for arguments in [
        &["act", &closed, "decide", "--outcome", "open", "--on", "2026-12-15"][..],
        &["act", &closed, "serve", "--way", "post", "--on", "2026-12-15"],
        &[
            "act",
            &waiting,
            "supplement-ask",
            "--points",
            "请写明文件名称",
            "--reply-by",
            "2027-01-08",
            "--on",
            "2026-12-15",
        ],
    ] {
        let _ = office.run(arguments).done();
    }
    Cases { office, this_year, moving, settling, closed, waiting }
}

/// Due date and whether it is provisional, by number.
fn dates(office: &Office) -> BTreeMap<String, (Value, Value)> {
    let list = office.run(&["list", "--all", "--json"]).done().json();
    let rows = list.as_array().unwrap().iter();
    rows.map(|row| {
        (row["no"].as_str().unwrap().to_owned(), (row["due_on"].clone(), row["provisional"].clone()))
    })
    .collect()
}

#[test]
fn importing_a_2027_calendar_re_dates_exactly_the_open_cases_whose_count_runs_into_2027_and_lists_them() {
    let cases = december();
    let office = &cases.office;
    let [first, second] = &cases.moving;
    let before = dates(office);
    let date = |on: &str, provisional: bool| (json!(on), json!(provisional));
    assert_eq!(before[&cases.this_year], date("2026-12-31", false));
    assert_eq!(before[first], date("2027-01-07", true));
    assert_eq!(before[second], date("2027-01-08", true));
    assert_eq!(before[&cases.settling], date("2027-01-11", true));
    assert_eq!(before[&cases.closed], (Value::Null, json!(false)));
    assert_eq!(before[&cases.waiting], (Value::Null, json!(false)));

    let notice = office.file("2027.txt", NOTICE.as_bytes());
    let import = ["calendar", "import", text(&notice)];
    let journal = office.journal();
    let tried = office.run(&[&import[..], &["--dry-run"]].concat()).done().out;
    assert_eq!((office.journal(), dates(office)), (journal, before.clone()));
    let planned = office.run(&[&import[..], &["--dry-run", "--json"]].concat()).done().json();

    let done = office.run(&import).done().out;
    let listed = format!(
        "2027年放假安排已录入：放假 4 天，调休上班 1 天\n\
         改期的申请 2 件：\n\
         {first}  到期日 2027-01-07(暂定) 改为 2027-01-08（+1 个工作日，+1 天）\n\
         {second}  到期日 2027-01-08(暂定) 改为 2027-01-09（+1 个工作日，+1 天）\n\
         到期日不变、由暂定转为确定的申请 1 件\n"
    );
    assert_eq!(done, listed);
    let tense = [("检查通过，未录入（--dry-run）", "已录入"), ("将改期", "改期"), ("将由暂定", "由暂定")];
    assert_eq!(tense.iter().fold(tried, |said, (will, is)| said.replace(will, is)), listed);
    assert_eq!(planned["years"], json!([{"year": 2027, "off": 4, "work": 1, "changed": true}]));
    assert_eq!((&planned["settled"], &planned["faults"]), (&json!(1), &json!([])));
    assert_eq!(
        planned["moved"][0],
        json!({
            "no": first, "before": "2027-01-07", "after": "2027-01-08", "was_provisional": true,
            "provisional": false, "working_days": 1, "days": 1,
        })
    );

    let mut expected = before;
    expected.insert(first.clone(), date("2027-01-08", false));
    expected.insert(second.clone(), date("2027-01-09", false));
    expected.insert(cases.settling.clone(), date("2027-01-11", false));
    assert_eq!(dates(office), expected);
    let _ = office.journal();
    let rebuilt = office.run(&["rebuild"]).done().out;
    assert!(rebuilt.contains("与原台账一致"), "{rebuilt}");
    assert_eq!(dates(office), expected);
    let clock = office.run(&["clock", second, "--json"]).done().json();
    assert_eq!((&clock["due_on"], &clock["provisional"]), (&json!("2027-01-09"), &json!(false)));
}

#[test]
fn the_office_counts_by_its_own_calendar_and_gives_it_back_as_a_notice() {
    let office = Office::on("2026-12-28");
    let due = || office.run(&["calendar", "due", "2026-12-10", "20"]).done().out;
    let count = || office.run(&["calendar", "count", "2026-12-31", "2027-01-08"]).done().out;
    assert_eq!((due().as_str(), count().as_str()), ("2027-01-08 provisional\n", "5 provisional\n"));
    assert!(office.run(&["calendar", "show", "2027"]).done().out.contains("尚未载入"));
    // A clerk's editor may write GB18030; here the words 2027年, 元旦：1月1日至4日放假, 上班 1月9日.
    let gb18030 = b"2027\xC4\xEA\r\n\xD4\xAA\xB5\xA9\xA3\xBA1\xD4\xC21\xC8\xD5\xD6\xC14\xC8\xD5\xB7\xC5\xBC\xD9\r\n\xC9\xCF\xB0\xE0 1\xD4\xC29\xC8\xD5\r\n";
    let notice = office.file("2027.txt", gb18030);
    let taken = office.run(&["calendar", "import", text(&notice)]).done().out;
    assert_eq!(taken, "2027年放假安排已录入：放假 4 天，调休上班 1 天\n没有申请因此改期\n");
    assert_eq!((due().as_str(), count().as_str()), ("2027-01-09\n", "4\n"));

    let shown = office.run(&["calendar", "show", "2027", "--text"]).done().out;
    assert_eq!(shown, "2027年\n1月1日（周五）至4日（周一）放假，共4天。\n1月9日（周六）上班。\n");
    let journal = office.journal();
    let again = office.file("again.txt", shown.as_bytes());
    let known = office.run(&["calendar", "import", text(&again)]).done().out;
    assert_eq!(known, "2027年放假安排与已录入的相同，没有改动\n没有申请因此改期\n");
    assert_eq!(office.journal(), journal);
}

#[test]
fn a_notice_with_faults_is_refused_whole_and_each_fault_names_its_line() {
    let office = Office::on("2026-12-28");
    let journal = office.journal();
    let bad = "2027年\n元旦：1月1日（周四）放假\n春节：2月5日至11日放假，共8天\n值日：2月1日\n";
    let path = office.file("2027.txt", bad.as_bytes());
    let refused = office.run(&["calendar", "import", text(&path), "--json"]);
    assert_eq!(refused.code, 1);
    for words in
        ["第 2 行“元旦：1月1日（周四）放假”", "2027年1月1日 周五", "共 7 天", "第 4 行", "3 处问题，没有录入"]
    {
        assert!(refused.err.contains(words), "{words}: {refused:?}");
    }
    assert_eq!(refused.json()["faults"].as_array().unwrap().len(), 3);
    for bytes in [&b"\x7fELF\0\0"[..], b"", b"{\"2027\": 1}", b"PK\x03\x04", b"<html>"] {
        let path = office.file("2027.bin", bytes);
        let refused = office.run(&["calendar", "import", text(&path)]);
        assert!(refused.code == 1 && refused.out.is_empty(), "{refused:?}");
        assert!(refused.err.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{refused:?}");
    }
    assert_eq!(office.run(&["calendar", "import", "没有这个文件"]).code, 1);
    assert_eq!(office.run(&["calendar", "import"]).code, 2);
    assert_eq!(office.journal(), journal);
}

#[test]
fn without_an_office_days_are_counted_and_no_home_is_made() {
    let office = Office::empty();
    for arguments in
        [&["due", "2026-03-02", "20"][..], &["count", "2026-03-02", "2026-03-30"], &["show", "2026"]]
    {
        let _ = office.run(&[&["calendar"], arguments].concat()).done();
    }
    let notice = office.file("2027.txt", NOTICE.as_bytes());
    assert_eq!(office.run(&["calendar", "import", text(&notice)]).code, 1);
    assert!(!office.home().exists());
}

#[test]
fn the_agenda_asks_for_the_next_years_notice_from_november_on_until_it_is_there() {
    let mut office = Office::on("2026-10-31");
    let asked = |office: &Office| office.run(&["agenda"]).done().out;
    assert_eq!(asked(&office), "");
    office.day("2026-11-01");
    assert!(asked(&office).contains("请录入2027年放假安排"), "{}", asked(&office));
    let json = office.run(&["agenda", "--json"]).done();
    assert!(json.out == "[]\n" && json.err.contains("2027年"), "{json:?}");
    let notice = office.file("2027.txt", NOTICE.as_bytes());
    let _ = office.run(&["calendar", "import", text(&notice)]).done();
    assert_eq!(asked(&office), "");
    office.day("2028-01-04");
    assert!(asked(&office).contains("请录入2028年放假安排"));
}
