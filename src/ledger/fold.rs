//! Small foldings of text: full width to half width, words to what is compared, values to what is shown.

use unicode_width::UnicodeWidthChar;

/// The half-width form of a full-width ASCII character; every other character as it is.
pub(super) fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        _ => c,
    }
}

/// What is left of `text` to compare words by: letters, figures, Chinese characters and `_`, in half
/// width and lower case. Blanks, brackets and other marks are written in too many ways to count.
pub(super) fn essence(text: &str) -> String {
    text.chars()
        .map(half_width)
        .filter(|c| c.is_alphanumeric() || *c == '_')
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// `text` in half width and lower case, without blanks; marks are kept.
pub(super) fn squeezed(text: &str) -> String {
    text.chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace() && !is_invisible(*c))
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// Whether a cell with this text counts as empty: nothing, blanks, or one of the marks that registers
/// print into empty cells (`--`, `/`, 无).
pub(super) fn is_blank(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    text == "无" || text.chars().all(|c| matches!(c, '-' | '—' | '–' | '－' | '/' | '\\' | '／'))
}

/// Characters without a shape of their own that may hide in a name or turn its reading round.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// `text` on one line: trimmed, runs of blanks and line ends as one blank, control characters left out.
pub(super) fn one_line(text: &str) -> String {
    let plain = |c: char| !c.is_control() && !is_invisible(c) && c != ' ' && c != '\u{3000}';
    if text.chars().all(plain) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let before = line.len();
        if before > 0 {
            line.push(' ');
        }
        line.extend(word.chars().filter(|c| !c.is_control() && !is_invisible(*c)));
    }
    line
}

/// `text` with its line ends, as `\n`; other control characters left out, trimmed.
pub(super) fn many_lines(text: &str) -> String {
    let plain = |c: char| !c.is_control() && !is_invisible(c);
    if text.chars().all(plain) {
        return text.trim().to_owned();
    }
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = lines.chars().filter(|c| plain(*c) || matches!(c, '\n' | '\t')).collect();
    kept.trim().to_owned()
}

/// `value` for a message: on one line, control characters shown as `?`, at most `columns` columns wide.
pub(super) fn shown(value: &str, columns: usize) -> String {
    let mut out = String::new();
    let mut width = 0;
    for c in value.trim().chars() {
        let c = match c {
            c if c.is_whitespace() => ' ',
            c if c.is_control() || is_invisible(c) => '?',
            c => c,
        };
        width += c.width().unwrap_or(0);
        if width + 2 > columns {
            out.push_str("..");
            break;
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_width_blanks_and_marks() {
        assert_eq!(essence("（三）1．属于 国家秘密"), "三1属于国家秘密");
        assert_eq!(essence("E-Mail 申请"), "email申请");
        assert_eq!(squeezed("（三） １"), "(三)1");
    }

    #[test]
    fn marks_for_an_empty_cell_count_as_empty() {
        for text in ["", " ", "　", "--", "——", "/", "无", "\u{FEFF}"] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["无锡", "0", "-1"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn a_shown_value_is_short_and_harmless() {
        assert_eq!(shown("张\u{1b}[31m三\n四", 40), "张?[31m三 四");
        let long = shown(&"长".repeat(100), 40);
        assert_eq!(long, format!("{}..", "长".repeat(19)));
    }

    #[test]
    fn lines_are_joined_or_kept_as_the_field_wants() {
        assert_eq!(one_line(" 张三\r\n 李四 "), "张三 李四");
        assert_eq!(many_lines(" 一\r\n二\u{7} "), "一\n二");
    }
}
