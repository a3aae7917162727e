//! What HTML and XML share: text that can never become markup.

/// The text with `& < > " '` as entities and without the characters that XML 1.0 cannot hold (its section
/// 2.2), so that no foreign text can break a document.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_markup_becomes_an_entity_and_what_xml_cannot_hold_goes() {
        assert_eq!(
            escaped("<b a=\"1\" c='2'>&\u{1b}\u{ffff}😀"),
            "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;😀"
        );
    }
}
