//! The arguments of `record`: every flag of every kind; each says which it has.

use clap::Args;

use crate::records::RecordField;
use crate::words::{cli, records as words};

/// `record`
#[derive(Args, Default)]
#[command(next_help_heading = cli::OPTIONS)]
pub(in crate::cli) struct Record {
    #[arg(value_name = "KIND", help = words::KIND)]
    pub(super) kind: String,
    #[arg(value_name = "ACTION", help = words::ACTION)]
    pub(super) action: String,
    #[arg(value_name = "ID", help = words::ID)]
    pub(super) id: Option<String>,
    #[arg(long = "type", value_name = "TYPE", help = words::TYPE)]
    pub(super) of_type: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::TITLE)]
    pub(super) title: Option<String>,
    #[arg(long, value_name = "文号", help = words::DOC_NO)]
    pub(super) doc_no: Option<String>,
    #[arg(long, value_name = "DATE", help = words::ISSUED)]
    pub(super) issued: Option<String>,
    #[arg(long, value_name = "yes|no", help = words::LEAD)]
    pub(super) lead: Option<String>,
    #[arg(long, value_name = "YEAR", help = words::YEAR)]
    pub(super) year: Option<String>,
    #[arg(long, value_name = "N", help = words::COUNT)]
    pub(super) count: Option<String>,
    #[arg(long, value_name = "PERIOD", help = words::PERIOD)]
    pub(super) period: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::SOURCE)]
    pub(super) source: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::ITEM)]
    pub(super) item: Option<String>,
    #[arg(long, value_name = "YUAN", help = words::YUAN)]
    pub(super) yuan: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::COLUMN)]
    pub(super) column: Option<String>,
    #[arg(long, value_name = "DATE", help = words::FORMED)]
    pub(super) formed: Option<String>,
    #[arg(long, value_name = "URL", help = words::URL)]
    pub(super) url: Option<String>,
    #[arg(long, value_name = "DATE", help = words::FILED)]
    pub(super) filed: Option<String>,
    #[arg(long, value_name = "NAME", help = words::FORUM)]
    pub(super) forum: Option<String>,
    #[arg(long, value_name = "案号", help = words::CASE_NO)]
    pub(super) case_no: Option<String>,
    #[arg(long, value_name = "ROLE", help = words::ROLE)]
    pub(super) role: Option<String>,
    #[arg(long, value_name = "NO", help = words::REQUEST)]
    pub(super) request: Option<String>,
    #[arg(long, value_name = "ID", help = words::REVIEW)]
    pub(super) review: Option<String>,
    #[arg(long, value_name = "NAME", help = words::NAME)]
    pub(super) name: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::UNIT)]
    pub(super) unit: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::NOTE)]
    pub(super) note: Option<String>,
    #[arg(long, value_name = "DATE", help = words::ON)]
    pub(super) on: Option<String>,
    #[arg(long, value_name = "NAME", help = words::BY)]
    pub(super) by: Option<String>,
    #[arg(long, value_name = "N", help = words::ROUND)]
    pub(super) round: Option<String>,
    #[arg(long, value_name = "RESULT", help = words::RESULT)]
    pub(super) result: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::TEXT)]
    pub(super) text: Option<String>,
    #[arg(long, value_name = "TEXT", help = words::REASON)]
    pub(super) reason: Option<String>,
    #[arg(long = "override", value_name = "REASON", help = words::OVERRIDE)]
    pub(super) override_reason: Option<String>,
    #[arg(long, value_name = "N", help = words::SEQ)]
    pub(super) seq: Option<String>,
    #[arg(long, value_name = "NAME", help = words::ORGAN)]
    pub(super) organ: Option<String>,
    #[arg(long, help = cli::JSON)]
    pub(super) json: bool,
}

impl Record {
    /// What was given for a field of the record.
    pub(super) fn given(&self, field: RecordField) -> Option<&str> {
        match field {
            RecordField::Type => &self.of_type,
            RecordField::Title => &self.title,
            RecordField::DocNo => &self.doc_no,
            RecordField::Issued => &self.issued,
            RecordField::Lead => &self.lead,
            RecordField::Year => &self.year,
            RecordField::Count => &self.count,
            RecordField::Period => &self.period,
            RecordField::Source => &self.source,
            RecordField::Item => &self.item,
            RecordField::Yuan => &self.yuan,
            RecordField::Column => &self.column,
            RecordField::Formed => &self.formed,
            RecordField::Url => &self.url,
            RecordField::Filed => &self.filed,
            RecordField::Forum => &self.forum,
            RecordField::CaseNo => &self.case_no,
            RecordField::Role => &self.role,
            RecordField::Request => &self.request,
            RecordField::Review => &self.review,
            RecordField::Name => &self.name,
            RecordField::Unit => &self.unit,
            RecordField::Note => &self.note,
            // Of steps and reasons, not of the record.
            RecordField::On
            | RecordField::By
            | RecordField::Round
            | RecordField::Text
            | RecordField::Reason => return None,
        }
        .as_deref()
    }
}
