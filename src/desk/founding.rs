//! Making an office: its first commit.

use super::Time;
use super::error::DeskError;
use crate::calendar::Calendar;
use crate::journal::{Author, Fact, Journal, Keys, encode};
use crate::office::OfficeEvent;
use crate::request::{ClerkId, OrganId, Seq};

/// What an office begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founding {
    /// The organ's full name.
    pub organ: String,
    /// 字号; may be empty.
    pub prefix: String,
    /// Whether it is for practice.
    pub practice: bool,
    /// The uid of the first clerk.
    pub uid: u32,
    /// His name.
    pub clerk: String,
}

impl Founding {
    /// Writes the first commit: the office, its organ, its first clerk, the calendar as known now. The
    /// calendar becomes events, so that what is derived rests on the journal and not on the program.
    ///
    /// # Errors
    /// The journal, or no random numbers.
    pub fn write(&self, journal: &mut dyn Journal, keys: &Keys, time: &dyn Time) -> Result<(), DeskError> {
        let author = Author { who: ClerkId(1), at: time.now(), practice_day: None };
        let mut entries = Vec::new();
        for (event, seq) in self.events().into_iter().zip(1_u64..) {
            entries.push(encode(Seq(seq), None, author, &Fact::Office(event), keys)?);
        }
        journal.append(Seq(0), entries)?;
        Ok(())
    }

    fn events(&self) -> Vec<OfficeEvent> {
        let mut events = vec![
            OfficeEvent::Founded { practice: self.practice },
            OfficeEvent::OrganAdded {
                id: OrganId::FIRST,
                name: self.organ.clone(),
                prefix: self.prefix.clone(),
            },
            OfficeEvent::ClerkAdmitted { id: ClerkId(1), uid: self.uid, name: self.clerk.clone() },
        ];
        let calendar = Calendar::built_in();
        for (year, days) in calendar.years() {
            events.push(OfficeEvent::CalendarSet { year, days: days.clone() });
        }
        events
    }
}
