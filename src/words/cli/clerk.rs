//! Words of `gongkai clerk`.

use jiff::civil::Date;

use crate::office::{Access, Clerk, Looked, Role};
use crate::request::Seq;
use crate::text::clean_line;

/// The command.
pub const CLERKS: &str = "列出、增加、变更经办人：账号和角色；移交、顶岗、交接清单";
/// Adding.
pub const CLERK_ADD: &str = "增加经办人";
/// Changing.
pub const CLERK_SET: &str = "变更姓名、账号或角色；写了 --role 的，以所写的全部角色为准";
/// Leaving.
pub const CLERK_LEAVE: &str = "离岗：不能再进入，以前办理的记录仍是其姓名";
/// Coming back.
pub const CLERK_BACK: &str = "回岗：用 --role 另给角色";
/// All cases of a clerk go to another.
pub const CLERK_HAND_OVER: &str = "把一位经办人承办的全部未办结申请移交给另一位，一次记入日志";
/// How it is taken back.
pub const CLERK_HAND_OVER_HOW: &str = "\
承办人由本机构自定，条例第四条只规定公开工作机构。没有移交过的申请，承办人为登记（导入）的人。
由承办人员或管理人员办理；移交有误的，用 gongkai act 编号 revoke --commit 批号 --reason 理由 整批撤销。
要打印的，移交前先用 gongkai clerk cases FROM --to TO -o 清单.docx 输出交接清单。";
/// Who hands over.
pub const CLERK_FROM: &str = "移交人：姓名，或 gongkai clerk 列出的号；可以已离岗";
/// Who takes over.
pub const CLERK_TO: &str = "接收人：姓名或号；须在岗并有承办角色";
/// Some cases alone.
pub const CLERK_ONLY: &str = "只移交这几件";
/// Nothing is written.
pub const CLERK_DRY_RUN: &str = "只列出将移交的，不记入日志";
/// Standing in.
pub const CLERK_STAND_IN: &str = "A 不在时由 B 顶岗（A/B 角）：A 承办的申请也列入 B 的待办";
/// What it gives and what not.
pub const CLERK_STAND_IN_HOW: &str = "\
顶岗不增加 B 的权限；B 办理的记录是 B 的姓名，承办人仍是 A。由 A 本人或管理人员设定和结束。";
/// Who is away.
pub const CLERK_AWAY: &str = "不在岗的人（A 角）：姓名或号";
/// Who stands in.
pub const CLERK_STANDING_IN: &str = "顶岗的人（B 角）：姓名或号";
/// First day.
pub const CLERK_STAND_IN_FROM: &str = "首日，默认今天";
/// Last day.
pub const CLERK_STAND_IN_UNTIL: &str = "末日，不填则到结束时为止";
/// Taking it back.
pub const CLERK_STAND_IN_END: &str = "结束顶岗";
/// The printed list.
pub const CLERK_CASES: &str = "交接清单：一位经办人承办的未办结申请，按到期先后，有签名栏";
/// Who takes over, on the list.
pub const CLERK_TAKING: &str = "接收人：姓名或号；不填则留空手写";
/// Formats.
pub const CLERK_FORMAT: &str = "格式：text（默认）docx xlsx html markdown；也可由 -o 的扩展名决定";
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

/// How many open cases a clerk handles, and who stands in for him; behind his line.
pub fn clerk_cases(open: usize, stand_ins: &[String]) -> String {
    let open = if open == 0 { String::new() } else { format!("  承办 {open} 件") };
    let stand_ins: Vec<String> = stand_ins.iter().map(|one| format!("  {one}")).collect();
    format!("{open}{}", stand_ins.concat())
}

/// Somebody stands in, from when to when.
pub fn stand_in(by: &str, from: Date, until: Option<Date>) -> String {
    let until = until.map_or_else(|| "起".to_owned(), |until| format!("至 {until}"));
    format!("由 {} 顶岗（{from} {until}）", clean_line(by))
}

/// It is recorded that somebody stands in.
pub fn stand_in_set(of: &str, by: &str, from: Date, until: Option<Date>) -> String {
    format!("{} {}", clean_line(of), stand_in(by, from, until))
}

/// It is over.
pub fn stand_in_ended(of: &str, by: &str) -> String {
    format!("{} 不再替 {} 顶岗", clean_line(by), clean_line(of))
}

/// The one who leaves still handles cases.
pub fn leaves_cases(name: &str, open: usize) -> String {
    let name = clean_line(name);
    format!("“{name}”还承办 {open} 件未办结的申请，请移交：gongkai clerk hand-over {name} 接收人")
}

/// What was handed over, over the list of it; with the commit where it was written.
pub fn handed_over(from: &str, to: &str, count: usize, commit: Option<Seq>) -> String {
    let (from, to) = (clean_line(from), clean_line(to));
    match (count, commit) {
        (0, _) => format!("{from} 没有承办未办结的申请，没有可移交的"),
        (_, None) => format!("将由 {from} 移交 {to} {count} 件（试算，没有记入）："),
        (_, Some(commit)) => {
            format!("已由 {from} 移交 {to} {count} 件（批号 {commit}，可整批撤销）：")
        }
    }
}

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
