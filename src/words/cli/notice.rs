//! Results of taking over a holiday notice.

use std::path::Path;

use crate::calendar::{YearDays, format_iso};
use crate::desk::Moved;
use crate::request::{Excluded, MOST_DAYS, SettingKey};

/// How the notice of a year is taken over.
pub const IMPORT_NOTICE: &str = "录入：gongkai calendar import 文件";
/// No due date moved.
pub const NOTHING_MOVED: &str = "没有申请因此改期";

/// The notice of a year is to be taken over.
pub fn notice_wanted(year: i16) -> String {
    format!("请录入{year}年放假安排，此前该年的到期日为暂定。{IMPORT_NOTICE}")
}

/// A file without text.
pub fn no_notice_text(path: &Path) -> String {
    format!("文件 {} 不是 UTF-8 或 GB18030 文本，请把通知正文复制到文本文件（.txt）后再录入", path.display())
}

/// Nothing of a notice was taken.
pub fn notice_refused(faults: usize) -> String {
    format!("发现 {faults} 处问题，没有录入，请改正后重新录入")
}

/// A year that was taken over.
pub fn notice_taken(year: i16, days: &YearDays, dry_run: bool) -> String {
    let done = if dry_run { "检查通过，未录入（--dry-run）" } else { "已录入" };
    format!("{year}年放假安排{done}：放假 {} 天，调休上班 {} 天", days.off.len(), days.work.len())
}

/// A year that was known just so.
pub fn notice_known(year: i16) -> String {
    format!("{year}年放假安排与已录入的相同，没有改动")
}

/// Over the list of cases that moved.
pub fn moved_title(count: usize, dry_run: bool) -> String {
    if dry_run {
        format!("将改期的申请 {count} 件：")
    } else {
        format!("改期的申请 {count} 件：")
    }
}

/// A case that moved: from when to when, and how far.
pub fn moved(moved: &Moved) -> String {
    let day = |on: Option<_>| on.map_or_else(|| "无".to_owned(), format_iso);
    let row = &moved.row;
    let what = if row.due_on.is_some() { "到期日" } else { "申请人期限" };
    let was = if moved.was_provisional { "(暂定)" } else { "" };
    let is = if row.provisional { "(暂定)" } else { "" };
    format!(
        "{}  {what} {}{was} 改为 {}{is}（{:+} 个工作日，{:+} 天）",
        crate::text::clean_line(&row.no),
        day(moved.before),
        day(moved.after),
        moved.working_days,
        moved.days
    )
}

/// Cases whose day stands and is no longer provisional.
pub fn settled(count: usize, dry_run: bool) -> String {
    let will = if dry_run { "将" } else { "" };
    format!("到期日不变、{will}由暂定转为确定的申请 {count} 件")
}

/// A setting that was set, or would be.
pub fn setting_set(setting: &str, dry_run: bool) -> String {
    if dry_run { format!("将改为 {setting}") } else { format!("已设置 {setting}") }
}

/// A setting as it stands.
pub fn setting_line(key: &str, setting: &str) -> String {
    format!("{key:<14}  {setting}")
}

/// A value that cannot be set.
pub fn bad_setting(key: SettingKey, value: &str) -> String {
    let expected = match key {
        SettingKey::Excluded => {
            let all = Excluded::ALL.map(|way| format!("{}（{}）", way.key(), way.label()));
            all.join("、")
        }
        SettingKey::AssistStops | SettingKey::DisputesAgain | SettingKey::FourEyes => {
            "yes（是）、no（否）".to_owned()
        }
        SettingKey::MakesRules | SettingKey::HasCharges => "yes（是）、no（否）、unknown（不明）".to_owned(),
        SettingKey::HandIn => "1 月 1 日至 3 月 31 日的一天，如 01-15；none（无）".to_owned(),
        SettingKey::UnitDays => format!("1 至 {MOST_DAYS} 的整数"),
        SettingKey::CopyDays => format!("0 至 {MOST_DAYS} 的整数"),
    };
    let value = crate::text::clean_line(value);
    format!("“{}”不能设为“{value}”，可选：{expected}；未作修改", key.label())
}
