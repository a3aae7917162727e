//! The arguments of `gongkai access`.

use clap::Args;

use crate::words::cli as words;

/// `gongkai access`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct Access {
    #[arg(value_name = "NO", help = words::ACCESS_NO)]
    pub(in crate::cli) no: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 200, help = words::ACCESS_LIMIT)]
    pub(in crate::cli) limit: usize,
    #[arg(long, help = words::JSON)]
    pub(in crate::cli) json: bool,
}
