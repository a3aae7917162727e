//! One session: a thread that runs the program of one clerk, whether somebody is at its terminal or not.

use std::os::unix::net::UnixStream;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, PoisonError};
use std::thread;

use jiff::civil::Date;

use super::House;
use super::command::write_as;
use super::hub::{Entry, Hub};
use super::line::Line;
use crate::desk::{Desk, Notice};
use crate::host::day::{self, now};
use crate::host::wire::{Down, PART, Up, View, receive};
use crate::request::{ClerkId, RequestId};
use crate::terminal::{Ambiguous, Caps, HOLD_LOCAL, Theme};
use crate::tui::keymap::{Keymap, Preset};
use crate::tui::{self, Attached, Incoming, Preferred, Start};
use crate::words::host as words;

/// Whoever asks for a session.
pub(super) struct Guest {
    pub(super) clerk: ClerkId,
    pub(super) uid: u32,
    pub(super) today: Option<Date>,
    pub(super) view: View,
    /// Whether his program is of our version.
    pub(super) is_ours: bool,
}

/// Gives the guest the session that he lost, else a new one, and hears him until the line ends.
pub(super) fn attend(house: &Arc<House>, stream: UnixStream, guest: Guest) {
    let stream = Arc::new(stream);
    let entry = match rejoin(house, &stream, &guest) {
        Some(entry) => entry,
        None if !guest.is_ours => {
            house.outdated();
            return Line::of(stream).close(1, &words::other_version(super::VERSION));
        }
        None => match begin(house, &stream, guest) {
            Some(entry) => entry,
            None => return Line::of(stream).close(1, words::TOO_MANY),
        },
    };
    hear(house, &entry, &stream);
    if entry.line.lost(&stream) {
        house.log.say(&words::log_left(entry.id));
        house.look();
    }
}

/// The session that the guest lost, if there is one.
fn rejoin(house: &House, stream: &Arc<UnixStream>, guest: &Guest) -> Option<Entry> {
    let (entry, left, others) = house.hub.rejoin(guest.clerk, stream)?;
    let attached = Attached {
        size: guest.view.size,
        caps: caps(&guest.view),
        said: words::rejoined(now().saturating_sub(left) / 60_000, others),
    };
    entry.events.send(Incoming::Attached(Box::new(attached))).ok()?;
    house.log.say(&words::log_rejoined(entry.id));
    Some(entry)
}

/// A new session on a thread of its own.
fn begin(house: &Arc<House>, stream: &Arc<UnixStream>, guest: Guest) -> Option<Entry> {
    let (events, incoming) = mpsc::channel();
    let line = Arc::new(Line::of(Arc::clone(stream)));
    let entry = house.hub.enter(guest.clerk, now(), line, events)?;
    house.log.say(&words::log_began(entry.id, guest.clerk.0, guest.uid));
    let mut notices = std::mem::take(&mut *house.notices.lock().unwrap_or_else(PoisonError::into_inner));
    let (desk, line) = (house.desk.seen_by(guest.clerk), Arc::clone(&entry.line));
    notices.extend(desk.greeting());
    let hub = Arc::clone(&house.hub);
    let seat = Seat { desk, clerk: guest.clerk, notices, line: Arc::clone(&line), hub, id: entry.id };
    let (house_of_thread, id) = (Arc::clone(house), entry.id);
    let started = thread::Builder::new()
        .name(format!("session {id}"))
        .spawn(move || run(&house_of_thread, id, &line, guest, seat, &incoming));
    if started.is_err() {
        house.hub.leave(entry.id);
        return None;
    }
    Some(entry)
}

