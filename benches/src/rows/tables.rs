//! The year's tables from counters, beside GROUP BY over covering indexes.

use rusqlite::{Connection, params};

use super::lists::loaded;
use crate::Outcome;
use crate::measure::{Line, Times, ratio};
use crate::office::{Office, Size, YEARS};

/// Measures.
pub fn measure(office: &Office) -> Outcome<Vec<Line>> {
    let db = loaded(office)?;
    let opened = office.open()?;
    let year = |turn: usize| *YEARS.start() + (turn % 10) as i16;
    let ours = Times::of(200, |turn| Ok(opened.desk.tables(year(turn), None).map(drop)?))?;
    opened.close();
    let theirs = Times::of(20, |turn| grouped(&db, year(turn)))?;
    let ratio = ratio(ours.at(50), theirs.at(50));
    let line =
        Line::new(format!("{:?}: tables of a year", office.size), "<= 1 ms; <= 0.1 x GROUP BY", ours.words())
            .beside(format!("SQLite GROUP BY {}", theirs.words()), ratio);
    // A few thousand rows are grouped in no time.
    Ok(vec![line.ok(ours.at(99).as_millis() < 1 && (ratio <= 0.1 || office.size == Size::D))])
}

/// New and results of the year, and carried in and out as all received less all concluded.
fn grouped(db: &Connection, year: i16) -> Outcome<()> {
    let mut cells = 0;
    for sql in [
        "SELECT received_year, 0, kind, count(*) FROM rows WHERE received_year <= ? GROUP BY 1, 3",
        "SELECT closed_year, outcome, kind, count(*) FROM rows WHERE closed_year <= ? GROUP BY 1, 2, 3",
    ] {
        let mut statement = db.prepare_cached(sql)?;
        let counts = statement.query_map(params![year], |row| row.get::<_, i64>(3))?;
        cells += counts.collect::<Result<Vec<_>, _>>()?.len();
    }
    if cells == 0 { Err("nothing was counted".into()) } else { Ok(()) }
}
