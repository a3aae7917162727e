//! Who is let in: found by the uid of his account, never by what he says of himself.

use jiff::civil::Date;

use super::HostError;
use crate::office::Office;
use crate::request::ClerkId;

/// The clerk of an account, who may have set a day in practice offices alone.
pub(super) fn admit(office: &Office, uid: u32, today: Option<Date>) -> Result<ClerkId, HostError> {
    if today.is_some() && !office.practice {
        return Err(HostError::TodayOutsidePractice);
    }
    office.clerk_of(uid).map(|clerk| clerk.id).ok_or(HostError::NotAdmitted(uid))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::office::OfficeEvent;

    fn office(practice: bool) -> Office {
        let admitted = OfficeEvent::ClerkAdmitted { id: ClerkId(7), uid: 1000, name: "张敏".into() };
        Office::default().after(&OfficeEvent::Founded { practice }).after(&admitted)
    }

    #[test]
    fn an_account_is_let_in_as_its_clerk_and_any_other_is_not() {
        assert_eq!(admit(&office(false), 1000, None).unwrap(), ClerkId(7));
        for uid in [0, 999, 1001] {
            assert!(matches!(admit(&office(false), uid, None), Err(HostError::NotAdmitted(of)) if of == uid));
        }
    }

    #[test]
    fn a_day_is_set_in_practice_alone() {
        let today = Some(date(2026, 3, 2));
        assert!(matches!(admit(&office(false), 1000, today), Err(HostError::TodayOutsidePractice)));
        assert_eq!(admit(&office(true), 1000, today).unwrap(), ClerkId(7));
    }
}
