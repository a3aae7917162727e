//! What a term is computed with.

use super::Readings;
use crate::calendar::Calendar;

/// The calendar of working days, and the office's readings where the law is silent. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoning {
    /// Working days.
    pub calendar: Calendar,
    /// 本机口径
    pub readings: Readings,
}

impl Reckoning {
    /// The calendar that comes with the program, and our readings.
    pub fn built_in() -> Self {
        Self { calendar: Calendar::built_in(), readings: Readings::default() }
    }
}
