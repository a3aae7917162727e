//! Starting a host that outlives the client: the same program anew, in a session of its own.

use std::io::{BufRead, BufReader, Read};
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

/// What a line about the progress begins with: no word does.
const MARK: &str = "\u{1}";

/// Starts a host and waits until it lets clients in. `waiting` is called once if that takes a while, and then
/// with how far it is, in cases of all cases.
///
/// The host says on its stderr why it does not serve, and closes that when it does: so the end of that
/// stream is the signal.
///
/// # Errors
/// What the host said, or that it cannot be started.
pub fn start(
    program: &Path,
    home: &Home,
    waiting: &mut dyn FnMut(Option<(usize, usize)>),
) -> Result<(), HostError> {
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

/// What the host says.
enum Said {
    /// How far the opening is.
    Progress(usize, usize),
    /// Everything else, at its end.
    End(String),
}

/// Everything until its end. `waiting` is told once that it takes a while, and how far it is.
fn hear(said: ChildStderr, waiting: &mut dyn FnMut(Option<(usize, usize)>)) -> String {
    let (tell, told) = mpsc::channel();
    let read = move || {
        let mut text = String::new();
        let mut lines = BufReader::new(said.take(LONGEST));
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).is_ok_and(|count| count > 0) {
            let words = String::from_utf8_lossy(&line);
            match progress_of(&words) {
                Some((done, all)) => _ = tell.send(Said::Progress(done, all)),
                None => text.push_str(&words),
            }
            line.clear();
        }
        let _ = tell.send(Said::End(text));
    };
    if thread::Builder::new().spawn(read).is_err() {
        return String::new();
    }
    let mut next = told.recv_timeout(SILENCE);
    if matches!(next, Err(RecvTimeoutError::Timeout) | Ok(Said::Progress(..))) {
        waiting(None);
    }
    loop {
        match next {
            Ok(Said::End(text)) => return text,
            Ok(Said::Progress(done, all)) => waiting(Some((done, all))),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return String::new(),
        }
        next = told.recv().map_err(RecvTimeoutError::from);
    }
}

/// What a host that a client has started says on its stderr about how far it is.
pub fn progress_line(done: usize, all: usize) -> String {
    format!("{MARK}{done} {all}")
}

fn progress_of(line: &str) -> Option<(usize, usize)> {
    let (done, all) = line.strip_prefix(MARK)?.trim_end().split_once(' ')?;
    Some((done.parse().ok()?, all.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_told_from_everything_else_that_a_host_says() {
        assert_eq!(progress_of(&format!("{}\n", progress_line(3, 70))), Some((3, 70)));
        for other in ["", "3 70", "没有打开：1 2", "\u{1}3", "\u{1}3 x"] {
            assert_eq!(progress_of(other), None, "{other:?}");
        }
    }
}
