//! What the screens say.

use jiff::civil::Date;

use crate::calendar::{Calendar, format_iso, format_long};
use crate::register::CaseRow;
use crate::request::{Outcome, Seq, Status};

/// The counters of the header: answers and new answers past their day, due today, due within three working
/// days; receipts to be confirmed; units that owe their word.
pub const COUNTERS: [&str; 5] = ["超期", "今日到期", "3日内", "待确认", "科室超期"];
/// The header before there is an office.
pub const PROGRAM: &str = "政府信息公开申请办理";
/// Behind a day that was set by hand.
const SET_BY_HAND: &str = "演练日期";
/// Behind the day in a practice office.
const PRACTICE: &str = "演练";

/// Titles of the list.
pub const OPEN_TITLE: &str = "未办结申请（按到期先后）";
/// See [`OPEN_TITLE`].
pub const CLOSED_TITLE: &str = "已办结申请（最近收到的在前）";
/// See [`OPEN_TITLE`].
pub const ALL_TITLE: &str = "全部申请（最近收到的在前）";
/// See [`OPEN_TITLE`].
pub const SEARCH_TITLE: &str = "查找申请";
/// Another screen is wanted while something is being filled in.
pub const LEAVE_FIRST: &str = "正在填写：请先保存（F8）或取消（Esc），再去别的界面";
/// Before the search field.
pub const SEARCH_FIELD: &str = "查找: ";
/// Below an empty search field.
pub const SEARCH_HELP: &str =
    "编号、申请人、内容，或编号、申请人、标题的拼音；也可写 超期 已结 类型:法人 收到>0301 结果:不予公开";
/// Nothing was found.
pub const NOTHING_FOUND: &str = "没有找到";
/// No open case.
pub const NOTHING_OPEN: &str = "没有未办结的申请";
/// No row at all.
pub const NOTHING_HERE: &str = "没有申请";
/// Enter on nothing.
pub const NOTHING_SELECTED: &str = "没有选中的申请";

/// Heads of the list and labels of the case.
pub const NO: &str = "编号";
/// See [`NO`].
pub const RECEIVED: &str = "收到";
/// See [`NO`].
pub const APPLICANT: &str = "申请人";
/// See [`NO`].
pub const TITLE: &str = "标题";
/// See [`NO`].
pub const STATUS: &str = "状态";
/// See [`NO`].
pub const OUTCOME: &str = "办理结果";
/// See [`NO`].
pub const CLOSED_ON: &str = "办结日期";
/// See [`NO`].
pub const CHANNEL: &str = "渠道";
/// See [`NO`].
pub const SUBMITTED_ON: &str = "提交日期";
/// See [`NO`].
pub const RECEIVED_ON: &str = "收到日期";
/// See [`NO`].
pub const CONTENT: &str = "申请内容";
/// See [`NO`].
pub const ID_NUMBER: &str = "证件号码";
/// See [`NO`].
pub const CONTACT: &str = "联系方式";
/// See [`NO`].
pub const FORM_OF_SUPPLY: &str = "获取方式";
/// See [`NO`].
pub const PLATFORM_NO: &str = "平台编号";
/// See [`NO`].
pub const UNIT: &str = "承办科室";
/// Heads of the parts of a case.
pub const CLOCK_TITLE: &str = "期限说明";
/// See [`CLOCK_TITLE`].
pub const TIMELINE_TITLE: &str = "办理过程";
/// No clock at all.
pub const NO_CLOCK: &str = "期限未起算";
/// Behind a due date that may move.
const PROVISIONAL: &str = "(暂定)";
/// Before an entry that was taken back.
const REVOKED: &str = "[已撤销] ";

/// On the help screen, over the steps that are reached through the menu.
pub const MENU_STEPS: &str = "其他办理环节（先开列表，再按序号）";
/// Over the steps that can be taken now.
pub const STEPS_NOW: &str = "-- 现在可以办理 --";
/// Over the steps that can only be recorded for an earlier day.
pub const STEPS_EARLIER: &str = "-- 今天不能办理，以前已经办理的可以补记 --";
/// Over the steps that cannot be taken.
pub const STEPS_NOT: &str = "-- 现在不能办理 --";
/// Nothing that was sent waits for its receipt.
pub const NOTHING_OUT: &str = "没有已发出、尚未登记收悉的文书";

