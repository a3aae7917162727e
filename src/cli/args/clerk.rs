//! The arguments of `gongkai clerk`.

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
