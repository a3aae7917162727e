//! P1: who says that all was answered in time has no late answer.

use super::claims::{plain, sentences};
use super::passages::passages;
use super::{Finding, Target};
use crate::report::{Part, Prose};
use crate::words::report::checks as words;

/// All of them.
const ALL: [&str; 8] = ["均", "全部", "全都", "都按", "都在", "都已", "一律", "逐件"];
/// In time.
const IN_TIME: [&str; 12] = [
    "按时",
    "按期",
    "如期",
    "规定时限内",
    "规定期限内",
    "规定时间内",
    "法定时限内",
    "法定期限内",
    "法定时间内",
    "时限内",
    "期限内",
    "未超期",
];
/// None late, in one word.
const NONE_LATE: [&str; 14] = [
    "无超期",
    "无逾期",
    "零超期",
    "零逾期",
    "未出现超期",
    "未出现逾期",
    "未发生超期",
    "未发生逾期",
    "没有超期",
    "没有逾期",
    "无超时",
    "不存在超期",
    "不存在逾期",
    "未逾期",
];
/// Rates of a hundred per cent.
const RATES: [&str; 8] = [
    "按时办结率",
    "按期办结率",
    "按时答复率",
    "按期答复率",
    "及时答复率",
    "按时回复率",
    "按期回复率",
    "按期办理率",
];
/// Speaking of something else than requests.
const FOREIGN: [&str; 9] = ["留言", "信访", "提案", "建议", "热线", "咨询", "投诉", "工单", "发布"];

/// P1 over parts one, three and six: the sentences that claim punctuality while `late` answers came late.
pub(super) fn p1(prose: &Prose, late: u64) -> Vec<Finding> {
    if late == 0 {
        return Vec::new();
    }
    let parts = [Some(Part::Overview), Some(Part::Requests), Some(Part::Others)];
    let mut findings = Vec::new();
    for passage in passages(prose).filter(|passage| parts.contains(&passage.part)) {
        for sentence in sentences(passage.text).filter(|sentence| claims_punctuality(sentence)) {
            findings.push(finding(sentence, passage.target.clone(), late));
        }
    }
    findings
}

fn finding(sentence: &str, target: Target, late: u64) -> Finding {
    let sides = (words::NONE_LATE.to_owned(), words::late(late));
    Finding::error("P1", target, sides, words::p1(sentence, late))
}

fn claims_punctuality(sentence: &str) -> bool {
    let text = plain(sentence, None);
    let has = |list: &[&str], text: &str| list.iter().any(|word| text.contains(word));
    if !text.contains("申请") && !text.contains("答复") || has(&FOREIGN, &text) {
        return false;
    }
    let clause = |clause: &str| {
        let all_in_time =
            has(&ALL, clause) && has(&IN_TIME, clause) && !has(&["应当", "确保", "要求"], clause);
        let rate = has(&RATES, clause) && (clause.contains("100%") || clause.contains("百分之百"));
        all_in_time || rate || has(&NONE_LATE, clause)
    };
    text.split(['，', ',', '；', ';', '(', ')']).any(clause)
}
