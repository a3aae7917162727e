//! The texts of all cases in one piece of memory: a word is looked for over many of them at once, which is
//! several times as fast as in each by itself.

use std::collections::BTreeMap;
use std::ops::Range;

use memchr::memmem::Finder;

use crate::request::RequestId;

/// Cases that are searched at once: the last registered come first, and the search stops when it has enough.
const BLOCK: usize = 256;
/// Changed texts are kept apart until there are so many.
const APART: usize = 1_000;
/// Ends a text. It stands in no word: these have no whitespace.
const END: u8 = b'\n';

/// One text a case, in order of registration.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: Vec<u8>,
    /// Where the text of each case ends.
    ends: Vec<(RequestId, usize)>,
    /// Texts that came since; `None` for a case that is searched no more.
    apart: BTreeMap<RequestId, Option<String>>,
}

impl Texts {
    /// Adds the text of a case registered after all others.
    pub(super) fn push(&mut self, id: RequestId, text: &str) {
        self.put(id, text.as_bytes());
    }

    fn put(&mut self, id: RequestId, text: &[u8]) {
        self.all.extend_from_slice(text);
        self.all.push(END);
        self.ends.push((id, self.all.len()));
    }

    /// Replaces or adds the text of a case, or takes it away.
    pub(super) fn change(&mut self, id: RequestId, text: Option<String>) {
        self.apart.insert(id, text);
        if self.apart.len() > APART {
            *self = self.settled();
        }
    }

    /// The cases whose text has all of `words`, the last registered first, at most `limit`.
    pub(super) fn find(&self, words: &[String], limit: usize) -> Vec<RequestId> {
        // The longest word is the rarest, as a rule.
        let mut finders: Vec<Finder> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
        finders.sort_by_key(|finder| std::cmp::Reverse(finder.needle().len()));
        let Some((rarest, others)) = finders.split_first() else { return Vec::new() };
        let holds = |text: &str| finders.iter().all(|finder| finder.find(text.as_bytes()).is_some());
        let apart = self.apart.iter().filter(|(_, text)| text.as_deref().is_some_and(holds));
        let mut found: Vec<RequestId> = apart.map(|(id, _)| *id).collect();
        let mut places: Range<usize> = 0..self.ends.len();
        let enough = found.len().saturating_add(limit);
        while !places.is_empty() && found.len() < enough {
            let block = places.end.saturating_sub(BLOCK)..places.end;
            places.end = block.start;
            let hits = self.find_in(block, rarest, others);
            found.extend(hits.into_iter().rev().filter(|id| !self.apart.contains_key(id)));
        }
        found.sort_unstable_by(|one, other| other.cmp(one));
        found.truncate(limit);
        found
    }

    /// The cases of a block, in order.
    fn find_in(&self, block: Range<usize>, rarest: &Finder, others: &[Finder]) -> Vec<RequestId> {
        let (mut hits, mut at) = (Vec::new(), self.start(block.start));
        let cases = self.ends.get(block.clone()).unwrap_or_default();
        let end = self.start(block.end);
        while let Some(place) = self.all.get(at..end).and_then(|bytes| rarest.find(bytes)) {
            let case = cases.partition_point(|(_, end)| *end <= at + place);
            let Some((id, next)) = cases.get(case) else { break };
            let text = self.all.get(self.start(block.start + case)..*next).unwrap_or_default();
            if others.iter().all(|finder| finder.find(text).is_some()) {
                hits.push(*id);
            }
            at = *next;
        }
        hits
    }

    /// Where the text of the case at `place` begins.
    fn start(&self, place: usize) -> usize {
        place.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |(_, end)| *end)
    }

    /// The same with all texts in one piece.
    fn settled(&self) -> Self {
        let mut settled = Self::default();
        settled.all.reserve(self.all.len());
        let mut apart = self.apart.iter().peekable();
        for (place, (id, end)) in self.ends.iter().enumerate() {
            while let Some((new, text)) = apart.next_if(|(new, _)| *new < id) {
                settled.put_new(*new, text.as_deref());
            }
            if let Some((_, text)) = apart.next_if(|(new, _)| *new == id) {
                settled.put_new(*id, text.as_deref());
            } else {
                let text = self.all.get(self.start(place)..end.saturating_sub(1));
                settled.put(*id, text.unwrap_or_default());
            }
        }
        apart.for_each(|(id, text)| settled.put_new(*id, text.as_deref()));
        settled
    }

    fn put_new(&mut self, id: RequestId, text: Option<&str>) {
        if let Some(text) = text {
            self.push(id, text);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn naive(texts: &BTreeMap<u64, String>, words: &[String], limit: usize) -> Vec<RequestId> {
        let holds = |text: &str| words.iter().all(|word| text.contains(word.as_str()));
        let found = texts.iter().rev().filter(|(_, text)| holds(text));
        found.map(|(id, _)| RequestId(*id)).take(limit).collect()
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_looking_at_each_text_finds(
            first in proptest::collection::btree_map(0..2_000_u64, "[ab\n公]{0,8}", 0..700),
            changes in proptest::collection::vec((0..2_000_u64, proptest::option::of("[ab公]{0,6}")), 0..60),
            words in proptest::collection::vec("[ab公]{1,3}", 1..3),
            limit in 0..9_usize,
            is_settled: bool,
        ) {
            let mut texts = Texts::default();
            let mut known = first;
            for (id, text) in &known {
                texts.push(RequestId(*id), text);
            }
            for (id, text) in changes {
                texts.change(RequestId(id), text.clone());
                match text {
                    Some(text) => known.insert(id, text),
                    None => known.remove(&id),
                };
            }
            if is_settled {
                texts = texts.settled();
            }
            prop_assert_eq!(texts.find(&words, limit), naive(&known, &words, limit));
            prop_assert_eq!(texts.find(&words, usize::MAX), naive(&known, &words, usize::MAX));
        }
    }
}
