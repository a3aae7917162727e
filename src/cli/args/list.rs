//! The arguments of `list` and `agenda`: whose cases they show.

use clap::Args;

use crate::words::cli as words;

/// Whose cases.
#[derive(Args)]
pub(in crate::cli) struct Whose {
    #[arg(long, help = words::MINE)]
    pub(in crate::cli) mine: bool,
    #[arg(long, value_name = "NAME|ID", conflicts_with = "mine", help = words::HANDLER)]
    pub(in crate::cli) handler: Option<String>,
}

/// `agenda`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct Agenda {
    #[command(flatten)]
    pub(in crate::cli) whose: Whose,
    #[arg(long, help = words::JSON)]
    pub(in crate::cli) json: bool,
}
