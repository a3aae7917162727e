//! The titles of the six parts, with the freedoms that offices take.

use std::sync::LazyLock;

use super::fold::{numbered, tight};
use crate::report::Part;

/// A title that was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// The part it opens.
    pub(super) part: Part,
    /// Whether number and words are those of the format; punctuation, widths and blanks do not matter.
    pub(super) exact: bool,
}

/// Longer lines are no titles, in characters; the longest of the format has 22.
const LONGEST: usize = 40;

/// The titles of the format without their numbers and marks.
static TITLES: LazyLock<[String; 6]> =
    LazyLock::new(|| Part::ALL.map(|part| letters(numbered(part.title()).1)));

/// The part that this line opens, if it looks like a title.
pub(super) fn title(line: &str) -> Option<Found> {
    let tight = tight(line.trim_start_matches('#'));
    // （二）主动公开 is an aspect within part one.
    if tight.is_empty() || tight.chars().count() > LONGEST || tight.starts_with(['(', '[', '〔', '【']) {
        return None;
    }
    let (number, rest) = numbered(&tight);
    let words = letters(rest);
    if let Some((part, _)) = Part::ALL.into_iter().zip(TITLES.iter()).find(|(_, title)| words == **title) {
        return Some(Found { part, exact: number == Some(part.index() + 1) });
    }
    let sentence = tight.contains(['。', '；', ';', ':']);
    let part = Part::ALL.get(number?.checked_sub(1)?)?;
    let arabic = tight.starts_with(|letter: char| letter.is_ascii_digit());
    let named = keys(*part).iter().any(|key| words.contains(key));
    (named && !sentence && !arabic).then_some(Found { part: *part, exact: false })
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Words of which a title with the right number has one, whatever else it says.
const fn keys(part: Part) -> &'static [&'static str] {
    match part {
        Part::Overview => &["总体", "概述", "概况", "基本情况"],
        Part::Disclosure => &["主动公开"],
        Part::Requests => &["依申请公开", "信息公开申请"],
        Part::Disputes => &["复议", "诉讼"],
        Part::Problems => &["问题", "改进"],
        Part::Others => &["其他", "需要报告"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Row3;

    #[test]
    fn the_six_titles_are_known_whatever_their_punctuation() {
        for part in Part::ALL {
            for title_of in [
                part.title().to_owned(),
                format!("## {}", part.title()),
                part.title().replace('、', ". "),
                part.title().replace('、', "，"),
                format!("　{}：", part.title()),
            ] {
                assert_eq!(title(&title_of), Some(Found { part, exact: true }), "{title_of}");
            }
        }
        let found = title("四、政府信息公开行政复议,行政诉讼情况");
        assert_eq!(found, Some(Found { part: Part::Disputes, exact: true }));
    }

    #[test]
    fn other_words_and_other_numbers_are_known_and_marked() {
        for (line, part) in [
            ("总体情况", Part::Overview),
            ("一、概述", Part::Overview),
            ("二、主动公开情况", Part::Disclosure),
            ("三、依申请公开政府信息情况", Part::Requests),
            ("四、因政府信息公开申请行政复议、提起行政诉讼情况", Part::Disputes),
            ("五、存在问题及改进措施", Part::Problems),
            ("七、其他需要报告的事项", Part::Others),
            ("第六部分 其他需要报告的事项", Part::Others),
        ] {
            let exact = line.starts_with('第');
            assert_eq!(title(line), Some(Found { part, exact }), "{line}");
        }
    }

    #[test]
    fn rows_of_table_3_and_sentences_are_no_titles() {
        assert!(Row3::all().all(|row| title(row.label()).is_none()));
        for line in [
            "（二）主动公开政府信息情况",
            "二、主动公开方面：通过网站公开3条。",
            "2.主动公开力度不够",
            "一、存在的主要问题",
            "三、本年度办理结果",
        ] {
            assert_eq!(title(line), None, "{line}");
        }
    }
}
