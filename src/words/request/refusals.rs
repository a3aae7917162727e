//! The rules that refuse, in general: when each does, and what to do instead. A refusal without values is
//! told in these very words, one with values in its own (`refusal.rs`, `further.rs`).

use crate::request::RefusalRule;

/// A rule in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleWords {
    /// What is refused.
    pub refused: &'static str,
    /// What to do instead.
    pub instead: &'static str,
}

impl RuleWords {
    /// Both in one line.
    pub fn line(self) -> String {
        format!("{}，{}", self.refused, self.instead)
    }
}

macro_rules! lines {
    ($($rule:ident: $refused:literal, $instead:literal;)+) => {
        /// The words of a rule.
        pub const fn refusal_rule(rule: RefusalRule) -> RuleWords {
            match rule {
                $(RefusalRule::$rule => RuleWords { refused: $refused, instead: $instead }),+
            }
        }
    };
}

lines! {
    Missing: "必填的一项没有填写，如申请人、申请内容（第二十九条）、延期的批准人（第三十三条）", "请填写该项";
    ControlCharacters: "文字含有控制字符或不可见字符，或只可写一行的一项写了多行", "请删去后重新输入";
    TooLong: "文字超过该项的字数上限", "请缩短，全文可另存为附件";
    InFuture: "日期晚于今天，尚未发生的不能登记", "请核对日期";
    DayOutOfRange: "日期不在 1990 年至 2099 年之间", "请核对年份";
    NumberTaken: "编号已被另一件申请使用", "请换一个编号或留空由程序编号";
    TooManyItems: "申请事项超过一件可登记的项数", "请分件登记";
    KindNotOfRow: "所选情形不属于所选的办理结果", "请另选情形或结果";

    NoDayOfReceipt: "没有填写收到日期，又不是尚待确认的申请", "请填收到（确认）日期；尚未确认的，请填提交日期，先按待确认登记";
    ReceiptIsSubmission: "当面提交或口头申请的收到日期与提交日期不同", "以提交之日为收到之日，请改正其一";
    ReceiptIsConfirmation: "以确认之日为收到之日的渠道（平常信函、互联网、电子邮件、传真），收到日期与确认日期不同", "请改正其一";
    ReceivedBeforeSubmission: "收到或确认日期早于提交日期", "请核对日期";
    NotConfirmed: "申请尚未确认收到，不能办理下一步", "请先“确认收到”，确认之日起算期限";
    AlreadyReceived: "申请已经收到，又要确认收到", "无需确认；日期有误请用“更正登记”";
    BeforeReceipt: "办理日期早于收到日期", "请核对日期";

    SupplementOnce: "补正已经告知过，补正告知只能一次", "前次记录有误的，请先撤销该记录";
    ReplyByTooEarly: "补正期限不晚于告知日期", "请给出合理期限";
    AwaitsSupplement: "正在等待补正，不能办理这一环节", "请先“收到补正”，或期满后“逾期不补正”，或“申请人撤回”";
    NoSupplementOpen: "没有等待中的补正告知", "请先“补正告知”";
    BeforeNotice: "收到补正的日期早于补正告知日期", "请核对日期";
    TermNotOver: "补正期限尚未届满，不能作逾期不补正处理", "请等到期满，次日起方可办理";
    TermUnknown: "登记簿未载明补正期限，不能作逾期处理", "请撤销该记录后重新告知补正";
    NeedsNoGoodReason: "逾期不补正须由经办人认定“无正当理由”", "请确认后再提交";

    ConsultationOpen: "已向该对象征求意见，尚未收到答复，又要征求", "请先“收到意见”，逾期未答复的选“未答复”";
    NoConsultationOpen: "该对象没有等待中的征求意见", "请核对名称，或先“征求意见”";
    NoSuchThirdParty: "公共利益告知只发给征求过意见且未同意的第三方", "请核对名称，或先“征求意见”";
    SayWhich: "符合的对象或科室不止一个，没有写明是哪一个", "请写明名称";
    NothingSent: "所指的记录没有发出文书，不能登记收悉", "请核对记录号";
    LetterReceived: "所指记录的文书已经登记收悉", "日期有误的，请先撤销收悉记录";
    BeforeSending: "办理日期早于发出（交办）日期", "请核对日期";
    TermTooEarly: "给出的期限过早，早于或未晚于办理日期", "请另定期限";

    ExtensionTooLong: "延期合计超过二十个工作日，或不足一个工作日", "请在余下的工作日数内延期";
    ExtensionTooLate: "答复期限已过，延期应在期限届满前告知申请人", "不能再延期，请尽快答复";
    ReasonsOnce: "已经要求说明理由，只能一次", "前次记录有误的，请先撤销该记录";
    AwaitsReasons: "正在等待说明理由，不能办理这一环节", "请先“收到理由”，或直接“作出决定”，或“申请人撤回”";
    NoReasonsOpen: "没有等待中的说明理由告知", "请先“要求说明理由”";
    DeferredAlready: "已确定延迟答复的日期，不再适用延期", "确需再延的，请重新“延迟答复”";
    DeferralTooEarly: "延迟答复的日期不晚于现到期日", "请另定日期；可以按期答复的无需延迟";

    NoFeeDue: "按收费标准不需收费（按件：当月前10件；按量：30页以下）", "请核对件数或页数，无需发出收费通知";
    FeeOnce: "已经发出收费通知，一件申请只能收费一次", "通知有误的，请先撤销该记录";
    AwaitsFee: "正在等待缴费，不能办理这一环节", "请先“缴费”，或期满后“逾期未缴费”，或“申请人撤回”";
    NoFeeOpen: "没有等待缴费的收费通知", "请先“收费通知”";
    FeeTermNotOver: "缴费期限尚未届满，不能作逾期未缴费处理", "请等到期满，次日起方可办理";

    AlreadyHandler: "该经办人已是本件的承办人", "无需移交";
    UnitHasIt: "该科室正在办理，尚未答复或退回，又要转办", "无需再转";
    NotAssigned: "没有科室承办，或该科室不在承办", "请先“转办”";

    NoSuchItem: "本件没有这个序号的申请事项", "请核对事项序号";
    AlreadyDecided: "已作出决定", "决定有误的，请撤销该记录后重新决定";
    AlreadyConcluded: "已经办结，不能再办理", "记录有误的，请撤销有误的记录后重办";
    UnclearWithoutSupplement: "“补正后申请内容仍不明确”须先告知补正并收到补正", "请先“补正告知”并“收到补正”；确有特殊情况的，请写明越过理由";
    LapseIsAStep: "逾期不补正不用“作出决定”办理", "请用“逾期不补正”这一步";
    ThirdPartyNotAsked: "“保护第三方合法权益”须先向第三方“征求意见”", "请先办理这一步；确有特殊情况的，请写明越过理由";
    ReasonsNotAsked: "“无正当理由大量反复申请”须先要求说明理由", "请先“要求说明理由”；确有特殊情况的，请写明越过理由";
    NoSearchRecord: "“不存在”须有检索记录", "请先“附注”（种类：检索记录），写明何人以何词检索何处；确有特殊情况的，请写明越过理由";
    NoEarlierRequest: "“重复申请”须有已答复的前案", "请先“关联”（重复申请的前案）；确有特殊情况的，请写明越过理由";
    NoFeeNotice: "“逾期未缴费”须先发出收费通知且期满未缴", "期满后请用“逾期未缴费”这一步；通知另有记录的，请写明越过理由";
    WithdrawalIsAStep: "撤回不用“作出决定”办理", "请用“申请人撤回”这一步";

    RowNotAmongItems: "另定的本件结果不是任何一个事项的结果，或已有公开内容而由各事项结果自动归类", "请选其中一个事项的理由；有公开内容的无需另定";
    NothingToServe: "还有申请事项没有决定，不能送达", "请先“作出决定”";
    BeforeDecision: "送达日期早于决定日期", "请核对日期";
    NothingServed: "没有已送达的答复", "请先“送达”";
    AlreadyDelivered: "答复已签收或退件，又要登记签收或退件", "无需再记；日期有误的，请先撤销该记录";
    ReanswerOpen: "正在重新答复，又要撤回答复或登记责令重作", "请先“作出决定”并“送达”";
    NotEnded: "尚未办结或正在重新答复，不能归档", "请先办结";
    AlreadyArchived: "已经归档，又要归档", "归档有误的，请先撤销归档记录";
    AlreadyLinked: "两件申请已经这样关联", "无需再记";
    LinkedToItself: "不能与本件自身关联", "请核对编号";
    EarlierUnanswered: "前案尚未答复，不能按重复申请处理", "请用“并案”并入前案一并答复";
    OtherApplicant: "两件申请的申请人不同，应当分别答复", "请核对编号";
    OtherEnded: "要并入的申请已经办结", "如属重复申请，请“关联”前案后作出决定";
    SplitTooLate: "已有补正、收费、征求意见、延期或答复记录，不能再拆分", "请在本件中逐项作出决定";
    NothingLeft: "拆分时没有分出事项，或没有留下事项", "请核对事项序号，至少分出一个、留下一个";

    NothingToAmend: "没有要更正的内容，登记未作改动", "请先填写更正后的内容";
    NoSuchEntry: "本件没有这个记录号的记录", "请在办理过程中核对记录号";
    AlreadyRevoked: "记录已经撤销，又要撤销", "无需再撤销；要恢复的，请撤销那条撤销记录";
    WouldBreak: "撤销或更正之后，后来的某条记录不能成立", "请先撤销所指的后来的记录";
    CannotReturn: "恢复之后，被恢复的记录不能成立", "请先撤销后来替代它的记录";
    NotArchived: "尚未归档，不能删除个人信息", "请先办结并“归档”";
    Erased: "个人信息已经删除，本件只保留统计所需的内容，不再办理", "无需再办";
    Void: "登记已撤销，本件不再办理", "撤销有误的，请撤销那条撤销记录以恢复本件";
    NotRegistered: "没有登记记录，不能办理", "请先“登记”";
}
