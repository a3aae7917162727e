//! The texts of all cases in one piece of memory: a word is looked for over many of them at once, which is
//! several times as fast as in each by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use memchr::memmem::Finder;

use super::sounds::Sounds;
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
        Self { pinyin: Pinyin::of(word), ..Self::plain(word) }
    }

    /// A word, folded, that is looked for as it is.
    pub(super) fn plain(word: &'w str) -> Self {
        Self { finder: Finder::new(word.as_bytes()), pinyin: None }
    }

    /// Whether it stands in a text, or where there is a head in that by its pinyin.
    fn is_in(&self, text: &[u8], head: Option<usize>) -> bool {
        let head = || head.and_then(|head| text.get(..head)).and_then(|head| std::str::from_utf8(head).ok());
        self.finder.find(text).is_some()
            || self.pinyin.as_ref().is_some_and(|pinyin| head().is_some_and(|head| pinyin.is_in(head)))
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
    /// What the heads can sound like.
    sounds: Sounds,
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
        let sounded = text.get(..head).and_then(|head| std::str::from_utf8(head).ok());
        self.sounds.put(self.ends.len(), sounded.unwrap_or_default());
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
        wanted: impl Fn(RequestId) -> bool,
    ) -> Vec<RequestId> {
        // The longest word is the rarest, as a rule.
        let mut words: Vec<&Word> = words.iter().collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.finder.needle().len()));
        let holds = |text: &Text| words.iter().all(|word| word.is_in(text.text.as_bytes(), Some(text.head)));
        let mut found = Vec::new();
        let mut take = |id: RequestId, holds: bool| {
            if holds && wanted(id) {
                found.push(id);
            }
            found.len() < limit
        };
        let mut apart = self.apart.iter().rev().peekable();
        let mut goes_on = true;
        let mut end = self.ends.len();
        while end > 0 && goes_on {
            let block = end.saturating_sub(BLOCK)..end;
            end = block.start;
            let hits = self.hits(block.clone(), &words, &wanted);
            for place in block.rev() {
                let Some(Place { id, .. }) = self.ends.get(place).copied() else { break };
                while let Some((new, text)) = apart.next_if(|(new, _)| goes_on && **new > id) {
                    goes_on = take(*new, text.as_ref().is_some_and(holds));
                }
                goes_on = goes_on
                    && match apart.next_if(|(new, _)| **new == id) {
                        Some((_, text)) => take(id, text.as_ref().is_some_and(holds)),
                        None => take(id, hits.contains(&place)),
                    };
                if !goes_on {
                    break;
                }
            }
        }
        for (id, text) in apart {
            goes_on = goes_on && take(*id, text.as_ref().is_some_and(holds));
        }
        found
    }

    /// The places of a block whose texts have all words, of which the first is the rarest.
    fn hits(
        &self,
        block: Range<usize>,
        words: &[&Word],
        wanted: &dyn Fn(RequestId) -> bool,
    ) -> BTreeSet<usize> {
        let Some((rarest, others)) = words.split_first() else { return block.collect() };
        let mut hits = self.literal(block.clone(), &rarest.finder);
        if rarest.pinyin.is_some() {
            // To hear whether it sounds so is what costs: only where it may, and only of those that are wanted.
            let is_wanted = |place: usize| self.ends.get(place).is_some_and(|case| wanted(case.id));
            let sounds = block
                .filter(|place| !hits.contains(place) && self.may_sound(*place, rarest) && is_wanted(*place));
            let sounds: Vec<usize> = sounds.filter(|place| self.sounds_so(*place, rarest)).collect();
            hits.extend(sounds);
        }
        hits.retain(|place| {
            let (text, head) = self.text(*place);
            others.iter().all(|word| {
                word.is_in(text, None) || (self.may_sound(*place, word) && word.is_in(text, Some(head)))
            })
        });
        hits
    }

    /// The places of a block whose texts have a word as it is: over many of them at once, which is several
    /// times as fast as in each by itself.
    fn literal(&self, block: Range<usize>, finder: &Finder) -> BTreeSet<usize> {
        let (mut hits, mut at) = (BTreeSet::new(), self.start(block.start));
        let cases = self.ends.get(block.clone()).unwrap_or_default();
        let end = self.start(block.end);
        while let Some(found) = self.all.get(at..end).and_then(|bytes| finder.find(bytes)) {
            let case = cases.partition_point(|case| case.end <= at + found);
            let Some(Place { end: next, .. }) = cases.get(case).copied() else { break };
            hits.insert(block.start + case);
            at = next;
        }
        hits
    }

    /// Whether a word can be the pinyin of something in the head of a text.
    fn may_sound(&self, place: usize, word: &Word) -> bool {
        word.pinyin
            .as_ref()
            .is_some_and(|pinyin| pinyin.pairs().iter().all(|pair| self.sounds.has(*pair, place)))
    }

    fn sounds_so(&self, place: usize, word: &Word) -> bool {
        let (text, head) = self.text(place);
        word.is_in(text, Some(head))
    }

    /// The text at a place, and how long its head is.
    fn text(&self, place: usize) -> (&[u8], usize) {
        let Some(Place { end, head, .. }) = self.ends.get(place).copied() else { return (&[], 0) };
        (self.all.get(self.start(place)..end.saturating_sub(1)).unwrap_or_default(), head)
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
            let plain: Vec<Word> = words.iter().map(|word| Word::plain(word)).collect();
            prop_assert_eq!(texts.search(&plain, limit.max(1), |_| true), naive(&known, &words, limit.max(1)));
            let exact: Vec<Word> = words.iter().map(|word| Word::new(word)).collect();
            prop_assert_eq!(texts.search(&exact, limit.max(1), |_| true), naive(&known, &words, limit.max(1)));
            let odd = |id: RequestId| id.0 % 2 == 1;
            let mut expected = naive(&known, &words, usize::MAX);
            expected.retain(|id| odd(*id));
            prop_assert_eq!(texts.search(&exact, usize::MAX, odd), expected);
        }
    }
}
