//! The messages, as plain values: never types of the house, whose shape may change with any version.

use serde::{Deserialize, Serialize};

use super::WireEvent;

/// The client's first frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::host) struct Hello {
    /// The version of the client's program.
    pub(in crate::host) version: String,
    /// The day set by hand (`GONGKAI_TODAY`).
    pub(in crate::host) day: Option<i32>,
    /// What is wanted.
    pub(in crate::host) wish: Wish,
}

/// What a client wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::host) enum Wish {
    /// A session on its terminal.
    Session(Box<View>),
    /// A subcommand.
    Command(Command),
    /// How things stand.
    Status,
    /// That the host leaves.
    Stop,
}

/// A terminal, and how the clerk wants to work there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(in crate::host) struct View {
    /// Columns and rows.
    pub(in crate::host) size: (u16, u16),
    /// The name of the theme, as far as the environment lets the clerk choose.
    pub(in crate::host) theme: String,
    /// Whether ambiguous characters are two cells wide.
    pub(in crate::host) wide: bool,
    /// Whether the clerk comes over SSH.
    pub(in crate::host) ssh: bool,
    /// The name of the key map.
    pub(in crate::host) preset: String,
    /// Files of keys over the key map.
    pub(in crate::host) layers: Vec<String>,
    /// Kept searches.
    pub(in crate::host) views: Vec<String>,
    /// What is wrong with the files of keys and preferences.
    pub(in crate::host) wrong: Option<String>,
}

/// A subcommand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::host) struct Command {
    /// Its arguments, the program's name first.
    pub(in crate::host) arguments: Vec<Vec<u8>>,
    /// Whether results go to a terminal.
    pub(in crate::host) is_terminal: bool,
}

/// From the client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::host) enum Up {
    /// Something came from the terminal.
    Event(WireEvent),
    /// A part of the file that was asked for.
    Part(Vec<u8>),
    /// The file is whole.
    Whole,
    /// What came of that which was asked, in words for the clerk.
    Answer(Result<String, String>),
}

/// From the host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::host) enum Down {
    /// The end of everything, with an exit code and words. Its shape may never change.
    End {
        /// The exit code.
        code: u8,
        /// What is said on stderr; may be empty.
        words: String,
    },
    /// Bytes for the terminal.
    Paint(Vec<u8>),
    /// The process is to stop for a while.
    Suspend,
    /// A preference is to be kept; wants an answer.
    Remember {
        /// Which.
        key: String,
        /// What.
        value: String,
    },
    /// Bytes for stdout.
    Out(Vec<u8>),
    /// Bytes for stderr.
    Err(Vec<u8>),
    /// A file is wanted, or stdin where no path is given: its parts, or an answer that says why not.
    Read(Option<Vec<u8>>),
    /// A part of a file that is to be written.
    Part(Vec<u8>),
    /// The parts are to be written under this name; wants an answer.
    Write {
        /// Where.
        path: Vec<u8>,
        /// Only if there is nothing yet.
        new: bool,
    },
    /// How things stand.
    Status(Report),
}

/// How things stand at the host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The number of its process.
    pub pid: u32,
    /// The version of its program.
    pub version: String,
    /// The number of the protocol that it speaks.
    pub protocol: u16,
    /// Since when it serves, in UTC milliseconds.
    pub since: i64,
    /// The sessions.
    pub sessions: Vec<Row>,
    /// The number of the journal's last entry.
    pub seq: u64,
    /// The seal over all of them.
    pub seal: String,
}

/// A session in a [`Report`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number.
    pub id: u64,
    /// Whose it is.
    pub clerk: u32,
    /// His name.
    pub name: String,
    /// Since when it is there, in UTC milliseconds.
    pub since: i64,
    /// Since when nobody is at it.
    pub left: Option<i64>,
}
