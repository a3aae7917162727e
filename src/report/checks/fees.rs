//! V10 and P2: the 信息处理费 in the cases, in table 3 and in part six.

use super::claims::{plain, sentences};
use super::passages::{Passage, of_part, part_text};
use super::{FeeFacts, Finding, Target};
use crate::law::OutcomeRow;
use crate::report::{Column3, Part, Prose, Row3, YearTables};
use crate::words::report::checks as words;

/// V10, first half: part six speaks of the fee, also where there was none (the blank form and local notices
/// ask for it). An empty part six is S1's.
pub(super) fn v10_spoken(prose: &Prose, fees: Option<FeeFacts>) -> Option<Finding> {
    let text = part_text(prose, Part::Others);
    let spoken = ["处理费", "收费", "费用"].iter().any(|word| text.contains(word));
    if text.is_empty() || spoken {
        return None;
    }
    let collected = fees.map(|fees| fees.collected_yuan);
    let right = collected.map_or_else(|| words::FEE.to_owned(), words::yuan);
    let message = words::v10_spoken(collected);
    Some(Finding::warning("V10", Target::Part(Part::Others), (words::NOT_SPOKEN.to_owned(), right), message))
}

/// V10, second half: who is no longer answered for want of payment (（六）2) had a notice (收费办法 art. 6).
pub(super) fn v10_notices(tables: &YearTables, fees: FeeFacts) -> Option<Finding> {
    let row = Row3::Result(OutcomeRow::OtherNoFee);
    let lapsed = tables.table3.count(row, Column3::Sum)?;
    let target = Target::Table3 { row: Some(row), column: Some(Column3::Sum) };
    let sides = (lapsed.to_string(), fees.notices.to_string());
    (lapsed > fees.notices)
        .then(|| Finding::warning("V10", target, sides, words::v10_notices(lapsed, fees.notices)))
}

/// P2: what part six says of the fee is what was collected.
pub(super) fn p2(prose: &Prose, fees: FeeFacts) -> Vec<Finding> {
    of_part(prose, Part::Others).flat_map(|passage| of_passage(&passage, fees)).collect()
}

fn of_passage(passage: &Passage<'_>, fees: FeeFacts) -> Vec<Finding> {
    let claims = sentences(passage.text).filter_map(|sentence| Some((sentence, claim(sentence)?)));
    let collected = fees.collected_yuan;
    claims
        .filter(|(_, claim)| match *claim {
            Claim::Nothing => collected > 0,
            Claim::Something => collected == 0,
            Claim::Yuan(stated) => stated != collected,
        })
        .map(|(sentence, claim)| {
            let stated = match claim {
                Claim::Nothing => words::yuan(0),
                Claim::Something => words::SOME_FEE.to_owned(),
                Claim::Yuan(stated) => words::yuan(stated),
            };
            let message = words::p2(sentence, collected);
            Finding::error("P2", passage.target.clone(), (stated, words::yuan(collected)), message)
        })
        .collect()
}

/// What a sentence says was collected.
enum Claim {
    Nothing,
    Something,
    Yuan(u64),
}

fn claim(sentence: &str) -> Option<Claim> {
    let text = plain(sentence, None);
    let of_information =
        text.contains("收费") && ["依申请", "信息公开"].iter().any(|word| text.contains(word));
    if !(text.contains("处理费") || of_information) || text.contains("行政事业性") {
        return None;
    }
    let nothing = [
        "未收取",
        "没有收取",
        "未收",
        "未产生",
        "未发生",
        "未实际收取",
        "没有发生",
        "不收取",
        "无信息处理费",
        "无收取",
        "未向申请人收取",
    ];
    if nothing.iter().any(|word| text.contains(word)) {
        return Some(Claim::Nothing);
    }
    let collecting = ["实际收取", "收取", "收到"];
    let after = collecting.iter().find_map(|word| Some(text.rsplit_once(word)?.1))?;
    match yuan(after) {
        Some(stated) => Some(Claim::Yuan(stated)),
        None if text.contains("收取了") || text.contains("已收取") => Some(Claim::Something),
        None => None,
    }
}

/// The whole yuan that a text names first; amounts with 角 and 分 or in 万元 are passed over.
fn yuan(text: &str) -> Option<u64> {
    let (before, _) = text.split_once('元')?;
    let digits: Vec<char> = before.chars().rev().take_while(char::is_ascii_digit).collect();
    let clean =
        !before.chars().rev().nth(digits.len()).is_some_and(|c| matches!(c, '.' | ',' | '每' | '约' | '近'));
    let number: String = digits.iter().rev().collect();
    number.parse().ok().filter(|_| clean)
}
