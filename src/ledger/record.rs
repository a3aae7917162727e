//! What a row of a ledger says, and what reading a ledger gives.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Fault, LedgerChannel, PassedOver, Warning};
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};

/// One request, as a row of a ledger has it. Texts that the row leaves out are empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The sheet's name; empty for a delimited file, which has but one.
    pub sheet: Arc<str>,
    /// The row in the sheet, from 1, as a spreadsheet program shows it.
    pub row: u32,
    /// 编号; none where the row has none or a mere row counter (序号).
    pub no: Option<String>,
    /// 平台编号
    pub platform_no: String,
    /// 收到日期
    pub received_on: Date,
    /// 提交日期
    pub submitted_on: Option<Date>,
    /// 渠道
    pub channel: Option<LedgerChannel>,
    /// 申请人
    pub applicant: String,
    /// 申请人类型
    pub kind: ApplicantKind,
    /// 证件号码
    pub id_number: String,
    /// 联系方式; several columns are joined by `；`
    pub contact: String,
    /// 申请内容, with its line ends
    pub content: String,
    /// 获取方式
    pub form_of_supply: String,
    /// 承办科室
    pub unit: String,
    /// 交办日期
    pub assigned_on: Option<Date>,
    /// 补正通知日期
    pub supplement_asked_on: Option<Date>,
    /// 补正期限
    pub supplement_due_on: Option<Date>,
    /// 补正收到日期
    pub supplement_received_on: Option<Date>,
    /// 征求意见日期
    pub consulted_on: Option<Date>,
    /// 意见收到日期
    pub opinion_on: Option<Date>,
    /// 延期日期
    pub extended_on: Option<Date>,
    /// 延期至
    pub extended_to: Option<Date>,
    /// 答复期限
    pub due_on: Option<Date>,
    /// 办理结果; none while the request is open. The kind where the words tell it.
    pub outcome: Option<(OutcomeRow, Option<OutcomeKind>)>,
    /// 答复日期, the day of service; there whenever there is an outcome.
    pub answered_on: Option<Date>,
    /// 答复文号
    pub letter_no: String,
    /// 送达方式
    pub service_way: String,
    /// 邮单号
    pub mail_no: String,
    /// 复议诉讼
    pub dispute: String,
    /// 备注, followed by what stood in columns that have no place here, as `heading: value` lines
    pub note: String,
}

/// What reading a ledger gives. It is fit to be taken over only if `faults` is empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The rows without fault, in the order of the file.
    pub records: Vec<Record>,
    /// Every bad cell.
    pub faults: Vec<Fault>,
    /// What is odd but can be taken over.
    pub warnings: Vec<Warning>,
    /// Sheets and rows that were not read as requests.
    pub passed_over: Vec<PassedOver>,
}
