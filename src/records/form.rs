//! A record as a form: a text in each field, as it is typed and as it is shown.

use jiff::civil::Date;

use super::{
    Activity, ActivityKind, Charge, DecisionKind, Decisions, Disclosure, Dispute, DisputeKind, Document,
    DocumentKind, Ended, Period, RecordField as F, RecordId, RecordKind, Role, Stock, Value, format_yuan,
    parse_yuan,
};
use crate::calendar::{format_iso, parse_date};

/// Yes and no, as a closed list.
pub(super) const YES_NO: [(&str, &str); 2] = [("yes", "是"), ("no", "否")];

/// The texts of a record's fields.
///
/// ```
/// use gongkai::records::{Form, RecordField, RecordKind};
/// let mut form = Form::default();
/// form.set(RecordField::Type, "行政许可");
/// form.set(RecordField::Period, "2025-03");
/// form.set(RecordField::Count, "12");
/// let value = form.value(RecordKind::Decisions).unwrap();
/// assert_eq!(Form::of(&value).get(RecordField::Type), "licence");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    texts: Vec<(F, String)>,
    /// The end of a document is no field: it comes by a step of its own and stays as it is.
    ended: Option<Ended>,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// It must be filled in.
    #[error("{0:?} is missing")]
    Missing(F),
    /// It cannot be read as what belongs there.
    #[error("{0:?} cannot be read")]
    Unreadable(F),
}

impl Form {
    /// The form of a value.
    pub fn of(value: &Value) -> Self {
        let mut form = Self::default();
        let mut put = |texts: &[(F, &str)]| texts.iter().for_each(|(field, text)| form.set(*field, text));
        match value {
            Value::Document(document) => {
                let [(yes, _), (no, _)] = YES_NO;
                let lead = if document.lead { yes } else { no };
                put(&[
                    (F::Type, document.kind.key()),
                    (F::Title, &document.title),
                    (F::DocNo, &document.doc_no),
                    (F::Issued, &format_iso(document.issued_on)),
                    (F::Lead, lead),
                ]);
                form.ended.clone_from(&document.ended);
            }
            Value::Stock(stock) => put(&[
                (F::Type, stock.kind.key()),
                (F::Year, &stock.year.to_string()),
                (F::Count, &stock.count.to_string()),
            ]),
            Value::Decisions(decisions) => put(&[
                (F::Type, decisions.kind.key()),
                (F::Period, &decisions.period.to_string()),
                (F::Count, &decisions.count.to_string()),
                (F::Source, &decisions.source),
            ]),
            Value::Charge(charge) => put(&[
                (F::Item, &charge.item),
                (F::Yuan, &format_yuan(charge.fen)),
                (F::Period, &charge.period.to_string()),
            ]),
            Value::Disclosure(disclosure) => put(&[
                (F::Title, &disclosure.title),
                (F::Column, &disclosure.column),
                (F::Formed, &format_iso(disclosure.formed_on)),
                (F::Url, &disclosure.url),
            ]),
            Value::Dispute(dispute) => put(&[
                (F::Type, dispute.kind.key()),
                (F::Filed, &format_iso(dispute.filed_on)),
                (F::Forum, &dispute.forum),
                (F::CaseNo, &dispute.case_no),
                (F::Role, dispute.role.key()),
                (F::Request, &dispute.request),
                (F::Review, &dispute.review.map(|id| id.to_string()).unwrap_or_default()),
            ]),
            Value::Activity(activity) => put(&[
                (F::Type, activity.kind.key()),
                (F::Name, &activity.name),
                (F::Title, &activity.title),
                (F::Period, &activity.period.to_string()),
                (F::Count, &activity.count.to_string()),
                (F::Unit, &activity.unit),
            ]),
        }
        form
    }

    /// The text of a field; empty where there is none.
    pub fn get(&self, field: F) -> &str {
        self.texts.iter().find(|(known, _)| *known == field).map_or("", |(_, text)| text)
    }

