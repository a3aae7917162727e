//! A data folder that appears under its name whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::home::FOLDERS;
use super::{Home, HostError, folder};

/// A home in the making, beside the one it is to become; thrown away unless it is finished.
pub(super) struct Fresh<'a> {
    of: &'a Home,
    folder: TempDir,
    /// What of the home was not there before, the innermost first.
    made: Vec<PathBuf>,
    is_finished: bool,
}

impl<'a> Fresh<'a> {
    /// Begins one for `home`, which must hold nothing yet.
    ///
    /// # Errors
    /// There is an office, or something else, or the file system.
    pub(super) fn begin(home: &'a Home) -> Result<Self, HostError> {
        refuse_what_is_there(home)?;
        let root = home.root();
        let run = root.join("run");
        let made = [run.clone(), root.to_path_buf()].into_iter().filter(|path| !path.exists()).collect();
        folder::make(root, 0o750)?;
        folder::make(&run, 0o2750)?;
        let aside = tempfile::Builder::new().prefix(".making-").tempdir_in(root);
        let folder = aside.map_err(|source| folder::at(root, source))?;
        let fresh = Self { of: home, folder, made, is_finished: false };
        let data = fresh.home().data();
        folder::make(&data, 0o700)?;
        folder::check_private(&data)?;
        Ok(fresh)
    }

    /// The home in the making.
    pub(super) fn home(&self) -> Home {
        Home::at(self.folder.path())
    }

    /// Makes the folders that are not there yet.
    pub(super) fn complete(&self) -> Result<(), HostError> {
        FOLDERS.iter().try_for_each(|name| folder::make(&self.home().data().join(name), 0o700))
    }

    /// Gives it its name; from then on the office is there.
    pub(super) fn finish(mut self) -> Result<(), HostError> {
        refuse_what_is_there(self.of)?;
        let (from, to) = (self.home().data(), self.of.data());
        folder::sync(&from)?;
        // An empty folder gives way; one that has come to hold something does not.
        fs::rename(&from, &to).map_err(|source| folder::at(&to, source))?;
        self.is_finished = true;
        folder::sync(&to)?;
        folder::sync(self.of.root())?;
        if let Some(above) = self.of.root().parent() {
            // It may be closed to this account; then it was there before.
            let _ = folder::sync(above);
        }
        Ok(())
    }
}

impl Drop for Fresh<'_> {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.folder.path());
        if !self.is_finished {
            for path in &self.made {
                // One that somebody has put something into stays.
                let _ = fs::remove_dir(path);
            }
        }
    }
}

fn refuse_what_is_there(home: &Home) -> Result<(), HostError> {
    if home.has_office() {
        return Err(HostError::OfficeExists(home.root().to_path_buf()));
    }
    if is_empty(&home.data()) { Ok(()) } else { Err(HostError::NotEmpty(home.data())) }
}

/// Whether there is nothing at `path`, or an empty folder.
fn is_empty(path: &Path) -> bool {
    match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => path.symlink_metadata().is_err(),
    }
}
