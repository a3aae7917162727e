//! Backups of a home: one by hand, or one of the rotation with the superfluous ones taken away.

use std::path::{Path, PathBuf};

use super::{Home, HostError, folder};
use crate::backup::{self, BackupError, KEPT, Kept, Made, Making, Passphrase, superfluous};
use crate::desk::Desk;

/// What a turn of the rotation did.
#[derive(Debug)]
pub struct Rotation {
    /// The new backup.
    pub made: Made,
    /// Those that were taken away.
    pub removed: Vec<PathBuf>,
    /// How many of the rotation there are now.
    pub kept: usize,
    /// Files with such a name that cannot be read as a backup of this office; they were left alone.
    pub doubtful: Vec<PathBuf>,
}

impl Home {
    /// Makes a backup of this home, whose open desk is `desk`, as the new file or in the folder `to`.
    /// Others may go on working meanwhile.
    ///
    /// # Errors
    /// A damaged journal, a file of that name, or the file system; then there is no new file.
    pub fn back_up(
        &self,
        desk: &Desk,
        to: &Path,
        passphrase: Option<&Passphrase>,
    ) -> Result<Made, HostError> {
        self.made(desk, to, passphrase, false)
    }

    /// Makes a backup in the home's own folder for them and takes away those of the rotation that are
    /// needed no longer. For the host, once a day.
    ///
    /// # Errors
    /// As [`Home::back_up`]; then nothing is taken away.
    pub fn rotate_backups(
        &self,
        desk: &Desk,
        passphrase: Option<&Passphrase>,
    ) -> Result<Rotation, HostError> {
        let folder = self.backups();
        folder::make(&folder, 0o700)?;
        let made = self.made(desk, &folder, passphrase, true)?;
        let Kept { rotated, doubtful } = Kept::in_folder(&folder, &desk.keys().office())?;
        let mut removed = Vec::new();
        for old in superfluous(&rotated, KEPT).into_iter().filter(|old| old.path != made.path) {
            std::fs::remove_file(&old.path).map_err(|source| folder::at(&old.path, source))?;
            removed.push(old.path.clone());
        }
        folder::sync(&folder)?;
        let kept = rotated.len().saturating_sub(removed.len());
        Ok(Rotation { made, removed, kept, doubtful })
    }

    fn made(
        &self,
        desk: &Desk,
        to: &Path,
        passphrase: Option<&Passphrase>,
        rotating: bool,
    ) -> Result<Made, HostError> {
        let (office, keys, reader) = (desk.office(), desk.keys(), desk.reader());
        let making = Making {
            reader: reader.as_ref(),
            keys: &keys,
            data: &self.data(),
            office: office.name(),
            practice: office.practice,
            made_at: desk.now(),
            made_on: desk.today(),
            rotating,
            passphrase,
        };
        backup::make(&making, to).map_err(|error: BackupError| error.into())
    }
}
