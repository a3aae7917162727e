//! What the forms of the steps say: labels, hints, notes with term and article.

use jiff::civil::Date;

use crate::calendar::format_long;
use crate::law::fee::Fee;
use crate::request::{ConsultRole, Excluded, ServiceWay, SettingKey};

/// Labels.
pub const ASKED_TEXT: &str = "告知内容";
/// See [`ASKED_TEXT`].
pub const LETTER_TEXT: &str = "函件内容";
/// See [`ASKED_TEXT`].
pub const ROLE: &str = "对方身份";
/// See [`ASKED_TEXT`].
pub const OPINION: &str = "意见";
/// See [`ASKED_TEXT`].
pub const LETTER: &str = "哪一份文书";
/// See [`ASKED_TEXT`].
pub const DAYS: &str = "延期工作日";
/// See [`ASKED_TEXT`].
pub const FEE_BY: &str = "收费方式";
/// See [`ASKED_TEXT`].
pub const UNIT_TEXT: &str = "答复内容";
/// See [`ASKED_TEXT`].
pub const CHASE_TEXT: &str = "催办方式";
/// See [`ASKED_TEXT`].
pub const REVIEW_KIND: &str = "审查类别";
/// See [`ASKED_TEXT`].
pub const REVIEW_TEXT: &str = "审查意见";
/// See [`ASKED_TEXT`].
pub const ROW: &str = "主要理由";
/// See [`ASKED_TEXT`].
pub const RELATION: &str = "关系";
/// An organ that helps.
pub const HELPER: &str = "协办机关";

/// Hints in empty fields.
pub const TERM_HINT: &str = "如 0405、下周五、+10";
/// See [`TERM_HINT`].
pub const WITHDRAW_HINT: &str = "撤回的书面材料和理由";
/// See [`TERM_HINT`].
pub const APPROVED_BY_HINT: &str = "公开工作机构负责人";
/// See [`TERM_HINT`].
pub const ORDER_HINT: &str = "如 某府复〔2026〕3号";
/// See [`TERM_HINT`].
pub const SPLIT_HINT: &str = "如 2、3";
/// See [`TERM_HINT`].
pub const JOIN_REASON: &str = "理由，怎样告知了申请人";

/// See [`TERM_HINT`].
pub const HAND_OVER_HINT: &str = "如 休假、岗位调整，可不填";

/// Below the field of the clerk who is to handle it: who does now.
pub fn handler_now(name: &str) -> String {
    format!("现由 {name} 承办；承办人由本机构自定（条例第四条只规定公开工作机构）")
}

/// A clerk whose name another has too.
pub fn name_and_id(name: &str, id: u32) -> String {
    format!("{name}（{id} 号）")
}

/// Below a field: what it means, the term, the article.
pub const CONFIRMED: &str =
    "与申请人双方确认之日为收到之日，次日起算 20 个工作日（条例第三十一条、第三十三条）";
