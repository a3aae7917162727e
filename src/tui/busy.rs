//! Long work: what is being done is painted while it is, not after it.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::effect::Effect;
use super::yearly::Ask;
use crate::words::tui::screens as words;

/// How long a clerk waits without a word.
const PATIENCE: Duration = Duration::from_millis(300);

/// What is said of an effect that may take long; nothing of those that never do.
pub(super) const fn said(effect: &Effect) -> Option<&'static str> {
    Some(match effect {
        Effect::Find(_) | Effect::Whole(..) => words::BUSY_FINDING,
        Effect::Yearly(_, Ask::Check) => words::BUSY_CHECKING,
        Effect::Yearly(_, Ask::Export(..)) => words::BUSY_EXPORTING,
        Effect::Yearly(..) => words::BUSY_COUNTING,
        Effect::TrySetting(_) | Effect::Set(_) => words::BUSY_REDATING,
        Effect::Each(..) | Effect::Submit(_) | Effect::Record(_) | Effect::Found(_) => words::BUSY_WRITING,
        Effect::Records | Effect::Due => words::BUSY_READING,
        _ => return None,
    })
}

/// Does the work on this thread; `paint` is called on another one if it takes longer than one waits without a
/// word. Both have ended when this returns.
pub(super) fn working<T>(work: impl FnOnce() -> T, paint: impl FnOnce() + Send) -> T {
    thread::scope(|scope| {
        let (doing, done) = mpsc::channel::<()>();
        let wait = move || {
            if done.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                paint();
            }
        };
        // Without a thread it is done without a word.
        let _ = thread::Builder::new().name("busy".into()).spawn_scoped(scope, wait);
        let answer = work();
        drop(doing);
        answer
    })
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::{Rect, Size};

    use super::*;
    use crate::tui::keymap::Keymap;
    use crate::tui::model::Model;
    use crate::tui::paint::screen_text;
    use crate::tui::view::view;

    #[test]
    fn who_waits_is_told_before_the_work_has_ended() {
        let (painted, seen) = mpsc::channel();
        // It goes on until it was painted, and would never end otherwise.
        let answer = working(|| seen.recv().is_ok(), move || painted.send(()).unwrap());
        assert!(answer);
    }

    #[test]
    fn what_is_being_done_stands_in_the_message_line() {
        let mut model = Model::new(Size::new(80, 24), Keymap::built_in(), 0, true, "");
        model.busy = said(&Effect::Find("李".to_owned()));
        let mut buf = Buffer::empty(Rect::new(0, 0, 80, 24));
        view(&model, buf.area, &mut buf);
        assert!(screen_text(&buf).contains("正在查找"), "{}", screen_text(&buf));
    }
}
