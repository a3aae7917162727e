//! Words of the sample office.

use std::path::Path;

use jiff::civil::Date;

use crate::calendar::format_long;

/// What the command does.
pub const DEMO: &str = "打开一个演练用的样例机构，退出后即删除";
/// Where it is kept.
pub const DEMO_DIR: &str = "把样例保存在这个目录（须不存在或为空），退出后不删除";
/// It is only made.
pub const DEMO_NO_OPEN: &str = "只建立，不打开界面；须同时用 --dir";
/// How to go on with it.
pub const DEMO_HOW: &str = "\
样例是虚构的县级机关，有上年和本年的四十件申请、各类台账和上年年度报告，日期都从今天推算。
GONGKAI_TODAY=2026-03-02 可另设演练日期。保存下来的样例可用其他命令办理：
  gongkai demo --dir 目录 --no-open
  gongkai --home 目录 agenda";

/// The sample was made and stays.
pub fn demo_kept(folder: &Path, today: Date) -> String {
    format!(
        "样例机构已建立在 {0}，演练日期为{1}；打开：gongkai --home {0}，沿用该日期须设 GONGKAI_TODAY={today}",
        folder.display(),
        format_long(today)
    )
}

/// Something is in the folder.
pub fn demo_folder_taken(folder: &Path) -> String {
    format!("{} 不是空目录，没有建立样例；请换一个目录，或者先清空它", folder.display())
}

/// There is no place for it.
pub fn demo_no_folder(error: &str) -> String {
    format!("无法建立临时目录：{error}；请检查磁盘空间，或用 --dir 指明目录")
}

/// A step was refused.
pub fn demo_failed(what: &str, on: Date, because: &str) -> String {
    format!("样例没有建成（{what}，{on}）：{because}；请用 GONGKAI_TODAY 另设演练日期后重试")
}

/// The temporary folder could not be removed.
pub fn demo_left_behind(folder: &Path, error: &str) -> String {
    format!("临时目录 {} 未能删除：{error}；其中只有样例，可以自行删除", folder.display())
}

/// A sample is not founded by hand.
pub const DEMO_HAS_OFFICE: &str = "样例机构已经建立";
/// A sample never goes where an office of its own may be.
pub const DEMO_NOT_AT_HOME: &str = "demo 不用 --home；要保存样例请用 --dir 指明目录";
