//! Words of the room `records`: refusals and warnings, what happened, a record in a line.

mod help;
mod refusal;
mod rules;
mod said;
#[cfg(test)]
mod tests;

pub use help::*;
pub use refusal::{check_name, form_error, lacking_checks, refusal, warning};
pub use rules::rule;
pub use said::*;
