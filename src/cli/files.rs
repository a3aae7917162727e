//! The files that a user names. Where a subcommand runs is one thing, whose files they are another: behind
//! [`Files`] may be the file system or, where the host runs it, the client.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use super::failure::Failure;
use crate::host::Hands;
use crate::words::cli as words;

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
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        read.map_err(|error| Failure::Refused(words::cannot_read(Path::new("-"), &words::io(&error))))?;
        Ok(bytes)
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
    fs::read(path).map_err(|error| Failure::Refused(words::cannot_read(path, &words::io(&error))))
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
