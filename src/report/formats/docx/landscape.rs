//! A page lying down with one table: a title, lines, the table, lines to sign on.

use super::super::FormatError;
use super::body::{HEAD, SMALL, sized};
use super::fit::Look;
use super::{table, whole};
use crate::report::Grid;

/// What stands on it.
pub(in crate::report::formats) struct Landscape<'a> {
    /// The title.
    pub(in crate::report::formats) title: &'a str,
    /// Whose document it is.
    pub(in crate::report::formats) organ: &'a str,
    /// Lines over the table.
    pub(in crate::report::formats) head: &'a [String],
    /// The table, if there is one.
    pub(in crate::report::formats) grid: Option<&'a Grid>,
    /// The widths of its columns in twips.
    pub(in crate::report::formats) widths: &'static [usize],
    /// Lines under it, kept on one page.
    pub(in crate::report::formats) foot: &'a [String],
}

/// A4 lying down with the margins of GB/T 9704, turned with the page.
const SECTION: &str = concat!(
    r#"<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>"#,
    r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#,
    r#"<w:pgMar w:top="1474" w:right="1304" w:bottom="1361" w:left="1284" w:header="851" w:footer="794" w:gutter="0"/>"#,
    r#"<w:cols w:space="425"/></w:sectPr>"#
);

/// The whole document.
pub(in crate::report::formats) fn landscape(page: &Landscape) -> Result<Vec<u8>, FormatError> {
    let mut xml = paragraph("Title", "", page.title);
    for line in page.head {
        xml.push_str(&paragraph("TableNote", "<w:keepNext/>", line));
    }
    if let Some(grid) = page.grid {
        let look = Look::of_list(page.widths);
        xml.push_str(&table::table(grid, &look, look.row)?);
    }
    xml.push_str(SMALL);
    for (at, line) in (1..).zip(page.foot) {
        let keep = if at < page.foot.len() { "<w:keepNext/>" } else { "" };
        xml.push_str(&paragraph("TableNote", &format!(r#"{keep}<w:spacing w:before="240"/>"#), line));
    }
    whole(&format!("{HEAD}{xml}{SECTION}</w:body></w:document>"), page.title, page.organ)
}

fn paragraph(style: &str, properties: &str, text: &str) -> String {
    let run = sized(text, None);
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{run}</w:p>"#)
}
