//! The threads that read keys and signals and hand them on as events.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{poll, read};
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::event::Event;
use super::guard::{is_alive, restore};
use super::keys::{Joiner, split_bursts};
use super::translate::translate;

/// How long the loop has for saving drafts once the terminal is gone.
const LAST_MOMENT: Duration = Duration::from_millis(500);
/// How often we look whether the terminal is still there, should nobody send SIGHUP (`nohup`).
const LOOK: Duration = Duration::from_secs(2);
/// No key and nothing held: wait about for ever.
const IDLE: Duration = Duration::from_secs(3600);
/// What is there by now. Not zero: crossterm's level-triggered source does not look at all then.
const AT_ONCE: Duration = Duration::from_millis(1);

/// The loop's way to say that everything worth keeping is kept.
#[derive(Debug, Clone)]
pub struct Farewell(SyncSender<()>);

impl Farewell {
    /// Drafts are saved after [`Event::Hangup`] or [`Event::Terminate`]: the process may end now.
    pub fn saved(&self) {
        // Full or closed: it has been said, or nobody waits.
        let _told = self.0.try_send(());
    }
}

/// Starts the threads. `send` hands an event to the loop and says whether the loop still listens; `hold` is
/// [`HOLD_LOCAL`](super::HOLD_LOCAL) or [`HOLD_SSH`](super::HOLD_SSH).
///
/// A size asked for after this is either the last, or a [`Event::Resize`] follows.
///
/// Reading is never stopped by a flag: with the terminal gone, crossterm 0.29 spins in `poll` for ever
/// (crossterm #793), so the signal thread ends the process itself, half a second after it told the loop.
pub fn listen<S>(hold: Duration, send: S) -> io::Result<Farewell>
where
    S: Fn(Event) -> bool + Clone + Send + 'static,
{
    let signals = Signals::new([SIGHUP, SIGTERM, SIGTSTP, SIGCONT])?;
    // Crossterm listens for new sizes from its first look on: none that comes after this may be missed.
    poll(Duration::ZERO)?;
    let (saved, wait_saved) = mpsc::sync_channel(1);
    let (end, ending) = mpsc::sync_channel(4);

    let (to_loop, to_end) = (send.clone(), end.clone());
    thread::Builder::new().name("signals".into()).spawn(move || watch_signals(signals, &to_loop, &to_end))?;
    let to_loop = send.clone();
    thread::Builder::new().name("farewell".into()).spawn(move || {
        farewell(&to_loop, &ending, &wait_saved);
    })?;
    // `end` lives in the reader too, so that the farewell thread never finds its channel closed.
    thread::Builder::new().name("keys".into()).spawn(move || read_keys(hold, &send, &end))?;
    Ok(Farewell(saved))
}

fn watch_signals(mut signals: Signals, send: &impl Fn(Event) -> bool, end: &SyncSender<i32>) {
    for signal in signals.forever() {
        match signal {
            SIGTSTP => _ = send(Event::Suspend),
            SIGCONT => _ = send(Event::Resumed),
            fatal => _ = end.try_send(fatal),
        }
    }
}

/// Waits for the end: a signal, or a terminal that no longer answers.
fn farewell(send: &impl Fn(Event) -> bool, ending: &Receiver<i32>, saved: &Receiver<()>) {
    let signal = loop {
        match ending.recv_timeout(LOOK) {
            Ok(signal) => break signal,
            Err(RecvTimeoutError::Timeout) if is_alive() => {}
            Err(_) => break SIGHUP,
        }
    };
    let event = if signal == SIGTERM { Event::Terminate } else { Event::Hangup };
    if send(event) {
        _ = saved.recv_timeout(LAST_MOMENT);
    }
    restore();
    // As a shell reports a process ended by a signal.
    std::process::exit(128 + signal);
}

fn read_keys(hold: Duration, send: &impl Fn(Event) -> bool, end: &SyncSender<i32>) {
    let start = Instant::now();
    let mut joiner = Joiner::new(hold);
    loop {
        let wait = joiner.deadline().map_or(IDLE, |due| due.saturating_sub(start.elapsed()));
        let events = match poll(wait) {
            Ok(true) => drain(&mut joiner, start),
            Ok(false) => Ok(keys(&joiner.release(start.elapsed()))),
            Err(error) => Err(error),
        };
        match events {
            Ok(events) => {
                if !events.into_iter().all(send) {
                    return;
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => {
                _ = end.try_send(SIGHUP);
                return;
            }
        }
    }
}

/// Takes everything that is there, so that the loop draws once for it.
fn drain(joiner: &mut Joiner, start: Instant) -> io::Result<Vec<Event>> {
    let mut out = Vec::new();
    let mut pressed = Vec::new();
    while poll(AT_ONCE)? {
        match translate(read()?) {
            Some(Event::Key(press)) => pressed.extend(joiner.feed(press, start.elapsed())),
            Some(event) => {
                out.append(&mut keys(&pressed));
                pressed.clear();
                out.push(event);
            }
            None => {}
        }
        if out.len() + pressed.len() > 10_000 {
            break;
        }
    }
    out.append(&mut keys(&pressed));
    Ok(out)
}

fn keys(pressed: &[super::KeyPress]) -> Vec<Event> {
    split_bursts(pressed)
}
