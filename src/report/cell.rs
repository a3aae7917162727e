//! What stands in one cell of a stated table.

use super::WanYuan;

/// One stated figure, as it stands on paper or in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cell {
    /// A count: 件 in table 3, 件 or decisions in table 2, cases in table 4.
    Number(u64),
    /// The charges of table 2, in 万元.
    Amount(WanYuan),
    /// Nothing. The format wants 0; rule V7 says so.
    #[default]
    Blank,
    /// Anything else: "/", "-", a negative or broken number.
    Text(String),
}

impl Cell {
    /// Reads the text of a cell that should hold a count.
    pub fn count_from_text(text: &str) -> Self {
        let text = text.trim();
        let plain = text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(number) if plain => Self::Number(number),
            _ => Self::from_words(text),
        }
    }

    /// Reads the text of a cell that should hold an amount in 万元.
    pub fn amount_from_text(text: &str) -> Self {
        let text = text.trim();
        WanYuan::parse(text).map_or_else(|| Self::from_words(text), Self::Amount)
    }

    fn from_words(text: &str) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }

    /// The count, if it is one.
    pub fn count(&self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Amount(_) | Self::Blank | Self::Text(_) => None,
        }
    }

    /// The amount, if it is one.
    pub fn amount(&self) -> Option<WanYuan> {
        match self {
            Self::Amount(amount) => Some(*amount),
            Self::Number(_) | Self::Blank | Self::Text(_) => None,
        }
    }

    /// The text that is printed: 0 prints 0, nothing prints nothing.
    pub fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Amount(amount) => amount.to_string(),
            Self::Blank => String::new(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// A cell and what its author noted beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stated {
    /// The figure.
    pub cell: Cell,
    /// The note beside it, if any.
    pub note: Option<String>,
}

impl Stated {
    /// A cell nobody wrote.
    pub(crate) const MISSING: Self = Self { cell: Cell::Blank, note: None };

    /// A count without a note.
    pub fn number(number: u64) -> Self {
        Cell::Number(number).into()
    }

    /// An amount without a note.
    pub fn amount(amount: WanYuan) -> Self {
        Cell::Amount(amount).into()
    }
}

impl From<Cell> for Stated {
    fn from(cell: Cell) -> Self {
        Self { cell, note: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_digits_and_nothing_else() {
        assert_eq!(Cell::count_from_text(" 12 "), Cell::Number(12));
        assert_eq!(Cell::count_from_text(" "), Cell::Blank);
        for text in ["/", "-", "-1", "+1", "1.0", "99999999999999999999"] {
            assert_eq!(Cell::count_from_text(text), Cell::Text(text.to_owned()));
        }
    }

    #[test]
    fn an_amount_may_have_decimals() {
        assert_eq!(Cell::amount_from_text("0.038"), Cell::Amount(WanYuan::from_fen(38_000)));
        assert_eq!(Cell::amount_from_text("380元"), Cell::Text("380元".to_owned()));
    }
}
