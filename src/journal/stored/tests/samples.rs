//! One event of every kind, and any event.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::super::Fact;
use super::office_samples::{any_office, office_facts};
use crate::calendar::from_day;
use crate::law::{ApplicantKind, Article, OutcomeKind, OutcomeRow};
use crate::request::*;

pub(super) const DAY: Date = date(2026, 3, 2);

fn particulars() -> Particulars {
    Particulars {
        applicant: "李四".into(),
        id_number: "410522".into(),
        contact: "13800000000".into(),
        title: "测试标题".into(),
        content: "测试内容".into(),
        items: vec!["第一项".into(), String::new()],
        form_of_supply: "纸质".into(),
        platform_no: "平台一号".into(),
        unit: "规划科".into(),
    }
}

fn registered() -> Registered {
    Registered {
        no: RequestNo::running("公", 2026, 1),
        organ: OrganId(2),
        kind: ApplicantKind::LegalService,
        channel: Channel::Internet,
        submitted_on: Some(date(2026, 2, 27)),
        confirmed_on: Some(DAY),
        received_on: Some(DAY),
        baseline: true,
        basis: Basis::Ledger,
        particulars: particulars(),
    }
}

fn bare() -> Registered {
    Registered {
        no: RequestNo::given("甲1"),
        submitted_on: None,
        confirmed_on: None,
        received_on: None,
        baseline: false,
        basis: Basis::Clerk,
        particulars: Particulars::default(),
        ..registered()
    }
}

fn amended() -> Amended {
    Amended {
        kind: Some(ApplicantKind::Other),
        channel: Some(Channel::Fax),
        submitted_on: Some(DAY),
        confirmed_on: Some(DAY),
        received_on: Some(DAY),
        particulars: Some(particulars()),
        reason: "更正理由".into(),
    }
}

fn decided() -> Decided {
    Decided {
        on: DAY,
        item: Some(1),
        outcome: Outcome {
            row: OutcomeRow::NoneHeld,
            kind: Some(OutcomeKind::NotFound),
            grounds: vec![Article { number: 36, paragraph: 1, item: 4 }],
        },
        facts: "经检索".into(),
        letter_no: "公〔2026〕1号".into(),
        override_reason: "更正理由".into(),
    }
}

/// Kinds from 28.
fn procedure_events() -> Vec<Event> {
    let word =
        |text: &str| UnitWord { on: DAY, assigned: Seq(4), unit: "土地科".into(), text: text.into() };
    vec![
        Event::ConsultSent(ConsultSent {
            on: DAY,
            party: "甲公司".into(),
            role: ConsultRole::CoProducer,
            text: "测试内容".into(),
        }),
        Event::Received { on: DAY, seq: Seq(4) },
        Event::ConsultAnswered(ConsultAnswered {
            on: DAY,
            sent: Seq(4),
            party: "甲公司".into(),
            opinion: Opinion::Object,
            reasons: "意见理由".into(),
        }),
        Event::Assisted { on: DAY, organ: "丁局".into(), text: "测试内容".into() },
        Event::ReasonsAsked { on: DAY, reply_by: Some(DAY), text: "说明内容".into() },
        Event::ReasonsAsked { on: DAY, reply_by: None, text: String::new() },
        Event::ReasonsReceived { on: DAY, text: "说明内容".into() },
        Event::Deferred { on: DAY, until: date(2026, 6, 30), reason: "更正理由".into() },
        Event::FeeNotified(FeeNotified { on: DAY, by: FeeBy::Page, count: 68, amount: 380 }),
        Event::FeePaid { on: DAY, amount: 380 },
        Event::FeeLapsed { on: date(2026, 4, 1), last: DAY },
        Event::OverrideNotified { on: DAY, party: "甲公司".into(), reason: "更正理由".into() },
        Event::Assigned(Assigned { on: DAY, unit: "土地科".into(), reply_by: Some(DAY) }),
        Event::Assigned(Assigned { on: DAY, unit: "土地科".into(), reply_by: None }),
        Event::UnitAnswered(word("审核意见")),
        Event::UnitReturned(word("退件原因")),
        Event::Chased(word("")),
        Event::Reviewed(Reviewed {
            on: DAY,
            kind: ReviewKind::Secrecy,
            by: "王主任".into(),
            text: "审核意见".into(),
        }),
        Event::Delivered { on: DAY },
        Event::MailReturned { on: DAY, reason: "退件原因".into() },
        Event::AnswerWithdrawn { on: DAY, reason: "撤回理由".into() },
        Event::ReanswerOrdered { on: DAY, by: DAY, order: "决定书".into() },
        Event::Archived { on: DAY, file_no: "决定书".into() },
        Event::Linked { on: DAY, to: "2025-001".into(), relation: Relation::Repeats },
        Event::ItemsSplit(ItemsSplit { on: DAY, items: vec![2, 3], into: "2026-002".into() }),
        Event::Joined(Joined { on: DAY, to: "2026-001".into(), reason: "更正理由".into() }),
        Event::RowOverruled(Box::new(RowOverruled {
            on: DAY,
            outcome: decided().outcome,
            reason: "更正理由".into(),
        })),
        Event::Erased(Erased { on: DAY, items: 3, reason: "更正理由".into() }),
        Event::HandedOver(HandedOver {
            on: DAY,
            to: ClerkId(2),
            name: "李强".into(),
            reason: "更正理由".into(),
        }),
    ]
}

