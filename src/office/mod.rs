//! The office (政府信息公开工作机构): the organs it answers for, its clerks, its calendar. PURE.
//!
//! Like a request it is a fold of events: founding, organs, clerks, calendars, settings, annual reports. May use `law`, `calendar`,
//! `text` and the ids of `request`.

mod access;
mod event;
mod fold;
mod roles;
mod sight;
mod sign_off;
mod stand_in;
mod yearbook;

pub use access::{Access, Looked};
pub use event::{OfficeEvent, Restoration};
pub use fold::{Clerk, Office, Organ};
pub use roles::{Right, Role, Roles};
pub use sight::{Sight, fold_unit};
pub use sign_off::{Approval, wants_approval};
pub use stand_in::StandIn;
pub use yearbook::{Publication, ReportEvent, ReportOf, TextPlace, YearBook, YearBooks};
