//! The sentences that are proposed for an annual report, and the names of its live fields.

use crate::law::OutcomeGroup;

/// 年份
pub const YEAR: &str = "年份";
/// 机关
pub const ORGAN: &str = "机关";
/// 一、本年新收
pub const NEW: &str = "新收";
/// 二、上年结转
pub const CARRIED_IN: &str = "上年结转";
/// （七）总计
pub const DONE: &str = "办结";
/// 四、结转下年度
pub const CARRIED_OUT: &str = "结转下年";
/// 行政事业性收费, in 万元
pub const CHARGES: &str = "行政事业性收费万元";
/// 行政复议
pub const REVIEW: &str = "复议";
/// 行政诉讼
pub const SUIT: &str = "诉讼";
/// How many items were disclosed.
pub const DISCLOSED: &str = "主动公开";
/// Their titles.
pub const DISCLOSED_TITLES: &str = "主动公开标题";
/// Fee notices issued in the year.
pub const FEE_NOTICES: &str = "收费通知";
/// What they come to, in yuan.
pub const FEES_NOTICED: &str = "应收信息处理费";
/// What was paid in the year, in yuan.
pub const FEES_COLLECTED: &str = "实收信息处理费";

/// A title in its marks, once.
pub fn titled(title: &str) -> String {
    if title.starts_with('《') { title.to_owned() } else { format!("《{title}》") }
}

/// A group of results of table 3.
pub const fn group(group: OutcomeGroup) -> &'static str {
    match group {
        OutcomeGroup::Open => "予以公开",
        OutcomeGroup::Partial => "部分公开",
        OutcomeGroup::Deny => "不予公开",
        OutcomeGroup::NotAvailable => "无法提供",
        OutcomeGroup::NotProcessed => "不予处理",
        OutcomeGroup::Other => "其他处理",
    }
}

/// New requests of a kind of applicant.
pub fn new_of_kind(kind: &str) -> String {
    format!("新收{kind}")
}

/// A figure of block （一） of table 2, as 规章制发.
pub fn document(label: &str, column: &str) -> String {
    let column = match column {
        "本年制发件数" => "制发",
        "本年废止件数" => "废止",
        _ => "有效",
    };
    format!("{label}{column}")
}

/// A figure of table 4, as 复议维持; the sum is 复议 alone.
pub fn dispute(what: &str, column: &str) -> String {
    let column = match column {
        "结果维持" => "维持",
        "结果纠正" => "纠正",
        "其他结果" => "其他结果",
        "尚未审结" => "未审结",
        _ => "",
    };
    format!("{what}{column}")
}

/// A name in braces that stands for nothing.
pub fn unknown_field(name: &str, near: &[String]) -> String {
    let near =
        if near.is_empty() { String::new() } else { format!("，是否要写：{}", near.join("、")) };
    format!("没有名为“{name}”的数据项{near}；可用的数据项见“数据项”，花括号内的名称须照写")
}

/// What stands before part one.
pub const PREFACE: &str = "本报告根据《中华人民共和国政府信息公开条例》和国务院办公厅政府信息与政务公开办公室\
《政府信息公开工作年度报告格式》编制。本报告所列数据的统计期限自{年份}年1月1日起至{年份}年12月31日止。";

/// The sentence before the five aspects.
pub const LEAD: &str = "{年份}年，{机关}认真贯彻落实《中华人民共和国政府信息公开条例》，\
持续推进政府信息公开工作，现将有关情况报告如下：";

/// （一）主动公开
pub fn disclosure(count: usize, named: bool) -> String {
    match count {
        0 => "（一）主动公开：本年度主动公开政府信息 {主动公开} 条。".to_owned(),
        1 if named => "（一）主动公开：主动公开政府信息 {主动公开} 条，为{主动公开标题}。".to_owned(),
        _ if named => "（一）主动公开：主动公开政府信息 {主动公开} 条，分别是{主动公开标题}。".to_owned(),
        _ => "（一）主动公开：主动公开政府信息 {主动公开} 条。".to_owned(),
    }
}

/// （二）依申请公开
pub fn requests(any: bool, disputes: bool) -> String {
    let mut text = if any {
        "（二）依申请公开：本年度新收政府信息公开申请 {新收} 件，上年度结转 {上年结转} 件，办结 {办结} 件，\
         结转下年度继续办理 {结转下年} 件。办结的申请中，予以公开 {予以公开} 件、部分公开 {部分公开} 件、\
         不予公开 {不予公开} 件、无法提供 {无法提供} 件、不予处理 {不予处理} 件、其他处理 {其他处理} 件。"
            .to_owned()
    } else {
        "（二）依申请公开：{年份}年度未收到政府信息公开申请，上年度结转数量 {上年结转} 件，\
         {年份}年度办结数量 {办结} 件，转下一年度办理数量 {结转下年} 件。"
            .to_owned()
    };
    if disputes {
        text.push_str("因政府信息公开引起的行政复议 {复议} 件、行政诉讼 {诉讼} 件。");
    }
    text
}

/// （三）政府信息管理
pub const MANAGEMENT: &str = "（三）政府信息管理：落实政府信息公开审查和“三审三校”制度，先审查后公开，\
对公开内容实行动态管理。";

/// （四）政府信息公开平台建设
pub fn platform(done: &[String]) -> String {
    let said = sentences(done);
    let usual = "依托政府门户网站政府信息公开专栏开展政府信息公开工作。";
    format!("（四）政府信息公开平台建设：{}", if said.is_empty() { usual } else { &said })
}

/// （五）监督保障
pub fn supervision(done: &[String]) -> String {
    let said = sentences(done);
    let usual = "明确专人负责政府信息公开工作，定期自查，发现问题及时整改。";
    format!("（五）监督保障：{}", if said.is_empty() { usual } else { &said })
}

fn sentences(done: &[String]) -> String {
    if done.is_empty() { String::new() } else { format!("{}。", done.join("；")) }
}

/// 五: what became of last year's problems; this year's are for the office to say.
pub fn problems(earlier: &str) -> String {
    if earlier.trim().is_empty() {
        return String::new();
    }
    format!("上年度报告中提出的问题：{}", earlier.trim().replace('\n', ""))
}

/// 六: the fee always.
pub fn others(any_notice: bool) -> String {
    if any_notice {
        "本年度，本机关发出信息处理费收费通知 {收费通知} 件，应收 {应收信息处理费} 元，实收 {实收信息处理费} 元。"
            .to_owned()
    } else {
        "本年度，本机关未收取信息处理费。".to_owned()
    }
}
