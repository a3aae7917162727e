//! What is true of a case, as labelled lines: the registration first, then what was done.

use super::document::Row;
use crate::calendar::format_long;
use crate::desk::CaseView;
use crate::request::clock::{fee_term, opinion_term};
use crate::request::{AssignmentEnd, Case, Reckoning};
use crate::text::mask;
use crate::tui::model::Head;
use crate::tui::widgets::theme;
use crate::words::request;
use crate::words::tui::{case as words, screens as said};

/// Columns for the labels of facts.
const LABEL: u16 = 10;

/// The lines of a case; numbers of identity and telephone in full only where they are `revealed`.
pub(super) fn facts(view: &CaseView, head: &Head, revealed: bool) -> Vec<Row> {
    let standing = said::standing(&view.row, head.today, &head.calendar);
    let mut rows = vec![Row::labelled(said::STATUS, &standing, LABEL).with(theme::FOCUS)];
    let mut lines = vec![handler(&view.case, head)];
    lines.extend(registered(view, revealed));
    lines.extend(with_applicant(&view.case, &head.reckoning()));
    lines.extend(with_others(&view.case, &head.reckoning()));
    lines.extend(inside(&view.case));
    lines.extend(afterwards(&view.case));
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    rows.extend(lines.map(|(label, text)| Row::labelled(&label, &text, LABEL)));
    rows.push(Row::default());
    rows
}

/// A label and its text; shown where the text is not empty.
type Fact = (String, String);

fn fact(label: &str, text: impl Into<String>) -> Fact {
    (label.to_owned(), text.into())
}

/// Who handles it; where there is one clerk, he handles everything.
fn handler(case: &Case, head: &Head) -> Fact {
    if head.clerks.len() < 2 {
        return fact(words::HANDLER, "");
    }
    let of = case.handler.clerk;
    let standing_in = head.standing_in.iter().filter(|known| known.of == of);
    let names: Vec<&str> = standing_in.map(|known| head.name_of(known.by)).collect();
    fact(words::HANDLER, request::handler(head.name_of(of), case.handler.since, &names))
}

/// The result, and what was registered.
fn registered(view: &CaseView, revealed: bool) -> Vec<Fact> {
    let (case, facts) = (&view.case, &view.case.facts);
    let personal = &facts.particulars;
    let channel = facts.channel.label();
    let mut lines = vec![
        fact(said::OUTCOME, case.outcome().map(|outcome| said::outcome(&outcome)).unwrap_or_default()),
        fact(said::CLOSED_ON, view.row.closed_on.map(format_long).unwrap_or_default()),
        fact(said::APPLICANT, said::applicant(&personal.applicant, facts.kind.label())),
    ];
    lines.push(match (facts.received_on, facts.submitted_on) {
        (Some(on), submitted) => {
            fact(said::RECEIVED_ON, words::received(on, channel, submitted.filter(|day| *day != on)))
        }
        (None, Some(on)) => fact(said::SUBMITTED_ON, words::submitted(on, channel)),
        (None, None) => fact(said::CHANNEL, channel),
    });
    lines
        .extend([fact(said::TITLE, personal.title.as_str()), fact(said::CONTENT, personal.content.as_str())]);
    for (n, item) in (1..).zip(&case.items).filter(|_| !personal.items.is_empty()) {
        let answer = item.answer.as_ref().map(|answer| said::outcome(&answer.outcome)).unwrap_or_default();
        let text = match &item.moved_to {
            Some(to) => words::moved(&item.text, to),
            None => said::item_answer(&item.text, &answer),
        };
        lines.push((said::item(n), text));
    }
    let shown = |text: &str| if revealed { text.to_owned() } else { mask(text) };
    lines.extend([
        fact(said::ID_NUMBER, shown(&personal.id_number)),
        fact(said::CONTACT, shown(&personal.contact)),
        fact(said::FORM_OF_SUPPLY, personal.form_of_supply.as_str()),
        fact(said::PLATFORM_NO, personal.platform_no.as_str()),
        fact(said::UNIT, personal.unit.as_str()),
    ]);
    lines
}

