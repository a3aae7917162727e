//! The host's log: one file, rotated, no personal data.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::host::day::now;

/// Bytes after which the file is put aside, in the place of the one put aside before.
const LARGEST: u64 = 1 << 20;

/// The log.
pub(super) struct Log {
    path: PathBuf,
    writing: Mutex<()>,
}

impl Log {
    /// The log in this file.
    pub(super) const fn at(path: PathBuf) -> Self {
        Self { path, writing: Mutex::new(()) }
    }

    /// Adds a line. A log that cannot be written stops nobody's work.
    pub(super) fn say(&self, text: &str) {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if fs::metadata(&self.path).is_ok_and(|file| file.len() > LARGEST) {
            let _ = fs::rename(&self.path, self.path.with_extension("log.1"));
        }
        let _ = self.open().and_then(|mut file| writeln!(file, "{} {text}", stamp(now())));
    }

    fn open(&self) -> std::io::Result<File> {
        OpenOptions::new().create(true).append(true).mode(0o600).open(&self.path)
    }
}

/// A moment as text, in UTC.
pub fn stamp(millis: i64) -> String {
    jiff::Timestamp::from_millisecond(millis).map_or_else(|_| String::new(), |at| format!("{at:.0}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_that_has_grown_is_put_aside_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("host.log");
        let log = Log::at(path.clone());
        fs::write(&path, vec![b'x'; (1 << 20) + 1]).unwrap();
        log.say("服务启动");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.ends_with("Z 服务启动\n") && text.len() < 60, "{text}");
        assert!(fs::metadata(folder.path().join("host.log.1")).unwrap().len() > 1 << 20);
    }
}
