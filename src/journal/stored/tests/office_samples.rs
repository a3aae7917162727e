//! One event of the office of every kind, and any event of its.

use jiff::civil::date;
use proptest::prelude::*;

use super::super::Fact;
use super::samples::{DAY, day, maybe_day, one_of};
use crate::calendar::YearDays;
use crate::office::{
    OfficeEvent, Publication, ReportEvent, ReportOf, Restoration, Role, Roles, StandIn, TextPlace,
};
use crate::request::{ClerkId, Excluded, HandInDay, OrganId, Seq, Setting};

fn publication() -> Publication {
    Publication {
        on: Some(DAY),
        url: "http://example.invalid/1".into(),
        signed_by: "王主任".into(),
        reason: "更正理由".into(),
        json: "{}".into(),
    }
}

/// 0, 1, … 31
fn seal() -> [u8; 32] {
    std::array::from_fn(|at| u8::try_from(at).unwrap())
}

pub(super) fn office_facts() -> Vec<Fact> {
    let days = YearDays { off: vec![date(2026, 1, 1)], work: vec![date(2026, 1, 4)] };
    let events = [
        OfficeEvent::Founded { practice: true },
        OfficeEvent::OrganAdded {
            id: OrganId(1), name: "北关区人民政府".into(), prefix: "北公开".into()
        },
        OfficeEvent::ClerkAdmitted { id: ClerkId(1), uid: 1000, name: "张敏".into() },
        OfficeEvent::CalendarSet { year: 2026, days },
        OfficeEvent::SettingChanged(Setting::Excluded(Excluded::Fewest)),
        OfficeEvent::SettingChanged(Setting::AssistStops(true)),
        OfficeEvent::SettingChanged(Setting::UnitDays(7)),
        OfficeEvent::SettingChanged(Setting::CopyDays(0)),
        OfficeEvent::SettingChanged(Setting::DisputesAgain(false)),
        OfficeEvent::SettingChanged(Setting::MakesRules(Some(false))),
        OfficeEvent::SettingChanged(Setting::HasCharges(None)),
        OfficeEvent::SettingChanged(Setting::HandIn(HandInDay::new(1, 15))),
        OfficeEvent::Report(
            ReportOf { organ: None, year: 2025 },
            ReportEvent::TextSet { place: TextPlace::Problems, text: "测试内容".into() },
        ),
        OfficeEvent::Report(
            ReportOf { organ: Some(OrganId(2)), year: 2025 },
            ReportEvent::Published(Box::new(publication())),
        ),
        OfficeEvent::Report(
            ReportOf { organ: None, year: 2024 },
            ReportEvent::Stated(Box::new(Publication { json: "{}".into(), ..Publication::default() })),
        ),
        OfficeEvent::Report(
            ReportOf { organ: None, year: 2025 },
            ReportEvent::TextLeftOut { place: TextPlace::Preface },
        ),
        OfficeEvent::Restored(Restoration { seq: Seq(41), seal: seal(), made_at: 1_793_500_800_000 }),
        OfficeEvent::ClerkSet {
            id: ClerkId(2),
            uid: 1001,
            name: "李强".into(),
            roles: Roles::of([Role::Handler, Role::Leader]),
            is_here: true,
        },
        OfficeEvent::SettingChanged(Setting::FourEyes(true)),
        OfficeEvent::StandInSet(StandIn {
            of: ClerkId(1),
            by: ClerkId(2),
            from: DAY,
            until: Some(date(2026, 3, 13)),
        }),
        OfficeEvent::StandInSet(StandIn { of: ClerkId(2), by: ClerkId(1), from: DAY, until: None }),
        OfficeEvent::StandInEnded { of: ClerkId(1), by: ClerkId(2) },
        OfficeEvent::ClerkUnits { id: ClerkId(2), units: vec!["规划科".into(), "法规科".into()] },
    ];
    events.into_iter().map(Fact::Office).collect()
}

