//! V14 and V20: the year of the title, the 统计期限, the day of handing in.

use jiff::civil::Date;

use super::claims::sentences;
use super::passages::passages;
use super::{Finding, HandIn, Target};
use crate::law::labels;
use crate::report::{Part, Prose};
use crate::text::fold_width;
use crate::words::report::checks as words;

/// V14 on the title: it names the year of the data, and calls the report what the format calls it.
pub(super) fn v14_title(title: &str, year: i16) -> Vec<Finding> {
    let plain: String = fold_width(title).chars().filter(|c| !c.is_whitespace()).collect();
    let mut findings = Vec::new();
    let sides = |left: &str, right: &str| (left.to_owned(), right.to_owned());
    match years(&plain).next() {
        Some(stated) if stated == year => (),
        Some(stated) => findings.push(Finding::error(
            "V14",
            Target::Title,
            (stated.to_string(), year.to_string()),
            words::v14_year(stated, year),
        )),
        None => {
            let message = words::v14_no_year(year);
            findings.push(Finding::error("V14", Target::Title, sides(&plain, &year.to_string()), message));
        }
    }
    if !plain.ends_with(labels::TITLE_TAIL) {
        let message = words::v14_tail(labels::TITLE_TAIL);
        findings.push(Finding::warning("V14", Target::Title, sides(&plain, labels::TITLE_TAIL), message));
    }
    findings
}

/// The years that a text names: four digits before 年.
fn years(text: &str) -> impl Iterator<Item = i16> {
    text.split('年').filter_map(|before| {
        let digits: Vec<char> = before.chars().rev().take_while(char::is_ascii_digit).collect();
        let number: String = digits.iter().rev().collect();
        (digits.len() == 4).then(|| number.parse().ok()).flatten()
    })
}

/// V14 on the 统计期限: where the preface or part one states one, it is the year from its first day to its
/// last. Most reports of departments state none.
pub(super) fn v14_period(prose: &Prose, year: i16) -> Vec<Finding> {
    let words_of_it = ["统计期限", "统计时限", "统计期间", "统计时间", "统计数据", "所列数据"];
    let stands = passages(prose).filter(|passage| matches!(passage.part, None | Some(Part::Overview)));
    let mut findings = Vec::new();
    for passage in stands {
        for sentence in sentences(passage.text) {
            if !words_of_it.iter().any(|word| sentence.contains(word)) {
                continue;
            }
            let Some((from, to)) = span(sentence) else { continue };
            let whole = from == (year, 1, 1) && to == (year, 12, 31);
            if !whole {
                let stated = words::span(from, to);
                let right = words::span((year, 1, 1), (year, 12, 31));
                let message = words::v14_period(&stated, &right);
                findings.push(Finding::error("V14", passage.target.clone(), (stated, right), message));
            }
        }
    }
    findings
}

type Day = (i16, i8, i8);

/// The first and the last day that a sentence names, if it names just two: 2025年1月1日至12月31日.
fn span(sentence: &str) -> Option<(Day, Day)> {
    let plain: String = fold_width(sentence).chars().filter(|c| !c.is_whitespace()).collect();
    let (mut number, mut days) = (String::new(), Vec::new());
    let (mut year, mut month) = (None, None);
    for letter in plain.chars() {
        match letter {
            digit if digit.is_ascii_digit() => {
                number.push(digit);
                continue;
            }
            '年' => year = number.parse::<i16>().ok().or(year),
            '月' => month = number.parse::<i8>().ok(),
            '日' => {
                let day = number.parse::<i8>().ok();
                if let (Some(year), Some(month), Some(day)) = (year, month.take(), day) {
                    days.push((year, month, day));
                }
            }
            _ => (),
        }
        number.clear();
    }
    match days.as_slice() {
        [from, to] => Some((*from, *to)),
        _ => None,
    }
}

/// V20: departments hand in and publish by 31 January, governments publish by 31 March (art. 49), or by an
/// own day before that.
pub(super) fn v20(hand_in: HandIn, year: i16, government: bool) -> Option<Finding> {
    let month = if government { 3 } else { 1 };
    let legal = Date::new(year.checked_add(1)?, month, 31).ok()?;
    let own = hand_in.own_day.filter(|own| *own < legal);
    let (passed, message) = if hand_in.on > legal {
        (legal, words::v20_legal(hand_in.on, legal, government))
    } else {
        let own = own.filter(|own| hand_in.on > *own)?;
        (own, words::v20_own(hand_in.on, own))
    };
    let sides = (words::day(hand_in.on), words::day(passed));
    Some(Finding::warning("V20", Target::Report, sides, message))
}
