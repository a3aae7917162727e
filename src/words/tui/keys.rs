//! What the actions of the key map are called, and what is wrong with a key map.

/// The words for an action: for the hint bar (short) and for the help screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActionWords {
    /// Name of the action in a key map file.
    pub name: &'static str,
    /// At most six characters, for the hint bar.
    pub label: &'static str,
    /// One sentence for the help screen.
    pub text: &'static str,
}

const fn words(name: &'static str, label: &'static str, text: &'static str) -> ActionWords {
    ActionWords { name, label, text }
}

/// All actions. A test of `tui::keymap` compares the names with the table of actions.
pub const ACTIONS: &[ActionWords] = &[
    words("app.quit", "退出", "退出本程序；有未保存的内容时先询问"),
    words("app.help", "帮助", "列出当前界面可用的全部按键"),
    words("app.palette", "全部操作", "列出全部操作及其按键，输入文字或拼音查找，回车执行"),
    words("app.handbook", "手册", "使用手册：从第一天到常见问题"),
    words("app.tour", "导览", "示例机构的导览：开始，或者离开"),
    words("app.sessions", "会话", "自己的其他会话：断开的、在另一处开着的，接过来继续"),
    words("app.copy", "复制", "把编号、期限说明或表格送到本机剪贴板，或者用无边框视图选取"),
    words("app.back", "返回", "返回上一级；在最上一级时询问是否退出"),
    words("app.repaint", "重绘", "重新绘制整个屏幕"),
    words("app.suspend", "挂起", "暂停本程序，回到命令行；用 fg 命令继续"),
    words("go.list", "申请列表", "回到申请列表"),
    words("go.carry", "结转", "查看上年结转和结转下年度的申请"),
    words("go.year", "年度报告", "查看年度报告各表"),
    words("go.calendar", "日历", "查看工作日历和各日到期的申请"),
    words("go.records", "台账", "登记表二、表四和总体情况所需的事项"),
    words("go.settings", "设置", "本机构的口径和自定期限，本人的配色和键位"),
    words("go.clerks", "人员", "人员、角色，各人承办的申请，移交和顶岗"),
    words("move.up", "上移", "上移一行"),
    words("move.down", "下移", "下移一行"),
    words("move.left", "左移", "左移一格"),
    words("move.right", "右移", "右移一格"),
    words("move.page-up", "上页", "上翻一页"),
    words("move.page-down", "下页", "下翻一页"),
    words("move.home", "首行", "到第一行"),
    words("move.end", "末行", "到最后一行"),
    words("list.open", "打开", "打开选中的申请"),
    words("list.new", "登记", "登记新收到的申请"),
    words("list.search", "查找", "按编号、申请人或内容查找"),
    words("list.complete", "补全", "补全正在输入的查找条件"),
    words("list.filter", "筛选", "在未办结、已办结、全部之间切换；查找时把找到的留作列表"),
    words("list.sort", "次序", "换一种次序排列；再选一次反过来排"),
    words("list.views", "视图", "常用的查找条件：选用、保存、删除"),
    words("list.mark", "标记", "标记选中的申请，再按一次取消"),
    words("list.mark-all", "全部标记", "标记列表中的全部申请，再按一次全部取消"),
    words("list.bulk", "成批办理", "对标记的申请成批办理同一环节，先预演后办理"),
    words("request.steps", "办理", "列出可以办理的环节"),
    words("request.confirm", "确认收到", "与申请人确认收到申请的日期"),
    words("request.supplement-ask", "补正告知", "一次性告知申请人补正申请内容"),
    words("request.supplement-receive", "收到补正", "登记收到申请人的补正"),
    words("request.supplement-lapse", "逾期不补正", "申请人无正当理由逾期不补正，视为放弃申请"),
    words("request.assign", "转办", "交承办科室办理，定出答复期限"),
    words("request.unit-answer", "科室答复", "登记承办科室的答复"),
    words("request.unit-return", "科室退回", "承办科室以不属其职责退回"),
    words("request.chase", "催办", "催促承办科室答复"),
    words("request.hand-over", "移交", "移交其他经办人承办"),
    words("request.consult-send", "征求意见", "书面征求第三方或者其他机关的意见"),
    words("request.consult-answer", "收到意见", "登记对方的意见，或者逾期未答复"),
    words("request.override-notice", "公共利益告知", "决定公开后，将理由书面告知第三方"),
    words("request.assist", "协办", "商请其他机关协助办理"),
    words("request.received", "收悉", "登记对方收到已发出文书的日期"),
    words("request.extend", "延期", "经批准延长答复期限，并告知申请人"),
    words("request.reasons-ask", "要求说明理由", "数量、频次明显过多的，要求说明理由"),
    words("request.reasons-receive", "收到理由", "登记收到申请人说明的理由"),
    words("request.defer", "延迟答复", "理由合理但无法按期答复的，确定延迟期限"),
    words("request.fee-notice", "收费通知", "通知申请人缴纳信息处理费"),
    words("request.fee-pay", "缴费", "登记申请人缴费"),
    words("request.fee-lapse", "逾期未缴费", "申请人逾期未缴费，视为放弃申请"),
    words("request.review", "审查审核", "登记保密审查、法制审核、领导审签等"),
    words("request.decide", "作出决定", "登记办理结果"),
    words("request.overrule", "更正主要理由", "分项都不公开的，另定全件的主要理由"),
    words("request.serve", "送达", "登记答复书的送达"),
    words("request.delivered", "申请人签收", "登记申请人收到答复的日期"),
    words("request.returned-mail", "退件", "答复被邮局退回，改用其他方式再送"),
    words("request.withdraw", "申请人撤回", "申请人撤回申请"),
    words("request.withdraw-answer", "撤回答复", "本机关撤回已送达的答复，重新答复"),
    words("request.reanswer-ordered", "责令重作", "复议或者诉讼责令重新答复"),
    words("request.archive", "归档", "材料齐备后归档"),
    words("request.split", "拆分", "一事一申请，把部分事项分出另立一件"),
    words("request.join", "并案", "并入同一申请人的另一件申请办理"),
    words("request.link", "关联", "记下与本件有关的另一件申请"),
    words("request.note", "附注", "记录沟通、检索、会商等经过"),
    words("request.amend", "更正登记", "更正登记的内容；原记录保留"),
    words("request.revoke", "撤销记录", "撤销一条误记的记录；原记录保留"),
    words("request.undo", "撤销上一步", "撤销最近的一条记录，先说明后果；原记录保留"),
    words("request.reveal", "完整号码", "显示完整的证件号码和联系方式；谁看过记入查阅记录"),
    words("request.clock", "期限说明", "逐行说明到期日是怎样算出的；再按一次回到开头"),
    words("form.next", "下一项", "到下一项；在最后一项时保存"),
    words("form.prev", "上一项", "到上一项"),
    words("form.choose", "选择", "列出本项可选的内容"),
    words("form.guide", "指引", "逐问引导到办理结果，并列出要留存的材料"),
    words("form.save", "保存", "检查并保存"),
    words("form.cancel", "取消", "取消填写；已填内容可留作草稿"),
    words("year.prev", "上一年", "看上一年度"),
    words("year.next", "下一年", "看下一年度"),
    words("year.table", "页签", "到下一个页签；数字键 1 至 7 直接到各页签"),
    words("year.prev-table", "上一页签", "到上一个页签"),
    words("year.table3", "表三", "表三：收到和处理申请情况"),
    words("year.table2", "表二", "表二：主动公开政府信息情况"),
    words("year.table4", "表四", "表四：行政复议、行政诉讼情况"),
    words("year.texts", "文字", "报告各部分的文字"),
    words("year.checks", "校验结果", "校验发现和与已公布数据的差异"),
    words("year.trend", "趋势", "近五年的新收、办结、结转和变动最大的各行"),
    words("year.months", "按月", "本年各月的新收、办结和月末在办"),
    words("year.organ", "机关", "看某一机关的年度报告，或者各机关合并的年度报告"),
    words("year.open", "打开", "列出本格所计的申请，编辑选中的文字，或者到校验所指的位置"),
    words("year.check", "校验", "按全部规则校验数据和文字"),
    words("year.publish", "公布", "公布年度报告，封存各表和文字"),
    words("year.export", "导出", "把年度报告写成文件"),
    words("settings.change", "更改", "更改选中的设置"),
    words("clerks.cases", "其申请", "列出选中的人承办的未办结申请"),
    words("clerks.hand-over", "移交全部", "把选中的人承办的未办结申请全部移交另一人"),
    words("clerks.stand-in", "顶岗", "选中的人不在时由谁顶岗，或者结束顶岗"),
    words("clerks.print", "交接清单", "把选中的人的未办结申请写成交接清单，可打印签名"),
    words("clerks.roles", "角色", "变更选中的人的角色"),
    words("clerks.leave", "离岗", "选中的人离岗，或者回岗"),
    words("handbook.next", "下一章", "到下一章"),
    words("handbook.prev", "上一章", "到上一章"),
    words("text.field", "数据项", "列出可以插入的数据项；其数字随各表变动"),
    words("text.last-year", "上年文字", "换成上一年的文字"),
    words("text.draft", "系统拟稿", "换回系统拟稿"),
    words("carry.next", "下一组", "到下一组"),
    words("carry.prev", "上一组", "到上一组"),
    words("carry.first", "上年结转", "上年结转至本年度的申请"),
    words("carry.second", "本年已结", "上年结转、本年度已经办结的申请"),
    words("carry.third", "结转下年", "至今未办结、将结转下年度的申请"),
    words("records.open", "打开", "打开选中的登记"),
    words("records.new", "登记", "登记新的一条"),
    words("records.every", "全部年度", "列出全部年度的登记，含已移除的；再按一次回到本年度"),
    words("records.next", "下一种", "到下一种登记"),
    words("records.prev", "上一种", "到上一种登记"),
    words("records.document", "文件", "规章和规范性文件"),
    words("records.stock", "期初件数", "登记开始时有效的文件件数"),
    words("records.decisions", "处理决定", "许可、处罚、强制的数量"),
    words("records.charge", "收费", "行政事业性收费"),
    words("records.disclosure", "主动公开", "主动公开的信息，三审三校"),
    words("records.dispute", "复议诉讼", "行政复议和行政诉讼"),
    words("records.activity", "工作情况", "监督保障、平台建设等工作情况"),
    words("calendar.today", "今天", "到今天"),
    words("calendar.prev", "上月", "到上一个月"),
    words("calendar.next", "下月", "到下一个月"),
    words("calendar.prev-due", "上个到期", "到前一个有到期事项的日子"),
    words("calendar.next-due", "下个到期", "到后一个有到期事项的日子"),
    words("calendar.open", "当日申请", "打开当日到期的申请；有几件时先选一件"),
    words("popup.accept", "确定", "确定"),
];

