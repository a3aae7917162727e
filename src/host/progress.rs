//! How far an opening is that derives the register anew.

use std::time::{Duration, Instant};

use crate::register::Progress;

/// How long an opening may take until something is said of it.
const WONDERING: Duration = Duration::from_secs(1);

/// What an opening tells of itself, passed on as cases of all cases: nothing of one that is done before
/// anybody wonders, and of others every tenth.
pub fn told(progress: &mut dyn FnMut(usize, usize)) -> impl FnMut(Progress) -> bool {
    tenths(WONDERING, progress)
}

fn tenths(silence: Duration, progress: &mut dyn FnMut(usize, usize)) -> impl FnMut(Progress) -> bool {
    let begun = Instant::now();
    let mut last = None;
    move |now: Progress| {
        let tenth = now.done.saturating_mul(10).checked_div(now.all);
        if begun.elapsed() >= silence && tenth != last {
            last = tenth;
            progress(now.done, now.all);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tenth_is_told_once() {
        let mut all = Vec::new();
        let mut note = |done, _| all.push(done);
        let mut told = tenths(Duration::ZERO, &mut note);
        for done in 0..=40 {
            assert!(told(Progress { done, all: 40 }));
        }
        drop(told);
        assert_eq!(all, [0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40]);
    }
}
