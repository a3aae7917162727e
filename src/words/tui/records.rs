//! What the screens of the registers say.

use crate::calendar::Due;
use crate::records::{Check, FieldForm, FieldSpec, Record, RecordField, RecordId, RecordKind};
use crate::request::Seq;
use crate::text::clean_line;
use crate::words::records::{check_name, lacking_checks, period, status, what};
use crate::words::tui::screens::short_day;

/// Heads of the list and labels of a record.
pub const PERIOD: &str = "日期";
/// See [`PERIOD`].
pub const WHAT: &str = "内容";
/// See [`PERIOD`].
pub const ORGAN: &str = "所属机关";
/// See [`PERIOD`].
pub const RESULT: &str = "结果";
/// See [`PERIOD`].
pub const OVERRIDE: &str = "越过理由";
/// See [`PERIOD`].
pub const ENTRY: &str = "撤回哪一步";
/// No record of this kind.
pub const NOTHING: &str = "没有登记；F2 登记一条，[ ] 看其他年度";
/// Enter on nothing.
pub const NOTHING_SELECTED: &str = "没有选中的登记";
/// A record of which there is no more to say.
pub const STANDS: &str = "已登记";
/// Before an entry that was taken back.
const TAKEN_BACK: &str = "[已撤回] ";
/// Nothing that could be taken back.
pub const NO_STEP: &str = "没有可以撤回的环节";
/// Hint of the reason for publishing without all reviews and proofs.
pub const OVERRIDE_HINT: &str = "仅在三审三校未完成而必须公开时填写";
/// Hint of the words of an end.
pub const RESULT_TEXT_HINT: &str = "如 撤销并责令重作、驳回起诉、撤回";

/// What is listed: a kind, of a year or of all.
pub fn title(kind: RecordKind, year: Option<i16>) -> String {
    match year {
        Some(year) => format!("台账登记 {year} 年度：{}", kind.label()),
        None => format!("台账登记 全部年度（含已移除）：{}", kind.label()),
    }
}

/// What is listed: what a cell of the report counts.
pub fn behind_title(year: i16, place: &str) -> String {
    format!("台账登记 {year} 年度：计入{place}的登记")
}

/// Label of the cells that a record fills.
pub const COUNTED: &str = "计入";

/// A cell that a record fills, from one year to another.
pub fn counted(place: &str, first: i16, last: i16) -> String {
    if first == last { format!("{first} 年{place}") } else { format!("{first} 至 {last} 年{place}") }
}

/// A kind with its count.
pub fn kind(n: usize, kind: RecordKind, count: usize, here: bool) -> String {
    let (left, right) = if here { ("[", "]") } else { (" ", " ") };
    format!("{left}{n} {} {count}{right}", kind.label())
}

/// The title of a record.
pub fn record_title(id: RecordId, kind: RecordKind) -> String {
    format!("{}  登记号 {id}", kind.label())
}

/// How a record stands, in a few words.
pub fn state(record: &Record, due: Option<Due>) -> String {
    let lacking = record.lacking_checks().len();
    match due.filter(|_| record.removed.is_none() && record.publication().is_none()) {
        Some(due) if lacking == 0 => format!("最迟{} 待公开", short_day(due.on)),
        Some(due) => format!("最迟{} 缺{lacking}项审校", short_day(due.on)),
        None => status(record, due).trim_matches(['[', ']']).to_owned(),
    }
}

/// An entry of the history.
pub fn entry(name: &str, detail: &str, stands: bool) -> String {
    let mark = if stands { "" } else { TAKEN_BACK };
    let detail = clean_line(&detail.replace('\n', " / "));
    if detail.is_empty() { format!("{mark}{name}") } else { format!("{mark}{name}：{detail}") }
}

/// What is done in the registers: what it is called in the menu and above the form, and a sentence about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeedWords {
    /// What it is called.
    pub label: &'static str,
    /// A sentence about it.
    pub text: &'static str,
}

/// A new record.
pub const ADD: DeedWords = DeedWords { label: "登记", text: "" };
/// See [`ADD`].
pub const CHANGE: DeedWords =
    DeedWords { label: "更改", text: "改写登记的内容；原内容保留在记录中" };
/// See [`ADD`].
pub const REMOVE: DeedWords =
    DeedWords { label: "移除", text: "误登的不再计数；仍可在全部年度中查到" };
/// See [`ADD`].
pub const REPEAL: DeedWords =
    DeedWords { label: "废止", text: "自该日起不再有效，计入表二本年废止件数" };
/// See [`ADD`].
pub const VOID: DeedWords =
    DeedWords { label: "宣布失效", text: "自该日起不再有效，计入表二本年废止件数" };
/// See [`ADD`].
pub const REINSTATE: DeedWords =
    DeedWords { label: "恢复有效", text: "误记废止或失效的，恢复为现行有效" };
