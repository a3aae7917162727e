//! Words of the room `journal`: what is wrong, where, what is intact, what to do.

use std::{io, path::Path};

/// A text that should be a seal, or a number with its seal.
pub const NOT_A_SEAL: &str = "不是有效的封印, 应为 记录号:64位十六进制封印";
/// A frame header whose checksum fails.
pub const FRAME_HEADER: &str = "记录头校验不符";
/// A payload whose checksum fails.
pub const FRAME_PAYLOAD: &str = "记录内容校验不符";
/// Zero bytes where a record should be.
pub const HOLE: &str = "此处应有记录, 却是空白";
/// A whole frame in the wrong place.
pub const ORDER: &str = "记录次序不符";
/// A payload that cannot be read.
pub const BODY: &str = "记录内容无法解读";
/// A seal that does not match.
pub const SEAL: &str = "封印不符, 记录可能被替换";
/// A commit without its end.
pub const UNFINISHED: &str = "这一批记录没有写完";
/// A damaged segment header.
pub const SEGMENT_HEADER: &str = "日志文件的文件头损坏, 或文件放错了位置";
/// A missing segment.
pub const SEGMENT_MISSING: &str = "缺少这个日志文件";
/// A segment that ends too early.
pub const SHORT: &str = "日志在此提前结束, 后面的记录缺失";
/// A format that is not known.
pub const NEWER_FORMAT: &str = "日志文件由更新版本的程序写成";
/// A failing disk.
pub const UNREADABLE: &str = "系统无法读取这一处";

/// No entries in a commit.
pub const EMPTY_COMMIT: &str = "没有要保存的记录";
/// A streamed commit was given up.
pub const ABANDONED: &str = "已取消, 这一批记录一条也没有保存";
/// After a failed write.
pub const POISONED: &str = "上次写盘失败, 日志暂停保存。已保存的记录不受影响, 请检查磁盘后重试";
/// No journal.
pub const MISSING: &str = "目录中没有日志。如果这里本来有记录, 请从备份恢复 (gongkai help restore)";
/// A journal where one was to be made.
pub const ALREADY_THERE: &str = "目录中已有日志, 不会覆盖";
/// A blob that does not open.
pub const TAMPERED: &str = "加密内容与封存时不一致, 无法打开";
/// No randomness.
pub const NO_RANDOM: &str = "系统没有给出随机数, 无法加密";
/// Not a key file.
pub const KEY_MALFORMED: &str = "密钥文件的格式不对";

/// The journal is damaged at an entry.
pub fn damaged(seq: u64, file: &str, offset: u64, what: &str) -> String {
    let intact = match seq {
        0 | 1 => "此前没有记录".to_owned(),
        _ => format!("记录 1 至 {} 完好", seq - 1),
    };
    format!(
        "日志损坏: 记录 {seq}, 文件 {file}, 位置 {offset}: {what}。{intact}。\
         程序没有改动任何文件; 请保留日志目录备查, 并从备份恢复 (gongkai help restore)"
    )
}

/// The journal is behind what was seen of it.
pub fn shortened(head: &str, anchor: &str) -> String {
    format!(
        "日志缺失记录或被替换: 日志现为 {head}, 而此前见到的是 {anchor}。\
         程序没有改动任何文件, 也不再打开; 请从备份恢复 (gongkai help restore)"
    )
}

/// Somebody was faster.
pub fn conflict(expected: u64, head: u64) -> String {
    format!("日志已有新的记录 (原为 {expected}, 现为 {head}), 请刷新后重试")
}

/// Numbers that do not follow.
pub fn out_of_order(expected: u64, found: u64) -> String {
    format!("记录号不连续: 应为 {expected}, 实为 {found}")
}

/// An entry over 16 MiB.
pub fn too_large(seq: u64) -> String {
    format!("记录 {seq} 过大 (上限 16 MiB), 没有保存; 请缩短文字, 全文另存为附件")
}

/// A newer format.
pub fn needs_newer(file: &str, version: u16) -> String {
    format!("日志文件 {file} 的格式版本是 {version}, 需要更新的程序; 没有改动任何文件")
}

/// No such number.
pub fn no_entry(seq: u64) -> String {
    format!("没有记录 {seq}")
}

/// No such position.
pub fn no_entry_at(file: &str, offset: u64) -> String {
    format!("文件 {file} 的位置 {offset} 处没有记录; 台账可能已失效, 请重建 (gongkai rebuild)")
}

/// The system refused; a full disk is named as such.
pub fn io(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::StorageFull {
        return "磁盘已满, 没有保存。已保存的记录不受影响, 请腾出空间后重试".to_owned();
    }
    if error.kind() == io::ErrorKind::ReadOnlyFilesystem {
        return "磁盘已变为只读, 没有保存。已保存的记录不受影响, 请检查磁盘后重试".to_owned();
    }
    format!("读写日志失败: {error}。已保存的记录不受影响")
}

