//! Files of other people: registers and reports.

use gongkai::ledger::{self, ReadOptions};
use gongkai::report::{checks, from_bytes};
use gongkai::words;
use jiff::civil::date;

use crate::zips::packed;

/// Registers: the first byte says whether the rest is a file (0) or the parts of a workbook.
pub fn ledger(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    let bytes = if *kind == 0 { rest.to_vec() } else { packed(2, rest) };
    match ledger::read(&bytes, "台账", &ReadOptions::on(date(2026, 3, 2)), &mut |_| {}) {
        Ok(reading) => {
            for fault in &reading.faults {
                let _ = words::ledger::fault(fault);
            }
            for warning in &reading.warnings {
                let _ = words::ledger::warning(warning);
            }
            for passed in &reading.passed_over {
                let _ = words::ledger::passed_over(passed);
            }
        }
        Err(error) => _ = words::ledger::error(&error),
    }
}

/// Reports: the first byte says whether the rest is a file (0), the main part of a document (1) or the
/// parts of a workbook (2). What was read is checked.
pub fn report(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    let bytes = if *kind == 0 { rest.to_vec() } else { packed(*kind, rest) };
    match from_bytes(None, &bytes) {
        Ok(read) => {
            let _ = read.judged();
            for finding in checks::published(&read, None) {
                let _ = format!("{finding:?}");
            }
        }
        Err(error) => _ = error.to_string(),
    }
}
