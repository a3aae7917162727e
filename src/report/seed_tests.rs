//! Our labels against a report that was published (北关区工信局, 2025).
//!
//! Its conversion left artefacts: spaces, half-width brackets and commas, cells shifted to the left.

use super::{Grid, Row3, layout, samples};
use crate::law::labels;

const SEED: &str = include_str!("../../tests/fixtures/annual_report_2025_beiguan.md");

/// The text with brackets and commas full-width and without any space.
fn plain(text: &str) -> String {
    let full = |letter: char| match letter {
        '(' => '（',
        ')' => '）',
        ',' => '，',
        other => other,
    };
    text.chars().filter(|letter| !letter.is_whitespace()).map(full).collect()
}

/// The cells of the seed's lines of one section, in order, as plain text.
fn seed_cells(section: usize) -> Vec<String> {
    let title = |line: &str| plain(line.trim_start_matches('#'));
    let place = |number: usize| SEED.lines().position(|line| title(line) == plain(labels::SECTIONS[number]));
    let (from, to) = (place(section).unwrap(), place(section + 1).unwrap());
    let lines = SEED.lines().skip(from + 1).take(to - from - 1);
    let cells = lines.flat_map(|line| line.split('\t')).map(plain);
    cells.filter(|cell| !cell.is_empty() && cell != "0").collect()
}

/// The labels of a grid in the order in which they stand on paper, row by row.
fn grid_labels(grid: &Grid) -> Vec<String> {
    let mut cells: Vec<_> = grid.cells.iter().filter(|cell| cell.head()).collect();
    cells.sort_by_key(|cell| (cell.row, cell.col));
    cells.into_iter().map(|cell| plain(&cell.text())).collect()
}

#[test]
fn the_six_section_titles_stand_in_the_published_report_in_our_order() {
    let headings: Vec<String> = SEED
        .lines()
        .filter_map(|line| line.strip_prefix('#'))
        .map(|line| plain(line.trim_start_matches('#')))
        .collect();
    assert_eq!(headings[0], format!("北关区工信局2025年{}", labels::TITLE_TAIL));
    assert_eq!(headings[1..], labels::SECTIONS.map(plain));
}

#[test]
fn the_labels_of_the_three_grids_are_those_of_the_published_report_in_order() {
    let tables = samples::published();
    assert_eq!(grid_labels(&layout::table2_grid(&tables)), seed_cells(1));
    // The seed lets 总计 begin one row higher, beside 申请人情况; the published HTML has it beside 自然人.
    let mut seed = seed_cells(2);
    let sum = seed.iter().position(|cell| cell == labels::SUM).unwrap();
    seed[sum..sum + 3].rotate_left(1);
    assert_eq!(grid_labels(&layout::table3_grid(&tables)), seed);
    assert_eq!(grid_labels(&layout::table4_grid(&tables)), seed_cells(3));
}

#[test]
fn every_row_of_table_3_stands_in_the_published_report_once_and_in_order() {
    let cells = seed_cells(2);
    let mut rest = cells.iter();
    for row in Row3::all() {
        assert!(rest.any(|cell| *cell == plain(row.label())), "{}", row.label());
    }
}
