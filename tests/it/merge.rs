//! Two hundred departments' reports become one.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use gongkai::report::formats::{self, Format};
use gongkai::report::{
    Column3, Dispute, DisputeColumn, Period, Report, Row3, Stated, Table2, Table3, Table4, WanYuan,
    YearTables, from_json,
};

use crate::office::{Office, text};

const YEAR: i16 = 2025;

/// Small figures that differ from department to department and from cell to cell.
struct Figures(u64);

impl Figures {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % 7
    }

    fn row<const N: usize>(&mut self) -> [u64; N] {
        std::array::from_fn(|_| self.next())
    }
}

fn department(number: u64) -> YearTables {
    let mut figures = Figures(number);
    let results: [[u64; 6]; 21] = std::array::from_fn(|_| figures.row());
    let carried_out: [u64; 6] = figures.row();
    let done = |column: usize| results.iter().map(|row| row[column]).sum::<u64>();
    let carried_in: [u64; 6] = std::array::from_fn(|column| (done(column) + carried_out[column]) / 3);
    let new = std::array::from_fn(|column| done(column) + carried_out[column] - carried_in[column]);
    let table3 = Table3::new(new, carried_in, results, carried_out);
    let documents = [[0, 0, 0], figures.row()];
    let table2 = Table2::new(documents, figures.row(), WanYuan::from_fen(number * 12_345));
    let table4 = Table4::new(figures.row(), figures.row(), figures.row());
    YearTables::new(YEAR, &name(number), table2, &table3, table4)
}

fn name(number: u64) -> String {
    format!("北关区第{number}局")
}

fn format(number: u64) -> &'static dyn Format {
    let all = formats::ALL;
    all[usize::try_from(number).unwrap() % all.len()]
}

fn hand_in(office: &Office, number: u64, tables: YearTables) -> PathBuf {
    let format = format(number);
    let year = tables.year.unwrap();
    let report = Report { tables, period: Period::Year(year), prose: None, cases: Vec::new() };
    office.file(&format!("{number:03}.{}", format.extension()), &format.render(&report).unwrap())
}

fn arguments<'a>(files: &'a [PathBuf], flags: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec!["merge", "2025"];
    all.extend(files.iter().map(|file| text(file)));
    all.extend(flags);
    all
}

/// The sums that the departments' figures should come to, cell by cell.
fn sums(departments: impl Iterator<Item = u64>) -> Vec<u64> {
    let add = |sums: Vec<u64>, cells: Vec<u64>| {
        if sums.is_empty() { cells } else { sums.iter().zip(cells).map(|(sum, cell)| sum + cell).collect() }
    };
    departments.map(|number| cells(&department(number))).fold(Vec::new(), add)
}

/// Cells from every table, as the departments state them.
fn cells(tables: &YearTables) -> Vec<u64> {
    let mut cells = Vec::new();
    for row in Row3::all() {
        for column in Column3::all() {
            cells.push(tables.table3.count(row, column).unwrap());
        }
    }
    for dispute in Dispute::ALL {
        for column in DisputeColumn::ALL {
            cells.push(tables.table4.at(dispute, column).cell.count().unwrap());
        }
    }
    cells.extend(tables.table2.documents.iter().flatten().map(|stated| stated.cell.count().unwrap()));
    cells.push(tables.table2.licences.cell.count().unwrap());
    cells
}

#[test]
fn two_hundred_departments_are_merged_in_one_command_and_every_cell_is_the_sum() {
    let office = Office::empty();
    let files: Vec<PathBuf> = (1..=200).map(|number| hand_in(&office, number, department(number))).collect();
    let before = Instant::now();
    let merged = office.run(&arguments(&files, &["--organ", "北关区人民政府", "--format", "json"])).done();
    assert!(before.elapsed() < Duration::from_secs(30), "{:?}", before.elapsed());
    let tables = from_json(merged.out.as_bytes()).unwrap();
    assert_eq!(tables.organ.as_deref(), Some("北关区人民政府"));
    assert_eq!(cells(&tables), sums(1..=200));
    let fen: u64 = (1..=200).map(|number| number * 12_345).sum();
    assert_eq!(tables.table2.charges.cell.amount(), Some(WanYuan::from_fen(fen)));
    assert!(merged.err.contains("已汇总 200 份") && merged.err.contains("提示 V15"), "{}", merged.err);
}

