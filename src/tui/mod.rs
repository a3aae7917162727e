//! What a clerk sees and types: painting, key maps and widgets, and the program built of them.
//!
//! Values in, values out: no I/O, no clock, no crossterm; `backend` alone (and `yearly::ask`, its part) asks the desk. Of the house it may use the rooms below it; of
//! `terminal` only the value types (`Event`, `Key`, `KeyPress`, `Caps`) and `fold_key`.
//!
//! - [`paint`]: a frame into the few bytes that change the clerk's screen ([`paint::Painter`]).
//! - [`keymap`]: which key means which [`keymap::Action`] in which [`keymap::Context`]; hints and help
//!   are derived from it.
//! - [`guide`]: the questions that lead to an outcome, in a window.
//! - [`widgets`]: input line, text area, table, pop-up, menu, message line, hint bar.
//!
//! The program itself is a loop over values: what happened (`message`) and the state (`model`) make the
//! next state and what is to be done (`update`, `effect`); `backend` does it and answers; `view`
//! draws. [`run`] is the loop.

mod answers;
mod backend;
mod barring;
mod bulk;
mod busy;
mod conflict;
mod conflicting;
mod consequence;
mod copying;
mod dialog;
mod dialogs;
mod drafts;
mod effect;
mod form;
pub mod guide;
mod guiding;
pub mod keymap;
mod listing;
mod message;
mod model;
pub mod paint;
mod palette;
mod pick;
mod recorded;
mod recording;
mod screens;
mod session;
mod sessions;
pub(crate) mod staff;
#[cfg(test)]
mod tests;
mod tour;
mod undo;
mod update;
mod view;
pub mod widgets;
mod work;
mod yearly;

pub use backend::{Base, Found, Seat};
pub use drafts::{Drawer, Lost, Slot};
pub use screens::{Preference, Preferred};
pub use session::{Attached, Incoming, Outlet, Remember, Start, VIEWS, Window, run};
pub use sessions::OtherSession;
