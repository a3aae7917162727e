//! The arguments of `calendar`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::words::cli as words;

/// `calendar`
#[derive(Args)]
#[command(subcommand_help_heading = words::COMMANDS)]
pub(in crate::cli) struct Calendar {
    #[command(subcommand)]
    pub(in crate::cli) sub: CalendarSub,
}

/// `calendar …`
#[derive(Subcommand)]
pub(in crate::cli) enum CalendarSub {
    #[command(about = words::CALENDAR_DUE, help_template = words::HELP)]
    Due {
        #[arg(value_name = "DATE", help = words::CALENDAR_START)]
        date: String,
        #[arg(value_name = "N", help = words::WORKING_DAYS)]
        days: String,
    },
    #[command(about = words::CALENDAR_COUNT, help_template = words::HELP)]
    Count {
        #[arg(value_name = "FROM", help = words::CALENDAR_START)]
        from: String,
        #[arg(value_name = "TO", help = words::CALENDAR_END)]
        to: String,
    },
    #[command(about = words::CALENDAR_SHOW, help_template = words::HELP)]
    Show {
        #[arg(value_name = "YEAR", help = words::YEAR)]
        year: String,
        #[arg(long, help = words::CALENDAR_TEXT)]
        text: bool,
    },
    #[command(about = words::CALENDAR_IMPORT, help_template = words::HELP, after_help = words::CALENDAR_FORMS)]
    Import(CalendarImport),
}

/// `calendar import`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct CalendarImport {
    #[arg(value_name = "FILE", help = words::CALENDAR_FILE)]
    pub(in crate::cli) file: PathBuf,
    #[arg(long, help = words::DRY_RUN)]
    pub(in crate::cli) dry_run: bool,
    #[arg(long, help = words::JSON)]
    pub(in crate::cli) json: bool,
}
