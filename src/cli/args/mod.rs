//! The arguments, as clap reads them. Names and flags are fixed: tests and other programs build on them.

mod access;
mod act;
mod annual;
mod backup;
mod calendar;
mod clerk;
mod keys;
mod list;
mod merge;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::words::{cli as words, records};

pub(super) use access::Access;
pub(super) use act::Act;
pub(super) use annual::{Annual, AnnualSub, Organ, OrganSub, PublishArgs, StateArgs, TextArgs};
pub(super) use backup::{Backup, Journal, JournalSub, Key, Restore};
pub(super) use calendar::{Calendar, CalendarImport, CalendarSub};
pub(super) use clerk::{Change as ClerkChangeArgs, Clerk, ClerkSub};
pub(super) use keys::{Erase, KeyCommand, KeySub};
pub(super) use list::{Agenda, Whose};
pub(super) use merge::Merge;

/// The whole command line.
#[derive(Parser)]
#[command(
    name = "gongkai",
    version,
    about = words::ABOUT,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    help_template = words::HELP,
    subcommand_help_heading = words::COMMANDS,
    next_help_heading = words::OPTIONS
)]
pub(super) struct Cli {
    #[arg(long, global = true, value_name = "DIR", help = words::HOME)]
    pub(super) home: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE", help = words::KEY_PASSPHRASE_FILE)]
    pub(super) key_passphrase_file: Option<PathBuf>,
    #[arg(short = 'h', long, global = true, action = clap::ArgAction::Help, help = words::SHOW_HELP)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help = words::SHOW_VERSION)]
    version: Option<bool>,
    #[arg(long, help = words::ALONE)]
    pub(super) alone: bool,
    #[arg(long, help = words::FORCE_UTF8)]
    pub(super) force_utf8: bool,
    #[arg(long, global = true, value_name = "NAME|FILE", help = words::KEYMAP_FLAG)]
    pub(super) keymap: Option<String>,
    #[arg(long, value_name = "NAME", help = words::THEME_FLAG)]
    pub(super) theme: Option<String>,
    #[command(subcommand)]
    pub(super) sub: Option<Sub>,
}

/// The subcommands.
#[derive(Subcommand)]
#[command(subcommand_help_heading = words::COMMANDS, next_help_heading = words::OPTIONS)]
pub(super) enum Sub {
    #[command(about = words::INIT, help_template = words::HELP)]
    Init(Init),
    #[command(about = words::DEMO, help_template = words::HELP, after_help = words::DEMO_HOW)]
    Demo(Demo),
    #[command(about = words::REGISTER, help_template = words::HELP)]
    Register(Box<Register>),
    #[command(about = words::ACT, help_template = words::HELP, after_help = words::ACT_STEPS)]
    Act(Box<Act>),
    #[command(about = words::LIST, help_template = words::HELP)]
    List(List),
    #[command(about = words::AGENDA, help_template = words::HELP)]
    Agenda(Agenda),
    #[command(about = words::SHOW, help_template = words::HELP)]
    Show(Show),
    #[command(about = words::CLOCK, help_template = words::HELP)]
    Clock(OfCase),
    #[command(about = words::IMPORT, help_template = words::HELP)]
    Import(Import),
    #[command(about = words::REPORT, help_template = words::HELP)]
    Report(Report),
    #[command(about = words::CHECK, help_template = words::HELP)]
    Check(Check),
    #[command(about = words::MERGE, help_template = words::HELP)]
    Merge(Merge),
    #[command(about = words::ANNUAL, help_template = words::HELP)]
    Annual(Annual),
    #[command(about = words::CALENDAR, help_template = words::HELP)]
    Calendar(Calendar),
    #[command(about = records::ABOUT, help_template = words::HELP, after_help = records::HOW)]
    Record(Box<super::record::Record>),
    #[command(about = words::ORGANS, help_template = words::HELP)]
    Organ(Organ),
    #[command(about = words::ACCESS, help_template = words::HELP)]
    Access(Access),
    #[command(about = words::CLERKS, help_template = words::HELP, after_help = words::CLERK_ROLES)]
    Clerk(Clerk),
    #[command(about = words::SETTINGS, help_template = words::HELP, after_help = words::SETTINGS_HOW)]
    Settings(Settings),
    #[command(about = words::FEE, help_template = words::HELP)]
    Fee(Fee),
    #[command(about = words::GUIDE, help_template = words::HELP)]
    Guide(Guide),
    #[command(about = words::VERIFY, help_template = words::HELP)]
    Verify(Verify),
    #[command(about = words::REBUILD, help_template = words::HELP)]
    Rebuild,
    #[command(about = words::SERVE, help_template = words::HELP, after_help = words::SERVE_HOW)]
    Serve(Serve),
    #[command(about = words::STATUS, help_template = words::HELP)]
    Status(Json),
    #[command(about = words::STOP, help_template = words::HELP)]
    Stop,
    #[command(about = words::BACKUP, help_template = words::HELP, after_help = words::BACKUP_HOW)]
    Backup(Backup),
    #[command(about = words::RESTORE, help_template = words::HELP, after_help = words::RESTORE_HOW)]
    Restore(Restore),
    #[command(about = words::ERASE, help_template = words::HELP, after_help = words::ERASE_HOW)]
    Erase(Erase),
    #[command(about = words::KEY, help_template = words::HELP)]
    Key(KeyCommand),
    #[command(about = words::JOURNAL, help_template = words::HELP)]
    Journal(Journal),
    #[command(about = words::HANDBOOK, help_template = words::HELP)]
    Handbook(Handbook),
    #[command(about = words::KEYMAP, help_template = words::HELP)]
    Keymap(Keymap),
    #[command(about = words::HELP_OF, help_template = words::HELP)]
    Help(Help),
}

