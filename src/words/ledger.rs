//! Words of the room `ledger`: one line for each thing that can be wrong with a file or a cell.

use crate::law::{ApplicantKind, OutcomeRow};
use crate::ledger::{
    Doubt, Expected, Fault, Field, LedgerError, MAX_FAULTS, PassedOver, PassedWhy, Problem, Warning,
};

/// Why a file cannot be read, and what to do.
pub fn error(error: &LedgerError) -> String {
    format!("文件“{}”{}", error.file, problem(&error.problem))
}

fn problem(problem: &Problem) -> String {
    let text = match problem {
        Problem::Empty => "是空的",
        Problem::TooLarge { limit } => {
            return format!("太大（上限 {} MB），请拆分后分别导入", limit / (1024 * 1024));
        }
        Problem::Unpacks { limit, parts } => {
            let limit = limit / (1024 * 1024);
            return format!(
                "解压后超过 {limit} MB 或部件超过 {parts} 个，不像台账，请用表格软件打开，删去图片等无关内容后另存再导入"
            );
        }
        Problem::TooManyRows { limit } => return format!("超过 {limit} 行，请拆分后分别导入"),
        Problem::TooMuchText { limit } => {
            let limit = limit / (1024 * 1024);
            return format!("各单元格的文字合计超过 {limit} MB，请拆分后分别导入");
        }
        Problem::OldXls => "实际是旧版 .xls 格式，请在表格软件中另存为 .xlsx 或 .csv 后再导入",
        Problem::Encrypted => "有密码保护，请去掉密码后再导入",
        Problem::Xlsb => "是二进制 .xlsb 格式，请另存为 .xlsx 后再导入",
        Problem::OpenDocument => "是 OpenDocument 格式，请另存为 .xlsx 或 .csv 后再导入",
        Problem::WordDocument => "是 Word 文档，不是表格，请把台账存为 .xlsx 或 .csv 后再导入",
        Problem::OtherArchive => "是压缩包，不是 .xlsx 表格",
        Problem::Markup => "实际是网页（HTML）或 XML，请用表格软件打开并另存为 .xlsx 后再导入",
        Problem::NotText => "不是 .xlsx 表格，也不是 .csv 文本",
        Problem::Encoding => "的文字编码无法识别，请以 UTF-8 或 GB18030 编码另存",
        Problem::Damaged => "已损坏，无法读取，请用表格软件打开并重新保存后再导入",
        Problem::NoHeader => return no_header(),
    };
    text.to_owned()
}

fn no_header() -> String {
    let known: Vec<&str> = Field::ALL
        .into_iter()
        .filter(|field| !matches!(field, Field::Ignored | Field::Ordinal | Field::OutcomeDetail))
        .map(Field::label)
        .collect();
    format!("中没有找到表头：表头行应至少有三个以下列名：{}", known.join("、"))
}

/// What is wrong with a cell: sheet, row, column, value, and what was expected.
pub fn fault(fault: &Fault) -> String {
    let place = place(&fault.sheet, fault.row, &fault.column);
    let wrong = expected(&fault.expected);
    if fault.value.is_empty() {
        format!("{place}：{wrong}")
    } else {
        format!("{place}：值“{}”{wrong}", fault.value)
    }
}

fn place(sheet: &str, row: u32, column: &str) -> String {
    format!("{}“{column}”", place_of_row(sheet, row))
}

fn place_of_row(sheet: &str, row: u32) -> String {
    if sheet.is_empty() { format!("第 {row} 行") } else { format!("工作表“{sheet}”第 {row} 行") }
}

fn expected(expected: &Expected) -> String {
    match expected {
        Expected::Date | Expected::RealDate => "不是有效日期，应写成 2025-03-05 这样的日期".to_owned(),
        Expected::HalfWidthDate => "含有全角数字，请使用半角数字，如 2025-03-05".to_owned(),
        Expected::DateInRange => "不在 1990 年至 2099 年之间，请核对年份".to_owned(),
        Expected::NotFuture { today } => format!("晚于今天（{today}），请核对日期"),
        Expected::NotBeforeReceipt { received_on } => format!("早于收到日期（{received_on}），请核对日期"),
        Expected::Present => "不能为空，请填写".to_owned(),
        Expected::ApplicantKind => {
            format!("不是申请人类型，应为：{}", kinds(&ApplicantKind::ALL))
        }
        Expected::OrganisationKind => {
            format!(
                "无法归入年度报告的列，应写明是哪一类：{}",
                kinds(ApplicantKind::ALL.get(1..).unwrap_or_default())
            )
        }
        Expected::ClientKind => {
            "无法归入年度报告的列：律师代理的填委托人的类型，律所自己申请的填“法律服务机构”".to_owned()
        }
        Expected::Outcome => {
            "不是办理结果，应为年度报告表中的一项，如“予以公开”“部分公开”“属于国家秘密”；未办结的请留空"
                .to_owned()
        }
        Expected::OneOf(rows) => format!("对应不止一项办理结果，请写明是哪一项：{}", outcomes(rows)),
        Expected::OutcomeNotState => {
            "只说明已经办结，没有说明结果，应为年度报告表中的一项，如“予以公开”“部分公开”".to_owned()
        }
        Expected::AnswerDay => "有办理结果而没有答复日期，无法确定计入哪一年，请填写答复日期".to_owned(),
        Expected::UniqueNumber { sheet, row } => {
            format!("与{}的编号重复，每件申请应有自己的编号", place_of_row(sheet, *row))
        }
        Expected::PlainText => "含有控制字符或不可见字符（如换行），请删除后重填".to_owned(),
        Expected::Shorter { limit } => format!("过长，最多 {limit} 个字，请缩短，全文可另存为附件"),
        Expected::NoFailedFormula => "是出错的公式，请改为实际的值".to_owned(),
        Expected::Column(_) => "缺少这一列，请补上".to_owned(),
        Expected::OneColumn(field) => format!("与另一列的含义相同（{}），请只保留一列", field.label()),
    }
}

