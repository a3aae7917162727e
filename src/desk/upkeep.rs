//! Keeping the register honest: mending, deriving anew, verifying.

use std::sync::{Arc, PoisonError};

use super::{Desk, DeskError};
use crate::journal::{self, Fault, Head};
use crate::register::{Checked, Progress, Register, RegisterError};

/// What deriving anew found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuilt {
    /// Whether the old register held just the same.
    pub equal: bool,
    /// Cases in it.
    pub cases: usize,
}

/// What verifying found.
#[derive(Debug)]
pub struct Verified {
    /// The journal: counts and head, or the first bad entry.
    pub journal: Result<journal::Verified, Fault>,
    /// The register against itself; `None` where the journal is at fault.
    pub register: Option<Checked>,
    /// The register could not be read and was derived anew before it was checked.
    pub mended: bool,
    /// Cases whose personal parts were erased.
    pub erased: usize,
    /// The numbers of cases whose key is missing or damaged.
    pub lost: Vec<String>,
}

impl Desk {
    /// Derives the register anew in the place of a damaged one.
    pub(super) fn mend(&self) -> Result<(), DeskError> {
        let mut slot = self.register.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(damaged) = slot.take() {
            damaged.discard();
        }
        *slot = Some(self.store.rebuild(self.reader.as_ref(), &self.keys, &mut |_| true)?);
        Ok(())
    }

    /// Derives the register anew, says whether the old one held just the same, and puts the new one in its
    /// place.
    ///
    /// # Errors
    /// The journal or the file system, or `progress` stopped it; the old register stays then.
    pub fn rebuild(&self, progress: &mut dyn FnMut(Progress) -> bool) -> Result<Rebuilt, DeskError> {
        let _writer = self.writer()?;
        let fresh = self.store.derive_beside(self.reader.as_ref(), &self.keys, progress)?;
        let mut slot = self.register.write().unwrap_or_else(PoisonError::into_inner);
        let equal = match slot.as_ref() {
            Some(old) => match old.equals(&fresh) {
                Err(error) if !error.is_mended_by_rebuild() => return Err(error.into()),
                answer => answer.unwrap_or(false),
            },
            None => false,
        };
        let cases = usize::try_from(fresh.len()?).unwrap_or(usize::MAX);
        fresh.close()?;
        if let Some(old) = slot.take() {
            old.discard();
        }
        self.store.replace_by_beside()?;
        *slot = Some(self.opened()?);
        Ok(Rebuilt { equal, cases })
    }

    fn opened(&self) -> Result<crate::register::Register, DeskError> {
        match self.store.open(&self.keys)? {
            crate::register::Opening::Usable(register, _) => Ok(*register),
            crate::register::Opening::Unusable(_) => {
                Err(RegisterError::Damaged("the register derived anew does not open").into())
            }
        }
    }

    /// Rereads the journal from its first byte, every checksum and seal, and recounts the register.
    ///
    /// # Errors
    /// The register's store, beyond being damaged.
    pub fn verify(&self, progress: &mut dyn FnMut(journal::Progress)) -> Result<Verified, DeskError> {
        let journal = self.reader.verify(progress);
        if journal.is_err() {
            let (erased, lost) = (0, Vec::new());
            return Ok(Verified { journal, register: None, mended: false, erased, lost });
        }
        // sled may find damage only while it tidies up, after opening has read everything without a fault.
        let (checked, mended) = match self.ask(Register::check) {
            Err(error) if error.is_mended_by_rebuild() => {
                self.mend()?;
                (self.ask(Register::check)?, true)
            }
            checked => (checked?, false),
        };
        let (erased, lost) = self.counted_keys()?;
        Ok(Verified { journal, register: Some(checked), mended, erased, lost })
    }

    /// The seal after an entry, for comparing with one that somebody noted.
    ///
    /// # Errors
    /// The journal does not reach it or cannot be read.
    pub fn head_at(&self, seq: crate::request::Seq) -> Result<Head, DeskError> {
        Ok(Head { seq, seal: self.reader.seal_at(seq)? })
    }

    /// Closes the desk: the register's snapshot is made fresh. A register that cannot be closed well loses
    /// nothing: the next opening finds it out and derives it anew. While there is another handle it stays open.
    pub fn close(self) {
        let Some(shared) = Arc::into_inner(self.shared) else { return };
        let slot = shared.register.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some(register) = slot {
            let _ = register.close();
        }
    }
}
