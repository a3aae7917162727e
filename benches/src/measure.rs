//! Times, and the lines of the printed table.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::Outcome;

/// One line of the printed table.
pub struct Line {
    /// The row of the budgets, and which part of it.
    pub what: String,
    /// What is allowed.
    pub budget: String,
    /// What was measured.
    pub measured: String,
    /// The peer or the physical limit, measured in the same run.
    pub peer: String,
    /// Measured by peer.
    pub ratio: String,
    /// Whether it is within the budget; `None` where there is none.
    pub ok: Option<bool>,
}

impl Line {
    /// A line without a peer.
    pub fn new(what: impl Into<String>, budget: impl Into<String>, measured: impl Into<String>) -> Self {
        let none = String::new;
        Self {
            what: what.into(),
            budget: budget.into(),
            measured: measured.into(),
            peer: none(),
            ratio: none(),
            ok: None,
        }
    }

    /// The same beside a peer.
    pub fn beside(mut self, peer: impl Into<String>, ratio: f64) -> Self {
        self.peer = peer.into();
        self.ratio = format!("{ratio:.2}");
        self
    }

    /// The same with its verdict.
    pub fn ok(mut self, ok: bool) -> Self {
        self.ok = Some(ok);
        self
    }
}

/// Prints the table as Markdown.
pub fn print(lines: &[Line]) {
    println!("| what | budget | measured | peer or limit | ratio | |");
    println!("|---|---|---|---|---|---|");
    for Line { what, budget, measured, peer, ratio, ok } in lines {
        let verdict = match ok {
            Some(true) => "ok",
            Some(false) => "**over**",
            None => "",
        };
        println!("| {what} | {budget} | {measured} | {peer} | {ratio} | {verdict} |");
    }
}

/// How long `work` takes, and what it gives.
pub fn timed<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<(Duration, T)> {
    let start = Instant::now();
    let done = work()?;
    Ok((start.elapsed(), done))
}

/// Times of the same thing.
#[derive(Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// Does `work` `count` times, after three times unmeasured.
    pub fn of(count: usize, mut work: impl FnMut(usize) -> Outcome<()>) -> Outcome<Self> {
        for turn in 0..count.min(3) {
            work(turn)?;
        }
        let mut times = Self::default();
        for turn in 0..count {
            times.add(timed(|| work(turn))?.0);
        }
        Ok(times)
    }

    /// One more.
    pub fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// The time that `percent` of a hundred do not exceed.
    pub fn at(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * percent).div_ceil(100).max(1) - 1;
        sorted.get(place).copied().unwrap_or_default()
    }

    /// p50 and p99 in words.
    pub fn words(&self) -> String {
        format!("p50 {} / p99 {}", time(self.at(50)), time(self.at(99)))
    }
}

/// A time in words.
pub fn time(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    match micros {
        0.0..1_000.0 => format!("{micros:.0} us"),
        1_000.0..1_000_000.0 => format!("{:.2} ms", micros / 1e3),
        _ => format!("{:.2} s", micros / 1e6),
    }
}

/// One time by another.
pub fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64().max(1e-9)
}

/// Bytes in words.
pub fn size(bytes: u64) -> String {
    format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20))
}

/// The bytes of all files under `folder`.
pub fn bytes_under(folder: &Path) -> Outcome<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let metadata = entry.metadata()?;
        bytes += if metadata.is_dir() { bytes_under(&entry.path())? } else { metadata.len() };
    }
    Ok(bytes)
}
