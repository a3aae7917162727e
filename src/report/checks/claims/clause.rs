//! A paragraph as sentences, clauses, and the figures in them.

use super::numeral::{Numeral, leading};
use crate::text::fold_width;

/// Words for a request, a case, a piece: 件 宗 起 条 份 次 …
const MEASURES: [char; 10] = ['件', '宗', '起', '条', '份', '次', '个', '例', '封', '笔'];
/// What may stand before a number that counts nothing: 第三条, 每件, 统一.
const NO_COUNT: [char; 9] = ['第', '每', '统', '唯', '同', '之', '任', '逐', '某'];
/// What makes a number vague: 近百件, 约10件, 10余件.
const VAGUE_BEFORE: [char; 4] = ['近', '约', '超', '逾'];
const VAGUE_AFTER: [char; 4] = ['余', '多', '几', '来'];

/// A figure with the words before it, from the last figure or mark on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    /// The words before it.
    pub(super) before: String,
    /// What it says; `None` where it is vague or no whole number.
    pub(super) value: Option<u64>,
}

/// What stands between two marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Clause {
    /// The figures, in order.
    pub(super) figures: Vec<Figure>,
    /// The words after the last figure, or all of them.
    pub(super) rest: String,
    /// Whether a semicolon stands before it.
    pub(super) apart: bool,
    /// Whether it stands in brackets.
    pub(super) bracketed: bool,
}

/// The sentences of a paragraph as they stand.
pub(in crate::report::checks) fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    paragraph.split(['。', '！', '？', '!', '?', '\n', '\r']).map(str::trim).filter(|text| !text.is_empty())
}

/// A sentence made comparable: narrow digits, no spaces, no titles of documents, years as 本年, 上年, 下年
/// and 他年, no first or last day of a year.
pub(in crate::report::checks) fn plain(sentence: &str, year: Option<i16>) -> String {
    let narrow = sentence.split('，').map(fold_width).collect::<Vec<_>>().join("，");
    let mut text = String::with_capacity(narrow.len());
    let mut titles = 0_usize;
    for letter in narrow.chars().filter(|c| !c.is_whitespace() && !matches!(c, '“' | '”' | '"' | ':' | '：'))
    {
        match letter {
            '《' => titles += 1,
            '》' => titles = titles.saturating_sub(1),
            letter if titles == 0 => text.push(letter),
            _ => (),
        }
    }
    words_for_years(&without_separators(&text), year)
}

/// 14,069 as 14069; a comma that separates nothing stays a mark.
fn without_separators(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let digit =
        |place: Option<usize>| place.and_then(|place| chars.get(place)).is_some_and(char::is_ascii_digit);
    let separates = |place: usize| {
        digit(place.checked_sub(1))
            && (1..=3).all(|step| digit(place.checked_add(step)))
            && !digit(place.checked_add(4))
    };
    let kept = chars.iter().enumerate().filter(|(place, c)| **c != ',' || !separates(*place));
    kept.map(|(_, c)| *c).collect()
}

fn words_for_years(text: &str, year: Option<i16>) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut words = String::with_capacity(text.len());
    let mut place = 0;
    while let Some(letter) = chars.get(place) {
        let rest = chars.get(place..).unwrap_or_default();
        let Some(numeral) = leading(rest) else {
            words.push(*letter);
            place += 1;
            continue;
        };
        let named = numeral.value.filter(|_| rest.get(numeral.len) == Some(&'年'));
        if let Some(word) = named.and_then(|number| year_word(number, year)) {
            words.push_str(word);
            place += numeral.len + 1;
        } else {
            // As a whole, so that a long run of digits is read once.
            words.extend(rest.iter().take(numeral.len));
            place += numeral.len;
        }
    }
    [
        ("上一年", "上年"),
        ("前一年", "上年"),
        ("去年", "上年"),
        ("下一年", "下年"),
        ("次年", "下年"),
        ("明年", "下年"),
        ("来年", "下年"),
        ("今年", "本年"),
        ("当年", "本年"),
        ("1月1日", ""),
        ("12月31日", ""),
    ]
    .iter()
    .fold(words, |words, (long, short)| words.replace(long, short))
}

