//! The file of the office key: plain, or wrapped by a passphrase with the same derivation as in a backup.
//!
//! Plain, it is the text of a keyring. Wrapped, its first line says so, and JSON follows.

use std::path::Path;

use super::passphrase::WrappedKey;
use super::{BackupError, Passphrase};
use crate::journal::{Keyring, create_private, read_private, replace_private};

const FIRST_LINE: &str = "gongkai protected keys 1";

/// A key file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFile(Held);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Held {
    Plain(Keyring),
    Wrapped(WrappedKey),
}

impl KeyFile {
    /// Reads a key file. One that others than its owner may read is refused.
    ///
    /// # Errors
    /// The file, or what is in it.
    pub fn read(path: &Path) -> Result<Self, BackupError> {
        Self::of(&read_private(path)?)
    }

    /// Reads a text as a key file: what a credential holds, whose rights are the system's business.
    ///
    /// # Errors
    /// It is none.
    pub fn of(text: &str) -> Result<Self, BackupError> {
        match text.split_once('\n') {
            Some((first, wrapped)) if first.trim_end() == FIRST_LINE => {
                let wrapped = serde_json::from_str(wrapped).map_err(|_| BackupError::KeyFileDamaged)?;
                Ok(Self(Held::Wrapped(wrapped)))
            }
            _ => Ok(Self(Held::Plain(Keyring::from_text(text)?))),
        }
    }

    /// Whether a passphrase is needed.
    pub fn is_protected(&self) -> bool {
        matches!(self.0, Held::Wrapped(_))
    }

    /// The keys in it; a passphrase that is not needed is not looked at.
    ///
    /// # Errors
    /// No passphrase, or not the right one.
    pub fn keys(&self, passphrase: Option<&Passphrase>) -> Result<Keyring, BackupError> {
        match (&self.0, passphrase) {
            (Held::Plain(keys), _) => Ok(keys.clone()),
            (Held::Wrapped(_), None) => Err(BackupError::NeedsPassphrase),
            (Held::Wrapped(wrapped), Some(passphrase)) => {
                wrapped.unwrap(passphrase, WrappedKey::OF_A_KEY_FILE).map_err(|error| match error {
                    BackupError::ManifestDamaged => BackupError::KeyFileDamaged,
                    other => other,
                })
            }
        }
    }

    /// The text of a key file with these keys, wrapped if there is a passphrase.
    fn text(keys: &Keyring, passphrase: Option<&Passphrase>) -> Result<String, BackupError> {
        let Some(passphrase) = passphrase else { return Ok(keys.to_text()) };
        let wrapped = WrappedKey::wrap(keys, passphrase, WrappedKey::OF_A_KEY_FILE)?;
        let json = serde_json::to_string_pretty(&wrapped).map_err(|_| BackupError::KeyFileDamaged)?;
        Ok(format!("{FIRST_LINE}\n{json}\n"))
    }

    /// Writes a new key file.
    ///
    /// # Errors
    /// One is there, or the file system.
    pub fn create(path: &Path, keys: &Keyring, passphrase: Option<&Passphrase>) -> Result<(), BackupError> {
        Ok(create_private(path, &Self::text(keys, passphrase)?)?)
    }

    /// Puts these keys in the place of a key file, which is there whole, old or new, at every moment.
    ///
    /// # Errors
    /// The file system; then the old one is there.
    pub fn replace(path: &Path, keys: &Keyring, passphrase: Option<&Passphrase>) -> Result<(), BackupError> {
        Ok(replace_private(path, &Self::text(keys, passphrase)?)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::OfficeKey;

    #[test]
    fn a_key_file_is_read_plain_or_with_its_passphrase_and_with_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.key");
        let keys = Keyring::of(OfficeKey::generate().unwrap());
        KeyFile::create(&path, &keys, None).unwrap();
        let plain = KeyFile::read(&path).unwrap();
        assert!(!plain.is_protected() && plain.keys(None).unwrap() == keys);
        let passphrase = Passphrase::of("北关区二〇二六年密语");
        KeyFile::replace(&path, &keys, Some(&passphrase)).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(!text.contains(keys.to_text().lines().last().unwrap()), "{text}");
        let wrapped = KeyFile::read(&path).unwrap();
        assert!(wrapped.is_protected());
        assert_eq!(wrapped.keys(Some(&passphrase)).unwrap(), keys);
        assert!(matches!(wrapped.keys(None), Err(BackupError::NeedsPassphrase)));
        let other = wrapped.keys(Some(&Passphrase::of("北关区二〇二五年密语")));
        assert!(matches!(other, Err(BackupError::WrongPassphrase)));
        assert!(matches!(KeyFile::of(&format!("{FIRST_LINE}\n{{}}")), Err(BackupError::KeyFileDamaged)));
    }
}
