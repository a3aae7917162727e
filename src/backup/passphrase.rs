//! The office key wrapped by a passphrase, and where a key comes from when a backup is read.
//!
//! argon2id (RFC 9106) with the parameters of its second recommendation (§4: 64 MiB, 3 passes, 4 lanes)
//! makes an SM4 key of the passphrase; that seals the text of the key file. Who wants to try passphrases
//! needs that much memory and time for each.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::BackupError;
use super::error::at;
use crate::journal::{Keyring, OfficeKey, PrivateBlob, PrivateError, to_hex};

const KDF: &str = "argon2id";
/// KiB of memory, passes, lanes of a new wrapping.
const COST: (u32, u32, u32) = (64 * 1024, 3, 4);
/// A backup that asks for more is not one of ours, and would only bind the machine.
const MOST: (u32, u32, u32) = (1024 * 1024, 16, 16);
/// Fewer characters are guessed too soon.
const SHORTEST: usize = 8;
/// A file of a passphrase is no longer, in bytes.
const LONGEST: u64 = 4096;

/// What a clerk knows or keeps in a safe. Never printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Vec<u8>);

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

impl Passphrase {
    /// The passphrase in a file, without the end of its line. A file that others may read is refused.
    ///
    /// # Errors
    /// The file, or it is open to others.
    pub fn read_file(path: &Path) -> Result<Self, BackupError> {
        let file = File::open(path).map_err(at(path))?;
        let mode = file.metadata().map_err(at(path))?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(BackupError::PassphraseTooOpen { path: path.to_path_buf(), mode });
        }
        let mut bytes = Vec::new();
        file.take(LONGEST).read_to_end(&mut bytes).map_err(at(path))?;
        while bytes.pop_if(|last| matches!(last, b'\n' | b'\r')).is_some() {}
        Ok(Self(bytes))
    }

    /// This text.
    pub fn of(text: &str) -> Self {
        Self(text.as_bytes().to_vec())
    }
}

/// Where the key to a backup comes from.
#[derive(Debug, Clone)]
pub enum KeySource {
    /// A key file (`office.key`), kept apart from the backup, with its passphrase if it has one.
    File(PathBuf, Option<Passphrase>),
    /// The backup itself, with the passphrase it was made with.
    Passphrase(Passphrase),
}

/// The key in a backup. Bytes are in Base64, memory in KiB.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct WrappedKey {
    kdf: String,
    memory: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    nonce: String,
    sealed: String,
}

impl WrappedKey {
    /// What a wrapping in a backup is bound to.
    pub(super) const OF_A_BACKUP: &[u8] = b"gongkai backup key 1";
    /// What the wrapping of a key file is bound to: neither is taken for the other.
    pub(super) const OF_A_KEY_FILE: &[u8] = b"gongkai key file 1";

    /// Wraps the keys of the office.
    pub(super) fn wrap(
        keys: &Keyring,
        passphrase: &Passphrase,
        bound_to: &[u8],
    ) -> Result<Self, BackupError> {
        if String::from_utf8_lossy(&passphrase.0).chars().count() < SHORTEST {
            return Err(BackupError::WeakPassphrase);
        }
        let mut salt = [0; 16];
        getrandom::fill(&mut salt).map_err(|_| PrivateError::NoRandom)?;
        let wrapping = derived(passphrase, &salt, COST)?;
        let blob = Keyring::of(wrapping).seal(bound_to, keys.to_text().as_bytes())?;
        let (memory, passes, lanes) = COST;
        Ok(Self {
            kdf: KDF.to_owned(),
            memory,
            passes,
            lanes,
            salt: STANDARD.encode(salt),
            nonce: STANDARD.encode(blob.nonce),
            sealed: STANDARD.encode(blob.sealed),
        })
    }

    /// The keys, if the passphrase is the one they were wrapped with.
    pub(super) fn unwrap(&self, passphrase: &Passphrase, bound_to: &[u8]) -> Result<Keyring, BackupError> {
        let cost = (self.memory, self.passes, self.lanes);
        if self.kdf != KDF || cost.0 > MOST.0 || cost.1 > MOST.1 || cost.2 > MOST.2 {
            return Err(BackupError::ManifestDamaged);
        }
        let decoded = |text: &str| STANDARD.decode(text).map_err(|_| BackupError::ManifestDamaged);
        let nonce = decoded(&self.nonce)?.try_into().map_err(|_| BackupError::ManifestDamaged)?;
        let wrapping = derived(passphrase, &decoded(&self.salt)?, cost)?;
        // A new keyring's only key has number 1.
        let blob = PrivateBlob { key_id: 1, nonce, sealed: decoded(&self.sealed)? };
        let text = Keyring::of(wrapping).open(bound_to, &blob).map_err(|_| BackupError::WrongPassphrase)?;
        let text = String::from_utf8(text).map_err(|_| BackupError::ManifestDamaged)?;
        Ok(Keyring::from_text(&text)?)
    }
}

