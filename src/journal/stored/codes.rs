//! The numbers under which closed lists are stored. A number, once given, is never given again.

use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};
use crate::records::{ActivityKind, DecisionKind, DisputeKind, DisputeResult, DocumentKind, EndWay, Role};
use crate::request::{
    Basis, Channel, ConsultRole, Excluded, FeeBy, HandInDay, NoteKind, Opinion, Relation, ReviewKind,
    ServiceWay, Setting,
};

/// A closed list with stored numbers.
pub(super) trait Code: Copy + PartialEq + Sized + 'static {
    /// Every value with its number.
    const CODES: &'static [(Self, u8)];

    /// The number of a value; the tests hold that every value has one.
    fn code(self) -> Option<u8> {
        Self::CODES.iter().find(|(value, _)| *value == self).map(|(_, code)| *code)
    }

    /// The value of a number.
    fn from_code(code: u8) -> Option<Self> {
        Self::CODES.iter().find(|(_, known)| *known == code).map(|(value, _)| *value)
    }
}

impl Code for ApplicantKind {
    const CODES: &'static [(Self, u8)] = &[
        (Self::Natural, 0),
        (Self::Commercial, 1),
        (Self::Research, 2),
        (Self::PublicWelfare, 3),
        (Self::LegalService, 4),
        (Self::Other, 5),
    ];
}

impl Code for OutcomeRow {
    const CODES: &'static [(Self, u8)] = &[
        (Self::Open, 0),
        (Self::Partial, 1),
        (Self::DenySecret, 2),
        (Self::DenyLaw, 3),
        (Self::DenySafety, 4),
        (Self::DenyThird, 5),
        (Self::DenyInternal, 6),
        (Self::DenyProcess, 7),
        (Self::DenyCasefile, 8),
        (Self::DenyQuery, 9),
        (Self::NoneHeld, 10),
        (Self::NoneMake, 11),
        (Self::NoneUnclear, 12),
        (Self::NpPetition, 13),
        (Self::NpRepeat, 14),
        (Self::NpPublication, 15),
        (Self::NpExcess, 16),
        (Self::NpConfirm, 17),
        (Self::OtherNoSupplement, 18),
        (Self::OtherNoFee, 19),
        (Self::OtherOther, 20),
    ];
}

impl Code for OutcomeKind {
    const CODES: &'static [(Self, u8)] = &[
        (Self::Supplied, 1),
        (Self::AlreadyPublic, 2),
        (Self::NotFound, 3),
        (Self::OtherOrgan, 4),
        (Self::Withdrawn, 5),
        (Self::Consultation, 6),
        (Self::NotGovernmentInformation, 7),
        (Self::Joined, 8),
        (Self::ApplicantGone, 9),
        (Self::ArchiveHandedOver, 10),
    ];
}

impl Code for Channel {
    const CODES: &'static [(Self, u8)] = &[
        (Self::InPerson, 1),
        (Self::SignedPost, 2),
        (Self::OrdinaryPost, 3),
        (Self::Internet, 4),
        (Self::Email, 5),
        (Self::Fax, 6),
        (Self::Oral, 7),
        (Self::Unstated, 8),
    ];
}

impl Code for Basis {
    const CODES: &'static [(Self, u8)] = &[(Self::Clerk, 1), (Self::Ledger, 2)];
}

impl Code for ServiceWay {
    const CODES: &'static [(Self, u8)] = &[
        (Self::InPerson, 1),
        (Self::Post, 2),
        (Self::Electronic, 3),
        (Self::Entrusted, 4),
        (Self::Unstated, 5),
    ];
}

impl Code for NoteKind {
    const CODES: &'static [(Self, u8)] = &[
        (Self::Talk, 1),
        (Self::Search, 2),
        (Self::Meeting, 3),
        (Self::Counsel, 4),
        (Self::Plain, 5),
        (Self::Copies, 6),
        (Self::Topic, 7),
    ];
}

impl Code for ConsultRole {
    const CODES: &'static [(Self, u8)] = &[(Self::Third, 1), (Self::CoProducer, 2), (Self::Organ, 3)];
}

impl Code for Opinion {
    const CODES: &'static [(Self, u8)] =
        &[(Self::Agree, 1), (Self::Object, 2), (Self::None, 3), (Self::Unstated, 4)];
}

impl Code for FeeBy {
    const CODES: &'static [(Self, u8)] = &[(Self::Item, 1), (Self::Page, 2)];
}

impl Code for ReviewKind {
    const CODES: &'static [(Self, u8)] =
        &[(Self::Secrecy, 1), (Self::Legal, 2), (Self::Unit, 3), (Self::Leader, 4)];
}

impl Code for Relation {
    const CODES: &'static [(Self, u8)] = &[
        (Self::Repeats, 1),
        (Self::Related, 2),
        (Self::SplitFrom, 3),
        (Self::JoinedTo, 4),
        (Self::Absorbs, 5),
    ];
}

