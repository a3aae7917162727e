//! The arguments of `gongkai clerk`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::words::cli as words;

/// `gongkai clerk`
#[derive(Args)]
pub(in crate::cli) struct Clerk {
    #[command(subcommand)]
    pub(in crate::cli) sub: Option<ClerkSub>,
    #[arg(long, help = words::JSON)]
    pub(in crate::cli) json: bool,
}

/// What is done about a clerk.
#[derive(Subcommand)]
#[command(subcommand_help_heading = words::COMMANDS, next_help_heading = words::OPTIONS)]
pub(in crate::cli) enum ClerkSub {
    #[command(about = words::CLERK_ADD, help_template = words::HELP, after_help = words::CLERK_ROLES)]
    Add {
        #[arg(value_name = "NAME", help = words::CLERK_NAME)]
        name: String,
        #[command(flatten)]
        change: Change,
    },
    #[command(about = words::CLERK_SET, help_template = words::HELP, after_help = words::CLERK_ROLES)]
    Set {
        #[arg(value_name = "NAME|ID", help = words::CLERK_WHO)]
        who: String,
        #[arg(long, value_name = "NAME", help = words::CLERK_NAME)]
        name: Option<String>,
        #[command(flatten)]
        change: Change,
    },
    #[command(about = words::CLERK_LEAVE, help_template = words::HELP)]
    Leave {
        #[arg(value_name = "NAME|ID", help = words::CLERK_WHO)]
        who: String,
    },
    #[command(about = words::CLERK_HAND_OVER, help_template = words::HELP, after_help = words::CLERK_HAND_OVER_HOW)]
    HandOver {
        #[arg(value_name = "FROM", help = words::CLERK_FROM)]
        from: String,
        #[arg(value_name = "TO", help = words::CLERK_TO)]
        to: String,
        #[arg(long, value_name = "TEXT", help = words::REASON)]
        reason: Option<String>,
        #[arg(long, value_name = "NO", num_args = 1.., help = words::CLERK_ONLY)]
        only: Vec<String>,
        #[arg(long, help = words::CLERK_DRY_RUN)]
        dry_run: bool,
        #[arg(long, help = words::JSON)]
        json: bool,
    },
    #[command(about = words::CLERK_STAND_IN, help_template = words::HELP, after_help = words::CLERK_STAND_IN_HOW)]
    StandIn {
        #[arg(value_name = "A", help = words::CLERK_AWAY)]
        of: String,
        #[arg(value_name = "B", help = words::CLERK_STANDING_IN)]
        by: String,
        #[arg(long, value_name = "DATE", help = words::CLERK_STAND_IN_FROM)]
        from: Option<String>,
        #[arg(long, value_name = "DATE", help = words::CLERK_STAND_IN_UNTIL)]
        until: Option<String>,
        #[arg(long, conflicts_with_all = ["from", "until"], help = words::CLERK_STAND_IN_END)]
        end: bool,
    },
    #[command(about = words::CLERK_CASES, help_template = words::HELP)]
    Cases {
        #[arg(value_name = "CLERK", help = words::CLERK_WHO)]
        whose: String,
        #[arg(long, value_name = "CLERK", help = words::CLERK_TAKING)]
        to: Option<String>,
        #[arg(long, value_name = "FORMAT", help = words::CLERK_FORMAT)]
        format: Option<String>,
        #[arg(short, long, value_name = "PATH", help = words::OUTPUT)]
        output: Option<PathBuf>,
    },
    #[command(about = words::CLERK_BACK, help_template = words::HELP)]
    Back {
        #[arg(value_name = "NAME|ID", help = words::CLERK_WHO)]
        who: String,
        #[command(flatten)]
        change: Change,
    },
}

/// Account and roles.
#[derive(Args)]
pub(in crate::cli) struct Change {
    #[arg(long, value_name = "LOGIN", conflicts_with = "uid", help = words::CLERK_ACCOUNT)]
    pub(in crate::cli) account: Option<String>,
    #[arg(long, value_name = "N", help = words::CLERK_UID)]
    pub(in crate::cli) uid: Option<u32>,
    #[arg(long = "role", value_name = "ROLE", help = words::CLERK_ROLE)]
    pub(in crate::cli) roles: Vec<String>,
    #[arg(long = "unit", value_name = "UNIT", help = words::CLERK_UNIT)]
    pub(in crate::cli) units: Vec<String>,
}
