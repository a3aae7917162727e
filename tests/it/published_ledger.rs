//! A ledger of 14,629 made-up requests whose counts are those of a published table 3, as .xlsx and .csv.
//!
//! Deterministic: the same bytes' worth of rows every time. Other tests import it and ask for the table.

use std::collections::HashMap;

use gongkai::law::{ApplicantKind, OutcomeRow};
use gongkai::ledger::{self, ReadOptions, Reading};
use gongkai::words;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::Value;

/// The columns of the ledger, out of the contract's.
pub(crate) const HEADINGS: [&str; 14] = [
    "编号",
    "收到日期",
    "渠道",
    "申请人",
    "申请人类型",
    "联系方式",
    "申请内容",
    "承办科室",
    "补正通知日期",
    "补正收到日期",
    "征求意见日期",
    "办理结果",
    "答复日期",
    "备注",
];

const PUBLISHED: &str = include_str!("../fixtures/published_tables_2025.json");
const YEAR: i16 = 2025;
const SURNAMES: [&str; 40] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何",
    "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓",
    "许", "傅", "沈", "曾", "欧阳", "司马",
];
const GIVEN: [&str; 24] = [
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超",
    "秀兰", "霞", "平", "建国", "桂英", "志强", "晓燕",
];
const SUBJECTS: [&str; 12] = [
    "国有土地上房屋征收补偿方案",
    "集体土地征收批复及附图",
    "建设工程规划许可证及附件",
    "环境影响评价批复",
    "年度财政预算执行情况",
    "行政处罚决定书",
    "小区配套设施移交清单",
    "公共租赁住房分配结果",
    "道路改造工程招标文件",
    "农村危房改造补助名单",
    "学区划分方案",
    "企业安全生产检查记录",
];
const UNITS: [&str; 5] = ["政策法规科", "综合科", "规划科", "征收管理科", "财务科"];
const CHANNELS: [&str; 6] = ["网上申请", "邮寄", "当面提交", "电子邮件", "平常信函", "传真"];

/// One made-up request.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// 编号, such as 2025-00001
    pub(crate) no: String,
    /// 收到日期
    pub(crate) received_on: Date,
    /// 申请人类型
    pub(crate) kind: ApplicantKind,
    /// 申请人
    pub(crate) applicant: String,
    /// 申请内容
    pub(crate) content: String,
    /// 办理结果; none for those carried out
    pub(crate) outcome: Option<OutcomeRow>,
    /// 答复日期
    pub(crate) answered_on: Option<Date>,
}

/// The published figures: a row's key to its seven values.
pub(crate) fn published() -> HashMap<String, Vec<u32>> {
    let tables: Value = serde_json::from_str(PUBLISHED).unwrap();
    let rows = tables["table3"]["rows"].as_array().unwrap();
    let values = |row: &Value| -> Vec<u32> {
        let numbers = row["values"].as_array().unwrap().iter();
        numbers.map(|number| u32::try_from(number.as_u64().unwrap()).unwrap()).collect()
    };
    rows.iter().map(|row| (row["key"].as_str().unwrap().to_owned(), values(row))).collect()
}

/// The requests, in the order of their receipt.
pub(crate) fn published_ledger() -> Vec<Row> {
    let cells = published();
    let mut rows = Vec::new();
    for kind in ApplicantKind::ALL {
        let count = |key: &str| cells[key][kind.column()];
        let mut carried_in = count("carried_in");
        let ends = OutcomeRow::ALL.map(|row| (Some(row), count(row.key())));
        for (outcome, many) in ends.into_iter().chain([(None, count("carried_out"))]) {
            for _ in 0..many {
                // Those carried in are given out to concluded ones first: they were answered in 2025.
                let old = carried_in > 0;
                carried_in -= u32::from(old);
                rows.push(request(rows.len(), kind, outcome, old));
            }
        }
    }
    rows.sort_by_key(|row| row.received_on);
    let mut next = HashMap::new();
    for row in &mut rows {
        let number = next.entry(row.received_on.year()).or_insert(0);
        *number += 1;
        row.no = format!("{}-{number:05}", row.received_on.year());
    }
    rows
}

