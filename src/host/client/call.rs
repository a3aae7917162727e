//! A subcommand by the host: its arguments go up, its streams come down.

use std::ffi::OsString;
use std::io::Write;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::net::UnixStream;

use jiff::civil::Date;

use super::files::{Parts, hand_over, is_named};
use super::{Hands, knock, wait};
use crate::host::wire::{Broken, Command, Down, Up, Wish, receive, send};
use crate::host::{Home, HostError};
use crate::words::host as words;

/// A subcommand to be run by the host.
pub struct Call<'c> {
    /// The day set by hand.
    pub today: Option<Date>,
    /// Its arguments, the program's name first.
    pub arguments: Vec<OsString>,
    /// Whether its results go to a terminal.
    pub is_terminal: bool,
    /// Results.
    pub out: &'c mut dyn Write,
    /// Everything else.
    pub err: &'c mut dyn Write,
    /// Called where a while passes without a word.
    pub waiting: &'c mut dyn FnMut(&mut dyn Write),
    /// The clerk's files.
    pub hands: &'c mut dyn Hands,
}

impl std::fmt::Debug for Call<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Call").field("arguments", &self.arguments).finish_non_exhaustive()
    }
}

/// Has the host run it and gives its exit code; `None` where there is no host, and nothing was done.
///
/// # Errors
/// The host is another's, or went away in the middle.
pub fn call(home: &Home, call: &mut Call<'_>) -> Result<Option<u8>, HostError> {
    let arguments = call.arguments.iter().cloned().map(OsString::into_vec).collect();
    let wish = Wish::Command(Command { arguments, is_terminal: call.is_terminal });
    let Some(stream) = knock(home, call.today, wish)? else { return Ok(None) };
    let mut parts = Parts::default();
    // The host's first frame says that it has taken the command on; before it, it has done nothing.
    wait(&stream, &mut || (call.waiting)(call.err));
    let Ok(mut message) = receive::<Down>(&mut &stream) else { return Ok(None) };
    let mut has_spoken = false;
    loop {
        match take(message, &stream, &mut parts, call) {
            Ok(Some(code)) => return Ok(Some(code)),
            Ok(None) => {}
            Err(_) => return Err(HostError::LostInCommand),
        }
        if !has_spoken {
            wait(&stream, &mut || (call.waiting)(call.err));
            has_spoken = true;
        }
        message = receive::<Down>(&mut &stream).map_err(|_| HostError::LostInCommand)?;
    }
}

/// Does what a message says; the exit code where it is the end.
fn take(
    message: Down,
    stream: &UnixStream,
    parts: &mut Parts,
    call: &mut Call<'_>,
) -> Result<Option<u8>, Broken> {
    let mut line = stream;
    match message {
        // Whoever read our output has left: nothing more to say.
        Down::Out(bytes) if call.out.write_all(&bytes).and_then(|()| call.out.flush()).is_err() => {
            return Ok(Some(0));
        }
        Down::Out(_) => {}
        Down::Err(bytes) => {
            // Nowhere is left to say that stderr is closed.
            let _ = call.err.write_all(&bytes);
        }
        Down::Read(Some(path)) if !is_named(&path, &call.arguments) => {
            send(&mut line, &Up::Answer(Err(words::NOT_NAMED.to_owned())))?;
        }
        Down::Read(path) => hand_over(stream, path.as_deref(), call.hands)?,
        Down::Part(part) => parts.take(&part)?,
        Down::Write { path, .. } if !is_named(&path, &call.arguments) => {
            send(&mut line, &Up::Answer(Err(words::NOT_NAMED.to_owned())))?;
        }
        Down::Write { path, new } => {
            let answer = parts.write(path, new, call.hands);
            send(&mut line, &answer)?;
        }
        Down::End { code, words } => {
            if !words.is_empty() {
                let _ = writeln!(call.err, "{words}");
            }
            return Ok(Some(code));
        }
        Down::Paint(_) | Down::Suspend | Down::Remember { .. } | Down::Status(_) => {
            return Err(Broken::Malformed);
        }
    }
    Ok(None)
}
