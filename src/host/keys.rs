//! Where the office key comes from, and what is done with it: read, rotated, protected.

use std::fs::{self, File};
use std::io::Read;
use std::path::PathBuf;

use super::{Home, HostError, folder};
use crate::backup::{BackupError, KeyFile, Passphrase};
use crate::desk::Desk;
use crate::journal::{Keyring, Keys, OfficeKey};

/// Where the office key comes from: a credential that the system hands to a service, else the key file of
/// the home; either may be wrapped by a passphrase.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyPlace {
    /// The file of the credential, if the system gave one.
    pub credential: Option<PathBuf>,
    /// A file that holds what it is wrapped by; read only where that is needed.
    pub passphrase_file: Option<PathBuf>,
    /// What it is wrapped by, as somebody typed it.
    pub passphrase: Option<Passphrase>,
}

/// A credential is no longer, in bytes: systemd gives no more.
const LONGEST: u64 = 1 << 20;

impl Home {
    /// The office's keys.
    pub(super) fn office_keys(&self) -> Result<Keyring, HostError> {
        let held = self.held_key()?;
        let passphrase = if held.is_protected() { self.named_passphrase()? } else { None };
        Ok(held.keys(passphrase.as_ref())?)
    }

    /// What the office key is wrapped by, typed or from the file that was named.
    ///
    /// # Errors
    /// The file.
    pub fn named_passphrase(&self) -> Result<Option<Passphrase>, HostError> {
        match (&self.key.passphrase, &self.key.passphrase_file) {
            (Some(passphrase), _) => Ok(Some(passphrase.clone())),
            (None, Some(path)) => Ok(Some(Passphrase::read_file(path)?)),
            (None, None) => Ok(None),
        }
    }

    /// Where the office key comes from.
    pub fn key_place(&self) -> &KeyPlace {
        &self.key
    }

    /// The office's keys, for comparing a backup with them; none if they cannot be read.
    pub fn own_keys(&self) -> Option<Keyring> {
        self.office_keys().ok()
    }

    /// Whether the office key is wrapped by a passphrase that was not given: then one is to be asked for.
    ///
    /// # Errors
    /// The key file.
    pub fn wants_passphrase(&self) -> Result<bool, HostError> {
        let is_named = self.key.passphrase.is_some() || self.key.passphrase_file.is_some();
        Ok(!is_named && self.held_key()?.is_protected())
    }

    fn held_key(&self) -> Result<KeyFile, HostError> {
        let Some(path) = &self.key.credential else {
            return KeyFile::read(&self.key_path()).map_err(|error| match error {
                BackupError::Key(error) => HostError::Key(error),
                other => other.into(),
            });
        };
        // Its rights are the system's business: for a service account they show as a group's.
        let mut text = String::new();
        let file = File::open(path).map_err(|source| folder::at(path, source))?;
        file.take(LONGEST).read_to_string(&mut text).map_err(|source| folder::at(path, source))?;
        Ok(KeyFile::of(&text)?)
    }

    /// All keys, with the key store of this home.
    pub(super) fn keys_with(&self, office: Keyring) -> Result<Keys, HostError> {
        let store = self.data().join("keys");
        if !store.exists() {
            folder::make(&store, 0o700)?;
            // An office of an earlier version: its first key must not be lost with the folder's name.
            folder::sync(&self.data())?;
        }
        Ok(Keys::open_at(&store, office)?)
    }

    /// Makes a new office key, which from now on seals what is new, and wraps the keys of all cases by it.
    /// The old ones stay in the key file: what they sealed directly is opened by nothing else. Cut short
    /// between the key file and the store, the office opens as before, with some keys wrapped by the old one.
    ///
    /// # Errors
    /// A key that comes from a credential cannot be changed here; the key file, or the key store.
    pub fn rotate_key(&self, desk: &Desk) -> Result<usize, HostError> {
        self.own_key_file()?;
        let mut office = Keyring::clone(&desk.keys().office());
        office.rotate(OfficeKey::generate()?);
        let held = self.held_key()?;
        let passphrase = if held.is_protected() { self.named_passphrase()? } else { None };
        KeyFile::replace(&self.key_path(), &office, passphrase.as_ref())?;
        Ok(desk.rewrap_keys(office)?)
    }

    /// Wraps the key file by `passphrase`, whether it was wrapped before or not.
    ///
    /// # Errors
    /// A short passphrase, a key from a credential, or the key file.
    pub fn protect_key(&self, passphrase: &Passphrase) -> Result<(), HostError> {
        self.own_key_file()?;
        Ok(KeyFile::replace(&self.key_path(), &self.office_keys()?, Some(passphrase))?)
    }

    fn own_key_file(&self) -> Result<(), HostError> {
        if self.key.credential.is_some() { Err(HostError::KeyFromCredential) } else { Ok(()) }
    }

    /// Whether a passphrase protects the office key, and whether it comes from a credential.
    ///
    /// # Errors
    /// The key file.
    pub fn key_is(&self) -> Result<(bool, bool), HostError> {
        Ok((self.held_key()?.is_protected(), self.key.credential.is_some()))
    }
}

/// The credential in the folder that the system names, if it is there.
pub fn credential_in(folder: &std::path::Path) -> Option<PathBuf> {
    let path = folder.join("gongkai-office-key");
    fs::metadata(&path).is_ok_and(|found| found.is_file()).then_some(path)
}