/// At least one event of every kind, by kind.
pub(in crate::journal::stored) fn every_fact() -> Vec<Fact> {
    let plain = Decided { item: None, outcome: Outcome::of(OutcomeRow::Open), ..decided() };
    let events = [
        Event::Registered(Box::new(registered())),
        Event::Registered(Box::new(bare())),
        Event::Amended(Box::new(amended())),
        Event::Amended(Box::new(Amended { reason: "更正理由".into(), ..Amended::default() })),
        Event::Confirmed { on: DAY },
        Event::SupplementAsked(SupplementAsked {
            on: DAY, points: "补正事项".into(), reply_by: Some(DAY)
        }),
        Event::SupplementAsked(SupplementAsked { on: DAY, points: String::new(), reply_by: None }),
        Event::SupplementReceived { on: DAY, text: "补正内容".into() },
        Event::SupplementLapsed { on: DAY },
        Event::Extended(Extended {
            on: DAY,
            days: 20,
            approved_by: "王主任".into(),
            reason: "更正理由".into(),
        }),
        Event::Decided(Box::new(decided())),
        Event::Decided(Box::new(plain)),
        Event::Served(Served { on: DAY, way: ServiceWay::Post, proof: "邮单".into() }),
        Event::Withdrawn { on: DAY, reason: "撤回理由".into() },
        Event::Noted(Noted { on: DAY, kind: NoteKind::Search, text: "经检索".into() }),
        Event::Revoked { seq: Seq(5), reason: "更正理由".into() },
    ];
    let mut facts = office_facts();
    facts.extend(events.into_iter().chain(procedure_events()).map(Fact::Request));
    facts.extend(super::record_samples::every_record().into_iter().map(Fact::Record));
    facts
}

pub(super) fn day() -> impl Strategy<Value = Date> {
    (-4_371_587_i32..=2_932_896).prop_map(|day| from_day(day).unwrap())
}

pub(super) fn maybe_day() -> impl Strategy<Value = Option<Date>> {
    prop::option::of(day())
}

pub(super) fn one_of<T: Clone + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn any_particulars() -> impl Strategy<Value = Particulars> {
    let texts = prop::array::uniform8(any::<String>());
    (texts, prop::collection::vec(any::<String>(), 0..4)).prop_map(|(texts, items)| {
        let [applicant, id_number, contact, title, content, form_of_supply, platform_no, unit] = texts;
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
    })
}

