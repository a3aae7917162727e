//! Opening the desk: the office from its events, the register usable, caught up or derived anew.

use std::sync::{Arc, Mutex, OnceLock, RwLock};

use super::{Desk, DeskError, RegisterStore, Shared, Time, Writer, erasing, find};
use crate::journal::{Anchor, Journal, JournalError, JournalReader, Keys};
use crate::register::{Opening, Progress, Register, RegisterError, Unusable};

/// What opening had to do beyond opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The rest of an unfinished commit was cut and kept; the words say where.
    Torn(String),
    /// The register was derived anew.
    Rebuilt(Unusable),
    /// The register disagreed with itself and was derived anew.
    Mended,
    /// The clerk sees the requests of his units alone, and has none yet.
    NoUnit,
}

/// An open desk and what is to be said about its opening.
#[derive(Debug)]
pub struct Opened {
    /// The desk.
    pub desk: Desk,
    /// What is to be said.
    pub notices: Vec<Notice>,
}

/// Registers up to so many entries behind are caught up; beyond, deriving anew is faster.
const CATCH_UP: u64 = 20_000;
/// Registers up to so many rows are recounted at every opening; larger ones after a bad ending, since only
/// a store without a fresh snapshot can be wrong in silence, and by `verify`.
const RECOUNT: u64 = 20_000;

/// Opens the desk on a journal and the place of its register.
///
/// `journal` is opened with the register's cursor as anchor, so that a journal cut short behind the
/// register's back is told apart and never derived over.
///
/// # Errors
/// The journal (damaged, shortened, written by a newer program) or the register's place.
pub fn open(
    journal: impl FnOnce(Option<Anchor>) -> Result<(Box<dyn Journal>, Option<String>), JournalError>,
    store: Box<dyn RegisterStore>,
    keys: Arc<Keys>,
    time: Box<dyn Time>,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Opened, DeskError> {
    let opening = store.open(&keys)?;
    let anchor = match &opening {
        Opening::Usable(_, anchor) => Some(*anchor),
        Opening::Unusable(_) => None,
    };
    let (journal, torn) = journal(anchor)?;
    let reader = journal.reader();
    // Under foreign keys every row is unreadable; the register must not be derived anew for that.
    erasing::fitting(reader.as_ref(), &keys)?;
    let mut notices: Vec<Notice> = torn.into_iter().map(Notice::Torn).collect();
    let mut rebuild = |why| {
        notices.push(why);
        store.rebuild(reader.as_ref(), &keys, progress)
    };
    let register = match opening {
        Opening::Unusable(why) => rebuild(Notice::Rebuilt(why))?,
        Opening::Usable(register, anchor) => match current(*register, anchor, reader.as_ref()) {
            Ok(Some(register)) => register,
            Ok(None) => rebuild(Notice::Mended)?,
            Err(error) if error.is_mended_by_rebuild() => rebuild(Notice::Rebuilt(Unusable::Damaged))?,
            Err(error) => return Err(error.into()),
        },
    };
    erasing::settle(&register, reader.as_ref(), &keys)?;
    let office = register.office(reader.as_ref())?;
    let reckoning = office.reckoning();
    let shared = Shared {
        writer: Mutex::new(Writer::new(journal)),
        reader,
        register: RwLock::new(Some(register)),
        store,
        keys,
        office: RwLock::new(Arc::new(office)),
        reckoning: RwLock::new(reckoning),
        records: RwLock::new(None),
        found: Mutex::new(find::Index::default()),
        time,
        watcher: OnceLock::new(),
        lookout: OnceLock::new(),
    };
    Ok(Opened { desk: Desk { shared: Arc::new(shared), viewer: None }, notices })
}

/// The register brought up to the journal's head; `None` where it must be derived anew.
fn current(
    mut register: Register,
    anchor: Anchor,
    reader: &dyn JournalReader,
) -> Result<Option<Register>, RegisterError> {
    let head = reader.head();
    let is_far_behind = head.seq.0.saturating_sub(anchor.seq.0) > CATCH_UP;
    let is_doubtful = register.len()? <= RECOUNT || !register.was_closed_well()?;
    if is_far_behind || (is_doubtful && !register.check()?.differences.is_empty()) {
        register.discard();
        return Ok(None);
    }
    if anchor.seq < head.seq {
        let reckoning = register.office(reader)?.reckoning();
        register.catch_up(reader, &reckoning)?;
    }
    Ok(Some(register))
}
