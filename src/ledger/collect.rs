//! Rows in, a [`Reading`] out: finds each sheet's header, passes over what is no request, reads the rest.

use std::collections::HashMap;
use std::sync::Arc;

use super::cell::Cell;
use super::columns::Columns;
use super::date::Epoch;
use super::outcome_words::OutcomeWords;
use super::row::RowReader;
use super::{
    Doubt, Expected, Fault, Field, MAX_FAULTS, MAX_ROWS, MAX_TEXTS, PassedOver, PassedWhy, Problem,
    ReadOptions, Reading, Warning, fold, heading,
};
use crate::text::fold_number;

/// Within how many rows that hold anything the header must stand.
const HEADER_WITHIN: usize = 20;
/// After how many rows the progress is told.
const STRIDE: usize = 1000;

/// A row of a sheet as a format hands it over.
pub(super) struct RawRow<'r> {
    /// The row, from 1.
    pub(super) row: u32,
    /// Its cells, by column.
    pub(super) cells: &'r [Cell<'r>],
    /// Whether all it has is one cell merged over several columns.
    pub(super) banner: bool,
}

/// What the collector wants next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The next row.
    NextRow,
    /// Nothing more of this sheet.
    NextSheet,
}

/// Where reading stands within a sheet.
enum State {
    /// Looking for the header; so many rows were none.
    Seeking(usize),
    /// Below the header; whether the header was judged yet.
    Below { columns: Box<Columns>, judged: bool },
    /// Done with this sheet.
    Done,
}

/// Gathers the rows of all sheets.
pub(super) struct Collector<'o> {
    options: &'o ReadOptions,
    progress: &'o mut dyn FnMut(usize),
    outcomes: OutcomeWords,
    reading: Reading,
    /// Numbers seen, folded, with where they stood first.
    numbers: HashMap<String, (Arc<str>, u32)>,
    sheet: Arc<str>,
    epoch: Epoch,
    state: State,
    rows: usize,
    headers: usize,
    /// Bytes of text so far.
    texts: usize,
    /// Why nothing more is read, if a limit is reached.
    over: Option<Over>,
}

/// A limit that is reached.
enum Over {
    /// The file cannot be read.
    File(Problem),
    /// What was read so far is told.
    Faults,
}

impl<'o> Collector<'o> {
    /// An empty collector.
    pub(super) fn new(options: &'o ReadOptions, progress: &'o mut dyn FnMut(usize)) -> Self {
        Self {
            options,
            progress,
            outcomes: OutcomeWords::new(),
            reading: Reading::default(),
            numbers: HashMap::new(),
            sheet: Arc::from(""),
            epoch: Epoch::Y1900,
            state: State::Done,
            rows: 0,
            headers: 0,
            texts: 0,
            over: None,
        }
    }

    /// A sheet begins.
    pub(super) fn begin_sheet(&mut self, name: &str, epoch: Epoch) {
        self.sheet = Arc::from(fold::shown(name, 64));
        self.epoch = epoch;
        self.state = if self.over.is_some() { State::Done } else { State::Seeking(0) };
    }

    /// The sheet ends.
    pub(super) fn end_sheet(&mut self) {
        if matches!(self.state, State::Seeking(_)) {
            self.pass_sheet(PassedWhy::NoHeader);
        }
        self.state = State::Done;
    }

    /// A hidden sheet was met, which is not read.
    pub(super) fn hidden_sheet(&mut self, name: &str) {
        self.sheet = Arc::from(fold::shown(name, 64));
        self.pass_sheet(PassedWhy::Hidden);
    }

    /// Takes a row.
    pub(super) fn row(&mut self, raw: &RawRow<'_>) -> Wanted {
        self.rows += 1;
        if self.rows.is_multiple_of(STRIDE) {
            (self.progress)(self.rows);
        }
        self.over = self.over.take().or_else(|| self.limit_reached(raw));
        if self.over.is_some() {
            self.state = State::Done;
            return Wanted::NextSheet;
        }
        if raw.cells.iter().all(Cell::is_blank) {
            return Wanted::NextRow;
        }
        self.state = match std::mem::replace(&mut self.state, State::Done) {
            State::Seeking(before) => self.seek(before, raw),
            State::Below { columns, judged } => self.below(columns, judged, raw),
            State::Done => State::Done,
        };
        if matches!(self.state, State::Done) { Wanted::NextSheet } else { Wanted::NextRow }
    }

