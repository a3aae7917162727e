//! Measures the budgets of gongkai beside its peers and prints one table; see README.md.

mod measure;
mod office;
mod peer;
mod random;
mod rows;
mod story;
mod texts;

use std::error::Error;
use std::path::{Path, PathBuf};

use office::{Office, Size};

/// What can go wrong is said and ends the run.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [probe, home, words] = arguments.as_slice()
        && probe == rows::memory::PROBE
    {
        return rows::memory::probe(Path::new(home), words);
    }
    let sizes: Vec<Size> = arguments.iter().filter_map(|argument| Size::named(argument)).collect();
    let names: Vec<&String> = arguments.iter().filter(|argument| Size::named(argument).is_none()).collect();
    if let Some(name) = names.iter().find(|name| rows::ALL.iter().all(|row| row.name != name.as_str())) {
        let known: Vec<&str> = rows::ALL.iter().map(|row| row.name).collect();
        return Err(format!("no row {name}; there are: {}", known.join(" ")).into());
    }
    let kept = std::env::var_os("GONGKAI_BENCH_DIR").map(PathBuf::from);
    let folder = tempfile::tempdir()?;
    let folder = kept.as_deref().unwrap_or(folder.path());
    let mut lines = Vec::new();
    for size in if sizes.is_empty() { vec![Size::D] } else { sizes } {
        let office = Office::make(size, folder)?;
        let wanted = |row: &&rows::Entry| {
            if names.is_empty() {
                row.sizes.contains(&size)
            } else {
                names.iter().any(|name| *name == row.name)
            }
        };
        for row in rows::ALL.iter().filter(wanted) {
            eprintln!("measuring {} of {size:?}", row.name);
            lines.extend((row.measure)(&office)?);
        }
    }
    measure::print(&lines);
    Ok(())
}
