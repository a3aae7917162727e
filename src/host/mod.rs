//! The host owns the home: its layout, its lock, its opening and closing.
//!
//! May touch files under the home and locks. Not the rules of the law, not sled, not the terminal.

mod error;
mod folder;
mod home;
mod lock;
mod shelf;
#[cfg(test)]
mod tests;

pub use error::HostError;
pub use home::{Home, Opened};