    /// The limit that this row goes beyond.
    fn limit_reached(&mut self, raw: &RawRow<'_>) -> Option<Over> {
        if self.rows > MAX_ROWS {
            return Some(Over::File(Problem::TooManyRows { limit: MAX_ROWS }));
        }
        let text = |cell: &Cell<'_>| if let Cell::Text(text) = cell { text.len() } else { 0 };
        self.texts = self.texts.saturating_add(raw.cells.iter().map(text).sum());
        if self.texts > MAX_TEXTS {
            return Some(Over::File(Problem::TooMuchText { limit: MAX_TEXTS }));
        }
        if self.reading.faults.len() < MAX_FAULTS {
            return None;
        }
        self.pass_row(raw.row, PassedWhy::TooManyFaults);
        Some(Over::Faults)
    }

    /// Everything gathered.
    pub(super) fn finish(self) -> Result<Reading, Problem> {
        if let Some(Over::File(problem)) = self.over {
            return Err(problem);
        }
        if self.headers == 0 {
            return Err(Problem::NoHeader);
        }
        (self.progress)(self.rows);
        Ok(self.reading)
    }

    fn seek(&mut self, before: usize, raw: &RawRow<'_>) -> State {
        if let Some(columns) = self.header(raw) {
            self.headers += 1;
            return State::Below { columns, judged: false };
        }
        if before + 1 < HEADER_WITHIN {
            return State::Seeking(before + 1);
        }
        self.pass_sheet(PassedWhy::NoHeader);
        State::Done
    }

    fn header(&self, raw: &RawRow<'_>) -> Option<Box<Columns>> {
        Columns::find(raw.row, raw.cells, self.options.profile.as_ref()).map(Box::new)
    }

    fn below(&mut self, columns: Box<Columns>, judged: bool, raw: &RawRow<'_>) -> State {
        if let Some(again) = self.header_again(&columns, raw) {
            self.pass_row(raw.row, PassedWhy::HeaderAgain);
            // A second header row may be the finer half of a header in two rows, or turn the columns round.
            let finer = again.is_no_poorer_than(&columns);
            let judged = judged && !finer;
            return State::Below { columns: if finer { again } else { columns }, judged };
        }
        if let Some(why) = reason_to_pass(&columns, raw, self.epoch) {
            self.pass_row(raw.row, why);
            return State::Below { columns, judged };
        }
        if !judged && !self.judge(&columns) {
            return State::Done;
        }
        self.read_row(&columns, raw);
        State::Below { columns, judged: true }
    }

    /// The row as a header, if the cell under 收到日期 is itself a heading.
    fn header_again(&self, columns: &Columns, raw: &RawRow<'_>) -> Option<Box<Columns>> {
        let cell = columns.of(columns.receipt()).and_then(|column| raw.cells.get(column))?;
        let Cell::Text(text) = cell else { return None };
        if text.chars().any(|c| c.is_ascii_digit()) {
            return None;
        }
        heading::recognise(text, self.options.profile.as_ref())?;
        self.header(raw)
    }

    /// Tells what is wrong with the columns as such; false if rows cannot be read under them.
    fn judge(&mut self, columns: &Columns) -> bool {
        let faults_before = self.reading.faults.len();
        for field in columns.missing() {
            self.column_fault(columns.row, field.label(), Expected::Column(field));
        }
        for &(field, column) in &columns.twins {
            self.column_fault(columns.row, columns.heading(column), Expected::OneColumn(field));
        }
        for &(lost, taken) in &columns.lost {
            let taken = columns.heading(taken).to_owned();
            self.column_doubt(columns, columns.heading(lost), Doubt::SecondColumn { taken });
        }
        if columns.takes_submission_as_receipt() {
            let heading = columns.heading_of(Field::SubmittedOn);
            self.column_doubt(columns, heading, Doubt::SubmissionAsReceipt);
        }
        if columns.takes_approval_as_answer() {
            let heading = columns.heading_of(Field::AnsweredOn);
            self.column_doubt(columns, heading, Doubt::ApprovalAsAnswer);
        }
        self.reading.faults.len() == faults_before
    }

