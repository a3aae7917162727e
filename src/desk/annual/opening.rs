//! Opening figures of an office that starts fresh: the requests that the published report of the year before
//! carried out, where nobody can name them, as nameless ones by column.

use jiff::civil::Date;

use super::super::submit::Whose;
use super::super::{Desk, DeskError};
use crate::law::ApplicantKind;
use crate::report::{Column3, Row3, YearTables};
use crate::request::{Basis, Channel, ClerkId, Event, OrganId, Particulars, Refusal, Registered, RequestNo};
use crate::words::desk as words;

impl Desk {
    /// Brings in what `tables` carried out of `year` as nameless requests; gives how many. Their day is the
    /// last of that year, until a clerk corrects it.
    ///
    /// # Errors
    /// Something is carried into the next year already, by name; or a failure to write: nothing is kept.
    pub fn bring_carried(
        &self,
        who: ClerkId,
        (year, organ): (i16, Option<OrganId>),
        tables: &YearTables,
    ) -> Result<usize, DeskError> {
        let next = self.counts(year.saturating_add(1), organ)?;
        if next.carried_in.iter().any(|count| *count > 0) {
            return Err(DeskError::CarriedAlready { year });
        }
        let on = Date::new(year, 12, 31).map_err(|_| Refusal::NothingToAmend)?;
        let organ = organ.unwrap_or(OrganId::FIRST);
        let kinds = ApplicantKind::ALL.into_iter().flat_map(|kind| {
            let count = tables.table3.count(Row3::CarriedOut, Column3::Kind(kind)).unwrap_or_default();
            std::iter::repeat_n(kind, usize::try_from(count).unwrap_or(usize::MAX))
        });
        let events: Vec<(Whose, Event)> =
            kinds.zip(1_u32..).map(|(kind, n)| (Whose::New, nameless(year, n, kind, organ, on))).collect();
        if events.is_empty() {
            return Ok(0);
        }
        let mut writer = self.writer()?;
        self.write(&mut writer, who, &events)?;
        drop(writer);
        self.forget_search();
        Ok(events.len())
    }
}

fn nameless(year: i16, n: u32, kind: ApplicantKind, organ: OrganId, on: Date) -> Event {
    Event::Registered(Box::new(Registered {
        no: RequestNo::given(words::carried_no(year, n)),
        organ,
        kind,
        channel: Channel::Unstated,
        submitted_on: None,
        confirmed_on: None,
        received_on: Some(on),
        baseline: true,
        basis: Basis::Ledger,
        particulars: Particulars {
            applicant: words::NAMELESS.to_owned(),
            content: words::carried_content(year),
            ..Particulars::default()
        },
    }))
}
