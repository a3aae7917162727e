//! The program as it is installed: its size, and how long it takes to answer.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Outcome;
use crate::measure::{Line, Times, size, time};
use crate::office::Office;

/// Measures; needs `cargo build --release` of the program, in the target folder of the benches or named by
/// `GONGKAI_BIN`.
pub fn measure(office: &Office) -> Outcome<Vec<Line>> {
    let beside = std::env::current_exe()?.with_file_name("gongkai");
    let program = std::env::var_os("GONGKAI_BIN").map_or(beside, PathBuf::from);
    if !program.exists() {
        return Err(format!("{} is not built", program.display()).into());
    }
    let stripped = office.folder.join("gongkai");
    let status = Command::new("strip").arg("-o").arg(&stripped).arg(&program).status()?;
    if !status.success() {
        return Err("strip failed".into());
    }
    let bytes = std::fs::metadata(&stripped)?.len();
    let mut lines = vec![Line::new("binary, stripped", "<= 15 MiB", size(bytes)).ok(bytes <= 15 << 20)];
    let nothing = Times::of(30, |_| run(Path::new("true"), &[], office))?;
    for arguments in [&["list"][..], &["calendar", "due", "2026-03-02", "20"]] {
        let times = Times::of(30, |_| run(&stripped, arguments, office))?;
        let allowed = 25.0_f64.min(nothing.at(50).as_secs_f64() * 1e3 + 20.0);
        let line = Line::new(
            format!("{:?}: `gongkai {}` in a process of its own", office.size, arguments.join(" ")),
            "<= 25 ms, `true` + 20 ms",
            times.words(),
        );
        let over = times.at(50).saturating_sub(nothing.at(50));
        let line = line.ok(times.at(50).as_secs_f64() * 1e3 <= allowed);
        lines.push(Line {
            peer: format!("`true` {}", time(nothing.at(50))),
            ratio: format!("+ {}", time(over)),
            ..line
        });
    }
    Ok(lines)
}

fn run(program: &Path, arguments: &[&str], office: &Office) -> Outcome<()> {
    let mut command = Command::new(program);
    command.args(arguments).env("GONGKAI_HOME", office.home()).stdout(Stdio::null()).stderr(Stdio::null());
    if command.status()?.success() { Ok(()) } else { Err(format!("{} failed", program.display()).into()) }
}
