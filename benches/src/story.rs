//! One request from its receipt to its end: about six entries on their days.

use gongkai::calendar::{from_day, to_day};
use gongkai::law::{ApplicantKind, OutcomeRow};
use gongkai::request::{
    Basis, Channel, Decided, Event, Extended, NoteKind, Noted, OrganId, Outcome, Particulars, Registered,
    RequestNo, Served, ServiceWay, SupplementAsked,
};
use jiff::civil::Date;

use crate::random::Random;
use crate::texts;

/// Of a hundred answers so many in each of the 21 rows.
const ROWS: [u64; 21] = [44, 8, 1, 1, 1, 2, 2, 2, 1, 1, 20, 2, 2, 4, 2, 1, 1, 1, 0, 0, 4];
/// Of a hundred applicants so many in each of the six columns.
const KINDS: [u64; 6] = [80, 10, 1, 1, 5, 3];
const CHANNELS: [(Channel, u64); 5] = [
    (Channel::Internet, 45),
    (Channel::SignedPost, 35),
    (Channel::InPerson, 12),
    (Channel::Email, 6),
    (Channel::OrdinaryPost, 2),
];

/// The events of the request `n` of `year` received on `received`, in the order of their days, each not
/// before the one before it.
pub fn story(random: &mut Random, year: i16, n: u32, received: i32) -> Vec<(i32, Event)> {
    let title = texts::title(random);
    let mut events = vec![(received, registered(random, year, n, received, &title))];
    let mut day = received;
    if random.percent(70) {
        day += random.below(3) as i32;
        events.push((day, note(day, NoteKind::Talk, texts::talk(random))));
    }
    let mut start = received;
    if random.percent(12) {
        day += random.below(4) as i32;
        let reply_by = day + 15;
        events.push((
            day,
            Event::SupplementAsked(SupplementAsked {
                on: date(day),
                points: texts::points(random),
                reply_by: Some(date(reply_by)),
            }),
        ));
        if random.percent(12) {
            day = reply_by + 1 + random.below(5) as i32;
            events.push((day, Event::SupplementLapsed { on: date(day) }));
            return events;
        }
        day += 3 + random.below(11) as i32;
        start = day;
        events.push((day, Event::SupplementReceived { on: date(day), text: texts::points(random) }));
    }
    day += 1 + random.below(4) as i32;
    events.push((day, note(day, NoteKind::Search, texts::search(random))));
    if random.percent(2) {
        day += 1;
        events.push((day, Event::Withdrawn { on: date(day), reason: "申请人书面撤回".to_owned() }));
        return events;
    }
    let mut due = start + 27;
    if random.percent(10) {
        day = day.max(due - 3);
        events.push((day, extended(random, day)));
        due += 27;
    }
    finish(random, &title, day, due, &mut events);
    events
}

fn finish(random: &mut Random, title: &str, day: i32, due: i32, events: &mut Vec<(i32, Event)>) {
    // One in a hundred is late.
    let room = (due - day).max(1) as u64;
    let mut day = day + random.below(room) as i32;
    day += if random.percent(1) { 40 } else { 0 };
    if random.percent(35) {
        events.push((day, note(day, NoteKind::Meeting, format!("{}会商，意见一致。", texts::unit(random)))));
    }
    let row = OutcomeRow::from_index(random.weighted(&ROWS)).unwrap_or(OutcomeRow::Open);
    let decided = Decided {
        on: date(day),
        item: None,
        outcome: Outcome::of(row),
        facts: texts::facts(random, title),
        letter_no: format!("依申请公开告知〔{}〕{}号", date(day).year(), 1 + random.below(900)),
        override_reason: String::new(),
    };
    events.push((day, Event::Decided(Box::new(decided))));
    day += random.below(4) as i32;
    let way = *random.of(&ServiceWay::CHOICES);
    let proof = format!("{:013}", random.below(10_000_000_000_000));
    events.push((day, Event::Served(Served { on: date(day), way, proof })));
    if random.percent(65) {
        day += 1 + random.below(6) as i32;
        events.push((day, note(day, NoteKind::Plain, "材料已整理归档。".to_owned())));
    }
}

fn registered(random: &mut Random, year: i16, n: u32, received: i32, title: &str) -> Event {
    let kind = random.weighted(&KINDS);
    let (channel, _) = CHANNELS[random.weighted(&CHANNELS.map(|(_, weight)| weight))];
    let on = Some(date(received));
    let early = Some(date(received - random.below(4) as i32));
    Event::Registered(Box::new(Registered {
        no: RequestNo::running("", year, n),
        organ: OrganId::FIRST,
        kind: ApplicantKind::from_column(kind).unwrap_or(ApplicantKind::Natural),
        channel,
        submitted_on: if channel.received_when_submitted() { on } else { early },
        confirmed_on: on.filter(|_| channel.needs_confirmation()),
        received_on: on,
        baseline: false,
        basis: Basis::Clerk,
        particulars: Particulars {
            applicant: texts::applicant(random, kind),
            id_number: texts::id_number(random),
            contact: texts::contact(random),
            title: if random.percent(60) { title.to_owned() } else { String::new() },
            content: texts::content(random, title, year),
            items: Vec::new(),
            form_of_supply: texts::form(random),
            platform_no: String::new(),
            unit: texts::unit(random),
        },
    }))
}

fn extended(random: &mut Random, day: i32) -> Event {
    Event::Extended(Extended {
        on: date(day),
        days: 20,
        approved_by: texts::person(random),
        reason: "信息量较大，需要检索档案".to_owned(),
    })
}

fn note(day: i32, kind: NoteKind, text: String) -> Event {
    Event::Noted(Noted { on: date(day), kind, text })
}

fn date(day: i32) -> Date {
    from_day(day).unwrap_or(Date::ZERO)
}

/// The days of a year.
pub fn days_of(year: i16) -> std::ops::Range<i32> {
    let first = to_day(jiff::civil::date(year, 1, 1));
    first..to_day(jiff::civil::date(year + 1, 1, 1))
}
