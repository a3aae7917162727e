//! A session of the host on this terminal: events up, painted bytes down.

use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use jiff::civil::Date;

use super::files::Parts;
use super::{Hands, knock, wait};
use crate::host::wire::{Broken, Down, Up, View, WireEvent, Wish, receive, send};
use crate::host::{Home, HostError};
use crate::terminal::{self, Ambiguous, Caps, Event, Farewell, Guard};
use crate::tui::keymap::Preset;

/// The clerk's terminal, and how he wants to work there.
#[derive(Debug, Clone)]
pub struct Window {
    /// Columns and rows.
    pub size: (u16, u16),
    /// What the terminal can show.
    pub caps: Caps,
    /// The key map.
    pub preset: Preset,
    /// Files of keys over it.
    pub layers: Vec<String>,
    /// Searches that the clerk keeps.
    pub views: Vec<String>,
    /// What is wrong with the files of keys and preferences.
    pub wrong: Option<String>,
}

/// How a session came to its end here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// There was no host.
    Absent,
    /// The host has ended it, with an exit code and perhaps words.
    Ended(u8, String),
    /// The terminal is gone; the session waits at the host.
    Left,
}

/// What the client waits for.
enum Happened {
    Event(Event),
    Down(Down),
    /// The host went away.
    Lost,
}

/// Works at the host's session until one of the three ends: the session, the terminal, the host. `waiting` is
/// called if the host is still opening the office.
///
/// # Errors
/// There is no terminal, the host is another's, or it went away; the terminal is given back by then.
pub fn attend(
    home: &Home,
    today: Option<Date>,
    window: Window,
    hands: &mut dyn Hands,
    waiting: &mut dyn FnMut(),
) -> Result<Came, HostError> {
    let (hold, size) = (window.caps.hold, window.size);
    let Some(stream) = knock(home, today, Wish::Session(Box::new(view(window))))? else {
        return Ok(Came::Absent);
    };
    // The terminal is taken only when the host has something to show: a refusal stands on the usual screen.
    wait(&stream, waiting);
    let first = match receive::<Down>(&mut &stream) {
        Ok(Down::End { code, words }) => return Ok(Came::Ended(code, words)),
        Ok(first) => first,
        Err(_) => return Ok(Came::Absent),
    };
    let no_terminal = |_| HostError::NoTerminal;
    let (happened, happenings) = mpsc::channel();
    let mut guard = Guard::enter().map_err(|_| HostError::NoTerminal)?;
    let events = happened.clone();
    let farewell = terminal::listen(hold, move |event| events.send(Happened::Event(event)).is_ok())
        .map_err(no_terminal)?;
    read_on(&stream, happened).map_err(no_terminal)?;
    let mut session = Attending { stream: &stream, guard: &mut guard, parts: Parts::default(), hands };
    // The window may have changed while the host was asked: what it is now, or an event that follows.
    if let Some((columns, rows)) = terminal::window_size().ok().filter(|now| *now != size) {
        session.up(Event::Resize(columns, rows))?;
    }
    let ended = match session.down(first)? {
        Some(ended) => Ok(ended),
        None => session.work(&happenings, &farewell),
    };
    drop(guard);
    ended
}

/// The thread that hears the host.
fn read_on(stream: &UnixStream, happened: Sender<Happened>) -> std::io::Result<()> {
    let mut stream = stream.try_clone()?;
    let hear = move || {
        loop {
            let next = receive::<Down>(&mut stream).map_or(Happened::Lost, Happened::Down);
            let is_last = matches!(next, Happened::Lost | Happened::Down(Down::End { .. }));
            if happened.send(next).is_err() || is_last {
                return;
            }
        }
    };
    thread::Builder::new().name("host".into()).spawn(hear).map(drop)
}

/// A session that is worked at.
struct Attending<'s> {
    stream: &'s UnixStream,
    guard: &'s mut Guard,
    parts: Parts,
    hands: &'s mut dyn Hands,
}

impl Attending<'_> {
    fn work(&mut self, happenings: &Receiver<Happened>, farewell: &Farewell) -> Result<Came, HostError> {
        while let Ok(happened) = happenings.recv() {
            match happened {
                Happened::Lost => break,
                Happened::Down(message) => {
                    if let Some(ended) = self.down(message)? {
                        return Ok(ended);
                    }
                }
                Happened::Event(Event::Hangup | Event::Terminate) => {
                    // The host keeps everything; nothing is to be saved here.
                    let _ = self.stream.shutdown(Shutdown::Both);
                    farewell.saved();
                    return Ok(Came::Left);
                }
                Happened::Event(Event::Suspend) => self.suspend()?,
                Happened::Event(Event::Resumed) => {
                    // If the terminal cannot be taken again, the next event says that it is gone.
                    let _ = self.guard.reenter();
                    self.up(Event::Resumed)?;
                }
                Happened::Event(event) => self.up(event)?,
            }
        }
        Err(HostError::Lost)
    }

    /// Stops as the shell expects; continued, the host paints everything anew.
    fn suspend(&mut self) -> Result<(), HostError> {
        let _ = self.guard.suspend();
        self.up(Event::Resumed)
    }

    fn up(&mut self, event: Event) -> Result<(), HostError> {
        WireEvent::of(event).into_iter().try_for_each(|event| self.send(&Up::Event(event)))
    }

    fn send(&mut self, message: &Up) -> Result<(), HostError> {
        match send(&mut self.stream, message) {
            // What it said last is still to be heard.
            Ok(()) | Err(Broken::Gone(_)) => Ok(()),
            Err(_) => Err(HostError::Lost),
        }
    }

    /// Does what the host says.
    fn down(&mut self, message: Down) -> Result<Option<Came>, HostError> {
        match message {
            Down::Paint(bytes) => {
                // A terminal that is gone is told by its own event.
                let _ = terminal::write_all(&bytes);
            }
            Down::Suspend => self.suspend()?,
            Down::Remember { key, value } => {
                let kept = self.hands.remember(&key, &value).map(|()| String::new());
                self.send(&Up::Answer(kept))?;
            }
            Down::Part(part) => self.parts.take(&part).map_err(|_| HostError::Lost)?,
            // A session saves what its clerk names, never over something.
            Down::Write { path, .. } => {
                let answer = self.parts.write(path, true, self.hands);
                self.send(&answer)?;
            }
            Down::End { code, words } => return Ok(Some(Came::Ended(code, words))),
            Down::Out(_) | Down::Err(_) | Down::Read(_) | Down::Status(_) => return Err(HostError::Lost),
        }
        Ok(None)
    }
}

fn view(window: Window) -> View {
    View {
        size: window.size,
        theme: window.caps.theme.name().to_owned(),
        wide: window.caps.ambiguous == Ambiguous::Wide,
        ssh: window.caps.ssh,
        preset: window.preset.name().to_owned(),
        layers: window.layers,
        views: window.views,
        wrong: window.wrong,
    }
}
