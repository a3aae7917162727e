//! What a half-typed condition of a search can become.

use crate::law::{ApplicantKind, OutcomeGroup, OutcomeRow};
use crate::request::Status;
use crate::text::{Pinyin, fold_search, fold_width};

/// Conditions that stand alone.
const WORDS: [&str; 6] = ["超期", "今日到期", "未结", "已结", "结转", "我承办的"];
/// Keys with one of several values.
const KEYS: [&str; 5] = ["类型:", "状态:", "结果:", "机关:", "承办人:"];
/// Keys with days.
const DAYS: [&str; 6] = ["收到:", "收到>", "办结:", "办结>", "到期:", "到期<"];

/// What the last word of `text` can become, whole: by its beginning or that of its pinyin. Nothing where it is
/// no beginning of a condition, or whole already.
///
/// ```
/// use gongkai::desk::complete;
/// assert_eq!(complete("张三 cq", &[], &[]), ["超期"]);
/// assert_eq!(complete("类型:zr", &[], &[]), ["类型:自然人"]);
/// assert_eq!(complete("承办人:lq", &[], &["张敏", "李强"]), ["承办人:李强"]);
/// assert!(complete("预算", &[], &[]).is_empty());
/// ```
pub fn complete(text: &str, organs: &[&str], clerks: &[&str]) -> Vec<String> {
    let last = fold_width(text).to_lowercase();
    let Some(last) = last.rsplit(char::is_whitespace).next().filter(|last| !last.is_empty()) else {
        return Vec::new();
    };
    let mut all = match last.split_once([':', '=']) {
        Some((key, value)) => {
            let with_key = |value: String| format!("{key}:{value}");
            beginning(value, values(key, organs, clerks)).into_iter().map(with_key).collect()
        }
        None => beginning(last, [&WORDS[..], &KEYS, &DAYS].concat().into_iter().map(str::to_owned)),
    };
    all.retain(|word| word != last);
    all
}

/// The values of a key.
fn values(key: &str, organs: &[&str], clerks: &[&str]) -> Vec<String> {
    let owned = |label: &&str| (*label).to_owned();
    match key {
        "类型" => {
            ApplicantKind::ALL.iter().map(|kind| kind.label().to_owned()).chain(["法人".into()]).collect()
        }
        "状态" => Status::ALL.iter().map(|status| status.label().to_owned()).collect(),
        "机关" => organs.iter().map(owned).collect(),
        "承办人" => std::iter::once(&"我").chain(clerks).map(owned).collect(),
        "结果" => {
            let groups = OutcomeGroup::ALL.iter().map(|group| unnumbered(group.label()));
            groups.chain(OutcomeRow::ALL.iter().map(|row| row.short_label())).map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}

/// `（三）不予公开` as one would type it.
fn unnumbered(label: &str) -> &str {
    label.split_once('）').map_or(label, |(_, words)| words)
}

/// Those that begin so, each once.
fn beginning(typed: &str, all: impl IntoIterator<Item = String>) -> Vec<String> {
    let typed = fold_search(typed);
    let pinyin = Pinyin::beginning(&typed);
    let mut found: Vec<String> = Vec::new();
    for word in all {
        let folded = fold_search(&word);
        let fits = folded.starts_with(&typed) || pinyin.as_ref().is_some_and(|pinyin| pinyin.is_in(&folded));
        if fits && !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_values_are_completed_by_their_words_and_by_their_pinyin() {
        assert_eq!(complete("类", &[], &[]), ["类型:"]);
        assert_eq!(complete("sd", &[], &[]), ["收到:", "收到>"]);
        assert_eq!(complete("承办", &[], &[]), ["承办人:"]);
        assert_eq!(complete("我", &[], &[]), ["我承办的"]);
        assert_eq!(complete("承办人:", &[], &["张敏"]), ["承办人:我", "承办人:张敏"]);
        assert_eq!(complete("机关:", &["某县人民政府", "某县政府办公室"], &[]).len(), 2);
        assert_eq!(complete("预算 状态：dbz", &[], &[]), ["状态:待补正"]);
        assert!(
            complete("结果:予以", &[], &[]).contains(&"结果:予以公开".to_owned()),
            "{:?}",
            complete("结果:", &[], &[])
        );
    }

    #[test]
    fn a_condition_that_is_whole_and_a_word_to_be_looked_for_are_left_alone() {
        for text in ["", "超期", "超期 ", "张三", "类型:自然人", "2026-001"] {
            assert!(complete(text, &[], &[]).is_empty(), "{text}: {:?}", complete(text, &[], &[]));
        }
    }
}
