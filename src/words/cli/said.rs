//! Results and warnings in words.

use std::path::Path;

use jiff::civil::Date;

use super::IMPORT_NOTICE;
use crate::calendar::YearDays;

use crate::desk::{OtherTask, OtherTodo, Todo};
use crate::law::fee::Band;
use crate::law::{OutcomeKind, OutcomeRow};
use crate::request::clock::{Deadline, SubDeadline};
use crate::request::{Entry, Facts, Status};

/// A clerk without a name.
pub const CLERK: &str = "经办人";
/// Nothing in the list.
pub const NOTHING: &str = "没有符合条件的申请";
/// Nothing to do today.
pub const NOTHING_TODO: &str = "今天没有要办的事";
/// No rule is broken.
pub const ALL_RULES_HOLD: &str = "校验通过，未发现问题";
/// The old register held the same.
pub const REBUILT_EQUAL: &str = "台账已重新生成，与原台账一致";
/// The old register held something else.
pub const REBUILT_DIFFERENT: &str = "台账已重新生成，与原台账不一致，已采用新台账";
/// The register agrees with itself.
pub const REGISTER_AGREES: &str = "台账与日志一致";
/// The register could not be read.
pub const REGISTER_MENDED: &str = "台账有损坏，已按日志重新生成，记录没有缺失";
/// The register disagrees.
pub const REGISTER_DISAGREES: &str = "台账有出入，请运行 gongkai rebuild 重新生成（日志无误，不会丢失记录）";

/// Headings of the list.
pub const LIST_HEADINGS: [&str; 6] = ["编号", "收到", "申请人", "标题", "状态", "期限"];

/// A command that a rule refuses: nothing of it was kept.
pub fn not_saved(refusal: &str) -> String {
    format!("没有保存：{refusal}")
}

/// Where results could not be written.
pub fn cannot_write(error: &str) -> String {
    format!("无法写出结果：{error}")
}

/// A file that cannot be read.
pub fn cannot_read(path: &Path, error: &str) -> String {
    format!("无法读取文件 {}：{error}", path.display())
}

/// A file that is longer than what is read.
pub fn file_too_large(limit: u64) -> String {
    let limit = if limit < 1 << 20 { format!("{} KiB", limit >> 10) } else { format!("{} MiB", limit >> 20) };
    format!("文件超过上限 {limit}，请拆分或删去多余内容后再试")
}

/// Text in another encoding.
pub const NOT_UTF8_FILE: &str = "文件不是 UTF-8 编码的文本，请另存为 UTF-8";

/// A file that cannot be written.
pub fn cannot_write_file(path: &Path, error: &str) -> String {
    format!("无法写入文件 {}：{error}；原有内容未改动", path.display())
}

/// A new file cannot be written.
pub fn cannot_write_new(path: &Path, error: &str) -> String {
    format!("无法写入文件 {}：{error}", path.display())
}

/// There is such a file already, and it is not overwritten.
pub fn file_exists(path: &Path) -> String {
    format!("已有文件 {}，没有覆盖；请换一个文件名", path.display())
}

/// The office is made.
pub fn founded(organ: &str, home: &Path) -> String {
    format!("已为{organ}建立公开工作机构，数据在 {}", home.display())
}

/// Days left in words.
pub fn days_left(days: Option<i32>, provisional: bool) -> String {
    let words = match days {
        None => "-".to_owned(),
        Some(0) => "今日到期".to_owned(),
        Some(days) if days < 0 => format!("!超期{}天", days.unsigned_abs()),
        Some(days) => format!("剩{days}天"),
    };
    if provisional && days.is_some() { format!("{words}(暂定)") } else { words }
}

/// The new status and due date after a step.
pub fn after_step(no: &str, status: &str, due: Option<Date>, closed: Option<Date>) -> String {
    match (closed, due) {
        (Some(on), _) => format!("{no} {status}，办结日 {on}"),
        (None, Some(due)) => format!("{no} {status}，到期日 {due}"),
        (None, None) => format!("{no} {status}"),
    }
}

/// A whole commit was taken back.
pub fn commit_revoked(cases: usize) -> String {
    format!("已整批撤销，涉及 {cases} 件申请")
}

/// The kinds of an outcome row.
pub fn outcome(row: OutcomeRow, kind: Option<OutcomeKind>) -> String {
    let kind = kind.map_or_else(String::new, |kind| format!("（{}）", kind.label()));
    format!("{}{}{kind}", row.place(), row.short_label())
}

