//! `gongkai` without a command: opens the office on this terminal.

use std::path::Path;
use std::sync::mpsc;

use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::preferences::Preferences;
use super::{DONE, args::Cli};
use crate::desk::{Desk, Founding, Notice};
use crate::host::Opened;
use crate::request::ClerkId;
use crate::terminal::{self, Caps, Env, Event, Farewell, Guard};
use crate::tui::{self, Preferred, Start};
use crate::words;

/// Opens the office, or asks the questions of the first run where there is none.
pub(super) fn run(cli: &Cli, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let preferences = Preferences::of(cli)?;
    let caps = Caps::of(&surroundings()).with_theme(preferences.theme).with_ambiguous(preferences.ambiguous);
    let (keymap, wrong) = preferences.keymap();
    if !caps.utf8 && !cli.force_utf8 {
        return Err(Failure::Refused(words::cli::NOT_UTF8.to_owned()));
    }
    let not_a_terminal = |_| Failure::Usage(words::cli::NO_TERMINAL.to_owned());
    if caps.dumb || !outlet.is_terminal {
        return Err(Failure::Usage(words::cli::NO_TERMINAL.to_owned()));
    }
    let size = terminal::window_size().map_err(not_a_terminal)?;
    let seat = if invocation.home.has_office() { Some(invocation.open(outlet)?) } else { None };
    let mut found = |founding: &Founding| -> Result<Opened, String> {
        let made = invocation.home.found(founding);
        let opened =
            made.and_then(|()| invocation.home.open(invocation.uid, invocation.today, &mut |_| true));
        opened.map_err(|error| words::host::error(&error))
    };
    let start = Start {
        seat,
        found: &mut found,
        uid: invocation.uid,
        name: &invocation.account,
        size,
        caps,
        keymap,
        own: Preferred { theme: caps.theme, preset: preferences.preset(), ambiguous: caps.ambiguous },
        layers: preferences.layers(),
        remember: &mut |key, value| super::preferences::remember(key, value),
        wrong: wrong.first().map(|first| words::cli::first_fault(first, wrong.len())),
        day_is_set: invocation.today.is_some(),
    };
    let opened = session(start, caps).map_err(not_a_terminal)?;
    if let Some(opened) = opened {
        opened.close();
    }
    Ok(DONE)
}

/// The session with the terminal taken; given back when this returns.
fn session(start: Start<'_, Opened>, caps: Caps) -> Result<Option<Opened>, crate::terminal::NotATerminal> {
    let (sender, events) = mpsc::channel::<Event>();
    let guard = Guard::enter()?;
    let hold = caps.hold;
    let farewell = terminal::listen(hold, move |event| sender.send(event).is_ok())?;
    // The window may have changed while the office was opened: what it is now, or an event that follows.
    let size = terminal::window_size().unwrap_or(start.size);
    let mut screen = Screen { guard, farewell };
    Ok(tui::run(Start { size, ..start }, &events, &mut screen))
}

impl tui::Seat for Opened {
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
        super::report::write_new(Path::new(name), bytes)
    }
}

/// The terminal as the session's outlet.
struct Screen {
    guard: Guard,
    farewell: Farewell,
}

impl tui::Outlet for Screen {
    fn paint(&mut self, bytes: &[u8]) {
        // A terminal that is gone is told by its own event.
        let _ = terminal::write_all(bytes);
    }

    fn suspend(&mut self) {
        // If the terminal cannot be taken again, the next event says that it is gone.
        let _ = self.guard.suspend();
    }

    fn resumed(&mut self) {
        let _ = self.guard.reenter();
    }

    fn farewell(&mut self) {
        self.farewell.saved();
    }
}

/// The variables that tell what the terminal can do.
fn surroundings() -> Env {
    let variable = |name| std::env::var(name).ok();
    Env {
        lc_all: variable("LC_ALL"),
        lc_ctype: variable("LC_CTYPE"),
        lang: variable("LANG"),
        term: variable("TERM"),
        no_color: variable("NO_COLOR"),
        ssh_connection: variable("SSH_CONNECTION"),
        esc_delay: variable("ESCDELAY"),
    }
}
