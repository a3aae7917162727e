//! One acknowledged step (decide, append, apply), beside a bare overwrite with fdatasync of as many bytes
//! and beside SQLite (WAL, synchronous=FULL) doing the same step. The three take turns, so that all meet
//! the same disk.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::Path;

use gongkai::calendar::to_day;
use gongkai::desk::{Command, Done};
use gongkai::host::Opened;
use gongkai::law::{ApplicantKind, OutcomeRow};
use gongkai::register::CaseRow;
use gongkai::request::{
    Channel, NoteKind, OrganId, Outcome as Ended, Particulars, Registration, ServiceWay, Step,
};
use rusqlite::{Connection, params};

use super::lists::loaded;
use crate::measure::{Line, Times, ratio, timed};
use crate::office::Office;
use crate::random::Random;
use crate::{Outcome, peer, texts};

const TURNS: usize = 600;

/// Measures.
pub fn measure(office: &Office) -> Outcome<Vec<Line>> {
    let mut db = loaded(office)?;
    let opened = office.open()?;
    let mut bare = Bare::make(&office.folder.join("bare"))?;
    let mut random = Random::new(11);
    let mut times: [Times; 3] = Default::default();
    let mut last: Option<CaseRow> = None;
    for turn in 0..TURNS {
        let (command, before) = command(turn, &mut random, last.as_ref(), &opened)?;
        let (took, done) = timed(|| Ok(opened.desk.submit(opened.clerk, command)?))?;
        let bytes = bytes_of(&done);
        last = Some(done.row.clone());
        // The first turns warm the caches.
        let theirs = timed(|| same_step(&mut db, before.is_some(), &done, bytes))?.0;
        let alone = timed(|| bare.write(bytes))?.0;
        if turn >= 30 {
            for (times, took) in times.iter_mut().zip([took, alone, theirs]) {
                times.add(took);
            }
        }
    }
    opened.close();
    std::fs::remove_file(office.folder.join("bare"))?;
    let [ours, alone, theirs] = times;
    let (half, most) = (ratio(ours.at(50), alone.at(50)), ratio(ours.at(99), alone.at(99)));
    let beside = ratio(ours.at(50), theirs.at(50));
    let what = |peer: &str| format!("{:?}: one acknowledged step, beside {peer}", office.size);
    let bare = Line::new(what("the bare sync"), "p50 <= 1.5 x, p99 <= 3 x", ours.words());
    let bare = Line { peer: alone.words(), ratio: format!("{half:.2} / {most:.2}"), ..bare };
    let sqlite = Line::new(what("SQLite"), "not slower", ours.words());
    let sqlite = sqlite.beside(format!("WAL FULL {}", theirs.words()), beside);
    Ok(vec![bare.ok(half <= 1.5 && most <= 3.0), sqlite.ok(beside <= 1.0)])
}

/// In turn: a registration, a note on it, its decision, its service.
fn command(
    turn: usize,
    random: &mut Random,
    last: Option<&CaseRow>,
    opened: &Opened,
) -> Outcome<(Command, Option<CaseRow>)> {
    let today = opened.desk.today();
    let step = |row: &CaseRow, step| {
        (Command::Step { id: row.id, version: Some(row.version), step }, Some(row.clone()))
    };
    Ok(match (turn % 4, last) {
        (1, Some(row)) => {
            step(row, Step::Note { on: today, kind: NoteKind::Talk, text: texts::talk(random) })
        }
        (2, Some(row)) => step(
            row,
            Step::Decide {
                on: today,
                item: None,
                outcome: Ended::of(OutcomeRow::Open),
                facts: texts::facts(random, &row.title),
                letter_no: String::new(),
                override_reason: String::new(),
            },
        ),
        (3, Some(row)) => step(row, Step::Serve { on: today, way: ServiceWay::Post, proof: String::new() }),
        _ => {
            let title = texts::title(random);
            let registration = Registration {
                no: None,
                organ: OrganId::FIRST,
                kind: ApplicantKind::Natural,
                channel: Channel::SignedPost,
                submitted_on: None,
                confirmed_on: None,
                received_on: Some(today),
                particulars: Particulars {
                    applicant: texts::person(random),
                    content: texts::content(random, &title, 2025),
                    title,
                    contact: texts::contact(random),
                    ..Particulars::default()
                },
            };
            (Command::Register(Box::new(registration)), None)
        }
    })
}

/// Frame headers and the end of the commit, and what the texts of the step come to.
fn bytes_of(done: &Done) -> usize {
    let texts = done.row.applicant.len() + done.row.title.len() + done.row.content.len();
    if done.row.positions.len() == 1 { 24 + 56 + 120 + texts } else { 24 + 56 + 250 }
}

/// The same step in SQLite: the entry, the row with its indexes, in one transaction.
fn same_step(db: &mut Connection, is_known: bool, done: &Done, bytes: usize) -> Outcome<()> {
    let transaction = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let row = &done.row;
    if is_known {
        let sql = format!("SELECT {} FROM rows WHERE id = ?", peer::COLUMNS);
        let mut statement = transaction.prepare_cached(&sql)?;
        statement.query_row([row.id.0 as i64], peer::Listed::of)?;
        let mut events = transaction.prepare_cached("SELECT body FROM entries WHERE request = ?")?;
        let bodies = events.query_map([row.id.0 as i64], |row| row.get::<_, Vec<u8>>(0))?;
        bodies.collect::<Result<Vec<_>, _>>()?;
    }
    transaction.prepare_cached("INSERT INTO entries VALUES (?, ?, ?, ?, ?)")?.execute(params![
        done.seq.0 as i64,
        0,
        1,
        row.id.0 as i64,
        vec![7_u8; bytes - 80]
    ])?;
    if is_known {
        let positions: Vec<u8> = row.positions.iter().flat_map(|position| position.to_bytes()).collect();
        transaction
            .prepare_cached(
                "UPDATE rows SET version = ?, status = ?, next_due = ?, outcome = ?, closed_on = ?, \
                 closed_year = ?, positions = ? WHERE id = ?",
            )?
            .execute(params![
                row.version.0 as i64,
                row.status as i64,
                row.next_due().map(|next| to_day(next.on)),
                row.outcome.map(|(outcome, _)| outcome.index() as i64),
                row.closed_on.map(to_day),
                row.closed_on.map(|on| on.year()),
                positions,
                row.id.0 as i64,
            ])?;
    } else {
        peer::insert(&transaction, row)?;
    }
    transaction.commit()?;
    Ok(())
}

/// A file of zeros that is overwritten from its beginning.
struct Bare {
    file: File,
    at: u64,
}

impl Bare {
    fn make(path: &Path) -> Outcome<Self> {
        let file = OpenOptions::new().create(true).truncate(true).write(true).open(path)?;
        file.write_all_at(&vec![0; 4 << 20], 0)?;
        file.sync_all()?;
        Ok(Self { file, at: 64 })
    }

    fn write(&mut self, bytes: usize) -> Outcome<()> {
        self.file.write_all_at(&vec![7; bytes], self.at)?;
        self.file.sync_data()?;
        self.at += bytes as u64;
        Ok(())
    }
}
