//! Events of consultations, fees, units and of what follows the answer, as they are stored: kinds from 28.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::codes::Code;
use super::{Body, DecodeError, Parts, to_bytes};
use crate::calendar::{from_day, to_day};
use crate::request::{Assigned, ConsultAnswered, ConsultSent, Event, FeeNotified, Reviewed, Seq, UnitWord};

const CONSULT_SENT: u16 = 28;
const RECEIVED: u16 = 29;
const CONSULT_ANSWERED: u16 = 30;
const ASSISTED: u16 = 31;
const REASONS_ASKED: u16 = 32;
const REASONS_RECEIVED: u16 = 33;
const DEFERRED: u16 = 34;
const FEE_NOTIFIED: u16 = 35;
const FEE_PAID: u16 = 36;
const FEE_LAPSED: u16 = 37;
const OVERRIDE_NOTIFIED: u16 = 38;
const ASSIGNED: u16 = 39;
const UNIT_ANSWERED: u16 = 40;
const UNIT_RETURNED: u16 = 41;
const CHASED: u16 = 42;
const REVIEWED: u16 = 43;
const DELIVERED: u16 = 44;
const MAIL_RETURNED: u16 = 45;
const ANSWER_WITHDRAWN: u16 = 46;
const REANSWER_ORDERED: u16 = 47;
const ARCHIVED: u16 = 48;
const LINKED: u16 = 49;

/// A day and a stored number.
#[derive(Serialize, Deserialize)]
struct DayCodeV1 {
    on: i32,
    code: u8,
}

/// A day and the entry that is meant.
#[derive(Serialize, Deserialize)]
struct DaySeqV1 {
    on: i32,
    seq: u64,
}

#[derive(Serialize, Deserialize)]
struct ConsultAnsweredV1 {
    on: i32,
    sent: u64,
    opinion: u8,
}

/// A day and the last day of a term.
#[derive(Serialize, Deserialize)]
struct TermV1 {
    on: i32,
    last: i32,
}

/// A day and the last day of a term that may have none.
#[derive(Serialize, Deserialize)]
struct OpenTermV1 {
    on: i32,
    last: Option<i32>,
}

#[derive(Serialize, Deserialize)]
struct FeeNotifiedV1 {
    on: i32,
    by: u8,
    count: u32,
    amount: u32,
}

#[derive(Serialize, Deserialize)]
struct FeePaidV1 {
    on: i32,
    amount: u32,
}

