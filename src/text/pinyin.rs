//! Finding Chinese by its pinyin: full, by initials, or both mixed, with every reading of a character.

use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};

use super::syllables::pairs_of;

/// A word typed in letters that may be the pinyin of what is looked for.
///
/// ```
/// use gongkai::text::Pinyin;
/// let word = Pinyin::of("cqs").unwrap();
/// assert!(word.is_in("重庆市规划局"));
/// assert!(Pinyin::of("zqs").unwrap().is_in("重庆市规划局"), "every reading counts");
/// assert!(Pinyin::of("guihua").unwrap().is_in("重庆市规划局"));
/// assert!(Pinyin::of("规划").is_none(), "no letters, no pinyin");
/// ```
pub struct Pinyin {
    matcher: IbMatcher<'static>,
    pairs: Vec<usize>,
}

/// Longer words are no pinyin that anybody types, and each letter costs.
const LONGEST: usize = 40;

impl Pinyin {
    /// As [`Pinyin::of`], for what begins a text alone.
    pub fn beginning(word: &str) -> Option<Self> {
        Self::made(word, true)
    }

    /// The word, folded by [`fold_search`](super::fold_search); `None` where it has no letter or is too long.
    pub fn of(word: &str) -> Option<Self> {
        Self::made(word, false)
    }

    fn made(word: &str, begins: bool) -> Option<Self> {
        let has_letter = word.chars().any(|c| c.is_ascii_lowercase());
        if !has_letter || word.chars().count() > LONGEST {
            return None;
        }
        let matcher =
            IbMatcher::builder(word).pinyin(PinyinMatchConfig::default()).starts_with(begins).build();
        Some(Self { matcher, pairs: pairs_of(word) })
    }

    /// The pairs of letters that every text has in which it is found: see [`Syllables`](super::Syllables).
    pub fn pairs(&self) -> &[usize] {
        &self.pairs
    }

    /// Whether it is the pinyin of a part of `text`, or stands in it as it is.
    pub fn is_in(&self, text: &str) -> bool {
        self.matcher.is_match(text)
    }
}

impl std::fmt::Debug for Pinyin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pinyin").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_full_words_mixtures_and_every_reading_are_found() {
        for (word, text) in [
            ("xxgk", "政府信息公开"),
            ("xinxigongkai", "政府信息公开"),
            ("xinxigk", "政府信息公开"),
            ("xqhf", "学区划分"),
            ("lvs", "律师"),
            ("zhangs", "张三"),
            ("张s", "张三"),
            ("wps", "用wps打开"),
        ] {
            assert!(Pinyin::of(word).is_some_and(|word| word.is_in(text)), "{word} {text}");
        }
        for (word, text) in [("xxgk", "规划局"), ("zl", "张三")] {
            assert!(!Pinyin::of(word).is_some_and(|word| word.is_in(text)), "{word} {text}");
        }
    }
}
