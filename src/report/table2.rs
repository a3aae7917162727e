//! Table 2: what was disclosed on the organ's own motion (条例 art. 20(一)(五)(六)(八)).

use super::{Stated, WanYuan};
use crate::law::labels;

/// One of the two kinds of documents of block （一）.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// 规章
    Regulation,
    /// 行政规范性文件
    NormativeDocument,
}

impl Document {
    /// Both, in the order of the table.
    pub const ALL: [Self; 2] = [Self::Regulation, Self::NormativeDocument];

    /// The label, verbatim; it is the key in JSON too.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Regulation => labels::DOCUMENT_ROWS[0],
            Self::NormativeDocument => labels::DOCUMENT_ROWS[1],
        }
    }
}

/// One of the three figures of a kind of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentColumn {
    /// 本年制发件数
    Made,
    /// 本年废止件数
    Repealed,
    /// 现行有效件数, on 31 December
    Valid,
}

impl DocumentColumn {
    /// All three, in the order of the table.
    pub const ALL: [Self; 3] = [Self::Made, Self::Repealed, Self::Valid];

    /// The heading, verbatim.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Made => labels::DOCUMENT_COLUMNS[0],
            Self::Repealed => labels::DOCUMENT_COLUMNS[1],
            Self::Valid => labels::DOCUMENT_COLUMNS[2],
        }
    }
}

/// The stated cells of table 2. Decisions count whether disclosed or lawfully not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table2 {
    /// 规章 and 行政规范性文件: made, repealed, valid on 31 December
    pub documents: [[Stated; 3]; 2],
    /// 行政许可
    pub licences: Stated,
    /// 行政处罚
    pub penalties: Stated,
    /// 行政强制
    pub compulsions: Stated,
    /// 行政事业性收费, in 万元
    pub charges: Stated,
}

impl Table2 {
    /// The table of these figures: documents as made, repealed, valid; then decisions; then charges.
    pub fn new(documents: [[u64; 3]; 2], decisions: [u64; 3], charges: WanYuan) -> Self {
        let [licences, penalties, compulsions] = decisions.map(Stated::number);
        Self {
            documents: documents.map(|row| row.map(Stated::number)),
            licences,
            penalties,
            compulsions,
            charges: Stated::amount(charges),
        }
    }

    /// The table of an organ that has nothing to report: all 0.
    pub fn zero() -> Self {
        Self::new([[0; 3]; 2], [0; 3], WanYuan::default())
    }

    /// A figure of block （一）.
    pub fn document(&self, document: Document, column: DocumentColumn) -> &Stated {
        let [regulations, normative] = &self.documents;
        let [made, repealed, valid] = match document {
            Document::Regulation => regulations,
            Document::NormativeDocument => normative,
        };
        match column {
            DocumentColumn::Made => made,
            DocumentColumn::Repealed => repealed,
            DocumentColumn::Valid => valid,
        }
    }

    /// The three decision rows with their labels, which are the keys in JSON too.
    pub fn decisions(&self) -> [(&'static str, &Stated); 3] {
        [
            (labels::LICENCES, &self.licences),
            (labels::ENFORCEMENT_ROWS[0], &self.penalties),
            (labels::ENFORCEMENT_ROWS[1], &self.compulsions),
        ]
    }
}
