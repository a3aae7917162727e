//! What section 一 takes from the records: what was published, and what else was done.

use std::collections::BTreeMap;

use super::{ActivityKind, RecordKind, Records, Value};
use crate::request::OrganId;

/// 主动公开信息 of a year, by the day of publication.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DisclosureFigures {
    /// How many were published.
    pub published: u64,
    /// How many of them in each 栏目.
    pub by_column: BTreeMap<String, u64>,
}

/// The activities of a year under one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivitySum {
    /// Of which kind.
    pub kind: ActivityKind,
    /// The name of the measure; empty where it is the kind's.
    pub name: String,
    /// What they are counted in.
    pub unit: String,
    /// How many records.
    pub records: u64,
    /// The sum of their numbers.
    pub sum: u64,
    /// What each was, in the order of their days.
    pub titles: Vec<String>,
}

/// 主动公开信息 published in `year`, for one organ or for all together.
pub fn disclosures(records: &Records, year: i16, organ: Option<OrganId>) -> DisclosureFigures {
    let mut figures = DisclosureFigures::default();
    for record in records.of(organ) {
        let Value::Disclosure(disclosure) = record.value() else { continue };
        if record.publication().is_some_and(|published| published.on.year() == year) {
            figures.published += 1;
            *figures.by_column.entry(disclosure.column.clone()).or_default() += 1;
        }
    }
    figures
}

/// The titles of 主动公开信息 published in `year`, by the day of publication.
pub fn disclosed(records: &Records, year: i16, organ: Option<OrganId>) -> Vec<&str> {
    let mut titles = Vec::new();
    for record in records.list(RecordKind::Disclosure, organ) {
        let (Value::Disclosure(disclosure), Some(published)) = (record.value(), record.publication()) else {
            continue;
        };
        if published.on.year() == year {
            titles.push((published.on, record.id, disclosure.title.as_str()));
        }
    }
    titles.sort_unstable();
    titles.into_iter().map(|(_, _, title)| title).collect()
}

/// The activities of `year` summed by kind, name and unit, in the order of kinds, then of names.
pub fn activities(records: &Records, year: i16, organ: Option<OrganId>) -> Vec<ActivitySum> {
    let mut sums: BTreeMap<(usize, &str, &str), ActivitySum> = BTreeMap::new();
    for record in records.list(RecordKind::Activity, organ) {
        let Value::Activity(activity) = record.value() else { continue };
        if activity.period.year() != year {
            continue;
        }
        let unit = if activity.unit.is_empty() { activity.kind.usual_unit() } else { &activity.unit };
        let sum = sums.entry((activity.kind as usize, &activity.name, unit)).or_insert_with(|| ActivitySum {
            kind: activity.kind,
            name: activity.name.clone(),
            unit: unit.to_owned(),
            records: 0,
            sum: 0,
            titles: Vec::new(),
        });
        sum.titles.push(activity.title.clone());
        sum.records += 1;
        sum.sum += u64::from(activity.count);
    }
    sums.into_values().collect()
}
