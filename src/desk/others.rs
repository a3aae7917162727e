//! Steps that look beyond their own request: links, joins, splits, and the fee by item.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::submit::{Plan, Whose};
use super::{Desk, DeskError};
use crate::register::CaseRow;
use crate::request::{
    Case, Entry, Event, FeeBy, Refusal, Relation, RequestId, Step, Warning, decide, fold, split_off,
};
use crate::text::fold_search;

impl Desk {
    /// What a step comes to.
    pub(super) fn plan_step(&self, id: RequestId, entries: &[Entry], step: Step) -> Result<Plan, DeskError> {
        match step {
            Step::Split { on, items, no } => self.plan_split(id, entries, on, items, no.as_deref()),
            Step::Join { .. } => self.plan_join(id, entries, step),
            Step::Link { ref to, relation, .. } => {
                let other = self.other(to)?;
                if relation == Relation::Repeats {
                    check_earlier(other.as_ref())?;
                }
                let mut plan = self.decided(id, |context| Ok(decide(entries, step, context)?))?;
                plan.warnings.extend(other.is_none().then_some(Warning::LinkUnknown));
                Ok(plan)
            }
            Step::HandOver { on, to, reason, .. } => {
                let name = self.handler(to)?.name;
                let step = Step::HandOver { on, to, name, reason };
                self.decided(id, |context| Ok(decide(entries, step, context)?))
            }
            Step::FeeNotice { on, by: FeeBy::Item, count: None } => {
                let count = Some(self.nth_of_month(&fold(entries).map_err(Refusal::from)?)?);
                let step = Step::FeeNotice { on, by: FeeBy::Item, count };
                self.decided(id, |context| Ok(decide(entries, step, context)?))
            }
            step => self.decided(id, |context| Ok(decide(entries, step, context)?)),
        }
    }

    /// The request of a number, if this register has it.
    fn other(&self, no: &str) -> Result<Option<CaseRow>, DeskError> {
        match self.read(|register| register.by_number(no))? {
            Some(id) => self.row(id).map(Some),
            None => Ok(None),
        }
    }

    /// 一事一申请: the items go, a new request with them comes, and names where it is from.
    fn plan_split(
        &self,
        id: RequestId,
        entries: &[Entry],
        on: Date,
        items: Vec<u16>,
        no: Option<&str>,
    ) -> Result<Plan, DeskError> {
        let case = fold(entries).map_err(Refusal::from)?;
        let year = case.listed_on().unwrap_or(on).year();
        let no = self.number(no, case.facts.organ, year, &BTreeSet::new())?;
        let registered = split_off(&case, &items, no.clone());
        let step = Step::Split { on, items, no: Some(no.text) };
        let mut plan = self.decided(id, |context| Ok(decide(entries, step, context)?))?;
        let to = case.facts.no.text;
        let from = Event::Linked { on, to, relation: Relation::SplitFrom };
        plan.events.extend([(Whose::New, registered), (Whose::SameNew, from)]);
        Ok(plan)
    }

    /// 并案: the other request is the same applicant's, and open; it is told what goes on with it.
    fn plan_join(&self, id: RequestId, entries: &[Entry], step: Step) -> Result<Plan, DeskError> {
        let Step::Join { on, ref to, .. } = step else {
            return self.decided(id, |context| Ok(decide(entries, step, context)?));
        };
        let other = self.other(to)?.ok_or_else(|| DeskError::UnknownRequest(to.trim().to_owned()))?;
        let own = self.row(id)?;
        if other.id != id {
            if fold_search(&other.applicant) != fold_search(&own.applicant) {
                return Err(Refusal::OtherApplicant.into());
            }
            if let Some(ended) = other.closed_on {
                return Err(Refusal::OtherEnded(ended).into());
            }
        }
        let mut plan = self.decided(id, |context| Ok(decide(entries, step, context)?))?;
        let absorbed = Step::Link { on, to: own.no, relation: Relation::Absorbs };
        let theirs = self.entries(&other)?;
        let linked = self.decided(other.id, |context| Ok(decide(&theirs, absorbed, context)?))?;
        plan.events.extend(linked.events);
        Ok(plan)
    }

    /// Which request of the applicant in the calendar month this one is, by day of receipt and then by
    /// registration (收费办法 art. 4).
    fn nth_of_month(&self, case: &Case) -> Result<u32, DeskError> {
        let received = case.facts.received_on.ok_or(Refusal::NotConfirmed)?;
        let name = fold_search(&case.facts.particulars.applicant);
        let mut nth = 0;
        let mut day = received.first_of_month();
        while day <= received {
            for row in self.read_whole(|register| register.came_in_on(day))? {
                let before = row.received_on < Some(received) || row.id <= case.id;
                let counts = row.received_on == Some(day) && before && !row.void;
                nth += u32::from(counts && fold_search(&row.applicant) == name);
            }
            day = day.tomorrow().map_err(|_| Refusal::NotConfirmed)?;
        }
        Ok(nth)
    }
}

/// Art. 36(6): a repetition is of what was answered.
fn check_earlier(earlier: Option<&CaseRow>) -> Result<(), Refusal> {
    match earlier {
        Some(row) if row.closed_on.is_none() => Err(Refusal::EarlierUnanswered),
        _ => Ok(()),
    }
}
