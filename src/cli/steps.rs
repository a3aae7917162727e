//! From the flags of `act` to a step.

use jiff::civil::Date;

use super::args::Act;
use super::day::{choice, date, needed, optional};
use super::failure::Failure;
use super::register::{channel, kind};
use crate::law::{Article, OutcomeKind, OutcomeRow};
use crate::request::{Amendment, NoteKind, Outcome, ServiceWay, Step};
use crate::words;

/// The step that takes entries back.
pub(super) const REVOKE: &str = "revoke";

/// The step that hands the case to another clerk: only the office knows whom a name means.
pub(super) const HAND_OVER: &str = "hand-over";

const NAMES: [&str; 37] = [
    "confirm",
    "supplement-ask",
    "supplement-receive",
    "supplement-lapse",
    "consult-send",
    "consult-answer",
    "override-notice",
    "assist",
    "received",
    "extend",
    "reasons-ask",
    "reasons-receive",
    "defer",
    "fee-notice",
    "fee-pay",
    "fee-lapse",
    "assign",
    "unit-answer",
    "unit-return",
    "chase",
    "review",
    HAND_OVER,
    "decide",
    "serve",
    "delivered",
    "returned-mail",
    "withdraw",
    "withdraw-answer",
    "reanswer-ordered",
    "archive",
    "link",
    "split",
    "join",
    "overrule",
    "note",
    "amend",
    REVOKE,
];

/// Whether there is such a step; asked before the office is opened.
pub(super) fn check_name(step: &str) -> Result<(), Failure> {
    if NAMES.contains(&step) { Ok(()) } else { Err(Failure::Usage(words::cli::no_such_step(step))) }
}

/// The step that the flags describe; its day is today where none is given.
pub(super) fn step(args: &Act, today: Date) -> Result<Step, Failure> {
    let on = optional("--on", args.on.as_deref())?.unwrap_or(today);
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    Ok(match args.step.as_str() {
        "confirm" => Step::Confirm { on },
        "supplement-ask" => Step::SupplementAsk {
            on,
            points: needed("--points", args.points.clone())?,
            reply_by: date("--reply-by", &needed("--reply-by", args.reply_by.clone())?)?,
        },
        "supplement-receive" => Step::SupplementReceive { on, text: text(&args.words) },
        "supplement-lapse" => Step::SupplementLapse { on, no_good_reason: args.no_good_reason },
        "decide" => decide(args, on)?,
        "serve" => {
            Step::Serve { on, way: way(&needed("--way", args.way.clone())?)?, proof: text(&args.proof) }
        }
        "withdraw" => Step::Withdraw { on, reason: text(&args.reason) },
        "note" => Step::Note {
            on,
            kind: args.note_type.as_deref().map_or(Ok(NoteKind::Plain), note_kind)?,
            text: needed("TEXT", args.words.clone())?,
        },
        "amend" => Step::Amend(Box::new(amendment(args)?)),
        _ => super::procedure::step(args, on)?,
    })
}

/// The outcome that the flags describe.
pub(super) fn outcome(args: &Act) -> Result<Outcome, Failure> {
    let word = needed("--outcome", args.outcome.clone())?;
    let rows =
        OutcomeRow::ALL.into_iter().map(|row| (row.key(), format!("{}{}", row.place(), row.short_label())));
    let row = choice("--outcome", &word, OutcomeRow::from_word(word.trim()), rows)?;
    let outcome_kind = match &args.kind {
        Some(word) => {
            let kinds = OutcomeKind::of(row).map(|kind| (kind.key(), kind.label().to_owned()));
            Some(choice("--kind", word, OutcomeKind::from_word(word.trim()), kinds)?)
        }
        None => None,
    };
    Ok(Outcome { row, kind: outcome_kind, grounds: grounds(&args.ground)? })
}

fn decide(args: &Act, on: Date) -> Result<Step, Failure> {
    let outcome = outcome(args)?;
    let item = args.item.as_deref().map(|item| number("--item", item, 99)).transpose()?;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    Ok(Step::Decide {
        on,
        item: item.and_then(|item| u16::try_from(item).ok()),
        outcome,
        facts: text(&args.facts),
        letter_no: text(&args.letter_no),
        override_reason: text(&args.override_reason),
    })
}

fn grounds(cited: &[String]) -> Result<Vec<Article>, Failure> {
    let read = |text: &String| text.parse().map_err(|_| Failure::Usage(words::cli::bad_ground(text)));
    cited.iter().map(read).collect()
}

fn way(word: &str) -> Result<ServiceWay, Failure> {
    let all = ServiceWay::CHOICES.into_iter().map(|way| (way.key(), way.label().to_owned()));
    choice("--way", word, ServiceWay::from_word(word.trim()), all)
}

fn note_kind(word: &str) -> Result<NoteKind, Failure> {
    let all = NoteKind::ALL.into_iter().map(|kind| (kind.key(), kind.label().to_owned()));
    choice("--type", word, NoteKind::from_word(word.trim()), all)
}

fn amendment(args: &Act) -> Result<Amendment, Failure> {
    Ok(Amendment {
        kind: args.kind.as_deref().map(kind).transpose()?,
        channel: args.channel.as_deref().map(channel).transpose()?,
        submitted_on: optional("--submitted", args.submitted.as_deref())?,
        confirmed_on: optional("--confirmed", args.confirmed.as_deref())?,
        received_on: optional("--received", args.received.as_deref())?,
        applicant: args.applicant.clone(),
        id_number: args.id_number.clone(),
        contact: args.contact.clone(),
        title: args.title.clone(),
        content: args.content.clone(),
        form_of_supply: args.supply.clone(),
        unit: args.unit.clone(),
        reason: args.reason.clone().unwrap_or_default(),
    })
}

/// A whole number from 1 to `most`.
pub(super) fn number(option: &str, text: &str, most: u32) -> Result<u32, Failure> {
    match text.trim().parse::<u32>() {
        Ok(number) if (1..=most).contains(&number) => Ok(number),
        _ => Err(Failure::Usage(words::cli::bad_number(option, text, most))),
    }
}
