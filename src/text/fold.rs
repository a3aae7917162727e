//! Bringing different spellings of the same text to one, for comparing and searching.

use super::clean::is_invisible;

/// Full-width forms (U+FF01 to U+FF5E) as ASCII, the ideographic space as a space; what an input method
/// left on types.
///
/// ```
/// assert_eq!(gongkai::text::fold_width("Ａ４：１０　张"), "A4:10 张");
/// ```
pub fn fold_width(text: &str) -> String {
    text.chars().map(narrow).collect()
}

fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        // The block repeats ASCII at a distance of 0xFEE0.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Brackets of every shape as square ones, dashes of every length as a hyphen: offices write the year
/// of a number as 〔2025〕, (2025), 【2025】.
fn plain_mark(c: char) -> char {
    match c {
        '(' | '<' | '{' | '〔' | '【' | '〈' | '《' | '〖' | '﹝' | '⟨' => '[',
        ')' | '>' | '}' | '〕' | '】' | '〉' | '》' | '〗' | '﹞' | '⟩' => ']',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ => c,
    }
}

/// A 编号 for comparing: two numbers are the same when their folded texts are equal.
///
/// Folds widths, brackets and dashes, drops whitespace and invisible characters, lowers ASCII letters.
///
/// ```
/// use gongkai::text::fold_number;
/// assert_eq!(fold_number("〔2025〕 第１２号"), fold_number("(2025)第12号"));
/// ```
pub fn fold_number(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_unseen(*c) && !c.is_whitespace());
    seen.map(|c| plain_mark(narrow(c)).to_ascii_lowercase()).collect()
}

/// A text for searching in: widths, brackets, dashes and blanks folded, letters lowered, invisible
/// characters dropped. Fold the words searched for in the same way.
///
/// ```
/// assert_eq!(gongkai::text::fold_search("ＷＰＳ（二）"), "wps[二]");
/// ```
pub fn fold_search(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_unseen(*c));
    seen.map(|c| if c.is_whitespace() { ' ' } else { plain_mark(narrow(c)) })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Invisible, or a control character, or an ideographic variation selector, which tells two drawings of
/// one character apart and must not keep a search from finding it.
fn is_unseen(c: char) -> bool {
    is_invisible(c) || (c.is_control() && !c.is_whitespace()) || matches!(c, '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_the_same_however_its_brackets_are_typed() {
        for typed in [
            "区府公开〔2025〕12号",
            "区府公开［2025］12号",
            "区府公开【２０２５】 12号",
            "区府公开＜2025＞12号\n",
        ] {
            assert_eq!(fold_number(typed), "区府公开[2025]12号", "{typed}");
        }
    }

    #[test]
    fn numbers_that_differ_stay_different() {
        assert_ne!(fold_number("2025-12"), fold_number("202512"));
        assert_ne!(fold_number("〔2025〕1号"), fold_number("〔2025〕01号"));
    }

    #[test]
    fn the_case_of_letters_and_the_length_of_dashes_do_not_matter() {
        assert_eq!(fold_number("YSQ—2025－3"), "ysq-2025-3");
        assert_eq!(fold_search("ÄB\u{a0}c\t中"), "äb c 中");
    }

    #[test]
    fn a_name_is_found_in_either_variant() {
        assert_eq!(fold_search("葛\u{e0100}洪"), "葛洪");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "[ -~\u{3000}！-～〔〕【】一-龥\t\u{200b}A-Z]{0,40}") {
            for fold in [fold_width, fold_number, fold_search] {
                let once = fold(&text);
                prop_assert_eq!(fold(&once), once);
            }
        }
    }
}
