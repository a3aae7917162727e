//! Reading a backup: nothing it says of itself is believed, everything is counted while it is inflated.

use std::collections::BTreeSet;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, BufReader, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::at;
use super::manifest::{MANIFEST, Manifest, ManifestSeal, Member, SEAL};
use super::passphrase::WrappedKey;
use super::sealing::{self, Label};
use super::summing::Summing;
use super::{BackupError, KeyFile, KeySource};
use crate::journal::Keyring;

/// A manifest is no longer, in bytes: some hundred thousand files.
const LONGEST_MANIFEST: u64 = 64 << 20;
/// A seal is no longer.
const LONGEST_SEAL: u64 = 4096;
/// Sealed texts do not deflate and the rest is short: what unpacks to so many times its length, and more
/// than so many bytes, was not made by this program.
const MOST_TIMES: u64 = 200;
const ALWAYS: u64 = 64 << 20;

/// A backup whose manifest has been read and is whole.
pub struct Archive {
    zip: ZipArchive<BufReader<File>>,
    manifest: Manifest,
    bytes: Vec<u8>,
    seal: ManifestSeal,
}

impl Archive {
    /// Opens a backup and reads its manifest; the files in it are not looked at.
    ///
    /// # Errors
    /// The file, or what is wrong with it.
    pub fn open(path: &Path) -> Result<Self, BackupError> {
        let file = File::open(path).map_err(at(path))?;
        let metadata = file.metadata().map_err(at(path))?;
        if !metadata.is_file() {
            return Err(BackupError::NotABackup);
        }
        let length = metadata.len();
        let mut zip = match ZipArchive::new(BufReader::new(file)) {
            Err(ZipError::Io(source)) if source.raw_os_error().is_some() => return Err(at(path)(source)),
            zip => zip.map_err(|_| BackupError::NotABackup)?,
        };
        let bytes = small(&mut zip, MANIFEST, LONGEST_MANIFEST)?;
        let seal = small(&mut zip, SEAL, LONGEST_SEAL)?;
        // Whether it is of a newer program is asked first: that one may seal otherwise.
        let manifest = Manifest::from_bytes(&bytes)?;
        let seal = ManifestSeal::from_bytes(&seal, &bytes)?;
        let declared = manifest.files.iter().fold(0_u64, |sum, file| {
            sum.saturating_add(file.size).saturating_add(file.opened.unwrap_or_default())
        });
        if declared > length.saturating_mul(MOST_TIMES).max(ALWAYS) {
            return Err(BackupError::Absurd { declared });
        }
        Ok(Self { zip, manifest, bytes, seal })
    }

    /// What it says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Whether these keys are those of the office that made it.
    ///
    /// # Errors
    /// They are not.
    pub fn fits(&self, keys: &Keyring) -> Result<(), BackupError> {
        self.seal.opens(&self.bytes, keys)
    }

    /// The keys of the office that made it.
    ///
    /// # Errors
    /// The key file, another office's keys, a wrong passphrase, or a backup made without one.
    pub fn keys(&self, source: &KeySource) -> Result<Keyring, BackupError> {
        let keys = match source {
            KeySource::File(path, passphrase) => KeyFile::read(path)?.keys(passphrase.as_ref())?,
            KeySource::Passphrase(passphrase) => self
                .manifest
                .key
                .as_ref()
                .ok_or(BackupError::NoKeyInside)?
                .unwrap(passphrase, WrappedKey::OF_A_BACKUP)?,
        };
        self.fits(&keys)?;
        Ok(keys)
    }

    /// Reads every file against the manifest, opens what is sealed if there are keys, and writes those that
    /// are `wanted` into a folder if there is one; there they are on disk when this returns.
    ///
    /// # Errors
    /// What is wrong with the backup, or the folder. What was written then is worth nothing.
    pub(super) fn read_whole(
        &mut self,
        keys: Option<&Keyring>,
        into: Option<&Path>,
        wanted: fn(&Member) -> bool,
    ) -> Result<(), BackupError> {
        if let Some(keys) = keys {
            self.fits(keys)?;
        }
        self.compare_names()?;
        let files = self.manifest.files.clone();
        let mut folders = BTreeSet::new();
        for file in &files {
            let to = into.filter(|_| wanted(file)).map(|folder| folder.join(&file.path));
            let mut out: Box<dyn Write> = match &to {
                Some(to) => {
                    let above = to.parent().unwrap_or(to);
                    make_folder(above)?;
                    folders.extend(above.ancestors().map(Path::to_path_buf));
                    let options = OpenOptions::new().write(true).create_new(true).mode(0o600).open(to);
                    Box::new(Synced(options.map_err(at(to))?))
                }
                None => Box::new(io::sink()),
            };
            self.read_file(file, keys, out.as_mut())?;
            out.flush().map_err(at(to.as_deref().unwrap_or(Path::new(&file.path))))?;
        }
        let own = |folder: &&std::path::PathBuf| into.is_some_and(|into| folder.starts_with(into));
        for folder in folders.iter().filter(own) {
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(at(folder))?;
        }
        Ok(())
    }

