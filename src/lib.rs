//! gongkai (公开): a keyboard-driven terminal program for the disclosure office of a Chinese organ.
//!
//! This is the map of the house. A room is a folder; its `mod.rs` says what it is for and what it may
//! touch. Arrows run downwards only, and the architecture test holds them:
//!
//! ```text
//! cli                                       one file a subcommand
//! host                                      owns the home and serves its clerks: server, client, wire
//! tui                                       what a clerk sees and types
//! demo                                      the sample office
//! backup                                    an office in one sealed file, and back
//! desk  report                              the use-cases; the tables of a year
//! register                                  everything derived, in sled; it may die
//! journal                                   the append-only truth
//! ledger                                    other people's registers (xlsx, csv)
//! words                                     all messages of the program
//! records                                   PURE: the registers behind tables 2 and 4
//! request  office                           PURE: the procedure, its clock; who runs it
//! law                                       PURE: applicants, rows, articles, terms, labels
//! terminal                                  the client's side of the terminal
//! calendar  text                            PURE: days and working days; width and cleaning of text
//! ```
//!
//! Three ways lead through it, each one-way: a key (terminal → host/client → host/server → tui → desk → … →
//! tui/paint → host/client → terminal), a record (desk → `decide` → journal → register), a year (register
//! counters → report → a format).

pub mod backup;
pub mod calendar;
pub mod cli;
pub mod demo;
pub mod desk;
pub mod host;
pub mod journal;
pub mod law;
pub mod ledger;
pub mod office;
pub mod records;
pub mod register;
pub mod report;
pub mod request;
pub mod terminal;
pub mod text;
pub mod tui;
pub mod words;
