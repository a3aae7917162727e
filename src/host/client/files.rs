//! Files that the host asks the client for.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};

use super::Hands;
use crate::host::wire::{Broken, LARGEST_FILE, PART, Up, send};
use crate::words::host as words;

/// What is being received for a file.
#[derive(Default)]
pub(super) struct Parts(Vec<u8>);

impl Parts {
    /// One more part. A host that sends more than it may is a broken one.
    pub(super) fn take(&mut self, part: &[u8]) -> Result<(), Broken> {
        if self.0.len() + part.len() > LARGEST_FILE {
            return Err(Broken::Malformed);
        }
        self.0.extend(part);
        Ok(())
    }

    /// Writes them under this name.
    pub(super) fn write(&mut self, path: Vec<u8>, new: bool, hands: &mut dyn Hands) -> Up {
        let bytes = std::mem::take(&mut self.0);
        Up::Answer(hands.write(&PathBuf::from(OsString::from_vec(path)), &bytes, new))
    }
}

/// Whether the clerk has named this file on the command line: alone, or behind an option (`--set=a.txt`).
pub(super) fn is_named(path: &[u8], arguments: &[OsString]) -> bool {
    !path.is_empty() && arguments.iter().skip(1).any(|argument| argument.as_bytes().ends_with(path))
}

/// Sends a file's contents, or says why not.
pub(super) fn hand_over(
    stream: &UnixStream,
    path: Option<&[u8]>,
    hands: &mut dyn Hands,
) -> Result<(), Broken> {
    let mut stream = stream;
    match hands.read(path.map(|path| Path::new(OsStr::from_bytes(path)))) {
        Ok(bytes) if bytes.len() > LARGEST_FILE => {
            send(&mut stream, &Up::Answer(Err(words::FILE_TOO_LARGE.to_owned())))
        }
        Ok(bytes) => {
            for part in bytes.chunks(PART) {
                send(&mut stream, &Up::Part(part.to_vec()))?;
            }
            send(&mut stream, &Up::Whole)
        }
        Err(said) => send(&mut stream, &Up::Answer(Err(said))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_the_clerk_has_named_are_his_to_give() {
        let arguments: Vec<OsString> =
            ["gongkai", "import", "台账.xlsx", "--profile=own.json"].map(OsString::from).to_vec();
        for named in ["台账.xlsx", "own.json"] {
            assert!(is_named(named.as_bytes(), &arguments), "{named}");
        }
        for other in ["", "/etc/passwd", ".ssh/id_ed25519", "gongkai"] {
            assert!(!is_named(other.as_bytes(), &arguments), "{other}");
        }
    }
}
