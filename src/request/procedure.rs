//! The events of the steps beside registration, 补正, answer and service, and what the law wants before them.

use jiff::civil::Date;

use super::clock::{clock, fee_term};
use super::command::Step;
use super::decide::{File, day, in_range, optional, text};
use super::event::{
    Assigned, ConsultAnswered, ConsultRole, ConsultSent, Event, Extended, FeeBy, FeeNotified, HandedOver,
    ItemsSplit, Joined, Opinion, Reviewed, RowOverruled, UnitWord,
};
use super::lawful::lawful;
use super::register::{LONG, SHORT};
use super::{Field, Refusal, Relation};
use crate::law::fee;

/// The event of `step`; the steps that `decide` knows itself do not come here.
pub(super) fn event(file: &File, step: Step) -> Result<Event, Refusal> {
    let context = file.context;
    let today = |on: Date| day(Field::On, on, context);
    Ok(match step {
        Step::ConsultSend { .. } | Step::ConsultAnswer { .. } | Step::OverrideNotice { .. } => {
            consultation(file, step)?
        }
        Step::FeeNotice { on, by, count } => Event::FeeNotified(fee_notice(today(on)?, by, count)?),
        Step::FeePay { on, amount } => pay(file, today(on)?, amount)?,
        Step::FeeLapse { on } => lapse(file, today(on)?)?,
        Step::Assist { on, organ, text: what } => {
            optional(Field::Helper, &organ, SHORT)?;
            optional(Field::Note, &what, LONG)?;
            Event::Assisted { on: today(on)?, organ: clean(&organ), text: what }
        }
        Step::Received { on, seq } => {
            let letter = file.case.letters.iter().find(|letter| letter.seq == seq);
            let letter = letter.ok_or(Refusal::NothingSent(seq))?;
            not_before(today(on)?, letter.on)?;
            Event::Received { on, seq }
        }
        Step::Extend { on, days, approved_by, reason } => {
            text(Field::ApprovedBy, &approved_by, SHORT)?;
            text(Field::Reason, &reason, LONG)?;
            in_time_to_extend(file, today(on)?)?;
            Event::Extended(Extended { on, days, approved_by, reason })
        }
        Step::ReasonsAsk { on, reply_by, text: said } => {
            optional(Field::Note, &said, LONG)?;
            reply_by.map_or(Ok(()), |last| in_range(Field::ReasonsBy, last))?;
            Event::ReasonsAsked { on: today(on)?, reply_by, text: said }
        }
        Step::ReasonsReceive { on, text: said } => {
            optional(Field::Note, &said, LONG)?;
            if let Some(open) = file.case.awaits_reasons() {
                not_before(on, open.asked_on)?;
            }
            Event::ReasonsReceived { on: today(on)?, text: said }
        }
        Step::Defer { on, until, reason } => {
            optional(Field::Reason, &reason, LONG)?;
            in_range(Field::Until, until)?;
            later_than_due(file, today(on)?, until)?;
            Event::Deferred { on, until, reason }
        }
        Step::HandOver { on, to, name, reason } => {
            let name = clean(&name);
            handed_over(file, HandedOver { on: today(on)?, to, name, reason })?
        }
        other => inside(file, other)?,
    })
}

/// What goes on inside the office: units and reviews.
fn inside(file: &File, step: Step) -> Result<Event, Refusal> {
    let today = |on: Date| day(Field::On, on, file.context);
    Ok(match step {
        Step::Assign { on, unit, reply_by } => {
            text(Field::Unit, &unit, SHORT)?;
            reply_by.map_or(Ok(()), |last| in_range(Field::UnitReplyBy, last))?;
            let usual = || {
                let days = file.context.reckoning.readings.unit_days;
                file.context.reckoning.calendar.nth_working_day_after(on, days).on
            };
            let reply_by = Some(reply_by.unwrap_or_else(usual));
            Event::Assigned(Assigned { on: today(on)?, unit: clean(&unit), reply_by })
        }
        Step::UnitAnswer { on, unit, text: said } => {
            optional(Field::Note, &said, LONG)?;
            Event::UnitAnswered(unit_word(file, today(on)?, &unit, said)?)
        }
        Step::UnitReturn { on, unit, reason } => {
            text(Field::Reason, &reason, LONG)?;
            Event::UnitReturned(unit_word(file, today(on)?, &unit, reason)?)
        }
        Step::Chase { on, unit, text: said } => {
            optional(Field::Note, &said, LONG)?;
            Event::Chased(unit_word(file, today(on)?, &unit, said)?)
        }
        Step::Review { on, kind, by, text: said } => {
            optional(Field::Reviewer, &by, SHORT)?;
            optional(Field::Note, &said, LONG)?;
            Event::Reviewed(Reviewed { on: today(on)?, kind, by, text: said })
        }
        other => afterwards(file, other)?,
    })
}

