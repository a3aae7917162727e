//! Entering and leaving the terminal, so that it is given back whatever happens.
//!
//! The bytes are our own: crossterm's style commands depend on process-wide state, and its cursor and size
//! queries would wait for answers that a slow line never brings.

use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::time::Duration;

use rustix::io::Errno;
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::{stderr, stdin, stdout};
use rustix::termios::{OptionalActions, Termios, isatty, tcgetattr, tcgetwinsize, tcsetattr};
use signal_hook::consts::signal::SIGCONT;

/// Alternate screen; no wrapping at the right edge (a glyph drawn wider than foretold must not spill into
/// the next row); bracketed paste; plain attributes on an empty screen.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?7l\x1b[?2004h\x1b[0m\x1b[2J\x1b[H";
/// Undoes [`ENTER`] in reverse, ends a frame cut short, and shows the cursor.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";

/// How the terminal was before we came; present while we are in it.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);
/// What a panic said while the terminal was ours, to be said once it is given back.
static LAST_WORDS: Mutex<String> = Mutex::new(String::new());
static HOOK: Once = Once::new();

/// Standard input or output is not a terminal.
#[derive(Debug, thiserror::Error)]
#[error("standard input and output must be a terminal: {0}")]
pub struct NotATerminal(#[from] std::io::Error);

/// The terminal is ours while this value lives.
///
/// Dropping it, also by an unwinding panic, gives the terminal back. A panic that somebody catches (a
/// damaged store, say) leaves the screen alone; its message is kept and printed after leaving.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Enters: raw mode first, then the alternate screen.
    pub fn enter() -> Result<Self, NotATerminal> {
        install_hook();
        take()?;
        Ok(Self(()))
    }

    /// Gives the terminal back, stops the whole process group as a shell expects, and enters again once
    /// somebody continues it. The caller then repaints.
    pub fn suspend(&mut self) -> Result<(), NotATerminal> {
        restore();
        stop_and_wait()?;
        take()
    }

    /// Enters again after a stop that we did not make ourselves. The caller then repaints.
    pub fn reenter(&mut self) -> Result<(), NotATerminal> {
        if lock(&BEFORE).is_some() {
            raw_mode()?;
            write_all(ENTER);
            return Ok(());
        }
        take()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back now: line mode first, then the screen. Does nothing when it is not ours, so it
/// may be called from anywhere and twice.
pub fn restore() {
    let Some(before) = lock(&BEFORE).take() else { return };
    // Nothing can be done about a terminal that is already gone.
    let _gone = tcsetattr(stdin(), OptionalActions::Now, &before);
    write_all(LEAVE);
    let words = std::mem::take(&mut *lock(&LAST_WORDS));
    let mut rest = words.as_bytes();
    while let Ok(n @ 1..) = rustix::io::write(stderr(), rest) {
        rest = rest.get(n..).unwrap_or_default();
    }
}

/// Columns and rows of the window, asked of the kernel and not of the terminal.
pub fn window_size() -> Result<(u16, u16), NotATerminal> {
    let size = tcgetwinsize(stdout()).map_err(std::io::Error::from)?;
    Ok((size.ws_col, size.ws_row))
}

/// Whether the terminal still answers to its settings; a hung-up one does not.
pub(super) fn is_alive() -> bool {
    !matches!(tcgetattr(stdin()), Err(Errno::IO | Errno::NXIO))
}

/// Writes painted bytes to the terminal in as few calls as the kernel allows. False: it is gone.
pub fn write_all(mut bytes: &[u8]) -> bool {
    while !bytes.is_empty() {
        match rustix::io::write(stdout(), bytes) {
            Ok(n) => bytes = bytes.get(n..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Somebody else made the terminal non-blocking; it is slow, not gone.
            Err(Errno::AGAIN) => std::thread::sleep(Duration::from_millis(1)),
            Err(_) => return false,
        }
    }
    true
}

fn take() -> Result<(), NotATerminal> {
    if !isatty(stdout()) {
        return Err(NotATerminal(std::io::ErrorKind::Unsupported.into()));
    }
    let before = tcgetattr(stdin()).map_err(std::io::Error::from)?;
    *lock(&BEFORE) = Some(before);
    raw_mode()?;
    write_all(ENTER);
    Ok(())
}

fn raw_mode() -> Result<(), NotATerminal> {
    let mut raw = tcgetattr(stdin()).map_err(std::io::Error::from)?;
    raw.make_raw();
    tcsetattr(stdin(), OptionalActions::Now, &raw).map_err(std::io::Error::from)?;
    Ok(())
}

/// Stops the process group and returns once it was continued. The thread that asks for the stop may run on
/// for a moment while another one takes the signal, and would enter the terminal before stopping: so it
/// waits for SIGCONT, though not for ever.
fn stop_and_wait() -> Result<(), NotATerminal> {
    let continued = Arc::new(AtomicBool::new(false));
    let watch = signal_hook::flag::register(SIGCONT, Arc::clone(&continued))?;
    let asked = kill_current_process_group(Signal::STOP);
    for _ in 0..100 {
        if asked.is_err() || continued.load(Ordering::SeqCst) {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    signal_hook::low_level::unregister(watch);
    asked.map_err(std::io::Error::from)?;
    Ok(())
}

/// While the terminal is ours, a panic message would be painted over the screen and lost: keep it.
fn install_hook() {
    HOOK.call_once(|| {
        let older = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if lock(&BEFORE).is_none() {
                older(info);
                return;
            }
            let mut words = lock(&LAST_WORDS);
            // One report is enough; a loop of caught panics must not eat the memory.
            if words.is_empty() {
                *words = format!("{info}\n");
            }
        }));
    });
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_entering_switches_on_leaving_switches_off() {
        let (enter, leave) = (String::from_utf8_lossy(ENTER), String::from_utf8_lossy(LEAVE));
        for mode in ["?1049", "?2004"] {
            assert!(enter.contains(&format!("{mode}h")) && leave.contains(&format!("{mode}l")));
        }
        assert!(enter.contains("?7l") && leave.contains("?7h") && leave.contains("?25h"));
    }

    #[test]
    fn no_question_is_put_to_the_terminal() {
        for bytes in [ENTER, LEAVE] {
            let text = String::from_utf8_lossy(bytes);
            for query in ["[c", "[6n", "[5n", "]11;?", "[?u", "[>"] {
                assert!(!text.contains(query));
            }
        }
    }

    #[test]
    fn giving_back_a_terminal_that_is_not_ours_does_nothing() {
        restore();
        restore();
    }
}
