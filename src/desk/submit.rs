//! Deciding, appending, applying: one command, one commit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

use super::{Command, Desk, DeskError, Done, Preview, Writer};
use crate::journal::{Author, Fact, Head, Position, encode};
use crate::register::{CaseRow, RegisterError};
use crate::request::{
    Case, ClerkId, Context, Decision, Entry, Event, Refusal, Registration, RequestId, RequestNo, Seq,
    Warning, fold, register, revocation,
};

/// What a command comes to before it is written: events, each with its request.
pub(super) struct Plan {
    pub(super) events: Vec<(Whose, Event)>,
    pub(super) warnings: Vec<Warning>,
}

/// Whose an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// Of this request.
    Case(RequestId),
    /// The first event of a new request.
    New,
    /// A further event of the new request before it.
    SameNew,
}

impl Whose {
    /// The ids of the requests of a commit whose first entry has the number `first`.
    fn ids(events: &[(Self, Event)], first: Seq) -> Vec<RequestId> {
        let mut new = RequestId(first.0);
        let of = |((whose, _), seq): (&(Self, Event), u64)| match whose {
            Self::Case(id) => *id,
            Self::New => {
                new = RequestId(seq);
                new
            }
            Self::SameNew => new,
        };
        events.iter().zip(first.0..).map(of).collect()
    }
}

impl Desk {
    /// Does `command` for the clerk `who`. When this returns `Ok`, it is saved on disk.
    ///
    /// # Errors
    /// A refusal, a case that changed since the clerk looked, or a failure to write: then nothing of the
    /// command is kept.
    pub fn submit(&self, who: ClerkId, command: Command) -> Result<Done, DeskError> {
        let mut writer = self.writer()?;
        self.seen_by(who).allow_command(&command)?;
        let plan = self.plan(command)?;
        let head = self.write(&mut writer, who, &plan.events)?;
        let ids = Whose::ids(&plan.events, head.first);
        let row = self.row(ids.first().copied().unwrap_or(RequestId(head.first.0)))?;
        let ids: Vec<RequestId> = ids.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        // Before the others are told: they may have a search open.
        self.refresh_search(&ids)?;
        Ok(Done { seq: head.last, row, cases: ids.len(), warnings: plan.warnings })
    }

    /// What `command` would do, without doing it.
    ///
    /// # Errors
    /// As [`Desk::submit`], but for writing.
    pub fn preview(&self, command: Command) -> Result<Preview, DeskError> {
        let _writer = self.writer()?;
        self.allow_command(&command)?;
        let plan = self.plan(command)?;
        // Of a commit taken back, the first case.
        let first = plan.events.first().map(|(whose, _)| *whose);
        let entries = match first {
            Some(Whose::Case(id)) => self.entries(&self.row(id)?)?,
            _ => Vec::new(),
        };
        let events =
            plan.events.into_iter().filter(|(whose, _)| Some(*whose) == first).map(|(_, event)| event);
        let next = entries.last().map_or(1, |entry| entry.seq.0 + 1);
        let pending = events.zip(next..).map(|(event, seq)| Entry {
            seq: Seq(seq),
            at: self.time.now(),
            who: ClerkId(0),
            practice_day: None,
            event,
        });
        let all: Vec<Entry> = entries.into_iter().chain(pending).collect();
        let case: Case = fold(&all).map_err(|impossible| impossible.because)?;
        Ok(Preview { row: CaseRow::derive(&case, Vec::new(), &self.reckoning()), warnings: plan.warnings })
    }

    fn plan(&self, command: Command) -> Result<Plan, DeskError> {
        match command {
            Command::Register(registration) => self.plan_registration(*registration),
            Command::Step { id, version, step } => {
                let entries = self.current(id, version)?;
                self.plan_step(id, &entries, step)
            }
            Command::Revoke { id, version, seq, reason } => {
                let entries = self.current(id, version)?;
                self.decided(id, |context| self.taken_back(&entries, seq, reason, context))
            }
            Command::RevokeCommit { commit, reason } => self.plan_revocation_of(commit, &reason),
        }
    }

    fn plan_registration(&self, registration: Registration) -> Result<Plan, DeskError> {
        let reckoning = self.reckoning();
        let context = Context { today: self.today(), reckoning: &reckoning };
        let came_in = registration.received_on.or(registration.confirmed_on).or(registration.submitted_on);
        let year = came_in.unwrap_or(context.today).year();
        let no = self.number(registration.no.as_deref(), registration.organ, year, &BTreeSet::new())?;
        let event = register(registration, no, &context)?;
        Ok(Plan { events: vec![(Whose::New, event)], warnings: Vec::new() })
    }

    pub(super) fn decided(
        &self,
        id: RequestId,
        decide: impl FnOnce(&Context) -> Result<Decision, DeskError>,
    ) -> Result<Plan, DeskError> {
        let reckoning = self.reckoning();
        let decision = decide(&Context { today: self.today(), reckoning: &reckoning })?;
        Ok(Plan { events: vec![(Whose::Case(id), decision.event)], warnings: decision.warnings })
    }

    /// Takes back every entry of a commit that still stands, the last first.
    fn plan_revocation_of(&self, commit: Seq, reason: &str) -> Result<Plan, DeskError> {
        let head = self.head().seq;
        if commit.0 == 0 || commit > head {
            return Err(DeskError::UnknownCommit(commit));
        }
        let range = self.reader.commit_range(commit)?;
        if range.first != commit {
            return Err(DeskError::UnknownCommit(commit));
        }
        let mut cases: BTreeMap<u64, Vec<Seq>> = BTreeMap::new();
        for item in self.reader.read_from(range.first) {
            let head = item?.entry.head;
            if head.seq > range.last {
                break;
            }
            if head.request != 0 {
                cases.entry(head.request).or_default().push(head.seq);
            }
        }
        let mut events = Vec::new();
        for (id, seqs) in cases {
            self.revoke_all(RequestId(id), &seqs, reason, &mut events)?;
        }
        if events.is_empty() {
            return Err(DeskError::UnknownCommit(commit));
        }
        Ok(Plan { events, warnings: Vec::new() })
    }

