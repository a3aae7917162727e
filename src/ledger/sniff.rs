//! What a file is, by its bytes: names and extensions are often wrong (an HTML table named .xls).

use memchr::memmem;

use super::{MAX_FILE, MAX_UNPACKED, Problem};

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// A workbook of 2007 or later.
    Xlsx,
    /// Text with separators.
    Delimited,
}

/// The magic of OLE2 compound files: workbooks of before 2007 and encrypted ones.
const OLE2: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// How an encrypted workbook names its content: `EncryptedPackage` in UTF-16.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// Finds the format of `bytes`.
///
/// # Errors
///
/// The [`Problem`] of a file that is no ledger.
pub(super) fn format(bytes: &[u8]) -> Result<Format, Problem> {
    if bytes.len() > MAX_FILE {
        return Err(Problem::TooLarge { limit: u64::try_from(MAX_FILE).unwrap_or(u64::MAX) });
    }
    if bytes.starts_with(&OLE2) {
        let encrypted = memmem::find(bytes, ENCRYPTED).is_some();
        return Err(if encrypted { Problem::Encrypted } else { Problem::OldXls });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive(bytes).map(|()| Format::Xlsx);
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii();
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    if text.starts_with(b"<") {
        return Err(Problem::Markup);
    }
    let utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if !utf16 && (text.starts_with(b"%PDF") || memchr::memchr(0, text).is_some()) {
        return Err(Problem::NotText);
    }
    Ok(Format::Delimited)
}

/// Looks into the directory of a zip archive: is it a workbook, and how large would it get?
fn archive(bytes: &[u8]) -> Result<(), Problem> {
    let mut total = 0_u64;
    let mut found = Err(Problem::OtherArchive);
    for part in Directory::open(bytes).ok_or(Problem::Damaged)? {
        let part = part.ok_or(Problem::Damaged)?;
        total = total.saturating_add(part.size);
        if total > MAX_UNPACKED {
            return Err(Problem::TooLarge { limit: MAX_UNPACKED });
        }
        match part.name.to_ascii_lowercase().as_slice() {
            b"xl/workbook.xml" => found = Ok(()),
            b"xl/workbook.bin" => found = Err(Problem::Xlsb),
            b"word/document.xml" => found = Err(Problem::WordDocument),
            b"content.xml" => found = Err(Problem::OpenDocument),
            _ => {}
        }
    }
    found
}

/// One part of an archive, as its directory declares it.
struct Part<'b> {
    name: &'b [u8],
    /// Unpacked, in bytes.
    size: u64,
}

/// The central directory of a zip archive (APPNOTE 4.3.12), as far as it is needed here.
struct Directory<'b> {
    rest: &'b [u8],
    entries: u16,
}

impl<'b> Directory<'b> {
    /// Finds the directory through the end record: 22 bytes and a comment.
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let tail = bytes.len().saturating_sub(22 + usize::from(u16::MAX));
        let end = tail.checked_add(memmem::rfind(bytes.get(tail..)?, b"PK\x05\x06")?)?;
        let record = bytes.get(end..)?;
        let entries = u16_at(record, 10)?;
        let start = usize::try_from(u32_at(record, 16)?).ok()?;
        if start > end {
            // Over 4 GiB or damaged; no file of an allowed size needs it.
            return None;
        }
        Some(Self { rest: bytes.get(start..end)?, entries })
    }
}

impl<'b> Iterator for Directory<'b> {
    type Item = Option<Part<'b>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.entries = self.entries.checked_sub(1)?;
        let part = entry(self.rest).map(|(part, rest)| {
            self.rest = rest;
            part
        });
        if part.is_none() {
            self.entries = 0;
        }
        Some(part)
    }
}

