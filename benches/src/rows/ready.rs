//! How soon the office is there: after a clean stop, and after its register was lost.

use std::fs;

use crate::Outcome;
use crate::measure::{Line, Times, time, timed};
use crate::office::Office;

/// Opening an office that was closed in order.
pub fn after_a_clean_stop(office: &Office) -> Outcome<Vec<Line>> {
    let mut times = Times::default();
    for _ in 0..7 {
        let (took, opened) = timed(|| office.open())?;
        times.add(took);
        opened.close();
    }
    let allowed = office.size.of([50, 250, 1000]);
    let line = Line::new(
        format!("{:?}: ready after a clean stop", office.size),
        format!("<= {allowed} ms"),
        time(times.at(50)),
    );
    Ok(vec![line.ok(times.at(50).as_millis() < allowed)])
}

/// Opening an office whose register is gone.
pub fn after_the_register_was_lost(office: &Office) -> Outcome<Vec<Line>> {
    fs::remove_dir_all(office.register())?;
    fs::create_dir(office.register())?;
    let (took, opened) = timed(|| office.open())?;
    opened.close();
    let allowed = office.size.of([Some(0.6), Some(18.0), None]);
    let mut line = Line::new(
        format!("{:?}: ready after its register was lost", office.size),
        allowed.map_or_else(|| "reported".to_owned(), |seconds| format!("<= {seconds} s")),
        time(took),
    );
    line.ok = allowed.map(|seconds| took.as_secs_f64() <= seconds);
    Ok(vec![line])
}
