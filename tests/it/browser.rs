//! The html report as a browser lays it out: table 3 stands in the published form, on a wide window and on a
//! telephone. These tests need Chromium, which `.ci/run` installs; hence `--ignored`.

use std::collections::HashSet;
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

use crate::office::{Office, text};

const TABLES: &str = "tests/fixtures/published_tables_2025.json";

/// A cell, in the lines that the edges of all cells draw.
#[derive(Debug, Deserialize)]
struct Cell {
    row: usize,
    col: usize,
    rowspan: usize,
    colspan: usize,
    text: String,
    cut: bool,
    headers: Vec<String>,
}

/// What the browser made of the page.
#[derive(Debug, Deserialize)]
struct Laid {
    columns: usize,
    rows: usize,
    cells: Vec<Cell>,
    /// The width of the window, and that of everything in it.
    viewport: usize,
    page: usize,
    /// What stands out of the window on its right, the inside of the tables' boxes aside.
    wide: Vec<String>,
    scrolls: bool,
    overflow: String,
    scripts: usize,
}

/// Lays the report of the published tables out in a window of this width.
fn laid(width: usize) -> Laid {
    let office = Office::empty();
    let page = office.file("年报.html", b"");
    let _ = office.run(&["report", "2025", "--organ", "某市", "--file", TABLES, "-o", text(&page)]).done();
    let page = serde_json::to_string(&std::fs::read_to_string(&page).unwrap()).unwrap();
    let measure = include_str!("measure.html")
        .replace("const page = PAGE;", &format!("const page = {};", page.replace("</", "<\\/")))
        .replace("const width = WIDTH;", &format!("const width = {width};"));
    let measure = office.file("measure.html", measure.as_bytes());
    let profile = tempfile::tempdir().unwrap();
    let printed = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"])
        .args(["--disable-background-networking", "--disable-component-update", "--window-size=1400,1000"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(["--dump-dom", &format!("file://{}", measure.display())])
        .output()
        .expect("Chromium is installed");
    let printed = String::from_utf8(printed.stdout).unwrap();
    let json = printed.split("<pre>").nth(1).and_then(|rest| rest.split("</pre>").next());
    serde_json::from_str(json.unwrap_or_else(|| panic!("nothing was measured: {printed}"))).unwrap()
}

/// The label, its place and its spans: row, column, rows, columns.
fn place(laid: &Laid, label: &str) -> (usize, usize, usize, usize) {
    let cell = laid.cells.iter().find(|cell| cell.text.starts_with(label)).unwrap();
    (cell.row, cell.col, cell.rowspan, cell.colspan)
}

fn assert_published_form(laid: &Laid) {
    assert_eq!((laid.rows, laid.columns, laid.scripts), (28, 10, 0));
    let mut covered = HashSet::new();
    for cell in &laid.cells {
        assert!(!cell.cut, "cut: {cell:?}");
        for row in cell.row..cell.row + cell.rowspan {
            for col in cell.col..cell.col + cell.colspan {
                assert!(covered.insert((row, col)), "two cells in one place: {cell:?}");
            }
        }
    }
    assert_eq!(covered.len(), 28 * 10, "a place without a cell");
    for (label, expected) in [
        ("（本列数据的勾稽关系为", (0, 0, 3, 3)),
        ("申请人情况", (0, 3, 1, 7)),
        ("自然人", (1, 3, 2, 1)),
        ("法人或其他组织", (1, 4, 1, 5)),
        ("商业企业", (2, 4, 1, 1)),
        ("科研机构", (2, 5, 1, 1)),
        ("社会公益组织", (2, 6, 1, 1)),
        ("法律服务机构", (2, 7, 1, 1)),
        ("其他", (2, 8, 1, 1)),
        ("总计", (1, 9, 2, 1)),
        ("一、本年新收政府信息公开申请数量", (3, 0, 1, 3)),
        ("二、上年结转政府信息公开申请数量", (4, 0, 1, 3)),
        ("三、本年度办理结果", (5, 0, 22, 1)),
        ("（一）予以公开", (5, 1, 1, 2)),
        ("（二）部分公开", (6, 1, 1, 2)),
        ("（三）不予公开", (7, 1, 8, 1)),
        ("1.属于国家秘密", (7, 2, 1, 1)),
        ("8.属于行政查询事项", (14, 2, 1, 1)),
        ("（四）无法提供", (15, 1, 3, 1)),
        ("（五）不予处理", (18, 1, 5, 1)),
        ("（六）其他处理", (23, 1, 3, 1)),
        ("（七）总计", (26, 1, 1, 2)),
        ("四、结转下年度继续办理", (27, 0, 1, 3)),
    ] {
        assert_eq!(place(laid, label), expected, "{label}");
    }
}

/// Each figure stands where its row and its column cross, and names the headings it stands under.
fn assert_figures(laid: &Laid) {
    let published: Value = serde_json::from_str(&std::fs::read_to_string(TABLES).unwrap()).unwrap();
    let rows = published["table3"]["rows"].as_array().unwrap();
    let columns = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
    assert_eq!(rows.len(), 25);
    for (row, published) in rows.iter().enumerate() {
        for (col, value) in published["values"].as_array().unwrap().iter().enumerate() {
            let cell = laid.cells.iter().find(|cell| (cell.row, cell.col) == (row + 3, col + 3)).unwrap();
            assert_eq!(cell.text, value.to_string(), "{}", published["label"]);
            assert!(cell.headers.iter().any(|heading| heading == columns[col]), "{cell:?}");
            let label = published["label"].as_str().unwrap();
            assert!(cell.headers.last().unwrap().starts_with(label), "{label}: {cell:?}");
        }
    }
}

#[test]
#[ignore = "needs Chromium"]
fn on_a_wide_window_table_three_stands_in_the_published_form_with_every_figure_under_its_headings() {
    let laid = laid(1280);
    assert_published_form(&laid);
    assert_figures(&laid);
    assert!(!laid.scrolls && laid.page <= laid.viewport && laid.wide.is_empty(), "{laid:?}");
}

#[test]
#[ignore = "needs Chromium"]
fn on_a_telephone_the_table_keeps_its_form_and_scrolls_in_its_box_while_the_page_does_not() {
    let laid = laid(390);
    assert_published_form(&laid);
    assert_figures(&laid);
    assert!(laid.scrolls && laid.overflow == "auto", "{laid:?}");
    assert!(laid.page <= laid.viewport && laid.wide.is_empty(), "{} {:?}", laid.page, laid.wide);
}