fn any_registered() -> impl Strategy<Value = Event> {
    let no = (any::<String>(), any::<Option<(i16, u32)>>());
    let days = [maybe_day().boxed(), maybe_day().boxed(), maybe_day().boxed()];
    let closed = (one_of(&ApplicantKind::ALL), one_of(&Channel::ALL), one_of(&[Basis::Clerk, Basis::Ledger]));
    (no, any::<u16>(), closed, days, any::<bool>(), any_particulars()).prop_map(
        |((text, serial), organ, (kind, channel, basis), days, baseline, particulars)| {
            let [submitted_on, confirmed_on, received_on] = days;
            Event::Registered(Box::new(Registered {
                no: RequestNo { text, serial },
                organ: OrganId(organ),
                kind,
                channel,
                submitted_on,
                confirmed_on,
                received_on,
                baseline,
                basis,
                particulars,
            }))
        },
    )
}

fn any_amended() -> impl Strategy<Value = Event> {
    let closed = (prop::option::of(one_of(&ApplicantKind::ALL)), prop::option::of(one_of(&Channel::ALL)));
    let days = [maybe_day().boxed(), maybe_day().boxed(), maybe_day().boxed()];
    (closed, days, prop::option::of(any_particulars()), any::<String>()).prop_map(
        |((kind, channel), [submitted_on, confirmed_on, received_on], particulars, reason)| {
            Event::Amended(Box::new(Amended {
                kind,
                channel,
                submitted_on,
                confirmed_on,
                received_on,
                particulars,
                reason,
            }))
        },
    )
}

fn any_decided() -> impl Strategy<Value = Event> {
    let outcome = (
        one_of(&OutcomeRow::ALL),
        prop::option::of(one_of(&OutcomeKind::ALL)),
        prop::collection::vec(any::<(u8, u8, u8)>(), 0..4),
    );
    let texts = prop::array::uniform3(any::<String>());
    (day(), any::<Option<u16>>(), outcome, texts).prop_map(|(on, item, (row, kind, grounds), texts)| {
        let [facts, letter_no, override_reason] = texts;
        let grounds = grounds
            .into_iter()
            .map(|(number, paragraph, item)| Article { number, paragraph, item })
            .collect();
        let outcome = Outcome { row, kind, grounds };
        Event::Decided(Box::new(Decided { on, item, outcome, facts, letter_no, override_reason }))
    })
}

fn any_step() -> impl Strategy<Value = Event> {
    let ways = &[
        ServiceWay::InPerson,
        ServiceWay::Post,
        ServiceWay::Electronic,
        ServiceWay::Entrusted,
        ServiceWay::Unstated,
    ];
    let text = any::<String>;
    prop_oneof![
        day().prop_map(|on| Event::Confirmed { on }),
        (day(), text(), maybe_day()).prop_map(|(on, points, reply_by)| {
            Event::SupplementAsked(SupplementAsked { on, points, reply_by })
        }),
        (day(), text()).prop_map(|(on, text)| Event::SupplementReceived { on, text }),
        day().prop_map(|on| Event::SupplementLapsed { on }),
        (day(), any::<u16>(), text(), text()).prop_map(|(on, days, approved_by, reason)| {
            Event::Extended(Extended { on, days, approved_by, reason })
        }),
        (day(), one_of(ways), text()).prop_map(|(on, way, proof)| Event::Served(Served { on, way, proof })),
        (day(), text()).prop_map(|(on, reason)| Event::Withdrawn { on, reason }),
        (day(), one_of(&NoteKind::ALL), text()).prop_map(|(on, kind, text)| Event::Noted(Noted {
            on,
            kind,
            text
        })),
        (any::<u64>(), text()).prop_map(|(seq, reason)| Event::Revoked { seq: Seq(seq), reason }),
    ]
}

/// Any event of office or request.
pub(in crate::journal::stored) fn any_fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        1 => any_office().prop_map(Fact::Office),
        1 => any_registered().prop_map(Fact::Request),
        1 => any_amended().prop_map(Fact::Request),
        1 => any_decided().prop_map(Fact::Request),
        3 => any_step().prop_map(Fact::Request),
        3 => any_procedure().prop_map(Fact::Request),
        3 => super::record_samples::any_record().prop_map(Fact::Record),
    ]
}

