//! One clerk at one terminal: events in, bytes out.
//!
//! Takes all input that is there before it draws, and writes nothing where nothing changed. Knows neither
//! stdout nor signals: bytes and requests go to an [`Outlet`].

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use ratatui::layout::Size;

use super::backend::{Backend, Found, Seat};
use super::busy;
use super::copying::osc52;
use super::drafts::{self, Keeping};
use super::effect::Effect;
use super::keymap::Keymap;
use super::message::{Answer, Message};
use super::model::Model;
use super::paint::Painter;
use super::screens::{Preference, Preferred, Screen};
use super::sessions;
use super::tour::Tour;
use super::update::{begin, update};
use super::view::view;
use super::widgets::{Message as Line, Tone};
use crate::request::RequestId;
use crate::terminal::{Caps, Event};
use crate::words;
use crate::words::tui::{lists, screens as said, settings};

/// How long a clerk pauses until what was typed is kept as a draft.
const PAUSE: Duration = Duration::from_millis(700);

/// The key under which the views of a clerk are kept, one a line.
pub const VIEWS: &str = "views";

/// Keeps a preference, key and value; the text says why it could not.
pub type Remember<'f> = dyn FnMut(&str, &str) -> Result<(), String> + 'f;

/// Where painted bytes go, and who stops and continues the terminal. A closure over bytes is one.
pub trait Outlet: Send {
    /// Writes a frame.
    fn paint(&mut self, bytes: &[u8]);

    /// Gives the terminal back, stops the process, and takes the terminal again when it is continued.
    fn suspend(&mut self) {}

    /// The process runs again after a stop that was not ours: takes the terminal again.
    fn resumed(&mut self) {}

    /// The terminal is gone; everything worth keeping is kept, the process may end.
    fn farewell(&mut self) {}
}

impl<F: FnMut(&[u8]) + Send> Outlet for F {
    fn paint(&mut self, bytes: &[u8]) {
        self(bytes);
    }
}

/// A terminal, and how the clerk wants to work there.
#[derive(Debug, Clone)]
pub struct Window {
    /// Columns and rows.
    pub size: (u16, u16),
    /// What the terminal can show.
    pub caps: Caps,
    /// What the keys mean.
    pub keymap: Keymap,
    /// The clerk's theme, key map and width of ambiguous characters.
    pub own: Preferred,
    /// Files of keys over the key map, the last over all.
    pub layers: Vec<String>,
    /// Searches that the clerk keeps.
    pub views: Vec<String>,
    /// What is wrong with the clerk's files of keys and preferences; said when the screen comes up.
    pub wrong: Option<String>,
}

/// What a session begins with.
pub struct Start<'f, S> {
    /// The office, if there is one; else the questions of the first run are asked.
    pub seat: Option<S>,
    /// Makes the office of the first run and opens it.
    pub found: &'f mut Found<'f, S>,
    /// The uid of the clerk's account.
    pub uid: u32,
    /// The name of the account: what the first run proposes as the clerk's.
    pub name: &'f str,
    /// The clerk's terminal, and how he wants to work there.
    pub window: Window,
    /// The clerk is shown around.
    pub tour: bool,
    /// Keeps a preference of the clerk for the next time; the text says why it could not.
    pub remember: &'f mut Remember<'f>,
    /// The day was set by hand (`GONGKAI_TODAY`): the header says 演练日期.
    pub day_is_set: bool,
}

impl<S> std::fmt::Debug for Start<'_, S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Start").field("window", &self.window).finish_non_exhaustive()
    }
}

/// What reaches a session.
#[derive(Debug)]
pub enum Incoming {
    /// The clerk did something.
    Event(Event),
    /// Somebody else wrote: what is shown is read anew.
    Changed,
    /// The clerk is back, perhaps at another terminal: everything is painted there.
    Attached(Box<Attached>),
}

/// A terminal that takes the place of the one that was lost.
#[derive(Debug)]
pub struct Attached {
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// What the terminal can show.
    pub caps: Caps,
    /// What is said about it.
    pub said: String,
    /// The clerk's other sessions are offered too.
    pub others: bool,
}

