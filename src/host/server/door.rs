//! The door: who comes is looked at before anything is done for him.

use std::io::{self, Read};
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::net::sockopt::socket_peercred;

use super::session::{self, Guest};
use super::{House, VERSION, command};
use crate::calendar::from_day;
use crate::host::admission::admit;
use crate::host::wire::{Broken, Down, Hello, Wish, receive_hello, send};
use crate::words::host as words;

/// How long a client has for its first frame, from its first byte to its last.
const FIRST_FRAME: Duration = Duration::from_secs(10);
/// The most clients at once.
const MOST: usize = 128;

/// The thread that lets clients in.
pub(super) struct Door {
    /// Closed to have it end.
    open: UnixStream,
    thread: JoinHandle<()>,
}

impl Door {
    /// Opens it.
    pub(super) fn open(house: &Arc<House>, listener: UnixListener) -> io::Result<Self> {
        let (open, closed) = UnixStream::pair()?;
        listener.set_nonblocking(true)?;
        let house = Arc::clone(house);
        let thread =
            thread::Builder::new().name("door".into()).spawn(move || wait(&house, &listener, &closed))?;
        Ok(Self { open, thread })
    }

    /// Closes it; nobody comes in after this.
    pub(super) fn close(self) {
        drop(self.open);
        // It cannot have panicked over anything that would matter now.
        let _ = self.thread.join();
    }
}

/// Waits for clients. Not in `accept`: a socket that a service manager lent must not be shut to end that.
fn wait(house: &Arc<House>, listener: &UnixListener, closed: &UnixStream) {
    loop {
        let mut looked =
            [PollFd::new(listener, PollFlags::IN), PollFd::new(closed, PollFlags::IN | PollFlags::HUP)];
        match poll(&mut looked, None) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(_) => return house.leave(),
        }
        if looked.iter().skip(1).any(|fd| !fd.revents().is_empty()) {
            return;
        }
        match listener.accept() {
            Ok((stream, _)) => let_in(house, stream),
            // Too many files open, say: it may pass.
            Err(error) if error.kind() != io::ErrorKind::WouldBlock => {
                thread::sleep(Duration::from_millis(50));
            }
            Err(_) => {}
        }
    }
}

/// A client's thread; without one it is dropped and sees its line end.
fn let_in(house: &Arc<House>, stream: UnixStream) {
    if house.guests.fetch_add(1, Ordering::SeqCst) >= MOST {
        house.guests.fetch_sub(1, Ordering::SeqCst);
        return refuse(&stream, words::TOO_MANY);
    }
    let here = Here(Arc::clone(house));
    // When it cannot be started, `here` is dropped with the closure.
    let _ = thread::Builder::new().name("client".into()).spawn(move || greet(&here.0, stream));
}

/// Counts a client as long as it is there.
struct Here(Arc<House>);

impl Drop for Here {
    fn drop(&mut self) {
        self.0.guests.fetch_sub(1, Ordering::SeqCst);
        self.0.look();
    }
}

fn greet(house: &Arc<House>, stream: UnixStream) {
    let hello = stream
        .set_nonblocking(false)
        .map_err(Broken::from)
        .and_then(|()| receive_hello(&mut Until::from_now(&stream, FIRST_FRAME)));
    match hello {
        Ok(hello) => {
            let _ = stream.set_read_timeout(None);
            serve(house, stream, hello);
        }
        Err(Broken::Protocol(number)) => {
            house.outdated();
            house.log.say(&words::log_breach(&Broken::Protocol(number).to_string()));
            refuse(&stream, &words::other_version(VERSION));
        }
        Err(broken) if broken.is_breach() => {
            house.log.say(&words::log_breach(&broken.to_string()));
            refuse(&stream, words::MALFORMED);
        }
        // Somebody who only knocked.
        Err(_) => {}
    }
}

/// A stream that is read up to a moment, however many reads that takes.
struct Until<'s> {
    stream: &'s UnixStream,
    end: Instant,
}

impl<'s> Until<'s> {
    fn from_now(stream: &'s UnixStream, time: Duration) -> Self {
        Self { stream, end: Instant::now() + time }
    }
}

impl Read for Until<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(left))?;
        self.stream.read(buffer)
    }
}

fn refuse(stream: &UnixStream, said: &str) {
    // Who does not hear it is refused all the same.
    let _ = send(&mut &*stream, &Down::End { code: 1, words: said.to_owned() });
}

fn report(house: &House, stream: &UnixStream) {
    let _ = send(&mut &*stream, &Down::Status(house.report()));
}

fn serve(house: &Arc<House>, stream: UnixStream, hello: Hello) {
    let Ok(credentials) = socket_peercred(&stream) else { return };
    let uid = credentials.uid.as_raw();
    let today = hello.day.and_then(from_day);
    let is_master = uid == 0 || uid == rustix::process::geteuid().as_raw();
    let is_ours = hello.version == VERSION;
    match (hello.wish, admit(&house.desk.office(), uid, today)) {
        (Wish::Stop, _) if is_master => {
            report(house, &stream);
            house.log.say(&words::log_told_to_leave(uid));
            house.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(stream);
            house.leave();
        }
        (Wish::Stop, Ok(_)) => refuse(&stream, words::STOP_NOT_YOURS),
        (Wish::Status, Ok(_)) => report(house, &stream),
        (Wish::Status, Err(_)) if is_master => report(house, &stream),
        (Wish::Session(view), Ok(clerk)) => {
            session::attend(house, stream, Guest { clerk, uid, today, view: *view, is_ours });
        }
        (Wish::Command(_), Ok(_)) if !is_ours => {
            house.outdated();
            refuse(&stream, &words::other_version(VERSION));
        }
        (Wish::Command(asked), Ok(clerk)) => command::run(house, &stream, (uid, clerk), today, asked),
        (Wish::Status | Wish::Session(_) | Wish::Command(_) | Wish::Stop, Err(error)) => {
            house.log.say(&words::log_refused(uid));
            refuse(&stream, &words::error(&error));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn who_dribbles_bytes_is_waited_for_no_longer_than_who_sends_none() {
        let (ours, mut theirs) = UnixStream::pair().unwrap();
        let dribbling = thread::spawn(move || while theirs.write_all(&[1]).is_ok() {});
        let mut reading = Until::from_now(&ours, Duration::from_millis(50));
        let mut byte = [0];
        // It would go on for ever, byte by byte.
        while reading.read(&mut byte).is_ok() {}
        assert_eq!(reading.read(&mut byte).unwrap_err().kind(), io::ErrorKind::TimedOut);
        drop(ours);
        dribbling.join().unwrap();
    }
}
