//! Making a home anew: from a backup, or from an export of the journal. All or nothing.

use std::io::BufRead;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::fresh::Fresh;
use super::{Home, HostError, folder};
use crate::backup::{self, Archive, KeyFile, KeySource, Manifest, Passphrase, Whole};
use crate::desk::{self, Desk, SystemTime};
use crate::journal::{self, FileJournal, Head, Keyring, OfficeKey};
use crate::office::Restoration;
use crate::request::{ClerkId, Seq};

/// A home that was made anew from a backup.
#[derive(Debug)]
pub struct Restored {
    /// What the backup said of itself.
    pub manifest: Manifest,
    /// What was found in it.
    pub whole: Whole,
    /// The entry that tells of the restoration.
    pub noted: Seq,
    /// The accounts that are admitted, if the one that restored is none of them: it cannot open the office.
    pub admitted: Option<Vec<u32>>,
}

/// A home that was made anew from an export.
#[derive(Debug)]
pub struct TakenIn {
    /// The name of the organ the office was founded for.
    pub office: String,
    /// Where its journal stands.
    pub head: Head,
    /// As in [`Restored`].
    pub admitted: Option<Vec<u32>>,
}

impl Home {
    /// Makes this home anew from a backup, for the account `uid`: checked whole first, register derived,
    /// and an entry about it appended. `today` is the day set by hand, in practice offices alone.
    ///
    /// # Errors
    /// There is an office, or something else; the backup, the key, or the file system. Then the home is as
    /// it was.
    pub fn restore(
        &self,
        path: &Path,
        key: &KeySource,
        uid: u32,
        today: Option<Date>,
    ) -> Result<Restored, HostError> {
        let mut archive = Archive::open(path)?;
        let keys = archive.keys(key)?;
        let fresh = Fresh::begin(self)?;
        let home = fresh.home();
        let whole = backup::unpack(&mut archive, &keys, &home.data())?;
        fresh.complete()?;
        KeyFile::create(&home.key_file(), &keys, own_passphrase(key))?;
        let keys = home.keys_with(keys)?;
        let head = archive.manifest().head()?;
        let seal = *head.seal.as_bytes();
        let restoration = Restoration { seq: head.seq, seal, made_at: archive.manifest().made_at() };
        let time = Box::new(SystemTime { today });
        let desk::Opened { desk, .. } = home.desk(Arc::new(keys), time, &mut |_| true)?;
        if today.is_some() && !desk.office().practice {
            return Err(HostError::TodayOutsidePractice);
        }
        desk.finish_erasures()?;
        // An account that is not admitted is no clerk; what was done is kept all the same.
        let who = desk.office().clerk_of(uid).map_or(ClerkId(0), |clerk| clerk.id);
        let noted = desk.note_restored(who, restoration)?;
        let admitted = admitted_others(&desk, uid);
        desk.close();
        fresh.finish()?;
        Ok(Restored { manifest: archive.manifest().clone(), whole, noted, admitted })
    }

    /// Makes this home anew from an export of a journal: same numbers, times, authors and events, under a
    /// new office key.
    ///
    /// # Errors
    /// There is an office, or something else; the export, or the file system. Then the home is as it was.
    pub fn take_in(&self, export: &mut dyn BufRead, uid: u32) -> Result<TakenIn, HostError> {
        let fresh = Fresh::begin(self)?;
        let home = fresh.home();
        fresh.complete()?;
        folder::make(&home.journal(), 0o700)?;
        let office = Keyring::of(OfficeKey::generate()?);
        office.create_file(&home.key_file())?;
        let keys = home.keys_with(office)?;
        let mut journal = FileJournal::create_at(&home.journal())?;
        let head = journal::import(export, &keys, &mut journal)?;
        drop(journal);
        let desk::Opened { desk, .. } =
            home.desk(Arc::new(keys), Box::new(SystemTime::default()), &mut |_| true)?;
        desk.finish_erasures()?;
        let (office, admitted) = (desk.office().name().to_owned(), admitted_others(&desk, uid));
        desk.close();
        fresh.finish()?;
        Ok(TakenIn { office, head, admitted })
    }
}

/// A key file that was protected stays so, by the same passphrase.
fn own_passphrase(key: &KeySource) -> Option<&Passphrase> {
    match key {
        KeySource::File(_, passphrase) => passphrase.as_ref(),
        KeySource::Passphrase(_) => None,
    }
}

fn admitted_others(desk: &Desk, uid: u32) -> Option<Vec<u32>> {
    let office = desk.office();
    let uids = || office.clerks.iter().map(|clerk| clerk.uid).collect();
    office.clerk_of(uid).is_none().then(uids)
}