/// The thread holds no sender of its own: when the hub and the line let go of theirs, the session ends.
fn run(house: &House, id: u64, line: &Line, guest: Guest, seat: Seat, events: &Receiver<Incoming>) {
    Hub::run_by_this_thread(id);
    day::set(guest.today);
    guarded(house, id, line, || {
        let mut remember = |key: &str, value: &str| {
            let asked = Down::Remember { key: key.to_owned(), value: value.to_owned() };
            line.ask(&[asked]).map(drop)
        };
        let layers = guest.view.layers.clone();
        let preset = Preset::of(&guest.view.preset).unwrap_or_default();
        let texts: Vec<&str> = layers.iter().map(String::as_str).collect();
        let caps = caps(&guest.view);
        let start = Start {
            seat: Some(seat),
            found: &mut |_| Err(words::HAS_OFFICE.to_owned()),
            uid: guest.uid,
            name: "",
            size: guest.view.size,
            caps,
            keymap: Keymap::layered(preset, &texts).0,
            own: Preferred { theme: caps.theme, preset, ambiguous: caps.ambiguous },
            layers,
            views: guest.view.views,
            tour: false,
            remember: &mut remember,
            wrong: guest.view.wrong,
            day_is_set: guest.today.is_some(),
        };
        drop(tui::run(start, events, &mut Screen(line)));
    });
}

/// Runs a session to its end. A panic in it is its own end alone.
pub(super) fn guarded(house: &House, id: u64, line: &Line, work: impl FnOnce()) {
    let ended = catch_unwind(AssertUnwindSafe(work));
    house.hub.leave(id);
    let failed = ended.is_err();
    let (code, said) = if failed { (1, words::SESSION_FAILED) } else { (0, "") };
    line.close(code, said);
    house.log.say(&words::log_ended(id, failed));
    if failed {
        house.after_panic();
    }
    house.look();
}

/// Hands on what the client sends until it ends, or breaks what was agreed on.
fn hear(house: &House, entry: &Entry, stream: &Arc<UnixStream>) {
    loop {
        match receive::<Up>(&mut &**stream) {
            Ok(Up::Event(event)) => {
                if entry.events.send(Incoming::Event(event.event())).is_err() {
                    return;
                }
            }
            Ok(Up::Answer(answer)) => entry.line.answer(answer),
            // Nobody has asked a session's client for a file.
            Ok(Up::Part(_) | Up::Whole) => return,
            Err(broken) => {
                if broken.is_breach() {
                    house.log.say(&words::log_breach(&broken.to_string()));
                }
                return;
            }
        }
    }
}

/// What the client's terminal can show, as it says.
fn caps(view: &View) -> Caps {
    Caps {
        utf8: true,
        theme: Theme::of(&view.theme).unwrap_or_default(),
        ssh: view.ssh,
        hold: HOLD_LOCAL,
        dumb: false,
        ambiguous: if view.wide { Ambiguous::Wide } else { Ambiguous::Narrow },
    }
}

/// A clerk's place at the host's desk.
struct Seat {
    /// As the clerk sees it.
    desk: Desk,
    clerk: ClerkId,
    notices: Vec<Notice>,
    line: Arc<Line>,
    hub: Arc<Hub>,
    id: u64,
}

impl tui::Seat for Seat {
    fn desk(&self) -> &Desk {
        &self.desk
    }

    fn clerk(&self) -> ClerkId {
        self.clerk
    }

    fn notices(&self) -> &[Notice] {
        &self.notices
    }

    fn save(&self, name: &str, bytes: &[u8]) -> Result<String, String> {
        self.line.ask(&write_as(Path::new(name), bytes, true)?)
    }

    fn at(&self, case: Option<RequestId>) {
        self.hub.place(self.id, case);
    }

    fn others(&self) -> Vec<(RequestId, String)> {
        let office = self.desk.office();
        let name = |clerk| office.clerk(clerk).map(|clerk| clerk.name.clone()).unwrap_or_default();
        let others = self.hub.others(self.id).into_iter().filter(|(case, _)| self.desk.sees(*case));
        others.map(|(case, clerk)| (case, name(clerk))).collect()
    }
}

/// The client's terminal as the session's outlet; nobody may be at it.
struct Screen<'l>(&'l Line);

impl tui::Outlet for Screen<'_> {
    fn paint(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(PART) {
            self.0.send(&Down::Paint(part.to_vec()));
        }
    }

    fn suspend(&mut self) {
        self.0.send(&Down::Suspend);
    }
}
