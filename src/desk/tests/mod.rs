//! How the desk behaves, in sentences; and what a test needs to say them briefly.

mod annual;
mod calendar;
mod clerks;
mod erasing;
mod failing;
mod handing;
mod histories;
mod importing;
mod lists;
mod opening;
mod others;
mod records;
mod refusals;
mod seeing;
mod steps;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::{Date, date};
use tempfile::TempDir;

use super::*;
use crate::journal::{FileJournal, Keyring, OfficeKey};
use crate::law::{ApplicantKind, OutcomeRow};
use crate::register::{self, CaseRow, Opening, Progress, RegisterError};
use crate::request::{
    Channel, ClerkId, OrganId, Outcome, Particulars, Registration, RequestId, Seq, ServiceWay, Step,
};

pub(super) const CLERK: ClerkId = ClerkId(1);
pub(super) const TODAY: Date = date(2026, 6, 30);

/// A clock that stands.
pub(super) struct Standing;

impl Time for Standing {
    fn now(&self) -> i64 {
        1_782_792_000_000
    }

    fn today(&self) -> Date {
        TODAY
    }
}

/// A register in a folder.
pub(super) struct Folder(pub(super) PathBuf);

impl RegisterStore for Folder {
    fn open(&self, keys: &Arc<Keys>) -> Result<Opening, RegisterError> {
        register::open(&self.0, keys)
    }

    fn rebuild(
        &self,
        journal: &dyn JournalReader,
        keys: &Arc<Keys>,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Register, RegisterError> {
        register::rebuild(&self.0, journal, keys, progress)
    }

    fn derive_beside(
        &self,
        journal: &dyn JournalReader,
        keys: &Arc<Keys>,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Register, RegisterError> {
        let beside = self.0.with_extension("new");
        let _ = std::fs::remove_dir_all(&beside);
        register::rebuild(&beside, journal, keys, progress)
    }

    fn replace_by_beside(&self) -> Result<(), RegisterError> {
        std::fs::remove_dir_all(&self.0)?;
        std::fs::rename(self.0.with_extension("new"), &self.0)?;
        Ok(())
    }
}

/// An office in a folder of its own.
pub(super) struct Room {
    folder: TempDir,
    pub(super) keys: Arc<Keys>,
}

impl Room {
    /// An office whose numbers have no prefix.
    pub(super) fn new() -> Self {
        Self::with_prefix("")
    }

    pub(super) fn with_prefix(prefix: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("keys")).unwrap();
        let office = Keyring::of(OfficeKey::generate().unwrap());
        let keys = Arc::new(Keys::open_at(&folder.path().join("keys"), office).unwrap());
        let room = Self { folder, keys };
        std::fs::create_dir(room.journal()).unwrap();
        let mut journal = FileJournal::create_at(&room.journal()).unwrap();
        founding(prefix).write(&mut journal, &room.keys, &Standing).unwrap();
        room
    }

    pub(super) fn journal(&self) -> PathBuf {
        self.folder.path().join("journal")
    }

    pub(super) fn register(&self) -> PathBuf {
        self.folder.path().join("register")
    }

    /// The room as the next process finds it: with nothing of the keys in memory.
    pub(super) fn reborn(mut self) -> Self {
        let office = Keyring::clone(&self.keys.office());
        self.keys = Arc::new(Keys::open_at(&self.folder.path().join("keys"), office).unwrap());
        self
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn try_open(&self) -> Result<Opened, DeskError> {
        let journal = |anchor| {
            let opened = FileJournal::open_at(&self.journal(), anchor)?;
            let journal: Box<dyn Journal> = Box::new(opened.journal);
            Ok((journal, opened.torn.map(|torn| torn.words())))
        };
        let store = Box::new(Folder(self.register()));
        open(journal, store, Arc::clone(&self.keys), Box::new(Standing), &mut |_| true)
    }

    pub(super) fn open(&self) -> Opened {
        self.try_open().unwrap()
    }

    pub(super) fn desk(&self) -> Desk {
        self.open().desk
    }
}

pub(super) fn founding(prefix: &str) -> Founding {
    Founding {
        organ: "北关区人民政府".into(),
        prefix: prefix.into(),
        practice: false,
        uid: 1000,
        clerk: "张敏".into(),
    }
}

/// A registration by signed post.
pub(super) fn form(received: Date, applicant: &str) -> Registration {
    Registration {
        no: None,
        organ: OrganId::FIRST,
        kind: ApplicantKind::Natural,
        channel: Channel::SignedPost,
        submitted_on: None,
        confirmed_on: None,
        received_on: Some(received),
        particulars: Particulars {
            applicant: applicant.into(),
            content: format!("{applicant}申请的预算执行情况"),
            ..Particulars::default()
        },
    }
}

pub(super) fn numbered(no: &str) -> Registration {
    Registration { no: Some(no.into()), ..form(date(2026, 3, 2), "张三") }
}

pub(super) fn decide_open(on: Date) -> Step {
    Step::Decide {
        on,
        item: None,
        outcome: Outcome::of(OutcomeRow::Open),
        facts: String::new(),
        letter_no: String::new(),
        override_reason: String::new(),
    }
}

pub(super) fn serve(on: Date) -> Step {
    Step::Serve { on, way: ServiceWay::Post, proof: String::new() }
}

impl Desk {
    pub(super) fn registered(&self, registration: Registration) -> CaseRow {
        self.submit(CLERK, Command::Register(Box::new(registration))).unwrap().row
    }

    pub(super) fn step(&self, id: RequestId, step: Step) -> Result<Done, DeskError> {
        self.submit(CLERK, Command::Step { id, version: None, step })
    }

    pub(super) fn revoke(&self, id: RequestId, seq: Seq) -> Result<Done, DeskError> {
        self.submit(CLERK, Command::Revoke { id, version: None, seq, reason: "有误".into() })
    }

    pub(super) fn revoke_commit(&self, commit: Seq) -> Result<Done, DeskError> {
        self.submit(CLERK, Command::RevokeCommit { commit, reason: "有误".into() })
    }

    pub(super) fn every_row(&self) -> Vec<CaseRow> {
        self.read_whole(|register| register.rows().collect()).unwrap()
    }

    /// The register agrees with itself and with one derived anew.
    pub(super) fn assert_sound(&self) {
        let checked = self.read_whole(Register::check).unwrap();
        assert_eq!(checked.differences, []);
        let rebuilt = self.rebuild(&mut |_| true).unwrap();
        assert!(rebuilt.equal, "as derived anew");
        assert_eq!(rebuilt.cases, self.every_row().len());
    }
}
