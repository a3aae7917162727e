//! Under which field of a form of the registers a refusal stands.

use crate::records::{RecordField as F, RecordRefusal as R};
use crate::tui::form::Name;

/// The fields that a refusal is about; the first that the form has is its place.
pub(crate) fn record_places(refusal: &R) -> Vec<Name> {
    let of = |fields: &[F]| fields.iter().map(|field| Name::Record(*field)).collect();
    match refusal {
        R::Missing(field)
        | R::ControlCharacters(field)
        | R::TooLong { field, .. }
        | R::InFuture { field, .. }
        | R::DayOutOfRange { field, .. } => of(&[*field]),
        R::AmountTooLarge => of(&[F::Yuan]),
        R::NotByDay | R::CountedTwice(_) => of(&[F::Period]),
        R::RecordedAlready(_) => of(&[F::Period, F::Type]),
        R::StockTooSmall { .. } => of(&[F::Count, F::Issued, F::On]),
        R::EndedBeforeIssued { .. } => of(&[F::On, F::Issued]),
        R::ChecksLacking(_) => of(&[F::Reason]),
        R::NoSuchRound(_) | R::RoundDone { .. } | R::RoundOutOfTurn { .. } => of(&[F::Round]),
        R::BeforeFormed { .. } => of(&[F::On, F::Formed]),
        R::BeforeFiling { .. } => of(&[F::On, F::Filed]),
        R::ReviewNotNamed | R::NoReviewHere | R::NotAReview(_) => of(&[F::Review]),
        R::FiledBeforeReview { .. } => of(&[F::Filed]),
        R::RoleNotHere => of(&[F::Role]),
        R::NamedBySuit(_) => of(&[F::Type]),
        R::DocumentEnded(_)
        | R::AlreadyPublished(_)
        | R::AfterPublication { .. }
        | R::DisputeEnded(_)
        | R::NotEndedYet
        | R::ReviewNotAppealed => of(&[F::On]),
        R::NoSuchStep(_) => vec![Name::Entry],
        R::WouldBreak { .. } => vec![Name::Entry, Name::Record(F::On)],
        R::NothingToChange | R::NoSuchRecord(_) | R::IsRemoved(_) | R::OtherKind { .. } | R::InForce => {
            Vec::new()
        }
    }
}