/// Supplement, reasons, fee.
fn with_applicant(case: &Case, reckoning: &Reckoning) -> Vec<Fact> {
    let mut lines = Vec::new();
    if let Some(supplement) = &case.supplement {
        let rest =
            supplement.received_on.map_or_else(|| words::waits(supplement.asked.reply_by), words::came);
        let received = case.letter_received_on(supplement.seq);
        lines.push(fact(words::SUPPLEMENT, words::letter(supplement.asked.on, received, &rest)));
    }
    if let Some(reasons) = &case.reasons {
        let rest = reasons.received_on.map_or_else(|| words::waits(reasons.reply_by), words::came);
        let received = case.letter_received_on(reasons.seq);
        lines.push(fact(words::REASONS, words::letter(reasons.asked_on, received, &rest)));
    }
    if let Some(fee) = &case.fee {
        let received = case.letter_received_on(fee.seq);
        let mut rest = words::fee(fee.by.label(), fee.amount, fee.paid);
        if fee.paid.is_none() && case.conclusion.is_none() {
            let last = fee_term(case, fee, &reckoning.calendar).on;
            rest = format!("{rest}，{}", words::waits(Some(last)));
        }
        lines.push(fact(words::FEE, words::letter(fee.notified_on, received, &rest)));
    }
    lines
}

/// Consultations, help, extensions, deferrals.
fn with_others(case: &Case, reckoning: &Reckoning) -> Vec<Fact> {
    let mut lines = Vec::new();
    for asked in &case.consultations {
        let received = case.letter_received_on(asked.seq);
        let rest = match asked.answer {
            Some((on, opinion)) => words::answered(on, opinion.label()),
            None => words::opinion_waits(opinion_term(received, asked.on, &reckoning.calendar).on),
        };
        let letter = words::letter(asked.on, received, &rest);
        let party = words::party(&asked.party, asked.role.label());
        lines.push(fact(words::CONSULTED, format!("{party}{letter}")));
    }
    for assist in &case.assists {
        let rest = assist.answered_on.map_or_else(|| words::waits(None), words::came);
        let letter = words::letter(assist.on, case.letter_received_on(assist.seq), &rest);
        lines.push(fact(words::ASSISTED, format!("{} {letter}", assist.organ)));
    }
    let notices = case.override_notices.iter();
    lines.extend(notices.map(|(on, party)| fact(words::OVERRULED_PARTY, words::answered(*on, party))));
    let extensions = case.extensions.iter();
    lines.extend(extensions.map(|(on, days)| fact(words::EXTENDED, words::extended(*on, *days))));
    let deferrals = case.deferrals.iter();
    lines.extend(deferrals.map(|day| fact(words::DEFERRED, words::deferred(day.on, day.until))));
    lines
}

/// Units and reviews.
fn inside(case: &Case) -> Vec<Fact> {
    let assigned = case.assignments.iter().map(|given| {
        let ended = given.ended.map(|(on, how)| words::unit_ended(on, how == AssignmentEnd::Answered));
        let ended = ended.unwrap_or_default();
        fact(words::ASSIGNED, words::assigned(&given.unit, given.on, given.reply_by, &given.chased, &ended))
    });
    let reviewed = case
        .reviews
        .iter()
        .map(|review| fact(words::REVIEWED, words::reviewed(review.on, review.kind.label(), &review.by)));
    assigned.chain(reviewed).collect()
}

/// What followed the answer, and other requests.
fn afterwards(case: &Case) -> Vec<Fact> {
    let mut lines = Vec::new();
    if let Some((outcome, reason)) = &case.overruled {
        lines.push(fact(words::OVERRULED_ROW, format!("{}，{reason}", said::outcome(outcome))));
    }
    for service in case.service.iter().chain(&case.further_services) {
        let (way, proof) = (service.way.label(), &service.proof);
        let text = words::served(service.on, way, proof, service.delivered_on, service.returned_on);
        lines.push(fact(words::SERVED, text));
    }
    let reanswer = case.reanswer.iter();
    lines.extend(
        reanswer.map(|anew| fact(words::REANSWER, words::reanswer(anew.on, anew.by, anew.served_on))),
    );
    let archived = case.archived.iter();
    lines.extend(archived.map(|file| fact(words::ARCHIVED, words::archived(file.on, &file.file_no))));
    let others = case.links.iter();
    lines.extend(others.map(|link| fact(words::LINKED, words::linked(&link.to, link.relation.label()))));
    lines
}
