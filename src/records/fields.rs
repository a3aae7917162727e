//! The fields of each kind of record: what a form asks for, what a command takes, in this order.

use super::{
    ActivityKind, DecisionKind, DisputeKind, DocumentKind, RecordField as F, RecordKind, Role, form::YES_NO,
};

/// What is typed into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldForm {
    /// A text of one line.
    Line,
    /// A text of several lines.
    Text,
    /// One of a closed list: see [`choices`].
    Choice,
    /// A day.
    Date,
    /// A year, a month or a day.
    Period,
    /// A year.
    Year,
    /// A whole number.
    Number,
    /// 元, to the 分.
    Money,
    /// The number of another record.
    Record,
    /// The number of a request.
    Request,
}

/// A field of a kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldSpec {
    /// Which; its key and label name it.
    pub field: F,
    /// What is typed into it.
    pub form: FieldForm,
    /// Whether it must be filled in. More may be needed by what stands in other fields.
    pub required: bool,
}

const fn must(field: F, form: FieldForm) -> FieldSpec {
    FieldSpec { field, form, required: true }
}

const fn may(field: F, form: FieldForm) -> FieldSpec {
    FieldSpec { field, form, required: false }
}

const NOTE: FieldSpec = may(F::Note, FieldForm::Text);

/// The fields of a kind of record, in the order in which they are asked for.
pub const fn fields(kind: RecordKind) -> &'static [FieldSpec] {
    match kind {
        RecordKind::Document => {
            const {
                &[
                    must(F::Type, FieldForm::Choice),
                    must(F::Title, FieldForm::Line),
                    may(F::DocNo, FieldForm::Line),
                    must(F::Issued, FieldForm::Date),
                    may(F::Lead, FieldForm::Choice),
                    NOTE,
                ]
            }
        }
        RecordKind::Stock => {
            const {
                &[
                    must(F::Type, FieldForm::Choice),
                    must(F::Year, FieldForm::Year),
                    must(F::Count, FieldForm::Number),
                    NOTE,
                ]
            }
        }
        RecordKind::Decisions => {
            const {
                &[
                    must(F::Type, FieldForm::Choice),
                    must(F::Period, FieldForm::Period),
                    must(F::Count, FieldForm::Number),
                    may(F::Source, FieldForm::Line),
                    NOTE,
                ]
            }
        }
        RecordKind::Charge => {
            const {
                &[
                    must(F::Item, FieldForm::Line),
                    must(F::Yuan, FieldForm::Money),
                    must(F::Period, FieldForm::Period),
                    NOTE,
                ]
            }
        }
        RecordKind::Disclosure => {
            const {
                &[
                    must(F::Title, FieldForm::Line),
                    must(F::Column, FieldForm::Line),
                    must(F::Formed, FieldForm::Date),
                    may(F::Url, FieldForm::Line),
                    NOTE,
                ]
            }
        }
        RecordKind::Dispute => DISPUTE,
        RecordKind::Activity => ACTIVITY,
    }
}

const DISPUTE: &[FieldSpec] = &[
    must(F::Type, FieldForm::Choice),
    must(F::Filed, FieldForm::Date),
    must(F::Forum, FieldForm::Line),
    may(F::CaseNo, FieldForm::Line),
    may(F::Role, FieldForm::Choice),
    may(F::Request, FieldForm::Request),
    may(F::Review, FieldForm::Record),
    NOTE,
];

const ACTIVITY: &[FieldSpec] = &[
    must(F::Type, FieldForm::Choice),
    may(F::Name, FieldForm::Line),
    must(F::Title, FieldForm::Line),
    must(F::Period, FieldForm::Period),
    must(F::Count, FieldForm::Number),
    may(F::Unit, FieldForm::Line),
    NOTE,
];

/// The words of a closed list, each as key and label; empty for other fields.
pub fn choices(kind: RecordKind, field: F) -> Vec<(&'static str, &'static str)> {
    match (kind, field) {
        (RecordKind::Document | RecordKind::Stock, F::Type) => {
            DocumentKind::ALL.iter().map(|one| (one.key(), one.label())).collect()
        }
        (RecordKind::Decisions, F::Type) => {
            DecisionKind::ALL.iter().map(|one| (one.key(), one.label())).collect()
        }
        (RecordKind::Dispute, F::Type) => {
            DisputeKind::ALL.iter().map(|one| (one.key(), one.label())).collect()
        }
        (RecordKind::Activity, F::Type) => {
            ActivityKind::ALL.iter().map(|one| (one.key(), one.label())).collect()
        }
        (RecordKind::Dispute, F::Role) => Role::ALL.iter().map(|one| (one.key(), one.label())).collect(),
        (RecordKind::Document, F::Lead) => YES_NO.to_vec(),
        _ => Vec::new(),
    }
}
