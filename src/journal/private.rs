//! What is personal: SM4-GCM blobs (RFC 8998), the office's own keys, and the file that holds them.
//!
//! Each blob has a random 96-bit nonce, so a key must not seal more than about 2^32 blobs (NIST SP 800-38D
//! §8.3); an office makes some millions in its life.

use std::{
    collections::BTreeMap,
    fmt,
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

use aes_gcm::{
    AesGcm, KeyInit,
    aead::{Aead, Payload, consts::U12},
};

use super::{
    entry::PrivateBlob,
    seal::{hex_array, to_hex},
};
use crate::words::journal as words;

type Sm4Gcm = AesGcm<sm4::Sm4, U12>;

/// Why a blob could not be sealed or opened, or a key file not be used.
#[derive(Debug, thiserror::Error)]
pub enum PrivateError {
    /// The keyring has no key of this number.
    #[error("{}", words::unknown_key(*key_id))]
    UnknownKey {
        /// The number the blob names.
        key_id: u32,
    },
    /// The blob, its nonce or the data it is bound to is not what was sealed.
    #[error("{}", words::TAMPERED)]
    Tampered,
    /// The case was sealed by a key of its own, and the key store has none for it.
    #[error("{}", words::case_key_missing(*request))]
    CaseKeyMissing {
        /// The request.
        request: u64,
    },
    /// The key of one case is there and damaged, or wrapped by a key that this office does not have.
    #[error("{}", words::case_key_damaged(*request))]
    CaseKeyDamaged {
        /// The request.
        request: u64,
    },
    /// The case was erased: nothing is sealed for it any more.
    #[error("{}", words::case_erased(*request))]
    CaseErased {
        /// The request.
        request: u64,
    },
    /// The key store could not be read or written.
    #[error("{}", words::key_store(source))]
    Store {
        /// What the system said.
        #[from]
        source: io::Error,
    },
    /// The key store was written by a newer program.
    #[error("{}", words::key_store_newer(*version))]
    StoreNewer {
        /// Its version.
        version: u16,
    },
    /// The system gave no random bytes.
    #[error("{}", words::NO_RANDOM)]
    NoRandom,
    /// The text is not a key or a keyring.
    #[error("{}", words::KEY_MALFORMED)]
    Malformed,
    /// A key file is never overwritten: what it opened would be lost.
    #[error("{}", words::key_exists(path))]
    KeyFileExists {
        /// The file that is there.
        path: PathBuf,
    },
    /// Others than the owner may read or write the key file.
    #[error("{}", words::key_too_open(path, *mode))]
    KeyFileTooOpen {
        /// The key file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The key file could not be read or written.
    #[error("{}", words::key_file(path, source))]
    Io {
        /// The key file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl PrivateError {
    /// Whether it is the key of one case that fails, and no other case is touched.
    pub(super) const fn is_of_one_case(&self) -> bool {
        matches!(self, Self::CaseKeyMissing { .. } | Self::CaseKeyDamaged { .. })
    }
}

/// One SM4 key. Never printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct OfficeKey([u8; 16]);

impl OfficeKey {
    /// A new random key.
    pub fn generate() -> Result<Self, PrivateError> {
        Ok(Self(random()?))
    }

    /// The key as 32 hexadecimal digits.
    pub fn to_hex(&self) -> String {
        to_hex(&self.0)
    }

    /// The key with these 32 hexadecimal digits.
    pub fn from_hex(text: &str) -> Result<Self, PrivateError> {
        hex_array(text).map(Self).ok_or(PrivateError::Malformed)
    }

    /// The key of these bytes.
    pub(super) const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The key's bytes.
    pub(super) const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Seals `plain` under this key, which the blob then calls `key_id`.
    pub(super) fn seal(&self, key_id: u32, aad: &[u8], plain: &[u8]) -> Result<PrivateBlob, PrivateError> {
        self.seal_with(random()?, key_id, aad, plain)
    }

    fn seal_with(
        &self,
        nonce: [u8; 12],
        key_id: u32,
        aad: &[u8],
        plain: &[u8],
    ) -> Result<PrivateBlob, PrivateError> {
        let sealed = Sm4Gcm::new(&self.0.into())
            .encrypt(&nonce.into(), Payload { msg: plain, aad })
            .map_err(|_| PrivateError::Tampered)?;
        Ok(PrivateBlob { key_id, nonce, sealed })
    }

    /// What was sealed under this key.
    pub(super) fn open(&self, aad: &[u8], blob: &PrivateBlob) -> Result<Vec<u8>, PrivateError> {
        Sm4Gcm::new(&self.0.into())
            .decrypt(&blob.nonce.into(), Payload { msg: &blob.sealed, aad })
            .map_err(|_| PrivateError::Tampered)
    }
}

impl fmt::Debug for OfficeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OfficeKey(..)")
    }
}

/// The keys of the office by number, and which one seals what is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyring {
    current: u32,
    keys: BTreeMap<u32, OfficeKey>,
}