/// Runs a session until the clerk quits or the events end. Gives the office back, to be closed.
pub fn run<S: Seat>(start: Start<'_, S>, events: &Receiver<Incoming>, outlet: &mut dyn Outlet) -> Option<S> {
    let mut session = Session::new(start);
    session.tell_place();
    session.draw(outlet);
    while !session.ended {
        let incoming = if session.keeping.is_pending() {
            events.recv_timeout(PAUSE)
        } else {
            events.recv().map_err(RecvTimeoutError::from)
        };
        match incoming {
            Ok(incoming) => session.receive(incoming, outlet),
            Err(RecvTimeoutError::Timeout) => session.keep(),
            Err(RecvTimeoutError::Disconnected) => break,
        }
        while !session.ended {
            let Ok(incoming) = events.try_recv() else { break };
            session.receive(incoming, outlet);
        }
        if !session.ended {
            session.tell_place();
            session.follow(outlet);
            session.draw(outlet);
            session.settle();
        }
    }
    session.keep();
    session.backend.seat
}

/// The case that is selected among what a search has found: other lists hold theirs themselves.
fn found_case(screen: &Screen) -> Option<RequestId> {
    match screen {
        Screen::List(list) => list.search.as_ref()?.rows.selected().map(|row| row.id),
        _ => None,
    }
}

pub(crate) struct Session<'f, S> {
    pub(crate) model: Model,
    pub(crate) backend: Backend<'f, S>,
    painter: Painter,
    remember: &'f mut Remember<'f>,
    pub(crate) ended: bool,
    changed: bool,
    /// Others wrote since it was last read.
    stale: bool,
    /// The case at which others were told that the clerk is.
    at: Option<RequestId>,
    pub(crate) keeping: Keeping,
    /// What the clerk's other sessions were told that this one shows.
    shown: (String, bool),
}

impl<'f, S: Seat> Session<'f, S> {
    pub(crate) fn new(start: Start<'f, S>) -> Self {
        let Start { seat, found, uid, name, window, tour, remember, day_is_set } = start;
        let Window { size, caps, keymap, own, layers, views, wrong } = window;
        let size = Size::new(size.0, size.1);
        let mut model = Model::new(size, keymap, uid, seat.is_some(), name);
        (model.own, model.layers, model.views) = (own, layers, views);
        model.tour = tour.then(Tour::default);
        let notice = seat.as_ref().and_then(|seat| seat.notices().first());
        let said = notice.map(words::desk::notice).or(wrong);
        model.message = said.map(|said| Line::new(Tone::Warning, said));
        let backend = Backend { seat, found, day_is_set };
        let painter = Painter::new(size, caps);
        let keeping = Keeping::default();
        let (ended, changed, stale, at, shown) = (false, true, false, None, Default::default());
        let mut session =
            Self { model, backend, painter, remember, ended, changed, stale, at, keeping, shown };
        let effects = begin(&mut session.model);
        session.perform(effects, &mut |_: &[u8]| {});
        session.find_drafts();
        session.offer_sessions();
        session.tell_of_stand_ins();
        session
    }

    /// What was left half-typed in sessions that are over is asked about.
    fn find_drafts(&mut self) {
        let Some(seat) = &self.backend.seat else { return };
        let (found, said) = self.keeping.find(seat);
        if let Some(said) = said.first().filter(|_| self.model.message.is_none()) {
            self.model.message = Some(Line::new(Tone::Warning, said.as_str()));
        }
        let slots = found.iter().filter_map(|draft| draft.slot).collect();
        self.model.drafts.extend(found);
        drafts::ask(&mut self.model, slots);
    }

    /// Keeps what is half-typed where it outlives the process.
    pub(crate) fn keep(&mut self) {
        let Some(seat) = &self.backend.seat else { return };
        if let Some(said) = self.keeping.keep(&mut self.model, seat) {
            self.model.message = Some(Line::new(Tone::Warning, said));
            self.changed = true;
        }
    }

    /// After a frame: takes away drafts of what was saved or given up, and keeps what is typed without a pause.
    pub(crate) fn settle(&mut self) {
        let Some(seat) = &self.backend.seat else { return };
        self.keeping.settle(&mut self.model, seat.drawer());
        if self.keeping.is_due() {
            self.keep();
        }
    }

