//! Where a way ends, and the sheet of a row.

use super::{Then, pairs_of, row as guide_of};
use crate::law::guide::{Answer, Closing, Lead, Question, Stage, Todo, Verdict};
use crate::law::{Article, OutcomeGroup, OutcomeKind, OutcomeRow};
use crate::request::Outcome;

/// Labels of the sheet of a row.
pub const ARTICLES: &str = "依据";
/// See [`ARTICLES`].
pub const ASK: &str = "先问";
/// See [`ARTICLES`].
pub const NOT_WHEN: &str = "不属于";
/// See [`ARTICLES`].
pub const PROOF: &str = "留存";
/// See [`ARTICLES`].
pub const REMEDY: &str = "救济";
/// See [`ARTICLES`].
pub const LETTER: &str = "文书";
/// See [`ARTICLES`].
pub const KINDS: &str = "情形";
/// See [`ARTICLES`].
pub const BY_STEP: &str = "办法";
/// See [`ARTICLES`].
pub const CONFUSED: &str = "易混";
/// See [`ARTICLES`].
pub const LACKS: &str = "还缺";
/// See [`ARTICLES`].
pub const MIND: &str = "注意";
/// See [`ARTICLES`].
pub const ABOUT: &str = "有关行";
/// See [`ARTICLES`].
pub const ITEM: &str = "事项";
/// See [`ARTICLES`].
pub const WHOLE: &str = "全件";
/// The title of the window.
pub const WINDOW: &str = "办理结果怎么定";
/// An answer that leads to another question.
pub const NEXT_QUESTION: &str = "再问";
/// The heading of the end.
pub const RESULT: &str = "问到的结果";
/// The heading of all items.
pub const ALL_ITEMS: &str = "各事项的结果";
/// Below what has to be done first.
pub const COME_BACK: &str = "还不能作决定，办完以后再来问。";
/// No row for the case yet.
pub const UNSETTLED: &str = "有事项要先办别的一步，全件的结果还定不下来";
/// The keys of a question.
pub const KEYS_ASK: &str = "1 是  2 否  Enter 选定  Left 上一问  PgDn 翻页  Esc 离开";
/// The keys of an end.
pub const KEYS_END: &str = "Enter 采用  Left 上一问  PgDn 翻页  Esc 离开";
/// No article of the 条例.
pub const NO_ARTICLE: &str = "条例没有专门条款（本机口径）";
/// Nothing is lacking.
pub const NOTHING_LACKS: &str = "这一结果的必备前提已齐";
/// Below the rows for which something is lacking.
pub const NO_OTHER_LACKS: &str = "其他各行没有这样的前提；留存见 gongkai guide 行";
/// Over the pairs.
pub const PAIRS_TITLE: &str = "最容易混的几组";
/// Over the order of the questions.
pub const ORDER_TITLE: &str =
    "一项一项地问，从上往下，到出结果为止；一张表有几个事项的，各项分别问（本机口径）";
/// Below the order of the questions.
pub const ORDER_END: &str =
    "gongkai guide 行 看一行的说明，如 gongkai guide 三3；gongkai guide 行 --for 编号 看该件还缺什么";

/// Over the rows for which a case lacks something.
pub fn lacks_title(no: &str) -> String {
    format!("{no} 要作下列答复，还缺：")
}

/// The item that is asked about.
pub fn item_title(number: u16, of: usize, text: &str) -> String {
    let text = crate::text::clean_line(text);
    if of > 1 { format!("事项{number}/{of}  {text}") } else { text }
}

/// The step and the number of a question, and how many were answered before.
pub fn asked(question: Question, before: usize) -> String {
    format!("{}  第{}问，已答{before}问", super::stage(question.stage()), question.number())
}

/// An answer and where it leads.
pub fn choice(number: u8, given: Answer, leads: &str) -> String {
    format!("{number} {} -> {leads}", answer(given))
}

/// An item with its end.
pub fn item_end(number: u16, text: &str, end: &str) -> String {
    format!("{number} {}\n{end}", crate::text::clean_line(text))
}

/// The answer of an item that was decided before.
pub fn decided(row: OutcomeRow, kind: Option<OutcomeKind>) -> String {
    format!("{}，已作出决定", outcome(row, kind))
}

/// The row of the case with its remedy.
pub fn whole(whole: &Outcome) -> String {
    let remedy = if whole.review_first() { "复议前置" } else { "不是复议前置" };
    format!("{}，{remedy}（由各事项得出，本机口径）", outcome(whole.row, whole.kind))
}

/// 是 or 否.
pub const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "是",
        Answer::No => "否",
    }
}

/// The heading of a step with its articles.
pub fn stage_title(stage: Stage) -> String {
    format!("{}（条例{}）", super::stage(stage), articles(stage.articles()))
}

/// Articles as letters cite them, after 条例.
pub fn articles(cited: &[Article]) -> String {
    cited.iter().map(|article| article.chinese()).collect::<Vec<_>>().join("、")
}

/// Where an answer leads.
pub fn lead(lead: Lead) -> String {
    match lead {
        Lead::Ask(question) => format!("第{}问", question.number()),
        Lead::Done(verdict) => self::verdict(verdict),
        Lead::Rest => "（一）予以公开（提供）；有遮盖的，（二）部分公开".to_owned(),
        Lead::Ground => "所答“是”的那一项理由所在的行".to_owned(),
    }
}

