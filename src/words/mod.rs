//! All messages of the program, in Chinese: one file a room. The labels of the law stay in `law`.
//!
//! Functions from values to text; touches nothing but values of the rooms below.

pub mod backup;
pub mod calendar;
pub mod cli;
pub mod desk;
pub mod draft;
pub mod guide;
pub mod handbook;
pub mod host;
pub mod journal;
pub mod ledger;
pub mod office;
pub mod records;
pub mod register;
pub mod report;
pub mod request;
pub mod tui;
