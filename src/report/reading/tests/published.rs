//! The published figures in every kind of file: they come out as they went in, and one broken cell alone
//! comes out broken.

use encoding_rs::GBK;
use proptest::prelude::*;

use super::super::*;
use super::builders::{TITLE, docx, html, one_sheet, tables, word_html, words};
use crate::report::formats::by_name;
use crate::report::{Cell, Part, Period, Report, YearTables, samples};

/// The whole report in every kind of file.
pub(super) fn files(tables: &YearTables) -> [(&'static str, Vec<u8>); 5] {
    let page = html(tables);
    [
        ("html", page.clone().into_bytes()),
        ("html in GBK", GBK.encode(&page.replace("charset=utf-8", "charset=\"gb2312\"")).0.into_owned()),
        ("html of Word", word_html(tables).into_bytes()),
        ("docx", docx(tables)),
        ("xlsx of one sheet", one_sheet(tables)),
    ]
}

#[test]
fn the_published_figures_and_words_are_read_from_every_kind_of_file() {
    for (kind, bytes) in files(&tables()) {
        let read = from_bytes(None, &bytes).unwrap();
        assert_eq!(read.doubts, [], "{kind}");
        assert_eq!(read.tables, tables(), "{kind}");
        assert_eq!((read.title.as_deref(), read.form), (Some(TITLE), Form::Form2021), "{kind}");
        assert_eq!(read.headings, Part::ALL.map(Part::title), "{kind}");
        let prose = read.prose.unwrap();
        for part in [Part::Overview, Part::Problems, Part::Others] {
            assert_eq!(prose.section(part).paragraphs, words(part), "{kind}");
        }
        for part in [Part::Disclosure, Part::Requests, Part::Disputes] {
            assert_eq!(*prose.section(part), crate::report::Section::default(), "{kind}");
        }
        assert_eq!((prose.preface, prose.signature), (Vec::<String>::new(), Vec::new()), "{kind}");
    }
}

#[test]
fn our_own_tables_are_read_back_without_a_doubt() {
    for format in ["text", "xlsx", "json", "html", "docx", "markdown"] {
        let report = Report { tables: tables(), period: Period::Year(2025), prose: None, cases: Vec::new() };
        let read = from_bytes(None, &by_name(format).unwrap().render(&report).unwrap()).unwrap();
        assert_eq!(read.doubts, [], "{format}");
        assert_eq!(read.tables, tables(), "{format}");
        assert_eq!((read.year, read.organ.as_deref()), (Some(2025), Some("测试市人民政府")), "{format}");
        assert_eq!(read.prose, None, "{format}");
    }
}

#[test]
fn our_own_reports_are_read_back_with_all_their_words() {
    let report = samples::worded();
    let mut expected = report.prose.clone().unwrap();
    // The note beside a cell is printed with the notes under its table.
    let beside = "注：表三 一、本年新收 总计：含上年补报";
    expected.section_mut(Part::Requests).notes.push(beside.to_owned());
    expected.section_mut(Part::Requests).notes.sort();
    for format in ["text", "xlsx", "html", "docx", "markdown"] {
        let read = from_bytes(None, &by_name(format).unwrap().render(&report).unwrap()).unwrap();
        assert_eq!(read.doubts, [], "{format}");
        assert_eq!(read.tables, tables(), "{format}");
        assert_eq!(read.headings, Part::ALL.map(Part::title), "{format}");
        let mut prose = read.prose.unwrap();
        prose.section_mut(Part::Requests).notes.sort();
        assert_eq!(prose, expected, "{format}");
    }
    let read = from_bytes(None, &by_name("json").unwrap().render(&report).unwrap()).unwrap();
    assert_eq!((Some(read.tables), read.prose), (Some(report.tables), report.prose));
}

/// What may stand in a cell of a published table.
fn anything() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "/",
        "-",
        "—",
        "-3",
        "1.5",
        "1,234",
        "12件",
        "１２",
        "无",
        "7",
        "99999999999999999999999",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn one_broken_cell_is_read_as_it_stands_and_no_other_changes(
        text in anything(), row in 0_usize..25, column in 0_usize..7, table in 2_usize..5, place in 0_usize..15,
    ) {
        let mut broken = tables();
        let cell = Cell::count_from_text(text);
        match table {
            2 => {
                let amount = Cell::amount_from_text(text);
                let table = &mut broken.table2;
                match place {
                    0..=5 => table.documents[place / 3][place % 3].cell = cell,
                    6 => table.licences.cell = cell,
                    7 => table.penalties.cell = cell,
                    8 => table.compulsions.cell = cell,
                    _ => table.charges.cell = amount,
                }
            }
            3 => {
                let (row, column) = (Row3::all().nth(row).unwrap(), Column3::all().nth(column).unwrap());
                broken.table3.set(row, column, cell.into());
            }
            _ => {
                let table = &mut broken.table4;
                let groups = [&mut table.review, &mut table.direct_suit, &mut table.suit_after_review];
                groups.into_iter().flatten().nth(place).unwrap().cell = cell;
            }
        }
        for (kind, bytes) in files(&broken) {
            // A workbook holds numbers as numbers.
            if kind.starts_with("xlsx") && text.len() > 15 { continue; }
            let read = from_bytes(None, &bytes).unwrap();
            prop_assert_eq!(&read.tables, &broken, "{}", kind);
            prop_assert_eq!(read.doubts, vec![], "{}", kind);
        }
    }
}
