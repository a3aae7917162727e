//! What the year screen and the forms around it say.

use jiff::civil::Date;

use super::super::office::text_place;
use crate::calendar::format_iso;
use crate::desk::{Publishing, TextState};
use crate::office::TextPlace;
use crate::report::checks::{Figure2, OVERVIEW_MOST, Target};
use crate::report::{Difference, Dispute};

/// The names of the tabs, in their order.
pub const TABS: [&str; 7] = ["表三", "表二", "表四", "文字", "校验", "趋势", "按月"];
/// The report of all organs together.
pub const ALL_ORGANS: &str = "各机关合并";
/// The title of the chooser of organs.
pub const ORGANS_TITLE: &str = "看哪一机关的年度报告";
/// There is nothing to choose.
pub const ONE_ORGAN: &str = "本机构只答复一个机关的申请；增加机关用 gongkai organ add";
/// Heads of the months: received, concluded, open at the end of the month.
pub const MONTH_HEADS: [&str; 3] = ["新收", "办结", "月末在办"];
/// A year of which the months are not known.
pub const NO_MONTHS: &str = "本年度不在本机构登记范围内，没有分月数据";
/// The sum of the months.
pub const MONTHS_SUM: &str = "合计";
/// The findings are not here yet.
pub const CHECKING: &str = "正在校验";
/// No finding and no difference.
pub const NOTHING_FOUND: &str = "校验通过，没有发现问题";
/// The words of the report are the draft still.
pub const WORDS_NOT_JUDGED: &str = "各部分文字尚未改写，只校验了各表和记录；第五部分系统不拟稿，公布前请写好";
/// Over the findings.
pub const FINDINGS: &str = "校验发现";
/// Nothing to go to.
pub const NO_PLACE: &str = "本行没有可以前往的位置";
/// The title of the report follows from organ and year.
pub const TITLE_IS_FIXED: &str = "标题由机关全称和年份生成，不能在这里改";
/// Heads of the list of texts.
pub const TEXT_HEADS: [&str; 4] = ["位置", "字数", "状态", "首行"];
/// How the words of a place came about: proposed, written by a clerk, none at all.
pub const TEXT_STATES: [&str; 3] = ["系统拟稿", "已改写", "空白"];
/// In the editor: what was typed is not on disk.
pub const UNSAVED: &str = "已改动，尚未保存";
/// Over the words with figures put in.
pub const RESOLVED: &str = "-- 成文（随写随变） --";
/// Title of the list of fields.
pub const FIELDS_TITLE: &str = "插入数据项（数字随各表变动）";
/// There is no text of last year.
pub const NO_LAST_YEAR: &str = "上一年没有改写过的文字可取用";
/// Last year's text was taken.
pub const LAST_YEAR_TAKEN: &str = "已换成上一年的文字，请改成本年情况后保存";
/// The draft was taken.
pub const DRAFT_TAKEN: &str = "已换回系统拟稿；保存后仍随数据变动";
/// Nothing was changed.
pub const UNCHANGED: &str = "没有改动";
/// Title of the question about a changed text.
pub const LEAVE_TITLE: &str = "文字已改动";
/// Its choices: save, give up, go on.
pub const LEAVE_CHOICES: [&str; 3] = ["保存", "放弃改动", "继续编辑"];
/// The three figures of the trend.
pub const TREND_SERIES: [&str; 3] = ["本年新收", "本年办结", "结转下年度"];
/// There is no year before.
pub const NO_YEAR_BEFORE: &str = "上一年度不在本机构登记范围内，没有可比数据";
/// No row of table 3 differs from the year before.
pub const NO_MOVERS: &str = "表三各行与上一年度相同";