/// What follows the answer, and what concerns the file as a whole.
fn afterwards(file: &File, step: Step) -> Result<Event, Refusal> {
    let today = |on: Date| day(Field::On, on, file.context);
    Ok(match step {
        Step::Delivered { on } => {
            not_before_service(file, today(on)?)?;
            Event::Delivered { on }
        }
        Step::ReturnedMail { on, reason } => {
            optional(Field::Reason, &reason, LONG)?;
            not_before_service(file, today(on)?)?;
            Event::MailReturned { on, reason }
        }
        Step::WithdrawAnswer { on, reason } => {
            optional(Field::Reason, &reason, LONG)?;
            not_before_service(file, today(on)?)?;
            Event::AnswerWithdrawn { on, reason }
        }
        Step::ReanswerOrdered { on, by, order } => {
            optional(Field::Order, &order, SHORT)?;
            in_range(Field::ReanswerBy, by)?;
            Event::ReanswerOrdered { on: today(on)?, by, order }
        }
        Step::Archive { on, file_no } => {
            optional(Field::FileNo, &file_no, SHORT)?;
            Event::Archived { on: today(on)?, file_no }
        }
        Step::Link { on, to, relation } => link(file, today(on)?, &to, relation)?,
        Step::Split { on, mut items, no } => {
            items.sort_unstable();
            items.dedup();
            Event::ItemsSplit(ItemsSplit { on: today(on)?, items, into: no.unwrap_or_default() })
        }
        Step::Join { on, to, reason } => {
            optional(Field::Reason, &reason, LONG)?;
            let to = other(file, &to)?;
            Event::Joined(Joined { on: today(on)?, to, reason })
        }
        Step::Overrule { on, outcome, reason } => {
            text(Field::Reason, &reason, LONG)?;
            lawful(&file.as_of(on)?, &outcome, &reason)?;
            Event::RowOverruled(Box::new(RowOverruled { on: today(on)?, outcome, reason }))
        }
        // `decide` knows the others itself.
        _ => return Err(Refusal::NothingToAmend),
    })
}

/// Arts. 32 to 34: letter, opinion, and the notice against an objection.
fn consultation(file: &File, step: Step) -> Result<Event, Refusal> {
    let today = |on: Date| day(Field::On, on, file.context);
    let asked = &file.case.consultations;
    match step {
        Step::ConsultSend { on, party, role, text: said } => {
            text(Field::Party, &party, SHORT)?;
            optional(Field::Note, &said, LONG)?;
            Ok(Event::ConsultSent(ConsultSent { on: today(on)?, party: clean(&party), role, text: said }))
        }
        Step::ConsultAnswer { on, party, opinion, reasons } => {
            let consulted = file.case.open_consultations().map(|open| (open.seq, open.on, &open.party));
            let helping = file.case.assists.iter().filter(|assist| assist.answered_on.is_none());
            let helping = helping.map(|assist| (assist.seq, assist.on, &assist.organ));
            let open: Vec<_> = consulted.chain(helping).filter(|open| named(&party, open.2)).collect();
            let open: Vec<_> = open.iter().collect();
            let (sent, asked_on, party) = *the_one(&open, Field::Party, Refusal::NoConsultationOpen)?;
            optional(Field::Reason, &reasons, LONG)?;
            not_before(today(on)?, asked_on)?;
            let party = party.clone();
            Ok(Event::ConsultAnswered(ConsultAnswered { on, sent, party, opinion, reasons }))
        }
        Step::OverrideNotice { on, party, reason } => {
            let third: Vec<_> = asked
                .iter()
                .filter(|asked| asked.role == ConsultRole::Third && named(&party, &asked.party))
                .filter(|asked| asked.answer.is_none_or(|(_, opinion)| opinion != Opinion::Agree))
                .collect();
            let asked = the_one(&third, Field::Party, Refusal::NoSuchThirdParty)?;
            optional(Field::Reason, &reason, LONG)?;
            not_before(today(on)?, asked.on)?;
            Ok(Event::OverrideNotified { on, party: asked.party.clone(), reason })
        }
        _ => Err(Refusal::NoConsultationOpen),
    }
}

/// Whether `given` names `known`; nothing given names all.
fn named(given: &str, known: &str) -> bool {
    given.trim().is_empty() || clean(given) == known
}

fn the_one<'a, T>(all: &[&'a T], field: Field, none: Refusal) -> Result<&'a T, Refusal> {
    match all {
        [] => Err(none),
        [one] => Ok(one),
        more => Err(Refusal::SayWhich { field, among: more.len() }),
    }
}

