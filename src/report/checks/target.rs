//! Where a finding leads: the cell, paragraph or case that is to be mended.

use std::fmt::Write as _;

use crate::law::labels;
use crate::report::{Column3, Dispute, DisputeColumn, Document, DocumentColumn, Part, Row3};
use crate::words::report::{self as words, checks};

/// A figure of table 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure2 {
    /// One of the figures of 规章 or 行政规范性文件; `None`: the whole line
    Document(Document, Option<DocumentColumn>),
    /// 行政许可
    Licences,
    /// 行政处罚
    Penalties,
    /// 行政强制
    Compulsions,
    /// 行政事业性收费
    Charges,
}

/// Where a finding leads. Screens go there; paragraphs and notes count from 0 here and from 1 in texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The report as a whole: its day, its headings that are missing
    Report,
    /// The title
    Title,
    /// A paragraph before part one
    Preface(usize),
    /// A part as a whole
    Part(Part),
    /// A paragraph of a part
    Paragraph(Part, usize),
    /// A note of a part
    Note(Part, usize),
    /// A figure of table 2
    Table2(Figure2),
    /// A cell of table 3; without a row the column, without a column the row
    Table3 {
        /// the row
        row: Option<Row3>,
        /// the column
        column: Option<Column3>,
    },
    /// A cell of table 4; without a column the group
    Table4 {
        /// the group
        dispute: Dispute,
        /// the column
        column: Option<DisputeColumn>,
    },
    /// A request, by its 编号
    Case(String),
}

impl Target {
    /// What the place is called: 表三 商业企业列, 一、总体情况 第2段.
    pub fn place(&self) -> String {
        match self {
            Self::Report => checks::REPORT.to_owned(),
            Self::Title => checks::TITLE.to_owned(),
            Self::Preface(index) => checks::paragraph_place(checks::PREFACE, *index),
            Self::Part(part) => part.title().to_owned(),
            Self::Paragraph(part, index) => checks::paragraph_place(part.title(), *index),
            Self::Note(part, index) => checks::note_place(part.title(), *index),
            Self::Table2(figure) => figure.place(),
            Self::Table3 { row, column } => table3_place(*row, *column),
            Self::Table4 { dispute, column: None } => words::line_place(words::TABLE4, dispute.label()),
            Self::Table4 { dispute, column: Some(column) } => {
                words::cell_place(words::TABLE4, dispute.label(), column.label())
            }
            Self::Case(no) => checks::case_place(no),
        }
    }

    /// The place as a path of keys, for programs: `table3/new/natural`, `table2/regulation/made`,
    /// `part/1/paragraph/2`, `case/2025-3`. Numbers count from 1.
    pub fn path(&self) -> String {
        match self {
            Self::Report => "report".to_owned(),
            Self::Title => "title".to_owned(),
            Self::Preface(index) => format!("preface/{}", index + 1),
            Self::Part(part) => format!("part/{}", part.index() + 1),
            Self::Paragraph(part, index) => format!("part/{}/paragraph/{}", part.index() + 1, index + 1),
            Self::Note(part, index) => format!("part/{}/note/{}", part.index() + 1, index + 1),
            Self::Table2(figure) => format!("table2/{}", figure.key()),
            Self::Table3 { row, column } => {
                let row = row.map_or("*", Row3::key);
                format!("table3/{row}/{}", column.map_or("*", Column3::key))
            }
            Self::Table4 { dispute, column } => {
                format!("table4/{}/{}", dispute.key(), column.map_or("*", dispute_key))
            }
            Self::Case(no) => format!("case/{no}"),
        }
    }
}

fn table3_place(row: Option<Row3>, column: Option<Column3>) -> String {
    match (row, column) {
        (None, None) => words::TABLE3.to_owned(),
        (None, Some(column)) => words::column_place(words::TABLE3, column.label()),
        (Some(row), None) => words::row_place(words::TABLE3, &row.name()),
        (Some(row), Some(column)) => words::cell_place(words::TABLE3, &row.name(), column.label()),
    }
}

impl Figure2 {
    fn place(self) -> String {
        let decisions = |label| words::cell_place(words::TABLE2, label, labels::DECISIONS);
        match self {
            Self::Document(document, None) => words::line_place(words::TABLE2, document.label()),
            Self::Document(document, Some(column)) => {
                words::cell_place(words::TABLE2, document.label(), column.label())
            }
            Self::Licences => decisions(labels::LICENCES),
            Self::Penalties => decisions(labels::ENFORCEMENT_ROWS[0]),
            Self::Compulsions => decisions(labels::ENFORCEMENT_ROWS[1]),
            Self::Charges => words::line_place(words::TABLE2, labels::FEES),
        }
    }

    fn key(self) -> String {
        let mut key = match self {
            Self::Document(Document::Regulation, _) => "regulation",
            Self::Document(Document::NormativeDocument, _) => "normative_document",
            Self::Licences => "licences",
            Self::Penalties => "penalties",
            Self::Compulsions => "compulsions",
            Self::Charges => "charges",
        }
        .to_owned();
        if let Self::Document(_, column) = self {
            // Writing into a text cannot fail.
            let _ = write!(key, "/{}", column.map_or("*", document_key));
        }
        key
    }
}

const fn document_key(column: DocumentColumn) -> &'static str {
    match column {
        DocumentColumn::Made => "made",
        DocumentColumn::Repealed => "repealed",
        DocumentColumn::Valid => "valid",
    }
}

const fn dispute_key(column: DisputeColumn) -> &'static str {
    match column {
        DisputeColumn::Upheld => "upheld",
        DisputeColumn::Corrected => "corrected",
        DisputeColumn::Other => "other",
        DisputeColumn::Pending => "pending",
        DisputeColumn::Sum => "total",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::ApplicantKind;

    #[test]
    fn a_target_is_named_for_people_and_for_programs() {
        let natural = Some(Column3::Kind(ApplicantKind::Natural));
        let made = Figure2::Document(Document::Regulation, Some(DocumentColumn::Made));
        for (target, place, path) in [
            (
                Target::Table3 { row: Some(Row3::New), column: natural },
                "表三 一、本年新收 自然人",
                "table3/new/natural",
            ),
            (Target::Table3 { row: None, column: natural }, "表三 自然人列", "table3/*/natural"),
            (Target::Table2(made), "表二 规章 本年制发件数", "table2/regulation/made"),
            (
                Target::Table4 { dispute: Dispute::Review, column: Some(DisputeColumn::Pending) },
                "表四 行政复议 尚未审结",
                "table4/review/pending",
            ),
            (Target::Paragraph(Part::Overview, 1), "一、总体情况 第2段", "part/1/paragraph/2"),
            (Target::Case("2025-3".to_owned()), "申请 2025-3", "case/2025-3"),
        ] {
            assert_eq!((target.place().as_str(), target.path().as_str()), (place, path));
        }
    }
}
