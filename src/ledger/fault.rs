//! What can be wrong with a ledger: the file, a cell, or only a doubt. Values; the words are in `words`.

use std::sync::Arc;

use jiff::civil::Date;

use super::Field;
use crate::law::OutcomeRow;

/// A file that cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct LedgerError {
    /// The file's name, as given.
    pub file: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// No bytes, or blanks only.
    #[error("the file is empty")]
    Empty,
    /// Larger than `limit` bytes, or unpacking to more than that.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// The most that is read, in bytes.
        limit: u64,
    },
    /// A workbook that unpacks to more than `limit` bytes, or has more than so many parts.
    #[error("it unpacks to more than {limit} bytes or has more than {parts} parts")]
    Unpacks {
        /// The most that it may unpack to, in bytes.
        limit: u64,
        /// The most parts it may have.
        parts: usize,
    },
    /// More rows than are read.
    #[error("more than {limit} rows")]
    TooManyRows {
        /// The most.
        limit: usize,
    },
    /// More text in its cells than is read, in bytes.
    #[error("more than {limit} bytes of text")]
    TooMuchText {
        /// The most.
        limit: usize,
    },
    /// The binary format of before 2007, whatever the file's name says.
    #[error("an .xls of before 2007")]
    OldXls,
    /// Protected by a password.
    #[error("protected by a password")]
    Encrypted,
    /// The binary .xlsb format.
    #[error("an .xlsb")]
    Xlsb,
    /// A file of `LibreOffice` (.ods).
    #[error("an OpenDocument file")]
    OpenDocument,
    /// A word processor's file.
    #[error("a .docx")]
    WordDocument,
    /// A zip archive of something else.
    #[error("a zip archive that is no workbook")]
    OtherArchive,
    /// A web page or XML, as some systems export it under the name of .xls.
    #[error("HTML or XML")]
    Markup,
    /// Neither a workbook nor text.
    #[error("neither a workbook nor text")]
    NotText,
    /// Text in neither UTF-8 nor GB18030.
    #[error("text in an unknown encoding")]
    Encoding,
    /// A workbook that does not hold together.
    #[error("a damaged workbook")]
    Damaged,
    /// No sheet has a row with three known headings.
    #[error("no header row")]
    NoHeader,
}

/// A cell that cannot be taken over.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The sheet's name; empty for a delimited file.
    pub sheet: Arc<str>,
    /// The row, from 1.
    pub row: u32,
    /// The column's heading, as the file has it.
    pub column: String,
    /// The value, cleaned, at most 40 columns wide; empty where there is none.
    pub value: String,
    /// What should have stood there.
    pub expected: Expected,
}

/// What a cell should have held.
#[derive(Debug, Clone, PartialEq)]
pub enum Expected {
    /// A date.
    Date,
    /// A day that is in the calendar.
    RealDate,
    /// A date in half-width figures.
    HalfWidthDate,
    /// A day in 1990 to 2099.
    DateInRange,
    /// A day not after today.
    NotFuture {
        /// The day of reading.
        today: Date,
    },
    /// A day not before receipt.
    NotBeforeReceipt {
        /// 收到日期 of the row.
        received_on: Date,
    },
    /// Anything at all.
    Present,
    /// One of the six kinds of applicant.
    ApplicantKind,
    /// One of the five kinds of organisation: the words say organisation only.
    OrganisationKind,
    /// The kind of the person or firm for whom a lawyer asks, or the law firm's.
    ClientKind,
    /// A row of table 3.
    Outcome,
    /// One of these rows of table 3: the words leave it open.
    OneOf(&'static [OutcomeRow]),
    /// The outcome: the words say only that it is over.
    OutcomeNotState,
    /// The day of the answer, without which the outcome has no year.
    AnswerDay,
    /// A number that no other row has.
    UniqueNumber {
        /// Where the number stood first: the sheet.
        sheet: Arc<str>,
        /// Where the number stood first: the row.
        row: u32,
    },
    /// Text without control or invisible characters.
    PlainText,
    /// Text of at most so many characters.
    Shorter {
        /// The most.
        limit: usize,
    },
    /// A value and no failed formula.
    NoFailedFormula,
    /// A column of this meaning.
    Column(Field),
    /// One column of this meaning only.
    OneColumn(Field),
}

/// Something odd that does not keep a row out.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// The sheet's name; empty for a delimited file.
    pub sheet: Arc<str>,
    /// The row, from 1; that of the header where the doubt is about a column.
    pub row: u32,
    /// The column's heading.
    pub column: String,
    /// The value, cleaned, at most 40 columns wide; empty where there is none.
    pub value: String,
    /// What is odd.
    pub doubt: Doubt,
}

/// What is odd about a cell or a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Doubt {
    /// 答复日期 without 办理结果: taken as open.
    AnsweredWithoutOutcome,
    /// 答复日期 later than the row's own 延期至 or 答复期限.
    AnsweredLate {
        /// The last day.
        due_on: Date,
    },
    /// （四）3 without a 补正 notice and its answer (art. 30).
    UnclearWithoutSupplement,
    /// （六）1 without a 补正 notice (art. 30).
    LapseWithoutNotice,
    /// （三）4 without asking the third party (art. 32).
    ThirdPartyNotAsked,
    /// 提交日期 after 收到日期.
    SubmittedAfterReceipt {
        /// 收到日期 of the row.
        received_on: Date,
    },
    /// Not a date where a due date may stand, such as 20个工作日: kept as a note.
    NotADate,
    /// 个体工商户: taken as 商业企业; offices differ.
    SoleTrader,
    /// The applicant's own name stands for the kind: taken as 自然人.
    NameForKind,
    /// The text seems cut off, as lists of some systems cut it.
    CutOff,
    /// A number of more than 15 figures in a numeric cell, whose last figures are lost.
    LostFigures,
    /// The column is the applicant's date, taken as 收到日期 since there is no other.
    SubmissionAsReceipt,
    /// The column is the day of approval, taken as 答复日期 since there is no other.
    ApprovalAsAnswer,
    /// Another column of the same meaning was taken; this one is kept as a note.
    SecondColumn {
        /// The heading of the one that was taken.
        taken: String,
    },
}

/// A sheet or row that was not read as requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    /// The sheet's name; empty for a delimited file.
    pub sheet: Arc<str>,
    /// The row; none where it is the whole sheet.
    pub row: Option<u32>,
    /// Why.
    pub why: PassedWhy,
}

/// Why a sheet or row was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassedWhy {
    /// A sheet without a header row.
    NoHeader,
    /// A hidden sheet.
    Hidden,
    /// A sum: 合计, 总计, 小计.
    Sum,
    /// A line of the form: 填报单位, 审核人, 注.
    FormLine,
    /// One cell over the width of the table, such as the name of a month.
    Banner,
    /// The header once more.
    HeaderAgain,
    /// This row and all after it: so much is wrong before it that the file must be mended first.
    TooManyFaults,
}
