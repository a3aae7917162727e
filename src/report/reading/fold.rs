//! Bringing the spellings of labels and titles to one.

use crate::text::{clean_line, fold_width};

/// Longer texts are no labels and no titles; the longest label has 38 characters.
const LONGEST: usize = 240;

/// Without blanks and invisible characters, full-width forms as ASCII. Empty for texts too long for a label.
pub(super) fn tight(text: &str) -> String {
    if text.len() > LONGEST {
        return String::new();
    }
    let line = fold_width(&clean_line(text));
    line.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The number at the head of a label and the rest, of a [`tight`] text: `3.`, `（三）`, `三、`.
pub(super) fn numbered(tight: &str) -> (Option<usize>, &str) {
    let inner = tight.trim_start_matches(['(', '[', '〔', '【', '第']);
    let bracketed = inner.len() < tight.len();
    let digits = inner.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let chinese = inner.trim_start_matches(|letter| chinese_digit(letter).is_some());
    let (number, rest) = if digits.len() < inner.len() {
        (head(inner, digits).parse().ok(), digits)
    } else if chinese.len() < inner.len() {
        (chinese_number(head(inner, chinese)), chinese)
    } else {
        return (None, tight);
    };
    let words = rest.strip_prefix("部分").unwrap_or(rest);
    let words = words.trim_start_matches([')', ']', '〕', '】', '、', '.', ',', ':', '：', '，', '．']);
    let marked = words.len() < rest.len();
    // 三安全 is a word, 三、安全 a numbered one; digits never begin a label's own words.
    if marked || (!bracketed && digits.len() < inner.len()) { (number, words) } else { (None, tight) }
}

fn head<'t>(whole: &'t str, rest: &str) -> &'t str {
    whole.strip_suffix(rest).unwrap_or_default()
}

/// The value of a Chinese digit up to ten.
pub(super) fn chinese_digit(letter: char) -> Option<usize> {
    match letter {
        '〇' | '○' | 'Ｏ' | '零' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        '十' => Some(10),
        _ => None,
    }
}

/// A number up to ten; larger ones do not number anything in a report.
fn chinese_number(text: &str) -> Option<usize> {
    let mut letters = text.chars();
    let first = chinese_digit(letters.next()?)?;
    letters.next().is_none().then_some(first)
}

/// The [`bare`] words of the lowest level of a heading; a form that cannot merge cells joins the levels of
/// one by `/`.
pub(super) fn heading(text: &str) -> String {
    bare(text.rsplit(['/', '／']).next().unwrap_or_default())
}

/// Letters and digits alone, without the number at the head: what two spellings of a label share.
pub(super) fn bare(text: &str) -> String {
    let tight = tight(text);
    numbered(&tight).1.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Whether a text could stand for a figure: digits, or what is put for none.
pub(super) fn figure_like(text: &str) -> bool {
    let tight = tight(text);
    let digit = |letter: char| letter.is_ascii_digit();
    let mark = |letter: char| matches!(letter, '.' | ',' | '/' | '-' | '+' | '%' | '—' | '－' | '\\' | '无');
    let number = |text: &str| !text.is_empty() && text.chars().all(|letter| digit(letter) || mark(letter));
    let unit = ["件", "万元", "元", "个", "项", "次", "份", "起"].into_iter();
    number(&tight) || unit.filter_map(|unit| tight.strip_suffix(unit)).any(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_label_are_one() {
        for text in
            ["（三）不予公开", "(三) 不予公开", "三、不予公开", "（三）　不予 公开", "(三)、不予公开："]
        {
            assert_eq!(bare(text), "不予公开", "{text}");
        }
        for text in [
            "3.危及“三安全一稳定”",
            "3．危及「三安全一稳定」",
            "３、 危及\"三安全一稳定\"",
            "3危及三安全一稳定",
        ] {
            assert_eq!(bare(text), "危及三安全一稳定", "{text}");
        }
        assert_eq!(bare("三安全一稳定"), "三安全一稳定");
        assert_eq!(numbered("(三)不予公开"), (Some(3), "不予公开"));
        assert_eq!(numbered("12.其他"), (Some(12), "其他"));
        assert_eq!(numbered("第二部分主动公开"), (Some(2), "主动公开"));
    }

    #[test]
    fn what_stands_for_none_could_be_a_figure_and_a_label_could_not() {
        for text in ["0", " 12 ", "/", "-", "—", "1,234", "-3", "0.038", "无", "０", "12件"] {
            assert!(figure_like(text), "{text}");
        }
        for text in ["", "其他", "3.其他", "1.属于国家秘密", "规章", "件"] {
            assert!(!figure_like(text), "{text}");
        }
    }
}
