//! Refusals and warnings: what is wrong, by which article, what is possible instead.

use super::rules::rule;
use crate::records::{
    Check, FieldForm, FormError, RecordField, RecordKind, RecordRefusal, RecordWarning, choices, fields,
};

/// A refusal in one line.
pub fn refusal(refusal: &RecordRefusal) -> String {
    let words = words(refusal);
    match refusal.article() {
        "" => words,
        article => format!("{words}（{article}）"),
    }
}

/// A refusal that has values names them; any other is told in the words of its rule.
fn words(refusal: &RecordRefusal) -> String {
    input(refusal)
        .or_else(|| dispute(refusal))
        .or_else(|| disclosure(refusal))
        .or_else(|| of_records(refusal))
        .unwrap_or_else(|| rule(refusal.rule()).line())
}

/// What is wrong with a value.
fn input(refusal: &RecordRefusal) -> Option<String> {
    Some(match refusal {
        RecordRefusal::Missing(field) => format!("“{}”不能为空，请填写", field.label()),
        RecordRefusal::ControlCharacters(field) => {
            format!("“{}”含有控制字符或不可见字符，请删去后重新输入", field.label())
        }
        RecordRefusal::TooLong { field, limit } => {
            format!("“{}”超过 {limit} 个字，请缩短", field.label())
        }
        RecordRefusal::InFuture { field, on, today } => {
            format!("“{}”{on} 晚于今天 {today}，尚未发生的不能登记，请核对", field.label())
        }
        RecordRefusal::DayOutOfRange { field, on } => {
            format!("“{}”{on} 不在 1990 年至 2099 年之间，请核对年份", field.label())
        }
        _ => return None,
    })
}

fn dispute(refusal: &RecordRefusal) -> Option<String> {
    Some(match refusal {
        RecordRefusal::NotAReview(id) => format!("登记号 {id} 不是行政复议，请核对所经复议的登记号"),
        RecordRefusal::FiledBeforeReview { filed, review } => {
            format!("起诉日期 {filed} 早于申请复议的日期 {review}，请核对日期")
        }
        RecordRefusal::NamedBySuit(suit) => {
            format!("登记号 {suit} 的诉讼写明经过本件复议，请先更改或移除该诉讼")
        }
        RecordRefusal::BeforeFiling { on, filed } => {
            format!("{on} 早于申请复议或起诉的日期 {filed}，请核对日期")
        }
        RecordRefusal::DisputeEnded(on) => {
            format!("本件已于 {on} 审结；上诉或再审的请先记上诉（appeal），记错的请先撤回该步（undo）")
        }
        _ => return None,
    })
}

fn disclosure(refusal: &RecordRefusal) -> Option<String> {
    Some(match refusal {
        RecordRefusal::ChecksLacking(lacking) => {
            format!("三审三校未完成，缺{}；先审查后公开，请补齐，或写明越过的理由", lacking_checks(lacking))
        }
        RecordRefusal::NoSuchRound(round) => format!("审、校各三次，没有第 {round} 次，请写 1 至 3"),
        RecordRefusal::RoundDone { check, round } => {
            format!("{}已经记过，记错的请先撤回该步（undo）", check_name(*check, *round))
        }
        RecordRefusal::RoundOutOfTurn { check, round } => format!(
            "{}须在{}之后，请先记前一次，并核对日期",
            check_name(*check, *round),
            check_name(*check, round.saturating_sub(1))
        ),
        RecordRefusal::BeforeFormed { on, formed } => {
            format!("{on} 早于信息形成或变更的日期 {formed}，请核对日期")
        }
        RecordRefusal::AlreadyPublished(on) => {
            format!("本条已于 {on} 公开，记错的请先撤回公开（undo）")
        }
        RecordRefusal::AfterPublication { on, published } => {
            format!("{on} 在公开之日 {published} 之后；审校须在公开之前，请核对日期")
        }
        _ => return None,
    })
}

