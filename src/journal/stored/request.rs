//! Events of a request as they are stored: kinds from 16.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::codes::Code;
use super::{Body, DecodeError, Parts, to_bytes};
use crate::calendar::{from_day, to_day};
use crate::law::Article;
use crate::request::{
    Amended, Decided, Event, Extended, Noted, OrganId, Outcome, Particulars, Registered, RequestNo, Seq,
    Served, SupplementAsked,
};

/// Kinds below are the office's.
pub(super) const FIRST_KIND: u16 = 16;

const REGISTERED: u16 = 16;
const AMENDED: u16 = 17;
const CONFIRMED: u16 = 18;
const SUPPLEMENT_ASKED: u16 = 19;
const SUPPLEMENT_RECEIVED: u16 = 20;
const SUPPLEMENT_LAPSED: u16 = 21;
const EXTENDED: u16 = 22;
const DECIDED: u16 = 23;
const SERVED: u16 = 24;
const WITHDRAWN: u16 = 25;
const NOTED: u16 = 26;
const REVOKED: u16 = 27;

#[derive(Serialize, Deserialize)]
struct RegisteredV1 {
    no: String,
    serial: Option<(i16, u32)>,
    organ: u16,
    kind: u8,
    channel: u8,
    submitted_on: Option<i32>,
    confirmed_on: Option<i32>,
    received_on: Option<i32>,
    baseline: bool,
    basis: u8,
}

#[derive(Serialize, Deserialize)]
struct ParticularsV1 {
    applicant: String,
    id_number: String,
    contact: String,
    title: String,
    content: String,
    items: Vec<String>,
    form_of_supply: String,
    platform_no: String,
    unit: String,
}

#[derive(Serialize, Deserialize)]
struct AmendedV1 {
    kind: Option<u8>,
    channel: Option<u8>,
    submitted_on: Option<i32>,
    confirmed_on: Option<i32>,
    received_on: Option<i32>,
}

#[derive(Serialize, Deserialize)]
struct AmendedPrivateV1 {
    particulars: Option<ParticularsV1>,
    reason: String,
}

#[derive(Serialize, Deserialize)]
struct SupplementAskedV1 {
    on: i32,
    reply_by: Option<i32>,
}

#[derive(Serialize, Deserialize)]
struct ExtendedV1 {
    on: i32,
    days: u16,
}

#[derive(Serialize, Deserialize)]
struct ExtendedPrivateV1 {
    approved_by: String,
    reason: String,
}

#[derive(Serialize, Deserialize)]
struct DecidedV1 {
    on: i32,
    item: Option<u16>,
    row: u8,
    kind: Option<u8>,
    grounds: Vec<(u8, u8, u8)>,
    letter_no: String,
}

#[derive(Serialize, Deserialize)]
struct DecidedPrivateV1 {
    facts: String,
    override_reason: String,
}

/// A day and a stored number: of a way of service, of a sort of note.
#[derive(Serialize, Deserialize)]
struct DayCodeV1 {
    on: i32,
    code: u8,
}

