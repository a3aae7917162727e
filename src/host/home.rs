//! The home of an office: `run/` and `data/` with journal, keys, register, papers, clerks, access, backups.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use etcetera::BaseStrategy;

use super::lock::{self, Lock};
use super::shelf::Shelf;
use super::{HostError, KeyPlace, folder};
use crate::desk::{self, Desk, DeskError, Founding, Notice, RegisterStore, SystemTime, Time};
use crate::journal::{self, Anchor, FileJournal, Journal, JournalError, Keyring, Keys, OfficeKey};
use crate::register::Progress;
use crate::request::ClerkId;

/// A home, whether there is an office in it or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    root: PathBuf,
    patience: Duration,
    pub(super) key: KeyPlace,
}

/// An office that is open, owned by this process.
#[derive(Debug)]
pub struct Opened {
    /// Its desk.
    pub desk: Desk,
    /// The clerk whose account this is.
    pub clerk: ClerkId,
    /// What is to be said about the opening.
    pub notices: Vec<Notice>,
    lock: Lock,
}

/// The folders of the data beside the journal.
pub(super) const FOLDERS: [&str; 6] = ["register", "keys", "papers", "clerks", "access", "backups"];

/// How long a subcommand waits for another process to leave.
const PATIENCE: Duration = Duration::from_secs(10);