    fn read_row(&mut self, columns: &Columns, raw: &RawRow<'_>) {
        let reader = RowReader {
            sheet: &self.sheet,
            row: raw.row,
            cells: raw.cells,
            columns,
            outcomes: &self.outcomes,
            epoch: self.epoch,
            today: self.options.today,
            faults: &mut self.reading.faults,
            warnings: &mut self.reading.warnings,
        };
        let (no, record) = reader.record();
        // A bad row holds its number too: a second row of that number is told at once.
        if let Some(no) = no
            && let Some(fault) = self.number_taken(columns, raw.row, &no)
        {
            self.reading.faults.push(fault);
            return;
        }
        self.reading.records.extend(record);
    }

    /// The fault of a number that stood in an earlier row.
    fn number_taken(&mut self, columns: &Columns, row: u32, no: &str) -> Option<Fault> {
        let first = self.numbers.entry(fold_number(no)).or_insert_with(|| (Arc::clone(&self.sheet), row));
        if first.1 == row && *first.0 == *self.sheet {
            return None;
        }
        let field = if columns.of(Field::No).is_some() { Field::No } else { Field::Ordinal };
        Some(Fault {
            sheet: Arc::clone(&self.sheet),
            row,
            column: columns.heading_of(field).to_owned(),
            value: fold::shown(no, 40),
            expected: Expected::UniqueNumber { sheet: Arc::clone(&first.0), row: first.1 },
        })
    }

    fn column_fault(&mut self, row: u32, column: &str, expected: Expected) {
        self.reading.faults.push(Fault {
            sheet: Arc::clone(&self.sheet),
            row,
            column: column.to_owned(),
            value: String::new(),
            expected,
        });
    }

    fn column_doubt(&mut self, columns: &Columns, column: &str, doubt: Doubt) {
        self.reading.warnings.push(Warning {
            sheet: Arc::clone(&self.sheet),
            row: columns.row,
            column: column.to_owned(),
            value: String::new(),
            doubt,
        });
    }

    fn pass_sheet(&mut self, why: PassedWhy) {
        self.reading.passed_over.push(PassedOver { sheet: Arc::clone(&self.sheet), row: None, why });
    }

    fn pass_row(&mut self, row: u32, why: PassedWhy) {
        self.reading.passed_over.push(PassedOver { sheet: Arc::clone(&self.sheet), row: Some(row), why });
    }
}

/// Words with which the first cell of a row of sums begins.
const SUMS: [&str; 10] =
    ["合计", "总计", "小计", "共计", "累计", "本页合计", "本页小计", "本月合计", "本月小计", "本年合计"];
/// Words with which a line of the form begins, before a colon.
const FORM_LINES: [&str; 18] = [
    "填报单位",
    "填报人",
    "填表人",
    "填报日期",
    "填报时间",
    "统计时间",
    "统计日期",
    "统计期间",
    "制表",
    "制表人",
    "审核人",
    "单位负责人",
    "负责人",
    "联系人",
    "单位",
    "注",
    "备注",
    "说明",
];

/// Why the row is no request, if it is none. A row with a day of receipt always is one.
fn reason_to_pass(columns: &Columns, raw: &RawRow<'_>, epoch: Epoch) -> Option<PassedWhy> {
    let first = raw.cells.iter().find(|cell| !cell.is_blank())?;
    let Cell::Text(first) = first else { return None };
    let why = if raw.banner {
        PassedWhy::Banner
    } else if is_sum(first) {
        PassedWhy::Sum
    } else if is_form_line(first) {
        PassedWhy::FormLine
    } else {
        return None;
    };
    let received = columns.of(columns.receipt()).and_then(|column| raw.cells.get(column));
    let dated = received.is_some_and(|cell| cell.date(epoch).is_ok());
    (!dated).then_some(why)
}

fn is_sum(first: &str) -> bool {
    // Long texts that merely begin so are no sums.
    first.len() <= 60 && {
        let core = fold::essence(first);
        SUMS.iter().any(|sum| {
            core.strip_prefix(sum)
                .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || "件项条份".contains(c)))
        })
    }
}

fn is_form_line(first: &str) -> bool {
    let Some((head, _)) = first.split_once(['：', ':']) else { return false };
    head.len() <= 60 && FORM_LINES.contains(&fold::essence(head).as_str())
}
