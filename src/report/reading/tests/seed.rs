//! The published report of a department as it was pasted into text, with what that broke.

use super::super::*;
use crate::report::checks::Check;
use crate::report::{Part, Table2, Table3, Table4, WanYuan};

const SEED: &str = include_str!("../../../../tests/fixtures/annual_report_2025_beiguan.md");

fn read() -> ReadReport {
    from_bytes(Some("年报.md"), SEED.as_bytes()).unwrap()
}

#[test]
fn all_its_figures_are_zero_and_no_rule_is_broken() {
    let read = read();
    let zero = YearTables::new(2025, "北关区工信局", Table2::zero(), &Table3::default(), Table4::zero());
    assert_eq!(read.tables, zero);
    assert_eq!(read.tables.table2.charges, crate::report::Stated::amount(WanYuan::default()));
    assert_eq!(Check::new(&read.judged()).run(), []);
}

#[test]
fn its_words_are_those_of_the_report_part_by_part() {
    let read = read();
    assert_eq!(read.title.as_deref(), Some("北关区工信局 2025 年政府信息公开工作年度报告"));
    assert_eq!(read.headings, Part::ALL.map(Part::title));
    let prose = read.prose.unwrap();
    let counts = Part::ALL.map(|part| prose.section(part).paragraphs.len());
    assert_eq!(counts, [6, 0, 0, 0, 2, 1]);
    assert!(prose.sections.iter().all(|section| section.notes.is_empty()));
    assert!(prose.preface.is_empty() && prose.signature.is_empty());
    for paragraph in prose.sections.iter().flat_map(|section| &section.paragraphs) {
        assert!(SEED.lines().any(|line| line == paragraph), "{paragraph}");
    }
    let long_lines = SEED.lines().filter(|line| line.contains('。')).count();
    assert_eq!(long_lines, counts.iter().sum::<usize>() - 1, "all but the first end with a full stop");
}

#[test]
fn its_shifted_cells_are_doubts() {
    let place = "表三 （五）5.要求行政机关确认或重新出具已获取信息行".to_owned();
    assert_eq!(
        read().doubts,
        [Doubt::Realigned { table: TableNo::Three, rows: 10 }, Doubt::RowPlace { place }]
    );
}

#[test]
fn a_figure_in_a_shifted_row_or_a_gap_in_it_is_read_in_its_column() {
    let row = "5. 要求行政机关确认或重新出具已获取信息\t\t0\t0\t0\t0\t0\t0\t0\t";
    assert!(SEED.contains(row));
    for (changed, column) in [
        ("5. 要求行政机关确认或重新出具已获取信息\t\t\t0\t0\t0\t0\t0\t0\t", 0),
        ("5. 要求行政机关确认或重新出具已获取信息\t\t0\t0\t0\t0\t0\t0\t\t", 6),
        ("5. 要求行政机关确认或重新出具已获取信息\t\t0\t0\t/\t0\t0\t0\t0\t", 2),
    ] {
        let read = from_bytes(None, SEED.replace(row, changed).as_bytes()).unwrap();
        let broken: Vec<usize> = Row3::all()
            .flat_map(|row| Column3::all().map(move |column| (row, column)))
            .filter(|(row, column)| read.tables.table3.count(*row, *column) != Some(0))
            .map(|(_, column)| column.index())
            .collect();
        assert_eq!(broken, [column], "{changed:?}");
    }
}
