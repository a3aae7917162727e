//! Subcommands that the host runs for a client. The host knows none of them: who starts it passes them in.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use jiff::civil::Date;

use super::Opened;

/// A subcommand that a client asks for.
#[derive(Debug)]
pub struct Asked {
    /// Its arguments, the program's name first.
    pub arguments: Vec<OsString>,
    /// Whether its results go to a terminal.
    pub is_terminal: bool,
    /// The uid of the client's account.
    pub uid: u32,
    /// The day set by hand.
    pub today: Option<Date>,
    /// The office, lent for the clerk of that account.
    pub opened: Opened,
}

/// The client's side of a subcommand: its streams, and files that it opens with its own rights.
pub trait Streams {
    /// Writes to its stdout.
    fn out(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Writes to its stderr.
    fn err(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Reads a file, or its stdin where none is named; the text says why it could not.
    fn read(&mut self, path: Option<&Path>) -> Result<Vec<u8>, String>;

    /// Writes a file whole or not at all; the text says why it could not.
    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), String>;
}

/// Whoever knows the subcommands.
pub trait Commands: Send + Sync {
    /// Runs one and gives its exit code.
    fn run(&self, asked: Asked, streams: &mut dyn Streams) -> u8;
}
