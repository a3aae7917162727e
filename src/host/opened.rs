//! An office that is open: owned by this process, or lent by the host.

use std::sync::Arc;

use super::lock::Lock;
use crate::desk::{Desk, Notice};
use crate::request::ClerkId;

/// An office that is open, for one clerk.
#[derive(Debug)]
pub struct Opened {
    /// Its desk, as the clerk sees it.
    pub desk: Arc<Desk>,
    /// The clerk whose account this is.
    pub clerk: ClerkId,
    /// What is to be said about the opening.
    pub notices: Vec<Notice>,
    /// The home's lock; none where the host has it and lends the desk.
    pub(super) lock: Option<Lock>,
}

/// An office that is open, owned by this process, for whoever may work in it.
#[derive(Debug)]
pub struct Owned {
    /// Its desk.
    pub desk: Arc<Desk>,
    /// What is to be said about the opening.
    pub notices: Vec<Notice>,
    pub(super) lock: Lock,
}

impl Opened {
    /// The desk of another, for this clerk.
    pub(super) fn lent(desk: &Desk, clerk: ClerkId) -> Self {
        let desk = desk.seen_by(clerk);
        let notices = desk.greeting().into_iter().collect();
        Self { desk: Arc::new(desk), clerk, notices, lock: None }
    }

    /// The same once more; it stays open as long as any of them.
    #[must_use]
    pub fn share(&self) -> Self {
        Self::lent(&self.desk, self.clerk)
    }

    /// Closes the office and gives the home back; one that is lent stays open.
    pub fn close(self) {
        let Self { desk, lock, .. } = self;
        close(desk);
        drop(lock);
    }
}

impl Owned {
    /// The office for one clerk alone.
    pub(super) fn of(self, clerk: ClerkId) -> Opened {
        let desk = Arc::new(self.desk.seen_by(clerk));
        let notices = self.notices.into_iter().chain(desk.greeting()).collect();
        Opened { desk, clerk, notices, lock: Some(self.lock) }
    }
}

/// Closes a desk that nobody else holds.
pub(super) fn close(desk: Arc<Desk>) {
    if let Some(desk) = Arc::into_inner(desk) {
        desk.close();
    }
}
