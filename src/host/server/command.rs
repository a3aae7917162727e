//! A subcommand for a client: its streams and files are frames.

use std::ffi::OsString;
use std::io;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::net::UnixStream;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use jiff::civil::Date;

use super::House;
use crate::host::drawer::Drawer;
use crate::host::wire::{Broken, Command, Down, LARGEST_FILE, PART, Up, receive, send};
use crate::host::{Asked, Opened, Streams, day};
use crate::request::ClerkId;
use crate::words::host as words;

/// Runs it; the client gets its end.
pub(super) fn run(
    house: &House,
    stream: &UnixStream,
    (uid, clerk): (u32, ClerkId),
    today: Option<Date>,
    command: Command,
) {
    day::set(today);
    let asked = Asked {
        arguments: command.arguments.into_iter().map(OsString::from_vec).collect(),
        is_terminal: command.is_terminal,
        uid,
        today,
        opened: Opened::lent(&house.desk, clerk, Drawer::open(&house.cabinet, clerk)),
    };
    let mut across = Across { stream };
    // Up to here a client that hears nothing may ask another host; from here on it may not.
    if across.send(&Down::Out(Vec::new())).is_err() {
        return;
    }
    let ended = catch_unwind(AssertUnwindSafe(|| house.commands.run(asked, &mut across)));
    if ended.is_err() {
        house.after_panic();
    }
    let end = ended.map_or_else(
        |_| Down::End { code: 1, words: words::COMMAND_FAILED.to_owned() },
        |code| Down::End { code, words: String::new() },
    );
    // A client that has left needs no end.
    let _ = send(&mut &*stream, &end);
}

/// The client at the other end.
struct Across<'s> {
    stream: &'s UnixStream,
}

impl Across<'_> {
    fn send(&mut self, message: &Down) -> io::Result<()> {
        send(&mut self.stream, message).map_err(|broken| match broken {
            Broken::Gone(error) => error,
            other => io::Error::other(other.to_string()),
        })
    }

    fn receive(&mut self) -> Result<Up, String> {
        receive(&mut self.stream).map_err(|_| words::LINE_GONE.to_owned())
    }
}

impl Streams for Across<'_> {
    fn out(&mut self, bytes: &[u8]) -> io::Result<()> {
        bytes.chunks(PART).try_for_each(|part| self.send(&Down::Out(part.to_vec())))
    }

    fn err(&mut self, bytes: &[u8]) -> io::Result<()> {
        bytes.chunks(PART).try_for_each(|part| self.send(&Down::Err(part.to_vec())))
    }

    fn read(&mut self, path: Option<&Path>) -> Result<Vec<u8>, String> {
        let gone = |_| words::LINE_GONE.to_owned();
        self.send(&Down::Read(path.map(|path| path.as_os_str().as_bytes().to_vec()))).map_err(gone)?;
        let mut whole = Vec::new();
        loop {
            match self.receive()? {
                Up::Part(part) if whole.len() + part.len() <= LARGEST_FILE => whole.extend(part),
                Up::Part(_) => return Err(words::FILE_TOO_LARGE.to_owned()),
                Up::Whole => return Ok(whole),
                Up::Answer(answer) => return Err(answer.err().unwrap_or_default()),
                Up::Event(_) => {}
            }
        }
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), String> {
        for message in write_as(path, bytes, false)? {
            self.send(&message).map_err(|_| words::LINE_GONE.to_owned())?;
        }
        loop {
            if let Up::Answer(answer) = self.receive()? {
                return answer.map(drop);
            }
        }
    }
}

/// What has the client write a file.
pub(super) fn write_as(path: &Path, bytes: &[u8], new: bool) -> Result<Vec<Down>, String> {
    if bytes.len() > LARGEST_FILE {
        return Err(words::FILE_TOO_LARGE.to_owned());
    }
    let mut messages: Vec<Down> = bytes.chunks(PART).map(|part| Down::Part(part.to_vec())).collect();
    messages.push(Down::Write { path: path.as_os_str().as_bytes().to_vec(), new });
    Ok(messages)
}
