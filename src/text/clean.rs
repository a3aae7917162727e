//! Taking out of foreign text what would disturb a screen or deceive a reader.

/// Characters that are never seen and move or reorder what is: zero-width and bidirectional marks,
/// blanks that are no spaces, variation selectors of emoji, tags. Ideographic variation selectors
/// stay, since personal names use them.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}')
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{000b}' | '\u{000c}' | '\u{0085}' | '\u{2028}' | '\u{2029}')
}

/// Whether a text holds anything that [`clean_line`] would take out or replace.
///
/// ```
/// use gongkai::text::has_control;
/// assert!(has_control("张\u{202e}三") && has_control("张三\n") && !has_control("张三"));
/// ```
pub fn has_control(text: &str) -> bool {
    text.chars().any(|c| c.is_control() || is_line_end(c) || is_invisible(c))
}

/// A text for a field of one line: invisible and control characters go, a tab becomes a space, line
/// ends between words become one space, those at either end go.
///
/// ```
/// assert_eq!(gongkai::text::clean_line("张\u{200b}三\t李四\r\n"), "张三 李四");
/// ```
pub fn clean_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut broken = false;
    for c in text.chars() {
        if is_line_end(c) {
            broken = true;
        } else if let Some(kept) = kept(c) {
            if broken && !line.is_empty() {
                line.push(' ');
            }
            broken = false;
            line.push(kept);
        }
    }
    line
}

/// A text of several lines: as [`clean_line`], but line ends stay, each as one `\n`.
///
/// ```
/// assert_eq!(gongkai::text::clean_text("一\r\n二\u{7}\r三"), "一\n二\n三");
/// ```
pub fn clean_text(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        if is_line_end(c) {
            if !(c == '\n' && after_return) {
                clean.push('\n');
            }
        } else {
            clean.extend(kept(c));
        }
        after_return = c == '\r';
    }
    clean
}

fn kept(c: char) -> Option<char> {
    match c {
        '\t' => Some(' '),
        c if c.is_control() || is_invisible(c) => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_escape_sequence_cannot_reach_the_screen() {
        assert_eq!(clean_line("\u{1b}[31m红\u{9b}0m"), "[31m红0m");
    }

    #[test]
    fn several_line_ends_become_one_space_in_a_line() {
        assert_eq!(clean_line("\n甲\r\n\r\n乙\u{2028}\n"), "甲 乙");
    }

    #[test]
    fn spaces_of_the_clerk_stay() {
        assert_eq!(clean_line(" 甲  乙 "), " 甲  乙 ");
    }

    #[test]
    fn empty_lines_of_a_text_stay() {
        assert_eq!(clean_text("甲\r\n\r\n乙\r\r丙"), "甲\n\n乙\n\n丙");
    }

    #[test]
    fn the_variant_of_a_character_in_a_name_stays() {
        assert_eq!(clean_line("葛\u{e0100}"), "葛\u{e0100}");
    }

    proptest! {
        #[test]
        fn a_clean_line_holds_nothing_to_clean(text in any::<String>()) {
            let line = clean_line(&text);
            prop_assert!(!has_control(&line));
            prop_assert_eq!(clean_line(&line), line);
        }

        #[test]
        fn cleaning_leaves_a_clean_text_alone(text in any::<String>()) {
            prop_assert!(has_control(&text) || (clean_line(&text) == text && clean_text(&text) == text));
            let clean = clean_text(&text);
            prop_assert_eq!(clean_text(&clean), clean);
        }
    }
}