/// What a group of actions is called on the help screen, by its prefix in a name.
pub fn group(prefix: &str) -> &'static str {
    match prefix {
        "app" => "通用",
        "go" => "切换界面",
        "move" => "移动",
        "list" => "申请列表",
        "request" => "办理环节",
        "form" => "填写",
        "year" => "年度报告",
        "text" => "报告文字",
        "carry" => "结转",
        "records" => "台账登记",
        "calendar" => "日历",
        "settings" => "设置",
        "clerks" => "人员",
        "handbook" => "手册",
        "popup" => "窗口",
        _ => "其他",
    }
}

/// The key map file is not TOML at all, from this place on.
pub fn not_toml(message: &str) -> String {
    format!("文件格式不是 TOML：{message}")
}

/// A section that is no context.
pub fn unknown_context(name: &str, nearest: &str) -> String {
    format!("没有名为 {name} 的界面，是否为 {nearest}？")
}

/// An action that does not exist.
pub fn unknown_action(name: &str, nearest: &str) -> String {
    format!("没有名为 {name} 的操作，是否为 {nearest}？")
}

/// `extends` that names no key map of the program.
pub fn unknown_preset(name: &str, nearest: &str) -> String {
    format!("extends 没有名为 {name} 的键位，是否为 {nearest}？")
}

