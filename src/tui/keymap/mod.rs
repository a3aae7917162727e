//! Which key means what, where: a trie for each context, read from one of the key maps in `keymaps/` and, over
//! it, from files of the site and the clerk.
//!
//! ```
//! use gongkai::terminal::{Key, KeyPress};
//! use gongkai::tui::keymap::{Action, Context, Found, Keymap};
//!
//! let keymap = Keymap::built_in();
//! let contexts = [Context::List, Context::Global];
//! assert_eq!(keymap.find(&contexts, &[KeyPress::plain(Key::F(6))]), Found::Action(Action::GoCarry));
//! // An input method left on does not disable the keyboard:
//! assert_eq!(keymap.find(&contexts, &[KeyPress::char('？')]), Found::Action(Action::Help));
//! for hint in keymap.hints(&contexts, &[Action::Register, Action::GoCarry]) {
//!     println!("{} {}", hint.key, hint.label);
//! }
//! ```
//!
//! A screen answers a key in this order: while a text field has the focus, the field first
//! ([`TextInput::handle`](crate::tui::widgets::TextInput::handle) leaves alone what is not text), then
//! [`Keymap::find`] with the screen's contexts, innermost first. Keys of a started sequence are kept by the
//! model and passed in whole; [`Found::Prefix`] lists what may follow.
//!
//! Hint bar and help screen are derived from here and never written by hand.

mod actions;
mod chord;
mod context;
mod fault;
mod help;
mod load;
mod preset;
mod reserved;
#[cfg(test)]
mod tests;
mod trie;

pub use actions::{Action, Group};
pub use chord::{BadKey, parse_keys, print_keys};
pub use context::Context;
pub use fault::{Fault, KeymapFault};
pub use help::{HelpRow, HelpSection, Hint};
pub use preset::Preset;
pub use trie::{Follow, Found, Keymap};
