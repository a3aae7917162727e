//! The manifest: what a backup says of itself, and the seal over that.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::BackupError;
use super::names;
use super::passphrase::WrappedKey;
use super::summing::sm3_of;
use crate::journal::{Head, Keyring, PrivateBlob, Seal, Seq};

/// The name of the manifest in the zip.
pub(super) const MANIFEST: &str = "manifest.json";
/// The name of its seal.
pub(super) const SEAL: &str = "seal.json";
/// The format that is written: 2 has the key store. One without any is read as ever.
const FORMAT: u32 = 2;
/// The first format.
const FIRST: u32 = 1;

/// What a backup says of itself, in its layout on disk. Times are UTC milliseconds since 1970, sizes bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    format: u32,
    program: String,
    /// Random; binds the sealed files to this backup.
    pub(super) id: String,
    office: String,
    practice: bool,
    made_at: i64,
    made_on: String,
    rotating: bool,
    head_seq: u64,
    head_seal: String,
    pub(super) files: Vec<Member>,
    pub(super) key: Option<WrappedKey>,
}

/// What every manifest has.
#[derive(Deserialize)]
struct Beginning {
    format: u32,
}

/// One file of the home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Member {
    pub(super) path: String,
    /// Of the member of the zip, unpacked but not yet opened.
    pub(super) size: u64,
    pub(super) sm3: String,
    /// For a file sealed under the office key: its size once opened.
    pub(super) opened: Option<u64>,
}

impl Member {
    /// Its size in the home.
    pub(super) fn in_the_home(&self) -> u64 {
        self.opened.unwrap_or(self.size)
    }
}

/// What a new manifest says; files come later.
pub(super) struct Said<'a> {
    pub(super) office: &'a str,
    pub(super) practice: bool,
    pub(super) made_at: i64,
    pub(super) made_on: jiff::civil::Date,
    pub(super) rotating: bool,
    pub(super) head: Head,
    pub(super) key: Option<WrappedKey>,
}

impl Manifest {
    pub(super) fn new(said: Said<'_>, id: String) -> Self {
        Self {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            id,
            office: said.office.to_owned(),
            practice: said.practice,
            made_at: said.made_at,
            made_on: said.made_on.to_string(),
            rotating: said.rotating,
            head_seq: said.head.seq.0,
            head_seal: said.head.seal.to_string(),
            files: Vec::new(),
            key: said.key,
        }
    }

    /// The name of the organ the office was founded for.
    pub fn office(&self) -> &str {
        &self.office
    }

    /// Whether it is an office for practice.
    pub fn is_practice(&self) -> bool {
        self.practice
    }

    /// The version of the program that made it.
    pub fn program(&self) -> &str {
        &self.program
    }

    /// When it was made: UTC milliseconds since 1970.
    pub fn made_at(&self) -> i64 {
        self.made_at
    }

    /// The civil day on which it was made.
    pub fn made_on(&self) -> &str {
        &self.made_on
    }

    /// Whether the rotation made it, and so may remove it.
    pub fn is_rotating(&self) -> bool {
        self.rotating
    }

    /// Whether the office key is in it, wrapped by a passphrase.
    pub fn holds_the_key(&self) -> bool {
        self.key.is_some()
    }

    /// Where the journal stood.
    ///
    /// # Errors
    /// The seal is none: the manifest was not written by this program.
    pub fn head(&self) -> Result<Head, BackupError> {
        let seal: Seal = self.head_seal.parse().map_err(|_| BackupError::ManifestDamaged)?;
        Ok(Head { seq: Seq(self.head_seq), seal })
    }

    /// Bytes that its files have in a home, together.
    pub fn unpacked(&self) -> u64 {
        self.files.iter().fold(0, |sum, file| sum.saturating_add(file.in_the_home()))
    }

    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, BackupError> {
        serde_json::to_vec_pretty(self).map_err(|_| BackupError::ManifestDamaged)
    }

    /// Reads a manifest; one that names a file no home has is refused.
    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, BackupError> {
        // The rest is passed over unread: a tree of all of it takes many times its room.
        let Beginning { format } = serde_json::from_slice(bytes).map_err(|_| BackupError::ManifestDamaged)?;
        match format {
            FIRST..=FORMAT => {}
            format if format > FORMAT => return Err(BackupError::NeedsNewerProgram { format }),
            _ => return Err(BackupError::ManifestDamaged),
        }
        let manifest: Self = serde_json::from_slice(bytes).map_err(|_| BackupError::ManifestDamaged)?;
        manifest.head()?;
        let mut known = BTreeSet::new();
        for file in &manifest.files {
            if !names::is_of_a_home(&file.path) {
                return Err(BackupError::BadName(file.path.clone()));
            }
            let is_journal = file.path.starts_with(super::JOURNAL);
            if !known.insert(&file.path) || is_journal != file.opened.is_none() {
                return Err(BackupError::ManifestDamaged);
            }
        }
        Ok(manifest)
    }
}

/// The seal over the manifest.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ManifestSeal {
    /// SM3 of the manifest's bytes: whether they are whole.
    manifest_sm3: String,
    key_id: u32,
    nonce: String,
    /// SM4-GCM tag over the manifest's bytes: whether the office's key made it.
    tag: String,
}

impl ManifestSeal {
    pub(super) fn of(manifest: &[u8], keys: &Keyring) -> Result<Self, BackupError> {
        let PrivateBlob { key_id, nonce, sealed } = keys.seal(manifest, &[])?;
        let (nonce, tag) = (STANDARD.encode(nonce), STANDARD.encode(sealed));
        Ok(Self { manifest_sm3: sm3_of(manifest), key_id, nonce, tag })
    }

    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, BackupError> {
        serde_json::to_vec_pretty(self).map_err(|_| BackupError::ManifestDamaged)
    }

    /// Reads a seal, and makes sure that the manifest is the one it was made over.
    pub(super) fn from_bytes(bytes: &[u8], manifest: &[u8]) -> Result<Self, BackupError> {
        let seal: Self = serde_json::from_slice(bytes).map_err(|_| BackupError::ManifestDamaged)?;
        if seal.manifest_sm3 == sm3_of(manifest) { Ok(seal) } else { Err(BackupError::ManifestDamaged) }
    }

    /// Whether these keys made it. Whoever rewrites the checksum has still no tag.
    pub(super) fn opens(&self, manifest: &[u8], keys: &Keyring) -> Result<(), BackupError> {
        let decoded = |text: &str| STANDARD.decode(text).map_err(|_| BackupError::ManifestDamaged);
        let nonce = decoded(&self.nonce)?.try_into().map_err(|_| BackupError::ManifestDamaged)?;
        let blob = PrivateBlob { key_id: self.key_id, nonce, sealed: decoded(&self.tag)? };
        keys.open(manifest, &blob).map(|_| ()).map_err(|_| BackupError::WrongKey)
    }
}
