//! The names of backups, and of the files in them.

use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;

use super::{FOLDERS, JOURNAL, KEYS};
use crate::journal::{KEY_STORE, Seq, segment_number};

const EXTENSION: &str = ".backup";
/// What a backup made by hand begins with, and one of the rotation.
const PREFIXES: [&str; 2] = ["gongkai", "auto"];
/// No path in a backup is longer, in bytes, and none has more parts.
const LONGEST: usize = 1024;
const DEEPEST: usize = 8;

/// A name that is free in `folder`: kind, day, number of the last entry, and a count where two are equal.
pub(super) fn free_in(folder: &Path, rotating: bool, on: Date, seq: Seq) -> PathBuf {
    let [by_hand, of_rotation] = PREFIXES;
    let stem = format!("{}-{on}-{seq}", if rotating { of_rotation } else { by_hand });
    let first = folder.join(format!("{stem}{EXTENSION}"));
    let others = (2..).map(|n: u64| folder.join(format!("{stem}-{n}{EXTENSION}")));
    std::iter::once(first.clone())
        .chain(others)
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or(first)
}

/// The day and the last entry in the name of a backup of the rotation; `None` for every other name.
pub(crate) fn of_rotation(name: &str) -> Option<(Date, Seq)> {
    let [_, prefix] = PREFIXES;
    let rest = name.strip_prefix(prefix)?.strip_prefix('-')?.strip_suffix(EXTENSION)?;
    let mut parts = rest.split('-');
    let mut next = || parts.next();
    let day = format!("{}-{}-{}", next()?, next()?, next()?);
    let seq = next()?.parse().ok()?;
    let count = next();
    let known = count.is_none_or(|count| count.parse::<u64>().is_ok_and(|count| count > 1));
    (known && next().is_none()).then_some((day.parse().ok()?, Seq(seq)))
}

/// Whether a file of a home has this path: below one of its folders, and leading nowhere else.
pub(super) fn is_of_a_home(path: &str) -> bool {
    if path.len() > LONGEST || path.contains(['\\', '\0']) || path.chars().any(char::is_control) {
        return false;
    }
    let parts: Vec<&str> = path.split('/').collect();
    let plain = |part: &&str| {
        let mut components = Path::new(part).components();
        let is_one = matches!(components.next(), Some(Component::Normal(name)) if name == *part);
        is_one && components.next().is_none()
    };
    if parts.len() > DEEPEST || !parts.iter().all(plain) {
        return false;
    }
    match parts.as_slice() {
        [JOURNAL, name] => segment_number(name).is_some(),
        [KEYS, name] => *name == KEY_STORE,
        [folder, _, ..] => FOLDERS.contains(folder),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_backup_is_named_by_day_and_last_entry_and_never_like_one_that_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let free = |rotating| free_in(folder.path(), rotating, date(2026, 3, 2), Seq(41));
        assert_eq!(free(false), folder.path().join("gongkai-2026-03-02-41.backup"));
        std::fs::write(free(true), "").unwrap();
        assert_eq!(free(true), folder.path().join("auto-2026-03-02-41-2.backup"));
    }

    #[test]
    fn only_names_of_the_rotation_are_taken_for_its_backups() {
        let made = Some((date(2026, 3, 2), Seq(41)));
        assert_eq!(of_rotation("auto-2026-03-02-41.backup"), made);
        assert_eq!(of_rotation("auto-2026-03-02-41-2.backup"), made);
        for other in [
            "gongkai-2026-03-02-41.backup",
            "auto-2026-03-02.backup",
            "auto-2026-13-02-41.backup",
            "auto-2026-03-02-41-1.backup",
            "auto-2026-03-02-41-2-3.backup",
            "auto-2026-03-02-41.backup.zip",
            "auto-2026-03-02-x.backup",
        ] {
            assert_eq!(of_rotation(other), None, "{other}");
        }
    }

    #[test]
    fn paths_that_lead_out_of_a_home_are_none_of_its_files() {
        for good in [
            "journal/000001.journal",
            "papers/ab/cd",
            "keys/cases.keys",
            "clerks/1/草稿.toml",
            "access/2026.log",
        ] {
            assert!(is_of_a_home(good), "{good}");
        }
        for bad in [
            "",
            "office.key",
            "journal",
            "keys",
            "keys/other",
            "journal/../x",
            "journal/a/000001.journal",
            "journal/torn-1-1.bytes",
            "papers/../../etc/passwd",
            "/papers/a",
            "papers//a",
            "papers/./a",
            "papers/a/",
            "papers\\a",
            "clerks/1/a\nb",
            "register/db",
            "backups/x",
            &format!("papers/{}", "a".repeat(2000)),
            "papers/a/b/c/d/e/f/g/h",
        ] {
            assert!(!is_of_a_home(bad), "{bad}");
        }
    }
}
