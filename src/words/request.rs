//! Words of the room `request`: refusals, warnings, the lines of the clock, the lines of the timeline.

mod clock;
mod event;
mod refusal;
#[cfg(test)]
mod tests;

pub use clock::{effect, rule};
pub use event::{event_detail, event_name};
pub use refusal::{field, refusal, warning};
