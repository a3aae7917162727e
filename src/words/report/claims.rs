//! What is wrong with a number in the words of a report.

use super::TABLE3;
use super::checks::quoted;

/// The cells of some rows together.
pub(crate) fn rows(names: &str) -> String {
    format!("{TABLE3} {names} 总计")
}

pub(crate) fn v6(sentence: &str, stated: u64, cell: &str, computed: u128) -> String {
    format!("{}：文中为 {stated}，{cell}为 {computed}", quoted(sentence))
}
