//! What a clerk sees: painting, key maps and widgets; the program's model and screens build on them.
//!
//! Values in, values out: no I/O, no clock, no crossterm. Of the house it may use the rooms below it; of
//! `terminal` only the value types (`Event`, `Key`, `KeyPress`, `Caps`) and `fold_key`.
//!
//! - [`paint`]: a frame into the few bytes that change the clerk's screen ([`paint::Painter`]).
//! - [`keymap`]: which key means which [`keymap::Action`] in which [`keymap::Context`]; hints and help
//!   are derived from it.
//! - [`widgets`]: input line, text area, table, pop-up, menu, message line, hint bar.

pub mod keymap;
pub mod paint;
pub mod widgets;