/// `init`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Init {
    #[arg(long, value_name = "NAME", help = words::INIT_ORGAN)]
    pub(super) organ: String,
    #[arg(long, value_name = "字号", default_value = "", hide_default_value = true, help = words::INIT_PREFIX)]
    pub(super) prefix: String,
    #[arg(long, value_name = "NAME", help = words::INIT_CLERK)]
    pub(super) clerk: Option<String>,
    #[arg(long, help = words::INIT_PRACTICE)]
    pub(super) practice: bool,
}

/// `demo`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Demo {
    #[arg(long, value_name = "DIR", help = words::DEMO_DIR)]
    pub(super) dir: Option<PathBuf>,
    #[arg(long, requires = "dir", help = words::DEMO_NO_OPEN)]
    pub(super) no_open: bool,
}

/// `serve`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Serve {
    #[arg(long, value_name = "SECONDS", help = words::SERVE_IDLE)]
    pub(super) idle: Option<String>,
    /// A client has started it and waits for the end of its stderr.
    #[arg(long, hide = true)]
    pub(super) started_by_client: bool,
}

/// `register`
#[derive(Args, Clone)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Register {
    #[arg(long, value_name = "DATE", help = words::RECEIVED)]
    pub(super) received: Option<String>,
    #[arg(long, value_name = "KIND", help = words::KIND)]
    pub(super) kind: String,
    #[arg(long, value_name = "NAME", help = words::APPLICANT)]
    pub(super) applicant: String,
    #[arg(long, value_name = "TEXT", help = words::CONTENT)]
    pub(super) content: String,
    #[arg(long, value_name = "TEXT", help = words::ITEM)]
    pub(super) item: Vec<String>,
    #[arg(long, value_name = "DATE", help = words::SUBMITTED)]
    pub(super) submitted: Option<String>,
    #[arg(long, value_name = "DATE", help = words::CONFIRMED)]
    pub(super) confirmed: Option<String>,
    #[arg(long, value_name = "CHANNEL", help = words::CHANNEL)]
    pub(super) channel: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::TITLE)]
    pub(super) title: Option<String>,
    #[arg(long, value_name = "NAME", help = words::ORGAN)]
    pub(super) organ: Option<String>,
    #[arg(long, value_name = "编号", help = words::NO)]
    pub(super) no: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::ID_NUMBER)]
    pub(super) id_number: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::CONTACT)]
    pub(super) contact: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::SUPPLY)]
    pub(super) supply: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::UNIT)]
    pub(super) unit: Option<String>,
}

/// `list`
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct List {
    #[arg(long, help = words::LIST_OPEN)]
    pub(super) open: bool,
    #[arg(long, conflicts_with = "open", help = words::LIST_CLOSED)]
    pub(super) closed: bool,
    #[arg(long, conflicts_with_all = ["open", "closed"], help = words::LIST_ALL)]
    pub(super) all: bool,
    #[arg(long, value_name = "YEAR", help = words::CARRIED_INTO)]
    pub(super) carried_into: Option<String>,
    #[arg(long, value_name = "YEAR", conflicts_with = "carried_into", help = words::CARRIED_OUT_OF)]
    pub(super) carried_out_of: Option<String>,
    #[arg(long, help = words::OVERDUE)]
    pub(super) overdue: bool,
    #[arg(long, value_name = "N", help = words::DUE_WITHIN)]
    pub(super) due_within: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::FIND)]
    pub(super) find: Option<String>,
    #[command(flatten)]
    pub(super) whose: Whose,
    #[arg(long, help = words::JSON)]
    pub(super) json: bool,
}

/// `status`: no flag of its own.
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Json {
    #[arg(long, help = words::JSON)]
    pub(super) json: bool,
}

/// `show` and `clock`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct OfCase {
    #[arg(value_name = "NO", help = words::CASE_NO)]
    pub(super) no: String,
    #[arg(long, help = words::JSON)]
    pub(super) json: bool,
}

/// `show`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Show {
    #[arg(value_name = "NO", help = words::CASE_NO)]
    pub(super) no: String,
    #[arg(long, conflicts_with = "json", help = words::CONTENTS)]
    pub(super) contents: bool,
    #[arg(long, help = words::JSON)]
    pub(super) json: bool,
}

