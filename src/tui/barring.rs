//! What the clerk's roles keep from him: said before anything is filled in. The desk looks again where it is
//! written.

use super::keymap::Action;
use super::screens::StepKind;
use crate::office::{Right, Roles};
use crate::words::desk::not_allowed;

/// Why the clerk may not do this; `None` where he may.
pub(crate) fn barred(action: Action, roles: Roles) -> Option<String> {
    let any = rights(action);
    let first = any.first()?;
    if any.iter().any(|right| roles.may(*right)) { None } else { Some(not_allowed(*first)) }
}

/// The rights of which one is wanted; none for what everybody may do.
fn rights(action: Action) -> &'static [Right] {
    match StepKind::of(action) {
        Some(StepKind::UnitAnswer | StepKind::UnitReturn) => &[Right::UnitWork],
        Some(StepKind::HandOver) => &[Right::Handle, Right::Office],
        Some(StepKind::Note) => &[Right::Note],
        Some(StepKind::Review) => &[Right::Review, Right::Approve],
        Some(_) => &[Right::Handle],
        None => match action {
            Action::Register | Action::Undo => &[Right::Handle],
            Action::Reveal => &[Right::Personal],
            Action::NewRecord => &[Right::Records],
            Action::Publish => &[Right::Publish],
            Action::ClerkHandOver | Action::ClerkStandIn => &[Right::Handle, Right::Office],
            Action::ClerkRoles | Action::ClerkLeave => &[Right::Office],
            Action::TakeDraft | Action::TakeLastYear => &[Right::Report],
            _ => &[],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::Role;

    #[test]
    fn every_step_wants_a_right_and_reading_wants_none() {
        let reader = Roles::of([Role::Reader]);
        for kind in StepKind::ALL {
            assert!(barred(kind.action(), reader).is_some(), "{kind:?}");
            assert_eq!(barred(kind.action(), Roles::ALL), None, "{kind:?}");
        }
        for action in [Action::Open, Action::Search, Action::GoYear, Action::Export, Action::Check] {
            assert_eq!(barred(action, reader), None, "{action:?}");
        }
    }

    #[test]
    fn what_is_barred_says_who_may() {
        let said = barred(Action::Publish, Roles::of([Role::Handler])).unwrap();
        assert!(said.contains("负责人") && said.contains("统计"), "{said}");
    }
}
