//! Words of the guide (`law::guide`): the questions, what is to be said of each row, where a way ends.
//!
//! Every match is exhaustive: a question or a row without its text does not compile. What is our reading and
//! not the text of the 条例 carries （本机口径）.

mod pairs;
mod questions;
mod rows;
mod said;
#[cfg(test)]
mod tests;

pub use pairs::{PAIRS, Pair, pairs_of};
pub use questions::{ask, mind, stage};
pub use rows::{NotWhen, RowGuide, Then, row};
pub use said::*;
