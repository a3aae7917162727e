//! Where a register comes from: the desk knows no paths.

use crate::journal::{JournalReader, Keys};
use crate::register::{Opening, Progress, Register, RegisterError};

use std::sync::Arc;

/// A place that holds a register, or can have one derived in it.
pub trait RegisterStore: Send + Sync {
    /// Opens what is there.
    ///
    /// # Errors
    /// What deriving anew would not mend.
    fn open(&self, keys: &Arc<Keys>) -> Result<Opening, RegisterError>;

    /// Derives it anew in the place of what is there.
    ///
    /// # Errors
    /// The journal, the place, or cancelled by `progress`.
    fn rebuild(
        &self,
        journal: &dyn JournalReader,
        keys: &Arc<Keys>,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Register, RegisterError>;

    /// Derives a second one beside it, for comparison, and takes it away again when dropped.
    ///
    /// # Errors
    /// As [`RegisterStore::rebuild`].
    fn derive_beside(
        &self,
        journal: &dyn JournalReader,
        keys: &Arc<Keys>,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Register, RegisterError>;

    /// Puts the one derived beside in the place of the other; both are closed.
    ///
    /// # Errors
    /// The file system.
    fn replace_by_beside(&self) -> Result<(), RegisterError>;
}
