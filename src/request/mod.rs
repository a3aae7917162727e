//! The request (一件申请) and its procedure. PURE: values in, values out.
//!
//! What is true of a request is the fold of its standing events, by legal day, then procedural rank, then
//! number ([`fold`]). A command becomes events or a [`Refusal`] that names its rule ([`decide`]). A due date
//! is never kept: [`clock`] derives it, line by line, with the article behind each line.
//!
//! May use `law`, `calendar` and `text`. Today, the calendar and who acts come in as values.

mod admit;
mod case;
mod channel;
pub mod clock;
mod command;
mod decide;
mod event;
mod fold;
mod ids;
mod items;
mod outcome;
mod refusal;
mod register;
mod status;
mod warning;

pub use case::{Answer, Case, Conclusion, ConclusionWay, Facts, Item, Particulars, Service, Supplement};
pub use channel::Channel;
pub use command::{Amendment, Registration, Step};
pub use decide::{Context, Decision, decide, imported, revocation};
pub use event::{
    Amended, Basis, Decided, Entry, Event, Extended, NoteKind, Noted, Registered, Served, ServiceWay,
    SupplementAsked,
};
pub use fold::{Impossible, fold, revoked, standing};
pub use ids::{ClerkId, OrganId, RequestId, RequestNo, Seq};
pub use items::case_outcome;
pub use outcome::Outcome;
pub use refusal::{Field, Refusal};
pub use register::register;
pub use status::Status;
pub use warning::Warning;