/// See [`ADD`].
pub const REVIEW: DeedWords = DeedWords { label: "审查", text: "三审之一" };
/// See [`ADD`].
pub const PROOF: DeedWords = DeedWords { label: "校对", text: "三校之一" };
/// See [`ADD`].
pub const PUBLISH: DeedWords = DeedWords { label: "公开", text: "三审三校完成后公开" };
/// See [`ADD`].
pub const ANSWER: DeedWords =
    DeedWords { label: "答复答辩", text: "向复议机关答复，或者向法院答辩" };
/// See [`ADD`].
pub const HEARING: DeedWords = DeedWords { label: "听证开庭", text: "复议听证，或者法院开庭" };
/// See [`ADD`].
pub const END: DeedWords =
    DeedWords { label: "审结", text: "复议决定、判决裁定或者其他结果，计入表四" };
/// See [`ADD`].
pub const APPEAL: DeedWords =
    DeedWords { label: "上诉再审", text: "上诉或者再审，重新计为尚未审结" };
/// See [`ADD`].
pub const UNDO: DeedWords =
    DeedWords { label: "撤回一步", text: "误记的环节不再起作用；原记录保留" };

/// What is still lacking before a publication.
pub fn lacking(lacking: &[(Check, u8)]) -> String {
    if lacking.is_empty() { String::new() } else { format!("尚缺{}", lacking_checks(lacking)) }
}

/// The three rounds of a check.
pub fn rounds(check: Check) -> Vec<String> {
    (1..=3).map(|round| check_name(check, round)).collect()
}

/// The title of a form.
pub fn form_title(deed: DeedWords, kind: RecordKind, id: Option<RecordId>) -> String {
    match id {
        Some(id) => format!("{}  {}  登记号 {id}", deed.label, kind.label()),
        None => format!("{}  {}", deed.label, kind.label()),
    }
}

/// What a field is called in a form, where long names have no room.
pub fn label(field: RecordField) -> &'static str {
    match field {
        RecordField::Filed => "提起日期",
        RecordField::Review => "所经复议",
        RecordField::Forum => "复议机关/法院",
        RecordField::Formed => "形成变更日期",
        _ => field.label(),
    }
}

/// What is typed into a field, by an example.
pub const fn hint(spec: FieldSpec) -> &'static str {
    match (spec.field, spec.form) {
        (RecordField::Source, _) => "谁统计的，可不填；同一来源同一时间再登记即替换",
        (RecordField::Forum, _) => "如 某市人民政府、某市中级人民法院",
        (RecordField::Name, _) => "自定项目必填，如 新闻发布会",
        (RecordField::Unit, _) => "不填用通常的单位；自定项目必填",
        (RecordField::Year, _) => "年份，如 2025",
        (RecordField::DocNo, _) => "可不填",
        (_, FieldForm::Period) => "如 2025、2025-03、2025-03-02",
        (_, FieldForm::Year) => "如 2025",
        (_, FieldForm::Number) => "整数",
        (_, FieldForm::Money) => "单位元，至多两位小数，如 380.50",
        (_, FieldForm::Record) => "复议后起诉的填登记号；F4 列出",
        (_, FieldForm::Request) => "申请编号，可不填",
        _ => "",
    }
}

/// What was typed cannot be read.
pub fn unreadable(spec: FieldSpec) -> String {
    match hint(spec) {
        "" => "看不懂，请改正".to_owned(),
        hint => format!("看不懂，应填 {hint}"),
    }
}

/// A record as a suggestion: its number, its day, what it is.
pub fn suggestion(record: &Record) -> String {
    format!("{}  {}  {}", record.id, period(record), what(record))
}

/// A step that can be taken back.
pub fn step(seq: Seq, on: jiff::civil::Date, name: &str, detail: &str) -> String {
    format!("第{seq}号 {on} {}", entry(name, detail, true))
}

/// It is on disk; what moved in the tables.
pub fn saved(record: &Record, due: Option<Due>, moved: &[String]) -> String {
    let state = if record.removed.is_some() { "已移除".to_owned() } else { state(record, due) };
    let state = if state.is_empty() { String::new() } else { format!("，{state}") };
    let mut text = format!("已保存：{} 登记号 {}{state}", record.kind().label(), record.id);
    for one in moved.iter().take(MOVED) {
        text.push('；');
        text.push_str(one);
    }
    if moved.len() > MOVED {
        text.push_str(" 等");
    }
    text
}

/// Most tables that are named.
const MOVED: usize = 2;

/// The cells of a table that moved.
pub fn moved(year: i16, table: &str, cells: &[String]) -> String {
    format!("{year} 年{table}：{}", cells.join("，"))
}

/// A cell that moved.
pub fn cell(name: &str, from: &str, to: &str) -> String {
    format!("{name} {from} 变 {to}")
}

/// The end of a document.
pub fn ended(on: jiff::civil::Date, reason: &str) -> String {
    format!("{on}，{}", clean_line(reason))
}

/// The tables.
pub const TABLE2: &str = "表二";
/// See [`TABLE2`].
pub const TABLE4: &str = "表四";
/// The figures of a kind of documents.
pub const DOCUMENT_FIGURES: [&str; 3] = ["本年制发", "本年废止", "现行有效"];
/// Charges, in 元 as they were recorded.
pub const CHARGES: &str = "行政事业性收费（元）";