/// The first entry of `directory`, and what follows it.
fn entry(directory: &[u8]) -> Option<(Part<'_>, &[u8])> {
    if !directory.starts_with(b"PK\x01\x02") {
        return None;
    }
    let lengths = [u16_at(directory, 28)?, u16_at(directory, 30)?, u16_at(directory, 32)?];
    let [name, extra, comment] = lengths.map(usize::from);
    let (name, rest) = directory.get(46..)?.split_at_checked(name)?;
    let (extra, rest) = rest.split_at_checked(extra)?;
    let size = match u32_at(directory, 24)? {
        u32::MAX => large_size(extra)?,
        size => u64::from(size),
    };
    Some((Part { name, size }, rest.get(comment..)?))
}

/// The unpacked size in the zip64 field, which some writers always use.
fn large_size(extra: &[u8]) -> Option<u64> {
    let mut rest = extra;
    loop {
        let (kind, length) = (u16_at(rest, 0)?, usize::from(u16_at(rest, 2)?));
        let (field, after) = rest.get(4..)?.split_at_checked(length)?;
        if kind == 1 {
            return field.first_chunk().map(|size| u64::from_le_bytes(*size));
        }
        rest = after;
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_le_bytes(*two))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_bytes() {
        assert_eq!(format(b""), Err(Problem::Empty));
        assert_eq!(format(b"\xEF\xBB\xBF \r\n"), Err(Problem::Empty));
        assert_eq!(format(&[&OLE2[..], &[0; 600]].concat()), Err(Problem::OldXls));
        assert_eq!(format(&[&OLE2[..], &[0; 600], ENCRYPTED].concat()), Err(Problem::Encrypted));
        assert_eq!(format(b"\n<html><table>"), Err(Problem::Markup));
        assert_eq!(format(b"%PDF-1.7\n"), Err(Problem::NotText));
        assert_eq!(format(b"\x7fELF\0\0"), Err(Problem::NotText));
        assert_eq!(format("编号,申请人".as_bytes()), Ok(Format::Delimited));
        assert_eq!(format(b"PK\x03\x04 and no directory"), Err(Problem::Damaged));
        assert_eq!(format(&[&b"PK\x05\x06"[..], &[0; 18]].concat()), Err(Problem::OtherArchive));
        assert!(matches!(format(&vec![b'a'; MAX_FILE + 1]), Err(Problem::TooLarge { .. })));
    }

    /// A directory of one part, with an end record; no parts themselves.
    fn archive_of(name: &str, size: u32, extra: &[u8]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        let start = u32::try_from(bytes.len()).unwrap();
        bytes.extend(b"PK\x01\x02");
        bytes.extend([0; 20]);
        bytes.extend(size.to_le_bytes());
        bytes.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        bytes.extend(u16::try_from(extra.len()).unwrap().to_le_bytes());
        bytes.extend([0; 14]);
        bytes.extend(name.as_bytes());
        bytes.extend(extra);
        bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
        bytes.extend([0; 4]);
        bytes.extend(start.to_le_bytes());
        bytes.extend([0; 2]);
        bytes
    }

    #[test]
    fn an_archive_is_known_by_its_parts() {
        assert_eq!(format(&archive_of("xl/workbook.xml", 10, &[])), Ok(Format::Xlsx));
        assert_eq!(format(&archive_of("xl/workbook.bin", 10, &[])), Err(Problem::Xlsb));
        assert_eq!(format(&archive_of("word/document.xml", 10, &[])), Err(Problem::WordDocument));
        assert_eq!(format(&archive_of("content.xml", 10, &[])), Err(Problem::OpenDocument));
        assert_eq!(format(&archive_of("photo.jpg", 10, &[])), Err(Problem::OtherArchive));
    }

    #[test]
    fn a_bomb_is_refused_by_what_it_declares() {
        let bomb = archive_of("xl/workbook.xml", u32::MAX - 1, &[]);
        assert_eq!(format(&bomb), Err(Problem::TooLarge { limit: MAX_UNPACKED }));
        let mut zip64 = vec![1, 0, 8, 0];
        zip64.extend(500_u64.to_le_bytes());
        assert_eq!(format(&archive_of("xl/workbook.xml", u32::MAX, &zip64)), Ok(Format::Xlsx));
        assert_eq!(format(&archive_of("xl/workbook.xml", u32::MAX, &[])), Err(Problem::Damaged));
    }
}
