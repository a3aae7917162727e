//! Events between requests, the row of a case of several items, the erasing of a case, and who handles it,
//! as they are stored: kinds from 50.

use serde::{Deserialize, Serialize};

use super::codes::Code;
use super::{Body, DecodeError, Parts, to_bytes};
use crate::calendar::{from_day, to_day};
use crate::law::Article;
use crate::request::{ClerkId, Erased, Event, HandedOver, ItemsSplit, Joined, Outcome, RowOverruled};

const ITEMS_SPLIT: u16 = 50;
const JOINED: u16 = 51;
const ROW_OVERRULED: u16 = 52;
/// Its private part is under the office key: that of the case is gone.
pub(super) const ERASED: u16 = 53;
const HANDED_OVER: u16 = 54;

#[derive(Serialize, Deserialize)]
struct ItemsSplitV1 {
    on: i32,
    items: Vec<u16>,
    into: String,
}

#[derive(Serialize, Deserialize)]
struct JoinedV1 {
    on: i32,
    to: String,
}

#[derive(Serialize, Deserialize)]
struct RowOverruledV1 {
    on: i32,
    row: u8,
    kind: Option<u8>,
    grounds: Vec<(u8, u8, u8)>,
}

#[derive(Serialize, Deserialize)]
struct ErasedV1 {
    on: i32,
    items: u16,
}

#[derive(Serialize, Deserialize)]
struct HandedOverV1 {
    on: i32,
    to: u32,
}

#[derive(Serialize, Deserialize)]
struct HandedOverPrivateV1 {
    name: String,
    reason: String,
}

/// The stored form of an event; `None` beyond the format's limits and for what other files store.
pub(super) fn parts(event: &Event) -> Option<Parts> {
    let (kind, clear, private) = match event {
        Event::ItemsSplit(split) => {
            let clear =
                ItemsSplitV1 { on: to_day(split.on), items: split.items.clone(), into: split.into.clone() };
            (ITEMS_SPLIT, to_bytes(&clear)?, None)
        }
        Event::Joined(joined) => {
            let clear = JoinedV1 { on: to_day(joined.on), to: joined.to.clone() };
            (JOINED, to_bytes(&clear)?, Some(to_bytes(&joined.reason)?))
        }
        Event::RowOverruled(overruled) => {
            let Outcome { row, kind, grounds } = &overruled.outcome;
            let kind = match kind {
                Some(kind) => Some(kind.code()?),
                None => None,
            };
            let grounds =
                grounds.iter().map(|ground| (ground.number, ground.paragraph, ground.item)).collect();
            let clear = RowOverruledV1 { on: to_day(overruled.on), row: row.code()?, kind, grounds };
            (ROW_OVERRULED, to_bytes(&clear)?, Some(to_bytes(&overruled.reason)?))
        }
        Event::Erased(Erased { on, items, reason }) => {
            let clear = ErasedV1 { on: to_day(*on), items: *items };
            (ERASED, to_bytes(&clear)?, Some(to_bytes(reason)?))
        }
        Event::HandedOver(HandedOver { on, to, name, reason }) => {
            let clear = HandedOverV1 { on: to_day(*on), to: to.0 };
            let private = HandedOverPrivateV1 { name: name.clone(), reason: reason.clone() };
            (HANDED_OVER, to_bytes(&clear)?, Some(to_bytes(&private)?))
        }
        _ => return None,
    };
    Some(Parts { kind, version: 1, clear, private })
}

/// The event of a stored body.
pub(super) fn event(body: &Body) -> Result<Event, DecodeError> {
    let bad = || body.malformed();
    let day = |number: i32| from_day(number).ok_or_else(bad);
    Ok(match body.head.kind {
        ITEMS_SPLIT => {
            let ItemsSplitV1 { on, items, into } = body.clear()?;
            Event::ItemsSplit(ItemsSplit { on: day(on)?, items, into })
        }
        JOINED => {
            let JoinedV1 { on, to } = body.clear()?;
            Event::Joined(Joined { on: day(on)?, to, reason: body.private()? })
        }
        ROW_OVERRULED => {
            let RowOverruledV1 { on, row, kind, grounds } = body.clear()?;
            let kind = kind.map(|code| Code::from_code(code).ok_or_else(bad)).transpose()?;
            let grounds = grounds.into_iter();
            let outcome = Outcome {
                row: Code::from_code(row).ok_or_else(bad)?,
                kind,
                grounds: grounds
                    .map(|(number, paragraph, item)| Article { number, paragraph, item })
                    .collect(),
            };
            Event::RowOverruled(Box::new(RowOverruled { on: day(on)?, outcome, reason: body.private()? }))
        }
        ERASED => {
            let ErasedV1 { on, items } = body.clear()?;
            Event::Erased(Erased { on: day(on)?, items, reason: body.private()? })
        }
        HANDED_OVER => {
            let HandedOverV1 { on, to } = body.clear()?;
            let HandedOverPrivateV1 { name, reason } = body.private()?;
            Event::HandedOver(HandedOver { on: day(on)?, to: ClerkId(to), name, reason })
        }
        _ => return Err(body.newer()),
    })
}