/// The session that was chosen has ended.
pub const SESSION_GONE: &str = "那个会话已经结束";
/// The clerk has no other sessions.
pub const NO_SESSIONS: &str = "您没有别的会话";
/// The last choice among sessions.
pub const SESSION_STAY: &str = "留在这里";

/// Titles of windows.
pub const STEPS_TITLE: &str = "办理";
/// See [`STEPS_TITLE`].
pub const CONFIRM_TITLE: &str = "请确认";
/// See [`STEPS_TITLE`].
pub const DRAFT_TITLE: &str = "已填的内容";
/// See [`STEPS_TITLE`].
pub const QUIT_TITLE: &str = "退出";
/// See [`STEPS_TITLE`].
pub const SESSIONS_TITLE: &str = "您的其他会话：接过来继续";
/// See [`STEPS_TITLE`].
pub const HELP_TITLE: &str = "帮助：本界面的按键";
/// The choices of a final act; the first does it.
pub const CONFIRM_CHOICES: [&str; 2] = ["确认办理", "返回修改"];
/// The choices for a half-typed form: keep, give up, go on.
pub const DRAFT_CHOICES: [&str; 3] = ["保留草稿", "放弃", "继续填写"];
/// The choices of quitting; the first quits.
pub const QUIT_CHOICES: [&str; 2] = ["退出", "不退出"];
/// Below the consequence of a final act.
pub const REVOKE_LATER: &str = "办错了可以撤销该记录，原记录保留。";

/// What is being done, where it takes long.
pub const BUSY_FINDING: &str = "正在查找，请稍候……";
/// See [`BUSY_FINDING`].
pub const BUSY_CHECKING: &str = "正在校验，请稍候……";
/// See [`BUSY_FINDING`].
pub const BUSY_EXPORTING: &str = "正在导出，请稍候……";
/// See [`BUSY_FINDING`].
pub const BUSY_COUNTING: &str = "正在统计，请稍候……";
/// See [`BUSY_FINDING`].
pub const BUSY_REDATING: &str = "正在重新计算期限，请稍候……";
/// See [`BUSY_FINDING`].
pub const BUSY_WRITING: &str = "正在办理，请稍候……";
/// See [`BUSY_FINDING`].
pub const BUSY_READING: &str = "正在读取，请稍候……";

/// The tables are not here yet.
pub const READING: &str = "正在读取";
/// Over the labels of table 3.
pub const TABLE3_HEAD: &str = "表三 收到和处理申请情况";
/// Every column balances.
pub const BALANCED: &str = "一+二=三(七)+四  各列平衡";
/// The office was made.
pub const FOUNDED: &str = "公开工作机构已建立，可以登记申请";

/// Head of the marks on the help screen.
pub const MARKS_TITLE: &str = "标记的含义";
/// What the marks in lists mean.
pub const MARKS: [(&str, &str); 11] = [
    ("答复 剩12天", "下一个期限是答复，距到期日还有12个工作日，到期日当天为最后一日"),
    ("今日 / 今日到期", "今天是该期限的最后一日"),
    ("!超3天 / !超期3天", "本机关的期限已超过到期日3个工作日"),
    ("意见 03-30", "等待第三方或者其他机关的意见，日期是其期限的最后一日"),
    ("补正 超2天", "申请人的期限已过2个工作日"),
    ("待补正至 03-20", "等待申请人补正，日期是申请人补正的最后一日；收到补正后期限重新起算"),
    ("暂 / (暂定)", "到期日所在年份的放假安排尚未录入，到期日可能变动"),
    ("日历中的 休 / 班", "放假 / 调休上班；周六、周日没有“班”的休息"),
    ("[已撤销]", "该记录已被撤销，不再起作用，但仍保留"),
    ("表三中的 !", "该合计与分项之和不符"),
    ("*", "必须填写"),
];

/// The civil day of the header.
pub fn day(today: Date, set: bool, practice: bool) -> String {
    let day = format_long(today);
    match (set, practice) {
        (true, _) => format!("{day} {SET_BY_HAND}"),
        (false, true) => format!("{day} {PRACTICE}"),
        (false, false) => day,
    }
}

