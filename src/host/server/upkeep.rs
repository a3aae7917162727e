//! Work that nobody waits for: texts are read for searching, and once a day there is a backup.

use std::path::Path;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use jiff::civil::Date;

use super::House;
use crate::backup::of_rotation;
use crate::host::Home;
use crate::journal::Seq;
use crate::words::host as words;

/// How often it is looked whether another day has begun.
const ROUND: Duration = Duration::from_secs(600);

/// Begins it on a thread of its own, which holds the house while it works and not while it waits.
pub(super) fn begin(house: &Arc<House>, home: Home) {
    let house = Arc::downgrade(house);
    // Without a thread the first search takes longer, and backups are made by hand.
    let _ = thread::Builder::new().name("upkeep".into()).spawn(move || work(&house, &home));
}

fn work(house: &Weak<House>, home: &Home) {
    if let Some(house) = house.upgrade() {
        // What fails here is said to whoever searches first.
        let _ = house.desk.warm_search();
    }
    loop {
        let Some(house) = house.upgrade() else { return };
        back_up(&house, home);
        drop(house);
        thread::sleep(ROUND);
    }
}

/// A backup of the rotation, if today has none and something was written since the last one.
fn back_up(house: &House, home: &Home) {
    let today = house.desk.today();
    let head = house.desk.head().seq;
    if is_done(&home.backups(), today, head) {
        return;
    }
    match home.rotate_backups(&house.desk, None) {
        Ok(rotation) => house.log.say(&words::log_backed_up(rotation.kept, rotation.removed.len())),
        Err(error) => house.log.say(&words::log_not_backed_up(&words::error(&error))),
    }
}

/// Whether today has a backup, or one holds everything that there is.
fn is_done(folder: &Path, today: Date, head: Seq) -> bool {
    let Ok(files) = std::fs::read_dir(folder) else { return false };
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    names.filter_map(|name| of_rotation(&name)).any(|(on, seq)| on >= today || seq >= head)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_has_one_backup_and_what_was_not_changed_needs_none() {
        let folder = tempfile::tempdir().unwrap();
        let is_done = |on, head| is_done(folder.path(), on, Seq(head));
        assert!(!is_done(date(2026, 3, 2), 41));
        std::fs::write(folder.path().join("auto-2026-03-02-41.backup"), "").unwrap();
        assert!(is_done(date(2026, 3, 2), 60), "today has one");
        assert!(is_done(date(2026, 3, 9), 41), "nothing was written since");
        assert!(!is_done(date(2026, 3, 3), 42));
    }
}
