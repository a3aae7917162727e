//! What a figure in a sentence counts: the words around it, matched against what the tables count.

use super::lexicon::{DISPUTES, DISPUTES_ELSEWHERE, NARROWING, NOTHING, OUTCOMES, REQUESTS};
use super::vocabulary::{all_known, begins_within, has_any, known_end};
use crate::law::{OutcomeGroup, OutcomeRow};
use crate::report::{Dispute, DisputeColumn, Row3};

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Topic {
    /// A row of table 3.
    Row(Row3),
    /// Requests received, perhaps with those carried in (收到 N 件，含上年结转 N 件).
    NewOrAll,
    /// Requests dealt with (受理, 办理): received, with those carried in, or concluded.
    Handled,
    /// Rows of block 三 together.
    Outcomes(Vec<OutcomeRow>),
    /// A column of table 4, in one group or several together.
    Disputes(Vec<Dispute>, DisputeColumn),
}

/// The topics of a figure after `before`; `after` is what follows up to the end of the clause, where no
/// other figure does.
pub(super) fn of_figure(before: &str, after: Option<&str>, zero: bool) -> Vec<Topic> {
    let after = after.filter(|after| !after.is_empty());
    let whole = |vocabulary| after.filter(|after| all_known(after, vocabulary));
    let disputed = |text: &str| has_any(text, &["复议", "诉", "应诉"]);
    if disputed(known_end(before, DISPUTES).1) {
        return disputes(before, zero);
    }
    if let Some(after) = whole(DISPUTES).filter(|after| disputed(after)) {
        return disputes(&format!("{before}{after}"), zero);
    }
    let outcomes = outcomes(before);
    if !outcomes.is_empty() {
        return vec![Topic::Outcomes(outcomes)];
    }
    let moved = |text: &str| text.contains('转') && has_any(text, &["上年", "下年"]);
    match (whole(REQUESTS), after) {
        (Some(after), _) if moved(after) => requests(&format!("{before}{after}"), zero),
        (Some(after), _) => match requests(before, zero) {
            topics if topics.is_empty() => requests(&format!("{before}{after}"), zero),
            topics => topics,
        },
        // Words we do not know after the figure may narrow what was finished, not what came in.
        (None, Some(_)) => {
            let mut topics = requests(before, zero);
            topics.retain(|topic| matches!(topic, Topic::Row(Row3::New) | Topic::NewOrAll));
            topics
        }
        (None, None) => requests(before, zero),
    }
}

fn requests(before: &str, zero: bool) -> Vec<Topic> {
    let (subject, words) = known_end(before, REQUESTS);
    if begins_within(before, subject.len(), NARROWING) {
        return Vec::new();
    }
    let has = |list: &[&str]| has_any(words, list);
    let (last, next, moved) = (words.contains("上年"), words.contains("下年"), has(&["转", "遗留"]));
    let new = has(&["新收", "收到", "接收", "接到", "新增"]);
    let done = has(&["办结", "办理完毕", "办理完成", "办理结果"]) && !words.contains("未办结");
    let named = words.contains("申请");
    let row = |row| vec![Topic::Row(row)];
    match (last && moved, next && moved) {
        (true, true) if zero => vec![Topic::Row(Row3::CarriedIn), Topic::Row(Row3::CarriedOut)],
        (true, false) if !new && !done => row(Row3::CarriedIn),
        (false, true) if !new && !done => row(Row3::CarriedOut),
        _ if last || next || moved => Vec::new(),
        _ if new && done && named => vec![Topic::Row(Row3::New), Topic::Row(Row3::Total)],
        _ if done => row(Row3::Total),
        _ if new && (named || words.contains("新收")) => row(Row3::New),
        _ if named && has(&["受理", "办理", "处理"]) => vec![Topic::Handled],
        _ => Vec::new(),
    }
}

fn disputes(before: &str, zero: bool) -> Vec<Topic> {
    let (subject, words) = known_end(before, DISPUTES);
    if begins_within(before, subject.len(), DISPUTES_ELSEWHERE) {
        return Vec::new();
    }
    let groups = groups(words);
    let each = zero || words.contains('各');
    let topic = |groups| Topic::Disputes(groups, DisputeColumn::Sum);
    if each { groups.into_iter().map(topic).collect() } else { vec![topic(groups.concat())] }
}

