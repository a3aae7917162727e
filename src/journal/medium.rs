//! The little that the journal needs of a file system, so that a disk which loses what was not synced can
//! stand in for it in tests.

use std::{
    fs::{File, OpenOptions},
    io,
    os::unix::fs::{FileExt, OpenOptionsExt},
    path::PathBuf,
    sync::Arc,
};

/// One directory of files.
///
/// Promise: what a file held at its last successful sync survives a loss of power, if the directory was
/// synced after the file was created. Whatever was written later may survive in any part and any order, in
/// whole sectors of 512 bytes.
pub trait Medium: Send + Sync {
    /// Names of the files there are.
    fn list(&self) -> io::Result<Vec<String>>;
    /// Opens a file that is there, for reading and, where the system allows, writing.
    fn open(&self, name: &str) -> io::Result<Arc<dyn SegmentFile>>;
    /// Opens a file for reading and writing; makes an empty one if there is none.
    fn open_or_create(&self, name: &str) -> io::Result<Arc<dyn SegmentFile>>;
    /// Makes the creation of files lasting.
    fn sync_dir(&self) -> io::Result<()>;
}

/// One file. Reading and writing at a place moves no cursor, so one handle serves many threads.
pub trait SegmentFile: Send + Sync {
    /// Its length in bytes.
    fn length(&self) -> io::Result<u64>;
    /// Fills `buffer` from `offset` on; answers how many bytes there were before the end of the file.
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;
    /// Writes all of `bytes` at `offset`.
    fn write_at(&self, offset: u64, bytes: &[u8]) -> io::Result<()>;
    /// Makes the bytes lasting (and the length, where reading them needs it).
    fn sync_data(&self) -> io::Result<()>;
    /// Makes everything about the file lasting.
    fn sync_all(&self) -> io::Result<()>;
}

/// A directory of the real file system.
#[derive(Debug, Clone)]
pub struct Directory(PathBuf);

impl Directory {
    /// The directory at `path`, which must exist when it is used.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }
}

impl Medium for Directory {
    fn list(&self) -> io::Result<Vec<String>> {
        // A name that is not text is not one of ours.
        let names = self.0.read_dir()?.map(|entry| Ok(entry?.file_name().into_string().ok()));
        names.filter_map(Result::transpose).collect()
    }

    fn open(&self, name: &str) -> io::Result<Arc<dyn SegmentFile>> {
        let path = self.0.join(name);
        let file = match OpenOptions::new().read(true).write(true).open(&path) {
            // A copy on read-only storage can still be verified.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
                ) =>
            {
                File::open(&path)?
            }
            other => other?,
        };
        Ok(Arc::new(file))
    }

    fn open_or_create(&self, name: &str) -> io::Result<Arc<dyn SegmentFile>> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false).mode(0o600);
        Ok(Arc::new(options.open(self.0.join(name))?))
    }

    fn sync_dir(&self) -> io::Result<()> {
        File::open(&self.0)?.sync_all()
    }
}

impl SegmentFile for File {
    fn length(&self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            // A buffer in memory is far shorter than u64 counts.
            let at = offset.saturating_add(u64::try_from(filled).unwrap_or(u64::MAX));
            match FileExt::read_at(self, rest, at) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(filled)
    }

    fn write_at(&self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.write_all_at(bytes, offset)
    }

    fn sync_data(&self) -> io::Result<()> {
        File::sync_data(self)
    }

    fn sync_all(&self) -> io::Result<()> {
        File::sync_all(self)
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::super::{FileJournal, Journal, JournalError, Seq, samples::entries};

    #[test]
    fn a_journal_on_the_real_disk_is_private_and_is_there_again_when_opened_later() {
        let directory = tempfile::tempdir().unwrap();
        let mut journal = FileJournal::create_at(directory.path()).unwrap();
        let head = journal.append(Seq(0), entries(1, &[100, 2000, 30])).unwrap().head;
        drop(journal);
        let file = directory.path().join("000001.journal");
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(file.metadata().unwrap().len(), 1 << 20);
        assert!(matches!(FileJournal::create_at(directory.path()), Err(JournalError::AlreadyThere)));
        let opened = FileJournal::open_at(directory.path(), Some(head)).unwrap();
        assert_eq!((opened.journal.head(), opened.torn), (head, None));
        let read: Vec<_> = opened.journal.read_from(Seq(1)).map(|read| read.unwrap().entry).collect();
        assert_eq!(read, entries(1, &[100, 2000, 30]));
    }
}
