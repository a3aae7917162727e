//! Making the requests: everything in the order of its day, as an office would have done it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::act::{registration, step};
use super::days::Days;
use super::plan::{Deed, Plan};
use super::{DemoError, PREFIX, cases};
use crate::desk::{Command, Desk, DeskError};
use crate::request::{ClerkId, RequestId};

/// The requests that were made, by their keys.
#[derive(Debug, Default)]
pub(super) struct Requests {
    known: BTreeMap<&'static str, (RequestId, String)>,
    /// Decisions of each year.
    decided: BTreeMap<i16, usize>,
    /// Requests of each year that went into the file.
    filed: BTreeMap<i16, usize>,
}

impl Requests {
    /// The number of a request; empty where it was not made.
    pub(super) fn number(&self, key: &str) -> String {
        self.known.get(key).map(|(_, no)| no.clone()).unwrap_or_default()
    }

    /// The number of the next answer of a year.
    pub(super) fn letter_no(&self, year: i16) -> String {
        let nth = self.decided.get(&year).copied().unwrap_or_default() + 1;
        format!("{PREFIX}答〔{year}〕{nth}号")
    }

    /// The number of the next file of a year.
    pub(super) fn file_no(&self, year: i16) -> String {
        let nth = self.filed.get(&year).copied().unwrap_or_default() + 1;
        format!("YSQ-{year}-{nth:03}")
    }

    /// How many answers were made.
    pub(super) fn letters(&self) -> usize {
        self.decided.values().sum()
    }

    fn count(&mut self, on: Date, deed: &Deed) {
        let counter = match deed {
            Deed::Decide(..) => &mut self.decided,
            Deed::Archive => &mut self.filed,
            _ => return,
        };
        *counter.entry(on.year()).or_default() += 1;
    }
}

/// Something to do: to register a request, or a deed on one.
struct Act<'a> {
    on: Date,
    came: Date,
    plan: &'a Plan,
    deed: Option<&'a Deed>,
}

/// Makes all requests of the sample.
pub(super) fn requests(desk: &Desk, who: ClerkId, days: &Days) -> Result<Requests, DemoError> {
    let plans = cases::all();
    let mut requests = Requests::default();
    for act in in_order(&plans, days) {
        let done = match act.deed {
            Some(deed) => take(desk, who, days, &act, deed, &mut requests),
            None => register(desk, who, days, &act, &mut requests),
        };
        let what = || act.plan.key.to_owned();
        done.map_err(|because| DemoError { what: what(), on: act.on, because: Box::new(because) })?;
    }
    Ok(requests)
}

/// Everything by day; on one day by request, and within it as planned.
fn in_order<'a>(plans: &'a [Plan], days: &Days) -> Vec<Act<'a>> {
    let mut acts: Vec<Act> = plans
        .iter()
        .flat_map(|plan| {
            let came = days.day(plan.came);
            let first = plan.part_of.is_none().then_some(Act { on: came, came, plan, deed: None });
            let deeds = plan.deeds.iter().map(move |(when, deed)| Act {
                on: days.after_receipt(came, *when),
                came,
                plan,
                deed: Some(deed),
            });
            first.into_iter().chain(deeds)
        })
        .collect();
    acts.sort_by_key(|act| act.on);
    acts
}

fn register(
    desk: &Desk,
    who: ClerkId,
    days: &Days,
    act: &Act,
    requests: &mut Requests,
) -> Result<(), DeskError> {
    let form = registration(act.plan, act.came, days);
    let row = desk.submit(who, Command::Register(Box::new(form)))?.row;
    requests.known.insert(act.plan.key, (row.id, row.no));
    Ok(())
}

fn take(
    desk: &Desk,
    who: ClerkId,
    days: &Days,
    act: &Act,
    deed: &Deed,
    requests: &mut Requests,
) -> Result<(), DeskError> {
    let key = act.plan.key;
    if let Some(whole) = act.plan.part_of.filter(|_| !requests.known.contains_key(key)) {
        let part = split_off(desk, &requests.number(whole))?;
        requests.known.insert(key, part);
    }
    let id = desk.id_of(&requests.number(key))?;
    let case = desk.case(id)?.case;
    let step = step((act.on, act.came), deed, &case, days, requests);
    desk.submit(who, Command::Step { id, version: None, step })?;
    requests.count(act.on, deed);
    Ok(())
}

/// The request into which items of another went.
fn split_off(desk: &Desk, whole: &str) -> Result<(RequestId, String), DeskError> {
    let case = desk.case(desk.id_of(whole)?)?.case;
    let no = case.items.into_iter().find_map(|item| item.moved_to).unwrap_or_default();
    Ok((desk.id_of(&no)?, no))
}