/// An import's result.
pub fn imported(added: usize, known: usize, dry_run: bool) -> String {
    match (added, known, dry_run) {
        (0, known, _) if known > 0 => format!("{known} 件均已登记在册，没有改动"),
        (added, 0, true) => format!("检查通过，可导入 {added} 件；未导入（--dry-run）"),
        (added, known, true) => {
            format!("检查通过，可导入 {added} 件，另有 {known} 件已登记在册；未导入（--dry-run）")
        }
        (added, 0, false) => format!("已导入 {added} 件"),
        (added, known, false) => format!("已导入 {added} 件，另有 {known} 件已登记在册，未改动"),
    }
}

/// How to take an import back.
pub fn import_commit(seq: u64) -> String {
    format!("如需整批撤销：gongkai act 编号 revoke --commit {seq} --reason 理由")
}

/// Nothing was imported.
pub fn import_refused(faults: usize) -> String {
    format!("发现 {faults} 处问题，全部未导入，请改正后重新导入")
}

/// A row that cannot have happened so.
pub fn refused_row(sheet: &str, row: u32, words: &str) -> String {
    if sheet.is_empty() {
        format!("第 {row} 行：{words}")
    } else {
        format!("工作表“{sheet}”第 {row} 行：{words}")
    }
}

/// A known row that differs from what is recorded.
pub fn differing(no: &str) -> String {
    format!(
        "编号 {no} 已登记在册，但申请人、内容或收到日期与文件不同；未改动，如需更正请用 gongkai act {no} amend"
    )
}

/// A consultation that is kept as a note.
pub fn uncounted(no: &str) -> String {
    format!("编号 {no} 未办结且曾征求意见：所载日期先后不合，已记入附注，未从答复期限中扣除，请核对后补记")
}

/// How far a long import is.
pub fn progress(done: usize) -> String {
    format!("已处理 {done} 行")
}

/// A profile that cannot be used.
pub fn bad_profile(path: &Path, what: &str) -> String {
    format!("列名对照文件 {} 不可用：{what}", path.display())
}

/// No such heading.
pub fn no_such_heading(name: &str) -> String {
    format!("没有标准列名“{}”", crate::text::clean_line(name))
}

/// A format that does not exist.
pub fn no_such_format(name: &str, known: &[&str]) -> String {
    format!("没有“{}”这种格式，可用：{}", crate::text::clean_line(name), known.join(" "))
}

/// What was noted stands in the journal.
pub const EXPECTED: &str = "与记下的记录号和封印相符";

/// What was noted does not stand in the journal.
pub fn not_expected(found: &str) -> String {
    format!("与记下的不符：日志在该记录处的封印为 {found}")
}

/// What was noted lies beyond the journal.
pub fn beyond_journal(head: &str) -> String {
    format!("记下的记录号在日志末尾之后：日志只到 {head}，可能被截短，请从备份恢复")
}

/// A registration that was taken back.
pub const VOID: &str = "登记已撤销";
/// Over the timeline.
pub const TIMELINE: &str = "办理过程";
/// Over the clock.
pub const CLOCK_TITLE: &str = "期限说明";

/// A fact with its name.
pub fn fact(name: &str, value: &str) -> String {
    format!("{}{value}", crate::text::pad(name, 10))
}

/// The facts of a case, a line each; empty ones left out.
pub fn case_facts(
    facts: &Facts,
    status: Status,
    void: bool,
    left: &str,
    due: Option<Date>,
    closed: Option<Date>,
) -> Vec<String> {
    let day = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
    let particulars = &facts.particulars;
    let status = if void { VOID } else { status.label() };
    let due = due.map(|on| format!("{on}  {left}")).unwrap_or_default();
    let named = [
        ("编号", facts.no.text.clone()),
        ("状态", status.to_owned()),
        ("到期日", due),
        ("办结日", day(closed)),
        ("申请人", format!("{}（{}）", particulars.applicant, facts.kind.label())),
        ("渠道", facts.channel.label().to_owned()),
        ("提交日期", day(facts.submitted_on)),
        ("确认日期", day(facts.confirmed_on)),
        ("收到日期", day(facts.received_on)),
        ("标题", particulars.title.clone()),
        ("申请内容", particulars.content.clone()),
        ("获取方式", particulars.form_of_supply.clone()),
        ("承办科室", particulars.unit.clone()),
    ];
    named.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| fact(name, &value)).collect()
}

/// Over the cases of one for whom the clerk stands in.
pub fn stood_in_for(name: &str, count: usize) -> String {
    format!("顶岗：{} 承办的 {count} 件", crate::text::clean_line(name))
}

/// Of a case of one for whom the clerk stands in.
pub fn instead_of(name: &str) -> String {
    format!("（顶岗：{} 承办）", crate::text::clean_line(name))
}

/// One of several items and its answer.
pub fn item(number: usize, text: &str, answer: Option<(OutcomeRow, Option<OutcomeKind>)>) -> String {
    let answer = answer.map_or_else(|| "未决".to_owned(), |(row, kind)| outcome(row, kind));
    fact(&format!("事项{number}"), &format!("{text}  [{answer}]"))
}

