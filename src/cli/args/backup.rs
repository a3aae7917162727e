//! The arguments of `backup`, `restore` and `journal`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::words::cli as words;

/// `backup`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct Backup {
    #[arg(value_name = "PATH", required_unless_present = "rotate", conflicts_with = "rotate", help = words::BACKUP_PATH)]
    pub(in crate::cli) path: Option<PathBuf>,
    #[arg(long, help = words::BACKUP_ROTATE)]
    pub(in crate::cli) rotate: bool,
    #[arg(long, value_name = "FILE", help = words::PASSPHRASE_FILE)]
    pub(in crate::cli) passphrase_file: Option<PathBuf>,
}

/// Where the key to a backup comes from.
#[derive(Args)]
pub(in crate::cli) struct Key {
    #[arg(long, value_name = "FILE", conflicts_with = "passphrase_file", help = words::RESTORE_KEY)]
    pub(in crate::cli) key: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = words::RESTORE_PASSPHRASE)]
    pub(in crate::cli) passphrase_file: Option<PathBuf>,
}

/// `restore`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct Restore {
    #[arg(value_name = "PATH", help = words::RESTORE_PATH)]
    pub(in crate::cli) path: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) key: Key,
    #[arg(long, help = words::RESTORE_DRY_RUN)]
    pub(in crate::cli) dry_run: bool,
}

/// `journal`
#[derive(Args)]
#[command(subcommand_help_heading = words::COMMANDS)]
pub(in crate::cli) struct Journal {
    #[command(subcommand)]
    pub(in crate::cli) sub: JournalSub,
}

/// `journal …`
#[derive(Subcommand)]
pub(in crate::cli) enum JournalSub {
    #[command(about = words::JOURNAL_EXPORT, help_template = words::HELP)]
    Export {
        #[arg(short, long, value_name = "FILE", help = words::JOURNAL_EXPORT_TO)]
        output: Option<PathBuf>,
    },
    #[command(about = words::JOURNAL_IMPORT, help_template = words::HELP)]
    Import {
        #[arg(value_name = "FILE", help = words::JOURNAL_IMPORT_FILE)]
        file: PathBuf,
    },
}
