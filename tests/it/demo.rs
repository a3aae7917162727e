//! The sample office: kept in a folder and worked by other commands, or opened and thrown away.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::office::{Office, text};
use crate::terminal::{Terminal, key};

const TODAY: &str = "2026-06-30";

/// What is in a folder.
fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.map(|name| name.to_string_lossy().into_owned()).collect()
}

/// The sample opened in a terminal, its temporary folder in `folder`.
fn open_in(folder: &Path) -> Terminal {
    let mut command = Terminal::command();
    command.arg("demo");
    command.env("HOME", folder);
    command.env("TMPDIR", folder);
    command.env("GONGKAI_TODAY", TODAY);
    let clerk = Terminal::start(command);
    clerk.wait_for("演练日期");
    clerk.wait_for("未办结申请");
    clerk.wait_for("超期 2");
    assert_eq!(names(folder).len(), 1, "{:?}", names(folder));
    clerk
}

#[test]
fn a_sample_in_a_folder_is_worked_by_the_other_commands() {
    let mut office = Office::empty();
    office.day(TODAY);
    let made = office.run(&["demo", "--dir", text(&office.home()), "--no-open"]).done();
    assert!(made.out.contains(text(&office.home())) && made.out.contains(TODAY), "{}", made.out);
    let all = office.run(&["list", "--all", "--json"]).done().json();
    assert_eq!(all.as_array().map(Vec::len), Some(40));
    let agenda = office.run(&["agenda"]);
    assert_eq!(agenda.code, 3, "two are overdue: {agenda:?}");
    for year in ["2025", "2026"] {
        let findings = office.run(&["check", year, "--json"]).done().json();
        let findings = findings.as_array().unwrap();
        assert!(findings.iter().all(|finding| finding["severity"] == "warning"), "{findings:#?}");
    }
    let _ = office.run(&["verify"]).done();
    let no = office.register("2026-06-30", "李强", "征地批复");
    assert!(no.starts_with("2026-0"), "{no}");
    let refused = office.run(&["demo", "--dir", text(&office.home()), "--no-open"]);
    assert!(refused.code == 1 && refused.err.contains("不是空目录"), "{refused:?}");
    assert_eq!(office.run(&["list", "--all", "--json"]).done().json().as_array().map(Vec::len), Some(41));
}

#[test]
fn a_sample_that_is_not_opened_needs_a_folder_and_one_that_is_opened_a_terminal() {
    let office = Office::empty();
    let refused = office.run(&["demo", "--no-open"]);
    assert!(refused.code == 2 && refused.err.contains("--dir"), "{refused:?}");
    let refused = office.run(&["demo", "--dir", text(&office.home())]);
    assert_eq!(refused.code, 2, "{refused:?}");
    let refused = office.run(&["--home", text(&office.home()), "demo", "--no-open", "--dir", "elsewhere"]);
    assert!(refused.code == 2 && refused.err.contains("--dir"), "{refused:?}");
    assert!(!office.home().exists(), "nothing was made");
}

#[test]
fn a_sample_that_was_opened_is_gone_when_the_clerk_quits() {
    let folder = tempfile::tempdir().unwrap();
    let mut clerk = open_in(folder.path());
    clerk.press("\x1b[18~", "表三"); // F7
    clerk.press("\x04", "退出"); // Ctrl-D
    clerk.send(key::ENTER);
    assert_eq!(clerk.left(), 0);
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn a_sample_that_was_opened_is_gone_when_the_line_drops() {
    let folder = tempfile::tempdir().unwrap();
    let clerk = open_in(folder.path());
    let hangup = Command::new("kill").args(["-HUP", &clerk.process().to_string()]).status().unwrap();
    assert!(hangup.success());
    assert_eq!(clerk.left(), 129);
    assert_eq!(names(folder.path()), [""; 0]);
}
