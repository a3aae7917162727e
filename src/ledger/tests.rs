//! Whole files through the reader.

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};

use super::*;
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};
use crate::words;

const TODAY: Date = date(2026, 3, 2);
const HEADER: &str = "编号,收到日期,申请人,申请人类型,申请内容,办理结果,答复日期";

fn read_text(text: &str) -> Reading {
    read_as_is(text.as_bytes()).unwrap()
}

fn read_as_is(bytes: &[u8]) -> Result<Reading, LedgerError> {
    read(bytes, "台账.csv", &ReadOptions::on(TODAY), &mut |_| {})
}

fn rows(lines: &[&str]) -> Reading {
    read_text(&format!("{HEADER}\n{}\n", lines.join("\n")))
}

/// The one message about the one bad line.
fn message(line: &str) -> String {
    let reading = rows(&["1号,2025-01-02,李四,自然人,一,,", line]);
    let lines: Vec<String> = reading.faults.iter().map(words::ledger::fault).collect();
    assert_eq!(lines.len(), 1, "{line}: {lines:?}");
    assert_eq!(reading.records.len(), 1, "{line}");
    lines.into_iter().next().unwrap()
}

#[test]
fn a_good_row_says_all_it_has() {
    let reading = read_text(
        "填报单位：某某局,,,\n编号,平台编号,收到日期,提交日期,渠道,申请人,申请人类型,证件号码,联系方式,手机,申请内容,\
         获取方式,承办科室,交办日期,补正通知日期,补正期限,补正收到日期,征求意见日期,意见收到日期,延期日期,延期至,\
         答复期限,办理结果,答复日期,答复文号,送达方式,邮单号,复议诉讼,备注,是否延期\n\
         2025-1,P7,2025-03-05,2025/3/1,网上申请,张三,公民,110,电话甲,138,\"第一行\n第二行\",邮寄,政策科,2025.3.6,\
         2025年3月7日,2025-03-20,20250312,2025-03-13,2025-03-20,2025-04-01,2025-04-30,2025-04-02,信息不存在,\
         2025-04-08,某告〔2025〕1号,邮寄,EMS1,复议维持,急件,是\n\
         合计,,,,,1\n",
    );
    assert_eq!((reading.faults, reading.warnings), (vec![], vec![]));
    let why: Vec<_> = reading.passed_over.iter().map(|passed| (passed.row, passed.why)).collect();
    assert_eq!(why, [(Some(4), PassedWhy::Sum)]);
    let record = &reading.records[0];
    assert_eq!((record.row, record.no.as_deref(), record.platform_no.as_str()), (3, Some("2025-1"), "P7"));
    assert_eq!(record.received_on, date(2025, 3, 5));
    assert_eq!(record.submitted_on, Some(date(2025, 3, 1)));
    assert_eq!(record.channel, Some(LedgerChannel::Internet));
    assert_eq!((record.applicant.as_str(), record.kind), ("张三", ApplicantKind::Natural));
    assert_eq!((record.id_number.as_str(), record.contact.as_str()), ("110", "电话甲；138"));
    assert_eq!(record.content, "第一行\n第二行");
    assert_eq!((record.form_of_supply.as_str(), record.unit.as_str()), ("邮寄", "政策科"));
    assert_eq!(record.supplement_asked_on, Some(date(2025, 3, 7)));
    assert_eq!(record.supplement_received_on, Some(date(2025, 3, 12)));
    assert_eq!(record.extended_to, Some(date(2025, 4, 30)));
    assert_eq!(record.outcome, Some((OutcomeRow::NoneHeld, Some(OutcomeKind::NotFound))));
    assert_eq!(record.answered_on, Some(date(2025, 4, 8)));
    assert_eq!((record.dispute.as_str(), record.note.as_str()), ("复议维持", "急件\n是否延期: 是"));
}

