//! Live fields: names in braces in the words of a report, for which its own figures are put in, so that prose
//! and tables cannot disagree.

use std::collections::BTreeMap;

use thiserror::Error;

use super::{Column3, Dispute, DisputeColumn, Document, DocumentColumn, Recorded, Row3, YearTables};
use crate::law::{OutcomeGroup, OutcomeRow};
use crate::words::draft as words;

/// A name in braces that stands for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", words::unknown_field(.name, .near))]
pub struct UnknownField {
    /// The name.
    pub name: String,
    /// Names like it; may be empty.
    pub near: Vec<String>,
}

/// Names and what stands for them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fields(BTreeMap<String, String>);

impl Fields {
    /// The figures of the tables, under the names that a clerk would give them.
    pub fn of(tables: &YearTables, recorded: &Recorded) -> Self {
        let mut fields = Self::default();
        fields.put(words::YEAR, tables.year.map(|year| year.to_string()).unwrap_or_default());
        fields.put(words::ORGAN, tables.organ.clone().unwrap_or_default());
        for (name, row) in [
            (words::NEW, Row3::New),
            (words::CARRIED_IN, Row3::CarriedIn),
            (words::DONE, Row3::Total),
            (words::CARRIED_OUT, Row3::CarriedOut),
        ] {
            fields.put(name, tables.table3.at(row, Column3::Sum).cell.text());
        }
        for row in OutcomeRow::ALL {
            fields.put(row.short_label(), tables.table3.at(Row3::Result(row), Column3::Sum).cell.text());
        }
        for group in OutcomeGroup::ALL {
            let rows = OutcomeRow::ALL.into_iter().filter(|row| row.group() == group);
            let counts = rows.map(|row| tables.table3.count(Row3::Result(row), Column3::Sum));
            let sum: Option<u64> = counts.sum();
            fields.put(words::group(group), sum.map(|sum| sum.to_string()).unwrap_or_default());
        }
        fields.put_kinds(tables);
        fields.put_disclosure(tables);
        fields.put_disputes(tables);
        fields.put_recorded(recorded);
        fields
    }

    /// What is recorded beside the tables. A measure of the office's own never takes the name of a figure.
    fn put_recorded(&mut self, recorded: &Recorded) {
        let titles: Vec<String> = recorded.disclosed.iter().map(|title| words::titled(title)).collect();
        self.put(words::DISCLOSED, recorded.disclosed.len().to_string());
        self.put(words::DISCLOSED_TITLES, titles.join("、"));
        self.put(words::FEE_NOTICES, recorded.fee_notices.to_string());
        self.put(words::FEES_NOTICED, recorded.fees_noticed.to_string());
        self.put(words::FEES_COLLECTED, recorded.fees_collected.to_string());
        for (name, value) in &recorded.measures {
            self.0.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }

    /// New requests by the kind of applicant.
    fn put_kinds(&mut self, tables: &YearTables) {
        for kind in crate::law::ApplicantKind::ALL {
            let cell = tables.table3.at(Row3::New, Column3::Kind(kind));
            self.put(&words::new_of_kind(kind.label()), cell.cell.text());
        }
    }

    fn put_disclosure(&mut self, tables: &YearTables) {
        let table = &tables.table2;
        for document in Document::ALL {
            for column in DocumentColumn::ALL {
                let name = words::document(document.label(), column.label());
                self.put(&name, table.document(document, column).cell.text());
            }
        }
        for (label, stated) in table.decisions() {
            self.put(label, stated.cell.text());
        }
        self.put(words::CHARGES, table.charges.cell.text());
    }

    fn put_disputes(&mut self, tables: &YearTables) {
        let count = |dispute, column| tables.table4.at(dispute, column).cell.count();
        for column in DisputeColumn::ALL {
            let name = |what: &str| words::dispute(what, column.label());
            let review = count(Dispute::Review, column);
            self.put(&name(words::REVIEW), review.map(|n| n.to_string()).unwrap_or_default());
            let suits = count(Dispute::DirectSuit, column)
                .zip(count(Dispute::SuitAfterReview, column))
                .map(|(direct, after)| direct.saturating_add(after));
            self.put(&name(words::SUIT), suits.map(|n| n.to_string()).unwrap_or_default());
        }
    }

    /// Adds or replaces a field.
    pub fn put(&mut self, name: &str, value: impl Into<String>) {
        self.0.insert(name.to_owned(), value.into());
    }

    /// All names with what stands for them, by name.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The text with every field put in. A brace that opens no name, as in 《{》, stands for itself.
    ///
    /// # Errors
    /// The first name that stands for nothing.
    pub fn resolve(&self, text: &str) -> Result<String, UnknownField> {
        let mut resolved = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            resolved.push_str(before);
            match after.split_once('}') {
                Some((name, behind)) if is_name(name) => {
                    resolved.push_str(self.value(name.trim())?);
                    rest = behind;
                }
                _ => {
                    resolved.push('{');
                    rest = after;
                }
            }
        }
        resolved.push_str(rest);
        Ok(resolved)
    }

    fn value(&self, name: &str) -> Result<&str, UnknownField> {
        self.0
            .get(name)
            .map(String::as_str)
            .ok_or_else(|| UnknownField { name: name.to_owned(), near: self.near(name) })
    }

    /// At most three names that share most letters with a wrong one.
    fn near(&self, name: &str) -> Vec<String> {
        let mut alike: Vec<(u8, &String)> =
            self.0.keys().map(|known| (crate::text::alike(known, name), known)).collect();
        alike.retain(|(alike, _)| *alike > 0);
        alike.sort_by_key(|(alike, known)| (std::cmp::Reverse(*alike), known.chars().count()));
        alike.into_iter().take(3).map(|(_, known)| known.clone()).collect()
    }
}

/// Whether what stands in braces is meant as a name.
fn is_name(name: &str) -> bool {
    let name = name.trim();
    !name.is_empty() && name.chars().count() <= 40 && !name.contains(['{', '\n'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::samples;

    #[test]
    fn names_give_the_figures_of_the_tables() {
        let fields = Fields::of(&samples::named(), &Recorded::default());
        let said =
            fields.resolve("收到{新收}件，上年结转{ 上年结转 }件，办结{办结}件，结转{结转下年}件。").unwrap();
        assert_eq!(said, "收到14069件，上年结转560件，办结13810件，结转819件。");
    }

    #[test]
    fn an_unknown_name_is_told_with_those_like_it() {
        let error = Fields::of(&samples::named(), &Recorded::default()).resolve("{上年结转数}").unwrap_err();
        assert_eq!(error.near.first().map(String::as_str), Some("上年结转"));
        assert!(error.to_string().contains("上年结转数"));
    }

    proptest! {
        #[test]
        fn what_has_no_braces_stays_and_nothing_panics(text in ".{0,60}") {
            let fields = Fields::of(&samples::named(), &Recorded::default());
            let resolved = fields.resolve(&text);
            if !text.contains('{') {
                prop_assert_eq!(resolved, Ok(text));
            }
        }
    }
}
