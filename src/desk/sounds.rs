//! What the heads of the texts can sound like: for each pair of letters, the texts in whose pinyin it stands.

use crate::text::{LETTER_PAIRS, Syllables};

/// A bit a text for each pair of letters.
#[derive(Debug, Default)]
pub(super) struct Sounds {
    syllables: Syllables,
    /// As long as there are texts with the pair.
    sets: Vec<Vec<u64>>,
}

/// Texts in a word of a set.
const BITS: usize = 64;

impl Sounds {
    /// The head of the text at a place.
    pub(super) fn put(&mut self, place: usize, head: &str) {
        self.sets.resize_with(LETTER_PAIRS, Vec::new);
        let sets = &mut self.sets;
        self.syllables.pairs(head, |pair| {
            let Some(set) = sets.get_mut(pair) else { return };
            if set.len() <= place / BITS {
                set.resize(place / BITS + 1, 0);
            }
            if let Some(bits) = set.get_mut(place / BITS) {
                *bits |= 1 << (place % BITS);
            }
        });
    }

    /// Whether a pair stands in the pinyin of the text at a place.
    pub(super) fn has(&self, pair: usize, place: usize) -> bool {
        let bits = self.sets.get(pair).and_then(|set| set.get(place / BITS));
        bits.is_some_and(|bits| bits & (1 << (place % BITS)) != 0)
    }
}
