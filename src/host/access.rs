//! The file of looks: one a month under `data/access`, appended to and never read while working.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::folder;
use super::{Home, HostError};
use crate::office::Access;

/// Where looks are noted.
#[derive(Debug)]
pub(super) struct AccessLog {
    folder: PathBuf,
    writing: Mutex<()>,
}

impl AccessLog {
    pub(super) const fn in_folder(folder: PathBuf) -> Self {
        Self { folder, writing: Mutex::new(()) }
    }

    /// Notes a look. A file that cannot be written stops nobody from working.
    pub(super) fn note(&self, access: Access) {
        let month = jiff::Timestamp::from_millisecond(access.at).map(|at| at.strftime("%Y-%m").to_string());
        let Ok(month) = month else { return };
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.folder.join(format!("{month}.log"));
        let file = OpenOptions::new().create(true).append(true).mode(0o600).open(path);
        let _ = file.and_then(|mut file| writeln!(file, "{}", access.line()));
    }
}

impl Home {
    /// Everything that was looked at, in the order in which it was.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn looks(&self) -> Result<Vec<Access>, HostError> {
        let folder = self.access_folder();
        let mut files: Vec<PathBuf> = match fs::read_dir(&folder) {
            Ok(entries) => entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            Err(source) => return Err(folder::at(&folder, source)),
        };
        files.retain(|file| file.extension().is_some_and(|extension| extension == "log"));
        files.sort();
        let mut looks = Vec::new();
        for file in &files {
            looks.extend(read(file)?);
        }
        Ok(looks)
    }
}

fn read(file: &Path) -> Result<Vec<Access>, HostError> {
    let text = fs::read(file).map_err(|source| folder::at(file, source))?;
    Ok(String::from_utf8_lossy(&text).lines().filter_map(Access::parse).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::Looked;
    use crate::request::{ClerkId, RequestId};

    #[test]
    fn looks_are_kept_by_month_and_read_in_their_order() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        fs::create_dir_all(home.access_folder()).unwrap();
        let log = AccessLog::in_folder(home.access_folder());
        let look = |at| Access { at, who: ClerkId(1), what: Looked::Case, request: RequestId(3) };
        let all = [look(1_792_900_000_000), look(1_792_900_000_001), look(1_796_500_000_000)];
        for access in all {
            log.note(access);
        }
        // What a power cut left of a line is passed over.
        let last =
            fs::read_dir(home.access_folder()).unwrap().map(|file| file.unwrap().path()).max().unwrap();
        OpenOptions::new().append(true).open(last).unwrap().write_all(b"179\t1\tca").unwrap();
        assert_eq!(home.looks().unwrap(), all);
        assert_eq!(fs::read_dir(home.access_folder()).unwrap().count(), 2);
    }
}
