//! Tables 2 to 4 of the annual report (格式2021): their figures, their rules, their published forms.
//!
//! PURE: values in, values or bytes out. It may use `law` (labels, rows, columns) and `words`; it knows
//! neither journal nor register: the desk fills [`Table3`] from its counters. No files, no clock.
//!
//! Two kinds of figures live here. [`Table3`] is what our own counters say: leaf figures only, its sums are
//! right by construction. [`YearTables`] holds *stated* figures, as they stand (or will stand) on paper: a
//! table read from somebody's file may be wrong in its sums or have blanks, and the rules in [`checks`]
//! exist to say so.

mod cell;
pub mod checks;
mod difference;
mod draft;
mod fields;
pub mod formats;
mod grid;
mod handed_in;
mod handing;
mod layout;
mod lines;
mod merge;
mod paper;
mod places;
mod prose;
mod prose_reading;
mod reading;
mod stated;
mod table2;
mod table3;
mod table4;
mod tables;
mod wan_yuan;

pub use cell::{Cell, Stated};
pub use difference::{Difference, differences};
pub use draft::{Recorded, draft, preface};
pub use fields::{Fields, UnknownField};
pub use grid::{Align, Content, Grid, GridCell, GridError};
pub use handed_in::{
    Fault, HandedIn, Returned, RosterLine, SortedOut, State, Taken, beyond_roster, roster, sort_out,
};
pub use handing::{HANDING_COLUMNS, HandingCase, HandingList};
pub use layout::{table2_grid, table3_grid, table4_grid};
pub use lines::{Column3, Row3};
pub use merge::{MergeError, merge};
pub use paper::{CountedCase, Period, Report};
pub use prose::{Part, Prose, Section};
pub use prose_reading::prose_from_json;
pub use reading::{Doubt, Form, ReadError, ReadReport, TableNo, TablesError, from_bytes, from_json};
pub use stated::StatedTable3;
pub use table2::{Document, DocumentColumn, Table2};
pub use table3::{Counts, Table3};
pub use table4::{Dispute, DisputeColumn, Table4};
pub use tables::YearTables;
pub use wan_yuan::WanYuan;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod seed_tests;
