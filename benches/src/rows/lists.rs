//! First pages: of the lists, of carried-over cases, of the requests behind a cell.

use gongkai::desk::Desk;
use gongkai::law::{ApplicantKind, OutcomeRow};
use gongkai::register::{Cell, CellRow, Query};
use rusqlite::{Connection, Statement};

use crate::measure::{Line, Times, ratio, time, timed};
use crate::office::{Office, YEARS};
use crate::peer::{COLUMNS, Listed};
use crate::{Outcome, peer};

/// What a tall terminal shows.
const PAGE: usize = 40;
const TURNS: usize = 200;

/// A list, and how SQLite is asked for the same.
struct List {
    name: &'static str,
    query: fn(i16) -> Query,
    sql: &'static str,
}

const LISTS: [List; 6] = [
    List { name: "open", query: |_| Query::Open, sql: "closed_on IS NULL AND ?1 ORDER BY next_due, id" },
    List { name: "all", query: |_| Query::All, sql: "?1 ORDER BY received_on DESC, id DESC" },
    List {
        name: "closed",
        query: |_| Query::Closed,
        sql: "closed_on IS NOT NULL AND ?1 ORDER BY received_on DESC, id DESC",
    },
    List {
        name: "carried out",
        query: Query::CarriedOut,
        sql: "id IN (SELECT id FROM carried WHERE year = ?1 ORDER BY id LIMIT 40) ORDER BY id",
    },
    List {
        name: "concluded after",
        query: Query::ConcludedAfter,
        sql: "id IN (SELECT id FROM carried WHERE year = ?1 ORDER BY id LIMIT 40) ORDER BY id",
    },
    List {
        name: "open since",
        query: Query::OpenSince,
        sql: "closed_on IS NULL AND received_year <= ?1 ORDER BY received_year, id",
    },
];

/// First pages of the lists.
pub fn measure(office: &Office) -> Outcome<Vec<Line>> {
    let db = loaded(office)?;
    let opened = office.open()?;
    let year = |turn: usize| *YEARS.start() + (turn % 10) as i16;
    let mut new = Times::default();
    for (turn, list) in LISTS.iter().enumerate() {
        // Years apart, so that no page shows what another has shown.
        new.add(timed(|| Ok(opened.desk.page((list.query)(year(turn)), None, PAGE)?))?.0);
    }
    let what = format!("{:?}: first pages, rows not read before (slowest of {})", office.size, LISTS.len());
    let mut lines = vec![Line::new(what, "<= 1 ms", time(new.at(100))).ok(new.at(100).as_secs_f64() <= 1e-3)];
    for List { name, query, sql } in LISTS {
        let ours = pages(&opened.desk, |turn| query(year(turn)))?;
        let sql = format!("SELECT {COLUMNS} FROM rows WHERE {sql} LIMIT {PAGE}");
        let mut statement = db.prepare(&sql)?;
        let theirs = Times::of(TURNS, |turn| first_page(&mut statement, [i64::from(year(turn))]))?;
        lines.push(line(office, &format!("first page of `{name}`"), 1.0, &ours, &theirs));
    }
    for (name, query) in [("all", Query::All), ("open", Query::Open)] {
        let count = Times::of(3, |_| Ok(opened.desk.count(query).map(drop)?))?;
        let what = format!("{:?}: how many rows `{name}` has", office.size);
        lines.push(Line::new(what, "", time(count.at(50))));
    }
    opened.close();
    Ok(lines)
}

/// First pages behind cells.
pub fn cells(office: &Office) -> Outcome<Vec<Line>> {
    let db = loaded(office)?;
    let opened = office.open()?;
    let column = |turn: usize| ApplicantKind::from_column(turn % 6);
    let cell = |turn: usize, row: CellRow, column| {
        Query::Cell(Cell { year: *YEARS.start() + (turn % 10) as i16, row, column, organ: None })
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM rows WHERE closed_year = ?1 AND outcome = ?2 AND kind = ?3 ORDER BY id LIMIT {PAGE}"
    );
    let mut statement = db.prepare(&sql)?;
    let theirs = Times::of(TURNS, |turn| {
        let year = YEARS.start() + (turn % 10) as i16;
        let row = (turn / 10 % 21) as i64;
        first_page(&mut statement, [i64::from(year), row, (turn % 6) as i64])
    })?;
    let result = |turn: usize| CellRow::Result(OutcomeRow::ALL[turn / 10 % 21]);
    let mut lines = Vec::new();
    let ours = pages(&opened.desk, |turn| cell(turn, result(turn), column(turn)))?;
    let mut result = line(office, "first page behind a result's cell", 2.0, &ours, &theirs);
    // The peer is only reported here.
    result.budget = "<= 2 ms".to_owned();
    lines.push(result.ok(ours.at(99).as_millis() < 2));
    for (name, row) in [
        ("new", CellRow::New),
        ("total", CellRow::Total),
        ("carried in", CellRow::CarriedIn),
        ("carried out", CellRow::CarriedOut),
    ] {
        let ours = pages(&opened.desk, |turn| cell(turn, row, column(turn).filter(|_| turn % 7 > 0)))?;
        let what = format!("{:?}: first page behind a cell of `{name}`", office.size);
        lines.push(Line::new(what, "<= 2 ms", ours.words()).ok(ours.at(99).as_millis() < 2));
    }
    opened.close();
    Ok(lines)
}

fn pages(desk: &Desk, query: impl Fn(usize) -> Query) -> Outcome<Times> {
    Times::of(TURNS, |turn| Ok(desk.page(query(turn), None, PAGE).map(drop)?))
}

fn first_page<const N: usize>(statement: &mut Statement, values: [i64; N]) -> Outcome<()> {
    let rows = statement.query_map(rusqlite::params_from_iter(values), Listed::of)?;
    rows.collect::<Result<Vec<_>, _>>()?;
    Ok(())
}

/// A line whose page must come in time and not later than the peer's.
fn line(office: &Office, what: &str, allowed: f64, ours: &Times, theirs: &Times) -> Line {
    let ratio = ratio(ours.at(50), theirs.at(50));
    Line::new(
        format!("{:?}: {what}", office.size),
        format!("<= {allowed} ms; SQLite not faster"),
        ours.words(),
    )
    .beside(format!("SQLite {}", theirs.words()), ratio)
    .ok(ours.at(99).as_secs_f64() * 1e3 <= allowed && ratio <= 1.0)
}

/// The peer's database of the same rows; made once an office.
pub fn loaded(office: &Office) -> Outcome<Connection> {
    let path = office.folder.join("peer.db");
    let is_new = !path.exists();
    let mut db = peer::open(&path)?;
    if is_new {
        let register = office.open_register()?;
        let rows = peer::rows_of(&register)?;
        register.close()?;
        peer::load(&mut db, &rows)?;
        peer::load_texts(&mut db, &rows)?;
    }
    Ok(db)
}
