//! The house: arrows run downwards only, and each room touches what it may.

use std::fs;
use std::path::{Path, PathBuf};

/// Every room with the rooms it may use.
const ROOMS: [(&str, &[&str]); 19] = [
    ("text", &[]),
    ("calendar", &[]),
    ("law", &[]),
    ("terminal", &["text"]),
    ("request", &["law", "calendar", "text"]),
    ("office", &["request", "law", "calendar", "text"]),
    ("records", &["request", "law", "calendar", "text"]),
    ("words", &["records", "request", "office", "law", "calendar", "text"]),
    ("ledger", &["words", "request", "law", "calendar", "text"]),
    ("report", &["words", "law", "calendar", "text"]),
    ("journal", &["words", "records", "request", "office", "law", "calendar", "text"]),
    ("register", &["journal", "words", "records", "request", "office", "law", "calendar", "text"]),
    (
        "desk",
        &[
            "register", "journal", "ledger", "report", "words", "records", "request", "office", "law",
            "calendar", "text",
        ],
    ),
    ("backup", &["journal", "words", "request", "text"]),
    ("demo", &["desk", "records", "request", "office", "law", "calendar"]),
    (
        "host",
        &[
            "backup", "tui", "desk", "register", "journal", "words", "request", "office", "terminal",
            "calendar", "text",
        ],
    ),
    (
        "tui",
        &[
            "desk", "register", "report", "words", "records", "request", "office", "law", "terminal",
            "calendar", "text",
        ],
    ),
    (
        "cli",
        &[
            "host", "backup", "demo", "tui", "desk", "register", "journal", "ledger", "report", "words",
            "records", "request", "office", "law", "terminal", "calendar", "text",
        ],
    ),
    ("lib", &[]),
];

/// What only some rooms may name, with those rooms (a room, or one file in it).
const TOKENS: [(&str, &[&str]); 11] = [
    ("sled::", &["register"]),
    ("ratatui::", &["tui"]),
    ("crossterm::", &["terminal"]),
    ("clap::", &["cli", "words/cli"]),
    ("calamine::", &["ledger", "report/reading"]),
    ("std::fs", &["journal", "register", "backup", "host", "cli"]),
    ("SystemTime::now", &["desk/time.rs"]),
    ("std::env", &["cli"]),
    ("std::thread", &["terminal", "host", "tui", "register/open.rs"]),
    ("std::process", &["terminal", "cli", "host/client/start.rs"]),
    ("unix::net", &["host", "cli"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every source file with what stands in it outside of tests.
fn sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(&root(), &mut files);
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let code: Vec<&str> = text
                .lines()
                .map(|line| line.split("//").next().unwrap())
                .take_while(|line| !line.starts_with("#[cfg(test)]") || line.contains("mod tests;"))
                .collect();
            (name, code.join("\n"))
        })
        .filter(|(name, _)| !is_test(name))
        .collect()
}

/// Files that hold tests alone.
fn is_test(name: &str) -> bool {
    let text = fs::read_to_string(root().join(name)).unwrap();
    let module = Path::new(name).file_stem().unwrap().to_str().unwrap();
    let above = root().join(Path::new(name).parent().unwrap()).join("mod.rs");
    let declared = fs::read_to_string(above).unwrap_or_default();
    name.contains("/tests/")
        || module.ends_with("tests")
        || declared.contains(&format!("#[cfg(test)]\nmod {module};"))
        || declared.contains(&format!("#[cfg(test)]\npub(crate) mod {module};"))
        || declared.contains(&format!("#[cfg(test)]\npub(super) mod {module};"))
        || text.contains("#![cfg(test)]")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The rooms that `crate::ROOM` names in a text.
fn named(code: &str) -> Vec<String> {
    let room =
        |rest: &str| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>();
    code.split("crate::").skip(1).map(room).filter(|room| !room.is_empty()).collect()
}

#[test]
fn arrows_run_downwards_only() {
    let mut wrong = Vec::new();
    for (name, code) in sources() {
        let room = name.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| *known == room) else {
            assert!(room == "main" || room == "lib", "the house has no room {room}: add it to this test");
            continue;
        };
        // Words are made of the values they are about: words/X.rs may look at room X and what X may look at.
        let about = name.strip_prefix("words/").map(|rest| rest.split(['/', '.']).next().unwrap().to_owned());
        let theirs =
            ROOMS.iter().find(|(known, _)| Some(*known) == about.as_deref()).map_or(&[][..], |r| r.1);
        for used in named(&code) {
            let own = used == room || about.as_deref() == Some(used.as_str());
            if !own && !allowed.contains(&used.as_str()) && !theirs.contains(&used.as_str()) {
                wrong.push(format!("{name} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_room_touches_only_what_it_may() {
    let mut wrong = Vec::new();
    for (name, code) in sources() {
        for (token, rooms) in TOKENS {
            if code.contains(token) && !rooms.iter().any(|room| name.starts_with(room)) && name != "main.rs" {
                wrong.push(format!("{name} touches {token}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_room_begins_with_what_it_is_for() {
    for (room, _) in ROOMS.iter().filter(|(room, _)| *room != "lib") {
        let head = fs::read_to_string(root().join(room).join("mod.rs")).unwrap();
        assert!(head.starts_with("//! "), "{room}/mod.rs");
        assert!(head.lines().take_while(|line| line.starts_with("//!")).count() >= 2, "{room}/mod.rs");
    }
}

#[test]
fn no_file_is_longer_than_five_hundred_lines() {
    let mut files = Vec::new();
    collect(&root(), &mut files);
    for path in files {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 500, "{} has {lines} lines", path.display());
    }
}
