//! State is a fold: the standing events of a case, by legal day, then procedural rank, then number.
//!
//! Late-recorded days and revocations need no special case: whatever the order of recording, the same
//! standing steps give the same case. The facts of the registration come first, as they are known now.

use std::collections::BTreeMap;

use super::event::{Entry, Event};
use super::facts::facts;
use super::{Case, Refusal, RequestId, Seq};

/// An entry that cannot have happened, given the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impossible {
    /// The entry.
    pub seq: Seq,
    /// The rule it breaks.
    pub because: Refusal,
}

impl From<Impossible> for Refusal {
    /// The rule alone, where the entry is not known to the reader.
    fn from(impossible: Impossible) -> Self {
        impossible.because
    }
}

/// Which entries are revoked, and by which: a revocation that is itself revoked revokes nothing.
pub fn revoked(entries: &[Entry]) -> BTreeMap<Seq, Seq> {
    let mut revoked = BTreeMap::new();
    for entry in entries.iter().rev() {
        if let Event::Revoked { seq, .. } = &entry.event
            && !revoked.contains_key(&entry.seq)
        {
            revoked.insert(*seq, entry.seq);
        }
    }
    revoked
}

/// The entries that stand, in the order in which they were recorded.
pub fn standing(entries: &[Entry]) -> Vec<&Entry> {
    let revoked = revoked(entries);
    entries.iter().filter(|entry| !revoked.contains_key(&entry.seq)).collect()
}

/// Steps by legal day, then as the procedure does them, then as they were recorded.
pub(super) fn in_order(steps: &mut [&Entry]) {
    let first_served = steps
        .iter()
        .filter(|entry| matches!(entry.event, Event::Served(_)))
        .filter_map(|entry| Some((entry.event.on()?, entry.seq)))
        .min();
    let rank = |entry: &Entry| {
        let Some((_, served)) = first_served.filter(|(on, _)| entry.event.on() == Some(*on)) else {
            return entry.event.rank();
        };
        match entry.event {
            // An answer falls before a new one is made on the same day; the first one falls after its own
            // service.
            Event::AnswerWithdrawn { .. } | Event::MailReturned { .. } => AFTER_SERVICE,
            // An order may be met by the first answer, or be made on account of it: as they were recorded.
            Event::ReanswerOrdered { .. } if entry.seq > served => AFTER_SERVICE,
            _ => entry.event.rank(),
        }
    };
    steps.sort_by_key(|entry| (entry.event.on(), rank(entry), entry.seq));
}

/// Behind everything that belongs to the service of the same day, before the file is closed.
const AFTER_SERVICE: u8 = 46;

/// The case that `entries` (all of one request, by number) make.
///
/// # Errors
/// The first entry, in the order of the procedure, that the others make impossible.
pub fn fold(entries: &[Entry]) -> Result<Case, Impossible> {
    let first = entries.first().ok_or(Impossible { seq: Seq(0), because: Refusal::NotRegistered })?;
    let Event::Registered(registered) = &first.event else {
        return Err(Impossible { seq: first.seq, because: Refusal::NotRegistered });
    };
    let mut case = Case::registered(RequestId(first.seq.0), first.who, facts(registered, entries)?);
    let mut steps = standing(entries);
    case.void = steps.first().is_none_or(|entry| entry.seq != first.seq);
    in_order(&mut steps);
    for entry in steps {
        case = step(case, entry)?;
    }
    case.version = entries.last().map_or(first.seq, |entry| entry.seq);
    Ok(case)
}

fn step(case: Case, entry: &Entry) -> Result<Case, Impossible> {
    let takes_part = !matches!(entry.event, Event::Revoked { .. } | Event::Registered(_) | Event::Amended(_));
    if case.void && takes_part {
        return Err(Impossible { seq: entry.seq, because: Refusal::Void });
    }
    case.after(entry.seq, &entry.event).map_err(|because| Impossible { seq: entry.seq, because })
}
