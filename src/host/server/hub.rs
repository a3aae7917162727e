//! All sessions of the host: who is in, who is away, who is told of changes.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::line::Line;
use crate::request::{ClerkId, RequestId};
use crate::tui::{Incoming, OtherSession};

/// The most sessions at once.
const MOST: usize = 64;
/// The most sessions of a clerk that nobody is at; of more the oldest ends.
const MOST_AWAY: usize = 4;
/// Milliseconds after which a session that nobody is at ends: who leaves in the evening finds it in the morning.
const LONGEST_AWAY: i64 = 24 * 3_600_000;

thread_local! {
    /// The session that this thread runs; 0 for none.
    static OWN: Cell<u64> = const { Cell::new(0) };
}

/// A session.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) id: u64,
    pub(super) clerk: ClerkId,
    /// Since when, in UTC milliseconds.
    pub(super) since: i64,
    pub(super) line: Arc<Line>,
    pub(super) events: Sender<Incoming>,
}

/// The sessions.
#[derive(Default)]
pub(super) struct Hub {
    sessions: Mutex<Sessions>,
}

#[derive(Default)]
struct Sessions {
    last: u64,
    all: BTreeMap<u64, Entry>,
    /// At which case the clerk of a session is.
    places: BTreeMap<u64, RequestId>,
    /// What a session shows, and whether something in it is half-typed.
    shown: BTreeMap<u64, (String, bool)>,
}

impl Hub {
    /// Takes a new session in; `None` where there are too many.
    pub(super) fn enter(
        &self,
        clerk: ClerkId,
        since: i64,
        line: Arc<Line>,
        events: Sender<Incoming>,
    ) -> Option<Entry> {
        let mut sessions = self.sessions();
        if sessions.all.len() >= MOST {
            return None;
        }
        sessions.last += 1;
        let entry = Entry { id: sessions.last, clerk, since, line, events };
        sessions.all.insert(entry.id, entry.clone());
        Some(entry)
    }

    /// Gives the clerk the session that he left last. Also since when it was left.
    pub(super) fn rejoin(&self, clerk: ClerkId, stream: &Arc<UnixStream>) -> Option<(Entry, i64)> {
        let sessions = self.sessions();
        let own: Vec<&Entry> = sessions.all.values().filter(|entry| entry.clerk == clerk).collect();
        for entry in &own {
            entry.line.notice_end();
        }
        let away = own.into_iter().filter(|entry| entry.line.left().is_some());
        let last = away.max_by_key(|entry| (entry.line.left(), entry.id))?;
        let left = last.line.left()?;
        last.line.attach(Arc::clone(stream));
        Some((last.clone(), left))
    }

    /// The other sessions of the clerk whose session this is.
    pub(super) fn of_the_same_clerk(&self, own: u64, now: i64) -> Vec<OtherSession> {
        let sessions = self.sessions();
        let Some(clerk) = sessions.all.get(&own).map(|entry| entry.clerk) else { return Vec::new() };
        let others = sessions.all.values().filter(|entry| entry.clerk == clerk && entry.id != own);
        let told = |entry: &Entry| {
            entry.line.notice_end();
            let (title, is_half_typed) = sessions.shown.get(&entry.id).cloned().unwrap_or_default();
            let left = entry.line.left();
            let minutes = now.saturating_sub(left.unwrap_or_else(|| entry.line.last_heard())) / 60_000;
            OtherSession { id: entry.id, title, is_half_typed, is_left: left.is_some(), minutes }
        };
        others.map(told).collect()
    }

    /// Takes the terminal of one session to another one of the same clerk, whether somebody is there or not;
    /// the first is left. Also the line that was there.
    pub(super) fn go_over(&self, from: u64, to: u64) -> Option<(Entry, Option<Arc<UnixStream>>)> {
        let sessions = self.sessions();
        let (from, to) = (sessions.all.get(&from)?, sessions.all.get(&to)?);
        if from.clerk != to.clerk || from.id == to.id {
            return None;
        }
        let stream = from.line.let_go()?;
        Some((to.clone(), to.line.attach(stream)))
    }

    /// The session that this client is at.
    pub(super) fn whose(&self, stream: &Arc<UnixStream>) -> Option<Entry> {
        self.sessions().all.values().find(|entry| entry.line.is(stream)).cloned()
    }

    /// What a session shows now, and whether something in it is half-typed.
    pub(super) fn shows(&self, id: u64, title: &str, is_half_typed: bool) {
        self.sessions().shown.insert(id, (title.to_owned(), is_half_typed));
    }

    /// A session has ended.
    pub(super) fn leave(&self, id: u64) {
        let mut sessions = self.sessions();
        sessions.all.remove(&id);
        sessions.shown.remove(&id);
        let was_somewhere = sessions.places.remove(&id).is_some();
        drop(sessions);
        if was_somewhere {
            self.changed();
        }
    }

    /// The clerk of a session is at this case now, or at none; the others are told.
    pub(super) fn place(&self, id: u64, case: Option<RequestId>) {
        let mut sessions = self.sessions();
        match case {
            Some(case) => _ = sessions.places.insert(id, case),
            None => _ = sessions.places.remove(&id),
        }
        drop(sessions);
        self.changed();
    }

    /// At which cases the clerks of the other sessions are. Of one whose line is lost nobody is there.
    pub(super) fn others(&self, own: u64) -> Vec<(RequestId, ClerkId)> {
        let sessions = self.sessions();
        let others = sessions.places.iter().filter(|(id, _)| **id != own);
        let there = others.filter_map(|(id, case)| Some((*case, sessions.all.get(id)?)));
        there
            .filter(|(_, entry)| entry.line.left().is_none())
            .map(|(case, entry)| (case, entry.clerk))
            .collect()
    }

    /// From now on this thread runs this session, and is not told of its own changes.
    pub(super) fn run_by_this_thread(id: u64) {
        OWN.set(id);
    }

    /// Tells every other session that something was written.
    pub(super) fn changed(&self) {
        for entry in self.sessions().all.values().filter(|entry| entry.id != OWN.get()) {
            // One that has just ended needs nothing.
            let _ = entry.events.send(Incoming::Changed);
        }
    }

    /// Takes out the sessions that nobody came back to, and of a clerk's many the oldest.
    pub(super) fn expired(&self, now: i64) -> Vec<Entry> {
        let mut sessions = self.sessions();
        let mut gone = Vec::new();
        let mut away: BTreeMap<u32, Vec<(i64, u64)>> = BTreeMap::new();
        for entry in sessions.all.values() {
            match entry.line.left() {
                Some(left) if now.saturating_sub(left) > LONGEST_AWAY => gone.push(entry.id),
                Some(left) => away.entry(entry.clerk.0).or_default().push((left, entry.id)),
                None => {}
            }
        }
        for mut left in away.into_values() {
            left.sort_unstable();
            gone.extend(left.iter().rev().skip(MOST_AWAY).map(|(_, id)| *id));
        }
        gone.into_iter().filter_map(|id| sessions.all.remove(&id)).collect()
    }

    /// Takes all out.
    pub(super) fn take_all(&self) -> Vec<Entry> {
        std::mem::take(&mut self.sessions().all).into_values().collect()
    }

    /// All of them as they are now.
    pub(super) fn all(&self) -> Vec<Entry> {
        self.sessions().all.values().cloned().collect()
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.sessions().all.is_empty()
    }

    fn sessions(&self) -> MutexGuard<'_, Sessions> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
