//! The terminal given back, tried in a real pseudo-terminal: the test binary starts itself in one.

use std::io::{Read, Write};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::{Event, Guard, Key, KeyPress, listen};

const ROLE: &str = "GONGKAI_TEST_PTY_CHILD";

/// What runs inside the pseudo-terminal: shows each event, ends on `q`, panics on `p`.
#[test]
#[ignore = "started by the tests of this file"]
fn child() {
    if std::env::var_os(ROLE).is_none() {
        return;
    }
    let mut guard = Guard::enter().unwrap();
    let (send, events) = mpsc::channel();
    // Longer than in life: a busy machine tears keys further apart than any line.
    let farewell = listen(Duration::from_secs(2), move |event| send.send(event).is_ok()).unwrap();
    super::write_all(b"ready\r\n");
    for event in events {
        super::write_all(format!("<{event:?}>\r\n").as_bytes());
        match event {
            Event::Key(press) if press == KeyPress::char('q') => break,
            Event::Key(press) if press == KeyPress::char('p') => panic!("the child panics"),
            Event::Key(press) if press == KeyPress::ctrl('z') => guard.suspend().unwrap(),
            Event::Hangup | Event::Terminate => {
                if let Some(path) = std::env::var_os("GONGKAI_TEST_DRAFT") {
                    std::fs::write(path, "draft").unwrap();
                }
                farewell.saved();
            }
            _ => {}
        }
    }
}

struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    output: mpsc::Receiver<Vec<u8>>,
    seen: String,
}

impl Session {
    fn start(draft: Option<&std::path::Path>) -> Self {
        let pair = native_pty_system()
            .openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 })
            .unwrap();
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        command.args([
            "--exact",
            "terminal::pty_tests::child",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ]);
        command.env(ROLE, "1");
        if let Some(path) = draft {
            command.env("GONGKAI_TEST_DRAFT", path);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (send, output) = mpsc::channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..n].to_vec()).is_err() {
                    return;
                }
            }
        });
        let mut session =
            Self { child, master: Some(pair.master), keys: Some(keys), output, seen: String::new() };
        session.wait_for("ready");
        session
    }

    fn wait_for(&mut self, text: &str) {
        let end = Instant::now() + Duration::from_secs(20);
        while !self.seen.contains(text) {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("no {text:?} in {:?}", self.seen);
            };
            self.seen.push_str(&String::from_utf8_lossy(&bytes));
        }
    }

    fn type_keys(&mut self, bytes: &[u8]) {
        let keys = self.keys.as_mut().unwrap();
        keys.write_all(bytes).unwrap();
        keys.flush().unwrap();
    }

    /// The process has ended by then; its exit code.
    fn end(&mut self) -> u32 {
        let end = Instant::now() + Duration::from_secs(20);
        loop {
            while let Ok(bytes) = self.output.try_recv() {
                self.seen.push_str(&String::from_utf8_lossy(&bytes));
            }
            if let Some(status) = self.child.try_wait().unwrap() {
                while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
                    self.seen.push_str(&String::from_utf8_lossy(&bytes));
                }
                return status.exit_code();
            }
            assert!(Instant::now() < end, "the child lives on: {:?}", self.seen);
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn signal(&self, signal: rustix::process::Signal) {
        let pid = i32::try_from(self.child.process_id().unwrap()).unwrap();
        rustix::process::kill_process(rustix::process::Pid::from_raw(pid).unwrap(), signal).unwrap();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        _ = self.child.kill();
    }
}

const LEFT: &str = "\u{1b}[?2004l\u{1b}[?7h\u{1b}[?25h\u{1b}[?1049l";

#[test]
fn an_arrow_key_torn_apart_arrives_whole_and_quitting_gives_the_terminal_back() {
    let mut session = Session::start(None);
    session.type_keys(b"\x1b");
    std::thread::sleep(Duration::from_millis(40));
    session.type_keys(b"[A");
    session.wait_for(&format!("<{:?}>", Event::Key(KeyPress::plain(Key::Up))));
    session.type_keys(b"\x1b[200~\xe4\xbf\xa1\r\xe6\x81\xaf\x1b[201~");
    session.wait_for(&format!("<{:?}>", Event::Paste("信\r息".into())));
    session.type_keys(b"q");
    assert_eq!(session.end(), 0);
    assert!(session.seen.contains(LEFT), "{:?}", session.seen);
}

#[test]
fn a_panic_gives_the_terminal_back_and_then_says_why() {
    let mut session = Session::start(None);
    session.type_keys(b"p");
    assert_ne!(session.end(), 0);
    let left = session.seen.find(LEFT).expect("left");
    let why = session.seen.find("the child panics").expect("why");
    assert!(left < why, "{:?}", session.seen);
}

#[test]
fn a_request_to_end_lets_the_loop_save_and_gives_the_terminal_back() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("draft");
    let mut session = Session::start(Some(&draft));
    session.signal(rustix::process::Signal::TERM);
    assert_eq!(session.end(), 143);
    assert!(draft.exists());
    assert!(session.seen.contains(LEFT), "{:?}", session.seen);
}

#[test]
fn a_dropped_line_ends_the_process_with_the_draft_kept() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("draft");
    let mut session = Session::start(Some(&draft));
    session.keys = None;
    session.master = None;
    session.signal(rustix::process::Signal::HUP);
    session.end();
    assert!(draft.exists());
}

#[test]
fn a_suspended_program_leaves_the_screen_and_comes_back_to_it() {
    let mut session = Session::start(None);
    session.type_keys(&[0x1a]);
    session.wait_for(LEFT);
    session.seen.clear();
    std::thread::sleep(Duration::from_millis(100));
    session.signal(rustix::process::Signal::CONT);
    session.wait_for("\u{1b}[?1049h");
    session.wait_for("<Resumed>");
    session.type_keys(b"q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_key_pressed_while_the_window_changes_its_size_arrives_without_waiting_for_another() {
    let mut session = Session::start(None);
    for round in 0..5 {
        // A program that is held finds the key and the new size at one and the same look.
        session.signal(rustix::process::Signal::STOP);
        std::thread::sleep(Duration::from_millis(100));
        let cols = 81 + round;
        let size = PtySize { rows: 30, cols, pixel_width: 0, pixel_height: 0 };
        session.master.as_ref().unwrap().resize(size).unwrap();
        session.type_keys(b"x");
        session.seen.clear();
        session.signal(rustix::process::Signal::CONT);
        session.wait_for(&format!("<{:?}>", Event::Resize(cols, 30)));
        session.wait_for(&format!("<{:?}>", Event::Key(KeyPress::char('x'))));
    }
    session.type_keys(b"q");
    assert_eq!(session.end(), 0);
}
