//! What stands for a personal text that cannot be read any more. The words are values of a case, since a
//! case without its texts is still one: it is folded, listed and counted.

/// 已删除: the key of the case was destroyed.
pub const ERASED: &str = "已删除";

/// The key of the case is missing or damaged.
pub const UNREADABLE: &str = "（密钥缺失，无法读取）";

/// Whether a text stands for one that cannot be read: two such are not the same name.
pub fn is_withheld(text: &str) -> bool {
    text == ERASED || text == UNREADABLE
}
