//! What offices do to the form.

use super::super::*;
use super::builders::{document_xml, docx_body, html, html_table, package, tables, xml_table};
use crate::law::labels;
use crate::report::checks::Check;
use crate::report::{Cell, Part, table2_grid, table3_grid, table4_grid};

fn read(page: &str) -> ReadReport {
    from_bytes(None, page.as_bytes()).unwrap()
}

#[test]
fn other_spellings_of_labels_and_titles_make_no_difference() {
    let page = html(&tables())
        .replace("（三）", "(三) ")
        .replace("“三安全一稳定”", "「三安全 一稳定」")
        .replace("1.属于国家秘密", "１．属于<br>国家秘密")
        .replace("2.重复申请", "2、重复申请")
        .replace("结果维持", "结果&nbsp;维持")
        .replace("一、总体情况", "一. 总体情况：")
        .replace("四、政府信息公开行政复议、行政诉讼情况", "四、 政府信息公开行政复议，行政诉讼情况");
    let read = read(&page);
    assert_eq!((read.doubts, read.tables), (vec![], tables()));
}

#[test]
fn other_words_of_titles_and_rows_are_understood_and_doubted() {
    let page = html(&tables())
        .replace("五、存在的主要问题及改进情况", "五、存在问题和改进措施")
        .replace("1.信访举报投诉类申请", "1.信访、举报、投诉类")
        .replace("3.要求提供公开出版物", "3.出版物");
    let read = read(&page);
    assert_eq!(read.tables, tables());
    let found = |text: &str| text.to_owned();
    assert_eq!(
        read.doubts,
        [
            Doubt::PartTitle { part: Part::Problems, found: found("五、存在问题和改进措施") },
            Doubt::RowLabel {
                place: found("表三 （五）1.信访举报投诉类申请行"),
                found: found("1.信访、举报、投诉类")
            },
            Doubt::RowLabel {
                place: found("表三 （五）3.要求提供公开出版物行"), found: found("3.出版物")
            },
        ]
    );
    assert!(read.doubts.iter().all(|doubt| !doubt.to_string().is_empty()));
}

#[test]
fn what_is_missing_is_named_and_stays_blank() {
    let page = html(&tables()).replace("2.重复申请", "").replace("六、其他需要报告的事项", "");
    let page = page.replace(TITLE_TAIL, "工作总结");
    let read = read(&page);
    let repeat = Row3::Result(OutcomeRow::NpRepeat);
    assert_eq!(read.tables.table3.at(repeat, Column3::Sum).cell, Cell::Blank);
    assert_eq!(
        read.doubts,
        [
            Doubt::NoTitle,
            Doubt::PartMissing(Part::Others),
            Doubt::RowMissing { place: "表三 （五）2.重复申请行".to_owned() },
        ]
    );
}

const TITLE_TAIL: &str = labels::TITLE_TAIL;

#[test]
fn rows_and_columns_are_found_by_their_labels_in_any_order() {
    let mut swapped = table3_grid(&tables());
    for cell in &mut swapped.cells {
        // 自然人 goes behind the organisations, with its figures.
        if cell.row > 0 && cell.col == 3 && cell.colspan == 1 {
            cell.col = 8;
        } else if cell.row > 0 && (4..9).contains(&cell.col) {
            cell.col -= 1;
        }
        // 二 goes before 一.
        cell.row = match cell.row {
            3 => 4,
            4 => 3,
            row => row,
        };
    }
    let page = html(&tables())
        .replace(&html_table(&table3_grid(&tables()), str::to_owned), &html_table(&swapped, str::to_owned));
    let read = read(&page);
    assert_eq!((read.doubts, read.tables), (vec![], tables()));
}

#[test]
fn a_row_with_a_figure_too_many_is_aligned_from_the_right_and_doubted() {
    let page = html(&tables())
        .replace("<td rowspan=\"1\" colspan=1>199</td>", "<td>0</td><td rowspan=\"1\" colspan=1>199</td>");
    let read = read(&page);
    assert_eq!(read.tables, tables());
    let place = "表三 （五）1.信访举报投诉类申请行".to_owned();
    assert_eq!(read.doubts, [Doubt::RowCells { place, expected: 7, found: 8 }]);
}

