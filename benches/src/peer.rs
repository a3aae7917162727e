//! The peer: SQLite with the indexes that these questions want, and nothing sealed.

use std::path::Path;

use gongkai::calendar::to_day;
use gongkai::register::{CaseRow, Register};
use rusqlite::{Connection, Row, Transaction, params};

use crate::Outcome;

const TABLES: &str = "
    CREATE TABLE rows (
        id INTEGER PRIMARY KEY, version INTEGER, no TEXT, kind INTEGER, status INTEGER,
        received_on INTEGER, received_year INTEGER, due_on INTEGER, waits_until INTEGER, next_due INTEGER,
        outcome INTEGER, closed_on INTEGER, closed_year INTEGER, flags INTEGER,
        applicant TEXT, title TEXT, content TEXT, positions BLOB
    );
    CREATE TABLE carried (year INTEGER, id INTEGER, PRIMARY KEY (year, id)) WITHOUT ROWID;
    CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT);
    CREATE TABLE entries (seq INTEGER PRIMARY KEY, at INTEGER, who INTEGER, request INTEGER, body BLOB);
    CREATE INDEX of_request ON entries (request);
";

const INDEXES: &str = "
    CREATE UNIQUE INDEX by_number ON rows (no);
    CREATE INDEX by_receipt ON rows (received_on, id);
    CREATE INDEX open_by_due ON rows (next_due, id) WHERE closed_on IS NULL;
    CREATE INDEX closed_by_receipt ON rows (received_on, id) WHERE closed_on IS NOT NULL;
    CREATE INDEX open_by_year ON rows (received_year, id) WHERE closed_on IS NULL;
    CREATE INDEX new_cells ON rows (received_year, kind, id);
    CREATE INDEX result_cells ON rows (closed_year, outcome, kind, id);
";

/// The columns of a list, in the order of [`Listed`].
pub const COLUMNS: &str = "id, version, no, kind, status, received_on, due_on, waits_until, outcome, \
                           closed_on, flags, applicant, title, content, positions";

/// A row as a list has it: all of it is read.
#[allow(dead_code, reason = "it is read to be as dear as a row of the register")]
pub struct Listed {
    numbers: [Option<i64>; 9],
    texts: [String; 4],
    positions: Vec<u8>,
}

impl Listed {
    /// Reads the columns of [`COLUMNS`].
    pub fn of(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self {
            numbers: [
                row.get(0)?,
                row.get(1)?,
                row.get(3)?,
                row.get(4)?,
                row.get(5)?,
                row.get(6)?,
                row.get(7)?,
                row.get(8)?,
                row.get(9)?,
            ],
            texts: [row.get(2)?, row.get(11)?, row.get(12)?, row.get(13)?],
            positions: row.get(14)?,
        })
    }
}

/// A database at `path`, as durable as the journal.
pub fn open(path: &Path) -> Outcome<Connection> {
    let db = Connection::open(path)?;
    db.pragma_update(None, "journal_mode", "wal")?;
    db.pragma_update(None, "synchronous", "full")?;
    // As much cache as the register's store has.
    db.pragma_update(None, "cache_size", -65_536)?;
    Ok(db)
}

/// Loads all rows of `register` in one transaction, indexes last.
pub fn load(db: &mut Connection, rows: &[CaseRow]) -> Outcome<()> {
    let transaction = db.transaction()?;
    transaction.execute_batch(TABLES)?;
    for row in rows {
        insert(&transaction, row)?;
    }
    transaction.execute_batch(INDEXES)?;
    transaction.execute_batch("ANALYZE")?;
    transaction.commit()?;
    Ok(())
}

/// The text of every case for searching.
pub fn load_texts(db: &mut Connection, rows: &[CaseRow]) -> Outcome<()> {
    let transaction = db.transaction()?;
    {
        let mut insert = transaction.prepare("INSERT INTO texts VALUES (?, ?)")?;
        for row in rows {
            let text = [row.no.as_str(), &row.applicant, &row.title, &row.content].join("\n");
            insert.execute(params![row.id.0 as i64, text])?;
        }
    }
    transaction.commit()?;
    Ok(())
}

/// One row, and the years across whose end its case was open.
pub fn insert(transaction: &Transaction, row: &CaseRow) -> Outcome<()> {
    let positions: Vec<u8> = row.positions.iter().flat_map(|position| position.to_bytes()).collect();
    let mut statement =
        transaction.prepare_cached("INSERT INTO rows VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")?;
    statement.execute(params![
        row.id.0 as i64,
        row.version.0 as i64,
        row.no,
        row.kind.column() as i64,
        row.status as i64,
        row.received_on.map(to_day),
        row.received_on.map(|on| on.year()),
        row.due_on.map(to_day),
        row.waits_until.map(to_day),
        row.next_due().map(|next| to_day(next.on)),
        row.outcome.map(|(outcome, _)| outcome.index() as i64),
        row.closed_on.map(to_day),
        row.closed_on.map(|on| on.year()),
        i64::from(row.late),
        row.applicant,
        row.title,
        row.content,
        positions,
    ])?;
    if let Some((received, closed)) = row.received_on.zip(row.closed_on) {
        let mut carried = transaction.prepare_cached("INSERT INTO carried VALUES (?, ?)")?;
        for year in received.year()..closed.year() {
            carried.execute(params![year, row.id.0 as i64])?;
        }
    }
    Ok(())
}

/// All rows of a register.
pub fn rows_of(register: &Register) -> Outcome<Vec<CaseRow>> {
    Ok(register.rows().collect::<Result<_, _>>()?)
}