/// See [`CONFIRMED`].
pub const POINTS: &str = "一次性告知，说明需要补正的事项（条例第三十条）";
/// See [`CONFIRMED`].
pub const REPLY_BY: &str = "合理的补正期限；收到补正后，次日起重新计算答复期限";
/// See [`CONFIRMED`].
pub const LAPSE: &str = "由经办人认定；视为放弃申请，按（六）1 办结（条例第三十条）";
/// See [`CONFIRMED`].
pub const REASONS_ASK: &str = "数量、频次明显超过合理范围的，可以要求说明理由（条例第三十五条）";
/// See [`CONFIRMED`].
pub const REASONS_BY: &str = "条例未规定期限，可以不填；等待期间不计（本机口径）";
/// See [`CONFIRMED`].
pub const REASONS_RECEIVED: &str = "次日起重新计算答复期限（本机口径，条例未作规定）";
/// See [`CONFIRMED`].
pub const FEE_ONE_WAY: &str = "按件或者按量择一收取，不得同时适用（信息处理费管理办法第三条）";
/// See [`CONFIRMED`].
pub const FEE_TERM: &str = "申请人收到次日起 20 个工作日内缴费，缴费次日起重新计算期限（同办法第六条）";
/// See [`CONFIRMED`].
pub const NOT_NEEDED: &str = "按所选收费方式不用填";
/// See [`CONFIRMED`].
pub const FEE_BY_PAGE: &str = "30 页以下不收；31 至 100 页每页 10 元，101 至 200 页 20 元，201 页起 40 元";
/// See [`CONFIRMED`].
pub const FEE_BY_ITEM: &str = "不填由程序按收到日期数；当月前 10 件不收，11 至 30 件每件 100 元";
/// See [`CONFIRMED`].
pub const OVERRIDE_REASON: &str = "决定公开的内容和理由，书面告知第三方（条例第三十二条）";
/// See [`CONFIRMED`].
pub const RECEIVED: &str = "对方收到之日；意见期限、缴费期限自此日的次日起算";
/// See [`CONFIRMED`].
pub const DEFER: &str = "申请理由合理但无法在期限内答复的，确定合理期限并告知申请人（条例第三十五条）";
/// See [`CONFIRMED`].
pub const OPINION_ON: &str = "收到意见之日";
/// See [`CONFIRMED`].
pub const SILENT_ON: &str = "认定未答复之日，应在期限届满之后";
/// See [`CONFIRMED`].
pub const SILENT: &str = "第三方未答复的不视为同意，由本机关决定；共同制作机关未答复的视为同意";
/// See [`CONFIRMED`].
pub const REVIEW: &str = "公开前依法进行保密审查（条例第十七条）";
/// See [`CONFIRMED`].
pub const DELIVERED: &str = "申请人签收之日；复议期限自次日起 60 日，起诉期限自次日起 6 个月";
/// See [`CONFIRMED`].
pub const RETURNED: &str = "退回之日；交邮之日仍算答复之日，请改用其他方式再次“送达”";
/// See [`CONFIRMED`].
pub const ANSWER_WITHDRAWN: &str = "原答复作废，请重新“作出决定”并“送达”；原办结日期不变";
/// See [`CONFIRMED`].
pub const ORDERED: &str = "收到复议决定或者判决之日";
/// See [`CONFIRMED`].
pub const REANSWER_BY: &str = "决定或者判决限定的最后一日";
/// See [`CONFIRMED`].
pub const JOIN: &str = "同一申请人、尚未办结的另一件；本件按（六）3 办结";

/// A day with what it is counted from.
pub fn counted(on: Date, from: Date, days: u16) -> String {
    format!("{}，{from} 次日起第 {days} 个工作日", format_long(on))
}

/// The last day for the 补正 notice.
pub fn notice_term(counted: &str) -> String {
    format!("告知最后一日 {counted}（条例第三十条）")
}

/// The applicant's term for the supplement.
pub fn supplement_term(reply_by: Date) -> String {
    format!("申请人的补正期限至 {}", format_long(reply_by))
}

/// The fee that was noticed and its term.
pub fn fee_term(amount: u32, last: Date, known: bool) -> String {
    let how = if known { "" } else { "，收到日期未登记，自发出起算" };
    format!("应缴 {amount} 元，缴费期限至 {}{how}", format_long(last))
}

/// The fee by volume, band by band.
pub fn fee_of_pages(fee: &Fee) -> String {
    if fee.total == 0 {
        return "30 页以下不收费，不用发收费通知".to_owned();
    }
    let charged = fee.bands.iter().filter(|band| band.rate > 0);
    let bands: Vec<String> = charged.map(|band| format!("{} 页 x {} 元", band.count(), band.rate)).collect();
    format!("应收 {} 元（{}）", fee.total, bands.join(" + "))
}

/// The fee of a request by its place in the month.
pub fn fee_of_item(nth: u32, yuan: u64) -> String {
    if yuan == 0 {
        return "当月前 10 件不收费，不用发收费通知".to_owned();
    }
    format!("应收 {yuan} 元（当月第 {nth} 件）")
}

/// Which days of a consultation are not counted: the office's reading.
pub fn excluded(excluded: Excluded) -> String {
    format!("不计入答复期限：{}（条例第三十三条；本机口径）", excluded.label())
}

