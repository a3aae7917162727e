//! What is wrong with a report: its words, its titles, its days.

use jiff::civil::Date;

/// Sentences are quoted up to this length.
const QUOTED: usize = 60;

pub(crate) const REPORT: &str = "报告";
pub(crate) const TITLE: &str = "标题";
pub(crate) const PREFACE: &str = "前言";
pub(crate) const MISSING: &str = "缺少";
pub(crate) const NO_TEXT: &str = "无文字";
pub(crate) const SOME_TEXT: &str = "应有文字";
pub(crate) const NOT_SPOKEN: &str = "未提及";
pub(crate) const PROBLEMS: &str = "存在的问题及改进情况";
pub(crate) const LAST_PROBLEMS: &str = "上一年度问题的改进情况";
pub(crate) const FEE: &str = "信息处理费收取情况";
pub(crate) const SOME_FEE: &str = "已收取";
pub(crate) const NONE_LATE: &str = "均按时";
pub(crate) const V11_NOTHING: &str = "第五部分不能为空或只写无，应写明存在的主要问题及改进情况";
pub(crate) const V11_LAST: &str = "第五部分未提及上一年度所列问题的改进情况";

/// A sentence in quotes, cut where it is long.
pub(super) fn quoted(sentence: &str) -> String {
    let head: String = sentence.chars().take(QUOTED).collect();
    if head.len() < sentence.len() { format!("“{head}...”") } else { format!("“{head}”") }
}

pub(crate) fn paragraph_place(part: &str, index: usize) -> String {
    format!("{part} 第{}段", index.saturating_add(1))
}

pub(crate) fn note_place(part: &str, index: usize) -> String {
    format!("{part} 第{}条注", index.saturating_add(1))
}

pub(crate) fn case_place(no: &str) -> String {
    format!("申请 {no}")
}

pub(crate) fn day(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

pub(crate) fn year(year: i16) -> String {
    format!("{year}年")
}

pub(crate) fn yuan(yuan: u64) -> String {
    format!("{yuan}元")
}

pub(crate) fn letters(count: usize) -> String {
    format!("{count}字")
}

pub(crate) fn at_least(count: usize) -> String {
    format!("不少于{count}字")
}

pub(crate) fn at_most(count: usize) -> String {
    format!("不超过{count}字")
}

pub(crate) fn per_cent(value: u8) -> String {
    format!("{value}%")
}

pub(crate) fn below(value: u8) -> String {
    format!("低于{value}%")
}

pub(crate) fn late(count: u64) -> String {
    format!("逾期{count}件")
}

pub(crate) fn v9(stated: u64) -> String {
    format!("本机关没有规章制定权，规章应填 0，填的是 {stated}")
}

pub(crate) fn v10_spoken(collected: Option<u64>) -> String {
    match collected.filter(|collected| *collected > 0) {
        Some(collected) => format!("本年收取信息处理费 {collected} 元，第六部分应当报告"),
        None => "第六部分应当报告信息处理费收取情况，没有收取的也要写明".to_owned(),
    }
}

pub(crate) fn v10_notices(lapsed: u64, notices: u64) -> String {
    format!("逾期不缴费不再处理 {lapsed} 件，收费通知只有 {notices} 件")
}

pub(crate) fn v11_short(length: usize, least: usize) -> String {
    format!("第五部分只有 {length} 字，少于 {least} 字，难以写明问题和改进情况")
}

pub(crate) fn v12_long(length: usize, most: usize) -> String {
    format!("总体情况 {length} 字，原则上不超过 {most} 字")
}

pub(crate) fn v12_missing(missing: &str) -> String {
    format!("总体情况未写到{missing}")
}

pub(crate) fn v13_missing(title: &str) -> String {
    format!("缺少标题“{title}”")
}

pub(crate) fn v13_order(title: &str, before: &str) -> String {
    format!("标题“{title}”应在“{before}”之前")
}

pub(crate) fn v13_variant(heading: &str, title: &str) -> String {
    format!("标题为“{}”，格式规定为“{title}”", heading.trim())
}

pub(crate) fn v14_year(stated: i16, year: i16) -> String {
    format!("标题是 {stated} 年，数据是 {year} 年")
}

pub(crate) fn v14_no_year(year: i16) -> String {
    format!("标题没有年份，应为 {year} 年")
}

pub(crate) fn v14_tail(tail: &str) -> String {
    format!("标题应以“{tail}”结尾")
}

pub(crate) fn span(from: (i16, i8, i8), to: (i16, i8, i8)) -> String {
    let day = |(year, month, day): (i16, i8, i8)| format!("{year}年{month}月{day}日");
    format!("{}至{}", day(from), day(to))
}

pub(crate) fn v14_period(stated: &str, right: &str) -> String {
    format!("统计期限写为{stated}，应为{right}")
}

pub(crate) fn v20_legal(on: Date, last: Date, government: bool) -> String {
    let who = if government {
        "政府年度报告应于3月31日前公布"
    } else {
        "部门年度报告应于1月31日前报送并公布"
    };
    format!("{}晚于{}，{who}", day(on), day(last))
}

pub(crate) fn v20_own(on: Date, last: Date) -> String {
    format!("{}晚于本机关设定的报送日{}", day(on), day(last))
}

pub(crate) fn v22_no_items(charged: &str) -> String {
    format!("收费 {charged} 万元，但本机关没有行政事业性收费项目")
}

pub(crate) fn s1(title: &str) -> String {
    format!("“{title}”没有文字")
}

pub(crate) fn s2(found: &str) -> String {
    format!("留有未填写的“{found}”")
}

pub(crate) fn p1(sentence: &str, late: u64) -> String {
    format!("{}：本年有 {late} 件逾期答复", quoted(sentence))
}

pub(crate) fn p2(sentence: &str, collected: u64) -> String {
    format!("{}：本年实际收取 {collected} 元", quoted(sentence))
}

pub(crate) fn p3(title: &str, likeness: u8) -> String {
    format!("“{title}”与上一年度文字相似 {likeness}%，请改写")
}
