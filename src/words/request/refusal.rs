//! Refusals and warnings: which rule, and what is possible instead.

use crate::law::terms;
use crate::request::{Field, Refusal};

/// The name of a field on the screen.
pub const fn field(field: Field) -> &'static str {
    match field {
        Field::Applicant => "申请人",
        Field::Content => "申请内容",
        Field::Title => "标题",
        Field::Item => "申请事项",
        Field::No => "编号",
        Field::IdNumber => "证件号码",
        Field::Contact => "联系方式",
        Field::FormOfSupply => "获取方式",
        Field::PlatformNo => "平台编号",
        Field::Unit => "承办科室",
        Field::Received => "收到日期",
        Field::Submitted => "提交日期",
        Field::Confirmed => "确认日期",
        Field::Points => "补正事项",
        Field::ReplyBy => "补正期限",
        Field::Facts => "事实和理由",
        Field::Reason => "理由",
        Field::Proof => "送达凭证",
        Field::Note => "附注",
        Field::On => "办理日期",
        Field::Party => "征求意见对象",
        Field::Helper => "协办机关",
        Field::ApprovedBy => "批准人",
        Field::ReasonsBy => "说明理由期限",
        Field::Until => "延迟答复至",
        Field::Pages => "页数",
        Field::Nth => "当月第几件",
        Field::Amount => "缴费金额",
        Field::UnitReplyBy => "科室答复期限",
        Field::Reviewer => "审核人",
        Field::ReanswerBy => "重新答复期限",
        Field::Order => "复议诉讼文书",
        Field::FileNo => "档号",
        Field::LinkTo => "关联的申请编号",
    }
}

/// A refusal in one line: what is wrong, by which article, what is possible instead.
pub fn refusal(refusal: &Refusal) -> String {
    let words = words(refusal);
    match refusal.article() {
        "" => words,
        article => format!("{words}（{article}）"),
    }
}

fn words(refusal: &Refusal) -> String {
    input(refusal)
        .or_else(|| receipt(refusal))
        .or_else(|| super::further::refusal(refusal))
        .unwrap_or_else(|| step(refusal))
}

/// What is wrong with a value.
fn input(refusal: &Refusal) -> Option<String> {
    Some(match refusal {
        Refusal::Missing(at) => format!("“{}”不能为空，请填写", field(*at)),
        Refusal::ControlCharacters(at) => {
            format!("“{}”含有控制字符或不可见字符，请删去后重新输入", field(*at))
        }
        Refusal::TooLong { field: at, limit } => {
            format!("“{}”超过 {limit} 个字，请缩短，全文可另存为附件", field(*at))
        }
        Refusal::InFuture { field: at, on, today } => {
            format!("“{}”{on} 晚于今天 {today}，尚未发生的不能登记，请核对日期", field(*at))
        }
        Refusal::DayOutOfRange { field: at, on } => {
            format!("“{}”{on} 不在 1990 年至 2099 年之间，请核对年份", field(*at))
        }
        Refusal::NumberTaken(no) => format!("编号“{no}”已被另一件申请使用，请换一个编号或留空由程序编号"),
        Refusal::TooManyItems { limit } => format!("申请事项超过 {limit} 项，请分件登记"),
        Refusal::KindNotOfRow { row, kind } => {
            format!("“{}”不是{}{}的情形，请另选情形或结果", kind.label(), row.place(), row.short_label())
        }
        _ => return None,
    })
}

/// What is wrong with the day of receipt.
fn receipt(refusal: &Refusal) -> Option<String> {
    Some(match refusal {
        Refusal::ReceiptIsSubmission { submitted, received } => format!(
            "当面提交的以提交之日为收到之日：提交 {submitted}，收到 {received}，两者应相同，请改正其一"
        ),
        Refusal::ReceiptIsConfirmation { channel, confirmed, received } => format!(
            "{}以确认之日为收到之日：确认 {confirmed}，收到 {received}，两者应相同，请改正其一",
            channel.label()
        ),
        Refusal::ReceivedBeforeSubmission { submitted, received } => {
            format!("收到或确认日期 {received} 早于提交日期 {submitted}，请核对")
        }
        Refusal::NoDayOfReceipt(channel) if channel.needs_confirmation() => {
            format!("{}请填收到（确认）日期；尚未确认的，请填提交日期，先按待确认登记", channel.label())
        }
        Refusal::NoDayOfReceipt(_) => "请填收到日期".to_owned(),
        Refusal::NotConfirmed => {
            "申请尚未确认收到，不能办理下一步；请先“确认收到”，确认之日起算期限".to_owned()
        }
        Refusal::AlreadyReceived(on) => format!("已于 {on} 收到，无需确认；日期有误请用“更正登记”"),
        _ => return None,
    })
}

