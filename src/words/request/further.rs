//! Refusals of consultations, fees, units and of what follows the answer.

use crate::request::Refusal;

use super::refusal::field;

/// What stands in the way; `None` where another file words it.
pub(super) fn refusal(refusal: &Refusal) -> Option<String> {
    others(refusal).or_else(|| money(refusal)).or_else(|| after(refusal))
}

/// Consultations, reasons, extensions, deferrals.
fn others(refusal: &Refusal) -> Option<String> {
    Some(match refusal {
        Refusal::AwaitsReasons { asked } => {
            format!("已于 {asked} 要求说明理由，请先“收到理由”，或直接“作出决定”，或“申请人撤回”")
        }
        Refusal::ConsultationOpen { since } => {
            format!("已于 {since} 向该对象征求意见，尚未收到答复；请先“收到意见”，逾期未答复的选“未答复”")
        }
        Refusal::SayWhich { field: at, among } => {
            format!("有 {among} 个对象符合，请写明“{}”", field(*at))
        }
        Refusal::NothingSent(seq) => format!("第 {seq} 号记录没有发出文书，请核对记录号"),
        Refusal::LetterReceived { seq, on } => {
            format!("第 {seq} 号记录的文书已于 {on} 收悉；日期有误的，请先撤销收悉记录")
        }
        Refusal::BeforeSending { on, sent } => format!("办理日期 {on} 早于发出（交办）日期 {sent}，请核对"),
        Refusal::ReasonsOnce { asked } => {
            format!("已于 {asked} 要求说明理由，只能一次；前次记录有误的，请先撤销该记录")
        }
        Refusal::TermTooEarly { on, last } => format!("期限 {last} 过早，办理日期为 {on}，请另定期限"),
        Refusal::ExtensionTooLate { due } => {
            format!("延期应在答复期限届满前告知申请人，本件已于 {due} 到期，不能再延期，请尽快答复")
        }
        Refusal::DeferredAlready { until } => {
            format!("已确定延迟答复至 {until}，不再适用延期；确需再延的，请重新“延迟答复”")
        }
        Refusal::DeferralTooEarly { due } => {
            format!("延迟答复的日期应晚于现到期日 {due}，请另定日期；可以按期答复的无需延迟")
        }
        _ => return None,
    })
}

/// Fees.
fn money(refusal: &Refusal) -> Option<String> {
    Some(match refusal {
        Refusal::AwaitsFee { notified } => {
            format!("已于 {notified} 发出收费通知，请先“缴费”，或期满后“逾期未缴费”，或“申请人撤回”")
        }
        Refusal::FeeOnce { notified } => {
            format!("已于 {notified} 发出收费通知，一件申请只能收费一次；通知有误的，请先撤销该记录")
        }
        Refusal::FeeTermNotOver { last } => {
            format!("缴费期限至 {last} 尚未届满，次日起方可作逾期未缴费处理")
        }
        _ => return None,
    })
}

/// Units, and what follows the answer.
fn after(refusal: &Refusal) -> Option<String> {
    Some(match refusal {
        Refusal::UnitHasIt { since } => format!("已于 {since} 转该科室办理，尚未答复或退回，无需再转"),
        Refusal::AlreadyDelivered(on) => {
            format!("已于 {on} 签收或退件，无需再记；日期有误的，请先撤销该记录")
        }
        Refusal::ReanswerOpen { since } => {
            format!("自 {since} 起正在重新答复，请先“作出决定”并“送达”")
        }
        Refusal::AlreadyArchived(on) => format!("已于 {on} 归档；有误的请先撤销归档记录"),
        Refusal::OtherEnded(on) => {
            format!("该件已于 {on} 办结，不能再并入；如属重复申请，请“关联”前案后作出决定")
        }
        Refusal::RowNotAmongItems { row } => format!(
            "不能以{}{}作为本件的结果：有公开内容的按各事项结果自动归类，无需另定；都未公开的，请选其中一个事项的理由",
            row.place(),
            row.short_label()
        ),
        _ => return None,
    })
}
