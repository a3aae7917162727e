//! What is wrong with a case behind the tables.

use jiff::civil::Date;

use super::checks::day;

pub(crate) const CONSULTATION: &str = "征求第三方意见";
pub(crate) const SUPPLEMENT_NOTICE: &str = "补正通知";
pub(crate) const SUPPLEMENT: &str = "补正材料";
pub(crate) const EARLIER_CASE: &str = "关联的在先申请";
pub(crate) const REASONS_NOTICE: &str = "说明理由通知";
pub(crate) const REASONS: &str = "理由说明";
pub(crate) const FEE_NOTICE: &str = "收费通知";
pub(crate) const PAYMENT: &str = "缴费";
pub(crate) const SEARCH: &str = "检索记录";
pub(crate) const PROOF: &str = "送达凭证";
pub(crate) const REVIEW_FIRST: &str = "复议前置告知";
pub(crate) const SUBMITTED: &str = "提交";
pub(crate) const RECEIVED: &str = "收到";
pub(crate) const DECIDED: &str = "作出决定";
pub(crate) const SERVED: &str = "送达";
pub(crate) const DELIVERED: &str = "签收";
pub(crate) const CLOSED: &str = "办结";
pub(crate) const TODAY: &str = "今日";
pub(crate) const UNCONFIRMED: &str = "未确认";
pub(crate) const NOT_SERVED: &str = "未送达";

pub(crate) const KIND_OF_OTHER_ROW: &str = "结果类别不属于该项";
pub(crate) const SUPPLEMENT_CAME: &str = "补正已按期收到";
pub(crate) const FEE_CAME: &str = "费用已按期缴纳";
pub(crate) const TERM_RAN: &str = "期限届满前已办结";
pub(crate) const TOLD_OF_DISCLOSURE: &str = "已书面告知第三方决定公开";
pub(crate) const AGAINST_OBJECTION: &str = "第三方不同意公开，且未书面告知其公开决定和理由";
pub(crate) const ITS_OWN_REPEAT: &str = "关联的在先申请是它自己";
pub(crate) const SERVED_BEFORE_WITHDRAWAL: &str = "撤回前答复已送达";
pub(crate) const V18: &str = "依据第十四至十六条不予公开，告知书未写明应当先申请行政复议";

pub(crate) fn v17(place: &str, label: &str, missing: &str) -> String {
    format!("办理结果为{place}{label}，但没有{missing}")
}

pub(crate) fn v19(served: Date, due: Date) -> String {
    format!("{}送达，晚于答复期限{}", day(served), day(due))
}

pub(crate) fn v21(now: &str, then: &str) -> String {
    format!("申请人类型现为{now}，上一年度结转时为{then}，结转件不得换列")
}

pub(crate) fn r1(place: &str, label: &str, against: &str) -> String {
    format!("办理结果为{place}{label}，与记录矛盾：{against}")
}

pub(crate) fn r2(first: &str, one: Date, second: &str, other: Date) -> String {
    format!("{first}（{}）晚于{second}（{}）", day(one), day(other))
}

pub(crate) fn r3(served: Date) -> String {
    format!("{}送达，没有送达凭证", day(served))
}

pub(crate) fn r4(what: &str, ends: Date) -> String {
    format!("等待{what}的期限已于{}届满，尚未办结", day(ends))
}

pub(crate) fn r5(submitted: Date) -> String {
    format!("{}提交，至今没有确认收到", day(submitted))
}

pub(crate) fn r6(touched: Date, days: i32) -> String {
    format!("最后一次记录是{}，已 {days} 天没有办理", day(touched))
}

pub(crate) fn r7(decided: Date, last: Date) -> String {
    format!("{}已作出决定，尚未送达；{}仍未送达的计入结转下年度", day(decided), day(last))
}

pub(crate) fn r8(due: Date) -> String {
    format!("应于{}前答复，至今没有送达答复，已超期（条例第三十三条）", day(due))
}

pub(crate) fn days(days: i32) -> String {
    format!("{days}天")
}
