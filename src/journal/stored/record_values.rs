//! What stands in a record, as it is stored: numbers and days in clear, texts in the private part.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::codes::Code;
use crate::calendar::{from_day, to_day};
use crate::records::{
    Activity, Charge, Decisions, Disclosure, Dispute, Document, Ended, Period, RecordId, Stock,
};

/// A value in its two parts.
pub(super) trait StoredValue: Sized {
    /// What stands in clear.
    type Clear: Serialize + DeserializeOwned;
    /// What is sealed.
    type Texts: Serialize + DeserializeOwned;

    /// The two parts; `None` where a value has no number.
    fn split(&self) -> Option<(Self::Clear, Self::Texts)>;

    /// The value of its parts; `None` where they make none.
    fn join(clear: Self::Clear, texts: Self::Texts) -> Option<Self>;
}

#[derive(Serialize, Deserialize)]
pub(super) struct PeriodV1 {
    /// 0 a year, 1 a month, 2 a day.
    form: u8,
    /// The year; months since the year 0; days since 1970-01-01.
    at: i32,
}

impl PeriodV1 {
    fn of(period: Period) -> Self {
        match period {
            Period::Year(year) => Self { form: 0, at: year.into() },
            Period::Month(year, month) => Self { form: 1, at: i32::from(year) * 12 + i32::from(month) - 1 },
            Period::Day(day) => Self { form: 2, at: to_day(day) },
        }
    }

