//! The files that a user names. Where a subcommand runs is one thing, whose files they are another: behind
//! [`Files`] may be the file system or, where the host runs it, the client.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use super::failure::Failure;
use crate::host::Hands;
use crate::words::cli as words;

/// The most bytes of a file that is read whole: as many as go across to a host.
const LARGEST: u64 = 64 << 20;
/// The most bytes of a file of preferences.
const LARGEST_PREFERENCES: u64 = 256 << 10;

/// Files with the rights of whoever called.
pub(super) trait Files {
    /// The bytes of a file.
    fn read(&mut self, path: &Path) -> Result<Vec<u8>, Failure>;

    /// Everything on standard input.
    fn stdin(&mut self) -> Result<Vec<u8>, Failure>;

    /// Writes a file whole or not at all, over one that is there.
    fn replace(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Failure>;
}

/// The files of this process.
pub(super) struct OwnFiles;

impl Files for OwnFiles {
    fn read(&mut self, path: &Path) -> Result<Vec<u8>, Failure> {
        read_file(path)
    }

    fn stdin(&mut self) -> Result<Vec<u8>, Failure> {
        let refused = |why: String| Failure::Refused(words::cannot_read(Path::new("-"), &why));
        bounded(std::io::stdin().lock(), LARGEST).map_err(refused)
    }

    fn replace(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        write(path, bytes)
    }
}

impl Hands for OwnFiles {
    fn read(&mut self, path: Option<&Path>) -> Result<Vec<u8>, String> {
        let read = path.map_or_else(|| self.stdin(), read_file);
        read.map_err(|failure| failure.words())
    }

    fn write(&mut self, path: &Path, bytes: &[u8], new: bool) -> Result<String, String> {
        if new {
            return write_new(path, bytes);
        }
        write(path, bytes).map(|()| String::new()).map_err(|failure| failure.words())
    }

    fn remember(&mut self, key: &str, value: &str) -> Result<(), String> {
        super::preferences::remember(key, value)
    }
}

/// The bytes of a file that a user named.
pub(super) fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    let file = fs::File::open(path).map_err(|error| words::io(&error));
    let bytes = file.and_then(|file| bounded(file, LARGEST));
    bytes.map_err(|why| Failure::Refused(words::cannot_read(path, &why)))
}

/// The text of a file of preferences; `None` where there is none.
///
/// # Errors
/// Why it cannot be read, in words.
pub(super) fn preferences(path: &Path) -> Result<Option<String>, String> {
    let file = match fs::File::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        file => file.map_err(|error| words::io(&error))?,
    };
    let bytes = bounded(file, LARGEST_PREFERENCES)?;
    String::from_utf8(bytes).map(Some).map_err(|_| words::NOT_UTF8_FILE.to_owned())
}

/// All that comes, if it is no more than so many bytes; a device or a pipe has no length to ask for.
fn bounded(from: impl Read, most: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    from.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| words::io(&error))?;
    let is_within = u64::try_from(bytes.len()).is_ok_and(|length| length <= most);
    if is_within { Ok(bytes) } else { Err(words::file_too_large(most)) }
}

/// Writes a file under a name that is free, whole or not at all; gives its whole path, or says why not.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<String, String> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => words::file_exists(path),
        _ => words::cannot_write_new(path, &words::io(&error)),
    };
    let mut file = fs::File::create_new(path).map_err(failed)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // The first error is the one worth telling.
        let _ = fs::remove_file(path);
    }
    written.map_err(failed)?;
    let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    Ok(whole.display().to_string())
}

/// Writes a file whole or not at all: beside its place first, then under its name.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Refused(words::cannot_write_file(path, &words::io(&error)));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let written = fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    });
    if written.is_err() && beside.exists() {
        // The first error is the one worth telling.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(failed)
}

#[cfg(test)]
mod tests {
    use std::io::repeat;

    use super::*;

    #[test]
    fn what_has_no_end_is_read_up_to_the_limit_and_refused_with_what_to_do() {
        assert_eq!(bounded(&b"1234"[..], 4), Ok(b"1234".to_vec()));
        let refused = bounded(repeat(b'x'), 2 << 20).unwrap_err();
        assert!(refused.contains("2 MiB") && refused.contains("请拆分"), "{refused}");
    }

    #[test]
    fn a_file_of_preferences_has_a_limit_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        assert_eq!(preferences(&path), Ok(None));
        fs::write(&path, "#".repeat(256 << 10)).unwrap();
        assert!(preferences(&path).unwrap().is_some());
        fs::write(&path, "#".repeat((256 << 10) + 1)).unwrap();
        let refused = preferences(&path).unwrap_err();
        assert!(refused.contains("256 KiB") && refused.contains("请"), "{refused}");
    }
}