const FIRST_LINE: &str = "gongkai keys 1";
/// No key file is longer, in bytes: some twenty thousand keys.
const LONGEST_FILE: u64 = 1 << 20;

impl Keyring {
    /// A keyring of one key, with number 1.
    pub fn of(key: OfficeKey) -> Self {
        Self { current: 1, keys: BTreeMap::from([(1, key)]) }
    }

    /// Adds a key under the next free number and makes it the current one; answers its number.
    pub fn rotate(&mut self, key: OfficeKey) -> u32 {
        let id = self.keys.last_key_value().map_or(1, |(last, _)| last.saturating_add(1));
        self.keys.insert(id, key);
        self.current = id;
        id
    }

    /// Number of the key that seals what is new.
    pub fn current(&self) -> u32 {
        self.current
    }

    /// The numbers of all keys, the oldest first.
    pub fn ids(&self) -> Vec<u32> {
        self.keys.keys().copied().collect()
    }

    /// Seals `plain` under the current key. `aad` is not stored but must be the same on opening: give the
    /// head of the entry ([`super::EntryHead::binding`]), and the blob opens in no other entry.
    pub fn seal(&self, aad: &[u8], plain: &[u8]) -> Result<PrivateBlob, PrivateError> {
        self.key(self.current)?.seal(self.current, aad, plain)
    }

    /// What was sealed, if nothing of it or of `aad` has changed.
    pub fn open(&self, aad: &[u8], blob: &PrivateBlob) -> Result<Vec<u8>, PrivateError> {
        self.key(blob.key_id)?.open(aad, blob)
    }

    fn key(&self, key_id: u32) -> Result<&OfficeKey, PrivateError> {
        self.keys.get(&key_id).ok_or(PrivateError::UnknownKey { key_id })
    }

    /// The text of the key file: a first line, `current N`, then `key N HEX` for each key.
    pub fn to_text(&self) -> String {
        let mut text = format!("{FIRST_LINE}\ncurrent {}\n", self.current);
        for (id, key) in &self.keys {
            text.push_str(&format!("key {id} {}\n", key.to_hex()));
        }
        text
    }

    /// The keyring with this text.
    pub fn from_text(text: &str) -> Result<Self, PrivateError> {
        Self::parse(text).ok_or(PrivateError::Malformed)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
        if lines.next()? != FIRST_LINE {
            return None;
        }
        let current = lines.next()?.strip_prefix("current ")?.parse().ok()?;
        let mut keys = BTreeMap::new();
        for line in lines {
            let (id, hex) = line.strip_prefix("key ")?.split_once(' ')?;
            if keys.insert(id.parse().ok()?, OfficeKey::from_hex(hex).ok()?).is_some() {
                return None;
            }
        }
        keys.contains_key(&current).then_some(Self { current, keys })
    }

    /// Writes the key file with mode 0600 and syncs it and its directory. Never overwrites.
    pub fn create_file(&self, path: &Path) -> Result<(), PrivateError> {
        create_private(path, &self.to_text())
    }

    /// Reads the key file. One that others than its owner may read or write is refused.
    pub fn read_file(path: &Path) -> Result<Self, PrivateError> {
        Self::from_text(&read_private(path)?)
    }
}

/// The text of a key file. One that others than its owner may read or write is refused.
pub fn read_private(path: &Path) -> Result<String, PrivateError> {
    let file = File::open(path).map_err(|source| io_error(path, source))?;
    let mode = file.metadata().map_err(|source| io_error(path, source))?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(PrivateError::KeyFileTooOpen { path: path.to_owned(), mode });
    }
    let mut text = String::new();
    file.take(LONGEST_FILE).read_to_string(&mut text).map_err(|source| io_error(path, source))?;
    Ok(text)
}

/// Writes a new key file with mode 0600 and syncs it and its directory. Never overwrites.
pub fn create_private(path: &Path, text: &str) -> Result<(), PrivateError> {
    let mut file = match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(PrivateError::KeyFileExists { path: path.to_owned() });
        }
        other => other.map_err(|source| io_error(path, source))?,
    };
    file.write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .and_then(|()| sync_above(path))
        .map_err(|source| io_error(path, source))
}

