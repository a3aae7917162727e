//! How one item ends: row + kind + grounds.

use crate::law::{Article, OutcomeKind, OutcomeRow};

/// 办理结果: the row in which it is counted, what the row does not tell, and the articles it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The leaf row of table 3.
    pub row: OutcomeRow,
    /// The kind within the row, where the row has kinds.
    pub kind: Option<OutcomeKind>,
    /// The articles of the answer; they, not the row, decide the remedy.
    pub grounds: Vec<Article>,
}

impl Outcome {
    /// An outcome of `row` on the articles that such an answer usually rests on.
    pub fn of(row: OutcomeRow) -> Self {
        Self { row, kind: None, grounds: Vec::new() }
    }

    /// The same with its kind.
    #[must_use]
    pub fn with_kind(mut self, kind: OutcomeKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The grounds stated, or those of the row where none was stated.
    pub fn effective_grounds(&self) -> &[Article] {
        if self.grounds.is_empty() { self.row.articles() } else { &self.grounds }
    }

    /// Whether the remedy is 复议前置: a ground of arts. 14-16 behind something withheld. An answer that
    /// discloses everything withholds nothing, and 行政查询 rests on art. 36(7).
    pub fn review_first(&self) -> bool {
        self.row != OutcomeRow::Open && self.effective_grounds().iter().any(|article| article.review_first())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_remedy_follows_the_ground_and_not_the_row() {
        let partial = |article| Outcome { grounds: vec![article], ..Outcome::of(OutcomeRow::Partial) };
        assert!(partial(Article::whole(15)).review_first());
        assert!(!partial(Article::item(36, 4)).review_first());
        assert!(Outcome::of(OutcomeRow::DenyThird).review_first());
        assert!(!Outcome::of(OutcomeRow::DenyQuery).review_first());
    }
}
