//! An office in a folder of its own, worked through the command line: nothing of the machine leaks in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// A home for one test.
pub(crate) struct Office {
    folder: TempDir,
    today: Option<String>,
}

/// How a command ended.
#[must_use = "look at the exit code or at what was printed"]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    /// The JSON that was printed.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Asserts that it was done.
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }
}

impl Office {
    /// A folder without an office.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), today: None }
    }

    /// A practice office on this day.
    pub(crate) fn on(today: &str) -> Self {
        Self::named("北关区工业和信息化局", today)
    }

    /// A practice office of this organ on this day.
    pub(crate) fn named(organ: &str, today: &str) -> Self {
        let mut office = Self::empty();
        office.day(today);
        let _ = office.run(&["init", "--organ", organ, "--clerk", "张敏", "--practice"]).done();
        office
    }

    /// The same office on another day.
    pub(crate) fn day(&mut self, today: &str) {
        self.today = Some(today.to_owned());
    }

    /// Runs a command.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        self.run_by(Command::new(env!("CARGO_BIN_EXE_gongkai")), arguments)
    }

    /// Runs a command by whatever starts the program.
    pub(crate) fn run_by(&self, mut command: Command, arguments: &[&str]) -> Ended {
        command.env_clear().env("GONGKAI_HOME", self.home()).env("LANG", "C.UTF-8").args(arguments);
        if let Some(today) = &self.today {
            command.env("GONGKAI_TODAY", today);
        }
        let output = command.output().unwrap();
        Ended {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The home.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// The host's socket.
    pub(crate) fn socket(&self) -> PathBuf {
        self.home().join("run/host.sock")
    }

    /// How things stand at the host.
    pub(crate) fn status(&self) -> Value {
        self.run(&["status", "--json"]).done().json()
    }

    /// The register's folder.
    pub(crate) fn register_folder(&self) -> PathBuf {
        self.home().join("data/register")
    }

    /// The journal's only segment.
    pub(crate) fn segment(&self) -> PathBuf {
        self.home().join("data/journal/000001.journal")
    }

    /// Writes a file beside the home and gives its path.
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Entries and seal of the journal, as `verify` prints them: equal before and after means that nothing
    /// was changed.
    pub(crate) fn journal(&self) -> String {
        self.run(&["verify"]).done().out
    }

    /// Registers a plain request and gives its number.
    pub(crate) fn register(&self, received: &str, applicant: &str, content: &str) -> String {
        let arguments = [
            "register",
            "--received",
            received,
            "--kind",
            "自然人",
            "--applicant",
            applicant,
            "--content",
            content,
        ];
        self.run(&arguments).done().out.trim().to_owned()
    }
}

impl Drop for Office {
    /// No host outlives its test; one that is just leaving still writes into the folder.
    fn drop(&mut self) {
        if self.socket().exists() {
            let _ = self.run(&["stop"]);
        }
        if let Ok(lock) = fs::File::open(self.home().join("data/lock")) {
            let _ = lock.lock();
        }
    }
}

/// A path as an argument.
pub(crate) fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