/// What a place with keys of its own is called.
pub fn context(name: &str) -> &'static str {
    match name {
        "list" => "申请列表",
        "search" => "查找",
        "case" => "申请",
        "form" => "填写内容",
        "year" => "年度报告",
        "text" => "报告文字",
        "carry" => "结转",
        "calendar" => "日历",
        "records" => "台账登记",
        "record" => "一条登记",
        "settings" => "设置",
        "clerks" => "人员",
        "handbook" => "手册",
        "popup" => "弹出窗口",
        _ => "各处",
    }
}

/// Why an action cannot be done here: it belongs to other places.
pub fn only_in(places: &[&str]) -> String {
    format!("在“{}”中用", places.join("”“"))
}

/// Why an action of this screen cannot be done now.
pub const NOT_NOW: &str = "现在没有可办的对象";
/// The title of the list of all actions.
pub const PALETTE_TITLE: &str = "全部操作（输入文字或拼音）";
/// Above the actions that can be done now, and above the others.
pub const PALETTE_SECTIONS: [&str; 2] = ["现在可用", "现在不可用"];

/// A row that is not `{ on = "…", run = "…" }`.
pub fn bad_row() -> String {
    "本行应写作 { on = \"按键\", run = \"操作\" }".to_owned()
}

/// A sequence of keys that nobody presses.
pub fn too_many_keys(limit: usize) -> String {
    format!("一个键序最多 {limit} 个键，请改短")
}

