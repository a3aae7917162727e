//! The arguments of `erase` and `key`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::words::cli as words;

/// `erase`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct Erase {
    #[arg(value_name = "NO", help = words::ERASE_NO)]
    pub(in crate::cli) no: String,
    #[arg(long, value_name = "TEXT", help = words::ERASE_REASON)]
    pub(in crate::cli) reason: String,
    #[arg(long, help = words::ERASE_YES)]
    pub(in crate::cli) yes: bool,
}

/// `key`
#[derive(Args)]
#[command(subcommand_help_heading = words::COMMANDS)]
pub(in crate::cli) struct KeyCommand {
    #[command(subcommand)]
    pub(in crate::cli) sub: KeySub,
}

/// `key …`
#[derive(Subcommand)]
pub(in crate::cli) enum KeySub {
    #[command(about = words::KEY_SHOW, help_template = words::HELP)]
    Show,
    #[command(about = words::KEY_ROTATE, help_template = words::HELP, after_help = words::KEY_ROTATE_HOW)]
    Rotate,
    #[command(about = words::KEY_PROTECT, help_template = words::HELP, after_help = words::KEY_PROTECT_HOW)]
    Protect {
        #[arg(long, value_name = "FILE", help = words::KEY_PROTECT_FILE)]
        passphrase_file: PathBuf,
    },
}