    /// For whom the clerk stands in, and who for him; nothing where something else is to be said.
    fn tell_of_stand_ins(&mut self) {
        let head = &self.model.head;
        let of = |mine: bool| -> Vec<&str> {
            let concerned =
                head.standing_in.iter().filter(|known| head.me == if mine { known.by } else { known.of });
            concerned.map(|known| head.name_of(if mine { known.of } else { known.by })).collect()
        };
        let said = words::tui::staff::on_opening(&of(true), &of(false));
        if let (None, Some(said)) = (&self.model.message, said) {
            self.model.message = Some(Line::new(Tone::Info, said));
        }
    }

    /// Takes what comes, without drawing.
    pub(crate) fn receive(&mut self, incoming: Incoming, outlet: &mut dyn Outlet) {
        match incoming {
            Incoming::Event(event) => self.take(event, outlet),
            Incoming::Changed => self.stale = true,
            Incoming::Attached(attached) => {
                let Attached { size, caps, said, others } = *attached;
                self.painter.set_caps(caps);
                (self.model.own.theme, self.model.own.ambiguous) = (caps.theme, caps.ambiguous);
                self.take(Event::Resize(size.0, size.1), outlet);
                self.painter.repaint();
                self.model.message = Some(Line::new(Tone::Info, said));
                if others {
                    self.offer_sessions();
                }
            }
        }
    }

    /// The other sessions of the clerk that he may have come for.
    fn offer_sessions(&mut self) {
        if let Some(seat) = &self.backend.seat {
            sessions::offer(&mut self.model, seat.other_sessions());
        }
    }

    /// Takes the terminal to another session of the clerk's. One in which nothing was begun yet ends with that.
    fn go_over(&mut self, to: u64) {
        let (Size { width, height }, caps) = (self.model.size, self.painter.caps());
        let Some(seat) = &self.backend.seat else { return };
        if seat.go_over(to, (width, height), caps) {
            self.ended = sessions::is_blank(&self.model);
        } else {
            self.model.message = Some(Line::new(Tone::Info, said::SESSION_GONE));
        }
    }

    /// Tells others at which case the clerk is now, and his own other sessions what this one shows.
    pub(crate) fn tell_place(&mut self) {
        let title = self.model.top().map(|screen| screen.title(&self.model.head)).unwrap_or_default();
        let shown = (title, sessions::is_half_typed(&self.model));
        if shown != self.shown
            && let Some(seat) = &self.backend.seat
        {
            seat.shows(&shown.0, shown.1);
            self.shown = shown;
        }
        let at = self.model.screens.iter().rev().find_map(|screen| match screen {
            Screen::Case(case) => Some(case.id),
            _ => None,
        });
        if at != std::mem::replace(&mut self.at, at)
            && let Some(seat) = &self.backend.seat
        {
            seat.at(at);
        }
    }

    /// Reads what is shown anew, once for all that others wrote. Forms stay as they are; so does what was
    /// said last.
    pub(crate) fn follow(&mut self, outlet: &mut dyn Outlet) {
        if !std::mem::take(&mut self.stale) {
            return;
        }
        self.changed = true;
        let said = self.model.message.clone();
        let held: Vec<_> = self.model.screens.iter().map(found_case).collect();
        let mut effects = vec![Effect::Head];
        effects.extend(self.model.screens.iter_mut().flat_map(Screen::reload));
        self.perform(effects, outlet);
        self.model.message = said.or_else(|| self.model.message.take());
        let body = self.model.body_height();
        for (screen, held) in self.model.screens.iter_mut().zip(held) {
            let height = screen.list_height(body);
            if let (Screen::List(list), Some(id)) = (screen, held) {
                list.shown_mut().select(id, height);
            }
        }
    }

