//! One clerk at one terminal: events in, bytes out.
//!
//! Takes all input that is there before it draws, and writes nothing where nothing changed. Knows neither
//! stdout nor signals: bytes and requests go to an [`Outlet`].

use std::sync::mpsc::Receiver;

use ratatui::layout::Size;

use super::backend::{Backend, Found, Seat};
use super::copying::osc52;
use super::effect::Effect;
use super::keymap::Keymap;
use super::message::Message;
use super::model::Model;
use super::paint::Painter;
use super::screens::{Preference, Preferred, Screen};
use super::tour::Tour;
use super::update::{begin, update};
use super::view::view;
use super::widgets::{Message as Line, Tone};
use crate::request::RequestId;
use crate::terminal::{Caps, Event};
use crate::words;
use crate::words::tui::{lists, settings};

/// The key under which the views of a clerk are kept, one a line.
pub const VIEWS: &str = "views";

/// Keeps a preference, key and value; the text says why it could not.
pub type Remember<'f> = dyn FnMut(&str, &str) -> Result<(), String> + 'f;

/// Where painted bytes go, and who stops and continues the terminal. A closure over bytes is one.
pub trait Outlet {
    /// Writes a frame.
    fn paint(&mut self, bytes: &[u8]);

    /// Gives the terminal back, stops the process, and takes the terminal again when it is continued.
    fn suspend(&mut self) {}

    /// The process runs again after a stop that was not ours: takes the terminal again.
    fn resumed(&mut self) {}

    /// The terminal is gone; everything worth keeping is kept, the process may end.
    fn farewell(&mut self) {}
}

impl<F: FnMut(&[u8])> Outlet for F {
    fn paint(&mut self, bytes: &[u8]) {
        self(bytes);
    }
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
    /// Columns and rows of the window.
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
    /// The clerk is shown around.
    pub tour: bool,
    /// Keeps a preference of the clerk for the next time; the text says why it could not.
    pub remember: &'f mut Remember<'f>,
    /// What is wrong with the clerk's files of keys and preferences; said when the screen comes up.
    pub wrong: Option<String>,
    /// The day was set by hand (`GONGKAI_TODAY`): the header says 演练日期.
    pub day_is_set: bool,
}

impl<S> std::fmt::Debug for Start<'_, S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Start").field("size", &self.size).field("caps", &self.caps).finish_non_exhaustive()
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
}

/// Runs a session until the clerk quits or the events end. Gives the office back, to be closed.
pub fn run<S: Seat>(start: Start<'_, S>, events: &Receiver<Incoming>, outlet: &mut dyn Outlet) -> Option<S> {
    let mut session = Session::new(start);
    session.draw(outlet);
    while !session.ended {
        let Ok(incoming) = events.recv() else { break };
        session.receive(incoming, outlet);
        while !session.ended {
            let Ok(incoming) = events.try_recv() else { break };
            session.receive(incoming, outlet);
        }
        if !session.ended {
            session.tell_place();
            session.follow(outlet);
            session.draw(outlet);
        }
    }
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
}

impl<'f, S: Seat> Session<'f, S> {
    pub(crate) fn new(start: Start<'f, S>) -> Self {
        let Start {
            seat,
            found,
            uid,
            name,
            size,
            caps,
            keymap,
            own,
            layers,
            views,
            tour,
            remember,
            wrong,
            day_is_set,
        } = start;
        let size = Size::new(size.0, size.1);
        let mut model = Model::new(size, keymap, uid, seat.is_some(), name);
        (model.own, model.layers, model.views) = (own, layers, views);
        model.tour = tour.then(Tour::default);
        let notice = seat.as_ref().and_then(|seat| seat.notices().first());
        let said = notice.map(words::desk::notice).or(wrong);
        model.message = said.map(|said| Line::new(Tone::Warning, said));
        let backend = Backend { seat, found, day_is_set };
        let painter = Painter::new(size, caps);
        let mut session =
            Self { model, backend, painter, remember, ended: false, changed: true, stale: false, at: None };
        let effects = begin(&mut session.model);
        session.perform(effects, &mut |_: &[u8]| {});
        session.tell_of_stand_ins();
        session
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
                let Attached { size, caps, said } = *attached;
                self.painter.set_caps(caps);
                (self.model.own.theme, self.model.own.ambiguous) = (caps.theme, caps.ambiguous);
                self.take(Event::Resize(size.0, size.1), outlet);
                self.painter.repaint();
                self.model.message = Some(Line::new(Tone::Info, said));
            }
        }
    }

    /// Tells others at which case the clerk is now.
    fn tell_place(&mut self) {
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
            Event::Key(press) => Message::Key(press),
            Event::Paste(text) => Message::Paste(text),
            Event::Resize(columns, rows) => {
                let size = Size::new(columns, rows);
                self.painter.resize(size);
                Message::Resize(size)
            }
            Event::Hangup | Event::Terminate => {
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
                other => {
                    if let Some(answer) = self.backend.perform(other) {
                        waiting.extend(update(&mut self.model, Message::Answer(answer)));
                    }
                }
            }
        }
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
        let model = &self.model;
        let bytes = self.painter.draw(|frame| {
            let area = frame.area();
            if let Some(cursor) = view(model, area, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        });
        if !bytes.is_empty() {
            outlet.paint(&bytes);
        }
    }
}
