//! Full-width forms as keys: an input method left on must not disable the keyboard.

/// The ASCII character meant by a full-width one or by the Chinese punctuation that input methods put on
/// an ASCII key. For key contexts only: in a text field a clerk means what was typed.
///
/// ```
/// use gongkai::terminal::fold_key;
/// assert_eq!(fold_key('？'), '?');
/// assert_eq!(fold_key('１'), '1');
/// assert_eq!(fold_key('、'), '/');
/// assert_eq!(fold_key('信'), '信');
/// ```
pub fn fold_key(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => {
            // The block repeats ASCII 0x21-0x7E in order, at a distance of 0xFEE0.
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        // On the slash key with most Chinese input methods (on the backslash key with some): search.
        '、' => '/',
        '。' => '.',
        '【' | '「' => '[',
        '】' | '」' => ']',
        '《' => '<',
        '》' => '>',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '￥' => '$',
        '…' => '^',
        '—' => '_',
        '·' => '`',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_full_width_ascii_form_folds_to_its_key() {
        for ascii in '!'..='~' {
            let wide = char::from_u32(u32::from(ascii) + 0xFEE0).unwrap();
            assert_eq!(fold_key(wide), ascii);
        }
    }

    #[test]
    fn folding_leaves_words_and_ascii_alone() {
        for c in ['公', 'a', '~', ' ', 'é'] {
            assert_eq!(fold_key(c), c);
        }
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for c in '\u{0}'..='\u{FFFF}' {
            assert_eq!(fold_key(fold_key(c)), fold_key(c));
        }
    }
}