fn kinds(kinds: &[ApplicantKind]) -> String {
    kinds.iter().map(|kind| kind.label()).collect::<Vec<_>>().join("、")
}

fn outcomes(rows: &[OutcomeRow]) -> String {
    let named = |row: &OutcomeRow| format!("{}{}", row.place(), row.short_label());
    rows.iter().map(named).collect::<Vec<_>>().join("、")
}

/// What is odd about a cell or column that is taken over nevertheless.
pub fn warning(warning: &Warning) -> String {
    let place = place(&warning.sheet, warning.row, &warning.column);
    let odd = doubt(&warning.doubt);
    if warning.value.is_empty() {
        format!("{place}：{odd}")
    } else {
        format!("{place}：值“{}”{odd}", warning.value)
    }
}

fn doubt(doubt: &Doubt) -> String {
    let text = match doubt {
        Doubt::AnsweredLate { due_on } => return format!("晚于本行的期限（{due_on}）"),
        Doubt::SubmittedAfterReceipt { received_on } => return format!("晚于收到日期（{received_on}）"),
        Doubt::SecondColumn { taken } => return format!("与“{taken}”含义相同，采用“{taken}”，本列记入备注"),
        Doubt::AnsweredWithoutOutcome => "有答复日期而没有办理结果，按未办结导入",
        Doubt::UnclearWithoutSupplement => "没有补正通知和补正收到的日期（条例第三十条），请核对结果",
        Doubt::LapseWithoutNotice => "没有补正通知日期（条例第三十条），请核对结果",
        Doubt::ThirdPartyNotAsked => "没有征求意见日期（条例第三十二条），请核对结果",
        Doubt::NotADate => "不是日期，记入备注",
        Doubt::SoleTrader => "按“商业企业”导入，如本机关另有口径请修改",
        Doubt::NameForKind => "是申请人姓名，按“自然人”导入",
        Doubt::CutOff => "似乎被截断，请核对原文",
        Doubt::LostFigures => "是数字格式，超过 15 位的末尾数字已丢失，请改为文本格式",
        Doubt::SubmissionAsReceipt => "是申请人提交的日期；没有“收到日期”列，以它作为收到日期",
        Doubt::ApprovalAsAnswer => "是审批的时间；没有“答复日期”列，以它作为答复日期",
    };
    text.to_owned()
}

/// What was not read as requests.
pub fn passed_over(passed: &PassedOver) -> String {
    let why = match passed.why {
        PassedWhy::TooManyFaults => {
            return format!(
                "{}及其后各行没有检查：前面的问题已有 {MAX_FAULTS} 处，请先改正",
                place_of_row(&passed.sheet, passed.row.unwrap_or_default())
            );
        }
        PassedWhy::NoHeader => "没有表头",
        PassedWhy::Hidden => "是隐藏的工作表",
        PassedWhy::Sum => "是合计行",
        PassedWhy::FormLine => "是填报说明",
        PassedWhy::Banner => "是跨列的标题",
        PassedWhy::HeaderAgain => "是重复的表头",
    };
    let place = match passed.row {
        Some(row) => place_of_row(&passed.sheet, row),
        None if passed.sheet.is_empty() => "文件".to_owned(),
        None => format!("工作表“{}”", passed.sheet),
    };
    format!("{place}{why}，已跳过")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn a_fault_names_sheet_row_column_value_and_what_was_expected() {
        let mut bad = Fault {
            sheet: Arc::from("2025年"),
            row: 15,
            column: "收到日期".to_owned(),
            value: "2025-02-30".to_owned(),
            expected: Expected::RealDate,
        };
        assert_eq!(
            fault(&bad),
            "工作表“2025年”第 15 行“收到日期”：值“2025-02-30”不是有效日期，应写成 2025-03-05 这样的日期"
        );
        bad.sheet = Arc::from("");
        bad.value.clear();
        bad.expected = Expected::Present;
        assert_eq!(fault(&bad), "第 15 行“收到日期”：不能为空，请填写");
        bad.expected = Expected::OneOf(&[OutcomeRow::NoneUnclear, OutcomeRow::OtherNoSupplement]);
        assert!(fault(&bad).ends_with("（四）3补正后申请内容仍不明确、（六）1逾期不补正"));
    }

    #[test]
    fn a_file_without_header_is_told_the_known_headings() {
        let line = error(&LedgerError { file: "台账.xlsx".to_owned(), problem: Problem::NoHeader });
        assert!(line.starts_with("文件“台账.xlsx”中没有找到表头"), "{line}");
        assert!(line.contains("编号、平台编号、收到日期") && line.ends_with("备注"), "{line}");
    }

    #[test]
    fn what_was_passed_over_is_one_line() {
        let sheet = PassedOver { sheet: Arc::from("说明"), row: None, why: PassedWhy::NoHeader };
        assert_eq!(passed_over(&sheet), "工作表“说明”没有表头，已跳过");
        let row = PassedOver { sheet: Arc::from("2025"), row: Some(90), why: PassedWhy::Sum };
        assert_eq!(passed_over(&row), "工作表“2025”第 90 行是合计行，已跳过");
    }
}