#[test]
fn a_broken_file_is_named_with_rule_and_place_and_left_out_only_on_request() {
    let office = Office::empty();
    let mut files = Vec::new();
    for number in 1..=200 {
        let mut tables = department(number);
        if number == 117 {
            tables.table3.set(Row3::Total, Column3::Sum, Stated::number(9_999));
        }
        files.push(hand_in(&office, number, tables));
    }
    let roster: String = (1..=201).map(|number| name(number) + "\n").collect();
    let roster = office.file("名单.txt", format!("# 应报\n{roster}").as_bytes());
    let output = office.file("汇总.xlsx", b"");
    let flags = ["-o", text(&output), "--roster", text(&roster)];
    let stopped = office.run(&arguments(&files, &flags));
    assert_eq!((stopped.code, stopped.out.as_str()), (1, ""), "{}", stopped.err);
    let named = stopped.err.lines().find(|line| line.contains("退回") && line.contains("V1")).unwrap();
    assert!(named.contains("117.") && named.contains("北关区第117局") && named.contains("表三"), "{named}");
    assert!(stopped.err.contains("没有汇总：1 份文件"), "{}", stopped.err);
    assert_eq!(std::fs::read(&output).unwrap(), b"", "nothing is written");

    let flags = [&flags[..], &["--leave-out-failing"]].concat();
    let merged = office.run(&arguments(&files, &flags));
    assert_eq!(merged.code, 3, "{}", merged.err);
    assert!(merged.err.contains("已汇总 199 份，另有 1 份有错误未计入"), "{}", merged.err);
    assert!(merged.err.contains("名单：应报 201，已报 199，退回 1，未报 1"), "{}", merged.err);
    assert!(merged.err.contains("未报  北关区第201局"), "{}", merged.err);
    let again = office.run(&["report", "--file", text(&output), "--format", "json"]).done();
    let tables = from_json(again.out.as_bytes()).unwrap();
    assert_eq!(cells(&tables), sums((1..=200).filter(|number| *number != 117)));
    assert_eq!(office.run(&["check", "--file", text(&output)]).done().err, "");

    // The government's own report has one licence more than its departments have.
    let mut whole = tables.clone();
    let licences = whole.table2.licences.cell.count().unwrap();
    whole.table2.licences = Stated::number(licences + 1);
    let whole = hand_in(&office, 400, whole);
    let against = [&flags[..], &["--against", text(&whole)]].concat();
    let compared = office.run(&arguments(&files, &against));
    let named: Vec<&str> = compared.err.lines().filter(|line| line.contains("错误 V15")).collect();
    assert!(named.len() == 1 && named[0].contains("行政许可"), "{named:?}");
}

#[test]
fn a_file_of_another_year_of_the_same_organ_or_of_no_report_goes_back() {
    let office = Office::empty();
    let first = hand_in(&office, 1, department(1));
    let twice = hand_in(&office, 2, department(1));
    let late = hand_in(&office, 3, YearTables { year: Some(2024), ..department(3) });
    let nothing = office.file("空.docx", b"PK\x03\x04");
    let absent = office.home().join("没有.json");
    let files = [first, twice, late, nothing, absent];
    let stopped = office.run(&arguments(&files, &[]));
    assert_eq!(stopped.code, 1, "{}", stopped.err);
    for said in ["重复", "是 2024 年的报告", "损坏", "没有.json", "没有汇总：4 份文件"] {
        assert!(stopped.err.contains(said), "{said}: {}", stopped.err);
    }
    let merged = office.run(&arguments(&files, &["--leave-out-failing", "--format", "json"]));
    assert_eq!(merged.code, 3, "{}", merged.err);
    assert_eq!(cells(&from_json(merged.out.as_bytes()).unwrap()), cells(&department(1)));
    let own = office.run(&arguments(&files[..1], &["-o", text(&files[0])]));
    assert!(own.code == 2 && own.err.contains("也在要汇总的文件之中"), "{own:?}");
    let none = office.run(&arguments(&files[3..], &["--leave-out-failing"]));
    assert!(none.code == 1 && none.out.is_empty(), "{none:?}");
}
