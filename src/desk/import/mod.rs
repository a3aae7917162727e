//! Taking over a register: one commit for the whole file, or nothing.
//!
//! What the register says is taken as it is. A row that is known already, by its number or, without one, by
//! day, applicant, content and its place among equals, changes nothing, so that a file may come twice.

mod events;

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use self::events::{events, numbered, tells_consultation};
use super::{Desk, DeskError};
use crate::journal::{Abandon, Author, EncodeError, Fact, Position, encode};
use crate::ledger::Record;
use crate::office::Right;
use crate::request::{ClerkId, Event, OrganId, Refusal, RequestId, RequestNo, Seq, imported};
use crate::text::{clean_line, fold_number};

/// How to take it over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportOptions {
    /// The organ that answers these requests.
    pub organ: OrganId,
    /// Only say what would happen.
    pub dry_run: bool,
    /// The first year that the register keeps whole: what was received before and stands in it is an
    /// opening figure, carried in and never 新收.
    pub first_year: Option<i16>,
}

/// What taking it over came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// Requests that were added, or would be.
    pub added: usize,
    /// Rows that were known already and changed nothing.
    pub known: usize,
    /// Known rows whose applicant, content or day differs from what is recorded; left as recorded.
    pub differing: Vec<String>,
    /// Numbers of open requests of which the register says that somebody was consulted, on days that cannot
    /// be: these stand in a note and are not taken out of the term.
    pub uncounted: Vec<String>,
    /// Rows that cannot have happened so; if there is one, nothing was added.
    pub refused: Vec<RefusedRecord>,
    /// The commit, by which the whole import can be taken back.
    pub commit: Option<Seq>,
}

/// A row that cannot have happened so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRecord {
    /// The sheet; empty for a delimited file.
    pub sheet: String,
    /// The row, from 1.
    pub row: u32,
    /// Why.
    pub refusal: Refusal,
}

impl RefusedRecord {
    fn of(record: &Record, refusal: Refusal) -> Self {
        Self { sheet: record.sheet.to_string(), row: record.row, refusal }
    }
}

/// The events of one new request.
type Events = Vec<Event>;

impl Desk {
    /// Takes over `records` as one commit. `progress` is told how many requests are written.
    ///
    /// # Errors
    /// `who` may not; a failure to read or write; nothing is kept then. Rows that are refused are part of the answer.
    pub fn import(
        &self,
        who: ClerkId,
        records: &[Record],
        options: ImportOptions,
        progress: &mut dyn FnMut(usize),
    ) -> Result<Imported, DeskError> {
        let mut writer = self.writer()?;
        if options.dry_run {
            self.seen_by(who).allow_first(Right::Handle)?;
        } else {
            self.allow(who, Right::Handle)?;
        }
        let mut report = Imported::default();
        let fresh = self.unknown(records, &mut report)?;
        let numbers = self.numbers(&fresh, options.organ)?;
        let reckoning = self.reckoning();
        let mut requests = Vec::with_capacity(fresh.len());
        for (record, no) in fresh.iter().zip(numbers) {
            let shown = no.text.clone();
            let events = events(record, no, options, &reckoning);
            match imported(&events) {
                Ok(_) => {
                    if record.outcome.is_none()
                        && record.consulted_on.is_some()
                        && !tells_consultation(record)
                    {
                        report.uncounted.push(shown);
                    }
                    requests.push(events);
                }
                Err(refusal) => report.refused.push(RefusedRecord::of(record, refusal)),
            }
        }
        report.added = requests.len();
        if !report.refused.is_empty() {
            report.added = 0;
            return Ok(report);
        }
        if options.dry_run || requests.is_empty() {
            return Ok(report);
        }
        let written = self.write_all(&mut writer, who, &requests, progress)?;
        report.commit = Some(written.first);
        self.refresh_search(&written.ids)?;
        Ok(report)
    }