/// The same where there is little room: what must be told stays.
pub fn short_header_day(today: Date, set: bool, practice: bool) -> String {
    let mark = match (set, practice) {
        (true, _) => SET_BY_HAND,
        (false, true) => PRACTICE,
        (false, false) => "",
    };
    format!("{mark} {}", short_day(today)).trim_start().to_owned()
}

/// Clerk and day in the header, behind the organ.
pub fn clerk_and_day(clerk: &str, day: &str) -> String {
    format!("{clerk}  {day}")
}

/// A counter of the header.
pub fn counter(name: &str, count: usize) -> String {
    format!("{name} {count}")
}

/// The status of a row.
pub const fn status(row: &CaseRow) -> &'static str {
    if row.void { "登记撤销" } else { row.status.label() }
}

/// The days left in words; of a concluded case, its day.
pub fn days(row: &CaseRow, today: Date, calendar: &Calendar) -> String {
    if let Some(on) = row.closed_on {
        return format!("办结{}", format_iso(on));
    }
    let Some(left) = row.days_left(today, calendar) else {
        return match (row.waits_until, row.status) {
            (Some(until), status) => format!("待{}至 {}", awaited(status), short_day(until)),
            (None, Status::Unconfirmed) => "未起算".to_owned(),
            (None, _) => String::new(),
        };
    };
    let words = match left {
        ..0 => format!("!超期{}天", left.unsigned_abs()),
        0 => "今日到期".to_owned(),
        _ => format!("剩{left}天"),
    };
    if row.provisional { format!("{words}{PROVISIONAL}") } else { words }
}

/// What the applicant is waited for.
const fn awaited(status: Status) -> &'static str {
    match status {
        Status::AwaitingFee => "缴费",
        Status::AwaitingReasons => "理由",
        _ => "补正",
    }
}

/// A day without its year.
pub fn short_day(on: Date) -> String {
    format!("{:02}-{:02}", on.month(), on.day())
}

/// Status, due date and days left of a case.
pub fn standing(row: &CaseRow, today: Date, calendar: &Calendar) -> String {
    let status = status(row);
    match (row.due_on, row.waits_until) {
        (Some(due), _) => format!("{status}，到期日 {}，{}", format_long(due), days(row, today, calendar)),
        (None, Some(until)) => {
            format!("{status}，申请人{}期限至 {}", awaited(row.status), format_long(until))
        }
        (None, None) if row.late => format!("{status}，送达已超过答复期限"),
        (None, None) => status.to_owned(),
    }
}

/// The row of table 3 and the kind.
pub fn outcome(outcome: &Outcome) -> String {
    let kind = outcome.kind.map_or("", |kind| kind.label());
    outcome_words(&outcome.row.place(), outcome.row.short_label(), kind)
}

/// The row of table 3 by its place and label, and the kind, where there is one.
pub fn outcome_words(place: &str, label: &str, kind: &str) -> String {
    let kind = if kind.is_empty() { String::new() } else { format!("（{kind}）") };
    format!("{place}{label}{kind}")
}

/// Name and kind of the applicant.
pub fn applicant(name: &str, kind: &str) -> String {
    format!("{name}（{kind}）")
}

/// The label of an item.
pub fn item(n: usize) -> String {
    format!("事项{n}")
}

/// An item and its answer.
pub fn item_answer(text: &str, answer: &str) -> String {
    if answer.is_empty() { text.to_owned() } else { format!("{text}  [{answer}]") }
}

/// The title of a case.
pub fn case_title(no: &str) -> String {
    format!("申请 {no}")
}

/// A line of the clock.
pub fn clock_line(rule: &str, effect: &str, article: &str) -> String {
    let cited = if article.is_empty() { String::new() } else { format!("（{article}）") };
    format!("{rule}：{effect}{cited}")
}

/// Number and day of an entry.
pub fn entry_label(seq: Seq, on: Option<Date>) -> String {
    let on = on.map(format_iso).unwrap_or_default();
    format!("{seq:>5} {on}")
}