/// A line of the timeline; long numbers in full only where it is `whole`.
pub fn entry(entry: &Entry, revoked: Option<u64>, whole: bool) -> String {
    let on = entry.event.on().map(|on| on.to_string()).unwrap_or_default();
    let name = super::super::request::event_name(&entry.event);
    let detail = detail(entry, whole).replace('\n', " / ");
    let mark = revoked.map_or_else(String::new, |by| format!("  [已由第{by}号记录撤销]"));
    format!(
        "{:>6}  {}  {}  {detail}{mark}",
        entry.seq.0,
        crate::text::pad(&on, 10),
        crate::text::pad(name, 12)
    )
    .trim_end()
    .to_owned()
}

/// What an entry tells.
pub fn detail(entry: &Entry, whole: bool) -> String {
    use crate::words::request::{event_detail, event_detail_masked};
    if whole { event_detail(&entry.event) } else { event_detail_masked(&entry.event) }
}

/// A line of the clock.
pub fn clock_line(on: Date, rule: &str, effect: &str, article: &str) -> String {
    let cited = if article.is_empty() { String::new() } else { format!("（{article}）") };
    format!("{on}  {rule}：{effect}{cited}")
}

/// The last line of the clock.
pub fn due_line(due: Option<Date>, left: &str) -> String {
    match due {
        Some(due) if left == "-" => format!("到期日 {due}"),
        Some(due) => format!("到期日 {due}，{left}"),
        None => "目前没有答复期限在计算".to_owned(),
    }
}

/// Concluded on, in a list.
pub fn closed_on(on: Date) -> String {
    format!("{on} 办结")
}

/// The applicant's own term, in a list.
pub fn waits_until(on: Date) -> String {
    format!("待至 {on}")
}

/// What is due before the answer, in a list.
pub fn before_answer(what: Deadline, on: Date) -> String {
    format!("{} {on}", crate::words::request::deadline(what))
}

/// Above the contents of a file.
pub fn contents_title(no: &str, file_no: &str) -> String {
    let file_no = if file_no.is_empty() { "未归档".to_owned() } else { format!("档号 {file_no}") };
    format!("卷内目录  申请 {no}  {file_no}")
}

/// A paper of a file.
pub fn contents_line(n: usize, entry: &Entry) -> String {
    let on = entry.event.on().map_or_else(String::new, |on| on.to_string());
    let name = crate::words::request::event_name(&entry.event);
    let detail = crate::text::clean_line(&detail(entry, false));
    format!("{n:>3}  {}  {name}  {}", crate::text::pad(&on, 10), crate::text::truncate(&detail, 50))
}

/// What a file should hold and does not.
pub fn lacks(paper: &str) -> String {
    format!("  缺  {paper}")
}

/// An item that went into a request of its own.
pub fn item_moved(number: usize, text: &str, to: &str) -> String {
    fact(&format!("事项{number}"), &format!("{text}  [已分出为 {to}]"))
}

/// Heading of the deadlines beside that of the answer.
pub const DEADLINES: &str = "其他期限";

/// A deadline beside that of the answer.
pub fn deadline(deadline: SubDeadline) -> String {
    let article = deadline.article();
    let cited = if article.is_empty() { String::new() } else { format!("（{article}）") };
    let guessed = if deadline.provisional { "(暂定)" } else { "" };
    format!("{}{guessed}  {}{cited}", deadline.on, crate::words::request::deadline(deadline.what))
}

/// What is to be done about so many requests.
pub fn todo(what: Todo, count: usize) -> String {
    let what = match what {
        Todo::Overdue => "已超期",
        Todo::DueToday => "今日到期",
        Todo::DueSoon => "三个工作日内到期",
        Todo::Conservative => "保守日（自提交起算）三个工作日内到，宜提前答复",
        Todo::TermOver => "申请人的补正、缴费或说明理由期限已过，请认定后办理",
        Todo::OpinionOver => "征求意见期限已过，请记录意见或“未答复”",
        Todo::Confirm => "待确认收到（条例第三十一条）",
        Todo::Serve => "已决定，待送达",
        Todo::UnitOverdue => "科室超期未答复",
        Todo::Chase => "到了催办科室的日子（办理过半或只剩三个工作日）",
        Todo::Copies => "答复副本待报备，报备后请“附注”（种类：报备记录）",
    };
    format!("[{what}] {count} 件")
}

