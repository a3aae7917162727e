//! Making a backup: written beside its name, read back whole, and only then given that name.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use tempfile::NamedTempFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::error::at;
use super::folders::Found;
use super::manifest::{MANIFEST, Manifest, ManifestSeal, Member, SEAL, Said};
use super::passphrase::WrappedKey;
use super::sealing::{self, Label};
use super::summing::Summing;
use super::{Archive, BackupError, FOLDERS, JOURNAL, KEYS, Passphrase, names};
use crate::journal::{Extent, ExtentFile, JournalReader, KEY_STORE, Keyring, Keys, PrivateError, to_hex};

/// What a backup is made of.
pub struct Making<'a> {
    /// The journal; whoever owns it may go on writing meanwhile.
    pub reader: &'a dyn JournalReader,
    /// The keys: the office's own, and those of the cases.
    pub keys: &'a Keys,
    /// The data folder, with the folders that are sealed into it.
    pub data: &'a Path,
    /// The name of the organ the office was founded for.
    pub office: &'a str,
    /// Whether it is for practice.
    pub practice: bool,
    /// UTC milliseconds since 1970.
    pub made_at: i64,
    /// The civil day.
    pub made_on: Date,
    /// Whether the rotation makes it, and so may remove it one day.
    pub rotating: bool,
    /// Wraps the office key into it.
    pub passphrase: Option<&'a Passphrase>,
}

/// A backup that is on disk.
#[derive(Debug)]
pub struct Made {
    /// The file.
    pub path: PathBuf,
    /// Its length in bytes.
    pub length: u64,
    /// What it says of itself.
    pub manifest: Manifest,
    /// What no home has, and so was left out: links, sockets, names that are not text.
    pub left_out: Vec<PathBuf>,
}

/// Makes a backup in the folder `target`, under a name of its own, or as the new file `target`.
///
/// The journal is reread first: a damaged one is not copied over a good backup's place. Its head is taken
/// before the other folders are read, so that papers an entry tells of are there: they are written first.
///
/// # Errors
/// A damaged journal, a file of that name, or the file system; then there is no new file.
pub fn make(making: &Making<'_>, target: &Path) -> Result<Made, BackupError> {
    making.reader.verify(&mut |_| {}).map_err(crate::journal::JournalError::from)?;
    let (extent, store) = matching(making)?;
    let path = place(making, &extent, target)?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file =
        tempfile::Builder::new().prefix(".gongkai-backup-").tempfile_in(folder).map_err(at(folder))?;
    let (manifest, left_out) = write(making, &extent, &store, file.as_file_mut(), &path)?;
    file.as_file().sync_all().map_err(at(&path))?;
    // Read back through the same door as later, while the original is still there.
    Archive::open(file.path())?.read_whole(Some(&making.keys.office()), None, |_| false)?;
    let length = file.as_file().metadata().map_err(at(&path))?.len();
    name(file, &path)?;
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(at(folder))?;
    Ok(Made { path, length, manifest, left_out })
}

/// The journal's extent, and a key store that fits it: taken after it, so that every case of it has its key,
/// and taken again if a key was destroyed meanwhile, whose entry the extent may lack.
fn matching(making: &Making<'_>) -> Result<(Extent, Vec<u8>), BackupError> {
    loop {
        let destroyed = making.keys.destroyed();
        let extent = making.reader.extent()?;
        let store = making.keys.store_bytes()?;
        if making.keys.destroyed() == destroyed {
            return Ok((extent, store));
        }
    }
}

fn place(making: &Making<'_>, extent: &Extent, target: &Path) -> Result<PathBuf, BackupError> {
    if target.is_dir() {
        return Ok(names::free_in(target, making.rotating, making.made_on, extent.head.seq));
    }
    match target.symlink_metadata() {
        Ok(_) => Err(BackupError::Exists(target.to_path_buf())),
        Err(_) => Ok(target.to_path_buf()),
    }
}

fn name(file: NamedTempFile, path: &Path) -> Result<(), BackupError> {
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(BackupError::Exists(path.to_path_buf()))
        }
        Err(error) => Err(at(path)(error.error)),
    }
}

