//! Archives around the bytes that are to be tried.

use std::fs;
use std::io::{Cursor, Write};

use gongkai::backup::{Archive, check};
use sm3::{Digest, Sm3};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A document (1) of this main part, or a workbook (2) of these parts, which zero bytes separate: sheet,
/// shared strings, styles, workbook, relations.
pub(crate) fn packed(kind: u8, bytes: &[u8]) -> Vec<u8> {
    if kind == 1 {
        return zip(&[("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", bytes)]);
    }
    let mut given = bytes.split(|byte| *byte == 0);
    let mut next = |otherwise: &'static str| {
        given.next().filter(|part| !part.is_empty()).unwrap_or(otherwise.as_bytes())
    };
    let sheet = next("");
    let strings = next("<sst/>");
    let styles = next("<styleSheet/>");
    let book = next(BOOK);
    let relations = next(RELATIONS);
    zip(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/styles.xml", styles),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn sum(bytes: &[u8]) -> String {
    Sm3::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Backups: the first byte says whether the rest is a file (0), or a manifest and, after a zero byte, a
/// segment, over which archive and checksums are made.
pub fn backup(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    let bytes = if *kind == 0 {
        rest.to_vec()
    } else {
        let mut parts = rest.splitn(2, |byte| *byte == 0);
        let (manifest, segment) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let manifest = String::from_utf8_lossy(manifest)
            .replace("SIZE", &segment.len().to_string())
            .replace("SM3", &sum(segment));
        let seal = format!(
            r#"{{"manifest_sm3":"{}","key_id":1,"nonce":"AAAAAAAAAAAAAAAA","tag":"AAAAAAAAAAAAAAAAAAAAAA=="}}"#,
            sum(manifest.as_bytes())
        );
        zip(&[
            ("journal/000001.journal", segment),
            ("manifest.json", manifest.as_bytes()),
            ("seal.json", seal.as_bytes()),
        ])
    };
    let path = std::env::temp_dir().join(format!("gongkai-fuzz-{}.backup", std::process::id()));
    fs::write(&path, bytes).unwrap();
    if let Ok(mut archive) = Archive::open(&path)
        && let Err(error) = check(&mut archive, None)
    {
        let _ = error.to_string();
    }
}