    fn period(&self) -> Option<Period> {
        let year = |year: i32| i16::try_from(year).ok();
        Some(match self.form {
            0 => Period::Year(year(self.at)?),
            1 => Period::Month(year(self.at.div_euclid(12))?, i8::try_from(self.at.rem_euclid(12) + 1).ok()?),
            2 => Period::Day(from_day(self.at)?),
            _ => return None,
        })
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct DocumentV1 {
    kind: u8,
    issued_on: i32,
    lead: bool,
    /// Day and way.
    ended: Option<(i32, u8)>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct DocumentTextsV1 {
    title: String,
    doc_no: String,
    /// Empty while it is in force.
    end_reason: String,
}

impl StoredValue for Document {
    type Clear = DocumentV1;
    type Texts = DocumentTextsV1;

    fn split(&self) -> Option<(DocumentV1, DocumentTextsV1)> {
        let ended = match &self.ended {
            Some(ended) => Some((to_day(ended.on), ended.way.code()?)),
            None => None,
        };
        let clear =
            DocumentV1 { kind: self.kind.code()?, issued_on: to_day(self.issued_on), lead: self.lead, ended };
        let texts = DocumentTextsV1 {
            title: self.title.clone(),
            doc_no: self.doc_no.clone(),
            end_reason: self.ended.as_ref().map(|ended| ended.reason.clone()).unwrap_or_default(),
        };
        Some((clear, texts))
    }

    fn join(clear: DocumentV1, texts: DocumentTextsV1) -> Option<Self> {
        let ended = match clear.ended {
            Some((on, way)) => {
                Some(Ended { on: from_day(on)?, way: Code::from_code(way)?, reason: texts.end_reason })
            }
            None => None,
        };
        Some(Self {
            kind: Code::from_code(clear.kind)?,
            title: texts.title,
            doc_no: texts.doc_no,
            issued_on: from_day(clear.issued_on)?,
            lead: clear.lead,
            ended,
        })
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct StockV1 {
    kind: u8,
    year: i16,
    count: u32,
}

impl StoredValue for Stock {
    type Clear = StockV1;
    type Texts = ();

    fn split(&self) -> Option<(StockV1, ())> {
        Some((StockV1 { kind: self.kind.code()?, year: self.year, count: self.count }, ()))
    }

    fn join(clear: StockV1, (): ()) -> Option<Self> {
        Some(Self { kind: Code::from_code(clear.kind)?, year: clear.year, count: clear.count })
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct DecisionsV1 {
    kind: u8,
    period: PeriodV1,
    count: u32,
}

impl StoredValue for Decisions {
    type Clear = DecisionsV1;
    type Texts = String;

    fn split(&self) -> Option<(DecisionsV1, String)> {
        let period = PeriodV1::of(self.period);
        Some((DecisionsV1 { kind: self.kind.code()?, period, count: self.count }, self.source.clone()))
    }

    fn join(clear: DecisionsV1, source: String) -> Option<Self> {
        let kind = Code::from_code(clear.kind)?;
        Some(Self { kind, period: clear.period.period()?, count: clear.count, source })
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct ChargeV1 {
    fen: u64,
    period: PeriodV1,
}

impl StoredValue for Charge {
    type Clear = ChargeV1;
    type Texts = String;

    fn split(&self) -> Option<(ChargeV1, String)> {
        Some((ChargeV1 { fen: self.fen, period: PeriodV1::of(self.period) }, self.item.clone()))
    }

    fn join(clear: ChargeV1, item: String) -> Option<Self> {
        Some(Self { item, fen: clear.fen, period: clear.period.period()? })
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct DisclosureV1 {
    formed_on: i32,
}

#[derive(Serialize, Deserialize)]
pub(super) struct DisclosureTextsV1 {
    title: String,
    column: String,
    url: String,
}

impl StoredValue for Disclosure {
    type Clear = DisclosureV1;
    type Texts = DisclosureTextsV1;

    fn split(&self) -> Option<(DisclosureV1, DisclosureTextsV1)> {
        let Self { title, column, formed_on, url } = self.clone();
        Some((DisclosureV1 { formed_on: to_day(formed_on) }, DisclosureTextsV1 { title, column, url }))
    }

    fn join(clear: DisclosureV1, texts: DisclosureTextsV1) -> Option<Self> {
        let DisclosureTextsV1 { title, column, url } = texts;
        Some(Self { title, column, formed_on: from_day(clear.formed_on)?, url })
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct DisputeV1 {
    kind: u8,
    role: u8,
    filed_on: i32,
    request: String,
    review: Option<u64>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct DisputeTextsV1 {
    forum: String,
    case_no: String,
}

impl StoredValue for Dispute {
    type Clear = DisputeV1;
    type Texts = DisputeTextsV1;

    fn split(&self) -> Option<(DisputeV1, DisputeTextsV1)> {
        let clear = DisputeV1 {
            kind: self.kind.code()?,
            role: self.role.code()?,
            filed_on: to_day(self.filed_on),
            request: self.request.clone(),
            review: self.review.map(|id| id.0),
        };
        Some((clear, DisputeTextsV1 { forum: self.forum.clone(), case_no: self.case_no.clone() }))
    }

    fn join(clear: DisputeV1, texts: DisputeTextsV1) -> Option<Self> {
        Some(Self {
            kind: Code::from_code(clear.kind)?,
            role: Code::from_code(clear.role)?,
            filed_on: from_day(clear.filed_on)?,
            forum: texts.forum,
            case_no: texts.case_no,
            request: clear.request,
            review: clear.review.map(RecordId),
        })
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct ActivityV1 {
    kind: u8,
    period: PeriodV1,
    count: u32,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ActivityTextsV1 {
    name: String,
    unit: String,
    title: String,
}

impl StoredValue for Activity {
    type Clear = ActivityV1;
    type Texts = ActivityTextsV1;

    fn split(&self) -> Option<(ActivityV1, ActivityTextsV1)> {
        let period = PeriodV1::of(self.period);
        let clear = ActivityV1 { kind: self.kind.code()?, period, count: self.count };
        let Self { name, unit, title, .. } = self.clone();
        Some((clear, ActivityTextsV1 { name, unit, title }))
    }

    fn join(clear: ActivityV1, texts: ActivityTextsV1) -> Option<Self> {
        let ActivityTextsV1 { name, unit, title } = texts;
        let (kind, period) = (Code::from_code(clear.kind)?, clear.period.period()?);
        Some(Self { kind, name, unit, period, title, count: clear.count })
    }
}
