//! One function a target: bytes in, nothing out; what panics, hangs or eats memory is a finding.
//!
//! Where a checksum or an archive stands before what is to be tried, the target makes it itself, so that
//! the fuzzer gets past it. The first byte then says what the rest is.

mod files;
mod journal;
mod zips;

use std::sync::LazyLock;

use gongkai::calendar::{parse_date, parse_loose, print_notice, read_notice};
use gongkai::tui::keymap::{Keymap, parse_keys, print_keys};
use gongkai::{host, words};
use jiff::civil::date;

pub use files::{ledger, report};
pub use journal::{journal_import, key_store, segments, stored};
pub use zips::backup;

/// Frames of both directions and the client's first one.
pub fn wire(data: &[u8]) {
    host::fuzz_frames(data);
}

/// Files of keys over the built-in key map.
pub fn keymap(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    // Making the built-in one each time takes longer than all the rest.
    static BUILT_IN: LazyLock<Keymap> = LazyLock::new(Keymap::built_in);
    for fault in BUILT_IN.with_layer(&text).1 {
        let _ = fault.to_string();
    }
    if let Ok(keys) = parse_keys(&text) {
        let printed = print_keys(&keys);
        assert_eq!(parse_keys(&printed), Ok(keys), "{printed}");
    }
}

/// Holiday notices, as text and as JSON. What was read is printed and read back.
pub fn notice(data: &[u8]) {
    let Some(text) = gongkai::ledger::text_of(data) else { return };
    match read_notice(&text) {
        Ok(years) => {
            let printed: String = years.iter().map(|(year, days)| print_notice(*year, days)).collect();
            assert_eq!(read_notice(&printed), Ok(years), "{printed}");
        }
        Err(faults) => {
            for fault in &faults {
                let _ = words::calendar::notice_fault(fault);
            }
        }
    }
}

/// Dates, on a command line and in a form.
pub fn dates(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let _ = parse_date(&text);
    for today in [date(2026, 3, 2), date(1990, 1, 1), date(2099, 12, 31), date(2028, 2, 29)] {
        if let Ok(day) = parse_loose(&text, today) {
            assert!((1990..=2099).contains(&day.year()), "{day}");
        }
    }
}
