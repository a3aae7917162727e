//! The arguments of `annual`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::words::cli as words;

/// `annual`
#[derive(Args)]
#[command(subcommand_help_heading = words::COMMANDS, next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct Annual {
    #[arg(value_name = "YEAR", help = words::YEAR)]
    pub(in crate::cli) year: String,
    #[arg(long, value_name = "NAME", help = words::ORGAN)]
    pub(in crate::cli) organ: Option<String>,
    #[command(subcommand)]
    pub(in crate::cli) sub: AnnualSub,
}

/// `annual YEAR …`
#[derive(Subcommand)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) enum AnnualSub {
    #[command(about = words::ANNUAL_TEXT, help_template = words::HELP)]
    Text(TextArgs),
    #[command(about = words::ANNUAL_FIELDS, help_template = words::HELP)]
    Fields {
        #[arg(long, help = words::JSON)]
        json: bool,
    },
    #[command(about = words::ANNUAL_PUBLISH, help_template = words::HELP)]
    Publish(PublishArgs),
    #[command(about = words::ANNUAL_DIFFERENCES, help_template = words::HELP, next_help_heading = words::OPTIONS)]
    Differences {
        #[arg(long, help = words::JSON)]
        json: bool,
    },
    #[command(about = words::ANNUAL_STATE, help_template = words::HELP)]
    State(StateArgs),
}

/// `annual YEAR text`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct TextArgs {
    #[arg(value_name = "PLACE", help = words::TEXT_PLACE)]
    pub(in crate::cli) place: Option<String>,
    #[arg(long, value_name = "FILE", requires = "place", help = words::TEXT_SET)]
    pub(in crate::cli) set: Option<PathBuf>,
    #[arg(long, requires = "place", conflicts_with = "set", help = words::TEXT_DRAFT)]
    pub(in crate::cli) draft: bool,
    #[arg(long, requires = "place", conflicts_with_all = ["set", "draft"], help = words::TEXT_NONE)]
    pub(in crate::cli) none: bool,
}

/// `annual YEAR publish`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct PublishArgs {
    #[arg(long, value_name = "DATE", help = words::ON)]
    pub(in crate::cli) on: Option<String>,
    #[arg(long, value_name = "URL", help = words::PUBLISH_URL)]
    pub(in crate::cli) url: Option<String>,
    #[arg(long, value_name = "NAME", help = words::PUBLISH_SIGNED)]
    pub(in crate::cli) signed_by: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::PUBLISH_REASON)]
    pub(in crate::cli) reason: Option<String>,
}

/// `annual YEAR state`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct StateArgs {
    #[arg(value_name = "FILE", help = words::STATE_FILE)]
    pub(in crate::cli) file: PathBuf,
    #[arg(long, help = words::STATE_CARRIED)]
    pub(in crate::cli) carried: bool,
}

/// `organ`
#[derive(Args)]
#[command(subcommand_help_heading = words::COMMANDS, next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct Organ {
    #[command(subcommand)]
    pub(in crate::cli) sub: Option<OrganSub>,
}

/// `organ …`
#[derive(Subcommand)]
pub(in crate::cli) enum OrganSub {
    #[command(about = words::ORGAN_ADD, help_template = words::HELP, next_help_heading = words::OPTIONS)]
    Add {
        #[arg(value_name = "NAME", help = words::INIT_ORGAN)]
        name: String,
        #[arg(long, value_name = "字号", default_value = "", hide_default_value = true, help = words::INIT_PREFIX)]
        prefix: String,
    },
}