/// What silence means.
pub const fn role(role: ConsultRole) -> &'static str {
    match role {
        ConsultRole::Third => {
            "收到之日起 15 个工作日内提出意见；未提出的不视为同意，由本机关决定（条例第三十二条）"
        }
        ConsultRole::CoProducer => "收到之日起 15 个工作日内提出意见；逾期未提出的视为同意（条例第三十四条）",
        ConsultRole::Organ => "条例未规定期限，按 15 个工作日计（本机口径）",
    }
}

/// Role and day behind a name.
pub fn sent(role: &str, on: Date) -> String {
    format!("{role}，{on} 发出")
}

/// Somebody who was asked, as a choice.
pub fn asked(name: &str, how: &str) -> String {
    format!("{name}（{how}）")
}

/// The last day for an opinion.
pub fn opinion_term(last: Date, received: Option<Date>, sent: Date) -> String {
    let from = match received {
        Some(received) => format!("{received} 收到次日起第 15 个工作日"),
        None => format!("收到日期未登记，{sent} 发出次日起第 15 个工作日"),
    };
    format!("意见期限至 {}（{from}）", format_long(last))
}

/// Whether help stops the clock: the office's reading.
pub fn assist_stops(stops: bool) -> String {
    let what = if stops { "停止计算答复期限" } else { "不停止计算答复期限" };
    format!("协办{what}（本机口径，设置“{}”）", SettingKey::AssistStops.label())
}

/// Days of extension used and left.
pub fn extension(used: u16, left: u16, most: u16) -> String {
    format!("合计不超过 {most} 个工作日，已用 {used} 个，还可延 {left} 个（条例第三十三条）")
}

/// The last day to tell of an extension.
pub fn extend_by(due: Date) -> String {
    format!("告知申请人之日，不晚于到期日 {}", format_long(due))
}

/// What a deferral must lie after.
pub fn defer_after(due: Date) -> String {
    format!("应晚于现到期日 {}", format_long(due))
}

/// A unit that has the work, as a choice.
pub fn unit(name: &str, on: Date, reply_by: Option<Date>, chased: usize) -> String {
    let by = reply_by.map_or_else(String::new, |last| format!("，{last} 前答复"));
    let chased = if chased == 0 { String::new() } else { format!("，已催办 {chased} 次") };
    format!("{name}（{on} 转办{by}{chased}）")
}

/// The unit's term where none is given.
pub fn unit_term(usual: Date, days: u16) -> String {
    format!("不填为 {}（{days} 个工作日，本机设置）", format_long(usual))
}

/// The row as it follows from the items, or was chosen before.
pub fn row_now(row: &str) -> String {
    format!("现为 {row}")
}

/// The day that counts, by the way of service.
pub const fn served_on(way: ServiceWay) -> &'static str {
    match way {
        ServiceWay::InPerson => "申请人当面签收之日为答复之日（国办公开办函〔2016〕235号）",
        ServiceWay::Post => "交邮之日为答复之日，限中国邮政（国办公开办函〔2016〕235号）",
        ServiceWay::Electronic => "发出之日为答复之日（本机口径）",
        ServiceWay::Entrusted => "受托人送达、申请人签收之日为答复之日",
        ServiceWay::Unstated => "",
    }
}

/// What proves the service, by its way.
pub const fn proof(way: ServiceWay) -> &'static str {
    match way {
        ServiceWay::InPerson | ServiceWay::Entrusted => "如 送达回证编号",
        ServiceWay::Post => "如 挂号信或 EMS 邮单号",
        ServiceWay::Electronic => "如 邮箱和发送时间",
        ServiceWay::Unstated => "",
    }
}

/// What the file lacks.
pub fn file_lacks(papers: &[&str]) -> String {
    if papers.is_empty() {
        return "材料齐备".to_owned();
    }
    format!("归档材料缺：{}", papers.join("、"))
}

/// How the case would stand.
pub fn outlook(standing: &str) -> String {
    format!("办理后：{standing}")
}

/// Why a step cannot be taken today, where one of an earlier day can be recorded.
pub fn only_earlier(why: &str) -> String {
    format!("今天不能办理：{why}；如系补记，请填当时的日期")
}
