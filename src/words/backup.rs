//! Words of the room `backup`: what is wrong with one, what was kept, what to do.

use std::io;
use std::path::Path;

use super::cli::io as said;
use crate::text::clean_line;

/// A file that is no backup.
pub const NOT_A_BACKUP: &str = "这不是本程序的备份文件，或文件已被截断、损坏；请换一份备份";
/// A backup without its manifest.
pub const NO_MANIFEST: &str =
    "备份中没有清单（manifest.json、seal.json），不是本程序的备份，或已被改动；请换一份备份";
/// A manifest that is not what was written.
pub const MANIFEST_DAMAGED: &str = "备份的清单已损坏或被改动，备份不可用；请换一份备份";
/// The key of another office.
pub const WRONG_KEY: &str =
    "密钥与这份备份不符：不是备份所属机构的 office.key，或清单被人改写；请核对密钥文件";
/// The passphrase does not unwrap the key.
pub const WRONG_PASSPHRASE: &str = "口令不对，打不开备份中的密钥；请核对口令文件";
/// A passphrase for a backup that was made without one.
pub const NO_KEY_INSIDE: &str =
    "这份备份制作时没有用口令，其中没有密钥；请用 --key 指明单独保管的 office.key";
/// A short passphrase.
pub const WEAK_PASSPHRASE: &str = "口令太短（至少 8 个字），保护不了密钥，没有备份；请换一个更长的口令";

/// A file of that name is there.
pub fn exists(path: &Path) -> String {
    format!("{} 已存在，不会覆盖；请换一个文件名，或写目录名由程序取名", path.display())
}

/// The file system; a full disk is named as such.
pub fn io(path: &Path, error: &io::Error) -> String {
    format!("无法读写 {}：{}", path.display(), said(error))
}

/// A format of a newer program.
pub fn newer(format: u32) -> String {
    format!("备份的格式版本是 {format}，需要更新的程序；没有改动任何文件")
}

/// A name that no file of a home has.
pub fn bad_name(name: &str) -> String {
    format!("备份的清单中有不该有的文件名“{}”，可能会写到别处，没有解开；这份备份不可信", clean_line(name))
}

/// A file that the manifest does not name.
pub fn unnamed(name: &str) -> String {
    format!("备份中有清单没有列出的文件“{}”，备份被改动过；请换一份备份", clean_line(name))
}

/// A file that is missing.
pub fn missing(name: &str) -> String {
    format!("备份中缺少清单所列的文件“{}”，备份不完整；请换一份备份", clean_line(name))
}

/// A file whose bytes are others.
pub fn damaged(name: &str) -> String {
    format!("备份中的文件“{}”与清单不符，已损坏或被改动；请换一份备份", clean_line(name))
}

/// A backup that says it unpacks to more than it can.
pub fn absurd(declared: u64) -> String {
    format!("备份自称解开后有 {}，与文件大小不相称，没有解开；这份备份不可信", size(declared))
}

/// No room.
pub fn no_space(path: &Path, needed: u64, free: u64) -> String {
    format!(
        "{} 空间不足：解开备份需要 {}，只有 {}；没有恢复任何内容，请腾出空间后重试",
        path.display(),
        size(needed),
        size(free)
    )
}

/// The journal, here or in the backup.
pub fn journal(error: &crate::journal::JournalError) -> String {
    format!("日志有问题，备份不能用：{error}")
}

/// The journal ends elsewhere than it should.
pub fn other_head(expected: &str, found: &str) -> String {
    format!("备份中的日志与清单不符：清单写明止于 {expected}，实为 {found}；请换一份备份")
}

/// An entry cannot be read.
pub fn entry(why: &str) -> String {
    format!("备份中的记录读不出来：{why}")
}

/// A passphrase that others may read.
pub fn passphrase_too_open(path: &Path, mode: u32) -> String {
    format!(
        "口令文件 {0} 的权限是 {mode:03o}，他人可读写，没有使用；请先收紧权限：chmod 600 {0}",
        path.display()
    )
}

/// Bytes in words.
pub fn size(bytes: u64) -> String {
    let steps = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    let step = steps.into_iter().find(|(step, _)| bytes >= *step);
    step.map_or_else(
        || format!("{bytes} 字节"),
        |(step, unit)| format!("{}.{} {unit}", bytes / step, bytes % step * 10 / step),
    )
}

/// A protected key file without a passphrase.
pub const NEEDS_PASSPHRASE: &str = "办公室密钥由口令保护；请用 --key-passphrase-file 指明口令文件，或用环境变量 \
     GONGKAI_PASSPHRASE_FILE 指明，交互打开时也可当场输入";
/// A protected key file that cannot be read.
pub const KEY_FILE_DAMAGED: &str = "由口令保护的密钥文件已损坏；请从备份中恢复 office.key";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_as_people_tell_them() {
        assert_eq!(size(900), "900 字节");
        assert_eq!(size(1536), "1.5 KiB");
        assert_eq!(size(3 << 30), "3.0 GiB");
    }
}
