//! Breaking a text into lines.

use textwrap::WordSeparator;

use super::{glyphs, width};

/// The lines of a text, each at most `cells` wide.
///
/// Breaks where Unicode allows it, so that no line begins with `，。）` or ends with `（《` (避头尾); a
/// word wider than a line is cut between glyphs. Explicit line ends stay, and so does the indentation of
/// a paragraph; spaces at a break go. A single glyph wider than `cells` stands alone on its line.
///
/// ```
/// let lines = gongkai::text::wrap("依照《条例》，予以公开。", 12);
/// assert_eq!(lines, ["依照《条", "例》，予以公", "开。"]);
/// ```
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph.strip_suffix('\r').unwrap_or(paragraph), cells, &mut lines);
    }
    lines
}

fn wrap_paragraph(paragraph: &str, cells: usize, lines: &mut Vec<String>) {
    let mut line = Line::default();
    let mut gap = "";
    for word in WordSeparator::UnicodeBreakProperties.find_words(paragraph) {
        let text = word.word;
        if line.used + width(gap) + width(text) <= cells {
            line.push(gap);
            line.push(text);
        } else {
            line.finish_into(lines);
            line.push_glyphs(text, cells, lines);
        }
        gap = word.whitespace;
    }
    lines.push(line.text);
}

/// A line being filled.
#[derive(Default)]
struct Line {
    text: String,
    used: usize,
}

impl Line {
    fn push(&mut self, part: &str) {
        self.text.push_str(part);
        self.used += width(part);
    }

    /// Ends the line, unless nothing is on it but indentation, which then goes.
    fn finish_into(&mut self, lines: &mut Vec<String>) {
        let line = std::mem::take(self);
        if !line.text.trim_matches(' ').is_empty() {
            lines.push(line.text);
        }
    }

    fn push_glyphs(&mut self, text: &str, cells: usize, lines: &mut Vec<String>) {
        for (glyph, wide) in glyphs(text) {
            if self.used + wide > cells {
                self.finish_into(lines);
            }
            self.text.push_str(glyph);
            self.used += wide;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_line_begins_with_closing_punctuation_or_ends_with_an_opening_one() {
        let lines = wrap("根据《中华人民共和国政府信息公开条例》第三十三条，予以公开（部分）。", 10);
        assert!(lines.len() > 3);
        for line in &lines {
            assert!(!line.starts_with(['，', '。', '）', '》']), "{line}");
            assert!(!line.ends_with(['（', '《']), "{line}");
        }
    }

    #[test]
    fn explicit_line_ends_stay() {
        assert_eq!(wrap("一\r\n\n二\n", 10), ["一", "", "二", ""]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn indentation_stays_and_spaces_at_a_break_go() {
        assert_eq!(wrap("  ab cd", 6), ["  ab", "cd"]);
        assert_eq!(wrap("        abcdef", 6), ["abcdef"]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut_between_glyphs() {
        assert_eq!(wrap("see abcdefgh", 4), ["see", "abcd", "efgh"]);
    }

    #[test]
    fn a_width_of_nothing_gives_one_glyph_a_line() {
        assert_eq!(wrap("ab中", 0), ["a", "b", "中"]);
    }

    fn without_space(text: &str) -> String {
        text.chars().filter(|c| !matches!(c, ' ' | '\n' | '\r')).collect()
    }

    proptest! {
        #[test]
        fn a_line_is_never_too_wide_unless_it_is_one_glyph(text in "[ -~一-龥，。（）《》\u{3000}\n]{0,80}", cells in 0_usize..20) {
            for line in wrap(&text, cells) {
                prop_assert!(width(&line) <= cells || glyphs(&line).count() == 1, "{:?}", line);
            }
        }

        #[test]
        fn wrapping_any_text_holds_the_width(text in "(\\PC|\n){0,60}", cells in 1_usize..20) {
            for line in wrap(&text, cells) {
                let seen = glyphs(&line).filter(|(_, wide)| *wide > 0).count();
                prop_assert!(width(&line) <= cells || seen == 1, "{:?}", line);
            }
        }

        #[test]
        fn wrapping_loses_nothing_but_spaces(text in "(\\PC|\n){0,60}", cells in 0_usize..20) {
            prop_assert_eq!(without_space(&wrap(&text, cells).concat()), without_space(&text));
        }
    }
}
