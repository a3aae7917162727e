//! Whether a clerk may do what he asks for: looked at where it is written, so that no way leads past it.

use super::submit::Whose;
use super::{Desk, DeskError};
use crate::office::{OfficeEvent, ReportEvent, Right, StandIn, wants_approval};
use crate::request::{ClerkId, Entry, Event, ReviewKind, revoked};

impl Desk {
    /// Whether the clerk has a right.
    ///
    /// # Errors
    /// He has not.
    pub fn allow(&self, who: ClerkId, right: Right) -> Result<(), DeskError> {
        if self.office().may(who, right) { Ok(()) } else { Err(DeskError::NotAllowed { right }) }
    }

    /// Whether the clerk may write these events of requests, and whoever else must agree has.
    pub(super) fn allow_events(&self, who: ClerkId, events: &[(Whose, Event)]) -> Result<(), DeskError> {
        let mut before = None;
        let runs_office = self.office().may(who, Right::Office);
        for (_, event) in events {
            // Who handles a case is of the office too: whoever runs it may see to that.
            if runs_office && matches!(event, Event::HandedOver(_)) {
                continue;
            }
            let right = right_of(event);
            // A whole import asks for the same thing over and over.
            if before != Some(right) {
                self.allow(who, right)?;
                before = Some(right);
            }
        }
        let office = self.office();
        let sight = office.sight(who);
        if !sight.is_whole() {
            for (whose, _) in events {
                let Whose::Case(id) = whose else { continue };
                if !sight.sees(&self.row(*id)?.units) {
                    return Err(DeskError::UnknownRequest(id.to_string()));
                }
            }
        }
        if !office.readings.four_eyes {
            return Ok(());
        }
        for (whose, event) in events {
            let (Whose::Case(id), Event::Extended(_) | Event::Served(_)) = (whose, event) else { continue };
            let row = self.row(*id)?;
            let entries = self.entries(&row)?;
            let gone = revoked(&entries);
            let standing: Vec<&Entry> =
                entries.iter().filter(|entry| !gone.contains_key(&entry.seq)).collect();
            if let Some(of) = wants_approval(&standing, event, who, &office) {
                return Err(DeskError::WantsApproval { no: row.no, of });
            }
        }
        Ok(())
    }

    /// Whether the clerk may write these events of the office.
    pub(super) fn allow_office(&self, who: ClerkId, events: &[OfficeEvent]) -> Result<(), DeskError> {
        events.iter().try_for_each(|event| {
            let right = match event {
                OfficeEvent::Report(_, ReportEvent::Published(_)) => Right::Publish,
                OfficeEvent::Report(..) => Right::Report,
                // He who is away sees to it himself.
                OfficeEvent::StandInSet(StandIn { of, .. }) | OfficeEvent::StandInEnded { of, .. }
                    if *of == who && self.office().may(who, Right::Handle) =>
                {
                    return Ok(());
                }
                // Whoever has the data restores them, a clerk or not.
                OfficeEvent::Restored(_) => return Ok(()),
                _ => Right::Office,
            };
            self.allow(who, right)
        })
    }
}

/// The right that an event of a request wants.
const fn right_of(event: &Event) -> Right {
    match event {
        Event::UnitAnswered(_) | Event::UnitReturned(_) => Right::UnitWork,
        Event::Noted { .. } => Right::Note,
        Event::Reviewed(reviewed) => match reviewed.kind {
            ReviewKind::Leader => Right::Approve,
            _ => Right::Review,
        },
        Event::Erased(_) => Right::Office,
        _ => Right::Handle,
    }
}