/// Puts a new text in the place of a key file: written beside it and synced first, so that one of the two is
/// there whole at every moment.
pub fn replace_private(path: &Path, text: &str) -> Result<(), PrivateError> {
    let beside = path.with_extension("new");
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(io_error(&beside, error)),
        _ => {}
    }
    create_private(&beside, text)?;
    fs::rename(&beside, path).and_then(|()| sync_above(path)).map_err(|source| io_error(path, source))
}

fn sync_above(path: &Path) -> io::Result<()> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    File::open(directory.unwrap_or(Path::new(".")))?.sync_all()
}

fn io_error(path: &Path, source: io::Error) -> PrivateError {
    PrivateError::Io { path: path.to_owned(), source }
}

pub(super) fn random<const N: usize>() -> Result<[u8; N], PrivateError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| PrivateError::NoRandom)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(hex: &str) -> Vec<u8> {
        hex.as_bytes()
            .chunks(2)
            .map(|p| u8::from_str_radix(str::from_utf8(p).unwrap(), 16).unwrap())
            .collect()
    }

    #[test]
    fn the_cipher_is_the_one_of_rfc_8998() {
        // Appendix A.1.
        let key = OfficeKey::from_hex("0123456789ABCDEFFEDCBA9876543210").unwrap();
        let nonce = hex_array("00001234567800000000ABCD").unwrap();
        let aad = bytes("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        let plain = bytes(concat!(
            "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD",
            "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA"
        ));
        let blob = key.seal_with(nonce, 1, &aad, &plain).unwrap();
        let expected = concat!(
            "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735",
            "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D",
            "83DE3541E4C2B58177E065A9BF7B62EC"
        );
        assert_eq!(blob.sealed, bytes(expected));
        assert_eq!(key.open(&aad, &blob).unwrap(), plain);
    }

    #[test]
    fn a_blob_opens_only_unchanged_with_its_key_and_in_its_place() {
        let mut ring = Keyring::of(OfficeKey::generate().unwrap());
        let blob = ring.seal(b"head", "张三".as_bytes()).unwrap();
        assert_eq!(ring.rotate(OfficeKey::generate().unwrap()), 2);
        assert_eq!(ring.open(b"head", &blob).unwrap(), "张三".as_bytes());
        assert_eq!(ring.seal(b"", b"").unwrap().key_id, 2);
        assert!(matches!(ring.open(b"other", &blob), Err(PrivateError::Tampered)));
        let mut flipped = blob.clone();
        flipped.sealed[0] ^= 1;
        assert!(matches!(ring.open(b"head", &flipped), Err(PrivateError::Tampered)));
        let unknown = PrivateBlob { key_id: 3, ..blob };
        assert!(matches!(ring.open(b"head", &unknown), Err(PrivateError::UnknownKey { key_id: 3 })));
    }

    #[test]
    fn sealing_twice_never_gives_the_same_bytes() {
        let ring = Keyring::of(OfficeKey::generate().unwrap());
        assert_ne!(ring.seal(b"", b"x").unwrap(), ring.seal(b"", b"x").unwrap());
    }

    #[test]
    fn a_key_file_is_private_read_back_and_never_overwritten() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("keys");
        let mut ring = Keyring::of(OfficeKey::generate().unwrap());
        ring.rotate(OfficeKey::generate().unwrap());
        ring.create_file(&path).unwrap();
        assert_eq!(Keyring::read_file(&path).unwrap(), ring);
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert!(matches!(ring.create_file(&path), Err(PrivateError::KeyFileExists { .. })));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(Keyring::read_file(&path), Err(PrivateError::KeyFileTooOpen { mode: 0o640, .. })));
    }

    #[test]
    fn a_text_that_is_no_keyring_is_refused() {
        let key = "0123456789abcdeffedcba9876543210";
        let good = format!("gongkai keys 1\ncurrent 1\nkey 1 {key}\n");
        assert!(Keyring::from_text(&good).is_ok());
        for bad in [
            String::new(),
            good.replace("keys 1", "keys 2"),
            good.replace("current 1", "current 2"),
            good.replace("key 1 0", "key 1 x"),
            format!("{good}key 1 {key}\n"),
        ] {
            assert!(matches!(Keyring::from_text(&bad), Err(PrivateError::Malformed)), "{bad}");
        }
        assert!(!format!("{:?}", Keyring::from_text(&good)).contains(key));
    }
}
