//! What a row of somebody's register says, as events of a request: taken as it is, nothing lost.

use jiff::civil::Date;

use super::{Events, ImportOptions};
use crate::law::terms;
use crate::ledger::{LedgerChannel, Record};
use crate::request::clock::clock;
use crate::request::{
    Basis, Channel, ConsultAnswered, ConsultRole, ConsultSent, Decided, Event, Extended, NoteKind, Noted,
    Opinion, Outcome, Particulars, Reckoning, Registered, RequestId, RequestNo, Seq, Served, ServiceWay,
    SupplementAsked, imported,
};
use crate::text::clean_line;
use crate::words::desk as words;

/// What a row of a register says, as events.
///
/// An event that names another by its number names it by its place here, counted from 1: see [`numbered`].
pub(super) fn events(
    record: &Record,
    no: RequestNo,
    options: ImportOptions,
    reckoning: &Reckoning,
) -> Events {
    let mut events = vec![registered(record, no, options)];
    if let Some(on) = record.supplement_asked_on {
        let reply_by = record.supplement_due_on;
        events.push(Event::SupplementAsked(SupplementAsked { on, points: String::new(), reply_by }));
    }
    if let Some(on) = record.supplement_received_on.filter(|_| record.supplement_asked_on.is_some()) {
        events.push(Event::SupplementReceived { on, text: String::new() });
    }
    consultation(record, &mut events);
    let extended = extended(record, &events, reckoning);
    events.extend(extended);
    if let Some((on, (row, kind))) = record.answered_on.zip(record.outcome) {
        // A register that says 答复 without a supplement means that none was waited for any more.
        if record.supplement_asked_on.is_some() && record.supplement_received_on.is_none() {
            events.retain(|event| !matches!(event, Event::SupplementAsked(_)));
        }
        let outcome = Outcome { kind, ..Outcome::of(row) };
        events.push(Event::Decided(Box::new(Decided {
            on,
            item: None,
            outcome,
            facts: String::new(),
            letter_no: clean_line(&record.letter_no),
            override_reason: String::new(),
        })));
        let way = ServiceWay::from_word(&record.service_way).unwrap_or(ServiceWay::Unstated);
        events.push(Event::Served(Served { on, way, proof: clean_line(&record.mail_no) }));
    }
    let noted = noted(record);
    if !noted.is_empty() {
        let on = record.received_on;
        events.push(Event::Noted(Noted { on, kind: NoteKind::Plain, text: noted }));
    }
    events
}

fn registered(record: &Record, no: RequestNo, options: ImportOptions) -> Event {
    Event::Registered(Box::new(Registered {
        no,
        organ: options.organ,
        kind: record.kind,
        channel: channel(record.channel.as_ref()),
        submitted_on: record.submitted_on,
        confirmed_on: None,
        received_on: Some(record.received_on),
        baseline: options.first_year.is_some_and(|first| record.received_on.year() < first),
        basis: Basis::Ledger,
        particulars: Particulars {
            applicant: clean_line(&record.applicant),
            id_number: record.id_number.clone(),
            contact: record.contact.clone(),
            title: String::new(),
            content: record.content.clone(),
            items: Vec::new(),
            form_of_supply: record.form_of_supply.clone(),
            platform_no: record.platform_no.clone(),
            unit: record.unit.clone(),
        },
    }))
}

fn channel(word: Option<&LedgerChannel>) -> Channel {
    match word {
        Some(LedgerChannel::InPerson) => Channel::InPerson,
        Some(LedgerChannel::SignedPost) => Channel::SignedPost,
        Some(LedgerChannel::OrdinaryPost) => Channel::OrdinaryPost,
        Some(LedgerChannel::Internet) => Channel::Internet,
        Some(LedgerChannel::Email) => Channel::Email,
        Some(LedgerChannel::Fax) => Channel::Fax,
        Some(LedgerChannel::Oral) => Channel::Oral,
        Some(LedgerChannel::Other(_)) | None => Channel::Unstated,
    }
}

