//! The client's side: it reaches the host, or starts one; it has the terminal, the files and the rights of
//! the clerk's own account, and knows nothing of what it shows.

mod ask;
mod call;
mod files;
mod session;
mod start;

use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

use jiff::civil::Date;
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::server::VERSION;
use super::wire::{Hello, Wish, send_hello};
use super::{Home, HostError, place};
use crate::calendar::to_day;

pub use ask::{status, stop};
pub use call::{Call, call};
pub use session::{Came, Window, attend};
pub use start::{progress_line, start};

/// What the client does for the host, with the clerk's own rights.
pub trait Hands {
    /// Reads a file, or stdin where none is named; the text says why it could not.
    fn read(&mut self, path: Option<&Path>) -> Result<Vec<u8>, String>;

    /// Writes a file whole or not at all, a `new` one only where there is none; gives its whole path, or
    /// says why it could not.
    fn write(&mut self, path: &Path, bytes: &[u8], new: bool) -> Result<String, String>;

    /// Keeps a preference of the clerk.
    fn remember(&mut self, key: &str, value: &str) -> Result<(), String>;
}

/// How long somebody waits for the host without a word.
const SILENCE: Duration = Duration::from_secs(1);

/// Calls `waiting` if nothing comes from the host for a while. Whoever reads next waits for it in any case.
fn wait(stream: &UnixStream, waiting: &mut dyn FnMut()) {
    let silence = Timespec { tv_sec: SILENCE.as_secs().cast_signed(), tv_nsec: 0 };
    let mut looked = [PollFd::new(stream, PollFlags::IN)];
    if poll(&mut looked, Some(&silence)) == Ok(0) {
        waiting();
    }
}

/// A line to the host that has been told the wish; `None` where there is no host, or it is just leaving.
fn knock(home: &Home, today: Option<Date>, wish: Wish) -> Result<Option<UnixStream>, HostError> {
    let Some(stream) = place::connect(home)? else { return Ok(None) };
    let hello = Hello { version: VERSION.to_owned(), day: today.map(to_day), wish };
    match send_hello(&mut &stream, &hello) {
        Ok(()) => Ok(Some(stream)),
        Err(broken) if broken.is_breach() => Err(HostError::TooMuch),
        Err(_) => Ok(None),
    }
}