/// Where a way ends, in a line.
pub fn verdict(verdict: Verdict) -> String {
    match verdict {
        Verdict::Answer { row, kind, withheld } => {
            let withheld = withheld.map_or_else(String::new, |row| format!("，不给的部分依{}", place(row)));
            format!("{}{withheld}", outcome(row, kind))
        }
        Verdict::Close(closing) => {
            format!("{}，用“{}”一步", outcome(closing.row(), closing.kind()), step(closing))
        }
        Verdict::First(todo) => format!("先办：{}", first(todo)),
    }
}

/// A row with its place and kind.
pub fn outcome(row: OutcomeRow, kind: Option<OutcomeKind>) -> String {
    let kind = kind.map_or_else(String::new, |kind| format!("（{}）", kind.label()));
    format!("{}{kind}", place(row))
}

/// A row with its place: （三）1 属于国家秘密.
pub fn place(row: OutcomeRow) -> String {
    let gap = if row.number() == 0 { "" } else { " " };
    format!("{}{gap}{}", row.place(), row.short_label())
}

/// The step that ends a request.
pub const fn step(closing: Closing) -> &'static str {
    match closing {
        Closing::SupplementLapse => "逾期不补正",
        Closing::FeeLapse => "逾期未缴费",
        Closing::Withdraw => "申请人撤回",
    }
}

/// What has to be done first.
pub const fn first(todo: Todo) -> &'static str {
    match todo {
        Todo::AskSupplement => "发“补正告知”，写明补正事项和期限，只有一次（条例第三十条）",
        Todo::AwaitSupplement => "等补正；期满后认定有无正当理由",
        Todo::AskReasons => "“要求说明理由”，等理由到或者期满（条例第三十五条）；也可以发“收费通知”",
        Todo::AwaitFee => "等缴费；期满后核对",
        Todo::ConsultThird => "书面“征求意见”，十五个工作日（条例第三十二条）",
        Todo::Search => "检索，并用“附注”记下检索记录：谁、何时、查哪里、用什么词",
        Todo::Correct => {
            "按更正办理，另行登记，不计入表三；已登记为申请的，用“申请人撤回”或计其他处理（本机口径）"
        }
    }
}

/// Where a situation belongs that looks like a row and is not.
pub fn then(then: Then) -> String {
    match then {
        Then::Row(row) => place(row),
        Then::Kind(kind) => outcome(kind.row(), Some(kind)),
        Then::First(todo) => format!("先办：{}", first(todo)),
        Then::Say(what) => what.to_owned(),
    }
}

/// What remedy the letter of a row must name.
pub const fn remedy(row: OutcomeRow) -> &'static str {
    match row {
        OutcomeRow::Partial => {
            "看没有给的部分：依据条例第十四条至第十六条的，复议前置；都不是的，复议或者诉讼（本机口径）"
        }
        OutcomeRow::OtherOther => "撤回、并入不另告知救济；其他答复写明可以复议或者诉讼（本机口径）",
        row if row.review_first() => REVIEW_FIRST,
        _ => EITHER,
    }
}

/// Arts. 14-16.
pub const REVIEW_FIRST: &str = "复议前置：先在六十日内申请行政复议，不服复议决定再起诉；答复书必须写明\
    （行政复议法第二十三条）";
/// Everything else.
pub const EITHER: &str = "不是复议前置：六十日内申请行政复议，或者六个月内起诉（本机口径）";

/// The heading of a row's sheet: place, label, key.
pub fn row_title(row: OutcomeRow) -> String {
    let key = row.key();
    match row.group() {
        OutcomeGroup::Open | OutcomeGroup::Partial => format!("{}  {key}", row.label()),
        _ => format!("{}  {key}", place(row)),
    }
}

/// The sheet of a row, a label and a paragraph a line; lines without a label belong to the one before.
pub fn sheet(row: OutcomeRow) -> Vec<(&'static str, String)> {
    let guide = guide_of(row);
    let mut lines = vec![(ASK, guide.ask.to_owned())];
    lines.extend(not_when(row));
    lines.push((PROOF, guide.proof.to_owned()));
    lines.push((ARTICLES, cited(row.articles())));
    let kinds: Vec<&str> = OutcomeKind::of(row).map(OutcomeKind::label).collect();
    if !kinds.is_empty() {
        lines.push((KINDS, kinds.join("、")));
    }
    lines.push((LETTER, row.letter().to_owned()));
    lines.push((REMEDY, remedy(row).to_owned()));
    if let Some(closing) = Closing::of(row, None) {
        lines.push((BY_STEP, by_step(closing)));
    }
    let pairs = pairs_of(row).map(|pair| format!("{}：{}", pair.names, pair.apart));
    lines.extend(labels(CONFUSED).zip(pairs));
    lines
}

/// When it is not this row.
pub fn not_when(row: OutcomeRow) -> Vec<(&'static str, String)> {
    let situations = guide_of(row).not_when.iter();
    labels(NOT_WHEN).zip(situations.map(|not| format!("{} -> {}", not.when, then(not.then)))).collect()
}

/// The articles of the 条例, or that there are none.
pub fn cited(cited: &[Article]) -> String {
    if cited.is_empty() { NO_ARTICLE.to_owned() } else { format!("条例{}", articles(cited)) }
}

/// A row that is reached by a step of its own.
pub fn by_step(closing: Closing) -> String {
    format!("用“{}”一步办理，不用“作出决定”", step(closing))
}

/// A question with its number, where it is listed.
pub fn numbered(question: Question) -> String {
    format!("{:>2} {}", question.number(), super::ask(question))
}

/// A label before the first of several paragraphs.
fn labels(label: &'static str) -> impl Iterator<Item = &'static str> {
    std::iter::once(label).chain(std::iter::repeat(""))
}
