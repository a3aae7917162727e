//! Matching words against lists of them: what must be known wholly, what must not begin.

/// Splits a text before the longest end that consists of words of `vocabulary` alone.
pub(super) fn known_end<'a>(text: &'a str, vocabulary: &[&str]) -> (&'a str, &'a str) {
    let longest = vocabulary.iter().map(|word| word.len()).max().unwrap_or_default();
    // The places from which on all is known, the last one being the leftmost.
    let mut known = vec![text.len()];
    for (place, _) in text.char_indices().rev() {
        if known.last().is_some_and(|leftmost| place + longest < *leftmost) {
            break;
        }
        let rest = text.get(place..).unwrap_or_default();
        let goes_on =
            |end: usize| known.iter().rev().take_while(|place| **place <= end).any(|place| *place == end);
        if vocabulary.iter().any(|word| rest.starts_with(word) && goes_on(place + word.len())) {
            known.push(place);
        }
    }
    text.split_at_checked(known.last().copied().unwrap_or_default()).unwrap_or((text, ""))
}

/// Whether a text consists of words of `vocabulary` alone.
pub(super) fn all_known(text: &str, vocabulary: &[&str]) -> bool {
    known_end(text, vocabulary).0.is_empty()
}

/// Whether one of `words` begins in the first `len` bytes of a text; it may reach beyond (季度 before 度).
pub(super) fn begins_within(text: &str, len: usize, words: &[&str]) -> bool {
    words.iter().any(|word| text.match_indices(word).any(|(place, _)| place < len))
}

/// Whether one of `words` stands in a text.
pub(super) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::checks::claims::lexicon::REQUESTS;

    #[test]
    fn the_longest_end_of_known_words_is_found() {
        let split = |text| known_end(text, REQUESTS);
        assert_eq!(split("我局共收到政府信息公开申请"), ("我局", "共收到政府信息公开申请"));
        assert_eq!(split("共收到自然人申请"), ("共收到自然人", "申请"));
        assert_eq!(split("网民"), ("网民", ""));
        assert!(all_known("", REQUESTS) && !all_known("收到留言", REQUESTS));
    }
}
