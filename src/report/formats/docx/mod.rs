//! A Word document in the typography of official papers (GB/T 9704-2012): A4, 方正小标宋 for the title, 仿宋
//! 三号 for the text at 28 points, 黑体 and 楷体 for the two levels of titles, page numbers outside below.
//!
//! Written by hand: the parts that never change are files beside this one; `body` writes the text, `table`
//! the grids. Fonts an office may lack have their stand-ins in the font table.

mod body;
mod fit;
mod landscape;
mod table;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

pub(super) use landscape::{Landscape, landscape};

use super::markup::escaped;
use super::outline::outline;
use super::{Format, FormatError};
use crate::report::Report;

/// The whole report as one document.
pub(super) struct Docx;

impl Format for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn extension(&self) -> &'static str {
        "docx"
    }

    fn is_binary(&self) -> bool {
        true
    }

    fn render(&self, report: &Report) -> Result<Vec<u8>, FormatError> {
        let document = body::document(&outline(report))?;
        whole(&document, &report.title(), report.tables.organ.as_deref().unwrap_or_default())
    }
}

/// The document with the parts that never change.
fn whole(document: &str, title: &str, organ: &str) -> Result<Vec<u8>, FormatError> {
    let about = about(title, organ);
    package(&[
        ("[Content_Types].xml", include_str!("parts/content_types.xml")),
        ("_rels/.rels", include_str!("parts/package_rels.xml")),
        ("docProps/core.xml", &about),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", include_str!("parts/document_rels.xml")),
        ("word/styles.xml", include_str!("parts/styles.xml")),
        ("word/settings.xml", include_str!("parts/settings.xml")),
        ("word/fontTable.xml", include_str!("parts/fonts.xml")),
        ("word/footer1.xml", include_str!("parts/footer_odd.xml")),
        ("word/footer2.xml", include_str!("parts/footer_even.xml")),
    ])
}

/// The properties of the document: its title and whose it is; no time, so that equal reports are equal.
fn about(title: &str, organ: &str) -> String {
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties""#,
            r#" xmlns:dc="http://purl.org/dc/elements/1.1/">"#,
            "<dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>zh-CN</dc:language>",
            "</cp:coreProperties>"
        ),
        escaped(title),
        escaped(organ)
    )
}

/// The parts in one package, each with the same time and rights: the same parts give the same bytes.
fn package(parts: &[(&str, &str)]) -> Result<Vec<u8>, FormatError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        package.start_file(*name, options)?;
        package.write_all(text.as_bytes()).map_err(zip::result::ZipError::from)?;
    }
    Ok(package.finish()?.into_inner())
}

#[cfg(test)]
mod tests;
