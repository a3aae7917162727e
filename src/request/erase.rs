//! 删除个人信息: whether a case may be erased.

use super::decide::{text, with};
use super::event::Erased;
use super::register::LONG;
use super::{Context, Decision, Entry, Event, Field, Refusal, fold};

/// Decides to erase what is personal in the request whose entries are `entries`, today.
///
/// # Errors
/// No reason, not in the file yet (art. 45), or erased already.
pub fn erasure(entries: &[Entry], reason: String, context: &Context) -> Result<Decision, Refusal> {
    text(Field::Reason, &reason, LONG)?;
    let case = fold(entries)?;
    if case.void {
        return Err(Refusal::Void);
    }
    if case.erased_on.is_some() {
        return Err(Refusal::Erased);
    }
    let items = u16::try_from(case.items.len()).unwrap_or(u16::MAX);
    let event = Event::Erased(Erased { on: context.today, items, reason });
    let (case, warnings) = with(entries, &event, context)?;
    Ok(Decision { event, case, warnings })
}
