//! How far a glyph moves the cursor, and how sure that is.

use unicode_width::UnicodeWidthChar;

use crate::terminal::Ambiguous;
use crate::text;

/// A glyph as it is written.
pub(super) struct Glyph<'a> {
    pub(super) symbol: &'a str,
    /// Written in its place, where the terminal would draw it too wide or where it is no glyph at all.
    pub(super) stand_in: Option<char>,
    /// Columns it takes in the layout.
    pub(super) width: u16,
    /// Every terminal agrees about the width.
    pub(super) certain: bool,
}

pub(super) fn judge(symbol: &str, ambiguous: Ambiguous) -> Glyph<'_> {
    let mut chars = symbol.chars();
    let (Some(first), None) = (chars.next(), chars.next()) else {
        return cluster(symbol);
    };
    let (narrow, wide) = (first.width(), first.width_cjk());
    let Some(columns) = narrow.filter(|columns| *columns > 0) else {
        // Control and zero-width characters must not reach a terminal: this guards against text that was
        // put into a cell uncleaned.
        return Glyph { symbol, stand_in: Some('?'), width: 1, certain: true };
    };
    let doubtful = narrow != wide;
    let stand_in = if doubtful && ambiguous == Ambiguous::Wide { stand_in(first) } else { None };
    Glyph {
        symbol,
        stand_in,
        width: u16::try_from(columns).unwrap_or(2),
        certain: stand_in.is_some() || !(doubtful || is_young(first)),
    }
}

/// Several characters in one cell: combining marks, variation selectors, emoji sequences.
fn cluster(symbol: &str) -> Glyph<'_> {
    let unfit = symbol.is_empty() || symbol.chars().any(char::is_control);
    let width = u16::try_from(text::width(symbol)).unwrap_or(2);
    if unfit || width == 0 {
        return Glyph { symbol, stand_in: Some('?'), width: 1, certain: true };
    }
    Glyph { symbol, stand_in: None, width, certain: false }
}

/// Emoji and other characters whose width changed between versions of Unicode.
fn is_young(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FBFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}')
}

/// An ASCII character for one that a wide-ambiguous terminal would draw over its neighbour.
fn stand_in(c: char) -> Option<char> {
    Some(match c {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '─' | '━' | '—' | '―' | '–' | '═' => '-',
        '│' | '┃' | '║' | '‖' => '|',
        '\u{250C}'..='\u{254B}' | '\u{2552}'..='\u{2573}' => '+',
        '·' | '•' | '…' => '.',
        '×' => 'x',
        '÷' => '/',
        '→' => '>',
        '←' => '<',
        '°' => 'o',
        '●' | '■' | '★' | '◆' | '▲' => '*',
        '○' | '□' | '☆' | '◇' | '△' => 'o',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_ambiguous_width_are_not_trusted() {
        for symbol in ["“", "—", "·", "…", "①", "─", "│"] {
            let glyph = judge(symbol, Ambiguous::Narrow);
            assert!(!glyph.certain && glyph.width == 1, "{symbol}");
        }
        for symbol in ["a", "信", "，", "《", "："] {
            assert!(judge(symbol, Ambiguous::Narrow).certain, "{symbol}");
        }
    }

    #[test]
    fn a_wide_ambiguous_terminal_gets_ascii_for_frames_and_quotes() {
        assert_eq!(judge("┌", Ambiguous::Wide).stand_in, Some('+'));
        assert_eq!(judge("“", Ambiguous::Wide).stand_in, Some('"'));
        assert_eq!(judge("信", Ambiguous::Wide).stand_in, None);
    }

    #[test]
    fn what_is_no_glyph_never_reaches_the_terminal() {
        for symbol in ["\u{1b}", "\u{200b}", "", "a\u{7}", "\u{202e}"] {
            assert_eq!(judge(symbol, Ambiguous::Narrow).stand_in, Some('?'), "{symbol:?}");
        }
    }
}
