//! Where the register stands on disk.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use crate::desk::RegisterStore;
use crate::journal::{JournalReader, Keys};
use crate::register::{self, Opening, Progress, Register, RegisterError};

/// The register's folder, and the one beside it in which a second can be derived.
pub(super) struct Shelf {
    pub(super) folder: PathBuf,
}

impl Shelf {
    fn beside(&self) -> PathBuf {
        self.folder.with_extension("new")
    }
}

impl RegisterStore for Shelf {
    fn open(&self, keys: &Arc<Keys>) -> Result<Opening, RegisterError> {
        register::open(&self.folder, keys)
    }

    fn rebuild(
        &self,
        journal: &dyn JournalReader,
        keys: &Arc<Keys>,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Register, RegisterError> {
        register::rebuild(&self.folder, journal, keys, progress)
    }

    fn derive_beside(
        &self,
        journal: &dyn JournalReader,
        keys: &Arc<Keys>,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Register, RegisterError> {
        let beside = self.beside();
        if beside.exists() {
            fs::remove_dir_all(&beside)?;
        }
        register::rebuild(&beside, journal, keys, progress).inspect_err(|_| {
            // What is left of it is in nobody's way.
            let _ = fs::remove_dir_all(&beside);
        })
    }

    fn replace_by_beside(&self) -> Result<(), RegisterError> {
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder)?;
        }
        fs::rename(self.beside(), &self.folder)?;
        Ok(())
    }
}
