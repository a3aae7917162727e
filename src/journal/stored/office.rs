//! Events of the office as they are stored: kinds 1 to 15.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Body, DecodeError, Parts, codes, to_bytes};
use crate::calendar::{YearDays, from_day, to_day};
use crate::office::{
    OfficeEvent, Publication, ReportEvent, ReportOf, Restoration, Roles, StandIn, TextPlace,
};
use crate::request::{ClerkId, OrganId, Seq, Setting};

const FOUNDED: u16 = 1;
const ORGAN_ADDED: u16 = 2;
const CLERK_ADMITTED: u16 = 3;
const CALENDAR_SET: u16 = 4;
const SETTING_CHANGED: u16 = 5;
const REPORT_TEXT_SET: u16 = 6;
const REPORT_PUBLISHED: u16 = 7;
const REPORT_STATED: u16 = 8;
const REPORT_TEXT_LEFT_OUT: u16 = 9;
const RESTORED: u16 = 10;
const CLERK_SET: u16 = 11;
const STAND_IN_SET: u16 = 12;
const STAND_IN_ENDED: u16 = 13;
const CLERK_UNITS: u16 = 14;

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
struct ClerkSetV1 {
    id: u32,
    uid: u32,
    roles: u16,
    is_here: bool,
}

#[derive(Serialize, Deserialize)]
struct StandInSetV1 {
    of: u32,
    by: u32,
    from: i32,
    until: Option<i32>,
}

#[derive(Serialize, Deserialize)]
struct StandInEndedV1 {
    of: u32,
    by: u32,
}

#[derive(Serialize, Deserialize)]
struct ClerkUnitsV1 {
    id: u32,
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

#[derive(Serialize, Deserialize)]
struct RestoredV1 {
    seq: u64,
    seal: [u8; 32],
    made_at: i64,
}

/// Which report; all organs together are 0.
#[derive(Serialize, Deserialize)]
struct ReportOfV1 {
    organ: u16,
    year: i16,
}

#[derive(Serialize, Deserialize)]
struct ReportTextV1 {
    of: ReportOfV1,
    place: String,
}

#[derive(Serialize, Deserialize)]
struct PublicationV1 {
    of: ReportOfV1,
    on: Option<i32>,
    url: String,
    json: String,
}

#[derive(Serialize, Deserialize)]
struct PublicationPrivateV1 {
    signed_by: String,
    reason: String,
}

impl ReportOfV1 {
    fn of(of: ReportOf) -> Self {
        Self { organ: of.organ.map_or(0, |organ| organ.0), year: of.year }
    }

