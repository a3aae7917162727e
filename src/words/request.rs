//! Words of the room `request`: refusals, warnings, the lines of the clock, the lines of the timeline.

mod clock;
mod deadline;
mod event;
mod further;
mod handler;
mod refusal;
mod refusals;
mod setting;
#[cfg(test)]
mod tests;
mod warning;

pub use clock::{effect, rule, rule_in_short, rule_remarks};
pub use deadline::deadline;
pub use event::{event_detail, event_detail_masked, event_name};
pub use handler::handler;
pub use refusal::{field, refusal};
pub use refusals::{RuleWords, refusal_rule};
pub use setting::setting;
pub use warning::{paper, warning};
