//! The request (一件申请) and its procedure. PURE: values in, values out.
//!
//! What is true of a request is the fold of its standing events, by legal day, then procedural rank, then
//! number ([`fold()`]). A command becomes events or a [`Refusal`] that names its rule ([`decide()`]). A due date
//! is never kept: [`clock`] derives it, line by line, with the article behind each line.
//!
//! May use `law`, `calendar` and `text`. Today, the calendar, the readings of the office and who acts come in as values.
//!
//! ```
//! use gongkai::law::{ApplicantKind, OutcomeRow};
//! use gongkai::request::*;
//! use jiff::civil::date;
//!
//! let reckoning = Reckoning::built_in();
//! let context = Context { today: date(2026, 3, 20), reckoning: &reckoning };
//! let entry = |seq, event| Entry { seq: Seq(seq), at: 0, who: ClerkId(1), practice_day: None, event };
//!
//! let registration = Registration {
//!     no: None,
//!     organ: OrganId::FIRST,
//!     kind: ApplicantKind::Natural,
//!     channel: Channel::SignedPost,
//!     submitted_on: None,
//!     confirmed_on: None,
//!     received_on: Some(date(2026, 3, 2)),
//!     particulars: Particulars {
//!         applicant: "张三".into(),
//!         content: "2025年度预算执行情况".into(),
//!         ..Particulars::default()
//!     },
//! };
//! let event = register(registration, RequestNo::running("", 2026, 1), &context)?;
//! let mut entries = vec![entry(1, event)];
//! assert_eq!(clock::clock(&fold(&entries)?, &reckoning).due_on, Some(date(2026, 3, 30)));
//!
//! // Served before it was decided: refused, and the refusal is a value.
//! let serve = |on| Step::Serve { on, way: ServiceWay::Post, proof: String::new() };
//! let refused = decide(&entries, serve(date(2026, 3, 16)), &context);
//! assert_eq!(refused, Err(Refusal::NothingToServe { open_items: 1 }));
//!
//! let answer = Step::Decide {
//!     on: date(2026, 3, 16),
//!     item: None,
//!     outcome: Outcome::of(OutcomeRow::Open),
//!     facts: String::new(),
//!     letter_no: String::new(),
//!     override_reason: String::new(),
//! };
//! for (seq, step, status) in [(2, answer, Status::Decided), (3, serve(date(2026, 3, 17)), Status::Closed)] {
//!     let decision = decide(&entries, step, &context)?;
//!     assert_eq!(decision.case.status(), status);
//!     entries.push(entry(seq, decision.event));
//! }
//! assert_eq!(fold(&entries)?.outcome().map(|outcome| outcome.row), Some(OutcomeRow::Open));
//! # Ok::<(), Refusal>(())
//! ```

mod admit;
mod advise;
mod amend;
mod case;
mod channel;
pub mod clock;
mod command;
mod contents;
mod decide;
mod erase;
mod event;
mod facts;
mod fold;
mod ids;
mod items;
mod lawful;
mod outcome;
mod procedure;
mod readings;
mod reckoning;
mod refusal;
mod register;
mod split;
mod state;
mod status;
#[cfg(test)]
pub(crate) mod tests;
mod warning;
mod withheld;

pub use advise::lacking;
pub use case::{Answer, Case, Conclusion, ConclusionWay, Facts, Item, Particulars, Service, Supplement};
pub use channel::Channel;
pub use command::{Amendment, Registration, Step};
pub use contents::contents;
pub use decide::{Context, Decision, decide, imported, revocation};
pub use erase::erasure;
pub(crate) use event::closed_list;
pub use event::{
    Amended, Assigned, Basis, ConsultAnswered, ConsultRole, ConsultSent, Decided, Entry, Erased, Event,
    Extended, FeeBy, FeeNotified, HandedOver, ItemsSplit, Joined, NoteKind, Noted, Opinion, Registered,
    Relation, ReviewKind, Reviewed, RowOverruled, Served, ServiceWay, SupplementAsked, UnitWord,
};
pub use fold::{Impossible, fold, revoked, standing};
pub use ids::{ClerkId, OrganId, RequestId, RequestNo, Seq};
pub use items::case_outcome;
pub use lawful::missing;
pub use outcome::Outcome;
pub use readings::{Excluded, HandInDay, MOST_DAYS, Readings, Setting, SettingKey};
pub use reckoning::Reckoning;
pub use refusal::{Field, Refusal, RefusalRule};
pub use register::register;
pub use split::split_off;
pub use state::{
    Archive, Assignment, AssignmentEnd, Assist, Consultation, Deferral, FeeDue, Handler, Letter, Link,
    Reanswer, Reasons, Replaced,
};
pub use status::Status;
pub use warning::{Paper, Warning};
pub use withheld::{ERASED, UNREADABLE, is_withheld};
