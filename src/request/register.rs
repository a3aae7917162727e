//! Registering: the facts of a new request and the receipt rule of art. 31.

use jiff::civil::Date;

use super::decide::{Context, day, text};
use super::event::{Basis, Registered};
use super::{Channel, Event, Field, Particulars, Refusal, Registration, RequestNo};

/// At most so many items on a form.
const MAX_ITEMS: usize = 99;
/// Characters of a name or a number.
pub(super) const SHORT: usize = 200;
/// Characters of a description.
pub(super) const LONG: usize = 20_000;

/// The event that registers a new request under the number `no`, which the caller has found to be free.
///
/// # Errors
/// A [`Refusal`]: a field missing or unusable, a day in the future, or the receipt rule of art. 31 broken.
pub fn register(registration: Registration, no: RequestNo, context: &Context) -> Result<Event, Refusal> {
    let receipt = receipt(&registration, context)?;
    check_particulars(&registration.particulars)?;
    text(Field::No, &no.text, 60)?;
    Ok(Event::Registered(Box::new(Registered {
        no,
        organ: registration.organ,
        kind: registration.kind,
        channel: registration.channel,
        submitted_on: receipt.submitted,
        confirmed_on: receipt.confirmed,
        received_on: receipt.received,
        baseline: false,
        basis: Basis::Clerk,
        particulars: registration.particulars,
    })))
}

/// Checks who asks for what (art. 29).
pub(super) fn check_particulars(particulars: &Particulars) -> Result<(), Refusal> {
    text(Field::Applicant, &particulars.applicant, SHORT)?;
    if particulars.content.trim().is_empty() && particulars.items.is_empty() {
        return Err(Refusal::Missing(Field::Content));
    }
    for (field, value, limit) in [
        (Field::Content, &particulars.content, LONG),
        (Field::Title, &particulars.title, SHORT),
        (Field::IdNumber, &particulars.id_number, SHORT),
        (Field::Contact, &particulars.contact, SHORT),
        (Field::FormOfSupply, &particulars.form_of_supply, SHORT),
        (Field::PlatformNo, &particulars.platform_no, SHORT),
        (Field::Unit, &particulars.unit, SHORT),
    ] {
        if !value.is_empty() {
            text(field, value, limit)?;
        }
    }
    if particulars.items.len() > MAX_ITEMS {
        return Err(Refusal::TooManyItems { limit: MAX_ITEMS });
    }
    particulars.items.iter().try_for_each(|item| text(Field::Item, item, LONG))
}

/// The three days of art. 31, kept apart.
struct Receipt {
    submitted: Option<Date>,
    confirmed: Option<Date>,
    received: Option<Date>,
}

/// Art. 31: in person the day of submission, signed post the day of signing, everything else the day on
/// which both sides confirmed.
fn receipt(registration: &Registration, context: &Context) -> Result<Receipt, Refusal> {
    let Registration { channel, submitted_on, confirmed_on, received_on, .. } = *registration;
    for (field, on) in
        [(Field::Submitted, submitted_on), (Field::Confirmed, confirmed_on), (Field::Received, received_on)]
    {
        if let Some(on) = on {
            day(field, on, context)?;
        }
    }
    let receipt = derive(channel, submitted_on, confirmed_on, received_on);
    check_receipt(channel, &receipt)?;
    Ok(receipt)
}

/// Fills in what follows from the channel.
fn derive(
    channel: Channel,
    submitted: Option<Date>,
    confirmed: Option<Date>,
    received: Option<Date>,
) -> Receipt {
    if channel.needs_confirmation() {
        // The day stated as received is, by art. 31, the day of the confirmation.
        let confirmed = confirmed.or(received);
        Receipt { submitted, confirmed, received: received.or(confirmed) }
    } else if channel.received_when_submitted() {
        let received = received.or(submitted);
        Receipt { submitted: submitted.or(received), confirmed, received }
    } else {
        Receipt { submitted, confirmed, received }
    }
}

/// Whether the three days agree with the channel.
pub(super) fn check_days(
    channel: Channel,
    submitted: Option<Date>,
    confirmed: Option<Date>,
    received: Option<Date>,
) -> Result<(), Refusal> {
    check_receipt(channel, &Receipt { submitted, confirmed, received })
}

fn check_receipt(channel: Channel, receipt: &Receipt) -> Result<(), Refusal> {
    let waits = channel.needs_confirmation() && receipt.submitted.is_some();
    if receipt.received.is_none() && !waits {
        return Err(Refusal::NoDayOfReceipt(channel));
    }
    if let (Some(submitted), Some(received)) = (receipt.submitted, receipt.received) {
        if channel.received_when_submitted() && submitted != received {
            return Err(Refusal::ReceiptIsSubmission { submitted, received });
        }
        if received < submitted {
            return Err(Refusal::ReceivedBeforeSubmission { submitted, received });
        }
    }
    if let (Some(confirmed), Some(received)) = (receipt.confirmed, receipt.received)
        && channel.needs_confirmation()
        && confirmed != received
    {
        return Err(Refusal::ReceiptIsConfirmation { channel, confirmed, received });
    }
    Ok(())
}