    /// Takes an event, without drawing.
    pub(crate) fn take(&mut self, event: Event, outlet: &mut dyn Outlet) {
        self.changed = true;
        let message = match event {
            Event::Key(press) => {
                self.keeping.typed();
                Message::Key(press)
            }
            Event::Paste(text) => {
                self.keeping.typed();
                Message::Paste(text)
            }
            Event::Resize(columns, rows) => {
                let size = Size::new(columns, rows);
                self.painter.resize(size);
                Message::Resize(size)
            }
            Event::Hangup | Event::Terminate => {
                self.keep();
                outlet.farewell();
                self.ended = true;
                return;
            }
            Event::Suspend => return self.suspend(outlet),
            Event::Resumed => {
                outlet.resumed();
                self.painter.repaint();
                return;
            }
        };
        let effects = update(&mut self.model, message);
        self.perform(effects, outlet);
    }

    /// Does everything that is wanted, and what the answers want in turn.
    fn perform(&mut self, effects: Vec<Effect>, outlet: &mut dyn Outlet) {
        let mut waiting = std::collections::VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            match effect {
                Effect::Quit => self.ended = true,
                Effect::Repaint => self.painter.repaint(),
                Effect::Prefer(preference) => self.prefer(preference),
                Effect::KeepViews(views) => self.keep_views(views),
                Effect::Copy(text) => outlet.paint(&osc52(&text)),
                Effect::Suspend => self.suspend(outlet),
                Effect::GoOver(to) => self.go_over(to),
                other => {
                    if let Some(seat) = &self.backend.seat {
                        self.keeping.sending(&other, &mut self.model, seat);
                    }
                    if let Some(answer) = self.ask(other, outlet) {
                        waiting.extend(update(&mut self.model, Message::Answer(answer)));
                    }
                }
            }
        }
    }

    /// Asks the desk; what takes long is said while it does.
    fn ask(&mut self, effect: Effect, outlet: &mut dyn Outlet) -> Option<Answer> {
        let Some(said) = busy::said(&effect) else { return self.backend.perform(effect) };
        self.model.busy = Some(said);
        let Self { model, backend, painter, .. } = self;
        let paint = || paint(model, painter, outlet);
        let answer = busy::working(|| backend.perform(effect), paint);
        self.model.busy = None;
        answer
    }

    /// The clerk wants it so: at once, and the next time too.
    fn prefer(&mut self, preference: Preference) {
        self.model.own = self.model.own.with(preference);
        match preference {
            Preference::Theme(theme) => self.painter.set_caps(Caps { theme, ..self.painter.caps() }),
            Preference::Ambiguous(ambiguous) => {
                self.painter.set_caps(self.painter.caps().with_ambiguous(ambiguous));
            }
            Preference::Keymap(preset) => {
                let layers: Vec<&str> = self.model.layers.iter().map(String::as_str).collect();
                self.model.keymap = Keymap::layered(preset, &layers).0;
            }
        }
        let (key, value) = preference.entry();
        let (label, shown) = preference.words();
        self.model.message = Some(match (self.remember)(key, value) {
            Ok(()) => Line::new(Tone::Done, settings::preferred(label, shown)),
            Err(why) => Line::new(Tone::Warning, settings::not_kept(label, shown, &why)),
        });
    }

    /// The views of the clerk, one a line.
    fn keep_views(&mut self, views: Vec<String>) {
        let kept = (self.remember)(VIEWS, &views.join("\n"));
        self.model.views = views;
        if let Err(why) = kept {
            self.model.message = Some(Line::new(Tone::Warning, lists::view_not_kept(&why)));
        }
    }

    fn suspend(&mut self, outlet: &mut dyn Outlet) {
        outlet.suspend();
        self.painter.repaint();
    }

    /// Paints what changed.
    pub(crate) fn draw(&mut self, outlet: &mut dyn Outlet) {
        if !std::mem::take(&mut self.changed) {
            return;
        }
        paint(&self.model, &mut self.painter, outlet);
    }
}

fn paint(model: &Model, painter: &mut Painter, outlet: &mut dyn Outlet) {
    let bytes = painter.draw(|frame| {
        let area = frame.area();
        if let Some(cursor) = view(model, area, frame.buffer_mut()) {
            frame.set_cursor_position(cursor);
        }
    });
    if !bytes.is_empty() {
        outlet.paint(&bytes);
    }
}
