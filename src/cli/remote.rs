//! Subcommands across the wire: sent to the host by the client, run by the host for it.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::{self, IsTerminal, LineWriter, Write};
use std::path::{Path, PathBuf};

use super::args::{JournalSub, KeySub, Sub};
use super::failure::Failure;
use super::files::{Files, OwnFiles};
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::run_lent;
use crate::host::{self, Asked, Call, Commands, Home, HostError, Standing, Streams};
use crate::words::cli as words;

/// Whether a subcommand works on the office, and so is the host's where there is one.
pub(super) fn wants_office(sub: &Sub) -> bool {
    match sub {
        Sub::Register(_)
        | Sub::Act(_)
        | Sub::List(_)
        | Sub::Agenda(_)
        | Sub::Show(_)
        | Sub::Clock(_)
        | Sub::Import(_)
        | Sub::Annual(_)
        | Sub::Calendar(_)
        | Sub::Record(_)
        | Sub::Organ(_)
        | Sub::Clerk(_)
        | Sub::Access(_)
        | Sub::Settings(_)
        | Sub::Verify(_)
        | Sub::Backup(_)
        | Sub::Erase(_)
        | Sub::Key(_)
        | Sub::Rebuild => true,
        Sub::Journal(args) => matches!(args.sub, JournalSub::Export { .. }),
        Sub::Guide(args) => args.no.is_some(),
        Sub::Report(args) => args.file.is_none(),
        Sub::Check(args) => args.file.is_none(),
        Sub::Init(_)
        | Sub::Restore(_)
        | Sub::Demo(_)
        | Sub::Merge(_)
        | Sub::Fee(_)
        | Sub::Handbook(_)
        | Sub::Keymap(_)
        | Sub::Help(_)
        | Sub::Serve(_)
        | Sub::Status(_)
        | Sub::Stop => false,
    }
}

/// The arguments as the host is to read them. Backups and exports are written by whoever owns the data (see
/// [`Invocation::own_data`]), in this process or in the host: their paths are told apart from its folder.
///
/// # Errors
/// There is no folder in which this process stands.
pub(super) fn arguments(sub: &Sub, given: &[OsString]) -> io::Result<Vec<OsString>> {
    let flag = |name: &str, path: Option<&PathBuf>| -> io::Result<Vec<OsString>> {
        let Some(path) = path else { return Ok(Vec::new()) };
        Ok(vec![name.into(), std::path::absolute(path)?.into_os_string()])
    };
    let named = |words: &[&str]| -> Vec<OsString> {
        given.iter().take(1).cloned().chain(words.iter().map(OsString::from)).collect()
    };
    Ok(match sub {
        Sub::Backup(args) => {
            let to = match &args.path {
                Some(path) => std::path::absolute(path)?.into_os_string(),
                None => "--rotate".into(),
            };
            let passphrase = flag("--passphrase-file", args.passphrase_file.as_ref())?;
            [named(&["backup"]), vec![to], passphrase].concat()
        }
        Sub::Journal(args) => match &args.sub {
            JournalSub::Export { output } => {
                [named(&["journal", "export"]), flag("--output", output.as_ref())?].concat()
            }
            JournalSub::Import { .. } => given.to_vec(),
        },
        Sub::Key(args) => match &args.sub {
            KeySub::Protect { passphrase_file } => {
                [named(&["key", "protect"]), flag("--passphrase-file", Some(passphrase_file))?].concat()
            }
            KeySub::Show | KeySub::Rotate => given.to_vec(),
        },
        _ => given.to_vec(),
    })
}

/// How often a host and an office that is free are looked for in turn.
const TRIES: usize = 5;

/// Has the host run it, or, where there is none, does it here. A host may come or go at any moment: who
/// waits for the office and finds that a host has it asks that.
pub(super) fn by_host_or(
    invocation: &Invocation,
    arguments: &[OsString],
    outlet: &mut Outlet,
    here: impl Fn(&mut Outlet) -> Result<u8, Failure>,
) -> Result<u8, Failure> {
    for _ in 0..TRIES {
        if let Some(code) = by_host(invocation, arguments, outlet)? {
            return Ok(code);
        }
        match here(outlet) {
            Err(Failure::AtHost(_)) => {}
            ended => return ended,
        }
    }
    Err(HostError::Lost.into())
}

/// Has the host run it; `None` where there is no host and this process is to do it.
fn by_host(
    invocation: &Invocation,
    arguments: &[OsString],
    outlet: &mut Outlet,
) -> Result<Option<u8>, Failure> {
    let mut hands = OwnFiles;
    let mut call = Call {
        today: invocation.today,
        arguments: arguments.to_vec(),
        is_terminal: outlet.is_terminal,
        out: &mut *outlet.out,
        err: &mut *outlet.err,
        waiting: &mut |err| {
            // Of those who watch it alone: a file that is read later needs no such word.
            if io::stderr().is_terminal() {
                let _ = writeln!(err, "{}", words::STILL_WORKING);
            }
        },
        hands: &mut hands,
    };
    match host::call(&invocation.home, &mut call)? {
        None if invocation.home.standing() == Standing::Theirs => {
            Err(HostError::NoService(invocation.home.root().to_path_buf()).into())
        }
        ended => Ok(ended),
    }
}

/// The subcommands, as the host runs them.
pub(super) struct AtHost {
    /// The home that is served.
    pub(super) home: Home,
}

impl Commands for AtHost {
    fn run(&self, asked: Asked, streams: &mut dyn Streams) -> u8 {
        let Asked { arguments, is_terminal, uid, today, opened } = asked;
        let invocation =
            Invocation { home: self.home.clone(), uid, account: String::new(), today, lent: Some(opened) };
        let streams = RefCell::new(streams);
        let mut out = LineWriter::new(Stream { streams: &streams, is_out: true });
        let mut err = LineWriter::new(Stream { streams: &streams, is_out: false });
        let mut files = Across { streams: &streams };
        let mut outlet = Outlet { out: &mut out, err: &mut err, is_terminal, files: &mut files };
        let code = run_lent(&arguments, &invocation, &mut outlet);
        // A client that has left needs no rest.
        let _ = out.flush().and_then(|()| err.flush());
        code
    }
}

/// One of the client's streams.
struct Stream<'s, 'c> {
    streams: &'s RefCell<&'c mut dyn Streams>,
    is_out: bool,
}

impl Write for Stream<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut streams = self.streams.borrow_mut();
        if self.is_out { streams.out(bytes) } else { streams.err(bytes) }?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The client's files.
struct Across<'s, 'c> {
    streams: &'s RefCell<&'c mut dyn Streams>,
}

impl Files for Across<'_, '_> {
    fn read(&mut self, path: &Path) -> Result<Vec<u8>, Failure> {
        self.streams.borrow_mut().read(Some(path)).map_err(Failure::Refused)
    }

    fn stdin(&mut self) -> Result<Vec<u8>, Failure> {
        self.streams.borrow_mut().read(None).map_err(Failure::Refused)
    }

    fn replace(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        self.streams.borrow_mut().write(path, bytes).map_err(Failure::Refused)
    }
}

/// What is said where a subcommand that is not the host's reaches it all the same.
pub(super) fn not_at_host() -> Failure {
    Failure::Usage(words::NOT_AT_HOST.to_owned())
}
