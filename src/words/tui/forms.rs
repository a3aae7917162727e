//! What the forms say.

use jiff::civil::Date;

use crate::calendar::{Calendar, format_iso, format_long};
use crate::desk::{Earlier, LIKELY};
use crate::law::OutcomeRow;
use crate::request::Seq;

/// A number that is not shown.
pub fn hidden(masked: &str) -> String {
    format!("现登记 {masked}；不改请留空，要看完整号码请先在申请界面按 .（记入查阅记录）")
}

/// A mask is no number.
pub const IS_MASKED: &str = "含有 *，是隐去了中间几位的号码；请写完整号码，不改请留空";

/// A day written out: its weekday, and how many working days away it is, the day itself counted.
pub fn echo(on: Date, today: Date, calendar: &Calendar) -> String {
    let day = format_long(on);
    let away = calendar.working_days_between(today.min(on), today.max(on));
    match (on.cmp(&today), away) {
        (std::cmp::Ordering::Equal, _) => format!("{day}  今天"),
        (_, 0) => format!("{day}  休息日"),
        (std::cmp::Ordering::Less, _) => format!("{day}  {away} 个工作日前"),
        (std::cmp::Ordering::Greater, _) => format!("{day}  {away} 个工作日后"),
    }
}

/// What else people call a row of the outcome, to be found by: its place without brackets (四1), and the words
/// of the articles.
pub fn also_called(row: OutcomeRow) -> String {
    let place: String = row.place().chars().filter(|c| !"（）".contains(*c)).collect();
    let words = match row {
        OutcomeRow::DenySecret => "涉密 定密 第十四条",
        OutcomeRow::DenyLaw => "法律禁止 第十四条",
        OutcomeRow::DenySafety => "国家安全 公共安全 经济安全 社会稳定 第十四条",
        OutcomeRow::DenyThird => "商业秘密 个人隐私 第十五条",
        OutcomeRow::DenyInternal => "人事管理 后勤管理 内部工作流程 第十六条",
        OutcomeRow::DenyProcess => "讨论记录 过程稿 磋商信函 请示报告 第十六条",
        OutcomeRow::DenyCasefile => "案卷 第十六条",
        OutcomeRow::DenyQuery => "工商登记 不动产登记 第三十六条第七项",
        OutcomeRow::NoneHeld => "不存在 非本机关 不属于本机关",
        _ => "",
    };
    format!("{place} {words}")
}

/// Titles.
pub const REGISTER_TITLE: &str = "登记新申请";
/// See [`REGISTER_TITLE`].
pub const FOUND_TITLE: &str = "首次使用";
/// Above the questions of the first run.
pub const WELCOME: [&str; 2] = [
    "这里还没有公开工作机构。回答以下问题即可开始，带 * 的必须填写。",
    "申请的登记、办理、期限和年度报告都保存在本机。",
];

/// Labels of the first run.
pub const OFFICE_NAME: &str = "机关名称";
/// See [`OFFICE_NAME`].
pub const OFFICE_NAME_HINT: &str = "全称，与年度报告标题一致";
/// See [`OFFICE_NAME`].
pub const PREFIX: &str = "字号";
/// See [`OFFICE_NAME`].
pub const PREFIX_HINT: &str = "可不填；如填“公”，编号为 公〔2026〕1号";
/// See [`OFFICE_NAME`].
pub const CLERK: &str = "经办人姓名";
/// Which of the two things is it?
pub const WHICH_KIND: &str = "请选情形：不存在（须有检索记录）还是非本机关";
/// Hint of the name of the clerk.
pub const CLERK_HINT: &str = "您的姓名；不填记作“经办人”";
/// A clerk who gave no name.
pub const CLERK_UNNAMED: &str = "经办人";
/// See [`OFFICE_NAME`].
pub const PRACTICE: &str = "用途";
/// The choices of 用途: for real, for practice.
pub const PRACTICE_CHOICES: [&str; 2] = ["正式使用", "演练"];

/// Labels without a field of the law.
pub const KIND: &str = "申请人类型";
/// See [`KIND`].
pub const CHANNEL: &str = "渠道";
/// See [`KIND`].
pub const ORGAN: &str = "答复机关";
/// See [`KIND`].
pub const ON: &str = "日期";
/// See [`KIND`].
pub const SUPPLIED: &str = "补正内容";
/// See [`KIND`].
pub const NO_GOOD_REASON: &str = "无正当理由";
/// The choices of 无正当理由: the first says there was none.
pub const YES_NO: [&str; 2] = ["是，经查无正当理由", "否"];
/// See [`KIND`].
pub const OUTCOME: &str = "办理结果";
/// See [`KIND`].
pub const OUTCOME_KIND: &str = "情形";
/// See [`KIND`].
pub const LETTER_NO: &str = "答复文号";
/// See [`KIND`].
pub const OVERRIDE: &str = "越过理由";
/// See [`KIND`].
pub const WAY: &str = "送达方式";
/// See [`KIND`].
pub const NOTE_KIND: &str = "类别";
/// See [`KIND`].
pub const ENTRY: &str = "撤销哪一条";
/// See [`KIND`].
pub const ITEM: &str = "申请事项";
/// All items at once.
pub const ALL_ITEMS: &str = "全部未答复的事项";

