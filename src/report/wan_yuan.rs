//! Amounts in 万元, exactly: small charges need decimals (380 元 is 0.038 万元).

use std::fmt;

/// 分 in one 万元; hence six decimals hold every amount.
const FEN: u64 = 1_000_000;
/// Decimals of 万元 that one 分 needs.
const DECIMALS: usize = 6;

/// An amount of money, shown in 万元, held in 分.
///
/// ```
/// use gongkai::report::WanYuan;
/// let charge = WanYuan::from_fen(38_000);
/// assert_eq!(charge.to_string(), "0.038");
/// assert_eq!(WanYuan::parse("0.0380"), Some(charge));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WanYuan {
    fen: u64,
}

impl WanYuan {
    /// The amount of `fen` 分.
    pub const fn from_fen(fen: u64) -> Self {
        Self { fen }
    }

    /// The amount in 分.
    pub const fn fen(self) -> u64 {
        self.fen
    }

    /// The sum of two amounts, if it can be held.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.fen.checked_add(other.fen).map(Self::from_fen)
    }

    /// Reads plain decimals in 万元, such as `316441` or `0.038`. None for signs, exponents, anything finer
    /// than one 分, or an amount too large to hold.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let fraction = if fraction.len() > DECIMALS { fraction.trim_end_matches('0') } else { fraction };
        if !digits(whole) || (!digits(fraction) && !fraction.is_empty()) || fraction.len() > DECIMALS {
            return None;
        }
        if text.ends_with('.') {
            return None;
        }
        let parts: u64 = format!("{fraction:0<DECIMALS$}").parse().ok()?;
        let whole: u64 = whole.parse().ok()?;
        whole.checked_mul(FEN)?.checked_add(parts).map(Self::from_fen)
    }
}

/// Whether `text` is one or more ASCII digits.
fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for WanYuan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, parts) = (self.fen / FEN, self.fen % FEN);
        if parts == 0 {
            return write!(f, "{whole}");
        }
        let fraction = format!("{parts:0>DECIMALS$}");
        write!(f, "{whole}.{}", fraction.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_amount_is_read_to_the_fen_and_not_finer() {
        assert_eq!(WanYuan::parse("0.000001"), Some(WanYuan::from_fen(1)));
        assert_eq!(WanYuan::parse("316441"), Some(WanYuan::from_fen(316_441_000_000)));
        assert_eq!(WanYuan::parse("0.00000010"), None);
        assert_eq!(WanYuan::parse("1.00000000"), Some(WanYuan::from_fen(1_000_000)));
    }

    #[test]
    fn what_is_not_a_plain_decimal_is_no_amount() {
        for text in ["", "-1", "+1", "1e3", "1.", ".5", "1.2.3", "1,000", "１", "99999999999999999999"] {
            assert_eq!(WanYuan::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_amount_is_read_back_from_its_text(fen in any::<u64>()) {
            let amount = WanYuan::from_fen(fen);
            prop_assert_eq!(WanYuan::parse(&amount.to_string()), Some(amount));
        }
    }
}
