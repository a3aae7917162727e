//! Taking over a register in .xlsx, beside reading the same file with calamine alone.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use gongkai::calendar::{from_day, to_day};
use gongkai::desk::ImportOptions;
use gongkai::law::{ApplicantKind, OutcomeRow};
use gongkai::ledger::{self, ReadOptions};
use gongkai::request::OrganId;
use jiff::civil::date;
use rust_xlsxwriter::{Format, Workbook};

use crate::measure::{Line, ratio, time, timed};
use crate::office::{self, Office};
use crate::random::Random;
use crate::{Outcome, texts};

const HEADINGS: [&str; 16] = [
    "编号",
    "收到日期",
    "渠道",
    "申请人",
    "申请人类型",
    "证件号码",
    "联系方式",
    "申请内容",
    "获取方式",
    "承办科室",
    "答复期限",
    "办理结果",
    "答复日期",
    "答复文号",
    "送达方式",
    "备注",
];

/// Measures.
pub fn measure(_: &Office) -> Outcome<Vec<Line>> {
    let mut lines = Vec::new();
    for (rows, allowed) in [(14_629, 3.0), (140_000, 25.0)] {
        let bytes = workbook(rows)?;
        let (alone, cells) = timed(|| {
            let mut book = Xlsx::new(Cursor::new(bytes.as_slice()))?;
            let sheet = book.sheet_names().first().cloned().ok_or("no sheet")?;
            Ok(book.worksheet_range(&sheet)?.used_cells().count())
        })?;
        if cells < rows as usize {
            return Err("calamine has not read the sheet".into());
        }
        let folder = tempfile::tempdir()?;
        let home = folder.path().join("home");
        office::found(&home)?;
        let opened = office::open(&home)?;
        let (took, (reading, (imported, added))) = timed(|| {
            let options = ReadOptions::on(opened.desk.today());
            let (reading, records) =
                timed(|| Ok(ledger::read(&bytes, "register.xlsx", &options, &mut |_| {})?))?;
            if let Some(fault) = records.faults.first() {
                return Err(format!("{fault:?}").into());
            }
            let options = ImportOptions { organ: OrganId::FIRST, dry_run: false, first_year: None };
            let imported =
                timed(|| Ok(opened.desk.import(opened.clerk, &records.records, options, &mut |_| {})?))?;
            Ok((reading, imported))
        })?;
        if added.added != rows as usize {
            return Err(format!("{} of {rows} rows were added: {:?}", added.added, added.refused).into());
        }
        opened.close();
        let ratio = ratio(took, alone);
        lines.push(
            Line::new(
                format!("import of {rows} rows from .xlsx"),
                format!("<= {allowed} s; <= 5 x calamine"),
                format!("{} (reading {}, recording {})", time(took), time(reading), time(imported)),
            )
            .beside(format!("calamine alone {}", time(alone)), ratio)
            .ok(took.as_secs_f64() <= allowed && ratio <= 5.0),
        );
    }
    Ok(lines)
}

/// A register of `rows` requests over three years, all but the last hundredth answered.
fn workbook(rows: u32) -> Outcome<Vec<u8>> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_row(0, 0, HEADINGS)?;
    let (first, last) = (to_day(date(2023, 1, 1)), to_day(date(2025, 12, 31)));
    for row in 1..=rows {
        let mut random = Random::new(u64::from(row) | 1 << 40);
        let received = first + ((last - first) as u64 * u64::from(row) / u64::from(rows)) as i32;
        let kind = [0, 0, 0, 0, 0, 1, 4, 5][random.below(8) as usize];
        let title = texts::title(&mut random);
        let year = from_day(received).map_or(2023, |on| on.year());
        let texts = [
            format!("〔{year}〕第{row}号"),
            String::new(),
            (*random.of(&["网上申请", "EMS", "当面提交"])).to_owned(),
            texts::applicant(&mut random, kind),
            ApplicantKind::ALL[kind].label().to_owned(),
            texts::id_number(&mut random),
            texts::contact(&mut random),
            texts::content(&mut random, &title, year),
            texts::form(&mut random),
            texts::unit(&mut random),
        ];
        for (column, text) in (0_u16..).zip(&texts).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, column, text)?;
        }
        sheet.write_datetime_with_format(row, 1, &excel(received)?, &day)?;
        sheet.write_datetime_with_format(row, 10, &excel(received + 28)?, &day)?;
        if row < rows - rows / 100 {
            let outcome = [OutcomeRow::Open, OutcomeRow::Open, OutcomeRow::Partial, OutcomeRow::NoneHeld];
            sheet.write_string(row, 11, random.of(&outcome).short_label())?;
            sheet.write_datetime_with_format(
                row,
                12,
                &excel(received + 5 + random.below(20) as i32)?,
                &day,
            )?;
            sheet.write_string(row, 13, format!("依申请公开告知〔{year}〕{row}号"))?;
            sheet.write_string(row, 14, *random.of(&["邮寄送达", "当面送达", "电子送达"]))?;
        }
        if random.percent(20) {
            sheet.write_string(row, 15, texts::talk(&mut random))?;
        }
    }
    Ok(book.save_to_buffer()?)
}

fn excel(day: i32) -> Outcome<rust_xlsxwriter::ExcelDateTime> {
    let on = from_day(day).ok_or("no such day")?;
    Ok(rust_xlsxwriter::ExcelDateTime::from_ymd(on.year() as u16, on.month() as u8, on.day() as u8)?)
}
