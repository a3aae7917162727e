//! Documents as portals and Word make them, from the grids of the published layout.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::report::{Grid, GridCell, Part, YearTables, samples, table2_grid, table3_grid, table4_grid};

/// The published tables with year and organ, without the note of the file they came in.
pub(super) fn tables() -> YearTables {
    YearTables { note: None, ..samples::named() }
}

/// The title of the document.
pub(super) const TITLE: &str = "测试市人民政府2025年政府信息公开工作年度报告";

/// What stands under a part without a table.
pub(super) fn words(part: Part) -> [String; 2] {
    ["（一）主动公开：通过网站公开3条。", "（二）其他：无。"].map(|text| format!("{text}{}", part.title()))
}

fn grid_of(part: Part, tables: &YearTables) -> Option<Grid> {
    match part {
        Part::Disclosure => Some(table2_grid(tables)),
        Part::Requests => Some(table3_grid(tables)),
        Part::Disputes => Some(table4_grid(tables)),
        Part::Overview | Part::Problems | Part::Others => None,
    }
}

/// A document: its title, then each part with its words or its table.
fn document(
    tables: &YearTables,
    line: impl Fn(&str) -> String,
    heading: impl Fn(&str) -> String,
    table: impl Fn(&Grid) -> String,
) -> String {
    let mut text = heading(TITLE);
    for part in Part::ALL {
        text += &heading(part.title());
        match grid_of(part, tables) {
            Some(grid) => text += &table(&grid),
            None => words(part).iter().for_each(|words| text += &line(words)),
        }
    }
    text
}

fn by_rows(grid: &Grid) -> impl Iterator<Item = Vec<&GridCell>> {
    (0..grid.rows).map(|row| {
        let mut cells: Vec<&GridCell> = grid.cells.iter().filter(|cell| cell.row == row).collect();
        cells.sort_by_key(|cell| cell.col);
        cells
    })
}

/// A table with spans, each text in the tags of `inner`.
pub(super) fn html_table(grid: &Grid, inner: impl Fn(&str) -> String) -> String {
    let mut html = "<table border=1>".to_owned();
    for cells in by_rows(grid) {
        html += "<tr>";
        for cell in cells {
            let text = inner(&cell.text());
            html += &format!("<td rowspan=\"{}\" colspan={}>{text}</td>\n", cell.rowspan, cell.colspan);
        }
        html += "</tr>";
    }
    html + "</table>"
}

/// A page of a portal, with menus before and a footer after the article.
pub(super) fn html(tables: &YearTables) -> String {
    let body = document(
        tables,
        |line| format!("<p>　　{line}</p>"),
        |heading| format!("<h3><span>{heading}</span></h3>"),
        |grid| html_table(grid, str::to_owned),
    );
    format!(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>{TITLE}_政府门户</title>\
         <script>var a = '<table>';</script></head><body><ul><li>首页</li><li>政府信息公开年报</li></ul>\
         <div>发布时间：2026-01-20 浏览次数：3</div><div class=article>{body}</div>\
         <div>【打印本页】【关闭窗口】</div><div>主办单位：测试市人民政府办公室</div></body></html>"
    )
}

/// A page as Word exports it: every text in nested spans with `o:p`, lines broken anywhere.
pub(super) fn word_html(tables: &YearTables) -> String {
    let nested = |text: &str| {
        let half = text.chars().count() / 2;
        let (head, tail): (String, String) =
            (text.chars().take(half).collect(), text.chars().skip(half).collect());
        // Word breaks lines of the source between Chinese characters.
        let end = if head.is_ascii() || tail.is_ascii() { "" } else { "\n" };
        format!(
            "<p class=MsoNormal style='text-indent:28.0pt'><span\n lang=EN-US>{head}<span style='x'>{end}\
             {tail}</span><o:p></o:p></span></p>"
        )
    };
    let body = document(tables, nested, nested, |grid| html_table(grid, nested));
    format!(
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><!--[if gte mso 9]><xml><o:p>无</o:p>\
         </xml><![endif]--><style><!-- p.MsoNormal {{}} --></style></head><body lang=ZH-CN>{body}</body></html>"
    )
}

fn xml_paragraph(text: &str) -> String {
    let half = text.chars().count() / 2;
    let (head, tail): (String, String) =
        (text.chars().take(half).collect(), text.chars().skip(half).collect());
    format!(
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"9\"/></w:tabs></w:pPr><w:r><w:t>{head}</w:t></w:r>\
         <w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:t xml:space=\"preserve\">{tail}</w:t></w:r></w:p>"
    )
}

/// A table whose merged cells go on by `vMerge` in the rows below.
pub(super) fn xml_table(grid: &Grid) -> String {
    let owners = grid.owners().unwrap();
    let mut xml = "<w:tbl><w:tblPr/><w:tblGrid/>".to_owned();
    for (row, slots) in owners.iter().enumerate() {
        xml += "<w:tr>";
        let mut col = 0;
        while col < grid.columns {
            let cell = &grid.cells[slots[col]];
            let (merge, text) = match (cell.rowspan > 1, cell.row == row) {
                (true, true) => ("<w:vMerge w:val=\"restart\"/>", cell.text()),
                (true, false) => ("<w:vMerge/>", String::new()),
                (false, _) => ("", cell.text()),
            };
            let span = cell.colspan;
            xml += &format!(
                "<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/>{merge}</w:tcPr>{}</w:tc>",
                xml_paragraph(&text)
            );
            col += span;
        }
        xml += "</w:tr>";
    }
    xml + "</w:tbl>"
}

/// The main part of a Word document.
pub(super) fn document_xml(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}\
         <w:sectPr/></w:body></w:document>"
    )
}

/// The body of a Word document of the whole report.
pub(super) fn docx_body(tables: &YearTables) -> String {
    document(tables, xml_paragraph, xml_paragraph, xml_table)
}

/// A Word document of the whole report.
pub(super) fn docx(tables: &YearTables) -> Vec<u8> {
    package(&[("word/document.xml", document_xml(&docx_body(tables)).as_bytes())])
}

/// A zip package of these parts.
pub(super) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet with the whole report: titles, prose and the tables one below the other.
pub(super) fn one_sheet(tables: &YearTables) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let style = rust_xlsxwriter::Format::new();
    let mut at = 0;
    sheet.merge_range(at, 0, at, 14, TITLE, &style).unwrap();
    for part in Part::ALL {
        at += 2;
        sheet.write_string(at, 0, part.title()).unwrap();
        let Some(grid) = grid_of(part, tables) else {
            for words in words(part) {
                at += 1;
                sheet.merge_range(at, 0, at, 9, &words, &style).unwrap();
            }
            continue;
        };
        at += 1;
        for cell in &grid.cells {
            let (top, left) = (at + u32::try_from(cell.row).unwrap(), u16::try_from(cell.col).unwrap());
            let bottom = top + u32::try_from(cell.rowspan - 1).unwrap();
            let right = left + u16::try_from(cell.colspan - 1).unwrap();
            if cell.merged() {
                sheet.merge_range(top, left, bottom, right, "", &style).unwrap();
            }
            match cell.text().parse::<f64>() {
                Ok(number) if !cell.head() => sheet.write_number(top, left, number).unwrap(),
                _ => sheet.write_string(top, left, cell.text()).unwrap(),
            };
        }
        at += u32::try_from(grid.rows).unwrap();
    }
    book.save_to_buffer().unwrap()
}