/// The request that is made `index`th; received in the year before if `old`.
fn request(index: usize, kind: ApplicantKind, outcome: Option<OutcomeRow>, old: bool) -> Row {
    let step = i64::try_from(index).unwrap();
    // Old ones come in December, open ones late in the year, the others so that there is time to answer.
    let (first, days) = match (old, outcome) {
        (true, _) => (date(YEAR - 1, 12, 5), 27),
        (false, None) => (date(YEAR, 12, 4), 28),
        (false, Some(_)) => (date(YEAR, 1, 1), 320),
    };
    let received_on = first.checked_add((step * 7 % days).days()).unwrap();
    let wait = match outcome {
        _ if old => 28 + step % 20,
        // Terms had to run out first.
        Some(OutcomeRow::OtherNoFee) => 30 + step % 5,
        Some(OutcomeRow::NoneUnclear | OutcomeRow::OtherNoSupplement | OutcomeRow::DenyThird) => {
            18 + step % 7
        }
        _ => step % 25,
    };
    Row {
        no: String::new(),
        received_on,
        kind,
        applicant: applicant(index, kind),
        content: format!("申请公开{}年第{}号{}", 2010 + step % 15, step % 97 + 1, pick(&SUBJECTS, index)),
        outcome,
        answered_on: outcome.map(|_| received_on.checked_add(wait.days()).unwrap()),
    }
}

fn applicant(index: usize, kind: ApplicantKind) -> String {
    let surname = pick(&SURNAMES, index);
    let given = pick(&GIVEN, index / SURNAMES.len());
    match kind {
        ApplicantKind::Natural => format!("{surname}{given}"),
        ApplicantKind::Commercial => format!("{surname}氏{given}商贸有限公司"),
        ApplicantKind::Research => format!("{surname}{given}研究院"),
        ApplicantKind::PublicWelfare => format!("{surname}{given}公益基金会"),
        ApplicantKind::LegalService => format!("{surname}{given}律师事务所"),
        ApplicantKind::Other => format!("{surname}家村{given}组村民委员会"),
    }
}

fn pick<'t>(texts: &[&'t str], index: usize) -> &'t str {
    texts[index % texts.len()]
}

/// What a cell of the ledger holds.
enum Filling {
    /// Words.
    Text(String),
    /// A day, and the way in which it is to be written.
    Day(Date, usize),
}

/// The cells of a row under [`HEADINGS`].
fn cells(index: usize, row: &Row) -> Vec<Filling> {
    let text = |text: &str| Filling::Text(text.to_owned());
    let day = |day: Option<Date>, way: usize| {
        day.map_or(Filling::Text(String::new()), |day| Filling::Day(day, way))
    };
    let asked = matches!(row.outcome, Some(OutcomeRow::NoneUnclear | OutcomeRow::OtherNoSupplement));
    let replied = row.outcome == Some(OutcomeRow::NoneUnclear);
    let consulted = row.outcome == Some(OutcomeRow::DenyThird);
    let after = |days: i64| row.received_on.checked_add(days.days()).ok();
    vec![
        text(&row.no),
        day(Some(row.received_on), index),
        text(pick(&CHANNELS, index)),
        text(&row.applicant),
        text(kind_word(index, row.kind)),
        text(&format!("130{index:08}")),
        text(&row.content),
        text(pick(&UNITS, index)),
        day(after(1).filter(|_| asked), index),
        day(after(5).filter(|_| replied), index + 1),
        day(after(1).filter(|_| consulted), index + 2),
        text(&outcome_word(index, row.outcome)),
        day(row.answered_on, index + 3),
        text(if index.is_multiple_of(50) { "已电话告知" } else { "" }),
    ]
}

fn kind_word(index: usize, kind: ApplicantKind) -> &'static str {
    match index % 3 {
        0 => kind.label(),
        1 => kind.key(),
        _ if kind == ApplicantKind::Natural => "公民",
        _ => kind.label(),
    }
}

fn outcome_word(index: usize, outcome: Option<OutcomeRow>) -> String {
    match (outcome, index % 4) {
        (None, 0) => "处理中".to_owned(),
        (None, 1) => "--".to_owned(),
        (None, _) => String::new(),
        (Some(row), 0) => row.label().to_owned(),
        (Some(row), 1) => row.key().to_owned(),
        (Some(row), 2) => row.short_label().to_owned(),
        (Some(row), _) => row.place(),
    }
}

/// A day written in one of six ways; none where it is to be a date cell.
fn spelled(day: Date, way: usize) -> Option<String> {
    let (year, month, date) = (day.year(), day.month(), day.day());
    match way % 6 {
        0 => Some(day.to_string()),
        1 => Some(format!("{year}/{month}/{date}")),
        2 => Some(format!("{year}.{month}.{date}")),
        3 => Some(format!("{year}年{month}月{date}日")),
        4 => Some(format!("{year}{month:02}{date:02}")),
        _ => None,
    }
}

