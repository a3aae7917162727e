//! The home of an office: `run/` and `data/` with journal, keys, register, papers, clerks, access, backups.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use etcetera::BaseStrategy;

use super::access::AccessLog;
use super::admission::admit;
use super::day::DayOfThread;
use super::drawer::Cabinet;
use super::lock::{self, Lock};
use super::opened::{Opened, Owned};
use super::shelf::Shelf;
use super::{HostError, KeyPlace, folder, place};
use crate::desk::{self, DeskError, Founding, RegisterStore, SystemTime, Time};
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

/// Whose home it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// There is no office yet.
    Nothing,
    /// The office of this account.
    Ours,
    /// The office of another account: reached through its host alone.
    Theirs,
}

/// The folders of the data beside the journal.
pub(super) const FOLDERS: [&str; 6] = ["register", "keys", "papers", "clerks", "access", "backups"];

/// How long a subcommand waits for another process to leave.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often it is looked meanwhile whether that is a host.
const A_WHILE: Duration = Duration::from_millis(100);

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

    /// Whose home it is, as far as this account can see.
    pub fn standing(&self) -> Standing {
        use std::os::unix::fs::MetadataExt;
        let me = rustix::process::geteuid().as_raw();
        match std::fs::metadata(self.data()) {
            Ok(data) if data.uid() != me => Standing::Theirs,
            // A folder above it that cannot be entered hides it; nothing can be founded there either.
            Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => Standing::Theirs,
            _ if self.has_office() => Standing::Ours,
            _ => Standing::Nothing,
        }
    }

    /// The folder of the socket.
    pub(super) fn run(&self) -> PathBuf {
        self.root.join("run")
    }

    /// The socket of the host.
    pub(super) fn socket(&self) -> PathBuf {
        self.run().join("host.sock")
    }

    /// The host's log.
    pub(super) fn log(&self) -> PathBuf {
        self.data().join("host.log")
    }

    /// The folder of what was looked at.
    pub(super) fn access_folder(&self) -> PathBuf {
        self.data().join("access")
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
        self.clerks().join(clerk.0.to_string())
    }

    fn clerks(&self) -> PathBuf {
        self.data().join("clerks")
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
        let owned = self.open_at(Box::new(SystemTime { today }), progress)?;
        let clerk = admit(&owned.desk.office(), uid, today)?;
        Ok(owned.of(clerk))
    }

    /// Opens the office for everybody who may work in it; each thread sets its own day.
    ///
    /// # Errors
    /// As [`Home::open`], but for the account.
    pub(super) fn own(&self, progress: &mut dyn FnMut(Progress) -> bool) -> Result<Owned, HostError> {
        self.open_at(Box::new(DayOfThread), progress)
    }

    fn open_at(
        &self,
        time: Box<dyn Time>,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Owned, HostError> {
        if !self.has_office() {
            return Err(HostError::NoOffice(self.root.clone()));
        }
        folder::check_private(&self.data())?;
        let lock = self.lock()?;
        let keys = Arc::new(self.keys_with(self.office_keys()?)?);
        let desk::Opened { desk, notices } = self.desk(keys, time, progress)?;
        let looks = AccessLog::in_folder(self.access_folder());
        desk.on_look(move |access| looks.note(access));
        let cabinet = Cabinet::of(self.clerks(), &desk);
        Ok(Owned { desk: Arc::new(desk), notices, cabinet, lock })
    }

    /// The desk of this home, whose lock the caller holds.
    pub(super) fn desk(
        &self,
        keys: Arc<Keys>,
        time: Box<dyn Time>,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<desk::Opened, HostError> {
        let store = Box::new(Shelf { folder: self.register() });
        let folder = self.journal();
        Ok(desk::open(|anchor| journal_at(&folder, anchor), store, keys, time, progress)?)
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

    /// Waits for whoever uses the home, but not for a host: that stays, and is asked instead.
    fn lock(&self) -> Result<Lock, HostError> {
        let path = self.data().join("lock");
        let start = Instant::now();
        loop {
            let left = self.patience.saturating_sub(start.elapsed());
            match lock::take(&path, left.min(A_WHILE)) {
                Err(HostError::InUse(_)) if place::connect(self)?.is_some() => {
                    return Err(HostError::Served(self.root.clone()));
                }
                Err(HostError::InUse(_)) if left > A_WHILE => {}
                answer => return answer,
            }
        }
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