impl Home {
    /// The home at `root`.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), patience: PATIENCE, key: KeyPlace::default() }
    }

    /// The same home, waiting so long for another process to leave it.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// The same home, whose office key comes from there.
    #[must_use]
    pub fn with_key(self, key: KeyPlace) -> Self {
        Self { key, ..self }
    }

    /// The home named on the command line, else by `GONGKAI_HOME`, else in the user's data folder.
    ///
    /// # Errors
    /// No home is named and the user has none.
    pub fn find(named: Option<PathBuf>, variable: Option<PathBuf>) -> Result<Self, HostError> {
        if let Some(root) = named.or(variable).filter(|root| !root.as_os_str().is_empty()) {
            return Ok(Self::at(root));
        }
        let base = etcetera::choose_base_strategy().map_err(|_| HostError::NoHomeFolder)?;
        Ok(Self::at(base.data_dir().join("gongkai")))
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether there is an office in it.
    pub fn has_office(&self) -> bool {
        // A key alone is a founding that was cut short; a key beside a register is an office whose journal
        // is gone, and nothing may be founded over it.
        self.journal().exists() || (self.key_file().exists() && self.register().join("db").exists())
    }

    pub(super) fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    pub(super) fn journal(&self) -> PathBuf {
        self.data().join("journal")
    }

    pub(super) fn key_file(&self) -> PathBuf {
        self.data().join("office.key")
    }

    fn register(&self) -> PathBuf {
        self.data().join("register")
    }

    /// The file with the office key: what every copy of the data is worth nothing without.
    pub fn key_path(&self) -> PathBuf {
        self.key_file()
    }

    /// The folder of the backups that the rotation makes.
    pub fn backups(&self) -> PathBuf {
        self.data().join("backups")
    }

    /// The folder of a clerk: drafts, views, preferences.
    pub fn clerk_folder(&self, clerk: ClerkId) -> PathBuf {
        self.data().join("clerks").join(clerk.0.to_string())
    }

    /// Makes an office in this home.
    ///
    /// # Errors
    /// There is one already, or the file system.
    pub fn found(&self, founding: &Founding) -> Result<(), HostError> {
        folder::make(&self.root, 0o750)?;
        folder::make(&self.root.join("run"), 0o2750)?;
        folder::make(&self.data(), 0o700)?;
        folder::check_private(&self.data())?;
        let _lock = self.lock()?;
        if self.has_office() {
            return Err(HostError::OfficeExists(self.root.clone()));
        }
        for name in FOLDERS {
            folder::make(&self.data().join(name), 0o700)?;
        }
        let making = self.data().join("journal.new");
        if making.exists() {
            std::fs::remove_dir_all(&making).map_err(|source| folder::at(&making, source))?;
        }
        folder::make(&making, 0o700)?;
        let keys = self.keys_with(self.first_key()?)?;
        let mut journal = FileJournal::create_at(&making)?;
        founding.write(&mut journal, &keys, &SystemTime::default())?;
        // The journal appears under its name only once its first commit is on disk and its key is kept: an
        // office is there whole or not at all.
        std::fs::rename(&making, self.journal()).map_err(|source| folder::at(&making, source))?;
        // Later commits sync the journal's files, never the names above them.
        folder::sync(&self.data())?;
        folder::sync(&self.root)?;
        if let Some(above) = self.root.parent() {
            // It may be closed to this account; then it was there before.
            let _ = folder::sync(above);
        }
        let place = Shelf { folder: self.register() };
        let register = place.rebuild(journal.reader().as_ref(), &Arc::new(keys), &mut |_| true);
        register.and_then(crate::register::Register::close).map_err(DeskError::from)?;
        Ok(())
    }

    /// The office key: a new one, or that of a founding that was cut short.
    fn first_key(&self) -> Result<Keyring, HostError> {
        if self.key_file().exists() || self.key.credential.is_some() {
            return self.office_keys();
        }
        let keys = Keyring::of(OfficeKey::generate()?);
        keys.create_file(&self.key_file())?;
        Ok(keys)
    }

    /// Opens the office for the account `uid`. `today` is the day set by hand, allowed in practice offices
    /// alone.
    ///
    /// # Errors
    /// No office, in use, not ours, damaged, shortened, or an account that is not admitted.
    pub fn open(
        &self,
        uid: u32,
        today: Option<jiff::civil::Date>,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Opened, HostError> {
        if !self.has_office() {
            return Err(HostError::NoOffice(self.root.clone()));
        }
        folder::check_private(&self.data())?;
        let lock = self.lock()?;
        let keys = Arc::new(self.keys_with(self.office_keys()?)?);
        let desk::Opened { desk, notices } = self.desk(keys, today, progress)?;
        let clerk = desk.office().clerk_of(uid).map(|clerk| clerk.id);
        let clerk = clerk.ok_or(HostError::NotAdmitted(uid))?;
        Ok(Opened { desk, clerk, notices, lock })
    }

    /// The desk of this home, whose lock the caller holds.
    pub(super) fn desk(
        &self,
        keys: Arc<Keys>,
        today: Option<jiff::civil::Date>,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<desk::Opened, HostError> {
        let store = Box::new(Shelf { folder: self.register() });
        let folder = self.journal();
        let time: Box<dyn Time> = Box::new(SystemTime { today });
        let opened = desk::open(|anchor| journal_at(&folder, anchor), store, keys, time, progress)?;
        if today.is_some() && !opened.desk.office().practice {
            return Err(HostError::TodayOutsidePractice);
        }
        Ok(opened)
    }

    /// Verifies the journal of an office that refuses to open.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn inspect(
        &self,
        progress: &mut dyn FnMut(journal::Progress),
    ) -> Result<journal::Inspected, JournalError> {
        journal::inspect(&journal::Directory::at(self.journal()), None, progress)
    }

    fn lock(&self) -> Result<Lock, HostError> {
        lock::take(&self.data().join("lock"), self.patience)
    }
}

impl Opened {
    /// Closes the office and gives the home back.
    pub fn close(self) {
        let Self { desk, lock, .. } = self;
        desk.close();
        drop(lock);
    }
}

/// The journal in its folder, and what was cut off its end.
fn journal_at(
    folder: &Path,
    anchor: Option<Anchor>,
) -> Result<(Box<dyn Journal>, Option<String>), JournalError> {
    if !folder.exists() {
        return Err(JournalError::Missing);
    }
    let opened = FileJournal::open_at(folder, anchor)?;
    Ok((Box::new(opened.journal), opened.torn.map(|torn| torn.words())))
}
