//! What lists say of their order, their views, marks, and steps on many requests at once.

use crate::desk::OrderBy;

/// Behind the number of the selected row, how many are marked.
pub fn marked(count: usize, place: &str) -> String {
    format!("已标记 {count}  {place}")
}

/// More than can be marked at once.
pub fn too_many_to_mark(total: usize, most: usize) -> String {
    format!("共 {total} 件，一次最多标记 {most} 件；请先用查找条件缩小范围")
}

/// Whether words of a search ask for the cases of the clerk and of those for whom he stands in.
pub fn asks_for_mine(words: &str) -> bool {
    ["我承办的", "承办人:我", "承办人：我"].iter().any(|own| words.contains(own))
}

/// The title of a case of somebody else, where it is asked whose it is.
pub fn of_another(name: &str, title: &str) -> String {
    format!("〔{}〕{title}", crate::text::clean_line(name))
}

/// Title of the list of orders.
pub const ORDER_TITLE: &str = "按什么次序排列（再选现在的次序即反过来）";
/// The order that a list has by itself.
pub const USUAL_ORDER: &str = "通常次序";
/// The order that is in force.
const NOW: &str = "（现在）";

/// An order in the list of them.
pub fn order_choice(by: OrderBy, now: Option<bool>) -> String {
    match now {
        None => order_word(by).to_owned(),
        Some(reversed) => format!("{}{NOW}，{}", order_word(by), way(reversed)),
    }
}

const fn order_word(by: OrderBy) -> &'static str {
    match by {
        OrderBy::Due => "到期日期",
        OrderBy::Received => "收到日期",
        OrderBy::Closed => "办结日期",
        OrderBy::No => "编号",
        OrderBy::Applicant => "申请人（拼音）",
        OrderBy::Kind => "申请人类型",
        OrderBy::Status => "办理状态",
        OrderBy::Outcome => "办理结果",
    }
}

const fn way(reversed: bool) -> &'static str {
    if reversed { "从后到前" } else { "从前到后" }
}

/// The title of a list in another order than its own.
pub fn ordered(title: &str, by: OrderBy, reversed: bool) -> String {
    let plain = title.split_once('（').map_or(title, |(plain, _)| plain);
    format!("{plain}（按{}{}）", order_word(by), if reversed { "，从后到前" } else { "" })
}

/// The title of what a search found, kept as a list.
pub fn found_title(words: &str) -> String {
    format!("查找：{}", crate::text::clean_line(words))
}

/// Behind the number of rows where a search stopped at its limit.
pub fn at_least(place: &str) -> String {
    format!("{place}+")
}

/// Before what a half-typed condition can become.
pub fn completions(words: &[String]) -> String {
    format!("补全: {}", words.join("  "))
}
/// Nothing to complete.
pub const NOTHING_TO_COMPLETE: &str =
    "没有可补全的条件；可写 超期 已结 类型: 状态: 结果: 承办人: 收到> 到期<";

/// Title of the list of views.
pub const VIEWS_TITLE: &str = "视图";
/// Sections of the list of views.
pub const VIEW_SECTIONS: [&str; 3] = ["【这一次】", "【我的视图】", "【常用视图】"];
/// Views that come with the program: what is searched, and what it is for.
pub const VIEWS: [(&str, &str); 9] = [
    ("超期", "已过答复期限、尚未答复的"),
    ("今日到期", "今天到期的"),
    ("到期<+6 未结", "六天之内到期的"),
    ("状态:待补正", "等申请人补正的"),
    ("状态:征求意见", "征求意见中的"),
    ("结转 未结", "上年及以前收到、尚未办结的"),
    ("类型:法人 未结", "法人和其他组织的，未办结"),
    ("结果:不予公开", "不予公开的"),
    ("我承办的", "我承办的未办结申请，含我顶岗的"),
];
/// Keep what is searched for now.
pub const VIEW_SAVE: &str = "把现在的查找条件存为视图";
/// Do not keep it any longer.
pub const VIEW_FORGET: &str = "删除这个视图";

/// A view was kept.
pub fn view_saved(words: &str) -> String {
    format!("已存为视图：{}", crate::text::clean_line(words))
}

/// A view is kept no longer.
pub fn view_forgotten(words: &str) -> String {
    format!("已删除视图：{}", crate::text::clean_line(words))
}

/// It could not be kept for the next time.
pub fn view_not_kept(why: &str) -> String {
    format!("视图只在本次有效，没能写入个人配置：{why}")
}

/// Nothing is marked.
pub const NOTHING_MARKED: &str = "还没有标记申请：用空格标记选中的，用 * 标记全部，再成批办理";
/// Title of the list of steps for many requests.
pub fn bulk_title(count: usize) -> String {
    format!("对标记的 {count} 件成批办理")
}

/// Title of the form of a step on many requests.
pub fn bulk_form_title(step: &str, count: usize) -> String {
    format!("{step}  成批 {count} 件")
}

/// Title of the screen of results.
pub fn bulk_screen_title(step: &str, is_done: bool, good: usize, bad: usize) -> String {
    match (is_done, bad) {
        (false, 0) => format!("预演 {step}：{good} 件可以办理，尚未保存"),
        (false, _) => format!("预演 {step}：{good} 件可以办理，{bad} 件不能，尚未保存"),
        (true, 0) => format!("{step}：{good} 件已保存"),
        (true, _) => format!("{step}：{good} 件已保存，{bad} 件没有办理"),
    }
}

/// Heads of the results.
pub const BULK_HEADS: [&str; 3] = ["编号", "申请人", "结果"];

/// What would become of a request, or has.
pub fn bulk_good(standing: &str, warnings: &[String], is_done: bool) -> String {
    let said = if is_done { "已保存" } else { "可以" };
    let mut text = format!("{said}：{standing}");
    for warning in warnings {
        text.push_str(&format!("；注意：{warning}"));
    }
    text
}

/// Why a request is left as it is.
pub fn bulk_bad(why: &str) -> String {
    format!("不办：{}", crate::text::clean_line(why))
}

/// Below the results of a dry run.
pub fn bulk_ask(good: usize) -> String {
    format!("回车办理这 {good} 件，其余保持原样；返回可改")
}
/// Below a dry run in which nothing can be done.
pub const BULK_NONE: &str = "没有一件可以办理：请返回，改正或者另选";
/// Below the results.
pub const BULK_DONE: &str = "各件分别保存，可以逐件撤销";

/// Title of the reasons for taking the last entry back.
pub fn undo_title(entry: &str) -> String {
    format!("撤销上一步：{entry}")
}
/// Reasons for taking an entry back.
pub const UNDO_REASONS: [&str; 3] = ["误操作", "内容录入有误", "重复录入"];
/// Nothing but the registration stands.
pub const NOTHING_TO_UNDO: &str = "没有可以撤销的记录";

/// Title over what others recorded since the clerk looked.
pub const SINCE_TITLE: &str = "您打开之后，他人已有记录";
/// The clerk has read it.
pub const SINCE_SEEN: &str = "知道了";

/// What somebody recorded, at which hour of the day (UTC+8).
pub fn since(at: i64, who: &str, entry: &str) -> String {
    format!("{} {who}  {entry}", hour(at))
}

/// Who did it, and when.
pub fn by(at: i64, who: &str) -> String {
    format!("（{who} {}）", hour(at))
}

fn hour(at: i64) -> String {
    const CHINA: i64 = 8 * 3_600_000;
    let at = jiff::Timestamp::from_millisecond(at.saturating_add(CHINA));
    at.map(|at| at.strftime("%H:%M").to_string()).unwrap_or_default()
}