    fn revoke_all(
        &self,
        id: RequestId,
        seqs: &[Seq],
        reason: &str,
        events: &mut Vec<(Whose, Event)>,
    ) -> Result<(), DeskError> {
        let row = self.row(id)?;
        let mut entries = self.entries(&row)?;
        let reckoning = self.reckoning();
        let context = Context { today: self.today(), reckoning: &reckoning };
        let gone = crate::request::revoked(&entries);
        for seq in seqs.iter().rev().filter(|seq| !gone.contains_key(seq)) {
            let refused = |error| match error {
                DeskError::Refused(refusal) => {
                    DeskError::CommitRefused { no: RequestNo::given(row.no.clone()), refusal }
                }
                other => other,
            };
            let decision = self.taken_back(&entries, *seq, reason.to_owned(), &context).map_err(refused)?;
            let next = entries.last().map_or(*seq, |entry| entry.seq.next());
            entries.push(Entry {
                seq: next,
                at: 0,
                who: ClerkId(0),
                practice_day: None,
                event: decision.event.clone(),
            });
            events.push((Whose::Case(id), decision.event));
        }
        Ok(())
    }

    /// A revocation. A void case gave up its number; it comes back only while nobody else has that.
    fn taken_back(
        &self,
        entries: &[Entry],
        seq: Seq,
        reason: String,
        context: &Context,
    ) -> Result<Decision, DeskError> {
        let decision = revocation(entries, seq, reason, context)?;
        let was_void = fold(entries).is_ok_and(|case| case.void);
        if was_void && !decision.case.void {
            let no = &decision.case.facts.no;
            if self.read_whole(|register| register.by_number(&no.text))?.is_some() {
                return Err(Refusal::NumberTaken(no.clone()).into());
            }
        }
        Ok(decision)
    }

    /// The entries of a case, if it is still as the clerk saw it.
    fn current(&self, id: RequestId, seen: Option<Seq>) -> Result<Vec<Entry>, DeskError> {
        let row = self.row(id)?;
        if let Some(seen) = seen.filter(|seen| *seen != row.version) {
            return Err(DeskError::Changed { no: row.no, seen, now: row.version });
        }
        self.entries(&row)
    }

    /// Appends the events as one commit and applies them. After a failed write the head is read anew, so
    /// that nothing unacknowledged stays; if that fails too, every later write is refused.
    pub(super) fn write(
        &self,
        writer: &mut Writer,
        who: ClerkId,
        events: &[(Whose, Event)],
    ) -> Result<Written, DeskError> {
        self.allow_events(who, events)?;
        writer.make_ready()?;
        let expected = writer.journal.head().seq;
        let author = Author { who, at: self.time.now(), practice_day: self.time.practice_day() };
        let mut entries = Vec::with_capacity(events.len());
        let ids = Whose::ids(events, expected.next());
        // On disk before the commit that is sealed with them.
        let new = events.iter().zip(&ids).filter(|((whose, _), _)| *whose == Whose::New);
        self.keys.make(new.map(|(_, id)| id.0))?;
        for (((_, event), id), seq) in events.iter().zip(&ids).zip(expected.0 + 1..) {
            let id = *id;
            entries.push(encode(Seq(seq), Some(id), author, &Fact::Request(event.clone()), &self.keys)?);
        }
        let appended = writer.journal.append(expected, entries).map_err(|error| writer.failed(error))?;
        let mut fresh: BTreeMap<RequestId, Vec<Position>> = BTreeMap::new();
        for (id, position) in ids.into_iter().zip(appended.positions.iter().copied()) {
            fresh.entry(id).or_default().push(position);
        }
        self.apply(&fresh, appended.head)?;
        Ok(Written { first: appended.first, last: appended.head.seq })
    }

    /// Puts what was appended into the register. It failing loses nothing: it is derived anew.
    pub(super) fn apply(
        &self,
        fresh: &BTreeMap<RequestId, Vec<Position>>,
        head: Head,
    ) -> Result<(), DeskError> {
        let applied = match self.followed(fresh, head) {
            Ok(true) => Ok(()),
            Ok(false) => self.mend(),
            Err(error) if error.is_mended_by_rebuild() => self.mend(),
            Err(error) => Err(error.into()),
        };
        applied.map_err(|error| DeskError::SavedUnshown { seq: head.seq, because: Box::new(error) })
    }

    /// Whether the register followed; `false` where deriving it anew is faster, or there is none.
    fn followed(
        &self,
        fresh: &BTreeMap<RequestId, Vec<Position>>,
        head: Head,
    ) -> Result<bool, RegisterError> {
        let mut slot = self.register.write().unwrap_or_else(PoisonError::into_inner);
        let Some(register) = slot.as_mut() else { return Ok(false) };
        let many = u64::try_from(fresh.len()).unwrap_or(u64::MAX);
        if many > REBUILD && many > register.len()? {
            return Ok(false);
        }
        register.follow(fresh, &head, self.reader.as_ref(), &self.reckoning())?;
        Ok(true)
    }
}

/// A commit of more cases than this, and than there were before, is derived anew with all others.
const REBUILD: u64 = 2_000;

/// A commit that was written.
pub(super) struct Written {
    pub(super) first: Seq,
    last: Seq,
}
