//! An office that is open: owned by this process, or lent by the host.

use std::sync::Arc;

use super::drawer::{Cabinet, Drawer};
use super::lock::Lock;
use crate::desk::{Desk, Notice};
use crate::request::ClerkId;
use crate::tui::Base;

/// An office that is open, for one clerk.
#[derive(Debug)]
pub struct Opened {
    /// Its desk, as the clerk sees it.
    pub desk: Arc<Desk>,
    /// The clerk whose account this is.
    pub clerk: ClerkId,
    /// What is to be said about the opening.
    pub notices: Vec<Notice>,
    /// The clerk's drafts.
    pub drawer: Drawer,
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
    /// The drafts of all clerks.
    pub(super) cabinet: Arc<Cabinet>,
    pub(super) lock: Lock,
}

impl Opened {
    /// The desk of another, for this clerk.
    pub(super) fn lent(desk: &Desk, clerk: ClerkId, drawer: Drawer) -> Self {
        let desk = desk.seen_by(clerk);
        let notices = desk.greeting().into_iter().collect();
        Self { desk: Arc::new(desk), clerk, notices, drawer, lock: None }
    }

    /// The same once more; it stays open as long as any of them.
    #[must_use]
    pub fn share(&self) -> Self {
        Self::lent(&self.desk, self.clerk, self.drawer.another())
    }

    /// What a seat at it has.
    pub fn base(&self) -> Base<'_> {
        Base { desk: &self.desk, clerk: self.clerk, notices: &self.notices, drawer: &self.drawer }
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
        let Self { desk, notices, cabinet, lock } = self;
        let desk = Arc::new(desk.seen_by(clerk));
        let notices = notices.into_iter().chain(desk.greeting()).collect();
        Opened { desk, clerk, notices, drawer: Drawer::open(&cabinet, clerk), lock: Some(lock) }
    }
}

/// Closes a desk that nobody else holds.
pub(super) fn close(desk: Arc<Desk>) {
    if let Some(desk) = Arc::into_inner(desk) {
        desk.close();
    }
}
