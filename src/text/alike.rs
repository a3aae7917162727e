//! How alike two texts are, whatever marks and spaces stand between their words.

use std::collections::BTreeMap;

/// How alike two texts are, in per cent: the share of their pairs of neighbouring characters that both have
/// (the coefficient of Dice). Marks and spaces do not count; two empty texts are not alike.
///
/// ```
/// use gongkai::text::alike;
/// assert_eq!(alike("2025年度预算", "2025 年度预算。"), 100);
/// assert!(alike("公开2025年度部门预算", "申请公开2025年度部门预算执行情况") > 60);
/// assert_eq!(alike("征地批文", "部门预算"), 0);
/// ```
pub fn alike(one: &str, other: &str) -> u8 {
    let (mut pairs, mine) = pairs(one);
    let (others, theirs) = self::pairs(other);
    if mine + theirs == 0 {
        return 0;
    }
    let mut shared: u64 = 0;
    for (pair, count) in others {
        let have = pairs.entry(pair).or_default();
        shared += count.min(*have);
    }
    u8::try_from(200 * shared / (mine + theirs)).unwrap_or(100)
}

/// Pairs of neighbouring characters, how often each; and how many in all.
fn pairs(text: &str) -> (BTreeMap<(char, char), u64>, u64) {
    let folded = super::fold_search(text);
    let letters: Vec<char> = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut pairs = BTreeMap::new();
    for pair in letters.iter().zip(letters.iter().skip(1)) {
        *pairs.entry((*pair.0, *pair.1)).or_default() += 1;
    }
    let count = pairs.values().sum();
    (pairs, count)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_text_is_wholly_alike_to_itself_and_the_order_of_two_does_not_matter(one in ".{2,40}", other in ".{0,40}") {
            prop_assert_eq!(alike(&one, &other), alike(&other, &one));
            prop_assert!(matches!(alike(&one, &one), 0 | 100));
        }
    }
}
