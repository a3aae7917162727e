//! `gongkai` without a command: opens the office on this terminal.

use std::path::Path;
use std::sync::mpsc;

use super::DONE;
use super::args::Cli;
use super::failure::Failure;
use super::files::{OwnFiles, write_new};
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::preferences::Preferences;
use crate::backup::Passphrase;
use crate::desk::Founding;
use crate::host::{self, Came, HostError, Opened, Standing};
use crate::terminal::{self, Caps, Env, Farewell, Guard};
use crate::tui::{self, Base, Incoming, Preferred, Start, Window};
use crate::words;

/// Opens the office, or asks the questions of the first run where there is none.
pub(super) fn run(cli: &Cli, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let window = window(cli, outlet)?;
    match invocation.home.standing() {
        // The questions of the first run are asked in one process.
        Standing::Nothing => alone(window, invocation, outlet),
        Standing::Ours if cli.alone => alone(window, invocation, outlet),
        standing => match by_host(&window, standing, invocation, outlet)? {
            Some(code) => Ok(code),
            None => alone(window, invocation, outlet),
        },
    }
}

/// How often a host that is just leaving is looked for again.
const TRIES: usize = 5;

/// A session of the host; one is started where there is none and the home is ours. `None` where the office
/// key wants a passphrase that only this terminal can be asked for: then everything is done in this process.
fn by_host(
    window: &Window,
    standing: Standing,
    invocation: &Invocation,
    outlet: &mut Outlet,
) -> Result<Option<u8>, Failure> {
    for _ in 0..TRIES {
        let mut waiting = || {
            // Who cannot be told waits all the same.
            let _ = outlet.warn(words::host::OPENING);
        };
        let client = of_client(window);
        match host::attend(&invocation.home, invocation.today, client, &mut OwnFiles, &mut waiting)? {
            Came::Left => return Ok(Some(DONE)),
            Came::Ended(code, said) => {
                outlet.warn(&said)?;
                return Ok(Some(code));
            }
            Came::Absent if standing == Standing::Ours && invocation.home.wants_passphrase()? => {
                return Ok(None);
            }
            Came::Absent if standing == Standing::Ours => {
                let program = std::env::current_exe()?;
                host::start(&program, &invocation.home, &mut |how_far| {
                    let said = how_far.map(|(done, all)| words::host::rebuilding(done, all));
                    let _ = outlet.warn(said.as_deref().unwrap_or(words::host::OPENING));
                })?;
            }
            Came::Absent => {
                return Err(HostError::NoService(invocation.home.root().to_path_buf()).into());
            }
        }
    }
    Err(HostError::Lost.into())
}

/// Everything in this process.
fn alone(window: Window, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let asked = with_passphrase(invocation)?;
    let invocation = asked.as_ref().unwrap_or(invocation);
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
        window,
        tour: false,
        remember: &mut super::preferences::remember,
        day_is_set: invocation.today.is_some(),
    };
    if let Some(opened) = session(start, Box::new(|| {}))? {
        opened.close();
    }
    Ok(DONE)
}

/// The same invocation with the passphrase of the office key, where one is needed and none was named.
fn with_passphrase(invocation: &Invocation) -> Result<Option<Invocation>, Failure> {
    if !invocation.home.has_office() || !invocation.home.wants_passphrase()? {
        return Ok(None);
    }
    let typed = terminal::ask_unseen(words::cli::ASK_PASSPHRASE).map_err(not_a_terminal)?;
    let typed = typed.ok_or_else(|| Failure::Refused(words::cli::NO_PASSPHRASE.to_owned()))?;
    Ok(Some(invocation.with_passphrase(Passphrase::of(&typed))))
}

/// The terminal that the program was started on, and how the clerk wants to work there.
pub(super) fn window(cli: &Cli, outlet: &Outlet) -> Result<Window, Failure> {
    let preferences = Preferences::of(cli)?;
    let caps = Caps::of(&surroundings()).with_theme(preferences.theme).with_ambiguous(preferences.ambiguous);
    let (keymap, wrong) = preferences.keymap();
    if !caps.utf8 && !cli.force_utf8 {
        return Err(Failure::Refused(words::cli::NOT_UTF8.to_owned()));
    }
    if caps.dumb || !outlet.is_terminal {
        return Err(Failure::Usage(words::cli::NO_TERMINAL.to_owned()));
    }
    let wrong = wrong.first().map(|first| words::cli::first_fault(first, wrong.len()));
    let size = terminal::window_size().map_err(not_a_terminal)?;
    let own = Preferred { theme: caps.theme, preset: preferences.preset(), ambiguous: caps.ambiguous };
    Ok(Window { size, caps, keymap, own, layers: preferences.layers(), views: preferences.views, wrong })
}

/// What the host is told of it.
fn of_client(window: &Window) -> host::Window {
    host::Window {
        size: window.size,
        caps: window.caps,
        preset: window.own.preset,
        layers: window.layers.clone(),
        views: window.views.clone(),
        wrong: window.wrong.clone(),
    }
}

fn not_a_terminal<E>(_: E) -> Failure {
    Failure::Usage(words::cli::NO_TERMINAL.to_owned())
}

/// The session with the terminal taken; given back when this returns. Where the terminal goes first, the
/// process may end in here: then `last` is done before it does.
pub(super) fn session(
    start: Start<'_, Opened>,
    last: Box<dyn FnMut() + Send>,
) -> Result<Option<Opened>, Failure> {
    let (sender, events) = mpsc::channel::<Incoming>();
    let guard = Guard::enter().map_err(not_a_terminal)?;
    let hold = start.window.caps.hold;
    let farewell = terminal::listen(hold, move |event| sender.send(Incoming::Event(event)).is_ok())
        .map_err(not_a_terminal)?;
    // The window may have changed while the office was opened: what it is now, or an event that follows.
    let size = terminal::window_size().unwrap_or(start.window.size);
    let window = Window { size, ..start.window };
    let mut screen = Screen { guard, farewell, last };
    Ok(tui::run(Start { window, ..start }, &events, &mut screen))
}

impl tui::Seat for Opened {
    fn base(&self) -> Base<'_> {
        Self::base(self)
    }

    fn save(&self, name: &str, bytes: &[u8]) -> Result<String, String> {
        write_new(Path::new(name), bytes)
    }
}

/// The terminal as the session's outlet.
struct Screen {
    guard: Guard,
    farewell: Farewell,
    /// What is to be done before the process ends.
    last: Box<dyn FnMut() + Send>,
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
        (self.last)();
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
