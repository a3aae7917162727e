//! Words of the room `host`: why a home cannot be used, and what to do; what the service says.

mod served;

use super::cli::io;
use super::desk;
use crate::host::HostError;
use crate::journal::PrivateError;

pub use served::*;

/// Why a home cannot be used. Nothing in it was touched.
pub fn error(error: &HostError) -> String {
    match error {
        HostError::NoOffice(home) => format!(
            "{} 中还没有公开工作机构的数据；请先运行 gongkai init --organ 机关名称，\
             或用 --home 指明数据所在目录",
            home.display()
        ),
        HostError::OfficeExists(home) => {
            format!("{} 中已有公开工作机构的数据，不会覆盖；请直接运行 gongkai 打开", home.display())
        }
        HostError::InUse(lock) => {
            format!("数据正由另一个程序使用（{}），没有进行任何操作；请等它结束或退出后重试", lock.display())
        }
        HostError::NotOurs { path, owner } => {
            format!("{} 属于另一个系统账号（uid {owner}），没有打开；请以该账号运行", path.display())
        }
        HostError::TooOpen { path, mode } => format!(
            "{0} 的权限是 {mode:03o}，他人可进入，没有打开；请先收紧权限：chmod 700 {0}",
            path.display()
        ),
        HostError::NetworkFileSystem(path) => format!(
            "{} 在网络文件系统上，断电或断网时不能保证已保存的记录，没有打开；请把数据放在本机磁盘上",
            path.display()
        ),
        HostError::NotAdmitted(uid) => format!("{}（uid {uid}）", desk::NOT_ADMITTED),
        HostError::TodayOutsidePractice => {
            "GONGKAI_TODAY 只能用于演练数据（init --practice），没有打开；请取消这个环境变量后重试".to_owned()
        }
        HostError::NoHomeFolder => {
            "找不到当前账号的用户目录；请用 --home 或 GONGKAI_HOME 指明数据所在目录".to_owned()
        }
        HostError::Stranger { uid, owner } => {
            format!("应答的服务以 uid {uid} 运行，而数据属于 uid {owner}，没有连接；请联系管理员检查")
        }
        HostError::NoService(home) => format!(
            "{} 属于另一个系统账号，须经服务打开，而服务没有运行；请管理员启动服务（systemctl start gongkai，\
             或以该账号运行 gongkai serve）",
            home.display()
        ),
        HostError::Served(home) => format!("{} 已有服务在运行，没有再启动一个", home.display()),
        HostError::Refused(words) => words.clone(),
        HostError::TooMuch => "参数太长，没有执行；长的内容请写在文件中".to_owned(),
        HostError::Lost => LOST.to_owned(),
        HostError::LostInCommand => LOST_IN_COMMAND.to_owned(),
        HostError::NoTerminal => super::cli::NO_TERMINAL.to_owned(),
        HostError::Io { path, source } => {
            format!("无法读写 {}：{}；请检查目录权限和磁盘空间后重试", path.display(), io(source))
        }
        HostError::NotEmpty(path) => format!(
            "{} 中已有文件，没有恢复，也没有改动；请用 --home 指明一个空目录，或先把它移开",
            path.display()
        ),
        HostError::KeyFromCredential => {
            "办公室密钥由系统凭据（gongkai-office-key）提供，程序不能改写，没有改动；\
             请由管理员取出密钥文件，放在 data/office.key 处更换或加口令后，再写回系统凭据"
                .to_owned()
        }
        HostError::Backup(error) => error.to_string(),
        HostError::Import(error) => error.to_string(),
        HostError::Key(error @ PrivateError::Io { .. }) => {
            format!("{error}；没有密钥就读不出加密的内容，请取回另存的 office.key，或从带口令的备份恢复")
        }
        HostError::Key(error) => error.to_string(),
        HostError::Journal(error) => error.to_string(),
        HostError::Desk(error) => desk::error(error),
    }
}
