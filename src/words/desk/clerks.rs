//! What is said of clerks: what they may not do, and why one cannot be so.

use crate::desk::ClerkFault;
use crate::office::{Approval, Right, Role};

/// An extension or a refusal waits for a second person's word.
pub(super) fn wants_approval(no: &str, of: Approval) -> String {
    let what = match of {
        Approval::Extension => "延期",
        Approval::Refusal => "不予公开（含部分公开）的答复送达",
    };
    format!(
        "申请“{no}”的{what}须先由另一位负责人以本人账号登记“审查审核”中的“领导审签”（本机构设置 four-eyes），没有保存"
    )
}

/// Why a clerk may not do something, and who may.
pub fn not_allowed(right: Right) -> String {
    let roles: Vec<&str> = right.roles().map(Role::label).collect();
    format!("您的角色不能{}，没有保存；可由角色为{}的人办理", right_words(right), roles.join("、"))
}

const fn right_words(right: Right) -> &'static str {
    match right {
        Right::Handle => "登记和办理申请",
        Right::UnitWork => "登记科室的答复和退回",
        Right::Note => "写附注",
        Right::Review => "登记审查审核",
        Right::Approve => "登记领导审签",
        Right::Records => "登记台账",
        Right::Report => "改写年度报告的文字",
        Right::Publish => "公布年度报告",
        Right::Office => "管理本机构的人员、设置和日历",
        Right::Personal => "查看完整的证件号码和联系方式",
    }
}

/// Why a clerk cannot be so.
/// A clerk of a unit without a unit.
pub(super) const NO_UNIT: &str =
    "您的角色是科室，还没有登记所在科室，因此看不到申请；请管理人员执行 gongkai clerk set 姓名 --unit 科室";

pub(super) fn fault(fault: &ClerkFault) -> String {
    match fault {
        ClerkFault::NoName => "请写明姓名（不含控制字符），没有保存".to_owned(),
        ClerkFault::NoAccount => "请写明账号（--account 登录名，或者 --uid 编号），没有保存".to_owned(),
        ClerkFault::NoRole => "请至少给一个角色（--role），没有保存".to_owned(),
        ClerkFault::BadUnit => {
            "科室名称每个不超过100字、不含控制字符，最多50个（--unit），没有保存；请改短后再试".to_owned()
        }
        ClerkFault::AccountTaken(name) => {
            format!(
                "该账号已是“{}”的账号，一个账号只归一人，没有保存；请先改那一位的账号",
                crate::text::clean_line(name)
            )
        }
        ClerkFault::LastAdmin => "至少要留一位在岗的管理人员，没有保存；请先把管理角色交给别人".to_owned(),
        ClerkFault::NotHere(name) => {
            format!("“{}”已离岗，没有保存；请选在岗的经办人", crate::text::clean_line(name))
        }
        ClerkFault::CannotHandle(name) => {
            format!(
                "“{}”没有承办角色，不能承办申请，没有保存；请选别人，或先给其承办角色",
                crate::text::clean_line(name)
            )
        }
        ClerkFault::SameClerk(name) => {
            format!("两处都是“{}”，没有保存；请写两位不同的经办人", crate::text::clean_line(name))
        }
        ClerkFault::NotHisCase { name, no } => {
            format!("申请“{no}”不是“{}”承办的未办结申请，没有移交；请核对编号", crate::text::clean_line(name))
        }
        ClerkFault::StandInOver => "顶岗的末日早于首日，或已经过去，没有保存；请核对日期".to_owned(),
        ClerkFault::NoStandIn { of, by } => {
            format!("“{by}”没有替“{of}”顶岗，没有保存；请用 gongkai clerk 查看")
        }
        ClerkFault::Unknown(name) => {
            format!("没有经办人“{}”，请用 gongkai clerk 查看", crate::text::clean_line(name))
        }
    }
}
