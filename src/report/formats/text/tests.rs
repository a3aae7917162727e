use jiff::civil::date;

use super::*;
use crate::report::{Period, Stated, samples};
use crate::words::report as words;

fn rendered(tables: YearTables, period: Period) -> String {
    String::from_utf8(Text.render(&Report { tables, period, prose: None, cases: Vec::new() }).unwrap())
        .unwrap()
}

#[test]
fn every_line_fits_80_columns_and_every_label_is_complete() {
    let text = rendered(samples::named(), Period::Year(2025));
    for line in text.lines() {
        assert!(display_width(line) <= WIDTH, "{line}");
    }
    // Wrapping may break a label and figures follow its last line: letters alone must all be there in order.
    let letters: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    for row in Row3::all() {
        assert!(letters.contains(row.label()), "{}", row.label());
    }
    for section in labels::SECTIONS.iter().skip(1).take(3) {
        assert!(text.lines().any(|line| line == *section));
    }
}

#[test]
fn figures_stand_right_aligned_beside_their_label() {
    let text = rendered(samples::named(), Period::Year(2025));
    let figures = |start: &str| {
        let line = text.lines().find(|line| line.trim_start().starts_with(start)).unwrap();
        line.split_whitespace().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(figures("（七）总计"), ["13364", "252", "0", "44", "121", "29", "13810"]);
    assert_eq!(figures("复议后起诉"), ["74", "1", "30", "51", "156"]);
    assert_eq!(figures("行政事业性收费"), ["316441"]);
}

#[test]
fn notes_are_printed_under_their_table() {
    let mut tables = samples::named();
    tables.table4.review[0] = Stated { note: Some("含上年1件".to_owned()), ..Stated::number(376) };
    let text = rendered(tables, Period::Year(2025));
    assert!(text.ends_with("注：表四 行政复议 结果维持：含上年1件\n"));
}

#[test]
fn a_period_is_not_called_an_annual_report() {
    let text = rendered(samples::named(), Period::Between(date(2026, 1, 1), date(2026, 3, 31)));
    assert!(!text.contains(labels::TITLE_TAIL));
    assert!(!text.contains(labels::SECTIONS[1]));
    assert!(text.contains(words::PERIOD_NOTE));
}

#[test]
fn long_figures_widen_their_columns() {
    let mut tables = samples::named();
    tables.table3.set(Row3::New, Column3::Sum, Stated::number(1_234_567_890));
    let text = rendered(tables, Period::Year(2025));
    assert!(text.contains(" 1234567890\n"));
}

#[test]
fn a_heading_is_broken_into_equal_parts() {
    assert_eq!(balanced("社会公益组织", 6), ["社会公", "益组织"]);
    assert_eq!(balanced("商业企业", 6), ["商业", "企业"]);
    assert_eq!(balanced("其他", 6), ["其他"]);
}
