//! Events of the office as they are stored: kinds 1 to 15.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Body, DecodeError, Parts, codes, to_bytes};
use crate::calendar::{YearDays, from_day, to_day};
use crate::office::OfficeEvent;
use crate::request::{ClerkId, OrganId, Setting};

const FOUNDED: u16 = 1;
const ORGAN_ADDED: u16 = 2;
const CLERK_ADMITTED: u16 = 3;
const CALENDAR_SET: u16 = 4;
const SETTING_CHANGED: u16 = 5;

#[derive(Serialize, Deserialize)]
struct FoundedV1 {
    practice: bool,
}

#[derive(Serialize, Deserialize)]
struct OrganAddedV1 {
    id: u16,
    name: String,
    prefix: String,
}

#[derive(Serialize, Deserialize)]
struct ClerkAdmittedV1 {
    id: u32,
    uid: u32,
}

#[derive(Serialize, Deserialize)]
struct CalendarSetV1 {
    year: i16,
    off: Vec<i32>,
    work: Vec<i32>,
}

#[derive(Serialize, Deserialize)]
struct SettingChangedV1 {
    setting: u16,
    value: i64,
}

/// The stored form of an event.
pub(super) fn parts(event: &OfficeEvent) -> Option<Parts> {
    let clear = |kind, clear| Some(Parts { kind, version: 1, clear, private: None });
    match event {
        OfficeEvent::Founded { practice } => clear(FOUNDED, to_bytes(&FoundedV1 { practice: *practice })?),
        OfficeEvent::OrganAdded { id, name, prefix } => clear(
            ORGAN_ADDED,
            to_bytes(&OrganAddedV1 { id: id.0, name: name.clone(), prefix: prefix.clone() })?,
        ),
        OfficeEvent::ClerkAdmitted { id, uid, name } => Some(Parts {
            kind: CLERK_ADMITTED,
            version: 1,
            clear: to_bytes(&ClerkAdmittedV1 { id: id.0, uid: *uid })?,
            private: Some(to_bytes(name)?),
        }),
        OfficeEvent::CalendarSet { year, days } => {
            let numbers = |days: &[Date]| days.iter().copied().map(to_day).collect();
            let stored = CalendarSetV1 { year: *year, off: numbers(&days.off), work: numbers(&days.work) };
            clear(CALENDAR_SET, to_bytes(&stored)?)
        }
        OfficeEvent::SettingChanged(setting) => {
            let (setting, value) = codes::setting(*setting)?;
            clear(SETTING_CHANGED, to_bytes(&SettingChangedV1 { setting, value })?)
        }
    }
}

/// The event of a stored body.
pub(super) fn event(body: &Body) -> Result<OfficeEvent, DecodeError> {
    match (body.head.kind, body.head.version) {
        (FOUNDED, 1) => {
            let FoundedV1 { practice } = body.clear()?;
            Ok(OfficeEvent::Founded { practice })
        }
        (ORGAN_ADDED, 1) => {
            let OrganAddedV1 { id, name, prefix } = body.clear()?;
            Ok(OfficeEvent::OrganAdded { id: OrganId(id), name, prefix })
        }
        (CLERK_ADMITTED, 1) => {
            let ClerkAdmittedV1 { id, uid } = body.clear()?;
            Ok(OfficeEvent::ClerkAdmitted { id: ClerkId(id), uid, name: body.private()? })
        }
        (CALENDAR_SET, 1) => {
            let CalendarSetV1 { year, off, work } = body.clear()?;
            let days =
                |numbers: Vec<i32>| -> Option<Vec<Date>> { numbers.into_iter().map(from_day).collect() };
            let days = days(off).zip(days(work)).map(|(off, work)| YearDays { off, work });
            Ok(OfficeEvent::CalendarSet { year, days: days.ok_or_else(|| body.malformed())? })
        }
        (SETTING_CHANGED, 1) => {
            let SettingChangedV1 { setting, value } = body.clear()?;
            let setting: Setting = codes::setting_of(setting, value).ok_or_else(|| body.newer())?;
            Ok(OfficeEvent::SettingChanged(setting))
        }
        _ => Err(body.newer()),
    }
}
