//! Words of `backup`, `restore`, `journal` and `verify --backup`: helps and results.

#![allow(missing_docs, reason = "each constant is its own text")]

use std::path::Path;

use crate::text::clean_line;
use crate::words::backup::size;

pub const BACKUP: &str = "备份：台账以外的全部数据写成一个文件，压缩并加封印；不必停机";
pub const BACKUP_PATH: &str = "新文件，或目录（由程序按日期取名）；已有的文件不会覆盖";
pub const BACKUP_ROTATE: &str =
    "备份到数据目录下的 backups，并清理不再需要的自动备份（留 7 天、5 周、12 个月）";
pub const PASSPHRASE_FILE: &str = "口令文件（权限 600，一行，至少 8 个字）：把密钥用口令封入备份";
pub const BACKUP_HOW: &str = "\
备份里有日志、附件、经办人的草稿和设置、查阅记录；台账由日志重新生成，不在其中。
姓名、内容等都是加密的：没有密钥（数据目录下的 data/office.key）谁也读不出来，您也一样。
不写 --passphrase-file 时密钥不在备份中，请另存一份 office.key，与备份分开保管。
写完先整个读回核对，再给文件取名；日志有损坏时不备份。";

pub const RESTORE: &str = "由备份恢复到空的数据目录；全部核对无误才写入，并记下恢复一事";
pub const RESTORE_PATH: &str = "备份文件";
pub const RESTORE_KEY: &str = "单独保管的密钥文件 office.key";
pub const RESTORE_PASSPHRASE: &str = "口令文件：备份时用了口令的，以此打开其中的密钥";
pub const RESTORE_DRY_RUN: &str = "只核对，不恢复";
pub const RESTORE_HOW: &str = "\
恢复到 --home 所指的目录，其中不能已有数据：原来的数据坏了，请先整个移开留存，再恢复。
核对清单、每个文件的 SM3、日志封印全链，并用密钥打开每一条记录；一处不符就不恢复。
备份以后登记的内容不在其中，请对照纸质材料补录。";

pub const VERIFY_BACKUP: &str = "核验一份备份，不恢复；本机密钥相符时连同加密的内容一起核验";

pub const JOURNAL: &str = "日志的导出和导入（JSON 行）";
pub const JOURNAL_EXPORT: &str = "全部记录导出为 JSON 行，一行一条，含个人信息，不加密";
pub const JOURNAL_EXPORT_TO: &str = "写到新文件（权限 600）；不写则打印";
pub const JOURNAL_IMPORT: &str = "由导出的 JSON 行在空的数据目录中重新建立，换新密钥";
pub const JOURNAL_IMPORT_FILE: &str = "gongkai journal export 导出的文件";

/// What is written with the rights of the data's owner.
pub const NOT_THE_OWNER: &str =
    "备份和导出日志由数据所属的账号运行（如 runuser -u 服务账号 -- gongkai …），没有进行";

/// A backup that was made.
pub fn backed_up(path: &Path, bytes: u64, seq: u64, head: &str) -> String {
    format!("已备份到 {}（{}），记录 1 至 {seq}，封印 {head}", path.display(), size(bytes))
}

/// The key is not in it.
pub fn key_is_apart(key: &Path) -> String {
    format!(
        "备份中不含密钥：密钥在 {}，没有它备份读不出来，请另存一份，与备份分开保管（或用 --passphrase-file 封入备份）",
        key.display()
    )
}

/// The key is in it.
pub const KEY_IS_INSIDE: &str = "备份中有用口令封存的密钥：忘了口令就打不开，口令请与备份分开保管";

/// A file that was not taken along.
pub fn left_out(path: &Path) -> String {
    format!("没有备份 {}：不是普通文件，或文件名不能识别", path.display())
}

/// What the rotation did.
pub fn rotated(removed: usize, kept: usize) -> String {
    match removed {
        0 => format!("现有自动备份 {kept} 份"),
        _ => format!("清理不再需要的自动备份 {removed} 份，现有 {kept} 份"),
    }
}

/// A file that looks like a backup of the rotation and is none.
pub fn doubtful(path: &Path) -> String {
    format!("{} 名为自动备份，却不是本机构的完好备份，没有动它；请核对", path.display())
}

/// No key was named.
pub const RESTORE_NEEDS_KEY: &str = "恢复需要密钥：请用 --key 指明单独保管的 office.key";
/// No key was named, and the backup has one.
pub const RESTORE_NEEDS_PASSPHRASE: &str = "恢复需要密钥：这份备份中有用口令封存的密钥，请用 --passphrase-file 指明口令文件（或用 --key 指明 office.key）";

/// There is an office where one is to be restored.
pub fn restore_over(root: &Path) -> String {
    format!(
        "{} 中已有公开工作机构的数据，不会覆盖，没有恢复；请用 --home 指明空目录，或先把原目录整个移开留存",
        root.display()
    )
}

/// What a backup is.
pub fn backup_of(office: &str, practice: bool, made_on: &str, program: &str) -> String {
    let practice = if practice { "（演练）" } else { "" };
    let (office, made_on, program) = (clean_line(office), clean_line(made_on), clean_line(program));
    format!("{office}{practice}，{made_on} 备份，程序版本 {program}")
}

/// A backup that is whole.
pub fn backup_whole(journal: &str, opened: bool) -> String {
    let opened = if opened {
        "加密的内容均能打开"
    } else {
        "没有密钥，加密的内容只核对了校验值，没有打开"
    };
    format!("备份完好：{journal}；{opened}")
}

/// Nothing was restored, only checked.
pub const RESTORE_WOULD: &str = "可以恢复；只作核对，没有写入";

/// A home that was made anew.
pub fn restored(root: &Path, entries: u64, head: &str, noted: u64) -> String {
    format!("已恢复到 {}：{entries} 条记录，封印 {head}；恢复一事记为第 {noted} 号记录", root.display())
}

/// What was recorded later is missing.
pub fn later_is_missing(made_on: &str) -> String {
    format!("{} 备份以后登记的内容不在其中，请对照纸质材料补录", clean_line(made_on))
}

/// The account that restored cannot open it.
pub fn not_admitted_here(uid: u32, admitted: &[u32]) -> String {
    let admitted: Vec<String> = admitted.iter().map(u32::to_string).collect();
    format!(
        "您的系统账号（uid {uid}）不是其中的经办人，打不开；其中登记的账号 uid 是 {}，请以该账号使用，数据目录也应归它所有",
        admitted.join("、")
    )
}

/// The journal was exported.
pub fn exported(entries: u64, head: &str) -> String {
    format!("导出 {entries} 条记录，封印 {head}")
}

/// What an export holds.
pub const EXPORT_IS_PERSONAL: &str =
    "注意：导出的内容含申请人姓名、证件号码、联系方式等个人信息，没有加密，只供本机构使用，用后请删除";

/// A home that was made anew from an export.
pub fn taken_in(office: &str, root: &Path, entries: u64, head: &str) -> String {
    format!("已在 {} 重新建立“{}”：{entries} 条记录，封印 {head}", root.display(), clean_line(office))
}

/// The home was made anew from a backup.
pub fn was_restored(made_on: jiff::civil::Date, head: &str) -> String {
    format!("本机构的数据由备份恢复过：备份做于 {made_on}，止于 {head}；其后至恢复前登记的内容不在其中")
}

/// The key is another one, and so are the seals.
pub fn new_key(key: &Path) -> String {
    format!("密钥是新的（{}），封印因此与原来不同；请另存密钥", key.display())
}
