//! The host owns the home (its layout, its lock, its opening and closing) and serves the clerks in it.
//!
//! ```text
//! home  folder  lock  shelf  opened ── the home: founded once, owned by one process, closed to others
//! place  wire ──────────────────────── the socket and what is said over it: bounded frames of plain values
//! server ───────────────────────────── owns the open office; one thread a session, whoever is at it
//! client ───────────────────────────── has the terminal, the files and the rights of the clerk
//! ```
//!
//! May touch files under the home, locks, sockets, processes, and of the terminal what the client needs.
//! Not the rules of the law, not sled. It knows no subcommand: who starts it passes them in ([`Commands`]).

mod access;
mod admission;
mod backing_up;
mod client;
mod commands;
mod day;
mod drawer;
mod error;
mod folder;
mod fresh;
mod home;
mod keys;
mod lock;
mod opened;
mod place;
mod progress;
mod restoring;
mod server;
mod shelf;
#[cfg(test)]
mod tests;
mod wire;

pub use backing_up::Rotation;
pub use client::{Call, Came, Hands, Window, attend, call, progress_line, start, status, stop};
pub use commands::{Asked, Commands, Streams};
pub use drawer::Drawer;
pub use error::HostError;
pub use home::{Home, Standing};
pub use keys::{KeyPlace, credential_in};
pub use opened::{Opened, Owned};
pub use progress::told;
pub use restoring::{Restored, TakenIn};
pub use server::{Serving, serve, stamp};
#[doc(hidden)]
pub use wire::fuzz_frames;
pub use wire::{Report, Row};
