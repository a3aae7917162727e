//! From the flags of `act` to a step, for consultations, fees, units and what follows the answer.

use jiff::civil::Date;

use super::args::Act;
use super::day::{choice, date, needed, optional};
use super::failure::Failure;
use super::steps::number;
use crate::request::{ConsultRole, FeeBy, Opinion, Relation, ReviewKind, Seq, Step};
use crate::words;

/// The step that the flags describe.
pub(super) fn step(args: &Act, on: Date) -> Result<Step, Failure> {
    Ok(match args.step.as_str() {
        "consult-send" => Step::ConsultSend {
            on,
            party: needed("--party", args.party.clone())?,
            role: role(&needed("--role", args.role.clone())?)?,
            text: said(args),
        },
        "consult-answer" => Step::ConsultAnswer {
            on,
            party: text(args.party.as_ref()),
            opinion: opinion(&needed("--opinion", args.opinion.clone())?)?,
            reasons: text(args.reason.as_ref()),
        },
        "override-notice" => Step::OverrideNotice {
            on,
            party: text(args.party.as_ref()),
            reason: reason(args).unwrap_or_default(),
        },
        "assist" => Step::Assist { on, organ: text(args.party.as_ref()), text: said(args) },
        "received" => {
            let seq = number("--seq", &needed("--seq", args.seq.clone())?, u32::MAX)?;
            Step::Received { on, seq: Seq(seq.into()) }
        }
        "extend" => Step::Extend {
            on,
            days: days(&needed("--days", args.days.clone())?)?,
            approved_by: needed("--approved-by", args.approved_by.clone())?,
            reason: needed("--reason", args.reason.clone())?,
        },
        "reasons-ask" => Step::ReasonsAsk {
            on,
            reply_by: optional("--reply-by", args.reply_by.as_deref())?,
            text: said(args),
        },
        "reasons-receive" => Step::ReasonsReceive { on, text: said(args) },
        "defer" => Step::Defer {
            on,
            until: date("--until", &needed("--until", args.until.clone())?)?,
            reason: text(args.reason.as_ref()),
        },
        "fee-notice" => fee_notice(args, on)?,
        "fee-pay" => {
            let yuan = needed("--amount", args.amount.clone())?;
            // Fees are whole yuan; a receipt may print the cents.
            let yuan = yuan.trim().strip_suffix(".00").unwrap_or(yuan.trim()).to_owned();
            Step::FeePay { on, amount: number("--amount", &yuan, 100_000_000)? }
        }
        "fee-lapse" => Step::FeeLapse { on },
        _ => inside(args, on)?,
    })
}

/// Units, reviews, and what follows the answer.
fn inside(args: &Act, on: Date) -> Result<Step, Failure> {
    Ok(match args.step.as_str() {
        "assign" => Step::Assign {
            on,
            unit: needed("--unit", args.unit.clone())?,
            reply_by: optional("--reply-by", args.reply_by.as_deref())?,
        },
        "unit-answer" => Step::UnitAnswer { on, unit: text(args.unit.as_ref()), text: said(args) },
        "unit-return" => {
            Step::UnitReturn { on, unit: text(args.unit.as_ref()), reason: needed("--reason", reason(args))? }
        }
        "chase" => Step::Chase { on, unit: text(args.unit.as_ref()), text: said(args) },
        "review" => Step::Review {
            on,
            kind: review(&needed("--kind", args.kind.clone())?)?,
            by: text(args.reviewer.as_ref()),
            text: said(args),
        },
        "delivered" => Step::Delivered { on },
        "returned-mail" => Step::ReturnedMail { on, reason: text(args.reason.as_ref()) },
        "withdraw-answer" => Step::WithdrawAnswer { on, reason: reason(args).unwrap_or_default() },
        "reanswer-ordered" => Step::ReanswerOrdered {
            on,
            by: date("--by", &needed("--by", args.by.clone())?)?,
            order: text(args.order.as_ref()),
        },
        "archive" => Step::Archive { on, file_no: text(args.file_no.as_ref()) },
        "link" => Step::Link {
            on,
            to: needed("--to", args.to.clone())?,
            relation: args.note_type.as_deref().map_or(Ok(Relation::Related), relation)?,
        },
        "split" => Step::Split {
            on,
            items: items(&needed("--items", args.items.clone())?)?,
            no: args.new_no.clone(),
        },
        "join" => {
            Step::Join { on, to: needed("--to", args.to.clone())?, reason: reason(args).unwrap_or_default() }
        }
        "overrule" => {
            let outcome = super::steps::outcome(args)?;
            Step::Overrule { on, outcome, reason: needed("--reason", reason(args))? }
        }
        other => return Err(Failure::Usage(words::cli::no_such_step(other))),
    })
}

fn text(value: Option<&String>) -> String {
    value.cloned().unwrap_or_default()
}

/// The text that stands behind the step.
fn said(args: &Act) -> String {
    text(args.words.as_ref())
}

/// A reason, as a flag or behind the step.
fn reason(args: &Act) -> Option<String> {
    args.reason.clone().or_else(|| args.words.clone())
}

/// Numbers of items: `2,3`, `2、3` or `2 3`.
fn items(text: &str) -> Result<Vec<u16>, Failure> {
    let parts = text.split([',', '，', '、', ' ']).filter(|part| !part.is_empty());
    parts.map(|part| number("--items", part, 99).map(|n| u16::try_from(n).unwrap_or(u16::MAX))).collect()
}

fn days(word: &str) -> Result<u16, Failure> {
    // How many are lawful is for the procedure to say.
    Ok(u16::try_from(number("--days", word, u16::MAX.into())?).unwrap_or(u16::MAX))
}

fn fee_notice(args: &Act, on: Date) -> Result<Step, Failure> {
    let by = fee_by(&needed("--by", args.by.clone())?)?;
    let count = match by {
        FeeBy::Page => Some(number("--pages", &needed("--pages", args.pages.clone())?, 1_000_000)?),
        FeeBy::Item => args.nth.as_deref().map(|nth| number("--nth", nth, 10_000)).transpose()?,
    };
    Ok(Step::FeeNotice { on, by, count })
}

fn role(word: &str) -> Result<ConsultRole, Failure> {
    let all = ConsultRole::ALL.into_iter().map(|role| (role.key(), role.label().to_owned()));
    choice("--role", word, ConsultRole::from_word(word.trim()), all)
}

fn opinion(word: &str) -> Result<Opinion, Failure> {
    let all = Opinion::CHOICES.into_iter().map(|opinion| (opinion.key(), opinion.label().to_owned()));
    choice("--opinion", word, Opinion::from_word(word.trim()).filter(|it| Opinion::CHOICES.contains(it)), all)
}

fn fee_by(word: &str) -> Result<FeeBy, Failure> {
    let all = FeeBy::ALL.into_iter().map(|by| (by.key(), by.label().to_owned()));
    choice("--by", word, FeeBy::from_word(word.trim()), all)
}

fn review(word: &str) -> Result<ReviewKind, Failure> {
    let all = ReviewKind::ALL.into_iter().map(|kind| (kind.key(), kind.label().to_owned()));
    choice("--kind", word, ReviewKind::from_word(word.trim()), all)
}

fn relation(word: &str) -> Result<Relation, Failure> {
    let all = Relation::ALL.into_iter().map(|relation| (relation.key(), relation.label().to_owned()));
    choice("--type", word, Relation::from_word(word.trim()), all)
}