    fn report(&self) -> ReportOf {
        let organ = Some(self.organ).filter(|organ| *organ > 0).map(OrganId);
        ReportOf { organ, year: self.year }
    }
}

fn report_parts(of: ReportOf, event: &ReportEvent) -> Option<Parts> {
    let of = ReportOfV1::of(of);
    let (kind, publication) = match event {
        ReportEvent::TextSet { place, text } => {
            let clear = ReportTextV1 { of, place: place.key().to_owned() };
            let (clear, private) = (to_bytes(&clear)?, Some(to_bytes(text)?));
            return Some(Parts { kind: REPORT_TEXT_SET, version: 1, clear, private });
        }
        ReportEvent::TextLeftOut { place } => {
            let clear = to_bytes(&ReportTextV1 { of, place: place.key().to_owned() })?;
            return Some(Parts { kind: REPORT_TEXT_LEFT_OUT, version: 1, clear, private: None });
        }
        ReportEvent::Published(publication) => (REPORT_PUBLISHED, publication),
        ReportEvent::Stated(publication) => (REPORT_STATED, publication),
    };
    let Publication { on, url, signed_by, reason, json } = publication.as_ref().clone();
    let clear = to_bytes(&PublicationV1 { of, on: on.map(to_day), url, json })?;
    let private = Some(to_bytes(&PublicationPrivateV1 { signed_by, reason })?);
    Some(Parts { kind, version: 1, clear, private })
}

/// The report and the place that words belong to.
fn text_place(body: &Body) -> Result<(ReportOf, TextPlace), DecodeError> {
    let ReportTextV1 { of, place } = body.clear()?;
    // A place of a newer program.
    let place = TextPlace::of_key(&place).ok_or_else(|| body.newer())?;
    Ok((of.report(), place))
}

fn publication(body: &Body) -> Result<(ReportOf, Publication), DecodeError> {
    let PublicationV1 { of, on, url, json } = body.clear()?;
    let PublicationPrivateV1 { signed_by, reason } = body.private()?;
    let on = on.map(|day| from_day(day).ok_or_else(|| body.malformed())).transpose()?;
    Ok((of.report(), Publication { on, url, signed_by, reason, json }))
}

fn stand_in(body: &Body) -> Result<StandIn, DecodeError> {
    let StandInSetV1 { of, by, from, until } = body.clear()?;
    let day = |day| from_day(day).ok_or_else(|| body.malformed());
    let until = until.map(day).transpose()?;
    Ok(StandIn { of: ClerkId(of), by: ClerkId(by), from: day(from)?, until })
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
        OfficeEvent::ClerkSet { id, uid, name, roles, is_here } => Some(Parts {
            kind: CLERK_SET,
            version: 1,
            clear: to_bytes(&ClerkSetV1 { id: id.0, uid: *uid, roles: roles.bits(), is_here: *is_here })?,
            private: Some(to_bytes(name)?),
        }),
        OfficeEvent::StandInSet(StandIn { of, by, from, until }) => {
            let (from, until) = (to_day(*from), until.map(to_day));
            clear(STAND_IN_SET, to_bytes(&StandInSetV1 { of: of.0, by: by.0, from, until })?)
        }
        OfficeEvent::StandInEnded { of, by } => {
            clear(STAND_IN_ENDED, to_bytes(&StandInEndedV1 { of: of.0, by: by.0 })?)
        }
        OfficeEvent::ClerkUnits { id, units } => Some(Parts {
            kind: CLERK_UNITS,
            version: 1,
            clear: to_bytes(&ClerkUnitsV1 { id: id.0 })?,
            private: Some(to_bytes(units)?),
        }),
        OfficeEvent::CalendarSet { year, days } => {
            let numbers = |days: &[Date]| days.iter().copied().map(to_day).collect();
            let stored = CalendarSetV1 { year: *year, off: numbers(&days.off), work: numbers(&days.work) };
            clear(CALENDAR_SET, to_bytes(&stored)?)
        }
        OfficeEvent::Report(of, event) => report_parts(*of, event),
        OfficeEvent::SettingChanged(setting) => {
            let (setting, value) = codes::setting(*setting)?;
            clear(SETTING_CHANGED, to_bytes(&SettingChangedV1 { setting, value })?)
        }
        OfficeEvent::Restored(Restoration { seq, seal, made_at }) => {
            let stored = RestoredV1 { seq: seq.0, seal: *seal, made_at: *made_at };
            clear(RESTORED, to_bytes(&stored)?)
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
        (CLERK_SET, 1) => {
            let ClerkSetV1 { id, uid, roles, is_here } = body.clear()?;
            let roles = Roles::from_bits(roles).ok_or_else(|| body.newer())?;
            Ok(OfficeEvent::ClerkSet { id: ClerkId(id), uid, name: body.private()?, roles, is_here })
        }
        (STAND_IN_SET, 1) => stand_in(body).map(OfficeEvent::StandInSet),
        (STAND_IN_ENDED, 1) => {
            let StandInEndedV1 { of, by } = body.clear()?;
            Ok(OfficeEvent::StandInEnded { of: ClerkId(of), by: ClerkId(by) })
        }
        (CLERK_UNITS, 1) => {
            let ClerkUnitsV1 { id } = body.clear()?;
            Ok(OfficeEvent::ClerkUnits { id: ClerkId(id), units: body.private()? })
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
        (RESTORED, 1) => {
            let RestoredV1 { seq, seal, made_at } = body.clear()?;
            Ok(OfficeEvent::Restored(Restoration { seq: Seq(seq), seal, made_at }))
        }
        (REPORT_TEXT_SET, 1) => {
            let (of, place) = text_place(body)?;
            Ok(OfficeEvent::Report(of, ReportEvent::TextSet { place, text: body.private()? }))
        }
        (REPORT_TEXT_LEFT_OUT, 1) => {
            let (of, place) = text_place(body)?;
            Ok(OfficeEvent::Report(of, ReportEvent::TextLeftOut { place }))
        }
        (REPORT_PUBLISHED, 1) => {
            let (of, publication) = publication(body)?;
            Ok(OfficeEvent::Report(of, ReportEvent::Published(Box::new(publication))))
        }
        (REPORT_STATED, 1) => {
            let (of, publication) = publication(body)?;
            Ok(OfficeEvent::Report(of, ReportEvent::Stated(Box::new(publication))))
        }
        _ => Err(body.newer()),
    }
}
