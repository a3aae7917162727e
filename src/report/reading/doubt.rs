//! What had to be guessed while reading, or was not found.

use std::fmt;

use crate::report::Part;
use crate::words::report::reading as words;

/// One of the three tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableNo {
    /// Table 2, in part 二
    Two,
    /// Table 3, in part 三
    Three,
    /// Table 4, in part 四
    Four,
}

/// Something about a file that a reader should look at. `Display` gives the sentence for the clerk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The tables follow the form of 2019: [`Form::Form2019`](super::Form::Form2019).
    Form2019,
    /// Some bytes are no characters in the file's encoding.
    Garbled,
    /// No title was found.
    NoTitle,
    /// The title does not end as the format wants.
    Title {
        /// what stands there
        found: String,
    },
    /// A part was not found.
    PartMissing(Part),
    /// A part's title has other words, or another number, than those of the format. Punctuation, widths
    /// and blanks are passed over.
    PartTitle {
        /// the part
        part: Part,
        /// what stands there
        found: String,
    },
    /// A part begins twice.
    PartRepeated(Part),
    /// A part stands after one that should follow it.
    PartOrder(Part),
    /// A table was not found.
    TableMissing(TableNo),
    /// A table, or one with its labels, was found under the title of another part.
    TableElsewhere {
        /// the table
        table: TableNo,
        /// the part where it stands
        part: Part,
    },
    /// A row was not found: its cells are blank.
    RowMissing {
        /// 表三 （三）1.属于国家秘密行
        place: String,
    },
    /// A row was known by its number or by a part of its label only.
    RowLabel {
        /// which row it was taken for
        place: String,
        /// its label as it stands
        found: String,
    },
    /// A row is there twice with different figures; the first is kept.
    RowRepeated {
        /// which
        place: String,
    },
    /// A row has more or fewer figures than columns; they were aligned from the right or with the rows
    /// around it.
    RowCells {
        /// which
        place: String,
        /// columns of the table
        expected: usize,
        /// figures found
        found: usize,
    },
    /// The label of a row does not stand where those of its group do.
    RowPlace {
        /// which
        place: String,
    },
    /// A row with figures that belongs to no row of the format.
    RowUnknown {
        /// where
        table: TableNo,
        /// its label
        found: String,
    },
    /// The figures of several rows do not stand under their headings; they were aligned from the right.
    Realigned {
        /// where
        table: TableNo,
        /// how many rows
        rows: usize,
    },
    /// The heading over the charges does not say 万元.
    ChargeUnit {
        /// the heading
        found: String,
    },
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words::doubt(self))
    }
}
