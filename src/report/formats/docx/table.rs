//! A grid as a table of the document: its merges as `gridSpan` and `vMerge`, its heading repeated.

use super::super::FormatError;
use super::body::sized;
use super::fit::{Look, PADDING};
use crate::report::{Align, Content, Grid, GridCell};

/// The table; rows are at least `row` twips high, never broken, and held together on one page.
pub(super) fn table(grid: &Grid, look: &Look, row: usize) -> Result<String, FormatError> {
    let mut xml = opening(look);
    for (place, owners) in grid.owners()?.iter().enumerate() {
        let head = if place < grid.head_rows { "<w:tblHeader/>" } else { "" };
        xml.push_str(&format!(
            r#"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{row}" w:hRule="atLeast"/>{head}<w:jc w:val="center"/></w:trPr>"#
        ));
        let last = place + 1 == grid.rows;
        for (col, owner) in owners.iter().enumerate() {
            if let Some(cell) = grid.cells.get(*owner).filter(|cell| cell.col == col) {
                xml.push_str(&slot(cell, place, look, last));
            }
        }
        xml.push_str("</w:tr>");
    }
    xml.push_str("</w:tbl>");
    Ok(xml)
}

fn opening(look: &Look) -> String {
    let total: usize = look.widths.iter().sum();
    let edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
    let border = |edge| format!(r#"<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>"#);
    let borders = edges.map(border).concat();
    let margin = |side: &str| format!(r#"<w:{side} w:w="{PADDING}" w:type="dxa"/>"#);
    let columns: Vec<String> =
        look.widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
    format!(
        concat!(
            r#"<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:jc w:val="center"/>"#,
            r#"<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>"#,
            "<w:tblCellMar>{left}{right}</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        ),
        total = total,
        borders = borders,
        left = margin("left"),
        right = margin("right"),
        columns = columns.concat()
    )
}

/// The part of a cell that stands in one row: the cell itself, or what continues it.
fn slot(cell: &GridCell, row: usize, look: &Look, last: bool) -> String {
    let mut properties = format!(r#"<w:tcW w:w="{}" w:type="dxa"/>"#, look.width(cell));
    if cell.colspan > 1 {
        properties.push_str(&format!(r#"<w:gridSpan w:val="{}"/>"#, cell.colspan));
    }
    if cell.rowspan > 1 {
        let merge = if row == cell.row { "restart" } else { "continue" };
        properties.push_str(&format!(r#"<w:vMerge w:val="{merge}"/>"#));
    }
    if let Some(padding) = look.heading_padding(cell) {
        properties.push_str(&format!(
            r#"<w:tcMar><w:left w:w="{padding}" w:type="dxa"/><w:right w:w="{padding}" w:type="dxa"/></w:tcMar>"#
        ));
    }
    properties.push_str(r#"<w:vAlign w:val="center"/>"#);
    let runs = if row == cell.row { text(cell, look) } else { String::new() };
    let keep = if last || !look.together { "" } else { "<w:keepNext/>" };
    let align = match cell.align {
        Align::Left => "left",
        Align::Center => "center",
    };
    format!(
        r#"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:pPr><w:pStyle w:val="{}"/>{keep}<w:jc w:val="{align}"/></w:pPr>{runs}</w:p></w:tc>"#,
        look.style
    )
}

fn text(cell: &GridCell, look: &Look) -> String {
    let is_figure = matches!(cell.content, Content::Figure(_));
    let size = Some(look.figure_size(cell)).filter(|size| is_figure && *size != look.half_points);
    sized(&cell.text(), size)
}
