//! The client's side of the terminal: entering and leaving it, keys, signals, what it can show.
//!
//! Touches termios, signals and bytes, and the process-wide state of crossterm's reader. Knows nothing of
//! requests. It asks the terminal no question (answers come late or never over SSH), pushes no keyboard
//! flags (they break input methods) and captures no mouse (that would take the clerk's way of copying).
//!
//! ```text
//! Guard::enter() ──────────── raw mode, alternate screen, bracketed paste; given back on drop
//! listen(hold, send) ──────── threads: crossterm events -> Joiner -> Event; signals -> Event
//! Caps::of(&env) ──────────── what the painter may use, from environment values passed in
//! ```
//!
//! The program's loop owns the [`Guard`], receives [`Event`]s, and on
//! - [`Event::Hangup`] or [`Event::Terminate`] saves drafts, calls [`Farewell::saved`] and returns;
//!   the signal thread ends the process if that takes too long;
//! - [`Event::Suspend`] (or the key of the suspend action) calls [`Guard::suspend`] and repaints;
//! - [`Event::Resumed`] calls [`Guard::reenter`] and repaints.

mod caps;
mod event;
mod fold;
mod guard;
mod input;
mod keys;
#[cfg(test)]
mod pty_tests;
mod secret;
mod translate;

pub use caps::{Ambiguous, Caps, Env, Theme};
pub use event::{Event, Key, KeyPress};
pub use fold::fold_key;
pub use guard::{Guard, NotATerminal, restore, window_size, write_all};
pub use input::{Farewell, listen};
pub use keys::{HOLD_LOCAL, HOLD_SSH, Joiner, split_bursts};
pub use secret::ask_unseen;