fn any_unit_word() -> impl Strategy<Value = UnitWord> {
    let word = (day(), any::<u64>(), any::<String>(), any::<String>());
    word.prop_map(|(on, seq, unit, text)| UnitWord { on, assigned: Seq(seq), unit, text })
}

fn any_procedure() -> impl Strategy<Value = Event> {
    let text = any::<String>;
    prop_oneof![
        any_outside(),
        (day(), text(), maybe_day()).prop_map(|(on, unit, reply_by)| Event::Assigned(Assigned {
            on,
            unit,
            reply_by
        })),
        any_unit_word().prop_map(Event::UnitAnswered),
        any_unit_word().prop_map(Event::UnitReturned),
        any_unit_word().prop_map(Event::Chased),
        (day(), one_of(&ReviewKind::ALL), text(), text())
            .prop_map(|(on, kind, by, text)| Event::Reviewed(Reviewed { on, kind, by, text })),
        day().prop_map(|on| Event::Delivered { on }),
        (day(), text()).prop_map(|(on, reason)| Event::MailReturned { on, reason }),
        (day(), text()).prop_map(|(on, reason)| Event::AnswerWithdrawn { on, reason }),
        (day(), day(), text()).prop_map(|(on, by, order)| Event::ReanswerOrdered { on, by, order }),
        (day(), text()).prop_map(|(on, file_no)| Event::Archived { on, file_no }),
        (day(), text(), one_of(&Relation::ALL)).prop_map(|(on, to, relation)| Event::Linked {
            on,
            to,
            relation
        }),
        (day(), proptest::collection::vec(any::<u16>(), 0..4), text())
            .prop_map(|(on, items, into)| Event::ItemsSplit(ItemsSplit { on, items, into })),
        (day(), text(), text()).prop_map(|(on, to, reason)| Event::Joined(Joined { on, to, reason })),
        any_decided().prop_map(|event| match event {
            Event::Decided(decided) => Event::RowOverruled(Box::new(RowOverruled {
                on: decided.on,
                outcome: decided.outcome,
                reason: decided.facts,
            })),
            other => other,
        }),
        (day(), any::<u16>(), text()).prop_map(|(on, items, reason)| Event::Erased(Erased {
            on,
            items,
            reason
        })),
        (day(), any::<u32>(), text(), text()).prop_map(|(on, to, name, reason)| {
            Event::HandedOver(HandedOver { on, to: ClerkId(to), name, reason })
        }),
    ]
}

fn any_outside() -> impl Strategy<Value = Event> {
    let text = any::<String>;
    prop_oneof![
        (day(), text(), one_of(&ConsultRole::ALL), text()).prop_map(|(on, party, role, text)| {
            Event::ConsultSent(ConsultSent { on, party, role, text })
        }),
        (day(), any::<u64>()).prop_map(|(on, seq)| Event::Received { on, seq: Seq(seq) }),
        (day(), any::<u64>(), text(), one_of(&Opinion::ALL), text()).prop_map(
            |(on, sent, party, opinion, reasons)| {
                Event::ConsultAnswered(ConsultAnswered { on, sent: Seq(sent), party, opinion, reasons })
            }
        ),
        (day(), text(), text()).prop_map(|(on, organ, text)| Event::Assisted { on, organ, text }),
        (day(), maybe_day(), text()).prop_map(|(on, reply_by, text)| Event::ReasonsAsked {
            on,
            reply_by,
            text
        }),
        (day(), text()).prop_map(|(on, text)| Event::ReasonsReceived { on, text }),
        (day(), day(), text()).prop_map(|(on, until, reason)| Event::Deferred { on, until, reason }),
        (day(), one_of(&FeeBy::ALL), any::<u32>(), any::<u32>()).prop_map(|(on, by, count, amount)| {
            Event::FeeNotified(FeeNotified { on, by, count, amount })
        }),
        (day(), any::<u32>()).prop_map(|(on, amount)| Event::FeePaid { on, amount }),
        (day(), day()).prop_map(|(on, last)| Event::FeeLapsed { on, last }),
        (day(), text(), text()).prop_map(|(on, party, reason)| Event::OverrideNotified { on, party, reason }),
    ]
}