#[test]
fn each_kind_of_bad_cell_gives_one_clear_message() {
    for (line, told) in [
        ("2号,2025-02-30,张三,自然人,一,,", "第 3 行“收到日期”：值“2025-02-30”不是有效日期"),
        ("2号,２０２５-03-05,张三,自然人,一,,", "全角数字"),
        ("2号,2026-03-03,张三,自然人,一,,", "晚于今天（2026-03-02）"),
        ("2号,1899-03-03,张三,自然人,一,,", "1990 年至 2099 年"),
        ("2号,,张三,自然人,一,,", "第 3 行“收到日期”：不能为空"),
        ("2号,2025-03-05,,自然人,一,,", "第 3 行“申请人”：不能为空"),
        ("2号,2025-03-05,张三,自然人,--,,", "第 3 行“申请内容”：不能为空"),
        ("2号,2025-03-05,张三,,一,,", "第 3 行“申请人类型”：不能为空"),
        ("2号,2025-03-05,张三,外星人,一,,", "不是申请人类型，应为：自然人、商业企业"),
        ("2号,2025-03-05,某某,法人或者其他组织,一,,", "应写明是哪一类：商业企业"),
        ("2号,2025-03-05,张三,自然人,一,给了,2025-04-01", "值“给了”不是办理结果"),
        ("2号,2025-03-05,张三,自然人,一,其他,2025-04-01", "（六）3其他处理"),
        ("2号,2025-03-05,张三,自然人,一,已办结,2025-04-01", "没有说明结果"),
        ("2号,2025-03-05,张三,自然人,一,予以公开,", "“答复日期”：有办理结果而没有答复日期"),
        ("2号,2025-03-05,张三,自然人,一,予以公开,2025-03-04", "早于收到日期（2025-03-05）"),
        ("1号,2025-03-05,张三,自然人,一,,", "值“1号”与第 2 行的编号重复"),
        ("１ 号,2025-03-05,张三,自然人,一,,", "与第 2 行的编号重复"),
        ("2号,2025-03-05,张\u{1b}[31m三,自然人,一,,", "控制字符"),
        ("2号,2025-03-05,#REF!,自然人,一,,", "出错的公式"),
    ] {
        let message = message(line);
        assert!(message.contains(told), "{line}: {message}");
    }
    let long = format!("2号,2025-03-05,张三,自然人,{},,", "长".repeat(MAX_TEXT + 1));
    assert!(message(&long).contains("最多 20000 个字"));
}

#[test]
fn all_bad_cells_of_all_rows_are_told() {
    let reading = rows(&["1,x,,自然人,一,,", "2,2025-01-01,张三,自然人,一,,", "3,2025-01-01,张三,??,,好,"]);
    let cells: Vec<_> = reading.faults.iter().map(|fault| (fault.row, fault.column.as_str())).collect();
    assert_eq!(cells, [(2, "收到日期"), (2, "申请人"), (4, "申请人类型"), (4, "申请内容"), (4, "办理结果")]);
    assert_eq!(reading.records.len(), 1);
}

#[test]
fn what_is_odd_is_a_warning_and_no_fault() {
    let reading = rows(&[
        "1,2025-01-02,张三,自然人,一,,2025-02-01",
        "2,2025-01-02,张三,自然人,一,补正后申请内容仍不明确,2025-02-01",
        "3,2025-01-02,张三,自然人,一,逾期未补正,2025-02-01",
        "4,2025-01-02,张三,自然人,一,保护第三方合法权益,2025-02-01",
        "5,2025-01-02,张三,个体工商户,关于某某的…,,",
        "6,2025-01-02,张三,张三,一,处理中,",
    ]);
    assert_eq!(reading.faults, []);
    let doubts: Vec<_> = reading.warnings.iter().map(|warning| (warning.row, &warning.doubt)).collect();
    assert_eq!(
        doubts,
        [
            (2, &Doubt::AnsweredWithoutOutcome),
            (3, &Doubt::UnclearWithoutSupplement),
            (4, &Doubt::LapseWithoutNotice),
            (5, &Doubt::ThirdPartyNotAsked),
            (6, &Doubt::SoleTrader),
            (6, &Doubt::CutOff),
            (7, &Doubt::NameForKind),
        ]
    );
    assert_eq!(reading.records.iter().filter(|record| record.outcome.is_none()).count(), 3);
}

#[test]
fn an_answer_after_the_rows_own_term_is_doubted() {
    let reading = read_text(
        "收到日期,申请人,申请人类型,申请内容,答复期限,办理结果,答复日期\n\
         2025-01-02,张三,自然人,一,2025-02-01,予以公开,2025-02-02\n\
         2025-01-02,张三,自然人,一,20个工作日,予以公开,2025-02-02\n",
    );
    let doubts: Vec<_> = reading.warnings.iter().map(|warning| warning.doubt.clone()).collect();
    assert_eq!(doubts, [Doubt::AnsweredLate { due_on: date(2025, 2, 1) }, Doubt::NotADate]);
    assert_eq!(reading.records[1].note, "答复期限: 20个工作日");
}

