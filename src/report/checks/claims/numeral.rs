//! Numbers as clerks write them: 12, 14,069, 十二, 一百零三, 两, 零.

/// A number at the head of some characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Its value; `None` where it is no whole number (1.17万) or too large.
    pub(super) value: Option<u64>,
    /// How many characters it takes.
    pub(super) len: usize,
}

/// The number that `chars` begin with, if they begin with one.
pub(super) fn leading(chars: &[char]) -> Option<Numeral> {
    arabic(chars).or_else(|| chinese(chars))
}

/// Digits, with decimals or a unit of size behind them.
fn arabic(chars: &[char]) -> Option<Numeral> {
    let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    if digits == 0 {
        return None;
    }
    let tail = chars.iter().skip(digits).take_while(|c| matches!(c, '.' | '万' | '亿' | '千' | '百')).count();
    let decimals = chars.iter().skip(digits + tail).take_while(|c| tail > 0 && c.is_ascii_digit()).count();
    let more = chars
        .iter()
        .skip(digits + tail + decimals)
        .take_while(|c| tail > 0 && matches!(c, '万' | '亿'))
        .count();
    let text: String = chars.iter().take(digits).collect();
    let value = if tail == 0 { text.parse().ok() } else { None };
    Some(Numeral { value, len: digits + tail + decimals + more })
}

/// 十二, 一百零三, 两; figures in a row (二〇二五) are read as they stand.
fn chinese(chars: &[char]) -> Option<Numeral> {
    let len = chars.iter().take_while(|c| digit(**c).is_some() || unit(**c).is_some()).count();
    let letters: Vec<char> = chars.iter().take(len).copied().collect();
    if letters.is_empty() {
        return None;
    }
    let value =
        if letters.iter().all(|c| digit(*c).is_some()) { in_a_row(&letters) } else { by_units(&letters) };
    Some(Numeral { value, len })
}

fn in_a_row(letters: &[char]) -> Option<u64> {
    letters.iter().try_fold(0_u64, |sum, letter| sum.checked_mul(10)?.checked_add(digit(*letter)?))
}

fn by_units(letters: &[char]) -> Option<u64> {
    let (mut sum, mut below, mut figure) = (0_u64, 0_u64, None);
    for letter in letters {
        if let Some(value) = digit(*letter) {
            if figure.is_some_and(|held| held != 0) {
                return None;
            }
            figure = Some(value);
        } else if *letter == '万' {
            sum = sum.checked_add(below.checked_add(figure.take().unwrap_or(0))?.checked_mul(10_000)?)?;
            below = 0;
        } else {
            // 十二 leaves the one out; 一百零十 does not exist, so a zero before a unit is one too.
            let times = figure.take().filter(|held| *held != 0).unwrap_or(1);
            below = below.checked_add(times.checked_mul(unit(*letter)?)?)?;
        }
    }
    sum.checked_add(below)?.checked_add(figure.unwrap_or(0))
}

fn digit(letter: char) -> Option<u64> {
    let place =
        ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'].iter().position(|c| *c == letter);
    match letter {
        '〇' => Some(0),
        '两' => Some(2),
        _ => place.and_then(|place| u64::try_from(place).ok()),
    }
}

const fn unit(letter: char) -> Option<u64> {
    match letter {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        '万' => Some(10_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Option<u64>, usize)> {
        let chars: Vec<char> = text.chars().collect();
        leading(&chars).map(|numeral| (numeral.value, numeral.len))
    }

    #[test]
    fn numbers_are_read_in_either_script() {
        for (text, value) in [
            ("12件", 12),
            ("零件", 0),
            ("两件", 2),
            ("十件", 10),
            ("十二件", 12),
            ("二十件", 20),
            ("一百零三件", 103),
            ("两千零五十件", 2050),
            ("一万三千八百一十件", 13_810),
            ("二〇二五年", 2025),
        ] {
            assert_eq!(read(text).and_then(|(value, _)| value), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_whole_number_has_no_value_but_its_length() {
        assert_eq!(read("1.17万条"), Some((None, 5)));
        assert_eq!(read("3万条"), Some((None, 2)));
        assert_eq!(read("99999999999999999999件"), Some((None, 20)));
        assert_eq!(read("件"), None);
    }
}
