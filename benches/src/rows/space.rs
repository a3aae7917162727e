//! Room on disk: the journal beside the bytes of its entries, the register beside those of its rows.

use bincode::Options;
use gongkai::calendar::to_day;
use gongkai::journal::{FileJournal, Journal, JournalReader, Seq};
use gongkai::register::CaseRow;

use crate::measure::{Line, bytes_under, size};
use crate::office::Office;
use crate::{Outcome, peer};

/// A head's fields: seq, at, who, request, kind, version.
const HEAD: usize = 8 + 8 + 4 + 8 + 2 + 1;
/// What sealing adds to what is personal.
const TAG: usize = 16;

/// Measures.
pub fn measure(office: &Office) -> Outcome<Vec<Line>> {
    let journal = FileJournal::open_at(&office.journal(), None)?.journal;
    let entries = entries(journal.reader().as_ref())?;
    let on_disk = bytes_under(&office.journal())?;
    let ratio = on_disk as f64 / entries as f64;
    let line = Line::new(
        format!("{:?}: journal, {} entries", office.size, journal.head().seq),
        "<= 1.3 x",
        size(on_disk),
    )
    .beside(format!("the entries' bincode bytes {}", size(entries)), ratio)
    .ok(ratio <= 1.3);
    drop(journal);
    let register = office.open_register()?;
    let rows = peer::rows_of(&register)?.iter().map(row).sum::<Outcome<u64>>()?;
    register.close()?;
    let on_disk = bytes_under(&office.register())?;
    let ratio = on_disk as f64 / rows as f64;
    let what = format!("{:?}: register", office.size);
    let register = Line::new(what, "<= 2 x", size(on_disk))
        .beside(format!("the rows' bytes {}", size(rows)), ratio)
        .ok(ratio <= 2.0);
    Ok(vec![line, register])
}

fn entries(journal: &dyn JournalReader) -> Outcome<u64> {
    let mut bytes = 0;
    for read in journal.read_from(Seq(1)) {
        let entry = read?.entry;
        let private = entry.private.map_or(0, |blob| blob.sealed.len() - TAG);
        bytes += (HEAD + entry.clear.len() + private) as u64;
    }
    Ok(bytes)
}

/// The bytes of a row by itself: fixed-size numbers, its texts, its positions.
fn row(row: &CaseRow) -> Outcome<u64> {
    let days = [row.received_on, row.listed_on, row.due_on, row.waits_until, row.closed_on]
        .map(|day| day.map(to_day));
    let outcome = row.outcome.map(|(outcome, kind)| (outcome.index() as u8, kind.map(|kind| kind as u8)));
    let positions: Vec<(u32, u64)> = row.positions.iter().map(|at| (at.segment, at.offset)).collect();
    let clear = (row.id.0, row.version.0, &row.no, row.serial, row.organ.0, 0_u8, 0_u8, days, outcome, 0_u8);
    let private = (&row.applicant, &row.title, &row.content);
    let options = bincode::DefaultOptions::new().with_fixint_encoding();
    Ok(options.serialized_size(&(clear, private, positions))?)
}
