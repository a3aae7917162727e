//! What the registration says now: its confirmation (art. 31) and its amendments, in the order of recording.
//!
//! Unlike steps these have no place among the days of the procedure: they say what was true all along. Hence
//! the whole history stands before the facts as amended, and the last recorded word wins.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::case::{Facts, Particulars};
use super::event::{Amended, Entry, Event, Registered};
use super::fold::{Impossible, revoked, standing};
use super::register::check_days;
use super::{Refusal, Seq};

/// The facts of `registered` after the standing confirmation and amendments among `entries`.
///
/// # Errors
/// The first that cannot stand after the others: a second receipt, or days that art. 31 forbids.
pub(super) fn facts(registered: &Registered, entries: &[Entry]) -> Result<Facts, Impossible> {
    let revoked = revoked(entries);
    let before = particulars_before(registered, entries);
    let mut facts = Facts::of(registered);
    for entry in entries.iter().filter(|entry| !revoked.contains_key(&entry.seq)) {
        let done = match &entry.event {
            Event::Confirmed { on } => facts.confirm(*on),
            Event::Amended(amended) => facts.amend(amended, before.get(&entry.seq)),
            _ => Ok(()),
        };
        done.map_err(|because| Impossible { seq: entry.seq, because })?;
    }
    Ok(facts)
}

/// The particulars that each amendment met when it was recorded. An amendment holds all particulars; what
/// it changed is the difference to these, so that revoking an earlier one takes back that one's changes.
fn particulars_before(registered: &Registered, entries: &[Entry]) -> BTreeMap<Seq, Particulars> {
    let mut before: BTreeMap<Seq, Particulars> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        if particulars_of(entry).is_none() {
            continue;
        }
        let mut met = registered.particulars.clone();
        for earlier in standing(entries.get(..index).unwrap_or_default()) {
            if let (Some(new), Some(old)) = (particulars_of(earlier), before.get(&earlier.seq)) {
                met.change(old, new);
            }
        }
        before.insert(entry.seq, met);
    }
    before
}

fn particulars_of(entry: &Entry) -> Option<&Particulars> {
    match &entry.event {
        Event::Amended(amended) => amended.particulars.as_ref(),
        _ => None,
    }
}

impl Facts {
    fn of(registered: &Registered) -> Self {
        Self {
            no: registered.no.clone(),
            organ: registered.organ,
            kind: registered.kind,
            channel: registered.channel,
            submitted_on: registered.submitted_on,
            confirmed_on: registered.confirmed_on,
            received_on: registered.received_on,
            baseline: registered.baseline,
            particulars: registered.particulars.clone(),
        }
    }

    /// Art. 31: the day of the confirmation becomes the day of receipt.
    fn confirm(&mut self, on: Date) -> Result<(), Refusal> {
        if let Some(received) = self.received_on {
            return Err(Refusal::AlreadyReceived(received));
        }
        if let Some(submitted) = self.submitted_on.filter(|submitted| on < *submitted) {
            return Err(Refusal::ReceivedBeforeSubmission { submitted, received: on });
        }
        self.confirmed_on = Some(on);
        self.received_on = Some(on);
        Ok(())
    }

    /// Days are checked only where the amendment touches them: an imported register may hold others.
    fn amend(&mut self, amended: &Amended, before: Option<&Particulars>) -> Result<(), Refusal> {
        self.kind = amended.kind.unwrap_or(self.kind);
        if let (Some(new), Some(old)) = (&amended.particulars, before) {
            self.particulars.change(old, new);
        }
        let days = [amended.submitted_on, amended.confirmed_on, amended.received_on];
        if amended.channel.is_none() && days.iter().all(Option::is_none) {
            return Ok(());
        }
        self.channel = amended.channel.unwrap_or(self.channel);
        self.submitted_on = amended.submitted_on.or(self.submitted_on);
        self.confirmed_on = amended.confirmed_on.or(self.confirmed_on);
        self.received_on = amended.received_on.or(self.received_on);
        check_days(self.channel, self.submitted_on, self.confirmed_on, self.received_on)
    }
}

impl Particulars {
    /// Takes over what differs between `old` and `new`.
    fn change(&mut self, old: &Self, new: &Self) {
        take(&mut self.applicant, &old.applicant, &new.applicant);
        take(&mut self.id_number, &old.id_number, &new.id_number);
        take(&mut self.contact, &old.contact, &new.contact);
        take(&mut self.title, &old.title, &new.title);
        take(&mut self.content, &old.content, &new.content);
        take(&mut self.items, &old.items, &new.items);
        take(&mut self.form_of_supply, &old.form_of_supply, &new.form_of_supply);
        take(&mut self.platform_no, &old.platform_no, &new.platform_no);
        take(&mut self.unit, &old.unit, &new.unit);
    }
}

fn take<T: Clone + PartialEq>(field: &mut T, old: &T, new: &T) {
    if old != new {
        field.clone_from(new);
    }
}