fn of_records(refusal: &RecordRefusal) -> Option<String> {
    Some(match refusal {
        RecordRefusal::NoSuchRecord(id) => {
            format!("没有登记号 {id}，请核对登记号（台账的全部年度中可以查到）")
        }
        RecordRefusal::IsRemoved(id) => format!("登记号 {id} 已移除，不再办理；需要的请另行登记"),
        RecordRefusal::OtherKind { id, is } => {
            format!("登记号 {id} 属于“{}”，不能这样办理，请核对登记号", is.label())
        }
        RecordRefusal::RecordedAlready(id) => format!("登记号 {id} 已经登记了这一项，请更改该条"),
        RecordRefusal::CountedTwice(id) => {
            format!("登记号 {id} 已登记同一来源、与这段时间重叠的数量，会重复计算；请只按年或只按月登记")
        }
        RecordRefusal::StockTooSmall { stock, known } => format!(
            "期初有效件数为 {stock}，而已登记的文件中当时有效的有 {known} 件；请核对期初数或文件的日期"
        ),
        RecordRefusal::EndedBeforeIssued { on, issued } => {
            format!("废止或失效日期 {on} 早于制发日期 {issued}，请核对日期")
        }
        RecordRefusal::DocumentEnded(on) => {
            format!("本文件已于 {on} 废止或失效；记错的请先恢复有效")
        }
        RecordRefusal::NoSuchStep(seq) => format!("本条没有第 {seq} 号记录的环节，请在本条的记录中核对"),
        RecordRefusal::WouldBreak { seq, because } => {
            format!("这样第 {seq} 号记录就不能成立：{}；请先撤回第 {seq} 号记录", words(because))
        }
        _ => return None,
    })
}

/// What the rules would have wanted otherwise.
pub fn warning(warning: &RecordWarning) -> String {
    match warning {
        RecordWarning::PublishedLate { due, on } => {
            format!("{on} 公开，晚于 {due}：主动公开应自形成或变更之日起 20 个工作日内（条例第二十六条）")
        }
        RecordWarning::PublishedUnchecked(lacking) => {
            format!("已按所写理由公开，仍缺{}，请补记", lacking_checks(lacking))
        }
        RecordWarning::Replaced(id) => format!("替换了登记号 {id} 原来的数字"),
    }
}

/// A review or proof by its number.
pub fn check_name(check: Check, round: u8) -> String {
    let number = match round {
        1 => "一",
        2 => "二",
        3 => "三",
        _ => "几",
    };
    let check = match check {
        Check::Review => "审",
        Check::Proof => "校",
    };
    format!("{number}{check}")
}

/// Reviews and proofs in a row.
pub fn lacking_checks(lacking: &[(Check, u8)]) -> String {
    lacking.iter().map(|(check, round)| check_name(*check, *round)).collect::<Vec<_>>().join("、")
}

/// What is wrong with a field of a form, and what belongs there.
pub fn form_error(kind: RecordKind, error: FormError, text: &str) -> String {
    let (FormError::Missing(field) | FormError::Unreadable(field)) = error;
    let wanted = wanted(kind, field);
    let option = format!("--{}（{}）", field.key(), field.label());
    match error {
        FormError::Missing(_) => format!("缺少 {option}：{wanted}"),
        FormError::Unreadable(_) => {
            format!("{option} 的值“{}”不可用：应为{wanted}", crate::text::clean_line(text))
        }
    }
}

fn wanted(kind: RecordKind, field: RecordField) -> String {
    let form = fields(kind).iter().find(|spec| spec.field == field).map(|spec| spec.form);
    match form {
        Some(FieldForm::Choice) => choices(kind, field)
            .into_iter()
            .map(|(key, label)| format!("{key}（{label}）"))
            .collect::<Vec<_>>()
            .join("、"),
        Some(FieldForm::Date) => "日期，如 2025-03-02".to_owned(),
        Some(FieldForm::Period) => "年、月或日，如 2025、2025-03、2025-03-02".to_owned(),
        Some(FieldForm::Year) => "年份，如 2025".to_owned(),
        Some(FieldForm::Number) => "不带符号的整数".to_owned(),
        Some(FieldForm::Money) => "金额，单位元，至多两位小数，如 380.50".to_owned(),
        Some(FieldForm::Record) => "登记号".to_owned(),
        Some(FieldForm::Request) => "申请编号".to_owned(),
        Some(FieldForm::Line | FieldForm::Text) | None => "文字".to_owned(),
    }
}