#[test]
fn layout_tables_nested_tables_and_tables_cut_in_two_are_seen_through() {
    let page = html(&tables());
    let laid_out = page.replace("<div class=article>", "<table><tr><td>左栏</td><td><table><tr><td>");
    assert_eq!(read(&laid_out).tables, tables());

    let whole = table3_grid(&tables());
    let cut = html_table(&whole, str::to_owned);
    let (first, rest) = cut.split_once("（四）无法提供").unwrap();
    let (first, row) = first.rsplit_once("<tr>").unwrap();
    let two = format!("{first}</table><p></p><table><tr>{row}（四）无法提供{rest}");
    let read_two = read(&page.replace(&cut, &two));
    assert_eq!((read_two.doubts, read_two.tables), (vec![], tables()));

    let body = docx_body(&tables());
    let inner = xml_table(&table4_grid(&tables()));
    let outer = format!("<w:tbl><w:tr><w:tc><w:p/>{inner}<w:p/></w:tc></w:tr></w:tbl>");
    let nested = document_xml(&body.replace(&inner, &outer));
    let read_nested = from_bytes(None, &package(&[("word/document.xml", nested.as_bytes())])).unwrap();
    assert_eq!((read_nested.doubts, read_nested.tables), (vec![], tables()));
}

#[test]
fn the_form_of_2019_is_known_by_its_rows_and_leaves_what_it_does_not_ask_blank() {
    let mut grid = table3_grid(&tables());
    let other = grid.cells.iter().find(|cell| cell.text() == "（六）其他处理").unwrap().row;
    // One row （六）: the figures of its third row beside the label of the group.
    grid.cells.retain(|cell| cell.row != other && cell.row != other + 1 || cell.text() == "（六）其他处理");
    for cell in &mut grid.cells {
        if cell.text() == "（六）其他处理" {
            (cell.rowspan, cell.colspan) = (1, 2);
        } else if cell.text() == "3.其他" {
            cell.content = crate::report::Content::Label("");
            cell.col = usize::MAX;
        } else if cell.row == other + 2 {
            cell.row = other;
        } else if cell.row > other + 2 {
            cell.row -= 2;
        } else if cell.text() == labels::RESULTS {
            cell.rowspan -= 2;
        }
    }
    grid.cells.retain(|cell| cell.col != usize::MAX);
    grid.rows -= 2;
    let page = html(&tables())
        .replace(&html_table(&table3_grid(&tables()), str::to_owned), &html_table(&grid, str::to_owned));
    let read = read(&page);
    assert_eq!((read.form, read.doubts.as_slice()), (Form::Form2019, [Doubt::Form2019].as_slice()));
    let other = Row3::Result(OutcomeRow::OtherOther);
    assert_eq!(read.tables.table3.count(other, Column3::Sum), Some(965));
    let absent = Row3::Result(OutcomeRow::OtherNoFee);
    assert_eq!(read.tables.table3.at(absent, Column3::Sum).cell, Cell::Blank);
    // 318 and 203 are not stated any more: the sums of the rows are.
    let rules: Vec<&str> = Check::new(&read.judged()).run().iter().map(|finding| finding.rule).collect();
    assert!(!rules.is_empty() && rules.iter().all(|rule| *rule == "V2"), "{rules:?}");
}

