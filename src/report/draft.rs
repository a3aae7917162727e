//! The words that the program proposes for a report, from what is recorded: with live fields, so that the
//! clerk may edit the sentences and the figures stay those of the tables.

use super::{Column3, Dispute, DisputeColumn, Part, Row3, YearTables};
use crate::words::draft as words;

/// What a draft rests on beside the tables.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recorded {
    /// Titles of what was disclosed on the organ's own motion in the year.
    pub disclosed: Vec<String>,
    /// What was done for the platform, a sentence each.
    pub platform: Vec<String>,
    /// Training, self-inspection, assessment and the like, a sentence each.
    pub supervision: Vec<String>,
    /// Fee notices issued in the year.
    pub fee_notices: u64,
    /// What they come to, in yuan.
    pub fees_noticed: u64,
    /// What was paid in the year, in yuan.
    pub fees_collected: u64,
    /// Measures that the office counts for itself (发布会, 培训, …): name and number.
    pub measures: Vec<(String, String)>,
    /// Problems of last year's report; empty where that is not known.
    pub earlier_problems: String,
}

/// So many titles are named one by one.
const NAMED: usize = 5;

/// The draft of a part, a paragraph a line.
pub fn draft(part: Part, tables: &YearTables, recorded: &Recorded) -> String {
    match part {
        Part::Overview => overview(tables, recorded).join("\n"),
        Part::Disclosure | Part::Requests | Part::Disputes => String::new(),
        Part::Problems => words::problems(&recorded.earlier_problems),
        Part::Others => words::others(recorded.fee_notices > 0 || recorded.fees_collected > 0),
    }
}

/// What stands before part one: basis and period (条例 art. 50).
pub fn preface() -> String {
    words::PREFACE.to_owned()
}

/// 一、总体情况: a sentence, then its five aspects.
fn overview(tables: &YearTables, recorded: &Recorded) -> Vec<String> {
    let count = |row| tables.table3.count(row, Column3::Sum).unwrap_or_default();
    let any_requests = count(Row3::New) + count(Row3::CarriedIn) > 0;
    let disputes = |dispute| tables.table4.at(dispute, DisputeColumn::Sum).cell.count().unwrap_or_default();
    let any_disputes = Dispute::ALL.into_iter().map(disputes).sum::<u64>() > 0;
    let named = recorded.disclosed.len() <= NAMED;
    vec![
        words::LEAD.to_owned(),
        words::disclosure(recorded.disclosed.len(), named),
        words::requests(any_requests, any_disputes),
        words::MANAGEMENT.to_owned(),
        words::platform(&recorded.platform),
        words::supervision(&recorded.supervision),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Fields, samples};

    #[test]
    fn every_draft_has_only_fields_that_exist_and_holds_the_figures() {
        let recorded = Recorded { fee_notices: 2, disclosed: vec!["指南".into()], ..Recorded::default() };
        for tables in [samples::named(), samples::zero()] {
            let fields = Fields::of(&tables, &recorded);
            for part in Part::ALL {
                fields.resolve(&draft(part, &tables, &recorded)).unwrap();
            }
            fields.resolve(&preface()).unwrap();
        }
        let said = Fields::of(&samples::named(), &recorded).resolve(&draft(
            Part::Overview,
            &samples::named(),
            &recorded,
        ));
        assert!(said.unwrap().contains("14069"));
    }

    #[test]
    fn the_five_aspects_stand_in_their_order() {
        let text = draft(Part::Overview, &samples::zero(), &Recorded::default());
        for (line, aspect) in text.lines().skip(1).zip([
            "（一）主动公开",
            "（二）依申请公开",
            "（三）政府信息管理",
            "（四）政府信息公开平台建设",
            "（五）监督保障",
        ]) {
            assert!(line.starts_with(aspect), "{line}");
        }
    }
}
