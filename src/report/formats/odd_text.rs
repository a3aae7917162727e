//! Odd text in every place where foreign text can stand: no format breaks, none loses a letter.

use proptest::prelude::*;

use super::read_back::{letters, text_of};
use super::*;
use crate::report::{Cell, Part, Report, Stated, prose_from_json, samples};

/// A report with an odd text as paragraph, note, cell, note beside a cell, and line at the end.
fn odd(text: &str) -> Report {
    let mut report = samples::worded();
    report.tables.table2.documents[0][0] =
        Stated { cell: Cell::Text(format!("甲{}", figure(text))), note: Some(format!("乙{text}")) };
    let prose = report.prose.as_mut().unwrap();
    prose.preface.push(format!("丙{text}"));
    prose.section_mut(Part::Overview).paragraphs.push(format!("（六）{text}"));
    prose.section_mut(Part::Requests).notes.push(format!("丁{text}"));
    prose.signature.push(text.to_owned());
    report
}

/// A figure is never a page long; a workbook refuses a cell of more than 32767 characters.
fn figure(text: &str) -> String {
    text.chars().take(1_000).collect()
}

fn assert_survives(text: &str) {
    let report = odd(text);
    for format in ALL {
        let bytes = format.render(&report).unwrap();
        // CSV puts an apostrophe before what a spreadsheet would take for a formula.
        let comparable = |text: &str| match format.name() {
            "csv" => letters(text).replace('\'', ""),
            _ => letters(text),
        };
        let printed = comparable(&text_of(format.name(), &bytes));
        let places: &[&str] =
            if format.name() == "csv" { &["乙", "丁"] } else { &["乙", "丙", "（六）", "丁"] };
        for place in places {
            let wanted = comparable(&format!("{place}{text}"));
            assert!(printed.contains(&wanted), "{} {place}: {text:?}", format.name());
        }
        if format.name() != "text" {
            // Text breaks a long figure over nothing: it widens the column instead, but its label comes first.
            assert!(
                printed.contains(&comparable(&format!("甲{}", figure(text)))),
                "{}: {text:?}",
                format.name()
            );
        }
    }
    assert_eq!(prose_from_json(&by_name("json").unwrap().render(&report).unwrap()).unwrap(), report.prose);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn text_made_of_marks_survives(text in "[<>&\"'|*_#`~$\\\\\\[\\]=+@:,;.)0-9 \\-\n\r\t\u{0}\u{1b}\u{202e}\u{ffff}😀👨‍👩‍👧中：。（]{0,60}") {
        assert_survives(&text);
    }

    #[test]
    fn any_text_survives(text in any::<String>()) {
        assert_survives(&text);
    }
}

#[test]
fn known_odd_texts_survive() {
    for text in [
        "",
        "<script>alert('1')</script>&amp;&#60;",
        "]]><!-- --></w:t>",
        "一\n二\r\n三\u{2028}四",
        "=HYPERLINK(\"http://x\")",
        "| a | b |\n|---|---|",
        "# 一\n- 二\n1. 三\n> 四\n    五",
        "e\u{301}\u{1f1e8}\u{1f1f3}😀",
        "\u{1b}[31m红\u{7}\u{fffe}",
        "_x000D_",
    ] {
        assert_survives(text);
    }
}

#[test]
fn very_long_text_survives() {
    assert_survives(&"很长的文字，".repeat(12_000));
    assert_survives(&"x".repeat(40_000));
}
