//! What the settings screen says.

use crate::desk::Redated;
use crate::request::Setting;
use crate::words::cli::{moved, moved_title};
use crate::words::request::setting;

/// The title of the screen.
pub const TITLE: &str = "设置";
/// Over what holds for the office.
pub const OFFICE_TITLE: &str = "【本机构】修改记入日志，未办结申请立即重新计算";
/// Over what holds for the clerk.
pub const OWN_TITLE: &str = "【本人】只影响自己的屏幕";
/// What the clerk sets.
pub const OWN: [&str; 3] = ["配色", "键位", "引号和破折号的宽度"];
/// Two ambiguous characters between others.
pub const RULER: &str = "“公开”——‘信息’…… |";
/// How the line above is read.
pub const RULER_HELP: &str = "上一行的引号、破折号缺了右半边或叠在一起的，把宽度改为两格";
/// The question of the first run.
pub const WIDTH_TITLE: &str = "先看一眼标点";
/// What the question of the first run shows and asks.
pub fn width_lines() -> Vec<String> {
    vec![RULER.to_owned(), String::new(), WIDTH_QUESTION.to_owned()]
}
const WIDTH_QUESTION: &str = "上面一行的引号、破折号、省略号，在您的终端里怎样显示？";
/// Answers to the question of the first run.
pub const WIDTH_CHOICES: [&str; 2] = ["完整清楚", "缺了右半边，或者叠在一起"];
/// Nothing changes.
pub const SAME: &str = "没有改动";
/// Cases that are named in the question.
const NAMED: usize = 5;

/// Something the clerk sets, and to what.
pub fn own_line(label: &str, value: &str) -> String {
    format!("{label}：{value}")
}

/// A theme, by its name.
pub fn theme(name: &str) -> &'static str {
    match name {
        "light" => "浅色背景",
        "contrast" => "高对比（反白、下划线，不用颜色）",
        "mono" => "无色",
        _ => "默认",
    }
}

/// A key map, by its name.
pub fn preset(name: &str) -> &'static str {
    match name {
        "vim" => "vim（h j k l、gg G、i 等，默认键位也能用）",
        "plain" => "plain（不用功能键和字母键）",
        _ => "默认（方向键、数字键、功能键、Ctrl）",
    }
}

/// The width of ambiguous characters.
pub const fn ambiguous(is_wide: bool) -> &'static str {
    if is_wide { "两格" } else { "一格" }
}

/// What a setting of the office would change.
pub fn consequence(value: Setting, redated: &Redated) -> Vec<String> {
    let mut lines = vec![format!("改为 {}", setting(value))];
    if redated.moved.is_empty() {
        lines.push("没有申请因此改期。".to_owned());
        return lines;
    }
    lines.push(moved_title(redated.moved.len(), true));
    lines.extend(redated.moved.iter().take(NAMED).map(moved));
    if let Some(more) = redated.moved.len().checked_sub(NAMED).filter(|more| *more > 0) {
        lines.push(format!("另有 {more} 件。"));
    }
    lines
}

/// It is set.
pub fn set(value: Setting, redated: &Redated) -> String {
    let moved = redated.moved.len();
    let moved = if moved == 0 { String::new() } else { format!("；改期的申请 {moved} 件") };
    format!("已保存：{}{moved}", setting(value))
}

/// The clerk's own preference holds.
pub fn preferred(label: &str, value: &str) -> String {
    format!("已改为 {}，下次打开也照此", own_line(label, value))
}

/// It holds until the program ends.
pub fn not_kept(label: &str, value: &str, why: &str) -> String {
    format!("已改为 {}；没能写入 config.toml（{why}），只在本次有效", own_line(label, value))
}
