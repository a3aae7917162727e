//! Which pairs of letters can follow each other in the pinyin of a text: a word of which one pair is missing
//! cannot be found there, so that most texts need not be looked at.

use std::collections::HashMap;

use ib_matcher::pinyin::{PinyinData, PinyinNotation};

/// How many pairs of letters there are.
pub const LETTER_PAIRS: usize = 26 * 26;

/// The number of a pair; `None` where one of them is no lower-case letter.
fn pair(one: u8, other: u8) -> Option<usize> {
    let at = |letter: u8| letter.is_ascii_lowercase().then(|| usize::from(letter - b'a'));
    Some(at(one)? * 26 + at(other)?)
}

/// The pairs that follow each other in a word.
pub(super) fn pairs_of(word: &str) -> Vec<usize> {
    let letters = word.as_bytes();
    letters.iter().zip(letters.iter().skip(1)).filter_map(|(one, other)| pair(*one, *other)).collect()
}

/// How a character sounds, in all its readings; a letter sounds as itself.
#[derive(Debug, Default)]
struct Sound {
    /// First letters.
    firsts: Vec<u8>,
    /// What the next character's first letter can follow: last letters of syllables, or first ones where
    /// initials are typed.
    ends: Vec<u8>,
    /// Pairs within the syllables.
    inner: Vec<usize>,
}

/// The syllables of characters, looked up once each.
#[derive(Default)]
pub struct Syllables {
    data: Option<PinyinData>,
    known: HashMap<char, Sound>,
}

impl std::fmt::Debug for Syllables {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Syllables").field("known", &self.known.len()).finish_non_exhaustive()
    }
}

impl Syllables {
    /// Gives every pair of letters, below [`LETTER_PAIRS`], that can stand in a word by which
    /// [`Pinyin`](super::Pinyin) finds a part of `text`; some of them more than once.
    pub fn pairs(&mut self, text: &str, mut put: impl FnMut(usize)) {
        let data = self.data.get_or_insert_with(|| PinyinData::new(PinyinNotation::Ascii));
        let mut before: Vec<u8> = Vec::new();
        for c in text.chars() {
            let sound = self.known.entry(c).or_insert_with(|| Sound::of(c, data));
            sound.inner.iter().copied().for_each(&mut put);
            for end in &before {
                sound.firsts.iter().filter_map(|first| pair(*end, *first)).for_each(&mut put);
            }
            before.clone_from(&sound.ends);
        }
    }
}

impl Sound {
    fn of(c: char, data: &PinyinData) -> Self {
        let mut sound = Self::default();
        if let Some(letter) = u8::try_from(c).ok().filter(u8::is_ascii_lowercase) {
            sound.add(&[letter]);
        }
        data.get_pinyins_and_for_each(c, |reading| {
            if let Some(syllable) = reading.notation(PinyinNotation::Ascii) {
                sound.add(syllable.as_bytes());
            }
        });
        sound
    }

    fn add(&mut self, syllable: &[u8]) {
        let (Some(first), Some(last)) = (syllable.first(), syllable.last()) else { return };
        let once = |letters: &mut Vec<u8>, letter: u8| {
            if !letters.contains(&letter) {
                letters.push(letter);
            }
        };
        once(&mut self.firsts, *first);
        once(&mut self.ends, *first);
        once(&mut self.ends, *last);
        let pairs = syllable.iter().zip(syllable.iter().skip(1));
        self.inner.extend(pairs.filter_map(|(one, other)| pair(*one, *other)));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Pinyin;

    /// One reading of a character.
    fn reading(c: char, which: usize) -> String {
        let data = PinyinData::new(PinyinNotation::Ascii);
        let all: Vec<String> = data
            .get_pinyins(c)
            .filter_map(|one| one.notation(PinyinNotation::Ascii).map(str::to_owned))
            .collect();
        if all.is_empty() { c.to_string() } else { all[which % all.len()].clone() }
    }

    proptest! {
        #[test]
        fn no_word_that_is_found_lacks_a_pair(
            text in "[重庆市长春行政区划信息公开乐曾wps2六]{1,8}",
            from in 0..8_usize,
            ways in proptest::collection::vec((0..3_usize, 0..4_usize), 1..6),
        ) {
            let chars: Vec<char> = text.chars().skip(from % text.chars().count()).collect();
            let mut word = String::new();
            for (n, (c, (way, which))) in chars.iter().zip(&ways).enumerate() {
                let whole = reading(*c, *which);
                let is_last = n + 1 == ways.len().min(chars.len());
                match way {
                    0 => word.push(whole.chars().next().unwrap()),
                    2 if is_last => word.extend(whole.chars().take(2)),
                    _ => word.push_str(&whole),
                }
            }
            let Some(pinyin) = Pinyin::of(&word) else { return Ok(()) };
            prop_assert!(ways.iter().any(|(way, _)| *way == 2) || pinyin.is_in(&text), "{word} in {text}");
            let mut seen = vec![false; LETTER_PAIRS];
            Syllables::default().pairs(&text, |pair| seen[pair] = true);
            let all = pinyin.pairs().iter().all(|pair| seen[*pair]);
            prop_assert!(!pinyin.is_in(&text) || all, "{word} in {text}");
        }

        #[test]
        fn whatever_is_typed_nothing_that_is_found_lacks_a_pair(text in "[长乐市w重]{1,5}", word in "[a-z]{1,6}") {
            let Some(pinyin) = Pinyin::of(&word) else { return Ok(()) };
            let mut seen = vec![false; LETTER_PAIRS];
            Syllables::default().pairs(&text, |pair| seen[pair] = true);
            prop_assert!(!pinyin.is_in(&text) || pinyin.pairs().iter().all(|pair| seen[*pair]));
        }
    }
}
