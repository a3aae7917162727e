//! What can happen to an office.

use super::{ReportEvent, ReportOf, Roles, StandIn};
use crate::calendar::YearDays;
use crate::request::{ClerkId, OrganId, Seq, Setting};

/// What happened to the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeEvent {
    /// The home was made. A practice home may have its day set (演练).
    Founded {
        /// Whether it is for practice.
        practice: bool,
    },
    /// An organ the office answers for.
    OrganAdded {
        /// Its id, counted from 1.
        id: OrganId,
        /// Its full name, as in the report's title.
        name: String,
        /// 字号 of its numbers; may be empty.
        prefix: String,
    },
    /// The first clerk may work here, in every role. The account's uid finds him; nobody types in who he is.
    ClerkAdmitted {
        /// His id.
        id: ClerkId,
        /// The uid of his account.
        uid: u32,
        /// His name.
        name: String,
    },
    /// A clerk works here, with these roles, or works here no longer. What he wrote keeps his name.
    ClerkSet {
        /// His id.
        id: ClerkId,
        /// The uid of his account.
        uid: u32,
        /// His name.
        name: String,
        /// What he may do.
        roles: Roles,
        /// Whether he works here.
        is_here: bool,
    },
    /// A clerk looks after the cases of another for some days (B角); the last one of the same two counts.
    StandInSet(StandIn),
    /// He does so no longer.
    StandInEnded {
        /// Whose cases they are.
        of: ClerkId,
        /// Who looked after them.
        by: ClerkId,
    },
    /// The units whose requests a clerk in the role 科室 sees, in the place of those he had.
    ClerkUnits {
        /// His id.
        id: ClerkId,
        /// Their names.
        units: Vec<String>,
    },
    /// The days off and make-up days of a year, as the State Council's notice sets them.
    CalendarSet {
        /// The year.
        year: i16,
        /// Its days.
        days: YearDays,
    },
    /// Something happened to an annual report.
    Report(ReportOf, ReportEvent),
    /// A reading of the law, or a term of the office's own, was set.
    SettingChanged(Setting),
    /// The home was made anew from a backup.
    Restored(Restoration),
}

/// From what a home was made anew. What was recorded after the backup was made is not in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restoration {
    /// The last entry in the backup.
    pub seq: Seq,
    /// The journal's seal after that entry (SM3, 32 bytes).
    pub seal: [u8; 32],
    /// When the backup was made: UTC milliseconds since 1970.
    pub made_at: i64,
}
