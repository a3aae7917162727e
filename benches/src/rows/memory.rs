//! Resident memory, in a process of its own: after opening, and after the first search.

use std::path::Path;
use std::process::Command;

use crate::Outcome;
use crate::measure::{Line, size};
use crate::office::{self, Office};

/// The first argument of the process whose memory is read.
pub const PROBE: &str = "--probe-memory";

/// Measures.
pub fn measure(office: &Office) -> Outcome<Vec<Line>> {
    let output = Command::new(std::env::current_exe()?).arg(PROBE).arg(office.home()).arg("公章").output()?;
    let text = String::from_utf8(output.stdout)?;
    let bytes: Vec<u64> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let &[opened, searched, peak] = bytes.as_slice() else {
        return Err(String::from_utf8(output.stderr)?.into());
    };
    let allowed = office.size.of([Some(40_u64), Some(250), None]);
    let mut line = Line::new(
        format!("{:?}: resident memory, opened / searched once / peak", office.size),
        allowed.map_or_else(|| "reported".to_owned(), |allowed| format!("<= {allowed} MiB")),
        format!("{} / {} / {}", size(opened), size(searched), size(peak)),
    );
    line.ok = allowed.map(|allowed| searched <= allowed << 20);
    Ok(vec![line])
}

/// In the other process: opens, searches, and prints what the system says.
pub fn probe(home: &Path, words: &str) -> Outcome<()> {
    let opened = office::open(home)?;
    let after_opening = status("VmRSS:")?;
    opened.desk.find(words, 40)?;
    println!("{after_opening} {} {}", status("VmRSS:")?, status("VmHWM:")?);
    opened.close();
    Ok(())
}

fn status(name: &str) -> Outcome<u64> {
    let text = std::fs::read_to_string("/proc/self/status")?;
    let line = text.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such line in status")?;
    let kib: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kib << 10)
}
