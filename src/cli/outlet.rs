//! Where a subcommand writes: results to one stream, everything else to the other.

use std::io::{self, Write};

use serde_json::Value;

use super::failure::Failure;
use super::files::Files;
use crate::words::cli as words;

/// The streams of an invocation.
pub(super) struct Outlet<'a> {
    /// Results.
    pub(super) out: &'a mut dyn Write,
    /// Everything else.
    pub(super) err: &'a mut dyn Write,
    /// Whether results go to a terminal.
    pub(super) is_terminal: bool,
    /// The files that the user names.
    pub(super) files: &'a mut dyn Files,
}

impl Outlet<'_> {
    /// A result, ended by a line end.
    pub(super) fn say(&mut self, text: &str) -> Result<(), Failure> {
        let text = text.trim_end_matches('\n');
        if !text.is_empty() {
            writeln!(self.out, "{text}")?;
        }
        Ok(())
    }

    /// One JSON value, Chinese unescaped.
    pub(super) fn json(&mut self, value: &Value) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
        self.say(&text)
    }

    /// A file's bytes as result; binary to a terminal is refused.
    pub(super) fn bytes(&mut self, bytes: &[u8], binary: bool) -> Result<(), Failure> {
        if binary && self.is_terminal {
            return Err(Failure::Usage(words::BINARY_TO_TERMINAL.to_owned()));
        }
        self.out.write_all(bytes)?;
        self.out.flush()?;
        Ok(())
    }

    /// A word beside the result.
    pub(super) fn warn(&mut self, text: &str) -> Result<(), Failure> {
        if !text.is_empty() {
            writeln!(self.err, "{text}")?;
        }
        Ok(())
    }
}
