//! A damaged store may panic; a register may die, the program may not.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use super::RegisterError;

thread_local! {
    /// Set while this thread asks the store: what panics then is answered, not printed.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Asks the store; a panic in it is damage. What was asked must not be used on after that.
///
/// The panic hook belongs to the whole process, so it is set once and looks at the thread it runs in.
///
/// # Errors
/// What `ask` answers, or [`RegisterError::Damaged`] where the store panicked.
pub(super) fn guarded<T>(ask: impl FnOnce() -> Result<T, RegisterError>) -> Result<T, RegisterError> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !GUARDED.try_with(Cell::get).unwrap_or_default() {
                before(info);
            }
        }));
    });
    let outer = GUARDED.replace(true);
    let answer = panic::catch_unwind(AssertUnwindSafe(ask));
    GUARDED.set(outer);
    answer.unwrap_or(Err(RegisterError::Damaged("the store panicked")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_the_store_is_damage_in_every_thread_alike() {
        let ask = || guarded(|| -> Result<(), RegisterError> { panic!("not printed") });
        let threads: Vec<_> = (0..8).map(|_| std::thread::spawn(move || ask().is_err())).collect();
        assert!(threads.into_iter().all(|thread| thread.join().unwrap()));
        assert!(matches!(guarded(|| Ok(7)), Ok(7)));
        assert!(!GUARDED.get());
    }
}