/// The kinds of disputes that some words name.
fn groups(words: &str) -> Vec<Vec<Dispute>> {
    if has_any(words, &["直接起诉", "直接诉讼", "直接提起"]) {
        return vec![vec![Dispute::DirectSuit]];
    }
    if words.contains("复议后") {
        return vec![vec![Dispute::SuitAfterReview]];
    }
    let mut groups = Vec::new();
    if words.contains("复议") {
        groups.push(vec![Dispute::Review]);
    }
    if has_any(words, &["诉讼", "应诉"]) {
        groups.push(vec![Dispute::DirectSuit, Dispute::SuitAfterReview]);
    }
    groups
}

/// The rows that some words name, with nothing else among them.
fn outcomes(before: &str) -> Vec<OutcomeRow> {
    let single = |row: &OutcomeRow| !row.discloses() && row.group() != OutcomeGroup::Other;
    let rows: Vec<OutcomeRow> = OutcomeRow::ALL.into_iter().filter(single).collect();
    let labels: Vec<&str> =
        rows.iter().map(|row| row.short_label()).chain(OUTCOMES.iter().copied()).collect();
    if !all_known(before, &labels) {
        return Vec::new();
    }
    let named: Vec<OutcomeRow> = rows.into_iter().filter(|row| before.contains(row.short_label())).collect();
    if !named.is_empty() {
        return named;
    }
    let groups = OutcomeGroup::ALL.into_iter().filter(|group| before.contains(group_word(*group)));
    groups.flat_map(OutcomeGroup::rows).collect()
}

const fn group_word(group: OutcomeGroup) -> &'static str {
    match group {
        OutcomeGroup::Open => "予以公开",
        OutcomeGroup::Partial => "部分公开",
        OutcomeGroup::Deny => "不予公开",
        OutcomeGroup::NotAvailable => "无法提供",
        OutcomeGroup::NotProcessed => "不予处理",
        OutcomeGroup::Other => "其他处理",
    }
}

/// The column of table 4 that a result names, after a figure of disputes: 其中维持2件.
pub(super) fn dispute_result(before: &str) -> Option<DisputeColumn> {
    let words = before.trim_start_matches("其中").trim_start_matches("结果").trim_start_matches("被");
    let words = words.trim_end_matches("结果").trim_end_matches("的");
    match words {
        "维持" => Some(DisputeColumn::Upheld),
        "纠正" => Some(DisputeColumn::Corrected),
        "其他" => Some(DisputeColumn::Other),
        "尚未审结" | "未审结" | "正在审理" => Some(DisputeColumn::Pending),
        _ => None,
    }
}

/// What a clause without a figure says there was none of: 未收到政府信息公开申请, 没有发生行政复议、行政诉讼.
pub(super) fn nothing(clause: &str) -> Vec<Topic> {
    ["没有", "不存在", "未", "没", "无", "零"]
        .iter()
        .map(|word| nothing_after(clause, word))
        .find(|topics| !topics.is_empty())
        .unwrap_or_default()
}

fn nothing_after(clause: &str, negation: &str) -> Vec<Topic> {
    let Some((subject, rest)) = clause.split_once(negation) else { return Vec::new() };
    let subject = subject.trim_end_matches(['尚', '并', '均', '都', '也']);
    let with = |vocabulary: &[&'static str]| [vocabulary, NOTHING].concat();
    if has_any(rest, &["复议", "诉讼", "起诉"]) {
        let about = all_known(rest, &with(DISPUTES)) && !has_any(subject, DISPUTES_ELSEWHERE);
        let groups = if about { groups(rest) } else { Vec::new() };
        return groups.into_iter().map(|group| Topic::Disputes(group, DisputeColumn::Sum)).collect();
    }
    let moved = rest.contains('转') && has_any(rest, &["上年", "下年"]);
    // Only 收到, 有 and 无 say that none came; 未受理 and 未办结 say something else.
    let came = !has_any(rest, &["受理", "办理", "处理", "办结", "答复"]) || moved;
    // 未申请公开的 says nothing of what came.
    let came = came && (!matches!(negation, "未" | "没") || moved || has_any(rest, &["收", "接"]));
    let known = all_known(rest, &with(REQUESTS)) && !has_any(subject, NARROWING);
    match (known && came, moved, rest.contains("上年"), rest.contains("下年")) {
        (true, true, true, false) => vec![Topic::Row(Row3::CarriedIn)],
        (true, true, false, true) => vec![Topic::Row(Row3::CarriedOut)],
        (true, true, true, true) => vec![Topic::Row(Row3::CarriedIn), Topic::Row(Row3::CarriedOut)],
        (true, false, false, false) if rest.contains("申请") => vec![Topic::Row(Row3::New)],
        _ => Vec::new(),
    }
}
