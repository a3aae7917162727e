//! Words of the room `register`: it may die, so each line says that nothing is lost.

use super::cli::io;
use super::desk;
use crate::register::{Difference, RegisterError, Unusable};

/// Why the register could not answer.
pub fn error(error: &RegisterError) -> String {
    match error {
        RegisterError::Store(_) | RegisterError::Damaged(_) => {
            "台账无法读写；已保存的记录都在日志中，不受影响，请运行 gongkai rebuild 重新生成台账".to_owned()
        }
        RegisterError::Io(source) => {
            let source = io(source);
            format!("台账目录无法读写：{source}；已保存的记录都在日志中，请检查磁盘空间和目录权限后重试")
        }
        RegisterError::Sealing => {
            "系统没有给出随机数，台账没有更新；已保存的记录都在日志中，请重新打开".to_owned()
        }
        RegisterError::Journal(error) => error.to_string(),
        RegisterError::Entry(error) => desk::unreadable(error),
        RegisterError::Contradiction(id) => format!(
            "自第 {id} 号记录登记的申请，其记录前后矛盾，台账无法生成；没有改动日志，请运行 gongkai verify 检查"
        ),
        RegisterError::Cancelled => "已取消，台账没有重新生成；已保存的记录不受影响".to_owned(),
    }
}

/// Why a register cannot be used.
pub const fn unusable(unusable: Unusable) -> &'static str {
    match unusable {
        Unusable::Missing => "没有台账文件",
        Unusable::OtherVersion => "台账由其他版本的程序生成",
        Unusable::Unfinished => "上次没有生成完台账",
        Unusable::Damaged => "台账文件已损坏",
    }
}

/// What does not agree in a register.
pub const fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::Rows => "台账的件数或内容与累计摘要不符",
        Difference::Keys => "台账的索引与各件应有的索引不符",
        Difference::Indexes => "台账的索引与累计摘要不符",
        Difference::Counters => "台账的年度计数与逐件重新统计不符",
        Difference::Records => "台账中登记簿各条的位置与累计摘要不符",
    }
}