/// Whether the consultation of a row is one: asked while the request ran, answered no earlier than asked.
pub(super) fn tells_consultation(record: &Record) -> bool {
    let Some(asked) = record.consulted_on else { return false };
    asked >= record.received_on
        && record.answered_on.is_none_or(|answered| asked <= answered)
        && record.opinion_on.is_none_or(|opinion| asked <= opinion)
}

/// 征求意见: a register has the days alone; the third party is the usual one to be asked.
fn consultation(record: &Record, events: &mut Events) {
    let Some(on) = record.consulted_on.filter(|_| tells_consultation(record)) else { return };
    let party = || words::UNNAMED_PARTY.to_owned();
    let role = ConsultRole::Third;
    events.push(Event::ConsultSent(ConsultSent { on, party: party(), role, text: String::new() }));
    let sent = Seq(u64::try_from(events.len()).unwrap_or(u64::MAX));
    if let Some(on) = record.opinion_on {
        let (opinion, reasons) = (Opinion::Unstated, String::new());
        events.push(Event::ConsultAnswered(ConsultAnswered { on, sent, party: party(), opinion, reasons }));
    }
}

/// The event as it is recorded in the request `id`, whose first entry has that number.
pub(super) fn numbered(event: &Event, id: RequestId) -> Event {
    match event.clone() {
        Event::ConsultAnswered(answered) => {
            let sent = Seq(id.0.saturating_add(answered.sent.0).saturating_sub(1));
            Event::ConsultAnswered(ConsultAnswered { sent, ..answered })
        }
        other => other,
    }
}

/// 延期至, as working days beyond the term that ran without it (art. 33: at most twenty).
fn extended(record: &Record, events: &[Event], reckoning: &Reckoning) -> Option<Event> {
    let to = record.extended_to?;
    let calendar = &reckoning.calendar;
    let start = record.supplement_received_on.unwrap_or(record.received_on);
    let counted = imported(events).ok().and_then(|case| clock(&case, reckoning).due_on);
    let due = counted.unwrap_or_else(|| calendar.nth_working_day_after(start, terms::REPLY).on);
    let days = u16::try_from(calendar.working_days_between(due, to)).ok()?;
    let on = record.extended_on.unwrap_or(due).max(start);
    (1..=terms::EXTENSION_MAX)
        .contains(&days)
        .then(|| Event::Extended(Extended { on, days, approved_by: String::new(), reason: String::new() }))
}

/// What has no place of its own yet is kept in words: nothing of a register is lost.
fn noted(record: &Record) -> String {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let other = match &record.channel {
        Some(LedgerChannel::Other(words)) => words.clone(),
        _ => String::new(),
    };
    let way = if ServiceWay::from_word(&record.service_way).is_some() { "" } else { &record.service_way };
    let is_told = tells_consultation(record);
    let asked_in_vain = record.supplement_asked_on.filter(|_| record.supplement_received_on.is_none());
    let parts = [
        ("渠道", other),
        ("交办日期", day(record.assigned_on)),
        ("补正通知日期", day(asked_in_vain.filter(|_| record.outcome.is_some()))),
        ("征求意见日期", day(record.consulted_on.filter(|_| !is_told))),
        ("意见收到日期", day(record.opinion_on.filter(|_| !is_told))),
        ("延期日期", day(record.extended_on)),
        ("延期至", day(record.extended_to)),
        ("答复期限", day(record.due_on)),
        ("送达方式", way.to_owned()),
        ("复议诉讼", record.dispute.clone()),
        ("备注", record.note.clone()),
    ];
    let said = parts.into_iter().filter(|(_, text)| !text.is_empty());
    let lines: Vec<String> = said.map(|(name, text)| format!("{name}：{text}")).collect();
    lines.join("\n")
}
