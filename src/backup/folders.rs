//! The files of a folder, for copying.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::BackupError;
use super::error::at;
use super::names;

/// What was found in the folders of a home.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Path in the backup, and where it lies.
    pub(super) files: Vec<(String, PathBuf)>,
    /// What no home has: links, sockets, names that are not text.
    pub(super) left_out: Vec<PathBuf>,
}

impl Found {
    /// Adds what lies below `folder`, which is called `name` in the backup and need not be there.
    pub(super) fn below(&mut self, folder: &Path, name: &str) -> Result<(), BackupError> {
        let entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries.map_err(at(folder))?,
        };
        let mut paths: Vec<PathBuf> = Vec::new();
        for entry in entries {
            paths.push(entry.map_err(at(folder))?.path());
        }
        paths.sort();
        for path in paths {
            // Links are not followed: they may lead anywhere.
            let kind = match path.symlink_metadata() {
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                metadata => metadata.map_err(at(&path))?.file_type(),
            };
            let own = path.file_name().and_then(|own| own.to_str());
            let own = own.map(|own| format!("{name}/{own}"));
            match own.filter(|own| kind.is_dir() || names::is_of_a_home(own)) {
                Some(own) if kind.is_dir() => self.below(&path, &own)?,
                Some(own) if kind.is_file() => self.files.push((own, path)),
                _ => self.left_out.push(path),
            }
        }
        Ok(())
    }
}
