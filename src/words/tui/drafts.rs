//! Words about half-typed forms that were put aside or left behind.

/// Title of the question about what was left behind.
pub const TITLE: &str = "没有保存的表单";
/// Its choices: open, give up, another time.
pub const CHOICES: [&str; 3] = ["打开，接着填", "放弃，不再保留", "以后再说"];
/// One was given up.
pub const GIVEN_UP: &str = "已放弃，没有保留";
/// Another time.
pub const LATER: &str = "草稿还在：打开同一表单时恢复，下次进入时再问";
/// A draft of a newer program.
pub const NEWER: &str = "有一份草稿由更新版本的程序写成，这一版读不出，原样留着";

/// When, of what, and how it begins.
pub fn half_typed(at: Option<i64>, title: &str, begins: &[String]) -> String {
    const CHINA: i64 = 8 * 3_600_000;
    let at = at.and_then(|at| jiff::Timestamp::from_millisecond(at.saturating_add(CHINA)).ok());
    let when = at.map(|at| format!("{} ", at.strftime("%-m月%-d日 %H:%M"))).unwrap_or_default();
    let begins = if begins.is_empty() { String::new() } else { format!("（{}）", begins.join("，")) };
    format!("{when}没有填完：{title}{begins}")
}

/// How a field of it begins.
pub fn begins(label: &str, text: &str) -> String {
    format!("{label} {text}")
}

/// What the question shows.
pub fn lines(first: &str, others: usize) -> Vec<String> {
    let mut lines = vec![first.to_owned()];
    if others > 0 {
        lines.push(format!("另有 {others} 份。"));
    }
    lines
}

/// What was typed for many requests waits for marks.
pub fn mark_first(step: &str) -> String {
    format!("请先在列表中标记申请，再批量办理“{step}”，已填的内容会自动填入")
}

/// It is back, and what it is about was changed meanwhile.
pub const BACK_CHANGED: &str = "已恢复草稿；此后这里又有新的记录，保存时会先告知";
/// The words of the report are back, and somebody wrote others meanwhile.
pub const TEXT_CHANGED: &str = "已恢复草稿；此后这段文字又有人改过，保存将以草稿为准，请先核对";

/// Texts of it have no field in the form as it is now.
pub fn homeless(labels: &[String]) -> String {
    format!("已恢复草稿；表单中已没有这些栏目，内容没有填入：{}", labels.join("、"))
}

/// It was saved just as the program was cut off.
pub fn recorded(title: &str) -> String {
    format!("上次中断时正在保存的“{title}”已经保存，没有重复")
}

/// It is not what was written.
pub fn damaged(name: &str) -> String {
    format!("有一份草稿已损坏，读不出，已另存为 {name}")
}

/// It cannot be opened.
pub fn sealed(name: &str) -> String {
    format!("有一份草稿打不开（不是本机关的密钥所封，或已损坏），已另存为 {name}")
}

/// What it was about was erased.
pub const ERASED: &str = "有一份草稿所属的申请已擦除个人信息，草稿一并删除";

/// It cannot be read.
pub fn unread(why: &str) -> String {
    format!("草稿读不出：{why}")
}

/// It cannot be kept.
pub fn not_kept(why: &str) -> String {
    format!("填写的内容没有存成草稿（{why}），程序中断时会丢失；请尽快保存")
}

/// There are too many.
pub fn too_many(most: usize) -> String {
    format!("草稿已有 {most} 份")
}

/// It is too long.
pub const TOO_LONG: &str = "内容太长";
