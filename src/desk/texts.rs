//! The texts of all cases in one piece of memory: a word is looked for over many of them at once, which is
//! several times as fast as in each by itself.

use std::collections::BTreeMap;
use std::ops::Range;

use memchr::memmem::Finder;

use crate::request::RequestId;
use crate::text::Pinyin;

/// Cases that are searched at once: the last registered come first, and the search stops when it has enough.
const BLOCK: usize = 256;
/// Changed texts are kept apart until there are so many.
const APART: usize = 1_000;
/// Ends a text. It stands in no word: these have no whitespace.
const END: u8 = b'\n';

/// What is searched of a case, folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Text {
    /// All of it.
    pub(super) text: String,
    /// How many bytes at its beginning are number, applicant and title: what is found by pinyin too.
    pub(super) head: usize,
}

/// A word that is looked for: as it is, or as the pinyin of a part of the head.
pub(super) struct Word<'w> {
    finder: Finder<'w>,
    pinyin: Option<Pinyin>,
}

impl<'w> Word<'w> {
    /// A word, folded; with its pinyin.
    pub(super) fn new(word: &'w str) -> Self {
        Self { finder: Finder::new(word.as_bytes()), pinyin: Pinyin::of(word) }
    }

    fn is_in(&self, text: &[u8], head: usize) -> bool {
        self.finder.find(text).is_some()
            || self.pinyin.as_ref().is_some_and(|pinyin| {
                let head = text.get(..head).and_then(|head| std::str::from_utf8(head).ok());
                head.is_some_and(|head| pinyin.is_in(head))
            })
    }
}

/// Where the text of a case stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    id: RequestId,
    /// Behind the byte that ends it.
    end: usize,
    head: usize,
}

/// One text a case, in order of registration.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: Vec<u8>,
    ends: Vec<Place>,
    /// Texts that came since; `None` for a case that is searched no more.
    apart: BTreeMap<RequestId, Option<Text>>,
}

impl Texts {
    /// Adds the text of a case registered after all others.
    pub(super) fn push(&mut self, id: RequestId, text: &Text) {
        self.put(id, text.text.as_bytes(), text.head);
    }

    fn put(&mut self, id: RequestId, text: &[u8], head: usize) {
        self.all.extend_from_slice(text);
        self.all.push(END);
        self.ends.push(Place { id, end: self.all.len(), head });
    }

    /// Replaces or adds the text of a case, or takes it away.
    pub(super) fn change(&mut self, id: RequestId, text: Option<Text>) {
        self.apart.insert(id, text);
        if self.apart.len() > APART {
            *self = self.settled();
        }
    }

    /// The cases whose text has all of `words` and that are `wanted`, the last registered first, at most
    /// `limit`.
    pub(super) fn search(
        &self,
        words: &[Word],
        limit: usize,
        mut wanted: impl FnMut(RequestId) -> bool,
    ) -> Vec<RequestId> {
        let mut found = Vec::new();
        let mut apart = self.apart.iter().rev().peekable();
        let mut take = |id: RequestId, text: &[u8], head: usize| {
            if words.iter().all(|word| word.is_in(text, head)) && wanted(id) {
                found.push(id);
            }
            found.len() < limit
        };
        for place in (0..self.ends.len()).rev() {
            let Some(Place { id, end, head }) = self.ends.get(place).copied() else { break };
            while let Some((new, text)) = apart.next_if(|(new, _)| **new > id) {
                if text.as_ref().is_some_and(|text| !take(*new, text.text.as_bytes(), text.head)) {
                    return found;
                }
            }
            let goes_on = match apart.next_if(|(new, _)| **new == id) {
                Some((_, Some(text))) => take(id, text.text.as_bytes(), text.head),
                Some((_, None)) => true,
                None => take(id, self.all.get(self.start(place)..end - 1).unwrap_or_default(), head),
            };
            if !goes_on {
                return found;
            }
        }
        for (id, text) in apart {
            if text.as_ref().is_some_and(|text| !take(*id, text.text.as_bytes(), text.head)) {
                break;
            }
        }
        found
    }

    /// The same for words that are looked for as they are: many texts at once, which is several times as
    /// fast.
    pub(super) fn find(&self, words: &[String], limit: usize) -> Vec<RequestId> {
        // The longest word is the rarest, as a rule.
        let mut finders: Vec<Finder> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
        finders.sort_by_key(|finder| std::cmp::Reverse(finder.needle().len()));
        let Some((rarest, others)) = finders.split_first() else { return Vec::new() };
        let holds = |text: &Text| finders.iter().all(|finder| finder.find(text.text.as_bytes()).is_some());
        let apart = self.apart.iter().filter(|(_, text)| text.as_ref().is_some_and(holds));
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
            let case = cases.partition_point(|case| case.end <= at + place);
            let Some(Place { id, end: next, .. }) = cases.get(case).copied() else { break };
            let text = self.all.get(self.start(block.start + case)..next).unwrap_or_default();
            if others.iter().all(|finder| finder.find(text).is_some()) {
                hits.push(id);
            }
            at = next;
        }
        hits
    }

    /// Where the text of the case at `place` begins.
    fn start(&self, place: usize) -> usize {
        place.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |case| case.end)
    }

    /// The same with all texts in one piece.
    fn settled(&self) -> Self {
        let mut settled = Self::default();
        settled.all.reserve(self.all.len());
        let mut apart = self.apart.iter().peekable();
        for (place, Place { id, end, head }) in self.ends.iter().enumerate() {
            while let Some((new, text)) = apart.next_if(|(new, _)| *new < id) {
                settled.put_new(*new, text.as_ref());
            }
            if let Some((_, text)) = apart.next_if(|(new, _)| *new == id) {
                settled.put_new(*id, text.as_ref());
            } else {
                let text = self.all.get(self.start(place)..end.saturating_sub(1));
                settled.put(*id, text.unwrap_or_default(), *head);
            }
        }
        apart.for_each(|(id, text)| settled.put_new(*id, text.as_ref()));
        settled
    }

    fn put_new(&mut self, id: RequestId, text: Option<&Text>) {
        if let Some(text) = text {
            self.push(id, text);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn whole(text: &str) -> Text {
        Text { text: text.to_owned(), head: text.len() }
    }

    #[test]
    fn pinyin_finds_what_stands_in_the_head_and_not_behind_it() {
        let mut texts = Texts::default();
        texts.push(RequestId(1), &Text { text: "2026-001 张三 预算 公开".into(), head: 22 });
        texts.push(RequestId(2), &Text { text: "2026-002 李四 年报 预算".into(), head: 22 });
        let find = |word: &str| texts.search(&[Word::new(word)], 9, |_| true);
        assert_eq!(find("ys"), [RequestId(1)]);
        assert_eq!(find("zhangs"), [RequestId(1)]);
        assert_eq!(find("预算"), [RequestId(2), RequestId(1)]);
        assert_eq!(find("gk"), []);
    }

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
                texts.push(RequestId(*id), &whole(text));
            }
            for (id, text) in changes {
                texts.change(RequestId(id), text.as_deref().map(whole));
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
            let exact: Vec<Word> = words.iter().map(|word| Word::new(word)).collect();
            prop_assert_eq!(texts.search(&exact, limit.max(1), |_| true), naive(&known, &words, limit.max(1)));
            let odd = |id: RequestId| id.0 % 2 == 1;
            let mut expected = naive(&known, &words, usize::MAX);
            expected.retain(|id| odd(*id));
            prop_assert_eq!(texts.search(&exact, usize::MAX, odd), expected);
        }
    }
}