/// `import`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Import {
    #[arg(value_name = "FILE", help = words::IMPORT_FILE)]
    pub(super) file: PathBuf,
    #[arg(long, value_name = "P", help = words::PROFILE)]
    pub(super) profile: Option<PathBuf>,
    #[arg(long, value_name = "NAME", help = words::ORGAN)]
    pub(super) organ: Option<String>,
    #[arg(long, value_name = "YEAR", help = words::FIRST_YEAR)]
    pub(super) first_year: Option<String>,
    #[arg(long, help = words::DRY_RUN)]
    pub(super) dry_run: bool,
    #[arg(long, help = words::JSON)]
    pub(super) json: bool,
}

/// `report`
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Report {
    #[arg(value_name = "YEAR", help = words::YEAR)]
    pub(super) year: Option<String>,
    #[arg(long, value_name = "DATE", help = words::FROM)]
    pub(super) from: Option<String>,
    #[arg(long, value_name = "DATE", help = words::TO)]
    pub(super) to: Option<String>,
    #[arg(long, value_name = "TABLES", help = words::TABLES)]
    pub(super) file: Option<PathBuf>,
    #[arg(long, requires = "from", conflicts_with_all = ["year", "file", "format", "output"], help = words::WORKING)]
    pub(super) working: bool,
    #[arg(long, requires = "working", help = words::JSON)]
    pub(super) json: bool,
    #[arg(long, value_name = "FORMAT", help = words::FORMAT)]
    pub(super) format: Option<String>,
    #[arg(long, value_name = "NAME", help = words::ORGAN)]
    pub(super) organ: Option<String>,
    #[arg(long, requires = "year", conflicts_with = "file", help = words::CASES)]
    pub(super) cases: bool,
    #[arg(long, requires = "cases", help = words::NAMES)]
    pub(super) names: bool,
    #[arg(short, long, value_name = "PATH", help = words::OUTPUT)]
    pub(super) output: Option<PathBuf>,
}

/// `check`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Check {
    #[arg(value_name = "YEAR", help = words::YEAR)]
    pub(super) year: Option<String>,
    #[arg(long, value_name = "FILE", help = words::TABLES)]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "file", help = words::PREVIOUS)]
    pub(super) previous: Option<PathBuf>,
    #[arg(long, value_name = "NAME", help = words::ORGAN)]
    pub(super) organ: Option<String>,
    #[arg(long, help = words::JSON)]
    pub(super) json: bool,
}

/// `settings`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Settings {
    #[arg(value_name = "KEY", help = words::SETTING_KEY)]
    pub(super) key: Option<String>,
    #[arg(value_name = "VALUE", requires = "key", help = words::SETTING_VALUE)]
    pub(super) value: Option<String>,
    #[arg(long, requires = "value", help = words::SETTING_DRY_RUN)]
    pub(super) dry_run: bool,
    #[arg(long, help = words::JSON)]
    pub(super) json: bool,
}

/// `fee`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Fee {
    #[arg(long, value_name = "N", help = words::FEE_PAGES)]
    pub(super) pages: Option<String>,
    #[arg(long, value_name = "N", conflicts_with = "pages", help = words::FEE_ITEMS)]
    pub(super) items: Option<String>,
}

/// `guide`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Guide {
    #[arg(value_name = "ROW", help = words::GUIDE_ROW)]
    pub(super) row: Option<String>,
    #[arg(long = "for", value_name = "NO", help = words::GUIDE_FOR)]
    pub(super) no: Option<String>,
}

/// `verify`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Verify {
    #[arg(long, value_name = "SEQ:SEAL", help = words::EXPECT)]
    pub(super) expect: Option<String>,
    #[arg(long, value_name = "PATH", help = words::VERIFY_BACKUP)]
    pub(super) backup: Option<PathBuf>,
    #[command(flatten)]
    pub(super) key: Key,
}

/// `handbook`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Handbook {
    #[arg(value_name = "CHAPTER", help = words::HANDBOOK_CHAPTER)]
    pub(super) chapter: Option<String>,
}

/// `keymap`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Keymap {
    #[command(subcommand)]
    pub(super) sub: KeymapSub,
}

/// What is done with the keys.
#[derive(Subcommand)]
#[command(subcommand_help_heading = words::COMMANDS, next_help_heading = words::OPTIONS)]
pub(super) enum KeymapSub {
    #[command(about = words::KEYMAP_SHOW, help_template = words::HELP)]
    Show(KeymapShow),
    #[command(about = words::KEYMAP_CHECK, help_template = words::HELP)]
    Check(KeymapFile),
    #[command(about = words::KEYMAP_PROBE, help_template = words::HELP)]
    Probe,
}

/// `keymap show`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct KeymapShow {
    #[arg(long, help = words::JSON)]
    pub(super) json: bool,
    #[arg(long, conflicts_with = "json", help = words::KEYMAP_MARKDOWN)]
    pub(super) markdown: bool,
}

/// `keymap check`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct KeymapFile {
    #[arg(value_name = "FILE", help = words::KEYMAP_FILE)]
    pub(super) file: PathBuf,
}

/// `help`
#[derive(Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Help {
    #[arg(value_name = "COMMAND", help = words::HELP_TOPIC)]
    pub(super) topic: Vec<String>,
    #[arg(long, help = words::JSON)]
    pub(super) json: bool,
}
