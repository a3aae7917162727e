//! The right to write, and telling others once it is given back.

use std::ops::{Deref, DerefMut};
use std::sync::{MutexGuard, PoisonError};

use super::{Desk, DeskError, Shared, Writer};
use crate::office::{Access, Looked};
use crate::request::{ClerkId, RequestId, Seq};

/// What is done after each change, on the thread that made it: quick, and without writing itself.
pub(super) type Watcher = Box<dyn Fn() + Send + Sync>;

/// What is told of every look.
pub(super) type Lookout = Box<dyn Fn(Access) + Send + Sync>;

/// The one writer, held from deciding to applying.
pub(super) struct Writing<'d> {
    guard: MutexGuard<'d, Writer>,
    /// Dropped after the guard: who is told may write at once.
    _tell: Tell<'d>,
}

/// Tells the watcher when dropped, if the journal has grown; the register has followed by then.
struct Tell<'d> {
    desk: &'d Shared,
    before: Seq,
}

impl Desk {
    /// Has `watcher` told of every change from now on. A desk has one host: the first watcher stays.
    pub fn on_change(&self, watcher: impl Fn() + Send + Sync + 'static) {
        let _ = self.watcher.set(Box::new(watcher));
    }

    /// Has `lookout` told of every look from now on; the first one stays.
    pub fn on_look(&self, lookout: impl Fn(Access) + Send + Sync + 'static) {
        let _ = self.lookout.set(Box::new(lookout));
    }

    /// The clerk `who` has looked at a case.
    pub fn looked(&self, who: ClerkId, what: Looked, request: RequestId) {
        if let Some(lookout) = self.lookout.get() {
            lookout(Access { at: self.time.now(), who, what, request });
        }
    }

    /// Whether a panic in the middle of a write has closed the desk: only opening it anew helps.
    pub fn is_closed(&self) -> bool {
        self.writer.is_poisoned()
    }

    pub(super) fn writer(&self) -> Result<Writing<'_>, DeskError> {
        let guard = self.writer.lock().map_err(|_: PoisonError<_>| DeskError::Closed)?;
        let tell = Tell { desk: self, before: self.head().seq };
        Ok(Writing { guard, _tell: tell })
    }
}

impl Deref for Writing<'_> {
    type Target = Writer;

    fn deref(&self) -> &Writer {
        &self.guard
    }
}

impl DerefMut for Writing<'_> {
    fn deref_mut(&mut self) -> &mut Writer {
        &mut self.guard
    }
}

impl Drop for Tell<'_> {
    fn drop(&mut self) {
        if let Some(watcher) = self.desk.watcher.get()
            && self.desk.reader.head().seq != self.before
        {
            watcher();
        }
    }
}