fn derived(passphrase: &Passphrase, salt: &[u8], cost: (u32, u32, u32)) -> Result<OfficeKey, BackupError> {
    let mut key = [0; 16];
    let params = Params::new(cost.0, cost.1, cost.2, Some(key.len()));
    let params = params.map_err(|_| BackupError::ManifestDamaged)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(&passphrase.0, salt, &mut key)
        .map_err(|_| BackupError::ManifestDamaged)?;
    Ok(OfficeKey::from_hex(&to_hex(&key))?)
}

#[cfg(test)]
mod tests {
    use std::fs::{self, Permissions};

    use super::*;

    #[test]
    fn the_keys_come_back_with_the_passphrase_and_with_no_other() {
        let mut keys = Keyring::of(OfficeKey::generate().unwrap());
        keys.rotate(OfficeKey::generate().unwrap());
        let wrapped =
            WrappedKey::wrap(&keys, &Passphrase::of("北关区二〇二六年密语"), WrappedKey::OF_A_BACKUP)
                .unwrap();
        assert_eq!(
            wrapped.unwrap(&Passphrase::of("北关区二〇二六年密语"), WrappedKey::OF_A_BACKUP).unwrap(),
            keys
        );
        let other = wrapped.unwrap(&Passphrase::of("北关区二〇二五年密语"), WrappedKey::OF_A_BACKUP);
        assert!(matches!(other, Err(BackupError::WrongPassphrase)));
        let told = serde_json::to_string(&wrapped).unwrap();
        assert!(!told.contains("gongkai keys") && !told.contains(&keys.to_text()), "{told}");
    }

    #[test]
    fn a_short_passphrase_is_refused() {
        let keys = Keyring::of(OfficeKey::generate().unwrap());
        for short in ["", "1234567", "二〇二六年密"] {
            let wrapped = WrappedKey::wrap(&keys, &Passphrase::of(short), WrappedKey::OF_A_BACKUP);
            assert!(matches!(wrapped, Err(BackupError::WeakPassphrase)), "{short}");
        }
    }

    #[test]
    fn a_backup_cannot_ask_for_more_memory_than_is_reasonable() {
        let wrapped = WrappedKey {
            kdf: KDF.to_owned(),
            memory: u32::MAX,
            passes: 3,
            lanes: 4,
            salt: STANDARD.encode([0; 16]),
            nonce: STANDARD.encode([0; 12]),
            sealed: String::new(),
        };
        let passphrase = Passphrase::of("whatever it is");
        for forged in [
            wrapped.clone(),
            WrappedKey { memory: 8, passes: u32::MAX, ..wrapped.clone() },
            WrappedKey { memory: 0, passes: 0, lanes: 0, ..wrapped.clone() },
            WrappedKey { kdf: "none".to_owned(), memory: 64, ..wrapped.clone() },
            WrappedKey { memory: 64, nonce: "?".to_owned(), ..wrapped },
        ] {
            assert!(
                matches!(
                    forged.unwrap(&passphrase, WrappedKey::OF_A_BACKUP),
                    Err(BackupError::ManifestDamaged)
                ),
                "{forged:?}"
            );
        }
    }

    #[test]
    fn a_passphrase_that_others_may_read_is_refused_and_the_end_of_its_line_is_not_part_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("passphrase");
        fs::write(&path, "correct horse\r\n").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        let read = Passphrase::read_file(&path);
        assert!(matches!(read, Err(BackupError::PassphraseTooOpen { mode: 0o644, .. })));
        fs::set_permissions(&path, Permissions::from_mode(0o400)).unwrap();
        assert_eq!(Passphrase::read_file(&path).unwrap(), Passphrase::of("correct horse"));
        assert_eq!(format!("{:?}", Passphrase::of("correct horse")), "Passphrase(..)");
    }
}
