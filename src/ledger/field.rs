//! What a column of a ledger can mean.

/// The meaning of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// 编号
    No,
    /// 序号: a row counter, taken as the number only where it is more than figures
    Ordinal,
    /// 平台编号
    PlatformNo,
    /// 收到日期
    ReceivedOn,
    /// 提交日期
    SubmittedOn,
    /// 渠道
    Channel,
    /// 申请人
    Applicant,
    /// 申请人类型
    Kind,
    /// 证件号码
    IdNumber,
    /// 联系方式; several columns may have it
    Contact,
    /// 申请内容
    Content,
    /// 获取方式
    FormOfSupply,
    /// 承办科室
    Unit,
    /// 交办日期
    AssignedOn,
    /// 补正通知日期
    SupplementAskedOn,
    /// 补正期限
    SupplementDueOn,
    /// 补正收到日期
    SupplementReceivedOn,
    /// 征求意见日期
    ConsultedOn,
    /// 意见收到日期
    OpinionOn,
    /// 延期日期
    ExtendedOn,
    /// 延期至
    ExtendedTo,
    /// 答复期限
    DueOn,
    /// 办理结果
    Outcome,
    /// 不公开类别, which some systems keep beside 审批结果
    OutcomeDetail,
    /// 答复日期
    AnsweredOn,
    /// 答复文号
    LetterNo,
    /// 送达方式
    ServiceWay,
    /// 邮单号
    MailNo,
    /// 复议诉讼; several columns may have it
    Dispute,
    /// 备注
    Note,
    /// Columns of a screen that say nothing about the request: 打印, 查看
    Ignored,
}

impl Field {
    /// All fields, in the order of the contract.
    pub const ALL: [Self; 31] = [
        Self::No,
        Self::Ordinal,
        Self::PlatformNo,
        Self::ReceivedOn,
        Self::SubmittedOn,
        Self::Channel,
        Self::Applicant,
        Self::Kind,
        Self::IdNumber,
        Self::Contact,
        Self::Content,
        Self::FormOfSupply,
        Self::Unit,
        Self::AssignedOn,
        Self::SupplementAskedOn,
        Self::SupplementDueOn,
        Self::SupplementReceivedOn,
        Self::ConsultedOn,
        Self::OpinionOn,
        Self::ExtendedOn,
        Self::ExtendedTo,
        Self::DueOn,
        Self::Outcome,
        Self::OutcomeDetail,
        Self::AnsweredOn,
        Self::LetterNo,
        Self::ServiceWay,
        Self::MailNo,
        Self::Dispute,
        Self::Note,
        Self::Ignored,
    ];

    /// The heading of the contract, the first of those that are known.
    pub fn label(self) -> &'static str {
        self.headings().next().unwrap_or_default()
    }

    /// Whether several columns may have it at once.
    pub(super) const fn is_many(self) -> bool {
        matches!(self, Self::Contact | Self::Dispute | Self::Ignored)
    }

    /// Whether a ledger cannot do without it.
    pub(super) const fn is_required(self) -> bool {
        matches!(self, Self::ReceivedOn | Self::Applicant | Self::Kind | Self::Content)
    }
}