#[test]
fn a_row_counter_is_no_number() {
    let reading = read_text(
        "序号,收件日期,姓名,申请人性质,内容描述\n1,2025-01-02,张三,个人,一\n\n1,2025-01-03,张三,个人,二\n2025-7,2025.1.3,李四,个人,三\n",
    );
    assert_eq!(reading.faults, []);
    let rows: Vec<_> = reading.records.iter().map(|record| (record.row, record.no.as_deref())).collect();
    assert_eq!(rows, [(2, None), (4, None), (5, Some("2025-7"))]);
}

#[test]
fn rows_are_counted_as_a_spreadsheet_program_counts_them() {
    let lines =
        format!("\n{HEADER}\n\n1,2025-01-02,张三,自然人,\"一\n二\n三\",,\n\n2,2025-01-02,张三,自然人,二,,");
    for text in [lines.replace('\n', "\r\n"), lines] {
        let rows: Vec<u32> = read_text(&text).records.iter().map(|record| record.row).collect();
        assert_eq!(rows, [4, 6]);
    }
}

#[test]
fn of_two_columns_the_better_heading_wins_and_the_other_is_noted() {
    let reading = read_text(
        "受理号,编号,收到日期,申请时间,申请人,申请人类型,申请内容\n甲,1,2025-01-02,2025-01-01,张三,个人,一\n",
    );
    assert_eq!(reading.faults, []);
    assert_eq!(reading.warnings[0].doubt, Doubt::SecondColumn { taken: "编号".to_owned() });
    assert_eq!(reading.records[0].no.as_deref(), Some("1"));
    assert_eq!(reading.records[0].note, "受理号: 甲");
    assert_eq!(reading.records[0].submitted_on, Some(date(2025, 1, 1)));

    let twice = read_text("编号,编号,收到日期,申请人,申请人类型,申请内容\n1,2,2025-01-02,张三,个人,一\n");
    assert_eq!(twice.faults[0].expected, Expected::OneColumn(Field::No));
}

#[test]
fn the_applicants_date_stands_for_receipt_only_with_a_warning() {
    let reading = read_text("申请时间,申请人,申请人类型,申请内容\n2025-01-02,张三,个人,一\nx,张三,个人,一\n");
    assert_eq!(reading.warnings[0].doubt, Doubt::SubmissionAsReceipt);
    assert_eq!(reading.records[0].received_on, date(2025, 1, 2));
    assert_eq!(reading.faults.len(), 1);
}

#[test]
fn a_missing_column_is_one_fault_and_not_one_a_row() {
    let reading = read_text("编号,收到日期,申请人,申请内容\n1,2025-01-02,张三,一\n2,2025-01-02,张三,一\n");
    let messages: Vec<_> = reading.faults.iter().map(words::ledger::fault).collect();
    assert_eq!(messages, ["第 1 行“申请人类型”：缺少这一列，请补上"]);
}

#[test]
fn titles_sums_form_lines_blank_rows_and_repeated_headers_are_passed_over() {
    let reading = read_text(&format!(
        "某某局依申请公开台账,,\n填报单位：某某局,,\n\n{HEADER}\n1,2025-01-02,张三,自然人,一,,\n,,,,,,\n小计,,1件,,,,\n{HEADER}\n\
         2,2025-01-02,张三,自然人,二,,\n总计 2 件,,,,,,\n审核人：王五,,填报日期：2025年,,,,\n"
    ));
    assert_eq!(reading.faults, []);
    assert_eq!(reading.records.len(), 2);
    assert_eq!(reading.records[1].row, 9);
    let why: Vec<_> = reading.passed_over.iter().map(|passed| (passed.row.unwrap(), passed.why)).collect();
    assert_eq!(
        why,
        [(7, PassedWhy::Sum), (8, PassedWhy::HeaderAgain), (10, PassedWhy::Sum), (11, PassedWhy::FormLine)]
    );
}

