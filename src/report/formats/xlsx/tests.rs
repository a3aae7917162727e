use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx as Book, open_workbook_from_rs};
use jiff::civil::date;

use super::table::{TOP, column, row};
use super::*;
use crate::report::{
    Cell, Content, Period, Stated, WanYuan, YearTables, samples, table2_grid, table3_grid, table4_grid,
};

fn book(tables: YearTables, period: Period) -> Book<Cursor<Vec<u8>>> {
    let bytes = Xlsx.render(&Report { tables, period, prose: None, cases: Vec::new() }).unwrap();
    open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

fn assert_sheet_equals(range: &Range<Data>, grid: &Grid) {
    for cell in &grid.cells {
        let slot = range.get_value((TOP + row(cell.row).unwrap(), u32::from(column(cell.col).unwrap())));
        match (&cell.content, slot.unwrap()) {
            (Content::Label(label), Data::String(text)) => assert_eq!(label, text),
            (Content::Figure(figure), Data::Float(number)) => {
                assert_eq!(figure.text(), number.to_string());
            }
            (content, slot) => panic!("{content:?} was written as {slot:?}"),
        }
    }
}

#[test]
fn every_label_and_every_number_is_read_back_from_its_cell() {
    let tables = samples::named();
    let mut book = book(tables.clone(), Period::Year(2025));
    assert_eq!(book.sheet_names(), words::SHEETS);
    let grids = [table2_grid(&tables), table3_grid(&tables), table4_grid(&tables)];
    for (name, grid) in words::SHEETS.into_iter().zip(grids) {
        let range = book.worksheet_range(name).unwrap();
        assert_eq!(
            range.get_value((0, 0)),
            Some(&Data::String("测试市人民政府2025年政府信息公开工作年度报告".to_owned()))
        );
        assert_sheet_equals(&range, &grid);
    }
}

#[test]
fn the_merged_cells_are_those_of_the_grid_and_the_two_titles() {
    let tables = samples::named();
    let mut book = book(tables.clone(), Period::Year(2025));
    let grids = [table2_grid(&tables), table3_grid(&tables), table4_grid(&tables)];
    for (name, grid) in words::SHEETS.into_iter().zip(grids) {
        let mut found: Vec<((u32, u32), (u32, u32))> =
            book.merge_cells_by_sheet_name(name).unwrap().iter().map(|area| (area.start, area.end)).collect();
        let last = u32::from(column(grid.columns).unwrap()) - 1;
        let mut expected = vec![((0, 0), (0, last)), ((1, 0), (1, last))];
        for cell in grid.cells.iter().filter(|cell| cell.merged()) {
            let (top, left) = (TOP + row(cell.row).unwrap(), u32::from(column(cell.col).unwrap()));
            let (down, right) = (row(cell.rowspan).unwrap(), u32::from(column(cell.colspan).unwrap()));
            expected.push(((top, left), (top + down - 1, left + right - 1)));
        }
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn decimals_are_numbers_and_foreign_text_is_text() {
    let mut tables = samples::named();
    tables.table2.charges = Stated::amount(WanYuan::from_fen(38_000));
    tables.table2.documents[0][0] = Cell::Text("=1+1".to_owned()).into();
    tables.table2.penalties = Stated::number(u64::MAX);
    let range = book(tables, Period::Year(2025)).worksheet_range(words::SHEETS[0]).unwrap();
    assert_eq!(range.get_value((15, 1)), Some(&Data::Float(0.038)));
    assert_eq!(range.get_value((4, 1)), Some(&Data::String("=1+1".to_owned())));
    assert_eq!(range.get_value((11, 1)), Some(&Data::String(u64::MAX.to_string())));
}

#[test]
fn a_period_has_one_sheet() {
    let book = book(samples::named(), Period::Between(date(2026, 1, 1), date(2026, 3, 31)));
    assert_eq!(book.sheet_names(), [words::PERIOD_SHEET]);
}
