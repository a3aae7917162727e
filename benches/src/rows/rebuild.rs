//! Deriving the register anew, reopening included, beside a bulk load of the same rows into SQLite.

use std::fs;

use gongkai::journal::{FileJournal, Journal};
use gongkai::register::rebuild;

use crate::measure::{Line, bytes_under, ratio, size, time, timed};
use crate::office::Office;
use crate::{Outcome, peer};

/// Measures.
pub fn measure(office: &Office) -> Outcome<Vec<Line>> {
    let keys = office.keys()?;
    let journal = FileJournal::open_at(&office.journal(), None)?.journal;
    let folder = office.folder.join("derived");
    let (took, register) = timed(|| Ok(rebuild(&folder, journal.reader().as_ref(), &keys, &mut |_| true)?))?;
    let rows = peer::rows_of(&register)?;
    register.close()?;
    let path = office.folder.join("loaded.db");
    let (loaded, ()) = timed(|| {
        let mut db = peer::open(&path)?;
        peer::load(&mut db, &rows)?;
        db.close().map_err(|(_, error)| error)?;
        Ok(())
    })?;
    let bytes = (bytes_under(&folder)?, fs::metadata(&path)?.len());
    fs::remove_dir_all(&folder)?;
    fs::remove_file(&path)?;
    let budget = office.size.of([Some(0.5), Some(15.0), None]);
    let mut line = Line::new(
        format!("{:?}: rebuild of {} cases with reopening", office.size, rows.len()),
        budget.map_or_else(|| "reported".to_owned(), |seconds| format!("<= {seconds} s")),
        format!("{}, {}", time(took), size(bytes.0)),
    )
    .beside(format!("SQLite bulk load {}, {}", time(loaded), size(bytes.1)), ratio(took, loaded));
    line.ok = budget.map(|seconds| took.as_secs_f64() <= seconds);
    Ok(vec![line])
}
