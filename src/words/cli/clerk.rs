//! Words of `gongkai clerk`.

use crate::office::{Access, Clerk, Looked, Role};
use crate::text::clean_line;

/// The command.
pub const CLERKS: &str = "列出、增加、变更经办人：账号和角色";
/// Adding.
pub const CLERK_ADD: &str = "增加经办人";
/// Changing.
pub const CLERK_SET: &str = "变更姓名、账号或角色；写了 --role 的，以所写的全部角色为准";
/// Leaving.
pub const CLERK_LEAVE: &str = "离岗：不能再进入，以前办理的记录仍是其姓名";
/// Coming back.
pub const CLERK_BACK: &str = "回岗：用 --role 另给角色";
/// Name.
pub const CLERK_NAME: &str = "姓名";
/// Which clerk.
pub const CLERK_WHO: &str = "姓名，或 gongkai clerk 列出的号";
/// Login name.
pub const CLERK_ACCOUNT: &str = "登录名（本机 /etc/passwd 中的；目录服务的账号请用 --uid）";
/// uid.
pub const CLERK_UID: &str = "账号的 uid（命令 id -u 登录名 可查）";
/// Role.
pub const CLERK_ROLE: &str = "角色，可写几次";
/// Unit.
pub const CLERK_UNIT: &str = "所在科室，可写几次；只有科室角色的，只看得到转办给这些科室的申请";
/// What the roles are.
pub const CLERK_ROLES: &str = "角色：
  admin 管理          人员、设置、日历、机关
  handler 承办        登记和办理申请、台账、年度报告文字
  unit 科室           科室答复、科室退回、附注；只看得到转办给所在科室（--unit）的申请
  reviewer 审核       审查审核、附注
  leader 负责人       领导审签、公布年度报告、附注
  statistician 统计   台账、年度报告文字、公布年度报告
  reader 查阅         只看不办
一人可有几个角色；首位经办人有全部角色。角色的划分由本机构自定，条例没有规定。
设置 four-eyes 为 yes 的，延期和不予公开须先由另一位负责人审签。";

/// A clerk in a line.
pub fn clerk(clerk: &Clerk) -> String {
    let roles: Vec<&str> = clerk.roles.iter().map(Role::label).collect();
    let roles = if clerk.is_here { roles.join("、") } else { "离岗".to_owned() };
    let units = match clerk.units.as_slice() {
        [] => String::new(),
        units => format!("（{}）", units.join("、")),
    };
    format!("{}  {}  uid {}  {roles}{units}", clerk.id.0, clerk.name, clerk.uid)
}

/// Two have the name.
pub fn clerk_ambiguous(name: &str) -> String {
    format!("有几位经办人名为“{}”，请写 gongkai clerk 列出的号", clean_line(name))
}

/// A unit that has no requests.
pub fn clerk_idle_unit(unit: &str) -> String {
    format!("还没有申请转办给“{}”；名称应与转办时所写的一致，请核对", clean_line(unit))
}

/// No such role.
pub fn clerk_unknown_role(word: &str) -> String {
    let all: Vec<String> =
        Role::ALL.iter().map(|role| format!("{}（{}）", role.key(), role.label())).collect();
    format!("没有角色“{}”，可以写：{}", clean_line(word), all.join("、"))
}

/// No such account.
pub fn clerk_no_account(login: &str) -> String {
    format!(
        "本机没有登录名为“{}”的账号；目录服务的账号请用 --uid 写明编号（命令 id -u 登录名 可查）",
        clean_line(login)
    )
}

/// The command.
pub const ACCESS: &str = "查阅记录：谁什么时候看过哪一件，最近的在前；由管理人员查看";
/// Of one request.
pub const ACCESS_NO: &str = "只列这一件";
/// How many.
pub const ACCESS_LIMIT: &str = "最多列几条";

/// A look in a line.
pub fn look(look: &Access, who: &str, no: &str) -> String {
    let what = match look.what {
        Looked::Case => "打开",
        Looked::Personal => "查看完整号码",
    };
    format!("{}  {who}  {what}  {no}", super::beijing(look.at))
}
