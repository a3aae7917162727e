//! What the law wants before an answer of a row may be given (V17): asked of a clerk, never of a register.

use super::{Case, ConclusionWay, ConsultRole, NoteKind, Outcome, Refusal, Relation};
use crate::law::{OutcomeKind, OutcomeRow};

/// Whether the answer may be given on what stands in `case`. A written reason overrides what may be lacking
/// in the file, but not a row that only another step can reach.
pub(super) fn lawful(case: &Case, outcome: &Outcome, override_reason: &str) -> Result<(), Refusal> {
    if let Some(kind) = outcome.kind.filter(|kind| kind.row() != outcome.row) {
        return Err(Refusal::KindNotOfRow { row: outcome.row, kind });
    }
    match outcome.row {
        OutcomeRow::OtherNoSupplement => return Err(Refusal::LapseIsAStep),
        OutcomeRow::OtherOther if outcome.kind == Some(OutcomeKind::Withdrawn) => {
            return Err(Refusal::WithdrawalIsAStep);
        }
        _ => {}
    }
    if override_reason.trim().is_empty() { missing(case, outcome).map_or(Ok(()), Err) } else { Ok(()) }
}

/// The precondition of the row that the file does not meet; what a written reason passes over.
///
/// ```
/// use gongkai::request::{Outcome, Refusal, missing};
/// # use gongkai::{law::*, request::*};
/// # let reckoning = Reckoning::built_in();
/// # let context = Context { today: jiff::civil::date(2026, 3, 2), reckoning: &reckoning };
/// # let registration = Registration {
/// #     no: None, organ: OrganId::FIRST, kind: ApplicantKind::Natural, channel: Channel::SignedPost,
/// #     submitted_on: None, confirmed_on: None, received_on: Some(context.today),
/// #     particulars: Particulars { applicant: "张三".into(), content: "预算".into(), ..Particulars::default() },
/// # };
/// # let event = register(registration, RequestNo::running("", 2026, 1), &context)?;
/// # let case = imported(&[event])?;
/// assert_eq!(missing(&case, &Outcome::of(OutcomeRow::DenyThird)), Some(Refusal::ThirdPartyNotAsked));
/// assert_eq!(missing(&case, &Outcome::of(OutcomeRow::Open)), None);
/// # Ok::<(), Refusal>(())
/// ```
pub fn missing(case: &Case, outcome: &Outcome) -> Option<Refusal> {
    let supplied = case.supplement.as_ref().is_some_and(|supplement| supplement.received_on.is_some());
    let third_asked = || case.consultations.iter().any(|asked| asked.role == ConsultRole::Third);
    let searched = || case.notes.iter().any(|note| note.kind == NoteKind::Search);
    let repeats = || case.links.iter().any(|link| link.relation == Relation::Repeats);
    match outcome.row {
        OutcomeRow::DenyThird if !third_asked() => Some(Refusal::ThirdPartyNotAsked),
        OutcomeRow::NoneHeld if outcome.kind == Some(OutcomeKind::NotFound) && !searched() => {
            Some(Refusal::NoSearchRecord)
        }
        OutcomeRow::NoneUnclear if !supplied => Some(Refusal::UnclearWithoutSupplement),
        OutcomeRow::NpRepeat if !repeats() => Some(Refusal::NoEarlierRequest),
        OutcomeRow::NpExcess if case.reasons.is_none() => Some(Refusal::ReasonsNotAsked),
        OutcomeRow::OtherNoFee if !lapsed(case) => Some(Refusal::NoFeeNotice),
        _ => None,
    }
}

/// Whether the fee of the case was found unpaid: the lapse is a step, the row is its result.
fn lapsed(case: &Case) -> bool {
    case.conclusion.as_ref().is_some_and(|conclusion| conclusion.way == ConclusionWay::FeeLapsed)
}
