//! What records say about each other: no thing counts twice, no suit without its review, no fewer documents
//! in force than are known.

use super::event::{Body, RecordId};
use super::{
    Decisions, Dispute, DisputeKind, DocumentKind, Period, Record, RecordKind, RecordRefusal, Records, Role,
    Stock, Value,
};
use crate::request::OrganId;

/// The record that `body` says anew: the stock of its kind of documents, or the decisions of its period and
/// source.
pub(super) fn replaced(records: &Records, body: &Body) -> Option<RecordId> {
    let same = |record: &&Record| match (record.value(), &body.value) {
        (Value::Stock(one), Value::Stock(other)) => one.kind == other.kind,
        (Value::Decisions(one), Value::Decisions(other)) => {
            is_same_count(one, other) && one.period == other.period
        }
        _ => false,
    };
    records.of(Some(body.organ)).find(same).map(|record| record.id)
}

/// The suit that names the review `id`.
pub(super) fn named_by(records: &Records, id: RecordId) -> Option<RecordId> {
    suits_of(records, id).next().map(|(suit, _)| suit)
}

/// Whether record `id` may stand beside the others.
pub(super) fn check(records: &Records, id: RecordId) -> Result<(), RecordRefusal> {
    let record = records.get(id)?;
    if record.removed.is_some() {
        // A document that is gone lowers what is known; a stock that is gone asks for nothing.
        return Ok(());
    }
    let organ = record.body.organ;
    match record.value() {
        Value::Document(document) => stock_holds(records, organ, document.kind),
        Value::Stock(stock) => {
            if let Some(other) = others(record, records).find(|(_, value)| is_stock_of(value, stock.kind)) {
                return Err(RecordRefusal::RecordedAlready(other.0));
            }
            stock_holds(records, organ, stock.kind)
        }
        Value::Decisions(decisions) => counted_once(record, decisions, records),
        Value::Dispute(dispute) => {
            dispute_stands(dispute, records)?;
            suits_of(records, id).try_for_each(|(suit, value)| {
                follows(dispute, id, value).map_err(|_| RecordRefusal::NamedBySuit(suit))
            })
        }
        Value::Charge(_) | Value::Disclosure(_) | Value::Activity(_) => Ok(()),
    }
}

/// The other standing records of the same organ.
fn others<'a>(record: &'a Record, records: &'a Records) -> impl Iterator<Item = (RecordId, &'a Value)> {
    let own = record.id;
    records
        .of(Some(record.body.organ))
        .filter(move |record| record.id != own)
        .map(|record| (record.id, record.value()))
}

fn is_stock_of(value: &Value, kind: DocumentKind) -> bool {
    matches!(value, Value::Stock(stock) if stock.kind == kind)
}

fn is_same_count(one: &Decisions, other: &Decisions) -> bool {
    one.kind == other.kind && one.source == other.source
}

/// A source counts a time once: a year and a month of it would count the month twice.
fn counted_once(record: &Record, decisions: &Decisions, records: &Records) -> Result<(), RecordRefusal> {
    for (id, value) in others(record, records) {
        let Value::Decisions(other) = value else { continue };
        if is_same_count(decisions, other) && decisions.period.overlaps(other.period) {
            return Err(if decisions.period == other.period {
                RecordRefusal::RecordedAlready(id)
            } else {
                RecordRefusal::CountedTwice(id)
            });
        }
    }
    Ok(())
}

/// The opening figure is not smaller than the documents known to have been in force then.
fn stock_holds(records: &Records, organ: OrganId, kind: DocumentKind) -> Result<(), RecordRefusal> {
    let stock: Option<&Stock> = records.of(Some(organ)).find_map(|record| match record.value() {
        Value::Stock(stock) if stock.kind == kind => Some(stock),
        _ => None,
    });
    let Some(stock) = stock else { return Ok(()) };
    let first = Period::Year(stock.year).first();
    let in_force = |record: &&Record| match record.value() {
        Value::Document(document) => {
            document.kind == kind
                && document.lead
                && document.issued_on < first
                && document.ended.as_ref().is_none_or(|ended| ended.on >= first)
        }
        _ => false,
    };
    let known = records.of(Some(organ)).filter(in_force).count();
    let known = u32::try_from(known).unwrap_or(u32::MAX);
    if known > stock.count {
        return Err(RecordRefusal::StockTooSmall { stock: stock.count, known });
    }
    Ok(())
}

/// The standing suits that name `review`.
fn suits_of(records: &Records, review: RecordId) -> impl Iterator<Item = (RecordId, &Dispute)> {
    records.of(None).filter(|record| record.kind() == RecordKind::Dispute).filter_map(move |record| {
        match record.value() {
            Value::Dispute(dispute) if dispute.review == Some(review) => Some((record.id, dispute)),
            _ => None,
        }
    })
}

fn dispute_stands(dispute: &Dispute, records: &Records) -> Result<(), RecordRefusal> {
    let after_review = dispute.kind == DisputeKind::SuitAfterReview;
    if dispute.role == Role::Reviewer && !after_review {
        return Err(RecordRefusal::RoleNotHere);
    }
    match (after_review, dispute.review) {
        (true, None) => Err(RecordRefusal::ReviewNotNamed),
        (false, Some(_)) => Err(RecordRefusal::NoReviewHere),
        (false, None) => Ok(()),
        (true, Some(id)) => match records.standing(id)?.value() {
            Value::Dispute(review) => follows(review, id, dispute),
            _ => Err(RecordRefusal::NotAReview(id)),
        },
    }
}

/// Whether `suit` can follow `review`.
fn follows(review: &Dispute, id: RecordId, suit: &Dispute) -> Result<(), RecordRefusal> {
    if review.kind != DisputeKind::Review {
        return Err(RecordRefusal::NotAReview(id));
    }
    if suit.filed_on < review.filed_on {
        return Err(RecordRefusal::FiledBeforeReview { filed: suit.filed_on, review: review.filed_on });
    }
    Ok(())
}
