//! What the service says to clerks, and writes into its log.

/// The host went away under a session.
pub const LOST: &str =
    "服务中断，终端已经恢复；已保存的记录都在，没填完的表单除最后一两秒所填外都有草稿。请重新运行 gongkai";
/// The host went away under a subcommand.
pub const LOST_IN_COMMAND: &str =
    "服务在执行中中断，不能确定是否已经保存；请先用 gongkai list 或 gongkai show 核对，再决定是否重做";
/// The host leaves.
pub const STOPPED: &str =
    "服务已停止，会话结束；已保存的记录都在，没填完的表单已存为草稿。请稍后重新运行 gongkai";
/// A panic in a session.
pub const SESSION_FAILED: &str = "程序内部出错，本会话结束；已保存的记录都在，没填完的表单有草稿，其他会话不受影响。请重新运行 gongkai，并告知管理员查看服务日志";
/// A panic in a subcommand.
pub const COMMAND_FAILED: &str =
    "程序内部出错，命令没有完成；请用 gongkai show 核对后重试，并告知管理员查看服务日志";
/// Too many at once.
pub const TOO_MANY: &str = "会话过多，没有打开；请先退出不用的会话，或稍后再试";
/// A frame that is none.
pub const MALFORMED: &str = "服务读不懂收到的内容，连接已断开；请确认 gongkai 程序完好";
/// Others may not stop it.
pub const STOP_NOT_YOURS: &str = "只有数据所属账号或系统管理员可以停止服务";
/// The client is gone while something was asked of it.
pub const LINE_GONE: &str = "与终端的连接已断开，文件没有写出";
/// A file that is too large to go across.
pub const FILE_TOO_LARGE: &str = "文件超过 64 MiB，不能经服务传送；请停止服务后加 --alone 运行";
/// The host wants a file that nobody named.
pub const NOT_NAMED: &str = "服务要用的文件不在命令行中，没有给出";
/// There is an office.
pub const HAS_OFFICE: &str = "已有公开工作机构的数据";
/// Opening takes a while.
pub const OPENING: &str = "正在打开数据，请稍候……";

/// How far the opening is that derives the register anew.
pub fn rebuilding(done: usize, all: usize) -> String {
    format!("正在重建台账：{done}/{all} 件")
}

/// The program was replaced while its host runs on.
pub fn other_version(version: &str) -> String {
    format!(
        "正在运行的服务是另一版本（{version}），不再接受新会话，空闲后自行退出；\
         请稍后重试，或由数据所属账号运行 gongkai stop 后重新打开"
    )
}

/// Back in a session that was left.
pub fn rejoined(minutes: i64) -> String {
    let when = match minutes {
        i64::MIN..=0 => "刚才".to_owned(),
        1..60 => format!("{minutes} 分钟前"),
        _ => format!("{} 小时前", minutes / 60),
    };
    format!("已接回{when}断开的会话，内容照旧")
}

/// In a session that was taken over from another terminal, or that was left.
pub const TAKEN: &str = "已接过来，内容照旧";
/// Where it was taken from.
pub const TAKEN_OVER: &str = "这个会话已由您在另一处接过去，这里结束，内容都在那边";

/// A session was taken over by the terminal of another.
pub fn log_taken_over(id: u64, from: u64) -> String {
    format!("会话 {id} 由会话 {from} 的终端接过去")
}

/// The host begins.
pub fn log_began_serving(pid: u32, version: &str) -> String {
    format!("服务启动 pid={pid} 版本={version}")
}

/// The host has left.
pub const LOG_LEFT: &str = "服务停止";
/// A panic has closed the desk.
pub const LOG_DESK_CLOSED: &str = "写入途中出错，服务停止以便重新打开";

/// A session begins.
pub fn log_began(id: u64, clerk: u32, uid: u32) -> String {
    format!("会话 {id} 开始 经办={clerk} uid={uid}")
}

/// Its client is gone.
pub fn log_left(id: u64) -> String {
    format!("会话 {id} 断开")
}

/// Its clerk is back.
pub fn log_rejoined(id: u64) -> String {
    format!("会话 {id} 接回")
}

/// It has ended.
pub fn log_ended(id: u64, failed: bool) -> String {
    format!("会话 {id} {}", if failed { "出错结束" } else { "结束" })
}

/// Nobody came back to it.
pub fn log_expired(id: u64) -> String {
    format!("会话 {id} 断开过久或过多，结束")
}

/// Somebody was not let in.
pub fn log_refused(uid: u32) -> String {
    format!("拒绝 uid={uid}")
}

/// Somebody told it to leave.
pub fn log_told_to_leave(uid: u32) -> String {
    format!("停止命令 uid={uid}")
}

/// Somebody broke the protocol.
pub fn log_breach(what: &str) -> String {
    format!("不合约定的连接：{what}")
}

/// Something panicked.
pub fn log_panic(place: &str) -> String {
    format!("内部错误：{place}")
}

/// The daily backup.
pub fn log_backed_up(kept: usize, removed: usize) -> String {
    format!("已做当日备份，现有 {kept} 份，清理 {removed} 份")
}

/// There is none.
pub fn log_not_backed_up(why: &str) -> String {
    format!("当日备份没有做成：{why}")
}
