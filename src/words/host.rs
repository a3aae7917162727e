//! Words of the room `host`: why a home cannot be used, and what to do.

use super::cli::io;
use super::desk;
use crate::host::HostError;
use crate::journal::PrivateError;

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
            format!("{error}；没有密钥就读不出加密的内容，请从备份中恢复 office.key")
        }
        HostError::Key(error) => error.to_string(),
        HostError::Journal(error) => error.to_string(),
        HostError::Desk(error) => desk::error(error),
    }
}
