//! Chinese in the order of its sound.

use encoding_rs::GB18030;

/// A key that puts names in the order of their sound: GB 2312 keeps its 3,755 common characters so, rarer
/// ones stand behind them by radical.
///
/// ```
/// use gongkai::text::by_sound;
/// let mut names = ["张三", "王敏", "李四", "阿依古丽", "Smith"];
/// names.sort_by_key(|name| by_sound(name));
/// assert_eq!(names, ["Smith", "阿依古丽", "李四", "王敏", "张三"]);
/// ```
pub fn by_sound(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}
