//! Warnings: what is done, and what the law would have wanted otherwise.

use crate::request::{Paper, Warning};

/// A warning in one line.
pub fn warning(warning: &Warning) -> String {
    match warning {
        Warning::LateNotice { last, holds } => {
            let holds = holds.map_or_else(String::new, |due| format!("；如不因补正重新起算，到期日为 {due}"));
            format!(
                "补正告知应在收到之日起7个工作日内（不晚于 {last}）发出，本次已超过{holds}（条例第三十条）"
            )
        }
        Warning::LateFeeNotice { due } => {
            format!("收费通知应在答复期限内发出，本件已于 {due} 到期（信息处理费管理办法第六条）")
        }
        Warning::PaymentDiffers { noticed, paid } => {
            format!("应缴 {noticed} 元，实缴 {paid} 元，请核对")
        }
        Warning::LatePayment { last } => {
            format!("缴费晚于期限 {last}；已认定逾期的可按新申请处理（信息处理费管理办法第六条）")
        }
        Warning::ConsultedLate { due, left } => {
            format!("征求意见临近到期日 {due}，收到意见后只余 {} 个工作日，请考虑同时延期", (*left).max(0))
        }
        Warning::OpinionOutstanding { last } => {
            format!("征求意见期限至 {last} 尚未届满，意见还可能收到（条例第三十二条、第三十四条）")
        }
        Warning::Conservative { due } => {
            format!(
                "保守日 {due}：如自网上提交之日起算，该日到期，宜在此前答复（最高人民法院第26号指导案例）"
            )
        }
        Warning::OverrideNeedsNotice => {
            "第三方不同意而予以公开的，应将公开的内容和理由书面告知第三方，请办理“公共利益告知”\
             （条例第三十二条）"
                .to_owned()
        }
        Warning::LinkUnknown => "本系统没有该编号的申请，请核对；纸质旧案可以照此记录".to_owned(),
        Warning::FileLacks(paper) => format!("归档材料缺：{}", self::paper(*paper)),
        Warning::LateSupplement { reply_by } => {
            format!("补正晚于期限 {reply_by}；有正当理由的继续办理，无正当理由的可按新申请处理")
        }
        Warning::LateAnswer { due } => format!("送达日期已超过答复期限 {due}"),
        Warning::Provisional { year } => {
            format!("{year} 年放假安排尚未载入，到期日为暂定，请在通知发布后导入")
        }
    }
}

/// The name of a paper.
pub const fn paper(paper: Paper) -> &'static str {
    match paper {
        Paper::ProofOfService => "送达凭证",
        Paper::Delivery => "申请人签收日期",
        Paper::SecrecyReview => "保密审查记录",
        Paper::SearchRecord => "检索记录",
        Paper::OverrideNotice => "公共利益告知书",
        Paper::Opinion => "征求意见的答复",
        Paper::LetterNo => "答复文号",
    }
}