fn year_word(number: u64, year: Option<i16>) -> Option<&'static str> {
    let number = i16::try_from(number).ok().filter(|number| (1990..=2100).contains(number))?;
    let Some(year) = year else { return Some("本年") };
    Some(match number.checked_sub(year) {
        Some(0) => "本年",
        Some(-1) => "上年",
        Some(1) => "下年",
        _ => "他年",
    })
}

/// The clauses of a plain sentence, with their figures.
pub(super) fn clauses(plain: &str) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut text = String::new();
    let (mut apart, mut bracketed) = (false, false);
    for letter in plain.chars() {
        if matches!(letter, '，' | ',' | '；' | ';' | '(' | ')') {
            clauses.push(Clause { apart, bracketed, ..clause(&text) });
            text.clear();
            apart = matches!(letter, '；' | ';');
            bracketed = letter == '(' || (bracketed && letter != ')');
        } else {
            text.push(letter);
        }
    }
    clauses.push(Clause { apart, bracketed, ..clause(&text) });
    clauses.retain(|clause| !clause.rest.is_empty() || !clause.figures.is_empty());
    clauses
}

fn clause(text: &str) -> Clause {
    let chars: Vec<char> = text.chars().collect();
    let mut clause = Clause::default();
    let mut place = 0;
    while let Some(letter) = chars.get(place) {
        let rest = chars.get(place..).unwrap_or_default();
        let Some(numeral) = leading(rest) else {
            clause.rest.push(*letter);
            place += 1;
            continue;
        };
        let counted = if counts(&clause.rest) { figure(rest, numeral, &clause.rest) } else { None };
        if let Some((value, len)) = counted {
            let before = std::mem::take(&mut clause.rest);
            let before = before.trim_start_matches(['、', '和', '及', '与']).to_owned();
            clause.figures.push(Figure { before, value });
            place += len;
        } else {
            clause.rest.extend(rest.iter().take(numeral.len));
            place += numeral.len;
        }
    }
    clause
}

/// Whether a number after these words counts something.
fn counts(before: &str) -> bool {
    before.chars().next_back().is_none_or(|last| !NO_COUNT.contains(&last))
}

/// The figure that a number makes with its measure word, and how many characters it takes. Without a measure
/// word it must end its clause: 上年结转0.
fn figure(rest: &[char], numeral: Numeral, before: &str) -> Option<(Option<u64>, usize)> {
    let nearly = before.chars().next_back().is_some_and(|last| VAGUE_BEFORE.contains(&last));
    let mut len = numeral.len;
    let rounded = rest.get(len).is_some_and(|next| VAGUE_AFTER.contains(next));
    len += usize::from(rounded);
    if rest.get(len).is_some_and(|next| MEASURES.contains(next)) {
        len += 1;
        len += usize::from(rest.get(len - 1) == Some(&'件') && rest.get(len) == Some(&'次'));
    } else if len != rest.len() || !rest.first().is_some_and(char::is_ascii_digit) {
        return None;
    }
    let value = numeral.value.filter(|_| !rounded && !nearly);
    Some((value, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(text: &str) -> Vec<(String, Option<u64>)> {
        let clauses = clauses(&plain(text, Some(2025)));
        clauses.into_iter().flat_map(|clause| clause.figures).map(|one| (one.before, one.value)).collect()
    }

    #[test]
    fn figures_stand_with_the_words_before_them() {
        assert_eq!(
            figures("2025 年度，收到申请１４，０６９ 件（含2024年结转两件）、办结 十二宗"),
            [
                ("收到申请".to_owned(), Some(14)),
                (String::new(), Some(69)),
                ("含上年结转".to_owned(), Some(2)),
                ("办结".to_owned(), Some(12)),
            ]
        );
        assert_eq!(figures("收到申请14,069件"), [("收到申请".to_owned(), Some(14_069))]);
    }

    #[test]
    fn ordinals_rates_and_titles_are_no_figures_and_vague_ones_have_no_value() {
        assert_eq!(figures("依据《条例》第二十条、第3条，统一件数，占33.9%，每件10元，《3件大事》"), []);
        assert_eq!(
            figures("收到申请近10件，办结10余件，公开1.17万条").iter().filter(|one| one.1.is_some()).count(),
            0
        );
    }
}
