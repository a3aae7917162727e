//! What goes in comes out; what was changed does not.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::date;
use proptest::prelude::*;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::manifest::{MANIFEST, ManifestSeal, SEAL};
use super::*;
use crate::desk::{Founding, SystemTime};
use crate::journal::{Author, Fact, FileJournal, Journal, Keyring, Keys, OfficeKey, Seq, encode};
use crate::office::OfficeEvent;
use crate::request::{ClerkId, OrganId};

/// A data folder with a journal and some files.
struct Room {
    folder: TempDir,
    keys: Keyring,
    all: Arc<Keys>,
    journal: FileJournal,
}

type Members = BTreeMap<String, Vec<u8>>;

impl Room {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        for name in ["journal", "papers/ab", "clerks/1", "access", "register"] {
            fs::create_dir_all(data.join(name)).unwrap();
        }
        fs::write(data.join("papers/ab/cdef"), [7; 3000]).unwrap();
        fs::write(data.join("clerks/1/草稿"), "李强的申请，写到一半").unwrap();
        fs::write(data.join("access/2026.log"), "").unwrap();
        fs::write(data.join("register/db"), "derived").unwrap();
        let keys = Keyring::of(OfficeKey::generate().unwrap());
        let all = Arc::new(Keys::in_memory(keys.clone()).unwrap());
        let mut journal = FileJournal::create_at(&data.join("journal")).unwrap();
        let (organ, clerk) = ("北关区人民政府".into(), "张敏".into());
        let founding = Founding { organ, prefix: String::new(), practice: false, uid: 1000, clerk };
        founding.write(&mut journal, &all, &SystemTime::default()).unwrap();
        Self { folder, keys, all, journal }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn append(&mut self) {
        append(&mut self.journal, &self.all);
    }

    fn make(&self, target: &Path, passphrase: Option<&Passphrase>) -> Result<Made, BackupError> {
        let reader = self.journal.reader();
        let making = Making {
            reader: reader.as_ref(),
            keys: &self.all,
            data: &self.data(),
            office: "北关区人民政府",
            practice: false,
            made_at: 1_772_400_000_000,
            made_on: date(2026, 3, 2),
            rotating: false,
            passphrase,
        };
        make(&making, target)
    }

    fn made(&self) -> PathBuf {
        self.make(self.folder.path(), None).unwrap().path
    }

    /// The backup with other members, its manifest sealed again by the office's own key.
    fn forged(&self, from: &Path, change: impl FnOnce(&mut Members)) -> PathBuf {
        let mut members = members(from);
        change(&mut members);
        if let Some(manifest) = members.get(MANIFEST) {
            let seal = ManifestSeal::of(manifest, &self.keys).unwrap().to_bytes().unwrap();
            members.entry(SEAL.to_owned()).and_modify(|bytes| *bytes = seal);
        }
        let path = self.folder.path().join("forged");
        write(&path, &members);
        path
    }

    /// The backup with one text of its manifest replaced, sealed again by the office's own key.
    fn told_otherwise(&self, from: &Path, old: &str, new: &str) -> BackupError {
        let forged = self.forged(from, |members| {
            let text = String::from_utf8(members[MANIFEST].clone()).unwrap();
            assert!(text.contains(old), "{text}");
            members.insert(MANIFEST.to_owned(), text.replacen(old, new, 1).into_bytes());
        });
        self.read(&forged).unwrap_err()
    }

    /// Reads it whole, with the key, writing nothing.
    fn read(&self, path: &Path) -> Result<(), BackupError> {
        Archive::open(path)?.read_whole(Some(&self.keys), None, |_| false)
    }
}

fn append(journal: &mut FileJournal, keys: &Keys) {
    let head = journal.head().seq;
    let author = Author { who: ClerkId(1), at: 0, practice_day: None };
    let id = OrganId(u16::try_from(head.0).unwrap());
    let event = OfficeEvent::OrganAdded { id, name: format!("第{head}局"), prefix: String::new() };
    let entry = encode(head.next(), None, author, &Fact::Office(event), keys).unwrap();
    journal.append(head, vec![entry]).unwrap();
}

