//! Words of the room `report`: titles, places, findings, faults of files.

pub(crate) mod cases;
pub(crate) mod checks;
pub(crate) mod claims;
pub(crate) mod handing;
pub(crate) mod reading;

use std::fmt::Display;

use jiff::civil::Date;

/// Row 一 of table 3 in messages.
pub(crate) const NEW: &str = "一、本年新收";
/// Row 二 of table 3 in messages.
pub(crate) const CARRIED_IN: &str = "二、上年结转";
/// Row 四 of table 3 in messages.
pub(crate) const CARRIED_OUT: &str = "四、结转下年度";
/// Table 2 in messages.
pub(crate) const TABLE2: &str = "表二";
/// Table 3 in messages.
pub(crate) const TABLE3: &str = "表三";
/// Table 4 in messages.
pub(crate) const TABLE4: &str = "表四";

/// The names of the sheets of a workbook.
pub(crate) const SHEETS: [&str; 3] = ["二、主动公开", "三、申请办理", "四、复议诉讼"];
/// The name of the sheet of a workbook that holds the words.
pub(crate) const CASES_SHEET: &str = "案件";
/// Headings of the sheet of requests; the last only with names.
pub(crate) const CASE_COLUMNS: [&str; 8] =
    ["编号", "申请人类型", "收到日期", "计入", "办理结果", "办结日期", "结转下年度", "申请人"];
/// In which of the first two rows a request is counted.
pub(crate) const fn came(is_new: bool) -> &'static str {
    if is_new { "本年新收" } else { "上年结转" }
}
/// 是 or 否
pub(crate) const fn yes(is: bool) -> &'static str {
    if is { "是" } else { "否" }
}
/// A row of block 三 by its place and label.
pub(crate) fn result(place: &str, label: &str) -> String {
    format!("{place}{label}")
}
/// The sheet of the words.
pub(crate) const TEXT_SHEET: &str = "正文";
/// The name of the only sheet of a period.
pub(crate) const PERIOD_SHEET: &str = "申请办理";
/// The font of a workbook; every office has it.
pub(crate) const FONT: &str = "宋体";
/// What stands over table 3 of a period.
pub(crate) const PERIOD_NOTE: &str = "收到和处理政府信息公开申请情况（按时段统计，非年度报告）";

/// What a form that cannot merge cells says about them, where only a reader of the source sees it.
pub(crate) const FLATTENED: &str =
    "此格式不能合并单元格：合并的表头逐级用“/”连接，竖向合并的项目名称逐行重复，横向合并的只写在最左一格";
/// The heading of the columns of labels where the published table has none.
pub(crate) const ITEM: &str = "项目";
/// What joins the levels of a heading.
pub(crate) const LEVELS: &str = "/";
/// The captions of the tables, for those who hear a page instead of seeing it.
pub(crate) const CAPTIONS: [&str; 3] = [
    "主动公开政府信息情况统计表",
    "收到和处理政府信息公开申请情况统计表",
    "政府信息公开行政复议、行政诉讼情况统计表",
];
/// The chart of a year.
pub(crate) const CHART: &str = "政府信息公开申请办理情况图";
/// The three parts of the chart: requests that came and went, results, who asked.
pub(crate) const CHART_PARTS: [&str; 3] = ["收到与办结（件）", "办理结果（件）", "已办结申请的申请人（件）"];
/// The bars of the first part.
pub(crate) const CHART_FLOW: [&str; 4] = ["本年新收", "上年结转", "本年办结", "结转下年度"];

/// 办理结果（件）：予以公开 12，不予公开 3。
pub(crate) fn chart_part(title: &str, bars: &[(String, u64)]) -> String {
    let bars: Vec<String> = bars.iter().map(|(label, count)| format!("{label} {count}")).collect();
    format!("{title}：{}。", bars.join("，"))
}

/// Where in a workbook a table stands.
pub(crate) fn see_sheet(sheet: &str) -> String {
    format!("（表见工作表“{sheet}”）")
}

/// Severity error.
pub(crate) const ERROR: &str = "错误";
/// Severity warning.
pub(crate) const WARNING: &str = "警告";

/// A cell with nothing in it.
pub(crate) const BLANK: &str = "空白";
/// What a cell of counts should hold.
pub(crate) const A_COUNT: &str = "非负整数";
/// What the cell of charges should hold.
pub(crate) const AN_AMOUNT: &str = "以万元为单位的非负数，至多六位小数";

/// Kinds of JSON values that were expected.
pub(crate) const A_FIGURE: &str = "数字";
pub(crate) const A_TEXT: &str = "文字";
pub(crate) const A_LIST: &str = "列表";
pub(crate) const AN_OBJECT: &str = "对象";
/// What the title of a part must be.
pub(crate) const A_PART_TITLE: &str = "年度报告六个部分之一的标题";

/// What every title is about, where a long one is broken.
pub(crate) const SUBJECT: &str = "政府信息公开";

/// The end of an annual report's title.
pub(crate) fn year_title(year: i16, tail: &str) -> String {
    format!("{year}年{tail}")
}

