//! The arguments of `merge`.

use std::path::PathBuf;

use clap::Args;

use crate::words::cli as words;

/// `merge`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct Merge {
    #[arg(value_name = "YEAR", help = words::YEAR)]
    pub(in crate::cli) year: String,
    #[arg(value_name = "FILE", required = true, help = words::MERGE_FILES)]
    pub(in crate::cli) files: Vec<PathBuf>,
    #[arg(long, value_name = "NAME", help = words::MERGE_ORGAN)]
    pub(in crate::cli) organ: Option<String>,
    #[arg(long, help = words::MERGE_LEAVE_OUT)]
    pub(in crate::cli) leave_out_failing: bool,
    #[arg(long, value_name = "FILE", help = words::MERGE_ROSTER)]
    pub(in crate::cli) roster: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = words::MERGE_AGAINST)]
    pub(in crate::cli) against: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", help = words::FORMAT)]
    pub(in crate::cli) format: Option<String>,
    #[arg(short, long, value_name = "PATH", help = words::OUTPUT)]
    pub(in crate::cli) output: Option<PathBuf>,
}
