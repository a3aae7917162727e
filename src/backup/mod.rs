//! Backups: one file that holds an office but for what can be derived, sealed, and taken apart again only
//! after everything in it has been checked.
//!
//! # The format
//!
//! A zip, so that any machine can look into it. Its members:
//!
//! - `journal/NNNNNN.journal`: the segment files up to the head, deflated. What is personal in them is
//!   sealed under the office key already.
//! - `keys/cases.keys`: the key store, with the key of every case wrapped by the office key; sealed like the
//!   files that follow. Taken so that it has the key of every case up to the head, and none of a case whose
//!   erasing the journal in it tells of as done. A backup made before an erasure still holds the key.
//! - `papers/…`, `clerks/…`, `access/…`: the other files of the home, deflated and then sealed under the
//!   office key (`sealing.rs`), since drafts and notes are personal too. The register is left out: it is
//!   derived from the journal.
//! - `manifest.json`: format, program, office, day, the journal's head (number and seal), every file with
//!   its size and SM3 checksum, and, if a passphrase was given, the office key wrapped by it.
//! - `seal.json`: the SM3 of the manifest, and a tag over it that only the office key makes.
//!
//! So the backup alone discloses no names and no texts, `unzip` and an SM3 tool can check it without this
//! program, and whoever has no office key can alter nothing in it without being found out. It does not
//! hide how many entries there are, when they were recorded, and what the office is called.
//!
//! # The key
//!
//! Without a passphrase the key is *not* in it: whoever finds the backup finds nothing, and whoever loses
//! the key has lost the office; the command says so each time. With one, the key is in it under argon2id
//! (`passphrase.rs`), and is as safe as the passphrase is hard to guess.
//!
//! May touch: the file it writes or reads, the folders it is given, random bytes from the system. Not the
//! clock (times come in), not the terminal, not the register.

mod error;
mod folders;
mod key_file;
mod manifest;
mod names;
mod pack;
mod passphrase;
mod rotation;
mod sealing;
mod summing;
mod unpack;
mod whole;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod tests;

pub use error::BackupError;
pub use key_file::KeyFile;
pub use manifest::Manifest;
pub(crate) use names::of_rotation;
pub use pack::{Made, Making, make};
pub use passphrase::{KeySource, Passphrase};
pub use rotation::{KEPT, Kept, Policy, Rotated, superfluous};
pub use unpack::Archive;
pub use whole::{Whole, check, unpack};

/// The folders of a home that are sealed into a backup beside the journal.
pub const FOLDERS: [&str; 3] = ["papers", "clerks", "access"];
/// The folder of the key store.
pub const KEYS: &str = "keys";
/// The folder of the journal.
pub const JOURNAL: &str = "journal";
