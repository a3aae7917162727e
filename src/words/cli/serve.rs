//! Words of `serve`, `status`, `stop` and of commands across the wire.

use std::path::Path;

/// `serve`
pub const SERVE: &str = "以服务运行：拥有数据，供多名经办同时使用";
/// How it is run.
pub const SERVE_HOW: &str = "在前台运行，不转入后台；由 systemd 启动时接受其套接字（LISTEN_FDS）。\n\
    收到 SIGTERM 或 gongkai stop 后告知各会话、关闭数据再退出。README 有服务单元样例。";
/// `--idle`
pub const SERVE_IDLE: &str = "没有任何会话这么多秒之后退出；不写则一直运行";
/// `status`
pub const STATUS: &str = "服务是否在运行、有哪些会话、日志到第几号记录";
/// `stop`
pub const STOP: &str = "让服务告知各会话、关闭数据后退出";
/// No service.
pub const NOT_RUNNING: &str = "服务没有运行";
/// A subcommand is being done, and takes a while.
pub const STILL_WORKING: &str = "正在办理，请稍候……";
/// A subcommand that the service does not do.
pub const NOT_AT_HOST: &str = "这个命令不经服务执行";

/// It serves.
pub fn serving(home: &Path) -> String {
    format!("服务已启动，数据在 {}", home.display())
}

/// The socket of the service manager is none.
pub fn bad_socket(error: &str) -> String {
    format!("系统交来的套接字不可用：{error}；请检查 gongkai.socket")
}

/// It runs.
pub fn running(pid: u32, version: &str, since: &str) -> String {
    format!("服务正在运行：进程 {pid}，版本 {version}，自 {since}")
}

/// One of its sessions.
pub fn session(id: u64, clerk: u32, name: &str, since: &str, left: Option<&str>) -> String {
    let state = left.map_or_else(|| "连接中".to_owned(), |left| format!("已断开，自 {left}"));
    format!("会话 {id}  经办 {clerk} {name}  自 {since}  {state}")
}

/// How far the journal goes.
pub fn journal_head(seq: u64, seal: &str) -> String {
    format!("日志到第 {seq} 号记录，封印 {seal}")
}

/// It has left.
pub fn stopped(sessions: usize) -> String {
    if sessions == 0 {
        "服务已停止".to_owned()
    } else {
        format!("服务已停止，结束了 {sessions} 个会话")
    }
}
