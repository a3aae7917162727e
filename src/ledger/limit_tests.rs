//! Files made to take all memory or all time: refused with the limit and what to do, before they do.

use std::io::{Cursor, Write};

use jiff::civil::date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::words;

const HEADER: &str = "编号,收到日期,申请人,申请人类型,申请内容,办理结果,答复日期";
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn read_file(bytes: &[u8]) -> Result<Reading, LedgerError> {
    read(bytes, "台账", &ReadOptions::on(date(2026, 3, 2)), &mut |_| {})
}

/// Why it is refused; the words must say a limit or what to do, in one Chinese line.
fn refused(bytes: &[u8]) -> Problem {
    let error = read_file(bytes).unwrap_err();
    let words = words::ledger::error(&error);
    assert!(words.contains("请") && words.lines().count() == 1, "{words}");
    error.problem
}

fn workbook(sheet: &str, strings: &str, others: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let parts = [
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let others = others.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    for (name, content) in parts.into_iter().map(|(name, text)| (name, text.as_bytes())).chain(others) {
        zip.start_file(name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Rows of inline texts, the header first.
fn sheet(rows: impl Iterator<Item = String>, merges: &str) -> String {
    let row = |cells: &str| {
        let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
        format!("<row>{}</row>", cells.split(',').map(cell).collect::<String>())
    };
    let rows: String = std::iter::once(HEADER.to_owned()).chain(rows).map(|cells| row(&cells)).collect();
    format!("<worksheet><sheetData>{rows}</sheetData>{merges}</worksheet>")
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused_whatever_its_directory_declares() {
    let blanks = vec![b' '; 65 << 20];
    // Hidden in a part that is not called .xml, and with the size in directory and header made small.
    let mut bomb =
        workbook(&sheet(std::iter::empty(), ""), "<sst/>", &[("xl/media/a.png".to_owned(), blanks)]);
    assert!(bomb.len() < 1 << 20);
    let size = u32::try_from(65 << 20).unwrap().to_le_bytes();
    let places: Vec<usize> = memchr::memmem::find_iter(&bomb, &size).collect();
    assert!(!places.is_empty());
    let declared = refused(&bomb);
    assert_eq!(declared, Problem::Unpacks { limit: 64 << 20, parts: 2_000 });
    for place in places {
        bomb[place..place + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    let problem = refused(&bomb);
    assert!(matches!(problem, Problem::Unpacks { .. } | Problem::Damaged), "{problem:?}");
    let parts: Vec<(String, Vec<u8>)> = (0..2_001).map(|n| (format!("{n}"), Vec::new())).collect();
    let many = workbook(&sheet(std::iter::empty(), ""), "<sst/>", &parts);
    assert!(matches!(refused(&many), Problem::Unpacks { .. }));
}

#[test]
fn shared_strings_that_claim_to_be_many_do_not_end_the_process() {
    let sheet = sheet(std::iter::empty(), "");
    for count in ["999999999999", "4294967295", "99999999999999999999999"] {
        let book = workbook(&sheet, &format!("<sst uniqueCount=\"{count}\"></sst>"), &[]);
        assert_eq!(refused(&book), Problem::Damaged, "{count}");
    }
    assert!(read_file(&workbook(&sheet, "<sst uniqueCount=\"1\"><si><t>a</t></si></sst>", &[])).is_ok());
}

#[test]
fn a_long_text_that_many_cells_share_counts_for_each_of_them() {
    let shared = format!("<sst><si><t>{}</t></si></sst>", "长".repeat(300_000));
    let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(7)).repeat(100);
    let header = sheet(std::iter::empty(), "");
    let book = header.replace("</sheetData>", &format!("{row}</sheetData>"));
    assert_eq!(refused(&workbook(&book, &shared, &[])), Problem::TooMuchText { limit: MAX_TEXTS });
}

#[test]
fn more_rows_than_a_sheet_can_have_are_refused() {
    let text = format!("{HEADER}\n{}", "a,\n".repeat(MAX_ROWS));
    let reading = read_file(text.as_bytes()).unwrap();
    // Faults come first: with so many the rest is not looked at, and that is said.
    assert!(reading.faults.len() < MAX_FAULTS + 20, "{}", reading.faults.len());
    let last = words::ledger::passed_over(reading.passed_over.last().unwrap());
    assert!(last.contains("10000 处") && last.contains("没有检查"), "{last}");
    let text = format!("{HEADER}\n{}", ",\n".repeat(MAX_ROWS));
    assert_eq!(refused(text.as_bytes()), Problem::TooManyRows { limit: MAX_ROWS });
}

#[test]
fn thousands_of_merged_cells_over_each_other_cost_no_more_than_one() {
    let merges = "<mergeCell ref=\"E2:E60000\"/>".repeat(60_000);
    let merges = format!("<mergeCells>{merges}</mergeCells>");
    let rows =
        (0..20_000).map(|n| format!("甲{n},2025-01-02,李四,自然人,{},,", if n == 0 { "材料" } else { "" }));
    let reading = read_file(&workbook(&sheet(rows, &merges), "<sst/>", &[])).unwrap();
    assert_eq!((reading.faults.len(), reading.records.len()), (0, 20_000));
    assert!(reading.records.iter().all(|record| record.content == "材料"));
}

#[test]
fn thousands_of_columns_and_a_cell_of_megabytes_are_one_fault_or_none() {
    let wide =
        format!("{HEADER}{}\n1,2025-01-02,李四,自然人,材料,,{}\n", ",x".repeat(50_000), ",y".repeat(50_000));
    assert_eq!(read_file(wide.as_bytes()).unwrap().records.len(), 1);
    let long = format!("{HEADER}\n1,2025-01-02,李四,自然人,{},,\n", "长".repeat(2_000_000));
    let faults = read_file(long.as_bytes()).unwrap().faults;
    assert_eq!(faults.len(), 1);
    let words = words::ledger::fault(&faults[0]);
    assert!(words.contains("最多 20000 个字") && words.chars().count() < 200, "{words}");
}