#[test]
fn two_columns_can_make_one_outcome() {
    let reading = read_text(
        "申请人类型,申请人,内容描述,申请时间,审批结果,不公开类别,审批时间\n\
         公民,张三,一,2025-01-02,不公开,信息不存在,2025-01-09\n公民,张三,一,2025-01-02,不公开,,2025-01-09\n",
    );
    assert_eq!(reading.records[0].outcome, Some((OutcomeRow::NoneHeld, Some(OutcomeKind::NotFound))));
    assert!(reading.warnings.iter().any(|warning| warning.doubt == Doubt::ApprovalAsAnswer));
    assert!(matches!(reading.faults[0].expected, Expected::OneOf(rows) if rows.len() == 8));
}

#[test]
fn text_in_gb18030_and_in_utf_16_is_read() {
    let text = format!("{HEADER}\n1,2025-01-02,张三,自然人,一,,\n");
    let (gb, _, _) = encoding_rs::GB18030.encode(&text);
    assert_eq!(read_as_is(&gb).unwrap().records[0].applicant, "张三");
    let tabs = text.replace(',', "\t");
    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(tabs.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(read_as_is(&utf16).unwrap().records[0].applicant, "张三");
}

#[test]
fn what_is_no_ledger_says_why() {
    let problem = |bytes: &[u8]| read_as_is(bytes).unwrap_err().problem;
    assert_eq!(problem(b""), Problem::Empty);
    assert_eq!(problem("甲,乙\n1,2\n".as_bytes()), Problem::NoHeader);
    assert_eq!(problem(b"<html><table></table></html>"), Problem::Markup);
    assert_eq!(problem(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...."), Problem::OldXls);
}

/// A workbook with a title, merged cells, several sheets, dates and numbers.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let (wide, day) = (Format::new(), Format::new().set_num_format("yyyy-mm-dd"));
    let sheet = book.add_worksheet().set_name("2025年").unwrap();
    sheet.merge_range(0, 0, 0, 6, "依申请公开台账", &wide).unwrap();
    for (column, heading) in (0..).zip(HEADER.split(',')) {
        sheet.write(2, column, heading).unwrap();
    }
    sheet.merge_range(3, 0, 3, 6, "三月", &wide).unwrap();
    for (row, no) in [(4, 20_250_001_u32), (5, 20_250_002), (7, 20_250_003)] {
        sheet.write(row, 0, no).unwrap();
        sheet.write(row, 3, "自然人").unwrap();
        sheet.write(row, 4, format!("内容{no}")).unwrap();
    }
    sheet.merge_range(4, 2, 5, 2, "张三", &wide).unwrap();
    sheet.merge_range(4, 1, 5, 1, "", &wide).unwrap();
    sheet.write_number_with_format(4, 1, 45_721, &day).unwrap();
    sheet.write(7, 1, 45_721).unwrap();
    sheet.write(7, 2, "李四").unwrap();
    sheet.write(7, 5, "予以公开").unwrap();
    sheet.write(7, 6, "2025年4月1日").unwrap();
    sheet.write(1_048_575, 16_383, "stray").unwrap();
    book.add_worksheet().set_name("说明").unwrap().write(0, 0, "说明").unwrap();
    let hidden = book.add_worksheet().set_name("旧").unwrap();
    hidden.write(0, 0, "旧").unwrap();
    hidden.set_hidden(true);
    book.save_to_buffer().unwrap()
}

static WORKBOOK: LazyLock<Vec<u8>> = LazyLock::new(workbook);

#[test]
fn a_workbook_is_read_sheet_by_sheet_with_merged_cells_filled_down() {
    let reading = read(&WORKBOOK, "a.xlsx", &ReadOptions::on(TODAY), &mut |_| {}).unwrap();
    let messages: Vec<_> = reading.faults.iter().map(words::ledger::fault).collect();
    assert_eq!(messages, [""; 0]);
    let rows: Vec<_> = reading
        .records
        .iter()
        .map(|record| (record.row, record.no.as_deref(), record.applicant.as_str(), record.received_on))
        .collect();
    let day = date(2025, 3, 5);
    assert_eq!(
        rows,
        [
            (5, Some("20250001"), "张三", day),
            (6, Some("20250002"), "张三", day),
            (8, Some("20250003"), "李四", day)
        ]
    );
    let passed: Vec<_> = reading.passed_over.iter().map(words::ledger::passed_over).collect();
    assert_eq!(
        passed,
        [
            "工作表“2025年”第 4 行是跨列的标题，已跳过",
            "工作表“说明”没有表头，已跳过",
            "工作表“旧”是隐藏的工作表，已跳过"
        ]
    );
}

#[test]
fn progress_is_told_and_ends_with_all_rows() {
    let mut text = format!("{HEADER}\n");
    for no in 1..=2500 {
        text.push_str(&format!("{no},2025-01-02,张三,自然人,一,,\n"));
    }
    let mut told = Vec::new();
    read(text.as_bytes(), "", &ReadOptions::on(TODAY), &mut |rows| told.push(rows)).unwrap();
    assert_eq!(told, [1000, 2000, 2501]);
}

/// A zip archive of unpacked parts with right checksums, so that a changed byte reaches the parser.
fn stored(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, body) in parts {
        let start = u32::try_from(bytes.len()).unwrap();
        let size = u32::try_from(body.len()).unwrap().to_le_bytes();
        let mut about = vec![0; 8];
        about.extend(crc32fast::hash(body).to_le_bytes());
        about.extend([size, size].concat());
        about.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        about.extend([0; 2]);
        bytes.extend([b"PK\x03\x04\x14\0", about.as_slice(), name.as_bytes(), body].concat());
        directory.extend([b"PK\x01\x02\x14\0\x14\0", about.as_slice(), &[0; 10]].concat());
        directory.extend([start.to_le_bytes().as_slice(), name.as_bytes()].concat());
    }
    let (start, count) = (u32::try_from(bytes.len()).unwrap(), u16::try_from(parts.len()).unwrap());
    let length = u32::try_from(directory.len()).unwrap();
    bytes.extend(directory);
    bytes.extend([b"PK\x05\x06\0\0\0\0", [count.to_le_bytes(); 2].concat().as_slice()].concat());
    bytes.extend([length.to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0; 2]);
    bytes
}

/// The parts of a small workbook; the sheet last.
fn parts() -> Vec<(&'static str, Vec<u8>)> {
    let rels = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>\
             </Relationships>"
        )
    };
    let book = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>\
                <sheet name=\"台账\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
    let row = |number: usize, values: &str| {
        let cell = |value: &str| format!("<c t=\"inlineStr\"><is><t>{value}</t></is></c>");
        let cells: String = values.split(',').map(cell).collect();
        format!("<row r=\"{number}\">{cells}</row>")
    };
    let sheet = format!(
        "<worksheet><dimension ref=\"A1:G3\"/><sheetData>{}{}{}</sheetData><mergeCells count=\"1\">\
         <mergeCell ref=\"C2:C3\"/></mergeCells></worksheet>",
        row(1, HEADER),
        row(2, "1,2025-01-02,张三,自然人,一,,"),
        row(3, "2,2025-01-02,,自然人,一,予以公开,2025-02-01"),
    );
    vec![
        ("_rels/.rels", rels("officeDocument", "xl/workbook.xml").into_bytes()),
        ("xl/workbook.xml", book.as_bytes().to_vec()),
        ("xl/_rels/workbook.xml.rels", rels("worksheet", "worksheets/sheet1.xml").into_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.into_bytes()),
    ]
}

