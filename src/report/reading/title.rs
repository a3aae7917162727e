//! The title of a report: whose, and of which year.

use super::fold::chinese_digit;
use crate::law::labels;
use crate::text::clean_line;
use crate::words::report as words;

/// Longer lines are no titles, in characters.
const LONGEST: usize = 70;

/// What a title says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    pub(super) organ: Option<String>,
    pub(super) year: Option<i16>,
    /// Whether it is `<机关><年份>年政府信息公开工作年度报告`.
    pub(super) exact: bool,
}

/// How much a line looks like the title: 0 is not at all, 1 could be a menu of the page.
pub(super) fn likeness(line: &str) -> u8 {
    let line = squeezed(line);
    let named = line.contains("信息公开") && (line.contains("年度报告") || line.contains("年报"));
    if !named || line.chars().count() > LONGEST || line.contains(['。', '；', '《', '>']) {
        return 0;
    }
    let year = year_at(&line).is_some();
    1 + u8::from(year) + 2 * u8::from(line.ends_with(labels::TITLE_TAIL) || line.ends_with("年度报告"))
}

/// Reads a title.
pub(super) fn read(title: &str) -> Parsed {
    let line = squeezed(title);
    let Some((before, year, after)) = year_at(&line) else {
        let organ = line.split("政府信息公开").next().filter(|organ| !organ.is_empty() && *organ != line);
        return Parsed { organ: organ.map(str::to_owned), year: None, exact: false };
    };
    let before = before.trim_start_matches("关于").trim_matches(['-', '_', '|', ':', '：', '《']);
    let after = after.strip_prefix('度').unwrap_or(after);
    let inner = after.split("政府信息公开").next().unwrap_or_default();
    let inner = inner.trim_start_matches('度');
    let organ = if before.is_empty() { inner } else { before };
    let exact =
        !organ.is_empty() && line == format!("{organ}{}", words::year_title(year, labels::TITLE_TAIL));
    let organ = (!organ.is_empty() && organ != after).then(|| organ.to_owned());
    Parsed { organ, year: Some(year), exact }
}

/// Whether a line is the name of an organ and nothing else.
pub(super) fn names_organ(line: &str) -> bool {
    const ENDS: [&str; 22] = [
        "局", "委", "会", "府", "院", "厅", "部", "处", "室", "中心", "所", "站", "公司", "街道", "镇", "乡",
        "行", "署", "社", "大队", "支队", "队",
    ];
    let line = squeezed(line);
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '（' | '）' | '(' | ')');
    let name = line.trim_end_matches(['）', ')']);
    line.chars().count() <= 30 && line.chars().all(plain) && ENDS.iter().any(|end| name.ends_with(end))
}

/// The year of the period that a sentence names: 2025年1月1日至2025年12月31日.
pub(super) fn period_year(sentence: &str) -> Option<i16> {
    let line = squeezed(sentence);
    let (_, year, rest) = year_at(&line)?;
    rest.starts_with("1月1日").then_some(year)
}

/// Without blanks, digits as ASCII.
fn squeezed(text: &str) -> String {
    let digit = |letter: char| match letter {
        '０'..='９' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    };
    clean_line(text).chars().filter(|letter| !letter.is_whitespace()).map(digit).collect()
}

/// The first year in a line, with what stands before its digits and after its 年.
fn year_at(line: &str) -> Option<(&str, i16, &str)> {
    for (at, _) in line.match_indices('年') {
        let (head, tail) = line.split_at_checked(at)?;
        let mut digits: Vec<(usize, usize)> =
            head.char_indices().rev().map_while(|(at, letter)| Some((at, digit(letter)?))).take(4).collect();
        digits.reverse();
        let [(start, _), ..] = digits.as_slice() else { continue };
        let year = digits.iter().fold(0, |year, (_, digit)| year * 10 + digit);
        if digits.len() == 4 && (1990..2100).contains(&year) {
            let (before, _) = head.split_at_checked(*start)?;
            return Some((before, i16::try_from(year).ok()?, tail.strip_prefix('年')?));
        }
    }
    None
}

fn digit(letter: char) -> Option<usize> {
    let ascii = letter.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
    ascii.or_else(|| chinese_digit(letter).filter(|digit| *digit < 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organ_and_year_are_read_from_the_usual_titles() {
        for (title, organ, year, exact) in [
            ("北关区工信局 2025 年政府信息公开工作年度报告", Some("北关区工信局"), Some(2025), true),
            ("某市人民政府二〇二五年政府信息公开工作年度报告", Some("某市人民政府"), Some(2025), false),
            ("2024年某县水利局政府信息公开工作年度报告", Some("某县水利局"), Some(2024), false),
            ("某局２０２３年度政府信息公开年度报告", Some("某局"), Some(2023), false),
            ("2020年政府信息公开工作年度报告", None, Some(2020), false),
            ("某局政府信息公开工作年度报告", Some("某局"), None, false),
        ] {
            let expected = Parsed { organ: organ.map(str::to_owned), year, exact };
            assert_eq!(read(title), expected, "{title}");
            assert!(likeness(title) > 0, "{title}");
        }
    }

    #[test]
    fn a_sentence_about_the_report_is_no_title() {
        assert_eq!(likeness("根据《条例》，编制2025年政府信息公开工作年度报告。"), 0);
        assert_eq!(likeness("首页 > 年度报告 > 信息公开"), 0);
        assert_eq!(period_year("统计期限为2025年1月1日至2025年12月31日"), Some(2025));
        assert_eq!(period_year("2025年，我局"), None);
    }
}