/// What is to be done beside the requests.
pub fn other_todo(what: OtherTodo, count: usize) -> String {
    let what = match what {
        OtherTodo::PublishOverdue => "主动公开信息已过 20 个工作日未公开（条例第二十六条）",
        OtherTodo::PublishSoon => "主动公开信息三个工作日内应当公开（条例第二十六条）",
        OtherTodo::ReportOverdue => "年度报告已过期限，尚未公布",
        OtherTodo::ReportDue => "年度报告待报送和公布（条例第四十九条）",
        OtherTodo::Dispute => "复议、诉讼尚未审结，收到结果后请登记",
    };
    format!("[{what}] {count} 件")
}

/// One of them.
pub fn other_task(task: &OtherTask) -> String {
    let day = task.on.map(|on| format!("  {}", crate::calendar::format_iso(on))).unwrap_or_default();
    let record = task.record.map(|id| format!("  登记号 {id}")).unwrap_or_default();
    format!("{day}  {}{record}", task.title)
}

/// A file of keys or preferences that cannot be read.
pub fn keymap_unread(file: &str, error: &str) -> String {
    format!("{file}：读不出来：{error}；按原有键位继续")
}

/// `config.toml` is not as it should be.
pub fn config_unread(file: &str, message: &str) -> String {
    let message = crate::text::clean_line(message);
    format!("{file}：看不懂：{message}；可写 keymap、theme、ambiguous 三项，本次没有采用")
}

/// A value of `config.toml` that does not exist.
pub fn config_value(file: &str, key: &str, value: &str, all: &str) -> String {
    format!("{file}：{key} 不能是“{}”，可选 {all}；没有采用", crate::text::clean_line(value))
}

/// The key maps of the program.
pub const PRESETS: &str = "default、vim、plain";
/// The themes.
pub const THEMES: &str = "default、light、contrast、mono";
/// The widths of ambiguous characters.
pub const AMBIGUOUS: &str = "narrow（一格）、wide（两格）";

/// A theme that does not exist.
pub fn unknown_theme(name: &str) -> String {
    format!("没有名为“{}”的配色，可选 {THEMES}", crate::text::clean_line(name))
}

/// Head of the table of keys.
pub const KEYMAP_HEAD: &str = "| 处 | 键 | 作用 |\n|---|---|---|";

/// No fault in a file of keys.
pub const KEYMAP_SOUND: &str = "键位文件没有问题";

/// Faults in a file of keys.
pub fn keymap_faults(count: usize) -> String {
    format!("共 {count} 处问题；有问题的行不起作用，其余照用")
}

/// The first of what is wrong, when the program comes up.
pub fn first_fault(first: &str, count: usize) -> String {
    if count > 1 {
        format!("{first}（共 {count} 处，gongkai keymap show 列出）")
    } else {
        first.to_owned()
    }
}

/// What the probe says first.
pub const PROBE: &str = "按键测试：按任意键，看终端送来的是什么；连按两次 Esc 结束";

/// A key that came, and what it means in which place.
pub fn probed(key: &str, meanings: &[String]) -> String {
    if meanings.is_empty() {
        format!("{key}  没有用处")
    } else {
        format!("{key}  {}", meanings.join("，"))
    }
}

/// Text that came in one piece.
pub fn probed_paste(count: usize) -> String {
    format!("粘贴  {count} 字")
}

/// A new size of the window.
pub fn probed_size(columns: u16, rows: u16) -> String {
    format!("窗口  {columns} 列 {rows} 行")
}

/// The days off and make-up days of a year.
pub fn calendar_year(year: i16, days: Option<&YearDays>) -> String {
    let Some(days) = days else {
        return format!(
            "{year} 年放假安排尚未载入：按周末和固定日期的节日推算，到期日为暂定。{IMPORT_NOTICE}"
        );
    };
    let list = |days: &[Date]| days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    format!("{year} 年\n放假      {}\n调休上班  {}", list(&days.off), list(&days.work))
}

/// The register was derived anew.
pub fn rebuilt(equal: bool, cases: usize) -> String {
    let said = if equal { REBUILT_EQUAL } else { REBUILT_DIFFERENT };
    format!("{said}，共 {cases} 件")
}

/// What the system said about a file.
pub fn io(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "没有这个文件或目录".to_owned(),
        ErrorKind::PermissionDenied => "没有权限".to_owned(),
        ErrorKind::IsADirectory => "这是目录，不是文件".to_owned(),
        ErrorKind::NotADirectory => "路径中有一段不是目录".to_owned(),
        ErrorKind::StorageFull => "磁盘已满".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "磁盘为只读".to_owned(),
        _ => error.to_string(),
    }
}

/// One line of the computation of a fee.
pub fn fee_band(band: &Band, unit: &str) -> String {
    let Band { from, to, rate } = band;
    format!("第 {from} 至 {to} {unit}：{} {unit}，每{unit} {rate} 元，计 {} 元", band.count(), band.amount())
}
