//! The line to a clerk's terminal: there or not, and another one after a while.

use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use crate::host::day::now;
use crate::host::wire::{Down, send};
use crate::words::host as words;

/// What came of something that the client was asked.
type Answer = Result<String, String>;

/// How long a client that takes nothing any more may hold up its own end.
const LAST_WORDS: Duration = Duration::from_millis(500);
/// How often it is looked whether the last frame is written.
const AGAIN: Duration = Duration::from_millis(2);

/// The line of one session.
pub(super) struct Line {
    state: Mutex<State>,
    /// Held while a frame is written: the session and the host's end must not mix theirs.
    writing: Mutex<()>,
}

struct State {
    stream: Option<Arc<UnixStream>>,
    /// Since when nobody is there.
    left: Option<i64>,
    /// When the clerk last did something.
    heard: i64,
    /// Who waits for the client's answer.
    waiting: Option<Sender<Answer>>,
}

impl Line {
    /// The line of a client that has just come.
    pub(super) fn of(stream: Arc<UnixStream>) -> Self {
        let state = State { stream: Some(stream), left: None, heard: now(), waiting: None };
        Self { state: Mutex::new(state), writing: Mutex::new(()) }
    }

    /// Sends to the client, if there is one. One that is gone is noticed by whoever reads from it.
    pub(super) fn send(&self, message: &Down) -> bool {
        let stream = self.state().stream.clone();
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        stream.is_some_and(|stream| send(&mut &*stream, message).is_ok())
    }

    /// Asks the client and waits for its answer, or for its end.
    pub(super) fn ask(&self, messages: &[Down]) -> Answer {
        let gone = || words::LINE_GONE.to_owned();
        let (answer, answers) = mpsc::channel();
        self.state().waiting = Some(answer);
        if !messages.iter().all(|message| self.send(message)) {
            return Err(gone());
        }
        answers.recv().map_err(|_| gone())?
    }

    /// The client answers.
    pub(super) fn answer(&self, answer: Answer) {
        if let Some(waiting) = self.state().waiting.take() {
            // Who asked may have ended meanwhile.
            let _ = waiting.send(answer);
        }
    }

    /// Another client takes the place of the one that was lost, or that is there; gives the latter.
    pub(super) fn attach(&self, stream: Arc<UnixStream>) -> Option<Arc<UnixStream>> {
        let mut state = self.state();
        state.waiting = None;
        state.left = None;
        state.heard = now();
        state.stream.replace(stream)
    }

    /// Gives the client away: nobody is there from now on.
    pub(super) fn let_go(&self) -> Option<Arc<UnixStream>> {
        let mut state = self.state();
        let stream = state.stream.take()?;
        state.waiting = None;
        state.left = Some(now());
        Some(stream)
    }

    /// Whether this client is there.
    pub(super) fn is(&self, stream: &Arc<UnixStream>) -> bool {
        self.state().stream.as_ref().is_some_and(|current| Arc::ptr_eq(current, stream))
    }

    /// The clerk did something.
    pub(super) fn heard(&self) {
        self.state().heard = now();
    }

    /// When he last did.
    pub(super) fn last_heard(&self) -> i64 {
        self.state().heard
    }

    /// This client is gone. False where another has taken its place already.
    pub(super) fn lost(&self, stream: &Arc<UnixStream>) -> bool {
        let mut state = self.state();
        if !state.stream.as_ref().is_some_and(|current| Arc::ptr_eq(current, stream)) {
            return false;
        }
        state.stream = None;
        state.waiting = None;
        state.left = Some(now());
        true
    }

    /// Since when nobody is there.
    pub(super) fn left(&self) -> Option<i64> {
        self.state().left
    }

    /// Drops a client that has ended, though nobody has noticed yet: one that was killed comes back faster
    /// than its end is read.
    pub(super) fn notice_end(&self) {
        let Some(stream) = self.state().stream.clone() else { return };
        let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
        let mut looked = [PollFd::new(&*stream, PollFlags::RDHUP)];
        let ended = poll(&mut looked, Some(&at_once)).is_ok()
            && looked.iter().any(|fd| fd.revents().intersects(PollFlags::HUP | PollFlags::RDHUP));
        if ended {
            self.lost(&stream);
        }
    }

    /// Tells the client that it ends, and cuts the line.
    pub(super) fn close(&self, code: u8, said: &str) {
        let Some(stream) = self.state().stream.take() else { return };
        self.state().waiting = None;
        self.cut(&stream, code, said);
    }

    /// Tells a client whose place another has taken that it ends here, and cuts its line.
    pub(super) fn dismiss(&self, stream: &UnixStream, said: &str) {
        self.cut(stream, 0, said);
    }

    fn cut(&self, stream: &UnixStream, code: u8, said: &str) {
        if let Some(_writing) = self.written() {
            let _ = stream.set_write_timeout(Some(LAST_WORDS));
            let _ = send(&mut &*stream, &Down::End { code, words: said.to_owned() });
        }
        let _ = stream.shutdown(Shutdown::Both);
    }

    /// Waits until nobody is writing to the client. A frame takes a moment; a session that hangs in one for
    /// longer holds the lock until the line is cut.
    fn written(&self) -> Option<MutexGuard<'_, ()>> {
        let start = Instant::now();
        loop {
            match self.writing.try_lock() {
                Ok(held) => return Some(held),
                Err(TryLockError::Poisoned(held)) => return Some(held.into_inner()),
                Err(TryLockError::WouldBlock) if start.elapsed() < LAST_WORDS => thread::sleep(AGAIN),
                Err(TryLockError::WouldBlock) => return None,
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
