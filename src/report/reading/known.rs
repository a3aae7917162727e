//! The labels of the three tables, found by their bare words.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::fold::bare;
use crate::law::{ApplicantKind, OutcomeGroup, OutcomeRow, labels};
use crate::report::{Column3, Dispute, Document, Row3};
use crate::text::alike;

/// A row of table 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line2 {
    Document(Document),
    Licences,
    Penalties,
    Compulsions,
    Charges,
}

impl Line2 {
    /// All six, in the order of the table.
    pub(super) const ALL: [Self; 6] = [
        Self::Document(Document::Regulation),
        Self::Document(Document::NormativeDocument),
        Self::Licences,
        Self::Penalties,
        Self::Compulsions,
        Self::Charges,
    ];

    /// The label, verbatim.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Document(document) => document.label(),
            Self::Licences => labels::LICENCES,
            Self::Penalties => labels::ENFORCEMENT_ROWS[0],
            Self::Compulsions => labels::ENFORCEMENT_ROWS[1],
            Self::Charges => labels::FEES,
        }
    }
}

/// The row of table 2 that has this label.
pub(super) fn line2(words: &str) -> Option<Line2> {
    if words == "规范性文件" {
        // As the form of 2019 calls it.
        return Some(Line2::Document(Document::NormativeDocument));
    }
    Line2::ALL.into_iter().find(|line| line.label() == words)
}

static ROWS: LazyLock<HashMap<String, Row3>> = LazyLock::new(|| {
    let mut rows: HashMap<String, Row3> = Row3::all().map(|row| (bare(row.label()), row)).collect();
    rows.insert("部分公开".to_owned(), Row3::Result(OutcomeRow::Partial));
    rows.insert("结转下年度".to_owned(), Row3::CarriedOut);
    rows
});

/// The row of table 3 that has this label.
pub(super) fn row3(words: &str) -> Option<Row3> {
    ROWS.get(words).copied()
}

/// The row of table 3 whose label is most like this one, if one is rather like it.
pub(super) fn row3_like(words: &str) -> Option<Row3> {
    if words.chars().count() < 4 {
        return None;
    }
    let inside = |label: &str| label.contains(words) || words.contains(label) && label.chars().count() >= 4;
    let score = |label: &str| if inside(label) { 90 } else { alike(label, words) };
    let best = ROWS.iter().map(|(label, row)| (score(label), *row)).max_by_key(|(score, row)| {
        // The earlier row among equals: the same answer every time.
        (*score, usize::MAX - row.index())
    });
    best.filter(|(score, _)| *score >= 75).map(|(_, row)| row)
}

static GROUPS: LazyLock<HashMap<String, OutcomeGroup>> = LazyLock::new(|| {
    let labels = |group: OutcomeGroup| [(bare(group.label()), group), (short(group).to_owned(), group)];
    OutcomeGroup::ALL.into_iter().flat_map(labels).collect()
});

/// The group of block 三 that has this label.
pub(super) fn group3(words: &str) -> Option<OutcomeGroup> {
    GROUPS.get(words).copied()
}

const fn short(group: OutcomeGroup) -> &'static str {
    match group {
        OutcomeGroup::Open => "予以公开",
        OutcomeGroup::Partial => "部分公开",
        OutcomeGroup::Deny => "不予公开",
        OutcomeGroup::NotAvailable => "无法提供",
        OutcomeGroup::NotProcessed => "不予处理",
        OutcomeGroup::Other => "其他处理",
    }
}

/// The column of table 3 that has this heading.
pub(super) fn column3(words: &str) -> Option<Column3> {
    Column3::all().find(|column| column.label() == words)
}

/// Whether these words stand in the head of table 3 and nowhere in its rows.
pub(super) fn head3(words: &str) -> bool {
    words == labels::APPLICANTS
        || words == labels::ORGANISATIONS
        || ApplicantKind::ALL.iter().any(|kind| *kind != ApplicantKind::Other && kind.label() == words)
}

/// Whether these words are a heading of table 4, other than 总计.
pub(super) fn head4(words: &str) -> bool {
    let labels = labels::DISPUTE_COLUMNS.into_iter().filter(|label| *label != labels::SUM);
    labels.into_iter().any(|label| label == words) || matches!(words, "维持" | "纠正")
}

/// The group of table 4 that has this label.
pub(super) fn dispute(words: &str) -> Option<Dispute> {
    Dispute::ALL.into_iter().find(|dispute| dispute.label() == words)
}

/// Whether a row with this label belongs to one of the tables.
pub(super) fn any_row(text: &str) -> bool {
    let words = bare(text);
    row3(&words).is_some() || line2(&words).is_some() || dispute(&words).is_some() || words == "其他处理"
}

static FIXED: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let heads = [labels::RESULTS, labels::TABLE3_NOTE, labels::CONTENT, labels::DECISIONS, labels::CHARGES];
    let blocks = labels::TABLE2_BLOCKS.into_iter().chain(heads).chain(labels::DOCUMENT_COLUMNS);
    labels::TABLE4_HALVES.into_iter().chain(labels::SUITS).chain(blocks).map(bare).collect()
});

/// Whether these words are a heading or a group's label of some table: no row, no prose.
pub(super) fn furniture(words: &str) -> bool {
    group3(words).is_some()
        || column3(words).is_some()
        || head3(words)
        || head4(words)
        || FIXED.contains(words)
}