#[test]
fn the_small_workbook_is_read() {
    let reading = read(&stored(&parts()), "a.xlsx", &ReadOptions::on(TODAY), &mut |_| {}).unwrap();
    assert_eq!(reading.faults, []);
    assert_eq!(reading.records.len(), 2);
    assert_eq!(reading.records[1].applicant, "张三");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_bytes_give_a_reading_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read_as_is(&bytes);
    }

    #[test]
    fn any_text_under_a_header_gives_a_reading_or_an_error(body in "\\PC{0,400}") {
        let text = format!("{HEADER}\n{body}");
        let _ = read_as_is(text.as_bytes());
    }

    #[test]
    fn a_damaged_workbook_gives_a_reading_or_an_error(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in prop::option::weighted(0.1, any::<prop::sample::Index>()),
    ) {
        let mut bytes = WORKBOOK.clone();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = read(&bytes, "a.xlsx", &ReadOptions::on(TODAY), &mut |_| {});
    }

    #[test]
    fn damaged_parts_of_a_workbook_give_a_reading_or_an_error(
        changes in prop::collection::vec((0..4_usize, any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut parts = parts();
        for (part, place, byte) in changes {
            let body = &mut parts[part].1;
            let place = place.index(body.len());
            body[place] = byte;
        }
        let _ = read(&stored(&parts), "a.xlsx", &ReadOptions::on(TODAY), &mut |_| {});
    }
}
