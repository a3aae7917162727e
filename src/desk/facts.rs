//! What the rules on a year must know of its cases: each read from the journal, nothing personal kept.

use jiff::civil::Date;

use super::{Desk, DeskError};
use crate::calendar::{Calendar, from_day};
use crate::law::OutcomeRow;
use crate::register::{CaseRow, RegisterError};
use crate::report::checks::{Asked, CaseFacts, FeeFacts, ThirdFacts};
use crate::request::clock::{clock, fee_term};
use crate::request::{Basis, Case, ConsultRole, Entry, Event, NoteKind, Opinion, Relation, fold, standing};

/// The cases of a year, and its fees.
pub(super) struct YearFacts {
    /// Every case.
    pub(super) cases: Vec<CaseFacts>,
    /// Those that were worked here: what a register tells is taken as it is, without papers.
    pub(super) worked: Vec<CaseFacts>,
    /// `None` where a register tells of fees that were not paid and of no notice.
    pub(super) fees: Option<FeeFacts>,
}

/// A case as far as the rules want it: less than a view, since a check reads every case of a year.
struct Read {
    row: CaseRow,
    case: Case,
    entries: Vec<Entry>,
    due: Option<Date>,
}

impl Desk {
    /// What the rules want of the cases of `rows`, and the fees from `first` to `last`.
    pub(super) fn year_facts(
        &self,
        first: Date,
        last: Date,
        rows: Vec<CaseRow>,
    ) -> Result<YearFacts, DeskError> {
        let reckoning = self.reckoning();
        let mut facts = YearFacts { cases: Vec::with_capacity(rows.len()), worked: Vec::new(), fees: None };
        let (mut fees, mut known) = (FeeFacts::default(), true);
        let within = |on: Date| first <= on && on <= last;
        for row in rows {
            let entries = self.entries(&row)?;
            let case = fold(&entries).map_err(|_| RegisterError::Contradiction(row.id.0))?;
            let due = clock(&case, &reckoning).due_on;
            let view = Read { row, case, entries, due };
            if let Some(fee) = &view.case.fee {
                if within(fee.notified_on) {
                    fees.notices += 1;
                    fees.noticed_yuan += u64::from(fee.amount);
                }
                let paid = fee.paid.filter(|(on, _)| within(*on)).map_or(0, |(_, yuan)| yuan);
                fees.collected_yuan += u64::from(paid);
            }
            let unpaid = view.row.outcome.is_some_and(|(row, _)| row == OutcomeRow::OtherNoFee);
            known &= !unpaid || view.case.fee.is_some();
            let case = facts_of(&view, &reckoning.calendar);
            if !told_by_a_register(&view) {
                facts.worked.push(case.clone());
            }
            facts.cases.push(case);
        }
        facts.fees = known.then_some(fees);
        Ok(facts)
    }
}

fn facts_of(view: &Read, calendar: &Calendar) -> CaseFacts {
    let (case, row) = (&view.case, &view.row);
    let outcome = case.outcome();
    let service = case.service.as_ref();
    let fee_ends = case.fee.as_ref().map(|fee| fee_term(case, fee, calendar).on);
    let linked = |link: &&crate::request::Link| link.relation == Relation::Repeats;
    let told = told_by_a_register(view);
    CaseFacts {
        row: outcome.as_ref().map(|outcome| outcome.row),
        kind: outcome.as_ref().and_then(|outcome| outcome.kind),
        override_reason: passed_over(view),
        submitted: case.facts.submitted_on,
        received: case.facts.received_on,
        due: view.due,
        decided: case.decided_on(),
        served: service.map(|service| service.on),
        has_proof: told || service.is_some_and(|service| !service.proof.trim().is_empty()),
        delivered: service.and_then(|service| service.delivered_on),
        closed: case.conclusion.as_ref().map(|conclusion| conclusion.on),
        supplement: case.supplement.as_ref().map_or(Asked::default(), |supplement| Asked {
            on: Some(supplement.asked.on),
            ends: supplement.asked.reply_by,
            came: supplement.received_on,
        }),
        fee: case.fee.as_ref().map_or(Asked::default(), |fee| Asked {
            on: Some(fee.notified_on),
            ends: fee_ends,
            came: fee.paid.map(|(on, _)| on),
        }),
        reasons: case.reasons.as_ref().map_or(Asked::default(), |reasons| Asked {
            on: Some(reasons.asked_on),
            ends: reasons.reply_by,
            came: reasons.received_on,
        }),
        third: third(case),
        linked_earlier: case.links.iter().find(linked).map(|link| link.to.clone()),
        searched: case.notes.iter().any(|note| note.kind == NoteKind::Search),
        touched: touched(view),
        ..CaseFacts::new(&row.no, row.kind)
    }
}

/// Whether the request came in with a register.
fn told_by_a_register(view: &Read) -> bool {
    let basis = view.entries.first().map(|entry| &entry.event);
    matches!(basis, Some(Event::Registered(registered)) if registered.basis == Basis::Ledger)
}

/// The written reason for passing over what a row wants, or for another row than the one derived.
fn passed_over(view: &Read) -> Option<String> {
    let said = standing(&view.entries).into_iter().find_map(|entry| match &entry.event {
        Event::Decided(decided) if !decided.override_reason.trim().is_empty() => {
            Some(decided.override_reason.clone())
        }
        _ => None,
    });
    said.or_else(|| view.case.overruled.as_ref().map(|(_, reason)| reason.clone()))
}

fn third(case: &Case) -> ThirdFacts {
    let asked = || case.consultations.iter().filter(|asked| asked.role == ConsultRole::Third);
    ThirdFacts {
        consulted: asked().map(|asked| asked.on).min(),
        why_not: None,
        objected: asked().any(|asked| asked.answer.is_some_and(|(_, opinion)| opinion == Opinion::Object)),
        override_notice: case.override_notices.iter().map(|(on, _)| *on).min(),
    }
}

/// The last legal day, or in default of one the last day of recording, of what stands.
fn touched(view: &Read) -> Option<Date> {
    let legal = standing(&view.entries).into_iter().filter_map(|entry| entry.event.on()).max();
    let recorded = view.entries.last().and_then(|entry| {
        entry.practice_day.or_else(|| i32::try_from(entry.at.div_euclid(86_400_000)).ok().and_then(from_day))
    });
    legal.max(recorded)
}
