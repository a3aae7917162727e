//! Results of merging subordinate organs' tables.

use std::path::Path;

use crate::report::{Doubt, Fault, Returned, RosterLine, State};
use crate::words::report::reading;

/// Stands in the title where no name was given.
pub const MERGED_ORGAN: &str = "各机关合计";

/// Nothing was left.
pub const NOTHING_TO_MERGE: &str = "没有汇总：没有一份文件可以计入，请按上列各条改正后再试";

/// So many names are written out.
const NAMED: usize = 8;

/// Why a file does not count, as a line.
pub fn returned(returned: &Returned, fault: &Fault) -> String {
    let organ = returned.organ.as_deref().map(|organ| format!("（{organ}）")).unwrap_or_default();
    format!("退回 {}{organ}：{}", returned.file, self::fault(fault))
}

fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Unread(why) => why.clone(),
        Fault::OtherYear(year) => format!("是 {year} 年的报告，年份不符"),
        Fault::SameOrgan { file } => format!("与 {file} 是同一机关的报告，重复"),
        Fault::Rule(finding) => finding.line(),
    }
}

/// Something in a file had to be guessed.
pub fn doubtful(file: &str, doubt: &Doubt) -> String {
    format!("{file}：{}", reading::hint(doubt))
}

/// A file that names no year.
pub fn without_year(file: &str) -> String {
    format!("{file}：提示：没有写明年份，按所列年份计入，请核对")
}

/// Files for which rules have warnings.
pub fn warned(files: &[&str]) -> String {
    if files.is_empty() {
        return String::new();
    }
    format!(
        "提示：{} 份文件有规则提示（不影响汇总），可用 gongkai check --file 逐份查看：{}",
        files.len(),
        some(files.iter().map(|file| (*file).to_owned()))
    )
}

/// The first names, and that there are more.
fn some(names: impl ExactSizeIterator<Item = String>) -> String {
    let more = if names.len() > NAMED { " 等" } else { "" };
    let names: Vec<String> = names.take(NAMED).collect();
    format!("{}{more}", names.join("、"))
}

/// The merging stops.
pub fn merge_stopped(returned: usize) -> String {
    format!(
        "没有汇总：{returned} 份文件有上列错误。请退回改正后再汇总，或加 --leave-out-failing 汇总其余各份"
    )
}

/// How many count.
pub fn merged(taken: usize, returned: usize) -> String {
    match returned {
        0 => format!("已汇总 {taken} 份"),
        _ => format!("已汇总 {taken} 份，另有 {returned} 份有错误未计入"),
    }
}

/// A finding on the sum.
pub fn of_the_sum(line: &str) -> String {
    format!("汇总结果：{line}")
}

/// The tables could not be added.
pub fn not_merged(file: Option<&str>, why: &str) -> String {
    match file {
        Some(file) => format!("没有汇总：{file}：{why}"),
        None => format!("没有汇总：{why}"),
    }
}

/// V15 for documents of several organs.
pub fn joint_documents(makers: &[(&str, u64)]) -> String {
    let sum: u64 = makers.iter().map(|(_, made)| made).sum();
    let named = some(makers.iter().map(|(organ, made)| format!("{organ} {made} 件")));
    format!(
        "提示 V15：{} 个机关共制发规章和行政规范性文件 {sum} 件（{named}）。\
         联合制发的只由牵头机关计入，表中看不出，请核对有无重复",
        makers.len()
    )
}

/// The output is among the parts.
pub fn own_output(path: &Path) -> String {
    format!("输出文件 {} 也在要汇总的文件之中，没有汇总，请另指定输出文件", path.display())
}

/// A file that is no roster.
pub fn no_roster(path: &Path) -> String {
    format!("名单 {} 中没有机关，没有汇总；名单是文本文件，一行写一个机关全称", path.display())
}

/// What the roster says altogether.
pub fn roster_head(lines: &[RosterLine<'_>]) -> String {
    let count = |wanted: fn(&State<'_>) -> bool| lines.iter().filter(|line| wanted(&line.state)).count();
    format!(
        "名单：应报 {}，已报 {}，退回 {}，未报 {}",
        lines.len(),
        count(|state| matches!(state, State::Taken(_))),
        count(|state| matches!(state, State::Returned(_))),
        count(|state| matches!(state, State::Missing)),
    )
}

/// A line of the roster.
pub fn roster_line(line: &RosterLine<'_>) -> String {
    match &line.state {
        State::Taken(file) => format!("  已报  {}  {file}", line.organ),
        State::Returned(returned) => {
            let why = returned.faults.first().map(fault).unwrap_or_default();
            let more = match returned.faults.len() {
                0 | 1 => String::new(),
                all => format!(" 等 {all} 处"),
            };
            format!("  退回  {}  {}：{why}{more}", line.organ, returned.file)
        }
        State::Missing => format!("  未报  {}", line.organ),
    }
}

/// A file of an organ that the roster does not have.
pub fn beyond_roster(file: &str) -> String {
    format!("  名单外  {file}，已计入，请核对机关名称")
}
