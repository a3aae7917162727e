//! Results of working on an annual report.

use std::path::Path;

use crate::desk::TextState;
use crate::report::Difference;
use crate::words::office::text_place;

/// The words of one place, with what they are.
pub fn text_state(state: &TextState) -> String {
    let name = text_place(state.place);
    let kind = if state.is_draft { "系统拟稿" } else { "已改写" };
    match &state.resolved {
        Ok(text) if text.is_empty() && !state.is_draft => format!("【{name}】（不写）"),
        Ok(text) if text.is_empty() => format!("【{name}】（空）"),
        Ok(text) => format!("【{name}】（{kind}，{} 字）\n{text}", letters(text)),
        Err(error) => format!("【{name}】（{kind}）\n{}\n！{error}", state.text),
    }
}

/// Characters that count as 字.
fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Words that were written.
pub fn text_written(place: &str, letters: usize) -> String {
    format!("已保存“{place}”的文字，{letters} 字")
}

/// The draft is taken again.
pub fn draft_again(place: &str) -> String {
    format!("“{place}”已改回系统拟稿，原文字留在日志中")
}

/// A place stays without words.
pub fn text_left_out(place: &str) -> String {
    format!("“{place}”不写文字，原文字留在日志中")
}

/// A file without text.
pub fn no_text(path: &Path) -> String {
    format!("文件 {} 不是 UTF-8 或 GB18030 文本，没有保存，请另存为文本文件（.txt）后再试", path.display())
}

/// A live field and what stands for it.
pub fn field_line(name: &str, value: &str) -> String {
    format!("{{{name}}}  {value}")
}

/// It is published.
pub fn published(year: i16, seq: u64, seal: &str) -> String {
    format!("{year} 年度报告已公布并封存（第 {seq} 号记录，封印 {seal}）")
}

/// It is not published yet.
pub fn not_published(year: i16) -> String {
    format!("{year} 年度报告尚未公布")
}

/// Nothing has changed since.
pub fn no_difference(year: i16) -> String {
    format!("{year} 年度报告与现有记录一致")
}

/// A cell that has changed since.
pub fn difference(difference: &Difference) -> String {
    format!("{}：已公布 {}，现为 {}", difference.place, difference.published, difference.now)
}

/// An earlier report was taken over.
pub fn stated(year: i16) -> String {
    format!("已录入 {year} 年已公布的报告，{} 年的上年结转将与之核对", year.saturating_add(1))
}

/// The file is of another year.
pub fn other_year(path: &Path, stated: i16, wanted: i16) -> String {
    format!("文件 {} 是 {stated} 年的报告，不是 {wanted} 年的，没有录入，请核对年份", path.display())
}

/// The other report is not of the year before.
pub fn not_the_year_before(path: &Path, before: i16, year: i16) -> String {
    format!(
        "文件 {} 是 {before} 年的报告，不是 {year} 年的上一年，没有校验，请核对 --previous",
        path.display()
    )
}

/// Nameless requests that were brought in.
pub fn brought(count: usize) -> String {
    format!("已录入未具名的期初结转申请 {count} 件，请用“更正登记”补齐申请人、内容和收到日期")
}

/// An organ of the office.
pub fn organ(name: &str, prefix: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{name}（字号 {prefix}）") }
}

/// An organ was added.
pub fn organ_added(name: &str) -> String {
    format!("已增加机关“{name}”，登记时用 --organ 指明")
}

/// The words of a report were not judged.
pub fn words_unjudged(year: i16) -> String {
    format!("{year} 年度报告的文字尚未改写，只校验了各表和记录；改写后一并校验（gongkai annual {year} text）")
}

/// The sheet of requests is asked for in another form.
pub const CASES_ONLY_IN_XLSX: &str =
    "--cases 只用于 xlsx 格式，没有生成报告；请加 --format xlsx 或 -o 文件.xlsx";
