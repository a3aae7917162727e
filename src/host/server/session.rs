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
use super::hub::Hub;
use super::line::Line;
use crate::host::Opened;
use crate::host::day::{self, now};
use crate::host::drawer::Drawer;
use crate::host::wire::{Down, PART, Up, View, receive};
use crate::request::{ClerkId, RequestId};
use crate::terminal::{Ambiguous, Caps, HOLD_LOCAL, Theme};
use crate::tui::keymap::{Keymap, Preset};
use crate::tui::{self, Attached, Base, Incoming, OtherSession, Preferred, Start, Window};
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
    if !rejoin(house, &stream, &guest) {
        if !guest.is_ours {
            house.outdated();
            return Line::of(stream).close(1, &words::other_version(super::VERSION));
        }
        if !begin(house, &stream, guest) {
            return Line::of(stream).close(1, words::TOO_MANY);
        }
    }
    hear(house, &stream);
    if let Some(entry) = house.hub.whose(&stream)
        && entry.line.lost(&stream)
    {
        house.log.say(&words::log_left(entry.id));
        house.look();
    }
}

/// The session that the guest left last, if there is one; others are offered in it.
fn rejoin(house: &House, stream: &Arc<UnixStream>, guest: &Guest) -> bool {
    let Some((entry, left)) = house.hub.rejoin(guest.clerk, stream) else { return false };
    let said = words::rejoined(now().saturating_sub(left) / 60_000);
    let attached = Attached { size: guest.view.size, caps: caps(&guest.view), said, others: true };
    let is_there = entry.events.send(Incoming::Attached(Box::new(attached))).is_ok();
    if is_there {
        house.log.say(&words::log_rejoined(entry.id));
    } else {
        // It ended just now, and must not cut this line with its own.
        let _ = entry.line.let_go();
    }
    is_there
}

/// A new session on a thread of its own; false where there are too many.
fn begin(house: &Arc<House>, stream: &Arc<UnixStream>, guest: Guest) -> bool {
    let (events, incoming) = mpsc::channel();
    let line = Arc::new(Line::of(Arc::clone(stream)));
    let Some(entry) = house.hub.enter(guest.clerk, now(), line, events) else { return false };
    house.log.say(&words::log_began(entry.id, guest.clerk.0, guest.uid));
    let told = std::mem::take(&mut *house.notices.lock().unwrap_or_else(PoisonError::into_inner));
    let drawer = Drawer::open(&house.cabinet, guest.clerk);
    let mut opened = Opened::lent(&house.desk, guest.clerk, drawer);
    opened.notices.splice(0..0, told);
    let (line, id) = (Arc::clone(&entry.line), entry.id);
    let seat = Seat { opened, line: Arc::clone(&line), house: Arc::clone(house), id };
    let house_of_thread = Arc::clone(house);
    let started = thread::Builder::new()
        .name(format!("session {id}"))
        .spawn(move || run(&house_of_thread, id, &line, guest, seat, &incoming));
    if started.is_err() {
        house.hub.leave(id);
    }
    started.is_ok()
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
        let start = Start {
            seat: Some(seat),
            found: &mut |_| Err(words::HAS_OFFICE.to_owned()),
            uid: guest.uid,
            name: "",
            window: window(guest.view),
            tour: false,
            remember: &mut remember,
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

/// Hands on what the client sends, to the session that it is at, until it ends or breaks what was agreed on.
fn hear(house: &House, stream: &Arc<UnixStream>) {
    loop {
        let up = match receive::<Up>(&mut &**stream) {
            Ok(up) => up,
            Err(broken) => {
                if broken.is_breach() {
                    house.log.say(&words::log_breach(&broken.to_string()));
                }
                return;
            }
        };
        let Some(entry) = house.hub.whose(stream) else { return };
        match up {
            Up::Event(event) => {
                entry.line.heard();
                if entry.events.send(Incoming::Event(event.event())).is_err() {
                    return;
                }
            }
            Up::Answer(answer) => entry.line.answer(answer),
            // Nobody has asked a session's client for a file.
            Up::Part(_) | Up::Whole => return,
        }
    }
}

/// The client's terminal, and how its clerk wants to work there.
fn window(view: View) -> Window {
    let caps = caps(&view);
    let preset = Preset::of(&view.preset).unwrap_or_default();
    let texts: Vec<&str> = view.layers.iter().map(String::as_str).collect();
    Window {
        size: view.size,
        caps,
        keymap: Keymap::layered(preset, &texts).0,
        own: Preferred { theme: caps.theme, preset, ambiguous: caps.ambiguous },
        layers: view.layers,
        views: view.views,
        wrong: view.wrong,
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
    opened: Opened,
    line: Arc<Line>,
    house: Arc<House>,
    id: u64,
}

impl tui::Seat for Seat {
    fn base(&self) -> Base<'_> {
        self.opened.base()
    }

    fn save(&self, name: &str, bytes: &[u8]) -> Result<String, String> {
        self.line.ask(&write_as(Path::new(name), bytes, true)?)
    }

    fn at(&self, case: Option<RequestId>) {
        self.house.hub.place(self.id, case);
    }

    fn others(&self) -> Vec<(RequestId, String)> {
        let office = self.opened.desk.office();
        let name = |clerk| office.clerk(clerk).map(|clerk| clerk.name.clone()).unwrap_or_default();
        let others = self.house.hub.others(self.id).into_iter();
        let seen = others.filter(|(case, _)| self.opened.desk.sees(*case));
        seen.map(|(case, clerk)| (case, name(clerk))).collect()
    }

    fn shows(&self, title: &str, is_half_typed: bool) {
        self.house.hub.shows(self.id, title, is_half_typed);
    }

    fn other_sessions(&self) -> Vec<OtherSession> {
        self.house.hub.of_the_same_clerk(self.id, now())
    }

    fn go_over(&self, to: u64, size: (u16, u16), caps: Caps) -> bool {
        let Some((entry, old)) = self.house.hub.go_over(self.id, to) else { return false };
        if let Some(old) = old {
            entry.line.dismiss(&old, words::TAKEN_OVER);
        }
        self.house.log.say(&words::log_taken_over(to, self.id));
        let attached = Attached { size, caps, said: words::TAKEN.to_owned(), others: false };
        entry.events.send(Incoming::Attached(Box::new(attached))).is_ok()
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
