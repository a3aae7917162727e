//! The labels of the report's tables and sections, verbatim (格式2021; 国办公开办函〔2021〕30号).
//!
//! The leaf rows of block 三 have theirs in [`OutcomeRow`](super::OutcomeRow), the applicants' columns in
//! [`ApplicantKind`](super::ApplicantKind).

/// What stands after the organ's name and the year: `<机关><年份>年政府信息公开工作年度报告`.
pub const TITLE_TAIL: &str = "政府信息公开工作年度报告";

/// The six sections, in their order.
pub const SECTIONS: [&str; 6] = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
];

/// Table 3, the note in the upper left cell.
pub const TABLE3_NOTE: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
/// Table 3, the heading over all seven columns.
pub const APPLICANTS: &str = "申请人情况";
/// Table 3, the heading over the five columns of organisations.
pub const ORGANISATIONS: &str = "法人或其他组织";
/// Table 3 and 4, the sum column.
pub const SUM: &str = "总计";
/// Table 3, row 一.
pub const NEW: &str = "一、本年新收政府信息公开申请数量";
/// Table 3, row 二.
pub const CARRIED_IN: &str = "二、上年结转政府信息公开申请数量";
/// Table 3, block 三.
pub const RESULTS: &str = "三、本年度办理结果";
/// Table 3, the sum of block 三.
pub const TOTAL: &str = "（七）总计";
/// Table 3, row 四.
pub const CARRIED_OUT: &str = "四、结转下年度继续办理";

/// Table 2, the four block headings.
pub const TABLE2_BLOCKS: [&str; 4] =
    ["第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项"];
/// Table 2, the first column of every block.
pub const CONTENT: &str = "信息内容";
/// Table 2, the three number columns of block （一）.
pub const DOCUMENT_COLUMNS: [&str; 3] = ["本年制发件数", "本年废止件数", "现行有效件数"];
/// Table 2, the number column of blocks （五） and （六）.
pub const DECISIONS: &str = "本年处理决定数量";
/// Table 2, the number column of block （八）.
pub const CHARGES: &str = "本年收费金额（单位：万元）";
/// Table 2, the rows of block （一）.
pub const DOCUMENT_ROWS: [&str; 2] = ["规章", "行政规范性文件"];
/// Table 2, the row of block （五）.
pub const LICENCES: &str = "行政许可";
/// Table 2, the rows of block （六）.
pub const ENFORCEMENT_ROWS: [&str; 2] = ["行政处罚", "行政强制"];
/// Table 2, the row of block （八）.
pub const FEES: &str = "行政事业性收费";

/// Table 4, the two halves.
pub const TABLE4_HALVES: [&str; 2] = ["行政复议", "行政诉讼"];
/// Table 4, the two kinds of suits.
pub const SUITS: [&str; 2] = ["未经复议直接起诉", "复议后起诉"];
/// Table 4, the five columns of each kind.
pub const DISPUTE_COLUMNS: [&str; 5] = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