/// A name and what is said with it.
#[derive(Serialize, Deserialize)]
struct NamedV1 {
    name: String,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct LinkedV1 {
    on: i32,
    relation: u8,
    to: String,
}

/// The stored form of an event; `None` beyond the format's limits and for what `request` stores.
pub(super) fn parts(event: &Event) -> Option<Parts> {
    let (kind, clear, private) = match event {
        Event::ConsultSent(sent) => {
            let clear = DayCodeV1 { on: to_day(sent.on), code: sent.role.code()? };
            (CONSULT_SENT, to_bytes(&clear)?, named(&sent.party, &sent.text)?)
        }
        Event::Received { on, seq } => (RECEIVED, day_seq(*on, *seq)?, None),
        Event::ConsultAnswered(answered) => {
            let (on, sent, opinion) = (to_day(answered.on), answered.sent.0, answered.opinion.code()?);
            let clear = to_bytes(&ConsultAnsweredV1 { on, sent, opinion })?;
            (CONSULT_ANSWERED, clear, named(&answered.party, &answered.reasons)?)
        }
        Event::Assisted { on, organ, text } => (ASSISTED, to_bytes(&to_day(*on))?, named(organ, text)?),
        Event::ReasonsAsked { on, reply_by, text } => {
            let clear = OpenTermV1 { on: to_day(*on), last: reply_by.map(to_day) };
            (REASONS_ASKED, to_bytes(&clear)?, Some(to_bytes(text)?))
        }
        Event::ReasonsReceived { on, text } => {
            (REASONS_RECEIVED, to_bytes(&to_day(*on))?, Some(to_bytes(text)?))
        }
        Event::Deferred { on, until, reason } => (DEFERRED, term(*on, *until)?, Some(to_bytes(reason)?)),
        Event::FeeNotified(FeeNotified { on, by, count, amount }) => {
            let clear = FeeNotifiedV1 { on: to_day(*on), by: by.code()?, count: *count, amount: *amount };
            (FEE_NOTIFIED, to_bytes(&clear)?, None)
        }
        Event::FeePaid { on, amount } => {
            (FEE_PAID, to_bytes(&FeePaidV1 { on: to_day(*on), amount: *amount })?, None)
        }
        Event::FeeLapsed { on, last } => (FEE_LAPSED, term(*on, *last)?, None),
        Event::OverrideNotified { on, party, reason } => {
            (OVERRIDE_NOTIFIED, to_bytes(&to_day(*on))?, named(party, reason)?)
        }
        other => return inside_parts(other),
    };
    Some(Parts { kind, version: 1, clear, private })
}

/// Units, reviews, and what follows the answer.
fn inside_parts(event: &Event) -> Option<Parts> {
    let (kind, clear, private) = match event {
        Event::Assigned(Assigned { on, unit, reply_by }) => {
            let clear = OpenTermV1 { on: to_day(*on), last: reply_by.map(to_day) };
            (ASSIGNED, to_bytes(&clear)?, Some(to_bytes(unit)?))
        }
        Event::UnitAnswered(word) => (UNIT_ANSWERED, day_seq(word.on, word.assigned)?, unit_word(word)?),
        Event::UnitReturned(word) => (UNIT_RETURNED, day_seq(word.on, word.assigned)?, unit_word(word)?),
        Event::Chased(word) => (CHASED, day_seq(word.on, word.assigned)?, unit_word(word)?),
        Event::Reviewed(Reviewed { on, kind, by, text }) => {
            let clear = DayCodeV1 { on: to_day(*on), code: kind.code()? };
            (REVIEWED, to_bytes(&clear)?, named(by, text)?)
        }
        Event::Delivered { on } => (DELIVERED, to_bytes(&to_day(*on))?, None),
        Event::MailReturned { on, reason } => {
            (MAIL_RETURNED, to_bytes(&to_day(*on))?, Some(to_bytes(reason)?))
        }
        Event::AnswerWithdrawn { on, reason } => {
            (ANSWER_WITHDRAWN, to_bytes(&to_day(*on))?, Some(to_bytes(reason)?))
        }
        Event::ReanswerOrdered { on, by, order } => {
            (REANSWER_ORDERED, term(*on, *by)?, Some(to_bytes(order)?))
        }
        Event::Archived { on, file_no } => (ARCHIVED, to_bytes(&to_day(*on))?, Some(to_bytes(file_no)?)),
        Event::Linked { on, to, relation } => {
            let clear = LinkedV1 { on: to_day(*on), relation: relation.code()?, to: to.clone() };
            (LINKED, to_bytes(&clear)?, None)
        }
        other => return super::others::parts(other),
    };
    Some(Parts { kind, version: 1, clear, private })
}

fn day_seq(on: Date, seq: Seq) -> Option<Vec<u8>> {
    to_bytes(&DaySeqV1 { on: to_day(on), seq: seq.0 })
}

fn term(on: Date, last: Date) -> Option<Vec<u8>> {
    to_bytes(&TermV1 { on: to_day(on), last: to_day(last) })
}

/// `Some(Some(bytes))`: the private part.
fn named(name: &str, text: &str) -> Option<Option<Vec<u8>>> {
    to_bytes(&NamedV1 { name: name.to_owned(), text: text.to_owned() }).map(Some)
}

fn unit_word(word: &UnitWord) -> Option<Option<Vec<u8>>> {
    named(&word.unit, &word.text)
}

/// The event of a stored body.
pub(super) fn event(body: &Body) -> Result<Event, DecodeError> {
    let bad = || body.malformed();
    let day = |number: i32| from_day(number).ok_or_else(bad);
    let one_day = || body.clear::<i32>().and_then(day);
    Ok(match body.head.kind {
        CONSULT_SENT => {
            let (DayCodeV1 { on, code }, NamedV1 { name, text }) = (body.clear()?, body.private()?);
            let role = Code::from_code(code).ok_or_else(bad)?;
            Event::ConsultSent(ConsultSent { on: day(on)?, party: name, role, text })
        }
        RECEIVED => {
            let DaySeqV1 { on, seq } = body.clear()?;
            Event::Received { on: day(on)?, seq: Seq(seq) }
        }
        CONSULT_ANSWERED => {
            let ConsultAnsweredV1 { on, sent, opinion } = body.clear()?;
            let NamedV1 { name: party, text: reasons } = body.private()?;
            let (on, opinion) = (day(on)?, Code::from_code(opinion).ok_or_else(bad)?);
            Event::ConsultAnswered(ConsultAnswered { on, sent: Seq(sent), party, opinion, reasons })
        }
        ASSISTED => {
            let NamedV1 { name: organ, text } = body.private()?;
            Event::Assisted { on: one_day()?, organ, text }
        }
        REASONS_ASKED => {
            let OpenTermV1 { on, last } = body.clear()?;
            let reply_by = last.map(day).transpose()?;
            Event::ReasonsAsked { on: day(on)?, reply_by, text: body.private()? }
        }
        REASONS_RECEIVED => Event::ReasonsReceived { on: one_day()?, text: body.private()? },
        DEFERRED => {
            let TermV1 { on, last } = body.clear()?;
            Event::Deferred { on: day(on)?, until: day(last)?, reason: body.private()? }
        }
        FEE_NOTIFIED => {
            let FeeNotifiedV1 { on, by, count, amount } = body.clear()?;
            let by = Code::from_code(by).ok_or_else(bad)?;
            Event::FeeNotified(FeeNotified { on: day(on)?, by, count, amount })
        }
        FEE_PAID => {
            let FeePaidV1 { on, amount } = body.clear()?;
            Event::FeePaid { on: day(on)?, amount }
        }
        FEE_LAPSED => {
            let TermV1 { on, last } = body.clear()?;
            Event::FeeLapsed { on: day(on)?, last: day(last)? }
        }
        OVERRIDE_NOTIFIED => {
            let NamedV1 { name: party, text: reason } = body.private()?;
            Event::OverrideNotified { on: one_day()?, party, reason }
        }
        _ => return inside_event(body),
    })
}

fn inside_event(body: &Body) -> Result<Event, DecodeError> {
    let bad = || body.malformed();
    let day = |number: i32| from_day(number).ok_or_else(bad);
    let one_day = || body.clear::<i32>().and_then(day);
    Ok(match body.head.kind {
        ASSIGNED => {
            let OpenTermV1 { on, last } = body.clear()?;
            let reply_by = last.map(day).transpose()?;
            Event::Assigned(Assigned { on: day(on)?, unit: body.private()?, reply_by })
        }
        UNIT_ANSWERED => Event::UnitAnswered(read_unit_word(body)?),
        UNIT_RETURNED => Event::UnitReturned(read_unit_word(body)?),
        CHASED => Event::Chased(read_unit_word(body)?),
        REVIEWED => {
            let (DayCodeV1 { on, code }, NamedV1 { name, text }) = (body.clear()?, body.private()?);
            let kind = Code::from_code(code).ok_or_else(bad)?;
            Event::Reviewed(Reviewed { on: day(on)?, kind, by: name, text })
        }
        DELIVERED => Event::Delivered { on: one_day()? },
        MAIL_RETURNED => Event::MailReturned { on: one_day()?, reason: body.private()? },
        ANSWER_WITHDRAWN => Event::AnswerWithdrawn { on: one_day()?, reason: body.private()? },
        REANSWER_ORDERED => {
            let TermV1 { on, last } = body.clear()?;
            Event::ReanswerOrdered { on: day(on)?, by: day(last)?, order: body.private()? }
        }
        ARCHIVED => Event::Archived { on: one_day()?, file_no: body.private()? },
        LINKED => {
            let LinkedV1 { on, relation, to } = body.clear()?;
            let relation = Code::from_code(relation).ok_or_else(bad)?;
            Event::Linked { on: day(on)?, to, relation }
        }
        _ => return super::others::event(body),
    })
}

fn read_unit_word(body: &Body) -> Result<UnitWord, DecodeError> {
    let (DaySeqV1 { on, seq }, NamedV1 { name, text }) = (body.clear()?, body.private()?);
    let on = from_day(on).ok_or_else(|| body.malformed())?;
    Ok(UnitWord { on, assigned: Seq(seq), unit: name, text })
}