/// More files than are looked at.
pub fn too_many_keymaps(limit: usize) -> String {
    format!("键位文件最多采用 {limit} 个，这一个没有采用；请合并成一个文件")
}

/// A file that is longer than any key map.
pub fn keymap_too_large(limit: usize) -> String {
    format!("文件超过 {} KiB，没有采用；键位文件只写要改的键，请删去其余内容", limit >> 10)
}

/// A key that cannot be read.
pub fn bad_key(key: &str) -> String {
    format!("看不懂按键 {key}")
}

/// A key that no terminal delivers or that belongs to others.
pub fn reserved_key(key: &str, why: &str) -> String {
    format!("按键 {key} 不能使用：{why}")
}

/// The key is bound twice in one context.
pub fn duplicate_key(key: &str, action: &str) -> String {
    format!("按键 {key} 已用于 {action}")
}

/// The key begins another sequence, or another key is its beginning.
pub fn shadowed_key(key: &str) -> String {
    format!("按键 {key} 与另一按键序列的开头相同")
}

/// An action that has no key at all.
pub fn no_key(action: &str) -> String {
    format!("操作 {action} 没有按键")
}

/// An action that cannot be reached while an input method is on.
pub fn letters_only(action: &str) -> String {
    format!("操作 {action} 只有字母键，开着输入法时用不了")
}

/// Why a key cannot be used.
pub const WHY_FLOW: &str = "终端用它暂停或继续输出";
/// See [`WHY_FLOW`].
pub const WHY_MUX: &str = "tmux 或 screen 用它作前缀";
/// See [`WHY_FLOW`].
pub const WHY_ALIAS: &str = "终端把它当作另一个键";
/// See [`WHY_FLOW`].
pub const WHY_IME: &str = "输入法要用它";
/// See [`WHY_FLOW`].
pub const WHY_UNDELIVERED: &str = "多数终端送不出这个键";
/// See [`WHY_FLOW`].
pub const WHY_FIXED: &str = "它的用途是固定的";
/// See [`WHY_FLOW`].
pub const WHY_WINDOW: &str = "窗口系统要用它";
