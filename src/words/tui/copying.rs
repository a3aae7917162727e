//! What copying says.

use jiff::civil::Date;

use super::screens::{days, status};
use crate::calendar::{Calendar, format_long};
use crate::register::CaseRow;
use crate::text::clean_line;

/// The title of the list.
pub const TITLE: &str = "复制什么";
/// The number of a request.
pub const NUMBER: &str = "编号";
/// A request in one line.
pub const ROW: &str = "一行说明（编号、申请人、标题、状态、期限）";
/// All requests of the list that have been read.
pub const ROWS: &str = "本列表已读出的各行";
/// The due date explained.
pub const CLOCK: &str = "期限说明";
/// Everything on the screen.
pub const WHOLE: &str = "全部内容";
/// Table 3, to be pasted into a sheet.
pub const TABLE3: &str = "表三（可粘贴到表格）";
/// Table 4, to be pasted into a sheet.
pub const TABLE4: &str = "表四（可粘贴到表格）";
/// The view without frames.
pub const VIEW: &str = "无边框视图（用鼠标选取）";
/// There is nothing.
pub const NOTHING: &str = "本界面没有可复制的内容";
/// Too long for a clipboard.
pub const TOO_LONG: &str = "内容太长，终端不会接收；请用无边框视图，或在命令行输出到文件";

/// A request in one line, as one says it to somebody who asks how it stands.
pub fn row(row: &CaseRow, today: Date, calendar: &Calendar) -> String {
    let received = row.listed_on.map(|on| format!("，{}收到", format_long(on))).unwrap_or_default();
    let title = clean_line(row.shown_title());
    let due = row.due_on.filter(|_| row.closed_on.is_none());
    let due = due.map(|on| format!("，到期日 {}", format_long(on))).unwrap_or_default();
    let days = days(row, today, calendar);
    let days = if days.is_empty() { days } else { format!("，{}", days.trim_start_matches('!')) };
    format!("{}，{}{received}，{title}：{}{due}{days}", row.no, row.applicant, status(row))
}

/// It went to the terminal.
pub fn copied(label: &str, count: usize) -> String {
    format!("已送往本机剪贴板：{label}，{count} 字；终端不支持的（粘贴不出来），请用无边框视图")
}
