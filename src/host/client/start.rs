//! Starting a host that outlives the client: the same program anew, in a session of its own.

use std::io::Read;
use std::path::Path;
use std::process::{ChildStderr, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::host::{Home, HostError, folder};

/// After which time the clerk is told that it takes a while.
const SILENCE: Duration = Duration::from_secs(1);
/// The most bytes of its words.
const LONGEST: u64 = 16 * 1024;

/// Starts a host and waits until it lets clients in. `waiting` is called once if that takes a while.
///
/// The host says on its stderr why it does not serve, and closes that when it does: so the end of that
/// stream is the signal.
///
/// # Errors
/// What the host said, or that it cannot be started.
pub fn start(program: &Path, home: &Home, waiting: &mut dyn FnMut()) -> Result<(), HostError> {
    let root = std::path::absolute(home.root()).map_err(|source| folder::at(home.root(), source))?;
    let failed = |source| folder::at(program, source);
    let mut host = Command::new(program)
        .arg("--home")
        .arg(root)
        .args(["serve", "--started-by-client"])
        // Nothing of this clerk's surroundings: it serves others too.
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    let said = host.stderr.take().map(|said| hear(said, waiting)).unwrap_or_default();
    // A host that serves is still running; one that does not has said why.
    match host.try_wait() {
        Ok(Some(status)) if !status.success() => Err(HostError::Refused(said.trim_end().to_owned())),
        Ok(None) if !said.trim().is_empty() => {
            let _ = host.wait();
            Err(HostError::Refused(said.trim_end().to_owned()))
        }
        _ => Ok(()),
    }
}

/// Everything until its end.
fn hear(said: ChildStderr, waiting: &mut dyn FnMut()) -> String {
    let (end, ended) = mpsc::channel();
    let read = move || {
        let mut text = Vec::new();
        let _ = said.take(LONGEST).read_to_end(&mut text);
        let _ = end.send(String::from_utf8_lossy(&text).into_owned());
    };
    if thread::Builder::new().spawn(read).is_err() {
        return String::new();
    }
    match ended.recv_timeout(SILENCE) {
        Ok(text) => text,
        Err(RecvTimeoutError::Disconnected) => String::new(),
        Err(RecvTimeoutError::Timeout) => {
            waiting();
            ended.recv().unwrap_or_default()
        }
    }
}
