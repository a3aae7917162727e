//! The registers (登记簿) behind tables 2 and 4 and section 一 of the annual report. PURE: values in, values out.
//!
//! Documents and how many are in force, decision counts, charges, 主动公开信息 with their three reviews and
//! three proofs, disputes, activities. Like a request a record is a fold of its events ([`Records`]); nothing
//! is deleted, a removed record stands in the history and counts nowhere. A command becomes an event or a
//! [`RecordRefusal`] that names its rule ([`decide()`]). What the tables take from the records is counted by
//! pure functions ([`table2()`], [`table4()`], [`disclosures`], [`activities()`]); the order in which things were
//! recorded never matters for a count.
//!
//! May use `law`, `calendar`, `text` and the ids of `request`. Today and the calendar come in as values.
//!
//! ```
//! use gongkai::calendar::Calendar;
//! use gongkai::records::*;
//! use gongkai::request::{ClerkId, OrganId, Seq};
//! use jiff::civil::date;
//!
//! let calendar = Calendar::built_in();
//! let context = RecordContext { today: date(2026, 3, 20), calendar: &calendar };
//! let mut records = Records::default();
//!
//! let value = Value::Charge(Charge { item: "考试费".into(), fen: 38_000, period: Period::Year(2025) });
//! let body = Body { organ: OrganId::FIRST, note: String::new(), value };
//! let decided = decide(&records, RecordCommand::Add(Box::new(body)), &context)?;
//! records.add(RecordEntry { seq: Seq(9), at: 0, who: ClerkId(1), practice_day: None, event: decided.event })?;
//! assert_eq!(table2(&records, 2025, None).charges_fen, 38_000);
//! assert_eq!(table2(&records, 2026, None).charges_fen, 0);
//! # Ok::<(), RecordRefusal>(())
//! ```

mod activities;
mod cells;
mod check;
mod command;
mod decide;
mod disclosure;
mod dispute;
mod event;
mod fields;
mod fold;
mod form;
mod kinds;
mod period;
mod refusal;
mod rivals;
mod rule;
mod table2;
mod table4;
#[cfg(test)]
pub(crate) mod tests;
mod value;
mod yuan;

pub use activities::{ActivitySum, DisclosureFigures, activities, disclosed, disclosures};
pub use cells::{RecordCell, cells};
pub use command::{RecordAct, RecordCommand, RecordContext, RecordDecision, RecordWarning};
pub use decide::decide;
pub use disclosure::{Check, Checked, Publication};
pub use dispute::Ending;
pub use event::{Body, RecordEntry, RecordEvent, RecordId, RecordStep};
pub use fields::{FieldForm, FieldSpec, choices, fields};
pub use fold::{Record, Records, Removal, Taken};
pub use form::{Form, FormError};
pub use kinds::{
    ActivityKind, DecisionKind, DisputeKind, DisputeResult, DocumentKind, EndWay, RecordField, RecordKind,
    Role,
};
pub use period::Period;
pub use refusal::RecordRefusal;
pub use rule::RecordRule;
pub use table2::{DocumentFigures, Table2Figures, table2};
pub use table4::{Counting, Table4Figures, table4};
pub use value::{Activity, Charge, Decisions, Disclosure, Dispute, Document, Ended, Stock, Value};
pub use yuan::{format_yuan, parse_yuan};
