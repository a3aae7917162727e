//! Under which field of a form a refusal stands.

use super::Name;
use crate::request::{Field, Refusal};

/// The fields that a refusal is about; the first that the form has is its place.
pub(crate) fn places(refusal: &Refusal) -> Vec<Name> {
    let law = |fields: &[Field]| fields.iter().map(|field| Name::Law(*field)).collect();
    match refusal {
        Refusal::Missing(field)
        | Refusal::ControlCharacters(field)
        | Refusal::TooLong { field, .. }
        | Refusal::InFuture { field, .. }
        | Refusal::DayOutOfRange { field, .. }
        | Refusal::SayWhich { field, .. } => law(&[*field]),
        Refusal::NumberTaken(_) => law(&[Field::No]),
        Refusal::ReceiptIsSubmission { .. }
        | Refusal::ReceiptIsConfirmation { .. }
        | Refusal::ReceivedBeforeSubmission { .. }
        | Refusal::NoDayOfReceipt(_) => law(&[Field::Received, Field::Confirmed]),
        Refusal::NothingToAmend => law(&[Field::Reason]),
        _ => of_steps(refusal),
    }
}

fn of_steps(refusal: &Refusal) -> Vec<Name> {
    let law = |fields: &[Field]| fields.iter().map(|field| Name::Law(*field)).collect();
    match refusal {
        Refusal::BeforeReceipt { .. }
        | Refusal::BeforeNotice { .. }
        | Refusal::BeforeDecision { .. }
        | Refusal::BeforeSending { .. }
        | Refusal::TermNotOver { .. }
        | Refusal::FeeTermNotOver { .. }
        | Refusal::ExtensionTooLate { .. }
        | Refusal::AlreadyConcluded(_)
        | Refusal::AwaitsSupplement { .. }
        | Refusal::AwaitsFee { .. }
        | Refusal::AwaitsReasons { .. } => law(&[Field::On, Field::Confirmed]),
        Refusal::WouldBreak { .. } => vec![Name::Law(Field::On), Name::Entry],
        Refusal::ReplyByTooEarly { .. } => law(&[Field::ReplyBy]),
        Refusal::TermTooEarly { .. } => {
            law(&[Field::ReasonsBy, Field::Until, Field::UnitReplyBy, Field::ReanswerBy])
        }
        Refusal::DeferralTooEarly { .. } => law(&[Field::Until]),
        Refusal::ConsultationOpen { .. } | Refusal::NoConsultationOpen | Refusal::NoSuchThirdParty => {
            law(&[Field::Party])
        }
        Refusal::AlreadyHandler => law(&[Field::Handler]),
        Refusal::UnitHasIt { .. } | Refusal::NotAssigned => law(&[Field::Unit]),
        Refusal::NoFeeDue => law(&[Field::Pages, Field::Nth]),
        Refusal::AlreadyLinked
        | Refusal::LinkedToItself
        | Refusal::OtherApplicant
        | Refusal::OtherEnded(_)
        | Refusal::EarlierUnanswered => law(&[Field::LinkTo]),
        Refusal::TooManyItems { .. } | Refusal::NothingLeft => law(&[Field::Item]),
        Refusal::NoSuchItem { .. } | Refusal::AlreadyDecided => vec![Name::ItemNo, Name::Law(Field::Item)],
        Refusal::ExtensionTooLong { .. } | Refusal::DeferredAlready { .. } => vec![Name::Days],
        Refusal::NothingSent(_) | Refusal::LetterReceived { .. } => vec![Name::Letter],
        Refusal::NeedsNoGoodReason => vec![Name::NoGoodReason],
        Refusal::NoSuchEntry(_) | Refusal::AlreadyRevoked { .. } | Refusal::CannotReturn { .. } => {
            vec![Name::Entry]
        }
        Refusal::KindNotOfRow { .. } => vec![Name::OutcomeKind],
        Refusal::LapseIsAStep
        | Refusal::WithdrawalIsAStep
        | Refusal::UnclearWithoutSupplement
        | Refusal::NoFeeNotice
        | Refusal::ThirdPartyNotAsked
        | Refusal::NoSearchRecord
        | Refusal::NoEarlierRequest
        | Refusal::ReasonsNotAsked
        | Refusal::RowNotAmongItems { .. } => vec![Name::Outcome, Name::Row],
        _ => Vec::new(),
    }
}