/// Labels of the forms.
pub const PUBLISHED_ON: &str = "公布日期";
/// See [`PUBLISHED_ON`].
pub const URL: &str = "网址";
/// See [`PUBLISHED_ON`].
pub const URL_HINT: &str = "公布所在的网页，可不填";
/// See [`PUBLISHED_ON`].
pub const SIGNED_BY: &str = "签发人";
/// See [`PUBLISHED_ON`].
pub const SIGNED_BY_HINT: &str = "可不填";
/// See [`PUBLISHED_ON`].
pub const REASON: &str = "理由";
/// See [`PUBLISHED_ON`].
pub const FORMAT: &str = "格式";
/// See [`PUBLISHED_ON`].
pub const FILE_NAME: &str = "文件名";
/// Below the name of the file.
pub const FILE_NOTE: &str = "写入当前目录，也可以写完整路径；不覆盖已有文件";

/// The title of the year screen.
pub fn title(year: i16, organ: Option<&str>, published: Option<Date>) -> String {
    let organ = organ.map(|name| format!("  {name}")).unwrap_or_default();
    match published {
        Some(on) => format!("{year} 年度报告{organ}  已公布 {}", format_iso(on)),
        None => format!("{year} 年度报告{organ}  未公布"),
    }
}

/// A choice of the chooser of organs.
pub fn organ_choice(n: usize, name: &str) -> String {
    if n == 0 { format!("{ALL_ORGANS}（{name}）") } else { name.to_owned() }
}

/// A month.
pub fn month(n: usize) -> String {
    format!("{n} 月")
}

/// What a form is called, by its name on the command line.
pub fn format(name: &str) -> String {
    let what = match name {
        "docx" => "Word 文档，公文格式，可打印签发",
        "xlsx" => "Excel 工作簿，一表一页",
        "html" => "网页，可贴入门户网站",
        "text" => "纯文本",
        "markdown" => "Markdown",
        "csv" => "逗号分隔的数据",
        "json" => "供程序读取的数据",
        _ => "",
    };
    format!("{name}  {what}")
}

/// What stands below a table: the selected cell.
pub fn selected(place: &str, figure: &str, note: Option<&str>) -> String {
    let note = note.map(|note| format!("（注：{note}）")).unwrap_or_default();
    format!("{place}：{figure}{note}")
}

/// Which records a cell of table 2 or 4 counts.
pub fn records_of(target: &Target) -> String {
    let what = match target {
        Target::Table2(Figure2::Document(document, _)) => document.label(),
        Target::Table2(Figure2::Licences) => "行政许可决定",
        Target::Table2(Figure2::Penalties) => "行政处罚决定",
        Target::Table2(Figure2::Compulsions) => "行政强制决定",
        Target::Table2(Figure2::Charges) => "行政事业性收费",
        Target::Table4 { dispute: Dispute::Review, .. } => "行政复议案件",
        Target::Table4 { .. } => "行政诉讼案件",
        _ => "申请",
    };
    format!("{}：由登记的{what}计数", target.place())
}

/// How the words of a place came about.
pub const fn text_state(state: &TextState) -> &'static str {
    let [drafted, written, empty] = TEXT_STATES;
    match (state.is_draft, state.text.is_empty()) {
        (false, _) => written,
        (true, false) => drafted,
        (true, true) => empty,
    }
}

/// What belongs into a place of the report.
pub fn guidance(place: TextPlace) -> String {
    match place {
        TextPlace::Preface => "编制依据、统计期限、公布方式和联系方式（条例第五十条）".to_owned(),
        TextPlace::Overview => format!(
            "原则上不超过 {OVERVIEW_MOST} 字，含主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面"
        ),
        TextPlace::Disclosure | TextPlace::Requests | TextPlace::Disputes => {
            "表前的说明文字，可以空白".to_owned()
        }
        TextPlace::Problems => {
            "先写上一年度报告所列问题的改进情况，再写本年存在的主要问题和打算；不少于 60 字，不能写“无”"
                .to_owned()
        }
        TextPlace::Others => {
            "信息处理费收取情况每年必写，没有发出收费通知也要写明；其他需要报告的事项写在其后".to_owned()
        }
        TextPlace::Notes2 | TextPlace::Notes3 | TextPlace::Notes4 => "表下的附注，可以空白".to_owned(),
        TextPlace::Signature => "机关名称和日期，可以空白".to_owned(),
    }
}

