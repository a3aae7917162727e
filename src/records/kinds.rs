//! The closed lists of the registers. Each value has an English key and Chinese words.

use crate::request::closed_list;

closed_list! {
    /// What is recorded.
    RecordKind, 7:
    /// 规章, 行政规范性文件 (art. 20(一))
    Document "document" "规章和规范性文件",
    /// How many documents were in force when the books began.
    Stock "stock" "期初有效件数",
    /// 处理决定数量 (art. 20(五), (六))
    Decisions "decisions" "处理决定数量",
    /// 行政事业性收费 (art. 20(八))
    Charge "charge" "行政事业性收费",
    /// 主动公开信息 (arts. 19-26)
    Disclosure "disclosure" "主动公开信息",
    /// 行政复议, 行政诉讼: table 4
    Dispute "dispute" "复议诉讼",
    /// What section 一 tells of.
    Activity "activity" "工作情况",
}

closed_list! {
    /// The two kinds of documents of table 2.
    DocumentKind, 2:
    /// 规章: of rule-makers alone (立法法 arts. 91, 93).
    Regulation "regulation" "规章",
    /// 行政规范性文件
    Normative "normative" "行政规范性文件",
}

closed_list! {
    /// How a document ceased to be in force; table 2 counts both as 废止.
    EndWay, 2:
    /// 废止
    Repealed "repealed" "废止",
    /// 宣布失效
    Void "void" "宣布失效",
}

closed_list! {
    /// The three rows of decisions of table 2.
    DecisionKind, 3:
    /// 行政许可
    Licence "licence" "行政许可",
    /// 行政处罚
    Penalty "penalty" "行政处罚",
    /// 行政强制
    Compulsion "compulsion" "行政强制",
}

closed_list! {
    /// The three groups of table 4.
    DisputeKind, 3:
    /// 行政复议
    Review "review" "行政复议",
    /// 未经复议直接起诉
    DirectSuit "direct_suit" "未经复议直接起诉",
    /// 复议后起诉
    SuitAfterReview "suit_after_review" "复议后起诉",
}

closed_list! {
    /// As what the organ takes part in a dispute.
    Role, 2:
    /// 被申请人 or 被告: it did, or failed to do, the act.
    Defendant "defendant" "被申请人（被告）",
    /// 复议机关作共同被告: such a suit is counted by the organ that did the act alone (201号).
    Reviewer "reviewer" "复议机关作共同被告",
}

closed_list! {
    /// How a dispute ended.
    DisputeResult, 3:
    /// 结果维持
    Upheld "upheld" "维持",
    /// 结果纠正: 撤销, 变更, 确认违法, 责令履行 …
    Corrected "corrected" "纠正",
    /// 其他结果: 驳回, 撤回, 终止, 调解 …; which, is said in words.
    Other "other" "其他结果",
}

closed_list! {
    /// What an office does beside answering: section 一.
    ActivityKind, 7:
    /// 监督保障: 培训
    Training "training" "培训",
    /// 监督保障: 自查
    Inspection "inspection" "自查检查",
    /// 监督保障: 考核, 评议
    Assessment "assessment" "考核评议",
    /// 监督保障: 责任追究
    Accountability "accountability" "责任追究",
    /// 监督保障: 机构和人员
    Staff "staff" "机构人员",
    /// 平台建设
    Platform "platform" "平台建设",
    /// A measure that the office names itself: 发布会, 解读, 新媒体, 公报, 催办 …
    Own "own" "自定项目",
}

impl ActivityKind {
    /// The unit it is counted in where the office names none; empty for a measure of its own.
    pub const fn usual_unit(self) -> &'static str {
        match self {
            Self::Training | Self::Inspection | Self::Assessment => "次",
            Self::Accountability | Self::Staff => "人",
            Self::Platform => "项",
            Self::Own => "",
        }
    }
}

closed_list! {
    /// The fields of records, of their steps too.
    RecordField, 28:
    /// Kind within its register.
    Type "type" "种类",
    /// 标题
    Title "title" "标题",
    /// 文号
    DocNo "doc-no" "文号",
    /// 制发日期
    Issued "issued" "制发日期",
    /// Whether this organ leads among those that issued it.
    Lead "lead" "本机关牵头",
    /// The first year that is kept whole.
    Year "year" "首个登记年度",
    /// How many.
    Count "count" "数量",
    /// The year, month or day it belongs to.
    Period "period" "所属时间",
    /// Where a count comes from.
    Source "source" "数据来源",
    /// What is charged for.
    Item "item" "收费项目",
    /// 金额
    Yuan "yuan" "金额（元）",
    /// 栏目
    Column "column" "栏目",
    /// 形成或变更日期 (art. 26)
    Formed "formed" "形成或变更日期",
    /// 网址
    Url "url" "网址",
    /// 申请复议或起诉日期
    Filed "filed" "申请复议或起诉日期",
    /// 复议机关或法院
    Forum "forum" "复议机关或法院",
    /// 案号
    CaseNo "case-no" "案号",
    /// 本机关地位
    Role "role" "本机关地位",
    /// The request it is about.
    Request "request" "所涉申请编号",
    /// The review before a suit.
    Review "review" "所经复议的登记号",
    /// Name of a measure.
    Name "name" "项目名称",
    /// 单位
    Unit "unit" "计量单位",
    /// 备注
    Note "note" "备注",
    /// The day of a step.
    On "on" "日期",
    /// Who reviewed or proofread.
    By "by" "审校人",
    /// Which of three reviews or proofs.
    Round "round" "第几次",
    /// What was decided, in words.
    Text "text" "说明",
    /// 理由
    Reason "reason" "理由",
}