/// Art. 33: the applicant is told within the term, as it stood then or stands by what is known now.
fn in_time_to_extend(file: &File, on: Date) -> Result<(), Refusal> {
    let then = file.as_of(on)?;
    if let Some(deferral) = then.deferral() {
        return Err(Refusal::DeferredAlready { until: deferral.until });
    }
    if let Some(supplement) = then.awaits_supplement() {
        return Err(Refusal::AwaitsSupplement { reply_by: supplement.asked.reply_by });
    }
    if let Some(fee) = then.awaits_fee() {
        return Err(Refusal::AwaitsFee { notified: fee.notified_on });
    }
    if let Some(reasons) = then.awaits_reasons() {
        return Err(Refusal::AwaitsReasons { asked: reasons.asked_on });
    }
    let reckoning = file.context.reckoning;
    let due = clock(&then, reckoning).due_on.max(clock(file.case, reckoning).due_on);
    match due.filter(|due| on > *due && then.conclusion.is_none()) {
        Some(due) => Err(Refusal::ExtensionTooLate { due }),
        None => Ok(()),
    }
}

/// Art. 35: the day fixed lies beyond the term that it replaces.
fn later_than_due(file: &File, on: Date, until: Date) -> Result<(), Refusal> {
    let then = file.as_of(on)?;
    match clock(&then, file.context.reckoning).due_on.filter(|due| until <= *due) {
        Some(due) => Err(Refusal::DeferralTooEarly { due }),
        None => Ok(()),
    }
}

fn fee_notice(on: Date, by: FeeBy, count: Option<u32>) -> Result<FeeNotified, Refusal> {
    let field = match by {
        FeeBy::Item => Field::Nth,
        FeeBy::Page => Field::Pages,
    };
    let count = count.filter(|count| *count > 0).ok_or(Refusal::Missing(field))?;
    let amount = match by {
        FeeBy::Item => fee::of_item(count),
        FeeBy::Page => fee::by_pages(count).total,
    };
    let amount = u32::try_from(amount).ok().filter(|amount| *amount > 0).ok_or(Refusal::NoFeeDue)?;
    Ok(FeeNotified { on, by, count, amount })
}

fn pay(file: &File, on: Date, amount: u32) -> Result<Event, Refusal> {
    if amount == 0 {
        return Err(Refusal::Missing(Field::Amount));
    }
    if let Some(fee) = file.case.awaits_fee() {
        not_before(on, fee.notified_on)?;
    }
    Ok(Event::FeePaid { on, amount })
}

/// 收费办法 art. 6: twenty working days from the receipt of the notice.
fn lapse(file: &File, on: Date) -> Result<Event, Refusal> {
    let fee = file.case.awaits_fee().ok_or(Refusal::NoFeeOpen)?;
    let last = fee_term(file.case, fee, &file.context.reckoning.calendar).on;
    if on <= last {
        return Err(Refusal::FeeTermNotOver { last });
    }
    Ok(Event::FeeLapsed { on, last })
}

fn unit_word(file: &File, on: Date, unit: &str, said: String) -> Result<UnitWord, Refusal> {
    let open: Vec<_> = file.case.open_assignments().filter(|open| named(unit, &open.unit)).collect();
    let open = the_one(&open, Field::Unit, Refusal::NotAssigned)?;
    not_before(on, open.on)?;
    Ok(UnitWord { on, assigned: open.seq, unit: open.unit.clone(), text: said })
}

/// Asked of the command alone: whatever day the receipt is amended to, who handled the case stands.
fn handed_over(file: &File, handed: HandedOver) -> Result<Event, Refusal> {
    optional(Field::Reason, &handed.reason, LONG)?;
    let on = handed.on;
    if let Some(received) = file.case.listed_on().filter(|received| on < *received) {
        return Err(Refusal::BeforeReceipt { on, received });
    }
    if file.case.handler.clerk == handed.to {
        return Err(Refusal::AlreadyHandler);
    }
    Ok(Event::HandedOver(handed))
}

fn link(file: &File, on: Date, to: &str, relation: Relation) -> Result<Event, Refusal> {
    Ok(Event::Linked { on, to: other(file, to)?, relation })
}

/// The number of another request.
fn other(file: &File, to: &str) -> Result<String, Refusal> {
    text(Field::LinkTo, to, SHORT)?;
    if crate::text::fold_number(to) == crate::text::fold_number(&file.case.facts.no.text) {
        return Err(Refusal::LinkedToItself);
    }
    Ok(clean(to))
}

fn not_before(on: Date, sent: Date) -> Result<(), Refusal> {
    if on < sent { Err(Refusal::BeforeSending { on, sent }) } else { Ok(()) }
}

fn not_before_service(file: &File, on: Date) -> Result<(), Refusal> {
    let service = file.case.last_service().ok_or(Refusal::NothingServed)?;
    not_before(on, service.on)
}

fn clean(name: &str) -> String {
    name.trim().to_owned()
}
