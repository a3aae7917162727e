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