    /// Writes a text into a field.
    pub fn set(&mut self, field: F, text: &str) {
        self.texts.retain(|(known, _)| *known != field);
        self.texts.push((field, text.to_owned()));
    }

    /// What the form says.
    ///
    /// # Errors
    /// The first field that is missing or cannot be read.
    pub fn value(&self, kind: RecordKind) -> Result<Value, FormError> {
        Ok(match kind {
            RecordKind::Document => Value::Document(Document {
                kind: self.read(F::Type, DocumentKind::from_word)?,
                title: self.needed(F::Title)?,
                doc_no: self.text(F::DocNo),
                issued_on: self.day(F::Issued)?,
                lead: self.yes(F::Lead, true)?,
                ended: self.ended.clone(),
            }),
            RecordKind::Stock => Value::Stock(Stock {
                kind: self.read(F::Type, DocumentKind::from_word)?,
                year: self.read(F::Year, year)?,
                count: self.read(F::Count, number)?,
            }),
            RecordKind::Decisions => Value::Decisions(Decisions {
                kind: self.read(F::Type, DecisionKind::from_word)?,
                period: self.period()?,
                count: self.read(F::Count, number)?,
                source: self.text(F::Source),
            }),
            RecordKind::Charge => Value::Charge(Charge {
                item: self.needed(F::Item)?,
                fen: self.read(F::Yuan, parse_yuan)?,
                period: self.period()?,
            }),
            RecordKind::Disclosure => Value::Disclosure(Disclosure {
                title: self.needed(F::Title)?,
                column: self.needed(F::Column)?,
                formed_on: self.day(F::Formed)?,
                url: self.text(F::Url),
            }),
            RecordKind::Dispute => Value::Dispute(self.dispute()?),
            RecordKind::Activity => Value::Activity(Activity {
                kind: self.read(F::Type, ActivityKind::from_word)?,
                name: self.text(F::Name),
                unit: self.text(F::Unit),
                period: self.period()?,
                title: self.needed(F::Title)?,
                count: self.read(F::Count, number)?,
            }),
        })
    }

    fn dispute(&self) -> Result<Dispute, FormError> {
        let role = if self.get(F::Role).trim().is_empty() {
            Role::Defendant
        } else {
            self.read(F::Role, Role::from_word)?
        };
        let review = if self.get(F::Review).trim().is_empty() {
            None
        } else {
            Some(RecordId(self.read(F::Review, |text| text.parse().ok())?))
        };
        Ok(Dispute {
            kind: self.read(F::Type, DisputeKind::from_word)?,
            role,
            filed_on: self.day(F::Filed)?,
            forum: self.needed(F::Forum)?,
            case_no: self.text(F::CaseNo),
            request: self.text(F::Request),
            review,
        })
    }

    fn text(&self, field: F) -> String {
        self.get(field).trim().to_owned()
    }

    fn needed(&self, field: F) -> Result<String, FormError> {
        let text = self.text(field);
        if text.is_empty() { Err(FormError::Missing(field)) } else { Ok(text) }
    }

    fn read<T>(&self, field: F, read: impl Fn(&str) -> Option<T>) -> Result<T, FormError> {
        read(&self.needed(field)?).ok_or(FormError::Unreadable(field))
    }

    fn day(&self, field: F) -> Result<Date, FormError> {
        self.read(field, |text| parse_date(text).ok())
    }

    fn period(&self) -> Result<Period, FormError> {
        self.read(F::Period, |text| text.parse().ok())
    }

    fn yes(&self, field: F, otherwise: bool) -> Result<bool, FormError> {
        let [(yes, is), (no, is_not)] = YES_NO;
        match self.get(field).trim() {
            "" => Ok(otherwise),
            word if word == yes || word == is => Ok(true),
            word if word == no || word == is_not => Ok(false),
            _ => Err(FormError::Unreadable(field)),
        }
    }
}

/// A whole number without sign.
fn number(text: &str) -> Option<u32> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

fn year(text: &str) -> Option<i16> {
    match text.parse() {
        Ok(Period::Year(year)) => Some(year),
        _ => None,
    }
}
