//! The day of whoever is served. The host has one desk and many clerks: in a practice office each may have
//! set a day of his own, which the thread that serves him carries.

use std::cell::Cell;

use jiff::civil::Date;

use crate::desk::{SystemTime, Time};

thread_local! {
    static TODAY: Cell<Option<Date>> = const { Cell::new(None) };
}

/// Sets the day of this thread; none is the machine's.
pub(super) fn set(today: Option<Date>) {
    TODAY.set(today);
}

/// The machine's clock with the day of the thread that asks.
pub(super) struct DayOfThread;

impl DayOfThread {
    fn system() -> SystemTime {
        SystemTime { today: TODAY.get() }
    }
}

impl Time for DayOfThread {
    fn now(&self) -> i64 {
        Self::system().now()
    }

    fn today(&self) -> Date {
        Self::system().today()
    }

    fn practice_day(&self) -> Option<i32> {
        Self::system().practice_day()
    }
}

/// UTC milliseconds since 1970.
pub(super) fn now() -> i64 {
    SystemTime::default().now()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn each_thread_has_its_own_day() {
        set(Some(date(2026, 3, 2)));
        let other = std::thread::spawn(|| {
            set(Some(date(2026, 4, 1)));
            DayOfThread.today()
        });
        assert_eq!(other.join().unwrap(), date(2026, 4, 1));
        assert_eq!(DayOfThread.today(), date(2026, 3, 2));
        assert!(DayOfThread.practice_day().is_some());
    }
}