fn write(
    making: &Making<'_>,
    extent: &Extent,
    store: &[u8],
    file: &mut File,
    path: &Path,
) -> Result<(Manifest, Vec<PathBuf>), BackupError> {
    let office = making.keys.office();
    let wrap = |passphrase| WrappedKey::wrap(&office, passphrase, WrappedKey::OF_A_BACKUP);
    let key = making.passphrase.map(wrap).transpose()?;
    let mut id = [0; 16];
    getrandom::fill(&mut id).map_err(|_| PrivateError::NoRandom)?;
    let said = Said {
        office: making.office,
        practice: making.practice,
        made_at: making.made_at,
        made_on: making.made_on,
        rotating: making.rotating,
        head: extent.head,
        key,
    };
    let mut manifest = Manifest::new(said, to_hex(&id));
    let mut zip = Zip { writer: ZipWriter::new(BufWriter::new(file)), path };
    for file in &extent.files {
        manifest.files.push(zip.journal(file)?);
    }
    let name = format!("{KEYS}/{KEY_STORE}");
    let label = Label { id: &manifest.id, path: &name };
    let member = zip.sealed(&office, &label, store, path)?;
    manifest.files.push(member);
    let mut found = Found::default();
    for folder in FOLDERS {
        found.below(&making.data.join(folder), folder)?;
    }
    for (name, from) in found.files {
        let label = Label { id: &manifest.id, path: &name };
        manifest.files.extend(zip.sealed_file(&office, &label, &from)?);
    }
    let bytes = manifest.to_bytes()?;
    zip.plain(MANIFEST, &bytes)?;
    zip.plain(SEAL, &ManifestSeal::of(&bytes, &office)?.to_bytes()?)?;
    let mut out = zip.writer.finish().map_err(|error| of_zip(error, path))?;
    out.flush().map_err(at(path))?;
    Ok((manifest, found.left_out))
}

struct Zip<'a> {
    writer: ZipWriter<BufWriter<&'a mut File>>,
    path: &'a Path,
}

impl Zip<'_> {
    fn start(&mut self, name: &str, method: CompressionMethod) -> Result<(), BackupError> {
        let options = SimpleFileOptions::default().compression_method(method);
        let options = options.large_file(true).unix_permissions(0o600);
        self.writer.start_file(name, options).map_err(|error| of_zip(error, self.path))
    }

    fn plain(&mut self, name: &str, bytes: &[u8]) -> Result<(), BackupError> {
        self.start(name, CompressionMethod::Deflated)?;
        self.writer.write_all(bytes).map_err(at(self.path))
    }

    fn journal(&mut self, part: &ExtentFile) -> Result<Member, BackupError> {
        let path = format!("{JOURNAL}/{}", part.name);
        self.start(&path, CompressionMethod::Deflated)?;
        let mut out = Summing::new(&mut self.writer);
        let copied = io::copy(&mut Segment { part, at: 0 }, &mut out).map_err(at(self.path))?;
        if copied != part.length {
            return Err(BackupError::DamagedFile(path));
        }
        let sum = out.sum();
        Ok(Member { path, size: sum.size, sm3: sum.sm3, opened: None })
    }

    /// A file that has gone since it was found is no loss: somebody took it away.
    fn sealed_file(
        &mut self,
        keys: &Keyring,
        label: &Label<'_>,
        from: &Path,
    ) -> Result<Option<Member>, BackupError> {
        match File::open(from) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            file => self.sealed(keys, label, file.map_err(at(from))?, from).map(Some),
        }
    }

    fn sealed(
        &mut self,
        keys: &Keyring,
        label: &Label<'_>,
        plain: impl Read,
        from: &Path,
    ) -> Result<Member, BackupError> {
        let mut plain = Summing::new(plain);
        self.start(label.path, CompressionMethod::Stored)?;
        let mut out = Summing::new(&mut self.writer);
        sealing::seal(keys, label, &mut plain, &mut out).map_err(at(from))?;
        let sum = out.sum();
        let opened = Some(plain.sum().size);
        Ok(Member { path: label.path.to_owned(), size: sum.size, sm3: sum.sm3, opened })
    }
}

/// A segment file up to the head.
struct Segment<'a> {
    part: &'a ExtentFile,
    at: u64,
}

impl Read for Segment<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.part.length - self.at).unwrap_or(usize::MAX);
        let wanted = left.min(buffer.len());
        let count = self.part.file.read_at(self.at, buffer.get_mut(..wanted).unwrap_or_default())?;
        self.at = self.at.saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        Ok(count)
    }
}

fn of_zip(error: zip::result::ZipError, path: &Path) -> BackupError {
    let source = match error {
        zip::result::ZipError::Io(source) => source,
        other => io::Error::other(other.to_string()),
    };
    BackupError::Io { path: path.to_path_buf(), source }
}