    /// The records that are not recorded yet.
    fn unknown<'a>(
        &self,
        records: &'a [Record],
        report: &mut Imported,
    ) -> Result<Vec<&'a Record>, DeskError> {
        let mut fresh = Vec::new();
        let mut unnumbered = Unnumbered::default();
        let mut numbers = BTreeSet::new();
        for record in records {
            if let Some(no) = record.no.as_deref().filter(|no| !numbers.insert(fold_number(no))) {
                let refusal = Refusal::NumberTaken(RequestNo::given(clean_line(no)));
                report.refused.push(RefusedRecord::of(record, refusal));
                continue;
            }
            let known = match &record.no {
                Some(no) => match self.read_whole(|register| register.by_number(no))? {
                    Some(id) => {
                        let row = self.row(id)?;
                        let same = row.applicant == clean_line(&record.applicant)
                            && row.content == record.content
                            && row.received_on == Some(record.received_on);
                        if !same {
                            report.differing.push(row.no);
                        }
                        true
                    }
                    None => false,
                },
                None => unnumbered.is_known(self, record)?,
            };
            if known {
                report.known += 1;
            } else {
                fresh.push(record);
            }
        }
        Ok(fresh)
    }

    /// The numbers of new requests: their own, else the next running ones in order of receipt.
    fn numbers(&self, records: &[&Record], organ: OrganId) -> Result<Vec<RequestNo>, DeskError> {
        let mut taken: BTreeSet<String> =
            records.iter().filter_map(|record| record.no.as_deref()).map(fold_number).collect();
        let mut numbers: Vec<Option<RequestNo>> =
            records.iter().map(|record| record.no.as_deref().map(clean_line).map(RequestNo::given)).collect();
        let mut without: Vec<(Date, usize)> = records
            .iter()
            .enumerate()
            .filter(|(_, record)| record.no.is_none())
            .map(|(place, record)| (record.received_on, place))
            .collect();
        without.sort_unstable();
        let mut after: BTreeMap<i16, u32> = BTreeMap::new();
        for (received, place) in without {
            let year = received.year();
            let from = after.get(&year).copied();
            let no = self.running_after(organ, year, from, &taken)?;
            after.insert(year, no.serial.map_or(0, |(_, n)| n));
            taken.insert(fold_number(&no.text));
            if let Some(slot) = numbers.get_mut(place) {
                *slot = Some(no);
            }
        }
        Ok(numbers.into_iter().flatten().collect())
    }

    /// One commit of all requests, streamed: none of it is held whole as bytes.
    fn write_all(
        &self,
        writer: &mut super::Writer,
        who: ClerkId,
        requests: &[Events],
        progress: &mut dyn FnMut(usize),
    ) -> Result<WrittenAll, DeskError> {
        writer.make_ready()?;
        let expected = writer.journal.head().seq;
        let author = Author { who, at: self.time.now(), practice_day: self.time.practice_day() };
        let mut failed: Option<EncodeError> = None;
        let mut fresh: BTreeMap<RequestId, Vec<Position>> = BTreeMap::new();
        let starts = starts(requests, expected);
        // All keys with one sync, before the commit.
        self.keys.make(starts.iter().map(|id| id.0))?;
        let committed = {
            let mut entries = requests.iter().zip(&starts).flat_map(|(events, id)| {
                events.iter().zip(id.0..).map(|(event, seq)| (*id, Seq(seq), event))
            });
            let mut encoded = std::iter::from_fn(|| {
                let (id, seq, event) = entries.next()?;
                match encode(seq, Some(id), author, &Fact::Request(numbered(event, id)), &self.keys) {
                    Ok(entry) => Some(Ok(entry)),
                    Err(error) => {
                        failed = Some(error);
                        Some(Err(Abandon))
                    }
                }
            });
            let mut placed = |seq: Seq, position| {
                let at = starts.partition_point(|id| id.0 <= seq.0);
                if let Some(id) = at.checked_sub(1).and_then(|at| starts.get(at)) {
                    fresh.entry(*id).or_default().push(position);
                }
                if at % 1000 == 0 {
                    progress(at);
                }
            };
            writer.journal.append_stream(expected, &mut encoded, &mut placed)
        };
        let committed = match (committed, failed) {
            (Ok(committed), _) => committed,
            (Err(_), Some(error)) => return Err(error.into()),
            (Err(error), None) => return Err(writer.failed(error)),
        };
        self.apply(&fresh, committed.head)?;
        Ok(WrittenAll { first: committed.first, ids: starts })
    }
}

/// An import that was written.
struct WrittenAll {
    first: Seq,
    ids: Vec<RequestId>,
}

/// The id of every request: the number of its first entry.
fn starts(requests: &[Events], expected: Seq) -> Vec<RequestId> {
    let mut next = expected.0 + 1;
    let lengths = requests.iter().map(|events| u64::try_from(events.len()).unwrap_or(u64::MAX));
    lengths
        .map(|length| {
            let id = RequestId(next);
            next = next.saturating_add(length);
            id
        })
        .collect()
}

/// Rows without a number are known again by day, applicant, content and their place among equals.
#[derive(Default)]
struct Unnumbered {
    /// What is recorded, by day: how often applicant and content stand there.
    recorded: HashMap<Date, HashMap<(String, String), usize>>,
    /// What the file has brought so far.
    seen: HashMap<(Date, String, String), usize>,
}

impl Unnumbered {
    fn is_known(&mut self, desk: &Desk, record: &Record) -> Result<bool, DeskError> {
        let on = record.received_on;
        let recorded = match self.recorded.entry(on) {
            Entry::Occupied(recorded) => recorded.into_mut(),
            Entry::Vacant(vacant) => {
                let mut counts = HashMap::new();
                for row in desk.read_whole(|register| register.came_in_on(on))? {
                    *counts.entry((row.applicant, row.content)).or_default() += 1;
                }
                vacant.insert(counts)
            }
        };
        let applicant = clean_line(&record.applicant);
        let ordinal = self.seen.entry((on, applicant.clone(), record.content.clone())).or_default();
        *ordinal += 1;
        Ok(recorded.get(&(applicant, record.content.clone())).is_some_and(|count| *ordinal <= *count))
    }
}