/// The ledger as a workbook of one sheet, with title and sum row.
pub(crate) fn as_xlsx(rows: &[Row]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("2025年").unwrap();
    sheet.merge_range(0, 0, 0, 13, "依申请公开办理台账", &Format::new()).unwrap();
    sheet.write(1, 0, "填报单位：测试市人民政府办公室").unwrap();
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(2, column, heading).unwrap();
    }
    let format = Format::new().set_num_format("yyyy-mm-dd");
    for (at, (index, row)) in (3..).zip(rows.iter().enumerate()) {
        for (column, value) in (0..).zip(cells(index, row)) {
            write_cell(sheet, (at, column), &value, &format);
        }
    }
    let foot = u32::try_from(rows.len()).unwrap() + 3;
    sheet.write(foot, 0, "合计").unwrap();
    sheet.write(foot, 3, u32::try_from(rows.len()).unwrap()).unwrap();
    book.save_to_buffer().unwrap()
}

fn write_cell(sheet: &mut Worksheet, (row, column): (u32, u16), value: &Filling, format: &Format) {
    let text = match value {
        Filling::Text(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        Filling::Day(day, way) => spelled(*day, *way),
    };
    if let Some(text) = text {
        sheet.write(row, column, text).unwrap();
    } else if let Filling::Day(day, _) = value {
        let cell = ExcelDateTime::parse_from_str(&day.to_string()).unwrap();
        sheet.write_datetime_with_format(row, column, &cell, format).unwrap();
    }
}

/// The ledger as text with commas, in UTF-8 with a byte order mark.
pub(crate) fn as_csv(rows: &[Row]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    writer.write_record(HEADINGS).unwrap();
    for (index, row) in rows.iter().enumerate() {
        let fields = cells(index, row).into_iter().map(|value| match value {
            Filling::Text(text) => text,
            Filling::Day(day, way) => spelled(day, way).unwrap_or_else(|| format!("{day} 09:30:00")),
        });
        writer.write_record(fields).unwrap();
    }
    writer.into_inner().unwrap()
}

fn read(bytes: &[u8]) -> Reading {
    ledger::read(bytes, "台账", &ReadOptions::on(date(2026, 3, 2)), &mut |_| {}).unwrap()
}

/// Counts `reading` as table 3 of 2025 counts and compares every cell with the published one.
fn assert_counts(reading: &Reading) {
    let messages: Vec<String> = reading.faults.iter().map(words::ledger::fault).take(5).collect();
    assert_eq!(messages, [""; 0]);
    assert_eq!(reading.warnings, []);
    assert_eq!(reading.records.len(), 14_629);
    let mut counted: HashMap<&str, Vec<u32>> = HashMap::new();
    for record in &reading.records {
        let arrival = if record.received_on.year() == YEAR { "new" } else { "carried_in" };
        let end = record.outcome.map_or("carried_out", |(row, _)| row.key());
        if record.outcome.is_some() {
            assert_eq!(record.answered_on.unwrap().year(), YEAR);
            add(&mut counted, "total", record.kind);
        }
        add(&mut counted, arrival, record.kind);
        add(&mut counted, end, record.kind);
    }
    for (key, values) in published() {
        let row = counted.remove(key.as_str()).unwrap_or_else(|| vec![0; 7]);
        assert_eq!(row, values, "{key}");
    }
    assert!(counted.is_empty());
}

fn add<'k>(counted: &mut HashMap<&'k str, Vec<u32>>, key: &'k str, kind: ApplicantKind) {
    let row = counted.entry(key).or_insert_with(|| vec![0; 7]);
    row[kind.column()] += 1;
    row[6] += 1;
}

#[test]
fn the_published_ledger_reads_from_a_workbook_to_the_published_counts() {
    assert_counts(&read(&as_xlsx(&published_ledger())));
}

#[test]
fn the_published_ledger_reads_from_text_to_the_published_counts() {
    assert_counts(&read(&as_csv(&published_ledger())));
}

#[test]
fn the_published_ledger_reads_from_text_in_gb18030_too() {
    let text = String::from_utf8(as_csv(&published_ledger())).unwrap();
    let (bytes, _, _) = encoding_rs::GB18030.encode(text.trim_start_matches('\u{FEFF}'));
    assert_counts(&read(&bytes));
}
