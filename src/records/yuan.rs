//! Amounts in 元 to the 分, exactly.

/// No charge is larger: sums of any number of them can be held.
pub(super) const MOST_FEN: u64 = 1_000_000_000_000_000;

/// Reads 元 with at most two decimals, such as `380` or `380.50`; `None` for anything else.
///
/// ```
/// use gongkai::records::parse_yuan;
/// assert_eq!(parse_yuan("380.5"), Some(38_050));
/// assert_eq!(parse_yuan("0.001"), None);
/// ```
pub fn parse_yuan(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, cents) = text.split_once('.').unwrap_or((text, "00"));
    if !digits(whole) || !digits(cents) || cents.len() > 2 {
        return None;
    }
    let cents: u64 = format!("{cents:0<2}").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents)
}

/// The amount in 元: without decimals where there are no 分.
///
/// ```
/// assert_eq!(gongkai::records::format_yuan(38_050), "380.50");
/// ```
pub fn format_yuan(fen: u64) -> String {
    match fen % 100 {
        0 => (fen / 100).to_string(),
        cents => format!("{}.{cents:02}", fen / 100),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_not_a_plain_amount_is_none() {
        for text in ["", "-1", "1.", ".5", "1e3", "1,000", "１", "99999999999999999999", "1.234"] {
            assert_eq!(parse_yuan(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_amount_is_read_back(fen in any::<u64>()) {
            prop_assert_eq!(parse_yuan(&format_yuan(fen)), Some(fen));
        }
    }
}
