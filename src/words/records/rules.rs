//! The rules of the records that refuse, in general: when each does, and what to do instead. A refusal
//! without values is told in these very words, one with values in its own (`refusal.rs`).

use crate::records::RecordRule;
use crate::words::request::RuleWords;

macro_rules! lines {
    ($($rule:ident: $refused:literal, $instead:literal;)+) => {
        /// The words of a rule.
        pub const fn rule(rule: RecordRule) -> RuleWords {
            match rule {
                $(RecordRule::$rule => RuleWords { refused: $refused, instead: $instead }),+
            }
        }
    };
}

lines! {
    Missing: "登记簿必填的一项没有填写", "请填写该项";
    ControlCharacters: "登记簿的文字含有控制字符或不可见字符", "请删去后重新输入";
    TooLong: "登记簿的文字超过该项的字数上限", "请缩短";
    InFuture: "登记簿的日期或所属时间晚于今天", "请核对，尚未发生的不登记";
    DayOutOfRange: "登记簿的日期不在 1990 年至 2099 年之间", "请核对年份";
    AmountTooLarge: "金额过大", "请核对单位是否为元";
    NotByDay: "处理决定数量不按日登记", "请按年或按月写，如 2025、2025-03";
    NoSuchRecord: "没有这个登记号", "请核对登记号（gongkai record 种类 list 可列出）";
    IsRemoved: "该条登记已移除，不再办理", "需要的请另行登记";
    OtherKind: "该条登记属于另一种登记簿，不能这样办理", "请核对登记号";
    NothingToChange: "内容与原登记相同", "请写明要改的一项";
    RecordedAlready: "另一条登记已经登记了这一项", "请更改该条";
    NoSuchStep: "该条登记没有这个记录号的环节", "请在 show 中核对";
    WouldBreak: "这样其后的一步就不能成立", "请先撤回其后的一步";
    CountedTwice: "同一来源已登记与这段时间重叠的数量，会重复计算", "请只按年或只按月登记";
    StockTooSmall: "期初有效件数少于已登记的、当时有效的文件", "请核对期初数或文件的日期";
    EndedBeforeIssued: "废止或失效日期早于制发日期", "请核对日期";
    DocumentEnded: "文件已经废止或失效", "记错的请先恢复（reinstate）";
    InForce: "文件现行有效，不必恢复", "请核对登记号";
    ChecksLacking: "三审三校没有完成就公开", "请补齐三审三校，或写明越过的理由";
    NoSuchRound: "审、校各只有三次", "请写 1 至 3";
    RoundDone: "这一次审或校已经记过", "记错的请先撤回该步（undo）";
    RoundOutOfTurn: "前一次审或校没有记，或日期在后", "请先记前一次，并核对日期";
    BeforeFormed: "审校或公开早于信息形成或变更的日期", "请核对日期";
    AlreadyPublished: "该条信息已经公开", "记错的请先撤回公开（undo）";
    AfterPublication: "审校的日期在公开之后", "请核对日期，审校须在公开之前";
    ReviewNotNamed: "复议后起诉而没有写明所经复议", "请写明所经复议的登记号，复议没有登记的请先登记";
    NoReviewHere: "不是复议后起诉而写了所经复议", "请删去，或改选种类";
    NotAReview: "所经复议的登记号不是行政复议", "请核对登记号";
    FiledBeforeReview: "起诉日期早于申请复议的日期", "请核对日期";
    RoleNotHere: "不是复议后起诉，没有复议机关作共同被告", "请改选本机关地位";
    NamedBySuit: "有诉讼写明经过该件复议", "请先更改或移除该诉讼";
    BeforeFiling: "日期早于申请复议或起诉的日期", "请核对日期";
    DisputeEnded: "复议或诉讼已经审结", "上诉或再审的请先记上诉（appeal），记错的请先撤回该步（undo）";
    NotEndedYet: "尚未审结，不能上诉", "请先记审结（end）";
    ReviewNotAppealed: "复议没有上诉", "对复议决定起诉的，请另登记一件“复议后起诉”";
}