/// An entry of the timeline.
pub fn entry(name: &str, detail: &str, revoked: bool) -> String {
    let mark = if revoked { REVOKED } else { "" };
    if detail.is_empty() { format!("{mark}{name}") } else { format!("{mark}{name}：{detail}") }
}

/// A key that may follow, and what it does.
pub fn follow(keys: &str, label: &str) -> String {
    format!("{keys} {label}")
}

/// What quitting leaves behind.
pub fn quit_lines(drafts: usize) -> Vec<String> {
    match drafts {
        0 => vec!["所有办理结果都已保存。".to_owned()],
        n => vec![format!("有 {n} 份没有填完的内容，已存为草稿，下次进入时可以接着填。")],
    }
}

/// How another session of the clerk stands: left, or open somewhere; for how many minutes; a form in it.
pub fn session_stands(is_left: bool, minutes: i64, is_half_typed: bool) -> String {
    let when = match minutes {
        i64::MIN..=0 => "刚才".to_owned(),
        1..60 => format!("{minutes} 分钟前"),
        _ => format!("{} 小时前", minutes / 60),
    };
    let stands =
        if is_left { format!("{when}断开") } else { format!("在另一处开着，{when}有操作") };
    format!("{stands}{}", if is_half_typed { "，有没填完的内容" } else { "" })
}

/// The clerk has sessions elsewhere.
pub fn other_sessions(count: usize, key: &str) -> String {
    format!("您另有 {count} 个会话；按 {key} 查看，可以接过来")
}

/// It is on disk.
pub fn saved(row: &CaseRow, today: Date, calendar: &Calendar) -> String {
    let due = match (row.due_on, row.waits_until) {
        (Some(due), _) => format!("，到期日 {}（{}）", format_iso(due), days(row, today, calendar)),
        (None, Some(until)) => {
            format!("，{}期限至 {}", awaited(row.status), format_iso(until))
        }
        (None, None) => row.closed_on.map_or_else(String::new, |on| format!("，办结日期 {}", format_iso(on))),
    };
    format!("已保存：{} {}{due}", row.no, status(row))
}

/// A warning behind what was saved.
pub fn and_warning(warning: &str) -> String {
    format!("；{warning}")
}

/// A step on the help screen that is reached through the menu.
pub fn menu_step(label: &str, text: &str) -> String {
    format!("{label}：{text}")
}

/// Where it will be counted.
pub fn will_count(year: i16, outcome: &str, column: &str) -> String {
    format!("计入 {year} 年度表三：{outcome}，{column}列加 1。")
}

/// Where it will be counted instead of where it was.
pub fn will_count_instead(year: i16, outcome: &str) -> String {
    format!("{year} 年度表三改计：{outcome}。")
}

/// The title of the carry-over screen.
pub fn carry_title(year: i16) -> String {
    format!("{year} 年度结转")
}

/// A group of the carry-over screen with its count.
pub fn carry_group(n: u16, year: i16, today: Date, count: usize, here: bool) -> String {
    let mark = if here { ">" } else { " " };
    let last = year.saturating_sub(1);
    let words = match n {
        0 => format!("上年结转仍未办结（{last} 年底以前收到）"),
        1 => format!("上年结转已经办结（{last} 年底未办结，此后办结）"),
        _ if year < today.year() => format!("结转下年度（{year} 年底未办结）"),
        _ => format!("结转下年度（截至 {} 未办结）", format_iso(today)),
    };
    format!("{mark} {}. {words}：{count} 件", n + 1)
}

/// The title over the requests of a cell.
pub fn cell_title(year: i16, row: &str, column: &str) -> String {
    format!("{year} 年度表三：{row} / {column}")
}

/// Columns that do not balance.
pub fn unbalanced(columns: &[&str]) -> String {
    format!("! 一+二 与 三(七)+四 不等：{}", columns.join("、"))
}

/// The label of a row, whole.
pub fn full_label(label: &str) -> String {
    format!("全称：{label}")
}

/// Behind the title of a case, who else is at it.
pub fn also_here(title: &str, names: &[&str]) -> String {
    format!("{title}  [{} 也在看]", names.join("、"))
}

/// A paste that is longer than any field.
pub fn paste_too_long(limit: usize) -> String {
    format!("粘贴的内容超过 {limit} 字，没有粘贴；请分段粘贴")
}
