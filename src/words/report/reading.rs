//! Words about files that hold published reports: why one cannot be read, what is doubtful in it.

use crate::report::{Doubt, TableNo};
use crate::words::report as words;

/// Kinds of files that are known and not read.
pub(crate) const PDF: &str = "PDF 文件";
pub(crate) const OLD_WORD: &str = "旧版 Office 文件（.doc、.xls 或 .wps）";
pub(crate) const OPEN_DOCUMENT: &str = "OpenDocument 文件";
pub(crate) const BINARY_WORKBOOK: &str = "xlsb 文件";
pub(crate) const OTHER_ARCHIVE: &str = "压缩包";
pub(crate) const WEB_ARCHIVE: &str = "网页存档（mht）文件";
pub(crate) const NOT_TEXT: &str = "二进制文件";

/// Parts of files in messages.
pub(crate) const ARCHIVE: &str = "压缩结构";
pub(crate) const WORKBOOK: &str = "工作簿";

const READABLE: &str = "docx、xlsx、html、json 或文本";

pub(crate) fn empty() -> &'static str {
    "文件是空的，应为已发布的年度报告或表格"
}

pub(crate) fn too_large(limit: usize) -> String {
    format!("文件过大，上限为 {} MiB，请删去图片等无关内容，另存后再试", limit >> 20)
}

pub(crate) fn unreadable_kind(kind: &str) -> String {
    format!("这是{kind}，不能读取，请另存为 {READABLE} 后再试")
}

pub(crate) fn encrypted() -> &'static str {
    "文件有密码保护，请去掉密码后再试"
}

pub(crate) fn damaged(part: &str) -> String {
    format!("文件已损坏：{part} 不能读取，请重新下载或另存后再试")
}

pub(crate) fn unpacks_too_large(limit: u64) -> String {
    format!(
        "文件解压后过大或部件过多，上限为 {} MiB，不能读取；请删去图片等无关内容，另存后再试",
        limit >> 20
    )
}

pub(crate) fn too_deep(limit: usize) -> String {
    format!("表格嵌套超过 {limit} 层，不能读取；请把嵌套的表格拆开，另存后再试")
}

pub(crate) fn too_many_cells(limit: usize) -> String {
    format!("表格超过 {limit} 格，不像年度报告；请只保留年度报告的三张表后再试")
}

pub(crate) fn too_much_text(limit: usize) -> String {
    format!("各格文字合计超过 {} MiB，不像年度报告，请删去无关的表格后再试", limit >> 20)
}

pub(crate) fn no_tables(sections: usize) -> String {
    if sections == 0 {
        "没有找到年度报告的表格，文件应含有主动公开、申请办理、复议诉讼三张表".to_owned()
    } else {
        format!("找到 {sections} 个部分的标题，但没有找到表格，表格可能是图片")
    }
}

/// A doubt as a line beside the result.
pub(crate) fn hint(doubt: &Doubt) -> String {
    format!("提示：{}", self::doubt(doubt))
}

fn table(table: TableNo) -> &'static str {
    match table {
        TableNo::Two => words::TABLE2,
        TableNo::Three => words::TABLE3,
        TableNo::Four => words::TABLE4,
    }
}

/// A doubt in a sentence.
pub(crate) fn doubt(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Form2019 => {
            "表格是 2019 年格式：（六）其他处理只有一行，读作（六）3；该格式没有的栏目留为空白".to_owned()
        }
        Doubt::Garbled => "文件中有不能识别的字符，已用替代符号表示".to_owned(),
        Doubt::NoTitle => "没有找到报告标题".to_owned(),
        Doubt::Title { found } => {
            format!("报告标题是“{found}”，格式为“机关、年份、年政府信息公开工作年度报告”")
        }
        Doubt::PartMissing(part) => format!("没有找到“{}”部分", part.title()),
        Doubt::PartTitle { part, found } => format!("标题“{found}”读作“{}”", part.title()),
        Doubt::PartRepeated(part) => format!("“{}”部分出现两次，内容已合并", part.title()),
        Doubt::PartOrder(part) => format!("“{}”部分的次序与格式不同", part.title()),
        Doubt::TableMissing(missing) => format!("没有找到{}，其数字留为空白", table(*missing)),
        Doubt::TableElsewhere { table: found, part } => {
            format!("{}在“{}”部分之中", table(*found), part.title())
        }
        _ => in_row(doubt),
    }
}

fn in_row(doubt: &Doubt) -> String {
    match doubt {
        Doubt::RowMissing { place } => format!("没有找到{place}，留为空白"),
        Doubt::RowLabel { place, found } => format!("行名“{found}”读作{place}"),
        Doubt::RowRepeated { place } => format!("{place}出现两次而数字不同，以先出现的为准"),
        Doubt::RowCells { place, expected, found } => {
            format!("{place}应有 {expected} 个数，实有 {found} 个，已从右对齐，请核对")
        }
        Doubt::RowPlace { place } => format!("{place}的行名错列，请核对"),
        Doubt::RowUnknown { table: of, found } => {
            format!("{}的行“{found}”不在格式之中，没有读入", table(*of))
        }
        Doubt::Realigned { table: of, rows } => {
            format!("{}有 {rows} 行的数字没有与列标题对齐，已从右对齐", table(*of))
        }
        Doubt::ChargeUnit { found } => format!("收费金额的列标题是“{found}”，没有写明万元，按万元读入"),
        _ => String::new(),
    }
}