/// What stands in the way of a step.
fn step(refusal: &Refusal) -> String {
    match refusal {
        Refusal::BeforeReceipt { on, received } => {
            format!("办理日期 {on} 早于收到日期 {received}，请核对日期")
        }
        Refusal::AlreadyConcluded(on) => {
            format!("已于 {on} 办结，不能再办理；记录有误的，请撤销有误的记录后重办")
        }
        Refusal::AwaitsSupplement { reply_by } => {
            let term = reply_by.map_or_else(String::new, |reply_by| format!("（期限至 {reply_by}）"));
            format!("正在等待补正{term}，请先“收到补正”，或期满后“逾期不补正”，或“申请人撤回”")
        }
        Refusal::SupplementOnce { asked } => {
            format!("已于 {asked} 告知补正，补正告知只能一次；前次记录有误的，请先撤销该记录")
        }
        Refusal::NoSupplementOpen => "没有等待中的补正告知，请先“补正告知”".to_owned(),
        Refusal::ReplyByTooEarly { on, reply_by } => {
            format!("补正期限 {reply_by} 应晚于告知日期 {on}，请给出合理期限")
        }
        Refusal::BeforeNotice { on, asked } => format!("收到补正日期 {on} 早于补正告知日期 {asked}，请核对"),
        Refusal::TermNotOver { reply_by } => {
            format!("补正期限至 {reply_by} 尚未届满，次日起方可作逾期不补正处理")
        }
        Refusal::TermUnknown => "登记簿未载明补正期限，不能作逾期处理；请撤销该记录后重新告知补正".to_owned(),
        Refusal::NeedsNoGoodReason => "逾期不补正须由经办人认定“无正当理由”，请确认后再提交".to_owned(),
        Refusal::NoSuchItem { items } => format!("本件只有 {items} 个申请事项，请核对事项序号"),
        Refusal::AlreadyDecided => "已作出决定；决定有误的，请撤销该记录后重新决定".to_owned(),
        Refusal::UnclearWithoutSupplement => {
            "“补正后申请内容仍不明确”须先告知补正并收到补正；确有特殊情况的，请写明越过理由".to_owned()
        }
        Refusal::LapseIsAStep => "逾期不补正请用“逾期不补正”这一步办理，不用“作出决定”".to_owned(),
        Refusal::NoFeeNotice => {
            "“逾期未缴费”须先发出收费通知且期满未缴，期满后请用“逾期未缴费”这一步；通知另有记录的，请写明越过理由".to_owned()
        }
        Refusal::WithdrawalIsAStep => "撤回请用“申请人撤回”这一步办理，不用“作出决定”".to_owned(),
        Refusal::NothingToServe { open_items } => {
            format!("还有 {open_items} 个申请事项没有决定，不能送达，请先“作出决定”")
        }
        Refusal::BeforeDecision { on, decided } => format!("送达日期 {on} 早于决定日期 {decided}，请核对"),
        Refusal::ExtensionTooLong { used } => {
            format!("延期合计不得超过 {} 个工作日，已延 {used} 个工作日", terms::EXTENSION_MAX)
        }
        Refusal::NothingToAmend => "没有要更正的内容".to_owned(),
        Refusal::NoSuchEntry(seq) => format!("本件没有第 {seq} 号记录，请在办理过程中核对记录号"),
        Refusal::AlreadyRevoked { seq, by } => format!("第 {seq} 号记录已由第 {by} 号记录撤销"),
        Refusal::WouldBreak { seq, because } => {
            format!("这样一来第 {seq} 号记录不能成立（{}），请先撤销第 {seq} 号记录", words(because))
        }
        Refusal::CannotReturn { seq, because } => {
            format!("恢复后第 {seq} 号记录不能成立（{}），请先撤销后来替代它的记录", words(because))
        }
        Refusal::Void => "登记已撤销，本件不再办理".to_owned(),
        Refusal::NotRegistered => "没有登记记录".to_owned(),
        _ => String::new(),
    }
}
