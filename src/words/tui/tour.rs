//! What the guided tour says.

/// A stop: what is to be seen, and what is to be done to go on.
pub fn stop(at: usize, all: usize, text: &str, key: &str, label: &str) -> String {
    format!("导览 {at}/{all}：{text}请按 {key}（{label}）")
}

/// The last words; how it is left.
pub fn end(key: &str, quit: &str) -> String {
    format!("导览到此为止，示例可以随意办理，退出后不留痕迹。按 {key} 收起本行，按 {quit} 退出")
}

/// Down the list.
pub const LIST: &str = "这是未办结申请，先到期的在前，右边是下一期限。";
/// Into a case.
pub const OPEN: &str = "“>”是选中的一件。";
/// Why this day.
pub const CLOCK: &str = "这里是一件申请的经过和期限。到期日怎样算出，逐行有说明。";
/// The steps.
pub const STEPS: &str = "能办的环节和不能办的原因都列在一处，看过后按 Esc 收起。";
/// Back.
pub const BACK: &str = "办过的每一步都可以撤销，原记录保留。回到列表：";
/// Carried over.
pub const CARRY: &str = "上年结转和结转下年度的，一键查全。";
/// The year.
pub const YEAR: &str = "年度报告的三张表随时可看，各列自动平衡。";
/// What makes up a cell.
pub const CELL: &str = "用方向键选一格，就能列出它所计的申请。";
/// The list of a cell.
pub const CELL_LIST: &str = "这一格所计的申请都在这里，格数和件数总是一致。";
/// Rules.
pub const CHECKS: &str = "公布之前逐条校验，有错的地方直接带您过去。";
/// Days.
pub const CALENDAR: &str = "工作日历上标着每天到期的件数，节假日已经排除。";
/// Back to the list.
pub const HOME: &str = "任何时候都能回到列表：";
/// Searching.
pub const SEARCH: &str = "查找认编号、申请人、内容、拼音首字母，也认“超期”这样的条件。";
/// Every action.
pub const PALETTE: &str = "记不住按键时，全部操作都列在一处，可按拼音查找。";