    /// The zip holds what the manifest names, and nothing else.
    fn compare_names(&self) -> Result<(), BackupError> {
        let mut named: BTreeSet<&str> = self.manifest.files.iter().map(|file| file.path.as_str()).collect();
        named.extend([MANIFEST, SEAL]);
        let mut count = 0;
        for name in self.zip.file_names() {
            let name = name.map_err(|_| BackupError::NotABackup)?;
            if !named.contains(name.as_ref()) {
                return Err(BackupError::Unnamed(name.into_owned()));
            }
            count += 1;
        }
        if count == named.len() { Ok(()) } else { Err(self.missing_one(&named)) }
    }

    fn missing_one(&self, named: &BTreeSet<&str>) -> BackupError {
        let there: BTreeSet<String> =
            self.zip.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
        let missing = named.iter().find(|name| !there.contains(**name));
        missing.map_or(BackupError::NotABackup, |name| BackupError::MissingFile((*name).to_owned()))
    }

    fn read_file(
        &mut self,
        file: &Member,
        keys: Option<&Keyring>,
        out: &mut dyn Write,
    ) -> Result<(), BackupError> {
        let damaged = || BackupError::DamagedFile(file.path.clone());
        let entry = self.zip.by_name(&file.path).map_err(|error| match error {
            ZipError::FileNotFound => BackupError::MissingFile(file.path.clone()),
            _ => damaged(),
        })?;
        let mut stored = Summing::new(entry.take(file.size.saturating_add(1)));
        match (file.opened, keys) {
            (Some(size), Some(keys)) => {
                let label = Label { id: &self.manifest.id, path: &file.path };
                sealing::open(keys, &label, &mut stored, size, out)?;
            }
            (Some(_), None) => {
                io::copy(&mut stored, &mut io::sink()).map_err(|_| damaged())?;
            }
            (None, _) => copy(&mut stored, out, &file.path)?,
        }
        let sum = stored.sum();
        if sum.size == file.size && sum.sm3 == file.sm3 { Ok(()) } else { Err(damaged()) }
    }
}

/// Copies, telling a backup that cannot be read from a disk that cannot be written.
fn copy(from: &mut dyn Read, to: &mut dyn Write, path: &str) -> Result<(), BackupError> {
    let mut buffer = vec![0; 256 * 1024];
    loop {
        let count = match from.read(&mut buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(BackupError::DamagedFile(path.to_owned())),
            Ok(0) => return Ok(()),
            Ok(count) => count,
        };
        to.write_all(buffer.get(..count).unwrap_or_default()).map_err(at(Path::new(path)))?;
    }
}

/// A file that is on disk once it has been flushed.
struct Synced(File);

impl Write for Synced {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
}

fn make_folder(path: &Path) -> Result<(), BackupError> {
    if fs::metadata(path).is_ok_and(|found| found.is_dir()) {
        return Ok(());
    }
    DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(at(path))
}

/// A member that is held in memory.
fn small(zip: &mut ZipArchive<BufReader<File>>, name: &str, longest: u64) -> Result<Vec<u8>, BackupError> {
    let entry = zip.by_name(name).map_err(|error| match error {
        ZipError::FileNotFound => BackupError::NoManifest,
        _ => BackupError::ManifestDamaged,
    })?;
    let mut bytes = Vec::new();
    entry.take(longest + 1).read_to_end(&mut bytes).map_err(|_| BackupError::ManifestDamaged)?;
    let is_short = u64::try_from(bytes.len()).is_ok_and(|length| length <= longest);
    if is_short { Ok(bytes) } else { Err(BackupError::ManifestDamaged) }
}
