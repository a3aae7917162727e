//! The whole journal as JSON lines, and back: for the office's own use, since private parts are in clear.
//!
//! The first line says what follows and how many entries; each line after it is one entry
//! (`stored/json.rs`). What comes back has the same numbers, times, authors, commits and bodies, byte for
//! byte; keys and nonces are new, and so the chain of seals is another one. Every case gets a key of its own,
//! those too that had none before; of an erased one the lines have the clear parts alone.

use std::io::{self, BufRead, Read, Write};

use serde::{Deserialize, Serialize};

use super::stored::{LineError, Told, from_json, to_json};
use super::{
    Abandon, DecodeError, Fact, Head, Journal, JournalError, JournalReader, Keys, PrivateError, Seq,
    StoredEntry,
};
use crate::request::Event;
use crate::words::journal as words;

const WHAT: &str = "journal";
const FORMAT: u32 = 1;
/// No line is longer, in bytes: both parts of an entry have at most 16 MiB, and what the rules let in is a
/// fraction of that. A line is held whole while it is read.
const LONGEST_LINE: u64 = 32 << 20;

/// The first line.
#[derive(Serialize, Deserialize)]
struct FirstLine {
    gongkai: String,
    format: u32,
    entries: u64,
}

/// What the first line of every format has.
#[derive(Deserialize)]
struct Beginning {
    gongkai: String,
    format: u32,
}

