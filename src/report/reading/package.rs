//! Zip packages (docx, xlsx), with bounds on what they unpack to.
//!
//! What a package declares about itself is not believed: everything is counted while it is inflated.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::ReadError;
use super::sniff::Kind;
use crate::text::Claim;
use crate::words::report::reading as words;

/// Bytes that the parts of a package may unpack to, together.
const MAX_UNPACKED: u64 = 64 << 20;
/// Parts of a package.
const MAX_PARTS: usize = 2_000;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

fn open(bytes: &[u8]) -> Result<Archive<'_>, ReadError> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged(words::ARCHIVE))?;
    if archive.len() > MAX_PARTS {
        return Err(ReadError::UnpacksTooLarge { limit: MAX_UNPACKED });
    }
    Ok(archive)
}

fn damaged(part: &str) -> ReadError {
    ReadError::Damaged { part: part.to_owned() }
}

/// What the package holds.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, ReadError> {
    let archive = open(bytes)?;
    let mut found = Err(ReadError::Kind { kind: words::OTHER_ARCHIVE });
    for name in archive.file_names().flatten() {
        match name.to_ascii_lowercase().replace('\\', "/").as_str() {
            "word/document.xml" => return Ok(Kind::Docx),
            "xl/workbook.xml" => return Ok(Kind::Xlsx),
            "xl/workbook.bin" => found = Err(ReadError::Kind { kind: words::BINARY_WORKBOOK }),
            "content.xml" => found = Err(ReadError::Kind { kind: words::OPEN_DOCUMENT }),
            _ => {}
        }
    }
    found
}

/// One part, unpacked.
pub(super) fn part(bytes: &[u8], wanted: &str) -> Result<Vec<u8>, ReadError> {
    let mut archive = open(bytes)?;
    let same = |name: &str| name.replace('\\', "/").eq_ignore_ascii_case(wanted);
    let name = archive.file_names().flatten().find(|name| same(name)).map(Cow::into_owned);
    let name = name.ok_or_else(|| damaged(wanted))?;
    let mut content = Vec::new();
    let entry = archive.by_name(&name).map_err(|error| problem(&error, wanted))?;
    entry.take(MAX_UNPACKED + 1).read_to_end(&mut content).map_err(|_| damaged(wanted))?;
    if u64::try_from(content.len()).unwrap_or(u64::MAX) > MAX_UNPACKED {
        return Err(ReadError::UnpacksTooLarge { limit: MAX_UNPACKED });
    }
    Ok(content)
}

/// Makes sure that all parts of a workbook together unpack to no more than the limit, and that none claims
/// to hold more than it does: its reader makes room for what is claimed, and where there is none the whole
/// process ends.
pub(super) fn measure(bytes: &[u8]) -> Result<(), ReadError> {
    let mut archive = open(bytes)?;
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|error| problem(&error, words::ARCHIVE))?;
        let name = entry.name().map_err(|error| problem(&error, words::ARCHIVE))?.to_ascii_lowercase();
        // A part may be called anything: which ones are read, the package itself says.
        let mut claim = Claim::default();
        std::io::copy(&mut entry.take(left + 1), &mut claim).map_err(|_| damaged(&shown(&name)))?;
        if claim.is_absurd() {
            return Err(damaged(&shown(&name)));
        }
        left = left.checked_sub(claim.bytes()).ok_or(ReadError::UnpacksTooLarge { limit: MAX_UNPACKED })?;
    }
    Ok(())
}

/// The name of a part as it may be shown: it is anybody's.
fn shown(name: &str) -> String {
    crate::text::clean_line(name).chars().take(60).collect()
}

fn problem(error: &ZipError, part: &str) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(what) if *what == ZipError::PASSWORD_REQUIRED => ReadError::Encrypted,
        _ => damaged(part),
    }
}
