//! From the flags to what is done to a record.

use jiff::civil::Date;

use super::{Record, filled, must};
use crate::cli::day::{choice, optional};
use crate::cli::failure::Failure;
use crate::cli::steps::number;
use crate::desk::{Desk, DeskError};
use crate::records::{
    self, Body, Check, DisputeResult, EndWay, Ended, Form, RecordAct, RecordKind, RecordRefusal, RecordStep,
};
use crate::request::Seq;
use crate::words::records as words;

const OF_ALL: [&str; 5] = ["add", "list", "show", "change", "remove"];

/// What can be done to a kind of record beside what can be done to all.
const fn of_kind(kind: RecordKind) -> &'static [&'static str] {
    match kind {
        RecordKind::Document => &["repeal", "void", "reinstate"],
        RecordKind::Disclosure => &["review", "proof", "publish", "undo"],
        RecordKind::Dispute => &["answer", "hearing", "end", "appeal", "undo"],
        RecordKind::Stock | RecordKind::Decisions | RecordKind::Charge | RecordKind::Activity => &[],
    }
}

/// Whether a kind of record has such an action; asked before the office is opened.
pub(super) fn check_name(kind: RecordKind, action: &str) -> Result<(), Failure> {
    let known = [&OF_ALL, of_kind(kind)].concat();
    if known.contains(&action) {
        Ok(())
    } else {
        Err(Failure::Usage(words::no_such_action(kind, action, &known)))
    }
}

/// What is done to `record`; its day is today where none is given.
pub(super) fn act(args: &Record, record: &records::Record, desk: &Desk) -> Result<RecordAct, Failure> {
    let on = optional("--on", args.on.as_deref())?.unwrap_or_else(|| desk.today());
    let reason = || must("--reason", args.reason.as_ref());
    Ok(match args.action.as_str() {
        "change" => change(args, record, desk)?,
        "remove" => RecordAct::Remove { reason: reason()? },
        "repeal" => RecordAct::EndDocument(Ended { on, way: EndWay::Repealed, reason: reason()? }),
        "void" => RecordAct::EndDocument(Ended { on, way: EndWay::Void, reason: reason()? }),
        "reinstate" => RecordAct::Reinstate { reason: reason()? },
        "undo" => {
            let seq = number("--seq", &must("--seq", args.seq.as_ref())?, u32::MAX)?;
            RecordAct::TakeBack { seq: Seq(seq.into()), reason: reason()? }
        }
        _ => RecordAct::Step(step(args, record, on)?),
    })
}

/// The record as it reads with the flags in the place of what it said.
fn change(args: &Record, record: &records::Record, desk: &Desk) -> Result<RecordAct, Failure> {
    let kind = record.kind();
    let organ = desk.organ_of(args.organ.as_deref())?.unwrap_or(record.body.organ);
    let note = args.note.clone().unwrap_or_else(|| record.body.note.clone());
    let value = filled(args, kind, Form::of(record.value()))?;
    let body = Box::new(Body { organ, note, value });
    Ok(RecordAct::Change { body, reason: args.reason.clone().unwrap_or_default() })
}

fn step(args: &Record, record: &records::Record, on: Date) -> Result<RecordStep, Failure> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    Ok(match args.action.as_str() {
        "review" => RecordStep::Reviewed {
            on,
            round: round(args, record, Check::Review)?,
            by: must("--by", args.by.as_ref())?,
        },
        "proof" => RecordStep::Proofread {
            on,
            round: round(args, record, Check::Proof)?,
            by: must("--by", args.by.as_ref())?,
        },
        "publish" => {
            RecordStep::Published { on, url: text(&args.url), override_reason: text(&args.override_reason) }
        }
        "answer" => RecordStep::Answered { on, text: text(&args.text) },
        "hearing" => RecordStep::Heard { on, text: text(&args.text) },
        "appeal" => RecordStep::Appealed { on, text: text(&args.text) },
        _ => RecordStep::Ended { on, result: result(args)?, text: text(&args.text) },
    })
}

/// The review or proof that is named, else the next.
fn round(args: &Record, record: &records::Record, check: Check) -> Result<u8, Failure> {
    match &args.round {
        Some(text) => Ok(u8::try_from(number("--round", text, 3)?).unwrap_or(u8::MAX)),
        None => record
            .next_round(check)
            .ok_or_else(|| DeskError::from(RecordRefusal::RoundDone { check, round: 3 }).into()),
    }
}

fn result(args: &Record) -> Result<DisputeResult, Failure> {
    let word = must("--result", args.result.as_ref())?;
    let all = DisputeResult::ALL.into_iter().map(|result| (result.key(), result.label().to_owned()));
    choice("--result", &word, DisputeResult::from_word(word.trim()), all)
}
