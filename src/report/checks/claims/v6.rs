//! V6: the claims of the words against the cells of the tables.

use super::reader::{Claim, Scope, claims};
use super::topic::Topic;
use crate::law::OutcomeRow;
use crate::report::checks::passages::{Passage, passages};
use crate::report::checks::{Finding, Target};
use crate::report::{Column3, Dispute, DisputeColumn, Part, Prose, Row3, YearTables};
use crate::words::report::claims as words;

/// The claims in the words that the tables contradict.
pub(in crate::report::checks) fn v6(tables: &YearTables, prose: &Prose) -> Vec<Finding> {
    let mut aspect_of_disclosure = false;
    let mut findings = Vec::new();
    for passage in passages(prose) {
        let Some(scope) = scope(&passage) else { continue };
        aspect_of_disclosure =
            passage.part == Some(Part::Overview) && of_disclosure(passage.text, aspect_of_disclosure);
        if aspect_of_disclosure {
            continue;
        }
        let claims = claims(passage.text, tables.year, scope);
        findings.extend(claims.iter().filter_map(|claim| contradicted(claim, &passage.target, tables)));
    }
    findings
}

fn scope(passage: &Passage<'_>) -> Option<Scope> {
    match passage.part? {
        Part::Overview | Part::Others => Some(Scope::Both),
        Part::Requests => Some(Scope::Requests),
        Part::Disputes => Some(Scope::Disputes),
        Part::Disclosure | Part::Problems => None,
    }
}

/// Whether a paragraph belongs to the aspect 主动公开, whose numbers (documents published, messages answered)
/// stand in no table; an aspect goes on until the next one is named.
fn of_disclosure(text: &str, before: bool) -> bool {
    let head: String = text.chars().filter(|c| !c.is_whitespace()).take(14).collect();
    let begins = |words: &[&str]| words.iter().any(|word| head.contains(word));
    if begins(&["依申请", "信息管理", "资源管理", "平台建设", "监督保障"]) {
        return false;
    }
    let numbered = head.starts_with(['（', '(', '一', '二', '三', '四', '五']);
    if numbered && head.contains("主动公开") { true } else { before && !starts_anew(&head) }
}

/// Whether a paragraph begins a numbered aspect of its own.
fn starts_anew(head: &str) -> bool {
    let mut letters = head.chars();
    let bracket = letters.next().is_some_and(|first| matches!(first, '（' | '('));
    bracket && letters.next().is_some_and(|second| ('一'..='龥').contains(&second))
}

fn contradicted(claim: &Claim, target: &Target, tables: &YearTables) -> Option<Finding> {
    let count = |row| tables.table3.count(row, Column3::Sum);
    if claim.of_new && count(Row3::CarriedIn) != Some(0) {
        return None;
    }
    let accepted = accepted(&claim.topic, tables)?;
    let computed = *accepted.first()?;
    if accepted.contains(&u128::from(claim.stated)) {
        return None;
    }
    let cell = cell(&claim.topic);
    let message = words::v6(&claim.sentence, claim.stated, &cell, computed);
    let sides = (claim.stated.to_string(), computed.to_string());
    Some(Finding::error("V6", target.clone(), sides, message))
}

/// The numbers that agree with the tables, the first as the tables have it; `None` where a cell is no figure.
fn accepted(topic: &Topic, tables: &YearTables) -> Option<Vec<u128>> {
    let count = |row| tables.table3.count(row, Column3::Sum).map(u128::from);
    match topic {
        Topic::Row(row) => Some(vec![count(*row)?]),
        Topic::NewOrAll => {
            let new = count(Row3::New)?;
            Some(vec![new, new + count(Row3::CarriedIn)?])
        }
        Topic::Handled => {
            let new = count(Row3::New)?;
            Some(vec![new, new + count(Row3::CarriedIn)?, count(Row3::Total)?])
        }
        Topic::Outcomes(rows) => {
            let counts = rows.iter().map(|row| count(Row3::Result(*row)));
            Some(vec![counts.sum::<Option<u128>>()?])
        }
        Topic::Disputes(groups, DisputeColumn::Sum) => {
            let sum = disputes(tables, groups, DisputeColumn::Sum)?;
            let pending = disputes(tables, groups, DisputeColumn::Pending)?;
            Some(vec![sum, sum.saturating_sub(pending)])
        }
        Topic::Disputes(groups, column) => Some(vec![disputes(tables, groups, *column)?]),
    }
}

fn disputes(tables: &YearTables, groups: &[Dispute], column: DisputeColumn) -> Option<u128> {
    groups.iter().map(|group| tables.table4.at(*group, column).cell.count().map(u128::from)).sum()
}

/// The cells that a topic means.
fn cell(topic: &Topic) -> String {
    let row = |row: Row3| Target::Table3 { row: Some(row), column: Some(Column3::Sum) }.place();
    match topic {
        Topic::Row(one) => row(*one),
        Topic::NewOrAll | Topic::Handled => row(Row3::New),
        Topic::Outcomes(rows) => words::rows(&names(rows)),
        Topic::Disputes(groups, column) => {
            let place = |group: &Dispute| Target::Table4 { dispute: *group, column: Some(*column) }.place();
            groups.iter().map(place).collect::<Vec<_>>().join("、")
        }
    }
}

fn names(rows: &[OutcomeRow]) -> String {
    rows.iter().map(|row| Row3::Result(*row).name()).collect::<Vec<_>>().join("、")
}
