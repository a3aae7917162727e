//! Reports that others published, from the file to the findings.

use std::fs;

use crate::office::{Office, text};

const SEED: &str = "tests/fixtures/annual_report_2025_beiguan.md";
const TABLES: &str = "tests/fixtures/published_tables_2025.json";

#[test]
fn a_published_report_is_checked_with_its_title_and_what_is_doubtful_is_told_beside_the_result() {
    let office = Office::empty();
    let ended = office.run(&["check", "--file", SEED, "--json"]);
    let rules: Vec<String> =
        ended.json().as_array().unwrap().iter().map(|finding| finding["severity"].to_string()).collect();
    assert!(ended.code == 0 && rules.iter().all(|severity| severity == "\"warning\""), "{ended:?}");
    assert!(
        ended.err.lines().all(|line| line.starts_with("提示：")) && ended.err.contains("（五）5"),
        "{ended:?}"
    );
}

#[test]
fn a_report_goes_through_every_format_and_a_broken_cell_in_it_is_found() {
    let office = Office::empty();
    for extension in ["html", "docx", "xlsx", "md", "txt", "json"] {
        let path = office.file(&format!("年报.{extension}"), b"");
        let printed =
            office.run(&["report", "2025", "--organ", "某市", "--file", TABLES, "-o", text(&path)]).done();
        assert_eq!(printed.err, "");
        let checked = office.run(&["check", "--file", text(&path)]).done();
        assert_eq!(checked.err, "", "{extension}");
    }
    let page = office.file("年报.html", b"");
    let _ = office.run(&["report", "2025", "--organ", "某市", "--file", TABLES, "-o", text(&page)]).done();
    let broken = fs::read_to_string(&page).unwrap().replace(">14069<", ">14070<");
    let broken = office.file("错.html", broken.as_bytes());
    let ended = office.run(&["check", "--file", text(&broken)]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.out.contains("V1") && ended.out.contains("V3"), "{ended:?}");
    let again = office.run(&["report", "--file", text(&page), "--format", "json"]).done().json();
    assert_eq!((again["year"].as_i64(), again["organ"].as_str()), (Some(2025), Some("某市")));
}

#[test]
fn a_file_that_is_no_report_is_refused_in_one_line() {
    let office = Office::empty();
    for (name, bytes, about) in [
        ("年报.pdf", &b"%PDF-1.4\n"[..], "PDF"),
        ("年报.doc", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "旧版"),
        ("年报.docx", b"PK\x03\x04 and no more", "损坏"),
        ("年报.html", "<html><p>通知公告</p>".as_bytes(), "没有找到"),
        ("年报.json", b"{\n oops", "JSON"),
        ("年报.txt", b"", "空"),
    ] {
        let path = office.file(name, bytes);
        let ended = office.run(&["check", "--file", text(&path)]);
        assert_eq!((ended.code, ended.err.trim_end().lines().count()), (1, 1), "{ended:?}");
        assert!(ended.err.contains(about) && ended.out.is_empty(), "{ended:?}");
    }
}

/// The rules that have something to say of a report, with their severity.
fn found(office: &Office, arguments: &[&str]) -> Vec<(String, String)> {
    let findings = office.run(&[&["check", "--json", "--file"], arguments].concat()).json();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let one = |finding: &serde_json::Value| (text(&finding["rule"]), text(&finding["severity"]));
    findings.as_array().unwrap().iter().map(one).collect()
}

#[test]
fn words_titles_and_headings_of_a_report_are_checked_in_whatever_format_it_comes() {
    let office = Office::empty();
    let seed = fs::read_to_string(SEED).unwrap();
    let usual = found(&office, &[SEED]);
    let problems: Vec<&str> =
        seed.lines().filter(|line| line.starts_with("2025年") || line.starts_with("针对上述问题")).collect();
    let problems = problems.join("\n\n");
    for (from, to, rule, severity) in [
        ("上年度结转数量 0 件", "上年度结转数量 2 件", "V6", "error"),
        (&problems, "无。", "V11", "warning"),
        ("（二）依申请公开：", "（二）申请办理：", "V12", "warning"),
        ("未收取信息公开处理费", "没有其他事项", "V10", "warning"),
    ] {
        let broken = seed.replace(from, to);
        assert_ne!(broken, seed, "{from}");
        let source = office.file("错.md", broken.as_bytes());
        for extension in ["md", "docx", "html", "xlsx", "txt", "json"] {
            let path = office.file(&format!("错报.{extension}"), b"");
            let _ = office.run(&["report", "--file", text(&source), "-o", text(&path)]).done();
            let rules = found(&office, &[text(&path)]);
            let expected = (rule.to_owned(), severity.to_owned());
            assert!(rules.contains(&expected) && !usual.contains(&expected), "{extension} {rule}: {rules:?}");
        }
    }
}

#[test]
fn another_wording_of_a_heading_is_a_warning_and_a_missing_part_an_error() {
    let office = Office::empty();
    let seed = fs::read_to_string(SEED).unwrap();
    let heading = "四、政府信息公开行政复议、行政诉讼情况";
    let variant = office.file("异.md", seed.replace(heading, "四、行政复议、行政诉讼情况").as_bytes());
    let rules = found(&office, &[text(&variant)]);
    assert!(rules.contains(&("V13".to_owned(), "warning".to_owned())), "{rules:?}");
    let missing: Vec<&str> =
        seed.lines().filter(|line| !line.contains("六、其他") && !line.contains("处理费")).collect();
    let missing = office.file("缺.md", missing.join("\n").as_bytes());
    let rules = found(&office, &[text(&missing)]);
    assert!(rules.contains(&("V13".to_owned(), "error".to_owned())), "{rules:?}");
}

#[test]
fn a_report_is_checked_against_that_of_the_year_before() {
    let office = Office::empty();
    let before = office.file("上年.json", b"");
    let previous = ["report", "2024", "--organ", "某市", "--file", TABLES, "-o", text(&before)];
    let _ = office.run(&previous).done();
    let now = office.file("本年.xlsx", b"");
    let _ = office.run(&["report", "2025", "--organ", "某市", "--file", TABLES, "-o", text(&now)]).done();
    let rules = found(&office, &[text(&now), "--previous", text(&before)]);
    let named = |rule: &str, severity: &str| rules.contains(&(rule.to_owned(), severity.to_owned()));
    assert!(named("V4", "error") && named("V8", "warning"), "{rules:?}");
    let wrong = office.run(&["check", "--file", text(&before), "--previous", text(&now)]);
    assert!(wrong.code == 1 && wrong.err.contains("不是 2024 年的上一年"), "{wrong:?}");
}
