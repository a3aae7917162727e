//! What the screen of the clerks says.

use jiff::civil::Date;

use crate::office::{Role, Roles};
use crate::request::Seq;
use crate::text::clean_line;
use crate::tui::staff::ClerkDeed;

/// The title of the screen.
pub const TITLE: &str = "人员";
/// Headings.
pub const COLUMNS: [&str; 5] = ["号", "姓名", "未办结", "角色", "顶岗"];
/// At the foot.
pub const FOOT: &str = "增加人员、变更账号：gongkai clerk add / set（由管理人员办理）";

/// What a clerk may do.
pub fn roles(roles: Roles, is_here: bool) -> String {
    if !is_here {
        return "离岗".to_owned();
    }
    if roles == Roles::ALL {
        return "全部角色".to_owned();
    }
    roles.iter().map(Role::label).collect::<Vec<_>>().join("、")
}

/// Who stands in, and when.
pub fn stand_in(by: &str, from: Date, until: Option<Date>, now: bool) -> String {
    let by = clean_line(by);
    match (now, until) {
        (true, Some(until)) => format!("{by} 至 {until}"),
        (true, None) => format!("{by} 顶岗中"),
        (false, Some(until)) => format!("{by} {from} 至 {until}"),
        (false, None) => format!("{by} {from} 起"),
    }
}

/// The search that lists the open cases of a clerk.
pub fn cases_of(name: &str) -> String {
    format!("未结 承办人:{name}")
}

/// Nothing to list or to hand over.
pub fn no_cases(name: &str) -> String {
    format!("“{}”没有承办未办结的申请", clean_line(name))
}

/// Labels.
pub const TAKING: &str = "接收人";
/// See [`TAKING`].
pub const STANDING_IN: &str = "顶岗的人";
/// See [`TAKING`].
pub const FIRST_DAY: &str = "首日";
/// See [`TAKING`].
pub const LAST_DAY: &str = "末日";
/// See [`TAKING`].
pub const FILE_NAME: &str = "文件名";
/// Below the one who stands in.
pub const STAND_IN_NOTE: &str = "其本人的角色不变；其办理的记录是其本人的姓名，承办人不变";
/// Below the last day.
pub const LAST_DAY_NOTE: &str = "不填则到结束顶岗时为止";
/// Below who takes over, on the printed list.
pub const TAKING_NOTE: &str = "不填则留空手写";
/// Below the name of the file.
pub const FILE_NOTE: &str = "扩展名决定格式：docx xlsx html md txt；写到本机当前目录，或写明完整路径";
/// Whether he has a role.
pub const HAS_ROLE: [&str; 2] = ["有", "没有"];

/// Below who takes over.
pub fn hand_over_note(open: usize) -> String {
    format!("移交全部 {open} 件未办结的申请；只移交几件的，在申请列表中标记后成批“移交”")
}

/// The name proposed for the list.
pub fn file_name(name: &str) -> String {
    let name: String = clean_line(name).chars().filter(|c| !matches!(c, '/' | '\\')).collect();
    format!("{name}交接清单.docx")
}

/// What a role may do.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Admin => "人员、设置、日历、机关",
        Role::Handler => "登记和办理申请、台账、年度报告文字",
        Role::Unit => "科室答复、科室退回、附注",
        Role::Reviewer => "审查审核、附注",
        Role::Leader => "领导审签、公布年度报告、附注",
        Role::Statistician => "台账、年度报告文字、公布年度报告",
        Role::Reader => "只看不办",
    }
}

/// The title of a form.
pub(crate) fn form_title(deed: ClerkDeed, name: &str, is_here: bool) -> String {
    let name = clean_line(name);
    match (deed, is_here) {
        (ClerkDeed::HandOver, _) => format!("移交 {name} 承办的申请"),
        (ClerkDeed::StandIn, _) => format!("{name} 不在时由谁顶岗"),
        (ClerkDeed::Print, _) => format!("{name} 的交接清单"),
        (ClerkDeed::Roles, true) => format!("{name} 的角色"),
        (ClerkDeed::Roles, false) => format!("{name} 回岗，角色"),
    }
}

/// Numbers that are named in a question.
const NAMED: usize = 8;

/// What would be handed over.
pub fn would_hand_over(from: &str, to: &str, numbers: &[String]) -> Vec<String> {
    let named: Vec<String> = numbers.iter().take(NAMED).map(|no| clean_line(no)).collect();
    let more = if numbers.len() > NAMED { "等" } else { "" };
    vec![
        format!("由 {} 移交 {} {} 件：", clean_line(from), clean_line(to), numbers.len()),
        format!("{}{more}", named.join("、")),
    ]
}

/// It is handed over.
pub fn handed_over(from: &str, to: &str, count: usize, commit: Option<Seq>) -> String {
    let commit = commit.map_or_else(String::new, |commit| format!("（批号 {commit}）"));
    format!("已保存：{} 的 {count} 件已移交 {}{commit}", clean_line(from), clean_line(to))
}

/// Somebody stands in.
pub fn stand_in_set(of: &str, by: &str) -> String {
    format!("已保存：{} 不在时由 {} 顶岗", clean_line(of), clean_line(by))
}

/// He does so no longer.
pub fn stand_in_ended(of: &str, by: &str) -> String {
    format!("已保存：{} 不再替 {} 顶岗", clean_line(by), clean_line(of))
}

/// A clerk was changed.
pub fn changed(name: &str) -> String {
    format!("已保存：{}", clean_line(name))
}

/// The list is in a file.
pub fn printed(path: &str) -> String {
    format!("交接清单已写入 {path}")
}

/// The name of a file has an extension of no format.
pub fn no_such_extension(known: &[&str]) -> String {
    format!("文件名的扩展名应为 {}", known.join(" "))
}

/// Should the clerk leave?
pub fn would_leave(name: &str, open: usize) -> Vec<String> {
    let name = clean_line(name);
    let mut lines = vec![format!("{name} 离岗：不能再进入；以前办理的记录仍是其姓名")];
    if open > 0 {
        lines.push(format!("其名下还有 {open} 件未办结的申请，请另行移交（离岗后也可以移交）"));
    }
    lines
}

/// Title of the question about somebody who is stood in for.
pub fn stand_in_title(name: &str) -> String {
    format!("{} 的顶岗", clean_line(name))
}

/// Ends it.
pub fn end_stand_in(by: &str) -> String {
    format!("结束 {} 的顶岗", clean_line(by))
}

/// Another one.
pub const ANOTHER_STAND_IN: &str = "另定顶岗的人或日期";

/// On opening: for whom the clerk stands in, and who stands in for him.
pub fn on_opening(for_others: &[&str], by_others: &[&str]) -> Option<String> {
    let others = (!for_others.is_empty()).then(|| format!("您现在替 {} 顶岗", for_others.join("、")));
    let own = (!by_others.is_empty()).then(|| format!("您的申请现由 {} 顶岗", by_others.join("、")));
    let said: Vec<String> = others.into_iter().chain(own).collect();
    (!said.is_empty()).then(|| format!("{}；视图“我承办的”列出全部", said.join("，")))
}
