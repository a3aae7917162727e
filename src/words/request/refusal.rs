//! Refusals: which rule, and what is possible instead.

use super::refusals::refusal_rule;
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
        Field::Handler => "承办人",
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
    with_values(refusal).unwrap_or_else(|| refusal_rule(refusal.rule()).line())
}

/// The same inside of another refusal, which says itself what to do.
fn because(refusal: &Refusal) -> String {
    with_values(refusal).unwrap_or_else(|| refusal_rule(refusal.rule()).refused.to_owned())
}

/// A refusal that has values to tell; the others are told as their rule is.
fn with_values(refusal: &Refusal) -> Option<String> {
    input(refusal)
        .or_else(|| receipt(refusal))
        .or_else(|| super::further::refusal(refusal))
        .or_else(|| step(refusal))
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
            "当面提交或口头申请的以提交之日为收到之日：提交 {submitted}，收到 {received}，两者应相同，请改正其一"
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
        Refusal::NoDayOfReceipt(_) => "没有收到日期，不能登记；请填收到日期".to_owned(),
        Refusal::AlreadyReceived(on) => format!("已于 {on} 收到，无需确认；日期有误请用“更正登记”"),
        _ => return None,
    })
}

/// What stands in the way of a step.
fn step(refusal: &Refusal) -> Option<String> {
    Some(match refusal {
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
        Refusal::ReplyByTooEarly { on, reply_by } => {
            format!("补正期限 {reply_by} 应晚于告知日期 {on}，请给出合理期限")
        }
        Refusal::BeforeNotice { on, asked } => format!("收到补正日期 {on} 早于补正告知日期 {asked}，请核对"),
        Refusal::TermNotOver { reply_by } => {
            format!("补正期限至 {reply_by} 尚未届满，次日起方可作逾期不补正处理")
        }
        Refusal::NoSuchItem { items } => format!("本件只有 {items} 个申请事项，请核对事项序号"),
        Refusal::NothingToServe { open_items } => {
            format!("还有 {open_items} 个申请事项没有决定，不能送达，请先“作出决定”")
        }
        Refusal::BeforeDecision { on, decided } => format!("送达日期 {on} 早于决定日期 {decided}，请核对"),
        Refusal::ExtensionTooLong { used } => {
            let most = terms::EXTENSION_MAX;
            match most.saturating_sub(*used) {
                0 => format!("延期合计不得超过 {most} 个工作日，已经延满，不能再延；请按期答复"),
                left => format!(
                    "延期合计不得超过 {most} 个工作日，已延 {used} 个工作日；本次请填 1 至 {left} 个工作日"
                ),
            }
        }
        Refusal::NoSuchEntry(seq) => format!("本件没有第 {seq} 号记录，请在办理过程中核对记录号"),
        Refusal::AlreadyRevoked { seq, by } => {
            format!("第 {seq} 号记录已由第 {by} 号记录撤销，无需再撤销；要恢复的，请撤销第 {by} 号记录")
        }
        Refusal::WouldBreak { seq, because: why } => {
            format!("这样一来第 {seq} 号记录不能成立（{}），请先撤销第 {seq} 号记录", because(why))
        }
        Refusal::CannotReturn { seq, because: why } => {
            format!("恢复后第 {seq} 号记录不能成立（{}），请先撤销后来替代它的记录", because(why))
        }
        _ => return None,
    })
}