fn members(path: &Path) -> Members {
    let mut zip = ZipArchive::new(File::open(path).unwrap()).unwrap();
    let read = |index| {
        let mut entry = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.name().unwrap().into_owned(), bytes)
    };
    (0..ZipArchive::new(File::open(path).unwrap()).unwrap().len()).map(read).collect()
}

fn write(path: &Path, members: &Members) {
    let mut zip = ZipWriter::new(File::create(path).unwrap());
    for (name, bytes) in members {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

fn unpacked(path: &Path, keys: &Keyring) -> Result<(TempDir, Whole), BackupError> {
    let into = tempfile::tempdir().unwrap();
    unpack(&mut Archive::open(path)?, keys, into.path()).map(|whole| (into, whole))
}

#[test]
fn everything_but_the_register_comes_out_as_it_went_in() {
    let mut room = Room::new();
    room.append();
    let made = room.make(&room.folder.path().join("new.backup"), None).unwrap();
    assert_eq!(made.path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!((made.length, made.left_out.len()), (made.path.metadata().unwrap().len(), 0));
    let (folder, whole) = unpacked(&made.path, &room.keys).unwrap();
    assert_eq!((whole.journal.head, whole.opened), (room.journal.head(), true));
    for file in ["papers/ab/cdef", "clerks/1/草稿", "access/2026.log"] {
        assert_eq!(fs::read(folder.path().join(file)).unwrap(), fs::read(room.data().join(file)).unwrap());
    }
    assert!(!folder.path().join("register").exists() && !folder.path().join("office.key").exists());
    let journal = FileJournal::open_at(&folder.path().join("journal"), Some(room.journal.head())).unwrap();
    let entries =
        |journal: &FileJournal| -> Vec<_> { journal.read_from(Seq(1)).map(Result::unwrap).collect() };
    assert_eq!(entries(&journal.journal), entries(&room.journal));
}

#[test]
fn a_journal_of_several_segments_goes_in_and_comes_out() {
    let room = Room::new();
    let folder = room.data().join("journal");
    let options = crate::journal::Options { block: 1024, segment: 2048, buffer: 4096, long_commit: 4000 };
    let medium = std::sync::Arc::new(crate::journal::Directory::at(&folder));
    let mut journal = FileJournal::open(medium, options, None).unwrap().journal;
    for _ in 0..30 {
        append(&mut journal, &room.all);
    }
    let room = Room { journal, ..room };
    assert!(folder.join("000003.journal").exists());
    let (_, whole) = unpacked(&room.made(), &room.keys).unwrap();
    assert_eq!(whole.journal.head, room.journal.head());
}

#[test]
fn without_the_key_it_can_be_checked_and_says_nothing_personal() {
    let room = Room::new();
    let path = room.made();
    let whole = check(&mut Archive::open(&path).unwrap(), None).unwrap();
    assert_eq!((whole.journal.head, whole.opened), (room.journal.head(), false));
    for (name, bytes) in members(&path) {
        for personal in ["李强", "张敏", "写到一半", room.keys.to_text().lines().last().unwrap()] {
            let found = bytes.windows(personal.len()).any(|window| window == personal.as_bytes());
            assert!(!found, "{personal} in {name}");
        }
    }
}

#[test]
fn the_key_comes_from_its_file_or_from_the_passphrase_and_from_no_other() {
    let room = Room::new();
    let passphrase = Passphrase::of("北关区二〇二六年密语");
    let with = room.make(&room.folder.path().join("with"), Some(&passphrase)).unwrap().path;
    let archive = Archive::open(&with).unwrap();
    assert!(archive.manifest().holds_the_key());
    assert_eq!(archive.keys(&KeySource::Passphrase(passphrase.clone())).unwrap(), room.keys);
    let other = KeySource::Passphrase(Passphrase::of("another passphrase"));
    assert!(matches!(archive.keys(&other), Err(BackupError::WrongPassphrase)));
    let without = Archive::open(&room.made()).unwrap();
    assert!(matches!(without.keys(&KeySource::Passphrase(passphrase)), Err(BackupError::NoKeyInside)));
    let file = room.folder.path().join("key");
    room.keys.create_file(&file).unwrap();
    assert_eq!(without.keys(&KeySource::File(file, None)).unwrap(), room.keys);
    let file = room.folder.path().join("other key");
    Keyring::of(OfficeKey::generate().unwrap()).create_file(&file).unwrap();
    assert!(matches!(without.keys(&KeySource::File(file, None)), Err(BackupError::WrongKey)));
}

#[test]
fn no_flipped_byte_is_taken_for_what_was_written() {
    let room = Room::new();
    let path = room.made();
    let (bytes, said) = (fs::read(&path).unwrap(), Archive::open(&path).unwrap().manifest().clone());
    let flipped = room.folder.path().join("flipped");
    let mut harmless = 0;
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        fs::write(&flipped, &changed).unwrap();
        // What is read is what was written, or it is an error: dates and flags of the zip bind nobody.
        if room.read(&flipped).is_ok() {
            harmless += 1;
            assert_eq!(*Archive::open(&flipped).unwrap().manifest(), said, "{at}");
        }
    }
    assert!(harmless * 4 < bytes.len(), "{harmless} of {}", bytes.len());
}

#[test]
fn a_backup_that_was_cut_anywhere_is_none() {
    let room = Room::new();
    let path = room.made();
    let bytes = fs::read(&path).unwrap();
    let cut = room.folder.path().join("cut");
    for length in (0..bytes.len()).step_by(7) {
        fs::write(&cut, &bytes[..length]).unwrap();
        let error = room.read(&cut).unwrap_err();
        assert!(matches!(error, BackupError::NotABackup), "{length}: {error}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_refused_and_never_panic(bytes: Vec<u8>) {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), bytes).unwrap();
        prop_assert!(Archive::open(file.path()).is_err());
    }
}

#[test]
fn what_is_missing_or_too_much_is_named() {
    let room = Room::new();
    let path = room.made();
    let read = |change: fn(&mut Members)| room.read(&room.forged(&path, change)).unwrap_err();
    for name in [MANIFEST, SEAL] {
        let mut without = members(&path);
        without.remove(name);
        let forged = room.folder.path().join("without");
        write(&forged, &without);
        assert!(matches!(room.read(&forged), Err(BackupError::NoManifest)), "{name}");
    }
    let error = read(|members| drop(members.remove("papers/ab/cdef")));
    assert!(matches!(&error, BackupError::MissingFile(name) if name == "papers/ab/cdef"), "{error}");
    let error = read(|members| drop(members.insert("papers/more".to_owned(), vec![1])));
    assert!(matches!(&error, BackupError::Unnamed(name) if name == "papers/more"), "{error}");
    let error = read(|members| drop(members.insert("../../etc/cron.d/x".to_owned(), vec![1])));
    assert!(matches!(&error, BackupError::Unnamed(_)), "{error}");
    let error = read(|members| members.get_mut("journal/000001.journal").unwrap().push(0));
    assert!(matches!(&error, BackupError::DamagedFile(name) if name == "journal/000001.journal"), "{error}");
    let error = read(|members| {
        let paper = members["papers/ab/cdef"].clone();
        members.insert("access/2026.log".to_owned(), paper);
    });
    assert!(matches!(&error, BackupError::DamagedFile(name) if name == "access/2026.log"), "{error}");
}

#[test]
fn a_manifest_that_leads_out_of_the_home_or_promises_too_much_is_refused_even_under_a_good_seal() {
    let room = Room::new();
    let path = room.made();
    for name in ["../evil", "/etc/passwd", "papers/../../evil", "office.key", "register/db", "journal/x"] {
        let error = room.told_otherwise(&path, "papers/ab/cdef", name);
        assert!(matches!(&error, BackupError::BadName(bad) if bad == name), "{name}: {error}");
    }
    let error = room.told_otherwise(&path, "papers/ab/cdef", "access/2026.log");
    assert!(matches!(error, BackupError::ManifestDamaged), "twice the same: {error}");
    let error = room.told_otherwise(&path, "\"opened\": 3000", "\"opened\": 30000000000000");
    assert!(matches!(error, BackupError::Absurd { .. }), "{error}");
    let error = room.told_otherwise(&path, "\"opened\": 3000", "\"opened\": 18446744073709551615");
    assert!(matches!(error, BackupError::Absurd { .. }), "{error}");
    let error = room.told_otherwise(&path, "\"opened\": 3000", "\"opened\": 2999");
    assert!(matches!(error, BackupError::DamagedFile(_)), "{error}");
    let error = room.told_otherwise(&path, "\"format\": 2", "\"format\": 3");
    assert!(matches!(error, BackupError::NeedsNewerProgram { format: 3 }), "{error}");
    let error = room.told_otherwise(&path, "\"head_seal\": \"", "\"head_seal\": \"x");
    assert!(matches!(error, BackupError::ManifestDamaged), "{error}");
}

#[test]
fn a_file_that_inflates_beyond_what_was_promised_is_left_off_at_once() {
    let room = Room::new();
    let bomb = room.forged(&room.made(), |members| {
        members.insert("journal/000001.journal".to_owned(), vec![0; 100 << 20]);
    });
    assert!(bomb.metadata().unwrap().len() < 1 << 20);
    let error = room.read(&bomb).unwrap_err();
    assert!(matches!(&error, BackupError::DamagedFile(name) if name == "journal/000001.journal"), "{error}");
}

#[test]
fn who_has_no_key_can_rewrite_the_checksums_but_not_the_seal() {
    let room = Room::new();
    let other = Keyring::of(OfficeKey::generate().unwrap());
    let mut members = members(&room.made());
    let text =
        String::from_utf8(members[MANIFEST].clone()).unwrap().replace("北关区人民政府", "南关区人民政府");
    let seal = ManifestSeal::of(text.as_bytes(), &other).unwrap().to_bytes().unwrap();
    members.insert(MANIFEST.to_owned(), text.into_bytes());
    members.insert(SEAL.to_owned(), seal);
    let path = room.folder.path().join("forged");
    write(&path, &members);
    assert!(matches!(room.read(&path), Err(BackupError::WrongKey)));
}

#[test]
fn a_head_that_the_journal_does_not_have_is_refused() {
    let mut room = Room::new();
    let early = room.made();
    room.append();
    let late = room.make(&room.folder.path().join("late"), None).unwrap().path;
    // The journal of the later one, under the head of the earlier.
    let head = Archive::open(&early).unwrap().manifest().head().unwrap();
    let forged = room.forged(&late, |members| {
        let text = String::from_utf8(members[MANIFEST].clone()).unwrap();
        let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
        value["head_seq"] = head.seq.0.into();
        value["head_seal"] = head.seal.to_string().into();
        members.insert(MANIFEST.to_owned(), serde_json::to_vec(&value).unwrap());
    });
    assert!(matches!(unpacked(&forged, &room.keys), Err(BackupError::OtherHead { .. })));
}

#[test]
fn no_file_is_ever_overwritten_and_none_is_left_by_a_backup_that_fails() {
    let room = Room::new();
    let folder = room.folder.path().join("backups");
    fs::create_dir(&folder).unwrap();
    let taken = folder.join("taken");
    fs::write(&taken, "mine").unwrap();
    assert!(matches!(room.make(&taken, None), Err(BackupError::Exists(_))));
    assert_eq!(fs::read(&taken).unwrap(), b"mine");
    let weak = room.make(&folder, Some(&Passphrase::of("short")));
    assert!(matches!(weak, Err(BackupError::WeakPassphrase)));
    assert!(matches!(room.make(&folder.join("no/such/folder"), None), Err(BackupError::Io { .. })));
    // Damage anywhere in the journal: a backup of it would push out good ones.
    let segment = room.data().join("journal/000001.journal");
    let mut bytes = fs::read(&segment).unwrap();
    bytes[100] ^= 1;
    fs::write(&segment, bytes).unwrap();
    assert!(matches!(room.make(&folder, None), Err(BackupError::Journal { .. })));
    let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["taken"]);
}

#[test]
fn links_are_not_followed_and_are_named() {
    let room = Room::new();
    let secret = room.folder.path().join("secret");
    fs::write(&secret, "elsewhere").unwrap();
    let link = room.data().join("clerks/1/link");
    symlink(&secret, &link).unwrap();
    symlink(room.folder.path(), room.data().join("papers/folder")).unwrap();
    let made = room.make(room.folder.path(), None).unwrap();
    assert_eq!(made.left_out, [room.data().join("papers/folder"), link]);
    assert!(!members(&made.path).keys().any(|name| name.contains("link") || name.contains("folder")));
}

#[test]
fn backups_made_while_others_write_are_each_whole_up_to_their_head() {
    let room = Room::new();
    let Room { folder, keys, all, mut journal } = room;
    let reader = journal.reader();
    let data = folder.path().join("data");
    let writing = {
        let keys = Arc::clone(&all);
        std::thread::spawn(move || (0..300).for_each(|_| append(&mut journal, &keys)))
    };
    let mut heads = Vec::new();
    for n in 0..6 {
        let making = Making {
            reader: reader.as_ref(),
            keys: &all,
            data: &data,
            office: "",
            practice: false,
            made_at: 0,
            made_on: date(2026, 3, 2),
            rotating: false,
            passphrase: None,
        };
        let made = make(&making, &folder.path().join(n.to_string())).unwrap();
        let (_, whole) = unpacked(&made.path, &keys).unwrap();
        assert_eq!(whole.journal.head, made.manifest.head().unwrap());
        heads.push(whole.journal.head.seq);
    }
    writing.join().unwrap();
    assert!(heads.is_sorted());
    assert!(heads.iter().all(|seq| reader.seal_at(*seq).is_ok()));
}

#[test]
fn every_fault_has_chinese_words() {
    let (path, name) = (Path::new("/x").to_path_buf(), "papers/a".to_owned());
    let io = || std::io::Error::from(std::io::ErrorKind::StorageFull);
    for error in [
        BackupError::Exists(path.clone()),
        BackupError::Io { path: path.clone(), source: io() },
        BackupError::NotABackup,
        BackupError::NoManifest,
        BackupError::ManifestDamaged,
        BackupError::NeedsNewerProgram { format: 2 },
        BackupError::BadName(name.clone()),
        BackupError::Unnamed(name.clone()),
        BackupError::MissingFile(name.clone()),
        BackupError::DamagedFile(name),
        BackupError::Absurd { declared: 1 << 40 },
        BackupError::NoSpace { path: path.clone(), needed: 7, free: 3 },
        BackupError::Journal { source: crate::journal::JournalError::Missing },
        BackupError::OtherHead { expected: "1:a".into(), found: "2:b".into() },
        BackupError::WrongKey,
        BackupError::WrongPassphrase,
        BackupError::NoKeyInside,
        BackupError::NeedsPassphrase,
        BackupError::KeyFileDamaged,
        BackupError::WeakPassphrase,
        BackupError::PassphraseTooOpen { path, mode: 0o644 },
        BackupError::Key(crate::journal::PrivateError::Malformed),
    ] {
        let words = error.to_string();
        assert!(words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{words}");
    }
}