/// The selected place of the list of texts, with what belongs into it.
pub fn place_line(place: TextPlace) -> String {
    format!("{}：{}", text_place(place), guidance(place))
}

/// How long a text is, and whether that is too long.
pub fn length(count: usize, place: TextPlace) -> (String, bool) {
    if place == TextPlace::Overview && count > OVERVIEW_MOST {
        return (format!("! {count} 字，超过 {OVERVIEW_MOST} 字"), true);
    }
    (format!("{count} 字"), false)
}

/// The title of the editor.
pub fn editor_title(year: i16, place: TextPlace) -> String {
    format!("{year} 年度报告  {}", text_place(place))
}

/// The words of a place were saved.
pub fn written(place: TextPlace, count: usize, is_draft: bool) -> String {
    let how = if is_draft { "，用系统拟稿".to_owned() } else { format!("，{count} 字") };
    format!("已保存：{}{how}", text_place(place))
}

/// Over the differences.
pub fn differences(count: usize) -> String {
    format!("与已公布数据的差异（{count} 处）")
}

/// A difference.
pub fn difference(difference: &Difference) -> String {
    format!("已公布 {}，现为 {}", difference.published, difference.now)
}

/// How many findings there are.
pub fn summary(errors: usize, warnings: usize) -> String {
    format!("错误 {errors} 处，警告 {warnings} 处")
}

/// Over what moved most.
pub fn movers_title(year: i16) -> String {
    format!("与 {} 年相比，表三总计列变动最大的各行", year.saturating_sub(1))
}

/// A row that moved.
pub fn mover(name: &str, was: u64, is: u64) -> String {
    let sign = if is >= was { '+' } else { '-' };
    format!("{was} -> {is}（{sign}{}）  {name}", is.abs_diff(was))
}

/// The title of the form of a publication.
pub fn publish_title(year: i16) -> String {
    format!("公布 {year} 年度报告")
}

/// Under the day: it has been published before, or the year is not over.
pub fn publish_note(year: i16, today: Date, before: Option<Date>, draft: bool) -> String {
    match before {
        Some(on) => format!("本年度报告已于 {} 公布，再次公布将以这次的数据为准", format_iso(on)),
        None if today.year() <= year => format!("{year} 年尚未结束，数据还会变动"),
        None if draft => WORDS_NOT_JUDGED.to_owned(),
        None => String::new(),
    }
}

/// Under the reason: why one is needed.
pub fn reason_note(errors: usize) -> String {
    format!("校验还有 {errors} 处错误；先改正为好，确需照此公布的写明理由")
}

/// What a publication seals.
pub fn publish_lines(year: i16, said: &Publishing) -> Vec<String> {
    let mut first = format!("公布 {year} 年度报告");
    if let Some(on) = said.on {
        first.push_str(&format!("，公布日期 {}", format_iso(on)));
    }
    for (label, text) in [(SIGNED_BY, &said.signed_by), (URL, &said.url), (REASON, &said.reason)] {
        if !text.is_empty() {
            first.push_str(&format!("，{label} {text}"));
        }
    }
    vec![
        first,
        "表二、表三、表四和各部分文字照现在的样子封存。".to_owned(),
        "此后更正申请仍可以，与已公布数据的差异逐格列在“校验”中，下一年度以已公布的数据核对。".to_owned(),
    ]
}

/// It is published.
pub fn published(year: i16) -> String {
    format!("{year} 年度报告已公布，数据已封存")
}

/// The title of the form of an export.
pub fn export_title(year: i16) -> String {
    format!("导出 {year} 年度报告")
}

/// A file was written.
pub fn exported(path: &str) -> String {
    format!("已导出：{path}")
}