/// An unfinished run was found at the end; `file` holds a copy of it, if it could be kept.
pub fn torn(first: u64, bytes: u64, file: Option<&str>) -> String {
    let kept = match file {
        Some(file) => format!("已另存为 {file} 并从日志中移除"),
        None => "暂未能另存 (磁盘可能已满), 下次保存前会再试".to_owned(),
    };
    let intact = match first {
        0 | 1 => "此前没有记录".to_owned(),
        _ => format!("记录 1 至 {} 完好", first - 1),
    };
    format!(
        "上次退出前有一批没有写完的内容 (自记录 {first} 起, {bytes} 字节), 从未确认保存; {kept}。{intact}"
    )
}

/// Everything was reread.
pub fn verified(entries: u64, commits: u64, head: &str) -> String {
    format!("日志完好: {entries} 条记录, {commits} 批, 封印 {head}")
}

/// A key that is not there.
pub fn unknown_key(key_id: u32) -> String {
    format!("没有编号为 {key_id} 的密钥, 无法打开加密内容")
}

/// A key file that is there.
pub fn key_exists(path: &Path) -> String {
    format!("密钥文件 {} 已存在, 不会覆盖", path.display())
}

/// A key file others can read.
pub fn key_too_open(path: &Path, mode: u32) -> String {
    format!("密钥文件 {} 的权限是 {mode:03o}, 他人可读写; 应为 600 (chmod 600)", path.display())
}

/// A key file that cannot be used.
pub fn key_file(path: &Path, error: &io::Error) -> String {
    format!("无法读写密钥文件 {}: {error}", path.display())
}

/// A file that is no export of a journal.
pub const NOT_AN_EXPORT: &str = "这不是本程序导出的日志 (首行应为 {\"gongkai\":\"journal\",…}), 没有导入";

/// The file of an export cannot be read.
pub fn import_unreadable(error: &io::Error) -> String {
    format!("无法读取导出的日志: {error}; 没有导入")
}

/// An export of a newer program.
pub fn newer_export(format: u32) -> String {
    format!("导出的日志格式版本是 {format}, 需要更新的程序; 没有导入")
}

/// A line that is no entry.
pub fn bad_line(line: u64) -> String {
    format!("导出的日志第 {line} 行不是一条完整的记录, 没有导入; 文件可能被截断或改动, 请重新导出")
}

/// A line that is no entry's.
pub fn line_too_long(line: u64, limit: u64) -> String {
    format!("导出的日志第 {line} 行超过 {} MiB, 不是导出的记录, 没有导入; 请重新导出后再试", limit >> 20)
}

/// A line with an event that cannot be.
pub fn bad_event(line: u64, why: &str) -> String {
    format!("导出的日志第 {line} 行: {why}; 没有导入")
}

/// Lines in another order.
pub fn line_out_of_order(line: u64) -> String {
    format!(
        "导出的日志第 {line} 行的记录号、批号或申请号接不上前面各行, 没有导入; 文件可能缺行或被改动, 请重新导出"
    )
}

/// Fewer or more entries than promised.
pub fn import_count(promised: u64, found: u64) -> String {
    format!("导出的日志首行写明 {promised} 条记录, 实有 {found} 条, 没有导入; 文件可能被截断, 请重新导出")
}

/// A case whose key is not in the store.
pub fn case_key_missing(request: u64) -> String {
    format!(
        "密钥库（data/keys）中没有内部编号 {request} 这一件的密钥，该件的个人信息无法读取，其他各件不受影响；\
         请从备份恢复密钥库，再运行 gongkai rebuild"
    )
}

/// A case whose key cannot be read.
pub fn case_key_damaged(request: u64) -> String {
    format!(
        "内部编号 {request} 这一件的密钥已损坏或不属于本单位的密钥，该件的个人信息无法读取，其他各件不受影响；\
         请从备份恢复密钥库（data/keys），再运行 gongkai rebuild"
    )
}

/// A case that was erased.
pub fn case_erased(request: u64) -> String {
    format!("内部编号 {request} 这一件的个人信息已经删除，不再保存新的内容")
}

/// The key store failed.
pub fn key_store(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull => "磁盘已满，密钥库（data/keys）没有写入，这一项没有保存；已保存的记录不受影响，请腾出空间后重试".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => {
            "磁盘已变为只读，密钥库（data/keys）没有写入，这一项没有保存；已保存的记录不受影响，请检查磁盘后重试".to_owned()
        }
        _ => format!("无法读写密钥库（data/keys）：{error}"),
    }
}

/// A key store of a newer program.
pub fn key_store_newer(version: u16) -> String {
    format!("密钥库的格式版本是 {version}，需要更新的程序；没有改动任何文件")
}
