//! What stands on the list of what is handed over.

use super::{CaseView, Desk, DeskError};
use crate::register::CaseRow;
use crate::report::{HandingCase, HandingList};
use crate::request::clock::{Deadline, fee_term, opinion_term};
use crate::request::{Case, ClerkId, Reckoning};
use crate::text::{clean_line, mask, truncate};
use crate::words::report::handing as words;
use crate::words::request::deadline;

/// Cells that a title may take: the list tells cases apart, the case itself has the rest.
const TITLE: usize = 100;

impl Desk {
    /// The list of the open cases of `from`, the first due first; who takes them over may be left open.
    ///
    /// # Errors
    /// The register, or a case that cannot be read.
    pub fn handing_list(&self, from: ClerkId, to: Option<ClerkId>) -> Result<HandingList, DeskError> {
        let mut rows = self.handled_by(&[from])?;
        rows.sort_by_key(|row| {
            let due = due(row);
            (due.is_none(), due, row.listed_on, row.id)
        });
        let cases = rows.iter().map(|row| Ok(self.handing_case(&self.case(row.id)?)));
        let cases = cases.collect::<Result<_, DeskError>>()?;
        let office = self.office();
        let name = |id| clean_line(office.name_of(id));
        Ok(HandingList {
            organ: office.name().to_owned(),
            on: self.today(),
            from: name(from),
            to: to.map(name).unwrap_or_default(),
            cases,
        })
    }

    fn handing_case(&self, view: &CaseView) -> HandingCase {
        let row = &view.row;
        let (today, reckoning) = (self.today(), self.reckoning());
        let due = due(row);
        let doing = row.next_due().map_or_else(String::new, |next| match next.what {
            Deadline::Answer | Deadline::Reanswer => deadline(next.what).to_owned(),
            what => words::doing(deadline(what), next.on),
        });
        let title = mask(&clean_line(row.shown_title()));
        HandingCase {
            no: clean_line(&row.no),
            received: row.listed_on,
            applicant: mask(&clean_line(&row.applicant)),
            title: truncate(&title, TITLE).into_owned(),
            status: row.status.label().to_owned(),
            doing,
            due,
            left: due.map(|due| reckoning.calendar.days_left(today, due)),
            unit: unit(&view.case),
            note: mask(&note(&view.case, &reckoning)),
        }
    }
}

/// The due date of the answer, or of a new one.
fn due(row: &CaseRow) -> Option<jiff::civil::Date> {
    row.due_on.or(row.deadline(Deadline::Reanswer))
}

/// Those that have the work, else the last that had it, else the one registered.
fn unit(case: &Case) -> String {
    let open: Vec<String> = case.open_assignments().map(|open| clean_line(&open.unit)).collect();
    let last = || case.assignments.last().map(|last| clean_line(&last.unit));
    match open.as_slice() {
        [] => last().unwrap_or_else(|| clean_line(&case.facts.particulars.unit)),
        open => open.join("、"),
    }
}

/// What is awaited, from when and until when; and what else moved the term.
fn note(case: &Case, reckoning: &Reckoning) -> String {
    let calendar = &reckoning.calendar;
    let mut notes: Vec<String> = Vec::new();
    notes.extend(
        case.awaits_supplement().map(|supplement| {
            words::awaited(supplement.asked.on, words::SUPPLEMENT, supplement.asked.reply_by)
        }),
    );
    notes.extend(
        case.awaits_reasons().map(|open| words::awaited(open.asked_on, words::REASONS, open.reply_by)),
    );
    notes.extend(case.awaits_fee().map(|fee| {
        let last = fee_term(case, fee, calendar).on;
        words::awaited(fee.notified_on, words::FEE, Some(last))
    }));
    notes.extend(case.open_consultations().map(|open| {
        let last = opinion_term(case.letter_received_on(open.seq), open.on, calendar).on;
        words::awaited(open.on, &words::consulted(&clean_line(&open.party)), Some(last))
    }));
    let helping = case.assists.iter().filter(|assist| assist.answered_on.is_none());
    notes.extend(
        helping.map(|open| words::awaited(open.on, &words::assisted(&clean_line(&open.organ)), None)),
    );
    notes.extend(
        case.open_assignments()
            .map(|open| words::awaited(open.on, &words::assigned(&clean_line(&open.unit)), open.reply_by)),
    );
    notes.extend(case.extensions_in_force().map(|(on, days)| words::extended(on, days)));
    notes.extend(case.awaits_reanswer().map(|open| words::reanswer(open.on, open.by)));
    notes.join("；")
}
