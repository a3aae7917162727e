//! The program in a real pseudo-terminal of 80x24, driven by keys alone.

use std::io::{Read, Write};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::office::Office;

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program and the screen it has painted.
pub(crate) struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Opens an office on `today`.
    pub(crate) fn open(office: &Office, today: Option<&str>) -> Self {
        Self::open_with(office, today, &[], &[])
    }

    /// The same with these variables set besides, and with these arguments.
    pub(crate) fn open_with(
        office: &Office,
        today: Option<&str>,
        variables: &[(&str, &str)],
        arguments: &[&str],
    ) -> Self {
        let mut command = Self::command();
        command.env("GONGKAI_HOME", office.home());
        if let Some(today) = today {
            command.env("GONGKAI_TODAY", today);
        }
        for (name, value) in variables {
            command.env(name, value);
        }
        command.args(arguments);
        Self::start(command)
    }

    /// The program with nothing of this machine in its surroundings.
    pub(crate) fn command() -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_gongkai"));
        command.env_clear();
        command.env("LANG", "C.UTF-8");
        command.env("TERM", "xterm-256color");
        command.env("SSH_CONNECTION", "127.0.0.1 40000 127.0.0.1 22");
        // A busy machine tears more than a slow line does.
        command.env("ESCDELAY", "1500");
        command
    }

    /// Starts it in a new terminal.
    pub(crate) fn start(command: CommandBuilder) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let screen = Arc::new(Mutex::new(vt100::Parser::new(24, 80, 0)));
        let painted = Arc::clone(&screen);
        let mut reader = pair.master.try_clone_reader().unwrap();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 {
                    break;
                }
                painted.lock().unwrap().process(&bytes[..count]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { child, keys, screen, master: pair.master }
    }

    /// Gives the window another size.
    pub(crate) fn resize(&self, cols: u16, rows: u16) {
        self.screen.lock().unwrap().screen_mut().set_size(rows, cols);
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// What stands on the screen, line by line.
    pub(crate) fn text(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// Whether a cell of the screen has a colour.
    pub(crate) fn has_colour(&self) -> bool {
        let parser = self.screen.lock().unwrap();
        let screen = parser.screen();
        let (rows, cols) = screen.size();
        (0..rows).flat_map(|row| (0..cols).map(move |col| (row, col))).any(|(row, col)| {
            screen.cell(row, col).is_some_and(|cell| {
                cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default
            })
        })
    }

    /// Types raw bytes.
    pub(crate) fn send(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Types, then waits until `expected` stands on the screen.
    pub(crate) fn press(&mut self, keys: &str, expected: &str) {
        self.send(keys);
        self.wait_for(expected);
    }

    /// Waits until `expected` stands on the screen.
    pub(crate) fn wait_for(&self, expected: &str) {
        let start = Instant::now();
        while !self.text().contains(expected) {
            assert!(start.elapsed() < PATIENCE, "no {expected:?} on:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until `is_so` of the screen; `false` where the program leaves before.
    pub(crate) fn comes(&mut self, is_so: impl Fn(&str) -> bool) -> bool {
        let start = Instant::now();
        while !is_so(&self.text()) {
            if self.child.try_wait().unwrap().is_some() {
                return false;
            }
            assert!(start.elapsed() < PATIENCE, "it never comes:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(5));
        }
        true
    }

    /// Ends it as a power cut would.
    pub(crate) fn kill(self) {
        self.signal(rustix::process::Signal::KILL);
    }

    /// Ends it as a line that drops would.
    pub(crate) fn hang_up(self) {
        self.signal(rustix::process::Signal::HUP);
    }

    fn signal(self, signal: rustix::process::Signal) {
        self.send_signal(signal);
        let _ = self.left();
    }

    /// Sends its process a signal.
    pub(crate) fn send_signal(&self, signal: rustix::process::Signal) {
        let process = rustix::process::Pid::from_raw(self.process().try_into().unwrap()).unwrap();
        rustix::process::kill_process(process, signal).unwrap();
    }

    /// Quits by its keys.
    pub(crate) fn quit(mut self) {
        self.send("\x04"); // Ctrl-D
        self.send(key::ENTER);
        assert_eq!(self.left(), 0);
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits until the program has left and gives its exit code.
    pub(crate) fn left(mut self) -> u32 {
        self.wait_left()
    }

    /// The same, and the screen stays to be looked at.
    pub(crate) fn wait_left(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            if start.elapsed() > PATIENCE {
                let text = self.text();
                let _ = self.child.kill();
                panic!("the program does not leave:\n{text}");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

/// Keys as terminals send them.
pub(crate) mod key {
    pub(crate) const ENTER: &str = "\r";
    pub(crate) const TAB: &str = "\t";
    pub(crate) const UP: &str = "\x1b[A";
    pub(crate) const DOWN: &str = "\x1b[B";
    pub(crate) const RIGHT: &str = "\x1b[C";
    pub(crate) const LEFT: &str = "\x1b[D";
}
