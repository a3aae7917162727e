//! An office with several clerks, each from an account of his own where the test may take one.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::Path;
use std::process::Command;

use portable_pty::CommandBuilder;

use crate::office::{Ended, Office};
use crate::terminal::Terminal;

/// The group that opens the socket, and the account below the first further clerk's.
pub(crate) const GROUP: u32 = 61_000;
const SETPRIV: &str = "/usr/bin/setpriv";

/// An office and its clerks; the first owns the data.
pub(crate) struct Staff {
    pub(crate) office: Office,
}

/// Whether further accounts can be taken here.
pub(crate) fn has_accounts() -> bool {
    rustix::process::geteuid().is_root() && Path::new(SETPRIV).exists()
}

/// What comes before a program to run it as an account in a group.
pub(crate) fn as_account(uid: u32, gid: u32) -> [String; 4] {
    [SETPRIV.into(), format!("--reuid={uid}"), format!("--regid={gid}"), "--clear-groups".into()]
}

impl Staff {
    /// Three further clerks in an office; where no further accounts can be taken, that is said, and all four
    /// are one.
    pub(crate) fn of(office: Office) -> Self {
        if !has_accounts() {
            println!("not root, or no setpriv: all clerks of this test are one account");
            return Self { office };
        }
        for clerk in 1..=3 {
            let uid = (GROUP + clerk).to_string();
            let name = format!("经办{clerk}");
            let _ = office.run(&["clerk", "add", &name, "--uid", &uid, "--role", "handler"]).done();
        }
        open_to_group(&office);
        Self { office }
    }

    /// What comes before the program for a clerk.
    fn prefix(clerk: u32) -> Vec<String> {
        if clerk == 0 || !has_accounts() { Vec::new() } else { as_account(GROUP + clerk, GROUP).to_vec() }
    }

    /// Runs a command as a clerk (0 owns the data).
    pub(crate) fn run(&self, clerk: u32, arguments: &[&str]) -> Ended {
        let words = [Self::prefix(clerk), vec![env!("CARGO_BIN_EXE_gongkai").to_owned()]].concat();
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]);
        self.office.run_by(command, arguments)
    }

    /// Opens the office as a clerk.
    pub(crate) fn open(&self, clerk: u32, today: &str) -> Terminal {
        let mut command: CommandBuilder = Terminal::command();
        let prefix = Self::prefix(clerk).into_iter().map(Into::into);
        let _ = command.get_argv_mut().splice(0..0, prefix);
        command.env("GONGKAI_HOME", self.office.home());
        command.env("GONGKAI_TODAY", today);
        Terminal::start(command)
    }
}

/// Gives the socket to the group, and nothing else: as the README has it for a service account.
pub(crate) fn open_to_group(office: &Office) {
    let home = office.home();
    let run = home.join("run");
    for path in [&home, &run] {
        chown(path, None, Some(GROUP)).unwrap();
    }
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    mode(home.parent().unwrap(), 0o711);
    mode(&home, 0o750);
    mode(&run, 0o2750);
}
