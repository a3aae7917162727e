//! The host serving: it owns the open office, lets clients in, and leaves in order.
//!
//! Threads: one waits at the door, one for each client that is there (it reads what the client sends, or
//! runs its subcommand), one for each session (it runs the program, whether a client is there or not), one
//! for signals; the first one keeps house: it ends what nobody comes back to and decides when to leave.

mod command;
mod door;
mod hub;
mod line;
mod log;
mod session;
#[cfg(test)]
mod tests;
mod upkeep;

use std::os::unix::fs::MetadataExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::panic;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::day::now;
use super::drawer::Cabinet;
use super::lock::Lock;
use super::opened::{Owned, close};
use super::progress::told;
use super::wire::{PROTOCOL, Report, Row};
use super::{Commands, Home, HostError, folder, place};
use crate::desk::{Desk, Notice};
use crate::words::host as words;
use door::Door;
use hub::Hub;
use log::Log;

pub use log::stamp;

/// The version of this program.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");
/// How often the host looks for what has expired.
const ROUND: Duration = Duration::from_secs(2);
/// How long whoever is still at work is waited for.
const LEAVING: Duration = Duration::from_secs(10);
/// How long a host that a client has started waits for its first client.
const FIRST: Duration = Duration::from_secs(10);

/// How a host is to serve.
pub struct Serving {
    /// The home.
    pub home: Home,
    /// Whoever knows the subcommands.
    pub commands: Arc<dyn Commands>,
    /// A socket that listens already, of a service manager.
    pub listener: Option<UnixListener>,
    /// A client has started it, perhaps as another did: who comes second leaves without a word.
    pub by_client: bool,
    /// How long it stays when nobody has a session any more; for ever where nothing is said.
    pub linger: Option<Duration>,
}

impl std::fmt::Debug for Serving {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Serving").field("home", &self.home).finish_non_exhaustive()
    }
}

/// What all threads share.
struct House {
    desk: Arc<Desk>,
    cabinet: Arc<Cabinet>,
    hub: Arc<Hub>,
    commands: Arc<dyn Commands>,
    log: Arc<Log>,
    /// What is to be said about the opening, to the first clerk who comes.
    notices: Mutex<Vec<Notice>>,
    since: i64,
    /// Clients that are there.
    guests: AtomicUsize,
    /// A newer program was installed: no new sessions.
    is_outdated: AtomicBool,
    /// Who waits for the host's end: these lines are cut when all is done.
    waiting: Mutex<Vec<UnixStream>>,
    calls: Sender<Call>,
}

/// What the first thread is called for.
enum Call {
    /// Somebody came or went.
    Look,
    /// Leave.
    Leave,
}

impl House {
    fn of(
        (desk, cabinet): (Arc<Desk>, Arc<Cabinet>),
        notices: Vec<Notice>,
        commands: Arc<dyn Commands>,
        log: Arc<Log>,
        calls: Sender<Call>,
    ) -> Self {
        let hub = Arc::new(Hub::default());
        let hub_of_desk = Arc::clone(&hub);
        desk.on_change(move || hub_of_desk.changed());
        Self {
            desk,
            cabinet,
            hub,
            commands,
            log,
            notices: Mutex::new(notices),
            since: now(),
            guests: AtomicUsize::new(0),
            is_outdated: AtomicBool::new(false),
            waiting: Mutex::default(),
            calls,
        }
    }

    /// Has the first thread look whether there is still somebody.
    fn look(&self) {
        // It is gone only when everything is.
        let _ = self.calls.send(Call::Look);
    }

    fn leave(&self) {
        let _ = self.calls.send(Call::Leave);
    }

    fn outdated(&self) {
        self.is_outdated.store(true, Ordering::SeqCst);
        self.look();
    }

    /// A panic may have happened in the middle of a write: then the desk writes nothing more, and only
    /// opening it anew helps.
    fn after_panic(&self) {
        if self.desk.is_closed() {
            self.log.say(words::LOG_DESK_CLOSED);
            self.leave();
        }
    }

    fn report(&self) -> Report {
        let office = self.desk.office();
        let head = self.desk.head();
        let row = |entry: hub::Entry| Row {
            id: entry.id,
            clerk: entry.clerk.0,
            name: office.clerk(entry.clerk).map(|clerk| clerk.name.clone()).unwrap_or_default(),
            since: entry.since,
            left: entry.line.left(),
        };
        Report {
            pid: pid(),
            version: VERSION.to_owned(),
            protocol: PROTOCOL,
            since: self.since,
            sessions: self.hub.all().into_iter().map(row).collect(),
            seq: head.seq.0,
            seal: head.seal.to_string(),
        }
    }
}

