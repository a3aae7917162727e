//! Words of `erase` and `key`: helps and results.

#![allow(missing_docs, reason = "each constant is its own text")]

use std::path::Path;

pub const ERASE: &str = "删除一件已归档申请的个人信息：销毁该件的密钥，不能恢复";
pub const ERASE_NO: &str = "编号";
pub const ERASE_REASON: &str = "为什么删除，记入日志";
pub const ERASE_YES: &str = "确认删除；不写则只说明会删除什么";
pub const ERASE_HOW: &str = "\
删除的是申请人、证件号码、联系方式、标题、申请内容、各环节所写的文字；编号、申请人类型、
日期、办理结果、费用不在其列，列表、统计和年度报告照旧计数。日志和封印链不变。
只删除已归档的；登记于启用一件一钥之前的，没有自己的密钥，不能这样删除。

保管：条例第四十五条要求归档；保管期限依本机关经批准的归档范围和保管期限表（档案法实施条例
第十九条），本程序不设年限。个人信息保护法第十九条：保存期限应为实现处理目的所必要的最短
时间，法律、行政法规另有规定的除外；第四十七条：保存期限届满等情形应当删除，法律、行政法规
规定的保存期限未届满的，除存储和采取必要的安全保护措施外停止处理。
以下是本程序的理解，不是法律明文：保管期限届满、纸质档案已按规定鉴定处置之后，才宜删除；
期限未满的，申请人要求删除也不宜删除。拿不准的，请先问档案主管部门。

此前的备份和导出的文件中仍有该件的密钥或原文，请一并按规定销毁或更换；恢复删除之前的备份，
该件会重新出现，须再删除一次。与该件有关的复议诉讼登记、年报文字另行更正。";
pub const ERASE_KEEPING: &str = "请先确认保管期限已满（条例第四十五条、档案法实施条例第十九条、个人信息保护法第四十七条）；详见 gongkai help erase";
pub const ERASE_BACKUPS: &str =
    "此前的备份中仍有该件的密钥，导出的文件中仍有原文：请另做备份，旧的按规定销毁";

pub const KEY: &str = "办公室密钥和各件的密钥：查看、更换、用口令保护";
pub const KEY_SHOW: &str = "有哪些密钥，多少件有自己的密钥；不显示密钥本身";
pub const KEY_ROTATE: &str = "换一把新的办公室密钥，各件的密钥改由它封存";
pub const KEY_ROTATE_HOW: &str = "\
日志不改写。旧的办公室密钥留在密钥文件中：更换以前由它直接封存的内容（经办人姓名、台账登记、
启用一件一钥之前的申请）仍须由它打开。换后请重新另存密钥文件，并另做备份。";
pub const KEY_PROTECT: &str = "密钥文件改由口令保护（argon2id）；已有口令的换成新口令";
pub const KEY_PROTECT_FILE: &str = "口令文件（权限 600，一行，至少 8 个字）";
pub const KEY_PROTECT_HOW: &str = "\
此后打开须有口令：--key-passphrase-file 或环境变量 GONGKAI_PASSPHRASE_FILE 指明口令文件，
交互打开时也可当场输入。也可不用口令，由 systemd 以凭据 gongkai-office-key 提供密钥文件的内容
（LoadCredential= 或 LoadCredentialEncrypted=）；有凭据时不读 data/office.key。";
pub const KEY_PROTECTED_WARNING: &str =
    "忘了口令就打不开，请把口令和未加口令的旧密钥文件副本分开保管；不用的副本请销毁";
pub const KEY_PASSPHRASE_FILE: &str = "办公室密钥的口令文件；也可用环境变量 GONGKAI_PASSPHRASE_FILE";
pub const ASK_PASSPHRASE: &str = "办公室密钥的口令（输入时不显示）：";
pub const NO_PASSPHRASE: &str = "没有输入口令，没有打开";

/// Erasing wants to be confirmed.
pub fn erase_needs_yes(no: &str) -> String {
    format!("没有删除：将删除申请“{no}”的个人信息，不能恢复；确认无误请加 --yes 再运行一次")
}

/// Records about the case that stay.
pub fn erase_disputes(ids: &[String]) -> String {
    format!("与该件有关的复议诉讼登记（{}）不在删除之列，其中的姓名请另行更正", ids.join("、"))
}

/// A case was erased.
pub fn erased(no: &str) -> String {
    format!("已删除申请“{no}”的个人信息，密钥已销毁；编号、类型、日期和办理结果仍在，照旧计数")
}

/// The office's own keys.
pub fn office_keys(ids: &[u32], current: u32, is_protected: bool, is_credential: bool) -> String {
    let numbers: Vec<String> = ids.iter().map(u32::to_string).collect();
    let place = if is_credential { "系统凭据" } else { "密钥文件" };
    let guarded = if is_protected { "，由口令保护" } else { "" };
    format!("办公室密钥：编号 {}，现用 {current}（{place}{guarded}）", numbers.join("、"))
}

/// The keys of cases.
pub fn case_keys(registered: u64, live: usize, destroyed: usize, damaged: usize) -> String {
    let damaged = if damaged > 0 { format!("，损坏 {damaged} 把") } else { String::new() };
    format!("在册申请 {registered} 件；一件一钥 {live} 把，已销毁 {destroyed} 把{damaged}")
}

/// The office key was changed.
pub fn key_rotated(current: u32, cases: usize) -> String {
    format!("已换用办公室密钥 {current} 号，{cases} 件的密钥改由它封存；日志没有改动")
}

/// Copies of the key file are out of date.
pub fn copy_key_anew(path: &Path) -> String {
    format!("请重新另存密钥文件 {}，旧副本打不开此后的备份；并另做一份备份", path.display())
}

/// The key file is wrapped.
pub fn key_protected(path: &Path) -> String {
    format!("密钥文件 {} 已由口令保护", path.display())
}

/// How many cases were erased.
pub fn erased_cases(count: usize) -> String {
    format!("已删除个人信息的申请 {count} 件，日志和封印链完好")
}

/// Cases whose key is gone without an erasure.
pub fn lost_cases(numbers: &[String]) -> String {
    const SHOWN: usize = 20;
    let shown: Vec<&str> = numbers.iter().take(SHOWN).map(String::as_str).collect();
    let more = if numbers.len() > SHOWN { "等" } else { "" };
    format!(
        "密钥缺失或损坏的申请 {} 件：{}{more}；这些件的个人信息无法读取，其他各件不受影响，\
         请从备份恢复密钥库（data/keys），再运行 gongkai rebuild",
        numbers.len(),
        shown.join("、")
    )
}