/// The stored form of an event; `None` beyond the format's limits.
pub(super) fn parts(event: &Event) -> Option<Parts> {
    let (kind, clear, private) = match event {
        Event::Registered(registered) => (
            REGISTERED,
            to_bytes(&RegisteredV1::of(registered)?)?,
            Some(to_bytes(&ParticularsV1::of(&registered.particulars))?),
        ),
        Event::Amended(amended) => {
            let (clear, private) = amended_parts(amended)?;
            (AMENDED, clear, Some(private))
        }
        Event::Confirmed { on } => (CONFIRMED, to_bytes(&to_day(*on))?, None),
        Event::SupplementAsked(asked) => {
            let clear = SupplementAskedV1 { on: to_day(asked.on), reply_by: asked.reply_by.map(to_day) };
            (SUPPLEMENT_ASKED, to_bytes(&clear)?, Some(to_bytes(&asked.points)?))
        }
        Event::SupplementReceived { on, text } => {
            (SUPPLEMENT_RECEIVED, to_bytes(&to_day(*on))?, Some(to_bytes(text)?))
        }
        Event::SupplementLapsed { on } => (SUPPLEMENT_LAPSED, to_bytes(&to_day(*on))?, None),
        Event::Extended(extended) => {
            let clear = ExtendedV1 { on: to_day(extended.on), days: extended.days };
            let private = ExtendedPrivateV1 {
                approved_by: extended.approved_by.clone(),
                reason: extended.reason.clone(),
            };
            (EXTENDED, to_bytes(&clear)?, Some(to_bytes(&private)?))
        }
        Event::Decided(decided) => {
            let private = DecidedPrivateV1 {
                facts: decided.facts.clone(),
                override_reason: decided.override_reason.clone(),
            };
            (DECIDED, to_bytes(&DecidedV1::of(decided)?)?, Some(to_bytes(&private)?))
        }
        Event::Served(served) => {
            let clear = DayCodeV1 { on: to_day(served.on), code: served.way.code()? };
            (SERVED, to_bytes(&clear)?, Some(to_bytes(&served.proof)?))
        }
        Event::Withdrawn { on, reason } => (WITHDRAWN, to_bytes(&to_day(*on))?, Some(to_bytes(reason)?)),
        Event::Noted(noted) => {
            let clear = DayCodeV1 { on: to_day(noted.on), code: noted.kind.code()? };
            (NOTED, to_bytes(&clear)?, Some(to_bytes(&noted.text)?))
        }
        Event::Revoked { seq, reason } => (REVOKED, to_bytes(&seq.0)?, Some(to_bytes(reason)?)),
        other => return super::procedure::parts(other),
    };
    Some(Parts { kind, version: 1, clear, private })
}

/// The event of a stored body.
pub(super) fn event(body: &Body) -> Result<Event, DecodeError> {
    if body.head.version != 1 {
        return Err(body.newer());
    }
    let bad = || body.malformed();
    let day = |number: i32| from_day(number).ok_or_else(bad);
    Ok(match body.head.kind {
        REGISTERED => {
            let private: ParticularsV1 = body.private()?;
            let registered = body.clear::<RegisteredV1>()?.event(private.event()).ok_or_else(bad)?;
            Event::Registered(Box::new(registered))
        }
        AMENDED => {
            let private: AmendedPrivateV1 = body.private()?;
            Event::Amended(Box::new(body.clear::<AmendedV1>()?.event(private).ok_or_else(bad)?))
        }
        CONFIRMED => Event::Confirmed { on: day(body.clear()?)? },
        SUPPLEMENT_ASKED => {
            let SupplementAskedV1 { on, reply_by } = body.clear()?;
            let reply_by = reply_by.map(day).transpose()?;
            Event::SupplementAsked(SupplementAsked { on: day(on)?, points: body.private()?, reply_by })
        }
        SUPPLEMENT_RECEIVED => Event::SupplementReceived { on: day(body.clear()?)?, text: body.private()? },
        SUPPLEMENT_LAPSED => Event::SupplementLapsed { on: day(body.clear()?)? },
        EXTENDED => {
            let (ExtendedV1 { on, days }, ExtendedPrivateV1 { approved_by, reason }) =
                (body.clear()?, body.private()?);
            Event::Extended(Extended { on: day(on)?, days, approved_by, reason })
        }
        DECIDED => {
            let private: DecidedPrivateV1 = body.private()?;
            Event::Decided(Box::new(body.clear::<DecidedV1>()?.event(private).ok_or_else(bad)?))
        }
        SERVED => {
            let DayCodeV1 { on, code } = body.clear()?;
            let way = Code::from_code(code).ok_or_else(bad)?;
            Event::Served(Served { on: day(on)?, way, proof: body.private()? })
        }
        WITHDRAWN => Event::Withdrawn { on: day(body.clear()?)?, reason: body.private()? },
        NOTED => {
            let DayCodeV1 { on, code } = body.clear()?;
            let kind = Code::from_code(code).ok_or_else(bad)?;
            Event::Noted(Noted { on: day(on)?, kind, text: body.private()? })
        }
        REVOKED => Event::Revoked { seq: Seq(body.clear()?), reason: body.private()? },
        _ => return super::procedure::event(body),
    })
}