impl Code for Excluded {
    const CODES: &'static [(Self, u8)] =
        &[(Self::AfterSending, 1), (Self::WithSending, 2), (Self::AfterReceipt, 3), (Self::Fewest, 4)];
}

impl Code for DocumentKind {
    const CODES: &'static [(Self, u8)] = &[(Self::Regulation, 1), (Self::Normative, 2)];
}

impl Code for EndWay {
    const CODES: &'static [(Self, u8)] = &[(Self::Repealed, 1), (Self::Void, 2)];
}

impl Code for DecisionKind {
    const CODES: &'static [(Self, u8)] = &[(Self::Licence, 1), (Self::Penalty, 2), (Self::Compulsion, 3)];
}

impl Code for DisputeKind {
    const CODES: &'static [(Self, u8)] =
        &[(Self::Review, 1), (Self::DirectSuit, 2), (Self::SuitAfterReview, 3)];
}

impl Code for Role {
    const CODES: &'static [(Self, u8)] = &[(Self::Defendant, 1), (Self::Reviewer, 2)];
}

impl Code for DisputeResult {
    const CODES: &'static [(Self, u8)] = &[(Self::Upheld, 1), (Self::Corrected, 2), (Self::Other, 3)];
}

impl Code for ActivityKind {
    const CODES: &'static [(Self, u8)] = &[
        (Self::Training, 1),
        (Self::Inspection, 2),
        (Self::Assessment, 3),
        (Self::Accountability, 4),
        (Self::Staff, 5),
        (Self::Platform, 6),
        (Self::Own, 7),
    ];
}

/// The number of what is set, and the number of its value.
pub(super) fn setting(setting: Setting) -> Option<(u16, i64)> {
    Some(match setting {
        Setting::Excluded(excluded) => (1, i64::from(excluded.code()?)),
        Setting::AssistStops(stops) => (2, i64::from(stops)),
        Setting::UnitDays(days) => (3, i64::from(days)),
        Setting::CopyDays(days) => (4, i64::from(days)),
        Setting::DisputesAgain(again) => (5, i64::from(again)),
        Setting::MakesRules(is) => (6, known(is)),
        Setting::HasCharges(is) => (7, known(is)),
        Setting::HandIn(day) => {
            (8, day.map_or(0, |day| i64::from(day.parts().0) * 100 + i64::from(day.parts().1)))
        }
        Setting::FourEyes(is) => (9, i64::from(is)),
    })
}

/// What is known: 0 no, 1 yes, 2 nothing.
fn known(is: Option<bool>) -> i64 {
    is.map_or(2, i64::from)
}

/// The setting of its numbers.
pub(super) fn setting_of(what: u16, value: i64) -> Option<Setting> {
    let days = || u16::try_from(value).ok();
    let yes = || match value {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    };
    Some(match what {
        1 => Setting::Excluded(Code::from_code(u8::try_from(value).ok()?)?),
        2 => Setting::AssistStops(yes()?),
        3 => Setting::UnitDays(days()?),
        4 => Setting::CopyDays(days()?),
        5 => Setting::DisputesAgain(yes()?),
        6 => Setting::MakesRules(if value == 2 { None } else { Some(yes()?) }),
        7 => Setting::HasCharges(if value == 2 { None } else { Some(yes()?) }),
        9 => Setting::FourEyes(yes()?),
        8 if value == 0 => Setting::HandIn(None),
        8 => {
            let part = |part: i64| i8::try_from(part).ok();
            Setting::HandIn(Some(HandInDay::new(part(value / 100)?, part(value % 100)?)?))
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complete<T: Code + std::fmt::Debug>(all: &[T]) {
        let mut codes: Vec<u8> = T::CODES.iter().map(|(_, code)| *code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), T::CODES.len(), "a number stands for one value");
        for value in all {
            assert_eq!(value.code().and_then(T::from_code), Some(*value));
        }
    }

    #[test]
    fn every_value_of_a_closed_list_has_a_number_of_its_own() {
        complete(&ApplicantKind::ALL);
        complete(&OutcomeRow::ALL);
        complete(&OutcomeKind::ALL);
        complete(&Channel::ALL);
        complete(&[Basis::Clerk, Basis::Ledger]);
        complete(&ServiceWay::CHOICES);
        complete(&[ServiceWay::Unstated]);
        complete(&NoteKind::ALL);
        complete(&ConsultRole::ALL);
        complete(&Opinion::ALL);
        complete(&FeeBy::ALL);
        complete(&ReviewKind::ALL);
        complete(&Relation::ALL);
        complete(&Excluded::ALL);
        complete(&DocumentKind::ALL);
        complete(&EndWay::ALL);
        complete(&DecisionKind::ALL);
        complete(&DisputeKind::ALL);
        complete(&Role::ALL);
        complete(&DisputeResult::ALL);
        complete(&ActivityKind::ALL);
    }
}
