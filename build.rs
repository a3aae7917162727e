//! Stamps the build with the derivation id: a hash of every source file that decides what the register
//! holds. A register stamped with another id is rebuilt from the journal since it may die at any time.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from which a register row follows.
const ROOMS: [&str; 7] = [
    "src/law",
    "src/calendar",
    "src/text",
    "src/request",
    "src/office",
    "src/journal/stored",
    "src/register",
];

fn main() {
    let mut files = Vec::new();
    for room in ROOMS {
        println!("cargo::rerun-if-changed={room}");
        collect(Path::new(room), &mut files);
    }
    files.sort();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for file in files {
        for byte in fs::read(&file).unwrap_or_default() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    println!("cargo::rustc-env=GONGKAI_DERIVATION={hash:016x}");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
