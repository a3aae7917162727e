//! The rules on the words themselves: V11, V12, S1, S2, P3.

use super::passages::{part_text, passages};
use super::{Finding, Severity, Target};
use crate::report::{Part, Prose};
use crate::text::alike;
use crate::words::report::checks as words;

/// 总体情况 has at most 1,000 字, in principle (格式2021).
pub const OVERVIEW_MOST: usize = 1000;
/// Under sixty 字 no problem and its remedy can be told.
const PROBLEMS_LEAST: usize = 60;
/// Texts of two years that share this share of their pairs of characters are the same text, in per cent.
const COPIED: u8 = 90;

/// The five aspects of part one, each with the words it goes by.
const ASPECTS: [(&str, &[&str]); 5] = [
    ("主动公开", &["主动公开"]),
    ("依申请公开", &["依申请"]),
    ("政府信息管理", &["信息管理", "信息资源管理"]),
    ("平台建设", &["平台建设", "公开平台"]),
    ("监督保障", &["监督保障", "监督"]),
];

/// Words by which part five speaks of the year before.
const YEAR_BEFORE: [&str; 8] = ["上年", "上一年", "去年", "往年", "此前", "前期", "上次", "历年"];

/// S1: a part that must have words has some. Part five is V11's.
pub(super) fn s1(prose: &Prose) -> Vec<Finding> {
    let parts = [(Part::Overview, Severity::Error), (Part::Others, Severity::Warning)];
    let empty = parts.into_iter().filter(|(part, _)| part_text(prose, *part).is_empty());
    empty
        .map(|(part, severity)| {
            let sides = (words::NO_TEXT.to_owned(), words::SOME_TEXT.to_owned());
            Finding::new("S1", severity, Target::Part(part), sides, words::s1(part.title()))
        })
        .collect()
}

/// S2: nothing is left that a draft holds in place of a number or name: XX, ××, 某某, ____, {{ }}.
pub(super) fn s2(prose: &Prose) -> Vec<Finding> {
    const LEFT_OPEN: [&str; 8] = ["XX", "xx", "××", "ＸＸ", "某某", "__", "{{", "【】"];
    let finding = |text: &str, target| {
        let found = LEFT_OPEN.into_iter().find(|mark| text.contains(mark))?;
        let sides = (found.to_owned(), String::new());
        Some(Finding::warning("S2", target, sides, words::s2(found)))
    };
    passages(prose).filter_map(|passage| finding(passage.text, passage.target)).collect()
}

/// V11: part five tells problems and what was done about them, last year's among them.
pub(super) fn v11(prose: &Prose, previous: Option<&Prose>, year: Option<i16>) -> Option<Finding> {
    let text = part_text(prose, Part::Problems);
    let length = text.chars().count();
    let finding = |left: String, right: String, message: String| {
        Some(Finding::warning("V11", Target::Part(Part::Problems), (left, right), message))
    };
    if length == 0 || matches!(text.trim_end_matches('。'), "无" | "暂无" | "没有" | "无问题" | "不存在问题")
    {
        let said = if length == 0 { words::NO_TEXT.to_owned() } else { text };
        return finding(said, words::PROBLEMS.to_owned(), words::V11_NOTHING.to_owned());
    }
    if length < PROBLEMS_LEAST {
        let right = words::at_least(PROBLEMS_LEAST);
        return finding(words::letters(length), right, words::v11_short(length, PROBLEMS_LEAST));
    }
    previous.filter(|previous| !part_text(previous, Part::Problems).is_empty())?;
    let before = year.map(|year| words::year(year.saturating_sub(1)));
    let spoken = YEAR_BEFORE.iter().any(|word| text.contains(word));
    if spoken || before.is_some_and(|before| text.contains(&before)) {
        return None;
    }
    finding(words::NOT_SPOKEN.to_owned(), words::LAST_PROBLEMS.to_owned(), words::V11_LAST.to_owned())
}

/// V12: part one keeps its length and names its five aspects.
pub(super) fn v12(prose: &Prose) -> Vec<Finding> {
    let text = part_text(prose, Part::Overview);
    if text.is_empty() {
        return Vec::new();
    }
    let finding =
        |left, right, message| Finding::warning("V12", Target::Part(Part::Overview), (left, right), message);
    let mut findings = Vec::new();
    let length = text.chars().count();
    if length > OVERVIEW_MOST {
        let message = words::v12_long(length, OVERVIEW_MOST);
        findings.push(finding(words::letters(length), words::at_most(OVERVIEW_MOST), message));
    }
    let missing = |(_, by): &&(&str, &[&str])| !by.iter().any(|word| text.contains(word));
    let missing: Vec<&str> = ASPECTS.iter().filter(missing).map(|(name, _)| *name).collect();
    if !missing.is_empty() {
        let missing = missing.join("、");
        let message = words::v12_missing(&missing);
        findings.push(finding(missing, ASPECTS.map(|(name, _)| name).join("、"), message));
    }
    findings
}

/// P3: a part is not last year's part again. Short ones may well be the same two years running.
pub(super) fn p3(prose: &Prose, previous: &Prose) -> Vec<Finding> {
    let finding = |part: Part| {
        let (now, before) = (part_text(prose, part), part_text(previous, part));
        let long = |text: &str| text.chars().count() >= PROBLEMS_LEAST;
        let likeness = alike(&now, &before);
        let sides = (words::per_cent(likeness), words::below(COPIED));
        (long(&now) && long(&before) && likeness >= COPIED)
            .then(|| Finding::warning("P3", Target::Part(part), sides, words::p3(part.title(), likeness)))
    };
    Part::ALL.into_iter().filter_map(finding).collect()
}