/// The end of the title of table 3 of a period.
pub(crate) fn period_title(from: Date, to: Date) -> String {
    let day = |date: Date| format!("{}年{}月{}日", date.year(), date.month(), date.day());
    format!("{}至{}政府信息公开申请办理情况", day(from), day(to))
}

/// 表三 商业企业列
pub(crate) fn column_place(table: &str, column: &str) -> String {
    format!("{table} {column}列")
}

/// 表三 （三）1.属于国家秘密行
pub(crate) fn row_place(table: &str, row: &str) -> String {
    format!("{table} {row}行")
}

/// 表四 行政复议
pub(crate) fn line_place(table: &str, line: &str) -> String {
    format!("{table} {line}")
}

/// 表三 一、本年新收 自然人
pub(crate) fn cell_place(table: &str, row: &str, column: &str) -> String {
    format!("{table} {row} {column}")
}

/// A note beside a cell.
pub(crate) fn note(place: &str, note: &str) -> String {
    format!("注：{place}：{note}")
}

/// A finding as a line.
pub(crate) fn finding(severity: &str, rule: &str, place: &str, message: &str) -> String {
    format!("{severity} {rule} {place}：{message}")
}

/// A sum written out.
pub(crate) fn sum(parts: &[u64], sum: u128) -> String {
    let parts: Vec<String> = parts.iter().map(u64::to_string).collect();
    format!("{} = {sum}", parts.join(" + "))
}

/// The documents that should be valid, written out.
pub(crate) fn documents(before: u64, made: u64, repealed: u64, expected: i128) -> String {
    format!("{before} + {made} - {repealed} = {expected}")
}

pub(crate) fn v1(left: &str, right: &str) -> String {
    format!("本年新收加上年结转 {left}，总计加结转下年度 {right}，两边应相等")
}

pub(crate) fn v2(stated: u64, computed: u128) -> String {
    format!("（七）总计填 {stated}，21项办理结果之和为 {computed}")
}

pub(crate) fn v3(stated: u64, computed: u128) -> String {
    format!("总计填 {stated}，六类申请人之和为 {computed}")
}

pub(crate) fn v4(carried_in: u64, carried_out: u64) -> String {
    format!("上年结转填 {carried_in}，上一年度报告结转下年度为 {carried_out}，应一致")
}

pub(crate) fn v5(stated: u64, computed: u128) -> String {
    format!("总计填 {stated}，维持、纠正、其他、尚未审结之和为 {computed}")
}

pub(crate) fn v7(stated: &str, expected: &str) -> String {
    format!("填的是 {stated}，应填{expected}，没有的填 0")
}

pub(crate) fn v8(valid: u64, before: u64, made: u64, repealed: u64, expected: i128) -> String {
    format!(
        "现行有效填 {valid}，按上年有效 {before} 加制发 {made} 减废止 {repealed} 应为 {expected}，如有失效或清理请说明"
    )
}

pub(crate) fn v15(stated: &str, parts: &str) -> String {
    format!("汇总填 {stated}，下级各机关之和为 {parts}")
}

pub(crate) fn v16(stated: u64, counted: u64) -> String {
    format!("表中为 {stated}，按案件重新清点为 {counted}")
}

pub(crate) fn v16_open(stated: u64, counted: u64) -> String {
    format!("表中为 {stated}，12月31日未办结的案件为 {counted} 件，均应结转")
}

pub(crate) fn v22(now: &str, before: &str) -> String {
    format!("收费 {now} 万元，上年 {before} 万元，相差百倍以上，请核对单位是否为万元")
}

pub(crate) fn not_json(line: usize, column: usize) -> String {
    format!("不是有效的 JSON：第 {line} 行第 {column} 列有误")
}

pub(crate) fn missing(place: &str) -> String {
    format!("缺少 {place}")
}

pub(crate) fn wrong_kind(place: &str, expected: &str) -> String {
    if place.is_empty() {
        format!("整个文件应为{expected}")
    } else {
        format!("{place} 应为{expected}")
    }
}

pub(crate) fn wrong_length(place: &str, expected: usize, found: usize) -> String {
    format!("{place} 应有 {expected} 个数，实有 {found} 个")
}

pub(crate) fn wrong_columns(place: &str, expected: &str) -> String {
    format!("{place} 应依次为 {expected}")
}

pub(crate) fn unknown_row(place: &str, key: &str) -> String {
    format!("{place} 的 key {key} 不是表三的行")
}

pub(crate) fn repeated_row(place: &str, key: &str) -> String {
    format!("{place} 的 key {key} 重复")
}

pub(crate) fn bad_year() -> &'static str {
    "year 应为 1 至 9999 的整数"
}

pub(crate) fn merge_no_figure(part: usize, place: &str) -> String {
    format!("第 {} 份表的 {place} 不是数字，不能汇总", part + 1)
}

pub(crate) fn merge_too_large() -> &'static str {
    "收费金额之和过大，不能汇总"
}

pub(crate) fn layout_fault(fault: &impl Display) -> String {
    format!("表格版式有误：{fault}")
}

pub(crate) fn cannot_write(fault: &impl Display) -> String {
    format!("不能生成文件：{fault}")
}

pub(crate) fn sheet_too_small() -> &'static str {
    "不能生成文件：表格过大"
}