/// Serves until it is told to leave, or nobody is there any more. `ready` is called once clients are let in;
/// until then `progress` is told how far the opening is, in cases of all cases, where that takes long.
///
/// # Errors
/// The office does not open, or there can be no socket.
pub fn serve(
    serving: Serving,
    progress: &mut dyn FnMut(usize, usize),
    ready: impl FnOnce(),
) -> Result<(), HostError> {
    let Serving { home, commands, listener, linger, by_client } = serving;
    let Owned { desk, notices, cabinet, lock } = match home.own(&mut told(progress)) {
        Err(HostError::Served(_)) if by_client => return Ok(()),
        opened => opened?,
    };
    let log = Arc::new(Log::at(home.log()));
    // Messages of a panic may name what was worked on; its place does not.
    let log_of_panics = Arc::clone(&log);
    panic::set_hook(Box::new(move |info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        log_of_panics.say(&words::log_panic(&place));
    }));
    let socket = if listener.is_none() { Some(home.socket()) } else { None };
    let listener = listener.map_or_else(|| place::bind(&home), Ok)?;
    let (calls, called) = mpsc::channel();
    let house = Arc::new(House::of((desk, cabinet), notices, commands, log, calls));
    watch_signals(&house)?;
    let door = Door::open(&house, listener).map_err(|error| folder::at(home.root(), error))?;
    house.log.say(&words::log_began_serving(pid(), VERSION));
    ready();
    upkeep::begin(&house, home);
    keep_house(&house, &called, linger, socket.as_deref().and_then(inode).as_ref());
    // First the name goes, so that who comes now starts another host; then the door; then the sessions.
    if let Some(socket) = &socket {
        place::unbind(socket);
    }
    door.close();
    leave(house, lock);
    Ok(())
}

/// The first thread's rounds, until it is time to leave.
fn keep_house(
    house: &House,
    called: &Receiver<Call>,
    linger: Option<Duration>,
    socket: Option<&(PathBuf, u64)>,
) {
    let mut alone = Some(Instant::now());
    let mut patience = linger.map(|linger| linger.max(FIRST));
    loop {
        let left = alone.zip(patience).map(|(since, patience)| patience.saturating_sub(since.elapsed()));
        match called.recv_timeout(left.map_or(ROUND, |left| left.min(ROUND))) {
            Ok(Call::Leave) | Err(RecvTimeoutError::Disconnected) => return,
            Ok(Call::Look) | Err(RecvTimeoutError::Timeout) => {}
        }
        for entry in house.hub.expired(now()) {
            house.log.say(&words::log_expired(entry.id));
            entry.line.close(1, words::STOPPED);
        }
        let is_empty = house.hub.is_empty() && house.guests.load(Ordering::SeqCst) == 0;
        if is_empty && house.is_outdated.load(Ordering::SeqCst) {
            return;
        }
        if is_empty {
            let since = *alone.get_or_insert_with(Instant::now);
            if patience.is_some_and(|patience| since.elapsed() >= patience) {
                return;
            }
        } else {
            alone = None;
            patience = linger;
        }
        // A home that was taken away, or a socket that another one replaced: nobody can come any more.
        if let Some((path, inode_before)) = socket
            && is_empty
            && inode(path).map(|(_, inode)| inode) != Some(*inode_before)
        {
            return;
        }
    }
}

/// The number of this process.
fn pid() -> u32 {
    rustix::process::getpid().as_raw_nonzero().get().unsigned_abs()
}

fn inode(path: &std::path::Path) -> Option<(PathBuf, u64)> {
    std::fs::symlink_metadata(path).ok().map(|socket| (path.to_path_buf(), socket.ino()))
}

/// Tells every session, waits for those who are at work, and closes the office.
fn leave(house: Arc<House>, lock: Lock) {
    for entry in house.hub.take_all() {
        entry.line.close(1, words::STOPPED);
    }
    let start = Instant::now();
    while Arc::strong_count(&house) > 1 && start.elapsed() < LEAVING {
        thread::sleep(Duration::from_millis(5));
    }
    house.log.say(words::LOG_LEFT);
    // Whoever still holds it loses nothing that was acknowledged: the journal is on disk, and the next
    // opening looks the register over.
    if let Some(House { desk, waiting, .. }) = Arc::into_inner(house) {
        close(desk);
        drop(lock);
        drop(waiting);
    }
}

fn watch_signals(house: &Arc<House>) -> Result<(), HostError> {
    let signals = Signals::new([SIGTERM, SIGINT, SIGHUP]);
    let mut signals = signals.map_err(|error| folder::at(std::path::Path::new("signal"), error))?;
    let calls = house.calls.clone();
    let watch = move || {
        for _ in signals.forever() {
            let _ = calls.send(Call::Leave);
        }
    };
    thread::Builder::new()
        .name("signals".into())
        .spawn(watch)
        .map_err(|error| folder::at(std::path::Path::new("signal"), error))?;
    Ok(())
}