/// Hints in empty fields.
pub const DATE_HINT: &str = "如 0105、1.5、昨天、-3";
/// See [`DATE_HINT`].
pub const CHOICE_HINT: &str = "数字键选择，回车列出";
/// See [`DATE_HINT`].
pub const OUTCOME_HINT: &str = "回车列出，键入序号或文字缩小范围；F2 逐问指引";
/// The guide has nothing to ask here.
pub const NO_GUIDE: &str = "指引只在“作出决定”时可用，且须有未答复的事项";
/// See [`DATE_HINT`].
pub const TITLE_HINT: &str = "列表中显示，可不填";
/// See [`DATE_HINT`].
pub const ITEM_HINT: &str = "分项申请的一行一项，可不填";
/// See [`DATE_HINT`].
pub const FORM_OF_SUPPLY_HINT: &str = "如 纸质邮寄、电子邮件";
/// See [`DATE_HINT`].
pub const NO_HINT: &str = "不填则由程序编号";
/// See [`DATE_HINT`].
pub const REPLY_BY_HINT: &str = "申请人补正的最后一日，如 +15";
/// See [`DATE_HINT`].
pub const OVERRIDE_HINT: &str = "仅在缺少前置环节时填写";
/// See [`DATE_HINT`].
pub const AMEND_HINT: &str = "为什么更正";
/// The field has nothing to choose.
pub const NO_CHOICE: &str = "无需选择";
/// The field is typed.
pub const NOTHING_TO_CHOOSE: &str = "本项直接填写，没有可列出的内容";
/// Before the field of a list that is narrowed.
pub const PICK_FIELD: &str = "序号或文字: ";
/// A draft was put aside.
pub const DRAFT_KEPT: &str = "草稿已保留，再次打开同一表单时恢复；退出程序后也在";
/// A draft came back.
pub const DRAFT_BACK: &str = "已恢复上次的草稿";
/// Something is missing that no field names.
pub const INCOMPLETE: &str = "还有内容没有填写";

/// Not a whole number.
pub const NOT_A_NUMBER: &str = "请填写整数";

/// A field that must not be empty.
pub fn missing(label: &str) -> String {
    format!("请填写{label}")
}

/// Below a field.
pub fn fault(error: &str) -> String {
    format!("^ {error}")
}

/// All faults, by the labels of their fields.
pub fn faults(labels: &[&str]) -> String {
    format!("有 {} 项需要改正：{}", labels.len(), labels.join("、"))
}

/// The title of a step.
pub fn step_title(step: &str, no: &str) -> String {
    format!("{step}  申请 {no}")
}

/// A row of table 3 as a choice.
pub fn outcome(place: &str, label: &str) -> String {
    format!("{place} {label}")
}

/// An entry as a choice.
pub fn entry(seq: Seq, on: Option<Date>, line: &str) -> String {
    let on = on.map(format_iso).unwrap_or_default();
    format!("第{seq}号 {on} {line}")
}

/// An item as a choice.
pub fn item(n: u16, text: &str) -> String {
    format!("事项{n} {text}")
}

/// What is chosen, and that there is more to choose from.
pub fn choice(options: &[String], chosen: Option<usize>) -> String {
    let Some((at, option)) = chosen.and_then(|at| options.get(at).map(|option| (at, option))) else {
        return String::new();
    };
    format!("{}. {option}  ({}/{})", at + 1, at + 1, options.len())
}

/// Under the content of a new request: earlier ones of the applicant that may be the same.
pub fn earlier(earlier: &[Earlier]) -> String {
    let Some(first) = earlier.first() else { return String::new() };
    let likely: Vec<&Earlier> = earlier.iter().filter(|one| one.alike >= LIKELY).take(2).collect();
    if likely.is_empty() {
        return format!("该申请人另有 {} 件申请，最近的是 {}", earlier.len(), first.row.no);
    }
    let one = |earlier: &&Earlier| {
        let state = match earlier.row.closed_on {
            Some(on) => format!("{on} 办结，可关联为重复申请"),
            None => format!("{}，可并案", earlier.row.status.label()),
        };
        format!("{}（相似 {}%，{state}）", earlier.row.no, earlier.alike)
    };
    format!("该申请人的相近申请：{}", likely.iter().map(one).collect::<Vec<_>>().join("；"))
}
