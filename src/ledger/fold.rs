//! Small foldings of text on top of the room `text`: words to what is compared, values to what is shown.

use crate::text::{clean_line, clean_text, fold_width, has_control, truncate};

/// What is left of `text` to compare words by: letters, figures, Chinese characters and `_`, in half
/// width and lower case. Blanks, brackets and other marks are written in too many ways to count.
pub(super) fn essence(text: &str) -> String {
    let mut essence = fold_width(text);
    essence.retain(|c| c.is_alphanumeric() || c == '_');
    essence.make_ascii_lowercase();
    essence
}

/// `text` in half width and lower case, without blanks; marks are kept.
pub(super) fn squeezed(text: &str) -> String {
    let mut squeezed = fold_width(&clean_line(text));
    squeezed.retain(|c| !c.is_whitespace());
    squeezed.make_ascii_lowercase();
    squeezed
}

/// Whether a cell with this text counts as empty: nothing, blanks, or one of the marks that registers
/// print into empty cells (`--`, `/`, 无).
pub(super) fn is_blank(text: &str) -> bool {
    if has_control(text) {
        return is_blank(&clean_line(text));
    }
    let text = text.trim();
    text == "无" || text.chars().all(|c| matches!(c, '-' | '—' | '–' | '－' | '/' | '\\' | '／'))
}

/// `text` on one line: runs of blanks and line ends as one blank, none at either end, control and
/// invisible characters left out.
pub(super) fn one_line(text: &str) -> String {
    let is_plain = |c: char| !c.is_whitespace() && c != '\u{3000}';
    if !has_control(text) && text.chars().all(is_plain) {
        return text.to_owned();
    }
    clean_line(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` with its line ends, as `\n`; other control and invisible characters left out, trimmed.
pub(super) fn many_lines(text: &str) -> String {
    if has_control(text) { clean_text(text).trim().to_owned() } else { text.trim().to_owned() }
}

/// `value` for a message: on one line, control and invisible characters shown as `?`, at most `columns`
/// columns wide. Only as much of it is looked at as can be shown.
pub(super) fn shown(value: &str, columns: usize) -> String {
    let visible = |c: char| match c {
        c if c.is_whitespace() => ' ',
        c if has_control(c.encode_utf8(&mut [0; 4])) => '?',
        c => c,
    };
    let head: String = value.trim().chars().take(columns + 1).map(visible).collect();
    truncate(&head, columns).into_owned()
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
