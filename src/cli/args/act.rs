//! The arguments of `act`.

use clap::Args;

use crate::words::cli as words;

/// `act`: every flag of every step; each step says which it needs.
#[derive(Args, Default)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct Act {
    #[arg(value_name = "NO", help = words::CASE_NO)]
    pub(in crate::cli) no: String,
    #[arg(value_name = "STEP", help = words::STEP)]
    pub(in crate::cli) step: String,
    #[arg(value_name = "TEXT", help = words::NOTE_TEXT)]
    pub(in crate::cli) words: Option<String>,
    #[arg(long, value_name = "DATE", help = words::ON)]
    pub(in crate::cli) on: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::POINTS)]
    pub(in crate::cli) points: Option<String>,
    #[arg(long, value_name = "DATE", help = words::REPLY_BY)]
    pub(in crate::cli) reply_by: Option<String>,
    #[arg(long, help = words::NO_GOOD_REASON)]
    pub(in crate::cli) no_good_reason: bool,
    #[arg(long, value_name = "ROW", help = words::OUTCOME)]
    pub(in crate::cli) outcome: Option<String>,
    #[arg(long, value_name = "KIND", help = words::OUTCOME_KIND)]
    pub(in crate::cli) kind: Option<String>,
    #[arg(long, value_name = "N", help = words::ITEM_NUMBER)]
    pub(in crate::cli) item: Option<String>,
    #[arg(long, value_name = "ART", help = words::GROUND)]
    pub(in crate::cli) ground: Vec<String>,
    #[arg(long, value_name = "TEXT", help = words::FACTS)]
    pub(in crate::cli) facts: Option<String>,
    #[arg(long, value_name = "文号", help = words::LETTER_NO)]
    pub(in crate::cli) letter_no: Option<String>,
    #[arg(long, value_name = "N,N", help = words::ITEMS)]
    pub(in crate::cli) items: Option<String>,
    #[arg(long, value_name = "NO", help = words::NEW_NO)]
    pub(in crate::cli) new_no: Option<String>,
    #[arg(long = "override", value_name = "REASON", help = words::OVERRIDE)]
    pub(in crate::cli) override_reason: Option<String>,
    #[arg(long, value_name = "WAY", help = words::WAY)]
    pub(in crate::cli) way: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::PROOF)]
    pub(in crate::cli) proof: Option<String>,
    #[arg(long = "type", value_name = "TYPE", help = words::NOTE_TYPE)]
    pub(in crate::cli) note_type: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::REASON)]
    pub(in crate::cli) reason: Option<String>,
    #[arg(long, value_name = "NAME", help = words::PARTY)]
    pub(in crate::cli) party: Option<String>,
    #[arg(long, value_name = "ROLE", help = words::ROLE)]
    pub(in crate::cli) role: Option<String>,
    #[arg(long, value_name = "OPINION", help = words::OPINION)]
    pub(in crate::cli) opinion: Option<String>,
    #[arg(long, value_name = "N", help = words::EXTENSION_DAYS)]
    pub(in crate::cli) days: Option<String>,
    #[arg(long, value_name = "NAME", help = words::APPROVED_BY)]
    pub(in crate::cli) approved_by: Option<String>,
    #[arg(long, value_name = "DATE", help = words::UNTIL)]
    pub(in crate::cli) until: Option<String>,
    #[arg(long, value_name = "BY", help = words::BY)]
    pub(in crate::cli) by: Option<String>,
    #[arg(long, value_name = "N", help = words::PAGES)]
    pub(in crate::cli) pages: Option<String>,
    #[arg(long, value_name = "N", help = words::NTH)]
    pub(in crate::cli) nth: Option<String>,
    #[arg(long, value_name = "YUAN", help = words::AMOUNT)]
    pub(in crate::cli) amount: Option<String>,
    #[arg(long, value_name = "NAME", help = words::REVIEWER)]
    pub(in crate::cli) reviewer: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::ORDER)]
    pub(in crate::cli) order: Option<String>,
    #[arg(long, value_name = "档号", help = words::FILE_NO)]
    pub(in crate::cli) file_no: Option<String>,
    #[arg(long, value_name = "NO", help = words::LINK_TO)]
    pub(in crate::cli) to: Option<String>,
    #[arg(long, value_name = "N", help = words::SEQ)]
    pub(in crate::cli) seq: Option<String>,
    #[arg(long, value_name = "N", help = words::COMMIT)]
    pub(in crate::cli) commit: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::AMENDED)]
    pub(in crate::cli) applicant: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::AMENDED)]
    pub(in crate::cli) content: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::AMENDED)]
    pub(in crate::cli) title: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::AMENDED)]
    pub(in crate::cli) id_number: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::AMENDED)]
    pub(in crate::cli) contact: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::AMENDED)]
    pub(in crate::cli) supply: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::AMENDED)]
    pub(in crate::cli) unit: Option<String>,
    #[arg(long, value_name = "CHANNEL", help = words::AMENDED)]
    pub(in crate::cli) channel: Option<String>,
    #[arg(long, value_name = "DATE", help = words::AMENDED)]
    pub(in crate::cli) received: Option<String>,
    #[arg(long, value_name = "DATE", help = words::AMENDED)]
    pub(in crate::cli) submitted: Option<String>,
    #[arg(long, value_name = "DATE", help = words::AMENDED)]
    pub(in crate::cli) confirmed: Option<String>,
    #[arg(long, help = words::JSON)]
    pub(in crate::cli) json: bool,
}
