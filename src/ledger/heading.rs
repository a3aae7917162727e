//! The headings that registers use, and which field each means (research of built-in and Excel registers).

use std::collections::BTreeMap;

use super::Field;
use super::fold;

impl Field {
    /// The headings of this field: the contract's own first, the others in the order in which they win
    /// where several stand in one sheet.
    pub(super) fn headings(self) -> impl Iterator<Item = &'static str> {
        self.headings_in_a_row().split(' ')
    }

    const fn headings_in_a_row(self) -> &'static str {
        match self {
            Self::No => {
                "编号 登记号 登记编号 申请编号 受理号 受理编号 收文号 申请编码 编码 事项流水号 流水号"
            }
            Self::Ordinal => "序号",
            Self::PlatformNo => "平台编号 平台流水号",
            Self::ReceivedOn => {
                "收到日期 收件日期 收到时间 收件时间 收到申请日期 受理日期 受理时间 登记日期 登记时间"
            }
            Self::SubmittedOn => "提交日期 提交时间 申请日期 申请时间",
            Self::Channel => "渠道 申请渠道 申请方式 受理方式 来源 处理方式",
            Self::Applicant => {
                "申请人 申请人姓名 申请人姓名/名称 申请人名称 申请人（单位） 姓名 姓名/名称 名称"
            }
            Self::Kind => "申请人类型 申请人性质 申请人类别 申请类型 类别",
            Self::IdNumber => "证件号码 证件号 身份证号 身份证号码 统一社会信用代码 组织机构代码",
            Self::Contact => {
                "联系方式 联系电话 手机 手机号 手机号码 电话 电话号码 地址 联系地址 通讯地址 邮政编码 邮编 \
                 电子邮件 电子邮箱 邮箱"
            }
            Self::Content => {
                "申请内容 申请公开内容 内容描述 申请信息描述 所需信息的内容描述 所需政府信息内容描述 申请事项 \
                 申请事项名称 内容 标题"
            }
            Self::FormOfSupply => {
                "获取方式 获取政府信息的方式 获取信息的方式 信息获取方式 提供方式 政府信息的载体形式"
            }
            Self::Unit => {
                "承办科室 承办单位 承办部门 承办处室 受理单位 登记部门 申请部门 经办人 义务机关 义务机关名称"
            }
            Self::Ignored => "打印 查看 是否发布 发布 公开 审核 回复 督办标识",
            _ => self.headings_of_procedure(),
        }
    }

    const fn headings_of_procedure(self) -> &'static str {
        match self {
            Self::AssignedOn => "交办日期 转办日期 交办时间 转办时间",
            Self::SupplementAskedOn => "补正通知日期 补正告知日期 补正通知时间 补正日期",
            Self::SupplementDueOn => "补正期限 补正截止日期",
            Self::SupplementReceivedOn => "补正收到日期 收到补正日期 补正材料收到日期",
            Self::ConsultedOn => "征求意见日期 征求第三方意见日期",
            Self::OpinionOn => "意见收到日期 收到意见日期 第三方意见收到日期",
            Self::ExtendedOn => "延期日期 延期告知日期 延期通知日期",
            Self::ExtendedTo => "延期至 延长至 延期截止日期",
            Self::DueOn => "答复期限 答复截止日期 应答复日期 处理截止日期 应办结日期 截止日期 到期日",
            Self::Outcome => {
                "办理结果 答复结果 答复类型 处理结果 事项反馈类别 审批结果 回复状态 办理情况 答复情况"
            }
            Self::OutcomeDetail => "不公开类别 不予公开类别",
            Self::AnsweredOn => "答复日期 答复时间 回复日期 回复时间 办结日期 办结时间 办理返回日期 审批时间",
            Self::LetterNo => "答复文号 答复书文号 答复书编号 告知书编号 文号",
            Self::ServiceWay => "送达方式 寄送方式",
            Self::MailNo => "邮单号 快递单号 邮件号 EMS单号 挂号单号",
            Self::Dispute => "复议诉讼 是否复议 复议结果 是否诉讼 诉讼结果",
            Self::Note => "备注",
            _ => "",
        }
    }
}

/// A heading that was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    /// What it means.
    pub(super) field: Field,
    /// Its place among the headings of that meaning: 0 is the contract's own.
    pub(super) rank: usize,
}

/// Recognises a heading: the office's own first, then the known ones; blanks, line ends and marks do not
/// matter, and a remark in brackets at the end may be left out.
pub(super) fn recognise(heading: &str, profile: Option<&BTreeMap<String, Field>>) -> Option<Known> {
    let whole = fold::essence(heading);
    if whole.is_empty() {
        return None;
    }
    let own = profile.and_then(|profile| profile.iter().find(|(name, _)| fold::essence(name) == whole));
    if let Some((_, field)) = own {
        return Some(Known { field: *field, rank: 0 });
    }
    look_up(&whole).or_else(|| {
        let (head, _) = heading.trim().strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
        look_up(&fold::essence(head))
    })
}

fn look_up(essence: &str) -> Option<Known> {
    Field::ALL.into_iter().find_map(|field| {
        let rank = field.headings().position(|known| fold::essence(known) == essence)?;
        Some(Known { field, rank })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(heading: &str) -> Option<Field> {
        recognise(heading, None).map(|known| known.field)
    }

    #[test]
    fn the_headings_of_the_contract_come_first_and_are_all_known() {
        let contract = "编号 · 平台编号 · 收到日期 · 提交日期 · 渠道 · 申请人 · 申请人类型 · 证件号码 · 联系方式 · \
            申请内容 · 获取方式 · 承办科室 · 交办日期 · 补正通知日期 · 补正期限 · 补正收到日期 · 征求意见日期 · \
            意见收到日期 · 延期日期 · 延期至 · 答复期限 · 办理结果 · 答复日期 · 答复文号 · 送达方式 · 邮单号 · \
            复议诉讼 · 备注";
        for heading in contract.split(" · ") {
            assert_eq!(recognise(heading, None).map(|known| known.rank), Some(0), "{heading}");
            assert_eq!(field(heading).map(Field::label), Some(heading));
        }
    }

    #[test]
    fn no_heading_means_two_things() {
        let mut seen = std::collections::HashMap::new();
        for field in Field::ALL {
            for heading in field.headings() {
                let before = seen.insert(fold::essence(heading), field);
                assert!(before.is_none_or(|other| other == field), "{heading}: {field:?} and {before:?}");
            }
        }
    }

    #[test]
    fn blanks_line_ends_and_remarks_do_not_matter() {
        assert_eq!(field("收到\n日期"), Some(Field::ReceivedOn));
        assert_eq!(field("收 到 日 期（年月日）"), Some(Field::ReceivedOn));
        assert_eq!(field("申请人（单位）"), Some(Field::Applicant));
        assert_eq!(field("申请人(单位)"), Some(Field::Applicant));
        assert_eq!(field("复议/诉讼"), Some(Field::Dispute));
        assert_eq!(field("是否延期"), None);
        assert_eq!(field("（）"), None);
    }

    #[test]
    fn the_offices_own_headings_win() {
        let profile = BTreeMap::from([("来件日".to_owned(), Field::ReceivedOn)]);
        assert_eq!(recognise("来件 日", Some(&profile)).map(|known| known.field), Some(Field::ReceivedOn));
    }
}
