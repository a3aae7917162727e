//! `gongkai demo`: a sample office, thrown away on leaving unless it is to be kept.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use tempfile::TempDir;

use super::DONE;
use super::args::{Cli, Demo};
use super::failure::Failure;
use super::invocation::Invocation;
use super::open::{session, window};
use super::outlet::Outlet;
use crate::demo;
use crate::desk::{Founding, SystemTime, Time};
use crate::host::{Home, Opened};
use crate::tui::{Start, Window};
use crate::words::{self, cli as said};

/// Makes the sample office and opens it on this terminal.
pub(super) fn run(
    args: &Demo,
    cli: &Cli,
    invocation: &Invocation,
    outlet: &mut Outlet,
) -> Result<u8, Failure> {
    if cli.home.is_some() {
        return Err(Failure::Usage(said::DEMO_NOT_AT_HOME.to_owned()));
    }
    // A terminal that cannot show it is told before anything is made.
    let window = if args.no_open { None } else { Some(window(cli, outlet)?) };
    let today = invocation.today.unwrap_or_else(|| SystemTime::default().today());
    let place = Place::of(args.dir.as_deref())?;
    let opened = make(place.folder(), invocation.uid, today)?;
    match window {
        Some(window) => show(opened, window, &place)?,
        None => opened.close(),
    }
    place.leave(today, outlet)?;
    Ok(DONE)
}

/// Founds the office, opens it on its day and fills it.
fn make(folder: &Path, uid: u32, today: Date) -> Result<Opened, Failure> {
    let home = Home::at(folder);
    home.found(&demo::founding(uid))?;
    let opened = home.open(uid, Some(today), &mut |_| true)?;
    demo::build(&opened.desk, opened.clerk).map_err(|error| {
        Failure::Refused(said::demo_failed(&error.what, error.on, &words::desk::error(&error.because)))
    })?;
    Ok(opened)
}

/// The session, and the office closed after it.
fn show(opened: Opened, window: Window, place: &Place) -> Result<(), Failure> {
    let mut found = |_: &Founding| -> Result<Opened, String> { Err(said::DEMO_HAS_OFFICE.to_owned()) };
    let start = Start {
        seat: Some(opened),
        found: &mut found,
        uid: 0,
        name: "",
        window,
        tour: true,
        remember: &mut super::preferences::remember,
        day_is_set: true,
    };
    let thrown_away = place.thrown_away();
    let last = Box::new(move || {
        if let Some(folder) = &thrown_away {
            // The terminal is gone: nobody is left to be told.
            let _ = fs::remove_dir_all(folder);
        }
    });
    if let Some(opened) = session(start, last)? {
        opened.close();
    }
    Ok(())
}

/// Where a sample lies.
enum Place {
    /// In a folder that the user named; it stays.
    Kept(PathBuf),
    /// In a folder of its own that goes when this does.
    ThrownAway(TempDir),
}

impl Place {
    fn of(dir: Option<&Path>) -> Result<Self, Failure> {
        match dir {
            Some(dir) if is_taken(dir) => Err(Failure::Refused(said::demo_folder_taken(dir))),
            Some(dir) => Ok(Self::Kept(dir.to_path_buf())),
            None => tempfile::Builder::new()
                .prefix("gongkai-demo-")
                .tempdir()
                .map(Self::ThrownAway)
                .map_err(|error| Failure::Refused(said::demo_no_folder(&error.to_string()))),
        }
    }

    fn folder(&self) -> &Path {
        match self {
            Self::Kept(folder) => folder,
            Self::ThrownAway(folder) => folder.path(),
        }
    }

    fn thrown_away(&self) -> Option<PathBuf> {
        match self {
            Self::Kept(_) => None,
            Self::ThrownAway(folder) => Some(folder.path().to_path_buf()),
        }
    }

    /// Says where it stays, or takes it away.
    fn leave(self, today: Date, outlet: &mut Outlet) -> Result<(), Failure> {
        match self {
            Self::Kept(folder) => outlet.say(&said::demo_kept(&folder, today)),
            Self::ThrownAway(folder) => {
                let path = folder.path().to_path_buf();
                match folder.close() {
                    Err(error) if path.exists() => {
                        outlet.warn(&said::demo_left_behind(&path, &error.to_string()))
                    }
                    _ => Ok(()),
                }
            }
        }
    }
}

/// Whether something is there that is no empty folder.
fn is_taken(dir: &Path) -> bool {
    match fs::read_dir(dir) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => dir.symlink_metadata().is_ok(),
    }
}