impl RegisteredV1 {
    fn of(event: &Registered) -> Option<Self> {
        Some(Self {
            no: event.no.text.clone(),
            serial: event.no.serial,
            organ: event.organ.0,
            kind: event.kind.code()?,
            channel: event.channel.code()?,
            submitted_on: event.submitted_on.map(to_day),
            confirmed_on: event.confirmed_on.map(to_day),
            received_on: event.received_on.map(to_day),
            baseline: event.baseline,
            basis: event.basis.code()?,
        })
    }

    fn event(self, particulars: Particulars) -> Option<Registered> {
        Some(Registered {
            no: RequestNo { text: self.no, serial: self.serial },
            organ: OrganId(self.organ),
            kind: Code::from_code(self.kind)?,
            channel: Code::from_code(self.channel)?,
            submitted_on: optional_day(self.submitted_on)?,
            confirmed_on: optional_day(self.confirmed_on)?,
            received_on: optional_day(self.received_on)?,
            baseline: self.baseline,
            basis: Code::from_code(self.basis)?,
            particulars,
        })
    }
}

impl ParticularsV1 {
    fn of(event: &Particulars) -> Self {
        let Particulars {
            applicant,
            id_number,
            contact,
            title,
            content,
            items,
            form_of_supply,
            platform_no,
            unit,
        } = event.clone();
        Self { applicant, id_number, contact, title, content, items, form_of_supply, platform_no, unit }
    }

    fn event(self) -> Particulars {
        let Self { applicant, id_number, contact, title, content, items, form_of_supply, platform_no, unit } =
            self;
        Particulars {
            applicant,
            id_number,
            contact,
            title,
            content,
            items,
            form_of_supply,
            platform_no,
            unit,
        }
    }
}

fn amended_parts(event: &Amended) -> Option<(Vec<u8>, Vec<u8>)> {
    let clear = AmendedV1 {
        kind: optional_code(event.kind)?,
        channel: optional_code(event.channel)?,
        submitted_on: event.submitted_on.map(to_day),
        confirmed_on: event.confirmed_on.map(to_day),
        received_on: event.received_on.map(to_day),
    };
    let private = AmendedPrivateV1 {
        particulars: event.particulars.as_ref().map(ParticularsV1::of),
        reason: event.reason.clone(),
    };
    Some((to_bytes(&clear)?, to_bytes(&private)?))
}

impl AmendedV1 {
    fn event(self, private: AmendedPrivateV1) -> Option<Amended> {
        Some(Amended {
            kind: optional_from(self.kind)?,
            channel: optional_from(self.channel)?,
            submitted_on: optional_day(self.submitted_on)?,
            confirmed_on: optional_day(self.confirmed_on)?,
            received_on: optional_day(self.received_on)?,
            particulars: private.particulars.map(ParticularsV1::event),
            reason: private.reason,
        })
    }
}

impl DecidedV1 {
    fn of(event: &Decided) -> Option<Self> {
        let grounds = event.outcome.grounds.iter();
        Some(Self {
            on: to_day(event.on),
            item: event.item,
            row: event.outcome.row.code()?,
            kind: optional_code(event.outcome.kind)?,
            grounds: grounds.map(|ground| (ground.number, ground.paragraph, ground.item)).collect(),
            letter_no: event.letter_no.clone(),
        })
    }

    fn event(self, private: DecidedPrivateV1) -> Option<Decided> {
        let grounds = self.grounds.into_iter();
        let outcome = Outcome {
            row: Code::from_code(self.row)?,
            kind: optional_from(self.kind)?,
            grounds: grounds.map(|(number, paragraph, item)| Article { number, paragraph, item }).collect(),
        };
        Some(Decided {
            on: from_day(self.on)?,
            item: self.item,
            outcome,
            facts: private.facts,
            letter_no: self.letter_no,
            override_reason: private.override_reason,
        })
    }
}

/// `Some(None)` where there is no value, `None` where the value has no number.
fn optional_code<T: Code>(value: Option<T>) -> Option<Option<u8>> {
    value.map_or(Some(None), |value| value.code().map(Some))
}

fn optional_from<T: Code>(code: Option<u8>) -> Option<Option<T>> {
    code.map_or(Some(None), |code| T::from_code(code).map(Some))
}

fn optional_day(day: Option<i32>) -> Option<Option<Date>> {
    day.map_or(Some(None), |day| from_day(day).map(Some))
}