pub(super) fn any_office() -> impl Strategy<Value = OfficeEvent> {
    let days = || prop::collection::vec(day(), 0..12);
    prop_oneof![
        any::<bool>().prop_map(|practice| OfficeEvent::Founded { practice }),
        (any::<u64>(), any::<[u8; 32]>(), any::<i64>()).prop_map(|(seq, seal, made_at)| {
            OfficeEvent::Restored(Restoration { seq: Seq(seq), seal, made_at })
        }),
        (any::<u16>(), any::<String>(), any::<String>())
            .prop_map(|(id, name, prefix)| OfficeEvent::OrganAdded { id: OrganId(id), name, prefix }),
        (any::<u32>(), any::<u32>(), any::<String>())
            .prop_map(|(id, uid, name)| OfficeEvent::ClerkAdmitted { id: ClerkId(id), uid, name }),
        (any::<u32>(), any::<u32>(), any::<String>(), 0..=0x7f_u16, any::<bool>()).prop_map(
            |(id, uid, name, bits, is_here)| OfficeEvent::ClerkSet {
                id: ClerkId(id),
                uid,
                name,
                roles: Roles::from_bits(bits).unwrap(),
                is_here,
            }
        ),
        (any::<u32>(), any::<Vec<String>>())
            .prop_map(|(id, units)| OfficeEvent::ClerkUnits { id: ClerkId(id), units }),
        any::<bool>().prop_map(|is| OfficeEvent::SettingChanged(Setting::FourEyes(is))),
        (any::<u32>(), any::<u32>(), day(), maybe_day(), any::<bool>()).prop_map(
            |(of, by, from, until, ends)| {
                let (of, by) = (ClerkId(of), ClerkId(by));
                let set = OfficeEvent::StandInSet(StandIn { of, by, from, until });
                if ends { OfficeEvent::StandInEnded { of, by } } else { set }
            }
        ),
        (any::<i16>(), days(), days())
            .prop_map(|(year, off, work)| OfficeEvent::CalendarSet { year, days: YearDays { off, work } }),
        (0..=60_u16, any::<bool>()).prop_map(|(days, unit)| OfficeEvent::SettingChanged(if unit {
            Setting::UnitDays(days)
        } else {
            Setting::CopyDays(days)
        })),
        one_of(&Excluded::ALL).prop_map(|way| OfficeEvent::SettingChanged(Setting::Excluded(way))),
        any::<bool>().prop_map(|stops| OfficeEvent::SettingChanged(Setting::AssistStops(stops))),
        any::<bool>().prop_map(|again| OfficeEvent::SettingChanged(Setting::DisputesAgain(again))),
        (any::<Option<bool>>(), any::<bool>()).prop_map(|(is, rules)| OfficeEvent::SettingChanged(
            if rules { Setting::MakesRules(is) } else { Setting::HasCharges(is) }
        )),
        (-1..=13_i8, -1..=32_i8).prop_map(|(month, day)| {
            OfficeEvent::SettingChanged(Setting::HandIn(HandInDay::new(month, day)))
        }),
        (any::<i16>(), proptest::option::of(1..9_u16), one_of(&TextPlace::ALL), any::<String>()).prop_map(
            |(year, organ, place, text)| {
                let of = ReportOf { organ: organ.map(OrganId), year };
                let left_out = text.is_empty();
                let set = ReportEvent::TextSet { place, text };
                OfficeEvent::Report(of, if left_out { ReportEvent::TextLeftOut { place } } else { set })
            }
        ),
        (any::<i16>(), maybe_day(), any::<[String; 4]>()).prop_map(
            |(year, on, [url, signed_by, reason, json])| {
                let publication = Publication { on, url, signed_by, reason, json };
                OfficeEvent::Report(
                    ReportOf { organ: None, year },
                    ReportEvent::Published(Box::new(publication)),
                )
            }
        ),
    ]
}
