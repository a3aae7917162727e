//! Files that are cut off, changed, or made to be too much: an error or a report, never a panic.

use proptest::prelude::*;

use super::super::*;
use super::builders::{document_xml, docx, html, one_sheet, package, tables};

fn chinese(words: &str) -> bool {
    words.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

/// Reads it; an error must say what is wrong in one Chinese line.
fn try_read(bytes: &[u8]) -> Result<ReadReport, ReadError> {
    let read = from_bytes(None, bytes);
    if let Err(error) = &read {
        let words = error.to_string();
        assert!(chinese(&words) && words.lines().count() == 1, "{error:?}: {words}");
    }
    read
}

#[test]
fn what_unpacks_to_too_much_is_refused_while_it_is_unpacked() {
    let blanks = vec![b' '; 65 << 20];
    let bomb = package(&[("word/document.xml", &blanks)]);
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(try_read(&bomb), Err(ReadError::UnpacksTooLarge { .. })));
    let half = vec![b' '; 33 << 20];
    let bomb = package(&[("xl/workbook.xml", &half), ("xl/worksheets/sheet1.xml", &half)]);
    assert!(matches!(try_read(&bomb), Err(ReadError::UnpacksTooLarge { .. })));
    let names: Vec<String> = (0..2_001).map(|number| format!("{number}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert!(matches!(try_read(&package(&parts)), Err(ReadError::UnpacksTooLarge { .. })));
    assert_eq!(try_read(&vec![b'a'; MAX_FILE + 1]), Err(ReadError::TooLarge { limit: MAX_FILE }));
}

#[test]
fn what_a_workbook_hides_claims_or_repeats_is_counted() {
    let blanks = vec![b' '; 65 << 20];
    let hidden = package(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.bin", &blanks)]);
    assert!(
        matches!(try_read(&hidden), Err(ReadError::UnpacksTooLarge { .. })),
        "a part is read whatever its name"
    );
    // Its reader makes room for so many strings before it has seen one: no room is the end of the process.
    let strings = b"<sst uniqueCount=\"999999999999\"></sst>";
    let claims = package(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", strings)]);
    assert!(matches!(try_read(&claims), Err(ReadError::Damaged { .. })));
    let long = "长".repeat(200_000);
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(200);
    let book =
        r#"<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let root = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let relations = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let shared = package(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/sharedStrings.xml", format!("<sst><si><t>{long}</t></si></sst>").as_bytes()),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>").as_bytes(),
        ),
    ]);
    assert!(matches!(try_read(&shared), Err(ReadError::TooMuchText { .. })), "{:?}", try_read(&shared));
}

#[test]
fn a_long_text_merged_over_many_slots_is_refused_and_so_is_json_beyond_any_report() {
    let page = format!(
        "<table><tr><td colspan=64 rowspan=0>{}{}</table>",
        "长".repeat(100_000),
        "<tr><td>1<td>2".repeat(100)
    );
    assert!(matches!(try_read(page.as_bytes()), Err(ReadError::TooMuchText { .. })));
    let list = format!("{{\"year\":[{}0]}}", "0,".repeat(3 << 20));
    assert_eq!(try_read(list.as_bytes()), Err(ReadError::TooLarge { limit: MAX_JSON }));
    let deep = format!("{{\"year\":{}", "[".repeat(1 << 20));
    assert!(matches!(try_read(deep.as_bytes()), Err(ReadError::Tables(TablesError::NotJson { .. }))));
}

#[test]
fn damaged_and_foreign_packages_are_told_apart() {
    let part = "word/document.xml";
    for xml in ["<w:document><w:body><w:tbl>", "<a></b>", "<w:t>&#xFFFFFFFF;</w:t>", "\u{0}"] {
        let read = try_read(&package(&[(part, xml.as_bytes())]));
        assert!(
            matches!(read, Err(ReadError::Damaged { .. } | ReadError::NoTables { .. })),
            "{xml}: {read:?}"
        );
    }
    assert!(matches!(try_read(&package(&[("a.txt", b"a")])), Err(ReadError::Kind { .. })));
    assert!(matches!(try_read(&package(&[("content.xml", b"a")])), Err(ReadError::Kind { .. })));
    assert!(matches!(
        try_read(&package(&[("xl/workbook.xml", b"<a/>")])),
        Err(ReadError::Damaged { .. } | ReadError::NoTables { .. })
    ));
    let deep = document_xml(&"<w:tbl><w:tr><w:tc>".repeat(1_000));
    let read = try_read(&package(&[(part, deep.as_bytes())]));
    assert!(matches!(read, Err(ReadError::TooDeep { .. })));
}

#[test]
fn large_nonsense_is_read_in_no_time() {
    let many = [
        "<".repeat(1 << 18),
        "<!--".repeat(1 << 18),
        "<script>".repeat(1 << 17),
        "<a b='".repeat(1 << 17),
        "&".repeat(1 << 20),
        format!("<table>{}", "<tr><td>3.不知道<td>1".repeat(1 << 12)),
        format!("一、总体情况\n{}", "其他 1 2 3 4 5 6 7\n".repeat(1 << 12)),
        "|".repeat(1 << 16),
        "二、主动公开政府信息情况\n".repeat(1 << 12),
    ];
    let begun = std::time::Instant::now();
    for text in many {
        let _ = try_read(text.as_bytes());
    }
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn files_cut_off_anywhere_or_with_changed_bytes_never_panic(
        kind in 0_usize..4, cut in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
    ) {
        let mut bytes = match kind {
            0 => html(&tables()).into_bytes(),
            1 => docx(&tables()),
            2 => one_sheet(&tables()),
            _ => include_bytes!("../../../../tests/fixtures/annual_report_2025_beiguan.md").to_vec(),
        };
        let whole = bytes.len();
        for (at, byte) in &changes {
            bytes[at.index(whole)] = *byte;
        }
        if changes.len() < 2 {
            bytes.truncate(cut.index(whole));
        }
        let _ = try_read(&bytes);
    }

    #[test]
    fn any_bytes_behind_any_beginning_never_panic(
        head in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"<html>", b"<table><tr><td>", b"{", b"\xFF\xFE", "一、总体情况\n".as_bytes()]),
        tail in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let _ = try_read(&[head, &tail].concat());
    }

    #[test]
    fn any_tags_and_labels_in_any_order_never_panic(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<table>", "</table>", "<tr>", "</tr>", "<td rowspan=3>", "<td colspan=2>", "<td rowspan=0>", "</td>", "一、总体情况",
            "三、收到和处理政府信息公开申请情况", "<p>", "（三）不予公开", "1.属于国家秘密", "（七）总计", "0", "/", "12",
            "结果维持", "结果纠正", "其他结果", "行政复议", "商业企业", "自然人", "总计", "其他", "规章", "行政许可",
            "（六）其他处理", "<caption>", "\n", "\t", "|", "2025年政府信息公开工作年度报告",
        ]), 0..80),
        html in any::<bool>(),
    ) {
        let text = pieces.concat();
        let text = if html { format!("<html>{text}") } else { text.replace('<', "\n") };
        let _ = try_read(text.as_bytes());
    }
}
