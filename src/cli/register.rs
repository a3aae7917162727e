//! `gongkai register`: a new request; prints its number and nothing else.

use super::DONE;
use super::args::Register;
use super::day::{choice, optional};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::desk::Command;
use crate::law::ApplicantKind;
use crate::request::{Channel, OrganId, Particulars, Registration};
use crate::text::clean_text;
use crate::words;

/// Registers the request.
pub(super) fn run(args: Register, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let kind = kind(&args.kind)?;
    let channel = args.channel.as_deref().map_or(Ok(Channel::Unstated), channel)?;
    let days = (
        optional("--submitted", args.submitted.as_deref())?,
        optional("--confirmed", args.confirmed.as_deref())?,
        optional("--received", args.received.as_deref())?,
    );
    let opened = invocation.open(outlet)?;
    let organ = opened.desk.organ_of(args.organ.as_deref())?.unwrap_or(OrganId::FIRST);
    let text = Option::unwrap_or_default;
    let registration = Registration {
        no: args.no,
        organ,
        kind,
        channel,
        submitted_on: days.0,
        confirmed_on: days.1,
        received_on: days.2,
        particulars: Particulars {
            applicant: args.applicant,
            id_number: text(args.id_number),
            contact: text(args.contact),
            title: text(args.title),
            content: lines(&args.content),
            items: args.item.iter().map(|item| lines(item)).collect(),
            form_of_supply: text(args.supply),
            platform_no: String::new(),
            unit: text(args.unit),
        },
    };
    let done = opened.desk.submit(opened.clerk, Command::Register(Box::new(registration)))?;
    for warning in &done.warnings {
        outlet.warn(&words::request::warning(warning))?;
    }
    outlet.say(&done.row.no)?;
    opened.close();
    Ok(DONE)
}

/// Line ends of another system are taken as ours; everything else is left for the rules to see.
fn lines(text: &str) -> String {
    if text.contains('\r') { clean_text(text) } else { text.to_owned() }
}

/// A kind of applicant by key or word.
pub(super) fn kind(word: &str) -> Result<ApplicantKind, Failure> {
    let all = ApplicantKind::ALL.into_iter().map(|kind| (kind.key(), kind.label().to_owned()));
    choice("--kind", word, ApplicantKind::from_word(word.trim()), all)
}

/// A channel by key or word.
pub(super) fn channel(word: &str) -> Result<Channel, Failure> {
    let all = Channel::ALL.into_iter().map(|channel| (channel.key(), channel.label().to_owned()));
    choice("--channel", word, Channel::from_word(word.trim()), all)
}
