//! 一事一申请: the request into which items of another go.

use super::event::{Basis, Registered};
use super::{Case, Event, Item, Particulars, RequestNo};

/// The registration, under the number `no`, of the request into which the items with these numbers of
/// `case` go: the same applicant, the same days of art. 31, so that the same term runs.
pub fn split_off(case: &Case, items: &[u16], no: RequestNo) -> Event {
    let wanted = |item: &(u16, &Item)| items.contains(&item.0);
    let texts: Vec<String> = case.own_items().filter(wanted).map(|(_, item)| item.text.clone()).collect();
    let facts = &case.facts;
    let content = texts.join("\n");
    let items = if texts.len() > 1 { texts } else { Vec::new() };
    let title = String::new();
    let particulars = Particulars { title, content, items, ..facts.particulars.clone() };
    Event::Registered(Box::new(Registered {
        no,
        organ: facts.organ,
        kind: facts.kind,
        channel: facts.channel,
        submitted_on: facts.submitted_on,
        confirmed_on: facts.confirmed_on,
        received_on: facts.received_on,
        baseline: false,
        basis: Basis::Clerk,
        particulars,
    }))
}