#[test]
fn table_2_of_2019_gives_what_both_forms_ask() {
    let table = "<table><tr><td colspan=4>第二十条第（一）项</td></tr>\
        <tr><td>信息内容</td><td>本年新制作数量</td><td>本年新公开数量</td><td>对外公开总数量</td></tr>\
        <tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>\
        <tr><td>规范性文件</td><td>4</td><td>5</td><td>6</td></tr>\
        <tr><td colspan=4>第二十条第（五）项</td></tr>\
        <tr><td>信息内容</td><td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td></tr>\
        <tr><td>行政许可</td><td>7</td><td>-1</td><td>8</td></tr>\
        <tr><td>其他对外管理服务事项</td><td>9</td><td>0</td><td>10</td></tr>\
        <tr><td colspan=4>第二十条第（六）项</td></tr>\
        <tr><td>信息内容</td><td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td></tr>\
        <tr><td>行政处罚</td><td>11</td><td>0</td><td>12</td></tr>\
        <tr><td>行政强制</td><td>13</td><td>0</td><td>14</td></tr>\
        <tr><td colspan=4>第二十条第（八）项</td></tr>\
        <tr><td>信息内容</td><td>上一年项目数量</td><td colspan=2>本年增/减</td></tr>\
        <tr><td>行政事业性收费</td><td>15</td><td colspan=2>0</td></tr>\
        <tr><td colspan=4>第二十条第（九）项</td></tr>\
        <tr><td>信息内容</td><td>采购项目数量</td><td colspan=2>采购总金额</td></tr>\
        <tr><td>政府集中采购</td><td>16</td><td colspan=2>17万元</td></tr></table>";
    let page = html(&tables()).replace(&html_table(&table2_grid(&tables()), str::to_owned), table);
    let read = read(&page);
    assert_eq!(read.doubts, [Doubt::Form2019]);
    let table = read.tables.table2;
    let made = table.documents.each_ref().map(|[made, ..]| made.cell.count());
    assert_eq!(made, [Some(1), Some(4)]);
    assert_eq!(table.documents[1][2].cell, Cell::Blank);
    let decisions = [&table.licences, &table.penalties, &table.compulsions].map(|stated| stated.cell.count());
    assert_eq!(decisions, [Some(8), Some(12), Some(14)]);
    assert_eq!(table.charges.cell, Cell::Blank);
}

#[test]
fn a_signature_and_notes_under_tables_go_to_their_places() {
    let page = html(&tables())
        .replace(
            "五、存在的主要问题及改进情况",
            "</h3><p>注：含结转案件。</p><h3>五、存在的主要问题及改进情况",
        )
        .replace("<div>【打印本页】", "<p>测试市人民政府</p><p>2026年1月20日</p><div>【打印本页】");
    let prose = read(&page).prose.unwrap();
    assert_eq!(prose.section(Part::Disputes).notes, ["注：含结转案件。"]);
    assert_eq!(prose.signature, ["测试市人民政府", "2026年1月20日"]);
    assert_eq!(prose.section(Part::Others).paragraphs.len(), 2);
}

#[test]
fn a_table_of_contents_is_no_second_report() {
    let contents: String = Part::ALL.map(|part| format!("<p>{}</p>", part.title())).concat();
    let page = html(&tables()).replacen("<h3><span>一、", &format!("{contents}<h3><span>一、"), 1);
    let read = read(&page);
    assert_eq!((read.doubts, read.headings.len()), (vec![], 6));
}

#[test]
fn parts_that_come_twice_or_out_of_order_are_doubted() {
    let [overview, .., problems, others] = Part::ALL.map(Part::title);
    let page = html(&tables()).replace(problems, "甲").replace(others, problems).replace("甲", others);
    assert_eq!(read(&page).doubts, [Doubt::PartOrder(Part::Problems)]);
    let page = html(&tables()).replace(problems, overview);
    let doubts = read(&page).doubts;
    assert_eq!(doubts, [Doubt::PartRepeated(Part::Overview), Doubt::PartMissing(Part::Problems)]);
}

#[test]
fn tables_that_are_pictures_and_files_without_a_report_are_refused_with_words() {
    let page =
        "<h1>某局2025年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p><img>";
    let error = from_bytes(None, page.as_bytes()).unwrap_err();
    assert_eq!(error, ReadError::NoTables { sections: 2 });
    assert_eq!(error.to_string(), "找到 2 个部分的标题，但没有找到表格，表格可能是图片");
    let error = from_bytes(None, "今天天气不错".as_bytes()).unwrap_err();
    assert_eq!(error, ReadError::NoTables { sections: 0 });
}
