//! What an amendment (更正登记) changes: only what differs, the days of art. 31 tied as the article ties them.

use jiff::civil::Date;

use super::case::{Case, Facts};
use super::command::Amendment;
use super::decide::{Context, day, optional};
use super::event::Amended;
use super::register::{LONG, check_particulars};
use super::{Field, Refusal};

/// Only what changes, checked like a registration.
pub(super) fn amended(case: &Case, amendment: Amendment, context: &Context) -> Result<Amended, Refusal> {
    let facts = &case.facts;
    let (submitted, confirmed, received) = tied_days(facts, &amendment);
    let mut particulars = facts.particulars.clone();
    for (new, field) in [
        (amendment.applicant, &mut particulars.applicant),
        (amendment.id_number, &mut particulars.id_number),
        (amendment.contact, &mut particulars.contact),
        (amendment.title, &mut particulars.title),
        (amendment.content, &mut particulars.content),
        (amendment.form_of_supply, &mut particulars.form_of_supply),
        (amendment.unit, &mut particulars.unit),
    ] {
        if let Some(new) = new {
            *field = new;
        }
    }
    check_particulars(&particulars)?;
    optional(Field::Reason, &amendment.reason, LONG)?;
    let amended = Amended {
        kind: amendment.kind.filter(|kind| *kind != facts.kind),
        channel: amendment.channel.filter(|channel| *channel != facts.channel),
        submitted_on: changed(Field::Submitted, submitted, facts.submitted_on, context)?,
        confirmed_on: changed(Field::Confirmed, confirmed, facts.confirmed_on, context)?,
        received_on: changed(Field::Received, received, facts.received_on, context)?,
        particulars: (particulars != facts.particulars).then_some(particulars),
        reason: amendment.reason,
    };
    let nothing = Amended { reason: amended.reason.clone(), ..Amended::default() };
    if amended == nothing {
        return Err(Refusal::NothingToAmend);
    }
    Ok(amended)
}

/// Art. 31 ties the day of receipt to another day, by channel: where only one is amended, both are. Whether
/// the three days then agree is asked by the fold.
fn tied_days(facts: &Facts, amendment: &Amendment) -> (Option<Date>, Option<Date>, Option<Date>) {
    let Amendment { submitted_on, confirmed_on, received_on, .. } = *amendment;
    let channel = amendment.channel.unwrap_or(facts.channel);
    if channel.needs_confirmation() {
        (submitted_on, confirmed_on.or(received_on), received_on.or(confirmed_on))
    } else if channel.received_when_submitted() {
        // A request that waited for a confirmation waits no more: it is received as it was submitted.
        let waited = facts.submitted_on.filter(|_| facts.received_on.is_none());
        (submitted_on.or(received_on), confirmed_on, received_on.or(submitted_on).or(waited))
    } else {
        (submitted_on, confirmed_on, received_on)
    }
}

fn changed(
    field: Field,
    new: Option<Date>,
    old: Option<Date>,
    context: &Context,
) -> Result<Option<Date>, Refusal> {
    new.filter(|_| new != old).map(|on| day(field, on, context)).transpose()
}
