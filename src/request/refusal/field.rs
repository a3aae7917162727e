//! The fields of forms.

/// A field of a form, so that a refusal can say where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// 申请人
    Applicant,
    /// 申请内容
    Content,
    /// 标题
    Title,
    /// 申请事项
    Item,
    /// 编号
    No,
    /// 证件号码
    IdNumber,
    /// 联系方式
    Contact,
    /// 获取方式
    FormOfSupply,
    /// 平台编号
    PlatformNo,
    /// 承办科室
    Unit,
    /// 收到日期
    Received,
    /// 提交日期
    Submitted,
    /// 确认日期
    Confirmed,
    /// 补正事项
    Points,
    /// 补正期限
    ReplyBy,
    /// 事实和理由
    Facts,
    /// 理由
    Reason,
    /// 送达凭证
    Proof,
    /// 附注
    Note,
    /// 办理日期
    On,
    /// 征求意见对象
    Party,
    /// 协办机关
    Helper,
    /// 批准人
    ApprovedBy,
    /// 说明理由期限
    ReasonsBy,
    /// 延迟答复至
    Until,
    /// 页数
    Pages,
    /// 当月第几件
    Nth,
    /// 缴费金额
    Amount,
    /// 科室答复期限
    UnitReplyBy,
    /// 承办人
    Handler,
    /// 审核人
    Reviewer,
    /// 重新答复期限
    ReanswerBy,
    /// 复议诉讼文书
    Order,
    /// 档号
    FileNo,
    /// 关联的申请编号
    LinkTo,
}

impl Field {
    /// Whether a text of several lines may stand here.
    pub(in crate::request) const fn has_lines(self) -> bool {
        matches!(
            self,
            Self::Content | Self::Item | Self::Points | Self::Facts | Self::Reason | Self::Proof | Self::Note
        )
    }

    /// The article that wants the field filled in; empty where the form alone does.
    pub(super) const fn wanted_by(self) -> &'static str {
        match self {
            Self::Applicant | Self::Content => "条例第二十九条",
            Self::ApprovedBy => "条例第三十三条",
            _ => "",
        }
    }
}
