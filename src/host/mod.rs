//! The host owns the home: its layout, its lock, its opening and closing.
//!
//! May touch files under the home and locks. Not the rules of the law, not sled, not the terminal.

mod backing_up;
mod error;
mod folder;
mod fresh;
mod home;
mod keys;
mod lock;
mod restoring;
mod shelf;
#[cfg(test)]
mod tests;

pub use backing_up::Rotation;
pub use error::HostError;
pub use home::{Home, Opened};
pub use keys::{KeyPlace, credential_in};
pub use restoring::{Restored, TakenIn};