/// Why the journal could not be exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The journal cannot be read.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// An entry cannot be read.
    #[error(transparent)]
    Entry(#[from] DecodeError),
    /// Nothing can be written where it should go.
    #[error(transparent)]
    Write(#[from] io::Error),
}

/// Why an export could not be taken in. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error("{}", words::import_unreadable(source))]
    Read {
        /// What the system said.
        #[from]
        source: io::Error,
    },
    /// It does not begin as an export does.
    #[error("{}", words::NOT_AN_EXPORT)]
    NotAnExport,
    /// A newer program made it.
    #[error("{}", words::newer_export(*format))]
    NeedsNewerProgram {
        /// Its format.
        format: u32,
    },
    /// A line is not an entry.
    #[error("{}", words::bad_line(*line))]
    Line {
        /// Which, from 1.
        line: u64,
    },
    /// A line is longer than an entry can be.
    #[error("{}", words::line_too_long(*line, LONGEST_LINE))]
    LineTooLong {
        /// Which, from 1.
        line: u64,
    },
    /// A line tells an event that cannot be read.
    #[error("{}", words::bad_event(*line, &crate::words::desk::unreadable(source)))]
    Event {
        /// Which, from 1.
        line: u64,
        /// Why.
        source: DecodeError,
    },
    /// Numbers do not follow, or a commit does not begin with its first entry.
    #[error("{}", words::line_out_of_order(*line))]
    Order {
        /// Which, from 1.
        line: u64,
    },
    /// The file has fewer or more entries than it promised.
    #[error("{}", words::import_count(*promised, *found))]
    Count {
        /// Promised by the first line.
        promised: u64,
        /// Found.
        found: u64,
    },
    /// The private part could not be sealed.
    #[error(transparent)]
    Sealing(#[from] PrivateError),
    /// The new journal.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

/// Writes all entries up to the head as lines; answers the head.
///
/// # Errors
/// The journal, an entry, or the writer.
pub fn export(reader: &dyn JournalReader, keys: &Keys, out: &mut dyn Write) -> Result<Head, ExportError> {
    let head = reader.head();
    let first = FirstLine { gongkai: WHAT.to_owned(), format: FORMAT, entries: head.seq.0 };
    writeln!(out, "{}", serde_json::to_string(&first).map_err(io::Error::from)?)?;
    for read in reader.read_from(Seq(1)) {
        let read = read?;
        if read.entry.head.seq > head.seq {
            break;
        }
        writeln!(out, "{}", to_json(&read, keys)?)?;
    }
    out.flush()?;
    Ok(head)
}

/// Appends all entries of an export to a journal without entries, commit by commit; answers the new head.
///
/// # Errors
/// The file, or the journal: then the journal must be thrown away.
pub fn import(source: &mut dyn BufRead, keys: &Keys, journal: &mut dyn Journal) -> Result<Head, ImportError> {
    let mut lines = Lines { source, keys, number: 0, ahead: None, failed: None };
    let promised = lines.first()?;
    let mut head = journal.head();
    while let Some(commit) = lines.commit_ahead()? {
        if commit != head.seq.next() {
            return Err(ImportError::Order { line: lines.number });
        }
        let mut entries = std::iter::from_fn(|| lines.next_of(commit));
        let appended = journal.append_stream(head.seq, &mut entries, &mut |_, _| {});
        head = match (appended, lines.failed.take()) {
            (_, Some(error)) => return Err(error),
            (Err(JournalError::OutOfOrder { .. }), None) => {
                return Err(ImportError::Order { line: lines.number });
            }
            (appended, None) => appended?.head,
        };
    }
    let found = head.seq.0;
    if found == promised { Ok(head) } else { Err(ImportError::Count { promised, found }) }
}

/// The lines of an export, one read ahead.
struct Lines<'a> {
    source: &'a mut dyn BufRead,
    keys: &'a Keys,
    /// The last line that was read.
    number: u64,
    ahead: Option<(Seq, StoredEntry)>,
    /// What kept a commit from being read to its end.
    failed: Option<ImportError>,
}

impl Lines<'_> {
    /// The first line: how many entries follow.
    fn first(&mut self) -> Result<u64, ImportError> {
        let line = self.line()?.ok_or(ImportError::NotAnExport)?;
        // What it says beside this is passed over unread: a newer format may say more.
        let Beginning { gongkai, format } =
            serde_json::from_str(&line).map_err(|_| ImportError::NotAnExport)?;
        if gongkai != WHAT {
            return Err(ImportError::NotAnExport);
        }
        if format > FORMAT {
            return Err(ImportError::NeedsNewerProgram { format });
        }
        let FirstLine { entries, .. } = serde_json::from_str(&line).map_err(|_| ImportError::NotAnExport)?;
        Ok(entries)
    }

    fn line(&mut self) -> Result<Option<String>, ImportError> {
        self.number += 1;
        let mut bytes = Vec::new();
        let most = LONGEST_LINE.saturating_add(1);
        let count = (&mut *self.source).take(most).read_until(b'\n', &mut bytes)?;
        if count == 0 {
            return Ok(None);
        }
        if u64::try_from(count).is_ok_and(|count| count == most) && bytes.last() != Some(&b'\n') {
            return Err(ImportError::LineTooLong { line: self.number });
        }
        String::from_utf8(bytes).map(Some).map_err(|_| ImportError::Line { line: self.number })
    }

    /// The commit that the next entry belongs to; `None` at the end.
    fn commit_ahead(&mut self) -> Result<Option<Seq>, ImportError> {
        if self.ahead.is_none() {
            self.ahead = match self.line()? {
                Some(line) => Some(self.entry(&line)?),
                None => None,
            };
        }
        Ok(self.ahead.as_ref().map(|(commit, _)| *commit))
    }

    fn entry(&self, line: &str) -> Result<(Seq, StoredEntry), ImportError> {
        let number = self.number;
        let line = line.trim_end_matches(['\r', '\n']);
        let Told { commit, entry, fact } = from_json(line, self.keys).map_err(|error| match error {
            LineError::Layout => ImportError::Line { line: number },
            LineError::Event(source) => ImportError::Event { line: number, source },
            LineError::Sealing(error) => error.into(),
        })?;
        // A request is called by the number of the entry that registered it.
        let (seq, request) = (entry.head.seq.0, entry.head.request);
        let is_placed = match fact {
            Fact::Request(Event::Registered(_)) => request == seq,
            Fact::Request(_) => (1..seq).contains(&request),
            Fact::Office(_) | Fact::Record(_) => request == 0,
        };
        if is_placed { Ok((commit, entry)) } else { Err(ImportError::Order { line: number }) }
    }

    fn next_of(&mut self, commit: Seq) -> Option<Result<StoredEntry, Abandon>> {
        match self.commit_ahead() {
            Ok(ahead) if ahead == Some(commit) => self.ahead.take().map(|(_, entry)| Ok(entry)),
            // The keys of the commit's new cases are on disk before it is.
            Ok(_) => match self.keys.sync() {
                Ok(()) => None,
                Err(error) => Some(Err(self.failed_at(error.into()))),
            },
            Err(error) => Some(Err(self.failed_at(error))),
        }
    }

    fn failed_at(&mut self, error: ImportError) -> Abandon {
        self.failed = Some(error);
        Abandon
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Keyring, MemoryJournal, OfficeKey, ReadEntry, decode};
    use super::*;
    use crate::desk::{Founding, SystemTime};

    fn keys() -> Keys {
        Keys::in_memory(Keyring::of(OfficeKey::generate().unwrap())).unwrap()
    }

    fn office() -> (MemoryJournal, Keys) {
        let keys = keys();
        let mut journal = MemoryJournal::new();
        let founding = Founding {
            organ: "某局".into(),
            prefix: "某".into(),
            practice: true,
            uid: 7,
            clerk: "张敏".into(),
        };
        founding.write(&mut journal, &keys, &SystemTime::default()).unwrap();
        let author =
            super::super::Author { who: crate::request::ClerkId(1), at: -5, practice_day: Some(20_000) };
        for seq in [journal.head().seq.next(), journal.head().seq.next().next()] {
            let organ = crate::request::OrganId(u16::try_from(seq.0).unwrap());
            let event = crate::office::OfficeEvent::OrganAdded {
                id: organ,
                name: "乙".into(),
                prefix: String::new(),
            };
            let entry =
                super::super::encode(seq, None, author, &super::super::Fact::Office(event), &keys).unwrap();
            journal.append(seq.before(), vec![entry]).unwrap();
        }
        (journal, keys)
    }

    fn text(journal: &MemoryJournal, keys: &Keys) -> String {
        let mut out = Vec::new();
        export(journal.reader().as_ref(), keys, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn taken_in(text: &str) -> Result<(MemoryJournal, Keys), ImportError> {
        let keys = keys();
        let mut journal = MemoryJournal::new();
        import(&mut text.as_bytes(), &keys, &mut journal).map(|_| (journal, keys))
    }

    #[test]
    fn an_export_taken_in_has_the_same_entries_commits_and_events_and_the_same_export() {
        let (journal, keys) = office();
        let told = text(&journal, &keys);
        let (again, new_keys) = taken_in(&told).unwrap();
        assert_eq!(text(&again, &new_keys), told);
        assert_ne!(again.head().seal, journal.head().seal, "another key, another chain");
        let facts = |journal: &MemoryJournal, keys: &Keys| -> Vec<_> {
            let of = |read: ReadEntry| {
                (read.entry.head, read.commit, read.closes.is_some(), decode(&read.entry, keys).unwrap())
            };
            journal.read_from(Seq(1)).map(|read| of(read.unwrap())).collect()
        };
        assert_eq!(facts(&again, &new_keys), facts(&journal, &keys));
    }

    #[test]
    fn a_file_that_is_cut_reordered_or_foreign_is_refused_with_its_line() {
        let (journal, keys) = office();
        let told = text(&journal, &keys);
        let lines: Vec<&str> = told.lines().collect();
        let joined = |lines: &[&str]| lines.join("\n");
        let error = |text: &str| taken_in(text).err().unwrap();
        let count = lines.len();
        assert!(matches!(error(""), ImportError::NotAnExport));
        assert!(matches!(error("编号,收到日期\n"), ImportError::NotAnExport));
        let newer = told.replacen("\"format\":1", "\"format\":2", 1);
        assert!(matches!(error(&newer), ImportError::NeedsNewerProgram { format: 2 }));
        assert!(matches!(error(&joined(&lines[..count - 1])), ImportError::Count { .. }));
        let mut swapped = lines.clone();
        swapped.swap(2, 3);
        assert!(matches!(error(&joined(&swapped)), ImportError::Order { .. }));
        let cut = told.trim_end_matches(['}', '\n']);
        assert!(matches!(error(cut), ImportError::Line { .. }));
        let unknown = told.replacen("\"kind\":3", "\"kind\":99", 1);
        let refused = error(&unknown);
        assert!(matches!(refused, ImportError::Event { line: 4, .. }), "{refused}");
        let long = format!("{}\n{}", lines[0], "x".repeat((32 << 20) + 2));
        let refused = error(&long);
        assert!(matches!(refused, ImportError::LineTooLong { line: 2 }), "{refused}");
        assert!(refused.to_string().contains("32 MiB") && refused.to_string().contains("请"), "{refused}");
        let mut missing = lines.clone();
        missing.remove(3);
        assert!(matches!(error(&joined(&missing)), ImportError::Order { .. }));
    }
}
