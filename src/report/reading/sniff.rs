//! What a file is, by its bytes: names are often wrong.

use memchr::memmem;

use super::{ReadError, package};
use crate::words::report::reading as words;

/// A kind of file that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Json,
    Docx,
    Xlsx,
    Html,
    Text,
}

const OLE2: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// How an encrypted document names its content: `EncryptedPackage` in UTF-16.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
/// How far into a file tags are looked for.
const HEAD: usize = 4096;

/// Finds the kind. The name decides one thing alone: that a broken `.json` is told as such.
pub(super) fn kind(bytes: &[u8], name: Option<&str>) -> Result<Kind, ReadError> {
    if bytes.starts_with(OLE2) {
        let encrypted = memmem::find(bytes, ENCRYPTED).is_some();
        return Err(if encrypted { ReadError::Encrypted } else { ReadError::Kind { kind: words::OLD_WORD } });
    }
    if bytes.starts_with(b"PK") {
        return package::kind(bytes);
    }
    let named_json = name.is_some_and(|name| name.to_ascii_lowercase().ends_with(".json"));
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii();
    if named_json || text.starts_with(b"{") || text.starts_with(b"[") {
        return Ok(Kind::Json);
    }
    if text.is_empty() {
        return Err(ReadError::Empty);
    }
    if text.starts_with(b"%PDF") {
        return Err(ReadError::Kind { kind: words::PDF });
    }
    let head = text.get(..text.len().min(HEAD)).unwrap_or_default().to_ascii_lowercase();
    if head.starts_with(b"mime-version:") || head.starts_with(b"from:") {
        return Err(ReadError::Kind { kind: words::WEB_ARCHIVE });
    }
    let utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if utf16 {
        // The tags are two bytes a letter: `<` first tells enough.
        let marked = bytes.get(2..4).is_some_and(|first| first == b"<\0" || first == b"\0<");
        return Ok(if marked { Kind::Html } else { Kind::Text });
    }
    if memchr::memchr(0, &head).is_some() {
        return Err(ReadError::Kind { kind: words::NOT_TEXT });
    }
    let tagged = [&b"<html"[..], b"<table", b"<!doctype", b"<body"];
    let marked = text.starts_with(b"<") || tagged.iter().any(|tag| memmem::find(&head, tag).is_some());
    Ok(if marked { Kind::Html } else { Kind::Text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_bytes_and_not_by_its_name() {
        assert_eq!(kind(b" {\"a\":1}", Some("a.docx")), Ok(Kind::Json));
        assert_eq!(kind(b"\xEF\xBB\xBF\n<HTML>", Some("a.json.html")), Ok(Kind::Html));
        assert_eq!(kind("标题\n<table><tr>".as_bytes(), None), Ok(Kind::Html));
        assert_eq!(kind("# 标题\n一、总体情况".as_bytes(), None), Ok(Kind::Text));
        assert_eq!(kind(b"oops", Some("tables.JSON")), Ok(Kind::Json));
        assert_eq!(kind(b"\xEF\xBB\xBF \r\n", None), Err(ReadError::Empty));
    }

    #[test]
    fn kinds_that_are_not_read_are_called_by_their_names() {
        let named = |kind| Err(ReadError::Kind { kind });
        assert_eq!(kind(b"%PDF-1.7\n", None), named(words::PDF));
        assert_eq!(kind(&[OLE2, &[0; 600]].concat(), None), named(words::OLD_WORD));
        assert_eq!(kind(&[OLE2, &[0; 600], ENCRYPTED].concat(), None), Err(ReadError::Encrypted));
        assert_eq!(kind(b"MIME-Version: 1.0\n", None), named(words::WEB_ARCHIVE));
        assert_eq!(kind(b"\x7fELF\0\0", None), named(words::NOT_TEXT));
    }
}
