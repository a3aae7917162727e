//! The rules on the cases behind the tables, over a small value a case that the desk fills.

mod counted;
mod facts;
mod watch;

pub use counted::{counted, late_answers};
pub use facts::{Asked, CaseFacts, LetterFacts, ThirdFacts};
pub use watch::{self_check, self_check_as_of};

#[cfg(test)]
mod tests;
